import LocatedYAML

/// What an activity's record shows of the matters that make an impact assessment needed; each with its place.
struct ActivityTraits {
  private typealias Place = SourceRange
  private let profiling: Place?
  private let significant: Place?
  private let solely: Bool
  private let large: Place?
  private let matching: Place?
  private let systematic: Place?
  private let publicArea: Place?
  private let intelligence: Place?
  private let marketing: Place?
  private let onlineService: Place?
  private let severalSources: Place?
  private let directCare: Bool
  private var special: Place?
  private var criminal: Place?
  private var highlyPersonal: Place?
  private var biometric: Place?
  private var genetic: Place?
  private var tracking: Place?
  private var childTypical: Place?
  private var vulnerable: Place?
  private var imbalance: Place?
  /// The first sensitive data that are neither biometric nor genetic.
  private var otherSensitive: Place?
  /// Where the record says that people are not told, for the effort.
  var exemptsItself: SourceRange?

  init(_ activity: Activity, _ words: WordFlags) {
    func holds(_ answer: Answer<Truth>) -> Place? {
      if case .given(let truth, let range) = answer, truth.value { return range }
      return nil
    }
    func there<Value>(_ answer: Answer<Value>) -> Place? {
      if case .given(_, let range) = answer { return range }
      return nil
    }
    profiling = holds(activity.profiling.answer)
    let decisions = activity.automatedDecisions.given
    significant = decisions.flatMap { holds($0.significant.answer) }
    solely = decisions?.solely.given?.value ?? false
    if case .given(.large, let range) = activity.scale.answer { large = range } else { large = nil }
    matching = holds(activity.matching.answer)
    systematic = activity.monitoring.given.flatMap { holds($0.systematic.answer) }
    publicArea = activity.monitoring.given.flatMap { holds($0.publicArea.answer) }
    intelligence = there(activity.artificialIntelligence.answer)
    marketing = there(activity.marketing.answer)
    onlineService = activity.children.given.flatMap { holds($0.onlineService.answer) }
    severalSources = Self.severalSources(activity)
    directCare = activity.healthService.given?.use.given == .directCare
    for entry in activity.data.elements() { add(words.flags(entry), entry.category.answer.range) }
    for reference in activity.subjects.elements() { add(words.people(reference.record), reference.range, activity) }
  }

  private static func severalSources(_ activity: Activity) -> Place? {
    var first: RecordIndex?
    for source in activity.sources.elements() {
      guard case .party(let reference)? = source.origin.given, reference.record.isResolved else { continue }
      if let first, first != reference.record { return activity.sources.answer.range }
      first = reference.record
    }
    return nil
  }

  private mutating func add(_ flags: DataFlags, _ range: SourceRange?) {
    guard let range, !flags.isEmpty else { return }
    func note(_ place: inout Place?, _ flag: DataFlags) { if place == nil && flags.contains(flag) { place = range } }
    note(&special, .special)
    note(&criminal, .criminal)
    note(&highlyPersonal, .highlyPersonal)
    note(&biometric, .biometric)
    note(&genetic, .genetic)
    note(&tracking, .tracking)
    note(&childTypical, .childTypical)
    let isSensitive = !flags.isDisjoint(with: [.special, .criminal, .highlyPersonal])
    if isSensitive && otherSensitive == nil && flags.isDisjoint(with: [.biometric, .genetic]) {
      otherSensitive = range
    }
  }

  private mutating func add(_ flags: PeopleFlags, _ range: SourceRange, _ activity: Activity) {
    let isVulnerable =
      flags.contains(.vulnerable) || (flags.contains(.vulnerableByAge) && activity.children.given != nil)
    if isVulnerable && vulnerable == nil { vulnerable = range }
    if flags.contains(.imbalance) && imbalance == nil { imbalance = range }
  }
}

extension ActivityTraits {
  /// Reports each reason with the first fact that raises it, in the order of the words for reasons.
  func raise(_ report: ImpactScreen.Report) {
    let sensitive = special ?? criminal
    if significant != nil, let place = profiling ?? (solely ? significant : nil) {
      report(.decisions, place) { "people are profiled or judged by a computer alone, with significant effect" }
    }
    if let place = sensitive, large != nil {
      report(.largeScaleSensitive, place) {
        "the scale is large and the data are \(special != nil ? "of a special category" : "about offences")"
      }
    }
    if let place = publicArea, large != nil, systematic != nil {
      report(.publicArea, place) { "a public area is monitored systematically and on a large scale" }
    }
    raiseGuidelines(report)
    raiseRegulators(report)
  }

  private func raiseGuidelines(_ report: ImpactScreen.Report) {
    if let place = profiling { report(.scoring, place) { "people are profiled" } }
    if let place = significant {
      report(.automatedDecisions, place) { "automated decisions have a significant effect" }
      report(.preventsRight, place) { "automated decisions have a significant effect" }
    }
    if let place = systematic { report(.systematicMonitoring, place) { "people are monitored systematically" } }
    if let place = special ?? criminal ?? highlyPersonal {
      report(.sensitiveData, place) {
        special != nil
          ? "the data are of a special category"
          : criminal != nil ? "the data are about offences" : "the data are highly personal"
      }
    }
    if let place = large { report(.largeScale, place) { "the scale is large" } }
    if let place = matching ?? severalSources {
      report(.matching, place) { matching != nil ? "data sets are matched" : "the data come from several bodies" }
    }
    if let place = vulnerable ?? imbalance {
      report(.vulnerablePeople, place) {
        vulnerable != nil ? "the people are vulnerable" : "the people depend on the organisation"
      }
    }
    if let place = intelligence { report(.innovativeTechnology, place) { "artificial intelligence is used" } }
  }

  /// Some of the regulator's list count only together with a criterion of the guidelines, and it has to be another one than the fact itself.
  private func raiseRegulators(_ report: ImpactScreen.Report) {
    let sensitive = special ?? criminal ?? highlyPersonal
    let rest =
      profiling ?? significant ?? large ?? matching ?? severalSources ?? vulnerable ?? imbalance
    if let place = intelligence, rest ?? systematic ?? sensitive != nil {
      report(.ico1, place) { "artificial intelligence is used, and another criterion is met" }
    }
    if let place = significant { report(.ico2, place) { "automated decisions have a significant effect" } }
    if let place = profiling, large != nil { report(.ico3, place) { "people are profiled on a large scale" } }
    let beside = rest ?? systematic ?? intelligence ?? otherSensitive
    if let place = biometric, beside != nil {
      report(.ico4, place) { "biometric data identify people, and another criterion is met" }
    }
    if let place = genetic, beside != nil, !directCare {
      report(.ico5, place) { "genetic data are used, and another criterion is met" }
    }
    if let place = matching { report(.ico6, place) { "data sets are matched" } }
    if let place = exemptsItself, rest ?? systematic ?? intelligence ?? sensitive != nil {
      report(.ico7, place) { "people are not told because of the effort, and another criterion is met" }
    }
    if let place = tracking, systematic != nil, rest ?? intelligence ?? sensitive != nil {
      report(.ico8, place) { "location or behaviour is tracked, and another criterion is met" }
    }
    let aimed = marketing ?? profiling ?? significant ?? onlineService
    if let place = aimed, vulnerable ?? childTypical ?? onlineService != nil {
      report(.ico9, place) {
        "marketing, profiling, decisions or an online service reach vulnerable people or children"
      }
    }
  }
}
