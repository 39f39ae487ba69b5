import LocatedYAML

/// Where a lawful basis is used, and what it names.
extension Assessed {
  /// The regimes of the activities that rest on a basis and in which our organisation decides, in their order; empty when none does.
  func regimes(using basis: LawfulBasis) -> [Regime] {
    let slot = registry.header(basis.common.record).slot
    return slot < 0 ? [] : facts.regimesOfBases[Int(slot)]
  }

  /// The regimes of ``regimes(using:)`` under which a judged basis names one of some points of Art 6(1).
  /// - Parameter codes: as in `6(1)(f)`.
  func regimes(using basis: LawfulBasis, restingOn codes: String...) -> [Regime] {
    guard let article6 = basis.article6.given, basis.common.isJudged else { return [] }
    let named = Regime.allCases.filter { regime in
      (article6.answer(regime).given?.elements ?? []).contains {
        codes.contains(law.law.lawfulBases[Int($0.index.value)].code)
      }
    }
    return named.isEmpty ? [] : regimes(using: basis).filter(named.contains)
  }

  /// The conditions of Art 9(2) that a basis names under a regime.
  func conditions(of basis: LawfulBasis, _ regime: Regime) -> [(row: SpecialConditionRow, range: SourceRange)] {
    (basis.article9.given?.answer(regime).given?.elements ?? []).map {
      (law.law.grounds.specialConditions[Int($0.index.value)], $0.range)
    }
  }

  /// A basis says under a regime, or may say once a question is answered, which condition of Art 9(2) holds.
  func mayNameCondition(_ basis: LawfulBasis, _ regime: Regime) -> Bool {
    if basis.article9.answer.isOpen { return true }
    switch basis.article9.given?.answer(regime) {
    case .unknown?, .unusable?: return true
    case .given(let terms, _)?: return !terms.open.isEmpty
    default: return false
    }
  }

  /// The records of the bases that a purpose rests on: its own, else those of its activity; `isOpen` when some are not known.
  func bases(of purpose: Purpose, in activity: Activity) -> (records: [LawfulBasis], isOpen: Bool) {
    let list = purpose.basis.answer.isAbsent ? activity.basis : purpose.basis
    return (list.elements().compactMap { registry.basis($0) }, list.hasOpenElement())
  }

  /// The records of the bases that any purpose of an activity rests on.
  func bases(ofAll activity: Activity) -> (records: [LawfulBasis], isOpen: Bool) {
    let all = registry.bases(of: activity)
    return (all.references.compactMap { registry.basis($0) }, all.isOpen)
  }
}

extension Registry {
  /// Some purpose of a running activity names no lawful basis, and neither does the activity; or which one it is cannot be read.
  func lacksBasis(_ activity: Activity) -> Bool {
    guard activity.isJudged, activity.isControllerRecord, activity.basis.given == nil else { return false }
    let purposes = activity.purposes.given?.values ?? []
    return purposes.isEmpty || purposes.contains { $0.basis.given == nil }
  }
}

extension Assessed {
  /// A basis names a point of Art 6(1) under one of some regimes.
  /// - Parameter code: as in `6(1)(f)`.
  func rests(_ basis: LawfulBasis, on code: String, _ regimes: [Regime]) -> Bool {
    guard let article6 = basis.article6.given, basis.common.isJudged else { return false }
    return regimes.contains { regime in
      (article6.answer(regime).given?.elements ?? []).contains {
        law.law.lawfulBases[Int($0.index.value)].code == code
      }
    }
  }

  /// Some basis of an activity is an open question, or leaves open which article it is.
  func hasOpenBasis(_ bases: (records: [LawfulBasis], isOpen: Bool)) -> Bool {
    bases.isOpen || bases.records.contains { $0.article6.answer.isOpen }
  }
}

/// An activity that rests on a basis, with the organisation that decides in it.
struct BasisUser {
  let activity: RecordIndex
  let organisation: RecordIndex
  /// Nil for an open question.
  let isAuthority: Bool?
  /// Where the record says so.
  let place: SourceRange?
}

extension Assessed {
  /// The running activities in which our organisation decides and that rest on a basis.
  func users(of basis: LawfulBasis) -> [BasisUser] {
    var users: [BasisUser] = []
    for mention in registry.mentions(of: basis.common.record) where users.last?.activity != mention.from {
      guard let activity = registry.activity(at: mention.from), activity.isJudged, activity.isControllerRecord else {
        continue
      }
      let organisation = registry.organisation(of: activity)
      let answer = organisation.isResolved ? registry.party(organisation)?.own?.publicAuthority.answer : nil
      users.append(
        BasisUser(
          activity: mention.from, organisation: organisation,
          isAuthority: answer?.isTrue ?? (answer == nil ? false : nil),
          place: answer?.range))
    }
    return users
  }
}
