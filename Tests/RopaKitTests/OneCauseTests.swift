import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// One root cause, one finding: each thing is taken out of the sound register in turn, and what is then found is counted.
@Suite struct OneCauseTests {
  /// More findings than these for one thing need a reason.
  static let most = 3

  /// Why one thing is more than three findings, by the beginning of its path; the longest that fits holds.
  static let reasons: KeyValuePairs<String, String> = [
    "activities/appointment-messages": "what only this activity used is left over, and two records still name it",
    "organisations/example-care": "each record that names it says so, and what only it used is left over",
    "data-categories/appointment-time":
      "a name that leads nowhere is told wherever it stands: each place has to be mended",
    "people/": "a name that leads nowhere is told wherever it stands: each place has to be mended",
  ]

  /// What was taken out, and the rules that speak then, each as often as it speaks.
  private struct Loss: Sendable {
    let path: String
    let rules: [String]
    var reason: String? {
      OneCauseTests.reasons.filter { path.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }?.value
    }
  }

  @Test func oneThingTakenOutIsOneFinding() throws {
    let files = soundRegister
    let places = files.indices.flatMap { index -> [(path: String, place: FoundPath)] in
      let record = String(files[index].path.dropLast(".yaml".count))
      guard let whole = FoundPath(files, index, isWholeFile: true) else { return [] }
      return [(record, whole)] + whole.below(record)
    }
    let losses = inParallel(places.count, jobs: 2) { number in
      let assessment = judge(places[number].place.removed(from: files))
      return Loss(
        path: places[number].path, rules: assessment.report.findings.map { Rule.catalogue[$0.rule].id }.sorted())
    }
    #expect(losses.count > 300)
    for loss in losses where loss.rules.count > Self.most {
      #expect(loss.reason != nil, "without \(loss.path) there are \(loss.rules.count): \(loss.rules)")
    }
    try expectGolden(Array(Self.table(losses).utf8), "one-cause.txt")
  }

  private static func table(_ losses: [Loss]) -> String {
    var text = "# What is taken out of the sound register, one thing at a time, and what is found then.\n"
    for loss in losses where !loss.rules.isEmpty {
      text += "\(loss.path)  \(loss.rules.count)  \(loss.rules.joined(separator: " "))\n"
      if loss.rules.count > most { text += "    # \(loss.reason ?? "no reason yet")\n" }
    }
    let counts = Dictionary(grouping: losses, by: \.rules.count).sorted { $0.key < $1.key }
    return text + "\n# findings: things\n" + counts.map { "# \($0.key): \($0.value.count)\n" }.joined()
  }
}
