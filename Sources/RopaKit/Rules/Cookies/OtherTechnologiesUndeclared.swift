import LocatedYAML

extension Rule {
  /// COO-016, for apps. Pixels in messages have no field in which their absence could be said.
  static let otherTechnologiesUndeclared = Rule(
    "other-technologies-undeclared", .cookies, .advice, .expectation,
    title: "An app has cookies on record at most, and nothing says whether it uses anything else",
    rationale: """
      Components, pixels, the storage of the device and readings of its features fall under the same rule as cookies. Apps hardly ever \
      do without; a record of cookies alone mostly means that nobody looked for the rest.
      """,
    remedy: "Record what the app uses, or which sorts somebody looked for in vain.",
    citations: ["PECR reg 6(1)", "EDPB Guidelines 2/2023"],
    check: .sites { site, assessed in
      guard site.common.isJudged, site.kind.given?.value == .app else { return .notApplicable }
      let registry = assessed.registry
      let other = registry.cookies(on: site).contains { ($0.kind.given?.value ?? .cookie) != .cookie }
      if other { return .clear }
      if let scan = site.scan.given {
        switch scan.kinds.answer.standing(anchor: site.common.anchor) {
        case .answered: return .clear
        case .open: return .notEvaluable("what the scan looked for is an open question")
        case .missing: break
        }
      } else if site.scan.answer.isOpen {
        return .notEvaluable("the scan is an open question")
      }
      return .finding(
        Observation(
          "Nothing says whether '\(registry.name(of: site.common.record))' uses components, pixels, storage of the device or fingerprints",
          at: site.kind.answer.range ?? site.common.anchor,
          hint: "record each in cookies with its kind:, or add kinds: to scan: with what somebody looked for",
          citations: ["PECR reg 6(1)", "EDPB Guidelines 2/2023"], records: [site.common.record],
          evidence: [Evidence("kinds on record", "cookies at most")]))
    },
    examples: [
      Example("an app with cookies alone", files(["kind": "«app»"])),
      Example("a component is on record", files(["kind": "app"], cookie: ["kind": "sdk"])),
      Example(
        "somebody looked", files(["kind": "app", "scan": exampleScan + ", kinds: [sdk, local-storage, fingerprint]}"])),
      Example("there are none", files(["kind": "app", "scan": exampleScan + ", kinds: {none: built without any}}"])),
      Example("a website", files(["kind": "web"])),
      Example(
        "an open question", files(["kind": "app", "scan": exampleScan + ", kinds: {unknown: what the scanner sees}}"]),
        also: ["open-question"]),
    ])

  private static let exampleScan = "{date: 2026-11-01, items: [visit-count]"

  private static func files(_ site: ExampleTexts, cookie: ExampleTexts = [:]) -> ExampleTexts {
    ["sites/website.yaml": exampleSite(site), "cookies/visits.yaml": exampleCookie(cookie)]
  }
}
