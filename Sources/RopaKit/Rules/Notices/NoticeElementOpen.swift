import LocatedYAML

extension Rule {
  /// NTC-002, for what is not known: the notice is published with what is known, and readers are not told the rest.
  static let noticeElementOpen = Rule(
    "notice-element-open", .notices, .warning, .mandatory,
    title: "A published notice leaves out something it owes, because nobody knows it yet",
    rationale: """
      An open question is honest inside of the register. A notice that is already published does not tell people that anything is missing: they \
      read a list without the recipient, or a table without the basis. What is owed is owed from the day on which the data are collected.
      """,
    remedy:
      "Answer these questions first; until then say in own text of the notice what is not settled, with elements: for what it tells.",
    citations: ["Art 13", "Art 14", "Art 12(1)"],
    check: .notices { notice, facts, assessed in
      guard facts.isPublished, !facts.activities.isEmpty, notice.common.isJudged, notice.common.isPublishable else {
        return .notApplicable
      }
      let open = assessed.openElements(of: notice, facts)
      if open.isEmpty { return .clear }
      let registry = assessed.registry
      return .finding(
        Observation(
          "'\(registry.name(of: notice.common.record))' is published and cannot say in full: \(open.map(\.title).joined(separator: "; "))",
          at: notice.common.anchor,
          hint: "answer the open questions, or list the element under elements: of own text that says it",
          notes: open.map { element in
            let others = element.questions.count - 1
            let more = others > 0 ? " and in \(counted(others, "other place", "other places"))" : ""
            return Note(
              message: "\(element.title), for \(joined(element.names.map { "'\($0)'" })): not known here\(more)",
              range: element.questions[0])
          },
          citations: unique(open.flatMap(\.citations)), records: [notice.common.record],
          evidence: open.map { Evidence($0.title, "open for \(joined($0.names))") }))
    },
    examples: [
      Example(
        "who gets data", files(recipients: "{unknown: who else sees messages}"),
        also: ["open-question", "transfer-unused"]),
      Example(
        "there may be more who get them",
        files(
          recipients: "{party: analytics-fr, role: controller, data: usage}\n  - {unknown: who else sees messages}"),
        also: ["open-question"]),
      Example(
        "sources, of which Art 13 asks nothing",
        files(title: "title", sources: "[subject, device, {unknown: whether clinics send us lists}]"),
        also: ["open-question"]),
      Example("how long data are kept", files(retention: "{unknown: how long}"), also: ["open-question"]),
      Example(
        "what a cookie does",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(title: "«title»", sections: nil),
          "sites/website.yaml": exampleSite(),
          "cookies/visits.yaml": exampleCookie(["purpose": "{unknown: what it counts}"]),
        ], also: ["open-question"]),
      Example(
        "from where a supplier sees data",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(title: "«title»", sections: nil),
          "processors/mailer.yaml": ExampleRecords.mailer(
            subProcessors: "cloud-host", accessFrom: "{unknown: from where its staff see mail}"),
        ], also: ["open-question"]),
      Example("everything is known", files(title: "title")),
      Example(
        "own text says it",
        [
          "activities/appointment-messages.yaml": activity(retention: "{unknown: how long}"),
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(sections: sections)
            + "  - {heading: How long, elements: retention, text: We are settling how long we keep messages.}\n",
        ], also: ["open-question"]),
      Example(
        "a notice that is not in force yet",
        [
          "activities/appointment-messages.yaml": activity(retention: "{unknown: how long}"),
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(effective: "2027-01-01", sections: nil),
        ], also: ["open-question", "activity-without-notice"]),
      Example(
        "a question that readers need no answer to",
        files(
          title: "title",
          recipients: "{party: analytics-fr, role: controller, data: usage, agreement: {unknown: which}}"),
        also: ["open-question"]),
    ])

  private static let sections = SectionName.allCases.map { "  - \($0.rawValue)" }.joined(separator: "\n")

  private static func activity(
    recipients: String = "{party: analytics-fr, role: controller, data: usage}", sources: String = "[subject, device]",
    retention: String = "[messages, accounts]"
  ) -> String {
    ExampleRecords.appointmentMessages(recipients: recipients, retention: retention, sources: sources)
  }

  private static func files(
    title: String = "«title»", recipients: String = "{party: analytics-fr, role: controller, data: usage}",
    sources: String = "[subject, device]", retention: String = "[messages, accounts]"
  ) -> ExampleTexts {
    [
      "notices/customer-notice.yaml": ExampleRecords.customerNotice(title: title, sections: nil),
      "activities/appointment-messages.yaml": activity(recipients: recipients, sources: sources, retention: retention),
    ]
  }
}
