import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What became of a run of pages.
struct ChunkOutcome: Sendable {
  /// Pages that the old site holds with the same bytes.
  var kept: [Int] = []
  /// Pages written, and how many of them the old site holds with other bytes.
  var written = 0
  var replaced = 0
  /// The folders of all the pages.
  var folders: Set<String> = []
  /// Of the pages, as the system knows them now.
  var fingerprint = KeyedHash.Value()
  var failure: PublishingError?

  /// Joins the outcome of a later chunk; the first failure stays.
  mutating func add(_ other: ChunkOutcome) {
    kept += other.kept
    written += other.written
    replaced += other.replaced
    folders.formUnion(other.folders)
    fingerprint.join(other.fingerprint)
    failure = failure ?? other.failure
  }

  /// `folders` and every folder that they lie in.
  var foldersWithAncestors: Set<String> {
    var all: Set<String> = []
    for folder in folders where !folder.isEmpty {
      all.insert(folder)
      for slash in folder.utf8.indices where folder.utf8[slash] == UInt8(ascii: "/") {
        all.insert(String(folder[..<slash]))
      }
    }
    return all
  }
}

/// Makes pages on one thread: compares each with the old site and writes it where it differs.
struct PageWriter<Buffer: ByteBuffer & ~Copyable>: ~Copyable {
  private let old: OpenFolder?
  private let staging: StagingFolder
  private let key: KeyedHash.Key
  private var buffer = Buffer()
  private var comparison: [UInt8] = []
  private var oldFolders = FolderCache()
  private var newFolders = FolderCache()

  /// - Parameters:
  ///   - old: the old site, or nil where there is none.
  ///   - key: for the fingerprint of the pages.
  init(old: OpenFolder?, staging: StagingFolder, key: KeyedHash.Key) {
    self.old = old
    self.staging = staging
    self.key = key
  }

  /// Makes the pages of a range; stops at the first that cannot be written.
  mutating func write(_ files: SiteFiles<Buffer>, _ range: Range<Int>) -> ChunkOutcome {
    var outcome = ChunkOutcome()
    do throws(PublishingError) {
      for index in range {
        let page = try PagePath(files.path(index))
        outcome.folders.insert(page.folder)
        buffer.removeAll()
        files.render(index, &buffer)
        if let fault = buffer.withBytes({ files.fault(index, $0) }) {
          throw PublishingError(
            path: page.full, reason: fault.reason,
            advice: fault.advice + " (nothing was published, the site before is as it was)")
        }
        switch try compare(page) {
        case .same(let status):
          outcome.kept.append(index)
          outcome.fingerprint.join(fingerprint(of: page.full, status, key: key))
        case let other:
          outcome.fingerprint.join(fingerprint(of: page.full, try write(page), key: key))
          outcome.written += 1
          if case .different = other { outcome.replaced += 1 }
        }
      }
    } catch {
      outcome.failure = error
    }
    return outcome
  }

  private mutating func write(_ page: PagePath) throws(PublishingError) -> stat {
    var failure: PublishingError?
    var status = stat()
    // One closure cannot hold two parts of self for changing; so the cache steps outside.
    var cache = FolderCache()
    swap(&cache, &newFolders)
    buffer.withBytes { bytes in
      do throws(PublishingError) { status = try staging.write(page, bytes, cache: &cache) } catch { failure = error }
    }
    swap(&cache, &newFolders)
    if let failure { throw failure }
    return status
  }

  /// Whether the first bytes of the old file are those of the new one. Both hold so many.
  private func isBufferEqual(count: Int) -> Bool {
    buffer.withBytes { new in
      comparison.withUnsafeBytes { old in
        guard let new = new.baseAddress, let old = old.baseAddress else { return count == 0 }
        return memcmp(old, new, count) == 0
      }
    }
  }

  private enum Comparison {
    case same(stat)
    case different, absent
  }

  private mutating func compare(_ page: PagePath) throws(PublishingError) -> Comparison {
    guard let old else { return .absent }
    do throws(SystemError) {
      guard let folder = try oldFolders.find(page.folder, below: old.number) else { return .absent }
      let file = try Descriptor(opening: page.name, in: folder, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      let status = try file.status()
      guard status.st_mode & S_IFMT == S_IFREG else { return .different }
      let size = Int(status.st_size)
      guard buffer.withBytes({ $0.count == size }) else { return .different }
      if comparison.count < size + 1 { comparison = [UInt8](repeating: 0, count: 2 * (size + 1)) }
      var failure: SystemError?
      var read = 0
      // One byte more, so that a file that grows meanwhile shows.
      comparison.withUnsafeMutableBytes { free in
        let wanted = UnsafeMutableRawBufferPointer(rebasing: free[...size])
        do throws(SystemError) { read = try file.fill(wanted) } catch { failure = error }
      }
      if let failure { throw failure }
      return read == size && isBufferEqual(count: size) ? .same(status) : .different
    } catch {
      switch error.number {
      case ENOENT, ENOTDIR: return .absent
      // What cannot be read as a file is no page of ours: it is written anew.
      case ELOOP, EACCES, ENXIO, EISDIR: return .different
      default: throw PublishingError(error, at: page.full)
      }
    }
  }
}
