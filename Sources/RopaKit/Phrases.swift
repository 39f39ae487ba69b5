// How sentences are put together, in messages, reports and pages alike.

/// Words as a sentence lists them: "a, b and c".
func joined(_ words: [String], _ last: String = "and") -> String {
  guard words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
}

/// The words that may stand somewhere: "one of: a, b"; the word itself where there is no choice.
func oneOf(_ words: [String]) -> String { words.count == 1 ? words[0] : "one of: " + words.joined(separator: ", ") }

/// A number with its noun: "1 error", "2 errors".
package func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

/// The text with its first letter as a capital.
func sentenceCase(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

/// A title in the middle of a sentence: its first letter small, unless the word is an abbreviation.
func inSentence(_ title: String) -> String {
  let letters = title.utf8.prefix(2)
  guard let second = letters.dropFirst().first, !(0x41...0x5A).contains(second) else { return title }
  return title.prefix(1).lowercased() + title.dropFirst()
}

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
