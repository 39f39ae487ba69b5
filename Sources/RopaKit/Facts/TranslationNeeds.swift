import LocatedYAML

/// In which languages beside its own a register's notices are asked for, and which records they are made from.
struct TranslationNeeds: Sendable {
  /// One for each language, sorted; a record is in it where a notice in that language may print it.
  private let records: [(language: Language, needed: RecordSet)]
  /// By kind, as ``TextPlan/printed(of:)`` says.
  private let plans: [RecordKind: [TextField]]

  /// - Parameter notices: by the notices' places.
  init(_ registry: Registry, _ notices: [NoticeFacts]) {
    var asked: [Language: RecordSet] = [:]
    var links: [[RecordIndex]]?
    for (slot, facts) in notices.enumerated() where facts.isPublished && facts.organisation.isResolved {
      let notice = registry.records.notices[slot]
      guard notice.common.isPublishable else { continue }
      let languages = registry.wantedLanguages(of: notice).filter { $0 != registry.language }
      if languages.isEmpty { continue }
      if links == nil { links = TranslationNeeds.links(registry) }
      // A notice of own text only prints nothing of what it covers.
      let start =
        notice.isOwnTextOnly
        ? [] : [facts.organisation] + facts.activities.map { registry.records.activities[$0].common.record }
      let reached = TranslationNeeds.reached(
        from: [notice.common.record] + start, links!, registry,
        within: notice.isOwnTextOnly ? [.statements, .dataSubjects] : nil)
      for language in languages {
        var needed = asked[language] ?? RecordSet(registry)
        for record in reached { _ = needed.insert(record) }
        asked[language] = needed
      }
    }
    records = asked.map { ($0.key, $0.value) }.sorted { $0.language < $1.language }
    plans =
      asked.isEmpty
      ? [:] : Dictionary(uniqueKeysWithValues: RecordKind.allCases.map { ($0, TextPlan.printed(of: $0)) })
  }

  /// No notice is asked for in another language than the register's own.
  var isEmpty: Bool { records.isEmpty }

  /// The languages that a record's texts are wanted in, beside the register's own.
  func languages(for record: RecordIndex) -> [Language] {
    records.filter { $0.needed.contains(record) }.map(\.language)
  }

  /// The public texts of a record that notices print, in the order of the file.
  func texts(of header: RecordHeader, _ common: CommonFields, _ registry: Registry) -> [WrittenText] {
    guard !header.isBuiltIn, let fields = plans[header.kind], !fields.isEmpty else { return [] }
    var texts: [WrittenText] = []
    TextWalk(tree: registry.trees[Int(header.chunk)], first: registry.language) { texts.append($0) }
      .record(header, fields)
    let hasLabel = texts.contains { $0.path == "label" }
    let isNamed = header.kind.space == .party && !(registry.party(common.record)?.isDescribed ?? false)
    return texts.filter { $0.path != "title" || !(hasLabel || isNamed) }
  }

  /// By record: those it names, and the transfers, cookies and sites that name it, because notices find those by what they are about.
  private static func links(_ registry: Registry) -> [[RecordIndex]] {
    var links = [[RecordIndex]](repeating: [], count: registry.headers.count)
    for index in registry.headers.indices {
      let record = RecordIndex(index)
      for mention in registry.mentions(of: record) {
        links[Int(mention.from.value)].append(record)
        if [.transfers, .cookies, .sites].contains(registry.header(mention.from).kind) {
          links[index].append(mention.from)
        }
      }
    }
    return links
  }

  /// - Parameter kinds: the kinds of what is followed; nil follows all.
  private static func reached(
    from start: [RecordIndex], _ links: [[RecordIndex]], _ registry: Registry, within kinds: Set<RecordKind>?
  ) -> [RecordIndex] {
    var seen = RecordSet(registry)
    var reached = start.filter { seen.insert($0) }
    var next = 0
    while next < reached.count {
      for record in links[Int(reached[next].value)] {
        let header = registry.header(record)
        // What is never published leads to nothing that is, and another notice or activity is another text.
        if header.isBuiltIn || header.kind.isNeverPublished || [.notices, .activities].contains(header.kind) {
          continue
        }
        if let kinds, !kinds.contains(header.kind) { continue }
        if seen.insert(record) { reached.append(record) }
      }
      next += 1
    }
    return reached
  }
}

extension Notice {
  /// Its sections are own text, each in place of what would be composed.
  var isOwnTextOnly: Bool {
    sections.given?.elements.allSatisfy { $0.section.given == nil || $0.replace.given?.value == true } ?? false
  }
}

extension Party {
  /// Its title describes it: a class of bodies, or a circumstance.
  var isDescribed: Bool { kind.given == .class || kind.given == .circumstance }
}
