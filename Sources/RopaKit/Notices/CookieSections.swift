import LocatedYAML

/// What is stored on and read from the reader's device.
extension NoticeComposer {
  func cookies() -> [PublicBlock] {
    let (sites, cookies) = coveredSites()
    var blocks: [PublicBlock] = []
    // A site may be covered, and have none of the cookies.
    var setting = noRecords()
    for cookie in cookies { for site in cookie.value.sites.elements() { _ = setting.insert(site.record) } }
    let settingSites = sites.filter { setting.contains($0.value.common.record) }
    let names = settingSites.compactMap { site -> PublicText? in
      guard let title = text(site.recordTitle()) else { return nil }
      return PublicText(address: site.address).map { say(.nameAndAddress, title, $0) } ?? title
    }
    let groups = groups(of: cookies, on: settingSites)
    if !names.isEmpty && !groups.isEmpty { blocks.append(.paragraph(say(.cookieSites, messages.list(names)))) }
    for site in sites { blocks += choices(on: site) }
    for group in groups {
      if groups.count > 1 || group.key.category != nil {
        let category = group.key.category.flatMap { MessageKey(named: "category-" + $0.rawValue) }
        blocks.append(.subheading(say(category ?? .categoryOther)))
      }
      if !group.key.routes.isEmpty { blocks.append(.paragraph(messages.sentences(group.key.routes))) }
      let columns = [
        say(.columnCookie), say(.columnSetter), say(.columnCookiePurpose), say(.columnCookieDuration),
      ]
      blocks.append(.table(PublicTable(columns: columns, rows: group.rows)))
    }
    if sites.contains(where: { $0.cookieList?.value == .illustrative }) {
      blocks.append(.paragraph(say(.cookieExamples)))
    }
    for site in sites { blocks += others(on: site) }
    return blocks
  }

  /// The sites that belong to what the notice covers, and the cookies on them. A cookie that feeds an activity goes with that activity.
  private func coveredSites() -> ([Published<Site>], [Published<Cookie>]) {
    var reached = noRecords()
    for activity in covered {
      _ = reached.insert(activity.fields.value.common.record)
      for system in activity.fields.value.systems.elements() { _ = reached.insert(system.record) }
    }
    var shown = noRecords()
    for site in registry.records.sites {
      let isReached =
        site.system.given.map { reached.contains($0.record) } ?? false
        || (site.forms.given?.values ?? []).contains { form in
          form.activity.given.map { reached.contains($0.record) } ?? false
        }
      if isReached { _ = shown.insert(site.common.record) }
    }
    let cookies = registry.records.cookies.filter { cookie in
      guard let activity = cookie.activity.given else {
        return cookie.sites.elements().contains { shown.contains($0.record) }
      }
      guard reached.contains(activity.record) else { return false }
      for site in cookie.sites.elements() { _ = shown.insert(site.record) }
      return true
    }
    return (
      registry.records.sites.filter { shown.contains($0.common.record) }.compactMap { projection.admit($0) },
      cookies.compactMap { projection.admit($0) }
    )
  }

  /// Cookies of one heading that the law allows in the same way, headings in their usual order.
  private func groups(of cookies: [Published<Cookie>], on sites: [Published<Site>]) -> [CookieGroup] {
    var groups: [CookieGroup] = []
    var groupOf: [CookieGroup.Key: Int] = [:]
    for cookie in cookies {
      guard let row = row(of: cookie, on: sites) else { continue }
      let key = CookieGroup.Key(category: cookie.category?.value, routes: routes(of: cookie))
      if let index = groupOf[key] {
        groups[index].rows.append(row)
      } else {
        groupOf[key] = groups.count
        groups.append(CookieGroup(key: key, rows: [row]))
      }
    }
    return CookieGroup.order.flatMap { category in groups.filter { $0.key.category == category } }
  }

  /// What allows it, under each regime where that differs: also one that only visitors of the site are under.
  private func routes(of cookie: Published<Cookie>) -> [PublicText] {
    let answers = Regime.allCases.compactMap { regime in
      cookie.route?.answer(regime).flatMap { MessageKey(named: "cookie-route-" + $0.value.rawValue) }.map {
        (regime, say($0))
      }
    }
    let words = unique(answers.map(\.1))
    if words.count < 2 { return words }
    return answers.map { regime, words in
      law.name(of: regime).map { say(.protectionUnder, PublicText(shortNameOf: $0, messages), words) } ?? words
    }
  }

  /// Nil when nothing is known that would tell the reader which ones are meant.
  private func row(of cookie: Published<Cookie>, on sites: [Published<Site>]) -> [[PublicText]]? {
    guard let words = which(cookie) else { return nil }
    let setter: PublicText? = cookie.setter.flatMap { setter in
      registry.isOurs(setter.value.record) ? say(.ourselves) : setter.followed().flatMap { name($0) }
    }
    let lasting = cookie.duration.map { self.words($0.value) }
    return [
      [cookie.isPossible ? say(.possibly, words) : words], setter.map { [$0] } ?? [], details(of: cookie, on: sites),
      lasting.map { [$0] } ?? [],
    ]
  }

