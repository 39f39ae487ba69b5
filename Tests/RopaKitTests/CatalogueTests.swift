import Foundation
import LocatedYAML
import RopaKit
import Testing

/// Compares the catalogue with the sources, which no compiler does.
@Suite struct CatalogueTests {
  @Test func everyReportedFaultIsInTheCatalogue() throws {
    var reported = Set<String>()
    for file in try sources("LocatedYAML") + sources("RopaKit/Records") + sources("RopaKit/Versions") {
      reported.formUnion(matches(of: #"(?:rule: |report\(\s*)"([a-z0-9-]+)""#, in: file))
    }
    let disk = try String(contentsOf: repositoryRoot.appending(path: "Sources/ropa/Disk.swift"), encoding: .utf8)
    reported.formUnion(matches(of: #"case \w+ = "([a-z0-9-]+)""#, in: disk))
    #expect(reported == Set(Rule.catalogue.filter(\.isReading).map(\.id)))
  }

  @Test func everyRuleFileIsInTheCatalogue() throws {
    var written: [String] = []
    for file in try sources("RopaKit/Rules") {
      written += matches(of: #"(?:static let \w+ = Rule\(|\n    reading\()\s*"([a-z0-9-]+)""#, in: file)
    }
    #expect(written.sorted() == Rule.catalogue.map(\.id).sorted())
  }

  @Test func rulesStandInTheOrderOfTheManual() {
    let groups = Rule.catalogue.map { RuleGroup.allCases.firstIndex(of: $0.group)! }
    #expect(groups == groups.sorted())
  }

  @Test(arguments: Rule.catalogue.map(\.id)) func wordsAreGivenAndPlain(_ id: String) {
    let rule = Rule.named(id)!
    #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."))
    #expect(rule.rationale.hasSuffix(".") && rule.remedy.hasSuffix("."))
    for word in ["compliant", "unlawful", "violat"] {
      #expect(!(rule.title + rule.rationale + rule.remedy).lowercased().contains(word))
    }
    #expect(Set(rule.yieldsTo).isSubset(of: Rule.catalogue.map(\.id)))
  }

  private func sources(_ folder: String) throws -> [String] {
    let root = repositoryRoot.appending(path: "Sources/" + folder)
    let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return try found.filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }
  }

  private func matches(of pattern: String, in text: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).map {
      String(text[Range($0.range(at: 1), in: text)!])
    }
  }
}

extension Rule {
  var isReading: Bool { if case .reading = check { true } else { false } }
}
