import LocatedYAML

/// Why data are used, and what allows it.
extension NoticeComposer {
  func purposes() -> [PublicBlock] {
    var rows = PurposeRows()
    for activity in covered {
      let all = categories(of: activity)
      // Most purposes use all the data of their activity.
      lazy var names = all.compactMap { name(category: $0) }
      for purpose in activity.fields.purposes?.values() ?? [] {
        guard let text = text(purpose.text) else { continue }
        let own = purpose.data.map { Array($0.elements()) } ?? []
        rows.add(
          text, data: own.isEmpty ? names : own.compactMap { name(category: $0) }, bases: bases(of: purpose, activity),
          durations: durations(of: purpose, activity, data: own.isEmpty ? all : own))
      }
    }
    if rows.isEmpty { return [] }
    let columns = [say(.columnPurpose), say(.columnData), say(.columnBasis), say(.columnDuration)]
    return [.table(PublicTable(columns: columns, rows: rows.cells(messages)))]
  }

  /// The purposes of some activities that ids name, as sentences; nil when there are none.
  func words(ofPurposes ids: Published<List<InnerID>>?, _ activities: [CoveredActivity]) -> PublicText? {
    guard let ids else { return nil }
    let named = ids.elements().map(\.value.text)
    let purposes = activities.flatMap { activity in
      (activity.fields.purposes?.values() ?? []).filter { named.contains($0.value.id) }.compactMap { text($0.text) }
    }
    return purposes.isEmpty ? nil : messages.sentences(unique(purposes))
  }

  private func bases(of purpose: Published<Purpose>, _ activity: CoveredActivity) -> [PublicText] {
    unique(basisRecords(of: purpose, activity).flatMap { words(of: $0) })
  }

  /// The basis records of a purpose: its own, else those of the activity.
  func basisRecords(of purpose: Published<Purpose>, _ activity: CoveredActivity) -> [Published<LawfulBasis>] {
    let references = purpose.value.basis.answer.isAbsent ? activity.fields.basis?.elements() : purpose.basis?.elements()
    return (references ?? []).compactMap { $0.followed() }
  }

  /// The Art 6 bases of a record in public words; none where the record leaves them open.
  func words(of basis: Published<LawfulBasis>) -> [PublicText] {
    let record = basis.value.common.record
    projection.use(record)
    return memory.words(of: .basis(record, isPossible: basis.isPossible)) { articleWords(of: basis) }
  }

  private func articleWords(of basis: Published<LawfulBasis>) -> [PublicText] {
    let rows = unique(
      regimes.flatMap { basis.article6?.answer($0)?.elements() ?? [] }.map { term in
        PublicText(law: law.law.lawfulBases[Int(term.value.index.value)].term, messages)
      })
    return basis.isPossible ? rows.map { say(.possibly, $0) } : rows
  }

  /// The basis records that the covered purposes rest on, each once.
  var basisRecords: [Published<LawfulBasis>] {
    var seen = noRecords()
    var records: [Published<LawfulBasis>] = []
    func add(_ references: PublishedElements<Reference<LawfulBasis>>) {
      for reference in references where seen.insert(reference.value.record) {
        if let record = reference.followed() { records.append(record) }
      }
    }
    for activity in covered where !activity.isOnInstructions {
      add(activity.fields.basis?.elements() ?? [])
      for purpose in activity.fields.purposes?.values() ?? [] { add(purpose.basis?.elements() ?? []) }
    }
    return records
  }

  func bases() -> [PublicBlock] {
    basisRecords.flatMap { basis -> [PublicBlock] in
      let words = words(of: basis)
      var sentences: [PublicText] = []
      if !words.isEmpty {
        // Each in a sentence of its own: some have an "and" or an "or" of their own.
        for (place, words) in unique(regimeWords(of: basis)).enumerated() {
          sentences.append(say(basis.isPossible ? .mayRelyOn : place == 0 ? .relyOn : .resting, words))
        }
      }
      sentences += consent(of: basis)
      if let law = text(basis.law) { sentences.append(say(.basisLaw, law)) }
      if let power = text(basis.power) { sentences.append(say(.basisPower, power)) }
      if let parties = parties(of: basis) { sentences.append(say(.basisContract, parties)) }
      if let interest = basis.recognisedInterest, let row = law.law.grounds.recognised(interest.value.text) {
        sentences.append(say(.recognisedInterest, PublicText(law: row, messages)))
      }
      if let safeguards = text(basis.researchSafeguards) { sentences.append(safeguards) }
      let own = PublicText.blocks(of: basis.recordWords(), in: language)
      return (sentences.isEmpty ? [] : [.paragraph(messages.sentences(sentences))]) + own
    } + permissions()
  }

