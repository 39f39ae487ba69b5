import LocatedYAML

/// The Transparency Information Language: the notice as data for programs, by the schema of the repository
/// Transparency-Information-Language/schema. It is made from the same published values as the sentences.
///
/// The schema demands values that a notice need not have, such as the day of a notice of which nobody knows it. There stands what the schema
/// takes for nothing: an empty text, `false`, the country `ZZ` that no country has, the year `0000`. `meta.notStated` lists each such place,
/// so that no program takes it for an answer. What the schema does not demand is left out where nothing is said of it.
extension NoticeComposer {
  /// - Parameters:
  ///   - id: the notice's folder in the public tree.
  ///   - page: where the notice itself is found.
  /// - Returns: the bytes of the JSON file.
  func transparency(id: String, page: Link) -> [UInt8] {
    var missing = MissingPlaces()
    var parts: [(StaticString, [UInt8])] = []
    parts.append(("controller", controller(&missing)))
    parts.append(("dataProtectionOfficer", officer(&missing)))
    parts.append(("dataDisclosed", disclosed(&missing)))
    parts.append(("thirdCountryTransfers", thirdCountries()))
    parts.append(("accessAndDataPortability", accessAndPortability()))
    parts.append(("sources", otherSources()))
    parts.append(("rightToInformation", tool(of: ["informed"])))
    parts.append(("rightToRectificationOrDeletion", tool(of: ["rectification", "erasure"])))
    parts.append(("rightToDataPortability", tool(of: ["portability"])))
    parts.append(("rightToWithdrawConsent", tool(of: ["withdraw-consent"])))
    parts.append(("rightToComplain", complaint(&missing)))
    parts.append(("automatedDecisionMaking", decisionMaking()))
    // What will be done one day is in no record; a notice says it when the day has come.
    parts.append(("changesOfPurpose", Array("[]".utf8)))
    var json = JSONWriter()
    json.object { json in
      json.newline()
      json.key("meta")
      json.raw(meta(id: id, page: page, &missing))
      for (name, part) in parts {
        json.newline()
        json.key(name)
        json.raw(part)
      }
    }
    return NoticeComposer.hashed(json.bytes + [0x0A])
  }

  private static let noHash = String(repeating: "0", count: 64)

