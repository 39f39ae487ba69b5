import LocatedYAML

extension Rule {
  /// LAW-018.
  static let policyDocumentMissing = Rule(
    "policy-document-missing", .lawfulness, .error, .mandatory,
    title: "A condition of Schedule 1 needs an appropriate policy document, and none is named",
    rationale: """
      Many conditions of Schedule 1 hold only while the controller has a document in place that explains how the principles are kept and \
      how long the data are. Some do without it in one case; that the case holds is then on record.
      """,
    remedy: "Write the document, record it as an assessment of kind policy-document, and name it.",
    citations: ["DPA Sch 1 paras 1(1)(b), 5, 35(1)(c), 39"],
    check: .lawfulBases { basis, assessed in
      let need = assessed.policyDocumentNeed(of: basis)
      if need.isOpen { return .notEvaluable("whether the exception holds is an open question") }
      let needing = need.row
      guard let needing else { return .notApplicable }
      let name = assessed.registry.name(of: basis.common.record)
      let paragraph = "paragraph \(needing.paragraph) of Schedule 1 (\(needing.row.title))"
      switch basis.policyDocument.answer.standing(
        anchor: basis.schedule1.answer.range ?? basis.common.anchor, noneCounts: false)
      {
      case .open: return .notEvaluable("the policy document is an open question")
      case .missing(let range):
        return .finding(
          Observation(
            "'\(name)' rests on \(paragraph), and no appropriate policy document is named", at: range,
            hint: "add policy-document: with the id of an assessment of kind policy-document"
              + (needing.exception == nil ? "" : ", or schedule-1-exception: true"),
            records: [basis.common.record], evidence: [Evidence("policy-document", "not given")]))
      case .answered: break
      }
      guard case .given(let reference, let range) = basis.policyDocument.answer,
        let document = assessed.registry.assessment(reference), let kind = document.kind.given?.value,
        kind != .policyDocument
      else { return .clear }
      return .finding(
        Observation(
          "'\(name)' rests on \(paragraph), and the policy document it names is an assessment of kind \(kind.rawValue)",
          at: range,
          hint: "name an assessment of kind policy-document", records: [basis.common.record, document.common.record],
          evidence: [Evidence("policy-document.kind", kind.rawValue)]))
    },
    examples: [
      Example("none named", Rule.exampleCondition(article9: "substantial-public-interest", "schedule-1: «18»")),
      Example(
        "one named",
        Rule.exampleCondition(article9: "substantial-public-interest", "schedule-1: 18\npolicy-document: safeguarding")
      ),
      Example(
        "a paragraph that may do without it",
        Rule.exampleCondition(article9: "substantial-public-interest", "schedule-1: «10»")),
      Example(
        "and does in this case",
        Rule.exampleCondition(article9: "substantial-public-interest", "schedule-1: 10\nschedule-1-exception: true")),
      Example(
        "a paragraph that needs none",
        Rule.exampleCondition(article9: "health-or-social-care", "schedule-1: 2\nsecrecy: Nurses are bound to secrecy.")
      ),
      Example(
        "an assessment of another kind",
        [
          "lawful-bases/customer-contract.yaml":
            "title: Care\narticle-6: contract\ncontract: {between: [example-care, subject]}\narticle-9: substantial-public-interest\nschedule-1: 18\npolicy-document: «weighing»\n",
          "assessments/weighing.yaml":
            "title: Weighing\nkind: legitimate-interests\nstatus: approved\ndate: 2026-08-01\nowner: dpo\nreviewed: 2026-08-10\n",
        ]),
      Example(
        "an open question",
        Rule.exampleCondition(
          article9: "substantial-public-interest", "schedule-1: 18\npolicy-document: {unknown: where it is}"),
        also: ["open-question"]),
    ])
}

extension Assessed {
  /// The first paragraph of Schedule 1 that a basis in use rests on and that needs an appropriate policy document; `isOpen` where that
  /// hangs on an open question.
  func policyDocumentNeed(of basis: LawfulBasis) -> (row: Schedule1Row?, isOpen: Bool) {
    guard basis.common.isJudged, !basis.schedule1.elements().isEmpty else { return (nil, false) }
    var needing: Schedule1Row?
    for regime in regimes(using: basis) {
      for number in basis.schedule1.elements() {
        guard let row = law.schedule1(number.value, regime) else { continue }
        switch row.policyDocument {
        case .no: break
        case .required, .asPart2: needing = needing ?? row
        case .unlessExcepted:
          if basis.schedule1Exception.answer.isOpen { return (nil, true) }
          if basis.schedule1Exception.given?.value != true { needing = needing ?? row }
        }
      }
    }
    return (needing, false)
  }
}
