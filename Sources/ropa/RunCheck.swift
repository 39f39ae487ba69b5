import LocatedYAML
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `ropa check`: prints and writes the reports; 1 when a finding reaches the threshold.
func runCheck(_ command: CheckCommand) -> Int32 {
  do throws(Failure) {
    let judged = try Judged(
      command.common, selection: try selection(command), baseline: try command.baseline.map(readBaseline))
    let output = Terminal(descriptor: 1, color: command.common.color)
    for format in command.formats { try write(report(judged, format, ReportStyle(output)), to: output) }
    for file in command.output { try write(report(judged, file.format, .plain), to: file.path) }
    if let path = command.writeBaseline {
      try writeBaseline(of: judged, to: path, output)
      return Exit.success
    }
    if command.common.timings { judged.clock.print(judged.assessment) }
    // The system takes the memory back at once; taking the register apart would cost more than checking it.
    withExtendedLifetime(judged) { exit(exitCode(judged.assessment.report, command.failOn)) }
  } catch {
    return fail(error.message, color: command.common.color)
  }
}

private func report(_ judged: Judged, _ format: ReportFormat, _ style: ReportStyle) -> [UInt8] {
  switch format {
  case .text: judged.assessment.textReport(folder: judged.folder, style: style)
  case .json: judged.assessment.jsonReport(folder: judged.folder)
  }
}

/// Writes an answer to standard output.
func write(_ bytes: [UInt8], to terminal: Terminal) throws(Failure) {
  do throws(SystemError) { try terminal.write(bytes) } catch {
    throw Failure(message: "standard output cannot be written: \(error.reason)")
  }
}

private func selection(_ command: CheckCommand) throws(Failure) -> Selection {
  do throws(UnknownRule) { return try command.selection() } catch { throw Failure(message: error.message) }
}

/// Writes a file; an existing one is replaced.
func write(_ bytes: [UInt8], to path: String, option: String = "--output") throws(Failure) {
  do throws(SystemError) {
    let file = try Descriptor(opening: path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644)
    var failure: SystemError?
    bytes.withUnsafeBytes { bytes in
      do throws(SystemError) { try file.write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  } catch {
    throw Failure(message: "'\(path)' cannot be written: \(error.reason); name another path with \(option)")
  }
}

private func exitCode(_ report: Report, _ threshold: FailureThreshold) -> Int32 {
  guard let gravest = report.gravest else { return Exit.success }
  let reached =
    switch threshold {
    case .error: gravest >= .error
    case .warning: gravest >= .warning
    case .advice: gravest >= .advice
    case .never: false
    }
  return reached ? Exit.findings : Exit.success
}
