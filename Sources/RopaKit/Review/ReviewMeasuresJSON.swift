import LocatedYAML

extension JSONReview {
  /// The measures, each with what it counts, so that nobody has to trust a number.
  func write(_ measures: ReviewMeasures, _ json: inout JSONWriter) {
    json.object { json in
      json.key("gate")
      write(measures.gate, &json)
      json.key("completeness")
      ratio(measures.completeness.filled, measures.completeness.applicable, "fields", &json) { json in
        for field in measures.completeness.fields { write(field, &json) }
      }
      json.key("evidence")
      ratio(measures.evidence.shown, measures.evidence.reliedOn, "controls", &json) { json in
        for control in measures.evidence.controls {
          json.object { json in
            json.key("control")
            json.value(registry.path(of: control.control.common.record))
            json.key("state")
            json.value(control.state.rawValue)
          }
        }
      }
      json.key("freshness")
      ratio(measures.freshness.inDate, measures.freshness.items.count, "records", &json) { json in
        for item in measures.freshness.items { write(item, &json) }
      }
      json.key("consistency")
      write(measures.consistency, &json)
      json.key("coverage")
      ratio(measures.coverage.evaluated, measures.coverage.applicable, "notEvaluable", &json) { json in
        for gap in measures.coverage.open {
          json.object { json in
            json.key("reason")
            json.value(gap.reason)
            json.key("records")
            json.array { json in for record in gap.records { json.value(registry.path(of: record)) } }
            json.key("rules")
            json.array { json in for rule in gap.rules { json.value(Rule.catalogue[rule].id) } }
          }
        }
      }
      json.key("residualRisk")
      json.array { json in for risk in measures.residual { write(risk, &json) } }
    }
  }

  /// Two counts and the list that they are about.
  private func ratio(
    _ count: Int, _ of: Int, _ name: StaticString, _ json: inout JSONWriter, _ list: (inout JSONWriter) -> Void
  ) {
    json.object { json in
      json.key("count")
      json.value(count)
      json.key("of")
      json.value(of)
      json.key(name)
      json.array(list)
    }
  }

  private func write(_ gate: ReviewGate, _ json: inout JSONWriter) {
    json.object { json in
      json.key("word")
      json.value(gate.word.rawValue)
      json.key("openFindingsAlone")
      json.value(gate.openOnly.rawValue)
      json.key("stops")
      json.value(gate.stops.count)
      json.key("beyondSignature")
      json.value(gate.beyondSignature.count)
      json.key("otherErrors")
      json.value(gate.errors.count)
      json.key("overdueReviews")
      json.value(gate.overdue)
      json.key("decidedErrors")
      json.value(gate.decided)
    }
  }

  private func write(_ field: CompletenessField, _ json: inout JSONWriter) {
    json.object { json in
      json.key("field")
      json.value(field.id)
      json.key("in")
      json.value(field.kind.rawValue)
      json.key("state")
      json.value(field.state.rawValue)
      json.key("citations")
      json.array { json in for citation in field.citations { json.value(citation) } }
    }
  }

  private func write(_ item: FreshnessItem, _ json: inout JSONWriter) {
    json.object { json in
      json.key("record")
      json.value(registry.path(of: item.record))
      json.key("last")
      if let last = item.last { json.value(last.description) } else { json.null() }
      json.key("due")
      if let due = item.due { json.value(due.description) } else { json.null() }
      json.key("inDate")
      json.value(item.isInDate)
      json.key("overdue")
      json.value(item.isOverdue)
    }
  }

  private func write(_ consistency: Consistency, _ json: inout JSONWriter) {
    json.object { json in
      json.key("count")
      json.value(consistency.count)
      json.key("decided")
      json.value(consistency.decided)
      json.key("pairs")
      json.array { json in
        for pair in consistency.pairs {
          json.object { json in
            json.key("files")
            json.array { json in
              for file in [pair.first, pair.second] { json.value("\(folder)/\(registry.files[Int(file)].path)") }
            }
            json.key("count")
            json.value(pair.count)
          }
        }
      }
    }
  }

  private func write(_ risk: ResidualRisk, _ json: inout JSONWriter) {
    json.object { json in
      json.key("assessment")
      json.value(registry.path(of: risk.assessment.common.record))
      json.key("level")
      if let level = risk.level { json.value(level.rawValue) } else { json.null() }
      json.key("by")
      if let author = risk.author, author.isResolved { json.value(registry.path(of: author)) } else { json.null() }
      json.key("date")
      if let day = risk.day { json.value(day.description) } else { json.null() }
    }
  }
}
