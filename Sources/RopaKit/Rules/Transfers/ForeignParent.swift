import LocatedYAML

extension Rule {
  /// TRF-028. The parent's country alone moves no data: the finding is about security and the choice of a supplier, and never says transfer.
  static let foreignParent = Rule(
    "foreign-parent-access-risk", .transfers, .advice, .risk,
    title: "A supplier at home has a parent abroad that could be ordered to hand over data of a special category",
    rationale: """
      Nothing leaves the country because of who owns a company. Still, some laws reach through the parent, and whether the supplier gives \
      sufficient guarantees then hangs on who holds the keys. It is a question for the choice of the supplier.
      """,
    remedy:
      "Keep the keys, and record the control with its holder; or note the assessment in diligence and accept the finding.",
    citations: ["Art 28(1)", "Art 32", "EDPB Guidelines 05/2021, example 12"],
    check: .parties { party, assessed in
      guard case .given(let parent, let place) = party.parentCountry.answer, let home = party.country.given,
        assessed.processorUse(of: party) != nil
      else { return .notApplicable }
      for index in assessed.facts.flowIndex.legs(to: party.common.record) {
        let leg = assessed.facts.flows.legs[Int(index)]
        let activity = assessed.registry.records.activities[Int(leg.activity)]
        guard leg.certainty == .certain, assessed.facts.words.dataFlags(activity).contains(.special), activity.isJudged
        else { continue }
        let regimes = assessed.registry.regimes(of: activity).filter { regime in
          guard !assessed.law.isThird(home, regime) else { return false }
          switch assessed.law.adequacy(of: parent, regime, importer: party) {
          case .notCovered, .unproven: return true
          case .home, .covered, .met: return false
          }
        }
        guard !regimes.isEmpty else { continue }
        switch assessed.keepsKeys(of: activity) {
        case true?: return .clear
        case nil: return .notEvaluable("who holds the keys is an open question")
        case false?: break
        }
        let name = assessed.registry.name(of: party.common.record)
        return .finding(
          Observation(
            "\(name) holds data of a special category for '\(assessed.registry.name(of: activity.common.record))', and its parent in \(assessed.law.inText(parent)) could be ordered to hand them over; no keys of our own are recorded",
            at: place, hint: "record a control with measure: key-management, or key-holder: of the encryption",
            notes: [Note(message: "it gets the data here", range: leg.range)],
            records: [party.common.record, activity.common.record],
            evidence: [Evidence("parent-country", assessed.law.code(parent))]))
      }
      return .notApplicable
    },
    examples: [
      Example("health data, and no keys of our own", exampleParent("«CN»", keys: "mailer")),
      Example("the keys are ours", exampleParent("CN", keys: "example-care")),
      Example("custody of keys", exampleParent("CN", keys: "mailer", measure: "key-management")),
      Example("ordinary data", exampleParent("CN", keys: "mailer", data: "name")),
      Example("a parent in a country with a finding", exampleParent("CH", keys: "mailer")),
      Example("a parent at home", exampleParent("GB", keys: "mailer")),
      Example("not known yet", exampleParent("CN", keys: "{unknown: who}"), also: ["open-question"]),
    ])

  private static func exampleParent(
    _ country: String, keys: String, measure: String = "encryption-at-rest", data: String = "[name, health]"
  ) -> ExampleTexts {
    [
      "processors/mailer.yaml": exampleMailer() + "parent-country: \(country)\n",
      "controls/own-keys.yaml":
        "title: Encrypted mail store\nmeasure: \(measure)\nstatus: implemented\nkey-holder: \(keys)\ntested: 2026-06-10\n",
      "controls/encrypted-storage.yaml":
        "title: Encrypted storage\nmeasure: encryption-at-rest\nstatus: implemented\nkey-holder: mailer\ntested: 2026-06-10\n",
      "systems/mail-system.yaml":
        "title: Mail system\noperator: mailer\ncontrols: [own-keys, encrypted-storage, multi-factor-sign-in, access-log]\n",
      "lawful-bases/care.yaml": exampleCareBasis,
      "activities/letters.yaml": exampleActivity([
        "systems": "mail-system", "data": data, "basis": data == "name" ? "customer-contract" : "care",
      ]),
    ]
  }
}

extension Assessed {
  /// A measure in place leaves the keys with us: custody of keys, or encryption whose holder is one of ours; nil where that is open.
  fileprivate func keepsKeys(of activity: Activity) -> Bool? {
    let found = measures(of: activity)
    var isOpen = found.isOpen
    for control in found.controls {
      if control.serves(facts.measures.keyManagement) { return true }
      guard control.serves(facts.measures.encryptionAtRest) else { continue }
      if let holder = control.keyHolder.given, registry.isOurs(holder.record) { return true }
      if control.keyHolder.answer.isOpen { isOpen = true }
    }
    return isOpen ? nil : false
  }
}
