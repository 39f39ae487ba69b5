extension RegisterSite {
  /// How a notice reads in each of its languages, section by section, and whether the languages say the same. Nothing of it is published.
  func reading(ofNotice slot: Int, _ page: inout HTMLBuffer) {
    guard let catalogue = assessment.messages,
      case .published(let languages) = assessment.publication(ofNotice: slot, catalogue)
    else { return }
    let composed = languages.compactMap { language in
      catalogue.messages(language).flatMap { composeNotice(slot, of: assessment, messages: $0)?.notice }
    }
    guard let first = composed.first else { return }
    page.html("<h2 id=\"reading\">How it reads</h2>\n")
    for notice in composed { reading(of: notice, &page) }
    page.html("<p><small>Words in a sentence on average, and the longest sentence. ")
    page.html(
      "Reading ease is Flesch's formula, which fits English only: above 60 is plain. It is an aid for whoever writes, ")
    page.html(
      "and says nothing of whether the notice tells what it has to. No page for the public has any of this.</small></p>\n"
    )
    for other in composed.dropFirst() { parity(first, other, &page) }
  }

  private func reading(of notice: PublicNotice, _ page: inout HTMLBuffer) {
    let isEnglish = notice.language == .english
    page.html("<table class=\"stack\"><caption>In <code>")
    page.text(notice.language.code)
    page.html("</code></caption><thead><tr><th scope=\"col\">Section</th><th scope=\"col\">Sentences</th>")
    page.html("<th scope=\"col\">Words in a sentence</th><th scope=\"col\">Longest</th>")
    page.html(isEnglish ? "<th scope=\"col\">Reading ease</th></tr></thead>\n<tbody>" : "</tr></thead>\n<tbody>")
    for section in notice.sections {
      var measure = Readability()
      measure.add(section.blocks)
      row(section.heading.plain, notice.language, measure, &page)
    }
    var whole = Readability()
    for section in notice.sections { whole.add(section.blocks) }
    row(nil, notice.language, whole, &page)
    page.html("</tbody></table>\n")
  }

  /// - Parameter heading: nil for the notice as a whole.
  private func row(_ heading: String?, _ language: Language, _ measure: Readability, _ page: inout HTMLBuffer) {
    guard let mean = measure.sentenceLength, let ease = measure.readingEase else { return }
    page.html("<tr><th scope=\"row\"")
    if let heading {
      page.html(" lang=\"")
      page.text(language.code)
      page.html("\">")
      page.text(heading)
    } else {
      page.html(">All")
    }
    page.html("</th><td data-label=\"Sentences\">")
    page.number(measure.sentences)
    page.html("</td><td data-label=\"Words in a sentence\">")
    page.text(mean.tenths)
    page.html("</td><td data-label=\"Longest\">")
    page.number(measure.longest.words)
    if language == .english {
      page.html("</td><td data-label=\"Reading ease\">")
      page.number(Int(ease.rounded()))
    }
    page.html("</td></tr>\n")
  }

  private func parity(_ left: PublicNotice, _ right: PublicNotice, _ page: inout HTMLBuffer) {
    let differences = NoticeParity(left, right).differences
    page.html("<h3>The same in <code>")
    page.text(left.language.code)
    page.html("</code> and <code>")
    page.text(right.language.code)
    page.html("</code></h3>\n")
    if differences.isEmpty {
      page.html("<p>The same sections and parts, and in each the same numbers, days and links.</p>\n")
    } else {
      page.html("<ul>")
      for difference in differences {
        page.html("<li><b class=\"open\">Differs</b>: ")
        page.text(difference)
        page.html("</li>")
      }
      page.html("</ul>\n")
    }
  }
}
