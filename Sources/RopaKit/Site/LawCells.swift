import LocatedYAML

/// Names in a period that its days already say.
func lawExtraKeys(_ period: TableValue) -> [String] {
  let known: Set<String> = ["from", "to", "cite", "source", "checked", "secondary", "unverified", "doubt", "watch"]
  return period.entries.map(\.key).filter { !known.contains($0) }
}

extension TableValue {
  /// A value inside others: `scope.words`.
  func value(along path: String) -> TableValue? {
    var value: TableValue? = self
    for step in path.utf8.split(separator: UInt8(ascii: ".")) { value = value?.value(at: String(Substring(step))) }
    return value
  }

  fileprivate var isList: Bool { tree.kind(node) == .sequence }
}

extension RegisterSite {
  /// The cell of a row in a column. A column of several names shows each with its name; of those that are true the name alone.
  func lawCell(_ row: TableValue, _ column: LawColumn, _ page: inout HTMLBuffer) {
    if column.keys.count == 1 {
      guard let value = row.value(along: column.keys[0]) else { return }
      let isPartOfSentence = ["public", "in-text", "plural", "cite", "written"].contains(column.keys[0])
      lawValue(value, column.keys[0], asSentence: !isPartOfSentence, &page)
      return
    }
    var isFirst = true
    for key in column.keys {
      guard let value = row.value(along: key) else { continue }
      if !isFirst { page.html("<br>") }
      isFirst = false
      let name = label(of: key)
      let isNamed = name != column.heading
      if isNamed { page.text(name) }
      if value.isMapping || value.isList || value.text != "true" {
        if isNamed { page.html(": ") }
        lawValue(value, key, asSentence: !isNamed, &page)
      }
    }
  }

  /// What a period says besides its days.
  func lawExtras(_ period: TableValue, _ page: inout HTMLBuffer) {
    for key in lawExtraKeys(period) {
      guard let value = period.value(at: key), value.isMapping || value.isList || !value.text.utf8.isEmpty else {
        continue
      }
      page.html("<br>")
      page.text(label(of: key))
      page.html(": ")
      lawValue(value, key, &page)
    }
  }

  private func lawValue(_ value: TableValue, _ key: String, asSentence: Bool = false, _ page: inout HTMLBuffer) {
    if let currency = value["currency"], let amount = value["value"] {
      page.text(currency.text)
      page.html(" ")
      page.text(words(amount))
    } else if let groups = grouped(value) {
      for (position, group) in groups.enumerated() {
        if position > 0 { page.html("<br>") }
        page.capitalised(group.word)
        page.html(": ")
        page.text(group.names.joined(separator: ", "))
      }
    } else if value.isMapping {
      for (position, entry) in value.entries.filter({ !isMark($0.key) }).enumerated() {
        if position > 0 { page.html("<br>") }
        switch entry.key {
        case "cite":
          page.html("<small>")
          lawValue(entry.value, entry.key, &page)
          page.html("</small>")
        case "need", "lines": page.capitalised(words(entry.value))
        default:
          page.text(isCountry(entry.key) ? lawName(entry.key) : label(of: entry.key))
          page.html(": ")
          lawValue(entry.value, entry.key, &page)
        }
      }
    } else if asSentence && !value.isList && isProse(key) && Day(value.text) == nil && Period(value.text) == nil {
      if isName(Array(value.text.utf8)) && !["true", "false"].contains(value.text) {
        page.text(label(of: value.text))
      } else {
        page.capitalised(words(value))
      }
    } else {
      for (position, item) in value.items.enumerated() {
        if position > 0 { page.html(", ") }
        scalar(item, key, &page)
      }
    }
  }

  /// Many names that share a few words, by word: which rights apply, and which do not. Nil for other mappings.
  private func grouped(_ value: TableValue) -> [(word: String, names: [String])]? {
    let entries = value.entries
    guard entries.count > 3, entries.allSatisfy({ isName(Array($0.value.text.utf8)) && !$0.value.isList }) else {
      return nil
    }
    var groups: [(word: String, names: [String])] = []
    for (key, inner) in entries {
      let (word, name) = (words(inner), label(of: key).lowercased())
      if let same = groups.firstIndex(where: { $0.word == word }) {
        groups[same].names.append(name)
      } else {
        groups.append((word, [name]))
      }
    }
    return groups
  }

  /// Small letters, digits and hyphens, from a letter on.
  private func isName(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, (0x61...0x7A).contains(first) else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// A value of this name is words, or a name of ours that reads as words.
  private func isProse(_ key: String) -> Bool {
    !["rows", "affects", "members", "country", "area", "deadline", "website", "complaints"].contains(key)
  }

  private func isMark(_ key: String) -> Bool { ["doubt", "watch", "unverified", "secondary"].contains(key) }

  private func scalar(_ value: TableValue, _ key: String, _ page: inout HTMLBuffer) {
    let text = value.text
    if let day = Day(text) { return page.day(day) }
    if let period = Period(text) { return page.period(period) }
    guard !isProse(key) else { return page.text(words(value)) }
    switch key {
    case "rows", "affects": lawLink(text, &page)
    case "members", "country", "area": page.text(lawName(text))
    case "deadline": deadline(text, &page)
    default:
      guard let link = Link(address: text) else { return page.text(text) }
      page.html("<a href=\"")
      page.link(link)
      page.html("\">")
      page.text(text)
      page.html("</a>")
    }
  }

  /// Words of the tables as people read them: `does-not-apply` as "does not apply", `36000000` as "36,000,000".
  private func words(_ value: TableValue) -> String {
    guard !value.isList else { return value.items.map(\.text).joined(separator: ", ") }
    let text = value.text
    if text == "true" { return "Yes" }
    if text == "false" { return "No" }
    if Regime(rawValue: text) != nil { return label(of: text) }
    let bytes = Array(text.utf8)
    if bytes.count > 4, bytes.allSatisfy({ (0x30...0x39).contains($0) }) { return grouped(bytes) }
    guard isName(bytes) else { return text }
    return String(decoding: bytes.map { $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
  }

  private func grouped(_ digits: [UInt8]) -> String {
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `06-30` as "30 June".
  private func deadline(_ text: String, _ page: inout HTMLBuffer) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-")).compactMap { Int(String(Substring($0))) }
    guard parts.count == 2 else { return page.text(text) }
    page.number(parts[1])
    page.month(parts[0])
  }

  private func isCountry(_ text: String) -> Bool { text.utf8.count == 2 && law.law.country(text) != nil }

  /// The name of a country, of a row of the table of areas, or of a regime.
  func lawName(_ text: String) -> String {
    if let code = law.law.country(text) { return law.law.countries[Int(code.row)].name }
    if Regime(rawValue: text) != nil { return label(of: text) }
    return (try? law.law.tables.first { $0.id == "areas" }?.rows())?.first { $0.row.id == text }?.row.title ?? text
  }

  /// The name of a table, or of a row as `table/row`, with a link to it.
  private func lawLink(_ text: String, _ page: inout HTMLBuffer) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard let id = parts.first, let table = law.law.tables.first(where: { $0.id == id }) else { return page.text(text) }
    page.html("<a href=\"")
    page.text(id)
    page.html(parts.count > 1 ? ".html#row-" : ".html")
    if parts.count > 1 { page.text(parts[1]) }
    page.html("\">")
    page.text(parts.count > 1 ? text : table.title)
    page.html("</a>")
  }
}
