/// What the words for data and for people count as, looked up once for each record and each word of the vocabulary.
package struct WordFlags: Sendable {
  /// By the numbers of the records.
  private let data: [DataFlags]
  private let people: [PeopleFlags]
  /// By the numbers of the activities; others have no flags.
  private var activities: [DataFlags]

  package func data(_ category: RecordIndex) -> DataFlags { category.isResolved ? data[Int(category.value)] : [] }
  package func people(_ subjects: RecordIndex) -> PeopleFlags {
    subjects.isResolved ? people[Int(subjects.value)] : []
  }

  init(_ registry: Registry, _ law: Law) {
    var data = [DataFlags](repeating: [], count: registry.headers.count)
    var people = [PeopleFlags](repeating: [], count: registry.headers.count)
    let dataWords = Dictionary(law.dataCategories.map { ($0.term.id, $0) }) { first, _ in first }
    let peopleWords = Dictionary(law.dataSubjects.map { ($0.term.id, $0) }) { first, _ in first }
    for (number, header) in registry.headers.enumerated() {
      let record = RecordIndex(number)
      switch header.kind {
      case .dataCategories:
        data[number] =
          registry.category(record).map { DataFlags(of: $0, law) } ?? dataWords[header.id].map(DataFlags.init) ?? []
      case .dataSubjects:
        people[number] =
          registry.subjects(record).map { PeopleFlags(of: $0, law) } ?? peopleWords[header.id].map(PeopleFlags.init)
          ?? []
      default: break
      }
    }
    (self.data, self.people) = (data, people)
    activities = [DataFlags](repeating: [], count: registry.headers.count)
    for activity in registry.records.activities {
      var flags: DataFlags = activity.data.hasOpenElement() ? .open : []
      for entry in activity.data.elements() { flags.formUnion(self.flags(entry)) }
      activities[Int(activity.common.record.value)] = flags
    }
  }
}

/// What a category of data counts as.
package struct DataFlags: OptionSet, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Art 9.
  package static let special = DataFlags(rawValue: 1)
  /// Art 10.
  package static let criminal = DataFlags(rawValue: 2)
  /// Counts in the screening for an impact assessment, not under Art 9.
  package static let highlyPersonal = DataFlags(rawValue: 4)
  package static let childTypical = DataFlags(rawValue: 8)
  package static let biometric = DataFlags(rawValue: 16)
  package static let genetic = DataFlags(rawValue: 32)
  /// Where somebody is, or what somebody looks at.
  package static let tracking = DataFlags(rawValue: 64)
  /// What it counts as is an open question.
  package static let open = DataFlags(rawValue: 128)
  /// What it says may be of a special category, and nobody has said whether it is.
  package static let contextual = DataFlags(rawValue: 256)
  /// People write what they like, so that it hangs on who they are what it says.
  package static let freeText = DataFlags(rawValue: 512)

  private static let biometricWords = ["biometric", "face-template", "fingerprint"]
  private static let geneticWords = ["genetic"]
  private static let trackingWords = ["location-precise", "browsing"]

  init(_ row: DataCategoryRow) {
    var flags: DataFlags = []
    if row.isSpecial { flags.insert(.special) }
    if row.isCriminal { flags.insert(.criminal) }
    if row.isHighlyPersonal { flags.insert(.highlyPersonal) }
    if row.isChildTypical { flags.insert(.childTypical) }
    if row.isSpecialByContext { flags.insert(.contextual) }
    if Self.biometricWords.contains(row.term.id) { flags.insert(.biometric) }
    if Self.geneticWords.contains(row.term.id) { flags.insert(.genetic) }
    if Self.trackingWords.contains(row.term.id) { flags.insert(.tracking) }
    self = flags
  }

  /// A category's own word decides; without one that of the vocabulary it is a kind of does.
  init(of category: DataCategory, _ law: Law) {
    var flags = category.kindOf.given.map { DataFlags(law.dataCategories[Int($0.index.value)]) } ?? []
    func decide(_ answer: Public<Truth>, _ flag: DataFlags) {
      if let value = answer.given?.value { if value { flags.insert(flag) } else { flags.remove(flag) } }
    }
    decide(category.special, .special)
    decide(category.criminal, .criminal)
    decide(category.highlyPersonal, .highlyPersonal)
    decide(category.childTypical, .childTypical)
    if category.freeText.given?.value == true { flags.insert(.freeText) }
    if category.special.given != nil { flags.subtract([.contextual, .freeText]) }
    let isDecided = category.special.given != nil && category.criminal.given != nil
    if category.kindOf.answer.isOpen && !isDecided { flags.insert(.open) }
    self = flags
  }
}

/// What a group of people counts as.
package struct PeopleFlags: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let vulnerable = PeopleFlags(rawValue: 1)
  /// Vulnerable where they are children.
  package static let vulnerableByAge = PeopleFlags(rawValue: 2)
  /// They depend on the organisation, so that their consent is hardly free.
  package static let imbalance = PeopleFlags(rawValue: 4)
  /// That somebody is one of them says something of their health.
  package static let patients = PeopleFlags(rawValue: 8)
  package static let children = PeopleFlags(rawValue: 16)

  private static let patientWord = "patient"
  private static let childWord = "child"

  init(_ row: DataSubjectsRow) {
    var flags: PeopleFlags = []
    if row.isVulnerable { flags.insert(.vulnerable) }
    if row.isVulnerableByAge { flags.insert(.vulnerableByAge) }
    if row.hasImbalance { flags.insert(.imbalance) }
    if row.term.id == Self.patientWord { flags.insert(.patients) }
    if row.term.id == Self.childWord { flags.insert(.children) }
    self = flags
  }

  init(of subjects: DataSubjects, _ law: Law) {
    var flags = subjects.kindOf.given.map { PeopleFlags(law.dataSubjects[Int($0.index.value)]) } ?? []
    if let value = subjects.vulnerable.given?.value {
      if value { flags.insert(.vulnerable) } else { flags.remove(.vulnerable) }
    }
    if let value = subjects.imbalance.given?.value {
      if value { flags.insert(.imbalance) } else { flags.remove(.imbalance) }
    }
    self = flags
  }
}

/// Which data of an activity are of a special category (Art 9) or about offences (Art 10).
extension WordFlags {
  /// The flags of an entry: what the activity says of it goes before its category.
  package func flags(_ entry: DataEntry) -> DataFlags {
    guard let category = entry.category.given else { return .open }
    var flags = data(category.record)
    if let special = entry.special.given?.value {
      if special { flags.insert(.special) } else { flags.subtract([.special, .criminal]) }
      // That it is none needs a reason, so that the next reader need not ask again.
      if special || !entry.reason.answer.isAbsent { flags.subtract([.contextual, .freeText]) }
    }
    return flags
  }

  /// The flags of all data of an activity together; `open` when some of the data, or what they count as, are an open question.
  package func dataFlags(_ activity: Activity) -> DataFlags { activities[Int(activity.common.record.value)] }

  /// The data of an activity, as far as they are known, are of a special category or about offences.
  package func hasSensitiveData(_ activity: Activity) -> Bool {
    !dataFlags(activity).isDisjoint(with: [.special, .criminal])
  }
}

extension Registry {
  /// The word of the built-in vocabulary that a category is, or is a kind of; empty where it says none.
  package func word(for category: RecordIndex, _ law: Law) -> String {
    guard category.isResolved else { return "" }
    guard let record = self.category(category) else { return header(category).id }
    return record.kindOf.given.map { law.dataCategories[Int($0.index.value)].term.id } ?? ""
  }
}
