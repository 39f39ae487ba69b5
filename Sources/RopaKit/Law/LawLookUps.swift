/// What the tables answer for a day and a regime. Data only: what follows from it is for rules to say.
extension LawOnDay {
  /// A row holds under a regime on this day.
  package func holds(_ row: LawRow, _ regime: Regime) -> Bool { period(of: row, regime) != nil }

  /// The citation of a row under a regime on this day; nil when it does not hold, empty when it cites nothing.
  package func cite(_ row: LawRow, _ regime: Regime) -> String? { period(of: row, regime)?.cite }

  private func period(of row: LawRow, _ regime: Regime) -> RowPeriod? {
    row.periods.first { ($0.regime ?? regime) == regime && $0.span.contains(day) }
  }

  /// The article of a mechanism as it is called on this day, also when the mechanism no longer holds; nil where the regime never
  /// knew it.
  package func cite(_ mechanism: Mechanism, _ regime: Regime) -> String? {
    if let cite = mechanism.topic.flatMap({ cite($0, regime) }) { return cite }
    guard let cite = mechanism.cite[regime] else { return nil }
    // The same articles, before the United Kingdom had a regulation of its own.
    let isUnprefixed = name(of: regime).map { $0.prefix.utf8.isEmpty } ?? false
    return isUnprefixed && cite.utf8.starts(with: "UK ".utf8) ? String(cite.utf8.dropFirst(3)) : cite
  }

  // MARK: Grounds

  /// The conditions of Annex 1 that stand for a recognised legitimate interest.
  package func recognisedInterests(_ regime: Regime) -> [RecognisedInterestRow] {
    law.grounds.recognisedInterests.filter { holds($0.row, regime) }
  }

  /// A paragraph of DPA Sch 1; nil for paragraphs that are no condition, and where the regime has no such schedule.
  package func schedule1(_ paragraph: Int, _ regime: Regime) -> Schedule1Row? {
    law.grounds.schedule1.first { $0.paragraph == paragraph && holds($0.row, regime) }
  }

  /// The paragraphs of DPA Sch 1 that serve a condition of Art 9(2), by its id; empty where none is needed.
  package func schedule1(for condition: String, _ regime: Regime) -> [Schedule1Row] {
    law.grounds.schedule1.filter { $0.article9.contains(condition) && holds($0.row, regime) }
  }

  /// On what it rests that people must be bound to secrecy under a condition of Art 9(2); nil where they need not be.
  package func secrecy(_ condition: SpecialConditionRow, _ regime: Regime) -> String? {
    holds(condition.row, regime) ? condition.secrecy[regime] : nil
  }

  /// Grounds that open the way for decisions by a computer alone.
  package func decisionGrounds(_ regime: Regime) -> [DecisionGroundRow] {
    law.grounds.decisionGrounds.filter { holds($0.row, regime) }
  }

  /// The conditions of Art 9(2) of which such a ground needs one when data of special categories are used.
  package func specialConditions(of ground: DecisionGroundRow, _ regime: Regime) -> [String] {
    ground.special[regime]?.first { $0.span.contains(day) }?.value ?? []
  }

  /// What people must be able to do about such a decision.
  package func decisionSafeguards(_ regime: Regime) -> [LawRow] {
    law.grounds.decisionSafeguards.filter { holds($0, regime) }
  }

  /// The age of digital consent in a country; without a country, or where the table has none for it, the regime's own.
  package func ageOfDigitalConsent(in country: CountryCode?, _ regime: Regime) -> ConsentAgeRow? {
    let ages = law.grounds.consentAges.filter { holds($0.row, regime) }
    return ages.first { country != nil && $0.country == country } ?? ages.first { $0.country == nil }
  }

  /// The law that allows a decision sets the safeguards itself.
  package func leavesSafeguardsToLaw(_ ground: DecisionGroundRow, _ regime: Regime) -> Bool {
    period(of: ground.row, regime)?.value?.flag("own-safeguards") ?? false
  }

  // MARK: People

