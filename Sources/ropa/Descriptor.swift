#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A call to the system that did not succeed, with its error number.
struct SystemError: Error, Equatable {
  /// The number, such as `ENOSPC`.
  let number: Int32

  /// The error of the call that failed last on this thread.
  static var last: SystemError { SystemError(number: errno) }

  /// The system's own words for the error, such as "No space left on device".
  var reason: String { String(cString: strerror(number)) }
}

/// An open file or folder, closed at the end of its life.
struct Descriptor: ~Copyable, Sendable {
  /// The number that the system knows it by.
  let number: Int32

  /// Opens a file or folder; `flags` as for `openat`, to which close-on-exec is added.
  ///
  /// - Parameters:
  ///   - path: absolute, or relative to `folder`, ended by a zero byte.
  ///   - folder: an open folder, or `AT_FDCWD` for the working folder.
  ///   - mode: the permissions of a file that is made, before the umask.
  init(
    opening path: UnsafePointer<CChar>, in folder: Int32 = AT_FDCWD, _ flags: Int32, mode: mode_t = 0
  ) throws(SystemError) {
    var result = openat(folder, path, flags | O_CLOEXEC, mode)
    while result < 0 && errno == EINTR { result = openat(folder, path, flags | O_CLOEXEC, mode) }
    guard result >= 0 else { throw SystemError.last }
    number = result
  }

  deinit { _ = close(number) }

  /// Closes now and tells of what the system only then says: network disks report a failed write here.
  consuming func finish() throws(SystemError) {
    let number = number
    discard self
    // After EINTR the descriptor is gone on Linux; a second close could hit another thread's file.
    if close(number) != 0 && errno != EINTR { throw SystemError.last }
  }

  /// What the system knows about the open file.
  func status() throws(SystemError) -> stat {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw SystemError.last }
    return status
  }

  /// Reads a regular file until the buffer is full or the file ends, and says how many bytes that were. Fewer than asked for come at
  /// its end only, so that one call is enough.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    let count = readRetrying(into: buffer)
    guard count >= 0 else { throw SystemError.last }
    return count
  }

  /// Reads a file from its beginning, and stops after `limit` bytes.
  /// - Parameter size: what the file is known to have, in bytes.
  func contents(size: Int, limit: Int) throws(SystemError) -> [UInt8] {
    // One byte more than the file has, so that a file that grows meanwhile shows.
    var capacity = min(size, limit - 1) + 1
    while true {
      var failure: SystemError?
      let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        do throws(SystemError) { count = try fill(UnsafeMutableRawBufferPointer(buffer)) } catch { failure = error }
      }
      if let failure { throw failure }
      if bytes.count < capacity || capacity == limit { return bytes }
      capacity = limit
      guard lseek(number, 0, SEEK_SET) == 0 else { throw SystemError.last }
    }
  }

  private func readRetrying(into free: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(number, free.baseAddress, free.count)
      #else
        let count = Glibc.read(number, free.baseAddress, free.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Writes all of the bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) { try writeAll(bytes, to: number) }
}

/// An open folder that several threads and closures share; it stays open as long as any of them holds it.
final class OpenFolder: Sendable {
  /// The folder itself.
  let descriptor: Descriptor

  /// Opens a folder that is no link.
  ///
  /// - Parameters:
  ///   - path: relative to `parent`.
  ///   - followsLink: whether `path` may be a link to a folder.
  init(_ path: String, in parent: Int32 = AT_FDCWD, followsLink: Bool = false) throws(SystemError) {
    descriptor = try Descriptor(
      opening: path, in: parent, O_RDONLY | O_DIRECTORY | (followsLink ? 0 : O_NOFOLLOW))
  }

  /// The number that the system knows it by; good only while the folder is held.
  var number: Int32 { descriptor.number }
}

/// Writes all of the bytes to an open file or stream; the system may take them in several portions.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let portion = UnsafeRawBufferPointer(rebasing: rest)
    #if canImport(Darwin)
      let count = Darwin.write(descriptor, portion.baseAddress, portion.count)
    #else
      let count = Glibc.write(descriptor, portion.baseAddress, portion.count)
    #endif
    if count < 0 && errno == EINTR { continue }
    guard count >= 0 else { throw SystemError.last }
    rest = rest.dropFirst(count)
  }
}
