import LocatedYAML

extension Rule {
  /// ORG-009.
  static let feeRegistrationMissing = Rule(
    "fee-registration-missing", .organisations, .error, .mandatory,
    title: "A controller records neither its fee registration nor why it needs none",
    rationale: """
      Controllers established where the regulator charges a fee pay it each year unless what they do is exempt. The number shows that \
      it was paid, and people look for it.
      """,
    remedy: "Add the registration number and the last day it covers, or the reason for the exemption.",
    citations: ["DPA s.137", "SI 2018/480 reg 2"],
    check: .organisations { party, assessed in
      guard party.common.isJudged, assessed.facts.duties.decides(party.common.record),
        let place = assessed.placeWithFee(of: party)
      else { return .notApplicable }
      let anchor = party.common.anchor
      let registration: Answer<RegulatorRegistration>
      switch party.registrations.answer {
      case .given(let registrations, _): registration = registrations.regulatorNumber.answer
      case .unknown, .unusable: return .notEvaluable("the registrations are an open question")
      case .absent, .none, .notApplicable: registration = .absent
      }
      var missingAt = registration.range ?? party.registrations.answer.range ?? anchor
      switch registration {
      case .unknown, .unusable: return .notEvaluable("the registration is an open question")
      case .notApplicable: return .clear
      case .given(let given, let range):
        if given.number.given != nil || given.exempt.given != nil { return .clear }
        if given.number.answer.isOpen || given.exempt.answer.isOpen {
          return .notEvaluable("the registration number is an open question")
        }
        missingAt = range
      case .absent, .none: break
      }
      return .finding(
        Observation(
          "\(assessed.registry.name(of: party.common.record)) decides about data, is established in \(assessed.law.inText(place.territory)), and records no fee registration",
          at: missingAt, hint: "add registrations: {ico: {number: ..., paid-until: ...}}, or exempt: with the reason",
          notes: [Note(message: "established here", range: place.range)], records: [party.common.record],
          evidence: [
            Evidence("registrations.ico", "not given"), Evidence("country", assessed.law.code(place.territory)),
          ]))
    },
    examples: [
      Example(
        "no registration", ["organisations/example-care.yaml": exampleOrganisation(["registrations": ""])]),
      Example(
        "only a company number",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "registrations": "«{companies-house: \"01234567\"}»"
          ])
        ]),
      Example(
        "a reason why none is needed",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "registrations": "{ico: {exempt: Only staff and our own marketing.}}"
          ])
        ]),
      Example(
        "the number is an open question",
        [
          "organisations/example-care.yaml": exampleOrganisation([
            "registrations": "{ico: {number: {unknown: which of the two numbers is ours}}}"
          ])
        ], also: ["open-question"]),
      Example(
        "it only works for others",
        [
          "organisations/example-care.yaml": exampleOrganisation(["registrations": ""], isMissed: false),
          "activities/appointment-messages.yaml": "", "notices/customer-notice.yaml": "",
          "transfers/reminder-study.yaml": "",
        ]),
      Example(
        "established where no fee is charged",
        [
          "organisations/example-care.yaml": exampleOrganisation(
            ["registrations": "", "country": "FR", "regimes": "eu-gdpr"], isMissed: false),
          "activities/appointment-messages.yaml": "", "notices/customer-notice.yaml": "",
          "activities/letters.yaml": exampleActivity([:]), "transfers/reminder-study.yaml": "",
          "systems/office-files.yaml": "title: Office files\noperator: example-care\nhosting: FR\naccess-from: FR\n",
        ]),
    ])
}

extension Assessed {
  /// The first place of an establishment under a regime whose controllers pay a fee on the day.
  fileprivate func placeWithFee(of party: Party) -> (territory: Territory, range: SourceRange)? {
    let regimes = Regime.allCases.filter { !law.feeTiers($0).isEmpty }
    return establishments(of: party).first { place in regimes.contains { !law.isThird(place.territory, $0) } }
  }
}
