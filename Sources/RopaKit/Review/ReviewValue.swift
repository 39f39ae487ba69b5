package import LocatedYAML

/// How the records stand to what a reviewer asks. Five states, because what is not known, not given or not asked is never the same as an answer.
package enum ReviewState: String, Sendable {
  case recorded
  case none
  case notApplicable = "not-applicable"
  case open
  case notRecorded = "not-recorded"

  /// As reports call it where nothing else is said.
  package var words: StaticString {
    switch self {
    case .recorded: "Recorded"
    case .none: "None"
    case .notApplicable: "Not applicable"
    case .open: "Open question"
    case .notRecorded: "Not recorded"
    }
  }

  /// The further from an answer, the greater: the state of several values is that of the worst of them.
  var distance: Int {
    switch self {
    case .recorded: 0
    case .none: 1
    case .notApplicable: 2
    case .open: 3
    case .notRecorded: 4
    }
  }
}

/// One thing that a report shows; each form of the report writes it in its own way.
package enum ReviewValue: Sendable {
  /// Words of the program.
  case words(StaticString)
  /// Words of a record or a law table.
  case text(String)
  /// A record's name.
  case name(RecordIndex)
  case day(Day)
  case period(Period)
  /// A day after a word: "signed 1 March 2024".
  case dated(StaticString, Day)
  /// A record after a word: "through Kineo".
  case related(StaticString, RecordIndex)
  /// In place of an answer.
  case state(ReviewState)
  /// What a reader should not overlook, with the shape of a severity.
  case mark(Severity, StaticString)
  /// A place in a file of the register.
  case place(SourceRange)
}

/// A value with what is said beside it in small.
package struct ReviewItem: Sendable {
  package let value: ReviewValue
  package var notes: [ReviewValue]

  init(_ value: ReviewValue, _ notes: [ReviewValue] = []) {
    self.value = value
    self.notes = notes
  }

  static func words(_ words: StaticString, _ notes: ReviewValue...) -> ReviewItem { ReviewItem(.words(words), notes) }
  static func text(_ text: String, _ notes: ReviewValue...) -> ReviewItem { ReviewItem(.text(text), notes) }
  static func name(_ record: RecordIndex, _ notes: ReviewValue...) -> ReviewItem { ReviewItem(.name(record), notes) }
  static let notRecorded = ReviewItem(.state(.notRecorded))

  /// The state of the value; everything but a state is recorded.
  package var state: ReviewState { if case .state(let state) = value { state } else { .recorded } }
}

/// What stands in a cell or beside a fact.
package struct ReviewCell: Sendable {
  package var items: [ReviewItem]

  init(_ items: [ReviewItem]) { self.items = items }
  init(_ item: ReviewItem) { items = [item] }
  init(_ words: StaticString) { items = [.words(words)] }
  static let notRecorded = ReviewCell(.notRecorded)
  static let empty = ReviewCell([])

  /// The worst of the items' states.
  package var state: ReviewState { items.map(\.state).max { $0.distance < $1.distance } ?? .notApplicable }
}

/// A fact about the activity, under a name that is a promise in JSON.
package struct ReviewFact: Sendable {
  package let key: StaticString
  package let title: StaticString
  package let cell: ReviewCell

  init(_ key: StaticString, _ title: StaticString, _ cell: ReviewCell) {
    self.key = key
    self.title = title
    self.cell = cell
  }
}

/// A column, under a name that is a promise in JSON.
package struct ReviewColumn: Sendable {
  package let key: StaticString
  package let title: StaticString

  init(_ key: StaticString, _ title: StaticString) {
    self.key = key
    self.title = title
  }
}

/// Rows of the same kind; the first column names the row.
package struct ReviewTable: Sendable {
  package let id: StaticString
  package let title: StaticString
  package let columns: [ReviewColumn]
  package var rows: [[ReviewCell]] = []
  /// What is said where there is no row.
  package let empty: StaticString

  init(_ id: StaticString, _ title: StaticString, empty: StaticString, _ columns: [ReviewColumn]) {
    self.id = id
    self.title = title
    self.columns = columns
    self.empty = empty
  }

  mutating func add(_ cells: ReviewCell...) {
    precondition(cells.count == columns.count, "a row of '\(id)' has another number of cells than columns")
    rows.append(cells)
  }
}

