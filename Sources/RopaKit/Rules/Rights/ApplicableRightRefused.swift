import LocatedYAML

extension Rule {
  /// RGT-003, for departures that an activity records. A right of which nothing is said is not refused, and one that the law itself limits
  /// under the basis is left alone.
  static let applicableRightRefused = Rule(
    "applicable-right-refused", .rights, .error, .barred,
    title: "An activity does not offer a right that its lawful basis gives",
    rationale: """
      Which rights people have follows from the basis. An activity can depart from them where a provision limits the right, and then the \
      organisation names that provision; an inconvenient system is none.
      """,
    remedy: "Offer the right, or cite the provision under limits of the organisation's rights.",
    citations: ["Art 12(2)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isLive, activity.isControllerRecord,
        let details = activity.rights.given?.details
      else { return .notApplicable }
      let refused = details.filter { $0.value.given?.isRefused ?? false }
      guard !refused.isEmpty else { return .clear }
      let registry = assessed.registry
      let organisation = registry.party(registry.organisation(of: activity))
      let (rights, isOpen) = assessed.fullRights(of: activity)
      let found = rights.filter { refused[$0.right.id] != nil && !assessed.limits($0.right.id, of: organisation) }
      guard let first = found.first else {
        return isOpen ? .notEvaluable("a lawful basis is an open question") : .clear
      }
      let names = found.map { inSentence($0.right.title) }
      return .finding(
        Observation(
          "'\(registry.name(of: activity.common.record))' does not offer the \(joined(names)), which the lawful basis gives",
          at: refused[first.right.id]?.answer.range ?? activity.common.anchor,
          hint: "offer the right, or add it with its cite: to limits: of the organisation's rights",
          notes: found.dropFirst().compactMap { right in
            refused[right.right.id]?.answer.range.map { Note(message: "nor this one", range: $0) }
          },
          citations: unique(found.flatMap(\.citations)),
          records: [activity.common.record] + (organisation.map { [$0.common.record] } ?? []),
          evidence: found.map { Evidence("rights.\($0.right.id)", "false") }))
    },
    examples: [
      Example("portability under a contract", letters("{portability: «false»}")),
      Example("offered", letters("{portability: true}")),
      Example("nothing said", letters("")),
      Example("objection under a contract, which gives none", letters("{objection: false}")),
      Example(
        "a provision limits it",
        [
          "activities/letters.yaml": exampleActivity(["rights": "{erasure: false}"]),
          "organisations/example-care.yaml": Rule.rights(
            "limits: [{rights: erasure, cite: Art 17(3)(b), text: Accounts stay.}]"),
        ]),
      Example(
        "a limit that cites nothing",
        [
          "activities/letters.yaml": exampleActivity(["rights": "{erasure: «false»}"]),
          "organisations/example-care.yaml": Rule.rights("limits: [{rights: erasure, text: Accounts stay.}]"),
        ], also: ["right-limit-without-ground"]),
      Example(
        "planned",
        ["activities/letters.yaml": exampleActivity(["rights": "{portability: false}", "status": "planned"])]
      ),
      Example(
        "the basis is an open question",
        [
          "activities/letters.yaml": exampleActivity([
            "rights": "{portability: false}", "basis": "{unknown: which basis}",
          ])
        ], also: ["open-question"]),
    ])

  private static func letters(_ rights: String) -> ExampleTexts {
    ["activities/letters.yaml": exampleActivity(["rights": rights], isMissed: false)]
  }
}
