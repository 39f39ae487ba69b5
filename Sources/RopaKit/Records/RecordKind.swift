/// The kinds of record; the raw value is the folder's name.
package enum RecordKind: String, CaseIterable, Sendable, Comparable {
  case activities
  case assessments
  case consents
  case controls
  case cookies
  case dataCategories = "data-categories"
  case dataSubjects = "data-subjects"
  case lawfulBases = "lawful-bases"
  case notices
  case organisations
  case people
  case processors
  case recipients
  case retention
  case sites
  case statements
  case systems
  case transfers
  case waivers

  /// The order of the folders on disk, by bytes.
  package static func < (left: RecordKind, right: RecordKind) -> Bool { left.rawValue < right.rawValue }

  /// Nothing of such a record is ever published, whatever its fields declare.
  package var isNeverPublished: Bool { [.assessments, .people, .waivers].contains(self) }

  /// The id space that this kind's ids belong to.
  package var space: Space {
    switch self {
    case .activities: .activity
    case .assessments: .assessment
    case .consents: .consent
    case .controls: .control
    case .cookies: .cookie
    case .dataCategories: .dataCategory
    case .dataSubjects: .dataSubject
    case .lawfulBases: .lawfulBasis
    case .notices: .notice
    case .organisations, .processors, .recipients: .party
    case .people: .person
    case .retention: .retention
    case .sites: .site
    case .statements: .statement
    case .systems: .system
    case .transfers: .transfer
    case .waivers: .waiver
    }
  }

  /// The kind's name as a heading.
  package var title: String {
    switch self {
    case .dataCategories: "Data categories"
    case .dataSubjects: "Data subjects"
    case .lawfulBases: "Lawful bases"
    case .cookies: "Cookies and similar technologies"
    case .retention: "Retention"
    case .sites: "Sites and apps"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  /// One record of the kind with its article, for messages: "an activity".
  var article: String { space == .party ? (self == .organisations ? "an organisation" : "a \(one)") : space.article }

  /// One record of the kind, in running text.
  package var one: String {
    switch self {
    case .activities: "activity"
    case .dataCategories: "data category"
    case .lawfulBases: "lawful basis"
    case .retention: "retention rule"
    case .people: "person"
    case .cookies: "group of cookies"
    case .dataSubjects: "group of data subjects"
    default: String(rawValue.dropLast())
    }
  }
}

/// An id space. Organisations, processors and recipients share one, because a body has one record whatever its roles.
package enum Space: Int, CaseIterable, Sendable {
  case activity, assessment, consent, control, cookie, dataCategory, dataSubject, lawfulBasis, notice, party, person,
    retention, site, statement, system, transfer, waiver

  /// With its article, for messages: "an activity".
  package var article: String {
    switch self {
    case .activity: "an activity"
    case .assessment: "an assessment"
    case .consent: "a consent"
    case .control: "a control"
    case .cookie: "a group of cookies"
    case .dataCategory: "a data category"
    case .dataSubject: "a group of data subjects"
    case .lawfulBasis: "a lawful basis"
    case .notice: "a notice"
    case .party: "an organisation, processor or recipient"
    case .person: "a person or role"
    case .retention: "a retention rule"
    case .site: "a site"
    case .statement: "a statement"
    case .system: "a system"
    case .transfer: "a transfer"
    case .waiver: "a waiver"
    }
  }

  /// The folder where a record of this space usually stands.
  package var folder: String {
    self == .party ? "organisations" : RecordKind.allCases.first { $0.space == self }!.rawValue
  }
}

/// The number of a record among all records of a register, sorted by folder and id; -1 for a reference that leads nowhere.
package struct RecordIndex: Hashable, Sendable, Comparable {
  package let value: Int32
  package init(_ value: Int32) { self.value = value }
  package init(_ value: Int) { self.value = Int32(value) }
  package var isResolved: Bool { value >= 0 }
  package static func < (left: RecordIndex, right: RecordIndex) -> Bool { left.value < right.value }
}
