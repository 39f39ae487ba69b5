import LocatedYAML

extension Rule {
  /// NTC-009, for own text that says which mechanisms it names. Words of texts that name a framework which is gone are for
  /// `notice-cites-dead-law`; general words such as "approved contracts" name none.
  static let noticeNamesWrongMechanism = Rule(
    "notice-names-wrong-mechanism", .notices, .warning, .contradiction,
    title: "Own text names another transfer mechanism than the records",
    rationale: """
      People are told what protects their data abroad, and can ask for a copy of it. A mechanism that has ended protects nothing, and one that \
      no transfer rests on sends them after a paper that does not exist.
      """,
    remedy: "Correct the text and its names, or the transfer.",
    citations: ["Art 13(1)(f)", "Art 14(1)(f)"],
    yieldsTo: ["notice-cites-dead-law"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty else { return .notApplicable }
      let sections = assessed.registry.namingSections(of: notice, facts).filter { !$0.names.mechanisms.answer.isAbsent }
      guard let first = sections.first else { return .notApplicable }
      var (ended, unused, isOpen): ([Mechanism], [Mechanism], Bool) = ([], [], false)
      var used: [String] = []
      for section in sections {
        if section.names.mechanisms.answer.isOpen {
          return .notEvaluable("the mechanisms that the text names are an open question")
        }
        let recorded = assessed.mechanisms(carrying: section.activities, facts.regimes)
        isOpen = isOpen || recorded.isOpen
        used += recorded.mechanisms.map(\.term.title)
        for term in section.names.mechanisms.elements() {
          let mechanism = assessed.law.law.mechanisms[Int(term.index.value)]
          let spans = facts.regimes.compactMap { mechanism.regimes[$0] }
          if !spans.isEmpty, spans.allSatisfy({ $0.to.map { $0 < assessed.day } ?? false }) {
            ended.append(mechanism)
          } else if !recorded.mechanisms.contains(where: { $0.term.id == mechanism.term.id }) {
            unused.append(mechanism)
          }
        }
      }
      if ended.isEmpty, isOpen { return .notEvaluable("what a transfer rests on is an open question") }
      guard !ended.isEmpty || !unused.isEmpty else { return .clear }
      let words = [
        ended.isEmpty ? nil : "the text relies on \(joined(ended.map(\.term.title))), which has ended",
        unused.isEmpty || isOpen
          ? nil
          : "the text names \(joined(unused.map(\.term.title))), on which no transfer of these activities rests"
            + (used.isEmpty ? "" : "; they rest on \(joined(unique(used)))"),
      ].compactMap(\.self)
      return .finding(
        Observation(
          sentenceCase(words.joined(separator: "; ")), at: first.names.mechanisms.answer.range ?? first.section.range,
          hint: "correct the text and names:, or mechanism: of the transfer",
          severity: ended.isEmpty ? .warning : .error,
          records: [notice.common.record],
          evidence: [
            Evidence("named", joined((ended + unused).map(\.term.id))), Evidence("used", joined(unique(used))),
          ]))
    },
    examples: [
      Example("the records rest on adequacy", text("«idta»")),
      Example("the one of the records", text("adequacy")),
      Example("one that has ended", text("«privacy-shield»"), severity: .error),
      Example("which it names is an open question", text("{unknown: which}"), also: ["open-question"]),
      Example(
        "what the transfer rests on is an open question",
        [
          "notices/customer-notice.yaml": notice("bcr-c"),
          "transfers/reminder-study.yaml": ExampleRecords.studyTransfer(
            "regime: uk-gdpr\nmechanism: {unknown: what it rests on}"),
        ], also: ["open-question"]),
      Example(
        "general words",
        [
          "notices/customer-notice.yaml": exampleNotice(
            without: [.transfers],
            "heading: Abroad, elements: transfers, text: Approved contracts protect data in France.")
        ]),
    ])

  private static func text(_ mechanisms: String) -> ExampleTexts {
    ["notices/customer-notice.yaml": notice(mechanisms)]
  }

  private static func notice(_ mechanisms: String) -> String {
    exampleNotice(
      without: [.transfers],
      "heading: Abroad, elements: transfers, text: Data go to France., names: {mechanisms: \(mechanisms)}")
  }
}

extension Assessed {
  /// What the transfers rest on that carry data of some activities, by their places, to other bodies.
  fileprivate func mechanisms(carrying activities: [Int], _ regimes: [Regime]) -> (
    mechanisms: [Mechanism], isOpen: Bool
  ) {
    var found: [Mechanism] = []
    var isOpen = false
    for leg in activities.flatMap({ facts.flows.legs(ofActivity: $0) }) {
      for place in leg.places {
        for transfer in regimes.flatMap({ facts.cover.covering(leg, $0, place.territory) }) {
          if transfer.mechanism.answer.isOpen { isOpen = true }
          guard let mechanism = mechanism(of: transfer), !found.contains(where: { $0.term.id == mechanism.term.id })
          else { continue }
          found.append(mechanism)
        }
      }
    }
    return (found, isOpen)
  }
}
