package import LocatedYAML

/// All records of a register as they were read, with everything that was wrong.
package struct Loaded: Sendable {
  package var files: [SourceFile]
  var trees: [YAMLTree]
  var headers: [RecordHeader]
  var records: Records
  var settings: RegistrySettings?
  var mentions: [Mention]
  var questions: [RecordedQuestion]
  var directory: Directory
  /// By notice, then by day.
  var keptVersions: [KeptVersion] = []
  package var diagnostics: [Diagnostic]
  /// Messages of the register's own, sorted by language.
  var messages: [MessageFile] = []
}

/// What is known of a record besides its fields.
package struct RecordHeader: Sendable {
  package let kind: RecordKind
  package let id: String
  /// -1 for a word of the built-in vocabulary, which no file holds.
  let chunk: Int32
  let node: NodeIndex
  /// Where the record begins: its key in a file of many, else its first line.
  package let range: SourceRange
  /// The record's place among those of its type.
  var slot: Int32 = -1
  package var isBuiltIn: Bool { chunk < 0 }
}

/// Files are read in chunks of this many, so that the threads have equal work and the trees stay few.
let filesPerChunk = 64

/// Reads the files of a register: never throws, never stops at a fault.
/// - Parameters:
///   - files: paths relative to the register's folder, sorted by bytes.
///   - jobs: threads at most.
package func load(_ files: [SourceFile], law: Law, jobs: Int) -> Loaded {
  let chunks = chunks(of: files.count, size: filesPerChunk)
  let parsed = inParallel(chunks.count, jobs: jobs) { parse(files, chunks[$0], chunk: $0) }
  var diagnostics = parsed.flatMap(\.diagnostics)
  let texts = texts(in: files, diagnostics: &diagnostics)
  let (headers, directory) = number(
    parsed.flatMap(\.entries), unread: parsed.flatMap(\.unread), texts: texts, law: law, diagnostics: &diagnostics)
  let trees = parsed.map(\.tree)
  let byChunk = indexes(of: headers, chunks: chunks.count)
  let bound = inParallel(chunks.count, jobs: jobs) { chunk in
    bind(byChunk[chunk], headers, settings: parsed[chunk].settings, tree: trees[chunk], directory)
  }
  var loaded = Loaded(
    files: files, trees: trees, headers: headers, records: Records(), settings: nil, mentions: [], questions: [],
    directory: directory, diagnostics: diagnostics)
  for part in bound {
    loaded.records.append(part.records)
    loaded.settings = part.settings ?? loaded.settings
    loaded.mentions += part.mentions
    loaded.questions += part.questions
    loaded.diagnostics += part.diagnostics
  }
  loaded.records.sort(numbering: &loaded.headers)
  loaded.keptVersions = keptVersions(in: files, directory, jobs: jobs, diagnostics: &loaded.diagnostics)
  loaded.messages = ownMessages(in: files, law: law, diagnostics: &loaded.diagnostics)
  // One that is there and cannot be read has been reported.
  if !files.contains(where: { $0.path == "registry.yaml" }) { loaded.diagnostics.append(missingSettings(files)) }
  return loaded
}

private func indexes(of headers: [RecordHeader], chunks: Int) -> [[Int]] {
  var byChunk = [[Int]](repeating: [], count: chunks)
  for (index, header) in headers.enumerated() where header.chunk >= 0 { byChunk[Int(header.chunk)].append(index) }
  return byChunk
}

private func missingSettings(_ files: [SourceFile]) -> Diagnostic {
  Diagnostic(
    rule: "register-unnamed", message: "There is no registry.yaml with the register's title and organisations",
    range: SourceRange(file: 0, start: 0, end: 0),
    hint: "add registry.yaml with title, organisations, languages and questions")
}

/// A record found in a file, before it has a number.
struct RecordEntry: Sendable {
  let kind: RecordKind
  let id: String
  let chunk: Int32
  let node: NodeIndex
  let range: SourceRange
}

/// Records that are there and could not be read, so that mentions of them are not faults of their own.
struct UnreadRecords: Sendable {
  let space: Space
  /// Nil when a file of many records could not be read, and nobody knows which.
  let id: String?
}

