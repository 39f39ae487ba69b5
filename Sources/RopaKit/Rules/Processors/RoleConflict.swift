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
      // Hardly any body decides as well: only then are the data looked at.
      let slot = Int(assessed.registry.header(party.common.record).slot)
      guard assessed.facts.processors.isNamedAsDeciding(party: slot) else { return .clear }
      let deciding = assessed.decidingRoles(of: party)
      guard !deciding.isEmpty else { return .clear }
      guard let conflict = assessed.instructedRole(of: party, meeting: deciding) else { return .clear }
      let registry = assessed.registry
      let names = (registry.name(of: conflict.instructed), registry.name(of: conflict.deciding.activity))
      return .finding(
        Observation(
          "\(registry.name(of: party.common.record)) is a processor in '\(names.0)' and decides itself in '\(names.1)', both with \(registry.name(of: conflict.data))",
          at: conflict.deciding.range, hint: "correct role:, or name purposes: or data: of the entry",
          notes: [Note(message: "it works on instructions here", range: conflict.range)],
          records: [conflict.deciding.activity, conflict.instructed, party.common.record],
          evidence: [Evidence("data in both", registry.header(conflict.data).id)]))
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

/// An entry of an activity that names a body as somebody who decides.
private struct DecidingRole {
  let activity: RecordIndex
  let data: Set<RecordIndex>
  let purposes: Set<String>
  let range: SourceRange

  /// Different purposes tell the roles apart.
  func isApart(from purposes: [InnerID]) -> Bool {
    !self.purposes.isEmpty && !purposes.isEmpty && !purposes.contains { self.purposes.contains($0.text) }
  }
}

extension Assessed {
  /// Runs over the running activities in which we decide and that give a body data for certain, each once.
  private func forEachActivity(giving party: Party, _ look: (Activity) -> Bool) {
    var last: Int32 = -1
    for index in facts.flowIndex.legs(to: party.common.record) {
      let leg = facts.flows.legs[Int(index)]
      guard leg.activity != last, leg.kind == .recipient, leg.certainty == .certain, registry.isOurs(leg.exporter)
      else {
        continue
      }
      last = leg.activity
      let activity = registry.records.activities[Int(leg.activity)]
      if activity.isControllerRecord, activity.isJudged, look(activity) { return }
    }
  }

  fileprivate func decidingRoles(of party: Party) -> [DecidingRole] {
    var found: [DecidingRole] = []
    forEachActivity(giving: party) { activity in
      for entry in activity.recipients.elements() where entry.role(of: party) == .controller {
        let own = entry.data.elements().map(\.record)
        found.append(
          DecidingRole(
            activity: activity.common.record,
            data: Set(own.isEmpty ? activity.data.elements().compactMap(\.category.given?.record) : own),
            purposes: Set(entry.purposes.elements().map(\.text)), range: entry.party.given?.range ?? entry.range))
      }
      return false
    }
    return found
  }

  /// The first place where a body works on instructions with data that it decides about elsewhere.
  fileprivate func instructedRole(of party: Party, meeting roles: [DecidingRole])
    -> (instructed: RecordIndex, deciding: DecidingRole, data: RecordIndex, range: SourceRange)?
  {
    var found: (instructed: RecordIndex, deciding: DecidingRole, data: RecordIndex, range: SourceRange)?
    func meets(_ activity: Activity, _ own: [Reference<DataCategory>], _ purposes: [InnerID], _ range: SourceRange)
      -> Bool
    {
      for role in roles where !role.isApart(from: purposes) {
        let data = own.isEmpty ? activity.data.elements().compactMap(\.category.given?.record) : own.map(\.record)
        guard let shared = data.first(where: role.data.contains) else { continue }
        found = (activity.common.record, role, shared, range)
        return true
      }
      return false
    }
    forEachActivity(giving: party) { activity in
      for entry in activity.recipients.elements() where entry.role(of: party) == .processor {
        if meets(activity, entry.data.elements(), entry.purposes.elements(), entry.party.given?.range ?? entry.range) {
          return true
        }
      }
      return activity.systems.elements().contains { reference in
        guard let system = registry.system(reference), case .given(let runs, let range) = system.operator_.answer,
          runs.record == party.common.record
        else { return false }
        return meets(activity, system.data.elements(), [], range)
      }
    }
    return found
  }
}

extension RecipientEntry {
  /// Controller or processor, joint controllers among the former; nil where the entry is about another body, doubtful, or another role.
  fileprivate func role(of party: Party) -> RecordRole? {
    guard self.party.given?.record == party.common.record, (certainty.given ?? .certain) == .certain,
      anonymous.given != .anonymous
    else { return nil }
    switch role.given ?? (party.face == .processors ? .processor : .controller) {
    case .controller, .joint: return role.answer.isOpen ? nil : .controller
    case .processor: return role.answer.isOpen ? nil : .processor
    case .internal, .publicBody: return nil
    }
  }
}
