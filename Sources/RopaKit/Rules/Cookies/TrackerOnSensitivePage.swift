import LocatedYAML

extension Rule {
  /// COO-015.
  static let trackerOnSensitivePage = Rule(
    "tracker-on-sensitive-page", .cookies, .error, .barred,
    title: "Others learn of visits to pages that tell something about health or the like",
    rationale: """
      That somebody opened a page on an illness, or booked a treatment, is data of a special category. Whoever sets or gets a cookie there \
      learns it, and only explicit consent to that opens the way. A processor on our instructions is no other.
      """,
    remedy: "Take it off these pages, or ask for explicit consent and record the basis on its activity.",
    citations: ["Art 9(1)", "C-252/21"],
    check: .cookies { cookie, assessed in
      guard cookie.common.isJudged, case .given(let truth, let range) = cookie.sensitivePages.answer, truth.value
      else { return .notApplicable }
      let registry = assessed.registry
      let others = registry.others(of: cookie).filter { !assessed.isBoundProcessor($0) }
      guard !others.isEmpty else {
        let isOpen = cookie.setter.answer.isOpen || cookie.sharedWith.hasOpenElement()
        return isOpen ? .notEvaluable("who sets it or gets its data is an open question") : .clear
      }
      let regimes = registry.regimes(of: cookie).regimes
      switch assessed.hasExplicitConsent(cookie, regimes) {
      case true?: return .clear
      case nil: return .notEvaluable("the route, or a condition of its activity, is an open question")
      case false?: break
      }
      return .finding(
        Observation(
          "'\(registry.words(for: cookie))' tells \(joined(others.map { registry.name(of: $0.record) })) who visits pages of a sensitive kind, without explicit consent on record",
          at: range,
          hint: "remove it there, or write route: consent and link an activity whose basis is explicit consent",
          notes: others.map { Note(message: "learns of the visits", range: $0.range) },
          citations: ["Art 9(1)", "C-252/21"] + unique(regimes.compactMap { assessed.law.cite("device-storage", $0) }),
          records: [cookie.common.record] + others.map(\.record), evidence: [Evidence("sensitive-pages", "true")]))
    },
    examples: [
      Example("somebody else sets it", files(["setter": "counter", "sensitive-pages": "«true»"])),
      Example("somebody else gets it", files(["shared-with": "[counter]", "sensitive-pages": "«true»"])),
      Example(
        "explicit consent, and no consent to the cookie",
        files(
          [
            "setter": "counter", "sensitive-pages": "«true»", "route": "statistical", "fires": "",
            "activity": "letters",
          ]), also: ["cookie-exemption-unmet"]),
      Example(
        "explicit consent",
        files(["setter": "counter", "sensitive-pages": "true", "activity": "letters"])),
      Example("our own, and shared with nobody", files(["sensitive-pages": "true"])),
      Example("a helper sets it", files(["setter": "mailer", "sensitive-pages": "true"])),
      Example("other pages", files(["setter": "counter", "sensitive-pages": "false"])),
      Example(
        "who sets it is an open question", files(["setter": "{unknown: who sets it}", "sensitive-pages": "true"]),
        also: ["notice-element-open", "open-question"]),
    ])

  private static func files(_ changes: ExampleTexts) -> ExampleTexts {
    [
      "sites/website.yaml": exampleSite(), "cookies/visits.yaml": exampleCookie(changes),
      "activities/letters.yaml": exampleActivity(
        ["basis": "agreed"], isMissed: false),
      "recipients/counter.yaml":
        "title: Counter\nkind: company\nlegal-name: Example Counter Ltd\ncountry: GB\ncategory: web statistics\n",
      "lawful-bases/agreed.yaml": exampleCareBasis.replacingLine("article-9", with: "explicit-consent")
        + "\nconsent: study-box",
      "consents/study-box.yaml": "title: Box for the study\n" + Rule.soundConsent + "\n",
    ]
  }
}

extension Assessed {
  /// It waits for consent under every regime of its visitors, and its activity rests on explicit consent; nil for an open question.
  fileprivate func hasExplicitConsent(_ cookie: Cookie, _ regimes: [Regime]) -> Bool? {
    if regimes.contains(where: { cookie.route($0).isOpen }) || cookie.activity.answer.isOpen { return nil }
    guard regimes.allSatisfy({ cookie.route($0).given == .consent }),
      let activity = cookie.activity.given.flatMap({ registry.activity($0) })
    else { return false }
    let bases = bases(ofAll: activity)
    let isExplicit = registry.regimes(of: activity).allSatisfy { regime in
      bases.records.contains { basis in
        conditions(of: basis, regime).contains { $0.row.addsRights.contains("withdraw-consent") }
      }
    }
    return isExplicit ? true : bases.isOpen ? nil : false
  }
}
