import LocatedYAML

extension Rule {
  /// LAW-012. Which national age holds hangs on the market; the records show the establishments, and the highest of their ages is taken.
  static let childConsentThreshold = Rule(
    "child-consent-threshold", .lawfulness, .error, .mandatory,
    title: "An online service asks children for consent below the age at which they can give it",
    rationale: """
      Below an age that the law of each country sets, a parent agrees for the child, or with it. Ages of some countries could not be \
      confirmed; there the finding is a warning. Where the service is preventive or counselling and the law leaves it out, say so with \
      parental: {not-applicable: ...}.
      """,
    remedy: "Raise the youngest age, or record how a parent's authorisation is obtained.",
    citations: ["Art 8"],
    check: .activities { activity, assessed in
      guard case .given(let service, _) = activity.children.answer, service.onlineService.given?.value == true,
        activity.isJudged, activity.isControllerRecord
      else { return .notApplicable }
      let regimes = assessed.registry.regimes(of: activity)
      let bases = assessed.bases(ofAll: activity)
      let consenting = bases.records.filter { assessed.rests($0, on: "6(1)(a)", regimes) }
      guard !consenting.isEmpty else {
        return assessed.hasOpenBasis(bases) ? .notEvaluable("a basis is an open question") : .notApplicable
      }
      guard case .given(let age, let place) = service.minimumAge.answer else {
        return service.minimumAge.answer.isOpen ? .notEvaluable("the youngest age is an open question") : .notApplicable
      }
      let consents = consenting.compactMap { $0.consent.given.flatMap { assessed.registry.consent($0) } }
      if !service.parentalCheck.answer.isAbsent && !service.parentalCheck.answer.isOpen { return .clear }
      if consents.contains(where: { !$0.parental.answer.isAbsent && !$0.parental.answer.isOpen }) { return .clear }
      var lowest: (row: ConsentAgeRow, regime: Regime)?
      for regime in regimes {
        guard consenting.contains(where: { assessed.rests($0, on: "6(1)(a)", [regime]) }),
          let row = assessed.ageOfConsent(for: activity, regime), lowest.map({ row.age > $0.row.age }) ?? true
        else { continue }
        lowest = (row, regime)
      }
      guard let lowest, age.value < lowest.row.age else { return .clear }
      if service.parentalCheck.answer.isOpen || consents.contains(where: { $0.parental.answer.isOpen }) {
        return .notEvaluable("how a parent agrees is an open question")
      }
      return .finding(
        Observation(
          "'\(assessed.registry.name(of: activity.common.record))' asks children of \(age.value) for consent, and they can give it from \(lowest.row.age) on without a parent (\(lowest.row.row.title))",
          at: place, hint: "raise minimum-age:, or add parental: to the consent",
          severity: lowest.row.row.confidence == .confirmed || lowest.regime == .ukGDPR ? .error : .warning,
          citations: [assessed.law.cite(lowest.row.row, lowest.regime)].compactMap(\.self),
          records: [activity.common.record] + consents.map(\.common.record),
          evidence: [Evidence("children.minimum-age", String(age.value)), Evidence("age", String(lowest.row.age))]))
    },
    examples: [
      Example("too young", online(age: "«12»"), also: ["regulators-list-dpia-missing"]),
      Example("old enough", online(age: "13"), also: ["regulators-list-dpia-missing"]),
      Example(
        "a parent agrees", online(age: "11", consent: "parental: A message to the parent."),
        also: ["regulators-list-dpia-missing"]),
      Example(
        "a parent is checked", online(age: "11", more: ", parental-check: A message to the parent."),
        also: ["regulators-list-dpia-missing"]),
      Example(
        "a counselling service", online(age: "11", consent: "parental: {not-applicable: a counselling service}"),
        also: ["regulators-list-dpia-missing"]),
      Example(
        "another basis", online(age: "11", basis: "customer-contract"),
        also: ["consent-unused", "regulators-list-dpia-missing"]),
      Example("nothing online", online(age: "11", online: "false")),
      Example(
        "a country whose age was not confirmed",
        online(age: "«12»", regimes: "eu-gdpr", country: "IE"), severity: .warning
      ),
      Example(
        "how a parent agrees is an open question", online(age: "11", consent: "parental: {unknown: how}"),
        also: ["open-question", "regulators-list-dpia-missing"]),
    ])

  private static func online(
    age: String, consent: String = "", more: String = "", basis: String = "agreed", online: String = "true",
    regimes: String = "uk-gdpr", country: String = "GB"
  ) -> ExampleTexts {
    [
      "activities/letters.yaml": exampleActivity([
        "basis": basis,
        "children": "{online-service: \(online), minimum-age: \(age), code-assessed: 2026-02-20\(more)}",
      ]),
      "lawful-bases/agreed.yaml": "title: Permission\narticle-6: consent\nconsent: study-box\n",
      "consents/study-box.yaml": "title: Box for letters\n" + Rule.soundConsent + "\n\(consent)\n",
      "organisations/example-care.yaml": exampleOrganisation(["country": country, "regimes": regimes]),
      "activities/appointment-messages.yaml": "", "notices/customer-notice.yaml": "",
      "transfers/reminder-study.yaml": "", "activities/hosted-records.yaml": "",
    ]
  }
}

extension Assessed {
  /// The age of digital consent where our organisation is established: the highest of them; else that of the regime.
  fileprivate func ageOfConsent(for activity: Activity, _ regime: Regime) -> ConsentAgeRow? {
    let organisation = registry.organisation(of: activity)
    let places = organisation.isResolved ? registry.party(organisation).map { establishments(of: $0) } ?? [] : []
    let countries = places.compactMap { place -> CountryCode? in
      guard case .country(let code) = place.territory, !law.isThird(code, regime) else { return nil }
      return code
    }
    let rows = countries.compactMap { law.ageOfDigitalConsent(in: $0, regime) }
    return rows.max { $0.age < $1.age } ?? law.ageOfDigitalConsent(in: nil, regime)
  }
}
