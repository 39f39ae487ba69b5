import CResources
import Foundation
import LocatedYAML
import RopaKit

/// The law tables that the program ships.
let shippedLaw: Law = {
  do {
    return try Law(shippedTables())
  } catch {
    fatalError("\(error)")
  }
}()

/// The embedded law tables, named as the library wants them.
func shippedTables() -> [SourceFile] { embedded("tables/") }

/// The manual of fields that the program ships.
let shippedManual: FieldManual = {
  do {
    return try FieldManual(embedded("manual/"))
  } catch {
    fatalError("\(error)")
  }
}()

func embedded(_ folder: String) -> [SourceFile] {
  (0..<ropa_resource_count()).compactMap { index in
    let name = String(cString: ropa_resource_name(index))
    guard name.hasPrefix(folder) else { return nil }
    let bytes = UnsafeBufferPointer(start: ropa_resource_bytes(index), count: ropa_resource_size(index))
    let stem = name.dropFirst(folder.count).replacingOccurrences(of: ".yaml", with: "")
    return SourceFile(path: stem, bytes: Array(bytes))
  }
}

extension SourceFile {
  /// The same path with another text.
  func replaced(by text: String) -> SourceFile { SourceFile(path: path, bytes: Array(text.utf8)) }
}

/// The repository's root, found from this file.
let repositoryRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The YAML files of a folder, paths relative to it, sorted by bytes.
func yamlFiles(in folder: URL) -> [SourceFile] {
  let root = folder.standardizedFileURL.path + "/"
  let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
  return found.filter { $0.pathExtension == "yaml" }.map { url in
    let path = String(url.standardizedFileURL.path.dropFirst(root.count))
    let bytes = FileManager.default.contents(atPath: url.path).map { Array($0) } ?? []
    return SourceFile(path: path, bytes: bytes)
  }.sorted { $0.path < $1.path }
}

/// The sound register that examples of rules are laid over.
let soundRegister = yamlFiles(in: repositoryRoot.appending(path: "Tests/RopaKitTests/Fixtures/sound"))
/// The sample register.
let sampleRegister = yamlFiles(in: repositoryRoot.appending(path: "registry"))

/// The day on which the sound register is sound.
let soundDay = "2026-11-21"

/// Replaces and adds files; an empty text removes one.
func overlay(_ files: [SourceFile], with changes: [(path: String, text: String)]) -> [SourceFile] {
  var result = files.filter { file in !changes.contains { $0.path == file.path } }
  for change in changes where !change.text.isEmpty {
    result.append(SourceFile(path: change.path, bytes: Array(change.text.utf8)))
  }
  return result.sorted { $0.path < $1.path }
}

/// Judges a register as at a day.
func judge(_ files: [SourceFile], asOf day: String = soundDay, jobs: Int = 1) -> Assessment {
  assess(
    files, law: shippedLaw, messages: shippedMessages, keepsTexts: true, day: Day(day)!,
    history: History(commit: "c0ffee1", hasUncommittedChanges: false),
    jobs: jobs, notesCoverage: true)
}

/// `path:line:column rule` of a finding.
func place(of finding: Finding, in assessment: Assessment) -> String {
  let file = assessment.registry.files[Int(finding.range.file)]
  let position = file.position(at: finding.range.start)
  return "\(file.path):\(position.line):\(position.column) \(Rule.catalogue[finding.rule].id)"
}
