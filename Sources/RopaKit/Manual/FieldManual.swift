package import LocatedYAML

/// The manual of fields: what their declarations say, with an example, the law behind each, and the rules that read it.
package final class FieldManual: Sendable {
  private let examples: ManualExamples
  private let law: [String: [FieldCitation]]
  private let rules: [String: [String]]

  /// - Parameter files: `law`, `rules`, and `example/` with one file per kind, named without their ending.
  package init(_ files: [SourceFile]) throws(TableFault) {
    let folder = "example/"
    examples = try ManualExamples(
      files.filter { $0.path.utf8.starts(with: folder.utf8) }.map { file in
        SourceFile(path: String(Substring(file.path.utf8.dropFirst(folder.utf8.count))), bytes: file.bytes)
      })
    law = try FieldManual.provisions(try FieldManual.table("law", files))
    var rules: [String: [String]] = [:]
    for rule in try FieldManual.table("rules", files) {
      for field in rule.value.items { rules[field.text, default: []].append(rule.key) }
    }
    self.rules = rules
  }

  private static func table(
    _ name: String, _ files: [SourceFile]
  ) throws(TableFault) -> [(key: String, value: TableValue)] {
    guard let file = files.first(where: { $0.path == name }), let rows = try TableValue(file)["rows"] else {
      throw TableFault(table: name, message: "missing, or without rows")
    }
    return rows.entries
  }

  private static func provisions(
    _ rows: [(key: String, value: TableValue)]
  ) throws(TableFault) -> [String: [FieldCitation]] {
    var law: [String: [FieldCitation]] = [:]
    for row in rows {
      for field in row.value.entries {
        var provisions: [FieldCitation] = []
        for item in field.value.items {
          provisions.append(item["topic"].map { .topic($0.text) } ?? .text(item.text))
        }
        law[row.key + "." + field.key] = provisions
      }
    }
    return law
  }

  /// The YAML lines that write a field, as they would stand at the left margin; nil when no example has it.
  package func example(of field: DescribedField) -> String? { examples.excerpt(of: field) }

  /// The law behind a field, or else behind the field of the record that it stands in; nil when the table has no entry for either,
  /// empty when no provision is behind it.
  package func citations(of field: DescribedField) -> [FieldCitation]? {
    if field.names.count > 1, let own = law[field.declaredIn + "." + field.field.name.description] { return own }
    return FieldManual.tables(for: field.owner).lazy.compactMap { self.law[$0 + "." + field.names[0]] }.first
  }

  /// Where the table of law has the fields of a kind: bodies share most of theirs, and all records some.
  package static func tables(for owner: FieldOwner) -> [String] {
    guard case .kind(let kind) = owner else { return [owner.name] }
    return [owner.name] + (kind.space == .party ? ["bodies"] : []) + ["record"]
  }

  /// The entries of the table of law, as `kind.field`, `value.field` and `record.field`.
  package var lawEntries: [String: [FieldCitation]] { law }

  /// The ids of the rules that a field was seen to matter to, in the order of the catalogue.
  package func rules(reading field: DescribedField) -> [String] {
    let known = Set(rules[field.path] ?? [])
    return known.isEmpty ? [] : Rule.catalogue.map(\.id).filter(known.contains)
  }

  /// The fields that each rule was seen to depend on.
  package var fieldsByRule: [String: [String]] {
    var fields: [String: [String]] = [:]
    for (field, readers) in rules { for rule in readers { fields[rule, default: []].append(field) } }
    return fields.mapValues { $0.sorted() }
  }
}

/// A place in the law.
package enum FieldCitation: Sendable, Equatable {
  /// As it is cited on every day.
  case text(String)
  /// A topic of the citation table: the place depends on the day and the regime.
  case topic(String)
}

extension LawOnDay {
  /// How provisions are cited on this day; a topic under each regime that has a rule on it.
  package func cite(_ provisions: [FieldCitation]) -> [String] {
    unique(
      provisions.flatMap { provision in
        switch provision {
        case .text(let text): [text]
        case .topic(let topic): Regime.allCases.compactMap { cite(topic, $0) }
        }
      })
  }
}
