import LocatedYAML

/// What a rule was asked about.
enum Subject: Sendable {
  case record(RecordIndex)
  /// A place among the gaps of the facts, which stand for activities.
  case gap(Int32)
  /// No record: the policy on rules, a decision.
  case nothing
}

/// The subjects of which a rule had something to say, or would have. There are millions, so each is a number.
struct JudgedSubjects: Sendable {
  /// Records by their numbers; gaps count down from -2. Several verdicts about one activity follow each other and are noted once.
  private(set) var all: [Int32] = []
  /// Those that it could not judge, and why.
  private(set) var open: [(subject: Int32, reason: String)] = []

  mutating func note(_ subject: Subject, _ openReason: String?) {
    let number: Int32
    switch subject {
    case .record(let record): number = record.value
    case .gap(let gap): number = -2 - gap
    case .nothing: return
    }
    if all.last != number { all.append(number) }
    if let openReason { open.append((number, openReason)) }
  }
}

/// For each record the rules that had something to say of it, and those of them that could not judge. Rules that are silent because
/// their question does not arise are in neither.
package struct RuleCoverage: Sendable {
  /// As many words of 64 bits as hold a bit for each rule.
  private var width = 0
  private var applicable: [UInt64] = []
  private var open: [UInt64] = []
  /// By record: rules that could not judge it, with the reason.
  private var reasons: [RecordIndex: [OpenRule]] = [:]

  /// A rule that could not judge a record.
  package struct OpenRule: Sendable {
    /// The rule's place in the catalogue.
    package let rule: Int
    package let reason: String
  }

  /// Nothing was noted.
  init() {}

  init(_ assessed: Assessed, rules: Int) {
    width = (rules + 63) / 64
    applicable = [UInt64](repeating: 0, count: width * assessed.registry.headers.count)
    open = applicable
  }

  mutating func note(_ subjects: JudgedSubjects, of rule: Int, _ assessed: Assessed) {
    for subject in subjects.all {
      RuleCoverage.each(subject, assessed) { applicable[$0 * width + rule / 64] |= 1 << UInt64(rule % 64) }
    }
    for (subject, reason) in subjects.open {
      RuleCoverage.each(subject, assessed) { record in
        open[record * width + rule / 64] |= 1 << UInt64(rule % 64)
        let index = RecordIndex(record)
        if reasons[index]?.contains(where: { $0.rule == rule && $0.reason == reason }) ?? false { return }
        reasons[index, default: []].append(OpenRule(rule: rule, reason: reason))
      }
    }
  }

  /// The record behind a number, or the activities whose data take the way of a gap.
  private static func each(_ subject: Int32, _ assessed: Assessed, _ body: (Int) -> Void) {
    if subject >= 0 { return body(Int(subject)) }
    guard subject < -1 else { return }
    for activity in assessed.facts.gaps[Int(-2 - subject)].activities {
      body(Int(assessed.registry.records.activities[Int(activity)].common.record.value))
    }
  }

  /// The numbers of rules that apply to some of the records, and of those that could judge all of these.
  func counts(_ records: [RecordIndex]) -> (applicable: Int, evaluated: Int) {
    var (all, evaluated) = (0, 0)
    for word in 0..<width {
      var (applies, fails): (UInt64, UInt64) = (0, 0)
      for record in records {
        applies |= applicable[Int(record.value) * width + word]
        fails |= open[Int(record.value) * width + word]
      }
      all += applies.nonzeroBitCount
      evaluated += (applies & ~fails).nonzeroBitCount
    }
    return (all, evaluated)
  }

  /// The rules that could not judge a record.
  func openRules(_ record: RecordIndex) -> [OpenRule] { reasons[record] ?? [] }
}
