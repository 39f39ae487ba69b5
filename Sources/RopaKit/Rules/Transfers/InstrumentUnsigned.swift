import LocatedYAML

extension Rule {
  /// TRF-018.
  static let instrumentUnsigned = Rule(
    "instrument-unsigned", .transfers, .error, .mandatory,
    title: "A transfer rests on clauses that nobody has signed, or that have ended",
    rationale: """
      Safeguards protect people because somebody can be held to them. A draft, a document without a day of signature and one past its last \
      day bind nobody.
      """,
    remedy: "Sign or renew the document and record its day, or stop the transfer.",
    citations: ["UK Art 46(1), (2)", "EU Art 46(1), (2)"],
    yieldsTo: ["mechanism-dead", "mechanism-wrong-regime"],
    check: .transfers { transfer, assessed in
      guard let mechanism = assessed.mechanism(of: transfer), mechanism.kind == .safeguard,
        mechanism.needsAssessment || mechanism.roles != nil, let regime = transfer.regime.given?.value
      else { return .notApplicable }
      let place = transfer.mechanism.given?.range ?? transfer.common.anchor
      let fault: (words: String, range: SourceRange)
      switch transfer.instrument.answer {
      case .unknown, .unusable: return .notEvaluable("the instrument is an open question")
      case .notApplicable: return .notApplicable
      case .absent, .none: fault = ("is recorded without a signed document", transfer.instrument.answer.range ?? place)
      case .given(let instrument, let range):
        switch instrument.fault(on: assessed.day, at: range) {
        case .none: return .clear
        case .open: return .notEvaluable("whether the document is signed is an open question")
        case .found(let words, let range): fault = (words, range)
        }
      }
      return .finding(
        Observation(
          "\(mechanism.term.title) \(fault.words), and the transfer is in use", at: fault.range,
          hint: "add instrument: {version, status: signed, signed: the day} once it is signed",
          citations: [mechanism.cite[regime]].compactMap(\.self) + assessed.citations(["safeguards"], regime),
          records: [transfer.common.record],
          evidence: [
            Evidence("status", transfer.instrument.given?.status.given?.rawValue ?? "not given"),
            Evidence("signed", transfer.instrument.given?.signed.given?.description ?? "not given"),
            Evidence("expires", transfer.instrument.given?.expires.given?.description ?? "not given"),
          ]))
    },
    examples: [
      Example("no document", ExampleTransfers.files(mechanism: "«idta»", instrument: "")),
      Example(
        "a draft", ExampleTransfers.files(instrument: "instrument: {version: A1.0, status: «draft»}")),
      Example(
        "no day of signature", ExampleTransfers.files(instrument: "instrument: «{version: A1.0, status: signed}»")),
      Example(
        "to be signed later",
        ExampleTransfers.files(instrument: "instrument: {version: A1.0, status: signed, signed: «2026-11-22»}")),
      Example(
        "past its last day",
        ExampleTransfers.files(
          instrument: "instrument: {version: A1.0, status: signed, signed: 2025-01-01, expires: «2026-11-20»}")),
      Example(
        "on its last day",
        ExampleTransfers.files(
          instrument: "instrument: {version: A1.0, status: signed, signed: 2025-01-01, expires: 2026-11-21}")),
      Example(
        "the day is not known yet",
        ExampleTransfers.files(instrument: "instrument: {version: A1.0, status: signed, signed: {unknown: when}}"),
        also: ["open-question"]),
      Example(
        "a draft for a transfer that is only planned",
        ExampleTransfers.files(
          instrument: "instrument: {version: A1.0, status: draft}", more: "status: planned", isActive: false)),
    ])
}