  /// The fingerprint of the document in which its own place holds zeros.
  private static func hashed(_ bytes: [UInt8]) -> [UInt8] {
    let mark = Array("\"_hash\":\"".utf8)
    // Quotes inside of values are escaped, so nothing before it reads so.
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: mark) }) else { return bytes }
    var hash = SHA256()
    hash.add(bytes)
    var hashed = bytes
    hashed.replaceSubrange((place + mark.count)..<(place + mark.count + 64), with: hash.digits(64).utf8)
    return hashed
  }

  private func meta(id: String, page: Link, _ missing: inout MissingPlaces) -> [UInt8] {
    let days =
      [notice.effective, notice.published].compactMap { $0 }
      + (notice.history?.elements() ?? []).compactMap { $0.effective }
    let modified = [notice.effective, notice.published].compactMap { $0?.value }.max()
    if days.isEmpty { missing.note("/meta/created") }
    if modified == nil { missing.note("/meta/modified") }
    let number = notice.version.flatMap { Int($0.value.text) }.flatMap { $0 > 0 ? $0 : nil }
    return Object.bytes { json in
      json.key("_id")
      json.value(id + "/" + messages.language.code)
      json.text("name", name(organisation))
      json.key("created")
      json.value(days.map(\.value).min()?.description ?? "0000")
      json.key("modified")
      json.value(modified?.description ?? "0000")
      // The versions that are known, where the notice's own word for this one is no number.
      json.key("version")
      json.value(number ?? 1 + (notice.history?.elements().count ?? 0))
      json.key("language")
      json.value(messages.language.code)
      json.key("status")
      json.value("active")
      json.key("url")
      json.value(page.address)
      json.key("_hash")
      json.value(NoticeComposer.noHash)
      json.key("notStated")
      json.array { json in for place in missing.places { json.value(place) } }
    }
  }

  private func controller(_ missing: inout MissingPlaces) -> [UInt8] {
    let path = "/controller"
    let address = PublicText.lines(of: organisation.address, in: language)
    let country = code(organisation.country)
    let representative = organisation.own()?.representatives?.elements().first?.party?.followed()
    let contact = representative?.contacts?.values().first { $0.email != nil }
    let words: [(StaticString, PublicText?)] = [
      ("name", representative.flatMap { name($0) }), ("email", PublicText(email: contact?.email)),
    ]
    missing.note(path + "/address", if: address.isEmpty)
    missing.note(path + "/country", if: country == nil)
    for (name, text) in words { missing.note("\(path)/representative/\(name)", if: text == nil) }
    return Object.bytes { json in
      json.text("name", name(organisation))
      json.text("address", address.isEmpty ? nil : messages.series(address))
      json.key("country")
      json.value(country ?? MissingPlaces.country)
      json.key("representative")
      json.object { json in for (name, text) in words { json.text(name, text) } }
    }
  }

  private func officer(_ missing: inout MissingPlaces) -> [UInt8] {
    let officer = organisation.own()?.dpo
    let isAppointed = officer?.value.status.given?.value == .appointed
    let contact = isAppointed ? self.contact(officer?.contact) : nil
    let post = PublicText.lines(of: contact?.post, in: language)
    // The officer's letters go where ours go.
    let country = post.isEmpty ? nil : code(organisation.country)
    let words: [(StaticString, PublicText?)] = [
      ("name", contact.flatMap { text($0.role) }), ("address", post.isEmpty ? nil : messages.series(post)),
      ("email", PublicText(email: contact?.email)),
    ]
    for (name, text) in words { missing.note("/dataProtectionOfficer/\(name)", if: text == nil) }
    missing.note("/dataProtectionOfficer/country", if: country == nil)
    return Object.bytes { json in
      for (name, text) in words { json.text(name, text) }
      json.key("country")
      json.value(country ?? MissingPlaces.country)
      json.telephone("phone", PublicText(telephone: contact?.telephone))
    }
  }

  /// The code of a country; nil for regions.
  func code(_ territory: Published<Territory>?) -> String? { territory.flatMap { code($0.value) } }
  func code(_ territory: Territory) -> String? {
    guard case .country(let country) = territory else { return nil }
    let code = law.law.countries[Int(country.row)].code
    return code.utf8.count == 2 ? code : nil
  }
}

/// The places of values that the schema demands and the notice does not say.
struct MissingPlaces {
  /// No country has this code.
  static let country = "ZZ"
  /// JSON pointers, in the order in which they were met.
  private(set) var places: [String] = []
  mutating func note(_ place: String, if isMissing: Bool = true) { if isMissing { places.append(place) } }
}

/// A JSON object or list as bytes.
enum Object {
  static func bytes(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(body)
    return json.bytes
  }

  static func list(_ items: [[UInt8]]) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for item in items {
        json.newline()
        json.raw(item)
      }
    }
    return json.bytes
  }
}

extension JSONWriter {
  /// Words of the notice; empty where it has none.
  mutating func text(_ key: StaticString, _ text: PublicText?) {
    self.key(key)
    value(text?.plain ?? "")
  }

  mutating func texts(_ key: StaticString, _ texts: [PublicText]) {
    self.key(key)
    array { json in for text in texts { json.value(text.plain) } }
  }

  /// A telephone number of digits and the signs between them; left out where it is none.
  mutating func telephone(_ key: StaticString, _ number: PublicText?) {
    guard let number = number?.plain, Link(telephone: number) != nil else { return }
    self.key(key)
    value(number)
  }

  mutating func truth(_ key: StaticString, _ truth: Bool) {
    self.key(key)
    value(truth)
  }
}
