/// The words of an English sentence, to see whether it affirms something or denies it.
struct EnglishSentence {
  private struct Word {
    /// In small letters.
    let text: String
    /// What stands between it and the word before.
    let before: Pause
  }

  private enum Pause { case none, comma, stop }

  private let words: [Word]

  init(_ bytes: Substring.UTF8View) {
    var words: [Word] = []
    var word: [UInt8] = []
    var pause = Pause.none
    func close() {
      if word.isEmpty { return }
      words.append(Word(text: String(decoding: word, as: UTF8.self), before: pause))
      (word, pause) = ([], .none)
    }
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case 0x41...0x5A: word.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "%"), UInt8(ascii: "-"), UInt8(ascii: "'"): word.append(byte)
      case 0xE2 where rest.starts(with: [0x80, 0x99]):
        // A curly apostrophe.
        word.append(UInt8(ascii: "'"))
        rest = rest.dropFirst(2)
      case 0xE2 where rest.starts(with: [0x80]):
        // Dashes part clauses as a colon does; quotation marks part nothing.
        let isDash = rest.starts(with: [0x80, 0x93]) || rest.starts(with: [0x80, 0x94])
        close()
        if isDash { pause = .stop }
        rest = rest.dropFirst(2)
      case 0x80...: word.append(byte)
      case UInt8(ascii: ","):
        close()
        pause = .comma
      case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"):
        close()
        pause = .stop
      default: close()
      }
    }
    close()
    self.words = words
  }

  /// Some word of a list stands in it.
  func has(oneOf list: Set<String>) -> Bool { words.contains { list.contains($0.text) } }

  /// A word of each list stands in it, in the order of the lists, with any words between.
  func has(inOrder lists: Set<String>...) -> Bool {
    var rest = lists[...]
    for word in words where rest.first?.contains(word.text) ?? false { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// The words stand in the sentence at some place, and nothing before them in their clause takes them back.
  /// - Parameter phrase: in small letters, words parted by single blanks.
  func affirms(_ phrase: String) -> Bool {
    let wanted = phrase.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    guard !wanted.isEmpty, wanted.count <= words.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { words[start + $0].text == wanted[$0] } && !isDenied(at: start)
    }
  }

  /// Goes back from a place to the start of its clause. "No" and "nobody" speak of the clause as a whole; "not" and "never" only of
  /// what follows at once, or of what somebody does not claim.
  private func isDenied(at place: Int) -> Bool {
    var (isApart, isAlternative) = (false, false)
    for index in words.indices[..<place].reversed() {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : nil
      if next?.before == .stop || (next?.before == .comma && Self.subjects.contains(next!.text)) { return false }
      if next?.before == .comma { isApart = true }
      if Self.parting.contains(word.text) { return false }
      if Self.joining.contains(word.text) {
        if next.map({ Self.subjects.contains($0.text) }) ?? false { return false }
        // "Not this or that" denies both.
        if word.text == "or" { isAlternative = true } else { isApart = true }
      }
      if Self.negativeNouns.contains(word.text) { return true }
      if Self.negations.contains(word.text) {
        if next.map({ Self.claiming.contains($0.text) }) ?? false { return true }
        if !isApart && place - index <= (isAlternative ? 8 : 4) { return true }
      }
    }
    return false
  }

  private static let negativeNouns: Set<String> = ["no", "nobody", "nothing", "none", "neither", "nor", "nowhere"]
  private static let negations: Set<String> = [
    "not", "never", "cannot", "can't", "don't", "doesn't", "isn't", "aren't", "won't", "wouldn't", "couldn't", "hardly",
    "without",
  ]
  /// Verbs whose denial reaches to the end of what is said.
  private static let claiming: Set<String> = [
    "claim", "promise", "say", "guarantee", "mean", "believe", "pretend", "assure", "think", "imply", "suggest",
  ]
  /// Words after which a clause of its own begins.
  private static let parting: Set<String> = ["but", "because", "so", "while", "although", "since", "yet"]
  private static let joining: Set<String> = ["and", "or"]
  /// Words with which such a clause begins after a comma or an "and".
  private static let subjects: Set<String> = [
    "we", "our", "you", "your", "they", "their", "it", "its", "the", "all", "this", "these", "those", "everything",
    "everyone", "each", "every", "a", "an", "i",
  ]
}
