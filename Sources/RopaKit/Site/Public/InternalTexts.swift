import LocatedYAML
import Synchronization

/// The longer texts that stand in internal fields, to be searched for in bytes that are about to be published.
///
/// Of each text one stretch is kept that no page would write otherwise: whole words from the second one on, without characters that are
/// escaped, of 40, 64 or 96 bytes. Shorter texts are left to the types: they may well be said by chance. So are texts of `registry.yaml`.
final class InternalTexts: Sendable {
  private let stretches: [UInt64: SourceRange]
  /// A bit for the first 16 bytes of each stretch, so that almost every place is passed over at the first look.
  private let firstLooks: [UInt64]
  private let registry: Registry
  private let words: [SourceFile]
  /// Stretches that also stand in public fields or in the program's own texts. Made when the first stretch is found: mostly none is.
  private let excused = Mutex<Set<UInt64>?>(nil)

  init(_ registry: Registry, words: [SourceFile], jobs: Int) {
    self.registry = registry
    // People have been shown what a kept version says.
    self.words = words + registry.files.filter(\.isKeptVersion)
    let plans = RecordKind.allCases.map { PrivacyPlan.fields(of: $0) }
    let chunks = inChunks(of: registry.headers.count, size: 1024, jobs: jobs, state: {}) { range, _ in
      var found: [(hash: UInt64, firstLook: UInt64, range: SourceRange)] = []
      for header in registry.headers[range] where !header.isBuiltIn {
        let tree = registry.trees[Int(header.chunk)]
        PrivacyWalk(tree: tree) { node, isInternal in
          guard isInternal, let stretch = tree.withText(node, Stretch.init) else { return }
          found.append((stretch.hash, stretch.firstLook, tree.range(node)))
        }.record(header, plans[RecordKind.allCases.firstIndex(of: header.kind)!])
      }
      return found
    }
    let found = chunks.flatMap(\.self)
    stretches = Dictionary(found.map { ($0.hash, $0.range) }) { first, _ in first }
    var bits = [UInt64](repeating: 0, count: 64)
    while bits.count < found.count / 4 { bits = [UInt64](repeating: 0, count: bits.count * 2) }
    for stretch in found {
      let bit = Int(truncatingIfNeeded: stretch.firstLook) & (bits.count * 64 - 1)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    firstLooks = bits
  }

  /// The first internal text in some bytes: its record or file, and how it begins.
  func first(in bytes: UnsafeBufferPointer<UInt8>) -> (place: String, words: String)? {
    var found: (place: String, words: String)?
    search(bytes) { hash, start in
      guard let range = stretches[hash], !isExcused(hash) else { return true }
      let file = registry.files[Int(range.file)]
      let position = file.position(at: range.start)
      found = (
        "\(file.path):\(position.line):\(position.column)",
        shown(bytes[start..<min(start + Stretch.lengths[0], bytes.count)])
      )
      return false
    }
    return found
  }

  /// Hands the hash of every stretch that is one of ours and its place to `body`, until that returns false.
  private func search(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt64, Int) -> Bool) {
    if stretches.isEmpty { return }
    let raw = UnsafeRawBufferPointer(bytes)
    let mask = firstLooks.count * 64 - 1
    firstLooks.withUnsafeBufferPointer { bits in
      var index = 0
      while let space = firstIndex(of: 0x20, in: bytes, from: index) {
        index = space + 1
        guard index + Stretch.lengths[0] <= bytes.count else { return }
        let bit = Int(truncatingIfNeeded: Stretch.firstLook(raw, index)) & mask
        guard bits[bit >> 6] & 1 << UInt64(bit & 63) != 0 else { continue }
        for length in Stretch.lengths where index + length <= bytes.count {
          let hash = Stretch.hash(raw, index, length)
          if stretches[hash] != nil, !body(hash, index) { return }
        }
      }
    }
  }

  private func isExcused(_ hash: UInt64) -> Bool {
    excused.withLock { known in
      if known == nil { known = textsThatMayBeSaid() }
      return known?.contains(hash) ?? false
    }
  }

  private func textsThatMayBeSaid() -> Set<UInt64> {
    var said: Set<UInt64> = []
    func note(_ bytes: UnsafeBufferPointer<UInt8>) {
      search(bytes) { hash, _ in
        said.insert(hash)
        return true
      }
    }
    for file in words { file.bytes.withUnsafeBufferPointer(note) }
    let plans = RecordKind.allCases.map { PrivacyPlan.fields(of: $0) }
    for header in registry.headers where !header.isBuiltIn {
      let tree = registry.trees[Int(header.chunk)]
      PrivacyWalk(tree: tree) { node, isInternal in
        guard !isInternal else { return }
        tree.withText(node) { text in
          note(text)
          // As files of plain text and Markdown write it: on one line, and without signs of emphasis.
          guard text.contains(where: { $0 == 0x0A || Stretch.isSign($0) }) else { return }
          let line = text.map { $0 == 0x0A ? 0x20 : $0 }
          line.withUnsafeBufferPointer(note)
          line.filter { !Stretch.isSign($0) }.withUnsafeBufferPointer(note)
        }
      }.record(header, plans[RecordKind.allCases.firstIndex(of: header.kind)!])
    }
    return said
  }
}

/// A stretch of a text, by its number.
private struct Stretch {
  /// In bytes; multiples of 8.
  static let lengths = [40, 64, 96]

  let hash: UInt64
  let firstLook: UInt64

  /// The first stretch of a text that is long enough and reads as a sentence; nil where there is none.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let space = firstIndex(of: 0x20, in: text, from: start) {
      start = space + 1
      guard start + Stretch.lengths[0] <= text.count else { return nil }
      let plain = text[start...].prefix(Stretch.lengths.last!).prefix(while: Stretch.isPlain)
      guard let length = Stretch.lengths.last(where: { $0 <= plain.count }) else { continue }
      let words = plain.prefix(length)
      // A short list of things may be put together by chance; a sentence is not.
      let isSentence = words.count { $0 == 0x20 } >= 5 && (length > 40 || words.count { $0 == UInt8(ascii: ",") } < 2)
      guard isSentence else { continue }
      let raw = UnsafeRawBufferPointer(text)
      hash = Stretch.hash(raw, start, length)
      firstLook = Stretch.firstLook(raw, start)
      return
    }
    return nil
  }

  /// A sign of own text that may be gone where the text is shown.
  static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      true
    default: false
    }
  }

  /// Pages write the byte as it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF: false
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: true
    }
  }

  static func hash(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ length: Int) -> UInt64 {
    var hash = UInt64(length)
    for offset in stride(from: 0, to: length, by: 8) {
      hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self))
    }
    return hash
  }

  static func firstLook(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> UInt64 {
    mixed(
      bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        ^ mixed(bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)))
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }
}
