import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// What readers of a notice would miss: on which pages something is, why somebody gets data, how to reach a representative.
@Suite struct NoticeReaderTests {
  private static let activity = "activities/appointment-messages.yaml"
  private static let organisation = "organisations/example-care.yaml"

  @Test(arguments: [
    ("some", "On some pages only."), ("the page on locations", "On these pages: the page on locations."),
  ]) func pagesOfCookiesAndEmbeds(_ pages: String, _ words: String) throws {
    let cookies = try #require(
      try noticeSections(adding: [
        "sites/website.yaml": """
        title: Website
        kind: web
        address: https://example.org
        visitors: uk
        system: mail-system
        banner: {buttons: [Accept, Refuse], reject-first-layer: true, preticked: false, withdraw: a link}
        embeds: [{party: analytics-fr, what: map, pages: \(pages)}]

        """,
        "cookies/visits.yaml": """
        title: Counting visits
        names: [visit-count]
        sites: website
        pages: \(pages)
        setter: example-care
        purpose: Count which pages are read.
        category: statistics
        duration: P6M
        route: consent
        fires: after-consent
        shared-with: {none: nobody else}
        activity: appointment-messages

        """,
      ])["cookies"])
    #expect(cookies.components(separatedBy: words).count == 3, "\(cookies)")
    #expect(!cookies.contains(": some"))
  }

  @Test func recipientsHaveTheirPurposes() throws {
    let recipients = try #require(try noticeSections()["recipients"])
    #expect(
      recipients.contains("This is why they get data: Find out with a research partner which reminders are read."))
  }

  @Test func theStandardsThatDecideAreNamed() throws {
    let recipients = try #require(
      try noticeSections(replacing: [
        (
          "recipients/analytics-fr.yaml", "when: Once a month, for a study of reminders.",
          "standard: regulator"
        )
      ])["recipients"])
    #expect(recipients.contains("The standards of regulators decide when."), "\(recipients)")
  }

  @Test func aRepresentativeCanBeReached() throws {
    let who = try #require(
      try noticeSections(adding: [
        Self.organisation: "representatives: [{for: eu, party: agent, country: IE, appointed: 2026-01-01}]\n",
        "recipients/agent.yaml": """
        title: Agent
        kind: company
        legal-name: Example Agent Ltd
        country: IE
        address: |
          2 Quay
          Dublin
        contacts: {office: {for: data protection, email: agent@example.org}}

        """,
      ])["who-we-are"])
    #expect(
      who.contains(
        "Our representative in Ireland is Example Agent Ltd.\n  Example Agent Ltd\n  2 Quay\n  Dublin\n  agent@example.org"
      ),
      "\(who)")
  }

  @Test func theParagraphOfTheScheduleIsNamed() throws {
    let special = try #require(
      try noticeSections(
        adding: ["lawful-bases/better-reminders.yaml": "article-9: health-or-social-care\nschedule-1: 2\n"],
        replacing: [
          (
            Self.activity, "data: [name, email, appointment-time, usage, transactions]\nsources",
            "data: [name, email, appointment-time, usage, transactions, health]\nsources"
          )
        ]
      )["special-data"])
    #expect(special.contains("The law behind this: Data Protection Act 2018 Sch 1 para 2."), "\(special)")
  }

  @Test func aRetentionRuleSaysForWhichPurposes() throws {
    let retention = try #require(
      try noticeSections(replacing: [
        ("retention/accounts.yaml", "applies-to: {data: transactions}", "applies-to: {purposes: accounts}")
      ])["retention"])
    #expect(
      retention.contains("This is about data that we use for: Keep records of what each customer has paid."),
      "\(retention)")
  }
}
