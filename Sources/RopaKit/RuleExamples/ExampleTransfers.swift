/// The sound register with its research partner in India, a transfer on a signed agreement, its assessment and a measure.
enum ExampleTransfers {
  /// - Parameters:
  ///   - assessment: what the transfer links; nil leaves the field out.
  ///   - assessmentLine: the whole line, with a mark, in place of `assessment`.
  ///   - countries, kind, outcome, date, assessmentMore: fields of the assessment.
  ///   - more: further fields of the transfer.
  ///   - control: status of the measure.
  ///   - isActive: false keeps the study's own sound transfer, so that the flow stays covered.
  static func files(
    mechanism: String = "idta", instrument: String = soundInstrument, assessment: String? = "abroad",
    assessmentLine: String? = nil, countries: String = "[IN]", kind: String = "transfer", outcome: String = "pass",
    date: String = "2026-03-01", assessmentMore: String = "", regime: String = "uk-gdpr", more: String = "",
    control: String = "status: implemented", isActive: Bool = true, role: String = "controller",
    frequency: String = "regular"
  ) -> KeyValuePairs<String, String> {
    let line = assessmentLine ?? assessment.map { "assessment: \($0)" } ?? ""
    let transfer = """
      title: Figures for the reminder study
      exporter: example-care
      importer: analytics-fr
      countries: [\(isActive ? "IN" : "FR")]
      activities: appointment-messages
      data: usage
      frequency: \(frequency)
      regime: \(regime)
      mechanism: \(mechanism)
      \(instrument)
      \(line)
      \(more)

      """
    return [
      "recipients/analytics-fr.yaml": ExampleRecords.analytics(country: isActive ? "IN" : "FR"),
      isActive ? "transfers/reminder-study.yaml" : "transfers/old-study.yaml": transfer,
      "organisations/example-care.yaml": ExampleRecords.exampleCare(
        regimes: regime == "uk-gdpr" ? "uk-gdpr" : "[uk-gdpr, eu-gdpr]"),
      "activities/appointment-messages.yaml": ExampleRecords.appointmentMessages(
        recipients: "{party: analytics-fr, role: \(role), data: usage}"),
      "controls/keys-at-home.yaml":
        "title: Keys stay with us\nmeasure: encryption-in-transit\n\(control)\ntested: 2026-06-10\ntest-every: P1Y\n",
      "assessments/abroad.yaml": record(
        kind: kind, outcome: outcome, date: date, countries: countries, more: assessmentMore),
    ]
  }

  private static func record(kind: String, outcome: String, date: String, countries: String, more: String) -> String {
    """
    title: Assessment of the research partner's country
    kind: \(kind)
    status: approved
    owner: dpo
    reviewed: \(date)
    date: \(date)
    document: handbook/abroad.md
    outcome: \(outcome)
    approved: 2026-03-02
    approver: service-lead
    countries: \(countries)
    special-considered: true
    purposes: study
    \(more)

    """
  }

  /// The sound files above with one more.
  static func with(_ path: String, _ text: String) -> KeyValuePairs<String, String> {
    let sound = files()
    return [
      sound[0].key: sound[0].value, sound[1].key: sound[1].value, sound[2].key: sound[2].value,
      sound[3].key: sound[3].value, sound[4].key: sound[4].value, sound[5].key: sound[5].value, path: text,
    ]
  }

  static let soundInstrument = "instrument: {version: A1.0, status: signed, signed: 2026-01-01}"
}
