/// How much a finding matters; ordered, the gravest last.
package enum Severity: UInt8, Sendable, Comparable, CaseIterable {
  case advice, warning, error

  /// The word that reports print.
  package var word: String {
    switch self {
    case .advice: "advice"
    case .warning: "warning"
    case .error: "error"
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// A second place that belongs to a diagnostic, such as the first of two equal keys.
package struct Note: Sendable, Equatable {
  package let message: String
  package let range: SourceRange

  package init(message: String, range: SourceRange) {
    self.message = message
    self.range = range
  }
}

/// A fault found while reading a file.
package struct Diagnostic: Sendable, Equatable {
  /// Its name in the catalogue, such as `duplicate-key`.
  package let rule: String
  package let severity: Severity
  /// One or two sentences for people who write records.
  package let message: String
  package let range: SourceRange
  package let notes: [Note]
  /// The smallest change that mends it.
  package let hint: String?

  package init(
    rule: String, severity: Severity = .error, message: String, range: SourceRange, notes: [Note] = [],
    hint: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
    self.hint = hint
  }
}
