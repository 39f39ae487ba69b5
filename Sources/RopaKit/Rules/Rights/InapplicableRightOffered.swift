import LocatedYAML

extension Rule {
  /// RGT-004, for what an activity offers beside the organisation's procedure. A controller may offer more than the law asks for.
  static let inapplicableRightOffered = Rule(
    "inapplicable-right-offered", .rights, .advice, .expectation,
    title: "An activity offers a right that its lawful basis does not give",
    rationale: """
      Nobody is kept from offering more. People who read of a right rely on it, though, and whoever handles requests looks for rules that do \
      not exist. It is kept as goodwill, knowingly, or left out.
      """,
    remedy: "Leave it out, or keep it as goodwill.",
    citations: ["Art 17(3)", "Art 20(1)", "Art 21(1)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord, let details = activity.rights.given?.details else {
        return .notApplicable
      }
      let offered = details.filter { _, detail in
        detail.given.map { !$0.isRefused && ($0.offered.given?.value == true || $0.gives.given != nil) } ?? false
      }
      guard !offered.isEmpty else { return .clear }
      let (registry, regimes) = (assessed.registry, assessed.registry.regimes(of: activity))
      // On a basis that nobody knows every right may be there.
      guard !regimes.isEmpty,
        regimes.allSatisfy({ regime in
          let bases = registry.bases(of: [activity], regime)
          return !bases.isOpen && !bases.indexes.isEmpty
        })
      else { return .notEvaluable("a lawful basis is an open question") }
      let given = registry.rights(of: [activity], regimes, law: assessed.law).filter { $0.scope != .barred }
      let extra = assessed.law.law.rights.filter { row in
        offered[row.id] != nil && !given.contains { $0.right.id == row.id }
      }
      guard let first = extra.first else { return .clear }
      return .finding(
        Observation(
          "'\(registry.name(of: activity.common.record))' offers the \(joined(extra.map { inSentence($0.title) })), which its lawful basis does not give",
          at: offered[first.id]?.answer.range ?? activity.common.anchor,
          hint: "leave it out, or keep it knowingly as goodwill", records: [activity.common.record],
          evidence: extra.map { Evidence("rights.\($0.id)", "offered") }))
    },
    examples: [
      Example("objection under a contract", letters(["rights": "{objection: «true»}"])),
      Example("what people get, under a contract", letters(["rights": "{objection: «{gives: We stop.}»}"])),
      Example("portability under a contract", letters(["rights": "{portability: true}"])),
      Example("objection to our interests", letters(["rights": "{objection: true}", "basis": "better-reminders"])),
      Example("not offered", letters(["rights": "{objection: false}"])),
      Example(
        "the basis is an open question", letters(["rights": "{objection: true}", "basis": "{unknown: which basis}"]),
        also: ["open-question"]),
    ])

  private static func letters(_ changes: ExampleTexts) -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(changes)]
  }
}
