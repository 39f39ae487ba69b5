import LocatedYAML
import Testing

/// Every reading fault with its exact place.
@Suite struct FaultTests {
  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", ["duplicate-key 10-11"]),
    ("a: 1\n'a': 2\n\"a\": 3\n", ["duplicate-key 5-8", "duplicate-key 12-15"]),
    ("x:\n  ü: 1\n  ü: 2\ny:\n  ü: 1\n", ["duplicate-key 13-15"]),
    ("x: 1\ny: {b: 1, b: 2}\nx: 3\n", ["duplicate-key 15-16", "duplicate-key 21-22"]),
    ("a: &x b\nc: *x\nd: e\n", ["anchor-used 3-5", "alias-used 11-13"]),
    ("*x : 1\n*y : 2\n", ["alias-used 0-2", "alias-used 7-9"]),
    ("a: !!str 1\nb: !x [c]\nd: ! e\n", ["tag-used 3-8", "tag-used 14-16", "tag-used 24-25"]),
    ("a: &x !y b\nc: !<tag:d> e\n", ["anchor-used 3-5", "tag-used 6-8", "tag-used 14-22"]),
    ("!!map # x\n!!str a: 1\n", ["tag-used 0-5", "tag-used 10-15"]),
    ("a: !!str\n!x b: 1\n", ["tag-used 3-8", "tag-used 9-11"]),
    ("a: 1\n--- # x\nb: 2\n", ["several-documents 5-12"]),
    ("a: 1\n---\n", ["several-documents 5-8"]),
    ("? [a, b]\n: c\n", ["key-not-text 2-3"]),
    ("{a: b}: c\n", ["key-not-text 0-1"]),
    ("<<: a\n'<<': b\n", ["merge-key 0-2", "duplicate-key 6-10"]),
    ("# c\n%YAML 1.1\n%TAG ! !x\n---\na: 1\n", ["directive-used 4-13", "directive-used 14-23"]),
  ])
  func readingGoesOn(text: String, expected: [String]) {
    let reading = Reading(text)
    #expect(reading.faults == expected)
    #expect(reading.root != nil)
  }

  @Test(arguments: [
    ("a:\n\tb: c\n", ["tab-indentation 3-4"]),
    ("a: 1\n\tb: 2\n", ["tab-indentation 5-6"]),
    ("a: |\n\tx\n", ["tab-indentation 5-6"]),
    ("-\ta: 1\n  b: 2\n", ["tab-indentation 1-2"]),
    ("%FOO x\n---\na: 1\n", ["directive-used 4-6"]),
    ("%YAML 3.0\n---\na: 1\n", ["directive-used 0-9"]),
    ("a: !x!y b\n", ["tag-used 3-7"]),
    ("title: foo: bar\n", ["yaml-syntax 10-11"]),
    ("ü: ä: ö\n", ["yaml-syntax 6-7"]),
    ("a: [b, c\nd: e\n", ["yaml-syntax 10-11"]),
    ("a: {b: c d: e}\n", ["yaml-syntax 10-11"]),
    ("a: 'x\nb: y\n", ["yaml-syntax 11-11"]),
    ("a: \"x\\q\"\n", ["yaml-syntax 5-6"]),
    ("a: @x\n", ["yaml-syntax 3-4"]),
    ("a: 1\nb\nc: 2\n", ["yaml-syntax 7-8"]),
    ("a: 'x' y\n", ["yaml-syntax 7-8"]),
    ("- a\nb: c\n", ["yaml-syntax 4-5"]),
    ("a: - b\n", ["yaml-syntax 3-4"]),
    ("a\n---\nb", ["several-documents 2-5"]),
    ("'a'\nb\n", ["yaml-syntax 4-5"]),
  ])
  func readingStops(text: String, expected: [String]) {
    let reading = Reading(text)
    #expect(reading.faults == expected)
  }

  @Test(arguments: [
    ([0x61, 0x3A, 0x20, 0xFF, 0x62, 0xC3, 0x0A], ["not-utf8 3-4", "not-utf8 5-6"]),
    (
      [0xE2, 0x82, 0x20, 0xED, 0xA0, 0x80, 0xC0, 0xAF],
      [
        "not-utf8 0-2", "not-utf8 3-4", "not-utf8 4-5", "not-utf8 5-6", "not-utf8 6-7", "not-utf8 7-8",
      ]
    ),
    ([0xF4, 0x90, 0x80, 0x80, 0x61], ["not-utf8 0-1", "not-utf8 1-2", "not-utf8 2-3", "not-utf8 3-4"]),
    ([0xF0, 0x9F, 0x98], ["not-utf8 0-3"]),
    ([0xFF, 0xFE, 0x61, 0x00], ["not-utf8 0-0"]),
    ([0xFE, 0xFF, 0x00, 0x61], ["not-utf8 0-0"]),
    ([0x61, 0x00, 0x3A, 0x00, 0x20, 0x00], ["not-utf8 0-0"]),
    ([0x00, 0x61, 0x00, 0x3A], ["not-utf8 0-0"]),
  ])
  func notUTF8(bytes: [UInt8], expected: [String]) {
    let reading = Reading(bytes: bytes)
    #expect(reading.faults == expected)
    #expect(reading.root == nil)
  }

  @Test(arguments: [
    ("a: b\u{7}c\u{0}\n", ["control-character 4-5", "control-character 6-7"]),
    ("long enough: text\u{7F}\n", ["control-character 17-18"]),
    ("a: \u{81}\u{FEFF}\u{FFFE}\n", ["control-character 3-5", "control-character 5-8", "control-character 8-11"]),
    ("a: b\rc: d\r\n\r", ["odd-line-break 4-5", "odd-line-break 11-12"]),
    ("a: \u{85}\u{2028}x\u{2029}", ["odd-line-break 3-5", "odd-line-break 5-8", "odd-line-break 9-12"]),
    ("a: [\nb: \u{1B}\n", ["control-character 8-9"]),
  ])
  func strangeCharacters(text: String, expected: [String]) {
    let reading = Reading(text)
    #expect(reading.faults == expected)
    #expect(reading.root == nil)
  }

  @Test func everyControlCharacterIsFoundAtEveryPlace() {
    for byte in UInt8(0)..<0x80 {
      for place in 0..<17 {
        var bytes = Array("# abcdefghijklmnopqr\n".utf8)
        bytes[place + 2] = byte
        let isOrdinary = (0x20..<0x7F).contains(byte) || byte == 0x0A || byte == 0x09
        let faults = Reading(bytes: bytes).diagnostics.filter { $0.rule != "yaml-syntax" }
        #expect((faults.first?.range.start == UInt32(place + 2)) == !isOrdinary, "\(byte) at \(place)")
      }
    }
    #expect(Reading("a: \u{7}\n").diagnostics.first?.message.contains("U+0007") == true)
  }

  @Test func messagesNotesAndHints() throws {
    let duplicate = try #require(Reading("a: 1\nb: 2\na: 3\n").diagnostics.first)
    #expect(duplicate.notes.map(\.range) == [SourceRange(file: 7, start: 0, end: 1)])
    #expect(duplicate.message == "'a' is given twice in this mapping")
    let colon = try #require(Reading("title: foo: bar\n").diagnostics.first)
    #expect(colon.hint == "put text that contains `: ` in quotes")
    let quote = try #require(Reading("a: b\nc: \"x\n").diagnostics.first)
    #expect(quote.message == "The closing quote is missing")
    #expect(quote.notes.map(\.range) == [SourceRange(file: 7, start: 8, end: 9)])
  }

  @Test func strangeCharactersAreCapped() {
    #expect(Reading("a: " + String(repeating: "\u{7}", count: 500)).faults.count == 20)
    #expect(Reading("a: " + String(repeating: "\u{85}", count: 500)).faults.count == 20)
  }

  @Test func largeFilesAreNotParsed() {
    let line = "# 45678\n"
    let limit = String(repeating: line, count: (1 << 20) / 8)
    #expect(Reading(limit).faults.isEmpty)
    #expect(Reading(limit + "x").faults == ["file-too-large 0-0"])
  }

  @Test func deepNestingStopsAtOnce() {
    let square = Reading(String(repeating: "[", count: 100_000))
    #expect(square.faults == ["nested-too-deeply 64-65"])
    let curly = Reading(String(repeating: "{a: ", count: 100_000))
    #expect(curly.faults == ["nested-too-deeply 256-257"])
    #expect(curly.root == nil && curly.tree.nodeCount == 0)
    #expect(Reading(String(repeating: "- ", count: 64) + "a").faults.isEmpty)
    #expect(Reading(String(repeating: "- ", count: 65) + "a").faults == ["nested-too-deeply 128-129"])
  }

  @Test func manyKeys() {
    let keys = (0..<100_000).map { "k\($0):\n" }
    let distinct = Reading(keys.joined())
    #expect(distinct.faults.isEmpty)
    #expect(distinct.tree.nodeCount == 200_001)
    let twice = Reading(keys.joined() + "k31:\nk0:\nk31:\n")
    #expect(twice.diagnostics.map(\.rule) == ["duplicate-key", "duplicate-key", "duplicate-key"])
    let firsts = twice.diagnostics.map { twice.file.position(at: $0.notes[0].range.start).line }
    #expect(firsts == [32, 1, 32])
  }
}
