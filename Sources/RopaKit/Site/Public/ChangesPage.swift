/// What changed from each version of a notice to the next: `NOTICE/changes/en.html`.
struct ChangesPage {
  /// The notice as it is.
  let notice: PublicNotice
  /// The newest first.
  let versions: [PublicVersion]
  let messages: Messages
  let hasFeed: Bool

  func write(into buffer: inout HTMLBuffer) {
    let title = messages.text(.changesTitle)
    let frame = PublicFrame(
      messages: messages, organisation: notice.organisation, foot: notice.foot, title: title, root: "../../",
      isIndex: false, hasFeed: hasFeed)
    frame.begin(&buffer)
    buffer.html("</header>\n")
    writeTrail(
      [("../../index.html", messages.text(.allNotices)), ("../\(notice.language.code).html", notice.title)],
      "\(notice.language.code).html", title, messages, &buffer)
    buffer.html("<main id=\"main\" class=\"changes\">\n<div class=\"title\"><h1>")
    buffer.text(title)
    buffer.html("</h1><p class=\"lede\">")
    buffer.text(messages.text(.changesLede, notice.title))
    buffer.html("</p>")
    if hasFeed {
      buffer.html("<p class=\"facts\"><a href=\"../../feed/")
      buffer.text(notice.language.code)
      buffer.html(".xml\">")
      buffer.text(messages.text(.feedLink))
      buffer.html("</a></p>")
    }
    buffer.html("</div>\n")
    for index in versions.indices { write(index, &buffer) }
    frame.end(&buffer)
  }

  private func write(_ index: Int, _ buffer: inout HTMLBuffer) {
    let version = versions[index]
    buffer.html("<section id=\"from-")
    buffer.text(version.day.description)
    buffer.html("\"><h2>")
    buffer.text(messages.text(.inForceFrom))
    buffer.html(" ")
    buffer.text(version.dayWords)
    buffer.html("</h2>\n")
    if version.number != nil || version.kept != nil {
      buffer.html("<p class=\"meta\">")
      if let number = version.number {
        buffer.html("<span>")
        buffer.text(number)
        buffer.html("</span>")
      }
      if version.kept != nil {
        buffer.html("<a href=\"../")
        buffer.text(version.day.description)
        buffer.html("/")
        buffer.text(notice.language.code)
        buffer.html(".html\">")
        buffer.text(messages.text(.changesRead))
        buffer.html("</a>")
      }
      buffer.html("</p>\n")
    }
    if let summary = version.summary { paragraph(summary, &buffer) }
    writeComparison(index, &buffer)
    buffer.html("</section>\n")
  }

  private func writeComparison(_ index: Int, _ buffer: inout HTMLBuffer) {
    guard index + 1 < versions.count else { return paragraph(messages.text(.changesFirst), &buffer) }
    guard let comparison = versions.comparison(index, as: notice) else {
      return paragraph(messages.text(.changesUnkept), &buffer)
    }
    if comparison.isEmpty { return paragraph(messages.text(.changesSame), &buffer) }
    if comparison.isReordered && comparison.changes.isEmpty { paragraph(messages.text(.changesOrder), &buffer) }
    for change in comparison.changes { write(change, &buffer) }
  }

  private func write(_ change: SectionChange, _ buffer: inout HTMLBuffer) {
    buffer.html("<div class=\"change\"><h3>")
    buffer.text(change.title(messages))
    switch change.kind {
    case .new: remark(.changesNew, &buffer)
    case .gone: remark(.changesGone, &buffer)
    case .changed, .reordered: break
    }
    buffer.html("</h3>\n")
    if let former = change.formerHeading { paragraph(messages.text(.changesHeading, former), &buffer) }
    if change.kind == .reordered { paragraph(messages.text(.changesOrder), &buffer) }
    if change.kind == .new || change.kind == .gone {
      write(change.kind == .new ? change.added : change.removed, change.kind == .new, &buffer)
    } else {
      for (blocks, isNew) in [(change.added, true), (change.removed, false)] where !blocks.isEmpty {
        buffer.html("<p class=\"mark\">")
        buffer.text(messages.text(isNew ? .changesAdded : .changesRemoved))
        buffer.html("</p>\n")
        write(blocks, isNew, &buffer)
      }
    }
    buffer.html("</div>\n")
  }

  private func remark(_ key: MessageKey, _ buffer: inout HTMLBuffer) {
    buffer.html(" <small>")
    buffer.text(messages.text(key))
    buffer.html("</small>")
  }

  private func write(_ blocks: [PublicBlock], _ isNew: Bool, _ buffer: inout HTMLBuffer) {
    buffer.html(isNew ? "<ins>\n" : "<del>\n")
    for block in blocks {
      NoticeMarkup.page.write(block.lowered, &buffer)
      buffer.html("\n")
    }
    buffer.html(isNew ? "</ins>\n" : "</del>\n")
  }

  private func paragraph(_ text: PublicText, _ buffer: inout HTMLBuffer) {
    buffer.html("<p>")
    buffer.text(text)
    buffer.html("</p>\n")
  }
}

extension PublicBlock {
  /// A heading of a section stands one level lower where the section's own is no `h2`.
  fileprivate var lowered: PublicBlock {
    if case .subheading(let text, let depth) = self { .subheading(text, depth: depth + 1) } else { self }
  }
}

extension SectionChange {
  /// What pages call the section.
  func title(_ messages: Messages) -> PublicText {
    switch key {
    case .top: messages.text(.changesTop)
    case .summary: messages.text(.inShort)
    case .section: heading ?? messages.text(.headingOwn)
    }
  }
}

extension [PublicVersion] {
  /// What changed with a version; nil where a text of the two was not kept. The notice as it is stands for the version in force.
  func comparison(_ index: Int, as notice: PublicNotice) -> NoticeComparison? {
    guard index + 1 < count, let old = self[index + 1].kept,
      let new = self[index].isCurrent ? notice : self[index].kept
    else { return nil }
    return NoticeComparison(from: old, to: new)
  }
}
