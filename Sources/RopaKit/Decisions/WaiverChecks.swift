import LocatedYAML

/// What a waiver must say to have an effect. Every fault is found, not the first alone.
struct WaiverChecks {
  private let waiver: Waiver
  private let rule: Rule
  private let findings: [Finding]
  private let assessed: Assessed
  private let officers: Set<RecordIndex>
  private(set) var faults: [WaiverFault] = []

  /// - Parameters:
  ///   - findings: what it is about; the gravest of them decides who approves and for how long.
  ///   - officers: the people who are data protection officers.
  init(_ waiver: Waiver, _ rule: Rule, _ findings: [Finding], _ assessed: Assessed, _ officers: Set<RecordIndex>) {
    (self.waiver, self.rule, self.findings, self.assessed, self.officers) = (waiver, rule, findings, assessed, officers)
  }

  private var severity: Severity { findings.map(\.severity).max() ?? rule.severity }

  mutating func run() {
    if waiver.status.answer.isAbsent {
      add("it has no status", at: nil, "add status: active once it is decided, status: proposed until then")
    }
    let kind = waiver.kind.given?.value ?? .accept
    if let why = rule.whyOnlyAcknowledged, kind != .acknowledge {
      add(
        "'\(rule.id)' may only be acknowledged, because \(why)", at: waiver.kind.answer.range,
        "set kind: acknowledge, and say with fix-by: and fix-owner: until when it is mended and by whom")
    }
    reason()
    if kind == .acknowledge {
      acknowledged()
    } else {
      approved(kind)
      officerView()
    }
    term(kind)
  }

  private mutating func add(_ reason: String, at range: SourceRange?, _ hint: String) {
    faults.append(WaiverFault(reason: reason, range: range ?? waiver.common.anchor, hint: hint))
  }

  private mutating func reason() {
    let least = assessed.registry.settings?.policy.given?.waiverReasonLength.given?.value ?? Policy.defaultReasonLength
    if waiver.reason.answer.isOpen {
      add("its reason is an open question", at: waiver.reason.answer.range, "write the reason in place of the question")
    } else if let text = waiver.reason.given?.first, text.unicodeScalars.count < least {
      add(
        "its reason has \(text.unicodeScalars.count) characters, and your policy asks for \(least)",
        at: waiver.reason.answer.range, "say why it can be borne for now, and which alternatives were considered")
    }
  }

  private mutating func acknowledged() {
    if waiver.fixBy.given == nil {
      add("it does not say until when it is mended", at: waiver.fixBy.answer.range, "add fix-by: with a day")
    }
    if waiver.fixOwner.given?.record.isResolved != true {
      add(
        "it does not say who mends it", at: waiver.fixOwner.answer.range,
        "add fix-owner: with the id of a role in people")
    }
  }

  private mutating func approved(_ kind: WaiverKind) {
    guard let approver = person(waiver.approvedBy) else {
      return add(
        "nobody has approved it", at: waiver.approvedBy.answer.range,
        "add approved-by:, approved: and approver-role: once it is decided")
    }
    let range = waiver.approvedBy.answer.range
    let name = assessed.registry.name(of: approver.common.record)
    if let requester = person(waiver.requestedBy) {
      if requester === approver {
        add("\(name) asked for it and approved it", at: range, "let somebody else decide")
      }
    } else {
      add("it does not say who asked for it", at: waiver.requestedBy.answer.range, "add requested-by:")
    }
    if officers.contains(approver.common.record) || person(waiver.officerView.given?.by) === approver {
      add(
        "\(name) is the data protection officer, who gives a view and does not approve", at: range,
        "put the officer's view into dpo-view:, and let the management decide")
    }
    if approver.active.given?.value == false || approver.left.given.map({ $0 < assessed.day }) ?? false {
      add("\(name), who approved it, is no longer there", at: range, "let the one who answers now decide again")
    }
    switch waiver.approved.answer {
    case .given(let day, let place) where day > assessed.day:
      add("it is approved on \(day), a day that has not come", at: place, "correct the day, or set status: proposed")
    case .given: break
    default: add("the day of the approval is not given", at: waiver.approved.answer.range, "add approved:")
    }
    role(approver, name)
    if kind == .accept && waiver.risk.given == nil {
      add(
        "it does not say how great the risk to people is", at: waiver.risk.answer.range,
        "add risk: {likelihood: low, impact-on-people: low}, with the words that apply")
    }
  }

