import LocatedYAML

@testable import RopaKit

/// A register generated from the descriptions: one record of each kind, whose fields are all given, at every depth.
struct Garden {
  enum Planting: Equatable {
    /// A mark in every internal field that can hold one.
    case `internal`
    /// A mark in every public field that can hold one.
    case `public`
    /// Every field that takes an answer is none, unknown or not applicable, with a marked reason; the ordinary words around it stay.
    case answers(String)
  }

  private let planting: Planting
  private let text: (String) -> String
  private(set) var canaries: [Canary] = []
  private(set) var files: [SourceFile] = []
  private var days = 0
  private var listsAllSections = false

  init(_ planting: Planting, text: @escaping (String) -> String) {
    self.planting = planting
    self.text = text
  }

  /// The ids of the records; the public ones are never marks, because they are addresses.
  static let ids: [RecordKind: String] = [
    .activities: "use", .assessments: "canary-assessment", .consents: "canary-consent", .cookies: "crumbs",
    .sites: "front", .waivers: "canary-waiver", .controls: "lock", .dataCategories: "colour", .dataSubjects: "guests",
    .lawfulBases: "ground",
    .notices: "page", .organisations: "house", .people: "canary-person", .processors: "helper", .recipients: "guest",
    .retention: "keeping", .statements: "promise", .systems: "box", .transfers: "trip",
  ]

  /// Values without which nothing would be covered, in force or reached: the shape of the register, not its content.
  static let fixed: [String: String] = [
    "activities.processor": "", "activities.controller": "[house, guest]", "activities.systems": "box",
    "activities.recipients.party": "guest",
    "activities.certainty": "", "activities.sources.from": "house", "activities.automated-decisions.solely": "true",
    "activities.automated-decisions.significant": "true", "systems.operator": "helper",
    "notices.organisation": "house", "notices.activities": "use", "notices.effective": "2026-01-01",
    "notices.languages": "en", "notices.sections.section": "who-we-are", "notices.sections.activities": "",
    "notices.sections.replace": "false", "notices.links.url": "https://example.org/link",
    "organisations.regimes": "uk-gdpr", "organisations.dpo.status": "appointed", "organisations.dpo.contact": "desk",
    "organisations.rights.contact": "desk", "organisations.complaints.contact": "desk", "organisations.country": "GB",
    "processors.sub-processors.party": "guest", "processors.country": "US", "recipients.kind": "company",
    "recipients.country": "FR", "organisations.kind": "company", "processors.kind": "company",
    "organisations.complaints.regulator": "guest", "statements.except.parties": "guest",
    "controls.status": "implemented", "transfers.exporter": "house", "transfers.importer": "helper",
    "transfers.countries": "US",
    "transfers.regime": "uk-gdpr", "transfers.status": "active", "transfers.kind": "", "transfers.mechanism": "idta",
    "organisations.certificates.kind": "canary certificate", "activities.status": "active",
    "activities.regimes": "uk-gdpr", "organisations.certificates.expires": "2027-01-01",
    "lawful-bases.article-6": "[consent, legitimate-interests]", "lawful-bases.article-9": "vital-interests",
    "data-categories.special": "true", "activities.data.special": "true", "data-categories.criminal": "true",
    "activities.recipients.role": "controller", "activities.recipients.state": "identified",
    "activities.purposes.example": "false", "transfers.activities": "use",
    "sites.links.kind": "share", "sites.links.url": "https://example.org/share", "sites.system": "box",
    "cookies.activity": "use",
    "organisations.same-as": "", "processors.same-as": "", "recipients.same-as": "", "organisations.mentioned": "",
    "recipients.mentioned": "", "processors.mentioned": "",
  ]

  mutating func grow() {
    add(
      "registry.yaml",
      "title: Register\norganisations: house\nlanguages: en\nquestions: {owner: canary-person, due: 2027-01-31}\n")
    for kind in RecordKind.allCases {
      let body = mapping(kind.fields, path: kind.rawValue, inInternal: kind.isNeverPublished, depth: 0)
      add("\(kind.rawValue)/\(Garden.ids[kind]!).yaml", body)
    }
    // A second notice has every section there is; the first one has a section with text and statements of its own.
    listsAllSections = true
    add("notices/whole.yaml", mapping(RecordKind.notices.fields, path: "notices", inInternal: false, depth: 0))
    files.sort { $0.path < $1.path }
  }

