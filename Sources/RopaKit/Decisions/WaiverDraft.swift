import LocatedYAML

/// Why no draft of a decision can be made.
package struct DraftFault: Error {
  package let message: String
}

/// A decision about what a rule finds on a record, written down as far as the register knows it: who asks, who decides and why are open.
package struct WaiverDraft: Sendable {
  /// The id that is free for it.
  package let id: String
  /// The record's fields, a line each, with a comment where people must say more.
  package let lines: [String]
  /// How many findings it is about.
  package let count: Int

  /// As a file of its own.
  package var file: [UInt8] { text(lines) }

  /// As an entry of a file with many waivers, to be put at its end.
  package var entry: [UInt8] { text(["\(id):"] + lines.map { "  " + $0 }) }

  private func text(_ lines: [String]) -> [UInt8] {
    var text = TextWriter()
    for line in lines { text.add(line + "\n") }
    return text.bytes
  }
}

extension Assessment {
  /// Drafts a decision about what a rule finds on a record.
  /// - Parameters:
  ///   - rule: the rule's id.
  ///   - path: the record: `activities/payroll`; the path of its file is understood too.
  ///   - kind: how it is decided.
  package func draft(_ rule: String, on path: String, _ kind: WaiverKind) throws(DraftFault) -> WaiverDraft {
    guard let number = Rule.numbers[rule] else {
      let near = nearMiss(rule, among: Rule.catalogue.map(\.id)).map { "did you mean '\($0)'?" }
      throw DraftFault(message: "there is no rule '\(rule)'; \(near ?? "run ropa explain for the list")")
    }
    let record = try record(named: path)
    if Rule.catalogue[number].isAboutDecisions {
      throw DraftFault(message: "'\(rule)' is about decisions themselves; mend the waiver that it names")
    }
    if let why = Rule.catalogue[number].whyOnlyAcknowledged, kind != .acknowledge {
      throw DraftFault(
        message: """
          '\(rule)' may only be acknowledged: \(why); run it with --kind acknowledge, and say in the draft until when it is mended and by \
          whom
          """)
    }
    // What is accepted already can be decided about anew; a baseline and a selection play no part here.
    let here = (report.findings(on: record) + report.settled(on: record)).filter { $0.rule == number }
    guard !here.isEmpty else { throw DraftFault(message: nothingFound(rule, record)) }
    return draft(here, number, record, kind)
  }

  private func record(named path: String) throws(DraftFault) -> RecordIndex {
    var parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    if let last = parts.last, last.hasSuffix(".yaml") { parts[parts.count - 1] = String(last.dropLast(5)) }
    guard parts.count >= 2 else {
      throw DraftFault(message: "'\(path)' does not name a record; write folder and id, as in activities/payroll")
    }
    guard let kind = RecordKind(rawValue: parts[parts.count - 2]) else {
      let near = nearMiss(parts[parts.count - 2], among: RecordKind.allCases.map(\.rawValue))
      throw DraftFault(
        message: "'\(parts[parts.count - 2])' is not a kind of record" + (near.map { "; did you mean '\($0)'?" } ?? ""))
    }
    let id = parts[parts.count - 1]
    let ids = registry.headers.indices.filter { registry.headers[$0].kind == kind && !registry.headers[$0].isBuiltIn }
    guard let found = ids.first(where: { registry.headers[$0].id == id }) else {
      let near = nearMiss(id, among: ids.map { registry.headers[$0].id })
      throw DraftFault(
        message: "there is no record '\(kind.rawValue)/\(id)'"
          + (near.map { "; did you mean '\(kind.rawValue)/\($0)'?" } ?? ""))
    }
    return RecordIndex(found)
  }

  private func nothingFound(_ rule: String, _ record: RecordIndex) -> String {
    var others: [String] = []
    for finding in report.findings(on: record) where !others.contains(Rule.catalogue[finding.rule].id) {
      others.append(Rule.catalogue[finding.rule].id)
    }
    return "'\(rule)' finds nothing on '\(registry.path(of: record))', so that there is nothing to decide; "
      + (others.isEmpty ? "no rule does" : "what is found there: \(others.joined(separator: ", "))")
  }

