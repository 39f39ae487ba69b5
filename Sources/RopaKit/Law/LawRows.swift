/// A country or pseudo-country.
package struct Country: Sendable {
  package let code: String
  package let name: String
  /// The name in running text, with its article where it needs one.
  package let inText: String
  /// What else people type for it: parts of the country, older names, longer codes.
  let typed: [String]
}

/// A row of a table whose ids people type.
package struct TermRow: Sendable {
  package let id: String
  package let title: String
  package let aliases: [String]
  /// What people call it and is no word of the table: offered when somebody types it.
  let typed: [String]
  /// The words a public notice uses; empty where the table gives none.
  package let publicWords: String
  /// What a public notice prints: its public words, else its title.
  var shownWords: String { publicWords.utf8.isEmpty ? title : publicWords }

  init(_ row: TableValue, _ id: String) throws(TableFault) {
    self.id = id
    title = try row.required("title")
    aliases = row.texts("alias")
    typed = row.texts("typed")
    publicWords = row["public"]?.text ?? row["in-text"]?.text ?? row["plural"]?.text ?? ""
  }
}

/// How far a right goes under a basis.
package enum RightScope: String, Sendable {
  case applies, limited, barred
  case doesNotApply = "does-not-apply"
}

/// A basis of Art 6(1).
package struct LawfulBasisRow: Sendable {
  package let term: TermRow
  /// As in `6(1)(f)`.
  package let code: String
  package let regimes: [Regime: Span]
  /// Public authorities may rest on it in the performance of their tasks.
  package let isForAuthorities: Bool
  let rights: [String: RightScope]

  init(_ row: TableValue, _ id: String) throws(TableFault) {
    term = try TermRow(row, id)
    code = try row.required("code")
    isForAuthorities = row["public-authorities"]?.text != "false"
    regimes = try row.regimeSpans()
    var rights: [String: RightScope] = [:]
    for (right, scope) in row["rights"]?.entries ?? [] {
      guard let value = RightScope(rawValue: scope.text) else { throw row.fault("no scope '\(scope.text)'") }
      rights[right] = value
    }
    self.rights = rights
  }
}

/// A mechanism of Chapter V.
package struct Mechanism: Sendable {
  package let term: TermRow
  package let kind: MechanismKind
  package let regimes: [Regime: Span]
  let cite: [Regime: String]
  /// The row of the citation table that gives its article, where it moved.
  let topic: String?
  package let needsAssessment: Bool
  package let repeatable: Repeatable
  /// Public authorities may use it for their tasks.
  package let isForPublicAuthorities: Bool
  /// It works only together with one of these; empty when it stands alone.
  package let ridesOn: [String]
  /// The version in force; nil where there are none.
  package let version: String?
  /// By regime: the last day on which it could be agreed afresh; nothing where it still can.
  package let newUntil: [Regime: Day]
  /// It also holds the terms that Art 28 asks of a contract with a processor.
  package let holdsContractTerms: Bool
  /// The roles for which the clauses are written; nil for mechanisms that fit any.
  package let roles: TransferRoles?

  init(_ row: TableValue, _ id: String) throws(TableFault) {
    term = try TermRow(row, id)
    guard let kind = MechanismKind(rawValue: try row.required("kind")) else { throw row.fault("unknown kind of \(id)") }
    self.kind = kind
    regimes = try row.regimeSpans()
    var cite: [Regime: String] = [:]
    for (key, value) in row["cite"]?.entries ?? [] {
      if let regime = Regime(rawValue: key) { cite[regime] = value.text }
    }
    self.cite = cite
    topic = row["topic"]?.text
    needsAssessment = row.flag("needs-assessment")
    repeatable = try row.word("repeatable", Repeatable.self)
    isForPublicAuthorities = row["public-authorities"]?.text != "false"
    ridesOn = row.texts("rides-on")
    version = row["version"]?.text
    holdsContractTerms = row["contract-terms"]?.text == "contained"
    roles =
      row["exporter"] == nil
      ? nil
      : TransferRoles(
        exporter: try row.word("exporter", RecordRole.self), importer: try row.word("importer", RecordRole.self))
    var newUntil: [Regime: Day] = [:]
    for (key, value) in row["regimes"]?.entries ?? [] {
      if let regime = Regime(rawValue: key), let day = try value.day("new-until") { newUntil[regime] = day }
    }
    self.newUntil = newUntil
  }
}

/// What the two ends of a transfer are.
package struct TransferRoles: Sendable, Equatable {
  package let exporter: RecordRole
  package let importer: RecordRole
}

/// For how many transfers a mechanism can be used.
package enum Repeatable: String, Sendable {
  case always = "true"
  /// Not systematically.
  case occasional
  /// Together with something else only, case by case.
  case no = "false"
  /// For single transfers.
  case never
}

