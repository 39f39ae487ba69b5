package import LocatedYAML

/// Why a signed document does not bind on a day.
package enum InstrumentFault {
  case none
  /// Whether it is signed nobody knows.
  case open
  /// The words go after its name: "is a draft".
  case found(String, SourceRange)
}

extension Instrument {
  /// Whether somebody can be held to the document on a day.
  /// - Parameter range: where the document is recorded.
  package func fault(on day: Day, at range: SourceRange) -> InstrumentFault {
    switch status.answer {
    case .unknown, .unusable: return .open
    case .given(.draft, let place): return .found("is a draft", place)
    case .given(.ended, let place): return .found("has ended", place)
    case .absent, .none, .notApplicable: return .found("is not recorded as signed", range)
    case .given(.signed, _): break
    }
    if case .given(let last, let place) = expires.answer, last < day { return .found("ended on \(last)", place) }
    switch signed.answer {
    case .unknown, .unusable: return .open
    case .absent, .none, .notApplicable: return .found("has no day of signature", range)
    case .given(let signed, let place): return signed > day ? .found("is signed on \(signed) only", place) : .none
    }
  }

  /// A recorded day or status says that nobody is held to the document on a day; what is only missing refutes nothing.
  fileprivate func isRefuted(on day: Day) -> Bool {
    switch status.given {
    case .draft, .ended: true
    case .signed, nil: expires.given.map { $0 < day } ?? false || signed.given.map { $0 > day } ?? false
    }
  }
}

extension LawOnDay {
  /// The clauses that a transfer rests on: its mechanism, or those that an addendum rides on; with their place.
  package func clauses(of transfer: Transfer, _ mechanism: Mechanism) -> (clauses: Mechanism, range: SourceRange)? {
    if mechanism.ridesOn.isEmpty {
      return transfer.mechanism.given.map { (mechanism, $0.range) }
    }
    guard case .given(let base, let range)? = transfer.instrument.given?.baseClauses.answer else { return nil }
    return law.mechanisms.first { $0.term.id == base.text || $0.term.aliases.contains(base.text) }.map { ($0, range) }
  }

  /// Whether people may be told that a transfer's mechanism protects their data on the day: no record says that its document binds nobody,
  /// and an addendum has the clauses beneath that it changes.
  func protects(_ mechanism: Mechanism, _ transfer: Transfer) -> Bool {
    guard mechanism.kind == .safeguard else { return true }
    if transfer.instrument.given?.isRefuted(on: day) ?? false { return false }
    guard !mechanism.ridesOn.isEmpty else { return true }
    guard let clauses = clauses(of: transfer, mechanism)?.clauses, mechanism.ridesOn.contains(clauses.term.id) else {
      return false
    }
    return clauses.regimes.contains { $0.value.contains(day) }
  }
}
