import LocatedYAML

extension Rule {
  /// RGT-006, once for a system. A way by hand counts where the activity says of the right how it is served there.
  static let systemCannotServeRight = Rule(
    "system-cannot-serve-right", .rights, .warning, .expectation,
    title: "A system cannot do what a right of the people in it needs",
    rationale: """
      A right that applies is served wherever the data are. A system that cannot search, hand out, erase or set aside needs another way, and \
      whoever answers the request has to find it within the month.
      """,
    remedy: "Record under rights of the activity how the right is served there, or change the system.",
    citations: ["Art 12(2)", "Art 25(1)"],
    check: .systems { system, assessed in
      guard system.common.isJudged, case .given(let cannot, let range) = system.cannot.answer else {
        return .notApplicable
      }
      let unserved = needs.filter { cannot.elements.contains($0.ability) }
      guard !unserved.isEmpty else { return .notApplicable }
      let registry = assessed.registry
      var found: [(ability: Inability, right: ApplicableRight, activity: RecordIndex)] = []
      var isOpen = false
      var last = RecordIndex(-1)
      for mention in registry.mentions(of: system.common.record) where mention.from != last {
        last = mention.from
        guard let activity = registry.activity(at: mention.from), activity.isJudged, activity.isLive,
          activity.isControllerRecord
        else { continue }
        let full = assessed.fullRights(of: activity)
        isOpen = isOpen || full.isOpen
        for need in unserved
        where !found.contains(where: { $0.ability == need.ability && $0.right.right.id == need.right }) {
          guard let right = full.rights.first(where: { $0.right.id == need.right }) else { continue }
          let detail = activity.rights.given?.details[need.right]
          if detail?.answer.isOpen ?? false { isOpen = true }
          if detail?.given.map({ $0.isRefused || $0.describesWay }) ?? detail?.answer.isOpen ?? false { continue }
          found.append((need.ability, right, activity.common.record))
        }
      }
      guard let first = found.first else {
        return isOpen ? .notEvaluable("a lawful basis, or the way a right is served, is an open question") : .clear
      }
      let abilities = unique(found.map(\.ability.rawValue))
      return .finding(
        Observation(
          "'\(registry.name(of: system.common.record))' cannot \(joined(abilities, "or")), which the \(joined(unique(found.map { inSentence($0.right.right.title) }))) of the people in '\(registry.name(of: first.activity))' needs",
          at: range,
          hint: "add rights: {\(first.right.right.id): {gives: ...}} to the activity, with what is done by hand",
          citations: unique(["Art 12(2)", "Art 25(1)"] + found.flatMap(\.right.citations)),
          records: [system.common.record] + unique(found.map(\.activity)),
          evidence: [Evidence("cannot", joined(abilities))]))
    },
    examples: [
      Example("it cannot erase", files("cannot: «erase»")),
      Example("it cannot hand out", files("cannot: «[export]»")),
      Example("it cannot search", files("cannot: «search»")),
      Example("it cannot set aside", files("cannot: «restrict»")),
      Example("it cannot log, which no right needs", files("cannot: log")),
      Example(
        "a way by hand",
        files("cannot: erase", ["rights": "{erasure: {gives: We remove the paper and shred it.}}"])),
      Example("nothing of the kind", files("keeps: P1Y")),
      Example(
        "planned", files("cannot: erase", ["status": "planned"])),
      Example(
        "the basis is an open question", files("cannot: erase", ["basis": "{unknown: which}"]), also: ["open-question"]
      ),
    ])

  private static func files(_ field: String, _ activity: ExampleTexts = [:]) -> ExampleTexts {
    [
      "systems/card-index.yaml":
        "title: Card index\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: [encrypted-storage, multi-factor-sign-in]\n\(field)\n",
      "activities/letters.yaml": exampleActivity(activity).replacingLine("systems", with: "card-index") + "\n",
    ]
  }
}

/// What a right needs of a system.
private let needs: [(ability: Inability, right: String)] = [
  (.search, "access"), (.export, "access"), (.export, "portability"), (.erase, "erasure"), (.restrict, "restriction"),
]