struct ParsedChunk: Sendable {
  var tree = YAMLTree()
  var entries: [RecordEntry] = []
  var unread: [UnreadRecords] = []
  /// The root of registry.yaml, when it is in this chunk.
  var settings: NodeIndex?
  var diagnostics: [Diagnostic] = []
}

private func parse(_ files: [SourceFile], _ range: Range<Int>, chunk: Int) -> ParsedChunk {
  var parsed = ParsedChunk()
  parsed.tree.reserveCapacity(forBytes: range.reduce(0) { $0 + files[$1].bytes.count })
  for number in range {
    let file = files[number]
    if file.isText || file.isKeptVersion || file.isMessages { continue }
    let start = SourceRange(file: UInt32(number), start: 0, end: 0)
    guard let place = RecordPlace(path: file.path) else {
      parsed.addMisnamed(file, at: start)
      continue
    }
    let before = parsed.diagnostics.count
    let root = parsed.tree.parse(file, number: UInt32(number), diagnostics: &parsed.diagnostics)
    guard let root else {
      if parsed.diagnostics.count == before {
        parsed.diagnostics.append(
          Diagnostic(rule: "empty-record", message: "This file is empty", range: start, hint: "fill it in or delete it")
        )
      }
      parsed.noteUnread(place)
      continue
    }
    parsed.add(root, place: place, chunk: Int32(chunk))
  }
  return parsed
}

extension ParsedChunk {
  mutating func noteUnread(_ place: RecordPlace) {
    switch place {
    case .settings: break
    case .record(let kind, let id): unread.append(UnreadRecords(space: kind.space, id: id))
    case .map(let kind): unread.append(UnreadRecords(space: kind.space, id: nil))
    }
  }

  mutating func add(_ root: NodeIndex, place: RecordPlace, chunk: Int32) {
    guard tree.kind(root) == .mapping else {
      diagnostics.append(place.notAMapping(tree.range(root)))
      noteUnread(place)
      return
    }
    switch place {
    case .settings: settings = root
    case .record(let kind, let id):
      if let fault = severalRecords(below: root, kind, in: tree) {
        diagnostics.append(fault)
        noteUnread(.map(kind))
        return
      }
      let anchor = tree.firstChild(root).map { tree.range($0) } ?? tree.range(root)
      entries.append(RecordEntry(kind: kind, id: id, chunk: chunk, node: root, range: anchor))
    case .map(let kind): addEach(of: root, kind: kind, chunk: chunk)
    }
  }

  private mutating func addEach(of root: NodeIndex, kind: RecordKind, chunk: Int32) {
    var next = tree.firstChild(root)
    while let key = next, let value = tree.nextSibling(key) {
      next = tree.nextSibling(value)
      let id = tree.text(key)
      if !isIdentifier(id) || reservedIDs.contains(id) {
        diagnostics.append(malformedID(id, tree.range(key)))
      } else if tree.isNull(value) {
        unread.append(UnreadRecords(space: kind.space, id: id))
        diagnostics.append(
          Diagnostic(
            rule: "empty-record", message: "'\(id)' has no fields", range: tree.range(key),
            hint: "fill it in or remove it"))
      } else if tree.kind(value) != .mapping {
        unread.append(UnreadRecords(space: kind.space, id: id))
        diagnostics.append(
          Diagnostic(
            rule: "wrong-shape", message: "'\(id)' is \(kind.article) and needs fields", range: tree.range(value),
            hint: "write its fields below it, indented: title: ..."))
      } else {
        entries.append(RecordEntry(kind: kind, id: id, chunk: chunk, node: value, range: tree.range(key)))
      }
    }
  }
}

extension ParsedChunk {
  /// A file whose path names no record. What it may hold is told by its text, so that mentions of it are no faults of their own.
  fileprivate mutating func addMisnamed(_ file: SourceFile, at start: SourceRange) {
    guard let (kind, stem) = RecordPlace.misnamed(path: file.path) else {
      diagnostics.append(RecordPlace.fault(path: file.path, at: start))
      return
    }
    var own = YAMLTree()
    var faults: [Diagnostic] = []
    let root = own.parse(file, number: start.file, diagnostics: &faults)
    if let several = root.flatMap({ severalRecords(below: $0, kind, in: own) }) {
      diagnostics.append(several)
      noteUnread(.map(kind))
    } else {
      diagnostics.append(malformedID(stem, start))
      noteUnread(.record(kind, hyphenatedWords(stem)))
    }
  }
}

