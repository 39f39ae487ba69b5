import LocatedYAML

extension Rule {
  /// TRF-027.
  static let listingWithoutFallback = Rule(
    "dpf-only-no-fallback", .transfers, .advice, .risk,
    title: "Much or sensitive data go abroad on a list alone, and nothing is ready for the day it falls",
    rationale: """
      Findings that hang on a list of companies have fallen before, from one day to the next, and the present one is before the court. Who \
      prepares clauses and an assessment in time can go on. Where the data are few and harmless, that is not worth the work.
      """,
    remedy: "Prepare clauses with an assessment, and record them as fallback.",
    citations: ["C-703/25 P"],
    check: .transfers { transfer, assessed in
      guard let claim = assessed.adequacyClaim(transfer), transfer.fallback.answer.isAbsent,
        let row = claim.countries.lazy.compactMap({ assessed.law.adequacyRow($0, claim.regime) }).first(
          where: \.hangsOnListing)
      else { return .notApplicable }
      var reason: (words: String, activity: Activity)?
      for leg in assessed.legs(of: transfer) where leg.certainty == .certain {
        let activity = assessed.registry.records.activities[Int(leg.activity)]
        if assessed.facts.words.dataFlags(activity).contains(.special) {
          reason = ("the data are of a special category", activity)
        } else if activity.scale.given == .large {
          reason = ("the scale is large", activity)
        }
        if reason != nil { break }
      }
      guard let reason else { return .notApplicable }
      return .finding(
        Observation(
          "The transfer rests on \(row.decision) alone, \(reason.words) in '\(assessed.registry.name(of: reason.activity.common.record))', and nothing is recorded that holds if it falls",
          at: transfer.mechanism.given?.range ?? transfer.common.anchor,
          hint: "add fallback: in words, as in clauses that are signed and wait",
          citations: [row.decision] + assessed.citations(["adequacy"], claim.regime),
          records: [transfer.common.record, reason.activity.common.record],
          evidence: [Evidence("fallback", "not given")]))
    },
    examples: [
      Example("on a large scale", exampleListed("«adequacy»", scale: "large")),
      Example("small and harmless", exampleListed("adequacy", scale: "small")),
      Example("health data", exampleListed("«adequacy»", scale: "small", data: "[name, health]")),
      Example(
        "something is ready", exampleListed("adequacy\nfallback: The clauses are signed and wait.", scale: "large")),
      Example("a finding that hangs on no list", exampleListed("adequacy", scale: "large", country: "CH", dpf: false)),
    ])

  private static func exampleListed(
    _ mechanism: String, scale: String, data: String = "name", country: String = "US", dpf: Bool = true
  ) -> ExampleTexts {
    [
      "recipients/partner.yaml":
        "title: Partner\nlegal-name: Example Partner Inc\nkind: company\ncountry: \(country)\n\(dpf ? "dpf: {status: active, uk-extension: true, covers-hr: true, verified: 2026-10-01}\n" : "")agreements: {sharing: {kind: sharing, status: in-force, signed: 2026-01-15}}\n",
      "transfers/partner.yaml":
        "title: To the partner\nexporter: example-care\nimporter: partner\ncountries: [\(country)]\nregime: uk-gdpr\nmechanism: \(mechanism)\n",
      "lawful-bases/care.yaml": exampleCareBasis,
      "activities/letters.yaml": exampleActivity([
        "recipients": "[{party: partner, role: controller}]", "scale": scale, "data": data,
        "basis": data == "name" ? "customer-contract" : "care",
      ]),
    ]
  }
}
