import LocatedYAML

extension Rule {
  /// RET-008, once for each rule.
  static let backupTailUnrecorded = Rule(
    "backup-tail-unrecorded", .retention, .advice, .expectation,
    title: "Data are backed up, and how long the copies outlive them is not recorded",
    rationale: """
      What is deleted lives on in the copies for a while. The regulator accepts that where it is short, known, and the copies are put beyond \
      use; people who ask for erasure are told.
      """,
    remedy: "Write how long copies live on as backups: of the rule.",
    citations: ["Art 5(1)(e)", "Art 17", "ICO guidance on erasure from backups"],
    yieldsTo: ["retention-without-limit"],
    check: .retention { rule, assessed in
      guard rule.backups.answer.isAbsent, rule.common.isJudged else { return .notApplicable }
      var last = RecordIndex(-1)
      for mention in assessed.registry.mentions(of: rule.common.record) where mention.from != last {
        last = mention.from
        guard let activity = assessed.registry.activity(at: mention.from), activity.isJudged,
          assessed.isKnownProtected(activity, by: { $0.serves(assessed.facts.measures.backup) })
        else { continue }
        return .finding(
          Observation(
            "Data of '\(assessed.registry.name(of: activity.common.record))' are backed up, and '\(assessed.registry.name(of: rule.common.record))' does not say how long copies live on",
            at: rule.common.anchor, hint: "add backups: with the time, as in P90D",
            records: [rule.common.record, activity.common.record], evidence: [Evidence("backups", "not given")]))
      }
      return .notApplicable
    },
    examples: [
      Example("backed up, without a word", exampleLetters("", controls: "copies", title: "«title»")),
      Example("ninety days", exampleLetters("backups: P90D", controls: "copies")),
      Example("no copies", exampleLetters("", controls: "encrypted-storage")),
      Example("copies that are only planned", exampleLetters("", controls: "later")),
      Example(
        "not known yet", exampleLetters("backups: {unknown: how long}", controls: "copies"), also: ["open-question"]),
    ])

  private static func exampleLetters(_ line: String, controls: String, title: String = "title") -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity(["retention": "letters", "controls": controls]),
      "retention/letters.yaml":
        "\(title): Letters\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask.\ndisposal: {method: job, verified: 2026-08-01}\n\(line)\n",
      "controls/copies.yaml": "title: Copies each night\nmeasure: backup\nstatus: implemented\ntested: 2026-06-10\n",
      "controls/later.yaml": "title: Copies each night\nmeasure: backup\nstatus: planned\ndue: 2027-05-01\n",
    ]
  }
}
