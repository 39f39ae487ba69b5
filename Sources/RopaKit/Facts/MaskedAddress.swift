/// Whether a whole value is an e-mail address or a number of which parts are hidden, as in `in***@example.org`: nobody can write to it or
/// call it. A pattern without `@`, such as `_ga_*`, is neither.
func isMaskedAddress(_ text: some Collection<UInt8>) -> Bool {
  guard let first = text.first else { return false }
  switch first {
  case UInt8(ascii: "["): return text.elementsEqual("[email protected]".utf8) || isMaskedMailbox(text)
  case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "("): return isMaskedNumber(text) || isMaskedMailbox(text)
  default: return isMaskedMailbox(text)
  }
}

/// An address without blanks that has characters in it which no address has: asterisks, brackets, bullets, an ellipsis.
private func isMaskedMailbox(_ text: some Collection<UInt8>) -> Bool {
  var (hasAt, isHidden) = (false, false)
  var last: UInt8 = 0
  for byte in text {
    switch byte {
    case 0x20, 0x0A, UInt8(ascii: "/"): return false
    case UInt8(ascii: "@"): hasAt = true
    case UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"): isHidden = true
    case UInt8(ascii: "."): if last == byte { isHidden = true }
    // Bullets, dashes and the ellipsis begin with this byte.
    case 0xE2: isHidden = true
    default: break
    }
    last = byte
  }
  return hasAt && (isHidden || last == UInt8(ascii: "@"))
}

/// Digits with what stands between them in a telephone number, and two asterisks or more.
private func isMaskedNumber(_ text: some Collection<UInt8>) -> Bool {
  var asterisks = 0
  for byte in text {
    switch byte {
    case 0x30...0x39, 0x20, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): break
    case UInt8(ascii: "*"): asterisks += 1
    default: return false
    }
  }
  return asterisks > 1
}
