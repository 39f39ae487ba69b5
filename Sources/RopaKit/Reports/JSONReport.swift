package import LocatedYAML

extension Assessment {
  /// The report for other programs. Its form is a promise; a change of it changes `version`.
  /// - Parameter folder: the register's folder as the user named it, put before every path.
  package func jsonReport(folder: String) -> [UInt8] {
    var json = JSONWriter()
    var lines = FilePositions(registry)
    json.object { json in
      json.key("version")
      json.value(1)
      json.key("asOf")
      json.value(report.day.description)
      json.key("counts")
      writeCounts(&json)
      json.key("findings")
      json.array { json in
        for finding in report.findings {
          json.newline()
          write(finding, folder, &json, &lines)
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func writeCounts(_ json: inout JSONWriter) {
    let total = report.total
    json.object { json in
      for severity in Severity.allCases.reversed() {
        json.key(severity == .error ? "error" : severity == .warning ? "warning" : "advice")
        json.value(report.count(severity))
      }
      json.key("run")
      json.value(total.run)
      json.key("notApplicable")
      json.value(total.notApplicable)
      json.key("notEvaluable")
      json.value(total.notEvaluable)
      json.key("rules")
      json.array { json in
        for (rule, count) in zip(Rule.catalogue, report.counts) where !count.isIdle {
          json.newline()
          json.object { json in
            json.key("rule")
            json.value(rule.id)
            json.key("run")
            json.value(count.run)
            json.key("notApplicable")
            json.value(count.notApplicable)
            json.key("notEvaluable")
            json.value(count.notEvaluable)
          }
        }
      }
    }
  }

  private func write(_ finding: Finding, _ folder: String, _ json: inout JSONWriter, _ lines: inout FilePositions) {
    json.object { json in
      json.key("rule")
      json.value(Rule.catalogue[finding.rule].id)
      json.key("severity")
      json.value(finding.severity.word)
      json.key("state")
      json.value("open")
      json.key("message")
      json.value(finding.message)
      writePlace(finding.range, folder, &json, &lines)
      json.key("records")
      json.array { json in for record in finding.records { json.value(registry.path(of: record)) } }
      json.key("citations")
      json.array { json in for citation in finding.citations { json.value(citation) } }
      json.key("hint")
      if let hint = finding.hint { json.value(hint) } else { json.null() }
      json.key("notes")
      json.array { json in
        for note in finding.notes {
          json.object { json in
            json.key("message")
            json.value(note.message)
            writePlace(note.range, folder, &json, &lines)
          }
        }
      }
    }
  }

  private func writePlace(
    _ range: SourceRange, _ folder: String, _ json: inout JSONWriter, _ lines: inout FilePositions
  ) {
    json.key("path")
    json.value(registry.displayPath(range, folder: folder))
    for (name, offset): (StaticString, UInt32) in [("start", range.start), ("end", range.end)] {
      let position = lines.position(range.file, offset)
      json.key(name)
      json.object { json in
        json.key("line")
        json.value(position.line)
        json.key("column")
        json.value(position.column)
      }
    }
  }
}

extension RuleCount {
  /// It had no subject at all.
  var isIdle: Bool { run == 0 && notApplicable == 0 && notEvaluable == 0 }
}

extension Registry {
  /// A record as `kind/id`.
  package func path(of record: RecordIndex) -> String { "\(header(record).kind.rawValue)/\(header(record).id)" }

  /// The file of a range with the register's folder before it; the folder itself when the register has no file.
  package func displayPath(_ range: SourceRange, folder: String) -> String {
    guard Int(range.file) < files.count else { return folder }
    return "\(folder)/\(files[Int(range.file)].path)"
  }
}

/// Lines and columns of places, asked for in any order. Findings come by file, so the last file's line starts are kept.
package struct FilePositions {
  private let registry: Registry
  private var file: UInt32 = .max
  private var starts: [UInt32] = []
  /// The last place asked for: columns are counted on from there, because a line can be a whole file.
  private var last = (start: 0, end: 0, column: 1)

  package init(_ registry: Registry) { self.registry = registry }

  /// Line and column, both from 1; the column counts code points.
  package mutating func position(_ number: UInt32, _ offset: UInt32) -> Position {
    guard Int(number) < registry.files.count else { return Position(line: 1, column: 1) }
    let source = registry.files[Int(number)]
    if number != file {
      file = number
      last = (0, 0, 1)
      starts = [0]
      for (index, byte) in source.bytes.enumerated() where byte == 0x0A { starts.append(UInt32(index + 1)) }
    }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    var start = Int(starts[low - 1])
    if start == 0, source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let end = max(start, min(Int(offset), source.bytes.count))
    if last.start != start || last.end > end { last = (start, start, 1) }
    let column = source.bytes[last.end..<end].reduce(into: last.column) { count, byte in
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    last = (start, end, column)
    return Position(line: low, column: column)
  }
}
