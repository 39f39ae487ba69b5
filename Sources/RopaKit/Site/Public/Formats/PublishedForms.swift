import LocatedYAML
import Synchronization

/// A notice in one language in all its forms, made when the first of its files is wanted and kept until the last of them is written: they
/// stand beside each other in the list of pages, so that few notices are held at a time.
final class SharedForms: Sendable {
  /// What the files are written from.
  struct Forms: Sendable {
    let notice: PublicNotice
    let transparency: [UInt8]
    /// In the order of the places.
    let shortForms: [PublicShortForm?]
  }

  private struct State {
    var forms: Forms?
    var rest = 0
  }

  private let state = Mutex(State())
  private let files: Int
  private let make: @Sendable () -> Forms?

  /// - Parameters:
  ///   - files: how many files there are.
  ///   - make: composes the notice; nil when it is withheld.
  init(files: Int, make: @escaping @Sendable () -> Forms?) {
    self.files = files
    self.make = make
  }

  /// The forms for one file.
  func take() -> Forms? {
    state.withLock { state in
      if state.forms == nil {
        state.forms = make()
        state.rest = files
      }
      let forms = state.forms
      state.rest -= 1
      if state.rest <= 0 { state.forms = nil }
      return forms
    }
  }
}

/// A notice in one language, with where it stands in the public tree.
struct PublishedForms {
  let assessment: Assessment
  let notice: PublishedNotice
  let messages: Messages
  /// The languages the notice is published in.
  let languages: [Messages]
  /// The forms on sites of which the notice tells.
  let places: [FormPlace]
  /// The index in the language, in the root of the tree.
  let index: String
  /// The notice has a page of its versions.
  let hasChanges: Bool
  /// The tree has a feed.
  let hasFeed: Bool

  private var folder: String { "public/\(notice.id)/" }

  /// The page of the notice and the files beside it.
  func pages() -> [Page] {
    let shared = SharedForms(files: 1 + NoticeFormat.allCases.count + 2 * places.count, make: compose)
    let (id, messages, languages) = (notice.id, messages, languages)
    let (hasChanges, hasFeed, index) = (hasChanges, hasFeed, index)
    var pages = [
      page(messages.language.code + ".html", shared) { forms, buffer in
        NoticePage(
          notice: forms.notice, messages: messages, languages: languages, hasChanges: hasChanges, hasFeed: hasFeed,
          index: index
        ).write(into: &buffer)
      }
    ]
    for format in NoticeFormat.allCases {
      pages.append(
        page(format.fileName(messages.language), shared) { forms, buffer in
          switch format {
          case .fragment: NoticeFragment(forms.notice, id: id, messages).write(into: &buffer)
          case .markdown: buffer.bytes(forms.notice.markdown(messages))
          case .text: buffer.bytes(forms.notice.plainText(messages))
          case .tilt: buffer.bytes(forms.transparency)
          }
        })
    }
    for (number, place) in places.enumerated() {
      let name = place.fileName(messages.language)
      pages.append(
        page(name + ".fragment.html", shared) { forms, buffer in forms.shortForms[number]?.writeFragment(into: &buffer)
        })
      pages.append(
        page(name + ".txt", shared) { forms, buffer in
          if let form = forms.shortForms[number] { buffer.bytes(form.plainText) }
        })
    }
    return pages
  }

  private func page(
    _ name: String, _ shared: SharedForms,
    _ write: @escaping @Sendable (SharedForms.Forms, inout HTMLBuffer) -> Void
  ) -> Page {
    Page(folder + name) { buffer in if let forms = shared.take() { write(forms, &buffer) } }
  }

  private func compose() -> SharedForms.Forms? {
    guard let composer = composer(notice.slot, of: assessment.assessed, messages: messages),
      let composed = assessment.composedNotice(notice.slot, messages)
    else { return nil }
    let address = composer.address(id: notice.id)
    return SharedForms.Forms(
      notice: composed.notice,
      transparency: composer.transparency(
        id: notice.id, page: address ?? Link(page: messages.language.code + ".html")),
      shortForms: places.map { composer.shortForm($0, whole: address) })
  }
}

extension FormPlace {
  /// The short form's file in the notice's folder, without its ending. Ids have no stops, so that no two names are the same.
  func fileName(_ language: Language) -> String { "forms/\(siteID).\(formID).\(language.code)" }
}

extension NoticeComposer {
  /// Where people find the notice: what its record says, else its place below the address of the notices; nil where neither is known.
  func address(id: String) -> Link? {
    if let own = notice.address, let link = Link(address: own.value.text) { return link }
    guard var base = registry.settings?.publish.given?.notices.given?.text else { return nil }
    if base.utf8.last != UInt8(ascii: "/") { base += "/" }
    return Link(address: "\(base)\(id)/\(messages.language.code).html")
  }
}

extension PublicShortForm {
  /// Markup to paste beside the form.
  func writeFragment(into buffer: inout HTMLBuffer) {
    let markup = NoticeMarkup(isFragment: true, prefix: "privacy-notice-")
    buffer.html("<div class=\"privacy-notice-short\" lang=\"")
    buffer.text(language.code)
    buffer.html("\">\n")
    for block in blocks {
      markup.write(block, &buffer)
      buffer.html("\n")
    }
    buffer.html("</div>\n")
  }

  /// Text for a form that takes no markup.
  var plainText: [UInt8] {
    var writer = PlainTextWriter()
    writer.blocks(blocks)
    return writer.bytes
  }
}
