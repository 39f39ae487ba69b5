/// Whether two names of cookies are the same thing; an asterisk at the end of either stands for the rest of a name.
func isSameCookie(_ name: String, _ pattern: String) -> Bool {
  let (name, pattern) = (name.utf8, pattern.utf8)
  let asterisk = UInt8(ascii: "*")
  if pattern.last == asterisk { return name.starts(with: pattern.dropLast()) }
  if name.last == asterisk { return pattern.starts(with: name.dropLast()) }
  return name.elementsEqual(pattern)
}

extension Registry {
  /// The judged cookies of a site, each once, in the order of the register.
  func cookies(on site: Site) -> [Cookie] {
    var found: [Cookie] = []
    for mention in mentions(of: site.common.record) {
      guard let cookie = cookie(at: mention.from), cookie.common.isJudged,
        cookie.sites.elements().contains(where: { $0.record == site.common.record }),
        !found.contains(where: { $0 === cookie })
      else { continue }
      found.append(cookie)
    }
    return found
  }

  /// The bodies, other than our own, that set a cookie or get what it collects, as far as they are known.
  func others(of cookie: Cookie) -> [Reference<Party>] {
    var found = cookie.setter.given.map { [$0] } ?? []
    found += cookie.sharedWith.elements().filter { $0.certainty.given != .example }.compactMap(\.party.given)
    return found.filter { $0.record.isResolved && !isOurs($0.record) }
  }
}

extension Cookie {
  /// Its names, and those of its group with durations of their own.
  var allNames: [String] { names.given?.all ?? [] }
  /// Some of its names are not known, so that something else may turn out to be one of them.
  var hasUnknownNames: Bool { names.given == nil }
  /// How long it lasts at most, in days; nil for a session and where nobody says.
  var longestDays: Double? {
    var answers = [duration.answer]
    if case .durations(let entries)? = names.given { answers += entries.map(\.value) }
    return answers.compactMap { answer -> Double? in
      if case .period(let period)? = answer.given { return period.approximateDays }
      return nil
    }.max()
  }
}

extension Assessed {
  /// The product that a cookie's name is known for; one of the register's own list has no product.
  func knownTracker(_ cookie: Cookie) -> (name: String, product: String?)? {
    let own = registry.settings?.policy.given?.knownTrackers.elements().map(\.text) ?? []
    for name in cookie.allNames {
      let row = law.law.devices.knownTrackers.first { $0.names.contains { isSameCookie(name, $0) } }
      if let row { return (name, row.row.title) }
      if own.contains(where: { isSameCookie(name, $0) }) { return (name, nil) }
    }
    return nil
  }
}
