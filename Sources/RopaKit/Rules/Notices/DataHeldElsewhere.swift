import LocatedYAML

extension Rule {
  /// NTC-007, for an area that is made of systems.
  static let dataHeldElsewhere = Rule(
    "data-held-elsewhere", .notices, .error, .contradiction,
    title: "A statement keeps data within some systems, and others hold them too",
    rationale: """
      "Only in our databases" is a promise that every other system which holds the same data breaks: the mailbox, the laptop, the server of \
      a supplier. What holds nothing but anonymised data is left aside.
      """,
    remedy: "Correct the sentence, name the exception, or take the data out of the other systems.",
    citations: ["Art 5(1)(a)", "Art 5(1)(f)"],
    check: .statements { statement, assessed in
      guard let claim = statement.claim.given, claim == .noTransfer || claim == .noDataOutside,
        statement.common.isJudged, case .given(.systems(let named), let place) = statement.area.answer
      else { return .notApplicable }
      if statement.about.answer.isOpen { return .notEvaluable("what the statement speaks of is an open question") }
      let registry = assessed.registry
      let within = named.filter(\.record.isResolved)
      if within.isEmpty { return .notEvaluable("the systems that the statement names are not there") }
      let (found, isOpen) = assessed.systems(outside: within.map(\.record), of: statement)
      guard !found.isEmpty else {
        return isOpen ? .notEvaluable("the systems of an activity are an open question") : .clear
      }
      // A statement about everything may meet every system of a large register.
      let told = found.prefix(8)
      let names = joined(
        told.map { "'\(registry.name(of: $0.system.common.record))'" }
          + (found.count > told.count ? ["\(found.count - told.count) more"] : []))
      let isHedged = (statement.strength.given ?? .absolute) != .absolute
      return .finding(
        Observation(
          "\(names) hold\(found.count == 1 ? "s" : "") such data too, and the statement keeps them within \(joined(within.map { "'\(registry.name(of: $0.record))'" }))",
          at: place, hint: "correct text: and area:, or add except: {systems: [...], because: ...}",
          notes: told.map {
            Note(message: "'\(registry.name(of: $0.activity))' keeps them there", range: $0.range)
          },
          severity: isHedged ? .warning : .error,
          records: [statement.common.record] + told.map(\.system.common.record),
          evidence: told.map { Evidence("held in", registry.header($0.system.common.record).id) }))
    },
    examples: [
      Example("another system", files("«{systems: mail-system}»")),
      Example(
        "a word that leaves room", files("«{systems: mail-system}»", "strength: best-effort"), severity: .warning),
      Example("the only system", files("{systems: office-files}", "about: {activities: letters}")),
      Example(
        "the other one is the exception",
        files("{systems: mail-system}", "except: {systems: office-files, because: letters are written there}")),
      Example("other data", files("{systems: mail-system}", "about: {data: phone}")),
      Example(
        "said of another activity", files("{systems: mail-system}", "about: {activities: hosted-records, data: email}")),
      Example(
        "the other one holds other data",
        files("{systems: mail-system}", "about: {data: email}", system: "data: name")),
      Example(
        "the other one holds nothing that names people",
        files("{systems: mail-system}", "about: {data: email}", system: "data-state: anonymised")),
      Example(
        "where the data are is an open question",
        files("{systems: mail-system}", "about: {activities: letters}", activity: "{unknown: which system}"),
        also: ["open-question"]),
    ])

  private static func files(
    _ area: String, _ more: String = "about: {data: email}", activity systems: String = "office-files",
    system: String = ""
  ) -> ExampleTexts {
    let scope = more.contains("about:") ? more : more + "\nabout: {data: email}"
    return [
      "statements/within.yaml":
        "kind: promise\nclaim: no-data-outside\narea: \(area)\n\(scope)\ntext: These data stay there.\n",
      "activities/letters.yaml": exampleActivity(["data": "[name, email]", "systems": systems]),
      "systems/office-files.yaml":
        "title: Office files\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n\(system)\n",
    ]
  }
}

extension Assessed {
  /// The systems that hold data in a statement's scope besides those that it names or excepts, with the first activity that keeps them
  /// there; `isOpen` when some activity does not know its systems.
  fileprivate func systems(outside within: [RecordIndex], of statement: Statement)
    -> (found: [(system: System, activity: RecordIndex, range: SourceRange)], isOpen: Bool)
  {
    let about = statement.about.given
    let activities = Set(about?.activities.elements().map(\.record) ?? [])
    let data = Set(about?.data.elements().map(\.record) ?? [])
    var told = Set(within + statement.except.elements().flatMap { $0.systems.elements() }.map(\.record))
    let bodies = Set(statement.except.elements().flatMap { $0.parties.elements() }.map(\.record))
    var found: [(system: System, activity: RecordIndex, range: SourceRange)] = []
    var isOpen = false
    for activity in registry.records.activities
    where activity.isJudged && (activities.isEmpty || activities.contains(activity.common.record)) {
      let used = Set(activity.data.elements().compactMap(\.category.given?.record))
      guard data.isEmpty || !used.isDisjoint(with: data) else { continue }
      isOpen = isOpen || activity.systems.hasOpenElement()
      for reference in activity.systems.elements() where !told.contains(reference.record) {
        guard let system = registry.system(reference.record), system.holds(used, of: data),
          !bodies.contains(system.operator_.given?.record ?? RecordIndex(-1))
        else { continue }
        told.insert(reference.record)
        found.append((system, activity.common.record, reference.range))
      }
    }
    return (found, isOpen)
  }
}

extension System {
  /// It holds some of the data that an activity uses and a statement speaks of (all of them where it names none), about people.
  fileprivate func holds(_ used: Set<RecordIndex>, of meant: Set<RecordIndex>) -> Bool {
    switch dataState.given?.state.given {
    case .anonymised?, .anonymous?: return false
    default: break
    }
    guard let own = data.given?.elements.map(\.record) else { return true }
    return own.contains { used.contains($0) && (meant.isEmpty || meant.contains($0)) }
  }
}
