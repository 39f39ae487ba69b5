import ArgumentParser
import RopaKit

/// A form of a review.
enum ReviewFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case markdown, json
}

/// A review to be written to a file, `FORMAT=PATH` on the command line.
struct ReviewFile: Sendable, Equatable {
  let format: ReviewFormat
  let path: String
}

/// From which gate on `ropa review` exits with 1.
enum ReviewThreshold: String, CaseIterable, Sendable, ExpressibleByArgument {
  case blocked, attention, never
}

/// `ropa review`: what a reviewer of an impact assessment works from.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Print what a reviewer of an impact assessment reads of an activity.",
    discussion: """
      The report goes from what bars the way over what happens to whom, grounds, need, people, bodies, transfers, security, decisions and risks to what \
      records cannot show, with room to sign. Seven measures go before it, each as a word or as two counts with the list behind them: gate, completeness, \
      evidence, freshness, consistency, coverage, and the risk that an assessor gave. No decision about a finding makes one of them better.

      The gate is "blocked" where records conflict, the cited text does not allow what is recorded, or an error stands that no signature can make up \
      for; "attention" where another error stands or a review is overdue; else "clear of recorded errors".

      Exit codes: 0 below --fail-on, 1 where the gate of an activity reaches it, 2 wrong usage or a registry that cannot be read.
      """)

  @Argument(
    help: ArgumentHelp(
      "The activities: ids, or paths such as activities/payroll; without one, all of them.", valueName: "activity"))
  var activities: [String] = []

  @Option(name: .customLong("registry"), help: ArgumentHelp("The folder that holds the records.", valueName: "dir"))
  var folder = "registry"

  @Option(help: ArgumentHelp("Report to print, markdown or json; may be repeated.", valueName: "format"))
  var format: [ReviewFormat] = []

  @Option(
    help: ArgumentHelp("Write a report to a file, as in markdown=a.md; may be repeated.", valueName: "format=path"),
    transform: reviewFile)
  var output: [ReviewFile] = []

  @Option(help: "Exit with 1 when the gate of an activity is this one or a worse one.")
  var failOn = ReviewThreshold.blocked

  @OptionGroup var common: RunOptions

  /// The reports for standard output: Markdown where nothing else is asked for.
  var formats: [ReviewFormat] { format.isEmpty && output.isEmpty ? [.markdown] : format }

  mutating func validate() throws {
    if folder.isEmpty { throw ValidationError("--registry needs a folder, as in --registry registry") }
    for (index, file) in output.enumerated() where output[..<index].contains(where: { $0.path == file.path }) {
      throw ValidationError("two reports would be written to '\(file.path)'; give each --output a path of its own")
    }
  }

  mutating func run() throws { throw ExitCode(runReview(self)) }
}

private func reviewFile(_ text: String) throws -> ReviewFile {
  let (format, path) = try formatAndPath(text, ReviewFormat.self, example: "markdown=review.md")
  return ReviewFile(format: format, path: path)
}