package enum MechanismKind: String, Sendable {
  case adequacy, safeguard, derogation, legacy
  case notATransfer = "not-a-transfer"
}

/// A word of the built-in vocabulary of data.
package struct DataCategoryRow: Sendable {
  package let term: TermRow
  package let isSpecial: Bool
  package let isCriminal: Bool
  /// Counts in the screening for an impact assessment, not under Art 9.
  package let isHighlyPersonal: Bool
  /// Becomes a special category by what it says.
  package let isSpecialByContext: Bool
  /// Usually about children.
  package let isChildTypical: Bool
  /// Picks out a person, or the device of one, by itself.
  package let isIdentifier: Bool

  init(_ row: TableValue, _ id: String) throws(TableFault) {
    term = try TermRow(row, id)
    isSpecial = row.flag("special")
    isCriminal = row.flag("criminal")
    isHighlyPersonal = row.flag("highly-personal")
    isSpecialByContext = row.flag("contextual")
    isChildTypical = row.flag("child-typical")
    isIdentifier = row.flag("identifier")
  }
}

/// A word of the built-in vocabulary of people.
package struct DataSubjectsRow: Sendable {
  package let term: TermRow
  package let isVulnerable: Bool
  /// Vulnerable where they are children.
  package let isVulnerableByAge: Bool
  /// They depend on the organisation, so that their consent is hardly free.
  package let hasImbalance: Bool

  init(_ row: TableValue, _ id: String) throws(TableFault) {
    term = try TermRow(row, id)
    isVulnerable = row.flag("vulnerable")
    isVulnerableByAge = row.flag("by-age")
    hasImbalance = row.flag("imbalance")
  }
}

/// A right of the people concerned.
package struct RightRow: Sendable {
  package let id: String
  package let title: String
  /// It applies whatever the lawful basis.
  package let isUnconditional: Bool
  let cite: [Regime: [Dated<String>]]
  /// Explains the right to the person.
  package let publicWords: String

  init(_ row: TableValue, _ id: String) throws(TableFault) {
    self.id = id
    title = try row.required("title")
    isUnconditional = row.flag("always")
    cite = try row["cite"].map { value throws(TableFault) in try value.datedCitations() } ?? [:]
    publicWords = try row.required("public")
  }
}

/// Something Art 13 or 14 asks a notice to say.
package struct NoticeElement: Sendable {
  package let id: String
  package let title: String
  package let condition: String
  package let article13: ElementDuty
  package let article14: ElementDuty
  package let regimes: [Regime: Span]

  init(_ row: TableValue, _ id: String) throws(TableFault) {
    self.id = id
    title = try row.required("title")
    condition = try row.required("condition")
    article13 = try ElementDuty(row["article-13"], in: row)
    article14 = try ElementDuty(row["article-14"], in: row)
    regimes = try row.regimeSpans()
  }
}

/// What one article says of an element.
package struct ElementDuty: Sendable {
  package let need: ElementNeed
  package let cite: String

  init(_ value: TableValue?, in row: TableValue) throws(TableFault) {
    guard let value, let need = ElementNeed(rawValue: try value.required("need")) else { throw row.fault("no need") }
    self.need = need
    cite = value["cite"]?.text ?? ""
  }
}

package enum ElementNeed: String, Sendable {
  case mandatory, conditional
  case notRequired = "not-required"
}

/// A data protection regulator, under the name of its days.
package struct Regulator: Sendable {
  package let regime: Regime
  package let name: String
  package let inText: String
  package let website: String
  package let telephone: String?
  package let addressLines: [String]
  package let span: Span

  init(_ row: TableValue) throws(TableFault) {
    guard let regime = Regime(rawValue: try row.required("regime")) else { throw row.fault("no regime") }
    self.regime = regime
    name = try row.required("name")
    inText = row["in"]?.text ?? name
    website = try row.required("website")
    telephone = row["telephone"]?.text
    addressLines = row["address"]?.texts("lines") ?? []
    span = try row.span()
  }
}

/// The name of a regime's law on some days.
package struct RegimeVersion: Sendable {
  package let name: String
  package let short: String
  /// Goes before an article where the two regimes differ: `UK`; empty where they do not.
  let prefix: String
  /// Who decides which countries protect data well enough.
  package let adequacyBy: String
  /// The measure of protection abroad, as this law words it; nil where the table gives none.
  package let protectionStandard: String?
  /// What this law's practice calls the assessment of a destination; nil where there was none.
  package let transferAssessment: String?

  init(_ row: TableValue) throws(TableFault) {
    name = try row.required("name")
    short = try row.required("short")
    prefix = row["prefix"]?.text ?? ""
    adequacyBy = try row.required("adequacy-by")
    protectionStandard = row["protection-standard"]?.text
    transferAssessment = row["transfer-assessment"]?.text
  }
}
