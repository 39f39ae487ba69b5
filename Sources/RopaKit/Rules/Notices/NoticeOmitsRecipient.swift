import LocatedYAML

extension Rule {
  /// NTC-010, for bodies whose records are kept out of public pages, and for own text that says whom it names.
  static let noticeOmitsRecipient = Rule(
    "notice-omits-recipient", .notices, .error, .mandatory,
    title: "A notice leaves out a body that gets data",
    rationale: """
      People are told who gets their data, by name or by category. A body whose record is kept out of public pages is left out of every \
      notice, with everything that is below it in the chain, and nobody who reads the notice can know.
      """,
    remedy: "Let the record be published, or have the data reach a recipient that stands for its category.",
    citations: ["Art 13(1)(e)", "Art 14(1)(e)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty else { return .notApplicable }
      let registry = assessed.registry
      var withheld: [(party: Party, leg: Leg)] = []
      for slot in facts.activities {
        for leg in assessed.facts.flows.legs(ofActivity: slot)
        where leg.certainty == .certain || leg.certainty == .possible {
          guard let party = registry.party(leg.importer), !party.common.isPublishable,
            !withheld.contains(where: { $0.party.common.record == leg.importer })
          else { continue }
          withheld.append((party, leg))
        }
      }
      guard let first = withheld.first else { return assessed.judgeNamedRecipients(of: notice, facts) }
      let names = joined(withheld.map { registry.name(of: $0.party.common.record) })
      return .finding(
        Observation(
          "\(names) get\(withheld.count == 1 ? "s" : "") data, and '\(registry.name(of: notice.common.record))' cannot say so: \(withheld.count == 1 ? "the record is" : "the records are") kept out of public pages",
          at: notice.common.anchor,
          hint:
            "remove publish: false from \(registry.header(first.party.common.record).id), or name a recipient that stands for the category in its place",
          notes: withheld.flatMap { item in
            [
              Note(
                message: "kept out of public pages here",
                range: item.party.common.publish.answer.range ?? item.party.common.anchor),
              Note(message: "data go there from here", range: item.leg.range),
            ]
          },
          records: [notice.common.record] + withheld.map(\.party.common.record)))
    },
    examples: [
      Example(
        "a recipient is kept out of public pages",
        [
          "notices/customer-notice.yaml": """
          «title»: How we use your data
          owner: dpo
          audience: customers
          activities: appointment-messages
          effective: 2026-09-01
          reviewed: 2026-09-01
          """,
          "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: "FR", more: "publish: false"),
        ]),
      Example(
        "own text names one body of two",
        ["notices/customer-notice.yaml": exampleText(recipients: "«[mailer, cloud-host]»")],
        severity: .warning),
      Example(
        "own text names them all, one of them by its category",
        [
          "notices/customer-notice.yaml": exampleText(recipients: "[mailer, cloud-host, partners]"),
          "recipients/partners.yaml":
            "title: Research partners\nkind: class\ncategory: research partner\nwhen: Once a month.\n",
        ]),
      Example(
        "the composed section stands beside it",
        ["notices/customer-notice.yaml": exampleText(recipients: "[mailer]") + "  - recipients\n"]),
      Example(
        "whom it names is an open question",
        ["notices/customer-notice.yaml": exampleText(recipients: "{unknown: whom it names}")], also: ["open-question"]),
      Example(
        "nobody is told of a person who owns a record",
        ["people/service-lead.yaml": "title: Head of service\npublish: false\n"]),
    ])
  private static func exampleText(recipients: String) -> String {
    let sections = SectionName.allCases.filter { $0 != .recipients }.map { "  - \($0.rawValue)" }.joined(
      separator: "\n")
    return ExampleRecords.customerNotice(
      sections: sections
        + "\n  - {heading: Who gets data, elements: recipients, text: Some bodies., names: {recipients: \(recipients)}}"
    )
  }
}

extension Assessed {
  /// Own text in place of the composed section names every body that certainly gets data, itself or by its category.
  fileprivate func judgeNamedRecipients(of notice: Notice, _ facts: NoticeFacts) -> Verdict {
    if registry.composes("n-recipients", in: notice) { return .clear }
    let sections = registry.namingSections(of: notice, facts).filter { !$0.names.recipients.answer.isAbsent }
    guard let first = sections.first else { return .clear }
    if sections.contains(where: { $0.names.recipients.answer.isOpen }) {
      return .notEvaluable("the bodies that the text names are an open question")
    }
    let named = sections.flatMap { $0.names.recipients.elements() }.map(\.record)
    let categories = named.compactMap { registry.party($0)?.category.given?.first }
    var omitted: [Leg] = []
    for slot in facts.activities {
      for leg in self.facts.flows.legs(ofActivity: slot) where leg.certainty == .certain {
        let category = registry.party(leg.importer)?.category.given?.first
        if named.contains(leg.importer) || category.map(categories.contains) ?? false
          || omitted.contains(where: { $0.importer == leg.importer })
        {
          continue
        }
        omitted.append(leg)
      }
    }
    guard !omitted.isEmpty else { return .clear }
    return .finding(
      Observation(
        "\(joined(omitted.map { registry.name(of: $0.importer) })) get\(omitted.count == 1 ? "s" : "") data, and the text on recipients names neither \(omitted.count == 1 ? "it nor its" : "them nor their") category",
        at: first.names.recipients.answer.range ?? first.section.range,
        hint: "name the body or its category in the text and under names:",
        notes: omitted.map { Note(message: "data go there from here", range: $0.range) }, severity: .warning,
        records: [notice.common.record] + omitted.map(\.importer)))
  }
}
