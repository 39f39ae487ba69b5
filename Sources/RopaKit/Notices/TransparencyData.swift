import LocatedYAML

/// What is used, why, on what basis, for how long and by whom: `dataDisclosed` and `sources` of the Transparency Information Language.
extension NoticeComposer {
  /// An entry for each category of data in each activity.
  func disclosed(_ missing: inout MissingPlaces) -> [UInt8] {
    var entries: [[UInt8]] = []
    for activity in covered {
      let parts = DisclosureParts(
        purposes: activity.fields.purposes?.values() ?? [], recipients: recipientObjects(activity),
        provision: activity.fields.provision)
      for category in categories(of: activity) {
        guard let name = name(category: category) else { continue }
        entries.append(entry(category, name, activity, parts, number: entries.count, &missing))
      }
    }
    return Object.list(entries)
  }

  /// What the categories of an activity share.
  private struct DisclosureParts {
    let purposes: [Published<Purpose>]
    let recipients: [RecipientObject]
    let provision: Published<Provision>?
  }

  private func entry(
    _ category: Published<Reference<DataCategory>>, _ name: PublicText, _ activity: CoveredActivity,
    _ parts: DisclosureParts, number: Int, _ missing: inout MissingPlaces
  ) -> [UInt8] {
    let purposes = parts.purposes.filter { purpose in
      let data = purpose.value.data.elements()
      return data.isEmpty || data.contains { $0.record == category.value.record }
    }
    let recipients = parts.recipients.filter { $0.data.isEmpty || $0.data.contains(category.value.record) }
    let bases = unique(purposes.flatMap { basisRecords(of: $0, activity) }, by: { $0.value.common.record })
    let rules = unique(
      purposes.flatMap { self.rules(of: $0, activity, data: [category]) }, by: { $0.value.common.record })
    let required = parts.provision?.required?.value
    let consequences = text(parts.provision?.ifRefused)
    missing.noteProvision(of: number, isKnown: required != nil, hasConsequences: consequences != nil)
    return Object.bytes { json in
      json.key("_id")
      json.value(String(number + 1))
      json.text("category", name.capitalised)
      json.key("purposes")
      json.raw(Object.list(purposes.compactMap { text($0.text) }.map { purposeObject($0, activity) }))
      json.key("legalBases")
      json.raw(Object.list(bases.flatMap { basisObjects($0) }))
      json.key("legitimateInterests")
      json.raw(Object.list(bases.filter { restsOnInterests($0) }.map { interestObject($0) }))
      json.key("recipients")
      json.raw(Object.list(recipients.map(\.bytes)))
      json.key("storage")
      json.raw(Object.list(rules.map { storageObject($0) }))
      json.key("nonDisclosure")
      json.object { json in
        json.truth("legalRequirement", required == .statutory)
        json.truth("contractualRegulation", required == .contractual)
        json.truth("obligationToProvide", required == .statutory || required == .contractual)
        json.text("consequences", consequences)
      }
    }
  }

  private func purposeObject(_ purpose: PublicText, _ activity: CoveredActivity) -> [UInt8] {
    Object.bytes { json in
      json.text("purpose", text(activity.fields.recordTitle()))
      json.text("description", purpose)
    }
  }

  // MARK: Bases

  /// An object for each article that a basis names, under each regime; where it leaves the article open, its own words alone.
  private func basisObjects(_ basis: Published<LawfulBasis>) -> [[UInt8]] {
    let own = PublicText.blocks(of: basis.recordWords(), in: language).lazy.compactMap { block in
      if case .paragraph(let text) = block { text } else { nil }
    }.first
    let objects = regimes.flatMap { regime in
      (basis.article6?.answer(regime)?.elements() ?? []).map { term in
        let row = law.law.lawfulBases[Int(term.value.index.value)]
        let words = PublicText(law: row.term, messages)
        let description = [basis.isPossible ? say(.possibly, words) : words] + [own].compactMap { $0 }
        return Object.bytes { json in
          json.key("reference")
          json.value(
            NoticeComposer.reference(
              row.code, regime, hasPrefix: law.name(of: regime).map { !$0.prefix.utf8.isEmpty } ?? false))
          json.text("description", messages.sentences(description))
        }
      }
    }
    if !objects.isEmpty { return objects }
    return own.map { words in
      [
        Object.bytes { json in
          json.text("reference", nil)
          json.text("description", words)
        }
      ]
    } ?? []
  }

  /// `6(1)(f)` as `GDPR-6-1-f`; the regulation of the United Kingdom is called `UKGDPR` from the day on which it had one.
  private static func reference(_ code: String, _ regime: Regime, hasPrefix: Bool) -> String {
    let parts = code.utf8.split { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }.map { String(Substring($0)) }
    return ([hasPrefix && regime == .ukGDPR ? "UKGDPR" : "GDPR"] + parts).joined(separator: "-")
  }

  private func restsOnInterests(_ basis: Published<LawfulBasis>) -> Bool {
    regimes.contains { regime in
      basis.article6?.answer(regime)?.elements().contains {
        law.law.lawfulBases[Int($0.value.index.value)].code == "6(1)(f)"
      } ?? false
    }
  }

  private func interestObject(_ basis: Published<LawfulBasis>) -> [UInt8] {
    Object.bytes { json in
      json.truth("exists", true)
      json.text("reasoning", text(basis.interests))
    }
  }

  // MARK: Recipients

