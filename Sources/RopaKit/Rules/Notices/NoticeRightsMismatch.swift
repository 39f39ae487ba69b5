import LocatedYAML

extension Rule {
  /// NTC-022, for own text that says which rights it names. The composed sections follow the bases.
  static let noticeRightsMismatch = Rule(
    "notice-rights-mismatch", .notices, .error, .contradiction,
    title: "Own text names other rights than the lawful bases give",
    rationale: """
      Which rights people have follows from the lawful bases. A right that the text leaves out is used by nobody, and one that it promises \
      and the basis does not give disappoints whoever relies on it.
      """,
    remedy: "Correct the text and its names.",
    citations: ["Art 13(2)(b)", "Art 13(2)(c)", "Art 14(2)(c)", "Art 14(2)(d)"],
    check: .notices { notice, facts, assessed in
      guard notice.common.isJudged, !facts.activities.isEmpty else { return .notApplicable }
      let registry = assessed.registry
      let sections = registry.namingSections(of: notice, facts).filter { !$0.names.rights.answer.isAbsent }
      guard let first = sections.first else { return .notApplicable }
      if sections.contains(where: { $0.names.rights.answer.isOpen }) {
        return .notEvaluable("the rights that the text names are an open question")
      }
      let activities = Array(Set(sections.flatMap(\.activities))).sorted().map { registry.records.activities[$0] }
      let all = registry.rights(of: activities, facts.regimes, law: assessed.law)
      let isOpen = facts.regimes.contains { registry.bases(of: activities, $0).isOpen }
      let named = unique(sections.flatMap { $0.names.rights.elements().map(\.id) })
      let hasMarketing = activities.contains(where: \.mayHaveMarketing)
      let hasDecisions = activities.contains { !$0.automatedDecisions.answer.isAbsent }
      let isComposed = registry.composes("n-rights", in: notice)
      let missing =
        isComposed
        ? []
        : all.filter { item in
          let id = item.right.id
          guard item.scope == .applies, !named.contains(id), Rights.names.contains(where: { $0.description == id })
          else {
            return false
          }
          return switch id {
          case "informed": false
          case "objection": !registry.composes("n-object-prominent", in: notice)
          case "objection-to-marketing": hasMarketing && !registry.composes("n-object-prominent", in: notice)
          case "automated-decisions": hasDecisions && !registry.composes("n-adm", in: notice)
          default: true
          }
        }
      let extra = assessed.law.law.rights.filter { row in
        named.contains(row.id) && !all.contains { $0.right.id == row.id }
      }
      let words = [
        missing.isEmpty
          ? nil
          : "the text leaves out the \(joined(missing.map { inSentence($0.right.title) })), which the lawful bases give",
        extra.isEmpty || isOpen
          ? nil : "the text names the \(joined(extra.map { inSentence($0.title) })), which no lawful basis gives",
      ].compactMap(\.self)
      if words.isEmpty { return isOpen ? .notEvaluable("a lawful basis is an open question") : .clear }
      let isConditional = sections.contains { section in
        section.section.text.given?.english(registry.language).map { Substring($0).utf8.saysOne(of: conditions) }
          ?? false
      }
      return .finding(
        Observation(
          sentenceCase(words.joined(separator: "; ")), at: first.names.rights.answer.range ?? first.section.range,
          hint: "correct the text and names:",
          severity: missing.isEmpty ? (isConditional ? .advice : .warning) : .error,
          citations: unique(
            ["Art 13(2)(b)", "Art 14(2)(c)"] + missing.flatMap(\.citations)), records: [notice.common.record],
          evidence: [
            Evidence("left out", joined(missing.map(\.right.id))), Evidence("without a basis", joined(extra.map(\.id))),
          ]))
    },
    examples: [
      Example("no portability", text("«[access, rectification, erasure, restriction, objection]»")),
      Example("all of them", text("[access, rectification, erasure, restriction, portability, objection]")),
      Example(
        "the objection has a section of its own", text("[access, rectification, erasure, restriction, portability]")),
      Example(
        "the objection stands nowhere",
        [
          "notices/customer-notice.yaml": exampleNotice(
            without: [.rights, .objection],
            own(
              "«[access, rectification, erasure, restriction, portability]»", "Rights.",
              elements: "[rights, object-prominent]"))
        ]),
      Example(
        "the withdrawal of a consent that nobody gives",
        text("«[access, rectification, erasure, restriction, portability, objection, withdraw-consent]»"),
        severity: .warning),
      Example(
        "with words that leave it to the basis",
        text(
          "«[access, rectification, erasure, restriction, portability, objection, withdraw-consent]»",
          "Depending on the lawful basis you have these rights."), severity: .advice),
      Example(
        "text beside the composed section may name some only",
        ["notices/customer-notice.yaml": exampleNotice(without: [], own("access", "You have rights."))]),
      Example("which it names is an open question", text("{unknown: which}"), also: ["open-question"]),
    ])

  private static func text(_ rights: String, _ words: String = "You have rights.") -> ExampleTexts {
    ["notices/customer-notice.yaml": exampleNotice(without: [.rights], own(rights, words))]
  }

  private static func own(_ rights: String, _ words: String, elements: String = "rights") -> String {
    "heading: Rights, elements: \(elements), text: \(words), names: {rights: \(rights)}"
  }
}

/// Words with which a text leaves open which rights apply.
private let conditions = ["depending on", "depends on", "in some cases", "where the law gives", "may have"]
