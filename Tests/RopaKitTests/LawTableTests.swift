import LocatedYAML
import RopaKit
import Testing

/// The tables as they are written: where rows come from, what they refer to, and the words that people type.
@Suite struct LawTableTests {
  @Test(arguments: shippedLaw.tables.map(\.id)) func everyRowSaysWhenAndWhereFrom(_ id: String) throws {
    let table = try #require(shippedLaw.tables.first { $0.id == id })
    let rows = try table.rows()
    #expect(!rows.isEmpty && table.about.hasSuffix("."))
    for row in rows.map(\.row) {
      #expect(!row.source.isEmpty && !row.title.isEmpty, "\(row.id)")
      #expect(row.checked >= Day("2026-11-21")! && row.checked <= Day(soundDay)!, "\(row.id)")
      #expect(
        !row.periods.isEmpty && row.periods.allSatisfy { $0.span.to ?? $0.span.from >= $0.span.from }, "\(row.id)")
      #expect(row.confidence != .unverified || !row.doubts.isEmpty, "\(row.id) does not say what was not confirmed")
    }
    #expect(Set(rows.map(\.row.id)).count == rows.count)
  }

  /// What nobody could confirm does not become sure by the by.
  @Test(
    arguments: [
      "adequacy/uk-eea", "adequacy/uk-kr", "adequacy/eu-jp", "adequacy/eu-us", "adequacy/uk-us",
      "citations/compatibility",
      "citations/research-safeguards", "consent-ages/gb", "consent-ages/fr", "health-schemes/dspt",
      "health-schemes/offshoring",
      "health-record-periods/cancer", "mechanisms/idta", "mechanisms/uk-addendum", "mechanisms/bcr-p",
      "mechanisms/uk-sos-clauses", "mechanisms/legacy-scc", "mechanisms/derogation-compelling-interests",
      "notice-elements/n-adm", "notice-elements/n-further", "notice-exemptions/research-re-use",
      "recognised-interests/emergency", "recognised-interests/safeguarding", "regulators/information-commission",
      "regulators/information-commissioner", "schedule-1/4", "screening-criteria/ico-1",
      "special-conditions/public-health",
      "special-conditions/archiving-research-statistics", "storage-routes/appearance",
      "certificate-editions/iso27701-2025",
    ]) func unverifiedRowsStayMarked(_ name: String) throws
  {
    let parts = name.split(separator: "/").map(String.init)
    #expect(try #require(try rows(parts[0]).first { $0.id == parts[1] }).confidence == .unverified)
  }

  /// What is written in a row is shown on the table's page, or is for the program alone.
  @Test(arguments: shippedLaw.tables.map(\.id)) func everyValueHasAColumn(_ id: String) throws {
    let table = try #require(shippedLaw.tables.first { $0.id == id })
    let everywhere: Set<String> = [
      "title", "name", "alias", "from", "to", "regime", "regimes", "uk-gdpr", "eu-gdpr", "versions", "cite", "source",
      "checked", "unverified", "secondary", "doubt", "watch", "note", "country", "area",
    ]
    let ours: Set<String> = ["in", "short", "code", "topic", "typed", "generic"]
    let columns = Set(table.columns.flatMap(\.keys).map { String($0.prefix { $0 != "." }) })
    for row in try table.rows() {
      let missing = Set(row.keys).subtracting(columns).subtracting(everywhere).subtracting(ours)
      #expect(missing.isEmpty, "\(row.row.id): \(missing)")
    }
  }

  /// The words of the field list, and the rows that they stand for.
  @Test(
    arguments: [
      (
        "lawful-bases",
        "consent contract legal-obligation vital-interests public-task recognised-legitimate-interests legitimate-interests"
      ), ("recognised-interests", "public-task-disclosure security-defence emergency crime safeguarding"),
      (
        "special-conditions",
        """
        explicit-consent employment-and-social-protection vital-interests not-for-profit made-public legal-claims \
        substantial-public-interest health-or-social-care public-health archiving-research-statistics
        """
      ),
      (
        "contract-terms",
        """
        instructions confidentiality security sub-processors rights-assistance assistance delete-or-return audit subject-matter \
        duration nature data subjects controller-rights breach-notice writing
        """
      ),
      (
        "mechanisms",
        """
        adequacy public-instrument bcr-c bcr-p scc-2021-m1 scc-2021-m2 scc-2021-m3 scc-2021-m4 sa-scc idta uk-addendum \
        uk-sos-clauses uk-sos-safeguard code certification ad-hoc-clauses admin-arrangement eu-art48-agreement \
        derogation-explicit-consent derogation-contract derogation-contract-in-interest derogation-public-interest \
        derogation-legal-claims derogation-vital-interests derogation-public-register derogation-compelling-interests \
        legacy-scc safe-harbor privacy-shield none-same-entity none-return-to-controller
        """
      ),
      (
        "measures",
        """
        encryption-at-rest encryption-in-transit key-management pseudonymisation access-control identity-management multi-factor \
        minimisation anonymisation requester-identity discipline records-management
        """
      ),
      (
        "screening-criteria",
        """
        art-35-3-a art-35-3-b art-35-3-c scoring automated-decisions systematic-monitoring sensitive-data large-scale matching \
        vulnerable-people innovative-technology prevents-right ico-1 ico-2 ico-3 ico-4 ico-5 ico-6 ico-7 ico-8 ico-9 ico-10
        """
      ),
      ("storage-routes", "consent communication strictly-necessary statistical appearance emergency"),
      ("storage-categories", "necessary preferences statistics marketing"),
      ("marketing-routes", "consent soft-opt-in charity-soft-opt-in"),
      ("certificate-kinds", "iso27001 iso27701 ce ce-plus soc2-type2 dspt dtac pci-dss"),
      (
        "rights",
        """
        informed access rectification erasure restriction portability objection objection-to-marketing withdraw-consent \
        automated-decisions
        """
      ), ("offence-grounds", "authority law"),
    ]) func wordsThatPeopleTypeAreRows(_ table: String, _ words: String) throws
  {
    let ids = Set(try rows(table).map(\.id))
    for word in words.split(separator: " ") { #expect(ids.contains(String(word)), "\(word)") }
  }

  @Test func codesOfTheCatalogueAreOtherWordsForTheIds() throws {
    let codes = ["i10": "screening-criteria", "w4": "screening-criteria", "t-a-instructions": "contract-terms"]
    for (code, table) in codes { #expect(try rows(table).contains { $0.aliases.contains(code) }, "\(code)") }
  }

  @Test func tablesThatNameEachOtherNameWhatIsThere() throws {
    let conditions = Set(shippedLaw.specialConditions.map(\.id))
    let paragraphs = Set(shippedLaw.grounds.schedule1.map(\.paragraph))
    for row in shippedLaw.grounds.schedule1 { #expect(conditions.isSuperset(of: row.article9), "\(row.paragraph)") }
    for row in shippedLaw.grounds.specialConditions {
      #expect(paragraphs.isSuperset(of: row.schedule1), "\(row.row.id)")
      let serving = shippedLaw.grounds.schedule1.filter { $0.article9.contains(row.row.id) }.map(\.paragraph)
      #expect(serving == row.schedule1, "\(row.row.id)")
    }
    for row in shippedLaw.grounds.offenceGrounds { #expect(paragraphs.isSuperset(of: row.schedule1)) }
    for row in shippedLaw.grounds.decisionGrounds {
      #expect(row.special.values.joined().allSatisfy { !$0.value.isEmpty && conditions.isSuperset(of: $0.value) })
    }
    let mechanisms = Set(shippedLaw.mechanisms.map(\.term.id))
    for row in shippedLaw.mechanisms { #expect(mechanisms.isSuperset(of: row.ridesOn), "\(row.term.id)") }
    let rights = Set(shippedLaw.rights.map(\.id))
    for row in shippedLaw.people.rightLimits { #expect(rights.isSuperset(of: row.rights), "\(row.row.id)") }
    let kinds = Set(shippedLaw.schemes.certificateKinds.map(\.row.id))
    for row in shippedLaw.schemes.certificateEditions { #expect(kinds.contains(row.kind)) }
    #expect(shippedLaw.schemes.measures.map(\.row.id) == shippedLaw.measures.map(\.id))
    #expect(shippedLaw.grounds.specialConditions.map(\.row.id) == shippedLaw.specialConditions.map(\.id))
  }

  /// A milestone's rows begin or end on its day, so that no day is written twice and differently.
  @Test(arguments: shippedLaw.figures.milestones.map(\.row.id)) func milestonesAgreeWithTheirRows(_ id: String) throws {
    let milestone = try #require(shippedLaw.figures.milestones.first { $0.row.id == id })
    for name in milestone.rows {
      let parts = name.split(separator: "/").map(String.init)
      let row = try #require(try rows(parts[0]).first { $0.id == parts[1] }, "\(name)")
      let edges = row.periods.flatMap { period in
        [period.span.from] + (period.span.to.map { [$0, Day(number: $0.number + 1)] } ?? [])
      }
      #expect(edges.contains(milestone.day), "\(name): \(edges)")
    }
  }

  @Test func milestonesAreInTheOrderOfTheirDays() {
    let days = shippedLaw.figures.milestones.map(\.day)
    #expect(days == days.sorted())
  }

  @Test func countriesOftenTakenForAdequateAreNot() {
    let law = LawOnDay(shippedLaw, on: Day(soundDay)!)
    #expect(shippedLaw.oftenAssumed.count == 10)
    for code in shippedLaw.oftenAssumed {
      for regime in Regime.allCases {
        #expect(law.isThird(code, regime) && law.adequacyRow(code, regime) == nil)
      }
    }
  }

  @Test func aRowWithoutDaysOrSourceIsRefused() {
    for text in [
      "title: x\nabout: x.\ngroup: words\nsource: s\nchecked: 2026-11-21\nrows:\n  a: {title: A, dpv: b}\n",
      "title: x\nabout: x.\ngroup: words\nchecked: 2026-11-21\nfrom: 2018-05-25\nrows:\n  a: {title: A, dpv: b}\n",
    ] {
      #expect(throws: TableFault.self) {
        let law = try Law(shippedTables().map { $0.path == "fees" ? $0.replaced(by: text) : $0 })
        for table in law.tables { _ = try table.rows() }
      }
    }
  }

  private func rows(_ table: String) throws -> [LawRow] {
    try #require(shippedLaw.tables.first { $0.id == table }).rows().map(\.row)
  }
}
