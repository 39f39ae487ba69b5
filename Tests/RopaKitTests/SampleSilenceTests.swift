import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// Something that a careless checker would report about a register.
struct NotAGap: CustomTestStringConvertible, Sendable {
  /// What has to stay silent.
  enum Proof: Sendable {
    /// These rules, or all when there are none, on these places.
    case silent([String], [FieldPath])
    case cites([String])
    case says([String])
    case sendsNothing([FieldPath])
    case speaksAtMost([String], String)
  }

  let register: SampleRegister
  let id: String
  let claim: String
  let proofs: [(days: [SampleDay], proof: Proof)]
  var testDescription: String { "\(id) \(claim)" }

  static let all: [NotAGap] = SampleRegister.allCases.flatMap { register in
    register.rows(of: "not-gaps").map { id, row in
      NotAGap(
        register: register, id: id, claim: row.text("claim"),
        proofs: (row["proof"]?.items ?? []).flatMap { proofs($0, register) })
    }
  }

  private static func proofs(_ row: TableValue, _ register: SampleRegister) -> [(days: [SampleDay], proof: Proof)] {
    let days = row["as-of"].flatMap { SampleDay(rawValue: $0.text) }.map { [$0] } ?? register.days
    var proofs: [Proof] = []
    if row["silent"] != nil {
      let rules = row.texts("silent")
      proofs.append(.silent(rules == ["all"] ? [] : rules, row.texts("on").map(FieldPath.init)))
    }
    if row["cites"] != nil { proofs.append(.cites(row.texts("cites"))) }
    if row["words"] != nil { proofs.append(.says(row.texts("words"))) }
    if row["receive"] != nil { proofs.append(.sendsNothing(row.texts("receive").map(FieldPath.init))) }
    if row["rules"] != nil { proofs.append(.speaksAtMost(row.texts("rules"), row.text("at-most"))) }
    return proofs.map { (days, $0) }
  }
}

@Suite struct SampleSilenceTests {
  @Test(arguments: SampleRegister.allCases) func allAreListed(_ register: SampleRegister) {
    let rows = NotAGap.all.filter { $0.register == register }
    #expect(rows.map(\.id) == register.ids("N", register.counts.silences))
    for row in rows { #expect(!row.claim.isEmpty && !row.proofs.isEmpty, "\(row.id)") }
  }

  @Test(arguments: NotAGap.all) func itIsNotReported(_ row: NotAGap) throws {
    for (days, proof) in row.proofs {
      for day in days { try check(proof, row.register, row.register.assessment(on: day)) }
    }
  }

  private func check(_ proof: NotAGap.Proof, _ register: SampleRegister, _ assessment: Assessment) throws {
    let findings = assessment.report.findings
    func expectNone(_ message: String, _ isMeant: (Finding) -> Bool) {
      for finding in findings where isMeant(finding) {
        Issue.record("\(message): \(place(of: finding, in: assessment)): \(finding.message)")
      }
    }
    switch proof {
    case .silent(let rules, let paths):
      #expect(!paths.isEmpty)
      for rule in rules { #expect(Rule.numbers[rule] != nil, "there is no rule \(rule)") }
      for path in paths {
        let found = try #require(path.find(in: register.files), "\(path) is not there")
        expectNone("\(path)") { finding in
          (rules.isEmpty || rules.contains(Rule.catalogue[finding.rule].id)) && concerns(finding, found, assessment)
        }
      }
    case .cites(let articles):
      for article in articles {
        expectNone(article) { finding in
          finding.citations.contains { $0.hasPrefix(article) && $0.dropFirst(article.count).first?.isNumber != true }
        }
      }
    case .says(let words):
      for word in words { expectNone(word) { $0.message.localizedCaseInsensitiveContains(word) } }
    case .sendsNothing(let paths):
      for path in paths {
        let found = try #require(path.find(in: register.files), "\(path) is not there")
        #expect(
          !assessment.facts.flows.legs.contains { leg in
            found.contains(assessment.registry.header(leg.importer).range)
          }, "\(path) gets data")
      }
    case .speaksAtMost(let rules, let severity):
      for rule in rules {
        #expect(Rule.numbers[rule] != nil, "there is no rule \(rule)")
        let most = try #require([Severity.advice, .warning, .error].first { $0.word == severity })
        expectNone("\(rule) speaks louder than \(severity)") {
          Rule.catalogue[$0.rule].id == rule && $0.severity > most
        }
      }
    }
  }

  /// The finding stands at the place, or is about the record that the place is, or points at it in a note.
  private func concerns(_ finding: Finding, _ place: FoundPath, _ assessment: Assessment) -> Bool {
    place.contains(finding.range) || finding.notes.contains { place.contains($0.range) }
      || finding.records.contains { place.contains(assessment.registry.header($0).range) }
  }
}
