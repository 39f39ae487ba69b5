import LocatedYAML
import RopaKit

/// Why a command could not do its work; the message says what to do.
struct Failure: Error {
  let message: String
}

/// What every command that judges a register needs.
struct Judged {
  let assessment: Assessment
  /// The register's folder as the user named it, without slashes at the end.
  let folder: String
  var clock: StageClock

  /// Reads, derives and checks.
  /// - Parameter history: what version control knows; asked for when the files have been read.
  init(
    _ options: RegistryOptions, history: () -> History = { History(commit: nil, hasUncommittedChanges: false) }
  ) throws(Failure) {
    clock = StageClock()
    folder = withoutTrailingSlashes(options.registry)
    let read: RegistryFiles
    do throws(RegistryError) { read = try readRegistry(at: options.registry, jobs: options.jobs) } catch {
      throw Failure(message: error.message)
    }
    clock.finish("read files")
    let law = try shippedLaw()
    clock.finish("read law tables")
    assessment = assess(
      read.files,
      unreadable: read.faults.map { UnreadableFile(path: $0.path, rule: $0.kind.rawValue, message: $0.message) },
      law: law, day: options.day, history: history(), jobs: options.jobs,
      clock: options.timings ? StageClock.nanoseconds : nil)
    clock.add(assessment.times)
  }
}

/// The law tables that are built into the program.
func shippedLaw() throws(Failure) -> Law {
  do throws(TableFault) {
    return try Law(embeddedSources(in: "tables"))
  } catch {
    throw Failure(message: "\(error); this program is damaged, install it again")
  }
}

/// Embedded YAML files under their stems: `tables/countries.yaml` is `countries`.
func embeddedSources(in folder: String) -> [SourceFile] {
  embeddedFiles(in: folder).map { file in
    let stem = file.name.utf8.dropFirst(folder.utf8.count + 1).dropLast(".yaml".utf8.count)
    return SourceFile(path: String(Substring(stem)), bytes: file.bytes)
  }
}

private func withoutTrailingSlashes(_ path: String) -> String {
  var path = path
  while path.utf8.count > 1 && path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
  return path
}

extension ReportStyle {
  /// The colours of a terminal, or none.
  init(_ terminal: Terminal) {
    guard terminal.hasColor else {
      self = .plain
      return
    }
    func sequence(_ style: Terminal.Style) -> String { "\u{1B}[\(style.rawValue)m" }
    self.init(
      error: sequence(.error), warning: sequence(.warning), advice: sequence(.advice), bold: sequence(.strong),
      faint: sequence(.faint), reset: "\u{1B}[0m")
  }
}

/// Says what went wrong on standard error and returns the exit code for it.
func fail(_ message: String, color: ColorChoice) -> Int32 {
  let terminal = Terminal(descriptor: 2, color: color)
  terminal.say("\(terminal.styled("ropa", .strong)): \(message)")
  return Exit.failure
}
