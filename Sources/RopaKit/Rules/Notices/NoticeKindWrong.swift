import LocatedYAML

extension Rule {
  /// NTC-018.
  static let noticeKindWrong = Rule(
    "notice-kind-wrong", .notices, .error, .contradiction,
    title: "A notice is written for data from the person, and data come from elsewhere, or the other way round",
    rationale: """
      Article 13 is for data that people give or that their devices send; Article 14, for data from elsewhere, asks for the categories and \
      the source as well. Which one holds follows from the sources on record.
      """,
    remedy: "Remove article:, so that the sources decide, or correct the sources.",
    citations: ["Art 13", "Art 14"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty,
        case .given(let article, let range) = notice.article.answer
      else { return .notApplicable }
      let wanted: (article: String, why: String, isMet: (Origin) -> Bool)
      switch article {
      case .both: return .clear
      case .collected where facts.owesArticle14: wanted = ("14", "come from elsewhere", \.isElsewhere)
      case .obtained where facts.owesArticle13: wanted = ("13", "come from the people themselves", \.isFromPerson)
      case .collected, .obtained:
        let isOpen = facts.activities.contains {
          assessed.registry.records.activities[$0].sources.hasOpenElement()
        }
        return isOpen ? .notEvaluable("some sources are open questions") : .clear
      }
      let shown = facts.activities.lazy.map { assessed.registry.records.activities[$0] }.compactMap {
        activity -> (Activity, SourceRange)? in
        let entry = activity.sources.elements().first { $0.origin.given.map(wanted.isMet) ?? false }
        return entry?.origin.answer.range.map { (activity, $0) }
      }.first
      let name = shown.map { assessed.registry.name(of: $0.0.common.record) } ?? ""
      return .finding(
        Observation(
          "The notice is for Article \(article.rawValue), and data of '\(name)' \(wanted.why), which Article \(wanted.article) is about",
          at: range, hint: "remove article:, or write both",
          notes: shown.map { [Note(message: "The source", range: $0.1)] } ?? [],
          records: [notice.common.record] + (shown.map { [$0.0.common.record] } ?? []),
          evidence: [Evidence("article", article.rawValue)]))
    },
    examples: [
      Example(
        "a broker supplies data",
        [
          "notices/customer-notice.yaml": notice("«13»"),
          "activities/appointment-messages.yaml": messages("analytics-fr"),
        ]
      ),
      Example("nobody but the people", ["notices/customer-notice.yaml": notice("«14»")]),
      Example("what the people's devices send", ["notices/customer-notice.yaml": notice("13")]),
      Example(
        "both",
        [
          "notices/customer-notice.yaml": notice("both"),
          "activities/appointment-messages.yaml": messages("analytics-fr"),
        ]
      ),
      Example(
        "who else supplies data is an open question",
        [
          "notices/customer-notice.yaml": notice("13"),
          "activities/appointment-messages.yaml": messages("{unknown: who else}"),
        ], also: ["open-question"]),
    ])

  private static func notice(_ article: String) -> String {
    ExampleRecords.customerNotice(sections: nil) + "article: \(article)\n"
  }

  private static func messages(_ source: String) -> String {
    ExampleRecords.appointmentMessages(
      recipients: "{party: analytics-fr, role: controller, data: usage}", sources: "[subject, device, \(source)]")
  }
}

extension Origin {
  /// The person gave the data, or a device that the person uses.
  var isFromPerson: Bool {
    switch self {
    case .subject, .device: true
    case .derived, .publicSource, .party: false
    }
  }

  var isElsewhere: Bool {
    switch self {
    case .publicSource, .party: true
    case .subject, .device, .derived: false
    }
  }
}
