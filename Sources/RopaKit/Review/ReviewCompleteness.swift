import LocatedYAML

/// Judges what is asked of an activity's record and of its notices.
struct CompletenessJudge {
  let scope: ReviewScope
  let assessed: Assessed
  private let placeholders: [SourceRange]
  private var registry: Registry { assessed.registry }
  private var law: LawOnDay { assessed.law }
  private var activity: Activity { scope.activity }

  init(_ scope: ReviewScope, _ assessed: Assessed) {
    self.scope = scope
    self.assessed = assessed
    placeholders = assessed.registry.values(in: assessed.registry.header(scope.activity.common.record)) {
      isPlaceholder($0) || isMaskedAddress($0)
    }
  }

  func completeness() -> Completeness {
    Completeness(fields: recordFields() + (activity.isControllerRecord ? noticeFields() : []))
  }

  // MARK: The record

  private func recordFields() -> [CompletenessField] {
    let role: RecordRole = activity.isControllerRecord ? .controller : .processor
    var seen: Set<String> = []
    return scope.regimes.flatMap { law.recordFields(of: role, $0) }
      .filter { $0.duty(of: role).need != .recommended && $0.row.id != "form" && seen.insert($0.row.id).inserted }
      .map { row in
        CompletenessField(
          kind: .record, id: row.row.id, title: row.row.title, citations: [row.duty(of: role).cite],
          state: recordState(row))
      }
  }

  private func recordState(_ row: RecordFieldRow) -> CompletenessState {
    switch row.row.id {
    case "transfers": return transfers()
    case "policy-conditions": return policyConditions()
    case "compelling-interests": return compellingInterests()
    default: break
    }
    switch assessed.state(of: row.row.id, activity) {
    case .filled:
      if holdsPlaceholder(row.row.id) { return .placeholder }
      if isPartlyOpen(row.row.id) { return .open }
      return row.row.id == "erasure" ? limits() : .filled
    case .open: return .open
    case .missing: return .missing
    case .notApplicable: return .notApplicable
    }
  }

  /// A placeholder stands inside of the field's value.
  private func holdsPlaceholder(_ field: String) -> Bool {
    guard !placeholders.isEmpty else { return false }
    let range: SourceRange? =
      switch field {
      case "purposes": activity.purposes.answer.range
      case "processing": activity.processing.answer.range
      case "data-subjects": activity.subjects.answer.range
      case "data-categories": activity.data.answer.range
      case "recipients": activity.recipients.answer.range
      case "erasure": activity.retention.answer.range
      default: nil
      }
    guard let range else { return false }
    return placeholders.contains { $0.file == range.file && $0.start >= range.start && $0.end <= range.end }
  }

  /// "These, and perhaps more": part of the answer is an open question.
  private func isPartlyOpen(_ field: String) -> Bool {
    switch field {
    case "purposes":
      activity.purposes.given.map { !$0.open.isEmpty || $0.values.contains { $0.text.answer.isOpen } } ?? false
    case "processing": activity.processing.hasOpenElement()
    case "data-subjects": activity.subjects.hasOpenElement()
    case "data-categories": activity.data.hasOpenElement()
    case "recipients": activity.recipients.hasOpenElement()
    case "erasure": activity.retention.hasOpenElement() || scope.purposes.contains { $0.retention.hasOpenElement() }
    default: false
    }
  }

  /// A rule that is named is a limit of time only where it gives a time, an end or a test.
  private func limits() -> CompletenessState {
    var state = CompletenessState.filled
    for rule in scope.retention where rule.limit != .filled {
      if rule.limit == .missing { return .missing }
      state = .open
    }
    return state
  }

