import LocatedYAML

/// Composes one notice in one language. What reaches the notice is made from published values and messages; the register itself is
/// asked only for what hangs together.
struct NoticeComposer {
  let registry: Registry
  let facts: Facts
  let projection: Projection
  let messages: Messages
  let language: TextLanguages
  let notice: Published<Notice>
  let organisation: Published<Party>
  let regimes: [Regime]
  /// The activities that are spoken of; fewer inside a section that names its own.
  private(set) var covered: [CoveredActivity]
  let memory: ComposerMemory
  private(set) var scope = ScopeMemory()

  var law: LawOnDay { facts.law }

  func say(_ key: MessageKey, _ arguments: PublicText...) -> PublicText { messages.text(key, arguments) }
  /// None of the register's records.
  func noRecords() -> RecordSet { RecordSet(registry) }
  /// The legs of the covered activities.
  var legs: [CoveredLeg] {
    if let legs = scope.legs { return legs }
    let legs = covered.flatMap(\.legs)
    scope.legs = legs
    return legs
  }
  func text(_ text: Published<Text>?) -> PublicText? { PublicText(text, in: language) }
}

/// An activity that a notice covers.
struct CoveredActivity {
  /// Its place among the register's activities.
  let slot: Int
  let fields: Published<Activity>
  /// Its legs that are facts or possible.
  let legs: [CoveredLeg]

  init(_ slot: Int, _ fields: Published<Activity>, _ flows: Flows, _ registry: Registry) {
    self.slot = slot
    self.fields = fields
    legs = flows.range(ofActivity: slot).compactMap { CoveredLeg($0, flows, registry) }
  }
}

/// A leg that a notice may tell of.
struct CoveredLeg {
  /// Its place among the legs of the facts.
  let place: Int
  let exporter: RecordIndex
  let importer: RecordIndex
  let kind: FlowKind
  let isProcessor: Bool
  /// The leg, or one on the way to it, only may be so.
  let isPossible: Bool

  /// Nil when the leg, or one on the way to it, is no fact or goes to a body that may not be named: whom such a body uses is not told
  /// either, because it would be told as somebody else's.
  init?(_ place: Int, _ flows: Flows, _ registry: Registry) {
    var isPossible = false
    var next = place
    while next >= 0 {
      let gate = Gate(flows.legs[next].certainty)
      guard gate != .closed, registry.party(flows.legs[next].importer)?.common.isPublishable ?? false else {
        return nil
      }
      if gate == .possible { isPossible = true }
      next = Int(flows.legs[next].parent)
    }
    self.place = place
    self.isPossible = isPossible
    exporter = flows.legs[place].exporter
    importer = flows.legs[place].importer
    kind = flows.legs[place].kind
    isProcessor = flows.legs[place].isProcessor
  }
}

/// Composes a notice.
/// - Parameter slot: its place among the register's notices.
/// - Returns: nil when the notice or its organisation is withheld.
package func composeNotice(_ slot: Int, of assessment: Assessment, messages: Messages) -> ComposedNotice? {
  composer(slot, of: assessment, messages: messages)?.compose()
}

/// What a list of notices says of one; nil when the notice or its organisation is withheld.
func composeHeadline(_ slot: Int, of assessment: Assessment, messages: Messages) -> NoticeHeadline? {
  composer(slot, of: assessment, messages: messages)?.headline
}

/// A notice's title, readers, day and organisation.
struct NoticeHeadline: Sendable {
  let title: PublicText
  let lede: PublicText?
  /// The day from which it holds; nil where nobody knows it.
  let inForce: PublicEntry?
  let organisation: PublicText
  let foot: PublicText
}

private func composer(_ slot: Int, of assessment: Assessment, messages: Messages) -> NoticeComposer? {
  let registry = assessment.registry
  let projection = Projection(registry)
  let covers = assessment.facts.notices[slot]
  guard let notice = projection.admit(registry.records.notices[slot]), covers.organisation.isResolved,
    let organisation = projection.party(covers.organisation)
  else { return nil }
  let covered = covers.activities.compactMap { slot in
    projection.admit(registry.records.activities[slot]).map {
      CoveredActivity(slot, $0, assessment.facts.flows, registry)
    }
  }
  return NoticeComposer(
    registry: registry, facts: assessment.facts, projection: projection, messages: messages,
    language: TextLanguages(wanted: messages.language, first: registry.language), notice: notice,
    organisation: organisation, regimes: covers.regimes, covered: covered,
    memory: ComposerMemory())
}

extension NoticeComposer {
  fileprivate var headline: NoticeHeadline {
    NoticeHeadline(
      title: title, lede: lede, inForce: inForce, organisation: shortName(organisation) ?? say(.noticesTitle),
      foot: foot)
  }

  fileprivate func compose() -> ComposedNotice {
    var sections: [PublicSection] = []
    var provenance: [(anchor: SectionAnchor, records: [RecordIndex])] = []
    var counts: [SectionName: Int] = [:]
    var own = 0
    for planned in plan() {
      _ = projection.takeRecords()
      guard let heading = heading(planned) else { continue }
      let blocks = narrowed(to: planned.own).blocks(planned).map(\.capitalised)
      if blocks.isEmpty { continue }
      let anchor: SectionAnchor
      if let name = planned.name {
        counts[name, default: 0] += 1
        anchor = SectionAnchor(name, count: counts[name]!)
      } else {
        own += 1
        anchor = SectionAnchor(own: own)
      }
      sections.append(PublicSection(anchor: anchor, heading: heading, blocks: blocks))
      provenance.append((anchor, projection.takeRecords()))
    }
    // A notice that sums itself up needs no second summary under the same heading.
    let sumsUp = sections.contains { $0.heading == say(.inShort) }
    let document = PublicNotice(
      language: messages.language, title: title,
      translationNote: messages.isReviewed ? nil : say(.unreviewed), lede: lede,
      summary: sumsUp ? [] : summary(of: sections).map(\.capitalised),
      sections: sections,
      inForce: inForce, version: version, organisation: shortName(organisation) ?? say(.noticesTitle), foot: foot)
    return ComposedNotice(
      notice: document, provenance: NoticeProvenance(sections: provenance, omitted: projection.omitted))
  }