  /// Cases in which people need not be told.
  package func noticeExemptions(_ regime: Regime) -> [NoticeExemptionRow] {
    law.people.noticeExemptions.filter { holds($0.row, regime) }
  }

  /// What a controller owes somebody who complains to it.
  package func complaintDuties(_ regime: Regime) -> [ComplaintDutyRow] {
    law.people.complaintDuties.filter { holds($0.row, regime) }
  }

  /// Provisions that cut a right, besides the lawful basis.
  package func limits(of right: RightRow, _ regime: Regime) -> [RightLimitRow] {
    law.people.rightLimits.filter { $0.rights.contains(right.id) && holds($0.row, regime) }
  }

  /// Words that a notice under some regimes should no longer use as if they named what holds on this day.
  package func outdatedWords(_ regimes: [Regime]) -> [OutdatedWordsRow] {
    law.people.outdatedWords.filter { words in
      regimes.contains { holds(words.row, $0) } && !(words.unless.map(regimes.contains) ?? false)
    }
  }

  /// The first day of the rule on a topic as it stands now; nil where there is none.
  package func firstDay(of topic: String, _ regime: Regime) -> Day? {
    law.citations[topic]?[regime]?.first { $0.span.contains(day) }?.span.from
  }

  // MARK: Records, contracts, assessments

  /// What the record of a role holds, without what is not required of it.
  package func recordFields(of role: RecordRole, _ regime: Regime) -> [RecordFieldRow] {
    law.records.fields.filter { $0.duty(of: role).need != .notRequired && holds($0.row, regime) }
  }

  /// The terms that Art 28 asks of a contract with a processor.
  package func contractTerms(_ regime: Regime) -> [ContractTermRow] {
    law.records.contractTerms.filter { holds($0.row, regime) }
  }

  /// Reasons to ask for an impact assessment, of every set.
  package func screeningCriteria(_ regime: Regime) -> [ScreeningCriterionRow] {
    law.records.criteria.filter { holds($0.row, regime) }
  }

  /// What belongs to an impact assessment.
  package func assessmentParts(_ regime: Regime) -> [AssessmentPartRow] {
    law.records.assessmentParts.filter { holds($0.row, regime) }
  }

  // MARK: Devices and marketing

  /// What lets something be stored on a device or read from it.
  package func storageRoutes(_ regime: Regime) -> [StorageRouteRow] {
    law.devices.storageRoutes.filter { holds($0.row, regime) }
  }

  /// What lets marketing go to individuals by e-mail and the like.
  package func marketingRoutes(_ regime: Regime) -> [MarketingRouteRow] {
    law.devices.marketingRoutes.filter { holds($0.row, regime) }
  }

  // MARK: Figures and schemes

  /// A number of the table of figures, by its id; nil where it does not hold.
  package func figure(_ id: String, _ regime: Regime) -> FigureRow? {
    law.figures.figures.first { $0.row.id == id && holds($0.row, regime) }
  }

  /// The tiers of the data protection fee, lowest first; empty where the table knows none for the day.
  package func feeTiers(_ regime: Regime) -> [FeeTierRow] { law.figures.feeTiers.filter { holds($0.row, regime) } }

  /// A certificate of this edition can be valid on this day; nil for a kind or edition that the table does not know.
  package func isCurrent(_ edition: String, of kind: String) -> Bool? {
    let row = law.schemes.certificateEditions.first { $0.kind == kind && $0.edition == edition }?.row
    return row.map { $0.periods.contains { $0.span.contains(day) } }
  }

  /// Ways around the duty of confidentiality.
  package func confidentialityRoutes(_ regime: Regime) -> [ConfidentialityRouteRow] {
    law.schemes.confidentialityRoutes.filter { holds($0.row, regime) }
  }

  /// The minimum period for records of health care, by the key after `nhs-code/`.
  package func healthRecordPeriod(_ key: String, _ regime: Regime) -> HealthRecordPeriodRow? {
    law.schemes.healthRecordPeriods.first { $0.row.id == key && holds($0.row, regime) }
  }
}
