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
  /// The sentences of notices, with those that the register adds.
  let messages: MessageCatalogue
  var clock: StageClock

  /// Reads, derives and checks, without asking version control.
  /// - Parameters:
  ///   - selection: the rules whose findings are reported.
  ///   - baseline: findings that were known before.
  init(_ options: RegistryOptions, selection: Selection = Selection(), baseline: Baseline? = nil) throws(Failure) {
    var clock = StageClock()
    let read = try readRecords(options)
    clock.finish("read files")
    try self.init(
      read, folder: options.registry, options.run, day: options.day,
      history: History(commit: nil, hasUncommittedChanges: false), selection: selection, baseline: baseline,
      clock: clock)
  }

  /// Derives and checks what was read.
  /// - Parameters:
  ///   - folder: as the user named it.
  ///   - day: the day to judge by.
  ///   - history: what version control knows.
  ///   - selection: the rules whose findings are reported.
  ///   - baseline: findings that were known before.
  ///   - notesCoverage: notes for each record which rules judged it, for reviews.
  ///   - keepsTexts: pages follow, which show what was composed for rules.
  ///   - clock: the stages until now.
  init(
    _ read: RegistryFiles, folder: String, _ options: RunOptions, day: Day, history: History,
    selection: Selection = Selection(), baseline: Baseline? = nil, keepsTexts: Bool = false,
    notesCoverage: Bool = false, clock: StageClock
  ) throws(Failure) {
    self.clock = clock
    self.folder = withoutTrailingSlashes(folder)
    let law = try shippedLaw()
    let shipped = try messageCatalogue()
    self.clock.finish("read law tables")
    assessment = assess(
      read.files,
      unreadable: read.faults.map { UnreadableFile(path: $0.path, rule: $0.kind.rawValue, message: $0.message) },
      law: law, messages: shipped, keepsTexts: keepsTexts, day: day, history: history, jobs: options.jobs,
      selection: selection, baseline: baseline,
      clock: options.timings ? StageClock.nanoseconds : nil, notesCoverage: notesCoverage)
    messages = assessment.messages ?? shipped
    self.clock.add(assessment.times)
  }
}

/// Reads the files of the register.
/// - Parameter key: for their fingerprint, where one is wanted.
func readRecords(_ options: RegistryOptions, key: KeyedHash.Key? = nil) throws(Failure) -> RegistryFiles {
  try readRecords(options.registry, jobs: options.jobs, key: key)
}

/// The same from a folder.
func readRecords(_ folder: String, jobs: Int, key: KeyedHash.Key? = nil) throws(Failure) -> RegistryFiles {
  do throws(RegistryError) { return try readRegistry(at: folder, jobs: jobs, key: key) } catch {
    throw Failure(message: error.message)
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

/// The sentences of notices that are built into the program.
func messageCatalogue() throws(Failure) -> MessageCatalogue {
  do throws(TableFault) { return try MessageCatalogue(embeddedSources(in: "messages")) } catch {
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
