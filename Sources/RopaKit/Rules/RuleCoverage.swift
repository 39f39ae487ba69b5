import LocatedYAML

/// What a rule was asked about.
enum Subject: Sendable {
  case record(RecordIndex)
  /// A place among the gaps of the facts, which stand for activities.
  case gap(Int32)
  /// No record: the policy on rules, a decision.
  case nothing
}

/// A subject of which a rule had something to say, or would have.
struct SubjectVerdict: Sendable {
  let subject: Subject
  /// Why it could not judge; nil where it did.
  let openReason: String?
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

  mutating func note(_ verdict: SubjectVerdict, of rule: Int, _ assessed: Assessed) {
    switch verdict.subject {
    case .record(let record): note(record, rule, verdict.openReason)
    case .gap(let gap):
      for activity in assessed.facts.gaps[Int(gap)].activities {
        note(assessed.registry.records.activities[Int(activity)].common.record, rule, verdict.openReason)
      }
    case .nothing: break
    }
  }

  private mutating func note(_ record: RecordIndex, _ rule: Int, _ reason: String?) {
    guard record.isResolved else { return }
    let word = Int(record.value) * width + rule / 64
    applicable[word] |= 1 << UInt64(rule % 64)
    guard let reason else { return }
    open[word] |= 1 << UInt64(rule % 64)
    if reasons[record]?.contains(where: { $0.rule == rule && $0.reason == reason }) ?? false { return }
    reasons[record, default: []].append(OpenRule(rule: rule, reason: reason))
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
