import LocatedYAML
import Testing

@testable import RopaKit

/// Every kind of mistake in every kind of record: one finding, at its line, that names what was typed and what was meant. The fields to
/// make the mistakes in are found in the descriptions, so that a kind or a field that is added tomorrow is covered.
@Suite struct FaultMatrixTests {
  /// The kinds of record, and the settings of the register.
  static let subjects = RecordKind.allCases.map(\.rawValue) + ["registry"]

  /// One record of each kind, so that ids can be misspelt.
  private static let ids: [SourceFile] = {
    let records = RecordKind.allCases.map { ("\($0.rawValue)/\(Garden.ids[$0]!).yaml", "title: Sound\n") }
    return overlay([], with: records + [("registry.yaml", "title: Register\norganisations: house\n")])
  }()

  /// Fields that every record has: tried once for each kind, after the kind's own.
  private static let common: Set<String> = RecordKind.allCases.reduce(
    into: Set(RecordKind.people.fields.fields.map(\.name.description))
  ) { $0.formIntersection($1.fields.fields.map(\.name.description)) }

  private static func fields(of subject: String) -> FieldSet {
    RecordKind(rawValue: subject)?.fields ?? FieldSet.of(RegistrySettings.self)
  }

  /// The places of a subject's fields, its own before those that every record has.
  private static func places(of subject: String) -> [FieldPlace] {
    let all = FieldPlace.all(in: fields(of: subject))
    return all.filter { !common.contains($0.path[0]) } + all.filter { common.contains($0.path[0]) }
  }

  private struct Reported: Equatable {
    let line: Int
    let rule: String
    let message: String
    let hint: String
    var words: String { message + " | " + hint }
  }

  /// What is reported in a file laid over the register.
  private func faults(_ path: String, _ lines: [String]) -> [Reported] {
    let files = overlay(Self.ids, with: [(path, lines.joined(separator: "\n") + "\n")])
    let loaded = load(files, law: shippedLaw, jobs: 1)
    return loaded.diagnostics.filter { loaded.files[Int($0.range.file)].path == path }.map {
      let position = loaded.files[Int($0.range.file)].position(at: $0.range.start)
      return Reported(line: position.line, rule: $0.rule, message: $0.message, hint: $0.hint ?? "")
    }
  }

  /// The file in which a mistake is made: a record of its own, or one among others in a file of many.
  private func file(_ subject: String, _ lines: [String], amongOthers: Bool) -> (path: String, lines: [String]) {
    if subject == "registry" { return ("registry.yaml", lines) }
    return amongOthers
      ? ("\(subject).yaml", ["faulty:"] + lines.map { "  " + $0 }) : ("\(subject)/faulty.yaml", lines)
  }

  /// Checks that a file has one finding only: a record in a file of its own and, unless other tests cover that, among others.
  private func expectOne(
    _ rule: String, in subject: String, _ lines: [String], line: Int, typed: String?, meant: String?,
    inBothWays: Bool = true
  ) {
    for amongOthers in subject == "registry" || !inBothWays ? [false] : [false, true] {
      let (path, text) = file(subject, lines, amongOthers: amongOthers)
      let found = faults(path, text)
      let context = "\(path):\n\(text.joined(separator: "\n"))"
      #expect(found.map(\.rule) == [rule], "\(context)")
      guard let first = found.first else { continue }
      #expect(first.line == line + (amongOthers ? 1 : 0), "\(context)")
      expectWords(first, typed, meant, context)
    }
  }

