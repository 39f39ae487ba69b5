import LocatedYAML

extension Rule {
  /// What `policy` of registry.yaml says about rules, where it cannot be followed. That a severity is lowered and never raised, and that
  /// some findings take no signature, is the same for policies as for waivers.
  static let rulePolicyRefused = Rule(
    "rule-policy-refused", .reviews, .error, .policy,
    title: "A policy on rules cannot be followed",
    rationale: """
      Whoever wrote the policy believes that it works. A misspelt name does nothing, a severity is lowered and never raised, and what \
      no signature can make up for is always reported at its own severity.
      """,
    remedy: "Correct the name, or take the entry out; a finding that is being mended can be acknowledged in a waiver.",
    citations: [],
    check: .rulePolicies { policy, _ in
      let rules = RuleNames.rules(named: policy.name)
      let what = policy.severity == nil ? "ignored" : "lowered"
      func refused(_ reason: String, _ hint: String) -> Verdict {
        .finding(
          Observation(
            reason, at: policy.range, hint: hint, records: [],
            evidence: [Evidence("name", policy.name), Evidence("policy", what)]))
      }
      guard let first = rules.first else {
        return refused(
          "There is no rule or group of rules '\(policy.name)'",
          RuleNames.near(policy.name) ?? "ropa explain lists the rules by group")
      }
      let blocked = rules.compactMap { Rule.catalogue[$0].whyOnlyAcknowledged }
      if blocked.count == rules.count {
        return refused(
          "'\(policy.name)' cannot be \(what): \(blocked[0])", "take the entry out; a waiver may acknowledge a finding")
      }
      if rules.count == 1, let severity = policy.severity, severity > Rule.catalogue[first].severity {
        return refused(
          "'\(policy.name)' is \(Rule.catalogue[first].severity.word), and a policy cannot raise it to \(severity.word)",
          "take the entry out")
      }
      return .clear
    },
    examples: [
      Example(
        "a misspelt rule", ["registry.yaml": exampleSettings("ignore: {«owner-misisng»: We keep owners elsewhere.}")]),
      Example(
        "what no signature can make up for",
        ["registry.yaml": exampleSettings("ignore: {«lawful-basis-missing»: We are still looking.}")]),
      Example("the same, lowered", ["registry.yaml": exampleSettings("severity: {«lawful-basis-missing»: advice}")]),
      Example("reading", ["registry.yaml": exampleSettings("ignore: {«reading»: Too many.}")]),
      Example("raised", ["registry.yaml": exampleSettings("severity: {«disputed-record»: warning}")]),
      Example("lowered", ["registry.yaml": exampleSettings("severity: {review-overdue: advice, cookies: warning}")]),
      Example("a group", ["registry.yaml": exampleSettings("ignore: {cookies: We keep no site.}")]),
    ])

  private static func exampleSettings(_ policy: String) -> String {
    """
    title: Records of Example Care
    organisations: example-care
    languages: en
    questions: {owner: dpo, due: 2027-01-31}
    policy:
      \(policy)

    """
  }
}
