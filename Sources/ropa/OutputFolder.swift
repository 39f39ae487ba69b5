import CPlatform

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file that says that a folder was made by `ropa site` and may be replaced as a whole.
let siteMarker = ".ropa-site"

/// A site could not be published. What was published before is untouched.
struct PublishingError: Error {
  /// The file or folder that it is about.
  let path: String
  /// What is wrong, without the path.
  let reason: String
  /// What to do.
  let advice: String

  /// All three in one line.
  var message: String { "'\(path)': \(reason); \(advice)" }
}

extension PublishingError {
  /// A failed call of the system, with advice by its number.
  init(_ error: SystemError, at path: String) {
    let advice =
      switch error.number {
      case ENOSPC, EDQUOT: "free some space there and run again"
      case EACCES, EPERM, EROFS: "allow writing there, or name another folder with --output"
      default: "the site published before, if any, is untouched; run again when this is mended"
      }
    self.init(path: path, reason: error.reason, advice: advice)
  }
}

/// The folder that a site is published into, locked against other runs for as long as the value lives.
///
/// Making one refuses every folder that is not ours to replace, and clears away what a killed run left behind; so make
/// it before the long work.
struct OutputFolder: ~Copyable, Sendable {
  /// What is there before the run.
  enum Occupant: Sendable { case nothing, emptyFolder, site }

  /// As the user wrote it, without slashes at the end.
  let path: String
  /// The last part of the path.
  let name: String
  /// The folder in which the next site is put together, beside the output.
  let stagingName: String
  /// The folder that holds both; its lock is ours.
  let parent: Descriptor
  let occupant: Occupant

  /// Looks at the folder, locks it and clears leftovers.
  ///
  /// - Parameters:
  ///   - path: where the site goes; need not exist, folders above it are made.
  ///   - registry: the folder of the records, which must neither hold the output nor lie in it.
  ///   - jobs: threads for clearing leftovers.
  init(at path: String, apartFrom registry: String, jobs: Int) throws(PublishingError) {
    let (above, name) = try split(path)
    let path = above.isEmpty ? name : above == "/" ? "/" + name : above + "/" + name
    let stagingName = ".\(name).ropa-staging"
    try makeFolders(above)
    try refuse(path, name: name, above: above, near: registry)
    let parent = try systemCall(at: above) { () throws(SystemError) in
      try Descriptor(opening: above.isEmpty ? "." : above, O_RDONLY | O_DIRECTORY)
    }
    guard flock(parent.number, LOCK_EX | LOCK_NB) == 0 else {
      if errno != EWOULDBLOCK { throw PublishingError(SystemError.last, at: above) }
      throw PublishingError(
        path: path, reason: "another ropa site is writing beside this folder",
        advice: "wait until it has ended and run again")
    }
    let occupant = try look(at: path, name: name, in: parent)
    try clearLeftovers(named: stagingName, beside: path, in: parent, jobs: jobs)
    self.path = path
    self.name = name
    self.stagingName = stagingName
    self.occupant = occupant
    self.parent = consume parent
  }
}

private func split(_ path: String) throws(PublishingError) -> (above: String, name: String) {
  var bytes = Array(path.utf8)
  while bytes.count > 1 && bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
  let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
  let name = String(decoding: slash.map { bytes[($0 + 1)...] } ?? bytes[...], as: UTF8.self)
  guard !name.isEmpty, name != ".", name != ".." else {
    throw PublishingError(
      path: path, reason: "this does not name a folder of its own",
      advice: "name one that ropa site may replace as a whole, such as --output site/build")
  }
  guard let slash else { return ("", name) }
  return (slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self), name)
}

/// Makes the folders above the output where they are missing.
private func makeFolders(_ path: String) throws(PublishingError) {
  let bytes = Array(path.utf8)
  for end in bytes.indices.dropFirst() where bytes[end] == UInt8(ascii: "/") {
    _ = mkdir(String(decoding: bytes[..<end], as: UTF8.self), 0o755)
  }
  if !path.isEmpty && mkdir(path, 0o755) != 0 && errno != EEXIST && errno != EISDIR {
    throw PublishingError(SystemError.last, at: path)
  }
}

private func refuse(_ path: String, name: String, above: String, near registry: String) throws(PublishingError) {
  guard let parent = realPath(above.isEmpty ? "." : above) else {
    throw PublishingError(SystemError.last, at: above)
  }
  guard let records = realPath(registry) else { return }
  // An output that is a link is refused by itself; so this is its true path.
  let output = parent == "/" ? "/" + name : parent + "/" + name
  if isInside(records, output) || isInside(output, records) {
    throw PublishingError(
      path: path, reason: "the site and the registry '\(registry)' would lie in one another",
      advice: "name a folder beside the registry, such as --output site/build")
  }
}

private func look(
  at path: String, name: String, in parent: borrowing Descriptor
) throws(PublishingError) -> OutputFolder.Occupant {
  func refusal(_ reason: String) -> PublishingError {
    PublishingError(
      path: path, reason: reason,
      advice: "name a folder that does not exist yet or was made by ropa site, with --output DIR")
  }
  var status = stat()
  guard fstatat(parent.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
    if errno == ENOENT { return .nothing }
    throw PublishingError(SystemError.last, at: path)
  }
  switch status.st_mode & S_IFMT {
  case S_IFDIR: break
  case S_IFLNK: throw refusal("this is a link, and a link cannot be exchanged for a folder")
  default: throw refusal("this is not a folder")
  }
  if ropa_is_mount_point(parent.number, name) != 0 {
    throw refusal("a disk is mounted here, and a mounted disk cannot be exchanged in one step")
  }
  switch ownership(of: name, in: parent.number) {
  case .success(.ours): return .site
  case .success(.empty): return .emptyFolder
  case .success(.foreign):
    throw refusal("this folder holds files and was not made by ropa site (no \(siteMarker) in it)")
  case .failure(let error): throw PublishingError(error, at: path)
  }
}

private func clearLeftovers(
  named name: String, beside path: String, in parent: borrowing Descriptor, jobs: Int
) throws(PublishingError) {
  let staging = beside(path, name)
  var status = stat()
  guard fstatat(parent.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
    if errno == ENOENT { return }
    throw PublishingError(SystemError.last, at: staging)
  }
  let inTheWay = PublishingError(
    path: staging, reason: "this is in the way of the next site and was not made by ropa site",
    advice: "move it away and run again")
  guard status.st_mode & S_IFMT == S_IFDIR, ropa_is_mount_point(parent.number, name) == 0 else { throw inTheWay }
  switch ownership(of: name, in: parent.number) {
  case .success(.foreign): throw inTheWay
  case .success(.ours), .success(.empty):
    do throws(SystemError) {
      try removeSite(named: name, in: parent.number, jobs: jobs)
    } catch {
      throw PublishingError(error, at: staging)
    }
  case .failure(let error): throw PublishingError(error, at: staging)
  }
}

/// The path of a name in the folder that holds `path`.
func beside(_ path: String, _ name: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return name }
  return String(path[...slash]) + name
}

private enum Ownership { case ours, empty, foreign }

private func ownership(of name: String, in parent: Int32) -> Result<Ownership, SystemError> {
  Result { () throws(SystemError) -> Ownership in
    let folder = try Descriptor(opening: name, in: parent, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
    let entries = try entries(of: folder)
    if entries.isEmpty { return .empty }
    return entries.contains { $0.kind == .file && $0.isNamed(".ropa-site") } ? .ours : .foreign
  }
}
