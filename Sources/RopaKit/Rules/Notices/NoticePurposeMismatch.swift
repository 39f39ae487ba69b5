import LocatedYAML

extension Rule {
  /// NTC-012, for own text that says which purposes it names. A name that no activity has at all is for `purpose-unknown`.
  static let noticePurposeMismatch = Rule(
    "notice-purpose-mismatch", .notices, .warning, .contradiction,
    title: "Own text names other purposes than the activities it covers",
    rationale: """
      Data are used for the purposes that people were told. A purpose that the text leaves out is a use nobody knows of; one that the \
      activities do not have is a use they are told of in vain.
      """,
    remedy: "Correct the text and its names, or the purposes of the activity.",
    citations: ["Art 13(1)(c)", "Art 5(1)(b)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty else { return .notApplicable }
      let registry = assessed.registry
      let sections = registry.namingSections(of: notice, facts).filter { !$0.names.purposes.answer.isAbsent }
      guard let first = sections.first else { return .notApplicable }
      let isComposed = registry.composes("n-purposes", in: notice)
      var (extra, missing, isOpen): ([String], [String], Bool) = ([], [], false)
      for section in sections {
        if section.names.purposes.answer.isOpen {
          return .notEvaluable("the purposes that the text names are an open question")
        }
        let named = section.names.purposes.elements().map(\.text)
        var recorded: [String] = []
        for slot in section.activities {
          let purposes = registry.records.activities[slot].purposes
          if purposes.answer.isOpen || !(purposes.given?.open.isEmpty ?? true) { isOpen = true }
          recorded += (purposes.given?.values ?? []).filter { $0.isExample.given?.value != true }.map(\.id)
        }
        extra += named.filter { !recorded.contains($0) && registry.purposeNames.ids.contains($0) }
        if !isComposed { missing += recorded.filter { !named.contains($0) } }
      }
      let words = [
        missing.isEmpty
          ? nil
          : "the activities have \(counted(missing.count, "purpose", "purposes")) that the text does not name: \(joined(unique(missing)))",
        extra.isEmpty || isOpen
          ? nil : "the text names \(joined(unique(extra))), for which these activities do not use data",
      ].compactMap(\.self)
      if words.isEmpty { return isOpen ? .notEvaluable("a purpose of the activities is an open question") : .clear }
      return .finding(
        Observation(
          sentenceCase(words.joined(separator: "; ")), at: first.names.purposes.answer.range ?? first.section.range,
          hint: "correct the text and names:, or purposes: of the activity", records: [notice.common.record],
          evidence: [
            Evidence("not named", joined(unique(missing))), Evidence("named without a purpose", joined(unique(extra))),
          ]))
    },
    examples: [
      Example("the text leaves one out", text("«[remind, study]»")),
      Example("the text names one of another activity", text("«[remind, study, accounts, write]»")),
      Example("all of them", text("[accounts, remind, study]")),
      Example("a name that no activity has", text("[accounts, remind, study, raffle]"), also: ["purpose-unknown"]),
      Example(
        "text beside the composed section may name some only",
        [
          "activities/letters.yaml": exampleActivity([:]),
          "notices/customer-notice.yaml": exampleNotice(without: [], own("remind")),
        ]),
      Example("which it names is an open question", text("{unknown: which}"), also: ["open-question"]),
      Example(
        "text that names no ids",
        [
          "notices/customer-notice.yaml": exampleNotice(
            without: [.purposes], "heading: What for, elements: purposes, text: To remind you.")
        ]),
    ])

  private static func text(_ purposes: String) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([:]),
      "notices/customer-notice.yaml": exampleNotice(without: [.purposes], own(purposes)),
    ]
  }

  private static func own(_ purposes: String) -> String {
    "heading: What for, elements: purposes, text: To remind you and more., names: {purposes: \(purposes)}"
  }
}
