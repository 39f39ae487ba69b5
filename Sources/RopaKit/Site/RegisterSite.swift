import LocatedYAML

/// The pages of the register, grouped by folder; nothing is rendered before a page is asked for.
/// - Parameter reviews: which activities have a review; nil where the size of the register decides.
package func registerPages(
  of assessment: Assessment, messages: MessageCatalogue, theme: Theme, manual: FieldManual, reviews: ReviewPages? = nil
) -> [Page] {
  let site = RegisterSite(assessment, messages, manual, reviews: reviews)
  var pages = [
    Page("register/index.html") { site.home(&$0) },
    Page("register/findings.html") { site.findingsPage(&$0) },
    Page("register/style.css") { $0.bytes(theme.styleSheet) },
    Page("register/icon.svg") { $0.bytes(theme.icon) },
  ]
  if !site.sitesWithForms.isEmpty { pages.append(Page("register/forms.html") { site.formsPage(&$0) }) }
  pages.reserveCapacity(site.names.count + Rule.catalogue.count + 64)
  for kind in RecordKind.allCases {
    let folder = "register/" + kind.rawValue + "/"
    pages.append(Page(folder + "index.html") { site.kindPage(kind, &$0) })
    for index in site.records(of: kind) {
      let record = RecordIndex(index)
      pages.append(Page(folder + site.registry.headers[index].id + ".html") { site.recordPage(record, &$0) })
    }
  }
  pages.append(Page("register/reviews/index.html") { site.reviewIndex(&$0) })
  for slot in site.reviewed {
    let id = site.registry.header(site.registry.records.activities[slot].common.record).id
    pages.append(Page("register/reviews/" + id + ".html") { site.reviewPage(slot, &$0) })
  }
  pages.append(Page("register/rules/index.html") { site.rulesPage(&$0) })
  for (number, rule) in Rule.catalogue.enumerated() {
    pages.append(Page("register/rules/" + rule.id + ".html") { site.rulePage(number, &$0) })
  }
  pages.append(Page("register/law/index.html") { site.lawIndex(&$0) })
  for table in site.law.law.tables {
    pages.append(Page("register/law/" + table.id + ".html") { site.lawPage(table, &$0) })
  }
  pages.append(Page("register/fields/index.html") { site.fieldsPage(&$0) })
  for owner in FieldOwner.all {
    pages.append(Page("register/fields/" + owner.name + ".html") { site.fieldsPage(of: owner, &$0) })
  }
  return pages
}

/// What the pages of a register share, computed once.
final class RegisterSite: Sendable {
  let assessment: Assessment
  let messages: MessageCatalogue
  let manual: FieldManual
  let reviewer: Reviewer
  /// The places of the activities that have a review, in their order.
  let reviewed: [Int]
  let registry: Registry
  let law: LawOnDay
  /// The title of the register.
  let title: String
  /// By record: what pages call it.
  let names: [String]
  /// By record: its name with a link to its page, seen from another folder of the tree.
  private let mentions: MarkupTable
  /// By record; apart from the headers, because pages ask for nothing else so often.
  let kinds: [RecordKind]
  /// By row of each law table: what the word means.
  let terms: [TermTable: MarkupTable]
  /// By record.
  let counts: [SeverityCounts]
  /// By the kinds' places among all kinds.
  private let plans: [[FieldPlan]]
  private let ranges: [Range<Int>]
  let reach: PartyReach
  let places: SourcePlaces
  let lawReferences: LawReferences
  let rightsMarkup = SharedMarkup<RightsKey>()
  let legMarkup = SharedMarkup<LegKey>()
  /// By the regimes' places among all regimes, then by the countries' rows.
  private let thirdCountries: [[Bool]]

  init(_ assessment: Assessment, _ messages: MessageCatalogue, _ manual: FieldManual, reviews: ReviewPages?) {
    self.assessment = assessment
    self.messages = messages
    self.manual = manual
    reviewed = assessment.reviewed(reviews)
    reviewer = Reviewer(assessment)
    let registry = assessment.registry
    self.registry = registry
    law = assessment.law
    title = registry.settings?.title.given?.value.first ?? "Records of processing"
    let names = RegisterSite.names(registry, assessment.law.law)
    self.names = names
    kinds = registry.headers.map(\.kind)
    mentions = MarkupTable(count: names.count) { index, page in
      RegisterSite.mention(registry.headers[index], names[index], up: "../", &page)
    }
    terms = Dictionary(
      uniqueKeysWithValues: TermTable.allCases.map { ($0, RegisterSite.meanings($0, assessment.law.law)) })
    thirdCountries = Regime.allCases.map { regime in
      assessment.law.law.countries.indices.map { assessment.law.isThird(CountryCode(row: Int16($0)), regime) }
    }
    var counts = [SeverityCounts](repeating: SeverityCounts(), count: registry.headers.count)
    for finding in assessment.report.findings {
      for record in finding.records { counts[Int(record.value)].add(finding.severity) }
    }
    for finding in assessment.report.settled {
      for record in finding.records { counts[Int(record.value)].addDecided() }
    }
    self.counts = counts
    plans = RecordKind.allCases.map { FieldPlan.plans(of: $0.fields) }
    ranges = RecordKind.allCases.map { kind in
      let first = registry.headers.firstIndex { $0.kind == kind && !$0.isBuiltIn } ?? 0
      return first..<first + registry.headers[first...].prefix { $0.kind == kind && !$0.isBuiltIn }.count
    }
    lawReferences = LawReferences(assessment.law.law.tables)
    reach = PartyReach(registry, assessment.facts.flows)
    places = SourcePlaces(registry)
  }

