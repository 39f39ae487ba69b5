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
      // One body that cannot be named is one finding, at the first cookie that names it.
      let new = nameless.filter { assessed.firstCookie(naming: $0.record)?.common.record == cookie.common.record }
      if new.isEmpty && !nameless.isEmpty { return .clear }
      guard let first = new.first else {
        let isOpen = cookie.setter.answer.isOpen || cookie.sharedWith.hasOpenElement()
        return isOpen ? .notEvaluable("who sets it or gets its data is an open question") : .clear
      }
      let names = joined(new.map { "'\(registry.name(of: $0.record))'" })
      return .finding(
        Observation(
          "\(names) \(new.count == 1 ? "has" : "have") a part in '\(registry.words(for: cookie))' and \(new.count == 1 ? "is" : "are") no company that could be followed",
          at: first.range, hint: "name the company that sets or gets it, with a record of its own",
          notes: new.dropFirst().map { Note(message: "and this one", range: $0.range) }
            + new.flatMap { assessed.otherCookies(naming: $0.record, than: cookie) },
          severity: cookie.onlyMayReach(new) ? .warning : .error,
          records: [cookie.common.record] + new.map(\.record), evidence: [Evidence("kind", "no single body")]))
    },
    examples: [
      Example("a class of bodies sets it", files(["setter": "«partners»"])),
      Example("a class of bodies gets it", files(["shared-with": "[«partners»]"])),
      Example(
        "the class has a part in two",
        [
          "sites/website.yaml": exampleSite(), "cookies/views.yaml": exampleCookie(["shared-with": "[«partners»]"]),
          "cookies/visits.yaml": exampleCookie(["shared-with": "[partners]"]),
          "recipients/partners.yaml":
            "title: Advertising partners\nkind: class\ncategory: advertising partners\nwhen: On each visit.\n",
        ]),
      Example(
        "a class of bodies may get it", files(["shared-with": "[{party: «partners», certainty: possible}]"]),
        severity: .warning),
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

extension Assessed {
  /// The place where a mention of a body is that of one who sets a cookie or gets what it collects.
  private func part(of body: RecordIndex, at mention: Mention) -> (cookie: Cookie, range: SourceRange)? {
    guard let cookie = registry.cookie(at: mention.from), cookie.common.isJudged,
      let reference = registry.others(of: cookie).first(where: { $0.record == body })
    else { return nil }
    return (cookie, reference.range)
  }

  fileprivate func firstCookie(naming body: RecordIndex) -> Cookie? {
    registry.mentions(of: body).lazy.compactMap { part(of: body, at: $0)?.cookie }.first
  }

  /// A few of the other cookies in which a body has a part.
  fileprivate func otherCookies(naming body: RecordIndex, than cookie: Cookie) -> [Note] {
    registry.mentions(of: body).lazy.compactMap { part(of: body, at: $0) }.filter { $0.cookie !== cookie }.prefix(9)
      .map { Note(message: "It has a part here too", range: $0.range) }
  }
}

extension Cookie {
  /// The bodies only may get what it collects.
  fileprivate func onlyMayReach(_ bodies: [Reference<Party>]) -> Bool {
    bodies.allSatisfy { body in
      sharedWith.elements().contains { $0.party.given?.record == body.record && $0.certainty.given == .possible }
    }
  }
}
