import LocatedYAML

/// A value that a public page may show. It can be made only from a record that is not withheld, and from there only through the
/// fields that are declared public, so that nothing internal is ever in one.
@dynamicMemberLookup
struct Published<Value: Sendable> {
  let value: Value
  /// The record says that it only may be so.
  let isPossible: Bool
  /// Not counted: the composition that every one of these is made in holds the projection until it is done, and makes very many.
  private unowned(unsafe) let projection: Projection
  /// The record that the value stands in.
  let record: RecordIndex

  fileprivate init(_ value: Value, isPossible: Bool, in record: RecordIndex, _ projection: Projection) {
    self.value = value
    self.isPossible = isPossible
    self.record = record
    self.projection = projection
  }

  /// A public field; nil where it is not given. An open question is counted and left out.
  ///
  /// Inlined, so that the compiler sees which field is meant and reads it as it reads any other.
  @inline(__always)
  subscript<Field>(dynamicMember path: KeyPath<Value, Public<Field>>) -> Published<Field>? {
    published(value[keyPath: path].answer)
  }

  /// A public field of a record, which is noted as used.
  @inline(__always)
  subscript<Field>(dynamicMember path: KeyPath<Value, Public<Field>>) -> Published<Field>? where Value: Record {
    projection.use(value.common.record)
    return published(value[keyPath: path].answer)
  }

  private func published<Field: Sendable>(_ answer: Answer<Field>) -> Published<Field>? {
    switch answer {
    case .given(let given, _): return Published<Field>(given, isPossible: isPossible, in: record, projection)
    case .unknown(let question): projection.omit(question.range)
    case .absent, .none, .notApplicable, .unusable: break
    }
    return nil
  }

  /// The elements of a list; entries that are open questions are counted and left out.
  func elements<Element: Ungated>() -> PublishedElements<Element> where Value == List<Element> {
    for question in value.open { projection.omit(question.range) }
    return PublishedElements(value.elements, isPossible: isPossible, in: record, projection)
  }

  /// The elements of a list, without those that are withheld, disputed or only examples.
  func elements<Element: Gated>() -> [Published<Element>] where Value == List<Element> {
    for question in value.open { projection.omit(question.range) }
    return admitted(value.elements)
  }

  /// The values of a mapping from ids.
  func values<Element: Ungated>() -> PublishedElements<Element> where Value == Keyed<Element> {
    for question in value.open { projection.omit(question.range) }
    return PublishedElements(value.values, isPossible: isPossible, in: record, projection)
  }

  /// The values of a mapping from ids, without those that are withheld, disputed or only examples.
  func values<Element: Gated>() -> [Published<Element>] where Value == Keyed<Element> {
    for question in value.open { projection.omit(question.range) }
    return admitted(value.values)
  }

  private func admitted<Element: Gated>(_ elements: [Element]) -> [Published<Element>] {
    elements.compactMap { element in
      let gate = element.gate
      return gate == .closed
        ? nil : Published<Element>(element, isPossible: isPossible || gate == .possible, in: record, projection)
    }
  }

  /// What holds under a regime.
  func answer<Each>(_ regime: Regime) -> Published<Each>? where Value == PerRegime<Each> {
    published(value.answer(regime))
  }

  /// What the organisation says of one right, by the right's id in the rights table.
  func detail(_ right: String) -> Published<RightDetail>? where Value == Rights {
    value.details[right].flatMap { published($0.answer) }
  }

  /// What an activity says of one right that differs from the organisation's procedure.
  func detail(_ right: String) -> Published<RightDetail>? where Value == ActivityRights {
    value.details[right].flatMap { published($0.answer) }
  }

  /// The names of a group of cookies, each with its own duration where that is said.
  func entries() -> [(name: Published<Line>, lasting: Published<CookieDuration>?)] where Value == CookieNames {
    switch value {
    case .names(let names): names.map { (Published<Line>($0, isPossible: isPossible, in: record, projection), nil) }
    case .durations(let entries):
      entries.map {
        (Published<Line>(Line(text: $0.key), isPossible: isPossible, in: record, projection), published($0.value))
      }
    }
  }

  /// The words of an event that notices have no sentence for.
  func ownWords() -> Published<Line>? where Value == EventName {
    if case .own(let words) = value {
      Published<Line>(words, isPossible: isPossible, in: record, projection)
    } else {
      nil
    }
  }

  /// Whether the body works for an organisation under a contract in force on a day. No more than that is public of contracts.
  func hasProcessingAgreement(with organisation: RecordIndex, on day: Day) -> Bool where Value == Party {
    (value.agreements.given?.values ?? []).contains { agreement in
      agreement.kind.given?.value == .processing && agreement.status.given?.value == .inForce
        && projection.isMade(agreement, by: organisation)
        && agreement.expires.given.map { day <= $0 } ?? true
    }
  }

  /// The value without its wrapper.
  func settled<Inner>() -> Published<Inner> where Value == Settled<Inner> {
    Published<Inner>(value.value, isPossible: isPossible, in: record, projection)
  }

  /// The title that pages call a record by. Asked without a key path: in a generic function that would be made anew by each call.
  func recordTitle() -> Published<Text>? where Value: Record {
    projection.use(value.common.record)
    return published(value.common.title.answer)?.settled()
  }

  /// The record's own public words.
  func recordWords() -> Published<Text>? where Value: Record {
    projection.use(value.common.record)
    return published(value.common.text.answer)
  }

  /// What is said of the body as one whose register this is.
  func own() -> Published<OwnFields>? where Value == Party {
    value.own.map { Published<OwnFields>($0, isPossible: isPossible, in: record, projection) }
  }

