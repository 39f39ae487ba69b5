package import LocatedYAML
import Synchronization

/// The register: all records, linked both ways. One object, because everything asks it.
package final class Registry: Sendable {
  package let files: [SourceFile]
  package let records: Records
  package let headers: [RecordHeader]
  package let settings: RegistrySettings?
  package let questions: [RecordedQuestion]
  package let directory: Directory
  /// By notice, then by day.
  package let keptVersions: [KeptVersion]
  let trees: [YAMLTree]
  /// Messages of the register's own, sorted by language.
  package let messages: [MessageFile]
  /// The organisations whose register this is.
  private let ours: [RecordIndex]
  /// By record.
  private let commons: [CommonFields?]
  private let inbound: [Mention]
  private let inboundStart: [Int32]
  let basesOfActivities: BasesOfActivities
  /// See ``purposeNames``.
  let gatheredPurposes = Mutex<PurposeNames?>(nil)

  init(_ loaded: Loaded) {
    files = loaded.files
    records = loaded.records
    headers = loaded.headers
    settings = loaded.settings
    questions = loaded.questions
    directory = loaded.directory
    keptVersions = loaded.keptVersions
    trees = loaded.trees
    messages = loaded.messages
    commons = loaded.records.commons(count: loaded.headers.count)
    ours = (loaded.settings?.organisations.elements() ?? []).map(\.record).filter(\.isResolved)
    basesOfActivities = BasesOfActivities(loaded.records.activities)
    // Counting sort by the mentioned record; within one record the order of the mentioning ones stays.
    var start = [Int32](repeating: 0, count: loaded.headers.count + 1)
    // registry.yaml names bodies and people too, and is no record that could be asked back.
    let mentions = loaded.mentions.filter(\.from.isResolved)
    for mention in mentions { start[Int(mention.to.value) + 1] += 1 }
    for index in start.indices.dropFirst() { start[index] += start[index - 1] }
    var next = start
    var inbound = mentions
    for mention in mentions {
      inbound[Int(next[Int(mention.to.value)])] = mention
      next[Int(mention.to.value)] += 1
    }
    self.inbound = inbound
    inboundStart = start
  }

  /// Where other records name this one.
  package func mentions(of record: RecordIndex) -> ArraySlice<Mention> {
    inbound[Int(inboundStart[Int(record.value)])..<Int(inboundStart[Int(record.value) + 1])]
  }

  /// The places of a record's values that a test on their bytes finds, in the order of the file; keys are not looked at, nor are
  /// words as they were published.
  func values(in header: RecordHeader, where test: (UnsafeBufferPointer<UInt8>) -> Bool) -> [SourceRange] {
    var found: [SourceRange] = []
    let tree = trees[Int(header.chunk)]
    tree.forEachValue(below: header.node, skipping: "stated") { node in
      if tree.withText(node, test) { found.append(tree.range(node)) }
    }
    return found
  }

  /// The keys from a record down to a value in it: `hosting`, `by`.
  func keys(to place: SourceRange, in header: RecordHeader) -> [String] {
    guard !header.isBuiltIn else { return [] }
    let tree = trees[Int(header.chunk)]
    var keys: [String] = []
    var node = header.node
    while let (key, value) = tree.child(of: node, holding: place) {
      if let key { keys.append(tree.text(key)) }
      node = value
    }
    return keys
  }

  /// The text of a file at a place, as it is written.
  package func text(in range: SourceRange) -> String { files[Int(range.file)].text(in: range) }

  package func header(_ record: RecordIndex) -> RecordHeader { headers[Int(record.value)] }

  private func slot(_ record: RecordIndex) -> Int? {
    guard record.isResolved else { return nil }
    let slot = headers[Int(record.value)].slot
    return slot >= 0 ? Int(slot) : nil
  }

  package func party(_ record: RecordIndex) -> Party? { slot(record).map { records.parties[$0] } }
  package func party(_ reference: Reference<Party>?) -> Party? { reference.flatMap { party($0.record) } }
  /// The activity under a number; nil for records of other kinds.
  package func activity(at record: RecordIndex) -> Activity? {
    headers[Int(record.value)].kind == .activities ? slot(record).map { records.activities[$0] } : nil
  }
  package func activity(_ reference: Reference<Activity>) -> Activity? {
    slot(reference.record).map { records.activities[$0] }
  }
  package func system(_ record: RecordIndex) -> System? { slot(record).map { records.systems[$0] } }
  package func system(_ reference: Reference<System>) -> System? { system(reference.record) }
  package func basis(_ reference: Reference<LawfulBasis>) -> LawfulBasis? {
    slot(reference.record).map { records.lawfulBases[$0] }
  }
  package func control(_ reference: Reference<Control>) -> Control? {
    slot(reference.record).map { records.controls[$0] }
  }
  package func retention(_ reference: Reference<RetentionRule>) -> RetentionRule? {
    slot(reference.record).map { records.retention[$0] }
  }
  package func statement(_ reference: Reference<Statement>) -> Statement? {
    slot(reference.record).map { records.statements[$0] }
  }
  package func notice(_ reference: Reference<Notice>) -> Notice? { slot(reference.record).map { records.notices[$0] } }
  package func consent(_ reference: Reference<Consent>) -> Consent? {
    slot(reference.record).map { records.consents[$0] }
  }
  /// The cookie under a number; nil for records of other kinds.
  package func cookie(at record: RecordIndex) -> Cookie? {
    headers[Int(record.value)].kind == .cookies ? slot(record).map { records.cookies[$0] } : nil
  }
  package func site(_ reference: Reference<Site>) -> Site? { slot(reference.record).map { records.sites[$0] } }
  package func assessment(_ reference: Reference<AssessmentRecord>) -> AssessmentRecord? {
    slot(reference.record).map { records.assessments[$0] }
  }
  package func person(_ reference: Reference<Person>?) -> Person? {
    reference.flatMap { slot($0.record) }.map { records.people[$0] }
  }
  /// The person under a number; nil for records of other kinds.
  package func person(at record: RecordIndex) -> Person? {
    headers[Int(record.value)].kind == .people ? slot(record).map { records.people[$0] } : nil
  }
  /// Nil for words of the built-in vocabulary.
  package func category(_ record: RecordIndex) -> DataCategory? { slot(record).map { records.dataCategories[$0] } }
  package func subjects(_ record: RecordIndex) -> DataSubjects? { slot(record).map { records.dataSubjects[$0] } }

  /// The fields that every record has; nil for words of the built-in vocabulary.
  package func common(_ record: RecordIndex) -> CommonFields? { commons[Int(record.value)] }

  /// What pages of the register call a record: its title, a body's legal name, else its id.
  package func name(of record: RecordIndex) -> String {
    if let title = common(record)?.title.given?.value { return title.first }
    if let legal = headers[Int(record.value)].kind.space == .party ? party(record)?.legalName.given : nil {
      return legal.first
    }
    return headers[Int(record.value)].id
  }

  /// The organisations whose register this is.
  package var organisations: [Party] { ours.compactMap { party($0) } }

  /// The first of them; -1 when the register names none.
  var firstOrganisation: RecordIndex { ours.first ?? RecordIndex(-1) }

  package func isOurs(_ record: RecordIndex) -> Bool { ours.contains(record) }

  /// The register's first language; English where it names none.
  package var language: Language { settings?.languages.elements().first ?? Language("en") }

  /// The owner of a record: its own, else that of the organisation.
  package func owner(of record: RecordIndex) -> Reference<Person>? {
    common(record)?.owner.given?.value ?? organisations.first?.common.owner.given?.value
  }

  /// Who answers an open question, and until when: what it says itself, then its record, then the register.
  package func duty(of question: RecordedQuestion) -> (owner: Reference<Person>?, due: Day?) {
    let defaults = question.record.isResolved ? common(question.record)?.questions.given : nil
    let register = settings?.questions.given
    // A misspelt owner has been reported where it stands; until it is mended the defaults hold.
    let named = question.question.owner.flatMap { $0.record.isResolved ? $0 : nil }
    let owner =
      named ?? defaults?.owner.given
      ?? (question.record.isResolved ? common(question.record)?.owner.given?.value : nil) ?? register?.owner.given
    return (owner, question.question.due ?? defaults?.due.given ?? register?.due.given)
  }
}