  private mutating func add(_ path: String, _ text: String) {
    files.append(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  private mutating func mapping(_ set: FieldSet, path: String, inInternal: Bool, depth: Int) -> String {
    set.fields.map { field in
      let name = field.name.description
      let place = "\(path).\(name)"
      if let fixed = Garden.fixed[place] { return fixed.isEmpty ? "" : line(name, fixed, depth) }
      // Text in a file stands in place of text in the record, never beside it.
      if case .textFile = field.shape { return "" }
      // Conditions of publication: with other values nothing would be shown, and nothing could leak.
      if name == "certainty" || name == "publish" { return "" }
      if listsAllSections && place == "notices.sections" {
        return line(name, "[\(SectionName.allCases.map(\.rawValue).joined(separator: ", "))]", depth)
      }
      let isInternal = inInternal || field.visibility == .internal
      if case .answers(let word) = planting, isLeaf(field.shape), field.takesAnswers, name != "title",
        !place.hasPrefix("people.")
      {
        return line(name, "{\(word): \(mark(place))}", depth)
      }
      return value(name, field.shape, place, isInternal, depth)
    }.joined()
  }

  private func isLeaf(_ shape: ShapeDescription) -> Bool {
    switch shape {
    case .fields, .keyed: false
    case .list(let element), .perRegime(let element): isLeaf(element)
    default: true
    }
  }

  private func line(_ name: String, _ value: String, _ depth: Int) -> String {
    String(repeating: "  ", count: depth) + "\(name): \(value)\n"
  }

  private mutating func value(
    _ name: String, _ shape: ShapeDescription, _ place: String, _ isInternal: Bool, _ depth: Int
  ) -> String {
    switch shape {
    case .fields(let set, _):
      let inner = mapping(set, path: place, inInternal: isInternal, depth: depth + 1)
      return inner.isEmpty ? "" : line(name, "", depth) + inner
    case .keyed(.fields(let set, _)):
      let inner = mapping(set, path: place, inInternal: isInternal, depth: depth + 2)
      return line(name, "", depth) + line(key(place, isInternal), "", depth + 1) + inner
    case .list(.fields(let set, _)):
      let inner = mapping(set, path: place, inInternal: isInternal, depth: depth + 2)
      let indent = String(repeating: "  ", count: depth + 2).count
      return line(name, "", depth) + String(repeating: "  ", count: depth + 1) + "- " + inner.dropFirst(indent)
    case .perRegime(.fields), .keyed: return ""
    case .either(let shapes): return value(name, shapes[0], place, isInternal, depth)
    case .mapped(let element):
      return line(name, "", depth) + value("entry", element, place, isInternal, depth + 1)
    case .list(let element), .perRegime(let element): return value(name, element, place, isInternal, depth)
    default: return scalar(shape, place, isInternal).map { line(name, $0, depth) } ?? ""
    }
  }

  /// Ids inside records are internal, except that a contact must be found by the id that other fields name and that forms have addresses.
  private mutating func key(_ place: String, _ isInternal: Bool) -> String {
    if place == "organisations.contacts" { return "desk" }
    // An address, as the ids of notices are.
    if place == "sites.forms" { return "entry" }
    guard planting == .internal else { return "entry" }
    let id = "canary-key-\(canaries.count)"
    canaries.append(Canary(place: place + ".id", forms: [id]))
    return id
  }

  private mutating func mark(_ place: String) -> String {
    let word = text("Canary\(canaries.count)x")
    canaries.append(Canary(place: place, forms: ["Canary\(canaries.count)x"]))
    return "\"\(word)\""
  }

  private func isMarked(_ isInternal: Bool) -> Bool { planting == (isInternal ? .internal : .public) }

  private mutating func scalar(_ shape: ShapeDescription, _ place: String, _ isInternal: Bool) -> String? {
    switch shape {
    case .text, .line: return isMarked(isInternal) ? mark(place) : "plain words"
    case .textFile: return nil
    case .anything: return isMarked(isInternal) ? mark(place) : "plain words"
    case .date:
      days += 1
      // A year of its own, so that no day is a part of another one's words.
      let day = Day(year: 1000 + days, month: 1, day: 1)!
      if isMarked(isInternal) {
        let words = shippedMessages.messages(Language("en"))!.words(day)
        canaries.append(Canary(place: place, forms: [day.description, words]))
      }
      return day.description
    case .duration:
      days += 1
      if isMarked(isInternal) {
        canaries.append(Canary(place: place, forms: ["\(9000 + days) days", "P\(9000 + days)D"]))
      }
      return "P\(isMarked(isInternal) ? 9000 + days : 20)D"
    case .wholeNumber:
      if case .internal = planting, isInternal {
        days += 1
        canaries.append(Canary(place: place, forms: [String(7_654_000 + days)]))
        return String(7_654_000 + days)
      }
      return "1"
    case .truth: return "true"
    case .country: return "FR"
    case .language: return "en"
    case .word(let words): return words[0]
    case .term(let table):
      switch table {
      case .lawfulBases: return "consent"
      case .specialConditions: return "explicit-consent"
      case .mechanisms: return "adequacy"
      case .measures: return "backup"
      case .dataCategories: return "name"
      case .dataSubjects: return "customer"
      }
    case .reference(let space), .referenceOrWord(let space, _):
      return space == .party ? "guest" : RecordKind.allCases.first { $0.space == space }.flatMap { Garden.ids[$0] }
    case .recordPath: return "activities/use"
    case .innerID: return "entry"
    case .rule: return "owner-missing"
    case .phrase: return "the end of it"
    case .list, .perRegime, .fields, .keyed, .mapped, .either: return nil
    }
  }
}
