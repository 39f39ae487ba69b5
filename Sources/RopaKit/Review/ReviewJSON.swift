import LocatedYAML

extension Reviewer {
  /// The reviews of some activities for other programs, in the order of the portfolio. Its form is a promise; a change of it changes `version`.
  /// - Parameters:
  ///   - slots: places among the register's activities.
  ///   - folder: the register's folder as the user named it, put before every path.
  ///   - jobs: threads at most.
  package func json(_ slots: [Int], folder: String, jobs: Int) -> [UInt8] {
    let portfolio = portfolio(slots, jobs: jobs)
    let chunks = chunks(of: portfolio.count, size: 16)
    let bodies = inParallel(chunks.count, jobs: jobs) { chunk in
      var writer = JSONReview(assessment, folder: folder)
      return portfolio[chunks[chunk]].map { writer.bytes(of: review(activity: $0.slot)) }
    }.flatMap(\.self)
    var json = JSONWriter()
    json.object { json in
      json.key("version")
      json.value(1)
      json.key("asOf")
      json.value(assessment.law.day.description)
      json.key("commit")
      if let commit = assessment.history.commit { json.value(commit) } else { json.null() }
      json.key("uncommittedChanges")
      json.value(assessment.history.hasUncommittedChanges)
      json.key("program")
      json.value(programVersion)
      json.key("rules")
      json.value(Rule.catalogue.count)
      json.key("lawTablesChecked")
      json.value(assessment.law.law.checked.description)
      json.key("disclaimer")
      json.value(reviewDisclaimer(assessment))
      json.key("reviews")
      json.array { json in
        for body in bodies {
          json.newline()
          json.raw(body)
        }
      }
    }
    json.end()
    return json.bytes
  }
}

/// Writes one review after the other.
struct JSONReview {
  private let assessment: Assessment
  let folder: String
  private var writer: ReviewWriter
  private var lines: FilePositions
  var registry: Registry { assessment.registry }

  init(_ assessment: Assessment, folder: String) {
    self.assessment = assessment
    self.folder = folder
    writer = ReviewWriter(assessment, folder: folder)
    lines = FilePositions(assessment.registry)
  }

  mutating func bytes(of review: Review) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("activity")
      json.value(registry.path(of: review.record))
      json.key("name")
      json.value(writer.name(review.record))
      json.key("measures")
      write(review.measures, &json)
      json.key("sections")
      json.array { json in
        for section in review.sections {
          json.newline()
          write(section, review, &json)
        }
      }
    }
    return json.bytes
  }

  private mutating func write(_ section: ReviewSection, _ review: Review, _ json: inout JSONWriter) {
    json.object { json in
      json.key("section")
      json.value(section.part.rawValue)
      json.key("id")
      json.value(section.part.id.description)
      json.key("title")
      json.value(section.part.title.description)
      json.key("blocks")
      json.array { json in for block in section.blocks { write(block, review, &json) } }
    }
  }

  private mutating func write(_ block: ReviewBlock, _ review: Review, _ json: inout JSONWriter) {
    switch block {
    // They stand beside the sections.
    case .measures, .signature: break
    case .facts(let facts):
      json.object { json in
        json.key("facts")
        json.object { json in
          for fact in facts {
            json.key(fact.key)
            write(fact.cell, &json)
          }
        }
      }
    case .table(let table):
      json.object { json in
        json.key("table")
        json.value(table.id.description)
        json.key("rows")
        json.array { json in for row in table.rows { write(row, table.columns, &json) } }
      }
    case .findings(let id, _, let findings, _):
      json.object { json in
        json.key("list")
        json.value(id.description)
        json.key("findings")
        json.array { json in for finding in findings { write(finding, &json) } }
      }
    case .flows:
      json.object { json in
        json.key("legs")
        json.array { json in
          let legs = assessment.facts.flows.legs(ofActivity: review.slot)
          for index in legs.indices { write(legs[index], legs, &json) }
        }
      }
    case .remark(let words):
      json.object { json in
        json.key("remark")
        json.value(words)
      }
    }
  }

  private mutating func write(_ cells: [ReviewCell], _ columns: [ReviewColumn], _ json: inout JSONWriter) {
    json.object { json in
      for (column, cell) in zip(columns, cells) {
        json.key(column.key)
        write(cell, &json)
      }
    }
  }

  private mutating func write(_ cell: ReviewCell, _ json: inout JSONWriter) {
    json.object { json in
      json.key("text")
      json.value(writer.words(cell))
      json.key("state")
      json.value(cell.state.rawValue)
      json.key("records")
      json.array { json in for record in writer.records(cell) { json.value(registry.path(of: record)) } }
    }
  }

  private mutating func write(_ leg: Leg, _ legs: ArraySlice<Leg>, _ json: inout JSONWriter) {
    json.object { json in
      json.key("exporter")
      json.value(registry.path(of: leg.exporter))
      json.key("importer")
      json.value(registry.path(of: leg.importer))
      json.key("role")
      json.value(leg.role)
      json.key("after")
      if leg.parent < 0 { json.null() } else { json.value(Int(leg.parent) - legs.startIndex) }
      json.key("system")
      if leg.system.isResolved { json.value(registry.path(of: leg.system)) } else { json.null() }
      json.key("certainty")
      json.value(leg.certainty.rawValue)
      json.key("unknownPlaces")
      json.value(leg.hasUnknownPlace)
      json.key("places")
      json.array { json in
        for place in leg.places {
          json.object { json in
            json.key("place")
            json.value(assessment.law.code(place.territory))
            json.key("kind")
            json.value(place.kind.rawValue)
          }
        }
      }
    }
  }

  private mutating func write(_ root: ReviewFinding, _ json: inout JSONWriter) {
    let finding = root.finding
    json.object { json in
      json.key("rule")
      json.value(finding.definition.id)
      json.key("severity")
      json.value(finding.severity.word)
      json.key("judgedSeverity")
      json.value(finding.judgedSeverity.word)
      json.key("state")
      json.value(finding.state.rawValue)
      json.key("message")
      json.value(finding.message)
      place(finding.range, &json)
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
            place(note.range, &json)
          }
        }
      }
      json.key("sameRoot")
      json.array { json in for other in root.others { json.value(other.definition.id) } }
    }
  }

  private mutating func place(_ range: SourceRange, _ json: inout JSONWriter) {
    json.key("path")
    json.value(registry.displayPath(range, folder: folder))
    let position = lines.position(range.file, range.start)
    json.key("line")
    json.value(position.line)
    json.key("column")
    json.value(position.column)
    json.key("quotation")
    if let quotation = writer.quotation(range) { json.value(quotation) } else { json.null() }
  }
}
