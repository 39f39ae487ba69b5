import LocatedYAML

/// What one file of messages says: a language that the program ships, or what a register adds to it or changes.
package struct MessageFile: Sendable {
  package let language: Language
  /// The language's own name for itself; nil where the file gives none.
  let name: String?
  /// Somebody whose language it is has read the messages; nil where the file does not say.
  let isReviewed: Bool?
  var templates: [MessageKey: MessageTemplate] = [:]
  /// Of messages with a number in them, the forms beside the one for any other number.
  var forms: [MessageKey: MessageForms] = [:]
  /// Of separators, what stands in their place before some words.
  var joints: [MessageKey: MessageJoint] = [:]
  /// By the English words of the law tables.
  var lawWords: [String: String] = [:]

  /// Messages of a language that stand in no file of this one.
  func lacking() -> [MessageKey] { MessageKey.allCases.filter { templates[$0] == nil } }
}

/// The forms of a message with a number in it.
struct MessageForms: Sendable {
  var categories: [PluralCategory: MessageTemplate] = [:]
  /// For single numbers, before any category.
  var numbers: [Int: MessageTemplate] = [:]
}

/// What a separator becomes by what stands behind it: Welsh says "a", and "ac" before a vowel.
struct MessageJoint: Sendable {
  /// Between the only two; nil where that is as between the last two of many.
  var two: MessageTemplate?
  var before: [(starts: [[UInt8]], template: MessageTemplate)] = []

  func template(before text: PublicText, isPair: Bool, or usual: MessageTemplate) -> MessageTemplate {
    before.first { $0.starts.contains { text.begins(with: $0) } }?.template ?? (isPair ? two : nil) ?? usual
  }
}

/// Reads a file of messages: never throws, and says what is wrong where it stands.
struct MessageFileReader {
  private let tree: YAMLTree
  private let plurals: PluralRules?
  /// The English words that a table may have; nil where nobody asks.
  private let known: Set<String>?
  private var file: MessageFile
  private var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - number: the file's place among those that diagnostics speak of.
  ///   - language: the language that the file's name says.
  ///   - known: the words of the law tables that notices print; nil leaves it to the caller what is translated.
  /// - Returns: nil when the file is no mapping.
  static func read(
    _ file: SourceFile, number: UInt32, _ language: Language, knowing known: Set<String>? = nil,
    diagnostics: inout [Diagnostic]
  ) -> MessageFile? {
    var tree = YAMLTree()
    let before = diagnostics.count
    let start = SourceRange(file: number, start: 0, end: 0)
    guard let root = tree.parse(file, number: number, diagnostics: &diagnostics) else {
      if diagnostics.count == before {
        diagnostics.append(
          Diagnostic(rule: "empty-record", message: "This file is empty", range: start, hint: "fill it in or delete it")
        )
      }
      return nil
    }
    guard tree.kind(root) == .mapping else {
      diagnostics.append(
        Diagnostic(
          rule: "wrong-shape", message: "A file of messages is a mapping", range: tree.range(root),
          hint: "write title:, rows: and law: below each other"))
      return nil
    }
    var reader = MessageFileReader(tree, language, root, known)
    reader.readFields(root)
    diagnostics += reader.diagnostics
    return reader.file
  }

  private init(_ tree: YAMLTree, _ language: Language, _ root: NodeIndex, _ known: Set<String>?) {
    self.tree = tree
    self.known = known
    plurals = PluralRules(language)
    var (name, isReviewed): (String?, Bool?) = (nil, nil)
    for (key, value) in MessageFileReader.pairs(of: root, in: tree) where tree.kind(value) == .scalar {
      if tree.equals(key, "title") { name = tree.text(value) }
      if tree.equals(key, "reviewed") { isReviewed = tree.text(value) == "true" }
    }
    file = MessageFile(language: language, name: name, isReviewed: isReviewed)
  }

  /// The fields of such a file.
  static let fields = ["title", "reviewed", "rows", "law"]

  private mutating func readFields(_ root: NodeIndex) {
    for (key, value) in pairs(of: root) {
      let name = tree.text(key)
      switch name {
      case "title":
        if tree.kind(value) != .scalar { shape(value, "'title' takes one text", "write the language's name") }
      case "reviewed":
        if !["true", "false"].contains(tree.text(value)) {
          report("unknown-word", value, "'reviewed' takes true or false", "write true once somebody has read them")
        }
      case "rows":
        guard tree.kind(value) == .mapping else { shape(value, "'rows' takes messages by their names", nil); break }
        for (key, value) in pairs(of: value) { readMessage(key, value) }
      case "law":
        guard tree.kind(value) == .mapping else { shape(value, "'law' takes tables by their names", nil); break }
        for (_, table) in pairs(of: value) { readWords(table) }
      default:
        report(
          "unknown-key", key, "A file of messages has no field '\(name)'",
          nearMiss(name, among: MessageFileReader.fields).map { "did you mean '\($0)'?" }
            ?? "its fields: \(MessageFileReader.fields.joined(separator: ", "))")
      }
    }
  }

