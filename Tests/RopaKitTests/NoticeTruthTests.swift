import LocatedYAML
import Testing

@testable import RopaKit

/// A notice says of a place, a site, a body or an activity only what is recorded of that one.
@Suite struct NoticeTruthTests {
  private static let activity = "activities/appointment-messages.yaml"
  private static let accounting = "activities/accounting.yaml"
  private static let notice = "notices/customer-notice.yaml"

  /// A second activity that the notice covers.
  private static let second = """
    title: Keeping accounts
    description: We keep accounts.
    controller: example-care
    owner: service-lead
    status: active
    start: 2025-03-01
    subjects: customers
    purposes: {books: {text: Keep books., data: transactions, basis: accounting-law}}
    data: transactions
    sources: subject
    systems: office-files
    recipients: {none: nobody gets them}
    retention: accounts
    reviewed: 2026-09-01

    """

  /// The sections of a notice on both activities.
  private func both(
    first: String = "", second: String = "", adding lines: [String: String] = [:],
    replacing words: [(path: String, from: String, to: String)] = []
  ) throws -> [String: String] {
    try noticeSections(
      adding: lines.merging([Self.activity: first, Self.accounting: Self.second + second]) { $0 + $1 },
      replacing: words + [
        (Self.notice, "activities: appointment-messages", "activities: [appointment-messages, accounting]")
      ])
  }

  private let cloud = [
    (
      path: "processors/cloud-host.yaml", from: "country: GB", to: "country: LU"
    ),
    (path: "processors/cloud-host.yaml", from: "access-from: GB", to: "access-from: [GB, IN]"),
  ]

