import LocatedYAML

extension Rule {
  /// NTC-002, with NTC-016, NTC-017 and NTC-023 for a notice that is silent: each of them is an element with its condition. An interest that
  /// its own record does not name is for `interests-unnamed`; that decisions are denied in words is for `use-denied`.
  static let noticeElementMissing = Rule(
    "notice-element-missing", .notices, .error, .mandatory,
    title: "A notice leaves out something it owes",
    rationale: """
      Art 13 and 14 list what people are told. What a notice owes follows from the activities it covers; what it says follows from its \
      sections and from what the records hold. Wording is not assessed.
      """,
    remedy:
      "Put the section back, name the element on the own text that says it, or fill the record the section is written from.",
    citations: ["Art 13", "Art 14"],
    check: .notices { notice, facts, assessed in
      guard !facts.activities.isEmpty, !notice.common.isDisputed, !notice.common.isExample else {
        return .notApplicable
      }
      if notice.sections.answer.isOpen { return .notEvaluable("the sections are an open question") }
      var missing: [(owed: OwedElement, state: ElementState)] = []
      var isOpen = false
      for owed in facts.owed where !ofTheirOwn.contains(owed.element.id) {
        let state = assessed.registry.state(of: owed.element.id, in: notice, facts, assessed.law)
        switch state {
        case .served: break
        case .open: isOpen = true
        case .withoutValue, .withoutSection: missing.append((owed, state))
        }
      }
      guard !missing.isEmpty else {
        return isOpen ? .notEvaluable("what some sections would say is an open question") : .clear
      }
      let labels = missing.map { item in
        item.owed.element.title + (item.state == .withoutValue ? " (nothing on record)" : " (no section)")
      }
      let sections = missing.filter { $0.state == .withoutSection }.compactMap { item in
        SectionName.allCases.first { $0.elements.contains(item.owed.element.id) }?.rawValue
      }
      let hint =
        sections.isEmpty
        ? "fill the records of the activities it covers, or leave an open question there"
        : "add to sections: \(unique(sections).joined(separator: ", ")); or list the element under elements: of the own text that says it"
      return .finding(
        Observation(
          "\(labels.joined(separator: "; ")): owed by this \(facts.isPublished ? "notice" : "draft") and not in it",
          at: notice.common.anchor, hint: hint, severity: facts.isPublished ? .error : .warning,
          citations: unique(missing.flatMap(\.owed.citations)), records: [notice.common.record, facts.organisation],
          evidence: missing.map { Evidence($0.owed.element.id, $0.state == .withoutValue ? "no value" : "no section") })
      )
    },
    examples: [
      Example(
        "a section was dropped",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            title: "«title»", sections: sectionsWithoutRetention)
        ]),
      Example(
        "own text says it",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            sections: sectionsWithoutRetention
              + "\n  - {heading: How long, elements: retention, text: For as long as you are our customer.}")
        ]),
      Example(
        "own text in place of the composed section, which names no element",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            title: "«title»",
            sections: sectionsWithoutRetention
              + "\n  - section: retention\n    replace: true\n    text: See our website.")
        ]),
      Example(
        "the officer's mailbox stands among the contacts",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            sections: sections(where: { $0 != .dpo }))
        ]),
      Example(
        "no section shows how to reach the officer",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(
            title: "«title»", sections: sections(where: { ![.dpo, .contact, .rights, .complaints].contains($0) }))
        ], also: ["complaint-to-organisation-missing", "complaint-to-regulator-missing"]),
      Example(
        "a computer decides, and no section says so",
        [
          "notices/customer-notice.yaml": exampleNotice(
            without: [.automatedDecisions], "", activities: "[appointment-messages, letters]", title: "«title»"),
          "activities/letters.yaml": exampleActivity(
            ["automated-decisions": exampleDecision, "notice-exempt": "", "screening": exampleNeededScreening],
            isMissed: false),
          "assessments/letters.yaml": exampleImpactAssessment(),
        ]),
      Example(
        "a person decides",
        [
          "notices/customer-notice.yaml": exampleNotice(
            without: [.automatedDecisions], "", activities: "[appointment-messages, letters]"),
          "activities/letters.yaml": exampleActivity(
            [
              "automated-decisions":
                "{solely: false, significant: true, ground: contract, logic: Points., effect: No credit.}",
              "notice-exempt": "",
              "screening": exampleNeededScreening,
            ], isMissed: false),
          "assessments/letters.yaml": exampleImpactAssessment(),
        ]),
      Example(
        "the objection is not brought out",
        ["notices/customer-notice.yaml": exampleNotice(without: [.objection], "", title: "«title»")]),
      Example(
        "the interest stands nowhere",
        ["notices/customer-notice.yaml": exampleNotice(without: [.interests], "", title: "«title»")]),
      Example(
        "without sections of its own it has the built-in ones",
        ["notices/customer-notice.yaml": ExampleRecords.customerNotice(sections: nil)]),
      Example(
        "what it would say is an open question",
        [
          "organisations/example-care.yaml": ExampleRecords.exampleCare(regimes: "uk-gdpr"),
          "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
            recipients: "{party: analytics-fr, role: controller, data: usage}",
            retention: "{unknown: how long messages are kept, owner: dpo, due: 2027-01-31}"),
        ], also: ["notice-element-open", "open-question"]),
      Example(
        "a short layer of a whole notice",
        [
          "notices/short-notice.yaml": """
          title: In short
          organisation: example-care
          owner: dpo
          audience: customers
          activities: appointment-messages
          layer-of: customer-notice
          effective: 2026-09-01
          reviewed: 2026-09-01
          approved: {by: dpo, date: 2026-08-28}
          sections: [who-we-are, purposes]
          """
        ]),
    ])

  private static let exampleDecision =
    "{solely: true, significant: true, ground: contract, logic: Points., effect: No credit., safeguards: [inform, represent, human, contest]}"
  private static let exampleNeededScreening =
    "{date: 2026-07-15, by: dpo, outcome: dpia, reason: A computer decides., applies: art-35-3-a}"

  private static func sections(where isKept: (SectionName) -> Bool) -> String {
    SectionName.allCases.filter(isKept).map { "  - \($0.rawValue)" }.joined(separator: "\n")
  }

  /// Elements that rules of their own speak of.
  private static let ofTheirOwn: Set<String> = ["n-complain-controller", "n-complain-regulator"]

  private static let sectionsWithoutRetention = """
      - who-we-are
      - dpo
      - activities
      - data
      - sources
      - purposes
      - basis
      - interests
      - provision
      - recipients
      - section: systems
        statements: mail-stays-in-uk
      - transfers
      - security
      - rights
      - objection
      - complaints
      - links
      - changes
      - contact
    """
}
