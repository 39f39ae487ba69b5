import LocatedYAML

extension Rule {
  /// REF-003. Activities, transfers, notices, statements, assessments, sites and cookies stand for themselves. A class or a circumstance is
  /// a word for a notice, and a body that is only named says why. A consent that carries a basis is for `consent-unused`.
  static let unusedRecord = Rule(
    "unused-record", .integrity, .advice, .expectation,
    title: "Nothing that is planned or in use names a record",
    rationale: """
      A system without an activity, or a supplier with a contract and without data, is a leftover, or a flow that nobody has recorded. Either \
      way the record of processing is not complete. Words for people and data that nothing uses are only in the way.
      """,
    remedy: "Name the record where it is used, retire it, or delete it.",
    citations: ["Art 30(1)", "Art 30(2)"],
    yieldsTo: ["consent-unused"],
    check: .records { header, common, assessed in
      guard common.isJudged, (common.certainty.given ?? .certain) == .certain, assessed.mayBeUnused(header, common)
      else {
        return .notApplicable
      }
      let registry = assessed.registry
      var past: RecordIndex?
      for mention in registry.mentions(of: common.record) where mention.from != common.record {
        if registry.isInUse(mention.from) { return .clear }
        past = past ?? mention.from
      }
      if registry.directory.hasUnread(in: .activity) { return .notEvaluable("an activity could not be read") }
      if assessed.facts.links.mayStillName(header.kind) {
        return .notEvaluable("a record that could name it does not say yet what it uses")
      }
      return .finding(
        Observation(
          "\(past.map { "Only '\(registry.name(of: $0))' names '\(registry.name(of: common.record))', and that is over" } ?? "Nothing names '\(registry.name(of: common.record))'")",
          at: common.anchor, hint: "name it where it is used, or delete the file",
          notes: past.map { [Note(message: "named here", range: registry.header($0).range)] } ?? [],
          severity: assessed.weighsMore(header, common) ? .warning : .advice, records: [common.record],
          evidence: [Evidence("named by", past.map { registry.header($0).id } ?? "nothing")]))
    },
    examples: [
      Example("a word for data", ["data-categories/old-notes.yaml": "«title»: Old notes\nkind-of: usage\n"]),
      Example("a system", ["systems/shelf.yaml": shelf("«title»", "")]),
      Example(
        "a system that is used", ["systems/shelf.yaml": shelf("title", ""), "activities/letters.yaml": onShelf([:])]),
      Example(
        "used by something planned",
        ["systems/shelf.yaml": shelf("title", ""), "activities/letters.yaml": onShelf(["status": "planned"])]),
      Example(
        "used by something that is over",
        [
          "systems/shelf.yaml": shelf("«title»", ""),
          "activities/letters.yaml": onShelf(["status": "retired", "end": "2026-01-31"]),
        ]),
      Example(
        "a system with health data", ["systems/shelf.yaml": shelf("«title»", "data: health\n")], severity: .warning),
      Example(
        "a supplier with a contract",
        ["processors/archive.yaml": "«" + ExampleRecords.archive(country: "GB", hosting: "GB").replacingMark],
        severity: .warning),
      Example(
        "an activity that does not say which systems it uses",
        [
          "systems/shelf.yaml": shelf("title", ""),
          "activities/letters.yaml": exampleActivity(["systems": "{unknown: which}"]),
        ], also: ["open-question"]),
      Example(
        "a body that is only named, and says why",
        [
          "recipients/old-partner.yaml":
            "title: Old partner\nlegal-name: Example Partner Ltd\nkind: company\ncountry: GB\nmentioned: An old notice names it.\n"
        ]),
      Example(
        "a circumstance",
        ["recipients/court.yaml": "title: A court\nkind: circumstance\ncategory: courts\nwhen: Only when ordered.\n"]),
    ])

  private static func shelf(_ title: String, _ more: String) -> String {
    "\(title): Shelf\noperator: example-care\nmedium: paper\nhosting: GB\naccess-from: GB\ncontrols: {none: it is locked}\n\(more)"
  }

  private static func onShelf(_ changes: ExampleTexts) -> String {
    exampleActivity(changes).replacingLine("systems", with: "shelf") + "\n"
  }
}

extension String {
  /// The text with the mark closed after its first key.
  fileprivate var replacingMark: String { "title»" + dropFirst("title".count) }
}

extension Registry {
  /// The record is not over: an activity that is planned or in use, a transfer that has not ended, and what else is there.
  fileprivate func isInUse(_ record: RecordIndex) -> Bool {
    if let activity = activity(at: record) { return activity.runs }
    let header = header(record)
    if header.kind == .transfers, header.slot >= 0 {
      return records.transfers[Int(header.slot)].status.given?.value != .ended
    }
    return header.kind != .waivers
  }
}

extension Assessed {
  /// The record is there for others to name it.
  fileprivate func mayBeUnused(_ header: RecordHeader, _ common: CommonFields) -> Bool {
    switch header.kind {
    case .systems, .lawfulBases, .retention, .controls, .dataCategories, .dataSubjects, .consents: return true
    case .processors, .recipients, .organisations:
      guard !registry.isOurs(common.record), let party = registry.party(common.record) else { return false }
      return party.isNamedBody && party.sameAs.answer.isAbsent
    default: return false
    }
  }

  /// A supplier with a signed contract, or a system that holds sensitive data: data are probably there.
  fileprivate func weighsMore(_ header: RecordHeader, _ common: CommonFields) -> Bool {
    switch header.kind {
    case .systems:
      let data = registry.system(common.record)?.data.elements() ?? []
      return data.contains { !facts.words.data($0.record).isDisjoint(with: [.special, .criminal]) }
    case .processors, .recipients:
      return registry.party(common.record)?.agreements.given?.values.contains { $0.status.given?.value == .inForce }
        ?? false
    default: return false
    }
  }
}
