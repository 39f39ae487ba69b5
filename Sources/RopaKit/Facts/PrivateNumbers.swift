/// Something in a text that belongs to one person or opens a door, as far as its form and its check digits tell.
enum PrivateNumber: String, CaseIterable {
  case patientNumber = "an NHS number"
  case insuranceNumber = "a National Insurance number"
  case card = "the number of a payment card"
  case account = "the number of a bank account (IBAN)"
  case key = "a key, token or password"

  /// What the bytes of a value hold; nil for nearly all. Numbers that are known to be made for tests are none.
  init?(in text: UnsafeBufferPointer<UInt8>) {
    guard text.count >= 8 else { return nil }
    // One pass rules out nearly every value: few have six digits, or what keys and their names are written with.
    var (digits, mayBeKey) = (0, false)
    for byte in text {
      if Self.isDigit(byte) { digits += 1 }
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "K") { mayBeKey = true }
    }
    if digits < 6 {
      guard mayBeKey, Self.hasKey(text) else { return nil }
      self = .key
    } else if let number = Self.digits(in: text) {
      self = number
    } else if Self.hasInsuranceNumber(text) {
      self = .insuranceNumber
    } else if Self.hasAccount(text) {
      self = .account
    } else if Self.hasKey(text) {
      self = .key
    } else {
      return nil
    }
  }

  // MARK: Digits

  /// A run of digits, which may have single blanks or hyphens between them.
  private struct Run {
    var digits: [UInt8] = []
    /// How many digits stand together.
    var groups: [Int] = []
  }

  private static func digits(in text: UnsafeBufferPointer<UInt8>) -> PrivateNumber? {
    var index = 0
    while index < text.count {
      guard isDigit(text[index]) else {
        index += 1
        continue
      }
      let isPart = index > 0 && (isLetter(text[index - 1]) || text[index - 1] == UInt8(ascii: "+"))
      var run = Run()
      var together = 0
      while index < text.count {
        if isDigit(text[index]) {
          run.digits.append(text[index] - 0x30)
          together += 1
        } else if (text[index] == 0x20 || text[index] == UInt8(ascii: "-")) && index + 1 < text.count
          && isDigit(text[index + 1])
        {
          run.groups.append(together)
          together = 0
        } else {
          break
        }
        index += 1
      }
      run.groups.append(together)
      let endsInWord = index < text.count && isLetter(text[index])
      if isPart || endsInWord { continue }
      if isCard(run) { return .card }
      if isPatientNumber(run, text) { return .patientNumber }
    }
    return nil
  }

  private static func isCard(_ run: Run) -> Bool {
    let digits = run.digits
    guard (13...19).contains(digits.count), (3...6).contains(digits[0]),
      run.groups.count == 1 || run.groups.dropLast().allSatisfy({ $0 >= 4 }), Set(digits).count > 3
    else { return false }
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = place % 2 == 1 ? Int(digit) * 2 : Int(digit)
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  private static func isPatientNumber(_ run: Run, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = run.digits
    guard digits.count == 10, digits[0] != 0, !digits.starts(with: [9, 9, 9]), Set(digits).count > 2,
      run.groups == [3, 3, 4] || run.groups == [10] && contains(text, "NHS")
    else { return false }
    let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + Int($1.0) * $1.1 }
    let check = 11 - sum % 11
    return check != 10 && Int(digits[9]) == (check == 11 ? 0 : check)
  }

  // MARK: Letters and digits

  private static func hasInsuranceNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for (start, byte) in text.enumerated() where isUpper(byte) && (start == 0 || !isLetter(text[start - 1])) {
      let rest = text[start...].lazy.filter { $0 != 0x20 }.prefix(9)
      let word = Array(rest)
      guard word.count == 9, isUpper(word[1]), word[2..<8].allSatisfy(isDigit),
        (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(word[8])
      else { continue }
      let prefix = String(decoding: word[..<2], as: UTF8.self)
      let isIssued =
        !word[..<2].contains { "DFIQUV".utf8.contains($0) } && word[1] != UInt8(ascii: "O")
        && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(prefix)
      if isIssued && (start == 0 || !isDigit(text[start - 1])) { return true }
    }
    return false
  }

  private static func hasAccount(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for (start, byte) in text.enumerated()
    where isUpper(byte) && (start == 0 || !isLetter(text[start - 1]) && !isDigit(text[start - 1])) {
      guard start + 4 < text.count, isUpper(text[start + 1]), isDigit(text[start + 2]), isDigit(text[start + 3]) else {
        continue
      }
      var word: [UInt8] = []
      for (place, byte) in text[start...].enumerated() {
        if isUpper(byte) || isDigit(byte) { word.append(byte) } else if byte != 0x20 || place == 0 { break }
      }
      // A word in capitals may follow; the number itself has 15 to 34 characters.
      for length in stride(from: min(word.count, 34), through: 15, by: -1) where remainder(of: word[..<length]) == 1 {
        return word[..<length].elementsEqual("GB82WEST12345698765432".utf8) ? false : true
      }
    }
    return false
  }

  /// The number with its first four characters at the end, letters as 10 to 35, modulo 97.
  private static func remainder(of word: ArraySlice<UInt8>) -> Int {
    (word.dropFirst(4) + word.prefix(4)).reduce(0) { rest, byte in
      isDigit(byte) ? (rest * 10 + Int(byte - 0x30)) % 97 : (rest * 100 + Int(byte - 0x41) + 10) % 97
    }
  }

  // MARK: Keys

  private static let keyStarts: [(start: StaticString, length: Int)] = [
    ("AKIA", 16), ("ghp_", 30), ("github_pat_", 20), ("sk_live_", 16),
    ("password=", 6), ("passwd=", 6), ("token=", 12), ("api_key=", 12), ("secret=", 10),
  ]

  private static func hasKey(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if contains(text, "PRIVATE KEY-----") { return true }
    for (start, length) in keyStarts {
      guard let place = find(start, in: text) else { continue }
      let rest = text[(place + start.utf8CodeUnitCount)...].prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "*") }
      if rest.count >= length { return true }
    }
    return false
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    find(word, in: text) != nil
  }

  private static func find(_ word: StaticString, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let count = word.utf8CodeUnitCount
    guard count <= text.count else { return nil }
    return word.withUTF8Buffer { word in
      (0...(text.count - count)).first { start in
        text[start] == word[0] && text[start..<(start + count)].elementsEqual(word)
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte & 0xDF) }
}
