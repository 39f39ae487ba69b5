import LocatedYAML
import Testing

@testable import RopaKit

/// Reports of files that are full of faults, or of texts without end.
@Suite struct ReportLimitTests {
  private func fault(_ rule: String, file: UInt32, at start: UInt32) -> Diagnostic {
    Diagnostic(rule: rule, message: "at \(start)", range: SourceRange(file: file, start: start, end: start))
  }

  @Test func theFirstHundredOfAKindAreKeptAndTheOthersCounted() {
    let many = (0..<250).map { fault("unknown-key", file: 1, at: $0) }
    let others = [fault("unknown-key", file: 2, at: 7), fault("duplicate-key", file: 1, at: 8)]
    let kept = withoutFlood(many + others)
    #expect(kept.count == 102)
    #expect(kept[98].message == "at 98")
    #expect(kept[99].message == "at 99 (and 150 more of this kind in this file)")
    #expect(kept.suffix(2).map(\.message) == ["at 7", "at 8"])
    #expect(withoutFlood(Array(many.prefix(100))).map(\.message) == many.prefix(100).map(\.message))
  }

  @Test(arguments: ["a", "é", "漢", "😀"])
  func longMessagesAreCutBetweenCharacters(_ character: String) {
    for count in [1, 249, 250, 251, 999, 1000, 1001, 1002, 1003, 5000] {
      let message = "It is '" + String(repeating: character, count: count) + "', which is long"
      let cut = withoutExcess(message)
      if message.utf8.count <= 1000 {
        #expect(cut == message)
      } else {
        #expect(cut.utf8.count < 800 && cut.hasPrefix("It is '") && cut.hasSuffix("', which is long"))
        #expect(!cut.unicodeScalars.contains("\u{FFFD}") && cut.contains(" [...] "))
      }
    }
  }

  /// Asked for in any order, places are those that the file itself gives.
  @Test func placesOnALongLineAreCountedOn() {
    let text = "\u{FEFF}title: Zoë and 漢字 and more\nnote: é😀\n" + String(repeating: "# ü ", count: 50) + "\n"
    let files = overlay(soundRegister, with: [("people/long.yaml", text)])
    let registry = judge(files).registry
    let number = UInt32(registry.files.firstIndex { $0.path == "people/long.yaml" }!)
    let file = registry.files[Int(number)]
    let count = UInt32(file.bytes.count)
    let orders: [[UInt32]] = [
      Array(0...count + 3), (0...count + 3).reversed(), (0...count).map { ($0 &* 7919) % (count + 1) },
    ]
    for order in orders {
      var positions = FilePositions(registry)
      for offset in order {
        // Inside of a character there is no place.
        if Int(offset) < file.bytes.count, file.bytes[Int(offset)] & 0xC0 == 0x80 || offset < 3 { continue }
        #expect(positions.position(number, offset) == file.position(at: offset), "\(offset)")
      }
      #expect(positions.position(0, 0) == registry.files[0].position(at: 0))
    }
  }

  @Test func keysThatAreNoFieldAreReportedOnceEach() {
    let text = "title: X\nfoo: 1\nfoo: 2\nactive: true\nbar: 1\nactive: false\nx-own: 1\n"
    let found = judge(overlay(soundRegister, with: [("people/odd.yaml", text)])).report.findings
      .filter { Rule.catalogue[$0.rule].id == "unknown-key" }
    #expect(found.map(\.message) == ["'foo' is not a field here", "'bar' is not a field here"])
  }
}
