import LocatedYAML

extension Rule {
  /// A statement that data are anonymous, held against what the records say of them.
  static let anonymityContradicted = Rule(
    "anonymity-contradicted", .notices, .error, .contradiction,
    title: "A statement calls data anonymous that the records show as coded or as naming people",
    rationale: """
      Anonymous are data that nobody can be picked out by. Names, addresses, numbers and codes in place of names are personal data, and so is \
      what can be undone; whoever is told otherwise is told wrong, and the law applies all the same.
      """,
    remedy: "Say pseudonymous or coded, or remove what picks people out and record the state.",
    citations: ["Art 4(1) and (5)", "recital 26", "Art 5(1)(a)"],
    check: .statements { statement, assessed in
      guard statement.common.isJudged, statement.claim.given == .anonymous else { return .notApplicable }
      if statement.about.answer.isOpen { return .notEvaluable("what the statement speaks of is an open question") }
      let (signs, isOpen) = assessed.signsOfIdentity(in: statement)
      guard let first = signs.first else {
        return isOpen ? .notEvaluable("the data, or whether a step can be undone, is an open question") : .clear
      }
      let registry = assessed.registry
      return .finding(
        Observation(
          "The statement calls data anonymous, and '\(registry.name(of: first.record))' \(first.words)",
          at: statement.claim.answer.range ?? statement.common.anchor,
          hint: "correct text: and claim:, or name in about: the data that are anonymous",
          notes: signs.map { Note(message: "'\(registry.name(of: $0.record))' \($0.words)", range: $0.range) },
          severity: (statement.strength.given ?? .absolute) == .absolute ? .error : .warning,
          records: [statement.common.record] + unique(signs.map(\.record)).filter { registry.header($0).slot >= 0 },
          evidence: signs.map { Evidence(registry.header($0.record).id, $0.words) }))
    },
    examples: [
      Example("a name among the data", files("claim: «anonymous»\nabout: {data: name}")),
      Example("codes in place of names", files("claim: «anonymous»\nabout: {data: code}")),
      Example(
        "a step that can be undone",
        files("claim: «anonymous»\nabout: {data: code}", code: "state: anonymised\nreversible: true")),
      Example("the data of an activity", files("claim: «anonymous»\nabout: {activities: appointment-messages}")),
      Example(
        "a system of codes",
        files("claim: «anonymous»\nabout: {systems: office-files}", system: "data-state: pseudonymised")),
      Example(
        "a best effort", files("claim: «anonymous»\nabout: {data: name}\nstrength: best-effort"), severity: .warning),
      Example(
        "what tells of nobody",
        files("claim: anonymous\nabout: {data: code}", code: "state: anonymised\nreversible: false")),
      Example("data that may be anonymous", files("claim: anonymous\nabout: {data: usage}")),
      Example(
        "the system holds nothing else",
        files("claim: anonymous\nabout: {systems: office-files}", system: "data-state: anonymised")),
      Example(
        "whether it can be undone is an open question",
        files(
          "claim: anonymous\nabout: {data: code}", code: "state: anonymised\nreversible: {unknown: who has the key}"),
        also: ["open-question"]),
      Example("another claim", files("claim: deletes\nabout: {data: name}")),
    ])

  private static func files(_ fields: String, code: String = "state: pseudonymised", system: String = "")
    -> ExampleTexts
  {
    [
      "statements/nameless.yaml": "kind: claim\n\(fields)\ntext: These data are anonymous.\n",
      "data-categories/code.yaml":
        "title: code\nkind-of: username\nderived-from: email\n\(code.contains("reversible") ? code : code + "\nreversible: true")\n",
      "systems/office-files.yaml":
        "title: Office files\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n\(system)\n",
    ]
  }
}

/// What shows that people can be picked out.
private struct SignOfIdentity {
  let record: RecordIndex
  let words: String
  let range: SourceRange
}

extension Assessed {
  /// What speaks against a statement on anonymity: data that name people, codes, steps that can be undone.
  fileprivate func signsOfIdentity(in statement: Statement) -> (signs: [SignOfIdentity], isOpen: Bool) {
    var signs: [SignOfIdentity] = []
    var isOpen = false
    func add(_ category: RecordIndex, _ range: SourceRange) {
      guard category.isResolved, !signs.contains(where: { $0.record == category }) else { return }
      switch identity(of: category) {
      case .anonymous: break
      case .open: isOpen = true
      case .identified(let words, let place):
        signs.append(SignOfIdentity(record: category, words: words, range: place ?? range))
      }
    }
    func add(_ list: Public<List<Reference<DataCategory>>>) {
      if list.hasOpenElement() { isOpen = true }
      for reference in list.elements() { add(reference.record, reference.range) }
    }
    let about = statement.about.given
    let named = about?.data.given?.elements ?? []
    if !named.isEmpty {
      for reference in named { add(reference.record, reference.range) }
      return (signs, isOpen)
    }
    for reference in about?.systems.given?.elements ?? [] {
      guard let system = registry.system(reference) else { continue }
      switch system.dataState.given?.state.given {
      case .anonymised?, .anonymous?: break
      case .pseudonymised?, .identified?:
        let range = system.dataState.answer.range ?? system.common.anchor
        signs.append(
          SignOfIdentity(
            record: reference.record,
            words: "holds data that are \(system.dataState.given?.state.given?.rawValue ?? "")", range: range))
      case .inferred?, nil:
        add(system.data)
        if system.data.answer.isAbsent { for user in activities(naming: reference.record) { addData(of: user) } }
      }
    }
    func addData(of activity: Activity) {
      if activity.data.hasOpenElement() { isOpen = true }
      for entry in activity.data.elements() { entry.category.given.map { add($0.record, $0.range) } }
    }
    for reference in about?.activities.given?.elements ?? [] {
      if let activity = registry.activity(reference), activity.isJudged { addData(of: activity) }
    }
    if about == nil { for activity in registry.records.activities where activity.isJudged { addData(of: activity) } }
    return (signs, isOpen)
  }

  private enum Identity {
    case anonymous, open
    case identified(String, SourceRange?)
  }

  /// What a category says of itself goes before the word of the vocabulary that it is a kind of.
  private func identity(of record: RecordIndex) -> Identity {
    guard let category = registry.category(record) else {
      let row = law.law.dataCategories.first { $0.term.id == registry.header(record).id }
      return row?.isIdentifier == true ? .identified("names or picks out people", nil) : .anonymous
    }
    switch category.state.answer {
    case .given(.anonymised, _), .given(.anonymous, _):
      if category.reversible.answer.isOpen { return .open }
      if case .given(let truth, let range) = category.reversible.answer, truth.value {
        return .identified("is made by a step that can be undone", range)
      }
      return .anonymous
    case .given(.pseudonymised, let range): return .identified("is pseudonymised", range)
    case .given(.identified, let range): return .identified("names people", range)
    case .unknown, .unusable: return .open
    case .given(.inferred, _), .absent, .none, .notApplicable: break
    }
    if category.kindOf.answer.isOpen { return .open }
    let row = category.kindOf.given.map { law.law.dataCategories[Int($0.index.value)] }
    return row?.isIdentifier == true
      ? .identified("names or picks out people", category.kindOf.answer.range) : .anonymous
  }
}
