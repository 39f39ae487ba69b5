import LocatedYAML

/// An activity with the records that it rests on: what a review of it looks at.
struct ReviewScope {
  let activity: Activity
  /// The activity's place among the register's activities.
  let slot: Int
  let regimes: [Regime]
  /// Our organisation in the activity; -1 where the register has none.
  let organisation: RecordIndex
  let legs: ArraySlice<Leg>
  /// Bodies that data reach, each once, in the order of the legs.
  private(set) var importers: [Party] = []
  private(set) var systems: [System] = []
  private(set) var bases: [LawfulBasis] = []
  private(set) var retention: [RetentionRule] = []
  private(set) var transfers: [Transfer] = []
  /// Places among the register's notices.
  let notices: [Int32]
  /// Impact assessments in use that cover the activity.
  private(set) var impact: [AssessmentRecord] = []
  /// The assessments that bases and transfers rest on.
  private(set) var supporting: [AssessmentRecord] = []
  private(set) var cookies: [Cookie] = []
  /// All of these, with the controls, the words for data and people, the organisation and its controllers; the activity first.
  private(set) var records: [RecordIndex] = []

  init(_ slot: Int, _ assessed: Assessed) {
    let (registry, facts) = (assessed.registry, assessed.facts)
    self.slot = slot
    activity = registry.records.activities[slot]
    regimes = registry.regimes(of: activity)
    organisation = registry.organisation(of: activity)
    legs = facts.flows.legs(ofActivity: slot)
    notices = facts.notices(ofActivity: slot)
    add(activity.common.record)
    add(organisation)
    for controller in activity.controller.elements() { add(controller.record) }
    for entry in activity.data.elements() { if let category = entry.category.given { add(category.record) } }
    for subject in activity.subjects.elements() { add(subject.record) }
    addSystems(registry)
    addGrounds(registry)
    for reference in activity.retention.elements() + purposes.flatMap({ $0.retention.elements() }) {
      if let rule = registry.retention(reference), add(rule.common.record) { retention.append(rule) }
    }
    addFlows(registry, facts)
    for notice in notices { add(registry.records.notices[Int(notice)].common.record) }
    for assessment in facts.impact.assessments(ofActivity: slot) {
      let assessment = registry.records.assessments[Int(assessment)]
      if add(assessment.common.record) { impact.append(assessment) }
    }
    addMentions(registry)
    for control in reliedOn(registry) { add(control.common.record) }
  }

  var purposes: [Purpose] { activity.purposes.given?.values ?? [] }

  /// - Returns: false where the record was there, or is a word of the vocabulary.
  @discardableResult
  private mutating func add(_ record: RecordIndex) -> Bool {
    guard record.isResolved, !records.contains(record) else { return false }
    records.append(record)
    return true
  }

  private mutating func addSystems(_ registry: Registry) {
    for reference in activity.systems.elements() {
      guard let system = registry.system(reference), add(reference.record) else { continue }
      systems.append(system)
    }
  }

  private mutating func addGrounds(_ registry: Registry) {
    for reference in registry.bases(of: activity).references {
      guard let basis = registry.basis(reference), add(reference.record) else { continue }
      bases.append(basis)
      if let consent = basis.consent.given { add(consent.record) }
      for assessment in [basis.assessment.given, basis.policyDocument.given] { support(assessment, registry) }
    }
    for permission in activity.permissions.elements() { add(permission.record) }
    for purpose in purposes { support(purpose.compatibility.given, registry) }
    support(activity.noticeExempt.given?.assessment.given, registry)
  }

  private mutating func support(_ reference: Reference<AssessmentRecord>?, _ registry: Registry) {
    guard let reference, let assessment = registry.assessment(reference), add(reference.record) else { return }
    supporting.append(assessment)
  }

  private mutating func addFlows(_ registry: Registry, _ facts: Facts) {
    for leg in legs {
      if let party = registry.party(leg.importer), add(leg.importer) { importers.append(party) }
      for transfer in facts.cover.between(leg) where add(transfer.common.record) {
        transfers.append(transfer)
        support(transfer.assessment.given, registry)
        support(transfer.derogation.given?.assessment.given, registry)
      }
    }
  }

  /// Cookies that feed it, and what is said about it.
  private mutating func addMentions(_ registry: Registry) {
    for mention in registry.mentions(of: activity.common.record) {
      switch registry.header(mention.from).kind {
      case .cookies:
        guard let cookie = registry.cookie(at: mention.from), cookie.activity.given?.record == activity.common.record,
          add(mention.from)
        else { continue }
        cookies.append(cookie)
      case .statements: add(mention.from)
      default: break
      }
    }
  }

  /// The controls that the activity relies on, each once, whatever their status: its own, those of its systems and of the bodies that run
  /// them, of the organisation, of the transfers, and those named against a risk.
  func reliedOn(_ registry: Registry) -> [Control] {
    var found: [Control] = []
    func add(_ references: [Reference<Control>]) {
      for reference in references {
        guard let control = registry.control(reference), control.common.isJudged,
          !found.contains(where: { $0 === control })
        else { continue }
        found.append(control)
      }
    }
    add(activity.controls.elements())
    for system in systems {
      add(system.controls.elements())
      if let runs = registry.party(system.operator_.given) { add(runs.controls.elements()) }
    }
    if organisation.isResolved { add(registry.party(organisation)?.controls.elements() ?? []) }
    for transfer in transfers { add(transfer.measures.elements()) }
    for assessment in impact {
      for risk in assessment.risks.given?.values ?? [] { add(risk.measures.elements()) }
    }
    return found
  }
}
