import LocatedYAML

/// A field that nobody declared, with the nearest one.
package struct UnknownField: Error {
  package let message: String
}

extension FieldManual {
  /// All kinds with one line each.
  package static var list: [UInt8] {
    var text = TextWriter()
    let width = (FieldOwner.all.map(\.name.utf8.count).max() ?? 0) + 2
    for owner in FieldOwner.all {
      text.add("  \(padded(owner.name, width))\(owner.purpose)\n")
    }
    text.add("\nRun ropa fields KIND for the fields of one, a line each, ropa fields KIND --all for everything about")
    text.add(
      "\neach of them, ropa fields KIND.FIELD for one field; ropa fields messages for the sentences of notices.\n")
    return text.bytes
  }

  /// The manual of a kind, or of one field named by its path.
  /// - Parameter whole: of a kind, everything about each field; otherwise a line for each.
  package func text(of path: String, whole: Bool, on law: LawOnDay) throws(UnknownField) -> [UInt8] {
    let (owner, field) = try FieldManual.find(path)
    var text = TextWriter()
    if let field {
      write(field, law, &text)
      return text.bytes
    }
    text.add("\(owner.name): \(owner.purpose)\n")
    text.add("Written in \(owner.files.joined(separator: ", or many in one file: "))\n\n")
    if whole {
      for field in owner.described {
        write(field, law, isListed: true, &text)
        text.add("\n")
      }
      text.add(FieldManual.aboutRules)
    } else {
      writeList(of: owner.described, &text)
      text.add(
        "\n* in every ordinary record. Run ropa fields \(owner.described[0].path) for one of them, ropa fields \(owner.name) --all for all.\n"
      )
    }
    return text.bytes
  }

  private func writeList(of fields: [DescribedField], _ text: inout TextWriter) {
    let width = (fields.map { $0.field.name.utf8CodeUnitCount }.max() ?? 0) + 2
    for field in fields {
      let mark =
        switch field.field.need {
        case .required, .everyday: "*"
        case .when, .optional: " "
        }
      text.add(hanging("\(mark) \(padded(field.field.name.description, width))", "\(field.field.meaning)."))
    }
  }

  private static let aboutRules = """
    Rules are those that judge an example otherwise when the field is left out or an open question; they may
    look at more. Rules about reading, references and open questions look at every field.

    """

  /// Finds what a path names.
  package static func find(_ path: String) throws(UnknownField) -> (owner: FieldOwner, field: DescribedField?) {
    let names = path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    let owner = try find(kind: names[0])
    var found: DescribedField?
    var fields = owner.described
    for name in names.dropFirst() {
      guard let next = fields.first(where: { $0.field.name.description == name }) else {
        let place = found?.path ?? owner.name
        guard !fields.isEmpty else { throw UnknownField(message: "'\(place)' has no fields of its own") }
        throw UnknownField(
          message: "'\(place)' has no field '\(name)'; "
            + advice(name, fields.map(\.field.name.description), "run ropa fields \(place) for its fields"))
      }
      found = next
      fields = next.inner
    }
    return (owner, found)
  }

  /// Finds a kind by its name.
  package static func find(kind name: String) throws(UnknownField) -> FieldOwner {
    if let owner = FieldOwner.all.first(where: { $0.name == name }) { return owner }
    // One of them is asked for, or a field without its kind.
    let alike = FieldOwner.all.first { singular($0.name) == singular(name) }?.name
    let owning = FieldOwner.all.filter { $0.described.contains { $0.field.name.description == name } }
    if let near = alike ?? owning.first.map({ "\($0.name).\(name)" }) {
      throw UnknownField(message: "there is no kind '\(name)'; did you mean '\(near)'?")
    }
    throw UnknownField(
      message: "there is no kind '\(name)'; " + advice(name, FieldOwner.all.map(\.name), "run ropa fields for the list")
    )
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static func advice(_ name: String, _ known: [String], _ otherwise: String) -> String {
    nearMiss(name, among: known).map { "did you mean '\($0)'?" } ?? otherwise
  }

  // MARK: One field

  private func write(_ field: DescribedField, _ law: LawOnDay, isListed: Bool = false, _ text: inout TextWriter) {
    let declared = field.field
    text.add("\(isListed ? declared.name.description : field.path)\n")
    text.add(hanging("  ", "\(declared.meaning)."))
    text.add(hanging("  Need     ", declared.need.words + (declared.takesAnswers ? "" : "; takes no open question")))
    text.add(hanging("  Seen     ", field.isInternal ? "internal: never on a public page" : "public"))
    text.add(hanging("  Write    ", declared.shape.words))
    let cited = law.cite(citations(of: field) ?? [])
    if !cited.isEmpty { text.add(hanging("  Law      ", cited.joined(separator: "; "))) }
    let rules = rules(reading: field)
    if !rules.isEmpty { text.add(hanging("  Rules    ", rules.joined(separator: ", "))) }
    if let table = declared.shape.terms, !isListed { write(table, law, &text) }
    if let example = example(of: field) {
      text.add("  Example\n")
      for line in example.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        text.add("    \(String(Substring(line)))\n")
      }
    }
    let inner = field.inner
    guard !inner.isEmpty else { return }
    if isListed { return text.add("  More     ropa fields \(field.path)\n") }
    text.add("\nFields in it\n")
    writeList(of: inner, &text)
    text.add("\n* in every ordinary record. Run ropa fields \(inner[0].path) for one of them.\n")
  }

  private func write(_ table: TermTable, _ law: LawOnDay, _ text: inout TextWriter) {
    let rows = law.law.terms(of: table)
    let width = (rows.map(\.id.utf8.count).max() ?? 0) + 2
    text.add("  Words\n")
    for row in rows { text.add("    \(padded(row.id, width))\(row.title)\n") }
  }
}

extension ShapeDescription {
  /// The law table whose words may stand in a value of this shape.
  var terms: TermTable? {
    switch self {
    case .term(let table): table
    case .list(let inner), .perRegime(let inner), .mapped(let inner): inner.terms
    default: nil
    }
  }
}

private func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.utf8.count))
}

/// A paragraph of at most 100 bytes a line behind a head; further lines begin below its text.
private func hanging(_ head: String, _ paragraph: String) -> String {
  var lines = ""
  var line = head
  let indent = String(repeating: " ", count: head.utf8.count)
  var isFirst = true
  for word in paragraph.utf8.split(separator: UInt8(ascii: " ")) {
    if !isFirst && line.utf8.count + 1 + word.count > 100 {
      lines += line + "\n"
      line = indent
      isFirst = true
    }
    line += (isFirst ? "" : " ") + String(Substring(word))
    isFirst = false
  }
  return lines + line + "\n"
}
