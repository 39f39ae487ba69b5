import LocatedYAML

extension Rule {
  /// REF-007, for days that can be read and cannot be true.
  static let dateUnusable = Rule(
    "date-unusable", .integrity, .warning, .contradiction,
    title: "A day cannot be true beside another one, or beside today",
    rationale: """
      Nobody has reviewed a record tomorrow, and nothing ends before it begins. Such a day is a slip of the pen, and rules about reviews \
      and periods judge by it and stay silent.
      """,
    remedy: "Correct the day.",
    citations: [],
    check: .records { header, common, assessed in
      guard common.isJudged else { return .notApplicable }
      // On a day before the tables of law were last read somebody looks back, and records are of later days.
      if case .given(let reviewed, let range) = common.reviewed.answer, reviewed > assessed.day,
        assessed.day >= assessed.law.law.checked
      {
        return .finding(
          Observation(
            "The last review is said to be on \(reviewed), which is still to come", at: range,
            hint: "write the day of the last review; the next one goes to review-by:", records: [common.record],
            evidence: [Evidence("reviewed", reviewed.description)]))
      }
      if let slip = assessed.pastDaySlip(in: header, common.record) { return .finding(slip) }
      for pair in assessed.registry.spans(in: header) {
        guard let first = pair.first.given, case .given(let last, let range) = pair.last.answer, last < first else {
          continue
        }
        return .finding(
          Observation(
            "\(pair.lastName) is \(last), before \(pair.firstName) on \(first)", at: range,
            hint: "correct one of the two days", records: [common.record],
            evidence: [Evidence(pair.firstName, first.description), Evidence(pair.lastName, last.description)]))
      }
      return .clear
    },
    examples: [
      Example(
        "reviewed on a day to come", ["activities/letters.yaml": exampleActivity(["reviewed": "«2027-09-01»"])]),
      Example("reviewed today", ["activities/letters.yaml": exampleActivity(["reviewed": "2026-11-21"])]),
      Example("tested on a day to come", ["controls/access-log.yaml": log(tested: "«2027-06-10»")]),
      Example("tested in another century", ["controls/access-log.yaml": log(tested: "«1026-06-10»")]),
      Example("tested today", ["controls/access-log.yaml": log(tested: "2026-11-21")]),
      Example(
        "over before it began",
        [
          "activities/letters.yaml": exampleActivity([
            "status": "retired", "start": "2026-03-01", "end": "«2026-02-28»",
          ])
        ]),
      Example(
        "begun and ended on one day",
        [
          "activities/letters.yaml": exampleActivity([
            "status": "retired", "start": "2026-03-01", "end": "2026-03-01",
          ])
        ]),
      Example(
        "a contract that expires before it is signed",
        [
          "recipients/analytics-fr.yaml": """
          title: Mesure Exemple
          legal-name: Mesure Exemple SAS
          kind: company
          country: FR
          category: research partner
          when: Once a month, for a study of reminders.
          agreements:
            sharing:
              kind: sharing
              with: example-care
              status: in-force
              reference: CT-1002
              signed: 2028-01-15
              expires: «2028-01-14»
          """
        ]),
      Example(
        "a certificate that ends before it begins",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "certificates":
              "{seal: {kind: iso27001, edition: \"2022\", number: \"1\", certifier: Example Certifiers, scope: {systems: office-files}, issued: 2026-06-01, expires: «2026-05-31»}}"
          ])
        ], also: ["certificate-expired"]),
      Example(
        "an assessment approved before it began",
        exampleAssessed("started: 2026-08-01\ndate: 2026-08-01\napproved: «2026-07-31»")),
      Example("approved on the day it was made", exampleAssessed("date: 2026-08-01\napproved: 2026-08-01")),
      Example("approved on a day to come", exampleAssessed("date: 2026-08-01\napproved: «2027-08-01»")),
      Example(
        "a consultation closed before it was submitted",
        exampleAssessed(
          "date: 2026-08-01\napproved: 2026-08-02\nconsultation: {submitted: 2026-08-03, closed: «2026-08-02»}")),
      Example(
        "a next examination before the last", exampleExamined("last: 2026-06-01, next: «2026-05-01»")),
      Example(
        "a hold that was to be looked at before it began",
        [
          "retention/letters.yaml":
            "title: Letters\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask.\ndisposal: {method: monthly job, verified: 2026-08-01}\nhold: {reason: A claim., since: 2027-02-01, review-by: «2027-01-01»}\n"
        ]),
    ])

  private static func exampleAssessed(_ lines: String) -> ExampleTexts {
    [
      "assessments/reuse.yaml":
        "title: Using letters again\nkind: compatibility\nstatus: approved\napprover: dpo\nowner: dpo\n\(lines)\n"
    ]
  }

  private static func exampleExamined(_ diligence: String) -> ExampleTexts {
    [
      "processors/cloud-host.yaml":
        "title: Cloud Host\nlegal-name: Example Cloud Host Ltd\nkind: company\ncountry: GB\nowner: service-lead\nreviewed: 2026-09-01\nservices: Hosts.\nhosting: GB\naccess-from: GB\nsub-processors: {none: none}\ndiligence: {\(diligence)}\n"
    ]
  }

  private static func log(tested: String) -> String {
    "title: Logs of use\nmeasure: access-logging\ntested: \(tested)\ntest-every: P1Y\n"
  }
}

