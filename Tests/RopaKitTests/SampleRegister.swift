import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// A register that was written from a published notice, with tables of what the notice says and of what a reader would find fault with.
enum SampleRegister: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case hub = "sample"
  case peoplePortal = "people-portal"
  case therapyAudit = "therapyaudit"

  var testDescription: String { rawValue }

  /// What the ids of its facts and gaps begin with.
  var prefix: String {
    switch self {
    case .hub: "HUB"
    case .peoplePortal: "PORTAL"
    case .therapyAudit: "AUDIT"
    }
  }

  /// How many facts its notice has, how many gaps, and how many things that look like gaps.
  var counts: (facts: Int, gaps: Int, silences: Int) {
    switch self {
    case .hub: (96, 36, 16)
    case .peoplePortal: (83, 33, 12)
    case .therapyAudit: (103, 38, 13)
    }
  }

  /// The days on which it is judged: a notice without a day is judged today.
  var days: [SampleDay] { self == .hub ? [.then, .now] : [.now] }

  var files: [SourceFile] {
    switch self {
    case .hub: sampleRegister
    case .peoplePortal: Self.peoplePortalFiles
    case .therapyAudit: Self.therapyAuditFiles
    }
  }

  func assessment(on day: SampleDay) -> Assessment {
    switch (self, day) {
    case (.hub, .then): Self.hubThen
    case (.hub, .now): Self.hubNow
    case (.peoplePortal, _): Self.peoplePortalNow
    case (.therapyAudit, _): Self.therapyAuditNow
    }
  }

  /// The rows of one of its tables, in their order; none where it has no such table.
  func rows(of table: String) -> [(id: String, row: TableValue)] {
    let url = repositoryRoot.appending(path: "Tests/RopaKitTests/Fixtures/\(rawValue)/\(table).yaml")
    guard let bytes = FileManager.default.contents(atPath: url.path) else { return [] }
    do {
      return try TableValue(SourceFile(path: table, bytes: Array(bytes))).entries.map { ($0.key, $0.value) }
    } catch {
      fatalError("\(error)")
    }
  }

  func ids(_ middle: String, _ count: Int) -> [String] {
    (1...count).map { "\(prefix)-\(middle)\($0 < 10 ? "0" : "")\($0)" }
  }

  private static let peoplePortalFiles = yamlFiles(in: repositoryRoot.appending(path: "examples/people-portal"))
  private static let therapyAuditFiles = yamlFiles(in: repositoryRoot.appending(path: "examples/therapyaudit"))
  private static let hubThen = judge(sampleRegister, asOf: SampleDay.then.rawValue)
  private static let hubNow = judge(sampleRegister, asOf: SampleDay.now.rawValue)
  private static let peoplePortalNow = judge(peoplePortalFiles, asOf: SampleDay.now.rawValue)
  private static let therapyAuditNow = judge(therapyAuditFiles, asOf: SampleDay.now.rawValue)
}

/// The day of the hub's notice, and today.
enum SampleDay: String, CaseIterable, Sendable {
  case then = "2020-05-04"
  case now = "2026-11-21"
}

extension TableValue {
  /// The text of a field; empty when the field is not there.
  func text(_ name: StaticString) -> String { self[name]?.text ?? "" }
}
