package import LocatedYAML

/// A rule of the catalogue: what it looks at, what it says, why, on which law, with examples that are its tests and its manual.
package struct Rule: Sendable {
  /// Says what is wrong and reads well after "allow": `transfer-without-mechanism`.
  package let id: String
  package let group: RuleGroup
  /// The usual severity; a finding may depart from it where the rule says so.
  package let severity: Severity
  /// A short sentence for headings, without a full stop.
  package let title: String
  /// Why it matters, in a sentence or a few.
  package let rationale: String
  /// What to do about it, in general.
  package let remedy: String
  /// The provisions it rests on. Those that change with the day come from the citation table at the finding.
  package let citations: [String]
  /// What the cited law does: asks for it, forbids it, or is a matter of judgement; see ``Ground``.
  package let ground: Ground
  /// Findings of these rules on the same record silence this one.
  package let yieldsTo: [String]
  /// False where no signature can make up for what it finds: its findings may be acknowledged, and nothing else.
  package let isWaivable: Bool
  /// Raised when the rule comes to mean something else; decisions about what it found before then lapse.
  package let version: Int
  package let check: Check
  /// Made when they are asked for: only tests and the manual want them.
  package var examples: [Example] { makeExamples() }
  private let makeExamples: @Sendable () -> [Example]

  // Built into the rules and their long lists of examples, these two would take the optimiser a minute.
  @inline(never)
  package init(
    _ id: String, _ group: RuleGroup, _ severity: Severity, _ ground: Ground, title: String, rationale: String,
    remedy: String, citations: [String], yieldsTo: [String] = [], isWaivable: Bool = true, version: Int = 1,
    check: Check, examples: @autoclosure @escaping @Sendable () -> [Example]
  ) {
    self.id = id
    self.group = group
    self.severity = severity
    self.ground = ground
    self.title = title
    self.rationale = rationale
    self.remedy = remedy
    self.citations = citations
    self.yieldsTo = yieldsTo
    self.isWaivable = isWaivable
    self.version = version
    self.check = check
    makeExamples = examples
  }
}

/// The groups of the catalogue, in the order of the rule manual.
package enum RuleGroup: String, CaseIterable, Sendable {
  case reading, integrity, organisations, activities, lawfulness, transfers, processors
  case security
  case retention
  case assessments
  case notices
  case rights
  case cookies
  case reviews

  package var title: String {
    switch self {
    case .reading: "Reading the files"
    case .integrity: "References and open questions"
    case .organisations: "Organisations"
    case .activities: "Activities"
    case .lawfulness: "Lawful bases"
    case .transfers: "Transfers"
    case .processors: "Processors"
    case .security: "Security"
    case .retention: "Retention"
    case .assessments: "Impact assessments"
    case .notices: "Notices and statements"
    case .rights: "Rights of the people"
    case .cookies: "Cookies and similar technologies"
    case .reviews: "Owners and reviews"
    }
  }
}

/// What a rule rests on.
package enum Ground: String, Sendable {
  /// The text makes the element mandatory.
  case mandatory = "the cited text asks for it"
  /// The text does not allow what is recorded.
  case barred = "the cited text does not allow what is recorded"
  /// Two records cannot both be true.
  case contradiction = "two records cannot both be true"
  /// Other rules cannot run without it.
  case blind = "other rules cannot run without it"
  /// A risk that people must weigh.
  case risk = "people must decide"
  /// An expectation of regulators, outside the text of the law.
  case expectation = "regulators expect it"
  /// The organisation's own interval or threshold.
  case policy = "your own policy"
}

