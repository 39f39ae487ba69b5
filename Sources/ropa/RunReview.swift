import LocatedYAML
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `ropa review`: prints and writes reviews; 1 when a gate reaches the threshold.
func runReview(_ command: ReviewCommand) -> Int32 {
  do throws(Failure) {
    let asked = Asked { await commit(of: command.folder) }
    var clock = StageClock()
    let read = try readRecords(command.folder, jobs: command.common.jobs)
    clock.finish("read files")
    let head = asked.answer()
    let judged = try Judged(
      read, folder: command.folder, command.common, day: command.common.day,
      history: History(commit: head?.hash, hasUncommittedChanges: head?.hasUncommittedChanges ?? false),
      notesCoverage: true, clock: clock)
    let slots = try activities(command.activities, judged.assessment)
    let reviewer = Reviewer(judged.assessment)
    let terminal = Terminal(descriptor: 1, color: command.common.color)
    for format in command.formats { try write(report(reviewer, slots, format, judged, command), to: terminal) }
    for file in command.output { try write(report(reviewer, slots, file.format, judged, command), to: file.path) }
    if command.common.timings { judged.clock.print(judged.assessment) }
    let code = exitCode(reviewer, slots, command)
    withExtendedLifetime(judged) { exit(code) }
  } catch {
    return fail(error.message, color: command.common.color)
  }
}

private func report(
  _ reviewer: Reviewer, _ slots: [Int], _ format: ReviewFormat, _ judged: Judged, _ command: ReviewCommand
) -> [UInt8] {
  switch format {
  case .markdown: reviewer.markdown(slots, folder: judged.folder, jobs: command.common.jobs)
  case .json: reviewer.json(slots, folder: judged.folder, jobs: command.common.jobs)
  }
}

/// The places of the activities that are asked for, each once; of all where none is.
private func activities(_ names: [String], _ assessment: Assessment) throws(Failure) -> [Int] {
  var slots: [Int] = []
  do throws(UnknownActivity) {
    for name in names {
      let slot = try assessment.activity(named: name)
      if !slots.contains(slot) { slots.append(slot) }
    }
  } catch {
    throw Failure(message: error.message)
  }
  return names.isEmpty ? Array(assessment.registry.records.activities.indices) : slots
}

private func exitCode(_ reviewer: Reviewer, _ slots: [Int], _ command: ReviewCommand) -> Int32 {
  let least: GateWord
  switch command.failOn {
  case .blocked: least = .blocked
  case .attention: least = .attention
  case .never: return Exit.success
  }
  let worst = reviewer.portfolio(slots, jobs: command.common.jobs).map(\.gate).max()
  return worst.map { $0 >= least } ?? false ? Exit.findings : Exit.success
}
