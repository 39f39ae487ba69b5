import LocatedYAML

@testable import RopaKit

/// A small register whose one notice is made for each combination of what decides what a notice owes.
struct NoticeGrid {
  enum Role: String, CaseIterable { case controller, joint, processor }
  enum Article: String, CaseIterable {
    case collected = "13"
    case obtained = "14"
    case both
  }
  static let regimes: [(name: String, regimes: [Regime])] = [
    ("uk-gdpr", [.ukGDPR]), ("eu-gdpr", [.euGDPR]), ("both", [.ukGDPR, .euGDPR]),
  ]

  let role: Role
  let article: Article
  let regimes: [Regime]

  /// By element: words that only the sentence for it has.
  static let words: [String: [String]] = [
    "n-controller": [
      "North Example Ltd decides why and how your data are used",
      "North Example Ltd works for Example Clinic Ltd",
    ],
    "n-rep": ["Our representative in Ireland is Agent Example Ltd"],
    "n-dpo": ["Officer for data"],
    "n-purposes": ["Send the newsletter"],
    "n-basis": ["We rely on your consent"],
    "n-interests": ["We want readers to find what they look for"],
    "n-categories": ["Choices of topics"],
    "n-recipients": ["Host Example Inc"],
    "n-transfers": ["Keeps data in the United States"],
    "n-retention": ["for 2 years after our last contact with you"],
    "n-rights": ["Right of access"],
    "n-withdraw": ["Follow the link in each message"],
    "n-complain-controller": ["Tell us first"],
    "n-complain-regulator": ["You can also complain to the regulator"],
    "n-statutory": ["You need to give us these data for a contract"],
    "n-adm": ["A score of what you read decides"],
    "n-source": ["rom Agency Example Ltd", "We get your data from you."],
    "n-further": ["We tell you when this notice changes"],
    "n-object-prominent": ["You can object"],
    "n-joint": ["South sends it"],
  ]

  var assessment: Assessment { judge(files) }

  private var files: [SourceFile] {
    let texts = [
      "registry.yaml":
        "title: Records\norganisations: north\nlanguages: en\nquestions: {owner: lead, due: 2027-01-31}\n",
      "organisations/north.yaml": north,
      "organisations/south.yaml": "title: South\nlegal-name: South Example Ltd\nkind: company\n",
      "organisations/clinic.yaml": "title: Clinic\nlegal-name: Example Clinic Ltd\nkind: company\n",
      "organisations/agent.yaml": "title: Agent\nlegal-name: Agent Example Ltd\nkind: company\ncountry: IE\n",
      "recipients/agency.yaml": "title: Agency\nlegal-name: Agency Example Ltd\nkind: company\ncountry: GB\n",
      "processors/host.yaml": host, "systems/store.yaml": "title: Store of addresses\noperator: host\n",
      "people/lead.yaml": "title: Lead\n", "activities/newsletter.yaml": activity,
      "data-categories/topics.yaml": "title: choices of topics\nkind-of: usage\n",
      "data-subjects/readers.yaml": "title: readers\nkind-of: customer\n",
      "lawful-bases/asked.yaml": "title: Consent\narticle-6: consent\nconsent: asked\n",
      "lawful-bases/interest.yaml": """
      title: Interest
      article-6: legitimate-interests
      interests: We want readers to find what they look for.
      """,
      "consents/asked.yaml":
        "title: Box\nmechanism: tick-box\nwithdraw: Follow the link in each message.\n",
      "retention/while.yaml":
        "title: Addresses\nperiod: P2Y\nstarts: last-contact\naction: delete\nreason: People come back.\n",
      "notices/readers.yaml": """
      title: The newsletter
      organisation: north
      audience: readers
      activities: newsletter
      effective: 2026-01-01
      changes: {text: We show a changed notice here., tells-people: true}
      """,
    ]
    return (Array(texts) + transfers.map { $0 }).map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
      .sorted { $0.path < $1.path }
  }

  private var transfers: [String: String] {
    var files: [String: String] = [:]
    for (regime, mechanism) in [(Regime.ukGDPR, "idta"), (.euGDPR, "scc-2021-m2")] where regimes.contains(regime) {
      files["transfers/store-\(regime.rawValue).yaml"] = """
        title: Addresses at the host
        exporter: north
        importer: host
        countries: US
        regime: \(regime.rawValue)
        mechanism: \(mechanism)
        """
    }
    return files
  }

  private var host: String {
    """
    title: Host
    legal-name: Host Example Inc
    kind: company
    country: US
    hosting: US
    services: Stores the addresses.
    """
  }

  private var north: String {
    let representative =
      regimes.count > 1 ? "representatives:\n  - {for: eu, party: agent, country: IE, appointed: 2024-01-01}\n" : ""
    return """
      title: North
      legal-name: North Example Ltd
      kind: company
      country: \(regimes.contains(.ukGDPR) ? "GB" : "IE")
      address: 1 North Street
      regimes: [\(regimes.map(\.rawValue).joined(separator: ", "))]
      contacts:
        desk: {role: Officer for data, email: privacy@north.example}
      dpo: {status: appointed, contact: desk}
      rights: {contact: desk, respond-within: P1M, identity-check: in-doubt}
      complaints: {contact: desk, text: Tell us first.}
      \(representative)
      """
  }

  private var activity: String {
    let sources: String =
      switch article {
      case .collected: "subject"
      case .obtained: "agency"
      case .both: "[subject, agency]"
      }
    let start = """
      title: Sending the newsletter
      owner: lead
      subjects: readers
      data: [name, email, topics]
      sources: \(sources)
      systems: store

      """
    if role == .processor {
      return start + "controller: clinic\nprocessor: north\nprocessing: [storing addresses, sending messages]\n"
    }
    let joint = "controller: [north, south]\njoint-arrangement: {essence: North writes it. South sends it.}\n"
    return start + (role == .joint ? joint : "controller: north\n") + """
      purposes:
        send: {text: Send the newsletter., basis: asked, data: [name, email]}
        improve: {text: Learn what is read., basis: interest, data: topics}
      retention: while
      provision: {required: contractual, if-refused: Then no newsletter comes.}
      automated-decisions:
        solely: true
        significant: true
        ground: explicit-consent
        logic: A score of what you read decides which issue you get.
        effect: You may get fewer issues.
        safeguards: [inform, represent, human, contest]

      """
  }
}
