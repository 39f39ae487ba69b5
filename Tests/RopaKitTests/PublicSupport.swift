import Foundation
import LocatedYAML
import RopaKit

/// The messages that the program ships.
let shippedMessages: MessageCatalogue = {
  do {
    return try MessageCatalogue(embedded("messages/"))
  } catch {
    fatalError("\(error)")
  }
}()

let plainTheme = Theme(
  styleSheet: Array("body{}".utf8), icon: Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8))

/// The pages of the public tree as bytes, by path.
func publicBytes(of assessment: Assessment, messages: MessageCatalogue = shippedMessages) -> [String: [UInt8]] {
  var bytes: [String: [UInt8]] = [:]
  for page in publicPages(of: assessment, messages: messages, theme: plainTheme) {
    var buffer = HTMLBuffer()
    page.write(&buffer)
    bytes[page.path] = buffer.withBytes { Array($0) }
  }
  return bytes
}

/// All public files with their paths as one text; lines of plain text, which end where they are full, as if they did not.
/// - Parameter ending: only the files whose paths end so.
func publicText(of assessment: Assessment, ending: String = "") -> String {
  publicBytes(of: assessment).filter { $0.key.hasSuffix(ending) }.sorted { $0.key < $1.key }.map { path, bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    guard path.hasSuffix(".txt") else { return path + "\n" + text }
    return path + "\n" + text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }.joined(separator: "\n")
}

/// A notice as plain lines, for people who compare.
func plain(_ notice: PublicNotice) -> String {
  var lines = ["# \(notice.title.plain)", notice.lede?.plain ?? ""]
  if let inForce = notice.inForce { lines.append("\(inForce.term.plain) \(inForce.text.plain)") }
  lines += notice.summary.map { "* \($0.term.plain): \($0.text.plain)" }
  for section in notice.sections { lines += ["", "## \(section.heading.plain)"] + RopaKitTests.lines(of: section) }
  lines += [""] + notice.version.map { "\($0.term.plain): \($0.text.plain)" } + [notice.foot.plain, ""]
  return lines.joined(separator: "\n")
}

/// The blocks of a section as plain lines.
func lines(of section: PublicSection) -> [String] { lines(of: section.blocks) }

private func lines(of blocks: [PublicBlock]) -> [String] {
  var lines: [String] = []
  for block in blocks {
    switch block {
    case .subheading(let text, let depth): lines.append(String(repeating: "#", count: 3 + depth) + " \(text.plain)")
    case .paragraph(let text): lines.append(text.plain)
    case .list(let items): lines += items.map { "- \($0.plain)" }
    case .items(let list):
      for (number, item) in list.items.enumerated() {
        for (line, text) in RopaKitTests.lines(of: item).enumerated() {
          lines.append((line > 0 ? "  " : list.start.map { "\($0 + number). " } ?? "- ") + text)
        }
      }
    case .definitions(let entries): lines += entries.map { "\($0.term.plain): \($0.text.plain)" }
    case .address(let texts): lines += texts.map { "  \($0.plain)" }
    case .table(let table):
      lines.append("| " + table.columns.map(\.plain).joined(separator: " | "))
      lines += table.rows.map { row in
        "| " + row.map { $0.map(\.plain).joined(separator: ", ") }.joined(separator: " | ")
      }
    }
  }
  return lines
}
