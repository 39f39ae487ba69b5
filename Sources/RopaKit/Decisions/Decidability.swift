package import LocatedYAML

/// The longest time, in days, for which a finding of a severity may be decided about; a renewal is a new decision.
package enum WaiverTerm {
  package static func longest(_ severity: Severity) -> Int32 {
    switch severity {
    case .error: 90
    case .warning: 365
    case .advice: 730
    }
  }
}

extension Rule {
  /// Why findings of this rule may be acknowledged and nothing else; nil where they may also be accepted and dismissed.
  package var whyOnlyAcknowledged: String? {
    if case .reading = check { return "until it is mended nobody knows what the record says" }
    if case .decisions = check { return "it is about a decision itself" }
    if case .rulePolicies = check { return "it is about your policy on rules itself" }
    return isWaivable ? nil : "no signature can make up for what it finds"
  }

  /// Whether people may decide about its findings in this way.
  package func permits(_ kind: WaiverKind) -> Bool {
    !isAboutDecisions && (kind == .acknowledge || whyOnlyAcknowledged == nil)
  }

  /// It looks at decisions, so that none can be taken about what it finds.
  package var isAboutDecisions: Bool {
    switch check {
    case .decisions, .rulePolicies: true
    default: false
    }
  }

  /// Which decisions may be taken, as the manual lists them.
  package var permittedDecisions: String {
    if let why = whyOnlyAcknowledged { return "\(isAboutDecisions ? "none" : "acknowledge only"), because \(why)" }
    let days = WaiverTerm.longest(severity)
    return "acknowledge, accept, or dismiss as misread; each for at most \(days) days"
  }
}

extension WaiverKind {
  /// What becomes of the finding.
  var state: FindingState {
    switch self {
    case .acknowledge: .acknowledged
    case .accept: .accepted
    case .falsePositive: .dismissed
    }
  }
}

/// In which role somebody decides about a finding.
package enum ApproverRole: String, Word {
  case executive, siro, owner
  case riskOwner = "risk-owner"
  case lineHead = "line-head"

  /// The gravest finding that the role may decide about.
  var most: Severity {
    switch self {
    case .executive, .siro, .riskOwner: .error
    case .lineHead: .warning
    case .owner: .advice
    }
  }

  /// As in "approved by the Head of service as risk owner".
  package var words: String {
    switch self {
    case .executive: "accountable executive"
    case .siro: "senior information risk owner"
    case .riskOwner: "risk owner"
    case .lineHead: "head of the line"
    case .owner: "owner of the record"
    }
  }
}

/// What stands of a finding once decisions about it are counted. All of them are told in every report.
package enum FindingState: String, Sendable, CaseIterable {
  /// Nobody has decided anything.
  case open
  /// Somebody mends it until a day; it counts as before.
  case acknowledged
  /// Accepted for a time.
  case accepted
  /// The rule misreads the facts.
  case dismissed
  /// It was there when the baseline was written.
  case baseline

  /// Whether it still counts for the exit code and for publication.
  package var isOpen: Bool { self == .open || self == .acknowledged }
}
