import LocatedYAML

extension Rule {
  /// NTC-003.
  static let complaintToOrganisationMissing = Rule(
    "complaint-to-organisation-missing", .notices, .error, .mandatory,
    title: "A notice does not say that people may complain to the organisation",
    rationale: """
      Where people have a right to complain to the organisation itself, its notices tell them of it, with the way to do so. Naming the \
      regulator alone is not enough.
      """,
    remedy: "Keep the section on complaints, and record under complaints of the organisation how people reach it.",
    citations: ["UK Art 13(2)(ca)", "UK Art 14(2)(da)", "DPA s.164A"],
    check: .notices { notice, facts, assessed in
      assessed.judgeComplaints(
        "n-complain-controller", notice, facts, "tells nobody that they may complain to the organisation itself",
        hint: "add the section complaints, and to the organisation complaints: {contact: ..., form: ...}")
    },
    examples: [
      Example(
        "the regulator alone, from the day on",
        ["notices/customer-notice.yaml": ExampleComplaints.exampleNotice("«title»", elements: "complain-regulator")],
        asOf: "2026-06-19"),
      Example(
        "the day before",
        ["notices/customer-notice.yaml": ExampleComplaints.exampleNotice("title", elements: "complain-regulator")],
        asOf: "2026-06-18"),
      Example(
        "own text says both",
        [
          "notices/customer-notice.yaml": ExampleComplaints.exampleNotice(
            "title", elements: "[complain-regulator, complain-controller]")
        ]),
      Example(
        "the section is there, and the organisation records no way: that is for another rule",
        [
          "notices/customer-notice.yaml": ExampleComplaints.exampleNotice("title", elements: nil),
          "organisations/example-care.yaml": exampleOrganisation(["complaints": "{court: true}"]),
        ], also: ["controller-complaints-channel-missing"]),
      Example(
        "how is an open question",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "complaints":
              "{contact: {unknown: which mailbox}, form: {unknown: which form}, acknowledge-within: P30D, outcome: In writing., log: case system}"
          ])
        ], also: ["notice-element-open", "open-question"]),
      Example(
        "a draft can still be mended",
        [
          "notices/next.yaml": ExampleComplaints.exampleNotice(
            "«title»", elements: "complain-regulator", effective: "2027-02-01")
        ], severity: .warning),
    ])
}

extension Assessed {
  /// Judges one of the two elements about complaints.
  func judgeComplaints(
    _ element: String, _ notice: Notice, _ facts: NoticeFacts, _ words: String, hint: String
  ) -> Verdict {
    guard !facts.activities.isEmpty, notice.common.isJudged,
      let owed = facts.owed.first(where: { $0.element.id == element })
    else { return .notApplicable }
    if notice.sections.answer.isOpen { return .notEvaluable("the sections are an open question") }
    let state = registry.state(of: element, in: notice, facts, law)
    switch state {
    case .served: return .clear
    case .open: return .notEvaluable("what the section on complaints would say is an open question")
    // What the organisation does not record is reported there.
    case .withoutValue: return .notApplicable
    case .withoutSection:
      return .finding(
        Observation(
          "'\(registry.name(of: notice.common.record))' \(words)", at: notice.common.anchor, hint: hint,
          severity: facts.isPublished ? .error : .warning,
          citations: owed.citations
            + facts.regimes.compactMap {
              law.cite(element == "n-complain-controller" ? "complaints-controller" : "complaints-regulator", $0)
            },
          records: [notice.common.record, facts.organisation],
          evidence: [Evidence(element, "no section")]))
    }
  }
}

/// The sound register's notice with another section on complaints, for examples.
enum ExampleComplaints {
  /// - Parameter elements: what own text in place of the composed section says; nil keeps the composed one.
  static func exampleNotice(_ title: String, elements: String?, effective: String = "2026-01-01") -> String {
    let complaints =
      elements.map {
        "  - section: complaints\n    replace: true\n    elements: \($0)\n    text: This is how to complain."
      } ?? "  - complaints"
    return ExampleRecords.customerNotice(
      title: title, effective: effective, sections: allButComplaints + "\n" + complaints)
  }

  private static let allButComplaints = """
      - who-we-are
      - dpo
      - data
      - sources
      - purposes
      - basis
      - interests
      - provision
      - recipients
      - transfers
      - retention
      - rights
      - objection
      - changes
    """
}
