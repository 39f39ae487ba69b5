import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// What the tests of reviews share: the sound register with changes, and the review of its activity.
enum Reviewing {
  static let activity = "activities/appointment-messages.yaml"

  /// The text of a file of the sound register with some words replaced; each has to be there.
  static func text(_ path: String, _ changes: KeyValuePairs<String, String>) throws -> String {
    let file = try #require(soundRegister.first { $0.path == path })
    var text = String(decoding: file.bytes, as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old), "\(path) does not hold '\(old)'")
      text = text.replacingOccurrences(of: old, with: new)
    }
    return text
  }

  /// The sound register with its activity changed, and with further files.
  static func files(
    _ changes: KeyValuePairs<String, String> = [:], with more: [(path: String, text: String)] = []
  ) throws -> [SourceFile] {
    overlay(soundRegister, with: [(activity, try text(activity, changes))] + more)
  }

  static func review(
    _ changes: KeyValuePairs<String, String> = [:], with more: [(path: String, text: String)] = [],
    of activity: String = "appointment-messages", asOf day: String = soundDay
  ) throws -> Review {
    try review(of: try files(changes, with: more), activity, asOf: day)
  }

  static func review(
    of files: [SourceFile], _ activity: String = "appointment-messages", asOf day: String = soundDay
  ) throws -> Review {
    let assessment = judge(files, asOf: day)
    return Reviewer(assessment).review(activity: try assessment.activity(named: activity))
  }

  static func rules(_ findings: [ReviewFinding]) -> [String] { findings.map(\.finding.definition.id) }

  /// Of one kind: an impact assessment of the activity.
  static func assessment(_ fields: String) -> String {
    "title: What the messages may do\nkind: dpia\nactivities: appointment-messages\nowner: dpo\nreviewed: 2026-10-01\n"
      + fields
  }

  /// A decision about what a rule finds on a record of some files.
  static func waiver(
    _ rule: String, on record: String, in files: [SourceFile], kind: String = "accept"
  ) throws -> [(path: String, text: String)] {
    let draft = try judge(files).draft(rule, on: record, .acknowledge)
    let facts = try #require(draft.lines.first { $0.hasPrefix("facts: ") })
    return [
      ("people/head-of-service.yaml", "title: Director of services\n"),
      (
        "waivers/decided.yaml",
        """
        kind: \(kind)
        rule: \(rule)
        subject: \(record)
        \(facts)
        reason: The service is being replaced, and the reason is settled with the new one in the autumn.
        risk: {likelihood: low, impact-on-people: low}
        requested-by: service-lead
        requested: 2026-11-01
        dpo-view: {by: dpo, date: 2026-11-02, text: Acceptable until the autumn., agrees: true}
        approved-by: head-of-service
        approved: 2026-11-04
        approver-role: risk-owner
        expires: 2027-01-30
        status: active

        """
      ),
    ]
  }
}
