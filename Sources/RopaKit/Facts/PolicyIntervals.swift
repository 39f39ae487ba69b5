import LocatedYAML

/// Intervals of the organisation's own.
extension Assessed {
  /// An interval of `policy` in registry.yaml.
  /// - Parameter usual: the one that holds where the register sets none.
  func policy(_ field: (Policy) -> Internal<Period>, _ usual: Period) -> Period {
    registry.settings?.policy.given.flatMap { field($0).given } ?? usual
  }

  /// The register turns the rules of a sector on.
  func follows(_ profile: Profile) -> Bool { registry.settings?.profiles.elements().contains(profile) ?? false }

  /// The time between two looks at an assessment.
  func reviewInterval(of assessment: AssessmentRecord) -> Period {
    assessment.kind.given?.value == .policyDocument
      ? policy(\.policyDocumentInterval, Policy.defaultPolicyDocumentInterval)
      : policy(\.assessmentInterval, Policy.defaultAssessmentInterval)
  }
}

/// The day by which something is looked at again, and where it follows from.
struct DueLook {
  let day: Day
  let range: SourceRange
  /// How the day came about, after "was due for review on ...".
  let words: StaticString

  /// The earlier of a day of the record's own and the end of the interval: a day far away does not switch the policy off.
  /// - Parameter last: the last look, with its place.
  init(_ common: CommonFields, last: (day: Day, range: SourceRange), _ interval: Period) {
    let byPolicy = last.day.adding(interval)
    if case .given(let own, let range) = common.reviewBy.answer, own < byPolicy {
      (day, self.range, words) = (own, range, "a day of its own")
    } else {
      (day, range, words) = (byPolicy, last.range, "by your policy")
    }
  }
}

extension AssessmentRecord {
  /// The days on which somebody looked at it, besides `reviewed`.
  var looks: [Internal<Day>] { [date, approved, unchanged] }
}

/// The latest of some days, with its place.
func latest(_ days: [Internal<Day>]) -> (day: Day, range: SourceRange)? {
  var last: (day: Day, range: SourceRange)?
  for case .given(let day, let range) in days.map(\.answer) where last.map({ day > $0.day }) ?? true {
    last = (day, range)
  }
  return last
}
