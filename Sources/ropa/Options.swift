import ArgumentParser
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Day {
  /// Today in UTC.
  static func today() -> Day {
    // The epoch's seconds count no leap seconds, so whole days are 86,400 of them.
    Day(number: Int32(time(nil) / 86_400))
  }
}

/// A form of the report.
enum ReportFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, json
}

/// A report to be written to a file, `FORMAT=PATH` on the command line.
struct ReportFile: Sendable, Equatable {
  let format: ReportFormat
  let path: String
}

/// From which severity on findings make `ropa check` exit with 1.
enum FailureThreshold: String, CaseIterable, Sendable, ExpressibleByArgument {
  case error, warning, advice, never
}

extension ColorChoice: ExpressibleByArgument {}
extension WaiverKind: ExpressibleByArgument {}
extension ReviewPages: ExpressibleByArgument {}

/// Reads the day of `--as-of`.
@Sendable func dayOfTheCalendar(_ text: String) throws -> Day {
  guard let day = Day(text) else {
    throw ValidationError("'\(text)' is not a day of the calendar; write it as in --as-of 2026-03-31")
  }
  return day
}

/// Options of every command that judges a registry, however it is named.
struct RunOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Judge by the law as it stands on this day.", valueName: "YYYY-MM-DD"),
    transform: dayOfTheCalendar)
  var asOf: Day?

  @Option(
    help: ArgumentHelp("Threads to work on; the output does not depend on it.", valueName: "number"),
    transform: { text in
      guard let number = Int(text), number >= 1 else {
        throw ValidationError("'\(text)' is not a number of threads; give 1 or more, as in --jobs 2")
      }
      return number
    })
  var jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @Flag(help: "Print how long each stage took, on standard error.")
  var timings = false

  @Option(help: "When to use colour.")
  var color = ColorChoice.auto

  /// The day to judge by: the one given, or today in UTC.
  var day: Day { asOf ?? .today() }
}

/// Options of every command that takes the folder of a registry as its argument.
struct RegistryOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder that holds the records; registry unless given.", valueName: "dir"))
  var folder: String?

  @Option(name: .customLong("registry"), help: ArgumentHelp("The same, as an option.", valueName: "dir"))
  var folderOption: String?

  @OptionGroup var run: RunOptions

  var day: Day { run.day }
  var jobs: Int { run.jobs }
  var timings: Bool { run.timings }
  var color: ColorChoice { run.color }

  /// The folder that holds the records.
  var registry: String { folder ?? folderOption ?? "registry" }

  mutating func validate() throws {
    if registry.isEmpty { throw ValidationError("--registry needs a folder, as in --registry registry") }
    if let folder, let folderOption {
      throw ValidationError(
        "the registry is named twice, as '\(folder)' and by --registry '\(folderOption)'; name it once")
    }
  }
}
