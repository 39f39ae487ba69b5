import LocatedYAML

extension Rule {
  /// REF-005, for facts that stand in two records: the place of a body recorded twice, of a representative, the youngest age of a service.
  /// Places of transfers, the data of contracts and assessments, and what notices say of the controller have rules of their own. A head
  /// office and a company that serves are two bodies and say so by being two records that are not the same.
  static let factsDisagree = Rule(
    "facts-disagree", .integrity, .error, .contradiction,
    title: "Two records give one fact differently",
    rationale: """
      Rules, notices and people read whichever record they come to first. Where two of them differ about the same thing, one is wrong, and \
      what follows from it is too.
      """,
    remedy: "Correct one of the two; or, where they are about different things, say so.",
    citations: ["Art 5(1)(d)", "Art 5(2)"],
    check: .records { header, common, assessed in
      guard common.isJudged, header.slot >= 0 else { return .notApplicable }
      var pairs: [FactPair] = []
      switch header.kind {
      case .organisations, .processors, .recipients:
        pairs = assessed.pairs(of: assessed.registry.records.parties[Int(header.slot)])
      case .assessments: pairs = assessed.pairs(of: assessed.registry.records.assessments[Int(header.slot)])
      default: break
      }
      if pairs.isEmpty { return .notApplicable }
      let different = pairs.filter { $0.here != $0.there }
      guard let first = different.first else { return .clear }
      return .finding(
        Observation(
          joined(
            different.map {
              "\($0.what) is \($0.here) here and \($0.there) in '\(assessed.registry.name(of: $0.other))'"
            }),
          at: first.range, hint: "correct one of the two",
          notes: different.map { Note(message: "\($0.there), here", range: $0.otherRange) },
          records: [common.record] + different.map(\.other),
          evidence: different.flatMap { [Evidence($0.what, $0.here), Evidence("\($0.what), elsewhere", $0.there)] }))
    },
    examples: [
      Example("one body, two countries", twice("country: «IE»")),
      Example("one body, one country", twice("country: GB")),
      Example("two legal names", twice("country: GB", name: "«Example Mailers plc»")),
      Example("two bodies", twice("country: IE", same: "")),
      Example(
        "a representative elsewhere",
        exampleRepresented("[{for: eu, party: envoy, country: «FR», appointed: 2025-01-10}]"),
        also: ["implied-transfer-recipient"]),
      Example(
        "a representative where it is",
        exampleRepresented("[{for: eu, party: envoy, country: DE, appointed: 2025-01-10}]"),
        also: ["implied-transfer-recipient"]),
      Example("two ages", exampleChildren(age: "«15»")),
      Example("one age", exampleChildren(age: "13")),
    ])

  private static func twice(_ country: String, name: String = "Example Mailer Ltd", same: String = "same-as: mailer\n")
    -> ExampleTexts
  {
    [
      "recipients/mailer-again.yaml":
        "title: Mailer again\nlegal-name: \(name)\nkind: company\n\(country)\n\(same)category: e-mail service\nwhen: Always.\n"
    ]
  }

  private static func exampleRepresented(_ list: String) -> ExampleTexts {
    [
      "organisations/example-care.yaml": exampleOrganisation([
        "regimes": "[uk-gdpr, eu-gdpr]", "regime-basis": "{eu-gdpr: targets}", "representatives": list,
      ]),
      "organisations/envoy.yaml": "title: Envoy\nlegal-name: Example Envoy GmbH\nkind: company\ncountry: DE\n",
    ]
  }

  private static func exampleChildren(age: String) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([
        "children": "{online-service: false, minimum-age: 13}"
      ]),
      "assessments/children.yaml":
        "title: The letters and the code\nkind: children\nactivities: letters\nstatus: approved\ndate: 2026-05-01\napproved: 2026-05-02\napprover: dpo\nowner: dpo\nminimum-age: \(age)\n",
    ]
  }
}

/// A fact that two records give.
private struct FactPair {
  let what: String
  let here: String
  let range: SourceRange
  let there: String
  let otherRange: SourceRange
  let other: RecordIndex
}

extension Assessed {
  fileprivate func pairs(of party: Party) -> [FactPair] {
    var pairs: [FactPair] = []
    if let reference = party.sameAs.given, let same = registry.party(reference) {
      pairs += [country("the country", party.country, same)].compactMap(\.self)
      if case .given(let here, let range) = party.legalName.answer,
        case .given(let there, let place) = same.legalName.answer
      {
        pairs.append(
          FactPair(
            what: "the legal name", here: here.first, range: range, there: there.first, otherRange: place,
            other: same.common.record))
      }
    }
    for representative in party.own?.representatives.elements() ?? [] {
      guard let body = registry.party(representative.party.given) else { continue }
      pairs += [country("the representative's country", representative.country, body)].compactMap(\.self)
    }
    return pairs
  }

  private func country(_ what: String, _ field: Public<Territory>, _ other: Party) -> FactPair? {
    guard case .given(let here, let range) = field.answer, case .given(let there, let place) = other.country.answer
    else {
      return nil
    }
    return FactPair(
      what: what, here: law.code(here), range: range, there: law.code(there), otherRange: place,
      other: other.common.record)
  }

  fileprivate func pairs(of assessment: AssessmentRecord) -> [FactPair] {
    guard assessment.kind.given?.value == .children, case .given(let age, let range) = assessment.minimumAge.answer
    else {
      return []
    }
    return activities(of: assessment).compactMap { activity in
      guard case .given(let other, let place)? = activity.children.given?.minimumAge.answer else { return nil }
      return FactPair(
        what: "the youngest age", here: "\(age.value)", range: range, there: "\(other.value)", otherRange: place,
        other: activity.common.record)
    }
  }
}