/// After so long nobody looks again at what was tested then: an older day is a slip.
private let generation = Period("P30Y")!

extension Assessed {
  /// A day on which something is said to have been done, and which is still to come or too long ago to be meant.
  fileprivate func pastDaySlip(in header: RecordHeader, _ record: RecordIndex) -> Observation? {
    guard header.slot >= 0 else { return nil }
    let (records, slot) = (registry.records, Int(header.slot))
    switch header.kind {
    case .controls: return slip("The last test", records.controls[slot].tested, record)
    case .activities: return records.activities[slot].screening.given.flatMap { slip("The screening", $0.date, record) }
    case .assessments:
      let assessment = records.assessments[slot]
      return slip("The assessment", assessment.date, record) ?? slip("The approval", assessment.approved, record)
    case .sites: return records.sites[slot].scan.given.flatMap { slip("The scan", $0.date, record) }
    case .organisations, .processors, .recipients:
      let party = records.parties[slot]
      return party.diligence.given.flatMap { slip("The last examination", $0.last, record) }
        ?? (party.certificates.given?.values ?? []).lazy.compactMap {
          slip("The issue of a certificate", $0.issued, record)
        }
        .first
        ?? party.own?.breach.given.flatMap { slip("The last test of the breach procedure", $0.tested, record) }
        ?? party.own?.training.given.flatMap { slip("The last training", $0.last, record) }
    default: return nil
    }
  }

  private func slip(_ what: StaticString, _ field: Internal<Day>, _ record: RecordIndex) -> Observation? {
    guard case .given(let told, let range) = field.answer else { return nil }
    // As with reviews: somebody who looks back from a later day sees later records.
    let isToCome = told > day && day >= law.law.checked
    guard isToCome || told.adding(generation) < day else { return nil }
    return Observation(
      "\(what) is said to be on \(told), \(isToCome ? "which is still to come" : "which is longer ago than any that counts")",
      at: range, hint: isToCome ? "write the day on which it happened" : "correct the year", records: [record],
      evidence: [Evidence("\(what)", told.description)])
  }
}

/// Two days of a record of which one comes first.
private struct DaySpan {
  let first: Internal<Day>
  let last: Internal<Day>
  let firstName: String
  let lastName: String
}

extension Registry {
  fileprivate func spans(in header: RecordHeader) -> [DaySpan] {
    guard header.slot >= 0 else { return [] }
    switch header.kind {
    case .activities:
      let activity = records.activities[Int(header.slot)]
      if activity.end.answer.isAbsent { return [] }
      return [DaySpan(first: activity.start, last: activity.end, firstName: "start", lastName: "end")]
    case .organisations, .processors, .recipients:
      let party = records.parties[Int(header.slot)]
      return (party.agreements.given?.values ?? []).map {
        DaySpan(first: $0.signed, last: $0.expires, firstName: "signed", lastName: "expires")
      }
        + (party.certificates.given?.values ?? []).map {
          DaySpan(first: $0.issued, last: $0.expires, firstName: "issued", lastName: "expires")
        }
        + (party.diligence.given.map { [DaySpan(first: $0.last, last: $0.next, firstName: "last", lastName: "next")] }
          ?? [])
    case .assessments:
      let assessment = records.assessments[Int(header.slot)]
      let consultation = assessment.consultation.given.map {
        DaySpan(first: $0.submitted, last: $0.closed, firstName: "submitted", lastName: "closed")
      }
      return [
        DaySpan(first: assessment.started, last: assessment.approved, firstName: "started", lastName: "approved"),
        DaySpan(first: assessment.date, last: assessment.approved, firstName: "date", lastName: "approved"),
        consultation,
      ].compactMap(\.self)
    case .transfers:
      return records.transfers[Int(header.slot)].instrument.given.map {
        [DaySpan(first: $0.signed, last: $0.expires, firstName: "signed", lastName: "expires")]
      } ?? []
    case .retention:
      return records.retention[Int(header.slot)].hold.given.map {
        [DaySpan(first: $0.since, last: $0.reviewBy, firstName: "since", lastName: "review-by")]
      } ?? []
    default: return []
    }
  }
}
