import LocatedYAML

/// The records of a register by type, each list in the order of the records' numbers.
package struct Records: Sendable {
  package internal(set) var parties: [Party] = []
  package internal(set) var activities: [Activity] = []
  package internal(set) var systems: [System] = []
  package internal(set) var lawfulBases: [LawfulBasis] = []
  package internal(set) var transfers: [Transfer] = []
  package internal(set) var controls: [Control] = []
  package internal(set) var retention: [RetentionRule] = []
  package internal(set) var dataCategories: [DataCategory] = []
  package internal(set) var dataSubjects: [DataSubjects] = []
  package internal(set) var statements: [Statement] = []
  package internal(set) var notices: [Notice] = []
  package internal(set) var people: [Person] = []
  package internal(set) var assessments: [AssessmentRecord] = []
  package internal(set) var consents: [Consent] = []
  package internal(set) var cookies: [Cookie] = []
  package internal(set) var sites: [Site] = []
  package internal(set) var waivers: [Waiver] = []

  mutating func append(_ other: Records) {
    parties += other.parties
    activities += other.activities
    systems += other.systems
    lawfulBases += other.lawfulBases
    transfers += other.transfers
    controls += other.controls
    retention += other.retention
    dataCategories += other.dataCategories
    dataSubjects += other.dataSubjects
    statements += other.statements
    notices += other.notices
    people += other.people
    assessments += other.assessments
    consents += other.consents
    cookies += other.cookies
    sites += other.sites
    waivers += other.waivers
  }

  /// Puts every list in the order of the numbers, and tells each record its place.
  mutating func sort(numbering headers: inout [RecordHeader]) {
    func place<Value: Record>(_ values: inout [Value], _ headers: inout [RecordHeader]) {
      let numbers = values.map(\.common.record)
      if let order = sortedOrder(numbers) { values = order.map { values[$0] } }
      for (slot, value) in values.enumerated() { headers[Int(value.common.record.value)].slot = Int32(slot) }
    }
    place(&parties, &headers)
    place(&activities, &headers)
    place(&systems, &headers)
    place(&lawfulBases, &headers)
    place(&transfers, &headers)
    place(&controls, &headers)
    place(&retention, &headers)
    place(&dataCategories, &headers)
    place(&dataSubjects, &headers)
    place(&statements, &headers)
    place(&notices, &headers)
    place(&people, &headers)
    place(&assessments, &headers)
    place(&consents, &headers)
    place(&cookies, &headers)
    place(&sites, &headers)
    place(&waivers, &headers)
  }

  /// The common fields of each record, by its number.
  func commons(count: Int) -> [CommonFields?] {
    var commons = [CommonFields?](repeating: nil, count: count)
    func place(_ values: [some Record]) {
      for value in values { commons[Int(value.common.record.value)] = value.common }
    }
    place(parties)
    place(activities)
    place(systems)
    place(lawfulBases)
    place(transfers)
    place(controls)
    place(retention)
    place(dataCategories)
    place(dataSubjects)
    place(statements)
    place(notices)
    place(people)
    place(assessments)
    place(consents)
    place(cookies)
    place(sites)
    place(waivers)
    return commons
  }

  mutating func read(_ kind: RecordKind, from fields: inout FieldReader) {
    switch kind {
    case .activities: activities.append(fields.value(of: { kind.fields }) { Activity(from: &$0) })
    case .assessments: assessments.append(fields.value(of: { kind.fields }) { AssessmentRecord(from: &$0) })
    case .consents: consents.append(fields.value(of: { kind.fields }) { Consent(from: &$0) })
    case .controls: controls.append(fields.value(of: { kind.fields }) { Control(from: &$0) })
    case .cookies: cookies.append(fields.value(of: { kind.fields }) { Cookie(from: &$0) })
    case .dataCategories: dataCategories.append(fields.value(of: { kind.fields }) { DataCategory(from: &$0) })
    case .dataSubjects: dataSubjects.append(fields.value(of: { kind.fields }) { DataSubjects(from: &$0) })
    case .lawfulBases: lawfulBases.append(fields.value(of: { kind.fields }) { LawfulBasis(from: &$0) })
    case .notices: notices.append(fields.value(of: { kind.fields }) { Notice(from: &$0) })
    case .organisations, .processors, .recipients:
      parties.append(fields.value(of: { kind.fields }) { Party(from: &$0, face: kind) })
    case .people: people.append(fields.value(of: { kind.fields }) { Person(from: &$0) })
    case .retention: retention.append(fields.value(of: { kind.fields }) { RetentionRule(from: &$0) })
    case .sites: sites.append(fields.value(of: { kind.fields }) { Site(from: &$0) })
    case .statements: statements.append(fields.value(of: { kind.fields }) { Statement(from: &$0) })
    case .systems: systems.append(fields.value(of: { kind.fields }) { System(from: &$0) })
    case .transfers: transfers.append(fields.value(of: { kind.fields }) { Transfer(from: &$0) })
    case .waivers: waivers.append(fields.value(of: { kind.fields }) { Waiver(from: &$0) })
    }
  }
}

/// Where each of the numbers stands that follow each other by size; nil when they stand so already.
private func sortedOrder(_ numbers: [RecordIndex]) -> [Int]? {
  if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) { return nil }
  return numbers.indices.sorted { numbers[$0] < numbers[$1] }
}

extension RecordKind {
  /// The fields of the kind's records, from the one declaration of each.
  package var fields: FieldSet {
    var reader = FieldReader(describing: ())
    var records = Records()
    records.read(self, from: &reader)
    guard isNeverPublished else { return reader.described }
    var described = reader.described
    described.fields = described.fields.map(\.internal)
    return described
  }
}

/// A chunk's records, read.
struct BoundChunk: Sendable {
  var records = Records()
  var settings: RegistrySettings?
  var mentions: [Mention] = []
  var questions: [RecordedQuestion] = []
  var diagnostics: [Diagnostic] = []
}

/// Reads the records of one chunk in the order of their numbers.
func bind(
  _ indexes: [Int], _ headers: [RecordHeader], settings: NodeIndex?, tree: YAMLTree, _ directory: Directory
) -> BoundChunk {
  var bound = BoundChunk()
  let session = ReadingSession(tree: tree, directory: directory)
  if let settings { bound.settings = RegistrySettings.read(settings, in: session) }
  for index in indexes {
    let header = headers[index]
    session.record = RecordIndex(index)
    var reader = FieldReader(reading: header.node, anchor: header.range, session: session)
    bound.records.read(header.kind, from: &reader)
  }
  bound.mentions = session.mentions
  bound.questions = session.questions
  bound.diagnostics = session.diagnostics
  return bound
}
