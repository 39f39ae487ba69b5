import LocatedYAML

/// How a record answers what a rule asks of a field.
enum Standing: Sendable {
  case answered
  /// An open question, or something that could not be read.
  case open
  /// Nothing is there, or a list without entries; the place to point at.
  case missing(SourceRange)
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

  /// The standing of a list, whose entries may be open questions.
  func standing<Element>(anchor: SourceRange, noneCounts: Bool = true) -> Standing where Value == List<Element> {
    if case .given(let list, let range) = self, list.elements.isEmpty {
      return list.open.isEmpty ? .missing(range) : .open
    }
    return withoutEntries(anchor, noneCounts)
  }

  /// The standing of a mapping from ids to values.
  func standing<Element>(anchor: SourceRange, noneCounts: Bool = true) -> Standing where Value == Keyed<Element> {
    if case .given(let keyed, let range) = self, keyed.values.isEmpty { return .missing(range) }
    return withoutEntries(anchor, noneCounts)
  }

  private func withoutEntries(_ anchor: SourceRange, _ noneCounts: Bool) -> Standing {
    switch self {
    case .given: .answered
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
