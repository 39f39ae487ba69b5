import LocatedYAML

extension Rule {
  /// REF-004. Affiliates in different countries are different bodies; a record that says which other one it is the same as, or asks, has
  /// answered.
  static let likelyDuplicate = Rule(
    "likely-duplicate", .integrity, .warning, .expectation,
    title: "Two records look like one body or one system",
    rationale: """
      A body recorded twice has its contract on one record and its places on the other, and every rule sees a half. Names are compared \
      without their legal form, besides company numbers and websites.
      """,
    remedy:
      "Merge the two, or write same-as: on one of them; where they are different, make the names tell them apart.",
    citations: ["Art 5(1)(d)"],
    check: .records { header, common, assessed in
      guard common.isJudged, header.slot >= 0 else { return .notApplicable }
      guard let group = assessed.facts.twins.group(of: common.record) else { return .notApplicable }
      let registry = assessed.registry
      let others = group.filter { $0 != common.record && registry.mayBeOne($0, common.record) }
      guard let other = others.first else { return .clear }
      // Told once, at the later of the two.
      if others.contains(where: { $0.value > common.record.value })
        && !others.contains(where: { $0.value < common.record.value })
      {
        return .clear
      }
      return .finding(
        Observation(
          "'\(registry.name(of: common.record))' and '\(registry.name(of: other))' look like one", at: common.anchor,
          hint: header.kind == .systems
            ? "merge the two, or give them names that tell them apart"
            : "merge the two, or add same-as: \(registry.header(other).id)",
          notes: others.prefix(8).map { Note(message: "the other one", range: registry.header($0).range) },
          records: [common.record] + others, evidence: [Evidence("name", registry.name(of: common.record))]))
    },
    examples: [
      Example("another legal form", twin("«title»: Mailer by post", "legal-name: EXAMPLE MAILER LIMITED")),
      Example("another name", twin("title: Letter house", "legal-name: Example Letters Ltd")),
      Example("in another country", twin("title: Mailer by post", "legal-name: Example Mailer Limited", country: "IE")),
      Example("said to be the same", twin("title: Mailer by post", "legal-name: Example Mailer Ltd\nsame-as: mailer")),
      Example(
        "whether it is the same is an open question",
        twin("title: Mailer by post", "legal-name: Example Mailer Ltd\nsame-as: {unknown: whether it is the mailer}"),
        also: ["open-question"]),
      Example(
        "one company number",
        [
          "recipients/one.yaml": registered("title: One", "Example One Ltd"),
          "recipients/two.yaml": registered("«title»: Two", "Example Two Ltd"),
          "activities/letters.yaml": exampleActivity([
            "recipients": "[{party: one, role: controller}, {party: two, role: controller}]"
          ]),
        ], also: ["sharing-agreement-missing"]),
      Example(
        "two systems of one name",
        [
          "systems/office-files-again.yaml":
            "«title»: Office-Files\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n",
          "activities/letters.yaml": exampleActivity(["systems": "office-files-again"]),
        ]),
    ])

  private static func twin(_ title: String, _ lines: String, country: String = "GB") -> ExampleTexts {
    [
      "recipients/other-mailer.yaml":
        "\(title)\nkind: company\ncountry: \(country)\ncategory: post\n\(lines)\n"
    ]
  }

  private static func registered(_ title: String, _ name: String) -> String {
    "\(title)\nlegal-name: \(name)\nkind: company\ncountry: GB\ncategory: partner\nregistrations: {companies-house: \"00000042\"}\n"
  }
}

extension Registry {
  /// Nothing says that the two are different, or one and the same.
  fileprivate func mayBeOne(_ one: RecordIndex, _ other: RecordIndex) -> Bool {
    guard let first = header(one).kind.space == .party ? party(one) : nil, let second = party(other) else {
      return true
    }
    if !first.sameAs.answer.isAbsent || !second.sameAs.answer.isAbsent { return false }
    if let here = first.country.given, let there = second.country.given, here != there { return false }
    return first.common.isJudged && second.common.isJudged
  }
}
