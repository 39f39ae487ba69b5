import LocatedYAML

/// Where data are kept, and what protects them there.
extension NoticeComposer {
  func systems() -> [PublicBlock] {
    var seen = noRecords()
    let items = covered.flatMap { $0.fields.systems?.elements() ?? [] }.filter { seen.insert($0.value.record) }
      .compactMap { $0.followed() }.compactMap { item(system: $0) }
    return items.isEmpty ? [] : [.paragraph(say(.systems)), .list(items)]
  }

  /// A system with who runs it, where, and what it holds. The record's own words take the place of composed details.
  private func item(system: Published<System>) -> PublicText? {
    guard var item = text(system.recordTitle()) else { return nil }
    if let medium = system.medium.flatMap({ MessageKey(named: "medium-" + $0.value.rawValue) }) {
      item = say(medium, item)
    }
    let party = system.operator_?.followed()
    if system.operator_?.value.record == organisation.value.common.record {
      item = say(.weRun, item)
    } else if let name = party.flatMap({ name($0) }) {
      item = say(.runsSystem, item, name)
    }
    let own = places(system.hosting?.elements() ?? [])
    let places = own.isEmpty ? places(party?.hosting?.elements() ?? []) : own
    if !places.isEmpty { item = say(.systemPlace, item, messages.list(places)) }
    if system.isPossible { item = say(.possibly, item) }
    let sentences = contents(of: system) + [text(system.recordWords())].compactMap { $0 }
    return sentences.isEmpty ? item : messages.sentences([item] + sentences)
  }

  /// Where data certainly are stored: countries, with premises and networks where a record names them.
  private func places(_ places: [Published<Place>]) -> [PublicText] {
    unique(
      places.compactMap { place in
        guard !place.isPossible, let country = place.country else { return nil }
        let details = [text(place.premises), text(place.network)].compactMap { $0 }
        let words = PublicText(country, law, messages)
        return details.isEmpty ? words : say(.placeDetails, words, messages.list(details))
      })
  }

  private func contents(of system: Published<System>) -> [PublicText] {
    var sentences: [PublicText] = []
    if let data = names(system.data) { sentences.append(say(.holds, data)) }
    switch system.dataState?.state?.value {
    case .pseudonymised?: sentences.append(say(.systemPseudonymised))
    case .anonymised?, .anonymous?: sentences.append(say(.systemAnonymised))
    case .identified?, .inferred?, nil: break
    }
    if let maker = system.software?.followed().flatMap({ shortName($0) }) { sentences.append(say(.madeBy, maker)) }
    return sentences
  }

  func security() -> [PublicBlock] {
    let controls = controls()
    let measures = measures(of: controls)
    var blocks: [PublicBlock] = measures.isEmpty ? [] : [.paragraph(say(.measures)), .list(measures)]
    blocks += controls.compactMap { text($0.recordWords()) }.map { .paragraph($0) }
    let certificates = certificates()
    if !certificates.isEmpty { blocks += [.paragraph(say(.certificates)), .list(certificates)] }
    return blocks
  }

  /// The measures in place for the covered activities: those of the organisation, the activities, their systems and those who work for us.
  private func controls() -> [Published<Control>] {
    var seen = noRecords()
    var controls: [Published<Control>] = []
    func add(_ references: PublishedElements<Reference<Control>>?) {
      for reference in references ?? [] where seen.insert(reference.value.record) {
        if let control = reference.followed(), control.value.isInPlace, !control.isPossible { controls.append(control) }
      }
    }
    add(organisation.controls?.elements())
    for activity in covered {
      add(activity.fields.controls?.elements())
      for system in activity.fields.systems?.elements() ?? [] where seen.insert(system.value.record) {
        add(system.followed()?.controls?.elements())
      }
    }
    for leg in legs where leg.isProcessor && !leg.isPossible && seen.insert(leg.importer) {
      add(projection.party(leg.importer)?.controls?.elements())
    }
    return controls
  }

  /// Each sort of measure once, with how strong it is and how often it is repeated. A control's own words say that better, so that it is
  /// not listed besides, unless it is repeated.
  private func measures(of controls: [Published<Control>]) -> [PublicText] {
    var rows: [(name: PublicText, details: [PublicText])] = []
    var rowOf: [PublicText: Int] = [:]
    for control in controls {
      let isTold = text(control.recordWords()) != nil
      if isTold && control.every == nil { continue }
      let details = isTold ? nil : text(control.strength)
      for measure in control.measures?.elements() ?? [] {
        var name = PublicText(law: law.law.measures[Int(measure.value.index.value)], messages)
        if let every = control.every { name = say(.measureEvery, name, messages.interval(every.value)) }
        let row = rowOf[name] ?? rows.count
        if row == rows.count {
          rowOf[name] = row
          rows.append((name, []))
        }
        if let details, !rows[row].details.contains(details) { rows[row].details.append(details) }
      }
    }
    return rows.map { $0.details.isEmpty ? $0.name : say(.nameAndWhat, $0.name, messages.list($0.details)) }
  }

  private func certificates() -> [PublicText] {
    unique(
      (organisation.certificates?.values() ?? []).filter { certificate in
        certificate.value.expires.given.map { $0 >= law.day } ?? true
      }.compactMap { certificate -> PublicText? in
        guard let kind = certificate.kind?.settled() as Published<Line>? else { return nil }
        guard let name = MessageKey(named: "certificate-" + kind.value.text).map({ say($0) }) ?? PublicText(kind)
        else { return nil }
        let scope = certificate.scope
        let covered =
          [text(scope?.text)].compactMap { $0 }
          + (scope?.systems?.elements() ?? []).compactMap { $0.followed() }.compactMap { text($0.recordTitle()) }
        return covered.isEmpty ? name : say(.certificateScope, name, messages.list(covered))
      })
  }
}
