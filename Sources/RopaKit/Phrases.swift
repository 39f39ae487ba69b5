// How sentences are put together, in messages, reports and pages alike.

/// Words as a sentence lists them: "a, b and c".
func joined(_ words: [String], _ last: String = "and") -> String {
  guard words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
}

/// A number with its noun: "1 error", "2 errors".
package func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

/// The text with its first letter as a capital.
func sentenceCase(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// Each element once, in the order of the first.
func unique<Element: Equatable>(_ elements: [Element]) -> [Element] {
  var result: [Element] = []
  for element in elements where !result.contains(element) { result.append(element) }
  return result
}

extension ArraySlice<UInt8> {
  /// Whether the bytes end with those of some words.
  func ends(with words: StaticString) -> Bool {
    suffix(words.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }
}
