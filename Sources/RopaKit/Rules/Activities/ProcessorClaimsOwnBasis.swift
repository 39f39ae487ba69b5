import LocatedYAML

extension Rule {
  /// ACT-008. The controller's basis, noted for information, goes to `customer-basis`.
  static let processorClaimsOwnBasis = Rule(
    "processor-claims-own-basis", .activities, .warning, .contradiction,
    title: "An activity that is done for somebody else names a lawful basis of its own",
    rationale: """
      Who works on instructions rests on the basis of the controller. A basis of our own is a sign that we decide about that purpose, and \
      whoever decides is a controller for it. Notes on the customer's basis have a field of their own.
      """,
    remedy: "Record what we decide as an activity of our own, or move the note to customer-basis.",
    citations: ["Art 4(8)", "Art 28(3)(a)", "Art 28(10)"],
    yieldsTo: ["role-missing"],
    check: .activities { activity, assessed in
      guard !activity.isControllerRecord, activity.isJudged else { return .notApplicable }
      var places: [SourceRange] = []
      if case .given(let list, let range) = activity.basis.answer, !list.elements.isEmpty { places.append(range) }
      for purpose in activity.purposes.given?.values ?? [] {
        if case .given(let list, let range) = purpose.basis.answer, !list.elements.isEmpty { places.append(range) }
      }
      guard let first = places.first else { return .clear }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' is done for somebody else and names a lawful basis of its own",
          at: first, hint: "move it to customer-basis:, or make an activity of our own of what we decide",
          notes: places.dropFirst().map { Note(message: "and here", range: $0) }, records: [activity.common.record],
          evidence: [Evidence("basis", assessed.registry.text(in: first))]))
    },
    examples: [
      Example("a basis for all of it", hosted("basis: «customer-contract»")),
      Example(
        "a basis for one purpose",
        hosted("purposes: {improve: {text: Make our service for rotas better., basis: «better-reminders»}}")),
      Example("the customer's basis, noted", hosted("customer-basis: their contract with the staff")),
      Example("purposes without a basis", hosted("purposes: {keep: Keep the rotas of the clinics ready for them.}")),
      Example("what we decide ourselves", ["activities/letters.yaml": exampleActivity([:])]),
    ])

  private static func hosted(_ more: String) -> ExampleTexts {
    ["activities/hosted-records.yaml": exampleHostedRecords(more)]
  }
}

/// The sound register's activity for clinics, with further lines.
func exampleHostedRecords(_ more: String = "", controller: String = "clinics") -> String {
  """
  title: Keeping rotas for clinics
  controller: \(controller)
  processor: example-care
  owner: service-lead
  processing: storage of rotas
  subjects: clinic-staff
  data: [name, job]
  sources: clinics
  systems: office-files
  recipients: {none: only the clinic itself}
  scale: small
  reviewed: 2026-09-01
  \(more)

  """
}
