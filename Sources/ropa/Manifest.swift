import RopaKit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The file beside the marker from which the next run sees that there is nothing to do.
let siteManifest = ".ropa-manifest"

/// What went into a site and what came out, as fingerprints: nothing in it can be read.
///
/// It is exchanged together with the site it speaks of. It lies in neither of the two trees, and only the owner may read it, because
/// of the key: who knows that could make records whose fingerprint is the one of others.
struct Manifest: Sendable, Equatable {
  let key: KeyedHash.Key
  /// Of everything that can change a byte of the site or a word of what is said about it.
  let inputs: KeyedHash.Value
  /// Of every file and folder of the site.
  let files: KeyedHash.Value
  let summary: SiteSummary
}

/// What a run says at its end.
struct SiteSummary: Sendable, Equatable {
  /// Files of the site.
  let pages: Int
  /// Findings by severity, gravest first, then by state.
  let findings: [Int]
  let notices: ToldNotices
}

/// How many notices a run has something to say about.
struct ToldNotices: Sendable, Equatable {
  /// Those that readers do not find, or find without a day.
  let count: Int
  /// Those among them that `--strict` keeps back; with one the run ends as with findings.
  let withheld: Int
  /// Published ones that say what the records contradict.
  let contradicted: Int
}

extension Manifest {
  /// The manifest as text. Its last line is a fingerprint of the others, so that a torn file is none.
  var text: String {
    let lines = [
      "ropa-manifest 2", "key " + hexadecimal(key.first, key.second),
      "inputs " + hexadecimal(inputs.first, inputs.second),
      "files " + hexadecimal(files.first, files.second), "pages \(summary.pages)",
      "findings " + summary.findings.map(String.init).joined(separator: " "),
      "notices \(summary.notices.count) \(summary.notices.withheld) \(summary.notices.contradicted)",
    ]
    let body = lines.joined(separator: "\n") + "\n"
    let check = check(of: body, key: key)
    return body + "check " + hexadecimal(check.first, check.second) + "\n"
  }

  /// Reads the text of a manifest; nil for everything else.
  init?(_ text: String) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    guard lines.count == 9, lines[0] == "ropa-manifest 2", lines[8].isEmpty,
      let key = numbers(lines[1], after: "key "), let inputs = numbers(lines[2], after: "inputs "),
      let files = numbers(lines[3], after: "files "), let pages = value(lines[4], after: "pages ").flatMap({ Int($0) }),
      let findings = counts(lines[5], after: "findings "),
      let notices = counts(lines[6], after: "notices "), notices.count == 3
    else { return nil }
    self.key = KeyedHash.Key(key.first, key.second)
    self.inputs = KeyedHash.Value(inputs.first, inputs.second)
    self.files = KeyedHash.Value(files.first, files.second)
    summary = SiteSummary(
      pages: pages, findings: findings,
      notices: ToldNotices(count: notices[0], withheld: notices[1], contradicted: notices[2]))
    // Written from what was read, it must be what was read: nothing added, nothing torn off, nothing changed.
    guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
  }
}

private func check(of body: String, key: KeyedHash.Key) -> KeyedHash.Value {
  var hash = KeyedHash(key)
  hash.add(body)
  return hash.value
}

private func hexadecimal(_ first: UInt64, _ second: UInt64) -> String {
  [first, second].map { number in
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }.joined()
}

private func value(_ line: String, after name: String) -> Substring? {
  line.utf8.starts(with: name.utf8) ? Substring(line.utf8.dropFirst(name.utf8.count)) : nil
}

private func counts(_ line: String, after name: String) -> [Int]? {
  let counts = value(line, after: name)?.utf8.split(separator: UInt8(ascii: " ")).map { Int(Substring($0)) }
  guard let counts, !counts.contains(nil) else { return nil }
  return counts.compactMap(\.self)
}

private func numbers(_ line: String, after name: String) -> (first: UInt64, second: UInt64)? {
  guard let digits = value(line, after: name)?.utf8, digits.count == 32,
    let first = UInt64(Substring(digits.prefix(16)), radix: 16),
    let second = UInt64(Substring(digits.dropFirst(16)), radix: 16)
  else { return nil }
  return (first, second)
}

extension Manifest {
  /// Reads the manifest of the site in an open folder; nil where there is none or it is no longer whole.
  init?(in folder: Int32) {
    do throws(SystemError) {
      let file = try Descriptor(opening: siteManifest, in: folder, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      let status = try file.status()
      // Whoever may read the key may also know it.
      guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
        return nil
      }
      guard let text = String(validating: try file.contents(size: Int(status.st_size), limit: 1024), as: UTF8.self)
      else {
        return nil
      }
      self.init(text)
    } catch {
      return nil
    }
  }

  /// Writes the manifest into an open folder, in place of another.
  ///
  /// A run without a manifest only has more to do, so a failure is passed over; what was written half is no manifest.
  func write(in folder: Int32) {
    guard unlinkat(folder, siteManifest, 0) == 0 || errno == ENOENT else { return }
    try? writeFile(named: siteManifest, in: folder, Array(text.utf8), mode: 0o600)
  }
}
