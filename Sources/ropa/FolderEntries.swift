#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// One name in a folder.
struct FolderEntry {
  /// What stands behind a name; a link is not followed.
  enum Kind { case file, folder, link, other }

  /// The name as the system spells it, ended by a zero byte: it need not be UTF-8.
  let name: [CChar]
  let kind: Kind

  /// Whether the name begins with a dot.
  var isHidden: Bool { name.first == CChar(UInt8(ascii: ".")) }

  /// Whether the name is this one, byte for byte.
  func isNamed(_ other: StaticString) -> Bool {
    other.withUTF8Buffer { other in
      name.count == other.count + 1 && zip(name, other).allSatisfy { UInt8(bitPattern: $0) == $1 }
    }
  }
}

/// The names in an open folder in no particular order, without `.` and `..`.
func entries(of folder: borrowing Descriptor) throws(SystemError) -> [FolderEntry] {
  // The stream closes its descriptor, so it gets one of its own.
  let own = openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard own >= 0 else { throw SystemError.last }
  guard let stream = fdopendir(own) else {
    let failure = SystemError.last
    _ = close(own)
    throw failure
  }
  defer { _ = closedir(stream) }
  var found: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      if errno != 0 { throw SystemError.last }
      return found
    }
    // By key path offset: a copy of the tuple would copy 256 bytes, and more than the record may hold.
    let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name)!
    let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
    let name = [CChar](UnsafeBufferPointer(start: start, count: strlen(start) + 1))
    if isSelfOrParent(name) { continue }
    found.append(FolderEntry(name: name, kind: kind(of: name, type: entry.pointee.d_type, in: own)))
  }
}

private func isSelfOrParent(_ name: [CChar]) -> Bool {
  let dot = CChar(UInt8(ascii: "."))
  return name == [dot, 0] || name == [dot, dot, 0]
}

private func kind(of name: [CChar], type: UInt8, in folder: Int32) -> FolderEntry.Kind {
  switch Int(type) {
  case Int(DT_REG): return .file
  case Int(DT_DIR): return .folder
  case Int(DT_LNK): return .link
  case Int(DT_UNKNOWN):
    // Some file systems do not keep the kind in the folder.
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  default: return .other
  }
}
