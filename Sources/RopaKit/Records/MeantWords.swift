import LocatedYAML

/// The field that a key probably means: one that is spelt nearly so, that people call so, or whose name it lengthens, as `lawful-basis`
/// does `basis`, or shortens, as `name` does `legal-name`; nil where none is near.
func meantField(_ key: String, among known: [String]) -> String? {
  let plain = hyphenatedWords(key)
  if isSupplier(plain, known) { return nil }
  if let near = nearMiss(key, among: known) ?? nearMiss(plain, among: known) { return near }
  if let called = everydayFields[plain]?.first(where: known.contains) { return called }
  let words = plain.utf8.split(separator: UInt8(ascii: "-")).filter { $0.count >= 4 }.map { String(Substring($0)) }
  // What a compound is comes last: of `data-subjects` the subjects are meant.
  for word in words.reversed() {
    if let near = known.first(where: { $0 == word }) ?? nearMiss(word, among: known.filter { $0.utf8.count >= 5 }) {
      return near
    }
  }
  guard words.count == 1, plain == words[0] else { return nil }
  let longer = known.filter { $0.utf8.split(separator: UInt8(ascii: "-")).contains { $0.elementsEqual(plain.utf8) } }
  return longer.count == 1 ? longer[0] : nil
}

/// What people call fields; the first of those meant that there is counts.
private let everydayFields: [String: [String]] = [
  "name": ["title"], "heading": ["title"],
  "measures": ["controls"], "safeguards": ["controls"], "security": ["controls"], "security-measures": ["controls"],
  "toms": ["controls"],
  "location": ["hosting", "country"], "locations": ["hosting", "country"], "place": ["hosting", "country"],
  "email": ["contact", "contacts"], "telephone": ["contact", "contacts"], "phone": ["contact", "contacts"],
  "dpia": ["screening"], "impact-assessment": ["screening"],
  "categories": ["data"], "disclosures": ["recipients"], "shared-with": ["recipients"], "third-parties": ["recipients"],
  "storage": ["retention", "keeps"], "deletion": ["retention", "action"], "duration": ["retention", "period"],
  "comment": ["note"], "comments": ["note"], "remarks": ["note"], "summary": ["description", "note"],
  "responsible": ["owner"], "contact-person": ["owner"], "department": ["owner"],
]

/// The key names suppliers where an activity is written, which names their systems.
private func isSupplier(_ key: String, _ known: [String]) -> Bool {
  ["processors", "suppliers", "supplier", "vendors", "vendor"].contains(key) && known.contains("systems")
    && known.contains("recipients")
}

/// Where it is written what a key is about and no field here is; nil where nobody can tell.
func placeElsewhere(_ key: String, among known: [String]) -> String? {
  let plain = hyphenatedWords(key)
  if isSupplier(plain, known) { return "name a supplier as operator: of a system, or among recipients:" }
  for word in plain.utf8.split(separator: UInt8(ascii: "-")) {
    guard let kind = RecordKind(rawValue: String(Substring(word))) else { continue }
    switch kind {
    case .assessments, .cookies, .notices, .statements, .transfers, .waivers:
      return "records in \(kind.rawValue)/ name what they are about; nothing is written here"
    default: continue
    }
  }
  return nil
}

/// The words of a name as ids write them: `Date of birth`, `date_of_birth` and `date-of-birth` are the same. ASCII letters lose their
/// case; everything that is no letter and no digit separates.
func hyphenatedWords(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var separates = false
  for byte in text.utf8 {
    let isCapital = (0x41...0x5A).contains(byte)
    if isCapital || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 {
      if separates && !bytes.isEmpty { bytes.append(UInt8(ascii: "-")) }
      separates = false
      bytes.append(isCapital ? byte + 0x20 : byte)
    } else {
      // Abbreviations with stops, as U.S.A., and the apostrophe of person's are one word.
      separates = separates || (byte != UInt8(ascii: ".") && byte != UInt8(ascii: "'"))
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// What people call the words of a table, for the question which word was meant by a name that is none of them.
struct EverydayNames: Sendable {
  /// By name, as ``hyphenatedWords(_:)`` writes it: the words that it may mean.
  private let words: [String: [String]]
  /// The names that are long enough to be told apart when they are misspelt.
  private let near: NearWords

  /// - Parameter names: each name with the word that it stands for.
  init(_ names: [(name: String, word: String)]) {
    var words: [String: [String]] = [:]
    for (name, word) in names {
      let plain = hyphenatedWords(name)
      if plain.utf8.isEmpty { continue }
      if !words[plain, default: []].contains(word) { words[plain, default: []].append(word) }
    }
    self.words = words
    near = NearWords(words.keys.filter { $0.utf8.count >= 5 }.sorted())
  }

  /// The words that a name stands for exactly; empty where it stands for none.
  func meant(by name: String) -> [String] { words[hyphenatedWords(name)] ?? [] }

  /// The words whose everyday name is spelt nearly so.
  func near(_ name: String) -> [String] {
    let plain = hyphenatedWords(name)
    return plain.utf8.count < 5 ? [] : near.nearest(to: plain).flatMap { words[$0] } ?? []
  }
}

/// `did you mean 'a' or 'b'?`; nil when there is nothing to offer.
func suggestion(_ words: [String]) -> String? {
  words.isEmpty ? nil : "did you mean \(joined(words.map { "'\($0)'" }, "or"))?"
}

extension Space {
  /// The table whose words can be named like records of this space.
  var builtIn: TermTable? {
    switch self {
    case .dataCategory: .dataCategories
    case .dataSubject: .dataSubjects
    default: nil
    }
  }

  /// What to do with a value that belongs into a record of this space and stands where the record's id is wanted; nil for other texts.
  func valueHint(_ text: String, _ directory: Directory) -> String? {
    let field: (name: String, value: String)?
    switch self {
    case .lawfulBasis: field = directory.word(text, in: .lawfulBases).map { ("article-6", $0) }
    case .control: field = directory.word(text, in: .measures).map { ("measure", $0) }
    case .retention: field = (Period(text) == nil ? ValueHints.period(text) : text).map { ("period", $0) }
    default: field = nil
    }
    return field.map { "name a record of \(folder) with \($0.name): \($0.value), or add one" }
  }
}

extension Directory {
  /// The word of a table that a text is, or those that people call so; nil for other texts.
  fileprivate func word(_ text: String, in table: TermTable) -> String? {
    if words(of: table).contains(text) { return text }
    let meant = everydayNames(of: table).meant(by: text)
    return meant.isEmpty ? nil : joined(meant, "or")
  }
}
