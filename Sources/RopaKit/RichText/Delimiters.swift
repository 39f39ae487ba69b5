/// A run of `*` or `_`, and what it can do.
struct Delimiter {
  let sign: UInt8
  /// How many signs the run had; what it pairs with depends on that.
  let whole: Int
  /// How many signs are left.
  var length: Int
  var node: Int
  let canOpen: Bool
  let canClose: Bool

  init(sign: UInt8, length: Int, node: Int, before: Unicode.Scalar, after: Unicode.Scalar) {
    (self.sign, whole, self.length, self.node) = (sign, length, length, node)
    let leans = Delimiter.leans
    // A run leans to the side on which words touch it.
    let left = leans(after, before)
    let right = leans(before, after)
    if sign == UInt8(ascii: "_") {
      canOpen = left && (!right || Delimiter.isPunctuation(before))
      canClose = right && (!left || Delimiter.isPunctuation(after))
    } else {
      (canOpen, canClose) = (left, right)
    }
  }

  private static func leans(_ near: Unicode.Scalar, _ far: Unicode.Scalar) -> Bool {
    !isSpace(near) && (!isPunctuation(near) || isSpace(far) || isPunctuation(far))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\u{0C}", "\r": true
    default: scalar.properties.generalCategory == .spaceSeparator
    }
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }

  /// Two runs that could each do both pair only when their lengths do not add up to a multiple of three, unless both are one.
  func pairs(with closer: Delimiter) -> Bool {
    guard sign == closer.sign, canOpen, length > 0 else { return false }
    if !canClose && !closer.canOpen { return true }
    return (whole + closer.whole) % 3 != 0 || (whole % 3 == 0 && closer.whole % 3 == 0)
  }
}

extension RichInlineReader {
  /// Makes emphasis of the runs from a place on, and forgets them.
  mutating func pairDelimiters(from bottom: Int) {
    // By sign, length modulo three and whether the closer can open: below this place nothing opens for it.
    var nothingBelow: [Int: Int] = [:]
    var closer = bottom
    while closer < delimiters.count {
      guard delimiters[closer].canClose, delimiters[closer].length > 0 else {
        closer += 1
        continue
      }
      let current = delimiters[closer]
      let sort = Int(current.sign) * 8 + current.whole % 3 * 2 + (current.canOpen ? 1 : 0)
      let lowest = max(bottom, nothingBelow[sort] ?? bottom)
      guard let opener = (lowest..<closer).last(where: { delimiters[$0].pairs(with: current) }) else {
        nothingBelow[sort] = closer
        closer += 1
        continue
      }
      join(opener, closer)
    }
    delimiters.removeSubrange(bottom...)
  }

  private mutating func join(_ opener: Int, _ closer: Int) {
    let isStrong = delimiters[opener].length >= 2 && delimiters[closer].length >= 2
    let count = isStrong ? 2 : 1
    // Runs between the two have found nobody.
    for between in opener + 1..<closer { delimiters[between].length = 0 }
    shorten(opener, by: count)
    insert(.begin(isStrong ? .strong : .emphasis), after: delimiters[opener].node)
    // The closing run's node becomes the end; what is left of the run goes behind it.
    let node = delimiters[closer].node
    delimiters[closer].length -= count
    insert(.words(Array(repeating: delimiters[closer].sign, count: delimiters[closer].length)), after: node)
    nodes[node].part = .end
    delimiters[closer].node = nodes.count - 1
  }

  private mutating func shorten(_ place: Int, by count: Int) {
    delimiters[place].length -= count
    let sign = delimiters[place].sign
    nodes[delimiters[place].node].part = .words(Array(repeating: sign, count: delimiters[place].length))
  }
}
