import CResources
import LocatedYAML
import RopaKit

/// The files that the program carries in a folder, named by their stems.
func carried(_ folder: String) -> [SourceFile] {
  (0..<ropa_resource_count()).compactMap { index in
    let name = String(cString: ropa_resource_name(index))
    guard name.hasPrefix(folder + "/"), name.hasSuffix(".yaml") else { return nil }
    let bytes = UnsafeBufferPointer(start: ropa_resource_bytes(index), count: ropa_resource_size(index))
    return SourceFile(path: String(name.dropFirst(folder.count + 1).dropLast(5)), bytes: Array(bytes))
  }
}

/// Where the program's own files are damaged there is nothing to try.
private func whole<Value>(_ make: () throws -> Value) -> Value {
  do { return try make() } catch { fatalError("\(error)") }
}

let law = whole { try Law(carried("tables")) }
let messages = whole { try MessageCatalogue(carried("messages")) }
let manual = whole { try FieldManual(carried("manual")) }
let day = Day("2026-11-21")!

/// Words worth trying, in the form of libFuzzer's dictionaries: field names, words of the program, ids of law rows, marks of YAML.
func dictionary() -> [String] {
  var words: Set<String> = [
    "unknown", "none", "not-applicable", "owner", "due", "perhaps", "reason", "true", "false", "2026-11-21", "P6M",
    "P1Y",
    "uk-gdpr", "eu-gdpr", "GB", "FR", "US", "EEA", "outside", "en", "us", "subject", "registry.yaml",
  ]
  for owner in FieldOwner.all {
    words.insert(owner.name)
    words.insert("\n=== \(owner.name)/a.yaml\n")
    words.insert("\n=== \(owner.name).yaml\n")
    for field in owner.described.flatMap(\.flattened) {
      words.insert(field.names.last! + ": ")
      addWords(of: field.field.shape, to: &words)
    }
  }
  let marks = [
    "- ", ": ", "\n  ", "\n- ", "{", "}", "[", "]", ", ", "|\n", ">-\n", "'", "\"", "\\u2028", "\r\n", "\t", "# ",
    "--- ", "&a ", "*a", "!!str ", "<<: ", "? ",
  ]
  return (words.sorted() + marks).map { "\"" + escaped($0) + "\"" }
}

private func addWords(of shape: ShapeDescription, to words: inout Set<String>) {
  switch shape {
  case .word(let all), .referenceOrWord(_, let all): words.formUnion(all)
  case .list(let inner), .perRegime(let inner), .keyed(let inner), .mapped(let inner): addWords(of: inner, to: &words)
  case .either(let shapes): for shape in shapes { addWords(of: shape, to: &words) }
  default: break
  }
}

private func escaped(_ word: String) -> String {
  word.utf8.map { byte in
    let isPlain = (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    if isPlain { return String(Unicode.Scalar(byte)) }
    let digits = String(byte, radix: 16, uppercase: true)
    return "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
  }.joined()
}
