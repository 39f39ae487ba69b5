import LocatedYAML

/// More faults of one kind in one file than these only bury the first, and a file that was damaged by a program can have 100,000.
private let mostFaultsOfOneKind = 100
/// A message quotes what is written, and that can be a whole file.
private let longestMessage = 1000

/// The first reading faults of each rule in each file; the last one kept says how many more there are.
func withoutFlood(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  if diagnostics.count <= mostFaultsOfOneKind { return diagnostics }
  struct Kind: Hashable {
    let file: UInt32
    let rule: String
  }
  var counts: [Kind: (count: Int, last: Int)] = [:]
  var kept: [Diagnostic] = []
  for diagnostic in diagnostics {
    let kind = Kind(file: diagnostic.range.file, rule: diagnostic.rule)
    counts[kind, default: (0, 0)].count += 1
    if counts[kind]!.count > mostFaultsOfOneKind { continue }
    counts[kind]!.last = kept.count
    kept.append(diagnostic)
  }
  for (count, last) in counts.values where count > mostFaultsOfOneKind {
    let fault = kept[last]
    kept[last] = Diagnostic(
      rule: fault.rule, message: fault.message + " (and \(count - mostFaultsOfOneKind) more of this kind in this file)",
      range: fault.range, notes: fault.notes, hint: fault.hint)
  }
  return kept
}

/// A message without the middle of what makes it too long to read.
func withoutExcess(_ message: String) -> String {
  if message.utf8.count <= longestMessage { return message }
  func isBeginning(_ index: String.Index) -> Bool { message.utf8[index] & 0xC0 != 0x80 }
  var head = message.utf8.index(message.startIndex, offsetBy: longestMessage / 2)
  while !isBeginning(head) { head = message.utf8.index(before: head) }
  var tail = message.utf8.index(message.utf8.endIndex, offsetBy: -longestMessage / 4)
  while !isBeginning(tail) { tail = message.utf8.index(after: tail) }
  return String(message[..<head]) + " [...] " + String(message[tail...])
}
