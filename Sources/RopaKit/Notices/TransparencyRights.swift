import LocatedYAML

/// What people can ask for, where data go, and decisions by computers, in the Transparency Information Language.
extension NoticeComposer {
  /// The rights of some ids, as far as one of them applies.
  func tool(of ids: [String]) -> [UInt8] {
    let rights = applicable.filter { ids.contains($0.id) }
    return Object.bytes { json in
      json.truth("available", !rights.isEmpty)
      guard !rights.isEmpty else { return }
      json.text("description", messages.sentences(rights.map { entry($0).text }))
      writeWays(contact(procedure?.contact), &json)
      writeEvidence(&json)
    }
  }

  /// Portability decides what is available; what access gives is told with it.
  func accessAndPortability() -> [UInt8] {
    let rights = applicable.filter { ["access", "portability"].contains($0.id) }
    return Object.bytes { json in
      json.truth("available", rights.contains { $0.id == "portability" })
      if !rights.isEmpty { json.text("description", messages.sentences(rights.map { entry($0).text })) }
      writeWays(contact(procedure?.contact), &json)
      writeEvidence(&json)
    }
  }

  private func writeWays(_ contact: Published<Contact>?, _ json: inout JSONWriter) {
    if let page = [contact?.form, contact?.page].lazy.compactMap({ $0 }).first(where: {
      Link(address: $0.value.text) != nil
    }) {
      json.text("url", PublicText(page))
    }
    if let email = PublicText(email: contact?.email) { json.text("email", email) }
  }

  private func writeEvidence(_ json: inout JSONWriter) {
    let check = procedure?.identityCheck.flatMap { MessageKey(rawValue: "identity-" + $0.value.text) }
    if let check { json.texts("identificationEvidences", [say(check)]) }
  }

  func complaint(_ missing: inout MissingPlaces) -> [UInt8] {
    let complaints = organisation.own()?.complaints
    let own = complaints?.regulator?.followed()
    let regulators = own == nil ? regimes.compactMap { law.regulator($0) } : []
    let name = own.flatMap { self.name($0) } ?? regulators.first.map { PublicText(law: $0, messages) }
    missing.note("/rightToComplain/supervisoryAuthority/name", if: name == nil)
    let mine = right("complaint-to-controller").map { [PublicText(law: $0, messages)] } ?? []
    let words = mine + [name.map { say(.complainTo, $0) }].compactMap { $0 }
    return Object.bytes { json in
      json.truth("available", true)
      json.text("description", words.isEmpty ? nil : messages.sentences(words))
      if let form = complaints?.form, Link(address: form.value.text) != nil { json.text("url", PublicText(form)) }
      if let email = PublicText(email: contact(complaints?.contact)?.email) { json.text("email", email) }
      json.key("supervisoryAuthority")
      json.object { json in
        json.text("name", name)
        let contact = own?.contacts?.values().first
        if let email = PublicText(email: contact?.email) { json.text("email", email) }
        let telephone = PublicText(telephone: contact?.telephone)
        json.telephone("phone", telephone ?? regulators.first.flatMap { PublicText(telephoneOf: $0) })
      }
    }
  }

  /// Decisions without people that matter. Where the notice tells of none, nothing is said: it may be that nobody has asked yet.
  func decisionMaking() -> [UInt8] {
    let decisions = covered.compactMap { $0.fields.automatedDecisions }.filter { decisions in
      decisions.solely?.value.value == true && decisions.significant?.value.value == true
    }
    return Object.bytes { json in
      guard !decisions.isEmpty else { return }
      func words(_ texts: [PublicText]) -> PublicText? { texts.isEmpty ? nil : messages.sentences(unique(texts)) }
      json.truth("inUse", true)
      json.text("logicInvolved", words(decisions.compactMap { text($0.logic) }))
      json.text("scopeAndIntendedEffects", words(decisions.compactMap { text($0.effect) }))
    }
  }

  // MARK: Third countries

  /// Places beyond the reach of a regime, each with what carries data there.
  func thirdCountries() -> [UInt8] {
    var places: [ThirdPlace] = []
    for covered in legs {
      let leg = facts.flows.legs[covered.place]
      for regime in regimes {
        for place in leg.places where law.isThird(place.territory, regime) {
          guard let party = projection.party(leg.importer), name(party) != nil, let version = law.name(of: regime)
          else {
            continue
          }
          let index = places.firstIndex { $0.territory == place.territory } ?? places.count
          if index == places.count { places.append(ThirdPlace(territory: place.territory)) }
          for mechanism in mechanisms(to: place, regime, party, transfers(on: leg, place, regime)) {
            let words = say(
              .protectionUnder, PublicText(shortNameOf: version, messages), PublicText(law: mechanism.term, messages))
            places[index].add(words, mechanism, regime)
          }
        }
      }
    }
    return Object.list(places.map { thirdPlaceObject($0) })
  }

  private func thirdPlaceObject(_ place: ThirdPlace) -> [UInt8] {
    Object.bytes { json in
      if let code = code(place.territory) {
        json.key("country")
        json.value(code)
      }
      // Beyond the schema, which has no word for regions.
      json.key("place")
      json.value(law.inText(place.territory))
      let parts: [(StaticString, [PublicText])] = [
        ("adequacyDecision", place.decisions), ("appropriateGuarantees", place.safeguards),
        ("standardDataProtectionClause", place.clauses),
      ]
      for (name, words) in parts where !words.isEmpty {
        json.key(name)
        json.object { json in
          json.truth("available", true)
          json.text("description", messages.sentences(words))
        }
      }
    }
  }
}

/// A third country or region with what carries data there.
private struct ThirdPlace {
  let territory: Territory
  private(set) var decisions: [PublicText] = []
  private(set) var safeguards: [PublicText] = []
  /// Those of the safeguards that are standard clauses: Art 46(2)(c) and (d).
  private(set) var clauses: [PublicText] = []

  init(territory: Territory) { self.territory = territory }

  mutating func add(_ words: PublicText, _ mechanism: Mechanism, _ regime: Regime) {
    switch mechanism.kind {
    case .adequacy: ThirdPlace.note(words, in: &decisions)
    case .safeguard:
      ThirdPlace.note(words, in: &safeguards)
      let cite = Array((mechanism.cite[regime] ?? "").utf8)
      let isClauses = cite.indices.contains { start in
        ThirdPlace.articles.contains { cite[start...].starts(with: $0) }
      }
      if isClauses { ThirdPlace.note(words, in: &clauses) }
    default: break
    }
  }

  private static let articles = ["46(2)(c)", "46(2)(d)"].map { Array($0.utf8) }

  private static func note(_ words: PublicText, in list: inout [PublicText]) {
    if !list.contains(words) { list.append(words) }
  }
}
