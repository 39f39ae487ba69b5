import LocatedYAML

/// What allows a cookie to be stored or read, as its record says it for the visitors of its sites.
extension Registry {
  /// The regimes of the visitors of a cookie's sites; where no site says who visits it, those of the organisations.
  package func regimes(of cookie: Cookie) -> (regimes: [Regime], isOpen: Bool) {
    var regimes: [Regime] = []
    var isOpen = cookie.sites.hasOpenElement()
    func add(_ found: [Regime]) { for regime in found where !regimes.contains(regime) { regimes.append(regime) } }
    for reference in cookie.sites.elements() {
      guard let site = site(reference) else { continue }
      if let found = self.regimes(of: site) { add(found) } else { isOpen = true }
    }
    if regimes.isEmpty && !isOpen { add(ownRegimes) }
    return (regimes.sorted(), isOpen)
  }

  /// The regimes of the visitors of a site; nil where who they are is an open question.
  func regimes(of site: Site) -> [Regime]? {
    switch site.visitors.answer {
    case .given(let visitors, _): visitors.regimes
    case .unknown, .unusable: nil
    case .absent, .none, .notApplicable: ownRegimes
    }
  }

  private var ownRegimes: [Regime] { organisations.flatMap { $0.own?.declaredRegimes ?? [] } }

  /// A cookie as messages name it: its title, else its names, else its id.
  func words(for cookie: Cookie) -> String {
    if let title = cookie.common.title.given?.value { return title.first }
    if let names = cookie.names.given?.all, !names.isEmpty { return joined(names) }
    return header(cookie.common.record).id
  }
}

extension Visitors {
  /// The regimes that protect them.
  package var regimes: [Regime] {
    switch self {
    case .uk: [.ukGDPR]
    case .eu: [.euGDPR]
    case .both: [.ukGDPR, .euGDPR]
    }
  }
}

extension LawOnDay {
  /// The row of a route under a regime on the day; nil where the regime does not know it then.
  package func row(of route: CookieRoute, _ regime: Regime) -> StorageRouteRow? {
    storageRoutes(regime).first { $0.row.id == route.rawValue }
  }
}

extension Assessed {
  /// The conditions of a route that a cookie's record shows not to be met, and whether some are open questions.
  func unmet(_ route: StorageRouteRow, _ cookie: Cookie) -> (conditions: [(id: String, words: String)], isOpen: Bool) {
    var unmet: [(id: String, words: String)] = []
    var isOpen = false
    for condition in route.conditions {
      switch state(of: condition.id, cookie) {
      case true?: break
      case false?: unmet.append(condition)
      case nil: isOpen = true
      }
    }
    return (unmet, isOpen)
  }

  /// Whether a condition of the table is shown; nil for an open question. What no record can show counts as shown.
  private func state(of condition: String, _ cookie: Cookie) -> Bool? {
    switch condition {
    case "sole-purpose": return cookie.solePurpose.answer.isTrue
    case "service-provider":
      return cookie.setter.answer.tested { registry.isOurs($0.record) || isBoundProcessor($0) }
    case "not-shared": return isKeptToHelpers(cookie.sharedWith)
    case "clear-information": return cookie.purpose.answer.tested { _ in true }.map { $0 && publishesCookies }
    case "objection":
      guard case .given(let optOut, _) = cookie.optOut.answer else { return cookie.optOut.answer.isOpen ? nil : false }
      let answers = [optOut.simple.answer.isTrue, optOut.free.answer.isTrue]
      return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    default: return true
    }
  }

  private func isKeptToHelpers(_ sharing: Public<List<CookieSharing>>) -> Bool? {
    switch sharing.answer {
    case .given(let list, _):
      let others = list.elements.contains { sharing in
        guard sharing.certainty.given != .example, let party = sharing.party.given else { return false }
        return !registry.isOurs(party.record) && !isBoundProcessor(party)
      }
      return others ? false : list.open.isEmpty ? true : nil
    case .none, .notApplicable: return true
    case .absent: return false
    case .unknown, .unusable: return nil
    }
  }

  /// A body that works on instructions, with no purposes of its own in its contracts.
  func isBoundProcessor(_ reference: Reference<Party>) -> Bool {
    guard let party = registry.party(reference), party.face == .processors else { return false }
    return !(party.agreements.given?.values ?? []).contains { $0.ownPurposes.given != nil }
  }

  /// A notice in force has a section on cookies: a composed one, or own text that is said to tell of them.
  private var publishesCookies: Bool {
    zip(registry.records.notices, facts.notices).contains { notice, facts in
      facts.isPublished
        && (notice.sections.given == nil
          || notice.sections.elements().contains { section in
            section.section.given == .cookies && section.replace.given?.value != true
              || section.elements.elements().contains(.cookies)
          })
    }
  }
}

extension Answer {
  /// The outcome of a test of the value: false for none at all, nil for an open question.
  func tested(_ test: (Value) -> Bool) -> Bool? {
    switch self {
    case .given(let value, _): test(value)
    case .absent, .none, .notApplicable: false
    case .unknown, .unusable: nil
    }
  }
}

extension Answer where Value == Truth {
  /// True, false (also for no answer), nil for an open question.
  var isTrue: Bool? { tested(\.value) }
}
