import LocatedYAML
import Testing

@testable import RopaKit

/// What notices owe and say, by article, role and regime.
@Suite struct NoticeGridTests {
  private struct Made {
    let grid: NoticeGrid
    let owed: Set<String>
    let said: Set<String>
    let text: String
  }

  private func made(_ grid: NoticeGrid) throws -> Made {
    let assessment = grid.assessment
    let faults = assessment.report.findings.filter { Rule.catalogue[$0.rule].stopsPublication }
    try #require(faults.isEmpty, "\(faults.map { "\(place(of: $0, in: assessment)) \($0.message)" })")
    let messages = try #require(shippedMessages.messages(Language("en")))
    let composed = try #require(composeNotice(0, of: assessment, messages: messages))
    let text = plain(composed.notice)
    let said = NoticeGrid.words.filter { entry in entry.value.contains { text.contains($0) } }.keys
    return Made(
      grid: grid, owed: Set(assessment.facts.notices[0].owed.map(\.element.id)), said: Set(said), text: text)
  }

  private func all() throws -> [Made] {
    try NoticeGrid.Role.allCases.flatMap { role in
      try NoticeGrid.Article.allCases.flatMap { article in
        try NoticeGrid.regimes.map { try made(NoticeGrid(role: role, article: article, regimes: $0.regimes)) }
      }
    }
  }

  /// Every element of the law has words to look for, and every element that is owed is said.
  @Test func whatIsOwedIsSaid() throws {
    let elements = shippedLaw.elements.map(\.id)
    #expect(Set(elements) == Set(NoticeGrid.words.keys))
    let all = try all()
    #expect(all.count == 27)
    for made in all {
      let missing = made.owed.subtracting(made.said)
      #expect(missing.isEmpty, "\(made.grid.role) \(made.grid.article) \(made.grid.regimes): \(missing.sorted())")
      #expect(made.owed.isEmpty == (made.grid.role == .processor))
    }
    var text = "+ owed and said   ! owed and not said   o said though not owed   . neither\n"
    let names = NoticeGrid.regimes.map(\.name)
    for role in NoticeGrid.Role.allCases {
      let cells = all.filter { $0.grid.role == role }
      text += "\n" + "\(role)".padded(24)
      for article in NoticeGrid.Article.allCases {
        for name in names { text += "\(article.rawValue) \(name)".padded(14) }
      }
      text += "\n"
      for element in elements {
        text += element.padded(24)
        for made in cells {
          let isOwed = made.owed.contains(element)
          text += (made.said.contains(element) ? (isOwed ? "+" : "o") : isOwed ? "!" : ".").padded(14)
        }
        text += "\n"
      }
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    try expectGolden(Array(lines.joined(separator: "\n").utf8), "notice-grid.txt")
    // For each role the notice under both articles and both regimes, to be read.
    for made in all where made.grid.article == .both && made.grid.regimes.count == 2 {
      try expectGolden(Array(made.text.utf8), "notice-grid-\(made.grid.role).txt")
    }
  }

  /// A body that acts for somebody else decides nothing and promises no rights of its own.
  @Test func whoActsForOthersSaysSo() throws {
    let made = try made(NoticeGrid(role: .processor, article: .both, regimes: [.ukGDPR]))
    #expect(!made.text.contains("decides why"))
    #expect(made.text.contains("They decide why and how your data are used, and we follow their instructions"))
    #expect(made.text.contains("Sending the newsletter: Storing addresses. Sending messages."))
    #expect(made.text.contains("please ask them if you want to use your rights: Example Clinic Ltd."))
    for words in ["We answer within", "Right of access", "## When can you object?", "We rely on"] {
      #expect(!made.text.contains(words), "\(words)")
    }
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
