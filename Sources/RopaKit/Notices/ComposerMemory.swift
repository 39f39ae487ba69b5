/// Words that the composition of one notice has made already: activities share bodies, data and retention rules, and their words are
/// the same each time. Confined to that composition, like the projection.
final class ComposerMemory {
  enum Subject: Hashable {
    case party(RecordIndex)
    case recipient(RecordIndex, isProcessor: Bool)
    case category(RecordIndex)
    case duration(RecordIndex)
    case basis(RecordIndex, isPossible: Bool)

    var record: RecordIndex {
      switch self {
      case .party(let record), .recipient(let record, _), .category(let record), .duration(let record),
        .basis(let record, _):
        record
      }
    }
  }

  @exclusivity(unchecked)
  private var known: [Subject: [PublicText]] = [:]

  /// The words of a subject, made when they are wanted for the first time.
  func words(of subject: Subject, _ make: () -> [PublicText]) -> [PublicText] {
    if let words = known[subject] { return words }
    // Later sections that use them know from whom they are.
    let words = make().map { $0.from(subject.record) }
    known[subject] = words
    return words
  }
}

/// What several sections ask of the same activities. A section that names its own activities has one of its own.
final class ScopeMemory {
  /// The rights that apply to the people concerned.
  var rights: [RightRow]?
  var legs: [CoveredLeg]?
}
