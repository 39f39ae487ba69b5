import LocatedYAML

extension Rule {
  /// NTC-001.
  static let activityWithoutNotice = Rule(
    "activity-without-notice", .notices, .error, .mandatory,
    title: "No published notice tells people about an activity",
    rationale: """
      People are told how their data are used, when the data are collected or soon after. A draft tells nobody, and an exemption has to be \
      recorded with its reason.
      """,
    remedy: "Cover the activity by a notice that is in force, or record the exemption that is relied on.",
    citations: ["Art 12(1)", "Art 13(1)", "Art 14(1)"],
    check: .activities { activity, assessed in
      guard activity.isLive, activity.isControllerRecord, !activity.common.isDisputed else { return .notApplicable }
      switch activity.noticeExempt.answer {
      case .given: return .clear
      case .unknown, .unusable: return .notEvaluable("whether an exemption applies is an open question")
      case .absent, .none, .notApplicable: break
      }
      let registry = assessed.registry
      let slot = Int(registry.header(activity.common.record).slot)
      let covering = assessed.facts.notices(ofActivity: slot)
        .map { (registry.records.notices[Int($0)], assessed.facts.notices[Int($0)]) }
        .filter { !$0.0.common.isExample && !$0.0.common.isDisputed }
      let published = covering.filter { $0.1.isPublished && !$0.0.effective.answer.isOpen }.map(\.0)
      if !published.isEmpty { return assessed.judgeAudience(of: activity, published) }
      if covering.contains(where: { $0.0.effective.answer.isOpen }) {
        return .notEvaluable("the day of a notice that covers it is an open question")
      }
      if registry.records.notices.contains(where: { $0.activities.answer.isOpen }) {
        return .notEvaluable("which activities a notice covers is an open question")
      }
      let subjects = activity.subjects.elements().filter(\.record.isResolved).map { registry.name(of: $0.record) }
      let people = subjects.isEmpty ? "the people concerned" : joined(subjects)
      let draft = covering.first.map { item in
        "; '\(registry.name(of: item.0.common.record))' covers it"
          + (item.0.effective.given.map { " from \($0) on" } ?? ", and has no effective date")
      }
      return .finding(
        Observation(
          "No notice in force tells \(people) about '\(registry.name(of: activity.common.record))'\(draft ?? "")",
          at: activity.common.anchor,
          hint: covering.isEmpty
            ? "add \(registry.header(activity.common.record).id) to activities: of a notice, or add notice-exempt: {cite: ..., reason: ...} here"
            : "publish the notice and give it its effective: day",
          notes: covering.map {
            Note(message: "This notice is not in force", range: $0.0.effective.answer.range ?? $0.0.common.anchor)
          },
          citations: ["Art 12(1)", "Art 13(1)", "Art 14(1)"]
            + registry.regimes(of: activity).compactMap { assessed.law.cite("notice-exemptions", $0) },
          records: [activity.common.record] + covering.map(\.0.common.record),
          evidence: [
            Evidence(
              "notices that cover it", covering.map { registry.header($0.0.common.record).id }.joined(separator: ", "))
          ]))
    },
    examples: [
      Example(
        "a new activity that no notice names",
        ["activities/room-bookings.yaml": "«title»" + bookings("")]),
      Example(
        "a draft tells nobody",
        [
          "activities/room-bookings.yaml": "«title»" + bookings(""),
          "notices/bookings.yaml": """
          title: How we use booking data
          organisation: example-care
          owner: dpo
          audience: customers
          activities: room-bookings
          effective: 2027-02-01
          reviewed: 2026-09-01
          """,
        ]),
      Example(
        "an exemption is recorded",
        [
          "activities/room-bookings.yaml": "title"
            + bookings("\nnotice-exempt: {cite: Art 13(4), reason: Whoever books a room knows it.}")
        ]),
      Example(
        "some of the people are in no audience",
        [
          "activities/appointment-messages.yaml": subjects("«[customers, clinic-staff]»")
        ], severity: .warning),
      Example(
        "a notice for a wider group of people counts",
        [
          "activities/appointment-messages.yaml": subjects("[customers, new-customers]"),
          "data-subjects/new-customers.yaml": "title: New customers\nkind-of: customer\n",
        ]),
      Example(
        "planned: nobody's data are used yet",
        ["activities/room-bookings.yaml": "title" + bookings("\nstatus: planned")], also: ["status-date-conflict"]),
      Example(
        "the clinic tells its staff, not the processor",
        [
          "activities/hosted-records.yaml": """
          title: Keeping rotas for clinics
          controller: clinics
          processor: example-care
          owner: service-lead
          start: 2025-06-01
          processing: [storage of rotas]
          subjects: clinic-staff
          data: [name, job]
          sources: clinics
          systems: office-files
          recipients: {none: only the clinic itself}
          scale: small
          reviewed: 2026-09-01
          """
        ]),
    ])

  private static func subjects(_ subjects: String) -> String {
    let sound = ExampleRecords.appointmentMessages(recipients: "{party: analytics-fr, role: controller, data: usage}")
    return sound.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0 == "subjects: customers" ? "subjects: \(subjects)" : String($0) }.joined(separator: "\n")
  }

  private static func bookings(_ more: String) -> String {
    String(
      ExampleRecords.roomBookings("purposes:\n  book: Let customers book rooms.\nbasis: customer-contract" + more)
        .dropFirst("title".count))
  }
}

extension Assessed {
  /// Notices in force cover the activity: every group of people is in the audience of one of them. A notice without an audience is for
  /// everybody, and one for a kind of people is for every group of that kind.
  fileprivate func judgeAudience(of activity: Activity, _ notices: [Notice]) -> Verdict {
    let isForAll = notices.contains { notice in
      guard case .given(let list, _) = notice.audience.answer else { return true }
      return !list.open.isEmpty || list.elements.isEmpty
    }
    if isForAll { return .clear }
    let missing = activity.subjects.elements().filter { subject in
      guard subject.record.isResolved else { return false }
      if notices.contains(where: { $0.audience.elements().contains { $0.record == subject.record } }) { return false }
      let kind = registry.kind(ofSubjects: subject.record, law.law)
      return !notices.contains {
        $0.audience.elements().contains { registry.kind(ofSubjects: $0.record, law.law) == kind }
      }
    }
    guard !missing.isEmpty else { return .clear }
    let people = joined(missing.map { registry.name(of: $0.record) })
    return .finding(
      Observation(
        "'\(registry.name(of: activity.common.record))' uses data of \(people), and no notice that covers it is for them",
        at: activity.subjects.answer.range ?? activity.common.anchor,
        hint: "add them to audience: of the notice, or tell them by another one",
        notes: notices.compactMap { notice in
          notice.audience.answer.range.map { Note(message: "The audience of this notice", range: $0) }
        },
        severity: .warning, records: [activity.common.record] + notices.map(\.common.record),
        evidence: [Evidence("in no audience", people)]))
  }
}

extension Registry {
  /// The word of the vocabulary that a group of people is a kind of, or the group itself.
  func kind(ofSubjects record: RecordIndex, _ law: Law) -> String {
    guard record.isResolved, let kind = subjects(record)?.kindOf.given else {
      return record.isResolved ? header(record).id : ""
    }
    return law.dataSubjects[Int(kind.index.value)].term.id
  }
}
