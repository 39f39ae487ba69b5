package import LocatedYAML

/// The text of a notice as people were shown it from a day on, in one language. It stands in a file of the registry, so that it comes back
/// from version control alone and is read before it counts.
package struct KeptVersion: Sendable {
  package let place: KeptPlace
  /// What it says; without the days and versions, which the notice's record tells.
  package let content: PublicNotice
  /// The place that stands for the file.
  package let range: SourceRange
}

/// Which text a file of kept versions holds, by its path: `notices/versions/customer-notice/2026-09-01.en.yaml`.
package struct KeptPlace: Sendable, Hashable {
  /// The id of the notice.
  package let notice: String
  /// The day from which the text held: it names the version.
  package let day: Day
  package let language: Language

  package init(notice: String, day: Day, language: Language) {
    (self.notice, self.day, self.language) = (notice, day, language)
  }

  static let folder = "notices/versions/"

  /// Where the file stands, from the folder of the registry.
  package var path: String { KeptPlace.folder + "\(notice)/\(day).\(language.code).yaml" }

  /// Nil for a path that names no version.
  init?(path: String) {
    guard path.utf8.starts(with: KeptPlace.folder.utf8) else { return nil }
    let parts = path.utf8.dropFirst(KeptPlace.folder.utf8.count).split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map { String(Substring($0)) }
    guard parts.count == 2, isIdentifier(parts[0]) else { return nil }
    let names = parts[1].utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard names.count == 3, let day = Day(names[0]), day.description == names[0], !names[1].isEmpty,
      names[1].utf8.allSatisfy({ isIdentifierByte($0) }), names[2] == "yaml"
    else { return nil }
    self.init(notice: parts[0], day: day, language: Language(names[1]))
  }
}

private func isIdentifierByte(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
}

extension SourceFile {
  /// It stands where versions of notices are kept, and is no record.
  var isKeptVersion: Bool { path.utf8.starts(with: KeptPlace.folder.utf8) }
}

/// Reads the versions that were kept, in the order of their paths: by notice, then by day.
func keptVersions(
  in files: [SourceFile], _ directory: Directory, jobs: Int, diagnostics: inout [Diagnostic]
) -> [KeptVersion] {
  let numbers = files.indices.filter { files[$0].isKeptVersion }
  if numbers.isEmpty { return [] }
  let read = inParallel(numbers.count, jobs: jobs) {
    keptVersion(files[numbers[$0]], number: UInt32(numbers[$0]), directory)
  }
  var versions: [KeptVersion] = []
  for (version, faults) in read {
    diagnostics += faults
    if let version { versions.append(version) }
  }
  return versions
}

private func keptVersion(
  _ file: SourceFile, number: UInt32, _ directory: Directory
) -> (KeptVersion?, [Diagnostic]) {
  let start = SourceRange(file: number, start: 0, end: 0)
  func fault(_ message: String, at range: SourceRange? = nil, hint: String) -> (KeptVersion?, [Diagnostic]) {
    (nil, [Diagnostic(rule: "kept-version-unreadable", message: message, range: range ?? start, hint: hint)])
  }
  guard let place = KeptPlace(path: file.path) else {
    return fault(
      "This file names no version of a notice", hint: "name it notices/versions/NOTICE/YYYY-MM-DD.LANGUAGE.yaml")
  }
  if directory.record(place.notice, in: .notice) == nil, !directory.mayBeUnread(place.notice, in: .notice) {
    let near = directory.nearest(to: place.notice, in: .notice)
    return fault(
      "There is no notice '\(place.notice)' of which this was a version",
      hint: near.map { "did you mean '\($0)'?" } ?? "add the notice, or remove its versions with it")
  }
  var tree = YAMLTree()
  var faults: [Diagnostic] = []
  guard let root = tree.parse(file, number: number, diagnostics: &faults) else {
    return faults.isEmpty ? fault("This file is empty", hint: "restore it from version control") : (nil, faults)
  }
  do throws(KeptFault) {
    let content = try KeptReader(tree: tree).notice(root, language: place.language)
    return faults.isEmpty
      ? (KeptVersion(place: place, content: content, range: tree.firstChild(root).map { tree.range($0) } ?? start), [])
      : (nil, faults)
  } catch {
    return fault(
      error.message, at: error.range, hint: "restore the file from version control; ropa keep writes new ones")
  }
}
