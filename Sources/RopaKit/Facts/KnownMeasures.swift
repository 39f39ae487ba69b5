/// Some measures of the table, as bits by their places in it.
package struct MeasureSet: OptionSet, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  func contains(_ measure: TermIndex) -> Bool { rawValue & (1 << UInt64(measure.value)) != 0 }
}

/// The measures that rules ask for, looked up once.
package struct KnownMeasures: Sendable {
  let accessControl: MeasureSet
  let accessLogging: MeasureSet
  let backup: MeasureSet
  let encryptionAtRest: MeasureSet
  let encryptionInTransit: MeasureSet
  let identityManagement: MeasureSet
  let keyManagement: MeasureSet
  let managedDevices: MeasureSet
  let multiFactor: MeasureSet
  let pseudonymisation: MeasureSet
  let restoreTesting: MeasureSet
  let securityTesting: MeasureSet
  /// What keeps research from naming people.
  let keepingNamesOut: MeasureSet

  init(_ law: Law) {
    precondition(law.measures.count <= 64, "the table of measures has outgrown its set of bits")
    func find(_ names: String...) -> MeasureSet {
      var bits: UInt64 = 0
      for (place, row) in law.measures.enumerated() where names.contains(row.id) { bits |= 1 << UInt64(place) }
      return MeasureSet(rawValue: bits)
    }
    accessControl = find("access-control")
    accessLogging = find("access-logging")
    backup = find("backup")
    encryptionAtRest = find("encryption-at-rest")
    encryptionInTransit = find("encryption-in-transit")
    identityManagement = find("identity-management")
    keyManagement = find("key-management")
    managedDevices = find("managed-devices")
    multiFactor = find("multi-factor")
    pseudonymisation = find("pseudonymisation")
    restoreTesting = find("restore-testing")
    securityTesting = find("security-testing")
    keepingNamesOut = find("pseudonymisation", "anonymisation", "minimisation")
  }
}

extension Control {
  /// It is one of some measures.
  func serves(_ measures: MeasureSet) -> Bool { self.measures.elements().contains { measures.contains($0.index) } }
}