  /// Every place in a third country stands in a recorded transfer. What is only possible is a question to the register, and no duty yet.
  private func transfers() -> CompletenessState {
    var isAsked = false
    for leg in scope.legs where leg.certainty == .certain {
      guard let exporter = registry.party(leg.exporter) else { continue }
      let regimes = law.regimes(
        exporter: exporter, isOurs: registry.isOurs(leg.exporter), activity: scope.regimes)
      for regime in regimes {
        for place in leg.places where law.isThird(place.territory, regime) {
          isAsked = true
          if !assessed.facts.cover.isCovered(leg, regime, place.territory) { return .missing }
        }
      }
    }
    if scope.legs.contains(where: { $0.certainty == .certain && $0.hasUnknownPlace }) { return .open }
    return isAsked ? .filled : .notApplicable
  }

  /// DPA Sch 1 para 41, where a condition needs a policy document.
  private func policyConditions() -> CompletenessState {
    var state = CompletenessState.notApplicable
    for basis in scope.bases {
      let need = assessed.policyDocumentNeed(of: basis)
      if need.isOpen { state = .open }
      guard need.row != nil else { continue }
      if basis.article6.given == nil || basis.retentionFollowsPolicy.answer.isAbsent {
        return basis.article6.answer.isOpen ? .open : .missing
      }
      if basis.retentionFollowsPolicy.answer.isOpen { state = .open }
      if state == .notApplicable { state = .filled }
    }
    return state
  }

  /// Art 49(6), where a transfer rests on compelling legitimate interests.
  private func compellingInterests() -> CompletenessState {
    var state = CompletenessState.notApplicable
    for transfer in scope.transfers where assessed.mechanism(of: transfer)?.term.id == compellingInterestsMechanism {
      switch transfer.derogation.given?.assessment.answer ?? .absent {
      case .given: if state == .notApplicable { state = .filled }
      case .unknown, .unusable: state = .open
      case .absent, .none, .notApplicable: return .missing
      }
    }
    return state
  }

  // MARK: Notices

  /// What the activity alone asks a notice to say, and whether a notice in force that covers it says so of this very activity.
  private func noticeFields() -> [CompletenessField] {
    guard activity.noticeExempt.given == nil, scope.organisation.isResolved else { return [] }
    let facts = NoticeFacts(
      activity: scope.slot, scope.organisation, scope.regimes, registry, assessed.facts.flows, law)
    let notices = scope.notices.filter { assessed.facts.notices[Int($0)].isPublished }
      .map { registry.records.notices[Int($0)] }
    return facts.owed.map { owed in
      let states = notices.map { notice -> ElementState in
        let state = registry.state(of: owed.element.id, in: notice, facts, law)
        guard state == .served else { return state }
        let isOpen =
          assessed.openElements(of: notice, facts).contains { $0.title == owed.element.title }
          || owed.element.id == "n-basis" && !hasBasisEverywhere
        return isOpen && !registry.ownText(notice, names: owed.element.id) ? .open : .served
      }
      let state: CompletenessState =
        states.contains(.served) ? .filled : states.contains(.open) ? .open : .missing
      return CompletenessField(
        kind: .notice, id: owed.element.id, title: owed.element.title, citations: owed.citations, state: state)
    }
  }
}

extension CompletenessJudge {
  /// Every basis names its point of Art 6(1) under every regime of the activity.
  private var hasBasisEverywhere: Bool {
    scope.bases.allSatisfy { basis in
      scope.regimes.allSatisfy { basis.article6.given?.answer($0).given?.elements.isEmpty == false }
    }
  }
}

extension RetentionRule {
  /// Whether it says how long, until when or by which test.
  fileprivate var limit: CompletenessState {
    let fields = [period.answer.isAbsent, ends.answer.isAbsent, criterion.answer.isAbsent, maximum.answer.isAbsent]
    if period.given != nil || !ends.elements().isEmpty || criterion.given != nil || maximum.given != nil
      || backStop.given != nil
    {
      return .filled
    }
    return fields.allSatisfy(\.self) ? .missing : .open
  }
}

/// The row of the table of mechanisms that Art 49(6) speaks of.
private let compellingInterestsMechanism = "derogation-compelling-interests"
