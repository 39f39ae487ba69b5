import LocatedYAML

extension FindingState {
  /// As JSON names its number.
  var key: StaticString {
    switch self {
    case .open: "open"
    case .acknowledged: "acknowledged"
    case .accepted: "accepted"
    case .dismissed: "dismissed"
    case .baseline: "baseline"
    }
  }
}

extension Assessment {
  /// How many findings are in each state, and how many are not reported.
  func writeStates(_ json: inout JSONWriter) {
    let states = report.states
    json.key("states")
    json.object { json in
      for state in FindingState.allCases {
        json.key(state.key)
        json.value(states[state])
      }
      json.key("ignoredByPolicy")
      json.value(report.hidden.reduce(0) { $0 + ($1.policy == nil ? 0 : $1.count) })
      json.key("notSelected")
      json.value(report.hidden.reduce(0) { $0 + ($1.policy == nil ? $1.count : 0) })
    }
  }

  /// The waivers with where they stand, what is not reported and why, and what the baseline did.
  func writeDecisions(_ json: inout JSONWriter) {
    json.key("waivers")
    json.array { json in
      for waiver in report.decisions.waivers {
        json.newline()
        write(waiver, &json)
      }
    }
    json.key("hidden")
    json.array { json in
      for hidden in report.hidden {
        json.newline()
        json.object { json in
          json.key("rule")
          json.value(Rule.catalogue[hidden.rule].id)
          json.key("count")
          json.value(hidden.count)
          json.key("reason")
          if let reason = hidden.policy { json.value(reason) } else { json.null() }
        }
      }
    }
    json.key("baseline")
    guard let baseline = report.baseline else { return json.null() }
    json.object { json in
      json.key("known")
      json.value(report.states[.baseline])
      json.key("stale")
      json.array { json in
        for (entry, count) in baseline.stale {
          json.newline()
          json.object { json in
            json.key("rule")
            json.value(entry.rule)
            json.key("record")
            json.value(entry.record)
            json.key("facts")
            json.value(entry.facts)
            json.key("count")
            json.value(count)
          }
        }
      }
    }
  }

  private func write(_ judged: JudgedWaiver, _ json: inout JSONWriter) {
    let waiver = judged.waiver
    func add(_ key: StaticString, _ value: String?, _ json: inout JSONWriter) {
      json.key(key)
      if let value { json.value(value) } else { json.null() }
    }
    func path(_ record: RecordIndex?) -> String? { record.flatMap { $0.isResolved ? registry.path(of: $0) : nil } }
    json.object { json in
      add("waiver", registry.path(of: judged.record), &json)
      add("kind", waiver.kind.given?.value.rawValue, &json)
      add("rule", waiver.rule.given?.value.text, &json)
      add("subject", path(waiver.subject.given?.value.record), &json)
      add("standing", judged.standing.word, &json)
      json.key("covers")
      json.value(judged.isInForce ? judged.covered.count : 0)
      json.key("renewals")
      json.value(judged.renewals)
      add("reason", waiver.reason.given?.first, &json)
      add("approvedBy", path(waiver.approvedBy.given?.record), &json)
      add("approverRole", waiver.approverRole.given?.rawValue, &json)
      add("approved", waiver.approved.given?.description, &json)
      add("expires", waiver.expires.given?.description, &json)
      add("fixBy", waiver.fixBy.given?.description, &json)
      add("fixOwner", path(waiver.fixOwner.given?.record), &json)
    }
  }
}

extension JudgedWaiver {
  package var isInForce: Bool { if case .inForce = standing { true } else { false } }

  /// When, by whom and in which role it was decided, for reports: "accepted until 2027-01-31 by Head of service (risk owner)".
  func words(_ registry: Registry) -> String {
    func name(_ field: Internal<Reference<Person>>) -> String? {
      registry.person(field.given).map { registry.name(of: $0.common.record) }
    }
    if waiver.kind.given?.value == .acknowledge {
      return "being mended by \(waiver.fixBy.given?.description ?? "no day")"
        + (name(waiver.fixOwner).map { ", \($0)" } ?? "")
    }
    let verb = waiver.kind.given?.value == .accept ? "accepted" : "dismissed as misread"
    let role = waiver.approverRole.given.map { " (\($0.words))" } ?? ""
    let last = waiver.expires.given?.description ?? "no day"
    return "\(verb) until \(last) by \(name(waiver.approvedBy) ?? "nobody")\(role)"
  }
}
