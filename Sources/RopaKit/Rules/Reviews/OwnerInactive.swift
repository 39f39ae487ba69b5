import LocatedYAML

extension Rule {
  /// REV-002, once for each person.
  static let ownerInactive = Rule(
    "owner-inactive", .reviews, .warning, .expectation,
    title: "Records belong to somebody who is no longer there",
    rationale: "Nobody answers for a record whose owner has gone: questions and reviews go to an empty desk.",
    remedy: "Give the records to whoever does the work now.",
    citations: ["Art 24(1)"],
    check: .records { header, common, assessed in
      guard header.kind == .people, common.isJudged,
        let person = assessed.registry.person(at: common.record)
      else { return .notApplicable }
      if person.active.answer.isOpen || person.left.answer.isOpen {
        return .notEvaluable("whether somebody is still there is an open question")
      }
      let hasLeft = person.left.given.map { $0 < assessed.day } ?? false
      guard hasLeft || person.active.given?.value == false else { return .clear }
      var owned: [RecordIndex] = []
      for mention in assessed.registry.mentions(of: common.record) where owned.last != mention.from {
        if assessed.registry.common(mention.from)?.owner.given?.value.record == common.record {
          owned.append(mention.from)
        }
      }
      guard !owned.isEmpty else { return .clear }
      let gone = person.left.given.flatMap { hasLeft ? "left on \($0)" : nil } ?? "is no longer active"
      return .finding(
        Observation(
          "\(assessed.registry.name(of: common.record)) \(gone) and owns \(counted(owned.count, "record", "records"))",
          at: (hasLeft ? person.left.answer.range : person.active.answer.range) ?? common.anchor,
          hint: "name another owner in \(assessed.registry.path(of: owned[0]))"
            + (owned.count > 1 ? " and the others" : ""),
          notes: owned.prefix(mostNotes).compactMap { record in
            assessed.registry.common(record)?.owner.answer.range.map {
              Note(message: "owner of '\(assessed.registry.name(of: record))'", range: $0)
            }
          },
          records: [common.record] + owned,
          evidence: [
            Evidence("left", person.left.given?.description ?? "not given"),
            Evidence("active", person.active.given.map { String($0.value) } ?? "not given"),
          ]))
    },
    examples: [
      Example("left", ["people/service-lead.yaml": "title: Head of service\nleft: «2026-11-20»\n"]),
      Example("leaves today", ["people/service-lead.yaml": "title: Head of service\nleft: 2026-11-21\n"]),
      Example("not active", ["people/service-lead.yaml": "title: Head of service\nactive: «false»\n"]),
      Example("without records", ["people/clerk.yaml": "title: Former clerk\nactive: false\n"]),
    ])
}

/// Of so many records the field is shown that names the owner.
private let mostNotes = 10
