import Dispatch
import Subprocess
import Synchronization

/// What git knows about the registry at the moment of the run.
struct Commit: Sendable, Equatable {
  /// The short hash of the commit that is checked out.
  let hash: String
  /// Whether files of the registry differ from that commit or are not in it.
  let hasUncommittedChanges: Bool
}

/// Asks git about a folder; nil where git is absent, the folder is in no repository, or nothing is committed yet.
func commit(of folder: String) async -> Commit? {
  async let head = git(["rev-parse", "--short=10", "--verify", "HEAD"], in: folder)
  async let status = git(["status", "--porcelain", "--untracked-files=normal", "--", "."], in: folder)
  guard case .output(let hash) = await head, !hash.isEmpty else { return nil }
  let isChanged =
    switch await status {
    case .output(let lines): !lines.isEmpty
    case .moreThanWanted: true
    case .failed: false
    }
  return Commit(hash: hash, hasUncommittedChanges: isChanged)
}

private enum Answer {
  case output(String), moreThanWanted, failed
}

private func git(_ arguments: [String], in folder: String) async -> Answer {
  do {
    let result = try await run(
      .name("git"),
      // A repository may name programs to watch or filter its files, and files of the registry may look like a repository of
      // their own that does: ropa starts none, and asks that one nothing.
      arguments: Arguments(
        ["-C", folder, "-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"] + arguments),
      // Asking must not write: without this, git refreshes its index.
      environment: .inherit.updating(["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]),
      output: .string(limit: 65_536), error: .discarded)
    guard result.terminationStatus.isSuccess else { return .failed }
    return .output(String(result.standardOutput.prefix { $0 != "\n" }))
  } catch let error as SubprocessError where error.code == .outputLimitExceeded {
    return .moreThanWanted
  } catch {
    return .failed
  }
}

/// Asynchronous work that has begun; whoever wants its result waits for it, once.
final class Asked<Value: Sendable>: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let result = Mutex<Value?>(nil)

  /// Begins the work.
  init(_ work: @escaping @Sendable () async -> Value) {
    Task.detached {
      let value = await work()
      self.result.withLock { $0 = value }
      self.done.signal()
    }
  }

  /// Waits for the end of the work.
  func answer() -> Value {
    done.wait()
    return result.withLock { $0! }
  }
}