  /// The record that a reference names, when it may be shown.
  func followed() -> Published<Party>? where Value == Reference<Party> { follow(projection.party(value.record)) }
  func followed() -> Published<DataCategory>? where Value == Reference<DataCategory> {
    follow(projection.category(value.record))
  }
  func followed() -> Published<DataSubjects>? where Value == Reference<DataSubjects> {
    follow(projection.subjects(value.record))
  }
  func followed() -> Published<LawfulBasis>? where Value == Reference<LawfulBasis> {
    follow(projection.basis(value.record))
  }
  func followed() -> Published<RetentionRule>? where Value == Reference<RetentionRule> {
    follow(projection.retention(value.record))
  }
  func followed() -> Published<Control>? where Value == Reference<Control> { follow(projection.control(value.record)) }
  func followed() -> Published<System>? where Value == Reference<System> { follow(projection.system(value.record)) }
  func followed() -> Published<Consent>? where Value == Reference<Consent> { follow(projection.consent(value.record)) }
  func followed() -> Published<Notice>? where Value == Reference<Notice> { follow(projection.notice(value.record)) }
  func followed() -> Published<Site>? where Value == Reference<Site> { follow(projection.site(value.record)) }
  func followed() -> Published<Statement>? where Value == Reference<Statement> {
    follow(projection.statement(value.record))
  }

  /// What is reached from something that only may be so, only may be so itself.
  private func follow<Target>(_ target: Published<Target>?) -> Published<Target>? {
    target.map {
      Published<Target>($0.value, isPossible: $0.isPossible || isPossible, in: $0.record, projection)
    }
  }
}

/// The elements of a published list, made as they are asked for.
struct PublishedElements<Element: Ungated & Sendable>: RandomAccessCollection, ExpressibleByArrayLiteral {
  private let base: [Element]
  private let isPossible: Bool
  private unowned(unsafe) let projection: Projection?
  private let record: RecordIndex

  fileprivate init(_ base: [Element], isPossible: Bool, in record: RecordIndex, _ projection: Projection) {
    self.base = base
    self.isPossible = isPossible
    self.record = record
    self.projection = projection
  }

  init(arrayLiteral elements: Published<Element>...) {
    precondition(elements.isEmpty, "only the empty list is written out")
    base = []
    isPossible = false
    projection = nil
    record = RecordIndex(-1)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { base.count }
  subscript(index: Int) -> Published<Element> {
    Published(base[index], isPossible: isPossible, in: record, projection!)
  }
}

/// The way from the register to public values. Confined to the composition of one notice.
final class Projection {
  private let registry: Registry
  private var questions: Set<SourceRange> = []
  @exclusivity(unchecked)
  private var records: [RecordIndex] = []
  @exclusivity(unchecked)
  private var isUsed: RecordSet

  init(_ registry: Registry) {
    self.registry = registry
    isUsed = RecordSet(registry)
  }

  /// An agreement that does not say whose it is belongs to the register's first organisation.
  fileprivate func isMade(_ agreement: Agreement, by organisation: RecordIndex) -> Bool {
    switch agreement.with.answer {
    case .given(let reference, _): reference.record == organisation
    case .absent, .none, .notApplicable: organisation == registry.firstOrganisation
    case .unknown, .unusable: false
    }
  }

  /// How many open questions were met and left out.
  var omitted: Int { questions.count }

  /// Counts something that was left out because nobody knows it.
  func omit(_ place: SourceRange) { questions.insert(place) }

  /// Notes that a record was used.
  func use(_ record: RecordIndex) {
    if isUsed.insert(record) { records.append(record) }
  }

  /// The records used since the last call, in their order.
  func takeRecords() -> [RecordIndex] {
    defer {
      isUsed.remove(records)
      records.removeAll(keepingCapacity: true)
    }
    return records.sorted()
  }

  /// Lets a record through unless it is withheld, disputed or only an example.
  func admit<Value: Record>(_ record: Value?) -> Published<Value>? {
    guard let record, record.common.isPublishable else { return nil }
    let gate = Gate(record.common.certainty.given)
    guard gate != .closed else { return nil }
    use(record.common.record)
    return Published(record, isPossible: gate == .possible, in: record.common.record, self)
  }

  func party(_ record: RecordIndex) -> Published<Party>? { admit(registry.party(record)) }
  func system(_ record: RecordIndex) -> Published<System>? { admit(registry.system(record)) }
  func category(_ record: RecordIndex) -> Published<DataCategory>? { admit(registry.category(record)) }
  func subjects(_ record: RecordIndex) -> Published<DataSubjects>? { admit(registry.subjects(record)) }
  func basis(_ record: RecordIndex) -> Published<LawfulBasis>? {
    admit(record.isResolved ? registry.records.lawfulBases[Int(registry.header(record).slot)] : nil)
  }
  func retention(_ record: RecordIndex) -> Published<RetentionRule>? {
    admit(record.isResolved ? registry.records.retention[Int(registry.header(record).slot)] : nil)
  }
  func control(_ record: RecordIndex) -> Published<Control>? {
    admit(record.isResolved ? registry.records.controls[Int(registry.header(record).slot)] : nil)
  }
  func consent(_ record: RecordIndex) -> Published<Consent>? {
    admit(record.isResolved ? registry.records.consents[Int(registry.header(record).slot)] : nil)
  }
  func notice(_ record: RecordIndex) -> Published<Notice>? {
    admit(record.isResolved ? registry.records.notices[Int(registry.header(record).slot)] : nil)
  }
  func site(_ record: RecordIndex) -> Published<Site>? {
    admit(record.isResolved ? registry.records.sites[Int(registry.header(record).slot)] : nil)
  }
  func statement(_ record: RecordIndex) -> Published<Statement>? {
    admit(record.isResolved ? registry.records.statements[Int(registry.header(record).slot)] : nil)
  }
}
