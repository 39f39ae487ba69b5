extension MessageCatalogue {
  /// Every message and every word of the law tables that a notice may print, in English, as a file of messages is written: whoever
  /// translates begins with it.
  package func manual(_ law: Law) -> [UInt8] {
    guard let english = messages(.english) else { return [] }
    var text = TextWriter()
    text.add(MessageCatalogue.introduction)
    text.add("title: English\nreviewed: false\nrows:\n")
    for key in MessageKey.allCases {
      let forms = english.written(key)
      if forms.count == 1 {
        text.add("  \(key.rawValue): \(quoted(forms[0].text))\n")
      } else {
        let written = forms.map { "\($0.name): \(quoted($0.text))" }
        text.add("  \(key.rawValue): {\(written.joined(separator: ", "))}\n")
      }
    }
    text.add("law:\n  tables:\n")
    for words in law.wordsInNotices {
      text.add("    \(quoted(words)): \(quoted(english.lawWords?[words] ?? words))\n")
    }
    return text.bytes
  }

  private static let introduction = """
    # What notices say, as a file of messages is written: messages/cy.yaml in the registry for Welsh. Messages that a
    # file leaves out stay as they are; in a language that the program does not have they are said in English and marked
    # as English. {name} stands for a value and has to stay. Numbers of things take the forms of the language: one, other,
    # and where it has them zero, two, few, many; or a number. separator-and and separator-or may have `two` for
    # between the only two, and `before` with what stands there before some letters. Words of the law tables stand behind
    # the English ones under any heading. reviewed: true takes away the remark that no native speaker has checked it.

    """
}

/// A text in double quotes, which mean the same to YAML whatever is in it.
private func quoted(_ text: String) -> String {
  var json = JSONWriter()
  json.value(text)
  return String(decoding: json.bytes, as: UTF8.self)
}
