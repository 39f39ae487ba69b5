import LocatedYAML

/// The longest that rules let data be kept, to be compared with what a system or a body is set to.
package struct RetentionLimit: Sendable {
  package let rule: RetentionRule
  package let length: Period
  /// The period runs from the collection, as a setting of a system does; else the end of storage comes later than the setting shows.
  package let startsAtCollection: Bool
}

/// What the rules of some activities allow together.
package enum RetentionAllowance: Sendable {
  case longest(RetentionLimit)
  /// Some rule gives no length that could be compared, or is an open question.
  case notComparable
  /// No rule applies.
  case nothing
}

extension Registry {
  /// The longest length that the rules of running activities allow for some data.
  /// - Parameter data: the categories that are held; empty for all of them.
  package func allowance(_ activities: [Activity], data: [RecordIndex]) -> RetentionAllowance {
    var longest: RetentionLimit?
    for activity in activities {
      if activity.retention.hasOpenElement() { return .notComparable }
      var references = activity.retention.elements()
      for purpose in activity.purposes.given?.values ?? [] {
        if purpose.retention.hasOpenElement() { return .notComparable }
        references += purpose.retention.elements()
      }
      if references.isEmpty { return .notComparable }
      for reference in references {
        guard let rule = retention(reference), rule.covers(data) else { continue }
        guard let length = rule.longest else { return .notComparable }
        let isCollection = if case .known(.collected)? = rule.starts.given?.event.given { true } else { false }
        let limit = RetentionLimit(rule: rule, length: length, startsAtCollection: isCollection)
        if longest.map({ limit.isLonger(than: $0) }) ?? true { longest = limit }
      }
    }
    return longest.map { .longest($0) } ?? .nothing
  }
}

extension RetentionLimit {
  fileprivate func isLonger(than other: RetentionLimit) -> Bool {
    length.approximateDays != other.length.approximateDays
      ? length.approximateDays > other.length.approximateDays : !startsAtCollection && other.startsAtCollection
  }
}

extension RetentionRule {
  /// Its own longest length; nil where an event or a test in words ends storage.
  fileprivate var longest: Period? {
    guard ends.answer.isAbsent, criterion.answer.isAbsent, hold.answer.isAbsent else { return backStop.given }
    return [period.given, maximum.given, backStop.given].compactMap(\.self)
      .max { $0.approximateDays < $1.approximateDays }
  }

  fileprivate func covers(_ data: [RecordIndex]) -> Bool {
    let own = appliesTo.given?.data.elements() ?? []
    return own.isEmpty || data.isEmpty || own.contains { data.contains($0.record) }
  }
}

extension Period {
  /// Months have 30.44 days here: good enough to compare, never to work out a day.
  package var approximateDays: Double { Double(months) * 30.44 + Double(days) + Double(hours) / 24 }
}
