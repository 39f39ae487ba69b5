import CPlatform
import RopaKit
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A growing buffer of bytes that a file is made in. `HTMLBuffer` is one, and so is `[UInt8]`.
protocol ByteBuffer: ~Copyable, SendableMetatype {
  init()
  /// Empties the buffer and keeps its memory for the next file.
  mutating func removeAll()
  /// Shows the bytes.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result
}

extension [UInt8]: ByteBuffer {
  mutating func removeAll() { removeAll(keepingCapacity: true) }
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { withUnsafeBytes(body) }
}

/// The files of a site, each made when it is wanted, on any thread.
struct SiteFiles<Buffer: ByteBuffer & ~Copyable>: Sendable {
  /// How many there are.
  let count: Int
  /// The path of a file inside the site, such as `register/activities/x.html`. Neighbours in one folder write faster.
  let path: @Sendable (Int) -> String
  /// Appends the bytes of a file.
  let render: @Sendable (Int, inout Buffer) -> Void
  /// Why the bytes of a file must not be published; then nothing is exchanged.
  let fault: @Sendable (Int, UnsafeRawBufferPointer) -> PublicFault?
}

/// What publishing notes for the next run.
struct BuildRecord: Sendable {
  /// For all fingerprints.
  let key: KeyedHash.Key
  /// Of what went in; nil where the next run shall do everything again.
  let inputs: KeyedHash.Value?
  /// Findings by severity, gravest first, then by state, then the notices that the records contradict.
  let findings: [Int]
}

/// What publishing did.
struct PublishOutcome: Sendable {
  /// Files that are new or whose bytes differ from the site before.
  var written = 0
  /// Files whose bytes are those of the site before.
  var kept = 0
  /// Files of the site before that are gone.
  var removed = 0
  /// The folder with the remains of the site before and why it could not be removed; the next run tries again.
  var leftover: PublishingError?

  /// Nothing was written or removed: the folder and every file in it is as it was.
  var isUnchanged: Bool { written == 0 && removed == 0 && !cleared }
  /// Something that was no page lay in the old site, so that the folder was exchanged although every page is the same.
  var cleared = false
}

extension OutputFolder {
  /// Publishes a site: the folder holds the old site or the new one, whole, at every moment, also when the run is killed.
  ///
  /// Only files that differ are written, into a folder beside, where the others are linked; then the two folders are
  /// exchanged in one step. Where nothing differs, nothing is touched.
  ///
  /// - Parameters:
  ///   - record: what the manifest says of where the files come from.
  ///   - jobs: threads, at least 1; the bytes do not depend on it.
  ///   - progress: told now and then, on any thread, of how many more files are done.
  func publish<Buffer: ByteBuffer & ~Copyable>(
    _ files: SiteFiles<Buffer>, record: BuildRecord, jobs: Int, progress: @Sendable (Int) -> Void = { _ in }
  ) throws(PublishingError) -> PublishOutcome {
    let staging = StagingFolder(of: self)
    do throws(PublishingError) {
      return try replace(with: files, in: staging, record: record, jobs: jobs, progress: progress)
    } catch {
      // What cannot be removed now, the next run removes.
      if staging.isMade { try? removeSite(named: stagingName, in: parent.number, jobs: jobs) }
      throw error
    }
  }

  private func replace<Buffer: ByteBuffer & ~Copyable>(
    with files: SiteFiles<Buffer>, in staging: StagingFolder, record: BuildRecord, jobs: Int,
    progress: @Sendable (Int) -> Void
  ) throws(PublishingError) -> PublishOutcome {
    let old = try openOldSite()
    let all = write(files, old: old, in: staging, key: record.key, jobs: jobs, progress: progress)
    if let failure = all.failure { throw failure }
    let manifest = Manifest(record, all)
    var outcome = PublishOutcome(written: all.written, kept: all.kept.count)
    if let old {
      let tree = try systemCall(at: path) { () throws(SystemError) in try FolderTree(below: old.descriptor) }
      outcome.removed = max(0, tree.pages.count - all.kept.count - all.replaced)
      outcome.cleared = tree.oddities > 0 || tree.folders.count != all.foldersWithAncestors.count
      if outcome.isUnchanged {
        manifest?.write(in: old.number)
        return outcome
      }
    }
    let areLinked = try linkKept(all.kept, of: files, from: old, into: staging, jobs: jobs)
    if areLinked { manifest?.write(in: try staging.folder()) }
    outcome.leftover = try exchange(staging, jobs: jobs)
    return outcome
  }