  private mutating func readMessage(_ key: NodeIndex, _ value: NodeIndex) {
    let name = tree.text(key)
    guard let message = MessageKey(rawValue: name) else {
      return report(
        "message-unknown", key, "No message is called '\(name)'",
        nearMiss(name, among: MessageKey.allCases.map(\.rawValue)).map { "did you mean '\($0)'?" }
          ?? "ropa fields messages lists them")
    }
    switch tree.kind(value) {
    case .scalar:
      file.templates[message] = template(value, of: message)
      if message.placeholders == ["count"] { lackForms(of: message, [], key) }
    case .mapping where message.placeholders == ["count"]: readForms(of: message, key, value)
    case .mapping where message.isJoint: readJoint(of: message, key, value)
    default: shape(value, "'\(name)' takes one text", "write the sentence")
    }
  }

  private mutating func readForms(of message: MessageKey, _ key: NodeIndex, _ value: NodeIndex) {
    var forms = MessageForms()
    for (form, text) in pairs(of: value) {
      let name = tree.text(form)
      guard tree.kind(text) == .scalar else { shape(text, "'\(name)' takes one text", nil); continue }
      let template = template(text, of: message)
      if let number = Int(name) {
        forms.numbers[number] = template
      } else if name == "other" {
        file.templates[message] = template
      } else if let category = PluralCategory(rawValue: name), plurals?.categories.contains(category) ?? true {
        forms.categories[category] = template
      } else {
        let known = (plurals?.categories ?? []).map(\.rawValue) + ["other"]
        report(
          "message-unknown", form, "The language has no form '\(name)' for numbers of things",
          "its forms: \(known.joined(separator: ", ")); or a number of its own")
      }
    }
    file.forms[message] = forms
    lackForms(of: message, Array(forms.categories.keys), key, hasOther: file.templates[message] != nil)
  }

  /// Says which forms of a number a message lacks.
  private mutating func lackForms(
    of message: MessageKey, _ given: [PluralCategory], _ key: NodeIndex, hasOther: Bool = true
  ) {
    let lacking = (plurals?.categories ?? []).filter { !given.contains($0) }.map(\.rawValue)
    let all = lacking + (hasOther ? [] : ["other"])
    guard !all.isEmpty else { return }
    report(
      "message-forms-missing", key,
      "'\(message.rawValue)' lacks the \(all.count == 1 ? "form" : "forms") \(joined(all))",
      "write each form, also where two are the same")
  }

  private mutating func readJoint(of message: MessageKey, _ key: NodeIndex, _ value: NodeIndex) {
    var joint = MessageJoint()
    for (form, text) in pairs(of: value) {
      switch tree.text(form) {
      case "other": file.templates[message] = template(text, of: message)
      case "two": joint.two = template(text, of: message)
      case "before" where tree.kind(text) == .mapping:
        for (words, starts) in pairs(of: text) {
          guard let template = template(words, of: message) else { continue }
          joint.before.append((texts(starts).map { Array($0.utf8) }, template))
        }
      default:
        report("message-unknown", form, "A separator has no '\(tree.text(form))'", "it has other, two and before")
      }
    }
    if file.templates[message] == nil {
      report(
        "message-forms-missing", key, "'\(message.rawValue)' lacks the form other", "write what mostly stands between")
    }
    file.joints[message] = joint
  }

  private mutating func readWords(_ table: NodeIndex) {
    guard tree.kind(table) == .mapping else { return shape(table, "a table takes English words with theirs", nil) }
    for (key, value) in pairs(of: table) {
      guard tree.kind(value) == .scalar else { shape(value, "words of a table take one text", nil); continue }
      let words = tree.text(key)
      if let known, !known.contains(words) {
        report(
          "message-unknown", key, "No law table has the words '\(words)'",
          nearMiss(words, among: known.sorted()).map { "did you mean '\($0)'?" } ?? "ropa fields messages lists them")
        continue
      }
      let own = tree.text(value)
      // Below a blank are the marks of public texts.
      if own.utf8.contains(where: { $0 < 0x20 }) {
        report("message-place-wrong", value, "The words have a control character", "write them on one line")
        continue
      }
      file.lawWords[words] = own
    }
  }

  private mutating func template(_ node: NodeIndex, of message: MessageKey) -> MessageTemplate? {
    do throws(MessageFault) { return try MessageTemplate(tree.text(node), of: message) } catch {
      report("message-place-wrong", node, error.message, error.hint)
      return nil
    }
  }

  private func texts(_ node: NodeIndex) -> [String] {
    guard tree.kind(node) == .sequence else { return [tree.text(node)] }
    var texts: [String] = []
    var next = tree.firstChild(node)
    while let item = next {
      texts.append(tree.text(item))
      next = tree.nextSibling(item)
    }
    return texts
  }

  private func pairs(of node: NodeIndex) -> [(NodeIndex, NodeIndex)] { MessageFileReader.pairs(of: node, in: tree) }

  private static func pairs(of node: NodeIndex, in tree: YAMLTree) -> [(NodeIndex, NodeIndex)] {
    var pairs: [(NodeIndex, NodeIndex)] = []
    var next = tree.firstChild(node)
    while let key = next, let value = tree.nextSibling(key) {
      pairs.append((key, value))
      next = tree.nextSibling(value)
    }
    return pairs
  }

  private mutating func shape(_ node: NodeIndex, _ message: String, _ hint: String?) {
    report("wrong-shape", node, sentenceCase(message), hint)
  }

  private mutating func report(_ rule: String, _ node: NodeIndex, _ message: String, _ hint: String?) {
    diagnostics.append(Diagnostic(rule: rule, message: message, range: tree.range(node), hint: hint))
  }
}
