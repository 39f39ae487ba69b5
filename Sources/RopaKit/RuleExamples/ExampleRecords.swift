/// Records that several examples of rules share: those of the sound register with a part exchanged.
enum ExampleRecords {
  /// The sound register's activity with other recipients.
  static func appointmentMessages(
    recipients: String, data: String = "[name, email, appointment-time, usage, transactions]",
    retention: String = "[messages, accounts]", sources: String = "[subject, device]"
  ) -> String {
    """
    title: Messages about appointments
    controller: example-care
    owner: service-lead
    status: active
    start: 2025-03-01
    subjects: customers
    purposes:
      remind:
        text: Remind customers of their appointments by e-mail.
        basis: customer-contract
      study:
        text: Find out with a research partner which reminders are read.
        basis: better-reminders
      accounts:
        text: Keep records of what each customer has paid.
        basis: accounting-law
    data: \(data)
    sources: \(sources)
    systems: [mail-system, office-files]
    recipients:
      - \(recipients)
    retention: \(retention)
    provision:
      required: contractual
      if-refused: Without a name and an e-mail address we cannot send you messages.
    scale: small
    frequency: regular
    screening:
      date: 2026-08-15
      by: dpo
      outcome: no-dpia
      reason: No trigger in the recorded facts.
      ruled-out: [scoring, sensitive-data, large-scale, vulnerable-people]
    reviewed: 2026-09-01
    """
  }

  /// A processor that stores things.
  static func archive(country: String, hosting: String) -> String {
    """
    title: Archive
    legal-name: Example Archive Inc
    kind: company
    country: \(country)
    category: archive
    owner: service-lead
    reviewed: 2026-09-01
    services: Stores files.
    hosting: \(hosting)
    access-from: \(hosting)
    agreements:
      data-processing:
        kind: processing
        with: example-care
        status: in-force
        reference: CT-1009
        signed: 2025-03-01
        expires: 2028-02-29
        terms: all
        terms-reviewed: 2025-04-10
        sub-processors: {mode: general, notice: P30D}
        breach-notice: PT24H
        own-purposes: {none: excluded by clause 4}
    sub-processors: {none: it runs its own machines}
    diligence: {last: 2026-06-01, next: 2027-06-01, result: accepted}
    """
  }

  /// The sound register's mailer with another sub-processor.
  static func mailer(subProcessors: String, hosting: String = "GB", accessFrom: String = "GB", country: String = "GB")
    -> String
  {
    """
    title: Mailer
    legal-name: Example Mailer Ltd
    kind: company
    country: \(country)
    category: e-mail service
    owner: service-lead
    reviewed: 2026-09-01
    services: Sends our messages by e-mail.
    hosting: \(hosting)
    access-from: \(accessFrom)
    agreements:
      data-processing:
        kind: processing
        with: example-care
        status: in-force
        reference: CT-1001
        signed: 2025-03-01
        expires: 2028-02-29
        terms: all
        terms-reviewed: 2025-04-10
        sub-processors: {mode: general, notice: P30D}
        breach-notice: PT24H
        own-purposes: {none: excluded by clause 4}
    sub-processors:
      - party: \(subProcessors)
        services: Hosting of the e-mail service
        authorised: 2025-03-01
        flow-down: true
    diligence: {last: 2026-06-01, next: 2027-06-01, result: accepted}
    """
  }

  /// The sound register's research partner in another country.
  static func analytics(country: String, more: String = "") -> String {
    """
    title: Mesure Exemple
    legal-name: Mesure Exemple SAS
    kind: company
    country: \(country)
    category: research partner
    when: Once a month, for a study of reminders.
    \(more)
    agreements:
      sharing:
        kind: sharing
        with: example-care
        status: in-force
        reference: CT-1002
        signed: 2026-01-15
        expires: 2028-01-14
    """
  }

  /// The sound register's customers, with an arrangement as joint controllers.
  static let clinicsWithArrangement = """
    title: Clinics that are our customers
    kind: class
    category: clinics
    members: list of customers in the contracts folder
    contacts:
      privacy-leads: {for: privacy questions, role: Privacy lead of each clinic, email: privacy@clinics.example.org}
    agreements:
      clinics-2026: {kind: joint, with: example-care, status: in-force, reference: CT-7, signed: 2026-01-15}
    """

