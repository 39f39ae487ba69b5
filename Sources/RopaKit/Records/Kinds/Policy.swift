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

  package static let defaultReviewInterval = Period("P24M")!
  package static let defaultSensitiveReviewInterval = Period("P12M")!
  package static let defaultNoticeReviewInterval = Period("P12M")!
  package static let defaultAssessmentInterval = Period("P24M")!
  package static let defaultListingCheckInterval = Period("P12M")!
  package static let defaultExpiryWarning = Period("P180D")!
  package static let defaultFeeWarning = Period("P30D")!
  package static let defaultCookieLifetime = Period("P13M")!
  package static let defaultScanInterval = Period("P90D")!

  package init(from fields: inout FieldReader) {
    reviewInterval = fields.internal("review-interval", .optional, "Time between reviews; P24M unless set")
    sensitiveReviewInterval = fields.internal(
      "sensitive-review-interval", .optional,
      "Time between reviews of activities with special category or criminal data; P12M unless set")
    noticeReviewInterval = fields.internal(
      "notice-review-interval", .optional, "Time between reviews of notices; P12M unless set")
    assessmentInterval = fields.internal(
      "assessment-interval", .optional, "Time between reviews of assessments; P24M unless set")
    policyDocumentInterval = fields.internal(
      "policy-document-interval", .optional, "Time between reviews of appropriate policy documents; P12M unless set")
    decisionInterval = fields.internal(
      "decision-interval", .optional,
      "Time after which the decision against a data protection officer is looked at again; P24M unless set")
    breachTestInterval = fields.internal(
      "breach-test-interval", .optional, "Time between tries of the breach procedure; P12M unless set")
    controlTestInterval = fields.internal(
      "control-test-interval", .optional, "Time between tests of a technical measure that names none; P12M unless set")
    deletionCheckInterval = fields.internal(
      "deletion-check-interval", .optional, "Time between checks that deletion works; P12M unless set")
    diligenceInterval = fields.internal(
      "diligence-interval", .optional, "Time between examinations of a processor; P24M unless set")
    sensitiveDiligenceInterval = fields.internal(
      "sensitive-diligence-interval", .optional, "The same where it holds special category data; P12M unless set")
    listingCheckInterval = fields.internal(
      "listing-check-interval", .optional, "Time between looks at a list that adequacy depends on; P12M unless set")
    scanInterval = fields.internal("scan-interval", .optional, "Time between scans of a site; P90D unless set")
    expiryWarning = fields.internal("expiry-warning", .optional, "How long before an expiry to warn; P180D unless set")
    feeWarning = fields.internal("fee-warning", .optional, "How long before the fee runs out to warn; P30D unless set")
    breachNotice = fields.internal(
      "breach-notice", .optional, "Longest time for a processor to report a personal data breach; PT48H unless set")
    deletionAfterEnd = fields.internal(
      "deletion-after-end", .optional,
      "Time after the end of a contract by which deletion is confirmed; P60D unless set")
    cookieLifetime = fields.internal(
      "cookie-lifetime", .optional, "Longest time that something stays on a device; P13M unless set")
    refusalLifetime = fields.internal(
      "refusal-lifetime", .optional, "Shortest time that a refusal is remembered; P6M unless set")
    conflictingRoles = fields.internal(
      "conflicting-roles", .optional, "Further roles that a data protection officer should not hold")
    knownTrackers = fields.internal("known-trackers", .optional, "Further names of cookies that follow people")
  }
}
