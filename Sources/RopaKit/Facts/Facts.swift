/// What several rules and pages need, computed once from the register and the law of the day.
package final class Facts: Sendable {
  package let law: LawOnDay
  package let flows: Flows
  package let cover: TransferCover
  package let gaps: [TransferGap]
  /// By the notices' places among the register's notices.
  package let notices: [NoticeFacts]

  init(_ registry: Registry, law: LawOnDay, jobs: Int) {
    self.law = law
    flows = Flows(registry, jobs: jobs)
    cover = TransferCover(registry, law)
    let regimes = registry.records.activities.map { registry.regimes(of: $0) }
    gaps = TransferGapFinder(registry: registry, flows: flows, law: law, cover: cover, regimes: regimes).gaps(jobs: jobs)
    let flows = flows
    notices = inParallel(registry.records.notices.count, jobs: jobs) { slot in
      NoticeFacts(registry.records.notices[slot], registry, flows, law)
    }
  }
}
