import ArgumentParser

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A day of the calendar, as `--as-of` names it.
struct CalendarDay: Sendable, Equatable {
  let year: Int
  /// 1 to 12.
  let month: Int
  /// 1 to the last of the month.
  let day: Int

  /// Today in UTC.
  static func today() -> CalendarDay {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}

extension CalendarDay {
  /// Reads `YYYY-MM-DD`; nil where that is no day from 0001-01-01 to 9999-12-31.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let hyphen = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == hyphen, bytes[7] == hyphen else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0) { sum, byte in
        guard let sum, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        return sum * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year >= 1, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    self.init(year: year, month: month, day: day)
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

/// Options of every command that reads a registry.
struct RegistryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds the records.", valueName: "dir"))
  var registry = "registry"

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Judge by the law as it stands on this day.", valueName: "YYYY-MM-DD"),
    transform: { text in
      guard let day = CalendarDay(text) else {
        throw ValidationError("'\(text)' is not a day of the calendar; write it as in --as-of 2026-03-31")
      }
      return day
    })
  var asOf: CalendarDay?

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
  var day: CalendarDay { asOf ?? .today() }

  mutating func validate() throws {
    if registry.isEmpty { throw ValidationError("--registry needs a folder, as in --registry registry") }
  }
}
