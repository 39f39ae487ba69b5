/// Growing bytes of one page. Markup comes from the program's literals only; values go through escaping by UTF-8 byte, so that no value
/// becomes markup, whatever its characters combine to.
package struct HTMLBuffer: ~Copyable {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  package private(set) var count = 0

  package init() {
    capacity = 1 << 14
    storage = .allocate(capacity: capacity)
  }

  deinit { storage.deallocate() }

  /// Forgets the bytes and keeps the room.
  package mutating func removeAll() { count = 0 }

  /// Lends the bytes, valid during the call only.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(UnsafeRawBufferPointer(start: storage, count: count))
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let grown = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    larger.update(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity = grown
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    reserve(bytes.count)
    (storage + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Markup of the program.
  package mutating func html(_ literal: StaticString) {
    append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// A value between tags or inside a quoted attribute: both escape the same bytes.
  package mutating func text(_ value: String) {
    var value = value
    value.withUTF8 { escape($0) }
  }

  /// A value that is at hand as UTF-8 bytes; escaped like any other.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { escape(bytes) }

  /// What was made by another buffer: escaped there already.
  mutating func markup(_ markup: Markup) { markup.bytes.withUnsafeBufferPointer { append($0) } }

  /// One of many that were made beforehand.
  mutating func markup(_ index: Int, of table: MarkupTable) {
    let (start, end) = (Int(table.starts[index]), Int(table.starts[index + 1]))
    table.bytes.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// A file that is no page, as it is: one of the theme, or text in another form. For nothing else: these bytes are not escaped.
  mutating func bytes(_ file: [UInt8]) { file.withUnsafeBufferPointer { append($0) } }

  /// A value whose line ends become breaks.
  package mutating func lines(_ value: String) {
    var first = true
    for line in value.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      if !first { html("<br>") }
      first = false
      text(String(Substring(line)))
    }
  }

  package mutating func number(_ value: Int) {
    guard value >= 0 else { return text(String(value)) }
    reserve(20)
    var (rest, first) = (value, count)
    repeat {
      storage[count] = UInt8(ascii: "0") + UInt8(rest % 10)
      count += 1
      rest /= 10
    } while rest > 0
    // The digits were written from the last one on.
    var last = count - 1
    while first < last {
      (storage[first], storage[last]) = (storage[last], storage[first])
      first += 1
      last -= 1
    }
  }

  /// The address of a link, inside the quotes of an attribute.
  package mutating func link(_ link: Link) { text(link.address) }

  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < bytes.count {
      // Eight bytes at a time: in most of them there is nothing to see to.
      let end = min(index + 8, bytes.count)
      if end - index == 8, !mayNeedCare(UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self)) {
        index = end
        continue
      }
      while index < end {
        if !needsCare(bytes[index]) {
          index += 1
          continue
        }
        let (length, replacement) = careful(bytes, at: index)
        if length == 0 {
          index += 1
          continue
        }
        append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        switch replacement {
        case .markup(let entity): html(entity)
        case .code(let code): html("U+"); appendHexadecimal(code)
        }
        index += length
        start = index
      }
    }
    append(UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
  }

  private enum Replacement {
    case markup(StaticString)
    case code(UInt32)
  }

  /// What stands in place of the bytes at an index; length 0 when they may pass.
  private func careful(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, Replacement) {
    switch bytes[index] {
    case UInt8(ascii: "&"): return (1, .markup("&amp;"))
    case UInt8(ascii: "<"): return (1, .markup("&lt;"))
    case UInt8(ascii: ">"): return (1, .markup("&gt;"))
    case UInt8(ascii: "\""): return (1, .markup("&quot;"))
    case UInt8(ascii: "'"): return (1, .markup("&#39;"))
    default:
      let invisible = invisibleScalar(bytes, at: index)
      return (invisible.length, .code(invisible.scalar))
    }
  }

  private mutating func appendHexadecimal(_ code: UInt32) {
    let digits = String(code, radix: 16, uppercase: true)
    text(String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits)
  }
}

/// A stretch of a page that is made once and stands on many pages.
struct Markup: Sendable {
  fileprivate let bytes: [UInt8]

  init(_ write: (inout HTMLBuffer) -> Void) {
    var buffer = HTMLBuffer()
    write(&buffer)
    bytes = buffer.withBytes { Array($0) }
  }
}

/// Many such stretches one after the other.
struct MarkupTable: Sendable {
  fileprivate let bytes: [UInt8]
  /// Where each begins, and where the last one ends.
  fileprivate let starts: [UInt32]

  /// Nothing was written for a number.
  func isEmpty(_ index: Int) -> Bool { starts[index] == starts[index + 1] }

  /// - Parameter write: makes the stretch of a number.
  init(count: Int, _ write: (Int, inout HTMLBuffer) -> Void) {
    var buffer = HTMLBuffer()
    var starts: [UInt32] = []
    starts.reserveCapacity(count + 1)
    for index in 0..<count {
      starts.append(UInt32(buffer.count))
      write(index, &buffer)
    }
    starts.append(UInt32(buffer.count))
    self.starts = starts
    bytes = buffer.withBytes { Array($0) }
  }
}

/// A byte that may begin something that cannot pass as it is.
@inline(__always)
private func needsCare(_ byte: UInt8) -> Bool {
  byte < 0x28
    ? byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x27
    : byte == 0x3C || byte == 0x3E || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
}

/// The same question about eight bytes at once; true also for every byte beyond ASCII.
@inline(__always)
private func mayNeedCare(_ block: UInt64) -> Bool {
  let each: UInt64 = 0x0101_0101_0101_0101
  // The top bit of a byte is set where it was zero; bytes beyond ASCII are caught by their own top bit.
  func isZero(_ bytes: UInt64) -> UInt64 { (bytes &- each) & ~bytes }
  let control = (block &- each &* 0x20) & ~block | isZero(block ^ each &* 0x7F)
  let quotes = isZero(block ^ each &* 0x22) | isZero((block & (each &* 0xFE)) ^ each &* 0x26)
  let angles = isZero((block & (each &* 0xFD)) ^ each &* 0x3C)
  return (block | control | quotes | angles) & (each &* 0x80) != 0
}

/// A character that shows nothing and may change how others are shown or read: a control character, a direction mark or override, a
/// separator of lines, a byte order mark. Line feed and tab pass.
/// - Returns: the number of bytes and the scalar; length 0 for everything else.
func invisibleScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, scalar: UInt32) {
  let byte = bytes[index]
  if byte < 0x20 || byte == 0x7F { return byte == 0x0A || byte == 0x09 ? (0, 0) : (1, UInt32(byte)) }
  if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 { return (2, UInt32(bytes[index + 1])) }
  guard index + 2 < bytes.count, byte == 0xE2 || byte == 0xEF else { return (0, 0) }
  let scalar = UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
  switch scalar {
  case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: return (3, scalar)
  default: return (0, 0)
  }
}
