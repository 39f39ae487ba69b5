/// What several rules and pages need, computed once from the register and the law of the day.
package final class Facts: Sendable {
  package let law: LawOnDay
  package let flows: Flows
  package let flowIndex: FlowIndex
  package let cover: TransferCover
  package let gaps: [TransferGap]
  package let processors: ProcessorUses
  package let supplierCycles: SupplierCycles
  package let measures: KnownMeasures
  package let bases: BasisFlagsOfActivities
  package let words: WordFlags
  package let impact: ImpactFacts
  package let duties: OrganisationDuties
  /// By the notices' places among the register's notices.
  package let notices: [NoticeFacts]
  /// Which records notices need in further languages.
  let translations: TranslationNeeds
  /// The notices that cover an activity, by both places.
  private let noticesOfActivity: [[Int32]]

  init(_ registry: Registry, law: LawOnDay, jobs: Int) {
    self.law = law
    flows = Flows(registry, jobs: jobs)
    flowIndex = FlowIndex(flows, records: registry.headers.count)
    cover = TransferCover(registry, law)
    let regimes = registry.records.activities.map { registry.regimes(of: $0) }
    gaps = TransferGapFinder(registry: registry, flows: flows, law: law, cover: cover, regimes: regimes).gaps(
      jobs: jobs)
    processors = ProcessorUses(registry, flows)
    supplierCycles = SupplierCycles(registry)
    measures = KnownMeasures(law.law)
    bases = BasisFlagsOfActivities(registry, law.law)
    let words = WordFlags(registry, law.law)
    self.words = words
    impact = ImpactFacts(registry, law, words, regimes: regimes, jobs: jobs)
    duties = OrganisationDuties(registry, words)
    let flows = flows
    notices = inParallel(registry.records.notices.count, jobs: jobs) { slot in
      NoticeFacts(registry.records.notices[slot], registry, flows, law)
    }
    translations = TranslationNeeds(registry, notices)
    var covering = [[Int32]](repeating: [], count: registry.records.activities.count)
    for (slot, notice) in notices.enumerated() {
      for activity in notice.activities { covering[activity].append(Int32(slot)) }
    }
    noticesOfActivity = covering
  }

  /// The places of the notices that cover an activity, by its own place.
  package func notices(ofActivity slot: Int) -> [Int32] { noticesOfActivity[slot] }
}
