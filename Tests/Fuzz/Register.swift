import LocatedYAML
import RopaKit

/// A small register through the whole program: judged, reported and published in memory. A line `=== path` begins the next file.
func tryRegister(_ input: [UInt8]) -> Int32 {
  let files = registerFiles(input)
  if files.isEmpty { return 0 }
  let history = History(commit: nil, hasUncommittedChanges: false)
  let assessment = assess(
    files, law: law, messages: messages, keepsTexts: true, day: day, history: history, jobs: 1)
  for finding in assessment.report.findings {
    let file = assessment.registry.files[Int(finding.range.file)]
    precondition(finding.range.start <= finding.range.end && Int(finding.range.end) <= file.bytes.count)
  }
  checkReport(assessment.jsonReport(folder: "registry"))
  checkReport(assessment.textReport(folder: "registry", style: .plain))
  let check = PublicTreeCheck(assessment, words: words, jobs: 1)
  var buffer = HTMLBuffer()
  for page in publicPages(of: assessment, messages: messages, theme: theme) {
    buffer.removeAll()
    page.write(&buffer)
    if let fault = buffer.withBytes({ check.fault(in: $0, path: page.path) }) {
      fatalError("\(page.path): \(fault.reason)")
    }
  }
  // These pages cost ten times as much as all the rest, so only some inputs have them drawn: always the same ones.
  if input.reduce(0, &+) % 16 != 0 { return 0 }
  for page in registerPages(of: assessment, messages: messages, theme: theme, manual: manual)
  where isOfRecords(page.path) {
    buffer.removeAll()
    page.write(&buffer)
  }
  return 0
}

private let theme = Theme(styleSheet: [], icon: [])
private let words = carried("messages")

/// The pages of rules, laws and fields are the same for every register.
private func isOfRecords(_ path: String) -> Bool {
  !["register/rules/", "register/law/", "register/fields/"].contains { path.utf8.starts(with: $0.utf8) }
}

/// Nothing that a terminal would take for an order.
private func checkReport(_ bytes: [UInt8]) {
  precondition(String(validating: bytes, as: UTF8.self) != nil, "a report that is not UTF-8")
  precondition(!bytes.contains { $0 == 0x7F || $0 < 0x20 && $0 != 0x0A }, "a control character in a report")
}

/// The files of an input, as the program would hand them over: each path once and ending in `.yaml`, sorted by bytes.
private func registerFiles(_ input: [UInt8]) -> [SourceFile] {
  var files: [String: [UInt8]] = [:]
  var path = "registry.yaml"
  var text: [UInt8] = []
  for line in input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if line.starts(with: "=== ".utf8) {
      files[path] = text
      path = String(decoding: line.dropFirst(4), as: UTF8.self)
      text = []
    } else {
      text += line
      text.append(UInt8(ascii: "\n"))
    }
  }
  files[path] = text
  return files.filter { isPath($0.key) }.map { SourceFile(path: $0.key, bytes: $0.value) }
    .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
}

private func isPath(_ path: String) -> Bool {
  path.utf8.reversed().starts(with: ".yaml".utf8.reversed()) && !path.utf8.contains(0)
    && path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.first != UInt8(ascii: ".")
    }
}
