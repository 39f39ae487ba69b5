import LocatedYAML
import Testing

@testable import RopaKit

/// Which activities have a review among the pages of the register.
@Suite struct ReviewPageTests {
  @Test func aLargeRegisterHasPagesWhereTheQuestionIsRaised() throws {
    let quiet = try Reviewing.text(Reviewing.activity, [:])
    var more = (0..<ReviewPages.mostForAll).map { (path: "activities/quiet-\($0).yaml", text: quiet) }
    more.append(
      ("activities/screened.yaml", try Reviewing.text(Reviewing.activity, ["outcome: no-dpia": "outcome: dpia"])))
    more.append(("activities/large.yaml", try Reviewing.text(Reviewing.activity, ["scale: small": "scale: large"])))
    more.append(
      (
        "activities/matched.yaml",
        try Reviewing.text(Reviewing.activity, ["frequency: regular": "frequency: regular\nmatching: true"])
      ))
    more.append(("assessments/a.yaml", Reviewing.assessment("status: draft\ndate: 2026-10-01\n")))
    let assessment = judge(overlay(soundRegister, with: more))
    let ids = { (pages: ReviewPages?) in
      Set(
        assessment.reviewed(pages).map {
          assessment.registry.header(assessment.registry.records.activities[$0].common.record).id
        })
    }
    #expect(ids(nil) == ["screened", "large", "matched", "appointment-messages"])
    #expect(ids(.asked) == ids(nil))
    #expect(assessment.reviewed(.all).count == ReviewPages.mostForAll + 5)
    #expect(assessment.reviewed(.omitted).isEmpty)
    let small = judge(soundRegister)
    #expect(small.reviewed(nil).count == 2)
    #expect(small.reviewed(.asked).isEmpty)
  }

  @Test func aPageIsLinkedWhereThereIsOne() throws {
    let assessment = judge(sampleRegister)
    let theme = Theme(styleSheet: [], icon: [])
    for pages in [ReviewPages.all, .omitted] {
      var buffer = HTMLBuffer()
      let found = registerPages(
        of: assessment, messages: shippedMessages, theme: theme, manual: shippedManual, reviews: pages)
      let record = try #require(found.first { $0.path == "register/activities/hub-registration.html" })
      record.write(&buffer)
      let text = String(decoding: buffer.withBytes { Array($0) }, as: UTF8.self)
      #expect(text.contains("href=\"../reviews/hub-registration.html\"") == (pages == .all))
      #expect(found.contains { $0.path == "register/reviews/hub-registration.html" } == (pages == .all))
      #expect(found.contains { $0.path == "register/reviews/index.html" })
    }
  }
}
