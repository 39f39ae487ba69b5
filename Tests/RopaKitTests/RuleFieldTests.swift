import Foundation
import LocatedYAML
import Testing

@testable import RopaKit

/// Which fields a rule reads is found by trying: every field that the sound register and the rule's own examples write is left out, and
/// then made an open question; where the rule then judges otherwise, it depends on the field. The result is data of the manual, and this
/// test keeps it true.
@Suite struct RuleFieldTests {
  /// Rules over files, references and questions look at every field there is.
  static let rules = Rule.catalogue.filter { $0.group != .reading && $0.group != .integrity }

  /// What the manual says of a rule is so. That it says all there is takes minutes to see: `make bless` looks, and so does this with
  /// ROPA_ALL_FIELDS=1 in the environment.
  @Test func fieldsOfRulesAreThoseThatMatter() throws {
    let environment = ProcessInfo.processInfo.environment
    let recorded = shippedManual.fieldsByRule
    if environment["UPDATE_GOLDENS"] == "1" {
      let file = repositoryRoot.appending(path: "Sources/RopaKit/Manual/Data/rules.yaml")
      try Data(RuleFieldTests.yaml(RuleFieldTests.observe(nil)).utf8).write(to: file)
      return
    }
    let isComplete = environment["ROPA_ALL_FIELDS"] == "1"
    let observed = RuleFieldTests.observe(isComplete ? nil : recorded.mapValues(Set.init))
    for rule in Self.rules {
      let fields = (observed[rule.id] ?? []).sorted()
      #expect(
        recorded[rule.id, default: []] == fields,
        "\(rule.id) depends on other fields than the manual says; run make bless")
    }
  }

  /// Without an example that depends on a field, nobody could see what the rule is about.
  @Test func everyRuleDependsOnSomething() {
    let recorded = shippedManual.fieldsByRule
    for rule in recorded.keys { #expect(Rule.named(rule) != nil) }
    for (_, fields) in recorded { #expect(!fields.isEmpty) }
    #expect(recorded.count > 30)
  }

  // MARK: Trying

  private struct Register: Sendable {
    let files: [SourceFile]
    /// The files whose fields are tried.
    let tried: [String]
    let rules: [Rule]
    let day: Day
  }

  /// - Parameter wanted: the fields of each rule that are looked for; nil for all there are.
  private static func observe(_ wanted: [String: Set<String>]?) -> [String: Set<String>] {
    let sound = Register(files: soundRegister, tried: soundRegister.map(\.path), rules: rules, day: Day(soundDay)!)
    var observed: [String: Set<String>] = [:]
    for (rule, field) in tryFields(of: sound, wanted) { observed[rule, default: []].insert(field) }
    let before = observed
    let results = inParallel(rules.count, jobs: 2) { number -> Set<String> in
      let rule = rules[number]
      var found = before[rule.id] ?? []
      for example in rule.examples {
        let missing = wanted.map { ($0[rule.id] ?? []).subtracting(found) }
        if missing?.isEmpty ?? false { break }
        let files = example.files.map { (path: $0.path, text: unmarked($0.text).text) }
        let register = Register(
          files: overlay(soundRegister, with: files), tried: files.map(\.path), rules: [rule] + waived(in: files),
          day: Day(example.asOf ?? soundDay)!)
        for (judging, field) in tryFields(of: register, missing.map { [rule.id: $0] }, known: found)
        where judging == rule.id {
          found.insert(field)
        }
      }
      return found
    }
    for (rule, fields) in zip(rules, results) where !fields.isEmpty { observed[rule.id] = fields }
    return observed
  }

  /// The rules that waivers of an example name: what they find is what the waivers are about.
  private static func waived(in files: [(path: String, text: String)]) -> [Rule] {
    let waivers = files.filter { $0.path.hasPrefix("waivers/") }
    return rules.filter { rule in waivers.contains { $0.text.contains("rule: \(rule.id)\n") } }
  }

  /// - Parameter known: fields that need no trying any more.
  private static func tryFields(
    of register: Register, _ wanted: [String: Set<String>]?, known: Set<String> = []
  ) -> [(rule: String, field: String)] {
    let law = LawOnDay(shippedLaw, on: register.day)
    guard let before = verdicts(register.files, register.rules, law) else { return [] }
    let all = wanted.map { wanted in register.rules.reduce(into: Set<String>()) { $0.formUnion(wanted[$1.id] ?? []) } }
    var found: [(rule: String, field: String)] = []
    for path in register.tried {
      guard let index = register.files.firstIndex(where: { $0.path == path }) else { continue }
      for (field, range) in writtenFields(of: register.files[index])
      where (all?.contains(field) ?? true) && !known.contains(field) {
        for replacement in ["~", "{unknown: what it is}"] {
          var files = register.files
          var bytes = files[index].bytes
          bytes.replaceSubrange(range, with: Array(replacement.utf8))
          files[index] = SourceFile(path: path, bytes: bytes)
          guard let after = verdicts(files, register.rules, law) else { continue }
          for (number, rule) in register.rules.enumerated() where before[number] != after[number] {
            found.append((rule.id, field))
          }
        }
      }
    }
    return found
  }

  /// How each rule judged: how often it ran, had nothing to say, could not judge, and what was found. Nil where a file was not read.
  private static func verdicts(_ files: [SourceFile], _ rules: [Rule], _ law: LawOnDay) -> [[Int]]? {
    let loaded = load(files, law: law.law, jobs: 1)
    guard loaded.diagnostics.allSatisfy({ $0.rule == "dangling-reference" }) else { return nil }
    let registry = Registry(loaded)
    let assessed = Assessed(registry: registry, facts: Facts(registry, law: law, jobs: 1))
    let checked = check(assessed, rules: rules, jobs: 1, clock: nil)
    var verdicts = checked.counts.map { [$0.run, $0.notApplicable, $0.notEvaluable] }
    for finding in checked.findings {
      verdicts[finding.rule].append(Severity.allCases.firstIndex(of: finding.severity)!)
    }
    return verdicts
  }

  private static func yaml(_ observed: [String: Set<String>]) -> String {
    var text = """
      title: The fields that each rule was seen to depend on
      # Written by `make bless`: each field of the sound register and of a rule's examples is left out, and then made an open question;
      # listed are those where the rule judges otherwise.
      rows:

      """
    for rule in rules {
      guard let fields = observed[rule.id], !fields.isEmpty else { continue }
      text += "  \(rule.id):\n" + fields.sorted().map { "    - \($0)\n" }.joined()
    }
    return text
  }
}

/// The fields that a file writes, each with the bytes of its value.
func writtenFields(of file: SourceFile) -> [(field: String, range: Range<Int>)] {
  var tree = YAMLTree()
  var faults: [Diagnostic] = []
  let parts = file.path.dropLast(".yaml".count).split(separator: "/")
  guard let root = tree.parse(file, number: 0, diagnostics: &faults), faults.isEmpty,
    let owner = FieldOwner.all.first(where: { $0.name == parts[0] })
  else { return [] }
  var walk = FieldWalk(tree: tree)
  if parts.count == 1 && owner != .settings {
    for record in walk.values(of: root) { walk.visit(record, owner.fields, owner.name) }
  } else {
    walk.visit(root, owner.fields, owner.name)
  }
  return walk.found
}

private struct FieldWalk {
  let tree: YAMLTree
  var found: [(field: String, range: Range<Int>)] = []

  mutating func visit(_ mapping: NodeIndex, _ fields: FieldSet, _ path: String) {
    guard tree.kind(mapping) == .mapping else { return }
    var next = tree.firstChild(mapping)
    while let key = next, let value = tree.nextSibling(key) {
      next = tree.nextSibling(value)
      guard let field = fields.fields.first(where: { tree.equals(key, $0.name) }), !tree.isNull(value) else { continue }
      let place = path + "." + field.name.description
      found.append((place, Int(tree.range(value).start)..<Int(tree.range(value).end)))
      visit(value, in: field.shape, place)
    }
  }

  private mutating func visit(_ value: NodeIndex, in shape: ShapeDescription, _ path: String) {
    switch shape {
    case .list(let element):
      let entries = tree.kind(value) == .sequence ? children(of: value) : [value]
      for entry in entries { visit(entry, in: element, path) }
    case .perRegime(let inner): visit(value, in: inner, path)
    case .keyed(let inner), .mapped(let inner): for entry in values(of: value) { visit(entry, in: inner, path) }
    case .either(let shapes): for shape in shapes { visit(value, in: shape, path) }
    case .fields(let set, _): visit(value, set, path)
    default: break
    }
  }

  func values(of mapping: NodeIndex) -> [NodeIndex] {
    guard tree.kind(mapping) == .mapping else { return [] }
    return children(of: mapping).enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  private func children(of node: NodeIndex) -> [NodeIndex] {
    var children: [NodeIndex] = []
    var next = tree.firstChild(node)
    while let child = next {
      children.append(child)
      next = tree.nextSibling(child)
    }
    return children
  }
}
