import LocatedYAML

extension Assessed {
  /// An organisation that a regime reaches from outside its area names a representative inside: Art 27 of either regime.
  func judgeRepresentative(of party: Party, _ regime: Regime) -> Verdict {
    guard party.common.isJudged, let own = party.own, own.declaredRegimes.contains(regime),
      case .given(let basis, let place)? = own.regimeBasis.given?.answer(regime),
      basis.elements.contains(where: { $0 != .established })
    else { return .notApplicable }
    // A public authority needs none.
    if own.publicAuthority.given?.value == true { return .notApplicable }
    if establishments(of: party).contains(where: { !law.isThird($0.territory, regime) }) { return .notApplicable }
    if party.country.answer.isOpen || own.establishments.answer.isOpen {
      return .notEvaluable("where the organisation is established is an open question")
    }
    let area: RepresentedArea = regime == .euGDPR ? .eu : .uk
    let named = own.representatives.elements().filter { $0.area.given == area }
    if named.contains(where: { $0.country.given.map { !law.isThird($0, regime) } ?? false }) { return .clear }
    let exemption = own.representativeExempt.given.map { regime == .euGDPR ? $0.eu : $0.uk }
    if exemption?.given != nil { return .clear }
    if own.representatives.hasOpenElement() || own.representativeExempt.answer.isOpen
      || exemption?.answer.isOpen ?? false || named.contains(where: { $0.country.answer.isOpen })
    {
      return .notEvaluable("the representative is an open question")
    }
    let name = registry.name(of: party.common.record)
    let elsewhere = named.first?.country
    return .finding(
      Observation(
        elsewhere == nil
          ? "\(name) falls under the \(self.name(of: regime)) from outside its area, and no representative there is recorded"
          : "The representative of \(name) under the \(self.name(of: regime)) is recorded outside its area",
        at: elsewhere?.answer.range ?? place,
        hint:
          "add representatives: [{for: \(area.rawValue), party: ..., country: ..., appointed: ...}], or representative-exempt: {\(area.rawValue): the reason}",
        records: [party.common.record],
        evidence: [
          Evidence("regime-basis", basis.elements.map(\.rawValue).joined(separator: ", ")),
          Evidence("representatives", elsewhere == nil ? "none for \(area.rawValue)" : "outside the area"),
        ]))
  }
}

/// An organisation under a regime that reaches it from outside, without activities that would bring other questions.
/// - Parameters:
///   - country: where it is established.
///   - basis: the field `regime-basis`.
///   - more: further fields.
func exampleReached(country: String, basis: String, regimes: String, _ more: String = "", isPublic: Bool = false)
  -> ExampleTexts
{
  [
    "organisations/example-care.yaml": exampleOrganisation([
      "country": country, "regimes": regimes, "regime-basis": basis, "public-authority": isPublic ? "true" : "false",
    ]) + more,
    "organisations/agent.yaml": "title: A representative\nlegal-name: Example Agent Ltd\n",
    "activities/appointment-messages.yaml": "", "activities/hosted-records.yaml": "",
    "notices/customer-notice.yaml": "", "transfers/reminder-study.yaml": "",
  ]
}
