/// What lawful bases name under any regime, looked up once for each, so that rules about a rare one pass over most activities at once.
package struct BasisFlags: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Art 6(1)(a).
  package static let consent = BasisFlags(rawValue: 1)
  /// Art 6(1)(d) or 9(2)(c).
  package static let vitalInterests = BasisFlags(rawValue: 2)
  /// Art 9(2)(j).
  package static let research = BasisFlags(rawValue: 4)

  init(_ basis: LawfulBasis, _ law: Law) {
    var flags: BasisFlags = []
    for regime in Regime.allCases {
      for term in basis.article6.given?.answer(regime).given?.elements ?? [] {
        switch law.lawfulBases[Int(term.index.value)].code {
        case "6(1)(a)": flags.insert(.consent)
        case "6(1)(d)": flags.insert(.vitalInterests)
        default: break
        }
      }
      for term in basis.article9.given?.answer(regime).given?.elements ?? [] {
        switch law.specialConditions[Int(term.index.value)].id {
        case "vital-interests": flags.insert(.vitalInterests)
        case "archiving-research-statistics": flags.insert(.research)
        default: break
        }
      }
    }
    self = flags
  }
}

/// The flags of the bases that activities name.
package struct BasisFlagsOfActivities: Sendable {
  /// By the activities' places.
  private let flags: [BasisFlags]

  package func flags(ofActivity slot: Int) -> BasisFlags { flags[slot] }

  init(_ registry: Registry, _ law: Law) {
    let each = registry.records.lawfulBases.map { BasisFlags($0, law) }
    flags = registry.records.activities.map { activity in
      var all: BasisFlags = []
      for reference in registry.bases(of: activity).references where reference.record.isResolved {
        let slot = Int(registry.header(reference.record).slot)
        if slot >= 0 { all.formUnion(each[slot]) }
      }
      return all
    }
  }
}

extension Assessed {
  /// What the bases of an activity name.
  func basisFlags(_ activity: Activity) -> BasisFlags {
    facts.bases.flags(ofActivity: Int(registry.header(activity.common.record).slot))
  }
}
