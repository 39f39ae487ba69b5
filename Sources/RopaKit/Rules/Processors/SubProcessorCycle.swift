import LocatedYAML

extension Rule {
  /// PRC-010. Affiliates that do different things for one another say so in services.
  static let subProcessorCycle = Rule(
    "sub-processor-cycle", .processors, .error, .contradiction,
    title: "A chain of sub-processors leads back to where it began",
    rationale: """
      A body cannot work below itself. Either an entry is on the wrong side, or two bodies do different things for each other; then each entry \
      names its services, and there is no circle.
      """,
    remedy: "Remove the wrong entry, or name the services of each.",
    citations: ["Art 5(2)", "Art 28(2)"],
    check: .parties { party, assessed in
      guard let cycle = assessed.facts.supplierCycles.cycle(closedBy: party.common.record), party.common.isJudged else {
        return .notApplicable
      }
      let names = (cycle.path + cycle.path.prefix(1)).map { assessed.registry.name(of: $0) }
      return .finding(
        Observation(
          "The chain of sub-processors runs in a circle: \(names.joined(separator: " → "))",
          at: cycle.entry.party.given?.range ?? cycle.entry.range,
          hint: "remove the entry that is wrong, or add services: to each", records: [party.common.record] + cycle.path,
          evidence: [Evidence("sub-processors", names.joined(separator: ", "))]))
    },
    examples: [
      Example(
        "two that use each other",
        [
          "processors/cloud-host.yaml": exampleHost("[{party: mailer, authorised: 2025-03-01, flow-down: true}]"),
          "processors/mailer.yaml": exampleMailer(
            subProcessors: "[{party: «cloud-host», authorised: 2025-03-01, flow-down: true}]"),
        ]),
      Example(
        "one that uses itself", exampleCircle("[{party: «cloud-host», authorised: 2025-03-01, flow-down: true}]")),
      Example("a chain", exampleCircle("[{party: racks, authorised: 2025-03-01, flow-down: true}]")),
      Example(
        "for different services",
        [
          "processors/mailer.yaml": exampleMailer(
            subProcessors: "[{party: cloud-host, services: Hosting, authorised: 2025-03-01, flow-down: true}]"),
          "processors/cloud-host.yaml": exampleHost(
            "[{party: mailer, services: Mail to the host's staff, authorised: 2025-03-01, flow-down: true}]"),
        ]),
      Example(
        "only an example of what it might use", exampleCircle("[{party: mailer, certainty: example}]")),
    ])

  private static func exampleCircle(_ subProcessors: String) -> ExampleTexts {
    [
      "processors/cloud-host.yaml": exampleHost(subProcessors),
      "processors/racks.yaml":
        "title: Racks\nlegal-name: Example Racks Ltd\ncountry: GB\nowner: service-lead\nreviewed: 2026-09-01\nhosting: GB\naccess-from: GB\nsub-processors: {none: it has its own}\n",
    ]
  }

  private static func exampleHost(_ subProcessors: String) -> String {
    "title: Cloud Host\nlegal-name: Example Cloud Host Ltd\ncountry: GB\nowner: service-lead\nreviewed: 2026-09-01\nhosting: GB\naccess-from: GB\nsub-processors: \(subProcessors)\n"
  }
}