  /// A decision on one country says nothing of another.
  @Test func protectionIsToldForEachPlace() throws {
    let transfers = try #require(try noticeSections(replacing: cloud)["transfers"])
    #expect(
      transfers.contains("Based in Luxembourg | A formal decision that personal data are well protected there"),
      "\(transfers)")
    #expect(
      transfers.contains("\n| Example Cloud Host Ltd | Can see data from India | ") && transfers.hasSuffix("India | "),
      "\(transfers)")
    let agreed = try #require(
      try noticeSections(
        adding: [
          "transfers/host.yaml":
            "exporter: mailer\nimporter: cloud-host\ncountries: IN\nregime: uk-gdpr\nmechanism: idta\n"
        ], replacing: cloud)["transfers"])
    #expect(
      agreed.contains("Based in Luxembourg | A formal decision that personal data are well protected there\n"),
      "\(agreed)")
    let row = try #require(agreed.split(separator: "\n").first { $0.contains("India") })
    #expect(row.contains("Transfer Agreement") && !row.contains("formal decision"), "\(row)")
  }

  /// What no decision covers, what belongs to the other regime and what has ended protects nothing.
  @Test(arguments: ["adequacy", "scc-2021-m1", "privacy-shield"])
  func refutedMechanismsAreNotTold(_ mechanism: String) throws {
    let transfers = try #require(
      try noticeSections(replacing: [
        (
          "recipients/analytics-fr.yaml", "country: FR",
          "country: US\ndpf: {status: active, uk-extension: false, covers-hr: false, verified: 2026-09-01}"
        ),
        ("transfers/reminder-study.yaml", "countries: [FR]", "countries: [US]"),
        ("transfers/reminder-study.yaml", "mechanism: adequacy", "mechanism: \(mechanism)"),
      ])["transfers"])
    #expect(transfers.hasSuffix("| Mesure Exemple SAS | Based in the United States"), "\(transfers)")
  }

  /// The table of transfers with the research partner in India on a mechanism, and what is recorded of its document.
  private func transfersToIndia(_ mechanism: String, instrument: String) throws -> String {
    try #require(
      try noticeSections(replacing: [
        ("recipients/analytics-fr.yaml", "country: FR", "country: IN"),
        ("transfers/reminder-study.yaml", "countries: [FR]", "countries: [IN]"),
        (
          "transfers/reminder-study.yaml", "mechanism: adequacy",
          "mechanism: \(mechanism)" + (instrument.isEmpty ? "" : "\ninstrument: {\(instrument)}")
        ),
      ])["transfers"])
  }

  /// An addendum changes other clauses; where those are not recorded it protects nothing.
  @Test(arguments: [
    "", "version: B1.0, status: signed, signed: 2026-01-01",
    "status: signed, signed: 2026-01-01, base-clauses: scc-2010",
    "status: signed, signed: 2026-01-01, base-clauses: {unknown: which}",
    "status: draft, base-clauses: scc-2021-m1",
  ])
  func addendumWithoutItsClausesIsNotTold(_ instrument: String) throws {
    let transfers = try transfersToIndia("uk-addendum", instrument: instrument)
    #expect(transfers.hasSuffix("| Mesure Exemple SAS | Based in India"), "\(transfers)")
  }

  @Test func addendumWithItsClausesIsTold() throws {
    let transfers = try transfersToIndia(
      "uk-addendum", instrument: "status: signed, signed: 2026-01-01, base-clauses: scc-2021-m1")
    #expect(transfers.contains("with the Addendum issued by the UK regulator"), "\(transfers)")
  }

  /// What a record says of the day, the notice does not contradict.
  @Test(arguments: [
    "status: draft", "status: ended", "status: signed, signed: 2026-11-22",
    "status: signed, signed: 2025-01-01, expires: 2026-11-20",
  ])
  func documentsThatBindNobodyAreNotTold(_ instrument: String) throws {
    let transfers = try transfersToIndia("idta", instrument: instrument)
    #expect(transfers.hasSuffix("| Mesure Exemple SAS | Based in India"), "\(transfers)")
    let signed = try transfersToIndia("idta", instrument: "status: signed, signed: 2025-01-01, expires: 2026-11-21")
    #expect(signed.contains("Transfer Agreement"), "\(signed)")
  }

  private static let books = Self.second.replacing(
    "recipients: {none: nobody gets them}", with: "recipients: {party: analytics-fr, role: controller}")

  /// Two activities give data to one place: what carries each of them is told, and what carries one is not told of both.
  @Test(arguments: [true, false]) func everyFlowToAPlaceHasItsMechanism(_ isCarried: Bool) throws {
    let transfer = """
      exporter: example-care
      importer: analytics-fr
      countries: IN
      regime: uk-gdpr
      mechanism: bcr-c
      activities: accounting

      """
    let told = try #require(
      try noticeSections(
        adding: [Self.accounting: Self.books].merging(isCarried ? ["transfers/books.yaml": transfer] : [:]) { $1 },
        replacing: [
          (Self.notice, "activities: appointment-messages", "activities: [appointment-messages, accounting]"),
          ("recipients/analytics-fr.yaml", "country: FR", "country: IN"),
          ("transfers/reminder-study.yaml", "countries: [FR]", "countries: [IN]"),
          ("transfers/reminder-study.yaml", "mechanism: adequacy", "mechanism: idta"),
        ])["transfers"])
    let agreement = "The International Data Transfer Agreement issued by the UK regulator"
    #expect(told.contains(agreement + ", for some of these data") != isCarried, "\(told)")
    #expect(told.contains(agreement) && told.contains("Binding corporate rules") == isCarried, "\(told)")
  }

  private func site(_ title: String) -> String {
    "title: \(title)\nkind: web\nvisitors: both\nsystem: mail-system\nbanner: {none: nothing to ask}\n"
  }

  private let counting = """
    names: visit
    sites: www
    setter: example-care
    purpose: count visits
    category: statistics
    duration: P1Y

    """

  @Test func cookiesSayWhatIsRecorded() throws {
    let route = "route: {uk-gdpr: statistical, eu-gdpr: consent}\n"
    let cookies = try #require(
      try noticeSections(adding: [
        "sites/www.yaml": site("Website"), "sites/app.yaml": site("App"), "cookies/counting.yaml": counting + route,
      ])["cookies"])
    #expect(cookies.hasPrefix("These are used on Website.\n"), "\(cookies)")
    #expect(!cookies.contains("only") && !cookies.contains("object"), "\(cookies)")
    #expect(cookies.contains("EU GDPR: They need your consent."), "\(cookies)")
    let told = try #require(
      try noticeSections(adding: [
        "sites/www.yaml": site("Website"), "sites/app.yaml": site("App"),
        "cookies/counting.yaml": counting + "route: consent\n",
        "cookies/token.yaml": counting.replacing("www", with: "[www, app]").replacing("visit\n", with: "token\n")
          + "route: consent\n",
      ])["cookies"])
    #expect(told.hasPrefix("These are used on App and Website.\n"), "\(told)")
    #expect(told.contains("| visit | We ourselves | Count visits., These are used on Website. |"), "\(told)")
    #expect(told.contains("| token | We ourselves | Count visits |"), "\(told)")
  }

  @Test func jointControlNamesItsActivity() throws {
    let joint = [(path: Self.activity, from: "controller: example-care", to: "controller: [example-care, clinics]")]
    let who = try #require(try both(replacing: joint)["who-we-are"])
    #expect(who.contains("\nMessages about appointments: We decide this together with clinics."), "\(who)")
    let alone = try #require(try noticeSections(replacing: joint)["who-we-are"])
    #expect(alone.contains("\nWe decide this together with clinics."), "\(alone)")
    let shared = try #require(
      try both(
        replacing: joint + [(Self.accounting, "controller: example-care", "controller: [example-care, clinics]")])[
          "who-we-are"])
    #expect(shared.count(of: "We decide this together") == 1 && !shared.contains("appointments: We"), "\(shared)")
  }

  @Test func refusalIsASentence() throws {
    let provision = try #require(
      try noticeSections(replacing: [
        (Self.activity, "required: contractual", "required: voluntary"),
        (Self.activity, "Without a name and an e-mail address we cannot send you messages.", "You get no newsletter."),
      ])["provision"])
    #expect(
      provision
        == "You choose whether to give us these data. This is what happens if you do not give them: You get no newsletter."
    )
  }

  @Test func objectionToMarketingNeedsMarketing() throws {
    let none = try noticeSections(replacing: [
      ("lawful-bases/better-reminders.yaml", "article-6: legitimate-interests", "article-6: contract")
    ])
    #expect(none["objection"] == nil)
    let marketing =
      "marketing: {to: individuals, channels: {post: {route: none, opt-out: tell us}}, suppression: a list}\n"
    #expect(try noticeSections(adding: [Self.activity: marketing])["objection"]?.contains("direct marketing") == true)
    #expect(try noticeSections()["objection"]?.contains("direct marketing") == false)
  }

  @Test func automatedDecisionsNameTheirActivity() throws {
    let machine = "automated-decisions: {solely: true, significant: true, logic: It adds points.}\n"
    let told = try #require(try both(second: machine)["automated-decisions"])
    #expect(told.hasPrefix("### Keeping accounts\nHere a computer alone takes a decision"), "\(told)")
  }

  @Test func consentStandsWithItsBasis() throws {
    let box = "title: Box for the study\nmechanism: tick-box\nfunction: basis\nwithdraw: untick the box\n"
    let basis = try #require(
      try noticeSections(
        adding: ["consents/study-box.yaml": box],
        replacing: [
          (
            "lawful-bases/better-reminders.yaml", "article-6: legitimate-interests",
            "article-6: consent\nconsent: study-box"
          )
        ])["basis"])
    #expect(
      basis.contains(
        """
        We rely on your consent, which you can withdraw at any time. This is about data that we use for: Find out with a \
        research partner which reminders are read. You give your consent by ticking a box. This is how you take your \
        consent back: untick the box.
        """), "\(basis)")
    let two = try #require(
      try noticeSections(replacing: [
        ("lawful-bases/better-reminders.yaml", "legitimate-interests", "[contract, legal-obligation]")
      ])["basis"])
    #expect(
      two.contains(
        """
        We rely on our contract with you, or steps that you ask for before making one. We also rely on a duty that the \
        law places on us.
        """), "\(two)")
  }

  @Test func retentionSaysWhatItIsAbout() throws {
    let unscoped = [
      (
        path: "retention/messages.yaml", from: "applies-to: {data: [name, email, appointment-time, usage]}",
        to: "x-none: none"
      ),
      (
        path: "retention/messages.yaml", from: "Customers ask about past appointments for up to a year.", to: "Tax law."
      ),
    ]
    let retention = try #require(try both(replacing: unscoped)["retention"])
    #expect(
      retention.hasPrefix(
        """
        Messages and appointments: This is about data that we use for: “Messages about appointments”. We keep the data for \
        1 year after our last contact with you. Then we delete them. This is why: Tax law.
        """), "\(retention)")
    let alone = try #require(try noticeSections(replacing: unscoped)["retention"])
    #expect(
      alone.hasPrefix(
        "Messages and appointments: This is about name, e-mail address, time of the appointment, use of the service and "
      ),
      "\(alone)")
  }
}

extension String {
  /// How often some words stand in the text.
  fileprivate func count(of words: String) -> Int { ranges(of: words).count }
}
