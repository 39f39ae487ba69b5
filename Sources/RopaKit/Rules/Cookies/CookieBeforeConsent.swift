import LocatedYAML

extension Rule {
  /// COO-002.
  static let cookieBeforeConsent = Rule(
    "cookie-before-consent", .cookies, .error, .barred,
    title: "A cookie needs consent and is set before it",
    rationale: """
      Consent comes first. What is stored when the page opens was never agreed to, whatever people choose afterwards. Check with a scan \
      whether the record or the site is wrong.
      """,
    remedy: "Hold it back until somebody agrees.",
    citations: ["PECR reg 6(1)", "ePD Art 5(3)", "C-673/17"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      let (regimes, isOpen) = assessed.registry.regimes(of: cookie)
      let asked = cookie.regimes(with: .consent, among: regimes)
      guard !asked.isEmpty else {
        return isOpen ? .notEvaluable("where the visitors of a site are is an open question") : .notApplicable
      }
      switch cookie.fires.answer {
      case .unknown, .unusable: return .notEvaluable("when it is set is an open question")
      case .given(.beforeConsent, let range):
        return .finding(
          Observation(
            "'\(assessed.registry.words(for: cookie))' rests on consent and is set before anybody agrees", at: range,
            hint: "hold it back until consent, and set fires: after-consent",
            notes: cookie.route.answer.range.map { [Note(message: "What it rests on", range: $0)] } ?? [],
            citations: asked.compactMap { assessed.law.cite("device-storage", $0) } + ["C-673/17"],
            records: [cookie.common.record], evidence: [Evidence("fires", "before-consent")]))
      case .given(.afterConsent, _): return .clear
      case .absent, .none, .notApplicable: return .notEvaluable("when it is set is not recorded")
      }
    },
    examples: [
      Example("when the page opens", files(["fires": "«before-consent»"])),
      Example("after consent", files([:])),
      Example(
        "it needs none", files(["route": "strictly-necessary", "category": "necessary", "fires": "before-consent"])),
      Example("not known yet", files(["fires": "{unknown: when it is set}"]), also: ["open-question"]),
    ])

  private static func files(_ changes: KeyValuePairs<String, String>) -> KeyValuePairs<String, String> {
    ["sites/website.yaml": exampleSite(), "cookies/visits.yaml": exampleCookie(changes)]
  }
}
