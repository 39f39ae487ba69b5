/// What an English sentence denies of the use of data, as patterns of words read it. A pattern errs: what it finds is a question.
enum Denial {
  /// Data leave none of these countries and regions.
  case leaving([Territory])
  /// Data go to no third country.
  case leavingHome
  case sharing
  /// Cookies; with `necessary` there are some, and only such as a site needs.
  case cookies(necessary: Bool)
  case automatedDecisions
}

extension Law {
  /// What a sentence denies; nil where no pattern fits it, or where it has words that narrow it in a way that no record shows.
  func denial(in bytes: Substring.UTF8View) -> Denial? {
    let sentence = EnglishSentence(bytes)
    guard !sentence.has(oneOf: narrowing), !bytes.saysOne(of: narrowingPhrases) else { return nil }
    if let places = deniedPlaces(bytes, sentence) { return places }
    if deniesSharing(bytes, sentence) { return .sharing }
    if let cookies = deniedCookies(bytes, sentence) { return cookies }
    if bytes.saysOne(of: decisions), sentence.has(inOrder: negations, ["automated"]),
      !sentence.has(oneOf: ["legal", "significant", "solely", "alone", "only"])
    {
      return .automatedDecisions
    }
    return nil
  }

  private func deniedPlaces(_ bytes: Substring.UTF8View, _ sentence: EnglishSentence) -> Denial? {
    guard sentence.has(oneOf: moving) || sentence.has(oneOf: staying) || sentence.has(oneOf: leaving) else {
      return nil
    }
    let isDenied = sentence.has(inOrder: negations, moving)
    if isDenied,
      sentence.has(oneOf: ["abroad", "overseas"]) || bytes.saysOne(of: ["third country", "third countries"])
    {
      return .leavingHome
    }
    let leadingWords: [String]
    if isDenied {
      leadingWords = ["outside", "outside of"]
    } else if sentence.has(inOrder: negations, leaving) {
      leadingWords = ["leave", "leaves", "leaving"]
    } else if !sentence.has(oneOf: negations),
      sentence.has(oneOf: placed) && sentence.has(oneOf: exclusive) || sentence.has(inOrder: data, staying)
    {
      leadingWords = ["in", "within", "inside"]
    } else {
      return nil
    }
    let named = placeNames.filter { bytes.says($0.words) }
    let isLed = named.contains { name in
      leadingWords.contains { bytes.says("\($0) \(name.words)") || bytes.says("\($0) the \(name.words)") }
    }
    return isLed ? .leaving(unique(named.map(\.territory))) : nil
  }
}

private func deniesSharing(_ bytes: Substring.UTF8View, _ sentence: EnglishSentence) -> Bool {
  // What is said of an end or a group of data is said of no other.
  if sentence.has(oneOf: ["for", "about", "marketing", "so"]) { return false }
  if sentence.has(inOrder: ["share", "shared", "disclose", "disclosed"], ["nobody"]) { return true }
  return sentence.has(inOrder: negations, sharing)
    && (sentence.has(oneOf: ["anyone", "anybody"]) || bytes.saysOne(of: others))
}

private func deniedCookies(_ bytes: Substring.UTF8View, _ sentence: EnglishSentence) -> Denial? {
  if sentence.has(oneOf: ["to", "for", "that", "which", "these"]) { return nil }
  if sentence.has(oneOf: ["only"]), bytes.saysOne(of: ["necessary cookies", "essential cookies"]) {
    return .cookies(necessary: true)
  }
  return bytes.saysOne(of: noCookies) ? .cookies(necessary: false) : nil
}

private let negations: Set<String> = [
  "not", "never", "no", "none", "nothing", "don't", "doesn't", "won't", "cannot", "can't", "isn't", "aren't",
]
private let moving: Set<String> = [
  "transfer", "transferred", "send", "sent", "store", "stored", "share", "shared", "process", "processed", "move",
  "moved", "host", "hosted", "keep", "kept", "held", "taken",
]
private let leaving: Set<String> = ["leave", "leaves"]
private let placed: Set<String> = ["store", "stored", "held", "kept", "keep", "processed", "hosted", "host"]
private let exclusive: Set<String> = ["only", "solely", "exclusively", "always", "entirely"]
private let staying: Set<String> = ["stay", "stays", "remain", "remains"]
private let data: Set<String> = [
  "data", "information", "records", "details", "everything", "files", "messages", "they", "it",
]
private let sharing: Set<String> = ["share", "shared", "disclose", "disclosed", "pass", "passed", "give", "given"]
/// Words with which a sentence speaks of a case, a wish or what may be.
private let narrowing: Set<String> = [
  "unless", "except", "without", "if", "when", "where", "whether", "until", "while", "want", "wish", "ask", "may",
  "might",
  "would", "could", "should", "able", "some", "than", "because", "object", "please", "elsewhere", "was", "were",
]
private let narrowingPhrases = ["other than", "as far as", "as long as", "from abroad"]
private let others = [
  "third party", "third parties", "no one", "other company", "other companies", "other organisation",
  "other organisations", "other organization", "other organizations", "another company", "another organisation",
]
private let decisions = [
  "automated decision", "automated decisions", "automated decision-making", "automated decision making",
]
private let noCookies = [
  "do not use cookies", "do not use any cookies", "don't use cookies", "don't use any cookies", "does not use cookies",
  "does not use any cookies", "doesn't use cookies", "do not set cookies", "do not set any cookies",
  "don't set cookies",
  "does not set cookies", "does not set any cookies", "doesn't set cookies", "use no cookies", "uses no cookies",
  "set no cookies", "sets no cookies", "no cookies are used", "no cookies are set", "there are no cookies",
]
