import LocatedYAML

extension Rule {
  /// What nobody knows yet is said once, where it is missing; rules that need the value stay silent.
  static let openQuestion = Rule(
    "open-question", .integrity, .advice, .risk,
    title: "Something is not known yet",
    rationale: """
      An open question with an owner and a day is honest, and better than a guess. Until it is answered, rules that need the answer \
      cannot judge, and notices leave the matter out. Past its day it has to be answered or given a new day.
      """,
    remedy: "Find the answer and write it in place of the question, or agree on another day.",
    citations: ["Art 5(2)"],
    check: .questions { recorded, assessed in
      let registry = assessed.registry
      if recorded.record.isResolved, let common = registry.common(recorded.record) {
        guard common.isJudged, registry.activity(at: recorded.record)?.isJudged ?? true else { return .notApplicable }
      }
      let (owner, due) = registry.duty(of: recorded)
      let person = registry.person(owner).map { registry.name(of: $0.common.record) }
      let isLate = due.map { $0 < assessed.day } ?? false
      let until = due.map { isLate ? "overdue since \($0)" : "open until \($0)" } ?? "open without a day"
      return .finding(
        Observation(
          "\(registry.fieldWords(of: recorded)): \(recorded.question.question.first); \(until), \(person.map { "with \($0)" } ?? "without an owner")",
          at: recorded.question.range, hint: hint(isLate: isLate, hasDay: due != nil, hasOwner: person != nil),
          severity: isLate ? .warning : nil, records: recorded.record.isResolved ? [recorded.record] : [],
          evidence: [Evidence("field", recorded.field.description), Evidence("due", due?.description ?? "not given")]))
    },
    examples: [
      Example(
        "with an owner and a day that has not come",
        [
          "people/service-lead.yaml":
            "title: Head of service\ncontact: «{unknown: which mailbox, owner: dpo, due: 2026-11-21}»\n"
        ]),
      Example(
        "past its day",
        [
          "people/service-lead.yaml":
            "title: Head of service\ncontact: «{unknown: which mailbox, owner: dpo, due: 2026-11-20}»\n"
        ],
        severity: .warning),
      Example(
        "owner and day of the register",
        ["people/service-lead.yaml": "title: Head of service\ncontact: «{unknown: which mailbox}»\n"]),
      Example(
        "no day anywhere",
        [
          "registry.yaml": "title: Records of Example Care\norganisations: example-care\nlanguages: en\n",
          "people/service-lead.yaml": "title: Head of service\ncontact: «{unknown: which mailbox}»\n",
        ]),
      Example(
        "the question of a retired activity",
        [
          "activities/old-letters.yaml": """
          title: Letters on paper
          controller: example-care
          status: retired
          end: 2026-01-31
          subjects: {unknown: who got them}
          """
        ]),
    ])

  private static func hint(isLate: Bool, hasDay: Bool, hasOwner: Bool) -> String {
    if isLate { return "write the answer in place of the question, or a new day in due:" }
    if !hasDay { return "add due: to the question, or questions: {owner, due} to registry.yaml" }
    return hasOwner ? "write the answer in place of the question" : "add owner: to the question"
  }
}

extension Registry {
  /// The field that a question stands in, as pages call it, with those below it: "Hosting, by".
  fileprivate func fieldWords(of recorded: RecordedQuestion) -> String {
    var keys: [String] = []
    if recorded.record.isResolved {
      keys = self.keys(to: recorded.question.range, in: header(recorded.record)).filter { $0 != "unknown" }
    }
    guard let first = keys.first else { return label(of: recorded.field.description) }
    return ([label(of: first)] + keys.dropFirst().map { inSentence(label(of: $0)) }).joined(separator: ", ")
  }
}
