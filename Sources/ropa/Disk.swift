import LocatedYAML
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a file of the registry was not read. The raw value is the name of the fault in reports.
enum ReadingFaultKind: String, Sendable {
  case wrongEnding = "file-with-wrong-ending"
  case nameNotText = "file-name-not-utf-8"
  case linkLeavesRegistry = "link-leaves-registry"
  case brokenLink = "broken-link"
  case linkToFolder = "link-to-folder"
  case notAFile = "not-a-regular-file"
  case tooLarge = "file-too-large"
  case unreadable = "file-unreadable"
}

/// A file or folder of the registry that was not read, and what to do about it.
struct ReadingFault: Sendable {
  /// Relative to the registry, with `/` between the parts. Bytes that are not UTF-8 are shown as U+FFFD.
  let path: String
  let kind: ReadingFaultKind
  /// What is wrong and what to do, in one or two sentences, without the path.
  let message: String
}

/// What a registry folder holds. Paths are relative to the folder, with `/` between the parts.
struct RegistryFiles: Sendable {
  /// The files that were read, in the order of the bytes of their paths.
  var files: [SourceFile] = []
  /// The files that were not, in the same order.
  var faults: [ReadingFault] = []
  /// Of paths and bytes of the files, where a key was given.
  var fingerprint = KeyedHash.Value()
}

/// The registry folder itself cannot be used.
struct RegistryError: Error {
  /// What is wrong and what to do.
  let message: String
}

/// A file of the registry may have so many bytes.
let largestSourceFile = 1 << 20

/// Opens the folder of the records, or says why it cannot be used.
func openRegistry(at folder: String) throws(RegistryError) -> OpenFolder {
  do throws(SystemError) {
    return try OpenFolder(folder, followsLink: true)
  } catch {
    throw RegistryError(message: explain(error, opening: folder))
  }
}

/// Reads every `.yaml` file below a folder, on up to `jobs` threads.
///
/// Hidden files and folders and files with another ending are passed over, except `.yml`, which is a fault. A link to
/// a file inside the registry is read like a file. One unreadable file never hides the others: each is a fault.
/// - Parameter key: for the fingerprint of the files, where one is wanted.
func readRegistry(at folder: String, jobs: Int, key: KeyedHash.Key? = nil) throws(RegistryError) -> RegistryFiles {
  let root = try openRegistry(at: folder)
  var walk = RegistryWalk(realPath: realPath(folder) ?? folder)
  walk.walk(root.descriptor)
  walk.files.sort { precedes($0.path, $1.path) }
  let found = walk.files
  let chunks = inChunks(of: found.count, jobs: jobs, state: {}) { range, _ in
    var outcome = RegistryFiles()
    for file in found[range] { read(file, in: root.number, into: &outcome) }
    if let key {
      for file in outcome.files { outcome.fingerprint.join(fingerprint(of: file.path, file.bytes, key: key)) }
    }
    return outcome
  }
  var all = RegistryFiles(faults: walk.faults)
  all.files.reserveCapacity(found.count)
  for chunk in chunks {
    all.files += chunk.files
    all.faults += chunk.faults
    all.fingerprint.join(chunk.fingerprint)
  }
  all.faults.sort { precedes($0.path, $1.path) }
  return all
}

/// Compares paths by their bytes, so that their order does not depend on how letters are composed.
private func precedes(_ left: String, _ right: String) -> Bool {
  var (left, right) = (left, right)
  return left.withUTF8 { left in
    right.withUTF8 { right in
      let order = memcmp(left.baseAddress!, right.baseAddress!, min(left.count, right.count))
      return order == 0 ? left.count < right.count : order < 0
    }
  }
}

/// The absolute path without links, or nil where there is nothing or it may not be looked at.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

/// Whether `path` is `folder` or lies in it; both absolute and without links.
func isInside(_ path: String, _ folder: String) -> Bool {
  if folder == "/" || Array(path.utf8) == Array(folder.utf8) { return true }
  return path.utf8.starts(with: Array(folder.utf8) + [UInt8(ascii: "/")])
}

private func explain(_ error: SystemError, opening folder: String) -> String {
  switch error.number {
  case ENOENT where folder == "registry" && realPath("registry.yaml") != nil:
    "there is no folder 'registry' here, and there is a registry.yaml: if this is the register itself, name it as ., as in ropa check ."
  case ENOENT:
    "there is no registry folder '\(folder)': run ropa in the folder that holds it, or name it with --registry DIR"
  case ENOTDIR:
    "'\(folder)' is not a folder: name the folder that holds the records with --registry DIR"
  default:
    "the registry folder '\(folder)' cannot be read (\(error.reason)): allow reading it, or name another"
      + " with --registry DIR"
  }
}

