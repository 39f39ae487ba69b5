import LocatedYAML

/// A version that is to be kept: its file.
package struct KeptDraft: Sendable {
  package enum State: Sendable { case kept, new, replacing }

  /// From the folder of the registry.
  package let path: String
  package let bytes: [UInt8]
  /// Whether it is there already, or stands in place of a text that nobody has been shown yet.
  package let state: State
}

/// The lines with which somebody approves a notice.
package struct ApprovalDraft: Sendable {
  package let bytes: [UInt8]
  /// What to know before signing.
  package let remarks: [String]
}

extension Assessment {
  /// The files that keep what notices say for the day from which they hold, in every language.
  /// - Parameter ids: the notices; none means every notice that is in force and of which that day is known.
  /// - Throws: when a notice is not known, says nothing to keep, or would replace a text that people have been shown.
  package func keptDrafts(of ids: [String], _ messages: MessageCatalogue) throws(DraftFault) -> [KeptDraft] {
    var drafts: [KeptDraft] = []
    if ids.isEmpty {
      for slot in registry.records.notices.indices where facts.notices[slot].isPublished {
        guard registry.records.notices[slot].effective.given != nil,
          case .published = publication(ofNotice: slot, messages)
        else { continue }
        drafts += try keptDrafts(slot, messages)
      }
      return drafts
    }
    for id in ids { drafts += try keptDrafts(try slot(ofNotice: id), messages) }
    return drafts
  }

  private func keptDrafts(_ slot: Int, _ messages: MessageCatalogue) throws(DraftFault) -> [KeptDraft] {
    let notice = registry.records.notices[slot]
    let id = registry.header(notice.common.record).id
    guard let day = notice.effective.given else {
      throw DraftFault(
        message: "'\(id)' has no known effective: day, and a version is kept under that day; write it first")
    }
    let texts = try composed(slot, messages)
    let kept = registry.keptVersions(of: notice, day: day)
    if let gone = kept.first(where: { old in !texts.contains { $0.language == old.place.language } }), day <= report.day
    {
      throw DraftFault(
        message: "the text in '\(gone.place.language.code)' was kept for \(day) and is not published any more; "
          + "that is a new version: list \(day) under history: and write the new effective: day")
    }
    var drafts: [KeptDraft] = []
    for text in texts {
      let place = KeptPlace(notice: id, day: day, language: text.language)
      let old = kept.first { $0.place == place }
      let isSame = old.map { ContentDigest.digits(of: [$0.content]) == ContentDigest.digits(of: [text]) }
      if isSame == false, day <= report.day {
        throw DraftFault(
          message:
            "'\(place.path)' holds what people have been shown since \(day), and the notice says other things now "
            + "(\(someOf(NoticeStanding.differences([old!], [text])))); "
            + "list \(day) under history: and write the new effective: day, or take the change back")
      }
      drafts.append(
        KeptDraft(path: place.path, bytes: keptText(text), state: isSame == nil ? .new : isSame! ? .kept : .replacing))
    }
    return drafts
  }

  /// The lines that approve what a notice says on the day.
  package func approvalDraft(of id: String, _ messages: MessageCatalogue) throws(DraftFault) -> ApprovalDraft {
    let slot = try slot(ofNotice: id)
    let notice = registry.records.notices[slot]
    let texts = try composed(slot, messages)
    let digest = ContentDigest.digits(of: texts)
    var text = TextWriter()
    let languages = texts.map(\.language.code).sorted().joined(separator: ", ")
    text.add("# Of what '\(registry.name(of: notice.common.record))' says on \(report.day), in: \(languages).\n")
    text.add("approved:\n  by: {unknown: who approves it}\n  date: \(report.day)\n  content: \"\(digest)\"\n")
    var remarks = [
      "Read the notice, then put these lines into notices/\(registry.header(notice.common.record).id).yaml."
    ]
    switch assessed.standing(ofNotice: slot)?.approval {
    case .ofThisContent?: remarks = ["This content is approved already."]
    case .ofOtherContent(let since)?:
      remarks.insert(
        since.map { "Changed since the last approval: \(someOf($0))." }
          ?? "It was approved before with another content, which was not kept, so that nobody can say what changed.",
        at: 0)
    case .ofNoContent?, .missing?, nil: break
    }
    return ApprovalDraft(bytes: text.bytes, remarks: remarks)
  }

  /// What a notice says, in every language it is published in.
  private func composed(_ slot: Int, _ messages: MessageCatalogue) throws(DraftFault) -> [PublicNotice] {
    let notice = registry.records.notices[slot]
    let texts = registry.languages(of: notice, messages).compactMap { language in
      messages.messages(language).flatMap { composedNotice(slot, $0)?.notice }
    }
    guard !texts.isEmpty else {
      throw DraftFault(
        message:
          "'\(registry.header(notice.common.record).id)' says nothing: it or its organisation is kept out of public "
          + "pages, or there are no sentences in its language")
    }
    return texts
  }

  /// A notice's place among the register's notices, by its id or the path of its record.
  private func slot(ofNotice name: String) throws(DraftFault) -> Int {
    var id = name
    if id.hasPrefix("notices/") { id = String(id.dropFirst("notices/".count)) }
    if id.hasSuffix(".yaml") { id = String(id.dropLast(".yaml".count)) }
    guard let record = registry.directory.record(id, in: .notice), registry.header(record).slot >= 0 else {
      let near = registry.directory.nearest(to: id, in: .notice).map { "; did you mean '\($0)'?" } ?? ""
      throw DraftFault(message: "there is no notice '\(id)'" + near)
    }
    return Int(registry.header(record).slot)
  }
}
