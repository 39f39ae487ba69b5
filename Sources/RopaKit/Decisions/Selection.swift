package import LocatedYAML

/// A name on the command line that is neither a rule nor a group of rules.
package struct UnknownRule: Error, Equatable {
  package let message: String
  package init(message: String) { self.message = message }
}

/// Rules that are meant by their names and the names of their groups.
package struct RuleNames: Sendable {
  /// By place in the catalogue.
  private let rules: Set<Int>

  /// - Parameter names: ids of rules and groups.
  package init(_ names: [String]) throws(UnknownRule) {
    var rules: Set<Int> = []
    for name in names {
      let meant = RuleNames.rules(named: name)
      guard !meant.isEmpty else { throw UnknownRule(message: RuleNames.unknown(name)) }
      rules.formUnion(meant)
    }
    self.rules = rules
  }

  package func contains(_ rule: Int) -> Bool { rules.contains(rule) }

  /// The rules that a name means; none where nothing is called so.
  static func rules(named name: String) -> [Int] {
    if let number = Rule.numbers[name] { return [number] }
    return Rule.catalogue.indices.filter { Rule.catalogue[$0].group.rawValue == name }
  }

  /// What to say of a name that means nothing.
  static func unknown(_ name: String) -> String {
    "there is no rule or group of rules '\(name)'; " + (near(name) ?? "run ropa explain for the list")
  }

  static func near(_ name: String) -> String? {
    let known = Rule.catalogue.map(\.id) + RuleGroup.allCases.map(\.rawValue)
    return nearMiss(name, among: known).map { "did you mean '\($0)'?" }
  }
}

/// What a run reports of the findings: the rules asked for, without those set aside. Faults of reading are always reported: what was
/// not read has not been judged.
package struct Selection: Sendable {
  private let selected: RuleNames?
  private let ignored: RuleNames?

  /// Everything.
  package init() { (selected, ignored) = (nil, nil) }

  /// - Parameters:
  ///   - select: rules and groups to report; all where the list is empty.
  ///   - ignore: rules and groups to leave out of them.
  package init(select: [String], ignore: [String]) throws(UnknownRule) {
    selected = select.isEmpty ? nil : try RuleNames(select)
    ignored = ignore.isEmpty ? nil : try RuleNames(ignore)
    for name in ignore {
      guard RuleNames.rules(named: name).contains(where: { Rule.catalogue[$0].group != .reading }) else {
        throw UnknownRule(message: "'\(name)' cannot be ignored: what was not read has not been judged; mend the file")
      }
    }
  }

  /// Whether the findings of a rule are reported.
  func includes(_ rule: Int) -> Bool {
    if case .reading = Rule.catalogue[rule].check { return true }
    return selected?.contains(rule) ?? true && !(ignored?.contains(rule) ?? false)
  }
}

/// What registry.yaml says about a rule or a group of rules.
package struct RulePolicy: Sendable {
  package let name: String
  package let range: SourceRange
  /// The most severe that its findings are; nil where they are not reported.
  package let severity: Severity?
  /// Why they are not reported.
  package let reason: String?
}

extension Registry {
  /// What registry.yaml says about rules, in the order of the file.
  package var rulePolicies: [RulePolicy] {
    let policy = settings?.policy.given
    let lowered = (policy?.severity.given?.entries ?? []).compactMap { entry in
      entry.value.given.map {
        RulePolicy(name: entry.key, range: entry.range, severity: $0.severity, reason: nil)
      }
    }
    let ignored = (policy?.ignore.given?.entries ?? []).compactMap { entry in
      entry.value.given.map { RulePolicy(name: entry.key, range: entry.range, severity: nil, reason: $0.first) }
    }
    return lowered + ignored
  }
}

/// The policies of a registry by rule. Rules whose findings may only be acknowledged keep their severity and are always reported,
/// also when a policy names their group.
struct RulePolicies {
  /// By place in the catalogue: what is lowered to what.
  private var lowered: [Int: Severity] = [:]
  /// By place in the catalogue: why it is not reported.
  private(set) var ignored: [Int: String] = [:]

  init(_ policies: [RulePolicy]) {
    for policy in policies {
      for rule in RuleNames.rules(named: policy.name) where Rule.catalogue[rule].whyOnlyAcknowledged == nil {
        if let severity = policy.severity {
          lowered[rule] = min(lowered[rule] ?? .error, severity)
        } else {
          ignored[rule] = policy.reason ?? ""
        }
      }
    }
  }

  var isEmpty: Bool { lowered.isEmpty && ignored.isEmpty }

  func severity(of finding: Finding) -> Severity {
    lowered[finding.rule].map { min($0, finding.severity) } ?? finding.severity
  }
}
