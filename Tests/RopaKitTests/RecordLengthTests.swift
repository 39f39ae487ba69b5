import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// Ordinary records stay short: the sample register is what people copy from.
@Suite struct RecordLengthTests {
  /// The lines that each record of the sample takes, with its path, sorted by length.
  private static let lengths: [(lines: Int, record: String)] = {
    let loaded = load(sampleRegister, law: shippedLaw, jobs: 1)
    return loaded.headers.filter { !$0.isBuiltIn }.map { header in
      let tree = loaded.trees[Int(header.chunk)]
      let range = tree.range(header.node)
      let file = loaded.files[Int(range.file)]
      // A record begins at its first key and ends with its last value; comments and empty lines inside it count.
      let first = file.position(at: header.range.start).line
      var last = range.end
      while last > range.start, [0x0A, 0x20].contains(file.bytes[Int(last) - 1]) { last -= 1 }
      return (file.position(at: last).line - first + 1, "\(header.kind.rawValue)/\(header.id)")
    }.sorted { ($0.lines, $0.record) < ($1.lines, $1.record) }
  }()

  @Test func ordinaryRecordsAreShort() throws {
    let lengths = Self.lengths
    try #require(lengths.count > 40)
    let median = lengths[lengths.count / 2]
    let ninetieth = lengths[lengths.count * 9 / 10]
    let longest = lengths.suffix(3).reversed().map { "\($0.record) \($0.lines)" }.joined(separator: ", ")
    print(
      "records \(lengths.count), median \(median.lines) lines, 90th percentile \(ninetieth.lines); longest: \(longest)")
    #expect(ninetieth.lines <= 40, "the 90th percentile is \(ninetieth.record) with \(ninetieth.lines) lines")
  }

  /// The record that everybody writes most often.
  @Test func activitiesAreShort() throws {
    let activities = Self.lengths.filter { $0.record.hasPrefix("activities/") }
    try #require(!activities.isEmpty)
    for activity in activities { #expect(activity.lines <= 40, "\(activity.record) has \(activity.lines) lines") }
  }
}

@Suite struct RecordWordTests {
  /// The words for facts that partial adequacy decisions test are those of the law tables, but for those that records show otherwise.
  @Test func adequacyFactsAreThoseOfTheTables() {
    let tests = Set(shippedLaw.adequacy.compactMap { $0.scope?.test })
      .subtracting(["dpf", "dpf-uk-extension", "the-body-itself"])
    #expect(tests.subtracting(AdequacyFact.allCases.map(\.rawValue)).sorted() == [])
  }
}
