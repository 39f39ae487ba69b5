import LocatedYAML

extension Rule {
  /// LAW-030. Limits on access count where they are set for the activity itself: those of the whole organisation say nothing of research.
  static let researchSafeguardsMissing = Rule(
    "research-safeguards-missing", .lawfulness, .warning, .risk,
    title: "Data serve research, and no safeguard for that is recorded",
    rationale: """
      Research gets freedoms in exchange for safeguards: no more data than needed, names taken out where that is possible, no decisions about \
      single people. An approved environment for research is such a safeguard; link it as a control.
      """,
    remedy: "Link the measures to the activity, or describe them under research-safeguards: of the basis.",
    citations: ["Art 89(1)"],
    check: .activities { activity, assessed in
      guard activity.isJudged, activity.isControllerRecord else { return .notApplicable }
      var place = activity.purposes.given?.values.first { $0.tags.elements().contains(.research) }?.range
      if place == nil && !assessed.basisFlags(activity).contains(.research) { return .notApplicable }
      let regimes = assessed.registry.regimes(of: activity)
      let bases = assessed.registry.bases(of: activity)
      var described = false
      var isOpen = false
      for reference in bases.references {
        guard let basis = assessed.registry.basis(reference), !basis.article9.answer.isAbsent || place != nil else {
          continue
        }
        if !basis.researchSafeguards.answer.isAbsent {
          if basis.researchSafeguards.answer.isOpen { isOpen = true } else { described = true }
        }
        if place == nil,
          regimes.contains(where: { regime in
            assessed.conditions(of: basis, regime).contains { $0.row.row.id == "archiving-research-statistics" }
          })
        {
          place = reference.range
        }
      }
      guard let place else { return .notApplicable }
      if described { return .clear }
      let isOwnAccess = activity.controls.elements().contains { reference in
        assessed.registry.control(reference).map { $0.isInPlace && $0.serves(assessed.facts.measures.accessControl) }
          ?? false
      }
      if isOwnAccess { return .clear }
      switch assessed.isProtected(
        activity, by: { $0.serves(assessed.facts.measures.keepingNamesOut) })
      {
      case true?: return .clear
      case nil: return .notEvaluable("the measures are an open question")
      case false?: break
      }
      if isOpen { return .notEvaluable("the safeguards are an open question") }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' serves research, and neither a measure that keeps names out nor another safeguard is recorded",
          at: place, hint: "add controls: to the activity, or research-safeguards: to the basis",
          citations: regimes.compactMap { assessed.law.cite("research-safeguards", $0) },
          records: [activity.common.record], evidence: [Evidence("research-safeguards", "not given")]))
    },
    examples: [
      Example(
        "a purpose with that tag",
        exampleResearch("purposes: {«study»: {text: Find out which letters are read., tags: research}}")),
      Example("the condition for research", exampleResearch("data: [name, health]\nbasis: «study»")),
      Example("names are taken out", exampleResearch("data: [name, health]\nbasis: study\ncontrols: codes")),
      Example(
        "access is limited for the activity",
        exampleResearch("data: [name, health]\nbasis: study\ncontrols: least-privilege")),
      Example(
        "described",
        exampleResearch("data: [name, health]\nbasis: study", basis: "research-safeguards: Names are taken out first.")),
      Example("no research", ["activities/letters.yaml": exampleActivity([:])]),
      Example(
        "an open question",
        exampleResearch("data: [name, health]\nbasis: study", basis: "research-safeguards: {unknown: which}"),
        also: ["open-question"]),
    ])

  private static func exampleResearch(_ lines: String, basis: String = "") -> ExampleTexts {
    var fields: [(String, String)] = []
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      fields.append((String(parts[0]), String(parts[1].dropFirst())))
    }
    func given(_ name: String, _ usual: String) -> String { fields.first { $0.0 == name }?.1 ?? usual }
    return [
      "activities/letters.yaml": exampleActivity([
        "data": given("data", "name"), "basis": given("basis", "customer-contract"),
        "purposes": given("purposes", "{write: Find out which letters help.}"),
        "controls": given("controls", "staff-training"),
      ]),
      "lawful-bases/study.yaml":
        "title: Study\narticle-6: legal-obligation\nlaw: Some Act, section 1\narticle-9: archiving-research-statistics\nschedule-1: 4\n\(basis)\n",
      "controls/codes.yaml":
        "title: Codes in place of names\nmeasure: pseudonymisation\nstatus: implemented\nkey-holder: example-care\ntested: 2026-06-10\ntest-every: P1Y\n",
    ]
  }
}
