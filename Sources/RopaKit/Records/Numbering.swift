import LocatedYAML

/// Numbers the records by folder and id, before any is read, so that a reference can be resolved where it stands.
func number(
  _ entries: [RecordEntry], unread: [UnreadRecords], texts: [String: String?], law: Law, diagnostics: inout [Diagnostic]
) -> (headers: [RecordHeader], directory: Directory) {
  let sorted = inOrder(entries)
  var headers: [RecordHeader] = []
  headers.reserveCapacity(sorted.count + 128)
  var spaces = [IDTable](repeating: IDTable(), count: Space.allCases.count)
  for entry in sorted {
    let space = entry.kind.space.rawValue
    if let first = spaces[space].insert(entry.id, RecordIndex(headers.count)) {
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
    headers.append(
      RecordHeader(kind: entry.kind, id: entry.id, chunk: entry.chunk, node: entry.node, range: entry.range))
  }
  addVocabulary(law.dataCategories.map(\.term.id), .dataCategories, &headers, &spaces)
  addVocabulary(law.dataSubjects.map(\.term.id), .dataSubjects, &headers, &spaces)
  let (terms, countries) = law.vocabulary
  return (
    headers,
    Directory(spaces: spaces, unread: unread, terms: terms, countries: countries, law: law, texts: texts)
  )
}

/// The entries by folder and id; of the same id the first that was read goes first.
private func inOrder(_ entries: [RecordEntry]) -> [RecordEntry] {
  let positions = Dictionary(uniqueKeysWithValues: RecordKind.allCases.sorted().enumerated().map { ($1, $0) })
  let places = entries.map { positions[$0.kind]! }
  func isBefore(_ left: Int, _ right: Int) -> Bool {
    if places[left] != places[right] { return places[left] < places[right] }
    return entries[left].id != entries[right].id ? entries[left].id < entries[right].id : left < right
  }
  // Files come sorted by path, so that mostly nothing has to move.
  if entries.indices.dropFirst().allSatisfy({ isBefore($0 - 1, $0) }) { return entries }
  return entries.indices.sorted(by: isBefore).map { entries[$0] }
}

/// The words of the built-in vocabulary can be named like records; a record of the same id goes before.
private func addVocabulary(
  _ words: [String], _ kind: RecordKind, _ headers: inout [RecordHeader], _ spaces: inout [IDTable]
) {
  let space = kind.space.rawValue
  for word in words where spaces[space].insert(word, RecordIndex(headers.count)) == nil {
    headers.append(
      RecordHeader(
        kind: kind, id: word, chunk: -1, node: NodeIndex(value: 0), range: SourceRange(file: 0, start: 0, end: 0)))
  }
}
