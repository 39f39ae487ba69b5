import LocatedYAML

extension Rule {
  /// What cannot be consent, however well it is recorded.
  static let consentMechanismUnfit = Rule(
    "consent-mechanism-unfit", .lawfulness, .error, .barred,
    title: "A basis rests on consent that is given in a way that cannot be consent",
    rationale: """
      Consent is a clear affirmative act. Going on using a service, not opting out, a setting of the browser, or sending a form that one \
      sends anyway is none.
      """,
    remedy: "Ask by an act of its own, such as a box that starts empty; or find the basis that the use really has.",
    citations: ["Art 4(11)", "Art 7", "recital 32"],
    check: .consents { consent, assessed in
      guard assessed.carriesBasis(consent), case .given(let mechanisms, let range) = consent.mechanisms.answer else {
        return .notApplicable
      }
      let unfit = mechanisms.elements.filter { !$0.canBeConsent }
      guard !unfit.isEmpty else { return .clear }
      let isAll = unfit.count == mechanisms.elements.count && mechanisms.open.isEmpty
      return .finding(
        Observation(
          "The consent '\(assessed.registry.name(of: consent.common.record))' carries a lawful basis and is given by \(joined(unfit.map(\.rawValue), "or")), which is no clear act of the person",
          at: range, hint: "ask by a box, button, signature or spoken word, or change the basis",
          severity: isAll ? .error : .warning,
          records: [consent.common.record] + assessed.bases(restingOn: consent).map(\.common.record),
          evidence: [Evidence("mechanism", mechanisms.elements.map(\.rawValue).joined(separator: ", "))]))
    },
    examples: [
      Example("by going on", exampleConsent(Rule.soundConsent.replacingLine("mechanism", with: "«deemed-by-use»"))),
      Example(
        "one way of two",
        exampleConsent(Rule.soundConsent.replacingLine("mechanism", with: "«[tick-box, opt-out]»")), severity: .warning),
      Example("by a button", exampleConsent(Rule.soundConsent.replacingLine("mechanism", with: "button"))),
      Example(
        "no basis rests on it",
        ["consents/courtesy.yaml": "title: We ask first\nmechanism: opt-out\nfunction: courtesy\n"]),
    ])
}
