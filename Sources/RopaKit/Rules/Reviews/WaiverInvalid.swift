import LocatedYAML

extension Rule {
  /// REV-007. One finding for each waiver; what else is wrong with it stands in the notes.
  static let waiverInvalid = Rule(
    "waiver-invalid", .reviews, .error, .policy,
    title: "A waiver has no effect",
    rationale: """
      A decision counts when somebody who may take it has taken it, with a reason, for a limited time, about the facts that are still \
      there. Anything else would let findings vanish unseen.
      """,
    remedy: """
      Complete the decision: who asked, who decided and in which role, what the data protection officer thinks, why, until when. If the \
      facts, the rule or the law have changed, look again and decide again.
      """,
    citations: ["Art 5(2)", "Art 24(1)", "Art 38(6)"],
    check: .decisions { judged, assessed in
      switch judged.standing {
      case .closed, .proposed, .lapsed: return .notApplicable
      case .unreadable(let why): return .notEvaluable(why)
      case .inForce, .unused: return .clear
      case .withoutEffect(let faults):
        guard let first = faults.first else { return .clear }
        return .finding(
          Observation(
            "The waiver of \(judged.about(assessed)) has no effect: \(first.reason)", at: first.range, hint: first.hint,
            notes: faults.dropFirst().map { Note(message: "also, \($0.reason)", range: $0.range) },
            records: judged.records, evidence: judged.evidence + faults.map { Evidence("fault", $0.reason) }))
      }
    },
    examples: [
      fault("the one who asked decides", ["requested-by": "head-of-service", "approved-by": "«head-of-service»"]),
      Example("two people", ExampleWaiver.files([:])),
      fault("the officer decides", ["approved-by": "«dpo»"]),
      fault("without the officer's view", ["dpo-view": ""], isError: true),
      fault("the owner decides about an error", ["approver-role": "«owner»"], isError: true),
      fault("nobody has decided", ["approved-by": ""]),
      fault("a decision of tomorrow", ["approved": "«2026-11-22»"]),
      fault("too short a reason", ["reason": "«Later.»"]),
      fault("for longer than a warning may be accepted", ["expires": "«2027-11-20»"]),
      fault("without the risk to people", ["risk": ""]),
      fault("without a status", ["status": ""]),
      fault("without the facts that were judged", ["facts": ""]),
      fault("other facts than those that were judged", ["facts": "«0123456789ab-012345»"]),
      fault("facts without the law that was judged", ["facts": "«\(ExampleWaiver.facts.prefix(12))-000000»"]),
      fault("an acknowledgement without a day", ["kind": "acknowledge", "fix-owner": "service-lead"]),
      fault("an acknowledgement that nobody sees to", ["kind": "acknowledge", "fix-by": "2027-01-31"]),
      Example(
        "what no signature can make up for",
        [
          "activities/letters.yaml": exampleActivity(["data": ""], isMissed: false),
          "people/head-of-service.yaml": "title: Head of service\n",
          "waivers/letters.yaml": ExampleWaiver.waiver([
            "kind": "«accept»", "rule": "data-categories-missing", "subject": "activities/letters",
            "facts": ExampleWaiver.factsOfMissingData,
          ]),
        ], also: ["data-categories-missing"]),
      Example(
        "a proposal", ExampleWaiver.files(["status": "proposed", "approved-by": ""]), also: [ExampleWaiver.rule]),
    ])

  /// The place of a fault that is marked nowhere is the first key of the waiver.
  private static func fault(
    _ title: String, _ changes: KeyValuePairs<String, String>, isError: Bool = false, line: Int = #line
  ) -> Example {
    // 0xAB is the second byte of «.
    let isFaulty = !changes.contains { $0.value.utf8.contains(0xAB) }
    return Example(
      title,
      isError
        ? ExampleWaiver.errorFiles(changes, isFaulty: isFaulty) : ExampleWaiver.files(changes, isFaulty: isFaulty),
      also: [isError ? ExampleWaiver.errorRule : ExampleWaiver.rule], line: line)
  }
}
