import LocatedYAML

/// How a record answers what a rule asks of a field.
enum Standing: Sendable {
  case answered
  /// An open question, or something that could not be read.
  case open
  /// Nothing is there, or a list without entries; the place to point at.
  case missing(SourceRange)
}

/// A value with entries, some of which may be open questions.
protocol Entries {
  var isEmpty: Bool { get }
  var hasOpen: Bool { get }
}

extension List: Entries {
  var isEmpty: Bool { elements.isEmpty }
  var hasOpen: Bool { !open.isEmpty }
}

extension Keyed: Entries {
  var isEmpty: Bool { values.isEmpty }
  var hasOpen: Bool { !open.isEmpty }
}

extension Answer {
  /// - Parameters:
  ///   - anchor: the place for what is not written at all.
  ///   - noneCounts: `none:` with its reason answers the question.
  func standing(anchor: SourceRange, noneCounts: Bool = true) -> Standing {
    switch self {
    case .given: .answered
    case .absent: .missing(anchor)
    case .none(let reason), .notApplicable(let reason): noneCounts ? .answered : .missing(reason.range)
    case .unknown, .unusable: .open
    }
  }
}

extension Answer where Value: Entries {
  /// The same for a value with entries: without any it is missing, with open questions alone it is open.
  func standing(anchor: SourceRange, noneCounts: Bool = true) -> Standing {
    switch self {
    case .given(let value, let range): !value.isEmpty ? .answered : value.hasOpen ? .open : .missing(range)
    case .absent: .missing(anchor)
    case .none(let reason), .notApplicable(let reason): noneCounts ? .answered : .missing(reason.range)
    case .unknown, .unusable: .open
    }
  }
}

extension Activity {
  /// Retired, disputed and example records carry no duty.
  var isJudged: Bool { runs && !common.isDisputed }
}

extension CommonFields {
  /// Disputed and example records carry no duty.
  var isJudged: Bool { !isDisputed && !isExample }
}