/// What a rule looks at, and how it judges one of them.
package enum Check: Sendable {
  /// Found while the files are read; there is nothing to judge afterwards.
  case reading
  case organisations(@Sendable (Party, Assessed) -> Verdict)
  case parties(@Sendable (Party, Assessed) -> Verdict)
  case activities(@Sendable (Activity, Assessed) -> Verdict)
  case purposes(@Sendable (Activity, Purpose, Assessed) -> Verdict)
  case systems(@Sendable (System, Assessed) -> Verdict)
  case transfers(@Sendable (Transfer, Assessed) -> Verdict)
  case transferGaps(@Sendable (TransferGap, Assessed) -> Verdict)
  case lawfulBases(@Sendable (LawfulBasis, Assessed) -> Verdict)
  case retention(@Sendable (RetentionRule, Assessed) -> Verdict)
  case statements(@Sendable (Statement, Assessed) -> Verdict)
  case assessments(@Sendable (AssessmentRecord, Assessed) -> Verdict)
  case consents(@Sendable (Consent, Assessed) -> Verdict)
  case dataCategories(@Sendable (DataCategory, Assessed) -> Verdict)
  case controls(@Sendable (Control, Assessed) -> Verdict)
  case cookies(@Sendable (Cookie, Assessed) -> Verdict)
  case sites(@Sendable (Site, Assessed) -> Verdict)
  /// Every waiver, with what became of it once the other rules had spoken.
  case decisions(@Sendable (JudgedWaiver, Assessed) -> Verdict)
  /// What registry.yaml says about rules: the name of a rule or group, the severity it asks for or nil to leave it out.
  case rulePolicies(@Sendable (RulePolicy, Assessed) -> Verdict)
  case notices(@Sendable (Notice, NoticeFacts, Assessed) -> Verdict)
  case questions(@Sendable (RecordedQuestion, Assessed) -> Verdict)
  /// Every record of a file, whatever its kind.
  case records(@Sendable (RecordHeader, CommonFields, Assessed) -> Verdict)
}

/// What a rule judges from: the register, what was derived from it, and the law of the day.
package struct Assessed: Sendable {
  package let registry: Registry
  package let facts: Facts
  package var law: LawOnDay { facts.law }
  package var day: Day { facts.law.day }
}

/// What a rule says of one subject.
package enum Verdict: Sendable {
  /// The rule has nothing to say of this subject.
  case notApplicable
  case clear
  case finding(Observation)
  /// The rule would speak, but what it needs is an open question or could not be read.
  case notEvaluable(String)
}

/// What was found, before it is numbered and sorted.
package struct Observation: Sendable {
  package var message: String
  package var range: SourceRange
  package var notes: [Note]
  /// The smallest edit that answers it.
  package var hint: String?
  /// Departs from the rule's usual severity.
  package var severity: Severity?
  /// In place of the rule's citations, where the day or the regime decides.
  package var citations: [String]
  /// Records involved, besides the one the place is in.
  package var records: [RecordIndex]
  /// The values that were looked at.
  package var evidence: [Evidence]

  package init(
    _ message: String, at range: SourceRange, hint: String? = nil, notes: [Note] = [], severity: Severity? = nil,
    citations: [String] = [], records: [RecordIndex], evidence: [Evidence] = []
  ) {
    self.message = message
    self.range = range
    self.hint = hint
    self.notes = notes
    self.severity = severity
    self.citations = citations
    self.records = records
    self.evidence = evidence
  }
}

/// A value that a rule looked at.
package struct Evidence: Sendable {
  package let what: String
  package let value: String
  package init(_ what: String, _ value: String) {
    self.what = what
    self.value = value
  }
}

/// A change of some files of the sound register that shows the rule at work, or shows it quiet.
package struct Example: Sendable {
  package let title: String
  /// Files that replace or join those of the sound register; the place of each expected finding is set between « and ».
  package let files: [(path: String, text: String)]
  /// Rules that speak here besides this one.
  package let also: [String]
  /// The day to judge as at, in place of the sound register's.
  package let asOf: String?
  /// The severity expected, where it departs from the rule's usual one.
  package let severity: Severity?
  package let source: (file: String, line: Int)

  @inline(never)
  package init(
    _ title: String, _ files: KeyValuePairs<String, String>, also: [String] = [], asOf: String? = nil,
    severity: Severity? = nil, file: String = #fileID, line: Int = #line
  ) {
    self.title = title
    self.files = files.map { (path: $0.key, text: $0.value) }
    self.also = also
    self.asOf = asOf
    self.severity = severity
    source = (file, line)
  }
}
