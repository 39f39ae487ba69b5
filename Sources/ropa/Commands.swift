import ArgumentParser
import RopaKit

/// How the program ends: the codes that scripts rely on.
enum Exit {
  /// Nothing at or above the threshold.
  static let success: Int32 = 0
  /// Findings at or above the threshold.
  static let findings: Int32 = 1
  /// Wrong usage, an unreadable registry, a failed write.
  static let failure: Int32 = 2
}

/// The program as a whole; only its subcommands do anything.
struct Ropa: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ropa",
    abstract: "Checks a register of processing activities and publishes it as a site.",
    discussion: "Exit codes: 0 nothing found, 1 findings, 2 wrong usage or a folder that cannot be read or written.",
    version: programVersion,
    subcommands: [
      CheckCommand.self, SiteCommand.self, ReviewCommand.self, WaiveCommand.self, KeepCommand.self, ApproveCommand.self,
      ExplainCommand.self,
      FieldsCommand.self, SchemaCommand.self,
    ])
}

/// `ropa check`: reads all the records together and reports what it finds.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report what is missing, contradictory or out of date in the records.")

  @OptionGroup var common: RegistryOptions

  @Option(help: ArgumentHelp("Report to print, text or json; may be repeated.", valueName: "format"))
  var format: [ReportFormat] = []

  @Option(
    help: ArgumentHelp("Write a report to a file, as in json=a.json; may be repeated.", valueName: "format=path"),
    transform: reportFile)
  var output: [ReportFile] = []

  @Option(help: "Exit with 1 when there are findings of this severity or a higher one.")
  var failOn = FailureThreshold.error

  @Option(
    help: ArgumentHelp(
      "Report these rules and groups of rules only; with commas between them, and may be repeated.", valueName: "rule"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave these rules and groups of rules out; with commas between them, and may be repeated.", valueName: "rule"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("Report what is not in this file, and count what is.", valueName: "path"))
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write what is open to this file, for --baseline, and print no report.", valueName: "path"))
  var writeBaseline: String?

  /// The reports for standard output: text where nothing else is asked for.
  var formats: [ReportFormat] {
    format.isEmpty && output.isEmpty && writeBaseline == nil ? [.text] : format
  }

  mutating func validate() throws {
    for (index, file) in output.enumerated() where output[..<index].contains(where: { $0.path == file.path }) {
      throw ValidationError("two reports would be written to '\(file.path)'; give each --output a path of its own")
    }
    for path in [baseline, writeBaseline] where path?.isEmpty ?? false {
      throw ValidationError("a baseline needs a path, as in --baseline baseline.yaml")
    }
    if writeBaseline != nil && !(select.isEmpty && ignore.isEmpty) {
      throw ValidationError(
        "a baseline is of all rules; leave --select and --ignore out, or ignore rules in registry.yaml")
    }
    do throws(UnknownRule) { _ = try selection() } catch { throw ValidationError(error.message) }
  }

  /// What the run reports.
  func selection() throws(UnknownRule) -> Selection {
    try Selection(select: try names(select, "--select"), ignore: try names(ignore, "--ignore"))
  }

  private func names(_ texts: [String], _ option: String) throws(UnknownRule) -> [String] {
    var names: [String] = []
    for text in texts {
      for name in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        var name = name
        while name.first == 0x20 { name = name.dropFirst() }
        while name.last == 0x20 { name = name.dropLast() }
        guard !name.isEmpty else {
          throw UnknownRule(
            message: "\(option) needs names of rules or groups, as in \(option) transfers,owner-missing")
        }
        names.append(String(Substring(name)))
      }
    }
    return names
  }

  mutating func run() throws { throw ExitCode(runCheck(self)) }
}

private func reportFile(_ text: String) throws -> ReportFile {
  let (format, path) = try formatAndPath(text, ReportFormat.self, example: "json=findings.json")
  return ReportFile(format: format, path: path)
}

/// Reads the format and the path of an `--output`.
/// - Parameter example: how to write one.
func formatAndPath<Format: RawRepresentable<String> & CaseIterable>(
  _ text: String, _: Format.Type, example: String
) throws -> (Format, String) {
  let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
  let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2, !parts[1].isEmpty else {
    throw ValidationError("'\(text)' is not a format and a path; write them as in --output \(example)")
  }
  guard let format = Format(rawValue: String(parts[0])) else {
    throw ValidationError("there is no report format '\(parts[0])'; there are: \(known)")
  }
  return (format, String(parts[1]))
}