  private static func meanings(_ table: TermTable, _ law: Law) -> MarkupTable {
    let titles: [String] =
      switch table {
      case .lawfulBases: law.lawfulBases.map(\.term.title)
      case .specialConditions: law.specialConditions.map(\.title)
      case .mechanisms: law.mechanisms.map(\.term.title)
      case .measures: law.measures.map(\.title)
      case .dataCategories: law.dataCategories.map(\.term.title)
      case .dataSubjects: law.dataSubjects.map(\.term.title)
      }
    return MarkupTable(count: titles.count) { row, page in
      page.text(titles[row])
      if table == .lawfulBases {
        page.html(" <small>Art ")
        page.text(law.lawfulBases[row].code)
        page.html("</small>")
      }
    }
  }

  private static func names(_ registry: Registry, _ law: Law) -> [String] {
    var titles: [RecordKind: [String: String]] = [:]
    titles[.dataCategories] = Dictionary(law.dataCategories.map { ($0.term.id, $0.term.title) }) { first, _ in first }
    titles[.dataSubjects] = Dictionary(law.dataSubjects.map { ($0.term.id, $0.term.title) }) { first, _ in first }
    return registry.headers.enumerated().map { index, header in
      if header.isBuiltIn { return titles[header.kind]?[header.id] ?? header.id }
      let record = RecordIndex(index)
      switch header.kind {
      case .statements:
        let common = registry.common(record)
        guard common?.title.given == nil, let words = common?.text.given?.first else { break }
        return beginning(of: words)
      // Their titles also stand inside the sentences of notices, so they may begin with a small letter.
      case .dataCategories, .dataSubjects: return sentenceCase(registry.name(of: record))
      // Mostly without a title: their ids say what they are.
      case .cookies:
        return registry.common(record)?.title.given?.value.first ?? label(of: header.id)
      case .waivers:
        let waiver = header.slot >= 0 ? registry.records.waivers[Int(header.slot)] : nil
        guard let waiver, waiver.common.title.given == nil, let rule = waiver.rule.given?.value.text,
          let subject = waiver.subject.given?.value.record, subject.isResolved
        else { return registry.common(record)?.title.given?.value.first ?? label(of: header.id) }
        return "\(rule) on \(registry.name(of: subject))"
      default: break
      }
      return registry.name(of: record)
    }
  }

  /// The records of a kind that have a page, sorted by id.
  func records(of kind: RecordKind) -> Range<Int> { ranges[RecordKind.allCases.firstIndex(of: kind)!] }

  func plan(of kind: RecordKind) -> [FieldPlan] { plans[RecordKind.allCases.firstIndex(of: kind)!] }

  /// The same as the law of the day says, without a look-up by regime.
  func isThird(_ territory: Territory, _ regime: Int) -> Bool {
    if case .country(let code) = territory { return thirdCountries[regime][Int(code.row)] }
    return law.isThird(territory, Regime.allCases[regime])
  }

  /// A record's name, with a link unless it is a word of the built-in vocabulary, which has no page.
  func mention(_ record: RecordIndex, from depth: PageDepth, _ page: inout HTMLBuffer) {
    let index = Int(record.value)
    switch depth {
    case .folder: page.markup(index, of: mentions)
    case .root: RegisterSite.mention(registry.headers[index], names[index], up: "", &page)
    }
  }

  private static func mention(_ header: RecordHeader, _ name: String, up: StaticString, _ page: inout HTMLBuffer) {
    if header.isBuiltIn { return page.text(name) }
    page.html("<a href=\"")
    page.html(up)
    page.text(header.kind.rawValue)
    page.html("/")
    page.text(header.id)
    page.html(".html\">")
    page.text(name)
    page.html("</a>")
  }
}

/// Where a page stands: at the root of the register, or one folder down.
enum PageDepth: Sendable {
  case root, folder
  /// The way back to the root.
  var up: StaticString { self == .root ? "" : "../" }
}

/// How many findings of each severity there are.
struct SeverityCounts: Sendable {
  private(set) var errors = 0
  private(set) var warnings = 0
  private(set) var advice = 0
  /// Accepted or dismissed.
  private(set) var decided = 0

  mutating func addDecided() { decided += 1 }

  mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .advice: advice += 1
    }
  }

  /// The cell of a table.
  func write(_ page: inout HTMLBuffer) {
    var isFirst = true
    func part(_ count: Int, _ open: StaticString, _ one: StaticString, _ many: StaticString, _ page: inout HTMLBuffer) {
      guard count > 0 else { return }
      if !isFirst { page.html(", ") }
      isFirst = false
      page.html(open)
      page.count(count, one, many)
      page.html("</b>")
    }
    part(errors, "<b class=\"error\">", "error", "errors", &page)
    part(warnings, "<b class=\"warning\">", "warning", "warnings", &page)
    part(advice, "<b class=\"advice\">", "advice", "advice", &page)
    if isFirst { page.html("<b class=\"none\">None</b>") }
    if decided > 0 {
      page.html(" <small>and ")
      page.number(decided)
      page.html(" decided</small>")
    }
  }
}
