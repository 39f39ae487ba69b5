import LocatedYAML

extension Rule {
  /// LAW-017. That a basis names its point of Art 6 is for the rule on bases without an article.
  static let policyAdherenceUnstated = Rule(
    "schedule-1-record-gap", .lawfulness, .error, .mandatory,
    title: "The record does not say whether data are kept as the appropriate policy document says",
    rationale: """
      Where a condition of Schedule 1 needs a policy document, the law names three things that the record of processing holds: the condition, \
      how Article 6 is met, and whether data are kept and erased as the document says; if not, why not. This register is that record.
      """,
    remedy: "Add retention-follows-policy: true, or the reason why not.",
    citations: ["DPA Sch 1 para 41"],
    // Without a document there is nothing to follow.
    yieldsTo: ["policy-document-missing"],
    check: .lawfulBases { basis, assessed in
      if basis.schedule1.answer.isAbsent { return .notApplicable }
      let need = assessed.policyDocumentNeed(of: basis)
      if need.isOpen { return .notEvaluable("whether the exception holds is an open question") }
      guard let row = need.row else { return .notApplicable }
      switch basis.retentionFollowsPolicy.answer.standing(
        anchor: basis.schedule1.answer.range ?? basis.common.anchor, noneCounts: false)
      {
      case .answered: return .clear
      case .open: return .notEvaluable("whether the document is followed is an open question")
      case .missing(let range):
        return .finding(
          Observation(
            "'\(assessed.registry.name(of: basis.common.record))' rests on paragraph \(row.paragraph) of Schedule 1, and whether data are kept as its policy document says is not recorded",
            at: range, hint: "add retention-follows-policy: true, or why not in words", records: [basis.common.record],
            evidence: [Evidence("retention-follows-policy", "not given")]))
      }
    },
    examples: [
      Example("not stated", condition("schedule-1: «18»")),
      Example("followed", condition("schedule-1: 18\nretention-follows-policy: true")),
      Example(
        "not followed, with the reason", condition("schedule-1: 18\nretention-follows-policy: A claim is pending.")),
      Example(
        "a paragraph that needs no document",
        condition("schedule-1: 2", article9: "health-or-social-care\nsecrecy: Nurses are bound.")),
      Example("an exception", condition("schedule-1: 10\nschedule-1-exception: true")),
      Example(
        "not known yet", condition("schedule-1: 18\nretention-follows-policy: {unknown: whether}"),
        also: ["open-question"]),
    ])

  private static func condition(_ lines: String, article9: String = "substantial-public-interest") -> ExampleTexts {
    [
      "lawful-bases/customer-contract.yaml":
        "title: Care at home\narticle-6: contract\ncontract: {between: [example-care, subject]}\narticle-9: \(article9)\npolicy-document: safeguarding\n\(lines)\n",
      "assessments/safeguarding.yaml": examplePolicyDocument(
        "date: 2026-08-01\nreviewed: 2026-08-10\nretention: section 4"),
    ]
  }
}

/// An appropriate policy document for examples.
func examplePolicyDocument(_ fields: String) -> String {
  "title: Policy on safeguarding\nkind: policy-document\nstatus: approved\nowner: dpo\n\(fields)\n"
}
