import LocatedYAML

extension Rule {
  /// NTC-010, for statements that nothing is shared.
  static let sharingDenied = Rule(
    "sharing-denied", .notices, .error, .contradiction,
    title: "A statement denies sharing that the records show",
    rationale: """
      People hear "we share with nobody" as a promise. Processors work on our behalf and may be left aside; a body that uses the data for \
      its own ends is somebody else. Duties of the law belong into the exception.
      """,
    remedy: "Correct the sentence, or name the body as an exception.",
    citations: ["Art 5(1)(a)", "Art 13(1)(e)", "Art 14(1)(e)"],
    check: .statements { statement, assessed in
      guard statement.claim.given == .noSharing, statement.common.isJudged else { return .notApplicable }
      if statement.about.answer.isOpen { return .notEvaluable("what the statement speaks of is an open question") }
      let registry = assessed.registry
      let about = statement.about.given?.activities.elements().map(\.record) ?? []
      let covered = about.isEmpty ? assessed.activities(ofNoticesWith: statement) : nil
      let data = statement.about.given?.data.elements().map(\.record) ?? []
      let excepted = statement.except.elements().flatMap { $0.parties.elements() }.map(\.record)
      var found: [(leg: Leg, activity: RecordIndex)] = []
      var isOpen = false
      for (slot, activity) in registry.records.activities.enumerated()
      where activity.isJudged && activity.isControllerRecord
        && (about.isEmpty ? covered?.contains(slot) ?? true : about.contains(activity.common.record))
        && (data.isEmpty
          || activity.data.elements().contains { $0.category.given.map { data.contains($0.record) } ?? false })
      {
        // Whoever may act for us is not yet somebody else.
        let undecided = activity.recipients.elements().filter(\.role.answer.isOpen).compactMap(\.party.given?.record)
        isOpen = isOpen || !undecided.isEmpty
        for leg in assessed.facts.flows.legs(ofActivity: slot)
        where !leg.isProcessor && leg.certainty == .certain && (leg.kind == .recipient || leg.kind == .cookie)
          && !excepted.contains(leg.importer) && !undecided.contains(leg.importer)
          && !found.contains(where: { $0.leg.importer == leg.importer })
        {
          found.append((leg, activity.common.record))
        }
      }
      guard !found.isEmpty else {
        return isOpen ? .notEvaluable("the role of a recipient is an open question") : .clear
      }
      let names = joined(found.map { registry.name(of: $0.leg.importer) })
      let isHedged = (statement.strength.given ?? .absolute) != .absolute || !statement.except.elements().isEmpty
      return .finding(
        Observation(
          "\(names) get\(found.count == 1 ? "s" : "") data for ends of \(found.count == 1 ? "its" : "their") own, and the statement denies sharing",
          at: statement.claim.answer.range ?? statement.common.anchor,
          hint: "correct text:, or add except: {parties: [...], because: ...}",
          notes: found.map {
            Note(message: "'\(registry.name(of: $0.activity))' gives it data here", range: $0.leg.range)
          },
          severity: isHedged ? .warning : .error,
          records: [statement.common.record] + found.flatMap { [$0.leg.importer, $0.activity] }))
    },
    examples: [
      Example("a research partner gets data", ["statements/no-sharing.yaml": statement("«no-sharing»")]),
      Example(
        "the partner is the exception",
        [
          "statements/no-sharing.yaml": statement(
            "no-sharing", "except: [{parties: analytics-fr, because: it studies reminders with us}]\n")
        ]),
      Example(
        "an exception in words only",
        [
          "statements/no-sharing.yaml": statement(
            "«no-sharing»", "except: [{text: where a law asks for it, because: the law then decides}]\n")
        ], severity: .warning),
      Example(
        "whether the partner decides itself is an open question",
        [
          "statements/no-sharing.yaml": statement("no-sharing"),
          "transfers/reminder-study.yaml": "",
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: analytics-fr, role: {unknown: does it act for us}}"),
        ], also: ["implied-transfer-recipient", "open-question"]),
      Example(
        "said of another activity",
        [
          "statements/no-sharing.yaml": statement("no-sharing", "about: {activities: letters}\n"),
          "activities/letters.yaml": exampleActivity([:]),
        ]),
      Example(
        "a recipient of an activity that the notice with the statement does not cover",
        [
          "statements/no-sharing.yaml": statement("no-sharing"),
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            sections: SectionName.allCases.map {
              $0 == .recipients ? "  - {section: recipients, statements: no-sharing}" : "  - \($0.rawValue)"
            }.joined(separator: "\n")),
          "transfers/reminder-study.yaml": "",
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: regulator, role: public-body, certainty: possible}"),
          "activities/letters.yaml": exampleActivity(["recipients": "{party: regulator, role: public-body}"]),
        ]),
      Example(
        "processors work on our behalf",
        [
          "statements/no-sharing.yaml": statement("no-sharing"),
          "transfers/reminder-study.yaml": "",
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: regulator, role: public-body, certainty: possible}"),
        ]),
    ])

  private static func statement(_ claim: String, _ more: String = "") -> String {
    "kind: promise\nclaim: \(claim)\ntext: We share your data with nobody.\n\(more)"
  }
}
