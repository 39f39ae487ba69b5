import LocatedYAML

extension Rule {
  /// LAW-019. That a document is kept six months after the processing ends cannot be seen: who deletes it deletes the record.
  static let policyDocumentStale = Rule(
    "policy-document-stale", .lawfulness, .warning, .expectation,
    title: "An appropriate policy document is old, or does not speak of retention",
    rationale: """
      The document explains how the principles are kept and how long data are, and is reviewed from time to time. How often is your policy: \
      12 months unless registry.yaml says otherwise.
      """,
    remedy: "Review the document, record the day, and say where it speaks of retention.",
    citations: ["DPA Sch 1 paras 39 and 40"],
    check: .assessments { document, assessed in
      guard document.kind.given?.value == .policyDocument, document.common.isJudged,
        document.status.given?.value != .retired, assessed.isReliedOn(document)
      else { return .notApplicable }
      let name = assessed.registry.name(of: document.common.record)
      let anchor = document.common.anchor
      func found(_ words: String, _ range: SourceRange, _ hint: String) -> Verdict {
        .finding(
          Observation(
            "'\(name)' \(words)", at: range, hint: hint, records: [document.common.record],
            evidence: [
              Evidence("retention", document.retention.answer.isAbsent ? "not given" : "given"),
              Evidence("reviewed", document.common.reviewed.given?.description ?? "not given"),
            ]))
      }
      if case .missing(let range) = document.retention.answer.standing(anchor: anchor, noneCounts: false) {
        return found(
          "is relied on, and where it speaks of retention is not recorded", range, "add retention: with the section")
      }
      let looks = [document.date, document.common.reviewed, document.unchanged, document.approved]
      guard let last = latest(looks) else {
        if case .given(let due, let range) = document.common.reviewBy.answer, due < assessed.day {
          return found("was due for review on \(due), a day of its own", range, "review it, and set reviewed:")
        }
        return looks.contains { $0.answer.isOpen }
          ? .notEvaluable("when the document was last looked at is an open question")
          : found("has no day on which it was made or reviewed", anchor, "add date: or reviewed:")
      }
      let due = DueLook(document.common, last: last, assessed.reviewInterval(of: document))
      guard due.day < assessed.day else {
        return document.retention.answer.isOpen
          ? .notEvaluable("what it says of retention is an open question") : .clear
      }
      return found("was due for review on \(due.day), \(due.words)", due.range, "review it, and set reviewed:")
    },
    examples: [
      Example("more than a year old", policy("date: «2025-11-20»\nretention: section 4")),
      Example("a year old", policy("date: 2025-11-21\nretention: section 4")),
      Example("reviewed since", policy("date: 2023-01-01\nreviewed: 2026-03-01\nretention: section 4")),
      Example("a day of its own", policy("date: 2026-03-01\nreview-by: «2026-11-20»\nretention: section 4")),
      Example(
        "a later day of its own does not lengthen the interval",
        policy("date: «2025-11-20»\nreview-by: 2030-01-01\nretention: section 4")),
      Example("not a word on retention", policy("date: 2026-03-01", title: "«title»")),
      Example("no day", policy("retention: section 4", title: "«title»")),
      Example("nothing rests on it", policy("date: 2020-01-01", uses: false), also: ["review-overdue"]),
      Example("not known yet", policy("date: {unknown: when}\nretention: section 4"), also: ["open-question"]),
    ])

  private static func policy(_ fields: String, title: String = "title", uses: Bool = true) -> ExampleTexts {
    [
      "assessments/safeguarding.yaml":
        "\(title): Policy on safeguarding\nkind: policy-document\nstatus: approved\nowner: dpo\n\(fields)\n",
      "lawful-bases/customer-contract.yaml":
        "title: Care at home\narticle-6: contract\ncontract: {between: [example-care, subject]}\narticle-9: \(uses ? "substantial-public-interest\nschedule-1: 18\npolicy-document: safeguarding\nretention-follows-policy: true" : "legal-claims")\n",
    ]
  }
}

extension Assessed {
  /// A basis in use names the document.
  func isReliedOn(_ document: AssessmentRecord) -> Bool {
    registry.mentions(of: document.common.record).contains { mention in
      let header = registry.header(mention.from)
      guard header.kind == .lawfulBases, header.slot >= 0 else { return false }
      let basis = registry.records.lawfulBases[Int(header.slot)]
      return basis.policyDocument.given?.record == document.common.record && !regimes(using: basis).isEmpty
    }
  }
}