/// `ropa site`: builds the register and the public notices.
struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site", abstract: "Build the register and the public notices as two folders of web pages.")

  @OptionGroup var common: RegistryOptions

  @Option(help: ArgumentHelp("The folder to publish into; it is replaced as a whole.", valueName: "dir"))
  var output = "site/build"

  @Option(help: ArgumentHelp("A folder with files to use instead of the built-in theme.", valueName: "dir"))
  var theme: String?

  @Option(
    help:
      "Which activities have a review among the pages: all, those that raise the question of an impact assessment (asked), or none; all where there are at most 500."
  )
  var reviews: ReviewPages?

  @Flag(help: "Withhold notices with open errors or without approval, and exit with 1 when any is withheld.")
  var strict = false

  mutating func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs a folder, as in --output site/build") }
    if theme?.isEmpty ?? false { throw ValidationError("--theme needs a folder, as in --theme site/theme") }
  }

  mutating func run() throws { throw ExitCode(runSite(self)) }
}

/// `ropa waive`: the draft of a decision about a finding.
struct WaiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive", abstract: "Draft a decision about what a rule finds on a record.",
    discussion: """
      The draft names the finding by its facts and leaves open what people must say: why, who decides, in which role. It has no effect \
      before its status is active. Some findings can only be acknowledged; ropa explain RULE says which decisions a rule permits.
      """)

  @Argument(help: "The rule, such as location-unknown.")
  var rule: String

  @Argument(help: "The record, such as systems/booking-system.")
  var record: String

  @Option(help: "How it is decided: acknowledge (it is being mended), accept (for a time) or false-positive (misread).")
  var kind = WaiverKind.accept

  @Flag(help: "Add the draft to the waivers of the registry instead of printing it; nothing is ever replaced.")
  var write = false

  @OptionGroup var common: RegistryOptions

  mutating func run() throws { throw ExitCode(runWaive(self)) }
}

/// `ropa keep`: the texts of notices, kept with the records.
struct KeepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keep", abstract: "Keep what a notice says, under the day from which it holds.",
    discussion: """
      Writes notices/versions/NOTICE/DAY.LANGUAGE.yaml into the registry. The site shows every kept text at an address that stays, and what \
      changed from one to the next; ropa check compares the notice with the text of its day. A text that people have been shown is never \
      replaced: another text needs another effective: day.
      """)

  @Argument(help: "The notice by its id; without one, all that are in force.")
  var notice: String?

  @OptionGroup var common: RegistryOptions

  mutating func run() throws { throw ExitCode(runKeep(self)) }
}

/// `ropa approve`: the lines that tie an approval to what a notice says.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Print the lines that approve what a notice says.",
    discussion: """
      They hold a digest of everything people read in the notice, in all its languages: title, summary, sections, links. It leaves out the \
      day from which it holds, its version and its history. When a record changes what the notice says, ropa check reports that the \
      approval is of another content, and ropa site --strict withholds the notice.
      """)

  @Argument(help: "The notice by its id.")
  var notice: String

  @OptionGroup var common: RegistryOptions

  mutating func run() throws { throw ExitCode(runApprove(self)) }
}

/// `ropa explain`: the manual page of a rule, or the list of all rules.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show what a rule looks for, why, and how to mend what it finds.")

  @Argument(help: "The rule, such as transfer-without-mechanism; without one, all rules.")
  var rule: String?

  mutating func run() throws { throw ExitCode(runExplain(self)) }
}

/// `ropa fields`: the manual of a kind or a field, or the list of all kinds.
struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "Show what may be written in the records: each field with its law and an example.")

  @Argument(
    help: "A kind, such as activities, a field, such as activities.purposes, or messages; without one, all kinds.")
  var path: String?

  @Flag(help: "Print everything about each field of a kind, in place of a line for each.")
  var all = false

  @Option(help: ArgumentHelp("Print text, or every field of every kind as json.", valueName: "format"))
  var format = ReportFormat.text

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Cite the law as it stands on this day.", valueName: "YYYY-MM-DD"), transform: dayOfTheCalendar)
  var asOf: Day?

  mutating func validate() throws {
    if format == .json && path != nil { throw ValidationError("--format json prints all fields; leave '\(path!)' out") }
  }

  mutating func run() throws { throw ExitCode(runFields(self)) }
}

/// `ropa schema`: the JSON Schema that editors complete and check records with.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of the records, for editors.")

  @Argument(
    help:
      "A kind, such as activities, registry for registry.yaml, or messages; without one, the definitions of all kinds.")
  var kind: String?

  @Flag(help: "For a file with many records, such as activities.yaml, in place of one record in a file.")
  var many = false

  @Option(help: ArgumentHelp("Offer the ids of the records in this folder.", valueName: "dir"))
  var registry: String?

  mutating func validate() throws {
    if many && (kind == nil || kind == FieldOwner.settings.name || kind == "messages") {
      throw ValidationError("--many needs a kind, as in ropa schema activities --many")
    }
  }

  mutating func run() throws { throw ExitCode(runSchema(self)) }
}
