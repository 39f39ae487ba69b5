import LocatedYAML

extension Rule {
  /// NTC-007, NTC-010 and NTC-024 for sentences without a claim. Patterns of words err, so it asks; a statement with a claim is tested
  /// exactly, and stays out.
  static let textDeniesRecords = Rule(
    "text-denies-records", .notices, .warning, .contradiction,
    title: "A sentence of own text denies what the records show",
    rationale: """
      "Your data are stored only here" is a promise wherever it stands. Own text and statements without claim: are read sentence by \
      sentence for such denials: of places, of sharing, of cookies, of automated decisions. The words are matched by patterns, which \
      cannot see what a sentence speaks of. Only English texts are read.
      """,
    remedy:
      "Correct the sentence or the record, or print it as a statement that says with claim: and about: what it speaks of.",
    citations: ["Art 5(1)(a)", "Art 12(1)"],
    check: .records { header, common, assessed in
      guard header.kind == .notices || header.kind == .statements, common.isJudged else { return .notApplicable }
      let texts = assessed.deniableTexts(of: header)
      if texts.isEmpty { return .notApplicable }
      var found: [(sentence: String, range: SourceRange, fact: DeniedFact)] = []
      for (text, activities) in texts {
        for bytes in text.sentences {
          guard let denial = assessed.law.law.denial(in: bytes),
            let fact = assessed.fact(against: denial, activities)
          else { continue }
          found.append((String(decoding: bytes, as: UTF8.self).trimmingBlanks, text.range, fact))
        }
      }
      guard let first = found.first else { return .clear }
      return .finding(
        Observation(
          "'\(first.sentence)' stands in the text, and \(first.fact.words)", at: first.range,
          hint: "correct the sentence, or move it to a statement with claim: and about:",
          notes: first.fact.notes
            + found.dropFirst().map { Note(message: "'\($0.sentence)', and \($0.fact.words)", range: $0.range) },
          records: [common.record] + unique(found.flatMap(\.fact.records)),
          evidence: found.map { Evidence("sentence", $0.sentence) }))
    },
    examples: textDeniesRecordsExamples)
}

/// What a record shows against a denial.
private struct DeniedFact {
  /// Goes after "and".
  let words: String
  let notes: [Note]
  let records: [RecordIndex]
}

extension Assessed {
  /// Own English texts that no claim makes testable, each with the activities that it speaks of by their places among the register's.
  fileprivate func deniableTexts(of header: RecordHeader) -> [(text: OwnText, activities: [Int])] {
    let texts = registry.ownTexts(of: header).filter { $0.isEnglish && !$0.explains }
    guard !texts.isEmpty, header.slot >= 0 else { return [] }
    if header.kind == .statements {
      let statement = registry.records.statements[Int(header.slot)]
      let kind = statement.kind.given?.value ?? .claim
      guard statement.claim.answer.isAbsent, statement.about.answer.isAbsent, kind == .claim || kind == .promise else {
        return []
      }
      let all = activities(ofNoticesWith: statement)?.sorted() ?? Array(registry.records.activities.indices)
      return texts.map { ($0, all) }
    }
    let covered = facts.notices[Int(header.slot)].activities
    let sections = registry.records.notices[Int(header.slot)].sections.elements()
    return texts.map { text in
      let wanted = sections.first { $0.text.answer.range == text.range }?.activities.given?.elements.map(\.record)
      return (
        text,
        covered.filter { slot in
          wanted.map { $0.contains(registry.records.activities[slot].common.record) } ?? true
        }
      )
    }
  }

  fileprivate func fact(against denial: Denial, _ slots: [Int]) -> DeniedFact? {
    let activities = slots.filter { registry.records.activities[$0].isJudged }
    switch denial {
    case .leaving(let territories): return place(outside: territories, activities)
    case .leavingHome: return place(outside: nil, activities)
    case .sharing: return sharing(activities)
    case .cookies(let necessary): return cookie(necessary: necessary, slots)
    case .automatedDecisions: return decisions(activities)
    }
  }

  private func sharing(_ slots: [Int]) -> DeniedFact? {
    for slot in slots {
      for leg in facts.flows.legs(ofActivity: slot)
      where !leg.isProcessor && leg.certainty == .certain && (leg.kind == .recipient || leg.kind == .cookie) {
        return DeniedFact(
          words: "\(registry.name(of: leg.importer)) gets data for ends of its own",
          notes: [Note(message: "data are given to it here", range: leg.range)], records: [leg.importer])
      }
    }
    return nil
  }

  private func cookie(necessary: Bool, _ slots: [Int]) -> DeniedFact? {
    let scope = cookieScope(ofActivities: slots)
    for cookie in registry.records.cookies
    where cookie.common.isJudged && (cookie.common.certainty.given ?? .certain) == .certain {
      guard lies(cookie, in: scope) ?? (registry.records.notices.count <= 1) else { continue }
      if necessary && (cookie.category.given ?? .necessary) == .necessary { continue }
      return DeniedFact(
        words: "'\(registry.words(for: cookie))' is on record",
        notes: [Note(message: "this one", range: cookie.common.anchor)], records: [cookie.common.record])
    }
    return nil
  }

  private func decisions(_ slots: [Int]) -> DeniedFact? {
    for activity in slots.map({ registry.records.activities[$0] }) {
      guard case .given(let decisions, let range) = activity.automatedDecisions.answer,
        decisions.solely.given?.value != false
      else { continue }
      return DeniedFact(
        words: "'\(registry.name(of: activity.common.record))' has decisions by automated means on record",
        notes: [Note(message: "this one", range: range)], records: [activity.common.record])
    }
    return nil
  }

  /// A place that data certainly reach outside some countries, or in a third country; one where they are stored goes first.
  private func place(outside territories: [Territory]?, _ slots: [Int]) -> DeniedFact? {
    var found: (place: LegPlace, fact: DeniedFact)?
    for slot in slots {
      let activity = registry.records.activities[slot]
      let regimes = registry.regimes(of: activity)
      func look(_ holder: RecordIndex, _ party: RecordIndex, _ place: LegPlace, _ path: () -> String) {
        if let found, found.place.kind == .hosting || place.kind != .hosting { return }
        let reached = ReachedPlace(
          place: place, path: "", activities: [], party: party, regimes: regimes, isPossible: false)
        let area: Answer<ClaimArea> = territories.map { .given(.territories($0), place.range) } ?? .absent
        guard case .outside = answer(of: area, for: reached) else { return }
        let fact = DeniedFact(
          words: "data reach \(law.inText(place.territory)): \(path())",
          notes: [Note(message: "\(registry.name(of: holder)) \(place.kind.words) here", range: place.range)],
          records: [holder, activity.common.record])
        found = (place, fact)
      }
      for leg in facts.flows.legs(ofActivity: slot) where leg.certainty == .certain {
        for place in leg.places { look(leg.importer, leg.importer, place) { path(to: leg, at: [place]) } }
      }
      for (system, place) in registry.ownPlaces(of: activity) {
        look(system.common.record, registry.organisation(of: activity), place) {
          path(from: activity, to: system, at: place)
        }
      }
    }
    return found?.fact
  }
}

extension String {
  /// The text without blanks and line ends around it.
  fileprivate var trimmingBlanks: String {
    var bytes = Substring(self).utf8
    while let first = bytes.first, first == 0x20 || first == 0x0A { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
