import LocatedYAML
import Testing

@testable import RopaKit

/// Notices of an organisation that decides in some cases and works for others in the rest.
@Suite struct NoticeRoleTests {
  static let notice = "notices/customer-notice.yaml"

  /// The sections of the sound notice that covers some activities.
  private func sections(_ activities: String, adding lines: [String: String] = [:]) throws -> [String: String] {
    try noticeSections(
      adding: lines, replacing: [(Self.notice, "activities: appointment-messages", "activities: \(activities)")])
  }

  @Test func bothRolesAreTold() throws {
    let who = try #require(try sections("[appointment-messages, hosted-records]")["who-we-are"])
    #expect(
      who.hasPrefix(
        """
        In these cases Example Care Ltd decides why and how your data are used:
        - Messages about appointments
        In these cases Example Care Ltd works for clinics. They decide why and how your data are used, and we follow their \
        instructions:
        - Keeping rotas for clinics
        In this notice, “we” means Example Care.
        """), "\(who)")
    #expect(!who.contains("We decide this together"))
  }

  @Test func onlyForOthers() throws {
    let who = try #require(try sections("hosted-records")["who-we-are"])
    #expect(who.hasPrefix("In these cases Example Care Ltd works for clinics."), "\(who)")
    #expect(!who.contains("Example Care Ltd decides"))
  }

  /// Nobody is told that the organisation decides where that is an open question.
  @Test func openRolesAreNotTold() throws {
    let open = """
      title: Answering letters
      controller: {unknown: us or the clinics}
      owner: service-lead
      subjects: customers
      purposes: {answer: Answer letters.}
      basis: customer-contract
      data: name
      sources: subject
      systems: office-files
      recipients: {none: nobody else reads them}
      retention: messages
      scale: small
      reviewed: 2026-09-01

      """
    let who = try #require(
      try sections("[letters, hosted-records]", adding: ["activities/letters.yaml": open])["who-we-are"])
    #expect(!who.contains("Answering letters") && !who.contains("Ltd decides"), "\(who)")
  }

  /// What is done for others has data, sources and what is done, and gives no basis and no rights of ours.
  @Test func whatIsDoneForOthersIsTold() throws {
    let told = try sections("[appointment-messages, hosted-records]")
    #expect(told["data"]?.contains("### Keeping rotas for clinics\n- Name\n- Job title and role") == true)
    #expect(told["sources"]?.contains("From clinics") == true)
    #expect(told["activities"]?.contains("Keeping rotas for clinics: We keep the rotas of clinics") == true)
    let rights = try #require(sections("appointment-messages")["rights"])
    #expect(told["rights"]?.hasPrefix(rights.prefix(200)) == true)
    #expect(told["rights"]?.contains("Where we act for others, please ask them") == true)
    #expect(try told["basis"] == sections("appointment-messages")["basis"])
  }

  @Test func withoutADescriptionTheProcessingIsTold() throws {
    let told = try noticeSections(replacing: [
      (Self.notice, "activities: appointment-messages", "activities: [appointment-messages, hosted-records]"),
      (
        "activities/hosted-records.yaml", "description: We keep the rotas of clinics and follow their instructions.\n",
        ""
      ), ("activities/hosted-records.yaml", "subjects: clinic-staff", "subjects: customers"),
    ])["activities"]
    #expect(told?.contains("Keeping rotas for clinics: Storage of rotas. Sending copies to the clinic.") == true)
  }

  /// What a notice owes hangs on what the organisation decides.
  @Test func nothingIsOwedForOthers() throws {
    let files = overlay(
      soundRegister,
      with: [
        (
          Self.notice,
          String(decoding: try #require(soundRegister.first { $0.path == Self.notice }).bytes, as: UTF8.self)
            .replacing("activities: appointment-messages", with: "activities: [hosted-records, appointment-messages]")
        )
      ])
    let facts = try #require(judge(files).facts.notices.first)
    #expect(facts.told.count == 2 && facts.activities.count == 1)
    #expect(facts.activities == [facts.told[1]])
    #expect(facts.owed.map(\.element.id) == judge(soundRegister).facts.notices[0].owed.map(\.element.id))
  }
}

