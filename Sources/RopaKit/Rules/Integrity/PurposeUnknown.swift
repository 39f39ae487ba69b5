import LocatedYAML

extension Rule {
  /// REF-001, for purposes, which stand inside activities.
  static let purposeUnknown = Rule(
    "purpose-unknown", .integrity, .error, .blind,
    title: "A purpose is named that no activity has",
    rationale: """
      A recipient, a retention rule, a promise or a notice can be for some purposes only, and names them by their ids in the activities. A \
      name that leads nowhere makes it hold for nothing.
      """,
    remedy: "Correct the name, or add the purpose to the activity.",
    citations: ["Art 5(1)(b)", "Art 30(1)(b)"],
    check: .records { header, common, assessed in
      guard common.isJudged else { return .notApplicable }
      let registry = assessed.registry
      let named = registry.namedPurposes(in: header, common.record)
      guard !named.isEmpty else { return .notApplicable }
      var unknown: [NamedPurpose] = []
      var isOpen = false
      for name in named {
        switch registry.standing(of: name) {
        case .found: break
        case .open: isOpen = true
        case .nowhere: unknown.append(name)
        }
      }
      guard let first = unknown.first else {
        return isOpen ? .notEvaluable("the purposes are an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(first.name.text)' is not a purpose of \(registry.owners(of: first))", at: first.name.range,
          hint: registry.nearestPurpose(to: first).map { "did you mean '\($0)'?" }
            ?? "correct the name, or add it to purposes: of the activity",
          notes: unknown.dropFirst().map { Note(message: "'\($0.name.text)' neither", range: $0.name.range) },
          records: [common.record], evidence: [Evidence("purpose", first.name.text)]))
    },
    examples: [
      Example(
        "a recipient for a purpose that the activity does not have",
        [
          "activities/letters.yaml": exampleActivity([
            "recipients": "{party: regulator, role: public-body, certainty: possible, purposes: «wirte»}"
          ])
        ]),
      Example(
        "for the purpose that it has",
        [
          "activities/letters.yaml": exampleActivity([
            "recipients": "{party: regulator, role: public-body, certainty: possible, purposes: write}"
          ])
        ]),
      Example(
        "a retention rule for a purpose of no activity that uses it",
        ["retention/messages.yaml": exampleMessages("[remind, «write-letters»]")], also: ["data-without-retention"]),
      Example(
        "a retention rule for some purposes", ["retention/messages.yaml": exampleMessages("[remind]")],
        also: ["data-without-retention"]),
      Example(
        "a promise about a purpose of no activity",
        ["statements/mail-stays-in-uk.yaml": promise("{systems: mail-system, purposes: «profit»}")]),
      Example(
        "a promise about a purpose",
        ["statements/mail-stays-in-uk.yaml": promise("{systems: mail-system, purposes: remind}")]),
      Example(
        "the purposes of the activity are not known yet",
        [
          "activities/letters.yaml": exampleActivity([
            "purposes": "{unknown: what for}",
            "recipients": "{party: regulator, role: public-body, certainty: possible, purposes: write}",
          ])
        ], also: ["open-question"]),
    ])

  private static func exampleMessages(_ purposes: String) -> String {
    "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\nreason: Customers ask about them.\ndisposal: {method: monthly job, verified: 2026-08-01}\napplies-to: {data: [name, email, appointment-time, usage], purposes: \(purposes)}\n"
  }

  private static func promise(_ about: String) -> String {
    """
    kind: claim
    claim: no-transfer
    area: GB
    about: \(about)
    text: The mail system keeps your data at home.
    """
  }
}

/// Where the name of a purpose leads.
private enum PurposeStanding { case found, open, nowhere }

extension Registry {
  fileprivate func standing(of name: NamedPurpose) -> PurposeStanding {
    switch name.among {
    case .any:
      let known = purposeNames
      return known.ids.contains(name.name.text) ? .found : known.ids.isEmpty ? .open : .nowhere
    case .activities(let activities):
      if activities.contains(where: { $0.purposes.given?.values.contains { $0.id == name.name.text } ?? false }) {
        return .found
      }
      // Without a purpose an activity is reported as such; a rule that nobody uses has none to name.
      let isOpen = activities.contains { $0.purposes.answer.isOpen || $0.purposes.given?.open.isEmpty == false }
      return isOpen || activities.allSatisfy { $0.purposes.given?.values.isEmpty ?? true } ? .open : .nowhere
    }
  }

  /// The words for those whose purpose it could be.
  fileprivate func owners(of name: NamedPurpose) -> String {
    switch name.among {
    case .any: "any activity"
    case .activities(let activities):
      activities.count == 1 ? "'\(self.name(of: activities[0].common.record))'" : "the activities that this is about"
    }
  }

  fileprivate func nearestPurpose(to name: NamedPurpose) -> String? {
    switch name.among {
    case .any: purposeNames.near.nearest(to: name.name.text)
    case .activities(let activities):
      nearMiss(name.name.text, among: activities.lazy.flatMap { $0.purposes.given?.values ?? [] }.map(\.id))
    }
  }
}
