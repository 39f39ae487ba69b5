import LocatedYAML

extension Rule {
  /// ACT-007. That no controller is named is for `role-missing`.
  static let processorRecordIncomplete = Rule(
    "processor-record-incomplete", .activities, .error, .mandatory,
    title: "The record of what is done for a controller is not complete",
    rationale: """
      Who works on instructions keeps a record of its own: for whom, how to reach them, and which categories of processing are done for \
      each. A class of many customers is named by the list of its members.
      """,
    remedy: "Add the categories of processing, and contacts, or members for a class, to each controller.",
    citations: ["Art 30(2)(a) and (b)"],
    // Whether it is done for others at all comes first.
    yieldsTo: ["role-missing"],
    check: .activities { activity, assessed in
      guard activity.isJudged, !activity.isControllerRecord else { return .notApplicable }
      var missing = Missing()
      missing.look(
        activity.processing.answer.standing(anchor: activity.common.anchor, noneCounts: false),
        "category of processing",
        "processing")
      var notes: [Note] = []
      for reference in activity.controller.elements() {
        guard let party = assessed.registry.party(reference) else { continue }
        switch assessed.reach(party, at: reference.range) {
        case .answered: break
        case .open: missing.isOpen = true
        case .missing:
          let isClass = party.kind.given == .class
          missing.look(
            .missing(reference.range), isClass ? "list of the members of a class" : "contact of a controller",
            isClass ? "members" : "contacts")
          notes.append(
            Note(
              message:
                "'\(assessed.registry.name(of: reference.record))' has \(isClass ? "no list of members" : "no contact")",
              range: party.common.anchor))
        }
      }
      guard !missing.isEmpty else {
        return missing.isOpen ? .notEvaluable("part of the processor's record is an open question") : .clear
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' is done for others and records \(missing.words)",
          at: missing.items[0].range, hint: missing.hint, notes: notes,
          records: [activity.common.record] + activity.controller.elements().map(\.record), evidence: missing.evidence))
    },
    examples: [
      Example(
        "no categories of processing",
        ["activities/hosted-records.yaml": exampleHosted(title: "«title»", processing: "")]),
      Example("an empty list", ["activities/hosted-records.yaml": exampleHosted(processing: "processing: «[]»\n")]),
      Example(
        "a controller without contacts",
        [
          "activities/hosted-records.yaml": exampleHosted(controller: "«clinic»"),
          "recipients/clinic.yaml": "title: A clinic\nkind: company\ncountry: GB\n",
        ]),
      Example(
        "a class without a list of members",
        [
          "activities/hosted-records.yaml": exampleHosted(controller: "«clinics»"),
          "organisations/clinics.yaml": "title: Clinics that are our customers\nkind: class\n",
        ]),
      Example(
        "a class with one",
        [
          "organisations/clinics.yaml":
            "title: Clinics that are our customers\nkind: class\nmembers: list in the contracts folder\n"
        ]),
      Example(
        "how to reach a controller is an open question",
        [
          "organisations/clinics.yaml":
            "title: Clinics that are our customers\nkind: class\ncontacts: {unknown: who answers there}\n"
        ], also: ["open-question"]),
      Example("what is decided here is no record of a processor", ["activities/letters.yaml": exampleActivity([:])]),
    ])

  private static func exampleHosted(
    title: String = "title", controller: String = "clinics", processing: String = "processing: storage of rotas\n"
  ) -> String {
    """
    \(title): Keeping rotas for clinics
    controller: \(controller)
    processor: example-care
    owner: service-lead
    \(processing)subjects: clinic-staff
    data: [name, job]
    sources: clinics
    systems: office-files
    recipients: {none: only the clinic itself}
    scale: small
    reviewed: 2026-09-01
    """
  }
}
