import LocatedYAML

extension Rule {
  /// NTC-015, and REF-005 for what a notice says of its controller: own text that is said to tell who is responsible, how to reach the
  /// officer, the representative, or where to complain. Addresses with "[at]" count as addresses.
  static let noticeContactMismatch = Rule(
    "notice-contact-mismatch", .notices, .error, .contradiction,
    title: "Own text names another body or address than the records",
    rationale: """
      A notice is where people look for whom to write to. An address that nobody reads any more, or the name of another company, sends \
      their requests astray, and the month to answer begins all the same.
      """,
    remedy: "Correct the text or the record; or let the composed section say it.",
    citations: ["Art 13(1)(a)", "Art 13(1)(b)", "Art 14(1)(a)", "Art 14(1)(b)", "Art 5(1)(d)"],
    check: .notices { notice, facts, assessed in
      let registry = assessed.registry
      guard notice.common.isJudged, let party = registry.party(facts.organisation), let own = party.own else {
        return .notApplicable
      }
      var faults: [(words: String, range: SourceRange)] = []
      var (isApplicable, isOpen) = (false, false)
      for section in notice.sections.elements() {
        let told = section.elements.elements().map(\.text).filter(contactElements.contains)
        guard !told.isEmpty, case .given(let text, let range) = section.text.answer else { continue }
        isApplicable = true
        let words = text.first
        let representatives = own.representatives.elements().compactMap { registry.party($0.party.given) }
        if party.contacts.answer.isOpen || own.dpo.answer.isOpen {
          isOpen = true
        } else {
          let known =
            told == ["dpo"] ? registry.officerMailboxes(of: party) : ([party] + representatives).flatMap(\.mailboxes)
          for mailbox in mailboxes(in: words) where !known.contains(mailbox) && !known.isEmpty {
            faults.append(("shows \(mailbox), and the record has \(joined(unique(known), "or"))", range))
          }
        }
        if told.contains("controller"), !registry.composes("n-controller", in: notice),
          let name = party.legalName.given?.first, !Substring(words).utf8.says(name)
        {
          faults.append(("does not name \(name)", range))
        }
        if told.contains("rep") {
          for body in representatives where !body.names.contains(where: { Substring(words).utf8.says($0) }) {
            faults.append(("does not name the representative \(registry.name(of: body.common.record))", range))
          }
        }
      }
      guard let first = faults.first else {
        return isOpen
          ? .notEvaluable("how to reach the organisation is an open question")
          : isApplicable ? .clear : .notApplicable
      }
      return .finding(
        Observation(
          "Own text of '\(registry.name(of: notice.common.record))' \(joined(unique(faults.map(\.words))))",
          at: first.range, hint: "correct the text, or the contacts of \(registry.header(facts.organisation).id)",
          notes: [Note(message: "the record", range: party.contacts.answer.range ?? party.common.anchor)],
          records: [notice.common.record, facts.organisation],
          evidence: unique(faults.map(\.words)).map { Evidence("text", $0) }))
    },
    examples: [
      Example("another mailbox", text("controller", "«Example Care Ltd, write to old@example.org.»")),
      Example("the mailbox of the record", text("controller", "Example Care Ltd, write to Privacy@example.org.")),
      Example(
        "with letters in place of the sign", text("controller", "Example Care Ltd, write to privacy [at] example.org.")),
      Example("another company", text("controller", "«Example Care Holdings, write to privacy@example.org.»")),
      Example("another officer", text("dpo", "«Our officer reads old-officer@example.org.»")),
      Example("the officer of the record", text("dpo", "Our officer reads privacy@example.org.")),
      Example(
        "another representative",
        [
          "organisations/example-care.yaml": represented,
          "organisations/envoy.yaml": "title: Envoy\nlegal-name: Example Envoy GmbH\nkind: company\ncountry: DE\n",
          "notices/customer-notice.yaml": exampleNotice(
            without: [], "heading: Abroad, elements: rep, text: «Our representative is Example Deputy GmbH.»"),
        ], also: ["implied-transfer-recipient"]),
      Example(
        "the representative of the record",
        [
          "organisations/example-care.yaml": represented,
          "organisations/envoy.yaml": "title: Envoy\nlegal-name: Example Envoy GmbH\nkind: company\ncountry: DE\n",
          "notices/customer-notice.yaml": exampleNotice(
            without: [], "heading: Abroad, elements: rep, text: Our representative is Example Envoy GmbH."),
        ], also: ["implied-transfer-recipient"]),
      Example(
        "an address in a text about something else",
        [
          "notices/customer-notice.yaml": exampleNotice(
            without: [], "heading: More, text: Complaints about trains go to trains@example.net.")
        ]),
    ])

  private static let represented = exampleOrganisation([
    "regimes": "[uk-gdpr, eu-gdpr]", "regime-basis": "{eu-gdpr: targets}",
    "representatives": "[{for: eu, party: envoy, country: DE, appointed: 2025-01-10}]",
  ])

  private static func text(_ element: String, _ words: String) -> ExampleTexts {
    let isMarked = words.utf8.first == 0xC2
    let plain = isMarked ? String(words.dropFirst().dropLast()) : words
    return [
      "notices/customer-notice.yaml": exampleNotice(
        without: element == "controller" ? [.whoWeAre, .contact] : [.dpo],
        "heading: Who, elements: \(element), text: \(isMarked ? "«" : "")\"\(plain)\"\(isMarked ? "»" : "")")
    ]
  }
}

/// The elements of a notice that tell whom to write to.
private let contactElements: Set<String> = ["controller", "dpo", "rep", "complain-controller", "rights", "withdraw"]

extension Party {
  fileprivate var mailboxes: [String] {
    (contacts.given?.values ?? []).compactMap { $0.email.given?.text.lowercased() }
  }
  fileprivate var names: [String] { [legalName.given?.first, common.title.given?.value.first].compactMap(\.self) }
}

extension Registry {
  fileprivate func officerMailboxes(of party: Party) -> [String] {
    [contact(party.own?.dpo.given?.contact.given, of: party)?.email.given?.text.lowercased()].compactMap(\.self)
  }
}

/// The e-mail addresses in a text, in small letters; "[at]" and "(at)" stand for the sign.
private func mailboxes(in text: String) -> [String] {
  var bytes = Array(text.lowercased().utf8)
  for way in [" [at] ", "[at]", " (at) ", "(at)"] {
    while let start = bytes.indices.first(where: { bytes[$0...].starts(with: way.utf8) }) {
      bytes.replaceSubrange(start..<start + way.utf8.count, with: [0x40])
    }
  }
  let ends: Set<UInt8> = Set(" \n\t,;:()<>[]\"'".utf8)
  return bytes.split(whereSeparator: { ends.contains($0) }).compactMap { word in
    var word = word
    while word.last == UInt8(ascii: ".") { word.removeLast() }
    let parts = word.split(separator: 0x40, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(UInt8(ascii: ".")) else { return nil }
    return String(decoding: word, as: UTF8.self)
  }
}
