import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

private let path = "notices/customer-notice.yaml"
private let english = shippedMessages.messages(Language("en"))!

/// The sound register's notice, with lines replaced.
private func notice(_ edits: (String, String)...) -> String {
  var text = String(decoding: soundRegister.first { $0.path == path }!.bytes, as: UTF8.self)
  for (from, to) in edits {
    precondition(text.contains(from))
    text = text.replacingOccurrences(of: from, with: to)
  }
  return text
}

private func record(_ path: String, _ from: String, _ to: String) -> (path: String, text: String) {
  let text = String(decoding: soundRegister.first { $0.path == path }!.bytes, as: UTF8.self)
  precondition(text.contains(from))
  return (path, text.replacingOccurrences(of: from, with: to))
}

private func overlaid(_ changes: (path: String, text: String)...) -> [SourceFile] {
  overlay(soundRegister, with: changes)
}

/// The register with what its notices say kept.
private func kept(_ files: [SourceFile]) throws -> [SourceFile] {
  let assessment = judge(files)
  let drafts = try assessment.keptDrafts(of: [], shippedMessages)
  return overlay(files, with: drafts.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
}

private func composed(_ files: [SourceFile]) -> PublicNotice { judge(files).composedNotice(0, english)!.notice }

private func rules(_ assessment: Assessment) -> [String] {
  assessment.report.findings.map { Rule.catalogue[$0.rule].id }
}

private func message(_ assessment: Assessment, _ rule: String) -> String {
  assessment.report.findings.first { Rule.catalogue[$0.rule].id == rule }?.message ?? "none"
}

/// Texts of notices are kept, read back, compared and published at addresses of their own.
@Suite struct VersionTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
  ]) func digestsAreThoseOfTheStandard(_ text: String, _ digest: String) {
    var whole = SHA256()
    whole.add(Array(text.utf8))
    #expect(whole.digits(64) == digest)
    var parts = SHA256()
    for byte in text.utf8 { parts.add([byte]) }
    #expect(parts.digits(64) == digest)
  }

  @Test(arguments: [
    "plain words", "a \\* b \\[c\\] \\< \\` \\\\", "**strong** and *weak*", "*a***b**", "**a***b*",
    "[our site](https://example.org/a\\)b)", "<https://example.org/>", "[**bold** link](mailto:a@example.org)",
    "one\\ntwo", "`code \\` tick`", "[here](#who-we-are)", "[call](tel:+44123456)",
  ]) func inlineTextComesBack(_ text: String) throws {
    #expect(try #require(PublicText(inline: Array(text.utf8))).inline == text)
  }

  @Test(arguments: [
    "*open", "**open*", "[a](javascript:alert(1))", "[a](//example.org)", "[a](../x)", "[a](#x\"y)", "[a]", "a]", "\\",
    "\\x",
    "<script>", "<javascript:alert(1)>", "`open", "[a](https://example.org/", "[[a](#b)](#c", "[a](#B c)",
  ]) func whatIsNoInlineTextIsRefused(_ text: String) { #expect(PublicText(inline: Array(text.utf8)) == nil) }

  /// With a mark in every public field notices hold everything that they can hold.
  @Test func everyTextComesBackFromItsFile() throws {
    var registers = [soundRegister, sampleRegister]
    for hostile in [": # - [x](y) *a* `b` \\ \"q\" \u{2028}\u{A0}", "</p><script>", "- a\n- b\n\n**c**"] {
      var garden = Garden(.public) { "\($0) \(hostile)" }
      garden.grow()
      registers.append(garden.files)
    }
    for files in registers {
      let assessment = judge(files)
      for slot in assessment.registry.records.notices.indices {
        guard let notice = assessment.composedNotice(slot, english)?.notice else { continue }
        let bytes = keptText(notice)
        #expect(bytes == keptText(notice))
        let id = assessment.registry.header(assessment.registry.records.notices[slot].common.record).id
        let place = KeptPlace(notice: id, day: Day("2024-02-01")!, language: Language("en"))
        let again = judge(overlay(files, with: [(place.path, String(decoding: bytes, as: UTF8.self))]))
        let read = try #require(again.registry.keptVersions.first, "\(message(again, "kept-version-unreadable"))")
        #expect(read.place == place)
        for (one, other) in zip(read.content.parts, notice.parts) { #expect(one.lines == other.lines) }
        #expect(ContentDigest.digits(of: [read.content]) == ContentDigest.digits(of: [notice]))
        #expect(keptText(read.content) == bytes)
      }
    }
  }

  @Test func whatWasKeptIsReadableAndSmall() throws {
    let draft = try #require(try judge(soundRegister).keptDrafts(of: ["customer-notice"], shippedMessages).first)
    #expect(draft.path == "notices/versions/customer-notice/2026-09-01.en.yaml" && draft.state == .new)
    try expectGolden(draft.bytes, "kept-sound.yaml")
  }

  @Test func aKeptNoticeThatDidNotChangeIsQuiet() throws {
    let files = try kept(soundRegister)
    #expect(rules(judge(files)).isEmpty)
    #expect(try judge(files).keptDrafts(of: [], shippedMessages).map(\.state) == [.kept])
  }

  @Test func aChangeOfARecordAsksForANewVersion() throws {
    let files = try kept(soundRegister)
    let changed = overlay(
      files, with: [record("retention/messages.yaml", "title:", "text: We keep messages for a week.\ntitle:")])
    let assessment = judge(changed)
    #expect(rules(assessment) == ["notice-changed-without-version"])
    let told = message(assessment, "notice-changed-without-version")
    #expect(told.contains("How long do we keep your data?") && !told.contains("Who are we?"), "\(told)")
    #expect(throws: DraftFault.self) { try assessment.keptDrafts(of: [], shippedMessages) }
    // A new day with the old one in the history, and the new text kept beside the old one.
    let renewed = overlay(
      changed,
      with: [
        (
          path,
          notice(
            (
              "effective: 2026-09-01\nversion: 3",
              "effective: 2026-11-01\nversion: 4\nsummary: Messages are kept for a week.\n"
                + "history: [{effective: 2026-09-01, version: 3, summary: Reminders by text message}]"
            ))
        )
      ])
    #expect(rules(judge(renewed)) == ["notice-version-not-kept"])
    let both = try kept(renewed)
    #expect(rules(judge(both)).isEmpty && judge(both).registry.keptVersions.count == 2)
    try checkPages(both)
  }

  /// Both versions have an address that stays, and a page compares them by section.
  private func checkPages(_ files: [SourceFile]) throws {
    let pages = publicBytes(of: judge(files))
    func page(_ name: String) throws -> String {
      String(decoding: try #require(pages["public/" + name]), as: UTF8.self)
    }
    let old = try page("customer-notice/2026-09-01/en.html")
    #expect(old.contains("This text held from") && !old.contains("for a week"))
    #expect(try page("customer-notice/2026-11-01/en.html").contains("for a week"))
    let changes = try page("customer-notice/changes/en.html")
    #expect(changes.contains("Messages are kept for a week.") && changes.contains("<ins>") && changes.contains("<del>"))
    #expect(changes.contains("How long do we keep your data?") && !changes.contains("Who are we?"))
    #expect(try page("customer-notice/en.html").contains("href=\"changes/en.html\""))
    let feed = try page("feed/en.xml")
    #expect(feed.contains("<updated>2026-11-01T00:00:00Z</updated>") && feed.contains("2026-09-01T00:00:00Z"))
    #expect(feed.contains("Changed: ") && feed.ranges(of: "<entry>").count == 2)
    for (path, bytes) in pages where path.hasSuffix(".html") { #expect(Markup(bytes).faults.isEmpty, "\(path)") }
    #expect(publicBytes(of: judge(files)) == pages)
    let check = PublicTreeCheck(judge(files), words: embedded("messages/"), jobs: 1)
    for (path, bytes) in pages { #expect(bytes.withUnsafeBytes { check.fault(in: $0, path: path) } == nil, "\(path)") }
  }

  @Test func theFirstVersionHasAnAddressAndNoComparison() throws {
    let pages = publicBytes(of: judge(try kept(soundRegister)))
    #expect(pages["public/customer-notice/2026-09-01/en.html"] != nil)
    let changes = String(decoding: try #require(pages["public/customer-notice/changes/en.html"]), as: UTF8.self)
    #expect(changes.contains("No earlier version is on record."))
    #expect(publicBytes(of: judge(soundRegister))["public/customer-notice/changes/en.html"] == nil)
  }

  /// Neither a notice that is not published nor a text of a day to come has pages.
  @Test func whatIsNotPublishedHasNoVersions() throws {
    let files = try kept(soundRegister)
    for line in ["publish: false", "certainty: example"] {
      let pages = publicBytes(of: judge(overlay(files, with: [(path, notice(("version: 3", line)))])))
      #expect(!pages.keys.contains { $0.contains("2026-09-01") || $0.contains("changes") || $0.contains("feed") })
    }
    let later = "notices/versions/customer-notice/2027-01-01.en.yaml"
    let text = String(decoding: try #require(files.first { $0.path.contains("versions") }).bytes, as: UTF8.self)
    let assessment = judge(overlay(files, with: [(later, text)]))
    #expect(rules(assessment) == ["notice-version-unlisted"])
    #expect(!publicBytes(of: assessment).keys.contains { $0.contains("2027") })
  }

  @Test func aTextThatNobodyHasSeenMayBeKeptAnew() throws {
    let draft = [(path, notice(("effective: 2026-09-01", "effective: 2027-01-01")))]
    let files = overlay(soundRegister, with: draft)
    let first = try judge(files).keptDrafts(of: ["customer-notice"], shippedMessages)
    let kept = overlay(files, with: first.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    let changed = overlay(kept, with: [record("retention/messages.yaml", "title:", "text: For a week.\ntitle:")])
    #expect(try judge(changed).keptDrafts(of: ["customer-notice"], shippedMessages).map(\.state) == [.replacing])
  }

  @Test func faultsOfDraftsSayWhatToDo() {
    func fault(_ files: [SourceFile], _ id: String) -> String {
      do throws(DraftFault) {
        _ = try judge(files).keptDrafts(of: [id], shippedMessages)
        return "none"
      } catch {
        return error.message
      }
    }
    #expect(fault(soundRegister, "custmer-notice").contains("did you mean 'customer-notice'?"))
    #expect(
      fault(overlaid((path, notice(("effective: 2026-09-01", "effective: {unknown: since when}")))), "customer-notice")
        .contains("no known effective: day"))
    #expect(
      fault(overlaid((path, notice(("version: 3", "publish: false")))), "customer-notice").contains("says nothing"))
  }
}

/// What changed between two texts, by section.
@Suite struct NoticeComparisonTests {
  private func comparison(_ edits: (String, String)...) -> NoticeComparison {
    var text = notice()
    for (from, to) in edits { text = text.replacingOccurrences(of: from, with: to) }
    return NoticeComparison(from: composed(soundRegister), to: composed(overlaid((path, text))))
  }

  @Test func theSameIsNoChange() { #expect(comparison().isEmpty) }

  @Test func sectionsComeAndGo() {
    let changes = comparison(
      ("  - security\n", ""), ("  - contact\n", "  - contact\n  - {heading: News, text: We moved.}\n")
    ).changes
    #expect(changes.map(\.kind) == [.gone, .new])
    #expect(changes.map { $0.heading?.plain } == ["How do we protect your data?", "News"])
  }

  @Test func aSectionWithAnotherHeadingIsTheSame() {
    let changes = comparison(("  - security\n", "  - {section: security, heading: Security}\n")).changes
    #expect(changes.map(\.kind) == [.changed] && changes[0].formerHeading?.plain == "How do we protect your data?")
    #expect(changes[0].added.isEmpty && changes[0].removed.isEmpty)
  }

  @Test func sectionsThatChangePlacesAreNoOtherChange() {
    let moved = comparison(("  - security\n", ""), ("  - who-we-are\n", "  - who-we-are\n  - security\n"))
    #expect(moved.changes.isEmpty && moved.isReordered && !moved.isEmpty)
  }

  @Test func titleAndReadersAreCompared() {
    #expect(comparison(("title: How we use your data", "title: Your data")).names == ["title and readers"])
  }

  /// Only what differs is shown: an item of a list, a row of a table.
  @Test func onlyWhatDiffersIsShown() {
    func own(_ text: String) -> PublicNotice {
      composed(overlaid((path, notice(("  - security\n", "  - {heading: News, text: \(text)}\n")))))
    }
    let change = NoticeComparison(
      from: own("\"Some.\\n\\n- one\\n- two\\n\\nMore.\""), to: own("\"Some.\\n\\n- one\\n- three\\n\\nMore.\"")
    ).changes
    #expect(change.count == 1 && change[0].added.count == 1 && change[0].removed.count == 1)
    #expect(change[0].added[0].lines.count == 1 && change[0].added[0].lines[0].contains("three"))
    #expect(change[0].removed[0].lines[0].contains("two"))
  }
}
