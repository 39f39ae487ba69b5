import LocatedYAML

// MARK: Grounds

extension ReviewBuilder {
  func grounds() -> [ReviewBlock] {
    guard activity.isControllerRecord else {
      return [
        .facts([
          ReviewFact(
            "customer-basis", "The controller’s basis, for information",
            activity.customerBasis.answer.cell)
        ]),
        .remark("Our organisation acts on instructions here; the grounds are for the controller to record."),
      ]
    }
    var blocks: [ReviewBlock] = [.table(bases())]
    if !scope.bases.isEmpty { blocks.append(.table(conditions())) }
    if let health = activity.healthService.given {
      blocks.append(
        .facts([
          ReviewFact("patient-data", "Confidential patient information", health.patientData.answer.cell),
          ReviewFact("use", "Used for", health.use.answer.cell),
          ReviewFact(
            "confidentiality-route", "Way around the duty of confidentiality", health.confidentialityRoute.answer.cell),
          ReviewFact("confidentiality-reference", "Its reference", health.confidentialityReference.answer.cell),
          ReviewFact("national-opt-out", "National data opt-out", health.optOut.answer.cell),
        ]))
    }
    return blocks
  }

  /// A row for each purpose and regime.
  private func bases() -> ReviewTable {
    var table = ReviewTable(
      "purposes", "By purpose and law", empty: "No purpose is recorded.",
      [
        ReviewColumn("purpose", "Purpose"), ReviewColumn("regime", "Law"), ReviewColumn("record", "Rests on"),
        ReviewColumn("article-6", "Art 6(1)"), ReviewColumn("content", "Interest, law, power or contract"),
      ])
    for purpose in scope.purposes {
      let own = purpose.basis.answer.isAbsent ? activity.basis : purpose.basis
      for regime in scope.regimes {
        let title = ReviewCell(.text(purpose.text.given?.first ?? purpose.id))
        let regimeName = ReviewCell(.text(assessed.name(of: regime)))
        let references = own.elements()
        if references.isEmpty || own.hasOpenElement() {
          table.add(title, regimeName, own.answer.names(), .empty, .empty)
        }
        for reference in references {
          guard let basis = registry.basis(reference) else { continue }
          table.add(
            title, regimeName, ReviewCell(.name(reference.record)), article6(basis, regime), content(basis, regime))
        }
      }
    }
    return table
  }

  private func article6(_ basis: LawfulBasis, _ regime: Regime) -> ReviewCell {
    guard let answer = basis.article6.given?.answer(regime) else {
      return basis.article6.answer.isAbsent ? .notRecorded : ReviewCell(basis.article6.answer.items { _ in [] })
    }
    return answer.list { term in
      let row = law.law.lawfulBases[Int(term.index.value)]
      return .text(row.term.title, .text("Art \(row.code)"))
    }
  }

  /// What the basis needs on record, as far as it is there.
  private func content(_ basis: LawfulBasis, _ regime: Regime) -> ReviewCell {
    let codes = (basis.article6.given?.answer(regime).given?.elements ?? []).map {
      law.law.lawfulBases[Int($0.index.value)].code
    }
    var items: [ReviewItem] = []
    func add(_ name: StaticString, _ cell: ReviewCell) {
      items += cell.items.map { ReviewItem($0.value, $0.notes + [.words(name)]) }
    }
    for code in codes {
      switch code {
      case "6(1)(a)": add("consent", basis.consent.answer.named())
      case "6(1)(b)": add("parties of the contract", parties(basis))
      case "6(1)(c)": add("law", basis.law.answer.cell)
      case "6(1)(e)":
        add("power", basis.power.answer.cell)
        add("law", basis.law.answer.cell)
      case "6(1)(ea)": add("condition of Annex 1", basis.recognisedCondition.answer.cell)
      case "6(1)(f)": add("interest", basis.interests.answer.cell)
      default: break
      }
    }
    return ReviewCell(items)
  }

  private func parties(_ basis: LawfulBasis) -> ReviewCell {
    ReviewCell(
      basis.contract.answer.items { contract in
        contract.between.answer.list { party in
          switch party {
          case .subject: .words("The person concerned")
          case .party(let reference): .name(reference.record)
          }
        }.items
      })
  }

  /// Art 9 and 10, Schedule 1 and what its paragraph 41 asks the record to say.
  private func conditions() -> ReviewTable {
    var table = ReviewTable(
      "conditions", "Further conditions", empty: "No basis is recorded.",
      [
        ReviewColumn("record", "Basis"), ReviewColumn("article-9", "Art 9(2)"),
        ReviewColumn("schedule-1", "Schedule 1"),
        ReviewColumn("policy-document", "Policy document"), ReviewColumn("retention-follows-policy", "Kept as it says"),
        ReviewColumn("article-10", "Art 10"),
      ])
    let flags = assessed.facts.words.dataFlags(activity)
    for basis in scope.bases {
      table.add(
        ReviewCell(.name(basis.common.record)),
        perRegime(basis.article9, asked: flags.contains(.special)) { list in
          list.answer.list { .text(law.law.specialConditions[Int($0.index.value)].title) }.items
        },
        basis.schedule1.answer.isAbsent
          ? ReviewCell("Names none") : basis.schedule1.answer.list { .text("para \($0.value)") },
        basis.policyDocument.answer.isAbsent ? ReviewCell("Names none") : basis.policyDocument.answer.named(),
        basis.retentionFollowsPolicy.answer.isAbsent
          ? ReviewCell("Not said") : basis.retentionFollowsPolicy.answer.cell { .text(words($0)) },
        perRegime(basis.article10, asked: flags.contains(.criminal)) { $0.answer.cell.items })
    }
    return table
  }

  private func words(_ value: TrueOrReason) -> String {
    switch value {
    case .holds: "Yes"
    case .not(let reason): "No: \(reason.first)"
    }
  }

  /// What stands under each regime of the activity; one line where it is the same under all.
  /// - Parameter asked: the data ask for it.
  private func perRegime<Value>(
    _ field: Public<PerRegime<Value>>, asked: Bool, _ items: (RegimeAnswer<Value>) -> [ReviewItem]
  ) -> ReviewCell {
    guard !field.answer.isAbsent else { return asked ? .notRecorded : ReviewCell("Not asked by the recorded data") }
    return ReviewCell(
      field.answer.items { value in
        if value.isShared {
          return scope.regimes.first.map { items(RegimeAnswer(answer: value.answer($0))) } ?? []
        }
        return scope.regimes.flatMap { regime in
          items(RegimeAnswer(answer: value.answer(regime))).map {
            ReviewItem($0.value, $0.notes + [.text(assessed.name(of: regime))])
          }
        }
      })
  }

  /// The answer of a field under one regime.
  private struct RegimeAnswer<Value: Sendable> {
    let answer: Answer<Value>
  }
}
