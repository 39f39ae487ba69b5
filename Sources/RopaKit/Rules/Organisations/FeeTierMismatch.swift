import LocatedYAML

extension Rule {
  /// ORG-011. Only where the recorded figures decide; averages over a year and figures of a group are not in records.
  static let feeTierMismatch = Rule(
    "fee-tier-mismatch", .organisations, .advice, .mandatory,
    title: "The tier of the fee is not the one that headcount and turnover point to",
    rationale: """
      The fee hangs on staff, turnover and the kind of body, and who pays too little can be fined. The figures are the organisation's own \
      words: staff is an average over the year, and a group has figures for each member, which no record shows.
      """,
    remedy: "Compare the figures with the self-assessment, and correct the figure or the tier.",
    citations: ["SI 2018/480 reg 3"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, let own = party.own,
        let registration = party.registrations.given?.regulatorNumber.given,
        case .given(let tier, let place) = registration.tier.answer,
        assessed.facts.duties.decides(party.common.record)
      else { return .notApplicable }
      guard let tiers = Regime.allCases.lazy.map({ assessed.law.feeTiers($0) }).first(where: { !$0.isEmpty }),
        let fitting = tiers.firstTier(for: own)
      else { return .notEvaluable("headcount or turnover is not recorded") }
      guard tier.value != fitting + 1 else { return .clear }
      let facts = [
        own.headcount.given.map { counted($0.value, "member of staff", "members of staff") },
        own.publicAuthority.given?.value == true
          ? "a public authority" : own.turnoverInPounds.given.map { "a turnover of \($0.value) pounds" },
        own.charity.given?.value == true ? "a charity" : nil,
      ].compactMap(\.self)
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) records tier \(tier.value) of the fee, and \(joined(facts)) point\(facts.count == 1 ? "s" : "") to \(tiers[fitting].row.title.prefix(1).lowercased() + tiers[fitting].row.title.dropFirst())",
          at: place, hint: "correct tier:, headcount: or turnover-gbp:", records: [party.common.record],
          evidence: [
            Evidence("registrations.ico.tier", String(tier.value)),
            Evidence("headcount", own.headcount.given.map { String($0.value) } ?? "not given"),
            Evidence("turnover-gbp", own.turnoverInPounds.given.map { String($0.value) } ?? "not given"),
          ]))
    },
    examples: [
      Example("too low", fee(tier: "«2»", staff: "400", turnover: "40000000")),
      Example("the highest", fee(tier: "3", staff: "400", turnover: "40000000")),
      Example("few staff are enough", fee(tier: "1", staff: "10", turnover: "90000000")),
      Example("one more", fee(tier: "«1»", staff: "11", turnover: "90000000")),
      Example("a small turnover is enough", fee(tier: "1", staff: "300", turnover: "632000")),
      Example(
        "the turnover of an authority does not count",
        fee(tier: "«1»", staff: "300", turnover: "632000", isPublic: true),
        also: ["interests-of-public-authority"]),
      Example("a charity", fee(tier: "«2»", staff: "400", turnover: "40000000", isCharity: true)),
      Example("without a turnover nobody can say", fee(tier: "3", staff: "400", turnover: "")),
      Example(
        "the turnover is an open question", fee(tier: "3", staff: "400", turnover: "{unknown: last year's}"),
        also: ["open-question"]),
    ])

  private static func fee(
    tier: String, staff: String, turnover: String, isPublic: Bool = false,
    isCharity: Bool = false
  ) -> ExampleTexts {
    [
      "organisations/example-care.yaml": exampleOrganisation(
        [
          "registrations": "{ico: {number: ZA123456, tier: \(tier), paid-until: 2027-10-01}}", "headcount": staff,
          "turnover-gbp": turnover, "public-authority": isPublic ? "true" : "false",
          "charity": isCharity ? "true" : "false",
        ], isMissed: false)
    ]
  }
}

extension [FeeTierRow] {
  /// The place of the tier that an organisation pays; nil where what is recorded does not decide.
  fileprivate func firstTier(for own: OwnFields) -> Int? {
    let isPublic = own.publicAuthority.given?.value == true
    for (place, tier) in enumerated() {
      if own.charity.given?.value == true && tier.bodies.contains("charity") { return place }
      if tier.staffLimit == nil && tier.turnoverLimit == nil { return place }
      let staff = tier.staffLimit.map { limit in own.headcount.given.map { $0.value <= limit } } ?? false
      let turnover =
        isPublic
        ? false : tier.turnoverLimit.map { limit in own.turnoverInPounds.given.map { $0.value <= limit } } ?? false
      if staff == true || turnover == true { return place }
      if staff == nil || turnover == nil { return nil }
    }
    return nil
  }
}
