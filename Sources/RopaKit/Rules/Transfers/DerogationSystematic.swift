import LocatedYAML

extension Rule {
  /// TRF-020.
  static let derogationSystematic = Rule(
    "derogation-systematic", .transfers, .error, .barred,
    title: "A derogation carries transfers that happen again and again",
    rationale: """
      Derogations are for exceptions. What happens regularly, or is how a processor works, needs a finding or a safeguard. A contract with \
      each person may recur from person to person; then say that it is occasional for each.
      """,
    remedy: "Use an adequacy finding or a safeguard, or record why each transfer is occasional.",
    citations: ["UK Art 49(1)", "EU Art 49(1)", "EDPB Guidelines 2/2018"],
    check: .transfers { transfer, assessed in
      guard let mechanism = assessed.mechanism(of: transfer), mechanism.kind == .derogation,
        mechanism.repeatable != .always, let regime = transfer.regime.given?.value
      else { return .notApplicable }
      let (registry, law) = (assessed.registry, assessed.law)
      var words: String?
      var notes: [Note] = []
      let isOccasional = transfer.derogation.given?.occasional.given?.value
      if isOccasional != true, transfer.frequency.given == .regular || transfer.frequency.given == .continuous {
        words = "happens \(transfer.frequency.given == .regular ? "regularly" : "all the time")"
        notes = transfer.frequency.answer.range.map { [Note(message: "How often it happens", range: $0)] } ?? []
      } else if isOccasional == false {
        words = "is not occasional"
      } else if let leg = assessed.legs(of: transfer).first(where: { $0.isProcessor && $0.certainty == .certain }) {
        words = "is how \(registry.name(of: leg.importer)) works for us"
        notes = [Note(message: "The processor gets data here", range: leg.range)]
      }
      guard let words else {
        return transfer.frequency.answer.isOpen
          ? .notEvaluable("how often the transfer happens is an open question") : .clear
      }
      return .finding(
        Observation(
          "The transfer rests on a derogation (\(lowercased(mechanism.term.title))), and it \(words)",
          at: transfer.mechanism.given?.range ?? transfer.common.anchor,
          hint: "record a safeguard in its place, as in idta, with its assessment", notes: notes,
          citations: [mechanism.cite[regime], law.cite("derogations", regime)].compactMap(\.self),
          records: [transfer.common.record],
          evidence: [
            Evidence("mechanism", mechanism.term.id),
            Evidence("frequency", transfer.frequency.given?.rawValue ?? "not given"),
          ]))
    },
    examples: [
      Example("a regular one", example("«derogation-contract»")),
      Example("consent each day", example("«derogation-explicit-consent»", frequency: "continuous")),
      Example(
        "regular, and occasional for each person",
        example("derogation-contract", "derogation: {necessity: Customers ask for it., occasional: true}")),
      Example("now and then", example("derogation-contract", frequency: "occasional")),
      Example(
        "not occasional, by its own record",
        example(
          "«derogation-contract»", frequency: "occasional",
          "derogation: {necessity: Customers ask for it., occasional: false}")),
      Example(
        "a processor needs it",
        example("«derogation-contract»", frequency: "occasional", role: "processor"),
        also: [
          "due-diligence-missing", "location-unknown", "processor-contract-missing",
          "sub-processors-unknown",
        ]),
      Example("one that may be used again and again", example("derogation-vital-interests")),
      Example(
        "how often is not known yet", example("derogation-contract", frequency: "{unknown: how often}"),
        also: ["open-question"]),
    ])

  private static func example(
    _ mechanism: String, frequency: String = "regular",
    _ more: String = "derogation: {necessity: Customers ask for it.}", role: String = "controller"
  ) -> KeyValuePairs<String, String> {
    ExampleTransfers.files(
      mechanism: mechanism, instrument: "", assessment: nil, more: more, role: role, frequency: frequency)
  }

  private static func lowercased(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
