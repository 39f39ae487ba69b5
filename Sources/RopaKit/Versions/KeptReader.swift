import LocatedYAML

/// Why a file is no kept version.
struct KeptFault: Error {
  let message: String
  let range: SourceRange
}

/// Reads the file of a kept version: what `keptText` writes, and nothing else.
struct KeptReader {
  let tree: YAMLTree

  func notice(_ root: NodeIndex, language: Language) throws(KeptFault) -> PublicNotice {
    let fields = try self.fields(
      root, ["title", "lede", "organisation", "foot", "summary", "sections"], needed: ["title", "organisation", "foot"])
    var lede: PublicText?
    if let node = fields["lede"] { lede = try text(node) }
    var sections: [PublicSection] = []
    for node in try list(fields["sections"]) { sections.append(try section(node)) }
    var seen: Set<SectionAnchor> = []
    if let twice = sections.firstIndex(where: { !seen.insert($0.anchor).inserted }) {
      throw fault("Two sections have the address '\(sections[twice].anchor.id)'", fields["sections"] ?? root)
    }
    return PublicNotice(
      language: language, title: try text(fields["title"]!), translationNote: nil, lede: lede,
      summary: try entries(fields["summary"]),
      sections: sections, inForce: nil, version: [], organisation: try text(fields["organisation"]!),
      foot: try text(fields["foot"]!))
  }

  private func section(_ node: NodeIndex) throws(KeptFault) -> PublicSection {
    let fields = try self.fields(node, ["section", "heading", "text"], needed: ["section", "heading", "text"])
    guard let anchor = SectionAnchor(kept: tree.text(fields["section"]!)) else {
      throw fault("'\(tree.text(fields["section"]!))' is no address of a section", fields["section"]!)
    }
    return PublicSection(
      anchor: anchor, heading: try text(fields["heading"]!), blocks: try blocks(fields["text"]!, depth: 0))
  }

  private func blocks(_ node: NodeIndex, depth: Int) throws(KeptFault) -> [PublicBlock] {
    // Lists nest; what was composed never nests so deep.
    if depth > 16 { throw fault("Lists are nested too deep", node) }
    var blocks: [PublicBlock] = []
    for item in try list(node) { blocks.append(try block(item, depth)) }
    return blocks
  }

  private func block(_ node: NodeIndex, _ depth: Int) throws(KeptFault) -> PublicBlock {
    if tree.kind(node) == .scalar { return .paragraph(try text(node)) }
    guard tree.kind(node) == .mapping, let key = tree.firstChild(node), let value = tree.nextSibling(key) else {
      throw fault("This is no part of a section", node)
    }
    switch tree.text(key) {
    case "heading":
      let fields = try self.fields(node, ["heading", "depth"], needed: ["heading"])
      return .subheading(try text(fields["heading"]!), depth: try number(fields["depth"]) ?? 0)
    case "items", "numbered":
      let fields = try self.fields(node, [tree.text(key), "tight"], needed: [])
      return .items(
        try items(value, key: tree.text(key), isTight: fields["tight"].map { tree.text($0) == "true" } ?? false, depth))
    case "table":
      _ = try self.fields(node, ["table"], needed: [])
      return .table(try table(value))
    case "list":
      _ = try self.fields(node, ["list"], needed: [])
      return .list(try texts(value))
    case "address":
      _ = try self.fields(node, ["address"], needed: [])
      return .address(try texts(value))
    case "definitions":
      _ = try self.fields(node, ["definitions"], needed: [])
      return .definitions(try entries(value))
    default: throw fault("'\(tree.text(key))' is no part of a section", key)
    }
  }

  private func items(_ node: NodeIndex, key: String, isTight: Bool, _ depth: Int) throws(KeptFault) -> PublicItems {
    var start: Int?
    var list = node
    if key == "numbered" {
      let fields = try self.fields(node, ["from", "items"], needed: ["from", "items"])
      start = try number(fields["from"])
      list = fields["items"]!
    }
    var items: [[PublicBlock]] = []
    for item in try self.list(list) { items.append(try blocks(item, depth: depth + 1)) }
    return PublicItems(start: start, isTight: isTight, items)
  }

  private func table(_ node: NodeIndex) throws(KeptFault) -> PublicTable {
    let fields = try self.fields(node, ["columns", "rows"], needed: ["columns", "rows"])
    let columns = try texts(fields["columns"]!)
    var rows: [[[PublicText]]] = []
    for row in try list(fields["rows"]!) {
      var cells: [[PublicText]] = []
      for cell in try list(row) { cells.append(tree.kind(cell) == .scalar ? [try text(cell)] : try texts(cell)) }
      guard cells.count == columns.count, !cells.isEmpty else {
        throw fault("This row has \(cells.count) cells in a table of \(columns.count) columns", row)
      }
      rows.append(cells)
    }
    return PublicTable(columns: columns, rows: rows)
  }

  private func entries(_ node: NodeIndex?) throws(KeptFault) -> [PublicEntry] {
    var entries: [PublicEntry] = []
    for item in try list(node) {
      let fields = try self.fields(item, ["term", "text"], needed: ["term", "text"])
      entries.append(PublicEntry(term: try text(fields["term"]!), text: try text(fields["text"]!)))
    }
    return entries
  }

  private func texts(_ node: NodeIndex) throws(KeptFault) -> [PublicText] {
    var texts: [PublicText] = []
    for item in try list(node) { texts.append(try text(item)) }
    return texts
  }

  private func list(_ node: NodeIndex?) throws(KeptFault) -> [NodeIndex] {
    guard let node, !tree.isNull(node) else { return [] }
    guard tree.kind(node) == .sequence else { throw fault("A list belongs here", node) }
    var items: [NodeIndex] = []
    var next = tree.firstChild(node)
    while let item = next {
      items.append(item)
      next = tree.nextSibling(item)
    }
    return items
  }

  /// The values of a mapping by their keys; keys of no other name may stand there.
  private func fields(_ node: NodeIndex, _ known: [String], needed: [String]) throws(KeptFault) -> [String: NodeIndex] {
    guard tree.kind(node) == .mapping else { throw fault("Fields belong here: \(known.joined(separator: ", "))", node) }
    var fields: [String: NodeIndex] = [:]
    var next = tree.firstChild(node)
    while let key = next, let value = tree.nextSibling(key) {
      guard known.contains(tree.text(key)) else {
        throw fault("'\(tree.text(key))' is no field of a kept version", key)
      }
      fields[tree.text(key)] = value
      next = tree.nextSibling(value)
    }
    for name in needed where fields[name] == nil { throw fault("'\(name)' is missing", node) }
    return fields
  }

  private func text(_ node: NodeIndex) throws(KeptFault) -> PublicText {
    guard tree.kind(node) == .scalar, !tree.withText(node, { $0.isEmpty }),
      let text = PublicText(inline: tree.withText(node) { Array($0) })
    else { throw fault("This is no text as a kept version has it", node) }
    return text
  }

  private func number(_ node: NodeIndex?) throws(KeptFault) -> Int? {
    guard let node else { return nil }
    guard let number = Int(tree.text(node)), (0..<1_000_000_000).contains(number) else {
      throw fault("'\(tree.text(node))' is no number", node)
    }
    return number
  }

  private func fault(_ message: String, _ node: NodeIndex) -> KeptFault {
    KeptFault(message: message, range: tree.range(node))
  }
}
