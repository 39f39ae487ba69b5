import LocatedYAML

extension Rule {
  /// LAW-001.
  static let lawfulBasisMissing = Rule(
    "lawful-basis-missing", .lawfulness, .error, .mandatory,
    title: "A purpose has no lawful basis",
    rationale: """
      Each use of personal data needs one of the bases of Art 6(1), and people have to be told which one. Which rights they have depends on \
      it as well.
      """,
    remedy: "Name the basis on the purpose, or one on the activity for all purposes that name none.",
    citations: ["Art 6(1)", "Art 5(1)(a)", "Art 5(2)"],
    isWaivable: false,
    check: .purposes { activity, purpose, assessed in
      guard activity.runs, activity.isControllerRecord, !activity.common.isDisputed,
        purpose.isExample.given?.value != true
      else { return .notApplicable }
      // What the purpose says goes first; only where it says nothing the activity's basis holds for it.
      let answer = purpose.basis.answer.isAbsent ? activity.basis.answer : purpose.basis.answer
      switch answer {
      case .given(let list, _):
        return list.elements.isEmpty ? .notEvaluable("the lawful basis is an open question") : .clear
      case .unknown, .unusable: return .notEvaluable("the lawful basis is an open question")
      case .absent, .none, .notApplicable: break
      }
      let text = purpose.text.given?.first ?? purpose.id
      return .finding(
        Observation(
          "The purpose '\(purpose.id)' names no lawful basis, and neither does its activity: \(text)",
          at: answer.range ?? purpose.emptyBasis ?? activity.emptyBasis ?? purpose.range,
          hint: "add basis: with the id of a record in lawful-bases, here or on the activity",
          citations: ["Art 6(1)", "Art 5(1)(a)"], records: [activity.common.record],
          evidence: [Evidence("basis of the purpose", "not given"), Evidence("basis of the activity", "not given")]))
    },
    examples: [
      Example(
        "one of two purposes names none",
        [
          "activities/room-bookings.yaml": ExampleRecords.roomBookings(
            """
            purposes:
              book: {text: Let customers book rooms., basis: customer-contract}
              «count»: Count how often each room is booked.
            """)
        ], also: ["activity-without-notice"]),
      Example(
        "the activity's basis serves every purpose that names none",
        [
          "activities/room-bookings.yaml": ExampleRecords.roomBookings(
            """
            purposes:
              book: Let customers book rooms.
              count: Count how often each room is booked.
            basis: customer-contract
            """)
        ], also: ["activity-without-notice"]),
      Example(
        "the basis of the activity is left empty",
        [
          "activities/room-bookings.yaml": ExampleRecords.roomBookings(
            "purposes:\n  book: Let customers book rooms.\n«basis»:")
        ], also: ["activity-without-notice"]),
      Example(
        "which basis it is, is an open question",
        [
          "activities/room-bookings.yaml": ExampleRecords.roomBookings(
            """
            purposes:
              book: Let customers book rooms.
            basis: {unknown: which basis supports bookings, owner: dpo, due: 2027-01-31}
            """)
        ], also: ["activity-without-notice", "open-question"]),
      Example(
        "a retired activity is not judged",
        [
          "activities/room-bookings.yaml": ExampleRecords.roomBookings(
            "status: retired\nend: 2026-01-31\npurposes:\n  book: Let customers book rooms.")
        ]),
    ])
}
