import LocatedYAML

/// Puts the values of reviews into plain words, for reports.
struct ReviewWriter {
  let assessment: Assessment
  /// The register's folder as the user named it.
  let folder: String
  private var lines: FilePositions
  private var registry: Registry { assessment.registry }

  init(_ assessment: Assessment, folder: String) {
    self.assessment = assessment
    self.folder = folder
    lines = FilePositions(assessment.registry)
  }

  /// `path:line:column`.
  mutating func place(_ range: SourceRange) -> String {
    let position = lines.position(range.file, range.start)
    return "\(registry.displayPath(range, folder: folder)):\(position.line):\(position.column)"
  }

  mutating func words(_ value: ReviewValue) -> String {
    switch value {
    case .words(let words): words.description
    case .text(let text): text
    case .name(let record): name(record)
    case .day(let day): day.description
    case .period(let period): period.words
    case .dated(let words, let day): "\(words) \(day)"
    case .related(let words, let record): "\(words) \(name(record))"
    case .state(let state): state.words.description
    case .mark(_, let words): words.description
    case .place(let range): place(range)
    }
  }

  /// As pages call a record.
  func name(_ record: RecordIndex) -> String {
    guard record.isResolved else { return ReviewState.notRecorded.words.description }
    let header = registry.header(record)
    if header.isBuiltIn {
      let law = assessment.law.law
      let title =
        header.kind == .dataCategories
        ? law.dataCategories.first { $0.term.id == header.id }?.term.title
        : law.dataSubjects.first { $0.term.id == header.id }?.term.title
      return title ?? header.id
    }
    return registry.name(of: record)
  }

  /// "value (note, note)".
  mutating func words(_ item: ReviewItem) -> String {
    let value = words(item.value)
    if item.notes.isEmpty { return value }
    var notes: [String] = []
    for note in item.notes { notes.append(words(note)) }
    return "\(value) (\(notes.joined(separator: ", ")))"
  }

  mutating func words(_ cell: ReviewCell) -> String {
    var parts: [String] = []
    for item in cell.items { parts.append(words(item)) }
    return parts.joined(separator: "; ")
  }

  /// The records that a cell names.
  func records(_ cell: ReviewCell) -> [RecordIndex] {
    unique(
      cell.items.flatMap { [$0.value] + $0.notes }.compactMap { value in
        switch value {
        case .name(let record), .related(_, let record):
          record.isResolved && !registry.header(record).isBuiltIn ? record : nil
        default: nil
        }
      })
  }

  /// What stands in the file at a place, as far as it fits a line.
  func quotation(_ range: SourceRange) -> String? { registry.quotation(range) }
}

extension Registry {
  /// What stands in the file at a place, on one line; of a key the line that it begins. Nil where nothing is there.
  func quotation(_ range: SourceRange) -> String? {
    guard Int(range.file) < files.count, range.end > range.start else { return nil }
    let bytes = files[Int(range.file)].bytes
    var end = min(Int(range.end), bytes.count)
    if end < bytes.count, bytes[end] == UInt8(ascii: ":") {
      end = bytes[end...].firstIndex(of: 0x0A) ?? bytes.count
    }
    var words = String(decoding: bytes[Int(range.start)..<end], as: UTF8.self).utf8
      .split(whereSeparator: { $0 <= 0x20 }).map { String(Substring($0)) }
    // The sign before a text of several lines says nothing.
    if words.count > 1, [">", ">-", "|", "|-", ">+", "|+"].contains(words[0]) { words.removeFirst() }
    return words.isEmpty ? nil : beginning(of: words.joined(separator: " "), most: 160)
  }
}

extension Period {
  /// `6 years`, `1 year and 6 months`.
  var words: String {
    // Up to two years people speak of months: 18 months, not one year and six months.
    let months = Int(self.months)
    let inYears = months >= 24 || months == 12
    let parts = [
      (inYears ? months / 12 : 0, "year", "years"), (inYears ? months % 12 : months, "month", "months"),
      (Int(days), "day", "days"), (Int(hours), "hour", "hours"),
    ].filter { $0.0 > 0 }
    return parts.isEmpty ? "0 days" : joined(parts.map { counted($0.0, $0.1, $0.2) })
  }
}

/// A measure as reports show it.
struct ShownMeasure {
  let id: StaticString
  let title: StaticString
  /// "7 of 11", "blocked".
  let value: String
  /// What the number counts, or what it lacks.
  let explanation: String
}

