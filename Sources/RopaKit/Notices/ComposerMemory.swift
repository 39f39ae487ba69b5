/// Words that the composition of one notice has made already: activities share bodies, data and retention rules, and their words are
/// the same each time. Confined to that composition, like the projection.
final class ComposerMemory {
  enum Subject: Hashable {
    case party(RecordIndex)
    case recipient(RecordIndex, isProcessor: Bool)
    case category(RecordIndex)
    case duration(RecordIndex)
    case basis(RecordIndex, isPossible: Bool)
  }

  @exclusivity(unchecked)
  private var known: [Subject: [PublicText]] = [:]

  /// The words of a subject, made when they are wanted for the first time.
  func words(of subject: Subject, _ make: () -> [PublicText]) -> [PublicText] {
    if let words = known[subject] { return words }
    let words = make()
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
