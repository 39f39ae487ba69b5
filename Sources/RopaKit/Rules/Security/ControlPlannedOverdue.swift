import LocatedYAML

extension Rule {
  /// SEC-009.
  static let controlPlannedOverdue = Rule(
    "control-planned-overdue", .security, .warning, .contradiction,
    title: "A measure was due to be in place, and is not",
    rationale: """
      A plan whose day has passed protects nobody. Where an approved impact assessment or a transfer counts on the measure, its conclusion no \
      longer holds, and it weighs more.
      """,
    remedy: "Put it in place, set a new day, or open the assessment again.",
    citations: ["Art 24(1)", "Art 32", "Art 35(7)(d)"],
    check: .controls { control, assessed in
      guard let status = control.status.given?.value, status == .planned || status == .partial, control.common.isJudged
      else {
        return .notApplicable
      }
      guard case .given(let due, let range) = control.due.answer else {
        return control.due.answer.isOpen ? .notEvaluable("when it is due is an open question") : .notApplicable
      }
      guard due < assessed.day else { return .clear }
      let relying = assessed.recordsRelying(on: control)
      let registry = assessed.registry
      let names = unique(relying).map { "'\(registry.name(of: $0))'" }
      return .finding(
        Observation(
          "'\(registry.name(of: control.common.record))' was due on \(due) and is \(status == .planned ? "planned" : "half done")\(names.isEmpty ? "" : ", and \(joined(names)) \(names.count == 1 ? "relies" : "rely") on it")",
          at: range, hint: "set status: when it is in place, or a new day",
          severity: relying.isEmpty ? .warning : .error,
          records: [control.common.record] + relying,
          evidence: [Evidence("status", status.rawValue), Evidence("due", due.description)]))
    },
    examples: [
      Example("planned for January", exampleLater("planned", "«2026-01-01»")),
      Example("half done", exampleLater("partial", "«2026-01-01»")),
      Example("due today", exampleLater("planned", "2026-11-21")),
      Example("in place", exampleLater("implemented", "2026-01-01")),
      Example(
        "an approved assessment counts on it", exampleLater("planned", "«2026-01-01»", assessment: "approved"),
        severity: .error),
      Example(
        "a draft counts on it", exampleLater("planned", "«2026-01-01»", assessment: "draft"),
        also: ["dpia-not-before-start"]),
      Example(
        "a transfer counts on it",
        ExampleTransfers.files(more: "measures: keys-at-home", control: "status: planned\ndue: «2026-01-01»"),
        severity: .error),
      Example("not known yet", exampleLater("planned", "{unknown: when}"), also: ["open-question"]),
    ])

  private static func exampleLater(_ status: String, _ due: String, assessment: String = "") -> ExampleTexts {
    [
      "controls/later.yaml":
        "title: Shutters\nmeasure: physical-protection\nstatus: \(status)\ndue: \(due)\n",
      "activities/letters.yaml": exampleActivity([:]),
      "assessments/letters.yaml": assessment.isEmpty
        ? "title: Balance\nkind: compatibility\nstatus: approved\ndate: 2026-01-01\nowner: dpo\n"
        : exampleImpactAssessment([
          "status": assessment,
          "risks": "{theft: {text: Letters are stolen., inherent: high, residual: low, measures: later}}",
        ]),
    ]
  }
}

extension Assessed {
  /// The approved impact assessments whose risks, and the transfers in use that, name a control.
  fileprivate func recordsRelying(on control: Control) -> [RecordIndex] {
    registry.mentions(of: control.common.record).compactMap { mention in
      let header = registry.header(mention.from)
      guard header.slot >= 0 else { return nil }
      switch header.kind {
      case .assessments:
        let record = registry.records.assessments[Int(header.slot)]
        return record.isImpactAssessmentInUse && record.status.given?.value == .approved ? mention.from : nil
      case .transfers: return registry.records.transfers[Int(header.slot)].isActive ? mention.from : nil
      default: return nil
      }
    }
  }
}
