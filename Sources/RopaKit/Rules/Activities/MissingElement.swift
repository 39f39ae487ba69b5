import LocatedYAML

extension Activity {
  /// Judges a field that an activity has to fill in.
  /// - Parameters:
  ///   - element: what it is, as in "purpose".
  ///   - field: its name in the file, without the colon.
  ///   - hint: the smallest edit.
  func judge(
    _ standing: Standing, _ element: StaticString, field: StaticString, hint: StaticString, _ assessed: Assessed
  ) -> Verdict {
    switch standing {
    case .answered: .clear
    case .open: .notEvaluable("the field '\(field)' is an open question")
    case .missing(let range):
      .finding(
        Observation(
          "'\(assessed.registry.name(of: common.record))' records no \(element)", at: range, hint: hint.description,
          records: [common.record], evidence: [Evidence(field.description, "not given")]))
    }
  }
}
