/// A value and the place it was read from.
package struct Located<Value> {
  package let value: Value
  package let range: SourceRange

  package init(value: Value, range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// The transformed value at the same place.
  package func map<Result>(_ transform: (Value) throws -> Result) rethrows -> Located<Result> {
    Located<Result>(value: try transform(value), range: range)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
