import LocatedYAML

extension Rule {
  /// PRC-013. A bureau with legal duties of its own, a delivery firm or an auditor is one and the other: for different purposes.
  static let roleConflict = Rule(
    "role-conflict-same-party", .processors, .warning, .risk,
    title: "A body works on instructions and decides itself, with the same data",
    rationale: """
      A body may be processor in one thing and controller in another. With the same data, and without different purposes on record, one of the \
      two is a slip, or the body goes beyond its instructions. Name the purposes or the data of the entry, so that the two can be told apart.
      """,
    remedy: "Correct a role, or write purposes: or data: at the entry among recipients.",
    citations: ["Art 4(7) and (8)", "Art 28(10)"],
    check: .parties { party, assessed in
      guard assessed.processorUse(of: party) != nil else { return .notApplicable }
      let roles = assessed.roles(of: party)
      for deciding in roles where deciding.isController {
        for instructed in roles where !instructed.isController {
          let purposes = (deciding.purposes, instructed.purposes)
          let isSplit = !purposes.0.isEmpty && !purposes.1.isEmpty && purposes.0.isDisjoint(with: purposes.1)
          let shared = deciding.data.intersection(instructed.data)
          guard !isSplit, let first = shared.min(by: { $0.value < $1.value }) else { continue }
          let registry = assessed.registry
          let names = (registry.name(of: instructed.activity), registry.name(of: deciding.activity))
          return .finding(
            Observation(
              "\(registry.name(of: party.common.record)) is a processor in '\(names.0)' and decides itself in '\(names.1)', both with \(registry.name(of: first))",
              at: deciding.range, hint: "correct role:, or name purposes: or data: of the entry",
              notes: [Note(message: "it works on instructions here", range: instructed.range)],
              records: [deciding.activity, instructed.activity, party.common.record],
              evidence: [Evidence("data in both", String(shared.count))]))
        }
      }
      return .clear
    },
    examples: [
      Example(
        "the same data in two activities", twice("{party: «mailer», role: controller}"),
        also: ["sharing-agreement-missing"]),
      Example("joint in one", twice("{party: «mailer», role: joint}")),
      Example(
        "other data", twice("{party: mailer, role: controller, data: phone}", data: "[name, phone]"),
        also: ["sharing-agreement-missing"]),
      Example("a processor in both", twice("{party: mailer, role: processor}")),
      Example("perhaps", twice("{party: mailer, role: controller, certainty: possible}")),
      Example(
        "different purposes",
        [
          "activities/letters.yaml": exampleActivity([
            "recipients": "[{party: bureau, role: controller, purposes: tax}]",
            "purposes": "{pay: Pay those who work for us., tax: Tell the tax office what was paid.}",
          ]),
          "activities/pay.yaml": exampleActivity([
            "title": "Pay", "recipients": "[{party: bureau, role: processor, purposes: pay}]",
            "purposes": "{pay: Pay those who work for us.}",
          ]),
          "processors/bureau.yaml": bureau,
        ], also: ["sharing-agreement-missing"]),
    ])

  private static func twice(_ entry: String, data: String = "name") -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(["recipients": "[\(entry)]", "data": data])]
  }

  private static let bureau =
    exampleMailer(subProcessors: "{none: its own machines}")
    .replacingLine("title", with: "Bureau").replacingLine("legal-name", with: "Example Bureau Ltd") + "\n"
}

/// A body in one activity of ours.
private struct RoleInActivity {
  let activity: RecordIndex
  let isController: Bool
  let data: Set<RecordIndex>
  let purposes: Set<String>
  let range: SourceRange
}

extension Assessed {
  /// Each role that a body has for certain in running activities in which we decide.
  fileprivate func roles(of party: Party) -> [RoleInActivity] {
    var found: [RoleInActivity] = []
    var last: Int32 = -1
    for index in facts.flowIndex.legs(to: party.common.record) {
      let leg = facts.flows.legs[Int(index)]
      guard leg.activity != last, leg.kind == .recipient, leg.certainty == .certain, registry.isOurs(leg.exporter)
      else {
        continue
      }
      last = leg.activity
      let activity = registry.records.activities[Int(leg.activity)]
      guard activity.isControllerRecord, activity.isJudged else { continue }
      let all = Set(activity.data.elements().compactMap(\.category.given?.record))
      for entry in activity.recipients.elements() where entry.party.given?.record == party.common.record {
        guard (entry.certainty.given ?? .certain) == .certain, entry.anonymous.given != .anonymous else { continue }
        let own = Set(entry.data.elements().map(\.record))
        let role = entry.role.given ?? (party.face == .processors ? .processor : .controller)
        guard role == .controller || role == .joint || role == .processor else { continue }
        found.append(
          RoleInActivity(
            activity: activity.common.record, isController: role != .processor, data: own.isEmpty ? all : own,
            purposes: Set(entry.purposes.elements().map(\.text)),
            range: entry.party.given?.range ?? entry.range))
      }
      for reference in activity.systems.elements() {
        guard let system = registry.system(reference), case .given(let runs, let range) = system.operator_.answer,
          runs.record == party.common.record
        else { continue }
        let own = Set(system.data.elements().map(\.record))
        found.append(
          RoleInActivity(
            activity: activity.common.record, isController: false, data: own.isEmpty ? all : own.intersection(all),
            purposes: [], range: range))
      }
    }
    return found
  }
}
