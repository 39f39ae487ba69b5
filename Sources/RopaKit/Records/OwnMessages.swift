import LocatedYAML

// Messages of a register's own: `messages/cy.yaml` beside the records, in the form of the files that the program ships.

extension SourceFile {
  static let messagesFolder = "messages/"

  /// Messages in a language, and no records.
  var isMessages: Bool { path.utf8.starts(with: SourceFile.messagesFolder.utf8) }
}

/// The messages that a register adds or has in place of those of the program, each file read by itself.
func ownMessages(in files: [SourceFile], law: Law, diagnostics: inout [Diagnostic]) -> [MessageFile] {
  var own: [MessageFile] = []
  for (number, file) in files.enumerated() where file.isMessages {
    let start = SourceRange(file: UInt32(number), start: 0, end: 0)
    let stem = file.path.utf8.dropFirst(SourceFile.messagesFolder.utf8.count).dropLast(".yaml".utf8.count)
    let language = Language(String(stem) ?? "")
    guard PluralRules(language) != nil else {
      diagnostics.append(
        Diagnostic(
          rule: "message-unknown", message: "'\(language.code)' is no language whose rules for numbers are known",
          range: start, hint: "name the file by the two letters of a language: \(SourceFile.messagesFolder)cy.yaml"))
      continue
    }
    let words = law.wordsInNotices
    guard
      let read = MessageFileReader.read(
        file, number: UInt32(number), language, knowing: Set(words), diagnostics: &diagnostics)
    else { continue }
    own.append(read)
    if !MessageCatalogue.shipped.contains(language) { report(read, words, at: start, &diagnostics) }
  }
  return own
}

/// Says what a language of the register's own has no words for.
private func report(
  _ file: MessageFile, _ words: [String], at start: SourceRange, _ diagnostics: inout [Diagnostic]
) {
  let messages = file.lacking()
  let unsaid = words.filter { file.lawWords[$0] == nil }
  guard !messages.isEmpty || !unsaid.isEmpty else { return }
  var parts: [String] = []
  if !messages.isEmpty { parts.append(counted(messages.count, "message", "messages")) }
  if !unsaid.isEmpty { parts.append(counted(unsaid.count, "word of the law tables", "words of the law tables")) }
  let first = messages.first?.rawValue ?? unsaid[0]
  diagnostics.append(
    Diagnostic(
      rule: "messages-incomplete", severity: .warning,
      message: "'\(file.language.code)' lacks \(joined(parts)), which notices say in English; the first is '\(first)'",
      range: start, hint: "ropa fields messages lists all, with their English words"))
}

extension Law {
  /// The words of the tables that a notice may print, each once: what a language needs words for.
  package var wordsInNotices: [String] {
    var words = lawfulBases.map(\.term.shownWords) + specialConditions.map(\.shownWords)
    words += mechanisms.map(\.term.shownWords) + measures.map(\.shownWords)
    words += dataCategories.map(\.term.shownWords) + dataSubjects.map(\.term.shownWords)
    words += grounds.recognisedInterests.map(\.publicWords) + grounds.schedule1.map(\.row.source)
    words += rights.flatMap { [$0.title, $0.publicWords] } + regulators.flatMap { [$0.name, $0.inText] }
    words += Regime.allCases.flatMap { regimes[$0] ?? [] }.map(\.value.short)
    return unique(words + countries.map(\.inText) + LawOnDay.areaWords)
  }
}