  /// A section to be composed.
  private struct Planned {
    /// Nil for a section of the notice's own.
    let name: SectionName?
    let own: Published<NoticeSection>?
  }

  /// The notice's own sections in its order, else the built-in order. Systems are told only where a notice asks for them.
  private func plan() -> [Planned] {
    guard let sections = notice.sections else {
      return SectionName.allCases.filter { $0 != .systems }.map { Planned(name: $0, own: nil) }
    }
    return sections.elements().map { Planned(name: $0.section?.value, own: $0) }
  }

  private func heading(_ planned: Planned) -> PublicText? {
    text(planned.own?.heading) ?? planned.name.map { messages.heading($0) } ?? say(.headingOwn)
  }

  /// Own text first, then what is composed, unless the own text takes its place, then the statements.
  private func blocks(_ planned: Planned) -> [PublicBlock] {
    var blocks = PublicText.blocks(of: planned.own?.text, in: language)
    if let name = planned.name, planned.own?.value.replace.given?.value != true { blocks += composed(name) }
    for statement in planned.own?.statements?.elements() ?? [] {
      if let published = statement.followed() { blocks += self.blocks(statement: published) }
    }
    return blocks
  }

  private func narrowed(to section: Published<NoticeSection>?) -> NoticeComposer {
    guard let wanted = section?.value.activities.given else { return self }
    var narrow = self
    narrow.scope = ScopeMemory()
    narrow.covered = covered.filter { activity in
      wanted.elements.contains { $0.record == activity.fields.value.common.record }
    }
    return narrow
  }

  private func composed(_ name: SectionName) -> [PublicBlock] {
    switch name {
    case .whoWeAre: whoWeAre()
    case .dpo: officer()
    case .activities: whatWeDo()
    case .data: data()
    case .sources: sources()
    case .purposes: purposes()
    case .basis: bases()
    case .interests: interests()
    case .specialData: specialData()
    case .provision: provision()
    case .recipients: recipients()
    case .systems: systems()
    case .transfers: transfers()
    case .security: security()
    case .retention: retention()
    case .automatedDecisions: automatedDecisions()
    case .rights: rights()
    case .objection: objection()
    case .complaints: complaints()
    case .links: links()
    case .changes: changes()
    case .contact: contacts()
    case .marketing: marketing()
    case .children: children()
    case .cookies: cookies()
    }
  }

  /// A statement with its exceptions.
  private func blocks(statement: Published<Statement>) -> [PublicBlock] {
    let blocks = PublicText.blocks(of: statement.recordWords(), in: language)
    if blocks.isEmpty { return [] }
    return blocks
      + (statement.except?.elements() ?? []).compactMap { exception in
        let names =
          (exception.parties?.elements() ?? []).compactMap { $0.followed() }.compactMap { shortName($0) }
          + (exception.systems?.elements() ?? []).compactMap { $0.followed() }.compactMap { text($0.recordTitle()) }
        guard let what = text(exception.text) ?? (names.isEmpty ? nil : say(.exceptionFor, messages.list(names))) else {
          return nil
        }
        return .paragraph(
          messages.sentences([
            text(exception.because).map { say(.exceptionBecause, what, $0) } ?? say(.exception, what)
          ]))
      }
  }

  private var title: PublicText { text(notice.recordTitle()) ?? say(.noticeTitle) }

  /// Whom the notice is for, and the words of its own that it begins with.
  var lede: PublicText? {
    let audience = notice.audience?.elements() ?? []
    let groups = audience.compactMap { nameAndItems(subjects: $0) }
    var sentences = groups.isEmpty ? [] : [say(.audience, messages.list(groups))]
    sentences += audience.compactMap { $0.followed() }.compactMap { text($0.recordWords()) }
    if let words = text(notice.recordWords()) { sentences.append(words) }
    if let whole = notice.layerOf?.followed().flatMap({ text($0.recordTitle()) }) {
      sentences.append(say(.shortForm, whole))
    }
    return sentences.isEmpty ? nil : messages.sentences(sentences)
  }

  /// The day from which it holds.
  private var inForce: PublicEntry? {
    notice.effective.map { PublicEntry(term: say(.inForceFrom), text: PublicText($0, messages)) }
  }

  private var version: [PublicEntry] {
    var entries = inForce.map { [$0] } ?? []
    if let day = notice.published {
      entries.append(PublicEntry(term: say(.published), text: PublicText(day, messages)))
    }
    if let version = PublicText(notice.version) { entries.append(PublicEntry(term: say(.version), text: version)) }
    for earlier in notice.history?.elements() ?? [] {
      let parts = [
        earlier.effective.map { PublicText($0, messages) }, PublicText(earlier.version).map { say(.versionNumber, $0) },
        text(earlier.summary),
      ]
      entries.append(PublicEntry(term: say(.earlierVersion), text: messages.sentences(parts.compactMap { $0 })))
    }
    if let address = PublicText(address: notice.address) {
      entries.append(PublicEntry(term: say(.foundAt), text: address))
    }
    return entries
  }

  private var foot: PublicText {
    let name = name(organisation) ?? say(.noticesTitle)
    return registration.map { say(.footRegistered, name, $0) } ?? name
  }
}
