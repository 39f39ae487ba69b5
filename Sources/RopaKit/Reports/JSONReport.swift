package import LocatedYAML

extension Assessment {
  /// The report for other programs. Its form is a promise; a change of it changes `version`.
  /// - Parameter folder: the register's folder as the user named it, put before every path.
  package func jsonReport(folder: String) -> [UInt8] {
    var json = JSONWriter()
    var lines = FilePositions(registry)
    var fingerprints = Fingerprints(assessed)
    json.object { json in
      json.key("version")
      json.value(1)
      json.key("asOf")
      json.value(report.day.description)
      json.key("counts")
      writeCounts(&json)
      json.key("findings")
      json.array { json in
        for finding in report.findings + report.settled {
          json.newline()
          write(finding, folder, fingerprints.fingerprint(of: finding).text, &json, &lines)
        }
      }
      writeDecisions(&json)
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
      writeStates(&json)
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

  private func write(
    _ finding: Finding, _ folder: String, _ fingerprint: String, _ json: inout JSONWriter, _ lines: inout FilePositions
  ) {
    json.object { json in
      json.key("rule")
      json.value(Rule.catalogue[finding.rule].id)
      json.key("severity")
      json.value(finding.severity.word)
      json.key("judgedSeverity")
      json.value(finding.judgedSeverity.word)
      json.key("state")
      json.value(finding.state.rawValue)
      json.key("waiver")
      if let decision = finding.decision { json.value(registry.path(of: decision.record)) } else { json.null() }
      json.key("facts")
      json.value(fingerprint)
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