/// Findings with one root: the gravest speaks, the others are named beside it.
package struct ReviewFinding: Sendable {
  package let finding: Finding
  package let others: [Finding]
}

/// A piece of a part of a review.
package enum ReviewBlock: Sendable {
  case facts([ReviewFact])
  /// What is measured.
  case measures
  case table(ReviewTable)
  /// Under a heading with a name that is a promise in JSON.
  case findings(id: StaticString, title: StaticString, [ReviewFinding], empty: StaticString?)
  /// The ways that the activity's data take.
  case flows
  /// A sentence of the program.
  case remark(String)
  /// Room to sign.
  case signature
}

/// A part with what it shows.
package struct ReviewSection: Sendable {
  package let part: ReviewPart
  package internal(set) var blocks: [ReviewBlock]
}

// MARK: Answers

extension Answer {
  /// The answer as items of a cell.
  /// - Parameter make: the items of a value that is given.
  func items(_ make: (Value) -> [ReviewItem]) -> [ReviewItem] {
    switch self {
    case .given(let value, _): make(value)
    case .absent: [.notRecorded]
    case .none(let reason): [ReviewItem(.state(.none), [.text(reason.text.first)])]
    case .notApplicable(let reason): [ReviewItem(.state(.notApplicable), [.text(reason.text.first)])]
    case .unknown(let question): [ReviewItem(question)]
    case .unusable(let range): [ReviewItem(.state(.open), [.words("could not be read"), .place(range)])]
    }
  }

  func cell(_ make: (Value) -> ReviewItem) -> ReviewCell { ReviewCell(items { [make($0)] }) }

  /// The same where an absent field says that the question does not arise or that the usual holds.
  func cell(unlessGiven usual: StaticString, _ make: (Value) -> ReviewItem) -> ReviewCell {
    if case .absent = self { return ReviewCell(usual) }
    return cell(make)
  }
}

extension ReviewItem {
  init(_ question: OpenQuestion) { self.init(.state(.open), [.text(question.question.first)]) }
}

extension Answer {
  /// The elements of a list; the questions in it follow.
  func list<Element>(_ make: (Element) -> ReviewItem) -> ReviewCell where Value == List<Element> {
    ReviewCell(
      items { list in
        let items = list.elements.map(make) + list.open.map { ReviewItem($0) }
        return items.isEmpty ? [.notRecorded] : items
      })
  }
}

extension Answer where Value == Text {
  var cell: ReviewCell { cell { .text($0.first) } }
}

extension Answer where Value == Line {
  var cell: ReviewCell { cell { .text($0.text) } }
}

extension Answer where Value == Day {
  var cell: ReviewCell { cell { ReviewItem(.day($0)) } }
}

extension Answer where Value == Period {
  var cell: ReviewCell { cell { ReviewItem(.period($0)) } }
}

extension Answer where Value == Truth {
  var cell: ReviewCell { cell { .words($0.value ? "Yes" : "No") } }
}

extension Answer where Value: Word {
  /// A word of the program, as pages write it.
  var cell: ReviewCell { cell { .text(label(of: $0.rawValue)) } }
}

extension Answer {
  /// The record that is named.
  func named<Target>() -> ReviewCell where Value == Reference<Target> {
    cell { $0.record.isResolved ? .name($0.record) : ReviewItem(.state(.open), [.words("leads nowhere")]) }
  }

  /// The records that are named.
  func names<Target>() -> ReviewCell where Value == List<Reference<Target>> {
    list { $0.record.isResolved ? .name($0.record) : ReviewItem(.state(.open), [.words("leads nowhere")]) }
  }

  func days(overdueBefore day: Day) -> ReviewCell where Value == Day {
    cell { $0 < day ? ReviewItem(.day($0), [.mark(.warning, "passed")]) : ReviewItem(.day($0)) }
  }
}
