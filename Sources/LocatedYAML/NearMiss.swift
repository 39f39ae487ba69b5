/// The candidate that was probably meant, or nil when none is near.
///
/// Near is an edit distance on Unicode scalars (insert, remove, replace, swap of two neighbours) of at most a third of
/// the word's length, at least 1 and at most 3. Among equally near candidates the first wins.
package func nearMiss(_ word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.unicodeScalars)
  var limit = min(3, max(1, wanted.count / 3))
  var best: String?
  for candidate in candidates {
    let scalars = Array(candidate.unicodeScalars)
    guard abs(scalars.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, scalars)
    if distance == 0 { return candidate }
    if distance <= limit {
      best = candidate
      limit = distance - 1
    }
  }
  return best
}

/// The optimal string alignment form of the Damerau-Levenshtein distance: no stretch is edited twice.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious = [Int](repeating: 0, count: right.count + 1)
  var previous = Array(0...right.count)
  var current = previous
  for row in 0..<left.count {
    current[0] = row + 1
    for column in 0..<right.count {
      let cost = left[row] == right[column] ? 0 : 1
      var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + cost)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current[column + 1] = best
    }
    (beforePrevious, previous, current) = (previous, current, beforePrevious)
  }
  return previous[right.count]
}
