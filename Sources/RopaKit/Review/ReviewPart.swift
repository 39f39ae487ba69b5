/// The parts of a review, in the order in which a reviewer reads them. The raw value is its number.
package enum ReviewPart: Int, CaseIterable, Sendable {
  case header, stopList, subjects, screening, lawfulness, necessity, people, bodies, transfers, security
  case decisions, risks, advice, change, settled, questions, signOff

  /// The name in JSON and in addresses within a page: a promise.
  package var id: StaticString {
    switch self {
    case .header: "header"
    case .stopList: "stop-list"
    case .subjects: "what-happens"
    case .screening: "screening"
    case .lawfulness: "lawfulness"
    case .necessity: "necessity"
    case .people: "people"
    case .bodies: "bodies"
    case .transfers: "transfers"
    case .security: "security"
    case .decisions: "automated-decisions"
    case .risks: "risks"
    case .advice: "advice"
    case .change: "change"
    case .settled: "decided"
    case .questions: "not-from-records"
    case .signOff: "sign-off"
    }
  }

  package var title: StaticString {
    switch self {
    case .header: "The activity"
    case .stopList: "Stop list"
    case .subjects: "What happens to whom"
    case .screening: "Why an impact assessment, or why not"
    case .lawfulness: "Grounds"
    case .necessity: "Necessity and proportionality"
    case .people: "The people’s view"
    case .bodies: "Who else"
    case .transfers: "Transfers"
    case .security: "Security"
    case .decisions: "Automated decisions and artificial intelligence"
    case .risks: "Risks"
    case .advice: "Advice, consultation, decision"
    case .change: "Change since the last approval"
    case .settled: "Decisions in force"
    case .questions: "Cannot be seen from records"
    case .signOff: "Sign-off"
    }
  }
}

extension ReviewPart {
  /// Where what a rule finds is read, unless it stands in the stop list.
  /// - Parameter kind: of the record that the place is in.
  static func of(_ rule: Rule, on kind: RecordKind?) -> ReviewPart {
    if let part = departures[rule.id] { return part }
    switch rule.group {
    case .reading, .integrity, .reviews: return kind.map(of) ?? .header
    case .organisations: return .header
    case .activities: return .subjects
    case .lawfulness: return .lawfulness
    case .transfers: return .transfers
    case .processors: return .bodies
    case .security: return .security
    case .retention: return .necessity
    case .assessments: return .screening
    case .notices, .rights, .cookies: return .people
    }
  }

  /// Where the findings on records of a kind are read.
  private static func of(_ kind: RecordKind) -> ReviewPart {
    switch kind {
    case .activities, .dataCategories, .dataSubjects: .subjects
    case .assessments: .advice
    case .consents, .lawfulBases: .lawfulness
    case .controls, .systems: .security
    case .cookies, .notices, .sites, .statements: .people
    case .organisations, .people: .header
    case .processors, .recipients: .bodies
    case .retention: .necessity
    case .transfers: .transfers
    case .waivers: .settled
    }
  }

  /// Rules whose findings are read elsewhere than those of their group.
  static let departures: [String: ReviewPart] = [
    "open-question": .questions, "scale-unstated": .screening, "dpia-review-overdue": .advice,
    "dpo-missing-where-required": .advice, "dpo-decision-undocumented": .advice, "dpo-conflict-of-interest": .advice,
    "recipients-undeclared": .bodies, "joint-arrangement-missing": .bodies, "role-missing": .bodies,
    "decision-without-ground": .decisions, "decision-safeguards-missing": .decisions,
    "decision-on-recognised-interest": .decisions, "ai-training-on-personal-data-unrecorded": .decisions,
    "children-safeguards-missing": .people, "controller-complaints-channel-missing": .people,
    "breach-procedure-missing-or-untested": .security, "contextual-special-category-unassessed": .necessity,
    "special-category-hidden": .necessity,
  ]
}
