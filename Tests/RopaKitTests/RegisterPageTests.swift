import Foundation
import LocatedYAML
import RopaKit
import Testing

/// The pages of a register by path.
func rendered(_ assessment: Assessment) -> [String: [UInt8]] {
  let theme = Theme(styleSheet: Array("/* style */".utf8), icon: Array("<svg/>".utf8))
  var buffer = HTMLBuffer()
  var pages: [String: [UInt8]] = [:]
  for page in registerPages(of: assessment, messages: shippedMessages, theme: theme, manual: shippedManual) {
    buffer.removeAll()
    page.write(&buffer)
    #expect(pages[page.path] == nil, "\(page.path) twice")
    pages[page.path] = buffer.withBytes { Array($0) }
  }
  return pages
}

private func contains(_ bytes: [UInt8], _ text: String) -> Bool { bytes.firstRange(of: Array(text.utf8)) != nil }

@Suite struct RegisterPageTests {
  static let sample = rendered(judge(sampleRegister))
  static let sound = rendered(judge(soundRegister))
  static let registers = ["sample": sample, "sound": sound]

  @Test(arguments: ["sample", "sound"]) func everyPageIsWellFormed(_ register: String) throws {
    let pages = try #require(Self.registers[register])
    #expect(pages.count > 40)
    for (path, bytes) in pages where path.hasSuffix(".html") {
      let markup = Markup(bytes)
      #expect(markup.faults.isEmpty, "\(path): \(markup.faults)")
      #expect(markup.tags.count { $0.name == "h1" } == 1, "\(path)")
      let ids = markup.tags.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(path): \(ids)")
      #expect(
        markup.tags.allSatisfy { $0.name != "script" && $0.name != "style" && $0.attributes["style"] == nil }, "\(path)"
      )
      let policy = markup.tags.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"]
      #expect(
        policy == "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'", "\(path)"
      )
      #expect(headingsSkipNoLevel(markup), "\(path)")
    }
  }

  private func headingsSkipNoLevel(_ markup: Markup) -> Bool {
    let levels = markup.tags.compactMap { ["h1": 1, "h2": 2, "h3": 3, "h4": 4][$0.name] }
    return levels.first == 1 && zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }
  }

  @Test(arguments: ["sample", "sound"]) func everyLinkLeadsSomewhere(_ register: String) throws {
    let pages = try #require(Self.registers[register])
    var ids: [String: Set<String>] = [:]
    for (path, bytes) in pages { ids[path] = Set(Markup(bytes).tags.compactMap { $0.attributes["id"] }) }
    var followed = 0
    for (path, bytes) in pages where path.hasSuffix(".html") {
      let folder = path.split(separator: "/").dropLast()
      for tag in Markup(bytes).tags {
        guard let address = tag.attributes["href"] ?? tag.attributes["src"], !address.hasPrefix("http"),
          !address.hasPrefix("mailto:")
        else { continue }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var target = Array(folder)
        for step in parts[0].split(separator: "/") {
          if step == ".." { target.removeLast() } else { target.append(step) }
        }
        let page = parts[0].isEmpty ? path : target.joined(separator: "/")
        followed += 1
        if page.hasPrefix("public/") { continue }
        #expect(pages[page] != nil, "\(path) links to \(address)")
        if parts.count > 1 { #expect(ids[page]?.contains(String(parts[1])) ?? false, "\(path) links to \(address)") }
      }
    }
    #expect(followed > 500)
  }

  @Test func pagesOfAFolderStandTogether() {
    let pages = registerPages(
      of: judge(sampleRegister), messages: shippedMessages, theme: Theme(styleSheet: [], icon: []),
      manual: shippedManual)
    let folders = pages.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") }
    var seen: [String] = []
    for folder in folders where seen.last != folder {
      #expect(!seen.contains(folder))
      seen.append(folder)
    }
  }

  /// An unchanged register gives unchanged pages, whatever the commit.
  @Test func onlyTheHomePageNamesTheCommit() {
    for (path, bytes) in Self.sample where path.hasSuffix(".html") {
      #expect(contains(bytes, "c0ffee1") == (path == "register/index.html"), "\(path)")
    }
  }

  /// Whatever a kind declares is shown: no page has a list of fields.
  @Test(arguments: RecordKind.allCases) func everyDeclaredFieldIsShown(_ kind: RecordKind) throws {
    let fields = kind.fields.fields.filter(\.takesAnswers)
    #expect(!fields.isEmpty)
    let lines = fields.map { "\($0.name): {none: reason for \($0.name)}" }
    let file = (
      path: "\(kind.rawValue)/shown.yaml",
      text: "title: Shown\nx-own: own words\n" + lines.joined(separator: "\n") + "\n"
    )
    let pages = rendered(judge(overlay(soundRegister, with: [file])))
    let page = try #require(pages["register/\(kind.rawValue)/shown.html"])
    for field in fields {
      let isShown = contains(page, "</b>: reason for \(field.name)</dd>")
      #expect(isShown, "\(field.name)")
    }
    let isOwnShown = contains(page, "<code>x-own</code>") && contains(page, "own words")
    #expect(isOwnShown)
  }

  @Test func absentFieldsAreShownWhenTheyAreExpected() throws {
    let file = (path: "processors/bare.yaml", text: "title: Bare\n")
    let page = try #require(rendered(judge(overlay(soundRegister, with: [file])))["register/processors/bare.html"])
    for field in RecordKind.processors.fields.fields where field.name.description != "title" {
      let label = ["country": "Country", "services": "Services", "website": "Website", "keeps": "Keeps"][
        field.name.description]
      guard let label else { continue }
      let row =
        "<dt>\(label) <small\(field.visibility == .public ? " class=\"public\"" : "")>\(field.visibility.rawValue)</small></dt>"
      #expect(contains(page, row + "<dd><b class=\"absent\">Not given</b>") == (field.need == .everyday), "\(label)")
    }
  }

  /// Text of a record stays text, wherever it stands.
  @Test(arguments: RecordKind.allCases) func hostileTextIsInert(_ kind: RecordKind) throws {
    let hostile =
      #"</dd><script>alert(1)</script>\"\u0301><img src=x onerror=y>'\u0301 javascript:alert(2) \e[31m \u202e"#
    let quoted = "\"\(hostile)\""
    let fields = kind.fields.fields.filter { field in
      switch field.shape {
      case .text, .line, .anything: field.takesAnswers
      default: false
      }
    }
    let others = kind.fields.fields.filter { field in
      field.takesAnswers && !fields.contains { $0.name.description == field.name.description }
    }
    let lines =
      fields.map { "\($0.name): \(quoted)" }
      + others.map { "\($0.name): {unknown: \(quoted), note: \(quoted), due: 2027-01-31}" }
      + ["title: \(quoted)", "x-own: {\(quoted): \(quoted)}"]
    let file = (path: "\(kind.rawValue)/hostile.yaml", text: lines.joined(separator: "\n") + "\n")
    let pages = rendered(judge(overlay(soundRegister, with: [file])))
    _ = try #require(pages["register/\(kind.rawValue)/hostile.html"])
    // Pages that are as they were without the record hold nothing of it.
    for (path, bytes) in pages where path.hasSuffix(".html") && bytes != Self.sound[path] {
      #expect(Markup(bytes).faults.isEmpty, "\(path): \(Markup(bytes).faults)")
      for sign in ["<script", "<img src=x", "href=\"javascript", "\"\u{301}", "'\u{301}", "\u{1B}", "\u{202E}"] {
        #expect(!contains(bytes, sign), "\(path) holds \(sign.debugDescription)")
      }
    }
  }

  @Test func addressesOfRecordsBecomeLinksOnlyWhenTheyCanDoNothingButOpen() throws {
    let file = (
      path: "processors/addressed.yaml",
      text: """
      title: Addressed
      website: https://example.org/?a=1&b="2"
      group: javascript:alert(1)
      members: data:text/html,x

      """
    )
    let page = try #require(rendered(judge(overlay(soundRegister, with: [file])))["register/processors/addressed.html"])
    let addresses = Markup(page).tags.compactMap { $0.attributes["href"] }
    #expect(addresses.contains("https://example.org/?a=1&amp;b=&quot;2&quot;"))
    #expect(!addresses.contains { $0.hasPrefix("javascript") || $0.hasPrefix("data") })
    #expect(contains(page, "javascript:alert(1)"))
  }

  @Test func longReportsAreCutAndSayWhere() throws {
    let parts = (0..<600).map {
      "basis-\($0):\n  title: B\n  article-6: contract\n  contract: {between: [example-care, clinics]}\n"
    }
    let file = (path: "lawful-bases.yaml", text: parts.joined())
    let assessment = judge(overlay(soundRegister, with: [file]))
    let count = assessment.report.findings.count
    #expect(count >= 600)
    let pages = rendered(assessment)
    let rule = try #require(pages["register/rules/contract-without-the-person.html"])
    #expect(Markup(rule).tags.count { $0.attributes["class"] == "message" } == 500)
    #expect(contains(rule, "100 more in the report: <code>ropa check --format json</code>"))
    let findings = try #require(pages["register/findings.html"])
    #expect(Markup(findings).tags.count { $0.attributes["class"] == "message" } < 500)
  }

  @Test(arguments: ["index", "processors/kineo", "activities/hub-registration"]) func reference(_ page: String) throws {
    let bytes = try #require(Self.sample["register/\(page).html"])
    try expectGolden(bytes, "register/\(page).html")
  }
}
