import LocatedYAML

extension Rule {
  /// NTC-011, for own text that says which bases it names.
  static let noticeBasisMismatch = Rule(
    "notice-basis-mismatch", .notices, .error, .contradiction,
    title: "Own text names other lawful bases than the records",
    rationale: """
      The basis decides which rights people have. A notice that names another one than the records promises rights that do not exist, or \
      hides some that do.
      """,
    remedy: "Correct the text, or the basis of the activity.",
    citations: ["Art 13(1)(c)", "Art 14(1)(c)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty else { return .notApplicable }
      let registry = assessed.registry
      let sections = registry.namingSections(of: notice, facts).filter { !$0.names.bases.answer.isAbsent }
      guard let first = sections.first else { return .notApplicable }
      var (extra, missing, isOpen): ([RecordIndex], [RecordIndex], Bool) = ([], [], false)
      let composed = registry.composes("n-basis", in: notice)
      for section in sections {
        if section.names.bases.answer.isOpen {
          return .notEvaluable("the bases that the text names are an open question")
        }
        let named = section.names.bases.elements().map(\.record).filter(\.isResolved)
        var recorded: [RecordIndex] = []
        for slot in section.activities {
          let bases = registry.bases(of: registry.records.activities[slot])
          recorded += bases.references.map(\.record).filter(\.isResolved)
          isOpen = isOpen || bases.isOpen
        }
        extra += named.filter { !recorded.contains($0) }
        if !composed { missing += recorded.filter { !named.contains($0) } }
      }
      let words = [
        missing.isEmpty ? nil : "the records rely on \(quoted(missing, registry)), which the text does not name",
        extra.isEmpty || isOpen ? nil : "the text names \(quoted(extra, registry)), on which no record relies",
      ].compactMap(\.self)
      if words.isEmpty {
        return isOpen ? .notEvaluable("a basis of the activities is an open question") : .clear
      }
      return .finding(
        Observation(
          sentenceCase(words.joined(separator: "; ")), at: first.names.bases.answer.range ?? first.section.range,
          hint: "correct the text and names:, or the basis of the activity",
          severity: facts.isPublished ? .error : .warning, records: [notice.common.record] + unique(missing + extra),
          evidence: [
            Evidence("not named", quoted(missing, registry)),
            Evidence("named without a record", quoted(extra, registry)),
          ]))
    },
    examples: [
      Example(
        "the text leaves one out",
        ["notices/customer-notice.yaml": notice(bases: "«[customer-contract, better-reminders]»")]),
      Example(
        "the text names another one",
        [
          "notices/customer-notice.yaml": notice(
            bases: "«[customer-contract, better-reminders, accounting-law, charity]»"),
          "lawful-bases/charity.yaml":
            "title: Our interest in donations\narticle-6: legitimate-interests\ninterests: We ask for donations.\nassessment: {not-applicable: kept on paper}\n",
        ]),
      Example(
        "all of them",
        ["notices/customer-notice.yaml": notice(bases: "[customer-contract, better-reminders, accounting-law]")]),
      Example(
        "text beside the composed section may name some only",
        ["notices/customer-notice.yaml": notice(bases: "customer-contract") + "  - basis\n"]),
      Example(
        "which it names is an open question",
        ["notices/customer-notice.yaml": notice(bases: "{unknown: which it names}")], also: ["open-question"]),
    ])

  private static func quoted(_ records: [RecordIndex], _ registry: Registry) -> String {
    joined(unique(records).map { "'\(registry.name(of: $0))'" })
  }

  private static func notice(bases: String) -> String {
    let sections = SectionName.allCases.filter { $0 != .basis }.map { "  - \($0.rawValue)" }.joined(separator: "\n")
    return ExampleRecords.customerNotice(
      sections: sections
        + "\n  - {heading: Why we may, elements: basis, text: We rely on the law., names: {bases: \(bases)}}")
  }
}
