import LocatedYAML
import Testing

@testable import RopaKit

/// The sections of the sound notice after lines were added to files; a file that is not there is made.
func noticeSections(
  adding lines: [String: String] = [:], replacing words: [(path: String, from: String, to: String)] = []
) throws -> [String: String] {
  var files = Dictionary(
    uniqueKeysWithValues: soundRegister.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  for (path, more) in lines { files[path, default: ""] += more }
  for (path, from, to) in words {
    let file = try #require(files[path])
    try #require(file.contains(from), "\(path) has no \(from)")
    files[path] = file.replacing(from, with: to)
  }
  let assessment = judge(
    files.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) })
  let faults = assessment.report.findings.filter { Rule.catalogue[$0.rule].stopsPublication }
  #expect(faults.isEmpty, "\(faults.map { place(of: $0, in: assessment) })")
  return sectionTexts(of: assessment)
}
