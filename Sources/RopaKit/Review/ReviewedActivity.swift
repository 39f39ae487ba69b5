import LocatedYAML

/// An activity was asked for that the register does not have.
package struct UnknownActivity: Error {
  package let message: String
}

extension Assessment {
  /// The place of an activity among the register's activities.
  /// - Parameter name: its id, `activities/` and its id, or the path of its file.
  package func activity(named name: String) throws(UnknownActivity) -> Int {
    var parts = name.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    if let last = parts.last, last.hasSuffix(".yaml") { parts[parts.count - 1] = String(last.dropLast(5)) }
    guard let id = parts.last else {
      throw UnknownActivity(message: "'\(name)' names no activity; write its id, as in ropa review payroll")
    }
    if parts.count > 1, parts[parts.count - 2] != RecordKind.activities.rawValue {
      throw UnknownActivity(message: "'\(name)' is not an activity; only activities are reviewed")
    }
    let activities = registry.records.activities
    if let slot = activities.firstIndex(where: { registry.header($0.common.record).id == id }) { return slot }
    let near = nearMiss(id, among: activities.map { registry.header($0.common.record).id })
    throw UnknownActivity(
      message:
        "there is no activity '\(id)'; \(near.map { "did you mean '\($0)'?" } ?? "run ropa review without a name for all")"
    )
  }
}
