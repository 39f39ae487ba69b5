import ArgumentParser

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Starts the program. ArgumentParser's own `main` would exit with 64 for wrong usage, where ropa promises 2. Nothing here is
/// asynchronous: the main thread's memory grows in larger steps than that of the threads that Swift would run it on.
@main
enum Main {
  static func main() {
    holdStandardStreams()
    do {
      var command = try Ropa.parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// A closed standard stream gives its number to the next file that is opened, and a message would then go into a page.
  ///
  /// The wrong direction is meant: reading from or writing to such a stream still fails.
  private static func holdStandardStreams() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 {
      _ = open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Help and the version are an answer, on standard output; everything else is said on standard error.
  private static func end(with error: any Error) -> Never {
    if let code = error as? ExitCode { exit(code.rawValue) }
    let message = Ropa.fullMessage(for: error)
    let isAnswer = Ropa.exitCode(for: error) == .success
    Terminal(descriptor: isAnswer ? 1 : 2, color: .never).say(message)
    exit(isAnswer ? Exit.success : Exit.failure)
  }
}
