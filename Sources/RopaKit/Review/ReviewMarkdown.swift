import LocatedYAML

extension Reviewer {
  /// The reviews of some activities as one document, in the order of the portfolio; a table of all of them goes first where there are several.
  /// - Parameters:
  ///   - slots: places among the register's activities.
  ///   - folder: the register's folder as the user named it.
  ///   - jobs: threads at most.
  package func markdown(_ slots: [Int], folder: String, jobs: Int) -> [UInt8] {
    let portfolio = portfolio(slots, jobs: jobs)
    var head = MarkdownReview(assessment, folder: folder)
    if portfolio.count != 1 { head.write(portfolio) }
    let chunks = chunks(of: portfolio.count, size: 16)
    let bodies = inParallel(chunks.count, jobs: jobs) { chunk in
      var document = MarkdownReview(assessment, folder: folder)
      for summary in portfolio[chunks[chunk]] {
        document.write(review(activity: summary.slot))
      }
      return document.text.bytes
    }
    return head.text.bytes + bodies.flatMap(\.self)
  }
}

/// Writes reviews as Markdown. Words of records are escaped, so that none becomes a heading, a link or a picture.
private struct MarkdownReview {
  private(set) var text = TextWriter()
  private let assessment: Assessment
  private var writer: ReviewWriter
  private var registry: Registry { assessment.registry }

  init(_ assessment: Assessment, folder: String) {
    self.assessment = assessment
    writer = ReviewWriter(assessment, folder: folder)
  }

  // MARK: Several activities

  mutating func write(_ portfolio: [ReviewSummary]) {
    text.add("# Reviews\n\n")
    judged()
    if portfolio.isEmpty {
      text.add("No activity is recorded.\n")
      return
    }
    text.add(
      "Sorted by what to look at first: conflicts and bars, a high risk that remains, sensitive data with open findings on transfers or security, then the oldest look.\n\n"
    )
    row(["Activity", "Gate", "Risk, by its assessor", "Sensitive data", "Looked at longest ago"])
    row(Array(repeating: "---", count: 5))
    for summary in portfolio {
      let oldest = summary.freshness.oldest.map { "\(escaped(writer.name($0.record))), \($0.last!)" }
      row([
        escaped(writer.name(summary.record)), summary.gate.rawValue, summary.residual?.rawValue ?? "not assessed",
        summary.usesSensitiveData ? "yes" : "none marked", oldest ?? "no look recorded",
      ])
    }
    text.add("\n")
  }

  private mutating func judged() {
    let commit =
      assessment.history.commit.map {
        ", commit \($0)\(assessment.history.hasUncommittedChanges ? " with uncommitted changes" : "")"
      } ?? ""
    text.add(
      "Judged as at \(assessment.law.day)\(commit). ropa \(programVersion) with \(Rule.catalogue.count) rules; law tables last checked \(assessment.law.law.checked).\n\n"
    )
  }

  // MARK: One activity

  mutating func write(_ review: Review) {
    text.add("# Review: \(escaped(writer.name(review.record)))\n\n`\(registry.path(of: review.record))`\n\n")
    judged()
    for section in review.sections {
      text.add("## \(section.part.rawValue). \(section.part.title)\n\n")
      for block in section.blocks { write(block, review) }
    }
  }

  private mutating func write(_ block: ReviewBlock, _ review: Review) {
    switch block {
    case .facts(let facts):
      for fact in facts { text.add("- \(fact.title): \(cell(fact.cell))\n") }
      text.add("\n")
    case .measures: write(review.measures)
    case .table(let table): write(table)
    case .findings(_, let title, let findings, let empty): write(findings, title, empty)
    case .flows: flows(review.slot)
    case .remark(let words): text.add("\(escaped(words))\n\n")
    case .signature: signature()
    }
  }

  private mutating func write(_ measures: ReviewMeasures) {
    let writer = writer
    row(["Measure", "", "What it says"])
    row(["---", "---", "---"])
    for measure in measures.shown({ writer.name($0) }) {
      row([measure.title.description, "**\(escaped(measure.value))**", escaped(measure.explanation)])
    }
    text.add("\n")
  }

  private mutating func write(_ table: ReviewTable) {
    text.add("### \(table.title)\n\n")
    if table.rows.isEmpty {
      text.add("\(table.empty)\n\n")
      return
    }
    row(table.columns.map(\.title.description))
    row(table.columns.map { _ in "---" })
    for cells in table.rows {
      var texts: [String] = []
      for cell in cells { texts.append(self.cell(cell)) }
      row(texts)
    }
    text.add("\n")
  }

