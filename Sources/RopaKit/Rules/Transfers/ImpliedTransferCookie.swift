import LocatedYAML

extension Rule {
  /// TRF-008. Who sets a cookie is a body that gets data of the activity which the cookie feeds.
  static let impliedTransferCookie = Rule(
    "implied-transfer-cookie", .transfers, .error, .contradiction,
    title: "A cookie sends data to a body abroad, and no transfer is recorded",
    rationale: """
      What a script or pixel reads goes straight from the visitor's device to whoever set it. If that body is in a third country, the flow \
      needs a gate like any other, beside the rules on storage on devices.
      """,
    remedy: "Record the transfer with the mechanism it rests on, or drop the provider.",
    citations: ["UK Art 44A", "EU Art 44", "Art 30(1)(d), (e)"],
    check: .transferGaps { gap, assessed in
      guard gap.kind == .cookie, !gap.coveredElsewhere else { return .notApplicable }
      let leg = assessed.facts.flows.legs[Int(gap.leg)]
      let name = assessed.registry.name(of: leg.importer)
      return .finding(
        assessed.observation(
          of: gap, "\(name) in \(assessed.names(of: gap.places.map(\.territory))) gets what a cookie collects",
          severity: assessed.severity(of: gap)))
    },
    examples: [
      Example("the setter is abroad", example(setter: "«counter»", counter: counter(country: "IN"))),
      Example(
        "covered without condition", example(setter: "«counter»", counter: counter(country: "NO")), severity: .advice),
      Example(
        "our own code sets it, and the results go abroad",
        example(setter: "example-care", counter: counter(country: "IN"), sharedWith: "«counter»")),
      Example(
        "a transfer is recorded",
        example(setter: "counter", counter: counter(country: "NO"), more: [("transfers/counter.yaml", transfer)])),
      Example(
        "nothing personal comes of it",
        example(setter: "counter", counter: counter(country: "IN"), fields: "personal: false")),
      Example(
        "the maker of the software is abroad, and gets nothing",
        example(setter: "example-care", counter: counter(country: "IN"), fields: "software: counter")),
      Example("a setter at home", example(setter: "counter", counter: counter(country: "GB"))),
    ])

  private static func example(
    setter: String, counter: String, sharedWith: String = "{none: nobody else}", fields: String = "",
    more: [(String, String)] = []
  ) -> KeyValuePairs<String, String> {
    let transfer = more.first ?? ("people/service-lead.yaml", "title: Head of service\n")
    return [
      "sites/website.yaml": exampleSite(),
      "cookies/visits.yaml": exampleCookie(
        ["setter": setter, "shared-with": sharedWith, "activity": "appointment-messages"]) + fields + "\n",
      "recipients/counter.yaml": counter, transfer.0: transfer.1,
    ]
  }

  private static func counter(country: String) -> String {
    "title: Counter\nkind: company\nlegal-name: Example Counter Inc\ncountry: \(country)\ncategory: web statistics\n"
  }

  private static let transfer = """
    title: Counting visits
    exporter: example-care
    importer: counter
    countries: [NO]
    regime: uk-gdpr
    mechanism: adequacy
    """
}
