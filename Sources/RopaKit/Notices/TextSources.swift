/// The records whose words stand in a text. Most texts have one or none, and need no room for more.
enum TextSources: Sendable {
  case none
  case one(RecordIndex)
  /// Each once, in no order.
  case many([RecordIndex])

  /// Those of several texts.
  init(joining texts: some Collection<PublicText>) {
    var joined = TextSources.none
    var all: [RecordIndex]?
    for text in texts {
      switch (joined, text.sources) {
      case (_, .none): break
      case (.none, let other): joined = other
      case (.one(let left), .one(let right)) where left == right: break
      default:
        // A list may have very many parts: they are gathered, and sorted once.
        if all == nil { all = joined.records }
        all! += text.sources.records
      }
    }
    self = all.map { .many(Set($0).sorted()) } ?? joined
  }

  var records: [RecordIndex] {
    switch self {
    case .none: []
    case .one(let record): [record]
    case .many(let records): records
    }
  }

  /// With one more record; nil adds none.
  func joined(with record: RecordIndex?) -> TextSources {
    guard let record, record.isResolved else { return self }
    switch self {
    case .none: return .one(record)
    case .one(let own): return own == record ? self : .many([own, record].sorted())
    case .many(let own): return own.contains(record) ? self : .many((own + [record]).sorted())
    }
  }

  func joined<Value>(with value: Published<Value>?) -> TextSources { joined(with: value?.record) }
}

extension PublicBlock {
  /// The records whose words stand in the block.
  var sources: [RecordIndex] { TextSources(joining: texts).records }
}
