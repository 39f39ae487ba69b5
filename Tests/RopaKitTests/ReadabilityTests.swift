import LocatedYAML
import Testing

@testable import RopaKit

@Suite struct ReadabilityTests {
  @Test func countsWordsAndSentences() {
    var measure = Readability()
    measure.add("We keep your data. See Art. 17 and https://example.org/rights, or write to a@example.org!")
    #expect(measure.sentences == 2 && measure.words == 11, "\(measure)")
    #expect(measure.longest.words == 7)
    measure.add("A list:")
    measure.add("one\ntwo, three")
    #expect(measure.sentences == 5 && measure.words == 16)
    #expect(Readability().sentenceLength == nil && Readability().readingEase == nil)
  }

  @Test(arguments: [
    ("use", 1), ("used", 1), ("people", 2), ("table", 2), ("data", 2), ("purposes", 3), ("decided", 3), ("rely", 2),
    ("interest", 3), ("the", 1), ("copies", 2), ("security", 4), ("you", 1), ("asked", 1), ("notice", 2),
  ])
  func syllables(_ word: String, _ count: Int) {
    var measure = Readability()
    measure.add(word)
    #expect(measure.syllables == count)
  }

  /// Easy and hard English as people would sort them.
  @Test func readingEaseTellsPlainFromHard() throws {
    func ease(_ text: String) throws -> Double {
      var measure = Readability()
      measure.add(text)
      return try #require(measure.readingEase)
    }
    #expect(try ease("We keep your name. You can ask us for a copy. We send it to you.") > 90)
    let lawyers = """
      The controller shall facilitate the exercise of data subject rights pursuant to the aforementioned provisions, \
      notwithstanding any limitation necessitated by statutory confidentiality obligations.
      """
    #expect(try ease(lawyers) < 10)
  }

  /// Every English sentence of the composer is short enough and plain enough by itself. Values count as one short word each.
  @Test func messagesArePlain() throws {
    let messages = try #require(shippedMessages.messages(.english))
    var all = Readability()
    for key in MessageKey.allCases {
      for form in messages.written(key) {
        let text = String(decoding: form.text.utf8.map { $0 == 0x7B || $0 == 0x7D ? 0x20 : $0 }, as: UTF8.self)
        var measure = Readability()
        measure.add(text)
        all.add(text)
        #expect(measure.longest.words <= Policy.defaultSentenceLength, "\(key.rawValue): \(text)")
        for word in Readability.jargon {
          let own = OwnText(
            text: text, range: SourceRange(file: 0, start: 0, end: 0), explains: false, language: .english)
          #expect(!own.sentences.contains { $0.says(word) }, "\(key.rawValue) says '\(word)'")
        }
      }
    }
    #expect(try #require(all.readingEase) > 60, "\(all)")
    #expect(try #require(all.sentenceLength) < 12)
  }

  /// The notices of the sample and of the sound register read plainly section by section, with the words of their records.
  @Test func composedSectionsArePlain() throws {
    let messages = try #require(shippedMessages.messages(.english))
    for files in [sampleRegister, soundRegister] {
      let notice = try #require(composeNotice(0, of: judge(files), messages: messages)).notice
      var whole = Readability()
      for section in notice.sections {
        var measure = Readability()
        measure.add(section.blocks)
        whole.add(section.blocks)
        guard let mean = measure.sentenceLength else { continue }
        #expect(mean <= Double(Policy.defaultSentenceLength), "\(section.anchor.id): \(mean)")
      }
      let ease = try #require(whole.readingEase)
      #expect(ease > 50)
    }
  }

  /// What measures a notice is for insiders.
  @Test func noScoreIsPublished() {
    let text = publicText(of: judge(bilingualRegister))
    for words in ["Reading ease", "Words in a sentence", "How it reads"] { #expect(!text.contains(words)) }
  }
}
