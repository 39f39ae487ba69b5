/// What libyaml says when it gives up, with byte offsets.
struct SyntaxProblem {
  let problem: String
  let context: String?
  let place: Int
  let contextPlace: Int?
}

extension TreeBuilder {
  /// Reports the fault that ended the parsing, in words for people who do not know the grammar of YAML.
  mutating func reportSyntax(_ fault: SyntaxProblem) {
    let start = min(fault.place, bytes.count)
    let end = endOfCharacter(start)
    if (start < bytes.count && bytes[start] == 0x09) || fault.problem.utf8.starts(with: "found a tab".utf8) {
      report(
        "tab-indentation", "A tab stands where YAML wants spaces", start, end, hint: "indent with spaces")
      return
    }
    switch fault.problem {
    case "found undefined tag handle":
      report("tag-used", "Tags (`!name`) are not used in records", start, endOfTag(start, bytes.count))
    case "found unknown directive name", "found incompatible YAML document", "found duplicate %YAML directive",
      "found duplicate %TAG directive":
      report("directive-used", "Directives (`%YAML`, `%TAG`) are not used in records", start, endOfLine(start))
    default:
      var notes: [Note] = []
      if let place = fault.contextPlace, place != start, let context = fault.context {
        notes = [Note(message: plainContext(context), range: range(place, endOfCharacter(place)))]
      }
      let (message, hint) = plainWords(fault)
      report("yaml-syntax", message, start, end, notes: notes, hint: hint)
    }
  }

  /// The end of the character at an offset; the offset itself at the end of a line or of the file.
  private func endOfCharacter(_ start: Int) -> Int {
    guard start < bytes.count, bytes[start] != 0x0A, bytes[start] != 0x0D else { return start }
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private func plainContext(_ context: String) -> String {
    switch context {
    case "while scanning a quoted scalar": "the quotes open here"
    case "while scanning a block scalar": "the text block starts here"
    case "while scanning a simple key": "the key starts here"
    case "while parsing a block mapping": "the mapping starts here"
    case "while parsing a block collection": "the list starts here"
    case "while parsing a flow mapping": "the `{` is here"
    case "while parsing a flow sequence": "the `[` is here"
    default: "what is being read starts here"
    }
  }

  private func plainWords(_ fault: SyntaxProblem) -> (message: String, hint: String?) {
    switch fault.problem {
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      if fault.place < bytes.count, bytes[fault.place] == UInt8(ascii: ":") {
        return (
          "A second `: ` in one value: the text before it has a colon of its own",
          "put text that contains `: ` in quotes"
        )
      }
      let isList = fault.problem == "did not find expected ',' or ']'"
      return (
        "A `,` or the closing \(isList ? "`]` of the list" : "`}` of the mapping") was expected here",
        "add what is missing, or put a text with commas in quotes"
      )
    default: return otherWords(fault)
    }
  }

  private func otherWords(_ fault: SyntaxProblem) -> (message: String, hint: String?) {
    switch fault.problem {
    case "mapping values are not allowed in this context":
      ("A second `: ` on this line, or a line indented too far", "put text that contains `: ` in quotes")
    case "could not find expected ':'":
      ("This line is neither a key with a colon nor the continuation of a text", "add `:`, or indent the text")
    case "did not find expected key":
      ("A key was expected here", "check the indentation, and that nothing follows a closing quote")
    case "did not find expected '-' indicator":
      ("A list item, starting with `- `, was expected here", "check the indentation")
    case "block sequence entries are not allowed in this context":
      ("A list item cannot start here", "start the list on a line of its own")
    case "mapping keys are not allowed in this context":
      ("A key cannot start here", "start the mapping on a line of its own")
    case "did not find expected node content":
      ("A value was expected here", "write one, or remove the comma or colon before it")
    case "did not find expected <document start>":
      ("The document has ended, and other text follows", "check the indentation of this line")
    default: rareWords(fault)
    }
  }

  private func rareWords(_ fault: SyntaxProblem) -> (message: String, hint: String?) {
    switch fault.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      ("The closing quote is missing", "close it; a quote inside the text is written twice")
    case "found unknown escape character":
      ("No such escape after `\\` in double quotes", "write `\\\\` for a backslash, or use single quotes")
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      ("This escape in double quotes names no character", nil)
    case "found unexpected ':'":
      ("A colon inside `{ }` or `[ ]` needs a space and a value behind it", "put text that contains `:` in quotes")
    case "found character that cannot start any token":
      ("A value cannot start with this character", "put the text in quotes")
    case "did not find expected comment or line break":
      ("Only a comment may follow here", "start the text on the next line")
    case "did not find expected alphabetic or numeric character":
      ("A value that starts with `*` or `&` needs quotes", "put the text in quotes")
    default: ("The file cannot be read as YAML here: \(fault.problem)", nil)
    }
  }
}
