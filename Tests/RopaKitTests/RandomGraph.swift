import LocatedYAML

/// A small random register of one activity, and what data reach in it.
struct RandomGraph {
  struct Spot {
    var country: String?
    var by: Int?
  }
  struct Body {
    var country: String?
    var hosting: [Spot]
    var access: [Spot]
    var subProcessors: [Int]
  }
  /// `operatorBody` is nil for a system that the organisation runs itself.
  struct Machine {
    var operatorBody: Int?
    var hosting: [Spot]?
    var access: [Spot]?
  }

  private(set) var parties: [Body] = []
  private var systems: [Machine] = []
  private var recipients: [(party: Int, isProcessor: Bool)] = []

  init(seed: UInt64) {
    var random = SeededGenerator(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let count = Int.random(in: 1...6, using: &random)
    func spots(_ random: inout SeededGenerator) -> [Spot] {
      (0..<Int.random(in: 0...2, using: &random)).map { _ in
        let by = Int.random(in: 0...2, using: &random) == 0 ? Int.random(in: 0..<count, using: &random) : nil
        let country =
          by != nil && Bool.random(using: &random) ? nil : ["GB", "FR", "US", "IN"].randomElement(using: &random)
        return Spot(country: country, by: by)
      }
    }
    for _ in 0..<count {
      parties.append(
        Body(
          country: ["GB", "FR", "US", nil].randomElement(using: &random)!, hosting: spots(&random),
          access: spots(&random),
          subProcessors: (0..<count).filter { _ in Int.random(in: 0...2, using: &random) == 0 }))
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let body = Int.random(in: 0...3, using: &random) == 0 ? nil : Int.random(in: 0..<count, using: &random)
      let hosting = Bool.random(using: &random) ? spots(&random) : nil
      let access = Bool.random(using: &random) ? spots(&random) : nil
      systems.append(
        Machine(
          operatorBody: body, hosting: hosting?.isEmpty ?? true ? nil : hosting,
          access: access?.isEmpty ?? true ? nil : access))
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      recipients.append((Int.random(in: 0..<count, using: &random), Bool.random(using: &random)))
    }
  }

  var files: [SourceFile] {
    var files = [
      ("registry.yaml", "title: Register\norganisations: us\n"),
      ("organisations/us.yaml", "title: Us\ncountry: GB\nregimes: uk-gdpr\n"),
    ]
    var activity = "title: A\ncontroller: us\n"
    if !systems.isEmpty { activity += "systems: [\(systems.indices.map { "s\($0)" }.joined(separator: ", "))]\n" }
    if !recipients.isEmpty {
      activity += "recipients:\n"
      for entry in recipients {
        activity += "  - {party: p\(entry.party), role: \(entry.isProcessor ? "processor" : "controller")}\n"
      }
    }
    files.append(("activities/a.yaml", activity))
    for (number, body) in parties.enumerated() {
      var text = "title: P\(number)\n"
      if let country = body.country { text += "country: \(country)\n" }
      text += list("hosting", body.hosting) + list("access-from", body.access)
      if !body.subProcessors.isEmpty {
        text += "sub-processors: [\(body.subProcessors.map { "p\($0)" }.joined(separator: ", "))]\n"
      }
      files.append(("processors/p\(number).yaml", text))
    }
    for (number, system) in systems.enumerated() {
      let text = "title: S\(number)\noperator: \(system.operatorBody.map { "p\($0)" } ?? "us")\n"
      files.append(
        (
          "systems/s\(number).yaml",
          text + list("hosting", system.hosting ?? []) + list("access-from", system.access ?? [])
        ))
    }
    return files.map { SourceFile(path: $0.0, bytes: Array($0.1.utf8)) }.sorted { $0.path < $1.path }
  }

  private func list(_ key: String, _ spots: [Spot]) -> String {
    if spots.isEmpty { return "" }
    let entries = spots.map { spot in
      "{"
        + [spot.country.map { "country: \($0)" }, spot.by.map { "by: p\($0)" }].compactMap { $0 }.joined(
          separator: ", ") + "}"
    }
    return "\(key): [\(entries.joined(separator: ", "))]\n"
  }

  // MARK: What data reach

  private static let us = -1

  /// Every leg as "exporter importer kind", with its places as "kind country".
  func expected() -> [String: Set<String>] {
    var reach = Reach(graph: self)
    for entry in recipients {
      reach.enter(Self.us, entry.party, "recipient", isProcessor: entry.isProcessor, system: nil)
    }
    for (number, system) in systems.enumerated() {
      if let body = system.operatorBody {
        reach.enter(Self.us, body, "recipient", isProcessor: true, system: number)
      } else {
        reach.others(system.hosting ?? [], "hosting", Self.us)
        reach.others(system.access ?? [], "access", Self.us)
      }
    }
    return reach.legs
  }

  private struct Reach {
    let graph: RandomGraph
    var legs: [String: Set<String>] = [:]
    /// Bodies from which all has been followed, by the system and the role they were reached with.
    private var followed: Set<String> = []

    init(graph: RandomGraph) { self.graph = graph }

    mutating func enter(_ exporter: Int, _ importer: Int, _ kind: String, isProcessor: Bool, system: Int?) {
      let body = graph.parties[importer]
      let hosting = system.flatMap { graph.systems[$0].hosting } ?? body.hosting
      let access = system.flatMap { graph.systems[$0].access } ?? body.access
      add(
        exporter, importer, kind,
        [body.country.map { "established \($0)" }] + own(hosting, "hosting", importer) + own(access, "access", importer)
      )
      follow(importer, hosting, access, isProcessor, key: "\(importer) \(isProcessor) \(system ?? -1)")
    }

    /// Places where another body acts are legs to that body.
    mutating func others(_ spots: [Spot], _ kind: String, _ exporter: Int) {
      for spot in spots {
        guard let by = spot.by, by != exporter else { continue }
        let body = graph.parties[by]
        let places =
          spot.country.map { ["\(kind) \($0)"] } ?? own(body.hosting, "hosting", by) + own(body.access, "access", by)
        add(exporter, by, kind, [body.country.map { "established \($0)" }] + places)
        follow(by, body.hosting, body.access, true, key: "\(by) true -1")
      }
    }

    private mutating func follow(_ body: Int, _ hosting: [Spot], _ access: [Spot], _ isProcessor: Bool, key: String) {
      guard followed.insert(key).inserted else { return }
      others(hosting, "hosting", body)
      others(access, "access", body)
      guard isProcessor else { return }
      for next in graph.parties[body].subProcessors where next != body {
        enter(body, next, "sub-processor", isProcessor: true, system: nil)
      }
    }

    private func own(_ spots: [Spot], _ kind: String, _ body: Int) -> [String?] {
      spots.filter { $0.by == nil || $0.by == body }.map { $0.country.map { "\(kind) \($0)" } }
    }

    private func name(_ body: Int) -> String { body == RandomGraph.us ? "us" : "p\(body)" }

    private mutating func add(_ exporter: Int, _ importer: Int, _ kind: String, _ places: [String?]) {
      legs["\(name(exporter)) \(name(importer)) \(kind)", default: []].formUnion(places.compactMap { $0 })
    }
  }
}

/// A generator that gives the same numbers for the same seed on every machine.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
