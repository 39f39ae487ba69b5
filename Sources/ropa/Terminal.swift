import CPlatform
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// When to colour what is printed.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never
}

/// One of the two streams that a person may read, and what may be written to it besides plain text.
struct Terminal: Sendable {
  /// 1 for findings, 2 for progress and messages.
  let descriptor: Int32
  /// Whether a person reads along.
  let isTerminal: Bool
  /// Whether to colour.
  let hasColor: Bool
  /// Width in columns; 80 where it is not known.
  let columns: Int

  /// Looks at the stream and the environment.
  ///
  /// `--color always` and `never` decide alone. Otherwise `NO_COLOR` (set and not empty) forbids, then `CLICOLOR_FORCE`
  /// (set and not `0`) asks for colour, then a terminal that is not `dumb` gets it.
  init(descriptor: Int32, color: ColorChoice) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    let isDumb = environmentValue("TERM") == "dumb"
    hasColor =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        if environmentValue("NO_COLOR").map({ !$0.isEmpty }) ?? false {
          false
        } else if environmentValue("CLICOLOR_FORCE").map({ !$0.isEmpty && $0 != "0" }) ?? false {
          true
        } else {
          isTerminal && !isDumb
        }
      }
    let width = Int(ropa_terminal_columns(descriptor))
    columns = width > 0 ? width : 80
  }

  /// The look of a severity or of a passage.
  enum Style: String, Sendable {
    case error = "31;1"
    case warning = "33;1"
    case advice = "36"
    case strong = "1"
    case faint = "2"
  }

  /// The text in a style, or as it is where colour is not wanted.
  func styled(_ text: String, _ style: Style) -> String {
    hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Writes the bytes as they are.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { bytes in
      do throws(SystemError) { try writeAll(bytes, to: descriptor) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Writes a line. A message that nobody can read is no reason to stop, so a failure is passed over.
  func say(_ line: String) { try? write(Array((line + "\n").utf8)) }
}

/// A value of the environment; nil where it is not set.
func environmentValue(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// A line on a terminal that counts, for work that lasts longer than half a second; nothing anywhere else.
final class Progress: Sendable {
  private struct State {
    var done = 0
    var shown: ContinuousClock.Instant
    var isShown = false
  }

  private let terminal: Terminal
  private let title: String
  private let total: Int
  private let state: Mutex<State>
  private let isWanted: Bool

  /// - Parameters:
  ///   - terminal: the stream for messages.
  ///   - title: what is being done, such as "Pages".
  ///   - total: how many there are to do.
  init(on terminal: Terminal, title: String, total: Int) {
    self.terminal = terminal
    self.title = title
    self.total = total
    isWanted = terminal.isTerminal && environmentValue("TERM") != "dumb"
    // The first line comes half a second after this, the next ones every tenth of a second.
    state = Mutex(State(shown: ContinuousClock.now + .milliseconds(400)))
  }

  /// Counts some more as done; may be called on any thread.
  func add(_ count: Int) {
    guard isWanted else { return }
    state.withLock { state in
      state.done += count
      let now = ContinuousClock.now
      guard now - state.shown >= .milliseconds(100) else { return }
      state.shown = now
      state.isShown = true
      try? terminal.write(Array("\r\(title): \(state.done) of \(total)\u{1B}[K".utf8))
    }
  }

  /// Wipes the line.
  func finish() {
    state.withLock { state in
      if state.isShown { try? terminal.write(Array("\r\u{1B}[K".utf8)) }
      state.isShown = false
    }
  }
}
