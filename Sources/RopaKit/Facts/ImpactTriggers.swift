package import LocatedYAML

/// Some of the reasons for which an impact assessment may be needed.
package struct TriggerSet: Sendable, Equatable {
  private var bits: UInt32 = 0

  package init() {}
  package var isEmpty: Bool { bits == 0 }
  package func contains(_ trigger: ScreeningTrigger) -> Bool { bits & Self.bit(trigger) != 0 }
  package mutating func insert(_ trigger: ScreeningTrigger) { bits |= Self.bit(trigger) }
  package mutating func remove(_ trigger: ScreeningTrigger) { bits &= ~Self.bit(trigger) }
  package mutating func formUnion(_ other: TriggerSet) { bits |= other.bits }
  package func intersection(_ other: TriggerSet) -> TriggerSet {
    var result = self
    result.bits &= other.bits
    return result
  }
  /// In the order of the words.
  package var triggers: [ScreeningTrigger] { Self.order.filter(contains) }

  private static let order = ScreeningTrigger.allCases
  private static func bit(_ trigger: ScreeningTrigger) -> UInt32 {
    1 << UInt32(order.firstIndex(of: trigger) ?? 31)
  }
}

/// A recorded fact that raises a reason for an impact assessment.
package struct TriggerFact: Sendable {
  package let trigger: ScreeningTrigger
  /// What the record says: "the scale is large".
  package let words: String
  package let range: SourceRange
}

/// Which reasons for an impact assessment the facts of activities raise, beside what their screening declares.
package struct ImpactScreen: Sendable {
  private let words: WordFlags
  /// By regime: the criteria that hold on the day, and those of them by set.
  private let holding: [TriggerSet]
  private let law: TriggerSet
  private let guidelines: TriggerSet
  private let regulator: TriggerSet
  /// Citations of exemptions from giving notice that rest on the effort.
  private let effortExemptions: [String]

  init(_ law: LawOnDay, _ words: WordFlags) {
    self.words = words
    var sets: [CriterionSet: TriggerSet] = [:]
    holding = Regime.allCases.map { regime in
      var set = TriggerSet()
      for row in law.screeningCriteria(regime) {
        guard let trigger = ScreeningTrigger(rawValue: row.row.id) else { continue }
        set.insert(trigger)
        sets[row.set, default: TriggerSet()].insert(trigger)
      }
      return set
    }
    self.law = sets[.law] ?? TriggerSet()
    guidelines = sets[.guidelines] ?? TriggerSet()
    regulator = sets[.regulator] ?? TriggerSet()
    effortExemptions = Regime.allCases.flatMap { regime in
      law.noticeExemptions(regime).filter { !$0.instead.isEmpty }.compactMap { law.cite($0.row, regime) }
    }
  }

  /// The reasons of one set.
  package func of(_ set: CriterionSet) -> TriggerSet {
    switch set {
    case .law: law
    case .guidelines: guidelines
    case .regulator: regulator
    }
  }

  /// The reasons that the facts of an activity raise under its regimes on the day.
  package func triggers(of activity: Activity, _ regimes: [Regime]) -> TriggerSet {
    var raised = TriggerSet()
    walk(activity) { trigger, _, _ in raised.insert(trigger) }
    return raised.intersection(held(regimes))
  }

  /// The same with the facts that raise them.
  package func facts(of activity: Activity, _ regimes: [Regime]) -> [TriggerFact] {
    let held = held(regimes)
    var found: [TriggerFact] = []
    walk(activity) { trigger, range, words in
      if held.contains(trigger) { found.append(TriggerFact(trigger: trigger, words: words(), range: range)) }
    }
    return found
  }

  private func held(_ regimes: [Regime]) -> TriggerSet {
    var held = TriggerSet()
    for regime in regimes { held.formUnion(holding[regime.ordinal]) }
    return held
  }

  /// What the screening of an activity says that applies.
  package func declared(_ activity: Activity) -> TriggerSet {
    var declared = TriggerSet()
    for trigger in activity.screening.given?.applies.elements() ?? [] { declared.insert(trigger) }
    return declared
  }

  /// Takes a reason, where the fact stands, and what it says.
  typealias Report = (ScreeningTrigger, SourceRange, () -> String) -> Void

  private func walk(_ activity: Activity, _ report: Report) {
    var traits = ActivityTraits(activity, words)
    traits.exemptsItself = exemption(of: activity)
    traits.raise(report)
  }

  /// Where an activity says that people are not told, because that takes too great an effort or would spoil the purpose.
  func exemption(of activity: Activity) -> SourceRange? {
    guard case .given(let exemption, let range) = activity.noticeExempt.answer, let cite = exemption.cite.given?.text
    else { return nil }
    // "Art 14(5)(b)" is cited with and without the regime before it and the paragraphs after it.
    return effortExemptions.contains { isSame($0, cite) } ? range : nil
  }

  /// Two citations of one provision, of which one may say more.
  func isSame(_ one: String, _ other: String) -> Bool { one == other || mentions(one, other) || mentions(other, one) }

  private func mentions(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard !part.isEmpty, part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}
