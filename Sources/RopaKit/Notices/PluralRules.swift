/// The forms that languages have for numbers of things, as Unicode CLDR names them.
enum PluralCategory: String, CaseIterable, Sendable { case zero, one, two, few, many, other }

/// Which form a language takes for a number.
struct PluralRules: Sendable {
  /// In the order in which they are tried; none for `other`, which is left for all the rest.
  private let rules: [(category: PluralCategory, condition: PluralCondition)]

  /// The rules of a language; nil where the table has none.
  init?(_ language: Language) {
    guard
      let row = PluralRules.table.first(where: { row in
        row.languages.description.utf8.split(separator: UInt8(ascii: " ")).contains {
          $0.elementsEqual(language.code.utf8)
        }
      })
    else { return nil }
    rules = row.rules.map { ($0.0, PluralCondition($0.1.description)) }
  }

  /// The form for a whole number.
  /// - Parameter number: not negative.
  func category(of number: Int) -> PluralCategory {
    rules.first { $0.condition.holds(for: number) }?.category ?? .other
  }

  /// The forms that the language has beside `other`.
  var categories: [PluralCategory] { rules.map(\.category) }
}

/// A condition on a whole number in the notation of CLDR: `n % 10 = 2..4 and n % 100 != 12..14`.
struct PluralCondition: Sendable {
  private struct Relation: Sendable {
    let divisor: Int?
    let isNegated: Bool
    let ranges: [ClosedRange<Int>]
  }
  /// One of them has to hold, with all that stands in it.
  private let alternatives: [[Relation]]

  /// - Parameter text: a condition of the table, of known form.
  init(_ text: String) {
    var alternatives: [[Relation]] = [[]]
    var words = text.utf8.split(separator: UInt8(ascii: " ")).map { String($0)! }[...]
    while let word = words.popFirst() {
      switch word {
      case "or": alternatives.append([])
      case "and": break
      default:
        precondition(word == "n", "a condition speaks of n, not of \(word)")
        var divisor: Int?
        if words.first == "%" {
          words.removeFirst()
          divisor = words.popFirst().flatMap { Int($0) }
        }
        let isNegated = words.popFirst() == "!="
        let ranges = (words.popFirst() ?? "").utf8.split(separator: UInt8(ascii: ",")).map { range in
          let ends = range.split(separator: UInt8(ascii: ".")).map { Int(String($0)!)! }
          return ends[0]...ends[ends.count - 1]
        }
        alternatives[alternatives.count - 1].append(Relation(divisor: divisor, isNegated: isNegated, ranges: ranges))
      }
    }
    self.alternatives = alternatives
  }

  func holds(for number: Int) -> Bool {
    alternatives.contains { relations in
      relations.allSatisfy { relation in
        let value = relation.divisor.map { number % $0 } ?? number
        return relation.ranges.contains { $0.contains(value) } != relation.isNegated
      }
    }
  }
}

extension PluralRules {
  private typealias Row = (languages: StaticString, rules: [(PluralCategory, StaticString)])

  /// The cardinal rules of Unicode CLDR for whole numbers below a million: what only fractions or millions need is left out.
  private static let table: [Row] = [
    ("bm bo dz id ig ii ja jv km ko lo ms my sg su th to vi wo yo zh", []),
    (
      """
      af an az bg ca ce da de dv ee el en eo es et eu fi fo fy gl ha hu ia io it ka kk kl ks ku ky lb lg ml mn mr nb nd ne nl nn no nr \
      ny om or os ps rm sc sd sn so sq ss st sv sw ta te tk tn tr ts ug ur uz ve vo xh yi
      """,
      [(.one, "n = 1")]
    ),
    ("ak am as bn fa ff fr gu hi ht hy kn ln mg pa pt si ti wa zu", [(.one, "n = 0..1")]),
    ("iu se", [(.one, "n = 1"), (.two, "n = 2")]),
    ("he", [(.one, "n = 1"), (.two, "n = 2")]),
    ("is mk", [(.one, "n % 10 = 1 and n % 100 != 11")]),
    ("bs hr sr", [(.one, "n % 10 = 1 and n % 100 != 11"), (.few, "n % 10 = 2..4 and n % 100 != 12..14")]),
    ("cs sk", [(.one, "n = 1"), (.few, "n = 2..4")]),
    (
      "be ru uk",
      [
        (.one, "n % 10 = 1 and n % 100 != 11"), (.few, "n % 10 = 2..4 and n % 100 != 12..14"),
        (.many, "n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14"),
      ]
    ),
    (
      "pl",
      [
        (.one, "n = 1"), (.few, "n % 10 = 2..4 and n % 100 != 12..14"),
        (.many, "n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14"),
      ]
    ),
    ("lt", [(.one, "n % 10 = 1 and n % 100 != 11..19"), (.few, "n % 10 = 2..9 and n % 100 != 11..19")]),
    ("lv", [(.zero, "n % 10 = 0 or n % 100 = 11..19"), (.one, "n % 10 = 1 and n % 100 != 11")]),
    ("ro", [(.one, "n = 1"), (.few, "n = 0 or n != 1 and n % 100 = 1..19")]),
    ("sl", [(.one, "n % 100 = 1"), (.two, "n % 100 = 2"), (.few, "n % 100 = 3..4")]),
    ("mt", [(.one, "n = 1"), (.two, "n = 2"), (.few, "n = 0 or n % 100 = 3..10"), (.many, "n % 100 = 11..19")]),
    (
      "ar",
      [
        (.zero, "n = 0"), (.one, "n = 1"), (.two, "n = 2"), (.few, "n % 100 = 3..10"), (.many, "n % 100 = 11..99"),
      ]
    ),
    ("cy", [(.zero, "n = 0"), (.one, "n = 1"), (.two, "n = 2"), (.few, "n = 3"), (.many, "n = 6")]),
    ("ga", [(.one, "n = 1"), (.two, "n = 2"), (.few, "n = 3..6"), (.many, "n = 7..10")]),
    ("gd", [(.one, "n = 1,11"), (.two, "n = 2,12"), (.few, "n = 3..10,13..19")]),
    ("gv", [(.one, "n % 10 = 1"), (.two, "n % 10 = 2"), (.few, "n % 100 = 0,20,40,60,80")]),
    (
      "br",
      [
        (.one, "n % 10 = 1 and n % 100 != 11,71,91"), (.two, "n % 10 = 2 and n % 100 != 12,72,92"),
        (.few, "n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99"),
      ]
    ),
  ]
}
