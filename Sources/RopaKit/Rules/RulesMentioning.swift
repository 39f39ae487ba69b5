extension Rule {
  /// The rules whose name, title or remedy has a word, then those that give it in their reason; in the order of the catalogue.
  package static func mentioning(_ word: String) -> [Rule] {
    func says(_ text: String) -> Bool { Substring(text).utf8.says(word) }
    let near = catalogue.filter { says($0.id) || says($0.title) || says($0.remedy) }
    return near + catalogue.filter { rule in says(rule.rationale) && !near.contains { $0.id == rule.id } }
  }
}
