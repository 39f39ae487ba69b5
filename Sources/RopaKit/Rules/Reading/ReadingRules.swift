extension Rule {
  /// Faults that are found while files are read.
  static let readingRules: [Rule] = []
}
