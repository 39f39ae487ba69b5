/// A form in which a notice is published beside its page.
enum NoticeFormat: CaseIterable {
  /// Markup to paste into a page of another site.
  case fragment
  case markdown
  case text
  /// The Transparency Information Language, for programs.
  case tilt

  /// The name of the file in the notice's folder.
  func fileName(_ language: Language) -> String {
    switch self {
    case .fragment: language.code + ".fragment.html"
    case .markdown: language.code + ".md"
    case .text: language.code + ".txt"
    case .tilt: language.code + ".tilt.json"
    }
  }

  /// What readers are told it is.
  var word: MessageKey {
    switch self {
    case .fragment: .formFragment
    case .markdown: .formMarkdown
    case .text: .formText
    case .tilt: .formTilt
    }
  }
}
