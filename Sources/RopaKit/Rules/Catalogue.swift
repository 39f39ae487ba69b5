extension Rule {
  /// All rules, in the order of the manual. A rule that is not here does not run; a test compares the list with the files.
  package static let catalogue: [Rule] =
    readingRules + [
      contactUnknown,
      danglingReference,
      disputedRecord,
      openQuestion,
      placeholderText,
      controllerIdentityIncomplete,
      regimeUndeclared,
      dataCategoriesMissing,
      purposeMissing,
      recipientsUndeclared,
      roleMissing,
      sourceMissing,
      subjectsMissing,
      basisArticleMissing,
      basisNotInRegime,
      contractWithoutThePerson,
      interestsUnnamed,
      lawfulBasisMissing,
      adequacyExpiring,
      adequacyNotAvailable,
      adequacyScopeUnproven,
      dualRegimeGap,
      impliedTransferHosting,
      impliedTransferRecipient,
      impliedTransferRemoteAccess,
      impliedTransferSubProcessor,
      locationUnknown,
      mechanismDead,
      mechanismWrongRegime,
      transferContradictsParty,
      transferWithoutMechanism,
      processorContractLapsed,
      processorContractMissing,
      subProcessorsUnknown,
      retentionMissing,
      retentionStartMissing,
      retentionWithoutLimit,
      activityWithoutNotice,
      adequacyStatementOutdated,
      noticeDeniesRecordedTransfer,
      noticeElementMissing,
      noticeOmitsRecipient,
      ownerMissing,
      reviewOverdue,
    ]

  /// The place of each rule in the catalogue, by id.
  package static let numbers: [String: Int] = Dictionary(
    uniqueKeysWithValues: catalogue.enumerated().map { ($0.element.id, $0.offset) })

  package static func named(_ id: String) -> Rule? { numbers[id].map { catalogue[$0] } }

  /// A fault that leaves it open what a record says: nothing is published until it is mended. A reference that leads nowhere is
  /// reported, but does not stop the site.
  package var stopsPublication: Bool {
    if case .reading = check { return id != "dangling-reference" }
    return false
  }
}
