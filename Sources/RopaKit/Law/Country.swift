/// The row of the country table. Pseudo-codes (`X-EPO`) are rows too.
package struct CountryCode: Hashable, Sendable, Comparable {
  package let row: Int16
  package static func < (left: CountryCode, right: CountryCode) -> Bool { left.row < right.row }
}
