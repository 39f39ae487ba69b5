/// What people mean by values that are written otherwise than the program wants them.
enum ValueHints {
  /// How to write a date: the day that was meant, where it can be told.
  static func date(_ word: String) -> String {
    let plain = "write year-month-day, as in 2027-01-31"
    guard let (numbers, month) = dateParts(word) else { return plain }
    var days: [Day] = []
    func add(_ year: Int, _ month: Int, _ day: Int) {
      if let found = Day(year: year, month: month, day: day), !days.contains(found) { days.append(found) }
    }
    switch (numbers.count, month) {
    case (2, let month?): add(numbers[1], month, numbers[0])
    case (3, nil) where numbers[0] > 31: add(numbers[0], numbers[1], numbers[2])
    case (3, nil):
      add(numbers[2], numbers[1], numbers[0])
      add(numbers[2], numbers[0], numbers[1])
    default: return plain
    }
    if days.isEmpty && (numbers.count == 2 || numbers[0] > 31) { return "there is no such day in the calendar" }
    return days.isEmpty ? plain : "write \(days.map(\.description).joined(separator: " or "))"
  }

  /// The numbers of a date, and its month where that is a word: `31/12/2026`, `2026.1.5`, `1 May 2026`, `May 1, 2026`.
  private static func dateParts(_ word: String) -> (numbers: [Int], month: Int?)? {
    var numbers: [Int] = []
    var month: Int?
    for part in parts(word, separators: " /.-,") {
      if let number = Int(part), number < 10_000 {
        numbers.append(number)
      } else if month == nil, let found = months.firstIndex(where: { $0 == part || String($0.prefix(3)) == part }) {
        month = found + 1
      } else {
        return nil
      }
    }
    guard let year = numbers.first(where: { $0 > 31 }), year >= 1000 else { return nil }
    return (numbers, month)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// How to write a duration: the one that was meant, where it can be told.
  static func duration(_ word: String) -> String {
    period(word).map { "write \($0)" } ?? "write P6Y for six years, P18M for months, P30D for days, PT24H for hours"
  }

  /// The duration that was meant; nil where it cannot be told.
  static func period(_ word: String) -> String? {
    let parts = parts(word, separators: " ,")
    if parts.count == 1, Period(word.uppercased()) != nil { return word.uppercased() }
    guard parts.count == 2, let number = Int(parts[0]) ?? numberWords.firstIndex(of: parts[0]).map({ $0 + 1 }),
      (1...9999).contains(number)
    else { return nil }
    switch parts[1] {
    case "year", "years": return "P\(number)Y"
    case "month", "months": return "P\(number)M"
    case "week", "weeks": return "P\(number)W"
    case "day", "days": return "P\(number)D"
    case "hour", "hours": return "PT\(number)H"
    default: return nil
    }
  }

  private static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// `true` or `false` for the words that stand for them elsewhere.
  static func truth(_ word: String) -> String {
    switch word.lowercased() {
    case "yes", "y", "on", "true", "1": "write true"
    case "no", "n", "off", "false", "0": "write false"
    default: "write true or false"
    }
  }

  private static func parts(_ word: String, separators: String) -> [String] {
    word.lowercased().utf8.split { separators.utf8.contains($0) }.map { String(Substring($0)) }
  }
}
