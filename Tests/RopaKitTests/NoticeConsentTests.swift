import LocatedYAML
import Testing

@testable import RopaKit

/// What a notice says of consent, permissions and cookies: the sound register with a change, and the section that tells of it.
@Suite struct NoticeConsentTests {
  private static let activity = "activities/appointment-messages.yaml"

  private let consentBasis = [
    (
      path: "lawful-bases/better-reminders.yaml", from: "article-6: legitimate-interests",
      to: "article-6: consent\nconsent: study-box"
    )
  ]

  @Test func consentIsToldWhereItIsTheBasis() throws {
    let box = "title: Box for the study\nmechanism: [tick-box, deemed-by-use]\nfunction: basis\n"
    let basis = try #require(
      try noticeSections(
        adding: [
          "consents/study-box.yaml": box + "withdraw: untick the box in your account\neffect: nothing changes\n"
        ],
        replacing: consentBasis)["basis"])
    #expect(
      basis.contains(
        """
        We rely on your consent, which you can withdraw at any time. This is about data that we use for: Find out with a \
        research partner which reminders are read. You give your consent by ticking a box. If you say no: nothing changes. \
        This is how you take your consent back: untick the box in your account.
        """))
  }

  /// A permission that is no basis is not called consent, and one by mere use is told as nothing at all.
  @Test func permissionsAreNoConsent() throws {
    let before = try #require(try noticeSections()["basis"])
    let basis = try #require(
      try noticeSections(adding: [
        Self.activity: "permissions: [before-study, by-use]\n",
        "consents/before-study.yaml":
          "title: Before we share\nmechanism: tick-box\nfunction: courtesy\nunless: the law binds us\n",
        "consents/by-use.yaml":
          "title: Using the site\nmechanism: deemed-by-use\nfunction: {unknown: what it is for}\n",
      ])["basis"])
    #expect(
      basis == before + """

        We also ask for your permission, although it is not what allows us to use your data:
        Before we share: We do not ask if the law binds us.
        """)
  }

  private let site = """
    title: Customer portal
    address: https://portal.example.org
    kind: web
    visitors: uk
    system: mail-system
    banner: {buttons: [Accept all, Reject all], reject-first-layer: true, preticked: false, withdraw: use the link below}
    embeds: {party: regulator, what: a film, pages: the start page}
    links: [{to: analytics-fr, kind: share, url: "https://example.org/share"}, {to: cloud-host, kind: plain}]

    """
  private let counting = """
    names: {_visit: P2Y, _page: session}
    sites: portal
    setter: analytics-fr
    via: script
    purpose: count visits
    category: statistics
    route: statistical
    opt-out: {how: use the switch in the footer, simple: true, free: true}
    shared-with: [{party: cloud-host, certainty: possible}, {party: mailer, certainty: disputed}]

    """

  @Test func cookiesAreTold() throws {
    let token = "names: token\nsites: portal\nsetter: example-care\npurpose: keep you signed in\ncategory: necessary\n"
    let cookies = try #require(
      try noticeSections(adding: [
        "sites/portal.yaml": site, "cookies/a-counting.yaml": counting,
        "cookies/token.yaml": token + "duration: session\nroute: strictly-necessary\n",
        "cookies/pixel.yaml": "names: dot\nkind: pixel\nsites: portal\ncategory: statistics\nroute: consent\n",
      ])["cookies"])
    #expect(
      cookies == """
        These are used on Customer portal (https://portal.example.org).
        When you come for the first time, you can choose: “Accept all” or “Reject all”. This is how you change your mind: \
        use the link below.
        ### Needed for the site to work
        Without them we cannot give you what you ask for.
        | Which | Who sets them | What they do | How long they last
        | token | We ourselves | Keep you signed in | Until you close the browser
        ### For statistics
        They count how the site is used.
        | Which | Who sets them | What they do
        | _visit (2 years) and _page (until you close the browser) | Mesure Exemple SAS | Count visits., They come with a \
        script on our pages., What they collect may also go to Example Cloud Host Ltd., This is how you object: \
        use the switch in the footer.
        ### For statistics
        They need your consent.
        | Which
        | 1 tracking pixel: dot
        Some content on our pages comes from others, who can see that you visit:
        - Regulators: a film. On these pages: the start page.
        Some links let you share a page on other websites:
        - Mesure Exemple SAS
        """)
  }

  /// Names of cookies keep their letters, and whoever sets one for us works for us, not for a supplier of ours.
  @Test func namesOfCookiesAndWhoSetsThem() throws {
    let sections = try noticeSections(adding: [
      "sites/portal.yaml": site,
      "processors/counter.yaml": "title: Counter\nlegal-name: Counter Ltd\ncountry: GB\nservices: Counts visits.\n",
      "cookies/counting.yaml": """
      names: counter
      sites: portal
      setter: counter
      purpose: count visits
      category: statistics
      route: consent
      activity: appointment-messages

      """,
    ])
    #expect(sections["cookies"]?.contains("| counter | Counter Ltd |") == true)
    let recipients = try #require(sections["recipients"])
    let supplier = try #require(recipients.firstRange(of: "Counter Ltd"))
    let others = try #require(recipients.firstRange(of: "Our suppliers use"))
    #expect(supplier.lowerBound < others.lowerBound)
  }

  /// Sites of other systems, and cookies that feed what another notice covers, are not told.
  @Test func cookiesOfOthersAreNotTold() throws {
    let elsewhere = site.replacing("system: mail-system", with: "system: {unknown: which one it is}")
    #expect(
      try noticeSections(adding: ["sites/portal.yaml": elsewhere, "cookies/counting.yaml": counting])["cookies"] == nil)
    let fed = counting + "activity: hosted-records\n"
    let cookies = try noticeSections(adding: ["sites/portal.yaml": site, "cookies/counting.yaml": fed])["cookies"]
    #expect(cookies?.contains("count visits") == false)
    let ours = counting + "activity: appointment-messages\n"
    let told = try noticeSections(adding: ["sites/portal.yaml": elsewhere, "cookies/counting.yaml": ours])["cookies"]
    #expect(told?.contains("Count visits") == true)
  }
}
