import LocatedYAML

extension Rule {
  /// PRC-008.
  static let flowDownMissing = Rule(
    "flow-down-missing", .processors, .warning, .mandatory,
    title: "Nothing shows that a sub-processor is bound by the same duties",
    rationale: """
      A processor lays its own duties on everybody it engages, and answers for them. For large services the published terms are evidence; \
      say where they are.
      """,
    remedy: "Ask the processor for the term that binds the sub-processor, and set flow-down: true.",
    citations: ["Art 28(4)", "EDPB Opinion 22/2024"],
    yieldsTo: ["processor-contract-missing", "processor-contract-lapsed"],
    check: .parties { party, assessed in
      guard assessed.processorUse(of: party) != nil, !party.subProcessors.elements().isEmpty else {
        return .notApplicable
      }
      return assessed.judge(
        party, \.flowDown.answer, open: "whether a sub-processor is bound is an open question", test: \.value
      ) { names, isOne in
        Observation(
          "\(assessed.registry.name(of: party.common.record)) uses \(names), and nothing shows that \(isOne ? "it is" : "they are") bound by the same duties",
          at: party.common.anchor, hint: "add flow-down: true once you have seen the term",
          records: [party.common.record])
      }
    },
    examples: [
      Example("no word", ["processors/mailer.yaml": exampleMailer(subProcessors: "[«cloud-host»]")]),
      Example(
        "not bound",
        ["processors/mailer.yaml": exampleMailer(subProcessors: "[{party: «cloud-host», flow-down: false}]")]
      ),
      Example("bound", ["processors/mailer.yaml": exampleMailer()]),
      Example(
        "only an example of what it might use",
        ["processors/mailer.yaml": exampleMailer(subProcessors: "[{party: cloud-host, certainty: example}]")]),
      Example(
        "not known yet",
        [
          "processors/mailer.yaml": exampleMailer(subProcessors: "[{party: cloud-host, flow-down: {unknown: whether}}]")
        ],
        also: ["open-question"]),
    ])
}
