import LocatedYAML

// MARK: Security

extension ReviewBuilder {
  func security() -> [ReviewBlock] {
    let evidence = measures.evidence
    var blocks: [ReviewBlock] = []
    if assessed.facts.words.hasSensitiveData(activity) {
      blocks.append(
        .remark("Data of a special category or about offences are among these: look at what is not shown first."))
    }
    blocks.append(.table(controls(evidence)))
    if scope.systems.contains(where: { $0.controls.hasOpenElement() }) || activity.controls.hasOpenElement() {
      blocks.append(.remark("Some list of measures is an open question."))
    }
    blocks.append(.table(certificates()))
    return blocks
  }

  /// The controls that are relied on, those that are not shown first.
  private func controls(_ evidence: EvidenceMeasure) -> ReviewTable {
    var table = ReviewTable(
      "controls", "Measures that are relied on",
      empty: "No measure is recorded for the activity, its systems, its organisation or its transfers.",
      [
        ReviewColumn("control", "Measure"), ReviewColumn("letters", "Art 32(1)"), ReviewColumn("status", "Status"),
        ReviewColumn("shown", "Shown"), ReviewColumn("tested", "Tested"), ReviewColumn("evidence", "Evidence"),
      ])
    let sorted = evidence.controls.enumerated().sorted {
      let (left, right) = ($0.element.state.rank, $1.element.state.rank)
      return left != right ? left < right : $0.offset < $1.offset
    }
    for (_, entry) in sorted {
      let control = entry.control
      table.add(
        ReviewCell(.name(control.common.record)), letters(control),
        control.status.answer.cell { .text(label(of: $0.value.rawValue)) },
        ReviewCell(
          entry.state == .shown || entry.state == .noTestAsked
            ? .words(entry.state.words) : ReviewItem(.mark(.warning, entry.state.words))),
        control.tested.answer.isAbsent && entry.state == .noTestAsked ? .empty : control.tested.answer.cell,
        control.evidence.answer.isAbsent ? ReviewCell("None recorded") : control.evidence.answer.list { .text($0.text) }
      )
    }
    return table
  }

  /// A certificate is evidence of its scope, and shows no measure to be in place.
  private func certificates() -> ReviewTable {
    var table = ReviewTable(
      "certificates", "Certificates", empty: "None is recorded of the organisation and of the bodies that data reach.",
      [
        ReviewColumn("body", "Body"), ReviewColumn("kind", "Kind"), ReviewColumn("scope", "Scope"),
        ReviewColumn("expires", "Expires"),
      ])
    for party in [registry.party(scope.organisation)].compactMap(\.self) + scope.importers {
      for certificate in party.certificates.given?.values ?? [] {
        table.add(
          ReviewCell(.name(party.common.record)), certificate.kind.answer.cell { .text($0.value.text) },
          certificate.scope.answer.cell { .text(words($0)) }, certificate.expires.answer.days(overdueBefore: day))
      }
    }
    return table
  }

  private func words(_ scope: CertificateScope) -> String {
    if let text = scope.text.given { return text.first }
    let records =
      scope.systems.elements().map(\.record) + scope.parties.elements().map(\.record)
      + scope.activities.elements().map(\.record)
    return joined(records.filter(\.isResolved).map { registry.name(of: $0) })
  }

  private func letters(_ control: Control) -> ReviewCell {
    let letters = unique(
      control.measures.elements().flatMap { law.law.schemes.measures[Int($0.index.value)].letters })
    if letters.isEmpty { return control.measures.hasOpenElement() ? ReviewCell(ReviewItem(.state(.open))) : .empty }
    return ReviewCell(.text(letters.map { "(\($0))" }.joined(separator: " ")))
  }
}

extension ControlEvidenceState {
  /// What is not shown goes first.
  fileprivate var rank: Int {
    switch self {
    case .notImplemented: 0
    case .statusNotGiven: 1
    case .neverTested: 2
    case .testOverdue: 3
    case .testOpen: 4
    case .shown: 5
    case .noTestAsked: 6
    }
  }
}

// MARK: Automated decisions and artificial intelligence

extension ReviewBuilder {
  func automatedDecisions() -> [ReviewBlock] {
    var facts: [ReviewFact] = []
    let decisions = activity.automatedDecisions.answer
    func items(_ make: (AutomatedDecisions) -> ReviewCell) -> ReviewCell {
      ReviewCell(decisions.items { make($0).items })
    }
    if case .given = decisions {
      facts += [
        ReviewFact("ground", "Ground", items { $0.ground.answer.cell }),
        ReviewFact("solely", "Without any person", items { $0.solely.answer.cell }),
        ReviewFact("significant", "Legal or similar effect", items { $0.significant.answer.cell }),
        ReviewFact("logic", "How it decides", items { $0.logic.answer.cell }),
        ReviewFact("effect", "What follows", items { $0.effect.answer.cell }),
        ReviewFact("safeguards", "Safeguards", items { $0.safeguards.answer.list { .text(label(of: $0.rawValue)) } }),
      ]
    } else {
      facts.append(ReviewFact("decisions", "Automated decisions", items { _ in .empty }))
    }
    let intelligence = activity.artificialIntelligence.answer
    if case .given(let used, _) = intelligence {
      facts += [
        ReviewFact("ai-provider", "Provider of the artificial intelligence", used.provider.answer.named()),
        ReviewFact("ai-trains", "It learns from the data", used.trainsOnData.answer.cell),
        ReviewFact("ai-evidence", "Where that is shown", used.evidence.answer.cell),
      ]
    } else {
      facts.append(ReviewFact("ai", "Artificial intelligence", ReviewCell(intelligence.items { _ in [] })))
    }
    return [.facts(facts)]
  }
}
