/// Looks at every byte before the parser does, for what libyaml would misread, refuse badly or count wrongly.
struct SourceScan {
  /// A file beyond this is not parsed.
  static let largestFile = 1 << 20
  /// More faults than this would only bury the first.
  static let mostFaults = 20

  private let file: SourceFile
  private let number: UInt32
  private var isASCII = true
  /// How many bytes, behind a byte order mark, are ASCII before the first that is not.
  private(set) var asciiPrefix = 0
  private(set) var faults: [Diagnostic] = []

  init(file: SourceFile, number: UInt32) {
    self.file = file
    self.number = number
  }

  /// Whether the file may be parsed; if not, `faults` says why.
  mutating func run() -> Bool {
    if file.bytes.count > Self.largestFile {
      report("file-too-large", "The file is larger than 1 MiB and was not read", 0, 0, hint: "split it into files")
      return false
    }
    if looksLikeUTF16 {
      report("not-utf8", "The file is not UTF-8 text but looks like UTF-16", 0, 0, hint: "save it as UTF-8")
      return false
    }
    let bytes = file.bytes
    var index = file.byteOrderMarkLength
    while true {
      index = endOfOrdinaryText(in: bytes, from: index)
      if index == bytes.count || faults.count >= Self.mostFaults { break }
      index = bytes[index] < 0x80 ? checkASCII(bytes, index) : checkMultiByte(bytes, index)
    }
    if isASCII { asciiPrefix = bytes.count - file.byteOrderMarkLength }
    return faults.isEmpty
  }

  private var looksLikeUTF16: Bool {
    let bytes = file.bytes.prefix(4)
    guard bytes.count >= 2 else { return false }
    if (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) { return true }
    guard bytes.count == 4 else { return false }
    let zeros = bytes.map { $0 == 0 }
    return zeros == [false, true, false, true] || zeros == [true, false, true, false]
      || zeros == [true, true, false, false] || zeros == [false, true, true, true]
      || zeros == [true, true, true, false]
  }

  /// Checks a control character and returns the index behind it.
  private mutating func checkASCII(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\t"): return index + 1
    case UInt8(ascii: "\r"):
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { return index + 2 }
      report(
        "odd-line-break", "A carriage return stands alone: YAML takes it for a line end, other tools do not",
        index, index + 1, hint: "end lines with LF")
    case let byte:
      reportControl(UInt32(byte), index, index + 1)
    }
    return index + 1
  }

  /// Checks a sequence of several bytes, and those that follow it, and returns the index behind them.
  private mutating func checkMultiByte(_ bytes: [UInt8], _ start: Int) -> Int {
    if isASCII { asciiPrefix = start - file.byteOrderMarkLength }
    isASCII = false
    var index = start
    while index < bytes.count, bytes[index] >= 0x80, faults.count < Self.mostFaults {
      let (scalar, length) = decode(bytes, index)
      let end = index + length
      if let scalar {
        checkScalar(scalar, index, end)
      } else {
        report("not-utf8", "These bytes are not UTF-8 text", index, end, hint: "save the file as UTF-8")
      }
      index = end
    }
    return index
  }

  private mutating func checkScalar(_ scalar: UInt32, _ start: Int, _ end: Int) {
    switch scalar {
    case 0x85, 0x2028, 0x2029:
      report(
        "odd-line-break", "\(name(scalar)) is a line end for YAML but not for other tools", start, end,
        hint: "use an ordinary line end")
    case 0x80...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: reportControl(scalar, start, end)
    default: break
    }
  }

  /// The code point at an index and its length; nil and the length of the longest broken start, when it is not UTF-8.
  private func decode(_ bytes: [UInt8], _ index: Int) -> (scalar: UInt32?, length: Int) {
    let lead = bytes[index]
    let (count, first): (Int, ClosedRange<UInt8>) =
      switch lead {
      case 0xC2...0xDF: (1, 0x80...0xBF)
      case 0xE0: (2, 0xA0...0xBF)
      case 0xED: (2, 0x80...0x9F)
      case 0xE1...0xEF: (2, 0x80...0xBF)
      case 0xF0: (3, 0x90...0xBF)
      case 0xF1...0xF3: (3, 0x80...0xBF)
      case 0xF4: (3, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard count > 0 else { return (nil, 1) }
    var scalar = UInt32(lead) & (0x3F >> UInt32(count))
    for offset in 1...count {
      let allowed = offset == 1 ? first : 0x80...0xBF
      guard index + offset < bytes.count, allowed.contains(bytes[index + offset]) else { return (nil, offset) }
      scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (scalar, count + 1)
  }

  private mutating func reportControl(_ scalar: UInt32, _ start: Int, _ end: Int) {
    report(
      "control-character", "The control character \(name(scalar)) does not belong in text", start, end,
      hint: "remove it, or write it as an escape in double quotes")
  }

  private func name(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private mutating func report(_ rule: String, _ message: String, _ start: Int, _ end: Int, hint: String) {
    faults.append(
      Diagnostic(
        rule: rule, message: message,
        range: SourceRange(file: number, start: UInt32(start), end: UInt32(end)), hint: hint))
  }
}
