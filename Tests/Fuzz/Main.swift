// Fuzzing with libFuzzer: `make fuzz`. Which part of the program is tried is said by the environment and not by an argument, because
// libFuzzer starts itself again with arguments of its own when it works on several threads or minimises a corpus.

import Glibc

/// libFuzzer's own `main` behind its options.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The package manager names the entry of every program so, and points `main` at it.
@_cdecl("RopaFuzz_main")
func main(_ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32 {
  var count = count
  var arguments = arguments
  switch getenv("ROPA_FUZZ_TARGET").map({ String(cString: $0) }) {
  case "dictionary":
    for entry in dictionary() { print(entry) }
    return 0
  case "reader": return runDriver(&count, &arguments) { tryReader(input($0, $1)) }
  case "own-text": return runDriver(&count, &arguments) { tryOwnText(input($0, $1)) }
  case "register": return runDriver(&count, &arguments) { tryRegister(input($0, $1)) }
  default:
    print("set ROPA_FUZZ_TARGET to reader, own-text, register or dictionary")
    return 2
  }
}

private func input(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}