/// A file to read, found by the walk.
private struct FoundFile: Sendable {
  let path: String
  let isLink: Bool
  /// A record, or own text of a notice; else a link that has to be looked at, because it may lead to a folder.
  let isRead: Bool
  /// The registry without links.
  let registry: String
}

private struct RegistryWalk {
  let realPath: String
  var files: [FoundFile] = []
  var faults: [ReadingFault] = []

  /// Walks with a list of folders still to do instead of recursion: depth is the user's choice, the stack is ours.
  mutating func walk(_ root: borrowing Descriptor) {
    var waiting = [""]
    while let folder = waiting.popLast() {
      do throws(SystemError) {
        let open = try Descriptor(
          opening: folder.isEmpty ? "." : folder, in: root.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        for entry in try entries(of: open) where !entry.isHidden {
          take(entry, in: folder, waiting: &waiting)
        }
      } catch {
        faults.append(
          ReadingFault(
            path: folder.isEmpty ? "." : folder, kind: .unreadable,
            message: "this folder cannot be read (\(error.reason)); allow reading it"))
      }
    }
  }

  private mutating func take(_ entry: FolderEntry, in folder: String, waiting: inout [String]) {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let bytes = entry.name.dropLast().map { UInt8(bitPattern: $0) }
    let isYAML = bytes.hasSuffix(".yaml")
    let isRead = isYAML || (folder == "notices" && bytes.hasSuffix(".md"))
    guard isRead || bytes.hasSuffix(".yml") || entry.kind == .folder || entry.kind == .link else { return }
    guard let name = String(validating: bytes, as: UTF8.self) else {
      let shown = String(decoding: bytes, as: UTF8.self)
      faults.append(
        ReadingFault(
          path: prefix + shown, kind: .nameNotText,
          message: "the name is not UTF-8; rename the file, with the letters a-z, digits and hyphens"))
      return
    }
    let path = prefix + name
    if bytes.hasSuffix(".yml") {
      faults.append(
        ReadingFault(path: path, kind: .wrongEnding, message: "records are read from .yaml files; rename it to .yaml"))
      return
    }
    switch entry.kind {
    case .file: files.append(FoundFile(path: path, isLink: false, isRead: true, registry: realPath))
    case .folder where !isRead: waiting.append(path)
    case .link: files.append(FoundFile(path: path, isLink: true, isRead: isRead, registry: realPath))
    case .folder, .other:
      faults.append(
        ReadingFault(path: path, kind: .notAFile, message: "this is not a file; move it out of the registry"))
    }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
  }
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

private func read(_ file: FoundFile, in root: Int32, into outcome: inout RegistryFiles) {
  func fault(_ kind: ReadingFaultKind, _ message: String) {
    outcome.faults.append(ReadingFault(path: file.path, kind: kind, message: message))
  }
  var target = file.path
  if file.isLink {
    guard file.isRead || isFolder(file.registry + "/" + file.path) else { return }
    guard let resolved = realPath(file.registry + "/" + file.path) else {
      return fault(.brokenLink, "this link leads to nothing; remove it or point it at a file of the registry")
    }
    guard isInside(resolved, file.registry) else {
      return fault(.linkLeavesRegistry, "this link leads out of the registry; put the file itself here")
    }
    target = resolved
  }
  do throws(SystemError) {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write into it.
    let open = try Descriptor(opening: target, in: root, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    let status = try open.status()
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      return fault(.linkToFolder, "this link leads to a folder, which is not followed; link the single files")
    default: return fault(.notAFile, "this is not a file; move it out of the registry")
    }
    let bytes = try open.contents(size: Int(status.st_size), limit: largestSourceFile + 1)
    guard bytes.count <= largestSourceFile else {
      return fault(.tooLarge, "the file is larger than 1 MiB and was not read; split it into one file per record")
    }
    outcome.files.append(SourceFile(path: file.path, bytes: bytes))
  } catch {
    fault(.unreadable, "the file cannot be read (\(error.reason))")
  }
}

/// Reads some files of a folder by name; those that are not there are left out.
func readFiles(_ names: [String], in folder: String) throws(RegistryError) -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  do throws(SystemError) {
    let root = try OpenFolder(folder, followsLink: true)
    for name in names {
      do throws(SystemError) {
        let file = try Descriptor(opening: name, in: root.number, O_RDONLY | O_NONBLOCK)
        files[name] = try file.contents(size: Int(try file.status().st_size), limit: .max)
      } catch  where error.number == ENOENT {
        continue
      }
    }
  } catch {
    throw RegistryError(
      message: "'\(folder)' cannot be read (\(error.reason)); name a folder with style.css or icon.svg in it")
  }
  return files
}