  private func expectWords(_ found: Reported, _ typed: String?, _ meant: String?, _ context: String) {
    if let typed { #expect(found.words.contains(typed), "\(context)\n\(found.words)") }
    if let meant { #expect(found.words.contains(meant), "\(context)\n\(found.words)") }
    // The house style: a fact without a full stop, then the smallest edit as a verb phrase, and never a judgement.
    #expect(!found.message.hasSuffix(".") && !found.hint.hasSuffix("."), "\(found.words)")
    #expect(!found.hint.isEmpty, "\(found.words)")
    #expect(found.hint.first?.isUppercase != true, "\(found.words)")
  }

  @Test(arguments: subjects) func oneOfEachInEveryKind(_ subject: String) {
    let places = Self.places(of: subject)
    var impossible: [String] = []
    for fault in Fault.all {
      guard let place = places.first(where: { fault.value($0) != nil }), let (written, meant) = fault.value(place)
      else {
        impossible.append(fault.description)
        continue
      }
      let lines = (place.path == ["title"] ? [] : ["title: Faulty"]) + place.lines(written)
      expectOne(
        fault.rule, in: subject, lines, line: lines.count, typed: fault.typed(written), meant: meant,
        inBothWays: false)
    }
    let listed = Fault.all.map(\.description).filter { Fault.impossible[$0, default: []].contains(subject) }
    #expect(impossible == listed, "no field for these in \(subject)")
  }

  /// Each mistake in each field that has the shape for it, all in one file, one record for each.
  @Test(arguments: subjects) func allOfEachInEveryKind(_ subject: String) {
    guard subject != "registry" else { return }
    var lines: [String] = []
    var expected: [(line: Int, fault: Fault, written: String, meant: String?)] = []
    for place in FieldPlace.all(in: Self.fields(of: subject)) {
      for fault in Fault.all {
        guard let (written, meant) = fault.value(place) else { continue }
        lines.append("f\(expected.count):")
        if place.path != ["title"] { lines.append("  title: Faulty") }
        lines += place.lines(written).map { "  " + $0 }
        expected.append((lines.count, fault, written, meant))
      }
    }
    #expect(expected.count > 60)
    let found = faults("\(subject).yaml", lines).sorted { $0.line < $1.line }
    #expect(found.map { "\($0.line) \($0.rule)" } == expected.map { "\($0.line) \($0.fault.rule)" })
    for (reported, wanted) in zip(found, expected) where reported.line == wanted.line {
      expectWords(reported, wanted.fault.typed(wanted.written), wanted.meant, lines[wanted.line - 1])
    }
  }

  @Test(arguments: subjects) func keysOfEveryKind(_ subject: String) {
    expectOne("unknown-key", in: subject, ["titel: Faulty"], line: 1, typed: "'titel'", meant: "'title'")
    expectOne(
      "unknown-key", in: subject, ["title: Faulty", "made-up-by-me: 1"], line: 2, typed: "'made-up-by-me'",
      meant: "known here: title, ")
    expectOne(
      "duplicate-key", in: subject, ["title: Faulty", "note: A", "title: Mended"], line: 3, typed: "'title'",
      meant: "keep one")
    let names = Self.fields(of: subject).fields.map(\.name.description)
    for name in names where name.utf8.count > 3 {
      // Two neighbours swapped; where they are the same, one letter too many.
      var letters = Array(name)
      if letters[1] == letters[2] { letters.insert("q", at: 2) } else { letters.swapAt(1, 2) }
      let misspelt = String(letters)
      let lines = ["title: Faulty", "\(misspelt): 1"]
      let found = faults(file(subject, lines, amongOthers: false).path, lines)
      #expect(found.map(\.rule) == ["unknown-key"], "\(subject) \(lines)")
      // A short word is near several others, or near none.
      if name.utf8.count > 4 { #expect(found.first?.hint == "did you mean '\(name)'?", "\(subject) \(lines)") }
    }
  }

  @Test(arguments: subjects) func filesOfEveryKind(_ subject: String) {
    expectOne(
      "tab-indentation", in: subject, ["title: Faulty", "questions:", "\towner: canary-person"], line: 3,
      typed: "tab", meant: "spaces")
    expectOne(
      "tab-indentation", in: subject, ["title: Faulty", "\tnote: A"], line: 2, typed: "tab", meant: "spaces")
    expectOne(
      "yaml-syntax", in: subject, ["title: \"Faulty", "note: A"], line: 3, typed: "quote", meant: "close it")
    expectOne(
      "yaml-syntax", in: subject, ["title: Faulty: indeed", "note: A"], line: 1, typed: "`: `", meant: "quotes")
    let documents = ["title: Faulty", "---", "title: Mended"]
    let place = file(subject, documents, amongOthers: false)
    let found = faults(place.path, place.lines)
    #expect(found.map { "\($0.line) \($0.rule)" } == ["2 several-documents"], "\(subject)")
    guard subject != "registry" else { return }
    let map = faults("\(subject).yaml", ["faulty:", "  title: Faulty", "---", "other:", "  title: Mended"])
    #expect(map.map { "\($0.line) \($0.rule)" } == ["3 several-documents"], "\(subject)")
  }

  /// One cause, one finding: of a value that cannot be read no rule says besides that the field is missing.
  @Test(arguments: RecordKind.allCases) func aFaultIsToldOnce(_ kind: RecordKind) {
    var faulty: [[String]] = []
    var open: [[String]] = []
    for place in FieldPlace.all(in: kind.fields) where place.path.count == 1 && place.path != ["title"] {
      guard let fault = Fault.all.first(where: { $0.value(place) != nil }), let (written, _) = fault.value(place) else {
        continue
      }
      faulty.append(place.lines(written))
      open.append(place.lines("{unknown: which one, owner: canary-person, due: 2027-01-31}"))
    }
    let (told, asked) = (rules(kind, faulty), rules(kind, open))
    let absent = rules(kind, [[]])[0]
    for index in faulty.indices {
      // What is missing when the field is absent, and is not when it is open, must not be told of a value that cannot be read.
      let double = told[index].intersection(absent.subtracting(asked[index]))
      #expect(double.isEmpty, "\(kind) \(faulty[index]): \(double.sorted())")
    }
  }

  /// The same of a field whose name is misspelt: the wrong name is reported, and no rule says besides that the field is missing.
  @Test(arguments: RecordKind.allCases) func aMisspeltFieldIsToldOnce(_ kind: RecordKind) {
    var misspelt: [[String]] = []
    var open: [[String]] = []
    for place in FieldPlace.all(in: kind.fields)
    where place.path.count == 1 && place.path != ["title"] && place.path[0].utf8.count > 4 {
      misspelt.append(["q" + place.path[0] + ": 1"])
      open.append(place.lines("{unknown: which one, owner: canary-person, due: 2027-01-31}"))
    }
    let (told, asked) = (rules(kind, misspelt), rules(kind, open))
    let absent = rules(kind, [[]])[0]
    for index in misspelt.indices {
      #expect(told[index].contains("unknown-key"))
      let double = told[index].intersection(absent.subtracting(asked[index]))
      #expect(double.isEmpty, "\(kind) \(misspelt[index]): \(double.sorted())")
    }
  }

  /// The rules that speak of each of some records, which stand together in one file over a register in which every field is given.
  private func rules(_ kind: RecordKind, _ records: [[String]]) -> [Set<String>] {
    var garden = Garden(.public, text: { $0 })
    garden.grow()
    var lines: [String] = []
    var record: [Int] = []
    for (index, fields) in records.enumerated() {
      let written = ["f\(index):", "  title: Faulty"] + fields.map { "  " + $0 }
      lines += written
      record += written.map { _ in index }
    }
    let path = "\(kind.rawValue).yaml"
    let assessment = judge(overlay(garden.files, with: [(path, lines.joined(separator: "\n") + "\n")]))
    var found = [Set<String>](repeating: [], count: records.count)
    for finding in assessment.report.findings {
      let file = assessment.registry.files[Int(finding.range.file)]
      guard file.path == path else { continue }
      found[record[file.position(at: finding.range.start).line - 1]].insert(Rule.catalogue[finding.rule].id)
    }
    return found
  }
}
