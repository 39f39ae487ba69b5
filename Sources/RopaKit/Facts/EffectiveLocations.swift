import LocatedYAML

extension Assessed {
  /// Every place where a body is recorded to be, to store or to see data, those of systems it runs included.
  func places(of party: Party) -> (known: [LegPlace], isOpen: Bool) {
    var known: [LegPlace] = []
    var isOpen = party.country.answer.isOpen || party.hosting.hasOpenElement() || party.accessFrom.hasOpenElement()
    if let country = party.country.given {
      known.append(
        LegPlace(territory: country, kind: .established, range: party.country.answer.range ?? party.common.anchor))
    }
    var lists = [(party.hosting, PlaceKind.hosting), (party.accessFrom, .access)]
    var seen: Set<RecordIndex> = []
    for mention in registry.mentions(of: party.common.record) where seen.insert(mention.from).inserted {
      guard let system = registry.header(mention.from).kind == .systems ? registry.system(mention.from) : nil,
        system.operator_.given?.record == party.common.record
      else { continue }
      lists += [(system.hosting, .hosting), (system.accessFrom, .access)]
      isOpen = isOpen || system.hosting.hasOpenElement() || system.accessFrom.hasOpenElement()
    }
    for (list, kind) in lists {
      for place in list.elements() where place.certainty.given != .example {
        if let country = place.country.given ?? registry.party(place.by.given)?.country.given {
          known.append(LegPlace(territory: country, kind: kind, range: place.range))
        } else {
          isOpen = true
        }
      }
    }
    return (known, isOpen)
  }
}