  private func regimeWords(of basis: Published<LawfulBasis>) -> [PublicText] {
    regimes.flatMap { basis.article6?.answer($0)?.elements() ?? [] }.map { term in
      PublicText(law: law.law.lawfulBases[Int(term.value.index.value)].term, messages)
    }
  }

  /// The parties of the contract, when nothing but the contract says what the basis is.
  private func parties(of basis: Published<LawfulBasis>) -> PublicText? {
    guard basis.value.common.text.answer.isAbsent, !words(of: basis).isEmpty else { return nil }
    let names = (basis.contract?.between?.elements() ?? []).compactMap { party -> PublicText? in
      switch party.value {
      case .subject: return say(.you)
      case .party(let reference): return projection.party(reference.record).flatMap { name($0) }
      }
    }
    return names.count > 1 ? messages.list(names) : nil
  }

  func interests() -> [PublicBlock] {
    let interests = basisRecords.compactMap { text($0.interests) }
    return interests.isEmpty ? [] : [.paragraph(say(.interests)), .list(unique(interests))]
  }

  func provision() -> [PublicBlock] {
    byActivity { activity in
      let sentences = provision(of: activity)
      return sentences.isEmpty ? [] : [.paragraph(messages.sentences(sentences))]
    }
  }

  /// Whether people must give the data of an activity, and what follows if they do not.
  func provision(of activity: CoveredActivity) -> [PublicText] {
    guard let provision = activity.fields.provision else { return [] }
    var sentences: [PublicText] = []
    switch provision.required?.value {
    case .voluntary?: sentences.append(say(.provisionVoluntary))
    case .statutory?: sentences.append(say(.provisionStatutory))
    case .contractual?: sentences.append(say(.provisionContractual))
    case nil: break
    }
    if let refused = text(provision.ifRefused) { sentences.append(say(.refused, refused)) }
    return sentences
  }
}

/// The rows of the table of purposes. A purpose that several activities have on the same ground stands once, with all their data; purposes
/// that share everything else share a row.
private struct PurposeRows {
  private var rows: [PurposeRow] = []
  private var rowOf: [PurposeRow.Ground: Int] = [:]
  var isEmpty: Bool { rows.isEmpty }

  mutating func add(_ text: PublicText, data: [PublicText], bases: [PublicText], durations: [PublicText]) {
    let row = PurposeRow(text: text, data: data, bases: bases, durations: durations)
    let index = rowOf[PurposeRow.Ground(row: row)] ?? rows.count
    if index == rows.count {
      rowOf[PurposeRow.Ground(row: row)] = index
      rows.append(row)
    } else if rows[index].data != data {
      rows[index].data = unique(rows[index].data + data)
    }
  }

  func cells(_ messages: Messages) -> [[[PublicText]]] {
    var cells: [[[PublicText]]] = []
    var cellOf: [PurposeRow.Rest: Int] = [:]
    for row in rows {
      if let known = cellOf[PurposeRow.Rest(row: row)] {
        cells[known][0].append(row.text)
      } else {
        cellOf[PurposeRow.Rest(row: row)] = cells.count
        cells.append([[row.text], row.data.isEmpty ? [] : [messages.list(row.data)], row.bases, row.durations])
      }
    }
    return cells
  }
}

private struct PurposeRow {
  let text: PublicText
  var data: [PublicText]
  let bases: [PublicText]
  let durations: [PublicText]

  /// A row by its purpose and what allows it. The text alone is hashed: few purposes differ in nothing else.
  struct Ground: Hashable {
    let row: PurposeRow
    static func == (left: Ground, right: Ground) -> Bool {
      left.row.text == right.row.text && left.row.bases == right.row.bases && left.row.durations == right.row.durations
    }
    func hash(into hasher: inout Hasher) { hasher.combine(row.text) }
  }

  /// A row by all but its purpose. Some of the data are hashed: lists of data mostly differ at their ends or in their length.
  struct Rest: Hashable {
    let row: PurposeRow
    static func == (left: Rest, right: Rest) -> Bool {
      left.row.data == right.row.data && left.row.bases == right.row.bases && left.row.durations == right.row.durations
    }
    func hash(into hasher: inout Hasher) {
      hasher.combine(row.data.count)
      hasher.combine(row.data.first)
      hasher.combine(row.data.last)
    }
  }
}
