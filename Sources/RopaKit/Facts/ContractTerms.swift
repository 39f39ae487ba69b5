import LocatedYAML

/// How the terms of a contract stand to what Art 28 asks of it.
enum TermsStanding: Sendable {
  case complete
  /// The terms that are not recorded to be in it, in the order of the table.
  case lacks([ContractTermRow])
  /// Nobody has recorded which terms it holds.
  case unread
  case open
}

extension Agreement {
  /// It is a contract or other act with a processor, and holds on the day as far as the record says.
  func binds(on day: Day) -> Bool {
    guard bindsProcessor == true else { return false }
    return status.given?.value == .inForce && (expires.given.map { $0 >= day } ?? true)
  }

  /// - Parameter kind: the clauses of Art 28(3)(a) to (h), or the particulars of its opening words.
  func terms(_ kind: ContractTermKind, _ regimes: [Regime], _ law: LawOnDay) -> TermsStanding {
    switch terms.answer {
    case .unknown, .unusable: return .open
    // The Commission's clauses between controllers and processors hold what Art 28 asks for.
    case .absent, .none, .notApplicable: return self.kind.given?.value == .clauses ? .complete : .unread
    case .given(let list, _):
      if list.elements.contains(.all) { return .complete }
      if !list.open.isEmpty { return .open }
      let missing = law.law.records.contractTerms.filter { row in
        row.kind == kind && row.isWord && (regimes.isEmpty || regimes.contains { law.holds(row.row, $0) })
          && !list.elements.contains { $0.rawValue == row.row.id }
      }
      return missing.isEmpty ? .complete : .lacks(missing)
    }
  }
}

extension Agreement {
  /// Whether it was made by the controller of a use; nil for an open question. Without a word of its own it is one of the register's first
  /// organisation.
  func isMade(for use: ProcessorUse, _ registry: Registry) -> Bool? {
    switch with.answer {
    case .given(let reference, _):
      if reference.record == use.organisation { return true }
      let activity = registry.records.activities[Int(use.activity)]
      return activity.controller.elements().contains { $0.record == reference.record }
    case .unknown, .unusable: return nil
    case .absent, .none, .notApplicable: return use.organisation == registry.firstOrganisation
    }
  }
}

extension Assessed {
  /// The contracts with a processor of ours that hold on the day, made by the controller of a use.
  func bindingAgreements(_ party: Party, for use: ProcessorUse) -> [Agreement] {
    (party.agreements.given?.values ?? []).filter { $0.binds(on: day) && $0.isMade(for: use, registry) == true }
  }

  /// Signed clauses for a transfer from the controller of a use to the body hold the terms of Art 28 as well.
  func holdsTermsByTransfer(_ party: Party, for use: ProcessorUse) -> Bool {
    registry.mentions(of: party.common.record).contains { mention in
      guard registry.header(mention.from).kind == .transfers, registry.header(mention.from).slot >= 0 else {
        return false
      }
      let transfer = registry.records.transfers[Int(registry.header(mention.from).slot)]
      guard transfer.importer.given?.record == party.common.record,
        transfer.exporter.given?.record == use.organisation, let mechanism = mechanism(of: transfer)
      else { return false }
      return mechanism.holdsContractTerms && transfer.instrument.given?.status.given == .signed
    }
  }
}