/// The fault of a file in the folder of a kind that is written as if it held records by their ids; nil for a record.
private func severalRecords(below root: NodeIndex, _ kind: RecordKind, in tree: YAMLTree) -> Diagnostic? {
  var ids: [NodeIndex] = []
  var inner: [NodeIndex] = []
  var next = tree.firstChild(root)
  while let key = next, let value = tree.nextSibling(key) {
    guard tree.kind(value) == .mapping else { return nil }
    ids.append(key)
    if let field = tree.firstChild(value) { inner.append(field) }
    next = tree.nextSibling(value)
  }
  guard let first = ids.first else { return nil }
  let fields = Set(kind.fields.fields.map(\.name.description))
  if ids.contains(where: { fields.contains(tree.text($0)) || tree.text($0).utf8.starts(with: "x-".utf8) }) {
    return nil
  }
  if !inner.contains(where: { fields.contains(tree.text($0)) }) { return nil }
  let id = tree.text(first)
  let folder = kind.rawValue
  return Diagnostic(
    rule: "several-records",
    message: ids.count == 1
      ? "The fields of the record stand below its id '\(id)', and in \(folder)/ the name of the file is the id"
      : "This file holds \(ids.count) records by their ids, and each file in \(folder)/ is one record",
    range: tree.range(first),
    hint: ids.count == 1
      ? "remove this line and move the fields to the left, in \(folder)/\(id).yaml"
      : "give each record a file named by its id, as in \(folder)/\(id).yaml; or move all to \(folder).yaml, which holds many"
  )
}

/// Which record a file holds, by its path.
enum RecordPlace {
  case settings
  case record(RecordKind, String)
  case map(RecordKind)

  init?(path: String) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String($0)! }
    guard let last = parts.last, last.utf8.count > 5 else { return nil }
    let stem = String(last.utf8.dropLast(5))!
    switch parts.count {
    case 1 where stem == "registry": self = .settings
    case 1:
      guard let kind = RecordKind(rawValue: stem) else { return nil }
      self = .map(kind)
    case 2:
      guard let kind = RecordKind(rawValue: parts[0]), isIdentifier(stem), !reservedIDs.contains(stem) else {
        return nil
      }
      self = .record(kind, stem)
    default: return nil
    }
  }

  /// The kind and the name of a file that stands in the folder of a kind and whose name is no id; nil for other paths.
  static func misnamed(path: String) -> (kind: RecordKind, stem: String)? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String($0)! }
    guard parts.count == 2, let kind = RecordKind(rawValue: parts[0]) else { return nil }
    return (kind, String(parts[1].utf8.dropLast(5)) ?? parts[1])
  }

  /// Says that a file holds a list or a text.
  func notAMapping(_ range: SourceRange) -> Diagnostic {
    if case .map(let kind) = self {
      return Diagnostic(
        rule: "wrong-shape", message: "\(kind.rawValue).yaml is a mapping from ids to records", range: range,
        hint: "write the id of each record with a colon, and its fields below it, indented")
    }
    return Diagnostic(
      rule: "wrong-shape", message: "A record is a mapping of fields", range: range,
      hint: "write each field as name: value on a line of its own")
  }

  /// Says what is wrong with a path that names no kind of record.
  static func fault(path: String, at range: SourceRange) -> Diagnostic {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String($0)! }
    let stem = parts.last.map { String($0.utf8.dropLast(5)) ?? $0 } ?? ""
    let kinds = RecordKind.allCases.map(\.rawValue)
    let name = parts.count == 1 ? stem : parts.first ?? ""
    let near = nearMiss(name, among: kinds)
    return Diagnostic(
      rule: "unknown-kind",
      message: parts.count > 2
        ? "Records stand directly in the folder of their kind" : "'\(name)' is not a kind of record",
      range: range, hint: near.map { "did you mean '\($0)'?" } ?? "kinds: \(kinds.joined(separator: ", "))")
  }
}
