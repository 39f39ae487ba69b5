import Foundation
import Testing

/// Compares bytes with a reference file under `Goldens`, or writes the file when `UPDATE_GOLDENS` is 1.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = repositoryRoot.appending(path: "Tests/RopaKitTests/Goldens").appending(path: name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return
  }
  let wanted = FileManager.default.contents(atPath: file.path).map { Array($0) }
  guard wanted != bytes else { return }
  let difference = firstDifference(
    String(decoding: bytes, as: UTF8.self), String(decoding: wanted ?? [], as: UTF8.self))
  Issue.record(
    "\(name) differs from its reference; when the change is meant, run make bless and look at the diff. \(difference)",
    sourceLocation: sourceLocation)
}

private func firstDifference(_ new: String, _ old: String) -> String {
  let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
  let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
  for index in 0..<max(newLines.count, oldLines.count) {
    let left = index < newLines.count ? newLines[index] : "(no line)"
    let right = index < oldLines.count ? oldLines[index] : "(no line)"
    if left != right { return "Line \(index + 1) is now:\n\(left)\nand was:\n\(right)" }
  }
  return ""
}
