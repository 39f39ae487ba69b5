/// A notice as the public sees it, in no particular format. Nothing in it knows a record, a file or an owner.
package struct PublicNotice: Sendable {
  package let language: Language
  package let title: PublicText
  /// Says that nobody whose language it is has checked the sentences; nil where somebody has.
  package let translationNote: PublicText?
  /// Who the notice is for.
  package let lede: PublicText?
  package let summary: [PublicEntry]
  package let sections: [PublicSection]
  /// The day from which it holds: under the title and again with the version.
  package let inForce: PublicEntry?
  /// When it holds from, its version, earlier versions.
  package let version: [PublicEntry]
  /// Whose notice it is.
  package let organisation: PublicText
  /// A line about the organisation for the foot of the page.
  package let foot: PublicText
}

/// A section of a notice; never empty.
package struct PublicSection: Sendable {
  package let anchor: SectionAnchor
  package let heading: PublicText
  package let blocks: [PublicBlock]
}

/// A heading with what belongs to it.
package struct PublicEntry: Sendable, Equatable {
  package let term: PublicText
  package let text: PublicText
}

/// A part of a section.
package enum PublicBlock: Sendable, Equatable {
  /// - depth: 0 right below the section's heading.
  case subheading(PublicText, depth: Int = 0)
  case paragraph(PublicText)
  case list([PublicText])
  /// A list of somebody's own text.
  case items(PublicItems)
  case definitions([PublicEntry])
  case address([PublicText])
  case table(PublicTable)
}

extension PublicBlock {
  /// The block with a capital at the start of each line, term, cell and paragraph.
  var capitalised: PublicBlock {
    switch self {
    case .subheading(let text, let depth): .subheading(text.capitalised, depth: depth)
    case .paragraph(let text): .paragraph(text.capitalised)
    case .list(let items): .list(items.map(\.capitalised))
    case .definitions(let entries): .definitions(entries.map(\.capitalised))
    // An e-mail address has no capital, and own text is written as its author wants it.
    case .address, .items: self
    case .table(let table):
      .table(PublicTable(columns: table.columns, rows: table.rows.map { $0.map { $0.map(\.capitalised) } }))
    }
  }
}

extension PublicEntry {
  var capitalised: PublicEntry { PublicEntry(term: term.capitalised, text: text.capitalised) }
}

/// A list whose items are parts themselves.
package struct PublicItems: Sendable, Equatable {
  /// The number of the first item; nil for bullets.
  package let start: Int?
  /// The paragraphs of the items are no paragraphs of their own on the page.
  package let isTight: Bool
  package let items: [[PublicBlock]]

  init(start: Int?, isTight: Bool, _ items: [[PublicBlock]]) {
    (self.start, self.isTight, self.items) = (start, isTight, items)
  }
}

/// A table whose first column heads its rows. A cell is a list of texts.
package struct PublicTable: Sendable, Equatable {
  package let columns: [PublicText]
  package let rows: [[[PublicText]]]

  /// Leaves out columns in which no row says anything.
  init(columns: [PublicText], rows: [[[PublicText]]]) {
    let kept = columns.indices.filter { column in column == 0 || rows.contains { !$0[column].isEmpty } }
    self.columns = kept.map { columns[$0] }
    self.rows = rows.map { row in kept.map { row[$0] } }
  }
}

/// The address of a section inside its page, made from the program's own words.
package struct SectionAnchor: Sendable, Hashable {
  package let id: String

  /// - Parameter count: how many sections of this name the page has, with this one.
  init(_ name: SectionName, count: Int) { id = name.rawValue + (count > 1 ? "-\(count)" : "") }

  /// - Parameter number: which of the page's own sections it is, from 1.
  init(own number: Int) { id = "section-\(number)" }

  /// The address that a section of a kept version had; nil where it cannot have been one.
  init?(kept id: String) {
    guard isIdentifier(id) else { return nil }
    self.id = id
  }

  /// The name of the composed section; nil for a section of a notice's own.
  var name: SectionName? {
    let number = id.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    return SectionName(rawValue: id)
      ?? (number > 0 ? SectionName(rawValue: String(id.utf8.dropLast(number + 1)) ?? "") : nil)
  }
}

/// Which records a notice was composed from: for the register, never for the public page.
package struct NoticeProvenance: Sendable {
  /// In the order of the page.
  package let sections: [(anchor: SectionAnchor, records: [RecordIndex])]
  /// Open questions that were left out.
  package let omitted: Int
}

/// A notice with what only the register may show of it.
package struct ComposedNotice: Sendable {
  package let notice: PublicNotice
  package let provenance: NoticeProvenance
}