  /// A recipient, and the data that it gets; all of the activity's where none are named.
  private struct RecipientObject {
    let bytes: [UInt8]
    let data: [RecordIndex]
  }

  private func recipientObjects(_ activity: CoveredActivity) -> [RecipientObject] {
    var objects: [RecipientObject] = []
    var seen = noRecords()
    for entry in activity.fields.recipients?.elements() ?? [] {
      guard let party = entry.party?.followed(), entry.role?.value != .internal, entry.anonymous?.value != .anonymous,
        !registry.isOurs(party.value.common.record)
      else { continue }
      _ = seen.insert(party.value.common.record)
      let bytes = recipientObject(party, text(entry.services), isPossible: entry.isPossible || party.isPossible)
      objects.append(RecipientObject(bytes: bytes, data: entry.value.data.elements().map(\.record)))
    }
    for leg in activity.legs where leg.isProcessor && seen.insert(leg.importer) {
      guard let party = projection.party(leg.importer) else { continue }
      let bytes = recipientObject(party, nil, isPossible: leg.isPossible || party.isPossible)
      objects.append(RecipientObject(bytes: bytes, data: []))
    }
    return objects
  }

  private func recipientObject(_ party: Published<Party>, _ services: PublicText?, isPossible: Bool) -> [UInt8] {
    let kind = party.kind?.value ?? .company
    let isNamed = kind != .class && kind != .circumstance
    let category = text(party.category) ?? (isNamed ? services ?? text(party.services) : name(party))
    return Object.bytes { json in
      if isNamed { json.text("name", name(party)) }
      if let country = code(party.country) {
        json.key("country")
        json.value(country)
      }
      json.text("category", category?.capitalised)
      // Beyond the schema, which knows only what is certain.
      if isPossible { json.truth("possible", true) }
    }
  }

  // MARK: Storage

  private func storageObject(_ rule: Published<RetentionRule>) -> [UInt8] {
    let periods = [rule.period, rule.minimum, rule.maximum, rule.backStop].compactMap { $0 }
    let words = [keeping(rule), text(rule.reason).map { say(.reason, $0) }].compactMap { $0 }
    let description = words.isEmpty ? text(rule.recordTitle()) : messages.sentences(words)
    let isFloor = rule.minimum != nil && periods.count == 1
    return Object.bytes { json in
      json.key("temporal")
      json.array { json in
        for period in periods {
          json.object { json in
            json.text("description", description)
            json.key("ttl")
            json.value(NoticeComposer.duration(period.value))
          }
        }
      }
      json.texts("purposeConditional", periods.isEmpty ? words + [text(rule.recordWords())].compactMap { $0 } : [])
      json.key("aggregationFunction")
      json.value(isFloor ? "min" : "max")
      if rule.isPossible { json.truth("possible", true) }
    }
  }

  /// A duration as ISO 8601 writes it, in years, months, days and hours.
  private static func duration(_ period: Period) -> String {
    let (years, months) = (Int(period.months) / 12, Int(period.months) % 12)
    let parts = [(years, "Y"), (months, "M"), (Int(period.days), "D")].filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    let hours = period.hours > 0 ? "T\(period.hours)H" : ""
    return parts.isEmpty && hours.isEmpty ? "PT0H" : "P" + parts.joined() + hours
  }

  // MARK: Sources

  /// Where data come from that people do not give themselves: Art 14.
  func otherSources() -> [UInt8] {
    var objects: [[UInt8]] = []
    for activity in covered {
      for source in activity.fields.sources?.elements() ?? [] {
        guard let origin = source.origin, let object = sourceObject(origin) else { continue }
        let own = source.data?.elements().map { $0 } ?? []
        for category in own.isEmpty ? categories(of: activity) : own {
          guard let name = name(category: category) else { continue }
          objects.append(
            Object.bytes { json in
              json.key("_id")
              json.value(String(objects.count + 1))
              json.text("dataCategory", name.capitalised)
              json.key("sources")
              json.raw(Object.list([object]))
            })
        }
      }
    }
    return Object.list(objects)
  }

  private func sourceObject(_ origin: Published<Origin>) -> [UInt8]? {
    switch origin.value {
    case .subject, .device, .derived: return nil
    case .publicSource, .party: break
    }
    guard let words = words(origin) else { return nil }
    var website: PublicText?
    if case .party(let reference) = origin.value {
      website = projection.party(reference.record).flatMap { PublicText(address: $0.website) }
    }
    return Object.bytes { json in
      json.text("description", words.capitalised)
      json.text("url", website)
      json.truth("publiclyAvailable", origin.isPublic)
    }
  }
}

extension MissingPlaces {
  /// Notes what is not said of whether data of an entry must be given: one place where it is nothing at all.
  fileprivate mutating func noteProvision(of number: Int, isKnown: Bool, hasConsequences: Bool) {
    let place = "/dataDisclosed/\(number)/nonDisclosure"
    if !isKnown && !hasConsequences { return note(place) }
    for name in ["legalRequirement", "contractualRegulation", "obligationToProvide"] where !isKnown {
      note(place + "/" + name)
    }
    note(place + "/consequences", if: !hasConsequences)
  }
}

extension Published<Origin> {
  fileprivate var isPublic: Bool { if case .publicSource = value { true } else { false } }
}

/// The elements of which no earlier one has the same mark.
private func unique<Element>(_ elements: [Element], by mark: (Element) -> RecordIndex) -> [Element] {
  var seen: Set<RecordIndex> = []
  return elements.filter { seen.insert(mark($0)).inserted }
}
