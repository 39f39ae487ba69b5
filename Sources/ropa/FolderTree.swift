import RopaKit

import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Everything below a folder of ours: what an old site holds. Links are named, not followed.
struct FolderTree {
  /// The folders below the root, each after the one it lies in, as paths that end with a zero byte.
  private(set) var folders: [[CChar]] = []
  /// Everything that is not a folder.
  private(set) var files: [[CChar]] = []
  /// How many of `files` are links, pipes and the like.
  private(set) var oddities = 0

  /// The files but marker and manifest.
  var pages: [[CChar]] {
    let (marker, manifest) = (siteMarker.utf8CString, siteManifest.utf8CString)
    return files.filter { !$0.elementsEqual(marker) && !$0.elementsEqual(manifest) }
  }

  /// Lists all that lies below an open folder.
  init(below root: borrowing Descriptor) throws(SystemError) {
    try add(entries(of: root), in: [])
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      let open = try Descriptor(opening: folder, in: root.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      try add(entries(of: open), in: folder.dropLast() + [CChar(UInt8(ascii: "/"))])
      next += 1
    }
  }

  private mutating func add(_ entries: [FolderEntry], in prefix: [CChar]) {
    for entry in entries {
      switch entry.kind {
      case .folder: folders.append(prefix + entry.name)
      case .file: files.append(prefix + entry.name)
      case .link, .other:
        files.append(prefix + entry.name)
        oddities += 1
      }
    }
  }
}

/// Removes a folder of ours with all that is in it; the marker goes last but the folder itself.
///
/// Whoever is stopped half-way leaves a folder that still says whose it is.
func removeSite(named name: String, in parent: Int32, jobs: Int) throws(SystemError) {
  let root = try OpenFolder(name, in: parent)
  let tree = try FolderTree(below: root.descriptor)
  let marker = siteMarker.utf8CString
  let files = tree.files.filter { !$0.elementsEqual(marker) }
  let failures = inChunks(of: files.count, jobs: jobs, state: {}) { range, _ -> SystemError? in
    for file in files[range] where unlinkat(root.number, file, 0) != 0 && errno != ENOENT { return SystemError.last }
    return nil
  }
  for case let failure? in failures { throw failure }
  for folder in tree.folders.reversed() where unlinkat(root.number, folder, AT_REMOVEDIR) != 0 {
    throw SystemError.last
  }
  if unlinkat(root.number, siteMarker, 0) != 0 && errno != ENOENT { throw SystemError.last }
  if unlinkat(parent, name, AT_REMOVEDIR) != 0 { throw SystemError.last }
}
