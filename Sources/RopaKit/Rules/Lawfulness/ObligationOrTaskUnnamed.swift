import LocatedYAML

extension Rule {
  /// LAW-007 and LAW-008: a private body also shows that the task is its own.
  static let obligationOrTaskUnnamed = Rule(
    "obligation-or-task-unnamed", .lawfulness, .warning, .expectation,
    title: "A legal obligation or public task is the basis, and the law behind it is not named",
    rationale: """
      An obligation or a public task is laid down in law. Citing it shows that there is one, and how far it reaches. A body that is no \
      public authority also has to show that the task is its own.
      """,
    remedy: "Cite the statute and section, or the rule of common law; for a task of a private body also the power.",
    citations: ["Art 6(3)", "DPA s.8"],
    check: .lawfulBases { basis, assessed in
      let tasks = assessed.regimes(using: basis, restingOn: "6(1)(e)")
      let regimes = tasks.isEmpty ? assessed.regimes(using: basis, restingOn: "6(1)(c)") : tasks
      guard !regimes.isEmpty else { return .notApplicable }
      let anchor = basis.article6.answer.range ?? basis.common.anchor
      var missing = Missing()
      missing.look(basis.law.answer.standing(anchor: anchor, noneCounts: false), "law", "law")
      if !tasks.isEmpty {
        let users = assessed.users(of: basis).filter { user in
          assessed.registry.activity(at: user.activity).map { activity in
            assessed.registry.regimes(of: activity).contains(where: tasks.contains)
          } ?? false
        }
        let power = basis.power.answer.standing(anchor: anchor, noneCounts: false)
        if users.contains(where: { $0.isAuthority == false }) {
          missing.look(power, "task or power that is ours", "power")
        } else if case .missing = power, users.contains(where: { $0.isAuthority == nil }) {
          missing.isOpen = true
        }
      }
      guard !missing.isEmpty else {
        return missing.isOpen
          ? .notEvaluable("the law or the power, or whether a public authority uses it, is an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: basis.common.record))' rests on a \(tasks.isEmpty ? "legal obligation" : "public task") and names \(missing.words)",
          at: missing.range(anchor: anchor), hint: missing.hint,
          citations: ["Art 6(3)"] + (regimes.contains(.ukGDPR) ? ["DPA s.8"] : []),
          records: [basis.common.record], evidence: missing.evidence))
    },
    examples: [
      Example("no law", ["lawful-bases/accounting-law.yaml": "title: Accounting law\narticle-6: «legal-obligation»\n"]),
      Example(
        "a task of a private body",
        ["lawful-bases/accounting-law.yaml": "title: A task\narticle-6: «public-task»\nlaw: Some Act, section 1\n"]),
      Example(
        "a task with law and power",
        [
          "lawful-bases/accounting-law.yaml":
            "title: A task\narticle-6: public-task\nlaw: Some Act, section 1\npower: commissioned under section 2\n"
        ]),
      Example(
        "a task of a public authority",
        [
          "lawful-bases/accounting-law.yaml": "title: A task\narticle-6: public-task\nlaw: Some Act, section 1\n",
          "organisations/example-care.yaml": exampleOrganisation(["public-authority": "true"]),
        ], also: ["interests-of-public-authority"]),
      Example(
        "a task of a private body, beside a public authority of the same register",
        [
          "registry.yaml":
            "title: Records of Example Care\norganisations: [example-care, example-council]\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\n",
          "organisations/example-council.yaml": exampleOrganisation([
            "title": "Example Council", "legal-name": "Example Council", "public-authority": "true",
          ]),
          "lawful-bases/accounting-law.yaml": "title: A task\narticle-6: «public-task»\nlaw: Some Act, section 1\n",
        ]),
      Example(
        "whether the organisation is a public authority is an open question",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "public-authority": "{unknown: whether we count as one}"
          ]),
          "lawful-bases/accounting-law.yaml": "title: A task\narticle-6: public-task\nlaw: Some Act, section 1\n",
        ], also: ["open-question"]),
      Example(
        "an open question",
        [
          "lawful-bases/accounting-law.yaml":
            "title: Accounting law\narticle-6: legal-obligation\nlaw: {unknown: which act}\n"
        ],
        also: ["open-question"]),
      Example("nothing rests on it", ["lawful-bases/old-law.yaml": "title: Old law\narticle-6: legal-obligation\n"]),
    ])
}
