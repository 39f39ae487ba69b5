import LocatedYAML

extension Assessed {
  /// The places, among the register's activities, of those that the notices which print a statement cover; nil where none prints it, so
  /// that it speaks for the whole organisation.
  func activities(ofNoticesWith statement: Statement) -> Set<Int>? {
    var covered: Set<Int>?
    for mention in registry.mentions(of: statement.common.record) {
      let header = registry.header(mention.from)
      guard header.kind == .notices, header.slot >= 0 else { continue }
      covered = (covered ?? []).union(facts.notices[Int(header.slot)].activities)
    }
    return covered
  }
}