extension ReviewMeasures {
  /// The measures beside each other, the gate first; none is a percentage.
  func shown(_ names: (RecordIndex) -> String) -> [ShownMeasure] {
    [
      ShownMeasure(id: "gate", title: "Gate", value: gate.word.rawValue, explanation: gateWords),
      ShownMeasure(
        id: "completeness", title: "Completeness", value: "\(completeness.filled) of \(completeness.applicable)",
        explanation: "fields filled that Art 30 asks of the record and Art 13 or 14 of its notices"),
      ShownMeasure(
        id: "evidence", title: "Evidence", value: "\(evidence.shown) of \(evidence.reliedOn)",
        explanation: "measures relied on that are implemented and were tested in time"
          + (evidence.withoutTest == 0 ? "" : "; \(evidence.withoutTest) more in place for which no test is asked")),
      ShownMeasure(
        id: "freshness", title: "Freshness", value: "\(freshness.inDate) of \(freshness.items.count)",
        explanation: "records in date that have a review duty"
          + (freshness.oldest.map { "; looked at longest ago: \(names($0.record)), \($0.last!)" } ?? "")),
      ShownMeasure(
        id: "consistency", title: "Consistency", value: "\(consistency.count)", explanation: consistencyWords),
      ShownMeasure(
        id: "coverage", title: "Coverage", value: "\(coverage.evaluated) of \(coverage.applicable)",
        explanation:
          "rules that apply could judge; \(counted(Rule.judging - coverage.applicable, "other does", "others do")) not apply"
      ),
      ShownMeasure(
        id: "residual-risk", title: "Risk to people", value: residualWords, explanation: residualExplanation(names)),
    ]
  }

  private var gateWords: String {
    var parts: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) { if count > 0 { parts.append(counted(count, one, many)) } }
    add(gate.stops.count, "conflict or bar on the stop list", "conflicts or bars on the stop list")
    add(
      gate.beyondSignature.count, "error that no signature can make up for", "errors that no signature can make up for")
    add(gate.errors.count, "other open error", "other open errors")
    add(gate.overdue, "review overdue", "reviews overdue")
    if gate.decided > 0 {
      parts.append(
        "\(counted(gate.decided, "error that was", "errors that were")) accepted, dismissed or left out by a policy"
          + (gate.word == gate.openOnly ? "" : "; the open findings alone would give \"\(gate.openOnly.rawValue)\""))
    }
    return parts.isEmpty ? "no error found by the rules that could judge" : parts.joined(separator: "; ")
  }

  private var consistencyWords: String {
    let decided = consistency.decided == 0 ? "" : "; \(consistency.decided) of them decided about"
    return "contradictions between records\(decided)"
  }

  private var residualWords: String {
    if residual.isEmpty { return "not assessed" }
    return joined(residual.map { $0.level?.rawValue ?? "not given" })
  }

  private func residualExplanation(_ names: (RecordIndex) -> String) -> String {
    if residual.isEmpty { return "no impact assessment is recorded; nothing is computed in its place" }
    let given = residual.map { risk in
      [
        risk.author.map { $0.isResolved ? names($0) : "no assessor" } ?? "no assessor",
        risk.day?.description ?? "no day",
      ]
      .joined(separator: ", ")
    }
    return "what remains, as the assessor gave it: \(given.joined(separator: "; "))"
  }
}

extension Rule {
  /// How many rules judge records, besides those that speak while files are read or of decisions.
  static let judging = catalogue.count { rule in
    switch rule.check {
    case .reading, .decisions, .rulePolicies: false
    default: true
    }
  }
}

/// What every review carries.
/// - Parameter withCommit: names the commit; pages of the register do not, so that they change only when the records do.
func reviewDisclaimer(_ assessment: Assessment, withCommit: Bool = true) -> String {
  let names = assessment.registry.organisations.map { assessment.registry.name(of: $0.common.record) }
  let organisation = names.isEmpty ? "an organisation that is not named" : joined(names)
  let commit = (withCommit ? assessment.history.commit : nil).map { " at commit \($0)" } ?? ""
  return """
    Automated consistency check of records kept by \(organisation)\(commit). It shows what is and is not recorded. It is not legal advice, an \
    audit, a certification or a finding of compliance. Law tables last checked \(assessment.law.law.checked). A qualified person should review \
    before relying on it.
    """
}
