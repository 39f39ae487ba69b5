import LocatedYAML

extension ReadingSession {
  /// What to do about an id that no record of the space has.
  /// - Parameter words: what may stand in place of an id.
  func hint(forDangling id: String, _ space: Space, _ words: [String]) -> String {
    if let hint = answerHint(id) ?? wordHint(id, space, near: false) { return hint }
    if words.contains("subject"), directory.record(id, in: .dataSubject) != nil {
      return "write subject: '\(id)' are the people the data are about"
    }
    if let near = nearestID(to: id, in: space) ?? nearMiss(id, among: words) {
      return "did you mean '\(near)'?"
    }
    if id.utf8.contains(UInt8(ascii: ",")) { return "write several in square brackets: [\(id)]" }
    // A title in place of an id.
    let plain = hyphenatedWords(id)
    if plain != id, let near = directory.record(plain, in: space) == nil ? nearestID(to: plain, in: space) : plain {
      return "did you mean '\(near)'?"
    }
    if let hint = space.valueHint(id, directory) ?? wordHint(id, space, near: true) { return hint }
    if isIdentifier(id), !reservedIDs.contains(id) {
      return "add a record \(space.folder)/\(id).yaml, or correct the id"
    }
    if let near = beginning(of: plain, space) { return "did you mean '\(near)'?" }
    return isIdentifier(plain) && !reservedIDs.contains(plain)
      ? "write the id of \(space.article), as in \(plain), and add \(space.folder)/\(plain).yaml if there is none"
      : "write an id: small letters a to z, digits and hyphens"
  }

  /// The word of the built-in vocabulary that people call so, or nearly so.
  private func wordHint(_ name: String, _ space: Space, near: Bool) -> String? {
    guard let names = space.builtIn.map(directory.everydayNames) else { return nil }
    return suggestion(near ? names.near(name) : names.meant(by: name))
  }

  /// The id that the first words of a name make: of `example-care-ltd` it is `example-care`.
  private func beginning(of name: String, _ space: Space) -> String? {
    var words = name.utf8.split(separator: UInt8(ascii: "-"))
    while words.count > 1 {
      words.removeLast()
      let id = words.map { String(Substring($0)) }.joined(separator: "-")
      if directory.record(id, in: space) != nil { return id }
    }
    return nil
  }
}
