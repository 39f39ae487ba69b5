import LocatedYAML
import RopaKit

/// Bytes of one file to records: whatever the bytes are, every place that is reported or kept lies inside of the file, and the same
/// bytes give the same diagnostics. The first byte says which file of a register they are.
func tryReader(_ input: [UInt8]) -> Int32 {
  guard let first = input.first else { return 0 }
  let file = SourceFile(path: readerPaths[Int(first) % readerPaths.count], bytes: Array(input.dropFirst()))
  tryParser(file)
  let loaded = load([file], law: law, jobs: 1)
  for diagnostic in loaded.diagnostics {
    check(diagnostic.range, file)
    for note in diagnostic.notes { check(note.range, file) }
    let position = file.position(at: diagnostic.range.start)
    precondition(position.line >= 1 && position.column >= 1)
    precondition(!diagnostic.message.utf8.isEmpty)
    _ = file.line(position.line)
    _ = file.text(in: diagnostic.range)
  }
  return 0
}

private let readerPaths =
  ["registry.yaml"] + RecordKind.allCases.flatMap { ["\($0.rawValue)/a.yaml", "\($0.rawValue).yaml"] }

private func check(_ range: SourceRange, _ file: SourceFile) {
  precondition(range.start <= range.end && Int(range.end) <= file.bytes.count, "a place outside of the file")
}

/// The tree on its own: its nodes lie inside of one another, and a file that was dropped leaves nothing behind.
private func tryParser(_ file: SourceFile) {
  var tree = YAMLTree()
  var diagnostics: [Diagnostic] = []
  let root = tree.parse(file, number: 0, diagnostics: &diagnostics)
  for diagnostic in diagnostics {
    check(diagnostic.range, file)
    for note in diagnostic.notes { check(note.range, file) }
  }
  let starts = diagnostics.map(\.range.start)
  precondition(starts == starts.sorted(), "diagnostics out of order")
  guard let root else {
    precondition(tree.nodeCount == 0, "what was dropped is still there")
    return
  }
  var waiting = [root]
  while let node = waiting.popLast() {
    let range = tree.range(node)
    check(range, file)
    var last = range.start
    var next = tree.firstChild(node)
    while let child = next {
      let place = tree.range(child)
      precondition(place.start >= last && place.end <= range.end, "a node outside of its parent")
      last = place.end
      waiting.append(child)
      next = tree.nextSibling(child)
    }
  }
}
