/// What every row of every law table says of itself: its name, its days, where it comes from and how sure it is.
package struct LawRow: Sendable {
  package let id: String
  /// What pages call it; the id where the row has no title.
  package let title: String
  /// Other words that people may type for the id.
  package let aliases: [String]
  package let source: String
  /// The day on which it was last compared with its source.
  package let checked: Day
  package let confidence: Confidence
  /// What exactly was not confirmed, and what to watch.
  package let doubts: [String]
  /// What else there is to know of it; nil where nothing.
  package let note: String?
  /// When it holds, and under which regime; in the order written.
  package let periods: [RowPeriod]

  /// - Parameters: source, checked, from: the table's own, for a row that names none.
  init(_ value: TableValue, id: String, source: String, checked: Day, from: Day?) throws(TableFault) {
    self.id = id
    title = value["title"]?.text ?? value["name"]?.text ?? id
    aliases = value.texts("alias")
    self.source = value["source"]?.text ?? source
    self.checked = try value.day("checked") ?? checked
    note = value["note"]?.text
    var marks = Marks()
    marks.collect(value)
    confidence = marks.confidence
    doubts = marks.doubts
    periods = try RowPeriod.periods(of: value, id: id, from: from)
  }

  /// The periods that concern a regime.
  package func periods(_ regime: Regime) -> [RowPeriod] { periods.filter { $0.regime ?? regime == regime } }
}

/// How sure a row is.
package enum Confidence: String, Comparable, Sendable {
  /// Read in legislation or on an official page, or settled law.
  case confirmed
  /// Read in secondary sources only.
  case secondHand = "second-hand"
  /// Believed, or doubtful in a part; see the row's doubts.
  case unverified

  package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }
  private var rank: Int { self == .confirmed ? 0 : self == .secondHand ? 1 : 2 }
}

/// Days on which a row holds.
package struct RowPeriod: Sendable {
  /// Nil for every regime.
  package let regime: Regime?
  package let span: Span
  /// Empty where the row cites nothing.
  package let cite: String
  /// Everything else that was written of the period.
  let value: TableValue?

  /// A row says when it holds in one of five forms: per regime under `regimes`; in `versions` of a regime; in lists named by regime,
  /// at the top or under `cite`; or once for all, with `from` and `to`.
  static func periods(of row: TableValue, id: String, from: Day?) throws(TableFault) -> [RowPeriod] {
    let cites = row["cite"]
    var periods: [RowPeriod] = []
    if let versions = row["versions"] {
      for item in versions.items { periods.append(try RowPeriod(item, Regime(rawValue: id), cites, from)) }
      return periods
    }
    let lists = row["regimes"]?.entries ?? (cites.map { dated($0) } ?? []) + dated(row)
    for (key, value) in lists {
      guard let regime = Regime(rawValue: key) else { throw row.fault("no regime '\(key)'") }
      for item in value.items { periods.append(try RowPeriod(item, regime, cites, from)) }
    }
    guard periods.isEmpty else { return periods }
    let regime = row["regime"].flatMap { Regime(rawValue: $0.text) }
    return [RowPeriod(regime: regime, span: try row.span(or: from), cite: cites?.text ?? "", value: nil)]
  }

  /// The entries that are named by a regime and hold periods.
  private static func dated(_ value: TableValue) -> [(key: String, value: TableValue)] {
    value.entries.filter { Regime(rawValue: $0.key) != nil && $0.value.items.first?["from"] != nil }
  }

  private init(regime: Regime?, span: Span, cite: String, value: TableValue?) {
    (self.regime, self.span, self.cite, self.value) = (regime, span, cite, value)
  }

  private init(_ item: TableValue, _ regime: Regime?, _ cites: TableValue?, _ from: Day?) throws(TableFault) {
    let shared = cites.map { value in value.entries.first { $0.key == regime?.rawValue }?.value ?? value }
    self.init(
      regime: regime, span: try item.span(or: from), cite: item["cite"]?.text ?? shared?.text ?? "", value: item)
  }
}

/// Marks anywhere in a row.
private struct Marks {
  private(set) var confidence = Confidence.confirmed
  private(set) var doubts: [String] = []

  mutating func collect(_ value: TableValue) {
    for (key, inner) in value.entries {
      switch key {
      case "unverified" where inner.text == "true": confidence = .unverified
      case "secondary" where inner.text == "true": confidence = max(confidence, .secondHand)
      case "doubt":
        confidence = .unverified
        doubts.append(inner.text)
      case "watch": doubts.append(inner.text)
      default: for item in inner.items { collect(item) }
      }
    }
  }
}