  private mutating func role(_ approver: Person, _ name: String) {
    let permitted = ApproverRole.allCases.filter { $0.most >= severity }.map(\.rawValue).joined(separator: ", ")
    guard case .given(let role, let range) = waiver.approverRole.answer else {
      return add(
        "it does not say in which role it was approved", at: waiver.approverRole.answer.range,
        "add approver-role: with one of \(permitted)")
    }
    if role.most < severity {
      add(
        "\(role.words) is a role that may not decide about \(severity.withArticle)", at: range,
        "let one of these decide: \(permitted)")
    } else if role == .owner, let subject = waiver.subject.given?.value.record,
      let owner = assessed.registry.owner(of: subject)?.record, owner != approver.common.record
    {
      add(
        "\(name) does not own '\(assessed.registry.name(of: subject))'", at: range,
        "let the owner decide: '\(assessed.registry.header(owner).id)'")
    } else if role == .siro,
      let named = assessed.registry.organisations.compactMap({ person($0.own?.healthService.given?.siro) }).first,
      named !== approver
    {
      add("\(name) is not the senior information risk owner of the organisation", at: range, "correct approved-by:")
    }
  }

  /// Where the law or the risk wants the officer's view; where there is no officer there is none to be had.
  private mutating func officerView() {
    let isOfficerAppointed = assessed.registry.organisations.contains {
      $0.own?.dpo.given?.status.given?.value == .appointed
    }
    guard isOfficerAppointed, severity == .error || (severity == .warning && isSensitive) else { return }
    guard let view = waiver.officerView.given, view.by.given?.record.isResolved == true, view.text.given != nil else {
      return add(
        "the view of the data protection officer is missing", at: waiver.officerView.answer.range,
        "add dpo-view: {by, date, text, agrees}; the officer advises and does not approve")
    }
  }

  /// A transfer, or an activity with data of a special category or about offences.
  private var isSensitive: Bool {
    rule.group == .transfers
      || findings.contains { finding in
        finding.records.contains { record in
          assessed.registry.header(record).kind == .transfers
            || assessed.registry.activity(at: record).map(assessed.facts.words.hasSensitiveData) ?? false
        }
      }
  }

  private mutating func term(_ kind: WaiverKind) {
    guard case .given(let last, let range) = waiver.expires.answer else { return }
    guard let first = (kind == .acknowledge ? nil : waiver.approved.given) ?? waiver.requested.given else {
      if kind == .acknowledge { add("the day it was asked for is not given", at: nil, "add requested:") }
      return
    }
    let longest = WaiverTerm.longest(severity)
    let latest = Day(number: first.number + longest)
    if last > latest {
      add(
        "it runs until \(last), and \(severity.withArticle) may be set aside for at most \(longest) days",
        at: range, "set expires: \(latest) or an earlier day; a renewal is a new waiver with supersedes:")
    }
  }

  /// Whether it is about what is there today.
  mutating func tie(hasCovered: Bool, isLawTheSame: Bool) {
    let hint = "look at the finding again; ropa waive \(rule.id) \(subject) drafts a new decision"
    if waiver.facts.elements().isEmpty {
      add("it does not say which facts were judged", at: waiver.facts.answer.range, hint)
    } else if !hasCovered {
      add("the facts have changed since it was decided", at: waiver.facts.answer.range, hint)
    } else if !isLawTheSame {
      add("the rule or the law it rests on has changed since it was decided", at: waiver.facts.answer.range, hint)
    }
  }

  private var subject: String {
    waiver.subject.given.map { assessed.registry.path(of: $0.value.record) } ?? "RECORD"
  }

  private func person(_ field: Internal<Reference<Person>>?) -> Person? { assessed.registry.person(field?.given) }
}

extension Severity {
  /// As in "may not decide about an error".
  fileprivate var withArticle: String {
    switch self {
    case .error: "an error"
    case .warning: "a warning"
    case .advice: "advice"
    }
  }
}