  private mutating func cell(_ cell: ReviewCell) -> String {
    var parts: [String] = []
    for item in cell.items {
      let words = escaped(writer.words(item))
      parts.append(item.state == .recorded ? words : "*\(words)*")
    }
    return parts.joined(separator: "; ")
  }

  private mutating func write(_ findings: [ReviewFinding], _ title: StaticString, _ empty: StaticString?) {
    text.add("### \(title)\n\n")
    if findings.isEmpty, let empty { text.add("\(empty)\n\n") }
    for root in findings {
      let finding = root.finding
      text.add("- **\(finding.judgedSeverity.word)** \(escaped(finding.message)) (`\(finding.definition.id)`)\n")
      quote("at", finding.range)
      for note in finding.notes { quote(note.message, note.range) }
      if let hint = finding.hint { text.add("  - to fix: \(escaped(hint))\n") }
      if !finding.citations.isEmpty { text.add("  - law: \(escaped(finding.citations.joined(separator: "; ")))\n") }
      if finding.state == .acknowledged, let decision = finding.decision {
        text.add("  - acknowledged: \(escaped(decision.words(registry)))\n")
      }
      for other in root.others {
        text.add("  - the same root: \(escaped(other.message)) (`\(other.definition.id)`)\n")
      }
    }
    if !findings.isEmpty { text.add("\n") }
  }

  /// A place with what is written there.
  private mutating func quote(_ words: String, _ range: SourceRange) {
    text.add("  - \(escaped(words)): \(escaped(writer.place(range)))")
    if let quotation = writer.quotation(range) { text.add(" says “\(escaped(quotation))”") }
    text.add("\n")
  }

  // MARK: Ways of the data

  private mutating func flows(_ slot: Int) {
    text.add("### Ways of the data\n\n")
    let legs = assessment.facts.flows.legs(ofActivity: slot)
    if legs.isEmpty {
      text.add("No leg to another body is recorded.\n\n")
      return
    }
    children(of: -1, legs, depth: 0)
    text.add("\n")
  }

  private mutating func children(of parent: Int32, _ legs: ArraySlice<Leg>, depth: Int) {
    for index in legs.indices where legs[index].parent == parent {
      let leg = legs[index]
      var facts = [leg.role]
      if leg.system.isResolved { facts.append("through \(writer.name(leg.system))") }
      facts += leg.places.map { "\($0.kind.words) in \(assessment.law.inText($0.territory))" }
      if leg.hasUnknownPlace { facts.append("places not all known") }
      if leg.certainty != .certain { facts.append(leg.certainty.rawValue) }
      text.add(
        String(repeating: "  ", count: depth)
          + "- \(escaped(writer.name(leg.exporter))) → \(escaped(writer.name(leg.importer))): \(escaped(facts.joined(separator: "; ")))\n"
      )
      children(of: Int32(index), legs, depth: depth + 1)
    }
  }

  // MARK: Signing

  private mutating func signature() {
    for line in ["Reviewer", "Date", "Outcome", "Conditions", "Next review"] {
      text.add("- \(line): ________________\n")
    }
    text.add("\n\(escaped(reviewDisclaimer(assessment)))\n\n")
  }

  private mutating func row(_ cells: [String]) { text.add("| \(cells.joined(separator: " | ")) |\n") }
}

extension Leg {
  /// What the importer is on this leg, in words.
  var role: String {
    switch kind {
    case .recipient: isProcessor ? "processor" : "recipient"
    case .subProcessor: "sub-processor"
    case .hosting: "stores the data"
    case .access: "can see the data"
    case .cookie: "sets or reads a cookie"
    }
  }
}

/// Words that mean themselves in Markdown, whatever they hold; line ends become spaces.
private func escaped(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 8)
  var before: UInt8 = 0x20
  let all = Array(text.utf8)
  for (index, byte) in all.enumerated() {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "!"):
      bytes += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "_"):
      // Inside of a word it means nothing.
      let after = index + 1 < all.count ? all[index + 1] : 0x20
      if !isWordByte(before) || !isWordByte(after) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    // A heading, a list or a quotation begins where nothing goes before.
    case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="):
      if bytes.isEmpty { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    case 0x0A, 0x0D, 0x09: if bytes.last != 0x20 { bytes.append(0x20) }
    default: bytes.append(byte)
    }
    before = byte
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
