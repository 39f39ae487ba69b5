import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// What the check of the public tree finds in bytes, and that it finds nothing in ours.
@Suite struct PublicTreeCheckTests {
  private static let check = PublicTreeCheck(judge(soundRegister), words: embedded("messages/"), jobs: 1)

  private func fault(_ text: String, path: String = "public/notice/en.html") -> String? {
    Array(text.utf8).withUnsafeBytes { PublicTreeCheckTests.check.fault(in: $0, path: path)?.reason }
  }

  @Test func ourOwnPagesPass() {
    for register in [soundRegister, sampleRegister] {
      let assessment = judge(register)
      let check = PublicTreeCheck(assessment, words: embedded("messages/"), jobs: 2)
      let pages = publicBytes(of: assessment)
      #expect(pages.count > 3)
      for (path, bytes) in pages {
        #expect(bytes.withUnsafeBytes { check.fault(in: $0, path: path) } == nil, "\(path)")
      }
    }
  }

  /// With a mark in every public field the pages hold everything that a page can hold.
  @Test func pagesWithEveryPublicFieldPass() {
    var garden = Garden(.public) { "\($0) </p><script>alert(1)</script> href=\\\"x\\\" javascript:alert(3)" }
    garden.grow()
    let assessment = judge(garden.files)
    let check = PublicTreeCheck(assessment, words: [], jobs: 1)
    for (path, bytes) in publicBytes(of: assessment) {
      #expect(bytes.withUnsafeBytes { check.fault(in: $0, path: path) } == nil, "\(path)")
    }
  }

  @Test func theShippedThemePasses() {
    let files = embedded("theme/")
    #expect(files.count >= 2)
    for file in files where !file.path.hasSuffix(".js") {
      let fault = file.bytes.withUnsafeBytes { PublicTreeCheckTests.check.fault(in: $0, path: "public/" + file.path) }
      #expect(fault == nil, "\(file.path)")
    }
  }

