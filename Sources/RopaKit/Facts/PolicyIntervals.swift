/// Intervals of the organisation's own.
extension Assessed {
  /// An interval of `policy` in registry.yaml.
  /// - Parameter usual: the one that holds where the register sets none.
  func policy(_ field: (Policy) -> Internal<Period>, _ usual: Period) -> Period {
    registry.settings?.policy.given.flatMap { field($0).given } ?? usual
  }

  /// The register turns the rules of a sector on.
  func follows(_ profile: Profile) -> Bool { registry.settings?.profiles.elements().contains(profile) ?? false }
}
