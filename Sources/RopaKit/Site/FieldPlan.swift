/// A field's description, made ready for pages once per kind of record.
final class FieldPlan: Sendable {
  let name: StaticString
  /// What stands before its value: at the top of a record also who may see it.
  let opening: Markup
  let openingAtTop: Markup
  /// Its absence is shown.
  let isExpected: Bool
  /// Words as published: set apart from the value that is true.
  let isQuotation: Bool
  let shape: ShapePlan

  init(_ field: FieldDescription) {
    name = field.name
    let label = RopaKit.label(of: field.name.description)
    func opening(_ visibility: StaticString) -> Markup {
      Markup { page in
        page.html("<div><dt>")
        page.text(label)
        page.html(visibility)
        page.html("</dt><dd>")
      }
    }
    self.opening = opening("")
    openingAtTop = opening(
      field.visibility == .public ? " <small class=\"public\">public</small>" : " <small>internal</small>")
    isExpected = field.need == .everyday || field.need == .required
    isQuotation = field.name.description == "stated"
    shape = ShapePlan(field.shape)
  }

  static func plans(of fields: FieldSet) -> [FieldPlan] { fields.fields.map(FieldPlan.init) }
}

/// A word of the program and how pages write it.
struct PlannedWord: Sendable {
  private let word: [UInt8]
  let label: Markup

  /// - Parameter standsForRecord: the word stands where else a record is named, as `subject` does for a body.
  init(_ word: String, standsForRecord: Bool = false) {
    self.word = Array(word.utf8)
    let label = (standsForRecord ? standInLabels[word] : nil) ?? RopaKit.label(of: word)
    self.label = Markup { $0.text(label) }
  }

  func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == word.count else { return false }
    for index in word.indices where word[index] != bytes[index] { return false }
    return true
  }
}

/// How the value of a field is shown.
indirect enum ShapePlan: Sendable {
  case prose
  /// Text that may be an address.
  case line
  /// Text that is shown as it is: numbers, codes of languages.
  case plain
  case truth
  case date
  case duration
  case country
  case word([PlannedWord])
  case term(TermTable)
  case reference(Space, [PlannedWord])
  case list(ShapePlan)
  case perRegime(ShapePlan)
  case fields([FieldPlan], shorthand: Int?)
  case keyed([FieldPlan], shorthand: Int?)
  case mapped(ShapePlan)
  /// One of several, found by what is written.
  case either([ShapePlan])
  case recordPath
  case anything

  init(_ shape: ShapeDescription) {
    switch shape {
    case .text, .textFile: self = .prose
    case .line, .phrase: self = .line
    case .wholeNumber, .language, .innerID, .rule: self = .plain
    case .truth: self = .truth
    case .date: self = .date
    case .duration: self = .duration
    case .country: self = .country
    case .word(let words): self = .word(words.map { PlannedWord($0) })
    case .term(let table): self = .term(table)
    case .reference(let space): self = .reference(space, [])
    case .referenceOrWord(let space, let words):
      self = .reference(space, words.map { PlannedWord($0, standsForRecord: true) })
    case .list(let element): self = .list(ShapePlan(element))
    case .perRegime(let value): self = .perRegime(ShapePlan(value))
    case .fields(let set, let shorthand):
      let plans = FieldPlan.plans(of: set)
      self = .fields(plans, shorthand: plans.firstIndex { $0.name.description == shorthand })
    case .keyed(let value):
      if case .fields(let plans, let shorthand) = ShapePlan(value) {
        self = .keyed(plans, shorthand: shorthand)
      } else {
        self = .anything
      }
    case .mapped(let value): self = .mapped(ShapePlan(value))
    case .either(let shapes): self = .either(shapes.map(ShapePlan.init))
    case .recordPath: self = .recordPath
    case .anything: self = .anything
    }
  }

  /// A scalar of this shape is short enough to stand with others on one line.
  var isShort: Bool {
    switch self {
    case .prose, .list, .perRegime, .keyed, .mapped, .anything: false
    case .either(let shapes): shapes.allSatisfy(\.isShort)
    case .fields(let plans, let shorthand): shorthand.map { plans[$0].shape.isShort } ?? false
    default: true
    }
  }
}
