/// Which law tables hold a provision that a rule cites.
struct LawReferences: Sendable {
  /// By table: every provision that one of its rows cites.
  private let provisions: [(table: LawTable, cites: Set<CitedProvision>)]

  init(_ tables: [LawTable]) {
    provisions = tables.compactMap { table in
      var cites = Set<CitedProvision>()
      for entry in (try? table.entries()) ?? [] { LawReferences.collect(entry.value, &cites) }
      return cites.isEmpty ? nil : (table, cites)
    }
  }

  private static func collect(_ value: TableValue, _ cites: inout Set<CitedProvision>) {
    for (key, inner) in value.entries {
      if key == "cite" && !inner.isMapping {
        cites.formUnion(CitedProvision.all(in: inner.text))
      } else if key == "cite" {
        for (_, text) in inner.entries where !text.isMapping { cites.formUnion(CitedProvision.all(in: text.text)) }
      }
      for item in inner.items { collect(item, &cites) }
    }
  }

  /// The tables with a row that cites the same provision, a part of it, or the whole it is a part of.
  func tables(of citation: String) -> [LawTable] {
    let wanted = CitedProvision.all(in: citation)
    return provisions.compactMap { entry in
      entry.cites.contains { cite in wanted.contains { $0.touches(cite) } } ? entry.table : nil
    }
  }

  /// The rules of the catalogue that cite a provision of a table.
  func rules(of table: LawTable) -> [Int] {
    guard let cites = provisions.first(where: { $0.table.id == table.id })?.cites else { return [] }
    return Rule.catalogue.indices.filter { number in
      Rule.catalogue[number].citations.contains { citation in
        CitedProvision.all(in: citation).contains { wanted in cites.contains { wanted.touches($0) } }
      }
    }
  }
}

/// One provision of a citation: `UK Art 6(1)(ea), 6(5)` holds two.
struct CitedProvision: Hashable {
  /// `UK`, `EU`, or empty where it is the same in both.
  let regime: String
  /// `Art 6(1)(ea)`, `DPA s.119A`.
  let text: String

  static func all(in citation: String) -> [CitedProvision] {
    var found: [CitedProvision] = []
    for part in citation.utf8.split(separator: UInt8(ascii: ";")) {
      var last: CitedProvision?
      for piece in part.split(separator: UInt8(ascii: ",")) {
        let piece = trimmed(piece)
        guard !piece.isEmpty else { continue }
        let next = last.flatMap { $0.continued(by: piece) } ?? CitedProvision(piece)
        found.append(next)
        last = next
      }
    }
    return found
  }

  private init(regime: String, text: String) { (self.regime, self.text) = (regime, text) }

  private init(_ text: String) {
    let bytes = Array(text.utf8)
    let tag = ["UK ", "EU "].first {
      bytes.starts(with: Array($0.utf8)) && bytes.dropFirst(3).starts(with: Array("Art".utf8))
    }
    regime = tag.map { String($0.dropLast()) } ?? ""
    self.text = String(decoding: tag == nil ? bytes[...] : bytes.dropFirst(3), as: UTF8.self)
  }

  /// `(e)` after `Art 30(1)(d)` is `Art 30(1)(e)`, `(4)` is `Art 30(4)`, and `46` is `Art 46`.
  private func continued(by piece: String) -> CitedProvision? {
    let bytes = Array(piece.utf8)
    let mine = Array(text.utf8)
    guard mine.starts(with: Array("Art ".utf8)), let first = bytes.first else { return nil }
    if (0x30...0x39).contains(first) { return CitedProvision(regime: regime, text: "Art " + piece) }
    guard first == UInt8(ascii: "("), bytes.count > 1 else { return nil }
    let isLetter = (0x61...0x7A).contains(bytes[1])
    let open = isLetter ? mine.lastIndex(of: UInt8(ascii: "(")) : mine.firstIndex(of: UInt8(ascii: "("))
    return CitedProvision(regime: regime, text: String(decoding: mine[..<(open ?? mine.count)], as: UTF8.self) + piece)
  }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    var bytes = bytes
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(Substring(bytes))
  }

  /// The same provision, or one is a part of the other; the regimes must not differ.
  func touches(_ other: CitedProvision) -> Bool {
    guard regime.isEmpty || other.regime.isEmpty || regime == other.regime else { return false }
    let (mine, its) = (Array(text.utf8), Array(other.text.utf8))
    let (short, long) = mine.count <= its.count ? (mine, its) : (its, mine)
    guard long.starts(with: short) else { return false }
    return long.count == short.count || long[short.count] == UInt8(ascii: "(")
  }
}
