import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// Registers made from the descriptions of the fields, with a mark in every field, so that a field that is added tomorrow is covered
/// without a change here.
@Suite struct CanaryTests {
  @Test func nothingInternalIsPublished() throws {
    let garden = try garden(.internal)
    #expect(garden.canaries.count > 100, "\(garden.canaries.count) canaries")
    let text = publicText(of: judge(garden.files))
    for canary in garden.canaries {
      for form in canary.forms { #expect(!text.contains(form), "\(canary.place) was published as \(form)") }
    }
    // Owners, records by id and files must not appear either.
    for form in ["canary-person", "canaryperson", ".yaml", "registry/"] { #expect(!text.contains(form), "\(form)") }
  }

  @Test func questionsAndReasonsAreNotPublished() throws {
    for word in ["unknown", "none", "not-applicable"] {
      let garden = try garden(.answers(word))
      #expect(garden.canaries.count > 100, "\(word): \(garden.canaries.count) canaries")
      let text = publicText(of: judge(garden.files))
      for canary in garden.canaries {
        for form in canary.forms {
          #expect(!text.contains(form), "\(word) of \(canary.place) was published as \(form)")
        }
      }
    }
  }

  /// What is public and shown is there; what no section shows yet is listed, and nothing else is.
  @Test func publicValuesArePublished() throws {
    let garden = try garden(.public)
    #expect(garden.canaries.count > 60, "\(garden.canaries.count) canaries")
    let assessment = judge(garden.files)
    let text =
      publicText(of: assessment, ending: "page/en.html") + publicText(of: assessment, ending: "whole/en.html")
    let shown = Set(garden.canaries.filter { canary in canary.forms.contains { text.contains($0) } }.map(\.place))
    let missing = Set(garden.canaries.map(\.place)).subtracting(shown)
    let notShown = Set(unshown.keys)
    #expect(missing.subtracting(notShown).sorted() == [], "not shown, and not listed")
    #expect(notShown.subtracting(missing).sorted() == [], "listed, and shown or never planted")
  }

  /// The pages in another language are made from the same records.
  @Test func nothingInternalIsPublishedInWelsh() throws {
    for planting in [Garden.Planting.internal, .answers("unknown")] {
      var garden = Garden(planting, text: { $0 })
      garden.grow()
      let files = garden.files.map { file -> SourceFile in
        let text = String(decoding: file.bytes, as: UTF8.self)
        // Notices say their language themselves, and the register says it for the others.
        return file.replaced(by: text.replacingOccurrences(of: "\nlanguages: en\n", with: "\nlanguages: [en, cy]\n"))
      }
      let pages = publicBytes(of: judge(files))
      #expect(pages.keys.contains { $0.hasSuffix("/cy.html") } && pages["public/cy.html"] != nil)
      let text = pages.sorted { $0.key < $1.key }.map { String(decoding: $0.value, as: UTF8.self) }.joined()
      for canary in garden.canaries {
        for form in canary.forms { #expect(!text.contains(form), "\(canary.place) was published as \(form)") }
      }
    }
  }

  /// Markup in records stays text.
  @Test func hostileValuesAreInert() throws {
    let hostile = "</p><script>alert(1)</script><img src=x onerror=alert(2)>\\\"' javascript:alert(3)"
    let garden = try garden(.public, text: { "\($0) \(hostile)" })
    let text = publicText(of: judge(garden.files), ending: ".html")
    #expect(text.contains("&lt;script&gt;"))
    for markup in ["<script", "<img src=x", "onerror=alert(2)>", "href=\"javascript", "\"' javascript"] {
      #expect(!text.contains(markup), "\(markup)")
    }
    let markdown = publicText(of: judge(garden.files), ending: ".md")
    #expect(markdown.contains("\\<script>") && !markdown.replacing("\\<", with: "").contains("<script"))
  }

  /// Every form of a notice is in what is searched for marks.
  @Test func everyFormIsSearched() throws {
    let paths = publicBytes(of: judge(try garden(.internal).files)).keys
    for ending in [
      "/en.html", "/en.fragment.html", "/en.md", "/en.txt", "/en.tilt.json", "/forms/front.entry.en.fragment.html",
      "/forms/front.entry.en.txt",
    ] {
      #expect(paths.contains { $0.hasSuffix(ending) }, "\(ending)")
    }
  }

  private func garden(_ planting: Garden.Planting, text: @escaping (String) -> String = { $0 }) throws -> Garden {
    var garden = Garden(planting, text: text)
    garden.grow()
    // What was not read cannot leak, and would prove nothing.
    let faults = load(garden.files, law: shippedLaw, jobs: 1).diagnostics
    try #require(faults.isEmpty, "\(faults.map { "\(garden.files[Int($0.range.file)].path): \($0.message)" })")
    return garden
  }
}

/// A planted value: where it stands, and the forms in which it could come out.
struct Canary {
  let place: String
  let forms: [String]
}
