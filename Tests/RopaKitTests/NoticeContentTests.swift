import LocatedYAML
import Testing

@testable import RopaKit

/// What single fields become in a notice: the sound register with a change, and the section that tells of it.
@Suite struct NoticeContentTests {
  private static let activity = "activities/appointment-messages.yaml"

  @Test func marketingIsTold() throws {
    let marketing = """
      marketing:
        to: individuals
        channels:
          email: {route: soft-opt-in, opt-out: use the link in each message}
          post: {route: none, opt-out: {unknown: how to stop letters}}
          pigeon: {route: consent, opt-out: tell the pigeon}
        suppression: a list
        except: reminders of appointments

      """
    #expect(
      try noticeSections(adding: [Self.activity: marketing])["marketing"] == """
        We use your data to tell you about what we offer:
        - By e-mail: We do so if you have bought something similar from us, or asked about it, and have not said no. This is \
        how you stop it: use the link in each message.
        - By post
        - In another way: We do so only if you have agreed. This is how you stop it: tell the pigeon.
        We do not count this as marketing: reminders of appointments.
        """)
    for answer in ["none: we send none", "unknown: whether we send any", "not-applicable: no messages"] {
      #expect(try noticeSections(adding: [Self.activity: "marketing: {\(answer)}\n"])["marketing"] == nil, "\(answer)")
    }
  }

  /// The right to complain to the regulator does not hang on what the organisation records of complaints.
  @Test func theRegulatorIsNamedWithoutARecordOnComplaints() throws {
    let complaints = """
      complaints:
        contact: dpo
        form: https://example.org/complain
        acknowledge-within: P14D
        outcome: We write to you with what we found and what we did.
        log: case system
        court: true
        text: You may come to us first.

      """
    let told = try noticeSections(replacing: [("organisations/example-care.yaml", complaints, "")])["complaints"]
    #expect(told?.hasPrefix("You can complain to the regulator: the Information Commission.") == true)
  }

  @Test func textInAFileIsPrinted() throws {
    let sections = "  - {heading: In an emergency, file: emergency.md}\n"
    let told = try noticeSections(adding: [
      "notices/customer-notice.yaml": sections,
      "notices/emergency.md": "\u{FEFF}Call **us** first.\r\n\r\n- by day\r\n- by night\r\n",
    ])
    let texts = told.values.filter { $0.contains("Call") }
    #expect(Set(texts) == ["Call us first.\n- by day\n- by night"])
  }

  @Test func childrenAreTold() throws {
    let children = "children: {online-service: true, minimum-age: 13, parental-check: a parent confirms by e-mail}\n"
    #expect(
      try noticeSections(
        adding: [
          Self.activity: children, "organisations/example-care.yaml": "children: {under: 16, known-only: true}\n",
        ])["children"] == """
          We have a rule of our own for people under 16. It holds where we know how old somebody is.
          This is an online service that children may use. You have to be at least 13 years old to use it. A parent confirms \
          by e-mail.
          """)
    for answer in ["none: adults only", "unknown: whether children use it"] {
      #expect(try noticeSections(adding: [Self.activity: "children: {\(answer)}\n"])["children"] == nil, "\(answer)")
    }
  }

  @Test func purposesShareRows() throws {
    let purposes = try #require(
      try noticeSections(replacing: [
        (
          Self.activity, "  study:\n",
          "  answer: {text: Answer questions., data: [name, email, appointment-time], basis: customer-contract}\n  study:\n"
        ),
        (Self.activity, "    text: Keep records of what each customer has paid.", "    text: Answer questions."),
      ])["purposes"])
    // One text on another basis stays apart.
    #expect(purposes.contains("| Remind customers of their appointments by e-mail., Answer questions. | Name"))
    #expect(purposes.contains("| Answer questions. | Transactions"))
    let merged = try #require(
      try noticeSections(replacing: [
        (
          Self.activity, "  study:\n",
          "  again: {text: Remind customers of their appointments by e-mail., data: transactions, basis: customer-contract,"
            + " retention: messages}\n  study:\n"
        ),
        ("retention/messages.yaml", "applies-to: {data: [name, email, appointment-time, usage]}", "x-none: none"),
        (Self.activity, "retention: [messages, accounts]", "retention: messages"),
      ])["purposes"])
    #expect(
      merged.contains("by e-mail. | Name, e-mail address, time of the appointment and transactions | Our contract"))
  }

  @Test func agreementsInForceAreTold() throws {
    let mailer = "processors/mailer.yaml"
    let words = "We have a data processing agreement with Example Mailer Ltd."
    #expect(try noticeSections()["recipients"]?.contains(words) == true)
    for (from, to) in [
      ("status: in-force", "status: draft"), ("expires: 2028-02-29", "expires: 2026-01-31"),
      ("kind: processing", "kind: service"), ("with: example-care", "with: clinics"),
    ] {
      #expect(
        try noticeSections(replacing: [(mailer, from, to)])["recipients"]?.contains("agreement") == false, "\(to)")
    }
  }

  /// A transfer that is disputed, only an example or withheld changes nothing.
  @Test func doubtfulTransfersSayNothing() throws {
    let transfer = "exporter: example-care\nimporter: analytics-fr\ncountries: US\nregime: uk-gdpr\nmechanism: idta\n"
    let words = transfer + "text: Data go to the moon.\nonward: {party: regulator, country: US, safeguard: a promise}\n"
    let before = try noticeSections()
    for line in ["certainty: disputed", "certainty: example", "publish: false"] {
      #expect(
        try noticeSections(adding: ["transfers/doubt.yaml": words + line + "\n"])["transfers"] == before["transfers"])
    }
    let study = "onward: {party: regulator, country: US, safeguard: a promise, when: once a year}\n"
    #expect(
      try noticeSections(adding: ["transfers/reminder-study.yaml": study])["transfers"]?.contains(
        "Mesure Exemple SAS sends data on to regulators in the United States. Once a year. What protects them there: a promise."
      ) == true)
  }

  @Test func aLinkWithoutAnAddressKeepsItsTitle() throws {
    let links = try noticeSections(replacing: [
      ("notices/customer-notice.yaml", "url: \"https://example.org/reminders\"", "url: {unknown: where it is}")
    ])["links"]
    #expect(links == "- How our reminders work (Example Care)")
  }

  @Test func measuresTellTheirStrength() throws {
    let security = try #require(try noticeSections()["security"])
    #expect(security.contains("- Encryption of data while they are sent: TLS 1.3\n"))
    #expect(security.contains("- Training of staff in data protection and security, at least once a year\n"))
    let own = try noticeSections(adding: ["controls/encrypted-connections.yaml": "text: We encrypt connections.\n"])[
      "security"]
    #expect(own?.contains("TLS 1.3") == false)
  }

  @Test func retentionBeginsWithItsOwnWords() throws {
    let retention = try noticeSections(adding: [
      "retention/messages.yaml": "text: We keep little.\nreview-interval: P6M\nminimum: P3M\nback-stop: P5Y\n"
    ])["retention"]
    #expect(
      retention?.hasPrefix(
        "Messages and appointments: We keep little. This is about name, e-mail address, time of the appointment and use of "
          + "the service. We keep the data for 1 year after our last contact with you, for at least 3 months after our last "
          + "contact with you, but no longer than 5 years. Then we delete them.") == true, "\(retention ?? "")")
    #expect(retention?.contains("We review how long we keep data at least every 6 months.") == true)
  }

  @Test func rightsTellTheirLimitsAndDepartures() throws {
    let rights = try noticeSections(
      adding: [
        Self.activity: "rights: {erasure: false, access: {gives: we show the messages}}\n"
      ],
      replacing: [
        (
          "organisations/example-care.yaml", "  erasure: true\n",
          "  erasure: true\n  limits: {rights: [erasure, portability], data: transactions, text: we keep invoices, "
            + "cite: Companies Act 2006}\n  decided-by: {parties: clinics}\n"
        )
      ])["rights"]
    for words in [
      "### Messages about appointments\nRight of access: We show the messages.\n"
        + "Right to erasure: This right does not apply here.",
      "### Where do your rights end?\nErasure and portability: We keep invoices. This holds for transactions. "
        + "The law behind this: Companies Act 2006.",
      "We decide together with clinics.",
    ] {
      #expect(rights?.contains(words) == true, "\(rights ?? "")")
    }
  }

  /// A paragraph, a definition and a sentence begin with a capital and end with a stop, whatever the record's words look like.
  @Test func sentencesAreWhole() throws {
    let sections = try noticeSections(replacing: [
      ("organisations/example-care.yaml", "task: The officer advises us", "task: advises us"),
      ("organisations/example-care.yaml", "answers people's questions.", "answers questions"),
      (
        "systems/mail-system.yaml", "operator: mailer", "operator: mailer\ntext: it sends messages\ndata: [name, email]"
      ),
    ])
    #expect(
      sections["dpo"]?.contains(
        "We have a data protection officer. Advises us on data protection and answers questions.") == true)
    #expect(
      sections["systems"]?.contains(
        "- Mail system, run by Example Mailer Ltd, in the United Kingdom. It holds name and e-mail address. It sends messages.\n"
      ) == true, "\(sections["systems"] ?? "")")
  }
}
