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

/// Composes a notice.
/// - Parameter slot: its place among the register's notices.
/// - Returns: nil when the notice or its organisation is withheld.
package func composeNotice(_ slot: Int, of assessment: Assessment, messages: Messages) -> ComposedNotice? {
  composeNotice(slot, of: assessment.assessed, messages: messages)
}

func composeNotice(_ slot: Int, of assessed: Assessed, messages: Messages) -> ComposedNotice? {
  composer(slot, of: assessed, messages: messages)?.compose()
}

/// What a list of notices says of one; nil when the notice or its organisation is withheld.
func composeHeadline(_ slot: Int, of assessment: Assessment, messages: Messages) -> NoticeHeadline? {
  composer(slot, of: assessment.assessed, messages: messages)?.headline
}

/// The composer of a notice; nil when the notice or its organisation is withheld.
func composer(_ slot: Int, of assessed: Assessed, messages: Messages) -> NoticeComposer? {
  let registry = assessed.registry
  let projection = Projection(registry)
  let covers = assessed.facts.notices[slot]
  guard let notice = projection.admit(registry.records.notices[slot]), covers.organisation.isResolved,
    let organisation = projection.party(covers.organisation)
  else { return nil }
  let covered = covers.told.compactMap { slot in
    projection.admit(registry.records.activities[slot]).map {
      CoveredActivity(slot, $0, assessed.facts.flows, registry)
    }
  }
  return NoticeComposer(
    registry: registry, facts: assessed.facts, projection: projection, messages: messages,
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

  func compose() -> ComposedNotice {
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
      // Words that were made for another section are not read again here.
      let records = Set(projection.takeRecords() + blocks.flatMap(\.sources))
      provenance.append((anchor, records.sorted()))
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

  /// The composer of what is to be said of one activity; nil where the notice does not cover it.
  func narrowed(to activity: RecordIndex) -> NoticeComposer? {
    var narrow = self
    narrow.scope = ScopeMemory()
    narrow.covered = covered.filter { $0.fields.value.common.record == activity }
    return narrow.covered.isEmpty ? nil : narrow
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

  var title: PublicText { text(notice.recordTitle()) ?? say(.noticeTitle) }

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
    if let summary = text(notice.summary) {
      entries.append(PublicEntry(term: say(.changesTitle), text: messages.sentences([summary])))
    }
    // The history may list the version in force with the others.
    for earlier in notice.history?.elements() ?? []
    where earlier.value.effective.given == nil || earlier.value.effective.given != notice.value.effective.given {
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

  var foot: PublicText {
    let name = name(organisation) ?? say(.noticesTitle)
    return registration.map { say(.footRegistered, name, $0) } ?? name
  }
}
