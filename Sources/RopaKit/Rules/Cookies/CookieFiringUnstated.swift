import LocatedYAML

extension Rule {
  /// The fact that COO-002 needs.
  static let cookieFiringUnstated = Rule(
    "cookie-firing-unstated", .cookies, .warning, .blind,
    title: "A cookie rests on consent, and nothing says whether it waits for it",
    rationale: """
      Consent comes before anything is stored or read. Whether the site keeps to that is a fact that somebody looks up once and a scan can \
      confirm; without it the record says only what was meant.
      """,
    remedy: "Look at the site before anybody has chosen, and record what was found.",
    citations: ["PECR reg 6(1)", "ePD Art 5(3)"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged else { return .notApplicable }
      let asked = cookie.regimes(with: .consent, among: assessed.registry.regimes(of: cookie).regimes)
      guard !asked.isEmpty else { return .notApplicable }
      switch cookie.fires.answer.standing(anchor: cookie.route.answer.range ?? cookie.common.anchor, noneCounts: false)
      {
      case .answered: return .clear
      case .open: return .notEvaluable("when it is set is an open question")
      case .missing(let range):
        return .finding(
          Observation(
            "'\(assessed.registry.words(for: cookie))' rests on consent, and nothing says whether it waits for it",
            at: range, hint: "add fires: after-consent or before-consent, as the site does it",
            citations: asked.compactMap { assessed.law.cite("device-storage", $0) }, records: [cookie.common.record],
            evidence: [Evidence("fires", "not given")]))
      }
    },
    examples: [
      Example("no word", files(["route": "«consent»", "fires": ""])),
      Example(
        "consent for visitors of one regime only",
        files(["route": "«{uk-gdpr: consent, eu-gdpr: strictly-necessary}»", "category": "necessary", "fires": ""])),
      Example("said", files([:])),
      Example("it needs none", files(["route": "strictly-necessary", "category": "necessary", "fires": ""])),
      Example("not known yet", files(["fires": "{unknown: when it is set}"]), also: ["open-question"]),
    ])

  private static func files(_ changes: ExampleTexts) -> ExampleTexts {
    ["sites/website.yaml": exampleSite(), "cookies/visits.yaml": exampleCookie(changes)]
  }
}
