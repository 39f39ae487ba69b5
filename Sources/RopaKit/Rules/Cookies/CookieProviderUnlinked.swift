import LocatedYAML

extension Rule {
  /// COO-011. That a setter has no record at all is a reference that leads nowhere.
  static let cookieProviderUnlinked = Rule(
    "cookie-provider-unlinked", .cookies, .error, .blind,
    title: "Whoever sets a cookie, or gets what it collects, is no body that can be named",
    rationale: """
      Visitors are told who reads what is on their device. "Advertising partners", a product or a brand is nobody whose contract could be \
      read and whose countries could be followed.
      """,
    remedy: "Record the companies behind it, one by one.",
    citations: ["Art 30(1)(d)", "Art 13(1)(e)", "C-673/17"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      let registry = assessed.registry
      let others = registry.others(of: cookie)
      let nameless = others.filter { reference in
        registry.party(reference).map { !$0.isNamedBody && $0.common.isJudged } ?? false
      }
      guard let first = nameless.first else {
        let isOpen = cookie.setter.answer.isOpen || cookie.sharedWith.hasOpenElement()
        return isOpen ? .notEvaluable("who sets it or gets its data is an open question") : .clear
      }
      let names = joined(nameless.map { "'\(registry.name(of: $0.record))'" })
      return .finding(
        Observation(
          "\(names) \(nameless.count == 1 ? "has" : "have") a part in '\(registry.words(for: cookie))' and \(nameless.count == 1 ? "is" : "are") no company that could be followed",
          at: first.range, hint: "name the company that sets or gets it, with a record of its own",
          notes: nameless.dropFirst().map { Note(message: "and this one", range: $0.range) },
          records: [cookie.common.record] + nameless.map(\.record), evidence: [Evidence("kind", "no single body")]))
    },
    examples: [
      Example("a class of bodies sets it", files(["setter": "«partners»"])),
      Example("a class of bodies gets it", files(["shared-with": "[«partners»]"])),
      Example("a brand sets it", files(["setter": "«widget»"])),
      Example("a company", files(["shared-with": "[analytics-fr]"])),
      Example("ourselves", files([:])),
      Example("only an example of who might", files(["shared-with": "[{party: partners, certainty: example}]"])),
      Example(
        "not known yet", files(["setter": "{unknown: who sets it}"]), also: ["notice-element-open", "open-question"]),
    ])

  private static func files(_ changes: ExampleTexts) -> ExampleTexts {
    [
      "sites/website.yaml": exampleSite(), "cookies/visits.yaml": exampleCookie(changes),
      "recipients/partners.yaml":
        "title: Advertising partners\nkind: class\ncategory: advertising partners\nwhen: On each visit.\n",
      "recipients/widget.yaml": "title: Widget\nkind: brand\nwhen: On each visit.\n",
    ]
  }
}
