import CYAML

// All unsafe code of reading is in this file: libyaml's parser and events, and the word-wise scans at its end.

/// Runs libyaml over a file that passed `SourceScan` and appends what it says to a tree.
///
/// The root is nil when the document is empty or was left half read; what was appended then is for the caller to drop.
func parseEvents(
  of file: SourceFile, number: UInt32, asciiPrefix: Int, into tree: inout YAMLTree
) -> (root: NodeIndex?, faults: [Diagnostic]) {
  let skipped = file.byteOrderMarkLength
  guard file.bytes.count > skipped else { return (nil, []) }
  var builder = TreeBuilder(bytes: file.bytes, base: skipped, number: number, asciiPrefix: asciiPrefix)
  // libyaml keeps a pointer to its own parser, so that must not move.
  let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  var complete = false
  // As for Swift's own arrays, there is no going on without memory.
  guard yaml_parser_initialize(parser) == 1 else { fatalError("out of memory") }
  file.bytes.withUnsafeBufferPointer { bytes in
    yaml_parser_set_input_string(parser, bytes.baseAddress! + skipped, bytes.count - skipped)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    complete = readEvents(parser, event, &builder, &tree)
  }
  yaml_parser_delete(parser)
  event.deallocate()
  parser.deallocate()
  return (complete ? builder.root : nil, builder.faults)
}

/// Whether the whole first document was read.
private func readEvents(
  _ parser: UnsafeMutablePointer<yaml_parser_t>, _ event: UnsafeMutablePointer<yaml_event_t>,
  _ builder: inout TreeBuilder, _ tree: inout YAMLTree
) -> Bool {
  while true {
    guard yaml_parser_parse(parser, event) == 1 else {
      reportProblem(parser, &builder)
      return false
    }
    let next = handle(event, &builder, &tree)
    yaml_event_delete(event)
    switch next {
    case .more: continue
    case .finished: return true
    case .stopped: return false
    }
  }
}

/// What the event loop does next: `finished` keeps the tree, `stopped` drops it.
enum ParsingStep { case more, finished, stopped }

@inline(__always)
private func handle(
  _ event: UnsafeMutablePointer<yaml_event_t>, _ builder: inout TreeBuilder, _ tree: inout YAMLTree
) -> ParsingStep {
  switch event.pointee.type {
  case YAML_SCALAR_EVENT:
    let scalar = event.pointee.data.scalar
    builder.addScalar(
      UnsafeBufferPointer(start: scalar.value, count: scalar.length), style: scalarStyle(scalar.style),
      from: event.pointee.start_mark.index, to: event.pointee.end_mark.index, &tree)
  case YAML_MAPPING_START_EVENT:
    let mapping = event.pointee.data.mapping_start
    return builder.open(
      .mapping, from: event.pointee.start_mark.index, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE,
      properties: (mapping.anchor == nil ? 0 : 1) + (mapping.tag == nil ? 0 : 1), &tree)
  case YAML_SEQUENCE_START_EVENT:
    let sequence = event.pointee.data.sequence_start
    return builder.open(
      .sequence, from: event.pointee.start_mark.index, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE,
      properties: (sequence.anchor == nil ? 0 : 1) + (sequence.tag == nil ? 0 : 1), &tree)
  case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
    builder.close(from: event.pointee.start_mark.index, to: event.pointee.end_mark.index, &tree)
  case YAML_ALIAS_EVENT:
    builder.addAlias(from: event.pointee.start_mark.index, to: event.pointee.end_mark.index, &tree)
  case YAML_DOCUMENT_START_EVENT:
    let start = event.pointee.data.document_start
    let directives = start.version_directive != nil || start.tag_directives.start != start.tag_directives.end
    return builder.startDocument(at: event.pointee.start_mark.index, hasDirectives: directives)
  case YAML_STREAM_END_EVENT: return .finished
  default: break
  }
  return .more
}

private func scalarStyle(_ style: yaml_scalar_style_t) -> ScalarStyle {
  switch style {
  case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
  case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
  case YAML_LITERAL_SCALAR_STYLE: .literal
  case YAML_FOLDED_SCALAR_STYLE: .folded
  default: .plain
  }
}

private func reportProblem(_ parser: UnsafeMutablePointer<yaml_parser_t>, _ builder: inout TreeBuilder) {
  let mark = parser.pointee.problem_mark
  // Faults of libyaml's reader carry a byte offset and no mark.
  let isReader = parser.pointee.error == YAML_READER_ERROR
  let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
  let context = parser.pointee.context.map { String(cString: $0) }
  let place = isReader ? builder.base + parser.pointee.problem_offset : builder.offset(ofCodePoint: mark.index)
  let contextPlace = context == nil ? nil : builder.offset(ofCodePoint: parser.pointee.context_mark.index)
  builder.reportSyntax(SyntaxProblem(problem: problem, context: context, place: place, contextPlace: contextPlace))
}

/// The index of the first byte from `start` on that is not printable ASCII or LF, or the number of bytes.
///
/// Eight bytes at a time: this looks at every byte of every file.
func endOfOrdinaryText(in bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBytes { buffer in
    let high: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= buffer.count {
      let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & high != 0 { break }
      // No byte has its high bit, so none of these sums carries into its neighbour.
      let isControl = ~(word + 0x60 * ones)
      let isNotLineFeed = (word ^ 0x0A * ones) + 0x7F * ones
      let isDelete = word + ones
      if (isControl & isNotLineFeed | isDelete) & high != 0 { break }
      index += 8
    }
    while index < buffer.count {
      let byte = buffer[index]
      guard (byte >= 0x20 && byte < 0x7F) || byte == 0x0A else { break }
      index += 1
    }
    return index
  }
}

/// The index so many code points of sound UTF-8 behind `start`, or the number of bytes.
func skipCodePoints(_ count: Int, in bytes: [UInt8], from start: Int) -> Int {
  bytes.withUnsafeBytes { buffer in
    var index = start
    var left = count
    while left > 0, index < buffer.count {
      if index + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          let step = min(left, 8)
          index += step
          left -= step
          continue
        }
      }
      index += 1
      while index < buffer.count, buffer[index] & 0xC0 == 0x80 { index += 1 }
      left -= 1
    }
    return index
  }
}
