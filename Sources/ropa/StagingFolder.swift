import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The folder beside the output in which the next site is put together, made when the first file needs it.
final class StagingFolder: Sendable {
  private let parent: Int32
  private let name: String
  private let path: String
  private let open = Mutex<Descriptor?>(nil)

  /// The staging folder of an output, which must outlive it.
  init(of output: borrowing OutputFolder) {
    parent = output.parent.number
    name = output.stagingName
    path = beside(output.path, output.stagingName)
  }

  /// Whether any file needed it.
  var isMade: Bool { open.withLock { $0 != nil } }

  /// The open folder; makes it with its marker at the first call.
  func folder() throws(PublishingError) -> Int32 {
    try open.withLock { open throws(PublishingError) in
      if let made = open?.number { return made }
      let number = try systemCall(at: path) { () throws(SystemError) in
        guard mkdirat(parent, name, 0o755) == 0 else { throw SystemError.last }
        do throws(SystemError) {
          let made = try Descriptor(opening: name, in: parent, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
          try writeFile(named: siteMarker, in: made.number, markerText)
          let number = made.number
          open = consume made
          return number
        } catch {
          try? removeSite(named: name, in: parent, jobs: 1)
          throw error
        }
      }
      return number
    }
  }

  /// Writes a new file, with its folder, and returns what the system knows of it then.
  func write(_ page: PagePath, _ bytes: UnsafeRawBufferPointer, cache: inout FolderCache) throws(PublishingError)
    -> stat
  {
    let root = try folder()
    return try systemCall(at: shown(page)) { () throws(SystemError) in
      try writeFile(named: page.name, in: cache.make(page.folder, below: root), bytes)
    }
  }

  /// Gives a file of the old site a second name here; copies it where the disk refuses links.
  /// - Returns: whether it is the same file, not a copy.
  func link(_ path: String, from old: OpenFolder, cache: inout FolderCache) throws(PublishingError) -> Bool {
    let root = try folder()
    let page = try PagePath(path)
    return try systemCall(at: shown(page)) { () throws(SystemError) in
      let target = try cache.make(page.folder, below: root)
      if linkat(old.number, path, target, page.name, 0) == 0 { return true }
      guard [EPERM, EXDEV, EMLINK, ENOTSUP, ENOSYS].contains(errno) else { throw SystemError.last }
      let source = try Descriptor(opening: path, in: old.number, O_RDONLY | O_NOFOLLOW)
      let bytes = try source.contents(size: Int(try source.status().st_size), limit: .max)
      try writeFile(named: page.name, in: target, bytes)
      return false
    }
  }

  private func shown(_ page: PagePath) -> String { path + "/" + page.full }
}

private let markerText = Array(
  "Made by ropa site, which replaces this folder as a whole. Keep nothing of your own in it.\n".utf8)

/// Writes a file that is not there yet.
func writeFile(named name: String, in folder: Int32, _ bytes: [UInt8], mode: mode_t = 0o644) throws(SystemError) {
  var failure: SystemError?
  bytes.withUnsafeBytes { bytes in
    do throws(SystemError) { _ = try writeFile(named: name, in: folder, bytes, mode: mode) } catch { failure = error }
  }
  if let failure { throw failure }
}

private func writeFile(
  named name: String, in folder: Int32, _ bytes: UnsafeRawBufferPointer, mode: mode_t = 0o644
) throws(SystemError) -> stat {
  let file = try Descriptor(opening: name, in: folder, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode)
  try file.write(bytes)
  let status = try file.status()
  try file.finish()
  return status
}

/// The path of a page, cut into folder and name.
struct PagePath {
  let full: String
  /// The folder in the site, without a slash at the end; empty for the site itself.
  let folder: String
  let name: String

  /// Refuses a path that could leave the site or take the place of marker or manifest.
  init(_ path: String) throws(PublishingError) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isSound = parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8) && !part.contains(0)
    }
    guard isSound, let last = parts.last, !path.utf8.elementsEqual(siteMarker.utf8),
      !path.utf8.elementsEqual(siteManifest.utf8)
    else {
      throw PublishingError(
        path: path, reason: "a page cannot be written under this name",
        advice: "this is a fault of ropa; please report it")
    }
    full = path
    name = String(Substring(last))
    folder = String(Substring(path.utf8.dropLast(last.count + 1)))
  }
}

/// The folder that a thread used last: pages come in the order of their folders.
struct FolderCache: ~Copyable {
  private var path = ""
  private var open: Descriptor?

  /// The open folder at a path below `root`, or nil where there is none. It stays open until the next call.
  mutating func find(_ folder: String, below root: Int32) throws(SystemError) -> Int32? {
    if folder.isEmpty { return root }
    if path == folder, let number = open?.number { return number }
    open = nil
    path = folder
    do throws(SystemError) {
      open = try Descriptor(opening: folder, in: root, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      return open?.number
    } catch {
      if [ENOENT, ENOTDIR, ELOOP].contains(error.number) { return nil }
      throw error
    }
  }

  /// The open folder at a path below `root`, made where it is missing. Several threads may ask for the same.
  mutating func make(_ folder: String, below root: Int32) throws(SystemError) -> Int32 {
    if let found = try find(folder, below: root) { return found }
    let bytes = Array(folder.utf8)
    for end in bytes.indices.dropFirst() + [bytes.endIndex]
    where end == bytes.endIndex || bytes[end] == UInt8(ascii: "/") {
      let part = String(decoding: bytes[..<end], as: UTF8.self)
      if mkdirat(root, part, 0o755) != 0 && errno != EEXIST { throw SystemError.last }
    }
    guard let made = try find(folder, below: root) else { throw SystemError(number: ENOTDIR) }
    return made
  }
}
