import LocatedYAML

@testable import RopaKit

/// One thing that real notices ask records to say, with a register that says it.
struct Requirement: Sendable, CustomStringConvertible {
  /// Its number in the list of what records must be able to say.
  let number: Int
  let says: String
  /// Files laid over the base register; a file that the base has keeps the fields that are not given here.
  let files: [(path: String, text: String)]
  /// Pages of the register by path, without `.html`, each with words that it shows.
  let register: [(page: String, words: [String])]
  let notice: Printed

  /// What the public notice says of it.
  enum Printed: Sendable {
    /// It prints these words, and none of the others.
    case words([String], never: [String] = [])
    /// It prints nothing of it, and must not, for a reason.
    case nothing(because: String, never: [String])
    /// Nothing is printed yet: the reason, and words that a notice would have to print. See ``Requirement/notPrintedYet``.
    case notYet(because: String, words: [String])
  }

  init(
    _ number: Int, _ says: String, _ files: KeyValuePairs<String, String>,
    register: KeyValuePairs<String, [String]>, notice: Printed
  ) {
    self.number = number
    self.says = says
    self.files = files.map { ($0.key, $0.value) }
    self.register = register.map { ($0.key, $0.value) }
    self.notice = notice
  }

  var description: String { "\(number): \(says)" }

  static let all = organisationsAndData + groundsAndProtection + peopleAndWeb + statementsAndNotices

  /// What the records say and the register shows while the notice does not print it yet. When a notice learns to print one of these, its
  /// test fails and the entry moves to `.words`.
  static var notPrintedYet: [(Requirement, reason: String, words: [String])] {
    all.compactMap {
      if case .notYet(let reason, let words) = $0.notice { return ($0, reason, words) }
      return nil
    }
  }

  /// The base register: one organisation, one activity, one notice.
  static let base: [(path: String, text: String)] = [
    ("registry.yaml", "title: Register\norganisations: us\nlanguages: en\nquestions: {owner: dpo, due: 2027-01-31}\n"),
    ("people.yaml", "dpo:\n  title: Data protection officer\nlead:\n  title: Head of service\n"),
    (
      "organisations/us.yaml",
      """
      title: Our Service
      legal-name: Our Service Ltd
      country: GB
      owner: lead
      address: |
        1 Example Street
        Exampletown
      regimes: uk-gdpr
      contacts:
        desk: {for: [questions], email: privacy@service.example}
      dpo: {status: appointed, contact: desk}
      rights: {contact: desk, respond-within: P1M, identity-check: in-doubt}
      complaints: {contact: desk, acknowledge-within: P14D}

      """
    ),
    ("systems.yaml", "box:\n  title: Records system\n  operator: us\n  hosting: GB\n  access-from: GB\n"),
    (
      "lawful-bases/ground.yaml",
      "title: Our interest in answering\narticle-6: legitimate-interests\ninterests: We want to answer people who write.\n"
    ),
    (
      "retention/while.yaml",
      "title: Letters\nperiod: P2Y\nstarts: last-contact\naction: delete\nreason: People come back.\n"
    ),
    (
      "activities/use.yaml",
      """
      title: Answering letters
      controller: us
      owner: lead
      subjects: customer
      purposes:
        answer: Answer people who write to us.
      basis: ground
      data: [name, email]
      sources: subject
      systems: box
      recipients: {none: nobody else}
      retention: while
      scale: small
      reviewed: 2026-10-02

      """
    ),
    (
      "notices/page.yaml",
      "title: Notice for people who write\norganisation: us\naudience: customer\nactivities: use\neffective: 2026-01-01\n"
        + "owner: lead\nreviewed: 2026-10-02\n"
    ),
  ]

  /// The base with this requirement's files.
  var registerFiles: [SourceFile] {
    var texts = Dictionary(uniqueKeysWithValues: Self.base.map { ($0.path, $0.text) })
    for file in files { texts[file.path] = texts[file.path].map { Self.merged($0, file.text) } ?? file.text }
    return texts.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  /// The fields of a record, with some of them replaced or added.
  private static func merged(_ base: String, _ changes: String) -> String {
    var fields = blocks(of: base)
    for change in blocks(of: changes) {
      if let index = fields.firstIndex(where: { $0.key == change.key }) {
        fields[index] = change
      } else {
        fields.append(change)
      }
    }
    return fields.map(\.lines).joined(separator: "\n") + "\n"
  }

  /// The top-level keys of a record, each with its lines.
  private static func blocks(of text: String) -> [(key: String, lines: String)] {
    var blocks: [(key: String, lines: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) where !line.isEmpty {
      if line.hasPrefix(" ") || line.hasPrefix("-") {
        blocks[blocks.count - 1].lines += "\n" + line
      } else {
        blocks.append((String(line.prefix { $0 != ":" }), line))
      }
    }
    return blocks
  }
}
