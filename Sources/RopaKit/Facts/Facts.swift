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
  /// By the bases' places: the regimes of the activities that rest on one and in which our organisation decides.
  let regimesOfBases: [[Regime]]
  package let words: WordFlags
  package let impact: ImpactFacts
  package let duties: OrganisationDuties
  package let twins: Twins
  package let links: MissingLinks
  /// By the notices' places among the register's notices.
  package let notices: [NoticeFacts]
  /// What the notices say; nil where no messages are at hand, and then no rule judges it.
  let texts: NoticeTexts?
  /// Which records notices need in further languages.
  let translations: TranslationNeeds
  /// The notices that cover an activity, by both places.
  private let noticesOfActivity: [[Int32]]

  /// - Parameters:
  ///   - messages: the sentences of notices, where rules and pages may ask what notices say.
  ///   - keepsTexts: what was composed for a rule is wanted again by pages.
  init(_ registry: Registry, law: LawOnDay, messages: MessageCatalogue? = nil, keepsTexts: Bool = false, jobs: Int) {
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
    regimesOfBases = registry.records.lawfulBases.map { registry.regimes(using: $0, of: regimes) }
    let words = WordFlags(registry, law.law)
    self.words = words
    impact = ImpactFacts(registry, law, words, regimes: regimes, jobs: jobs)
    duties = OrganisationDuties(registry, words)
    twins = Twins(registry)
    links = MissingLinks(registry)
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
    texts = messages.map { NoticeTexts($0, count: registry.records.notices.count, keeps: keepsTexts) }
  }

  /// The places of the notices that cover an activity, by its own place.
  package func notices(ofActivity slot: Int) -> [Int32] { noticesOfActivity[slot] }
}

extension Registry {
  /// - Parameter regimes: those of each activity, by its place.
  fileprivate func regimes(using basis: LawfulBasis, of regimes: [[Regime]]) -> [Regime] {
    var found: [Regime] = []
    var last = RecordIndex(-1)
    for mention in mentions(of: basis.common.record) where mention.from != last {
      last = mention.from
      let header = header(mention.from)
      guard header.kind == .activities, header.slot >= 0 else { continue }
      let activity = records.activities[Int(header.slot)]
      guard activity.runs && activity.isControllerRecord else { continue }
      for regime in regimes[Int(header.slot)] where !found.contains(regime) { found.append(regime) }
      if found.count == Regime.allCases.count { break }
    }
    return found.sorted()
  }
}
