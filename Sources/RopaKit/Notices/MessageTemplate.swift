/// Templates by their keys, without hashing: composing a notice asks thousands of times.
struct TemplateTable: Sendable {
  private var slots = [MessageTemplate?](repeating: nil, count: MessageKey.allCases.count)

  subscript(key: MessageKey) -> MessageTemplate? {
    get { slots[Self.slot(key)] }
    set { slots[Self.slot(key)] = newValue }
  }

  /// A case without values of its own is stored as its number; more than 256 cases take two bytes.
  private static func slot(_ key: MessageKey) -> Int {
    withUnsafeBytes(of: key) { bytes in
      precondition(bytes.count == 2)
      return Int(bytes.load(as: UInt16.self))
    }
  }
}

/// The words of a message with the places for values.
struct MessageTemplate: Sendable {
  enum Part: Sendable {
    case words([UInt8])
    /// A place for the value of this number, in the order of the key's placeholders.
    case place(Int)
  }

  let parts: [Part]
  /// There are marks in its words.
  let isMarked: Bool
  /// The text, when it has no places.
  private(set) var constant: PublicText?

  private init(_ parts: [Part], isMarked: Bool) {
    self.parts = parts
    self.isMarked = isMarked
    let hasPlaces = parts.contains { if case .place = $0 { true } else { false } }
    if !hasPlaces { constant = PublicText(self, []) }
  }

  /// Reads `... {name} ...`; every placeholder of the key must stand in it exactly once.
  init(_ text: String, of key: MessageKey) throws(MessageFault) {
    var parts: [Part] = []
    var names: [String] = []
    var rest = text.utf8[...]
    guard rest.allSatisfy({ $0 >= 0x20 }) else {
      throw MessageFault(message: "'\(key.rawValue)' has a control character", hint: "write it on one line")
    }
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else {
        throw MessageFault(message: "'\(key.rawValue)' has a { without }", hint: "close it")
      }
      if rest.startIndex < open { parts.append(.words(Array(rest[..<open]))) }
      let name = String(Substring(rest[rest.index(after: open)..<close]))
      guard let number = key.placeholders.firstIndex(of: name) else {
        throw MessageFault(message: "'\(key.rawValue)' has no value called '\(name)'", hint: key.placesHint)
      }
      names.append(name)
      parts.append(.place(number))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(Array(rest))) }
    let lacking = key.placeholders.filter { !names.contains($0) }
    if let name = lacking.first {
      throw MessageFault(message: "'\(key.rawValue)' lacks the place {\(name)}", hint: key.placesHint)
    }
    guard names.count == key.placeholders.count else {
      throw MessageFault(message: "'\(key.rawValue)' has a place twice", hint: key.placesHint)
    }
    self.init(parts, isMarked: false)
  }

  /// The template as a file has it.
  func written(_ names: [String]) -> String {
    parts.map { part in
      switch part {
      case .words(let words): String(decoding: words, as: UTF8.self)
      case .place(let number): "{\(names[number])}"
      }
    }.joined()
  }

  /// The template with its words marked as being in another language than its page.
  func marked(_ language: Language) -> MessageTemplate {
    let marked = parts.map { part -> Part in
      guard case .words(let words) = part, words.contains(where: { $0 >= 0x41 }) else { return part }
      typealias Mark = PublicText.Mark
      return .words([Mark.language] + language.code.utf8 + [Mark.words] + words + [Mark.end])
    }
    return MessageTemplate(marked, isMarked: true)
  }
}

/// What is wrong with one message.
struct MessageFault: Error {
  let message: String
  let hint: String
}

extension MessageKey {
  /// It joins the parts of a list, and may change by what stands behind it.
  var isJoint: Bool { self == .separatorAnd || self == .separatorOr }

  fileprivate var placesHint: String {
    placeholders.isEmpty
      ? "it has no places for values" : "it has these places: " + placeholders.map { "{\($0)}" }.joined(separator: ", ")
  }
}

extension MessageForms {
  func marked(_ language: Language) -> MessageForms {
    MessageForms(
      categories: categories.mapValues { $0.marked(language) }, numbers: numbers.mapValues { $0.marked(language) })
  }
}

extension MessageFile {
  /// This file with what another of the same language has in its place.
  func adding(_ other: MessageFile) -> MessageFile {
    var both = MessageFile(
      language: language, name: other.name ?? name, isReviewed: other.isReviewed ?? isReviewed, templates: templates,
      forms: forms, joints: joints, lawWords: lawWords.merging(other.lawWords) { $1 })
    for (key, template) in other.templates {
      both.templates[key] = template
      both.forms[key] = other.forms[key]
      both.joints[key] = other.joints[key]
    }
    return both
  }
}
