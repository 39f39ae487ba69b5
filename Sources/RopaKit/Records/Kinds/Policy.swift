import LocatedYAML

/// Intervals and thresholds that are the organisation's own, not the law's. What a register does not set has the default here.
package struct Policy: Fielded {
  package let reviewInterval: Internal<Period>
  package let sensitiveReviewInterval: Internal<Period>
  package let noticeReviewInterval: Internal<Period>
  package let assessmentInterval: Internal<Period>
  package let policyDocumentInterval: Internal<Period>
  package let decisionInterval: Internal<Period>
  package let breachTestInterval: Internal<Period>
  package let controlTestInterval: Internal<Period>
  package let deletionCheckInterval: Internal<Period>
  package let diligenceInterval: Internal<Period>
  package let sensitiveDiligenceInterval: Internal<Period>
  package let listingCheckInterval: Internal<Period>
  package let scanInterval: Internal<Period>
  package let expiryWarning: Internal<Period>
  package let feeWarning: Internal<Period>
  package let breachNotice: Internal<Period>
  package let deletionAfterEnd: Internal<Period>
  package let cookieLifetime: Internal<Period>
  package let refusalLifetime: Internal<Period>
  package let conflictingRoles: Internal<List<Line>>
  package let knownTrackers: Internal<List<Line>>
  package let waiverReasonLength: Internal<WholeNumber>
  package let sentenceLength: Internal<WholeNumber>
  package let sectionLength: Internal<WholeNumber>
  package let jargon: Internal<List<Line>>
  package let severity: Internal<Mapped<LoweredSeverity>>
  package let ignore: Internal<Mapped<Text>>

  package static let defaultReviewInterval = Period("P24M")!
  package static let defaultSensitiveReviewInterval = Period("P12M")!
  package static let defaultNoticeReviewInterval = Period("P12M")!
  package static let defaultAssessmentInterval = Period("P24M")!
  package static let defaultListingCheckInterval = Period("P12M")!
  package static let defaultPolicyDocumentInterval = Period("P12M")!
  package static let defaultDecisionInterval = Period("P24M")!
  package static let defaultBreachTestInterval = Period("P12M")!
  package static let defaultControlTestInterval = Period("P12M")!
  package static let defaultDeletionCheckInterval = Period("P12M")!
  package static let defaultDiligenceInterval = Period("P24M")!
  package static let defaultSensitiveDiligenceInterval = Period("P12M")!
  package static let defaultBreachNotice = Period("PT48H")!
  package static let defaultDeletionAfterEnd = Period("P60D")!
  package static let defaultExpiryWarning = Period("P180D")!
  package static let defaultFeeWarning = Period("P30D")!
  package static let defaultCookieLifetime = Period("P13M")!
  package static let defaultReasonLength = 40
  package static let defaultSentenceLength = 25
  package static let defaultSectionLength = 400
  package static let defaultScanInterval = Period("P90D")!
  package static let defaultRefusalLifetime = Period("P6M")!

  package init(from fields: inout FieldReader) {
    reviewInterval = fields.interval("review-interval", "Time between reviews", Policy.defaultReviewInterval)
    sensitiveReviewInterval = fields.interval(
      "sensitive-review-interval", "Time between reviews of activities with special category or criminal data",
      Policy.defaultSensitiveReviewInterval)
    noticeReviewInterval = fields.interval(
      "notice-review-interval", "Time between reviews of notices", Policy.defaultNoticeReviewInterval)
    assessmentInterval = fields.interval(
      "assessment-interval", "Time between reviews of assessments", Policy.defaultAssessmentInterval)
    policyDocumentInterval = fields.interval(
      "policy-document-interval", "Time between reviews of policy documents", Policy.defaultPolicyDocumentInterval)
    decisionInterval = fields.interval(
      "decision-interval", "Time after which the decision against a data protection officer is looked at again",
      Policy.defaultDecisionInterval)
    breachTestInterval = fields.interval(
      "breach-test-interval", "Time between tries of the breach procedure", Policy.defaultBreachTestInterval)
    controlTestInterval = fields.interval(
      "control-test-interval", "Time between tests of a technical measure that names none",
      Policy.defaultControlTestInterval)
    deletionCheckInterval = fields.interval(
      "deletion-check-interval", "Time between checks that deletion works", Policy.defaultDeletionCheckInterval)
    diligenceInterval = fields.interval(
      "diligence-interval", "Time between examinations of a processor", Policy.defaultDiligenceInterval)
    sensitiveDiligenceInterval = fields.interval(
      "sensitive-diligence-interval", "The same where it holds special category data",
      Policy.defaultSensitiveDiligenceInterval)
    listingCheckInterval = fields.interval(
      "listing-check-interval", "Time between looks at a list for adequacy", Policy.defaultListingCheckInterval)
    scanInterval = fields.interval("scan-interval", "Time between scans of a site", Policy.defaultScanInterval)
    expiryWarning = fields.interval("expiry-warning", "How long before an expiry to warn", Policy.defaultExpiryWarning)
    feeWarning = fields.interval("fee-warning", "How long before the fee runs out to warn", Policy.defaultFeeWarning)
    breachNotice = fields.interval(
      "breach-notice", "Longest time for a processor to report a personal data breach", Policy.defaultBreachNotice)
    deletionAfterEnd = fields.interval(
      "deletion-after-end", "Time after the end of a contract by which deletion is confirmed",
      Policy.defaultDeletionAfterEnd)
    cookieLifetime = fields.interval(
      "cookie-lifetime", "Longest time that something stays on a device", Policy.defaultCookieLifetime)
    refusalLifetime = fields.interval(
      "refusal-lifetime", "Shortest time that a refusal is remembered", Policy.defaultRefusalLifetime)
    conflictingRoles = fields.internal(
      "conflicting-roles", .optional, "Further roles that a data protection officer should not hold")
    knownTrackers = fields.internal("known-trackers", .optional, "Further names of cookies that follow people")
    waiverReasonLength = fields.internal("waiver-reason-length", .optional, "Least length of a reason; 40 unless set")
    sentenceLength = fields.internal("sentence-length", .optional, "Most words of a mean sentence; 25 unless set")
    sectionLength = fields.internal("section-length", .optional, "Most words without a heading; 400 unless set")
    jargon = fields.internal("jargon", .optional, "Further words that readers should not have to know")
    severity = fields.internal("severity", .optional, "Lower severities for findings of rules or groups of rules")
    ignore = fields.internal("ignore", .optional, "Rules or groups of rules to leave out, each with the reason")
  }
}

extension FieldReader {
  /// Declares and reads an interval; `usual` holds where the register sets none.
  fileprivate mutating func interval(_ name: StaticString, _ meaning: StaticString, _ usual: Period) -> Internal<Period>
  {
    `internal`(name, .optional, meaning, unlessSet: usual)
  }
}

/// A severity that a policy may lower findings to.
package enum LoweredSeverity: String, Word {
  case warning, advice

  var severity: Severity { self == .warning ? .warning : .advice }
}