  private func write<Buffer: ByteBuffer & ~Copyable>(
    _ files: SiteFiles<Buffer>, old: OpenFolder?, in staging: StagingFolder, key: KeyedHash.Key, jobs: Int,
    progress: @Sendable (Int) -> Void
  ) -> ChunkOutcome {
    let isStopped = Atomic(false)
    let chunks = inChunks(
      of: files.count, jobs: jobs, state: { PageWriter<Buffer>(old: old, staging: staging, key: key) },
      body: { range, writer in
        if isStopped.load(ordering: .relaxed) { return ChunkOutcome() }
        let outcome = writer.write(files, range)
        if outcome.failure != nil { isStopped.store(true, ordering: .relaxed) }
        progress(range.count)
        return outcome
      })
    var all = ChunkOutcome()
    for chunk in chunks { all.add(chunk) }
    return all
  }

  private func openOldSite() throws(PublishingError) -> OpenFolder? {
    guard occupant == .site else { return nil }
    return try systemCall(at: path) { () throws(SystemError) in try OpenFolder(name, in: parent.number) }
  }

  /// Takes over the pages that are the same; false where the disk refused links and some are copies.
  private func linkKept<Buffer: ByteBuffer & ~Copyable>(
    _ kept: [Int], of files: SiteFiles<Buffer>, from old: OpenFolder?, into staging: StagingFolder, jobs: Int
  ) throws(PublishingError) -> Bool {
    guard let old else { return true }
    let chunks = inChunks(of: kept.count, jobs: jobs, state: { FolderCache() }) { range, cache in
      Result { () throws(PublishingError) in
        var areLinked = true
        for index in kept[range] {
          let isLinked = try staging.link(files.path(index), from: old, cache: &cache)
          areLinked = areLinked && isLinked
        }
        return areLinked
      }
    }
    var areLinked = true
    for chunk in chunks { areLinked = try chunk.get() && areLinked }
    return areLinked
  }

  /// Puts the new site in its place and removes the old one; an old site that resists is told of, not thrown.
  private func exchange(_ staging: StagingFolder, jobs: Int) throws(PublishingError) -> PublishingError? {
    _ = try staging.folder()
    switch occupant {
    case .nothing, .emptyFolder:
      // Renaming a folder replaces an empty one and nothing else.
      guard renameat(parent.number, stagingName, parent.number, name) == 0 else {
        throw PublishingError(SystemError.last, at: path)
      }
      return nil
    case .site:
      let failure = ropa_exchange(parent.number, stagingName, parent.number, name)
      if failure == EINVAL || failure == ENOSYS || failure == EXDEV || failure == ENOTSUP {
        throw PublishingError(
          path: path, reason: "this disk cannot exchange two folders in one step",
          advice: "remove the folder yourself and run again, or name one on another disk with --output")
      }
      guard failure == 0 else { throw PublishingError(SystemError(number: failure), at: path) }
      do throws(SystemError) {
        try removeSite(named: stagingName, in: parent.number, jobs: jobs)
        return nil
      } catch {
        return PublishingError(error, at: beside(path, stagingName))
      }
    }
  }
}

/// Runs a call and says at which path it failed.
func systemCall<Value: ~Copyable>(
  at path: String, _ body: () throws(SystemError) -> Value
) throws(PublishingError) -> Value {
  do { return try body() } catch { throw PublishingError(error, at: path) }
}
