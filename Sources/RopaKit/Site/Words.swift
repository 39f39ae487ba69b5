import LocatedYAML

extension HTMLBuffer {
  /// A scalar of a record.
  mutating func text(_ node: NodeIndex, of tree: YAMLTree) {
    tree.withText(node) { text($0) }
  }

  /// A day in words: `2 October 2026`.
  mutating func day(_ day: Day) {
    let (year, month, number) = day.components
    html("<time datetime=\"")
    html(year < 10 ? "000" : year < 100 ? "00" : year < 1000 ? "0" : "")
    self.number(year)
    html(month < 10 ? "-0" : "-")
    self.number(month)
    html(number < 10 ? "-0" : "-")
    self.number(number)
    html("\">")
    self.number(number)
    self.month(month)
    self.number(year)
    html("</time>")
  }

  /// The name of a month, 1...12, between spaces.
  mutating func month(_ month: Int) {
    switch month {
    case 1: html(" January ")
    case 2: html(" February ")
    case 3: html(" March ")
    case 4: html(" April ")
    case 5: html(" May ")
    case 6: html(" June ")
    case 7: html(" July ")
    case 8: html(" August ")
    case 9: html(" September ")
    case 10: html(" October ")
    case 11: html(" November ")
    default: html(" December ")
    }
  }

  /// A duration in words: `6 years`, `1 year and 6 months`, `30 days`.
  mutating func period(_ period: Period) {
    // Up to two years people speak of months: 18 months, not one year and six months.
    let months = Int(period.months)
    let inYears = months >= 24 || months == 12
    let parts: [(Int, StaticString, StaticString)] = [
      (inYears ? months / 12 : 0, "year", "years"), (inYears ? months % 12 : months, "month", "months"),
      (Int(period.days), "day", "days"), (Int(period.hours), "hour", "hours"),
    ].filter { $0.0 > 0 }
    if parts.isEmpty { html("0 days") }
    for (position, part) in parts.enumerated() {
      if position > 0 { html(position == parts.count - 1 ? " and " : ", ") }
      count(part.0, part.1, part.2)
    }
  }

  /// A number with its noun.
  mutating func count(_ count: Int, _ one: StaticString, _ many: StaticString) {
    number(count)
    html(" ")
    html(count == 1 ? one : many)
  }

  /// The word of a severity, with its shape.
  mutating func severity(_ severity: Severity) {
    switch severity {
    case .error: html("<b class=\"error\">Error</b>")
    case .warning: html("<b class=\"warning\">Warning</b>")
    case .advice: html("<b class=\"advice\">Advice</b>")
    }
  }

  /// The first letter of a word of the program as a capital; ASCII only.
  mutating func capitalised(_ word: String) { text(sentenceCase(word)) }
}

/// The first words of a text as a name in lists: whole when it is short, without the full stop at its end.
/// - Parameter most: as many characters as it may have.
func beginning(of text: String, most: Int = 80) -> String {
  let text = text.utf8.last == UInt8(ascii: ".") ? String(text.dropLast()) : text
  var end: String.UTF8View.Index?
  var count = 0
  for index in text.utf8.indices {
    let byte = text.utf8[index]
    if byte == 0x20 || byte == 0x0A { end = index }
    if byte & 0xC0 != 0x80 { count += 1 }
    if count > most { return end.map { String(text[..<$0]) + "…" } ?? text }
  }
  return text
}

/// How pages write the name of a field or a word of the program: `sub-processors` as "Sub-processors", `in-force` as
/// "In force".
func label(of name: String) -> String {
  if let spelled = spelledLabels[name] { return spelled }
  var words = name.utf8.split(separator: UInt8(ascii: "-")).map { String(Substring($0)) }
  for index in words.indices {
    if initials.contains(words[index]) {
      words[index] = words[index].uppercased()
    } else if index == 0 {
      words[index] = sentenceCase(words[index])
    }
  }
  return words.joined(separator: " ")
}

/// Words that are initials, written in capitals.
private let initials: Set<String> = [
  "ai", "appi", "cbt", "dpf", "dpia", "dpo", "eea", "eu", "gbp", "gdpr", "hr", "ico", "id", "il", "ip", "lgpd", "nhs",
  "pipa", "pipeda", "sdk", "siro", "uk", "url",
]

/// Names whose hyphens stay, or that say too little by themselves.
private let spelledLabels: [String: String] = [
  "sub-processors": "Sub-processors", "sub-processor": "Sub-processor", "opt-out": "Opt-out", "back-stop": "Back-stop",
  "access-from": "Access from", "same-as": "Same body as", "review-by": "Review by", "paid-until": "Paid until",
  "exempt-30-5": "Exemption of Article 30(5)", "stated": "As published", "e-mail": "E-mail",
  "email": "E-mail", "ico": "ICO registration", "companies-house": "Companies House", "dpo": "Data protection officer",
  "dpia": "DPIA", "flow-down": "Flow-down", "uk-gdpr": "UK GDPR", "eu-gdpr": "EU GDPR", "soft-opt-in": "Soft opt-in",
  "charity-soft-opt-in": "Charity soft opt-in", "art-35-3-a": "Article 35(3)(a)", "art-35-3-b": "Article 35(3)(b)",
  "art-35-3-c": "Article 35(3)(c)", "unchanged": "Found unchanged", "13": "Article 13", "14": "Article 14",
  "fires": "Set", "via": "Brought by",
]

/// Words that stand where else a record is named.
let standInLabels: [String: String] = [
  "subject": "The person concerned", "device": "The person’s device", "derived": "Derived from other data",
  "public": "Public sources",
]