  private func draft(_ findings: [Finding], _ rule: Int, _ record: RecordIndex, _ kind: WaiverKind) -> WaiverDraft {
    var fingerprints = Fingerprints(assessed)
    var facts: [String] = []
    for finding in findings {
      let text = fingerprints.fingerprint(of: finding).text
      if !facts.contains(text) { facts.append(text) }
    }
    let severity = findings.map(\.judgedSeverity).max() ?? .error
    let day = report.day
    let latest = Day(number: day.number + WaiverTerm.longest(severity))
    let earlier = report.decisions.about(record).filter {
      $0.waiver.rule.given?.value.text == Rule.catalogue[rule].id && $0.waiver.kind.given?.value == kind
        && $0.waiver.status.given?.value != .proposed
    }
    let id = freeID(Rule.catalogue[rule].id + "-" + registry.header(record).id)
    var lines = ["# A draft: it has no effect before status: active."]
    // A comment ends with its line.
    for finding in findings.prefix(3) {
      let words = finding.message.utf8.split(separator: 0x0A).map { String(Substring($0)) }
      lines.append("# " + words.joined(separator: " "))
    }
    lines += [
      "kind: \(kind.rawValue)", "rule: \(Rule.catalogue[rule].id)", "subject: \(registry.path(of: record))",
      facts.count == 1 ? "facts: \"\(facts[0])\"" : "facts: [\(facts.map { "\"\($0)\"" }.joined(separator: ", "))]",
      "reason: {unknown: \"\(kind.question)\"}",
    ]
    lines += details(kind, severity, day, latest)
    if let last = renewed(earlier) { lines.append("supersedes: \(registry.header(last.record).id)") }
    return WaiverDraft(id: id, lines: lines, count: findings.count)
  }

  /// The waiver that a new one renews: the one that no other renews.
  private func renewed(_ earlier: [JudgedWaiver]) -> JudgedWaiver? {
    let renewed = Set(earlier.compactMap { $0.waiver.supersedes.given?.record })
    return earlier.last { !renewed.contains($0.record) }
  }

  private func freeID(_ wanted: String) -> String {
    let taken = Set(registry.records.waivers.map { registry.header($0.common.record).id })
    if !taken.contains(wanted) { return wanted }
    return (2...).lazy.map { "\(wanted)-\($0)" }.first { !taken.contains($0) } ?? wanted
  }

  private func details(_ kind: WaiverKind, _ severity: Severity, _ day: Day, _ latest: Day) -> [String] {
    var lines = ["requested: \(day)"]
    if kind == .acknowledge {
      lines += [
        "fix-by: {unknown: until when it is mended}", "fix-owner: {unknown: who mends it}",
        "expires: \(latest)  # at most \(WaiverTerm.longest(severity)) days", "status: proposed",
      ]
      return lines
    }
    if kind == .accept {
      lines += [
        "risk:", "  likelihood: {unknown: \"how likely harm to the people concerned is: low, medium, high\"}",
        "  impact-on-people: {unknown: \"how grave it would be for them: low, medium, high\"}",
      ]
    }
    let roles = ApproverRole.allCases.filter { $0.most >= severity }.map(\.rawValue).joined(separator: ", ")
    return lines + [
      "requested-by: {unknown: who asks for it}",
      "expires: \(latest)  # at most \(WaiverTerm.longest(severity)) days after the approval", "status: proposed",
      "# To decide, answer the questions and add, with the ids of people:",
      "# dpo-view: {by: , date: , text: , agrees: }  # the officer advises and does not approve",
      "# approved-by:     # neither who asks nor the data protection officer", "# approved:        # the day",
      "# approver-role:   # \(roles)",
    ]
  }
}

extension WaiverKind {
  /// What the reason of a draft must answer.
  fileprivate var question: String {
    switch self {
    case .acknowledge: "why it is not mended at once, and what is being done"
    case .accept: "why it can be borne for now, and which alternatives were considered"
    case .falsePositive: "what the rule misreads, and how it really is"
    }
  }
}
