import LocatedYAML

extension Rule {
  /// REF-001, for agreements, which stand inside the record of the body they were made with.
  static let agreementUnknown = Rule(
    "agreement-unknown", .integrity, .error, .blind,
    title: "An agreement is named that no record has",
    rationale: """
      An activity says under which agreement a body gets data, or on which one joint controllers rely. A name that leads nowhere looks like \
      proof, and there is none.
      """,
    remedy: "Correct the name, or add the agreement to agreements of the body.",
    citations: ["Art 5(2)"],
    check: .activities { activity, assessed in
      guard activity.isJudged else { return .notApplicable }
      let registry = assessed.registry
      var named: [(name: InnerID, bodies: [Party])] = activity.recipients.elements().compactMap { entry in
        guard let name = entry.agreement.given, let body = registry.party(entry.party.given) else { return nil }
        return (name, [body])
      }
      if let name = activity.jointArrangement.given?.agreement.given {
        let bodies = activity.controller.elements().compactMap { registry.party($0) }
        if !bodies.isEmpty { named.append((name, bodies)) }
      }
      guard !named.isEmpty else { return .notApplicable }
      let unknown = named.filter { one in !one.bodies.contains { $0.agreementIDs.contains(one.name.text) } }
      let settled = unknown.filter { one in !one.bodies.contains { $0.hasOpenAgreements } }
      guard let first = settled.first else {
        return unknown.isEmpty ? .clear : .notEvaluable("the agreements with the body are an open question")
      }
      let body = first.bodies.first { !registry.isOurs($0.common.record) } ?? first.bodies[0]
      let near = nearMiss(first.name.text, among: first.bodies.flatMap(\.agreementIDs)).map { "did you mean '\($0)'?" }
      let header = registry.header(body.common.record)
      return .finding(
        Observation(
          "'\(first.name.text)' is not one of the agreements with \(joined(first.bodies.map { registry.name(of: $0.common.record) }, "or"))",
          at: first.name.range,
          hint: near
            ?? "add \(first.name.text): to agreements of \(header.kind.rawValue)/\(header.id), or correct the name",
          notes: settled.dropFirst().map { Note(message: "'\($0.name.text)' neither", range: $0.name.range) },
          records: [activity.common.record] + first.bodies.map(\.common.record),
          evidence: [Evidence("agreement", first.name.text)]))
    },
    examples: [
      Example(
        "a misspelt agreement", ["activities/letters.yaml": exampleActivity(["recipients": entry("«sharin»")])],
        also: transfer),
      Example(
        "one that is nowhere", ["activities/letters.yaml": exampleActivity(["recipients": entry("«contract-2024»")])],
        also: transfer),
      Example(
        "the one that is there", ["activities/letters.yaml": exampleActivity(["recipients": entry("sharing")])],
        also: transfer),
      Example(
        "not known yet",
        ["activities/letters.yaml": exampleActivity(["recipients": entry("{unknown: which contract}")])],
        also: transfer + ["open-question"]),
      Example(
        "an arrangement that the other controller's record does not have",
        [
          "organisations/clinics.yaml": ExampleRecords.clinicsWithArrangement,
          "activities/letters.yaml": exampleActivity([
            "controller": "[example-care, clinics]",
            "joint-arrangement": "{agreement: «clinics-2025», essence: We answer requests.}",
          ]),
        ]),
    ])

  /// The body is abroad.
  private static let transfer = ["implied-transfer-recipient"]

  private static func entry(_ agreement: String) -> String {
    "{party: analytics-fr, role: controller, data: name, agreement: \(agreement)}"
  }
}

extension Party {
  fileprivate var agreementIDs: [String] { (agreements.given?.values ?? []).map(\.id) }
  fileprivate var hasOpenAgreements: Bool { agreements.answer.isOpen || agreements.given?.open.isEmpty == false }
}
