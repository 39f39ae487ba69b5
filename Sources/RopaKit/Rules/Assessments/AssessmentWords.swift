import LocatedYAML

extension Assessed {
  /// The activities that an assessment covers; those that are retired or disputed left out.
  func activities(of assessment: AssessmentRecord) -> [Activity] {
    assessment.activities.elements().compactMap { registry.activity($0) }.filter(\.isJudged)
  }

  /// The organisation whose assessment it is: that of its first activity.
  func organisation(of assessment: AssessmentRecord) -> Party? {
    let record = activities(of: assessment).first.map { registry.organisation(of: $0) } ?? registry.firstOrganisation
    return registry.party(record)
  }
}

extension AssessmentRecord {
  /// An impact assessment that is said to be finished: what belongs to it is there, or it is missed.
  var isFinishedImpactAssessment: Bool {
    guard isImpactAssessmentInUse else { return false }
    switch status.given?.value {
    case .approved, .officerReview: return true
    case .draft, .rejected, .retired, nil: return false
    }
  }

  /// The place of a high level that remains: of the whole, else of a risk of its own.
  var highResidual: SourceRange? {
    if case .given(.high, let range) = residual.answer { return range }
    for risk in risks.given?.values ?? [] {
      if case .given(.high, let range) = risk.residual.answer { return range }
    }
    return nil
  }
}
