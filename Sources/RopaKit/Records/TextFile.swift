package import LocatedYAML

/// Own text in a file beside the notices, which the record names: of one language, or one file for each.
package struct TextFile: Readable {
  package let text: Text
  package static var shape: ShapeDescription { .textFile }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> TextFile? {
    guard let names = Text.read(node, in: session) else { return nil }
    switch names {
    case .plain(let name):
      return contents(of: name, node, in: session).map { TextFile(text: .plain($0)) }
    case .translated(let names):
      let texts = names.compactMap { name in
        contents(of: name.text, node, in: session).map { Text.Translation(language: name.language, text: $0) }
      }
      return texts.count == names.count ? TextFile(text: .translated(texts)) : nil
    }
  }

  /// The folder of the notices, in which such a file stands.
  static let folder = "notices/"
  static let ending = ".md"

  private static func contents(of name: String, _ node: NodeIndex, in session: ReadingSession) -> String? {
    let texts = session.directory.texts
    if let text = texts[folder + name] {
      // A fault of the file itself has been reported there.
      if let text, text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A }) {
        session.report("wrong-shape", at: node, "The file '\(name)' is empty", hint: "write the text into it")
        return nil
      }
      return text
    }
    let names = texts.keys.map { String(Substring($0.utf8.dropFirst(folder.utf8.count))) }.sorted()
    let hint =
      name.utf8.reversed().starts(with: ending.utf8.reversed())
      ? nearMiss(name, among: names).map { "did you mean '\($0)'?" } ?? "put the file into the folder \(folder)"
      : "own text stands in a file in the folder \(folder) whose name ends in \(ending)"
    session.report("dangling-reference", at: node, "There is no text file '\(name)' beside the notices", hint: hint)
    return nil
  }
}

extension SourceFile {
  /// Own text of a notice, and no record.
  var isText: Bool {
    path.utf8.starts(with: TextFile.folder.utf8) && path.utf8.reversed().starts(with: TextFile.ending.utf8.reversed())
  }
}

/// The texts beside the notices by their paths, with LF at the ends of lines; nil for one whose bytes are no text, which is reported.
func texts(in files: [SourceFile], diagnostics: inout [Diagnostic]) -> [String: String?] {
  var texts: [String: String?] = [:]
  for (number, file) in files.enumerated() where file.isText {
    let faults = file.faultsAsText(number: UInt32(number))
    diagnostics += faults
    texts[file.path] = .some(faults.isEmpty ? file.plainText : nil)
  }
  return texts
}
