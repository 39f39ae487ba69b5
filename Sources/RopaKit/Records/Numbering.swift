import LocatedYAML

/// Numbers the records by folder and id, before any is read, so that a reference can be resolved where it stands.
func number(
  _ entries: [RecordEntry], unread: [UnreadRecords], law: Law, diagnostics: inout [Diagnostic]
) -> (headers: [RecordHeader], directory: Directory) {
  let sorted = entries.enumerated().sorted { left, right in
    if left.element.kind != right.element.kind { return left.element.kind < right.element.kind }
    if left.element.id != right.element.id { return left.element.id < right.element.id }
    return left.offset < right.offset
  }.map(\.element)
  var headers: [RecordHeader] = []
  headers.reserveCapacity(sorted.count + 128)
  var spaces = [[String: RecordIndex]](repeating: [:], count: Space.allCases.count)
  for entry in sorted {
    let space = entry.kind.space.rawValue
    if let first = spaces[space][entry.id] {
      // Twice in one file is a doubled key, which has been reported where the file was parsed.
      if headers[Int(first.value)].range.file == entry.range.file { continue }
      diagnostics.append(
        Diagnostic(
          rule: "duplicate-id", message: "'\(entry.id)' is written twice", range: entry.range,
          notes: [Note(message: "the first one is here", range: headers[Int(first.value)].range)],
          hint: entry.kind.space == .party
            ? "organisations, processors and recipients share their ids: keep one record and say the role where it is used"
            : "keep one of the two records, or rename one"))
      continue
    }
    spaces[space][entry.id] = RecordIndex(headers.count)
    headers.append(
      RecordHeader(kind: entry.kind, id: entry.id, chunk: entry.chunk, node: entry.node, range: entry.range))
  }
  addVocabulary(law.dataCategories.map(\.term.id), .dataCategories, &headers, &spaces)
  addVocabulary(law.dataSubjects.map(\.term.id), .dataSubjects, &headers, &spaces)
  let (terms, countries) = law.vocabulary
  return (headers, Directory(spaces: spaces, unread: unread, terms: terms, countries: countries))
}

/// The words of the built-in vocabulary can be named like records; a record of the same id goes before.
private func addVocabulary(
  _ words: [String], _ kind: RecordKind, _ headers: inout [RecordHeader], _ spaces: inout [[String: RecordIndex]]
) {
  let space = kind.space.rawValue
  for word in words where spaces[space][word] == nil {
    spaces[space][word] = RecordIndex(headers.count)
    headers.append(
      RecordHeader(
        kind: kind, id: word, chunk: -1, node: NodeIndex(value: 0), range: SourceRange(file: 0, start: 0, end: 0)))
  }
}
