import LocatedYAML
import Testing

@testable import RopaKit

/// The canaries plant texts. Words, numbers, days and references are tried otherwise: each public field of the manual's register, in which
/// every field is written, is left out, and where no public page changes then, it is shown nowhere.
@Suite struct UnshownFlagTests {
  @Test func everyPublicFieldChangesAPageOrIsListed() throws {
    let files = overlay(
      FieldManualTests.examples,
      with: [
        (
          "notices/everything.yaml",
          """
          title: Everything
          organisation: example-counselling
          audience: clients
          activities: all
          effective: 2026-10-01
          sections:
          \(SectionName.allCases.map { "  - \($0.rawValue)" }.joined(separator: "\n"))
            - {heading: Statements, statements: reminders-stay-here}
          """
        )
      ])
    let before = pages(files)
    try #require(before.contains { $0.utf8.count > 5000 })
    let isPublic = Dictionary(
      FieldManualTests.fields.map { ($0.path, !$0.isInternal) }, uniquingKeysWith: { first, _ in first })
    let tried = files.indices.flatMap { index in writtenFields(of: files[index]).map { (index, $0.field, $0.range) } }
      .filter { isPublic[$0.1] ?? false }
    let changes = inParallel(tried.count, jobs: 2) { number in
      let (index, _, range) = tried[number]
      var changed = files
      var bytes = files[index].bytes
      bytes.replaceSubrange(range, with: Array("~".utf8))
      changed[index] = SourceFile(path: files[index].path, bytes: bytes)
      return pages(changed) != before
    }
    let shown = Set(zip(tried, changes).filter(\.1).map(\.0.1))
    let missing = Set(tried.map(\.1)).subtracting(shown)
    #expect(
      missing.subtracting(unshown.keys).subtracting(unshownFlags.keys).sorted() == [], "not shown, and not listed")
    #expect(Set(unshownFlags.keys).subtracting(missing).sorted() == [], "listed, and shown or never written")
  }

  private func pages(_ files: [SourceFile]) -> [String] {
    publicBytes(of: judge(files)).sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }
  }
}
