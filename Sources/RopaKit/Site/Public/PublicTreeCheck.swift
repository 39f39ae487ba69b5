package import LocatedYAML

/// Why a file may not stand in the public tree.
package struct PublicFault: Error, Sendable, Equatable {
  /// What is in the file, without its path.
  package let reason: String
  /// What to do.
  package let advice: String
}

/// Looks at every file of the public tree as it is about to be published, whoever made its bytes: nothing that runs, nothing that is
/// fetched from elsewhere, no address beside the public tree, no text that stands in internal fields only.
///
/// The types keep internal values from the pages; this looks at the bytes, so that a mistake of the program or of a theme is found before
/// anything is exchanged. One pass over the marks and one over the words of each file.
package struct PublicTreeCheck: Sendable {
  private static let root = Array("public/".utf8)
  private let internalTexts: InternalTexts

  /// Gathers what must not be found.
  /// - Parameters:
  ///   - words: the texts of the program itself, such as messages and law tables: whoever repeats them gives nothing away.
  ///   - jobs: threads at most.
  package init(_ assessment: Assessment, words: [SourceFile], jobs: Int) {
    internalTexts = InternalTexts(assessment.registry, words: words, jobs: jobs)
  }

  /// What is wrong with a file of the site; nil for every file outside of the public tree.
  package func fault(in bytes: UnsafeRawBufferPointer, path: String) -> PublicFault? {
    guard path.utf8.starts(with: PublicTreeCheck.root) else { return nil }
    let bytes = bytes.bindMemory(to: UInt8.self)
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") } - 1
    if let fault = markFault(in: bytes, path: path, depth: depth) ?? internalFault(in: bytes) { return fault }
    // Where lines are broken or signs escaped, words do not stand as they were written.
    switch ending(of: path) {
    case "txt": return withoutBreaks(bytes).withUnsafeBufferPointer { internalFault(in: $0) }
    case "md", "json": return withoutEscapes(bytes).withUnsafeBufferPointer { internalFault(in: $0) }
    default: return nil
    }
  }

  /// Every row of blanks as one.
  private func withoutBreaks(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for byte in bytes {
      let isBlank = byte == 0x20 || byte == 0x0A
      if !isBlank { plain.append(byte) } else if plain.last != 0x20 { plain.append(0x20) }
    }
    return plain
  }

  /// What stands behind a backslash stands for itself.
  private func withoutEscapes(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if !isEscaped { plain.append(byte) }
    }
    return plain
  }

  private func markFault(in bytes: UnsafeBufferPointer<UInt8>, path: String, depth: Int) -> PublicFault? {
    do throws(PublicFault) {
      switch ending(of: path) {
      case "html": try checkMarkup(bytes, depth: depth)
      case "css": try checkStyleSheet(bytes, depth: depth)
      case "xml": try checkFeed(bytes, depth: depth)
      case "svg": try checkImage(bytes)
      // Plain text and data are shown by nobody as anything else.
      case "md": try checkMarkdown(bytes, depth: depth)
      case "js", "mjs", "wasm":
        throw PublicFault(reason: "public pages run no program", advice: "leave the file out of the theme")
      default: break
      }
      return nil
    } catch {
      return error
    }
  }

  private func internalFault(in bytes: UnsafeBufferPointer<UInt8>) -> PublicFault? {
    guard let found = internalTexts.first(in: bytes) else { return nil }
    return PublicFault(
      reason: "it holds internal words of \(found.place): '\(found.words)'",
      advice: "take them out of the theme; where they are in none, this is a fault of ropa, please report it")
  }

  private func ending(of path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(path[path.utf8.index(after: dot)...])
  }
}

/// Some bytes as words for a message: what shows nothing is shown as `U+XXXX`, and what is long is cut.
func shown(_ bytes: some Collection<UInt8>) -> String {
  var text = TextWriter()
  text.add(String(decoding: bytes.prefix(80), as: UTF8.self))
  return String(decoding: text.bytes, as: UTF8.self) + (bytes.count > 80 ? "..." : "")
}