  /// A group by its title, its number and the names of its members, as far as they are known.
  private func which(_ cookie: Published<Cookie>) -> PublicText? {
    let names = (cookie.names?.entries() ?? []).compactMap { name, lasting in
      PublicText(name).map(\.asWritten).map { name in
        lasting.map { say(.cookieLasting, name, words($0.value)) } ?? name
      }
    }
    let kind = cookie.kind?.value.value ?? .cookie
    // That names are names of cookies goes without saying.
    let number = names.isEmpty ? cookie.count?.value.value : kind == .cookie ? nil : names.count
    let amount = number.flatMap { number in
      MessageKey(named: "kind-" + kind.rawValue).map { messages.count($0, number) }
    }
    var members = names.isEmpty ? nil : messages.list(names)
    if let amount { members = members.map { say(.nameAndWhat, amount, $0) } ?? amount }
    guard let title = text(cookie.recordTitle()) else { return members }
    return members.map { say(.nameAndWhat, title, $0) } ?? title
  }

  /// The sites of a cookie that is not on all of them.
  private func whereSet(_ cookie: Published<Cookie>, _ sites: [Published<Site>]) -> PublicText? {
    let own = cookie.value.sites.elements()
    let its = sites.filter { site in own.contains { $0.record == site.value.common.record } }
    let names = its.compactMap { text($0.recordTitle()) }
    return names.isEmpty || its.count == sites.count ? nil : say(.cookieSites, messages.list(names))
  }

  private func words(_ duration: CookieDuration) -> PublicText {
    switch duration {
    case .session: say(.session)
    case .period(let period): messages.words(period)
    }
  }

  private func details(of cookie: Published<Cookie>, on sites: [Published<Site>]) -> [PublicText] {
    var details = [text(cookie.purpose)].compactMap { $0 }
    if let words = whereSet(cookie, sites) { details.append(words) }
    switch cookie.via?.value {
    case .embed?: details.append(say(.viaEmbed))
    case .script?: details.append(say(.viaScript))
    case nil: break
    }
    if let words = pages(cookie.pages) { details.append(words) }
    let domains = (cookie.seenUnder?.elements() ?? []).compactMap { PublicText($0) }
    if !domains.isEmpty { details.append(say(.domains, messages.list(domains))) }
    for isPossible in [false, true] {
      let bodies = (cookie.sharedWith?.elements() ?? []).filter { $0.isPossible == isPossible }
        .compactMap { $0.party?.followed() }.compactMap { name($0) }
      if !bodies.isEmpty { details.append(say(isPossible ? .mayBeSharedWith : .sharedWith, messages.list(bodies))) }
    }
    if let how = text(cookie.optOut?.how) { details.append(messages.sentences([say(.cookieObjection, how)])) }
    if let words = text(cookie.recordWords()) { details.append(words) }
    return details.count < 2 ? details : details.map { messages.sentences([$0]) }
  }

  /// On which pages of a site something is; "some" is the word of the field for pages that nobody lists.
  private func pages(_ pages: Published<Text>?) -> PublicText? {
    guard let words = text(pages) else { return nil }
    return words.plain == "some" ? say(.somePages) : say(.onPages, words)
  }

  /// How a site asks, and how one changes one's mind.
  private func choices(on site: Published<Site>) -> [PublicBlock] {
    var sentences = [text(site.recordWords())].compactMap { $0 }
    if let banner = site.banner {
      let buttons = (banner.buttons?.elements() ?? []).compactMap { text($0) }.map { say(.quoted, $0) }
      if buttons.count == 1 { sentences.append(say(.bannerButton, buttons[0])) }
      if buttons.count > 1 { sentences.append(say(.bannerButtons, messages.alternatives(buttons))) }
      if let effect = text(banner.effect) { sentences.append(say(.refusing, effect)) }
      if let how = text(banner.withdraw) { sentences.append(say(.bannerWithdraw, how)) }
    }
    return sentences.isEmpty ? [] : [.paragraph(messages.sentences(sentences))]
  }

  /// Content of others on a site, and links that pass something on.
  private func others(on site: Published<Site>) -> [PublicBlock] {
    let embeds = (site.embeds?.elements() ?? []).compactMap { embed -> PublicText? in
      guard let name = embed.party?.followed().flatMap({ name($0) }) else { return nil }
      let what = text(embed.what).map { say(.nameAndWhat, name, $0) } ?? name
      return pages(embed.pages).map { messages.sentences([what, $0]) } ?? what
    }
    let links = (site.links?.elements() ?? []).compactMap { link -> PublicText? in
      guard link.kind?.value == .share, let name = link.to?.followed().flatMap({ name($0) }) else { return nil }
      return link.url.flatMap { PublicText(address: $0, title: name) } ?? name
    }
    return (embeds.isEmpty ? [] : [.paragraph(say(.embeds)), .list(embeds)])
      + (links.isEmpty ? [] : [.paragraph(say(.shareLinks)), .list(links)])
  }
}

/// Rows of one heading that the law allows in the same way.
private struct CookieGroup {
  struct Key: Hashable {
    let category: CookieCategory?
    let routes: [PublicText]
  }
  /// Cookies that nobody has sorted come last.
  static let order: [CookieCategory?] = [.necessary, .preferences, .statistics, .marketing, nil]
  let key: Key
  var rows: [[[PublicText]]]
}
