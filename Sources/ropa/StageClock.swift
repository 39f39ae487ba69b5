import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The time of each stage, for `--timings`.
struct StageClock {
  private var stages: [(name: String, nanoseconds: UInt64)] = []
  private var last = StageClock.nanoseconds()

  /// Nanoseconds since some moment, never going back.
  static func nanoseconds() -> UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
  }

  /// Ends the stage that ran until now.
  mutating func finish(_ stage: String) {
    let now = StageClock.nanoseconds()
    stages.append((stage, now - last))
    last = now
  }

  /// Takes over stages that were timed elsewhere; the next one begins now.
  mutating func add(_ times: [(stage: String, nanoseconds: UInt64)]) {
    for time in times { stages.append((time.stage, time.nanoseconds)) }
    last = StageClock.nanoseconds()
  }

  /// Prints the stages of a run that found nothing to do, on standard error.
  func printUnchanged() {
    printStages()
    Terminal(descriptor: 2, color: .never).say("no rule was asked: nothing changed since the last run")
  }

  private func printStages() {
    let terminal = Terminal(descriptor: 2, color: .never)
    for stage in stages { terminal.say("\(padded(stage.nanoseconds)) ms  \(stage.name)") }
  }

  /// Prints the stages and the rules that took longest, on standard error. Times of rules add up those of all threads.
  func print(_ assessment: Assessment) {
    printStages()
    let terminal = Terminal(descriptor: 2, color: .never)
    let rules = zip(Rule.catalogue, assessment.report.counts).sorted { $0.1.nanoseconds > $1.1.nanoseconds }
    terminal.say("rules, all threads together:")
    for (rule, count) in rules where count.nanoseconds > 0 {
      terminal.say(
        "\(padded(count.nanoseconds)) ms  \(rule.id): \(count.run) judged, \(count.notApplicable) not applicable, "
          + "\(count.notEvaluable) not evaluable")
    }
  }

  /// Milliseconds with two decimals, ten columns wide.
  private func padded(_ nanoseconds: UInt64) -> String {
    let hundredths = nanoseconds / 10_000
    let decimals = String(hundredths % 100)
    let text = "\(hundredths / 100).\(decimals.utf8.count == 1 ? "0" : "")\(decimals)"
    return String(repeating: " ", count: max(0, 10 - text.utf8.count)) + text
  }
}
