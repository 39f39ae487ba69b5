import LocatedYAML

/// Something that a notice owes and cannot say in full, because it is an open question.
struct OpenElement {
  let title: String
  let citations: [String]
  /// What it is open for: activities, cookies.
  let names: [String]
  let questions: [SourceRange]
}

extension Answer {
  /// The places of the open questions in a list.
  fileprivate func questions<Element>() -> [SourceRange] where Value == List<Element> {
    switch self {
    case .unknown(let question): [question.range]
    case .given(let list, _): list.open.map(\.range)
    default: []
    }
  }

  /// The place of the open question that a value is.
  fileprivate var question: [SourceRange] {
    if case .unknown(let question) = self { [question.range] } else { [] }
  }
}

extension Assessed {
  /// What a notice owes and leaves out, in full or in part, because the records hold an open question there. Own text that is said to tell of
  /// an element has told it.
  func openElements(of notice: Notice, _ facts: NoticeFacts) -> [OpenElement] {
    let covered = facts.activities.map { registry.records.activities[$0] }
    var found = facts.owed.compactMap { owed -> OpenElement? in
      guard registry.composes(owed.element.id, in: notice), !registry.ownText(notice, names: owed.element.id) else {
        return nil
      }
      var names: [String] = []
      var places: [SourceRange] = []
      // Activities may share a question, such as that of a lawful basis.
      var seen: Set<SourceRange> = []
      for activity in covered {
        let questions = questions(on: owed.element.id, activity)
        if questions.isEmpty { continue }
        names.append(registry.name(of: activity.common.record))
        places += questions.filter { seen.insert($0).inserted }
      }
      if let organisation = registry.party(facts.organisation) {
        let questions = questions(on: owed.element.id, organisation)
        if !questions.isEmpty { names.append(registry.name(of: facts.organisation)) }
        places += questions
      }
      return names.isEmpty
        ? nil : OpenElement(title: owed.element.title, citations: owed.citations, names: names, questions: places)
    }
    if let transfers = openTransfers(of: notice, facts) { found.append(transfers) }
    if let cookies = openCookies(of: notice, covered) { found.append(cookies) }
    return found
  }

  /// Bodies that get data, and of which nobody knows where they are or from where they see data.
  private func openTransfers(of notice: Notice, _ notices: NoticeFacts) -> OpenElement? {
    let element = "n-transfers"
    guard let owed = notices.owed.first(where: { $0.element.id == element }), registry.composes(element, in: notice),
      !registry.ownText(notice, names: element)
    else { return nil }
    var seen = RecordSet(registry)
    var names: [String] = []
    var questions: [SourceRange] = []
    for slot in notices.activities {
      for leg in facts.flows.legs(ofActivity: slot)
      where leg.hasUnknownPlace && (leg.certainty == .certain || leg.certainty == .possible)
        && seen.insert(leg.importer)
      {
        guard let party = registry.party(leg.importer) else { continue }
        let open =
          party.country.answer.question + party.hosting.answer.questions() + party.accessFrom.answer.questions()
        if open.isEmpty { continue }
        names.append(registry.name(of: leg.importer))
        questions += open
      }
    }
    return names.isEmpty
      ? nil : OpenElement(title: owed.element.title, citations: owed.citations, names: names, questions: questions)
  }

  private func questions(on element: String, _ activity: Activity) -> [SourceRange] {
    let purposes = activity.purposes.given?.values ?? []
    switch element {
    case "n-purposes":
      let open = activity.purposes.given?.open.map(\.range) ?? activity.purposes.answer.question
      return open + purposes.flatMap(\.text.answer.question)
    case "n-basis":
      // Words of its own tell of a basis whose article is not known.
      let articles = registry.bases(of: activity).references.compactMap { registry.basis($0) }
        .filter(\.common.text.answer.isAbsent).flatMap(\.article6.answer.question)
      return activity.basis.answer.questions() + purposes.flatMap { $0.basis.answer.questions() } + articles
    case "n-categories": return activity.data.answer.questions()
    case "n-source": return activity.sources.answer.questions()
    case "n-recipients": return activity.recipients.answer.questions()
    case "n-retention":
      return activity.retention.answer.questions() + purposes.flatMap { $0.retention.answer.questions() }
    case "n-statutory":
      return activity.provision.answer.question + (activity.provision.given?.required.answer.question ?? [])
    default: return []
    }
  }

  /// Who the organisation is, how to reach it, and how people complain to it.
  private func questions(on element: String, _ organisation: Party) -> [SourceRange] {
    switch element {
    case "n-controller":
      let name = organisation.legalName.answer.question
      let contacts = organisation.contacts.given?.values ?? []
      let isReached = organisation.address.given != nil || contacts.contains(where: \.hasWay)
      if isReached { return name }
      return name + organisation.address.answer.question + organisation.contacts.answer.question
        + contacts.flatMap(\.openWays)
    case "n-complain-controller":
      guard let complaints = organisation.own?.complaints else { return [] }
      guard let ways = complaints.given else { return complaints.answer.question }
      let isTold = ways.contact.given != nil || ways.form.given != nil || ways.text.given != nil
      return isTold ? [] : ways.contact.answer.question + ways.form.answer.question
    default: return []
    }
  }

  /// Cookies that belong to what a notice covers, and of which visitors cannot be told what they have to know.
  private func openCookies(of notice: Notice, _ covered: [Activity]) -> OpenElement? {
    let isTold =
      notice.sections.given == nil
      || notice.sections.elements().contains { $0.section.given == .cookies && $0.replace.given?.value != true }
    guard isTold, !registry.records.cookies.isEmpty else { return nil }
    var reached = RecordSet(registry)
    for activity in covered {
      _ = reached.insert(activity.common.record)
      for system in activity.systems.elements() { _ = reached.insert(system.record) }
    }
    var names: [String] = []
    var questions: [SourceRange] = []
    var citations: [String] = []
    for cookie in registry.records.cookies where cookie.common.isJudged {
      let isReached =
        cookie.activity.given.map { reached.contains($0.record) }
        ?? cookie.sites.elements().contains { site in
          registry.site(site)?.system.given.map { reached.contains($0.record) } ?? false
        }
      guard isReached else { continue }
      let open =
        cookie.purpose.answer.question + cookie.setter.answer.question + cookie.duration.answer.question
        + cookie.sharedWith.answer.questions()
      if open.isEmpty { continue }
      names.append(registry.words(for: cookie))
      questions += open
      citations += registry.regimes(of: cookie).regimes.compactMap { law.cite("device-storage", $0) }
    }
    return names.isEmpty
      ? nil : OpenElement(title: "Cookies", citations: unique(citations), names: names, questions: questions)
  }
}

extension Contact {
  /// Some way to reach somebody is known.
  fileprivate var hasWay: Bool {
    email.given != nil || telephone.given != nil || form.given != nil || page.given != nil || post.given != nil
  }

  fileprivate var openWays: [SourceRange] {
    email.answer.question + telephone.answer.question + form.answer.question + page.answer.question
      + post.answer.question
  }
}
