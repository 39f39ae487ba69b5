import LocatedYAML

extension Rule {
  /// COO-008.
  static let consentDesignWeak = Rule(
    "consent-design-weak", .cookies, .error, .mandatory,
    title: "A banner asks for consent in a way that gives no real choice",
    rationale: """
      Consent is a free and active choice: refusing is as easy as agreeing, nothing is chosen in advance, and people can change their mind. \
      A banner that hides the refusal collects no consent.
      """,
    remedy: "Put the refusal beside the agreement, leave choices empty, and offer a way to withdraw.",
    citations: ["Art 4(11)", "Art 7(3)"],
    check: .sites { site, assessed in
      guard site.common.isJudged else { return .notApplicable }
      let registry = assessed.registry
      let asking = registry.mentions(of: site.common.record).lazy.compactMap { registry.cookie(at: $0.from) }
        .first { cookie in
          cookie.common.isJudged
            && !cookie.regimes(with: .consent, among: registry.regimes(of: cookie).regimes).isEmpty
        }
      guard let asking else { return .notApplicable }
      let regimes = registry.regimes(of: asking).regimes
      var faults: [String] = []
      var isOpen = false
      func test(_ answer: Answer<Truth>, wanted: Bool, _ fault: String, ifAbsent: Bool) {
        switch answer {
        case .given(let truth, _): if truth.value != wanted { faults.append(fault) }
        case .unknown, .unusable: isOpen = true
        case .absent, .none, .notApplicable: if ifAbsent { faults.append(fault) }
        }
      }
      switch site.banner.answer {
      case .unknown, .unusable: return .notEvaluable("the banner is an open question")
      case .absent, .none, .notApplicable: faults.append("nothing asks for consent")
      case .given(let banner, _):
        test(banner.rejectFirstLayer.answer, wanted: true, "nobody can refuse on the first layer", ifAbsent: true)
        test(banner.preticked.answer, wanted: false, "a choice is made in advance", ifAbsent: false)
        switch banner.withdraw.answer.standing(anchor: site.common.anchor, noneCounts: false) {
        case .answered: break
        case .open: isOpen = true
        case .missing: faults.append("nobody can change their mind")
        }
      }
      guard !faults.isEmpty else { return isOpen ? .notEvaluable("a part of the banner is an open question") : .clear }
      return .finding(
        Observation(
          "'\(registry.name(of: site.common.record))' has cookies that rest on consent, and \(joined(faults))",
          at: site.banner.answer.range ?? site.common.anchor,
          hint: "add banner: {reject-first-layer: true, preticked: false, withdraw: ...} once the site works so",
          notes: [Note(message: "This one rests on consent", range: asking.route.answer.range ?? asking.common.anchor)],
          citations: ["Art 4(11)", "Art 7(3)"] + regimes.compactMap { assessed.law.cite("device-storage", $0) },
          records: [site.common.record, asking.common.record], evidence: faults.map { Evidence("banner", $0) }))
    },
    examples: [
      Example("no refusal", files("«{buttons: Accept, reject-first-layer: false, withdraw: a link on each page}»")),
      Example(
        "chosen in advance",
        files("«{buttons: [Accept, Refuse], reject-first-layer: true, preticked: true, withdraw: a link on each page}»")
      ),
      Example("no way back", files("«{buttons: [Accept, Refuse], reject-first-layer: true, preticked: false}»")),
      Example("nothing asks", files("«{none: we have no banner}»")),
      Example(
        "a real choice", files("{buttons: [Accept, Refuse], reject-first-layer: true, withdraw: a link on each page}")),
      Example(
        "no cookie rests on consent",
        files(
          "{none: we have no banner}", cookie: ["route": "strictly-necessary", "category": "necessary", "fires": ""])),
      Example("not known yet", files("{unknown: how it asks}"), also: ["open-question"]),
    ])

  private static func files(_ banner: String, cookie: KeyValuePairs<String, String> = [:]) -> KeyValuePairs<
    String, String
  > {
    ["sites/website.yaml": exampleSite(["banner": banner]), "cookies/visits.yaml": exampleCookie(cookie)]
  }
}