  @Test(arguments: [
    "<script src=\"x.js\"></script>", "<p onclick=\"x()\">", "<iframe src=\"x\">", "<p style=\"color: red\">", "<svg>",
    "<form>",
    "<img src=\"https://example.org/x.png\" alt=\"\">", "<img src=\"//example.org/x.png\">",
    "<img src=\"data:image/png,\">",
    "<link rel=\"stylesheet\" href=\"https://example.org/style.css\">",
    "<link href=\"//example.org\" rel=\"canonical\">",
    "<a href=\"../../register/index.html\">", "<a href=\"/etc\">", "<a href=\"../..\">", "<a href=\"a/../../../x\">",
    "<a href=\"javascript:alert(1)\">", "<a href=\"JavaScript:alert(1)\">", "<a href=\"vbscript:x\">",
    "<a href=\"data:x,\">",
    "<a href=\"file:///etc/passwd\">", "<a href=\"..\\..\\x\">", "<a href=\"%2e%2e/%2e%2e/x\">", "<a href=x>",
    "<a href='x'>",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://example.org\">", "<!-- a note -->", "<p", "<p id=\"x",
    "<a\thref=\"x\">",
    "<SCRIPT>", "<p>a < b</p>", "<base href=\"https://example.org\">", "</script>", "<p/>",
    "<a href=\"x\"onclick=\"y\">",
  ])
  func strangeMarkupIsFound(markup: String) { #expect(fault("<!DOCTYPE html>\n<p>" + markup) != nil) }

  @Test(arguments: [
    "<a href=\"../index.html#x\">x</a>", "<a href=\"de.html\">", "<a href=\"#main\">",
    "<a href=\"https://example.org/../..\">",
    "<a href=\"HTTPS://example.org\">", "<a href=\"mailto:a@example.org\">", "<a href=\"tel:+44\">",
    "<a href=\"./x/../../index.html\">",
    "<img src=\"../icon.svg\" alt=\"\">", "<link rel=\"stylesheet\" href=\"../style.css\">",
    "<td data-label=\"a > b\" class=\"x\">",
    "<link rel=\"canonical\" href=\"https://example.org/notice\">", "<p>href=https://example.org onclick=x()</p>",
    "<br>",
    "<a href=\"?x=../../..\">", "<nav\n aria-label=\"x\">", "",
  ])
  func ordinaryMarkupPasses(markup: String) { #expect(fault(markup) == nil) }

  @Test func aPageAtTheRootOfTheTreeHasNothingAboveIt() {
    #expect(fault("<a href=\"../index.html\">", path: "public/index.html") != nil)
    #expect(fault("<a href=\"index.html\">", path: "public/index.html") == nil)
  }

  @Test(arguments: [
    "@import 'x.css';", "@IMPORT url(x)", "@im\\70 ort 'x'", "a { background: url(https://example.org/x.png) }",
    "a { background: url( \"//example.org/x\" ) }", "a { background: URL(http://example.org) }",
    "a { background: \\75rl(//x) }",
    "a { background: u/**/rl(x) } b { background: url(../register/x.png) }",
    "a { background: url('data:image/png,x') }",
    "a { background: image-set('x' 1x) }", "a { background: -webkit-image-set(url(x) 1x) }",
    "@font-face { src: url(/font) }",
    "/* x */ a { background: url(\\68ttps://example.org) }", "a { background: url(h\\74 tps://example.org) }",
  ])
  func styleSheetsThatFetchAreFound(styles: String) { #expect(fault(styles, path: "public/style.css") != nil) }

  @Test(arguments: [
    "/* see https://example.org, @import and url(//x) */ a { color: red }", "a { background: url(icon.svg) }",
    "a::before { content: \"\\2014\\a\" }", "a { background: url(\"#x\") }", "/* never closed", "\\",
    "a:hover { color: red }",
  ])
  func ordinaryStyleSheetsPass(styles: String) { #expect(fault(styles, path: "public/style.css") == nil) }

  @Test(arguments: [
    "<svg><script>x</script></svg>", "<svg onload=\"x\"/>", "<svg><image href=\"https://example.org/x\"/></svg>",
    "<svg><use xlink:href = 'x.svg#a'/></svg>", "<svg><rect fill=\"url(https://example.org/x#a)\"/></svg>",
    "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "<?xml-stylesheet href=\"x\"?>",
    "<svg><STYLE>x</STYLE></svg>",
    "<svg><foreignObject/></svg>", "<svg><a href=\"&#104;ttps://example.org\"/></svg>",
  ])
  func imagesThatRunOrFetchAreFound(image: String) { #expect(fault(image, path: "public/icon.svg") != nil) }

  @Test func imagesMayReferToThemselves() {
    #expect(fault("<svg><use href=\"#a\"/><rect fill=\"url(#b)\"/></svg>", path: "public/icon.svg") == nil)
  }

  @Test func programsAreRefusedAndOtherTreesAreNotLookedAt() {
    #expect(fault("", path: "public/search.js") != nil)
    #expect(fault("<script>", path: "register/index.html") == nil)
  }

  private let secret =
    "Nobody has asked the supplier yet whether the copies are deleted when the contract ends, ask in spring"

  private func found(_ changes: [(path: String, text: String)], in text: String, words: [SourceFile] = []) -> String? {
    let check = PublicTreeCheck(judge(overlay(soundRegister, with: changes)), words: words, jobs: 1)
    return Array(text.utf8).withUnsafeBytes { check.fault(in: $0, path: "public/style.css")?.reason }
  }

  private var mailer: String { text(of: "processors/mailer.yaml") }

  private func text(of path: String) -> String {
    String(decoding: soundRegister.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
  }

  @Test func internalTextsAreFoundWhereverTheyStand() {
    let note = [("processors/mailer.yaml", mailer + "note: \(secret)\n")]
    #expect(found(note, in: "/* \(secret) */")?.contains("processors/mailer.yaml:") == true)
    #expect(found(note, in: "/* said: \(secret.dropFirst(6)) */") != nil)
    #expect(found(note, in: "/* \(secret.prefix(30)) */") == nil)
    #expect(found([], in: "/* \(secret) */") == nil)
  }

  @Test func questionsReasonsAndInternalRecordsAreInternal() {
    for word in ["unknown", "none", "not-applicable"] {
      let answer = mailer.replacingOccurrences(of: "hosting: GB", with: "hosting: {\(word): \"\(secret)\"}")
      #expect(answer != mailer)
      let reason = [("processors/mailer.yaml", answer)]
      #expect(found(reason, in: "/* \(secret) */") != nil, "\(word)")
    }
    #expect(found([("people/canary.yaml", "title: \(secret)\n")], in: "/* \(secret) */") != nil)
  }

  /// What is also said in public may be said.
  @Test func textsThatArePublicTooPass() {
    let note = mailer + "note: \(secret)\n"
    let text = "title: Statement\ntext: It is known that \(secret). More is not.\n"
    #expect(found([("processors/mailer.yaml", note), ("statements/canary.yaml", text)], in: "/* \(secret) */") == nil)
    let words = [SourceFile(path: "en", bytes: Array("x: It is known that \(secret)".utf8))]
    #expect(found([("processors/mailer.yaml", note)], in: "/* \(secret) */", words: words) == nil)
  }

  /// Every internal field of every kind at every depth is looked at.
  @Test func everyInternalTextOfTheGardenIsFound() {
    var garden = Garden(.internal) {
      "We planted \($0) in a field to see whether the check finds it again among others"
    }
    garden.grow()
    let check = PublicTreeCheck(judge(garden.files), words: [], jobs: 1)
    let marks = garden.canaries.flatMap(\.forms).filter { $0.hasPrefix("Canary") }
    #expect(marks.count > 60)
    var missed: [String] = []
    for canary in garden.canaries {
      guard let mark = canary.forms.first, mark.hasPrefix("Canary") else { continue }
      let sentence = "<p>We planted \(mark) in a field to see whether the check finds it again among others"
      if Array(sentence.utf8).withUnsafeBytes({ check.fault(in: $0, path: "public/a.html") }) == nil {
        missed.append(canary.place)
      }
    }
    #expect(missed == [])
  }
}
