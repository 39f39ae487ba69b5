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

  @Test func fieldsOfRulesAreThoseThatMatter() throws {
    let observed = RuleFieldTests.observe()
    let text = RuleFieldTests.yaml(observed)
    let file = repositoryRoot.appending(path: "Sources/RopaKit/Manual/Data/rules.yaml")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: file)
      return
    }
    let recorded = shippedManual.fieldsByRule
    var missing: [String] = []
    for rule in Self.rules {
      let fields = (observed[rule.id] ?? []).sorted()
      if let known = recorded[rule.id] {
        #expect(known == fields, "\(rule.id) depends on other fields than the manual says; run make bless")
      } else if !fields.isEmpty {
        missing.append(rule.id)
      }
    }
    // A rule that was added on its own is no fault yet: the manual says less than it could.
    if !missing.isEmpty { print("rules that the manual of fields does not know; run make bless: \(missing)") }
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

  private static func observe() -> [String: Set<String>] {
    var registers = [
      Register(files: soundRegister, tried: soundRegister.map(\.path), rules: rules, day: Day(soundDay)!)
    ]
    for rule in rules {
      for example in rule.examples {
        let files = example.files.map { (path: $0.path, text: unmarked($0.text).text) }
        registers.append(
          Register(
            files: overlay(soundRegister, with: files), tried: files.map(\.path), rules: [rule],
            day: Day(example.asOf ?? soundDay)!))
      }
    }
    let all = registers
    let results = inParallel(all.count, jobs: 2) { tryFields(of: all[$0]) }
    var observed: [String: Set<String>] = [:]
    for result in results { for (rule, field) in result { observed[rule, default: []].insert(field) } }
    return observed
  }

  private static func tryFields(of register: Register) -> [(rule: String, field: String)] {
    let law = LawOnDay(shippedLaw, on: register.day)
    guard let before = verdicts(register.files, register.rules, law) else { return [] }
    var found: [(rule: String, field: String)] = []
    for path in register.tried {
      guard let index = register.files.firstIndex(where: { $0.path == path }) else { continue }
      for (field, range) in writtenFields(of: register.files[index]) {
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
