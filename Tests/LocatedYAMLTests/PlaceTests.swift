import LocatedYAML
import Testing

/// Ranges, as byte offsets into the file.
@Suite struct PlaceTests {
  @Test(arguments: [
    ("a: b\n", ["{ 0-4", "a 0-1", "b 3-4"]),
    ("ä: ü😀\nb: c\n", ["{ 0-15", "ä 0-2", "ü😀 4-10", "b 11-12", "c 14-15"]),
    ("\u{FEFF}a: ü\nb: 'ß'\n", ["{ 3-16", "a 3-4", "ü 6-8", "b 9-10", "ß 12-16"]),
    ("\u{FEFF}a: b\n", ["{ 3-7", "a 3-4", "b 6-7"]),
    ("a: b\r\nc: ü\r\nd: e\r\n", ["{ 0-17", "a 0-1", "b 3-4", "c 6-7", "ü 9-11", "d 13-14", "e 16-17"]),
    ("a: \"x\\ty\"\nb: 'it''s'\n", ["{ 0-20", "a 0-1", "x\ty 3-9", "b 10-11", "it's 13-20"]),
    ("a:\n  b: c\n\n# note\n\nd: e\n", ["{ 0-23", "a 0-1", "{ 5-9", "b 5-6", "c 8-9", "d 19-20", "e 22-23"]),
    ("- a\n- - b\n  - c\n\n# end\n", ["[ 0-15", "a 2-3", "[ 6-15", "b 8-9", "c 14-15"]),
    ("a:\n- b\nc: d\n", ["{ 0-11", "a 0-1", "[ 3-6", "b 5-6", "c 7-8", "d 10-11"]),
    (
      "a: [b, {c: d} , e ]  # x\nf: g\n",
      [
        "{ 0-29", "a 0-1", "[ 3-19", "b 4-5", "{ 7-13", "c 8-9", "d 11-12", "e 16-17", "f 25-26", "g 28-29",
      ]
    ),
    ("[ a: b , ü: c ]", ["[ 0-16", "{ 2-6", "a 2-3", "b 5-6", "{ 9-14", "ü 9-11", "c 13-14"]),
    ("a: []\nb: {}\n", ["{ 0-11", "a 0-1", "[ 3-5", "b 6-7", "{ 9-11"]),
    ("a:\nb: # none\nc: x\n", ["{ 0-17", "a 0-1", " 2-2", "b 3-4", " 5-5", "c 13-14", "x 16-17"]),
    ("- a\n-\n\n# x\n", ["[ 0-5", "a 2-3", " 5-5"]),
    ("? a\n\n# x\n? b\n", ["{ 0-12", "a 2-3", " 3-3", "b 11-12", " 12-12"]),
    ("{a , b}", ["{ 0-7", "a 1-2", " 2-2", "b 5-6", " 6-6"]),
    ("a: one\n  two\n\nb: c\n", ["{ 0-18", "a 0-1", "one two 3-12", "b 14-15", "c 17-18"]),
  ])
  func ranges(text: String, expected: [String]) {
    let reading = Reading(text)
    #expect(reading.outline == expected)
    #expect(reading.faults.isEmpty)
  }

  @Test(arguments: [
    ("a: |\n  x ü\n  y\n\n\nb: c\n", ["{ 0-22", "a 0-1", "x ü\ny\n 3-15", "b 18-19", "c 21-22"]),
    ("a: >-\n  x\n  y\n# z\nb: c\n", ["{ 0-22", "a 0-1", "x y 3-13", "b 18-19", "c 21-22"]),
    ("a: |+\n  x\n\n", ["{ 0-9", "a 0-1", "x\n\n 3-9"]),
    ("a: |\n  x  \n\nb: c\n", ["{ 0-16", "a 0-1", "x  \n 3-10", "b 12-13", "c 15-16"]),
    ("a: |\r\n  x\r\n\r\nb: c\r\n", ["{ 0-17", "a 0-1", "x\n 3-9", "b 13-14", "c 16-17"]),
    ("a: |\nb: c\n", ["{ 0-9", "a 0-1", " 3-4", "b 5-6", "c 8-9"]),
    ("- |\n  x", ["[ 0-7", "x 2-7"]),
  ])
  func blockScalars(text: String, expected: [String]) {
    let reading = Reading(text)
    #expect(reading.outline == expected)
    #expect(reading.faults.isEmpty)
  }

  @Test func stylesKindsAndLinks() throws {
    let reading = Reading("p: a\ns: 'b'\nd: \"c\"\nl: |\n  x\nf: >\n  y\nq: [1, 2]\n")
    let root = try #require(reading.root)
    let children = reading.children(root)
    #expect(children.count == 12)
    let styles = stride(from: 1, to: 10, by: 2).map { reading.tree.style(children[$0]) }
    #expect(styles == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
    #expect(reading.tree.kind(children[11]) == .sequence)
    #expect(reading.children(children[11]).map { reading.tree.text($0) } == ["1", "2"])
    #expect(reading.tree.firstChild(children[0]) == nil)
    #expect(reading.tree.nextSibling(root) == nil)
  }

  @Test func nullsAndNames() throws {
    let reading = Reading("[~, null, Null, NULL, 'null', nULL, yes, '', \"~\", nullx]")
    let items = reading.children(try #require(reading.root))
    #expect(items.map { reading.tree.isNull($0) } == [true, true, true, true] + Array(repeating: false, count: 6))
    #expect(reading.tree.equals(items[6], "yes"))
    #expect(!reading.tree.equals(items[6], "yea"))
    #expect(!reading.tree.equals(items[6], "ye"))
    #expect(reading.tree.withText(items[9]) { Array($0) } == Array("nullx".utf8))
    let empty = Reading("a:\n")
    #expect(empty.tree.isNull(NodeIndex(value: 2)))
    #expect(!empty.tree.isNull(NodeIndex(value: 0)))
  }

  @Test func oneTreeHoldsSeveralFiles() throws {
    var tree = YAMLTree()
    var faults: [Diagnostic] = []
    let first = tree.parse(SourceFile(path: "a", bytes: Array("a: b".utf8)), number: 4, diagnostics: &faults)
    let count = tree.nodeCount
    // A broken file leaves nothing behind.
    #expect(tree.parse(SourceFile(path: "b", bytes: Array("x: [y".utf8)), number: 5, diagnostics: &faults) == nil)
    #expect(tree.nodeCount == count)
    let third = tree.parse(SourceFile(path: "c", bytes: Array("- é".utf8)), number: 6, diagnostics: &faults)
    #expect(tree.range(try #require(first)) == SourceRange(file: 4, start: 0, end: 4))
    #expect(tree.range(try #require(third)) == SourceRange(file: 6, start: 0, end: 4))
    #expect(faults.map(\.range.file) == [5])
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}", "\u{FEFF}# ü\n", "---\n", "---\n...\n"])
  func emptyDocuments(text: String) {
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(reading.faults.isEmpty)
    #expect(reading.tree.nodeCount == 0)
  }
}
