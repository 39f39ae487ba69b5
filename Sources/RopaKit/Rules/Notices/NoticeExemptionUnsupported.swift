import LocatedYAML

extension Rule {
  /// NTC-025.
  static let noticeExemptionUnsupported = Rule(
    "notice-exemption-unsupported", .notices, .warning, .mandatory,
    title: "People are not told because of the effort, and what the law asks for instead is not recorded",
    rationale: """
      Where telling each person takes too great an effort or would spoil the purpose, the information is made public and the people are \
      protected in other ways. Whether the effort is too great is weighed, and the weighing is an assessment. It also makes an impact \
      assessment more likely.
      """,
    remedy: "Record the assessment, and cover the activity by a notice that is public.",
    citations: ["Art 14(5)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isLive, activity.isControllerRecord,
        case .given(let exemption, _) = activity.noticeExempt.answer,
        let place = assessed.facts.impact.screen.exemption(of: activity)
      else { return .notApplicable }
      let registry = assessed.registry
      let regimes = registry.regimes(of: activity)
      let isPublic = assessed.facts.notices(ofActivity: Int(registry.header(activity.common.record).slot)).contains {
        assessed.facts.notices[Int($0)].isPublished && registry.records.notices[Int($0)].common.isJudged
      }
      var faults = isPublic ? [] : ["no public notice covers it"]
      switch exemption.assessment.answer.standing(anchor: place, noneCounts: false) {
      case .answered: break
      case .open: if isPublic { return .notEvaluable("the assessment is an open question") }
      case .missing: faults.append("no assessment weighs it")
      }
      let cites = regimes.flatMap { regime in
        assessed.law.noticeExemptions(regime).filter { !$0.instead.isEmpty }.compactMap {
          assessed.law.cite($0.row, regime)
        }
      }
      if let cite = exemption.cite.given?.text, !cites.isEmpty,
        !cites.contains(where: { assessed.facts.impact.screen.isSame($0, cite) })
      {
        faults.append("the provision is now \(joined(cites, "or"))")
      }
      guard !faults.isEmpty else { return .clear }
      return .finding(
        Observation(
          "'\(registry.name(of: activity.common.record))' relies on \(exemption.cite.given?.text ?? "an exemption"), and \(joined(faults))",
          at: place, hint: "add assessment: to notice-exempt:, and the activity to a notice in force",
          severity: isPublic ? .warning : .error, citations: unique(cites), records: [activity.common.record],
          evidence: faults.map { Evidence("notice-exempt", $0) }))
    },
    examples: [
      Example(
        "neither", exampleLetters("«{cite: \"UK Art 14(5)(e), (6), (7)\", reason: Thousands of old addresses.}»"),
        severity: .error),
      Example(
        "weighed, and not public",
        exampleLetters("«{cite: \"Art 14(5)(e)\", reason: Old addresses., assessment: effort}»"), severity: .error),
      Example(
        "public, and not weighed", exampleLetters("«{cite: \"Art 14(5)(e)\", reason: Old addresses.}»", isPublic: true)),
      Example(
        "both", exampleLetters("{cite: \"Art 14(5)(e)\", reason: Old addresses., assessment: effort}", isPublic: true)),
      Example(
        "a provision that has moved",
        exampleLetters("«{cite: \"Art 14(5)(b)\", reason: Old addresses., assessment: effort}»", isPublic: true)),
      Example("people know it already", exampleLetters("{cite: Art 13(4), reason: They know it.}")),
      Example(
        "the assessment is an open question",
        exampleLetters(
          "{cite: \"Art 14(5)(e)\", reason: Old addresses., assessment: {unknown: which}}", isPublic: true),
        also: ["open-question"]),
    ])

  private static func exampleLetters(_ exemption: String, isPublic: Bool = false) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity(["notice-exempt": exemption, "sources": "clinics"]),
      "notices/customer-notice.yaml": exampleNotice(
        without: [], "", activities: isPublic ? "[appointment-messages, letters]" : "appointment-messages"),
      "assessments/effort.yaml":
        "title: Telling people of old letters\nkind: notice-exemption\nstatus: approved\ndate: 2026-08-01\napproved: 2026-08-02\napprover: dpo\ncite: Art 14(5)\nowner: dpo\n",
    ]
  }
}
