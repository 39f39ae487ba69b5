import LocatedYAML

/// How a body's return in the toolkit for data security stands on the day.
enum ToolkitStanding: Sendable {
  case met
  case open
  /// What is wrong with it, and where; nil where the body records none.
  case short(String, SourceRange?)
}

extension Assessed {
  /// The return of a body under the scheme of that name, among its certificates.
  func toolkit(of party: Party) -> ToolkitStanding {
    let scheme = "dspt"
    if party.certificates.answer.isOpen { return .open }
    let met = law.law.schemes.health.first { $0.row.id == scheme }?.met ?? []
    var fault: (words: String, range: SourceRange)?
    var isOpen = !(party.certificates.given?.open.isEmpty ?? true)
    for certificate in party.certificates.given?.values ?? [] where certificate.kind.given?.value.text == scheme {
      switch (certificate.status.answer, certificate.expires.answer) {
      case (.given(let status, let range), _) where !met.contains(status.text):
        fault = ("is recorded as '\(status.text)'", range)
      case (_, .given(let last, let range)) where last < day:
        fault = ("ended on \(last)", range)
      case (.unknown, _), (.unusable, _), (.given, .unknown), (.given, .unusable): isOpen = true
      case (.given, _): return .met
      default: fault = ("is recorded without a status", certificate.kind.answer.range ?? party.common.anchor)
      }
    }
    if isOpen { return .open }
    return fault.map { .short($0.words, $0.range) } ?? .short("is not recorded", nil)
  }

  /// What an activity records of confidential patient information; nil where it uses none, or where the rules of that sector are off.
  func patientData(of activity: Activity) -> (use: HealthServiceUse, range: SourceRange)? {
    guard case .given(let use, let range) = activity.healthService.answer, use.patientData.given?.value == true,
      follows(.nhs), activity.isJudged
    else { return nil }
    return (use, range)
  }
}
