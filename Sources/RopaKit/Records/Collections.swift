package import LocatedYAML

extension List: Readable {
  package static var shape: ShapeDescription { .list(Element.shape) }

  /// A list with one entry may be written as the entry itself.
  package static func read(_ node: NodeIndex, in session: ReadingSession) -> List? {
    guard session.tree.kind(node) == .sequence else {
      return Element.read(node, in: session).map { List(elements: [$0], open: []) }
    }
    var elements: [Element] = []
    var open: [OpenQuestion] = []
    var faulty = false
    elements.reserveCapacity(session.tree.childCount(node))
    var next = session.tree.firstChild(node)
    while let child = next {
      next = session.tree.nextSibling(child)
      let answer: Answer<Element> = session.answer(child, field: session.currentField)
      switch answer {
      case .given(let element, _): elements.append(element)
      case .unknown(let question): open.append(question)
      case .none, .notApplicable, .absent:
        session.reportNoEntry(child)
        faulty = true
      case .unusable: faulty = true
      }
    }
    if elements.isEmpty && open.isEmpty && faulty { return nil }
    return List(elements: elements, open: open)
  }
}

/// A mapping from ids of the record's own to values with fields, in the order of the file.
package struct Keyed<Value: Fielded>: Readable {
  package let values: [Value]
  /// Entries that are open questions: that there is one is known, its details are not.
  package let open: [OpenQuestion]

  package static var shape: ShapeDescription { .keyed(Value.shape) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Keyed? {
    guard session.tree.kind(node) == .mapping else {
      session.reportNoKeys(node, "ids with details", hint: "write below it an id of your own, a colon, and the details")
      return nil
    }
    var values: [Value] = []
    var open: [OpenQuestion] = []
    values.reserveCapacity(session.tree.childCount(node) / 2)
    var next = session.tree.firstChild(node)
    while let key = next, let value = session.tree.nextSibling(key) {
      next = session.tree.nextSibling(value)
      if session.hasDetails(key, value, open: &open), let read = Value.read(value, key: key, in: session) {
        values.append(read)
      }
    }
    return Keyed(values: values, open: open)
  }
}

/// An id is the name of a file and a part of an address, so it has at most so many characters.
package let longestID = 100

/// Ids are `[a-z0-9][a-z0-9-]*` of at most ``longestID`` characters, so that none is ever a path or a name that no disk takes.
package func isIdentifier(_ text: String) -> Bool {
  if text.utf8.count > longestID { return false }
  var first = true
  for byte in text.utf8 {
    let plain = (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    if !plain && (first || byte != 0x2D) { return false }
    first = false
  }
  return !first
}

/// Ids that no record has: words that mean something in a value, and names that Windows takes for devices, whatever their ending.
package let reservedIDs: Set<String> = deviceNames.union([
  "all", "none", "unknown", "not-applicable", "subject", "device", "derived", "public",
])

/// A file of such a name can neither be checked out nor published there.
let deviceNames: Set<String> = Set(
  ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] })

extension ReadingSession {
  /// Refuses an entry of a list that is empty or says that there is nothing.
  fileprivate func reportNoEntry(_ node: NodeIndex) {
    if tree.isNull(node) {
      report("wrong-shape", at: node, "This entry of the list is empty", hint: "remove the dash or fill it in")
    } else {
      report(
        "wrong-shape", at: node, "'none' says that there is nothing, so it cannot stand in a list",
        hint: "write it in place of the list")
    }
  }

  /// Refuses a list, or a single value, where keys of one's own are wanted.
  func reportNoKeys(_ node: NodeIndex, _ wanted: String, hint: String) {
    report(
      "wrong-shape", at: node,
      "'\(currentField)' takes \(wanted), not a \(tree.kind(node) == .sequence ? "list" : "single value")", hint: hint)
  }

  /// The value of a key of one's own is neither empty nor an open question, which is noted.
  fileprivate func hasDetails(_ key: NodeIndex, _ value: NodeIndex, open: inout [OpenQuestion]) -> Bool {
    if !isIdentifier(tree.text(key)) { reportMalformedID(key) }
    if tree.isNull(value) {
      report("wrong-shape", at: key, "'\(tree.text(key))' has no details", hint: "fill it in or remove it")
      return false
    }
    guard isQuestion(value) else { return true }
    if let question = question(value) { open.append(question) }
    return false
  }

  func reportMalformedID(_ key: NodeIndex) {
    report(
      "id-malformed", at: key, "'\(tree.text(key))' cannot be an id",
      hint: idHint(tree.text(key)))
  }
}

/// How to write an id: as the one that was meant, where the text makes one.
func idHint(_ text: String) -> String {
  let meant = hyphenatedWords(text)
  return meant != text && isIdentifier(meant) && !reservedIDs.contains(meant)
    ? "write '\(meant)': ids have small letters a to z, digits and hyphens"
    : "use small letters a to z, digits and hyphens, beginning with a letter or digit"
}

/// The fault of an id that cannot be one.
func malformedID(_ id: String, _ range: SourceRange) -> Diagnostic {
  let (message, hint) =
    if deviceNames.contains(id) {
      ("'\(id)' is a device for Windows and cannot be an id", "choose another, such as '\(id)-1'")
    } else if reservedIDs.contains(id) {
      ("'\(id)' means something in a value and cannot be an id", "choose another, such as '\(id)-1'")
    } else if id.utf8.count > longestID {
      ("'\(shown(id.utf8))' is too long for an id", "use at most \(longestID) letters, digits and hyphens")
    } else {
      ("'\(id)' cannot be an id", idHint(id))
    }
  return Diagnostic(rule: "id-malformed", message: message, range: range, hint: hint)
}