  /// The sound register's transfer to its research partner with another ending.
  static func studyTransfer(countries: String = "[FR]", _ ending: String) -> String {
    """
    title: Figures for the reminder study
    exporter: example-care
    importer: analytics-fr
    countries: \(countries)
    activities: appointment-messages
    data: usage
    frequency: regular
    \(ending)
    """
  }

  /// A statement that claims nothing, in place of the one about the mail system.
  static let plainStatement = """
    kind: explanation
    text: We send e-mail through a mail system.
    """

  /// The sound register's organisation under other regimes.
  static func exampleCare(regimes: String) -> String {
    """
    title: Example Care
    legal-name: Example Care Ltd
    kind: company
    country: GB
    address: |
      1 High Street
      Cambridge CB1 0AA
    owner: dpo
    reviewed: 2026-09-01
    regimes: \(regimes)
    public-authority: false
    headcount: 40
    turnover-gbp: 3000000
    charity: false
    registrations:
      companies-house: "01234567"
      ico: {number: ZA123456, tier: 2, paid-until: 2027-10-01}
    \(howToReachExampleCare)
    """
  }

  private static let howToReachExampleCare = """
    contacts:
      dpo:
        for: [privacy questions, rights, complaints]
        role: Data Protection Officer
        person: dpo
        email: privacy@example.org
        telephone: 01223 000000
        post: |
          1 High Street
          Cambridge CB1 0AA
    dpo:
      status: appointed
      contact: dpo
      task: Advises us on data protection and answers people's questions.
      notified: 2024-02-01
      other-roles: {none: the officer does nothing else for us}
    rights:
      contact: dpo
      procedure: handbook/requests.md
      respond-within: P1M
      if-longer: If we need more time, two further months at most, we tell you why within that month.
      identity-check: in-doubt
      cost: free
      access:
        gives: We tell you whether we hold data about you, and give you a copy.
      rectification:
        gives: We correct what is wrong.
        otherwise: If we disagree, we note that you dispute it.
      erasure: true
      restriction: true
      portability: true
      objection: true
    complaints:
      contact: dpo
      form: https://example.org/complain
      acknowledge-within: P14D
      outcome: We write to you with what we found and what we did.
      log: case system
      court: true
      text: You may come to us first.
    breach: {procedure: handbook/incidents.md, tested: 2026-05-02}
    training: {last: 2026-04-15, every: P1Y}
    controls: [encrypted-connections, least-privilege, leavers, staff-training]
    """

  /// A further activity of the sound register's organisation.
  /// - Parameter purposes: the fields `purposes` and `basis`.
  static func roomBookings(_ purposes: String) -> String {
    """
    title: Booking rooms
    controller: example-care
    owner: service-lead
    start: 2025-06-01
    subjects: customers
    \(purposes)
    data: [name, email]
    sources: subject
    systems: office-files
    recipients: {none: nobody else sees bookings}
    retention: messages
    provision:
      required: contractual
      if-refused: Without a name we cannot book a room.
    scale: small
    frequency: regular
    screening:
      date: 2026-08-15
      by: dpo
      outcome: no-dpia
      reason: No trigger in the recorded facts.
      ruled-out: [scoring, sensitive-data, large-scale, vulnerable-people]
    reviewed: 2026-09-01
    """
  }

  /// The sound register's notice with other sections; nil leaves the built-in ones.
  static func customerNotice(
    title: String = "title", effective: String = "2026-09-01", sections: String?, complaints: Bool = true
  ) -> String {
    let listed = sections.map {
      complaints ? $0 : $0.split(separator: "\n").filter { $0 != "  - complaints" }.joined(separator: "\n")
    }
    return """
      \(title): How we use your data
      organisation: example-care
      owner: dpo
      audience: customers
      activities: appointment-messages
      effective: \(effective)
      version: 3
      reviewed: 2026-09-01
      url: https://example.org/privacy
      approved: {by: dpo, date: 2026-08-28}
      changes:
        text: When we change this notice, we show the new date here.
        effect: The new text holds from that date.
        existing-data: Data that we already have are used as the new text says.
        tells-people: true
      links:
        guide: {title: How our reminders work, kind: guide, url: "https://example.org/reminders", of: example-care}
      """ + (listed.map { "\nsections:\n" + $0 + "\n" } ?? "\n")
  }
}
