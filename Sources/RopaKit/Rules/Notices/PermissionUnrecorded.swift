import LocatedYAML

extension Rule {
  /// A promise to ask first, of which no record says how it is kept. It does not make permission the lawful basis.
  static let permissionUnrecorded = Rule(
    "permission-promised-unrecorded", .notices, .warning, .contradiction,
    title: "A statement promises to ask for permission, and no record says how",
    rationale: """
      Who promises to ask before data are passed on or used otherwise has to ask, also where another basis carries the use. As long as no \
      consent is recorded for the activities the sentence speaks of, nobody knows how people are asked and how they take it back. Words of \
      permission also let people think that all of it rests on their consent.
      """,
    remedy:
      "Record the consent with its function and name it under permissions of the activities; or correct the sentence.",
    citations: ["Art 5(1)(a)", "Art 12(1)"],
    check: .statements { statement, assessed in
      guard statement.common.isJudged, statement.claim.given == .asksPermission else { return .notApplicable }
      if statement.about.answer.isOpen { return .notEvaluable("what the statement speaks of is an open question") }
      let registry = assessed.registry
      let named = statement.about.given?.activities.elements().map(\.record) ?? []
      var isOpen = false
      var isAsked = false
      for activity in registry.records.activities where activity.isJudged && activity.isControllerRecord {
        guard named.isEmpty || named.contains(activity.common.record) else { continue }
        if activity.permissions.hasOpenElement() { isOpen = true }
        if !activity.permissions.elements().isEmpty { isAsked = true }
        if assessed.bases(ofAll: activity).records.contains(where: { $0.consent.given != nil }) { isAsked = true }
        if isAsked { return .clear }
      }
      if isOpen { return .notEvaluable("the permissions of an activity are an open question") }
      return .finding(
        Observation(
          "The statement promises to ask for permission, and no activity it speaks of records a consent",
          at: statement.claim.answer.range ?? statement.common.anchor,
          hint: "add a record in consents and name it under permissions: of the activity",
          records: [statement.common.record],
          evidence: [Evidence("claim", Claim.asksPermission.rawValue), Evidence("permissions", "not given")]))
    },
    examples: [
      Example("no permission anywhere", ["statements/ask-first.yaml": promise(mark: true)]),
      Example(
        "recorded on another activity than the one it speaks of",
        [
          "statements/ask-first.yaml": promise(mark: true, about: "about: {activities: appointment-messages}\n"),
          "activities/letters.yaml": exampleActivity(["permissions": "ask"]), "consents/ask.yaml": consent,
        ]),
      Example(
        "recorded",
        [
          "statements/ask-first.yaml": promise(), "activities/letters.yaml": exampleActivity(["permissions": "ask"]),
          "consents/ask.yaml": consent,
        ]),
      Example(
        "an open question",
        [
          "statements/ask-first.yaml": promise(),
          "activities/letters.yaml": exampleActivity(["permissions": "{unknown: how the desk asks}"]),
        ], also: ["open-question"]),
      Example("a basis on consent", permitted),
      Example(
        "a sentence that claims nothing",
        ["statements/ask-first.yaml": "kind: explanation\ntext: We like to ask first.\n"]),
    ])

  private static let consent = "title: We ask first\nmechanism: spoken\nfunction: courtesy\n"

  private static func promise(mark: Bool = false, about: String = "") -> String {
    "kind: promise\nclaim: \(mark ? "«asks-permission»" : "asks-permission")\n\(about)text: We ask you before we pass your data on.\n"
  }

  private static let permitted: KeyValuePairs<String, String> = [
    "statements/ask-first.yaml": promise(),
    "lawful-bases/better-reminders.yaml":
      "title: Permission to study reminders\narticle-6: consent\nconsent: study-box\n",
    "consents/study-box.yaml": "title: Box for the study\n" + Rule.soundConsent + "\n",
  ]
}
