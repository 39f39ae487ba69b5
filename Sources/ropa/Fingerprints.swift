import CPlatform
import LocatedYAML
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The fingerprint of everything that can change a byte of a site or a word of what a run says about it; nil where something
/// cannot be told, so that nothing is ever taken for unchanged.
///
/// The number of threads, the place of the output and colours are not in it: the bytes do not depend on them.
/// - Parameter read: the records, read with the same key.
func fingerprint(
  of read: RegistryFiles, theme: Theme, day: Day, history: History, isStrict: Bool, reviews: String, key: KeyedHash.Key
) -> KeyedHash.Value? {
  var hash = KeyedHash(key)
  guard addProgram(to: &hash) else { return nil }
  hash.add(UInt64(read.files.count))
  hash.add(read.fingerprint)
  hash.add(UInt64(read.faults.count))
  for fault in read.faults {
    hash.add(fault.path)
    hash.add(fault.kind.rawValue)
    hash.add(fault.message)
  }
  hash.add(theme.styleSheet)
  hash.add(theme.icon)
  hash.add(UInt64(bitPattern: Int64(day.number)))
  hash.add(history.commit == nil ? 0 : 1)
  hash.add(history.commit ?? "")
  hash.add(history.hasUncommittedChanges ? 1 : 0)
  hash.add(isStrict ? 1 : 0)
  hash.add(reviews)
  return hash.value
}

/// Adds the program with its libraries, and so the rules, tables and messages that are built into it.
private func addProgram(to hash: inout KeyedHash) -> Bool {
  withUnsafeMutablePointer(to: &hash) { hash in
    ropa_identify_program(
      { bytes, count, context in
        context!.assumingMemoryBound(to: KeyedHash.self).pointee.add(UnsafeRawBufferPointer(start: bytes, count: count))
      }, hash) != 0
  }
}

/// The fingerprint of one record file: path and bytes.
func fingerprint(of file: String, _ bytes: [UInt8], key: KeyedHash.Key) -> KeyedHash.Value {
  var hash = KeyedHash(key)
  hash.add(file)
  hash.add(bytes)
  return hash.value
}

/// The fingerprint of a file of a site: its path and what the system changes when somebody writes to it or puts another in its place.
func fingerprint(of path: UnsafeRawBufferPointer, _ status: stat, key: KeyedHash.Key) -> KeyedHash.Value {
  #if canImport(Darwin)
    let changed = status.st_mtimespec
  #else
    let changed = status.st_mtim
  #endif
  var hash = KeyedHash(key)
  hash.add(path)
  hash.add(UInt64(status.st_ino))
  hash.add(UInt64(status.st_mode))
  hash.add(UInt64(bitPattern: Int64(status.st_size)))
  hash.add(UInt64(bitPattern: Int64(changed.tv_sec)))
  hash.add(UInt64(bitPattern: Int64(changed.tv_nsec)))
  return hash.value
}

/// The fingerprint of a file of a site under its path as text.
func fingerprint(of path: String, _ status: stat, key: KeyedHash.Key) -> KeyedHash.Value {
  var path = path
  return path.withUTF8 { fingerprint(of: UnsafeRawBufferPointer($0), status, key: key) }
}

/// The fingerprint of a folder of a site.
/// - Parameter path: without a slash at its end.
private func fingerprint(ofFolder path: [UInt8], key: KeyedHash.Key) -> KeyedHash.Value {
  var hash = KeyedHash(key)
  hash.add(path)
  return hash.value
}

extension OutputFolder {
  /// The manifest of the site that is there.
  func manifest() -> Manifest? {
    guard occupant == .site, let folder = try? OpenFolder(name, in: parent.number) else { return nil }
    return Manifest(in: folder.number)
  }

  /// The fingerprint of all that lies in the folder but marker and manifest; nil where something is there that no site has.
  func fingerprint(key: KeyedHash.Key, jobs: Int) -> KeyedHash.Value? {
    guard occupant == .site, let root = try? OpenFolder(name, in: parent.number),
      let tree = try? FolderTree(below: root.descriptor), tree.oddities == 0
    else { return nil }
    var all = KeyedHash.Value()
    for folder in tree.folders {
      let path = folder.dropLast().map { UInt8(bitPattern: $0) }
      all.join(ropa.fingerprint(ofFolder: path, key: key))
    }
    let files = tree.pages
    let chunks = inChunks(of: files.count, size: 256, jobs: jobs, state: {}) { range, _ -> KeyedHash.Value? in
      var sum = KeyedHash.Value()
      for file in files[range] {
        var status = stat()
        guard fstatat(root.number, file, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        withPath(file) { sum.join(ropa.fingerprint(of: $0, status, key: key)) }
      }
      return sum
    }
    for chunk in chunks {
      guard let chunk else { return nil }
      all.join(chunk)
    }
    return all
  }
}

extension Manifest {
  /// The manifest of a site that is just being put together; nil where the next run shall do everything again.
  init?(_ record: BuildRecord, _ pages: ChunkOutcome) {
    guard let inputs = record.inputs else { return nil }
    var files = pages.fingerprint
    for folder in pages.foldersWithAncestors { files.join(fingerprint(ofFolder: Array(folder.utf8), key: record.key)) }
    self.init(
      key: record.key, inputs: inputs, files: files,
      summary: SiteSummary(
        pages: pages.written + pages.kept.count, findings: record.findings, notices: record.notices))
  }
}

/// Shows the bytes of a path without the zero byte at its end.
private func withPath(_ path: [CChar], _ body: (UnsafeRawBufferPointer) -> Void) {
  path.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.dropLast())) }
}
