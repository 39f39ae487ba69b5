import LocatedYAML
import Testing

/// Near misses are found by looking away from most words; these compare that with looking at each.
@Suite struct NearMissTests {
  @Test func nothingNearIsLookedAwayFrom() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let words = (0..<12).map { _ in word(&random) }
      let asked = Bool.random(using: &random) ? word(&random) : mistyped(words[0], &random)
      #expect(nearMiss(asked, among: words) == plainNearMiss(asked, words), "'\(asked)' among \(words)")
    }
  }

  private func word(_ random: inout some RandomNumberGenerator) -> String {
    String((0..<Int.random(in: 1...12, using: &random)).map { _ in "abcé".randomElement(using: &random)! })
  }

  private func mistyped(_ word: String, _ random: inout some RandomNumberGenerator) -> String {
    var letters = Array(word)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: letters.insert("b", at: Int.random(in: 0...letters.count, using: &random))
      case 1: if letters.count > 1 { letters.remove(at: Int.random(in: 0..<letters.count, using: &random)) }
      default:
        let place = Int.random(in: 0..<letters.count, using: &random)
        if place + 1 < letters.count { letters.swapAt(place, place + 1) }
      }
    }
    return String(letters)
  }

  private func plainNearMiss(_ asked: String, _ words: [String]) -> String? {
    let limit = min(3, max(1, asked.unicodeScalars.count / 3))
    let near = words.map { ($0, distance(Array(asked.unicodeScalars), Array($0.unicodeScalars))) }.filter {
      $0.1 <= limit
    }
    guard let least = near.map(\.1).min() else { return nil }
    return near.first { $0.1 == least }?.0
  }

  /// By its definition, without a limit.
  private func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        if row == 0 || column == 0 {
          table[row][column] = max(row, column)
          continue
        }
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, table[row - 2][column - 2] + 1)
        }
        table[row][column] = best
      }
    }
    return table[left.count][right.count]
  }
}
