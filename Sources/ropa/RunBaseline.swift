import LocatedYAML
import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A baseline may have so many bytes: some hundred thousand entries.
private let largestBaseline = 64 << 20

/// Reads the file of `--baseline`.
func readBaseline(at path: String) throws(Failure) -> Baseline {
  let bytes: [UInt8]
  do throws(SystemError) {
    let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK)
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= largestBaseline else {
      throw SystemError(number: EINVAL)
    }
    bytes = try file.contents(size: Int(status.st_size), limit: largestBaseline)
  } catch {
    throw Failure(
      message: "the baseline '\(path)' cannot be read: \(error.reason); ropa check --write-baseline \(path) writes one")
  }
  do throws(BaselineFault) {
    return try Baseline(SourceFile(path: path, bytes: bytes))
  } catch {
    throw Failure(message: error.message)
  }
}

/// Writes the file of `--write-baseline` and says what went into it, and what could not.
func writeBaseline(of judged: Judged, to path: String, _ output: Terminal) throws(Failure) {
  if path.hasPrefix(judged.folder + "/") {
    throw Failure(
      message: "'\(path)' is in the registry, where every file is read as a record; put the baseline beside it")
  }
  let baseline = judged.assessment.baseline
  try write(baseline.file, to: path, option: "--write-baseline")
  let report = judged.assessment.report
  let staying = report.findings.count { Rule.catalogue[$0.rule].whyOnlyAcknowledged != nil }
  var text = "\(path): \(baseline.count) \(baseline.count == 1 ? "finding" : "findings") written\n"
  if staying > 0 {
    text +=
      "\(staying) \(staying == 1 ? "finding stays" : "findings stay") open: their rules may only be acknowledged\n"
    var seen: [Int: Int] = [:]
    for finding in report.findings where Rule.catalogue[finding.rule].whyOnlyAcknowledged != nil {
      seen[finding.rule, default: 0] += 1
    }
    for (rule, count) in seen.sorted(by: { $0.key < $1.key }) { text += "  \(count) of \(Rule.catalogue[rule].id)\n" }
  }
  try write(Array(text.utf8), to: output)
}
