package import LocatedYAML

/// What a record says about a field: a value, that there is none, that the question does not arise, that nobody knows yet, or nothing at all.
package enum Answer<Value: Sendable>: Sendable {
  /// The field is not there, or empty.
  case absent
  /// A value and its place.
  case given(Value, SourceRange)
  /// `none:` with a reason: the answer is "nothing".
  indirect case none(Reason)
  /// `not-applicable:` with a reason: the question does not arise.
  indirect case notApplicable(Reason)
  /// `unknown:` an open question. Whatever needs the value cannot be evaluated.
  indirect case unknown(OpenQuestion)
  /// Something is there that could not be read; the fault has been reported at this place.
  case unusable(SourceRange)

  /// The same answer with another value.
  package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Answer<Other> {
    switch self {
    case .absent: .absent
    case .given(let value, let range): .given(transform(value), range)
    case .none(let reason): .none(reason)
    case .notApplicable(let reason): .notApplicable(reason)
    case .unknown(let question): .unknown(question)
    case .unusable(let range): .unusable(range)
    }
  }

  /// The value, when one is given.
  package var given: Value? {
    if case .given(let value, _) = self { return value }
    return nil
  }

  /// The place of what is written, when something is.
  package var range: SourceRange? {
    switch self {
    case .absent: nil
    case .given(_, let range), .unusable(let range): range
    case .none(let reason), .notApplicable(let reason): reason.range
    case .unknown(let question): question.range
    }
  }

  package var isAbsent: Bool {
    if case .absent = self { return true }
    return false
  }

  /// True when the value exists but cannot be had: an open question, or text that could not be read.
  package var isOpen: Bool {
    switch self {
    case .unknown, .unusable: true
    default: false
    }
  }
}

/// Why there is no value.
package struct Reason: Sendable {
  package let text: Text
  package let range: SourceRange
}

/// A question that a record leaves open, with who answers it and until when.
package struct OpenQuestion: Sendable {
  package let question: Text
  /// Who answers; without one the record's `questions`, then the register's, hold.
  package let owner: Reference<Person>?
  /// The day by which it is answered, inclusive.
  package let due: Day?
  package let range: SourceRange
}

/// A field that may reach a public page. See ``Internal``.
package struct Public<Value: Readable>: Sendable {
  package let answer: Answer<Value>
  /// The value, when one is given.
  package var given: Value? { answer.given }
}

/// A field that never leaves the register: the projection that public pages are made from has no way to take one.
package struct Internal<Value: Readable>: Sendable {
  package let answer: Answer<Value>
  /// The value, when one is given.
  package var given: Value? { answer.given }
}

/// Several values; some of them may be open questions ("these, and perhaps more").
package struct List<Element: Readable>: Sendable {
  package let elements: [Element]
  package let open: [OpenQuestion]
}

extension Public {
  /// The elements of a list field; empty unless a list is given.
  package func elements<Element>() -> [Element] where Value == List<Element> { given?.elements ?? [] }
  /// True when a list field, or one element of it, is an open question.
  package func hasOpenElement<Element>() -> Bool where Value == List<Element> {
    answer.isOpen || !(given?.open.isEmpty ?? true)
  }
}

extension Internal {
  /// The elements of a list field; empty unless a list is given.
  package func elements<Element>() -> [Element] where Value == List<Element> { given?.elements ?? [] }
}
