import LocatedYAML

extension Rule {
  /// PRC-012. The interval is the organisation's own; a day that the record sets goes before it. Conditions have no day of their own: they
  /// are due with the next examination.
  static let diligenceOverdue = Rule(
    "due-diligence-overdue", .processors, .warning, .policy,
    title: "The day on which a processor is examined again has passed",
    rationale: """
      Guarantees are kept, not given once. How often to look is your policy: 24 months unless registry.yaml says otherwise, 12 where the \
      processor gets data of a special category or about offences.
      """,
    remedy: "Examine it again, close the open conditions, and record the day.",
    citations: ["Art 28(1)", "Art 24(1)"],
    check: .parties { party, assessed in
      guard case .given(let diligence, _) = party.diligence.answer, let use = assessed.processorUse(of: party),
        use.isCertain
      else { return .notApplicable }
      let due: Day
      let place: SourceRange
      var words: String
      switch (diligence.next.answer, diligence.last.answer) {
      case (.unknown, _), (.unusable, _): return .notEvaluable("when it is examined next is an open question")
      case (.given(let next, let range), _): (due, place, words) = (next, range, "a day of its own")
      case (_, .given(let last, let range)):
        let usual = last.adding(assessed.policy(\.diligenceInterval, Policy.defaultDiligenceInterval))
        let strict = last.adding(
          assessed.policy(\.sensitiveDiligenceInterval, Policy.defaultSensitiveDiligenceInterval))
        // Whether sensitive data reach it is only asked where that decides.
        let isStrict =
          strict < assessed.day && usual >= assessed.day && assessed.sensitiveActivity(reaching: party) != nil
        (due, place, words) = (isStrict ? strict : usual, range, "your policy")
      case (_, .unknown), (_, .unusable): return .notEvaluable("when it was last examined is an open question")
      default: return .notApplicable
      }
      guard due < assessed.day else { return .clear }
      let open = diligence.open.elements().map(\.first)
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) was due to be examined again on \(due), by \(words)\(open.isEmpty ? "" : ", and \(counted(open.count, "condition is", "conditions are")) still open: \(open.joined(separator: "; "))")",
          at: place, hint: "examine it, and set last: and next:", records: [party.common.record],
          evidence: [
            Evidence("diligence.last", diligence.last.given?.description ?? "not given"),
            Evidence("diligence.next", diligence.next.given?.description ?? "not given"),
          ]))
    },
    examples: [
      Example("its own day has passed", mailer("{last: 2025-01-01, next: «2026-11-20»}")),
      Example("today", mailer("{last: 2025-01-01, next: 2026-11-21}")),
      Example("more than two years ago", mailer("{last: «2024-11-20»}")),
      Example("two years ago", mailer("{last: 2024-11-21}")),
      Example(
        "with open conditions",
        mailer("{last: 2025-01-01, next: «2026-10-01», open: [a second factor for administrators]}")),
      Example(
        "conditions that are not due",
        mailer("{last: 2026-06-01, next: 2027-06-01, open: [a second factor for administrators]}")),
      Example("health data, more than a year ago", health("{last: «2025-11-20»}")),
      Example("health data, a year ago", health("{last: 2025-11-21}")),
      Example(
        "not known yet", mailer("{last: {unknown: when}}"), also: ["open-question"]),
    ])

  private static func mailer(_ diligence: String) -> ExampleTexts {
    ["processors/mailer.yaml": exampleMailer(diligence: diligence)]
  }

  private static func health(_ diligence: String) -> ExampleTexts {
    [
      "processors/mailer.yaml": exampleMailer(diligence: diligence), "lawful-bases/care.yaml": exampleCareBasis,
      "activities/letters.yaml": exampleActivity(["data": "[name, health]", "basis": "care", "systems": "mail-system"]),
      "systems/mail-system.yaml":
        "title: Mail system\noperator: mailer\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n",
    ]
  }
}
