import LocatedYAML

extension Assessed {
  /// The bases in use that rest on a consent: as the basis of Art 6(1), or as the explicit consent of Art 9(2).
  func bases(restingOn consent: Consent) -> [LawfulBasis] {
    var last = RecordIndex(-1)
    var found: [LawfulBasis] = []
    for mention in registry.mentions(of: consent.common.record) where mention.from != last {
      last = mention.from
      let header = registry.header(mention.from)
      guard header.kind == .lawfulBases, header.slot >= 0 else { continue }
      let basis = registry.records.lawfulBases[Int(header.slot)]
      if !regimesOfConsent(basis).isEmpty { found.append(basis) }
    }
    return found
  }

  /// The regimes in use under which a basis rests on consent.
  func regimesOfConsent(_ basis: LawfulBasis) -> [Regime] {
    let plain = regimes(using: basis, restingOn: "6(1)(a)")
    if !plain.isEmpty || basis.article9.answer.isAbsent || !basis.common.isJudged { return plain }
    return regimes(using: basis).filter { regime in
      conditions(of: basis, regime).contains { $0.row.addsRights.contains("withdraw-consent") }
    }
  }

  /// A consent that carries a basis: one that is in use names it. One that only says so itself is told by a rule of its own.
  func carriesBasis(_ consent: Consent) -> Bool { consent.common.isJudged && !bases(restingOn: consent).isEmpty }
}

/// A basis on consent with its consent, in place of the sound register's interest in reminders.
/// - Parameter fields: the lines of the consent after its title.
func exampleConsent(
  title: String = "title", _ fields: String, article6: String = "consent"
) -> KeyValuePairs<String, String> {
  [
    "lawful-bases/better-reminders.yaml":
      "title: Permission to study reminders\narticle-6: \(article6)\nconsent: study-box\n",
    "consents/study-box.yaml": "\(title): Box for the study of reminders\n\(fields)\n",
  ]
}
