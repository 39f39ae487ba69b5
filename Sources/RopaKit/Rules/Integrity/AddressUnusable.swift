import LocatedYAML

extension Rule {
  /// The shape only: whether somebody reads the mailbox or the page is still there, no record says.
  static let addressUnusable = Rule(
    "address-unusable", .integrity, .warning, .blind,
    title: "An address cannot be one",
    rationale: """
      A notice prints ways to reach people and pages as links. What has no @ or no https:// becomes plain words, and who wants to use a \
      right has to guess what was meant. Hidden letters are found as placeholders.
      """,
    remedy: "Write the whole address, as name@example.org or https://example.org/page, or an open question.",
    citations: ["Art 12(2)", "Art 13(1)(a)"],
    check: .records { header, common, assessed in
      guard common.isJudged, header.slot >= 0 else { return .notApplicable }
      var found: [(text: String, kind: AddressKind, range: SourceRange)] = []
      func look(_ field: Public<Line>, _ kind: AddressKind) {
        guard case .given(let line, let range) = field.answer, !kind.fits(line.text), !isMaskedAddress(line.text.utf8)
        else {
          return
        }
        found.append((line.text, kind, range))
      }
      let slot = Int(header.slot)
      switch header.kind {
      case .organisations, .processors, .recipients:
        for contact in assessed.registry.records.parties[slot].contacts.given?.values ?? [] {
          look(contact.email, .mailbox)
          look(contact.form, .page)
          look(contact.page, .page)
        }
      case .notices:
        let notice = assessed.registry.records.notices[slot]
        look(notice.address, .page)
        for link in notice.links.given?.values ?? [] { look(link.url, .page) }
      case .sites: for link in assessed.registry.records.sites[slot].links.elements() { look(link.url, .page) }
      default: return .notApplicable
      }
      guard let first = found.first else { return .clear }
      return .finding(
        Observation(
          "'\(first.text)' is no \(first.kind.words)", at: first.range, hint: first.kind.hint(first.text),
          notes: found.dropFirst().map { Note(message: "'\($0.text)' is no \($0.kind.words) either", range: $0.range) },
          records: [common.record], evidence: found.map { Evidence($0.kind.words, $0.text) }))
    },
    examples: [
      Example("a mailbox in words", ["organisations/clinics.yaml": clinics("email: «dpo at example.org»")]),
      Example("a mailbox without an end", ["organisations/clinics.yaml": clinics("email: «leads@clinics»")]),
      Example("a form without a scheme", ["organisations/clinics.yaml": clinics("form: «www.example.org/ask»")]),
      Example("a page in words", ["organisations/clinics.yaml": clinics("page: «www example»")]),
      Example(
        "where a notice is published",
        [
          "notices/customer-notice.yaml": ExampleRecords.customerNotice(sections: nil).replacing(
            "url: https://example.org/privacy", with: "url: «www example»")
        ]),
      Example(
        "whole addresses",
        ["organisations/clinics.yaml": clinics("email: o'neil+rights@example.org, page: \"https://example.org/ask\"")]),
      Example(
        "a page that a telephone opens",
        ["organisations/clinics.yaml": clinics("email: leads@example.org, form: \"mailto:leads@example.org\"")]),
      Example(
        "an address nobody knows yet", ["organisations/clinics.yaml": clinics("email: {unknown: which mailbox}")],
        also: ["open-question"]),
    ])

  private static func clinics(_ way: String) -> String {
    "title: Clinics\nkind: class\ncategory: clinics\nmembers: list\ncontacts: {leads: {for: rights, \(way)}}\n"
  }
}

private enum AddressKind {
  case mailbox, page

  var words: String {
    switch self {
    case .mailbox: "e-mail address"
    case .page: "address of a page"
    }
  }

  func hint(_ text: String) -> String {
    switch self {
    case .mailbox: "write it as name@example.org"
    case .page:
      text.utf8.starts(with: "www.".utf8) && !text.utf8.contains(0x20)
        ? "write 'https://\(text)'" : "write it with https:// at its beginning"
    }
  }

  func fits(_ text: String) -> Bool {
    switch self {
    case .mailbox:
      let sides = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3B })
      else { return false }
      let labels = sides[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return labels.count > 1 && !labels.contains(where: \.isEmpty)
    case .page: return Link(address: text) != nil
    }
  }
}
