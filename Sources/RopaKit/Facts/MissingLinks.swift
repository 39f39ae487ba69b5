/// Kinds of record that some record in use has yet to name: one that nothing names may be the one it means.
package struct MissingLinks: Sendable {
  private var kinds: Set<RecordKind> = []

  package func mayStillName(_ kind: RecordKind) -> Bool { kinds.contains(kind) }

  init(_ registry: Registry) {
    func note<Element>(_ list: Public<List<Element>>, _ kinds: RecordKind...) {
      if list.answer.isAbsent || list.hasOpenElement() { self.kinds.formUnion(kinds) }
    }
    for activity in registry.records.activities where activity.isJudged {
      note(activity.systems, .systems, .processors, .organisations)
      note(activity.data, .dataCategories)
      note(activity.subjects, .dataSubjects)
      note(activity.controller, .organisations)
      note(activity.recipients, .recipients, .processors, .organisations)
      guard activity.isControllerRecord else { continue }
      if !(activity.purposes.given?.values.contains { $0.retention.given != nil } ?? false) {
        note(activity.retention, .retention)
      }
      let bases = registry.bases(of: activity)
      if bases.isOpen || bases.references.isEmpty || registry.lacksBasis(activity) {
        kinds.formUnion([.lawfulBases, .consents])
      }
    }
    for system in registry.records.systems {
      note(system.controls, .controls)
      if system.operator_.answer.isAbsent || system.operator_.answer.isOpen { kinds.insert(.processors) }
    }
    for party in registry.organisations { note(party.controls, .controls) }
    for party in registry.records.parties where party.face == .processors {
      note(party.subProcessors, .processors, .recipients)
    }
  }
}
