/// The candidate that was probably meant, or nil when none is near. See ``NearWords`` for a list that is asked often.
package func nearMiss(_ word: String, among candidates: some Sequence<String>) -> String? {
  NearWords(candidates).nearest(to: word)
}

/// Words made ready for the question which of them was meant, so that thousands of questions about thousands of words end in time.
package struct NearWords: Sendable {
  private let words: [String]
  /// By word: how many Unicode scalars it has, and a bit for each of them.
  private let shapes: [(count: Int32, letters: UInt64)]

  package init(_ words: some Sequence<String>) {
    self.words = Array(words)
    shapes = self.words.map(NearWords.shape)
  }

  private static func shape(_ word: String) -> (count: Int32, letters: UInt64) {
    var (count, letters): (Int32, UInt64) = (0, 0)
    for scalar in word.unicodeScalars {
      count += 1
      letters |= 1 << UInt64(scalar.value & 63)
    }
    return (count, letters)
  }

  /// The word that was probably meant, or nil when none is near.
  ///
  /// Near is an edit distance on Unicode scalars (insert, remove, replace, swap of two neighbours) of at most a third of
  /// the word's length, at least 1 and at most 3. Among equally near words the first wins.
  package func nearest(to word: String) -> String? {
    let wanted = Array(word.unicodeScalars)
    let shape = NearWords.shape(word)
    var limit = min(3, max(1, wanted.count / 3))
    var best: String?
    for index in shapes.indices {
      // An edit changes the length by one at most, and adds and removes one letter each.
      guard abs(Int(shapes[index].count - shape.count)) <= limit,
        (shapes[index].letters ^ shape.letters).nonzeroBitCount <= 2 * limit
      else { continue }
      let distance = editDistance(wanted, Array(words[index].unicodeScalars), most: limit)
      if distance == 0 { return words[index] }
      if distance <= limit {
        best = words[index]
        limit = distance - 1
      }
    }
    return best
  }
}

/// The optimal string alignment form of the Damerau-Levenshtein distance: no stretch is edited twice.
/// - Parameter most: a distance above it need not be exact.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], most: Int) -> Int {
  var beforePrevious = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  var current = previous
  for row in 0..<left.count {
    current[0] = row + 1
    var least = row + 1
    for column in 0..<right.count {
      let cost = left[row] == right[column] ? 0 : 1
      var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + cost)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current[column + 1] = best
      least = min(least, best)
    }
    // A swap looks back two rows, so one row above the limit is not enough.
    if least > most + 1 { return least }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  return previous[right.count]
}
