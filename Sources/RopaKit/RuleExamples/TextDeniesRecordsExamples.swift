/// The sound notice with a section of own text. Its research partner is in France, a mailer in the United Kingdom sends messages.
private func ownText(_ text: String, _ more: String = "") -> ExampleTexts {
  let sections = SectionName.allCases.map { "  - \($0.rawValue)" }.joined(separator: "\n")
  return [
    "notices/customer-notice.yaml": ExampleRecords.customerNotice(
      sections: sections + "\n  - {heading: Our word, \(more)text: \(text)}")
  ]
}

private func statement(_ text: String, _ more: String = "") -> ExampleTexts {
  ["statements/word.yaml": "kind: promise\ntext: \(text)\n\(more)"]
}

private let elsewhere: ExampleTexts = [
  "notices/customer-notice.yaml": ownText("We do not use cookies.")[0].value,
  "systems/letter-files.yaml":
    "title: Letter files\noperator: example-care\nhosting: GB\naccess-from: GB\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n",
  "activities/letters.yaml": exampleActivity(["systems": "letter-files"]),
  "sites/website.yaml": exampleSite(["system": "letter-files"]),
  "cookies/visits.yaml": exampleCookie(["activity": "letters"]),
]

extension Rule {
  static let textDeniesRecordsExamples = [
    Example("stored only here", ownText("«Your data are stored only in the UK.»")),
    Example("said the other way round", ownText("«We only keep your data in the United Kingdom.»")),
    Example("a denial", ownText("«We do not send your data outside the UK.»")),
    Example("no foreign country", ownText("«We never transfer your data overseas.»")),
    Example("what stays", ownText("«All your information stays within the UK.»")),
    Example("what never leaves", ownText("«Your data never leave the UK.»")),
    Example(
      "a system of our own abroad",
      [
        "notices/customer-notice.yaml": ownText("«Your data are stored only in the UK and France.»")[0].value,
        "systems/office-files.yaml":
          "title: Office files\noperator: example-care\nhosting: IE\naccess-from: GB\ncontrols: [encrypted-storage, multi-factor-sign-in, access-log]\n",
      ]),
    Example("a wider area", ownText("Your data are stored only in the UK and the EEA.")),
    Example(
      "a promise of security names no place", ownText("Your data are stored only in the way that UK law asks for.")),
    Example(
      "an exception in the sentence", ownText("\"We never transfer your data overseas, except for the study.\"")),
    Example("a period", ownText("We keep your data in the UK only as long as we need them.")),
    Example("a request", ownText("Please do not send us documents from abroad.")),
    Example("of a wish", ownText("Tell us if you do not want us to send data abroad.")),
    Example("another sentence", ownText("Our clinics are in the UK. We keep data only as long as we need them.")),
    Example("sharing denied", ownText("«We do not share your data with third parties.»")),
    Example("an end named", ownText("We do not share your data with third parties for marketing.")),
    Example(
      "cookies denied",
      [
        "notices/customer-notice.yaml": ownText("«We do not use cookies.»")[0].value,
        "sites/website.yaml": exampleSite(), "cookies/visits.yaml": exampleCookie(),
      ]),
    Example("cookies of another site and activity", elsewhere),
    Example(
      "decisions denied",
      [
        "statements/word.yaml": statement("«We make no automated decisions.»")[0].value,
        "activities/letters.yaml": exampleActivity([
          "automated-decisions": "{solely: true, significant: false, ground: other}"
        ]),
      ]),
    Example(
      "a person decides",
      [
        "statements/word.yaml": statement("We make no automated decisions.")[0].value,
        "activities/letters.yaml": exampleActivity([
          "automated-decisions": "{solely: false, significant: false, ground: other}"
        ]),
      ]),
    Example("a general explanation", ownText("Firms keep data only in the UK.", "explains: true, ")),
    Example("a statement without a claim", statement("«Your data are stored only in the UK.»")),
    Example("a statement that has a claim", statement("We use no cookies.", "claim: no-cookies\n")),
    Example(
      "a statement that says what it speaks of",
      statement(
        "Your data are stored only in the UK.", "about: {systems: office-files}\n")),
  ]
}
