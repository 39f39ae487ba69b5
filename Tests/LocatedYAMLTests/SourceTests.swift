import LocatedYAML
import Testing

@Suite struct SourceTests {
  @Test func positionsCountCodePoints() {
    let file = SourceFile(path: "a.yaml", bytes: Array("ä: 😀x\r\ne\u{301}: y\rz\u{2028}w".utf8))
    #expect(file.position(at: 0) == Position(line: 1, column: 1))
    #expect(file.position(at: 2) == Position(line: 1, column: 2))
    #expect(file.position(at: 8) == Position(line: 1, column: 5))
    #expect(file.position(at: 11) == Position(line: 2, column: 1))
    #expect(file.position(at: 14) == Position(line: 2, column: 3))
    // Neither a lone CR nor U+2028 starts a line.
    #expect(file.position(at: 22) == Position(line: 2, column: 9))
    #expect(file.position(at: 9999) == Position(line: 2, column: 10))
    #expect(SourceFile(path: "", bytes: []).position(at: 0) == Position(line: 1, column: 1))
  }

  @Test func aByteOrderMarkHasNoColumn() {
    let file = SourceFile(path: "a.yaml", bytes: Array("\u{FEFF}a: b\nc".utf8))
    #expect(file.position(at: 0) == Position(line: 1, column: 1))
    #expect(file.position(at: 3) == Position(line: 1, column: 1))
    #expect(file.position(at: 6) == Position(line: 1, column: 4))
    #expect(file.position(at: 8) == Position(line: 2, column: 1))
    #expect(file.line(1) == "a: b")
  }

  @Test func linesAndTexts() {
    let file = SourceFile(path: "a.yaml", bytes: Array("one\r\ntwo\n\nfour".utf8) + [0xFF])
    #expect((0...6).map { file.line($0) } == ["one", "one", "two", "", "four\u{FFFD}", "", ""])
    #expect(file.text(in: SourceRange(file: 0, start: 5, end: 8)) == "two")
    #expect(file.text(in: SourceRange(file: 0, start: 10, end: 99)) == "four\u{FFFD}")
    #expect(file.text(in: SourceRange(file: 0, start: 50, end: 99)).isEmpty)
  }

  @Test func orderAndSizes() {
    let first = SourceRange(file: 0, start: 9, end: 9)
    let second = SourceRange(file: 1, start: 0, end: 1)
    #expect(first < second && second < SourceRange(file: 1, start: 0, end: 2))
    #expect(MemoryLayout<SourceRange>.size == 12)
    #expect(Position(line: 2, column: 1) > Position(line: 1, column: 80))
    #expect(Severity.allCases.sorted().map(\.word) == ["advice", "warning", "error"])
  }

  @Test(arguments: [
    ("contoller", "controller"), ("ocntroller", "controller"), ("x", nil), ("basis", "basis"),
    ("bassi", "basis"), ("länd", "land"), ("retain", nil), ("", nil), ("lanb", "land"),
  ])
  func nearMisses(word: String, expected: String?) {
    #expect(nearMiss(word, among: ["controller", "basis", "land", "lang", "retention"]) == expected)
  }

  @Test func nearMissTiesGoToTheFirst() {
    #expect(nearMiss("lan", among: ["land", "lane"]) == "land")
    #expect(nearMiss("lan", among: ["lane", "land"]) == "lane")
    #expect(nearMiss("abcdefghijkl", among: ["abcdefgh", "abcdefghi"]) == "abcdefghi")
    #expect(nearMiss("land", among: ["lans", "land"]) == "land")
    #expect(nearMiss("a", among: [String]()) == nil)
  }
}
