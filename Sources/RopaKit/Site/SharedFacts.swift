import LocatedYAML
import Synchronization

/// Which activities' data reach each party.
struct PartyReach: Sendable {
  /// As many activities as a party's page lists.
  static let most = 20
  private let counts: [Int32]
  private let first: [RecordIndex: [RecordIndex]]

  init(_ registry: Registry, _ flows: Flows) {
    var counts = [Int32](repeating: 0, count: registry.headers.count)
    var last = [Int32](repeating: -1, count: registry.headers.count)
    var first: [RecordIndex: [RecordIndex]] = [:]
    for index in flows.legs.indices {
      let (activity, importer) = (flows.legs[index].activity, flows.legs[index].importer)
      // An activity's legs stand together, so that the last one seen is enough to count each activity once.
      guard importer.isResolved, last[Int(importer.value)] != activity else { continue }
      last[Int(importer.value)] = activity
      counts[Int(importer.value)] += 1
      if counts[Int(importer.value)] <= PartyReach.most {
        first[importer, default: []].append(registry.records.activities[Int(activity)].common.record)
      }
    }
    self.counts = counts
    self.first = first
  }

  func activities(_ party: RecordIndex) -> (count: Int, first: [RecordIndex]) {
    (Int(counts[Int(party.value)]), first[party] ?? [])
  }
}

/// Lines and links of places in the register's files.
struct SourcePlaces: Sendable {
  private let files: [SourceFile]
  /// By file: where its lines start; empty for short files, which are counted each time.
  private let lineStarts: [[UInt32]]
  /// By file: its path, and before it the beginning of a link where the register names its repository.
  private let paths: MarkupTable
  private let links: MarkupTable

  init(_ registry: Registry) {
    files = registry.files
    lineStarts = registry.files.map { file in
      guard file.bytes.count > 4096 else { return [] }
      return [0] + file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "\n") }.map { UInt32($0 + 1) }
    }
    let base = SourcePlaces.base(registry.settings?.repository.given?.text)
    let files = registry.files
    paths = MarkupTable(count: files.count) { file, page in page.text(files[file].path) }
    links = MarkupTable(count: files.count) { file, page in
      guard let base, files[file].path.utf8.allSatisfy(SourcePlaces.isPlain),
        let link = Link(address: base + files[file].path)
      else { return }
      page.html("<a href=\"")
      page.link(link)
      page.html("#L")
    }
  }

  /// The address below which the register's files lie, for hosts that show a file at `blob/HEAD`.
  private static func base(_ repository: String?) -> String? {
    guard var address = repository, address.utf8.starts(with: "https://".utf8) else { return nil }
    while address.utf8.last == UInt8(ascii: "/") { address.removeLast() }
    if address.utf8.count > 12, address.utf8.suffix(4).elementsEqual(".git".utf8) { address.removeLast(4) }
    return address.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
      ? nil : address + "/blob/HEAD/registry/"
  }

  /// A byte that means nothing special in an address.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x2D...0x39).contains(byte) || byte == 0x5F
  }

  private func position(_ range: SourceRange) -> Position {
    let file = files[Int(range.file)]
    let starts = lineStarts[Int(range.file)]
    guard !starts.isEmpty else { return file.position(at: range.start) }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= range.start { low = middle + 1 } else { high = middle }
    }
    guard low > 1 else { return file.position(at: range.start) }
    return Position(line: low, column: file.column(of: range.start, from: starts[low - 1]))
  }

  /// `path:line:column`, with a link where the register names its repository.
  func write(_ range: SourceRange, withColumn: Bool = true, _ page: inout HTMLBuffer) {
    let file = Int(range.file)
    guard file < files.count else { return }
    let position = position(range)
    let hasLink = !links.isEmpty(file)
    if hasLink {
      page.markup(file, of: links)
      page.number(position.line)
      page.html("\">")
    }
    page.html("<code>")
    page.markup(file, of: paths)
    page.html(":")
    page.number(position.line)
    if withColumn {
      page.html(":")
      page.number(position.column)
    }
    page.html(hasLink ? "</code></a>" : "</code>")
  }
}

/// What pages say that depends on little, kept by what it depends on: most activities rest on a few lawful bases, and share their
/// processors. Pages are written by several threads at once.
final class SharedMarkup<Key: Hashable & Sendable>: Sendable {
  private let known = Mutex<[Key: Markup]>([:])

  /// Writes what belongs to a key; made when it is wanted for the first time.
  func write(_ key: Key, into page: inout HTMLBuffer, _ make: (inout HTMLBuffer) -> Void) {
    if let markup = known.withLock({ $0[key] }) { return page.markup(markup) }
    let markup = Markup(make)
    known.withLock { $0[key] = markup }
    page.markup(markup)
  }
}

/// The bases that an activity rests on, and the regimes that apply to it.
struct RightsKey: Hashable, Sendable {
  let bases: [RecordIndex]
  let regimes: [Regime]
}

/// All that the words about a leg depend on.
struct LegKey: Hashable, Sendable {
  let exporter: RecordIndex
  let importer: RecordIndex
  let system: RecordIndex
  let kind: FlowKind
  let isProcessor: Bool
  let isFirst: Bool
  let certainty: Certainty
  let hasUnknownPlace: Bool
  let places: [LegPlace]
  let regimes: [Regime]
  /// Only where a transfer record between the two is bound to some activities.
  let activity: Int32

  static func == (left: LegKey, right: LegKey) -> Bool {
    left.exporter == right.exporter && left.importer == right.importer && left.system == right.system
      && left.kind == right.kind && left.isProcessor == right.isProcessor && left.isFirst == right.isFirst
      && left.certainty == right.certainty && left.hasUnknownPlace == right.hasUnknownPlace
      && left.activity == right.activity && left.regimes == right.regimes && left.places == right.places
  }

  /// What differs most often is enough.
  func hash(into hasher: inout Hasher) {
    hasher.combine(importer.value)
    hasher.combine(system.value)
  }
}
