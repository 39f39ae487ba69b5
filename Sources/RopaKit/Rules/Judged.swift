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

/// What is missing of several things that a record owes together.
struct Missing {
  private(set) var items: [(name: String, field: String, range: SourceRange)] = []
  /// Something is an open question.
  var isOpen = false
  var isEmpty: Bool { items.isEmpty }

  /// - Parameters:
  ///   - name: what it is, as in "postal address".
  ///   - field: its name in the file, without the colon.
  mutating func look(_ standing: Standing, _ name: StaticString, _ field: StaticString) {
    switch standing {
    case .answered: break
    case .open: isOpen = true
    case .missing(let range): items.append((name.description, field.description, range))
    }
  }

  /// "no postal address, no telephone and no contact".
  var words: String { joined(items.map { "no " + $0.name }) }
  /// "add address: and contacts:".
  var hint: String { "add " + joined(items.map { $0.field + ":" }) }
  var evidence: [Evidence] { items.map { Evidence($0.field, "not given") } }
  /// The narrowest place: that of the first thing that is there and says nothing, else the record's.
  func range(anchor: SourceRange) -> SourceRange { items.first { $0.range != anchor }?.range ?? anchor }
}

extension Assessed {
  /// The time between two reviews by the organisation's own policy.
  /// - Parameter activity: nil for other records; sensitive data shorten the time.
  func reviewInterval(of activity: Activity?) -> Period {
    let policy = registry.settings?.policy.given
    if let activity, facts.words.hasSensitiveData(activity) {
      return policy?.sensitiveReviewInterval.given ?? Policy.defaultSensitiveReviewInterval
    }
    return policy?.reviewInterval.given ?? Policy.defaultReviewInterval
  }
}