/// Sentences that read wrong on notices of real organisations.
@Suite struct NoticeReadingTests {
  @Test func aBannerWithOneButtonOffersNoChoice() throws {
    let site = "title: Customer portal\nkind: web\nsystem: mail-system\nbanner: {buttons: OK}\n"
    let cookie = "names: token\nsites: portal\nsetter: example-care\npurpose: keep you signed in\ncategory: necessary\n"
    let told = try noticeSections(adding: ["sites/portal.yaml": site, "cookies/token.yaml": cookie])["cookies"]
    #expect(told?.contains("you see a notice with one button: “OK”.") == true && told?.contains("choose") == false)
  }

  @Test func eachEndOfStorageIsWhole() throws {
    let told = try noticeSections(replacing: [
      ("retention/messages.yaml", "period: P1Y", "ends: [use-end, purpose-met, subscription-end]\nback-stop: P2Y")
    ])["retention"]
    let words = "until you no longer use the service, until we no longer need them or until the end of the subscription"
    #expect(told?.contains(words) == true, "\(told ?? "")")
  }

  @Test func wordsOnDataWithoutBoundsStandAlone() throws {
    func data(_ more: String) throws -> String? {
      try noticeSections(adding: [
        "data-categories/appointment-time.yaml": "bounded: false\n" + more
      ])["data"]
    }
    #expect(try data("")?.contains("and other data of this kind") == true)
    let told = try data("text: We may use whatever we have.\n")
    #expect(told?.contains("We may use whatever we have.") == true && told?.contains("of this kind") == false)
  }

  /// A setting that people may use is no permission that they are asked for.
  @Test func nobodyIsAskedByASetting() throws {
    func basis(_ mechanism: String) throws -> String? {
      try noticeSections(adding: [
        "activities/appointment-messages.yaml": "permissions: browser\n",
        "consents/browser.yaml":
          "title: Your browser\nmechanism: \(mechanism)\nfunction: courtesy\neffect: Less works.\n",
      ])["basis"]
    }
    #expect(try basis("spoken")?.contains("Your browser: If you say no: Less works.") == true)
    #expect(try basis("browser-setting")?.contains("permission") == false)
  }

  /// The right about automated decisions is told without such decisions where the organisation says something of it.
  @Test func aRightThatIsOfferedIsTold() throws {
    let told = try noticeSections(replacing: [
      (
        "organisations/example-care.yaml", "  erasure: true\n",
        "  erasure: true\n  automated-decisions: {gives: You can ask for a person.}\n"
      )
    ])["rights"]
    #expect(told?.contains("You can ask for a person.") == true, "\(told ?? "")")
    #expect(try noticeSections()["rights"]?.contains("utomated") == false)
  }

  /// A measure that a control tells in its own words is not listed besides, unless it is repeated.
  @Test func aMeasureIsToldOnce() throws {
    func security(_ more: String) throws -> String? {
      try noticeSections(adding: ["controls/encrypted-storage.yaml": more])["security"]
    }
    #expect(try security("")?.contains("- Encryption of stored data") == true)
    let own = "text: All that is stored is encrypted.\n"
    #expect(try security(own)?.contains("Encryption of stored data") == false)
    #expect(try security(own + "every: P1Y\n")?.contains("Encryption of stored data, at least once a year") == true)
  }

  /// A basis in dispute gives no right to take consent back.
  @Test func disputedBasesGiveNoRights() throws {
    func rights(_ certainty: String) throws -> String? {
      try noticeSections(
        adding: [
          "lawful-bases/clicks.yaml":
            "title: Consent by use\narticle-6: consent\nconsent: clicks\ncertainty: \(certainty)\n",
          "consents/clicks.yaml": "title: Use\nmechanism: deemed-by-use\nfunction: basis\n",
        ],
        replacing: [
          ("activities/appointment-messages.yaml", "basis: better-reminders", "basis: [better-reminders, clicks]")
        ])["rights"]
    }
    #expect(try rights("certain")?.contains("Right to withdraw consent") == true)
    #expect(try rights("disputed")?.contains("Right to withdraw consent") == false)
  }
}
