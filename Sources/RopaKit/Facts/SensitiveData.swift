/// Which data are of a special category (Art 9) or about offences (Art 10).
extension Registry {
  /// A category's own word decides; without one that of the vocabulary it is a kind of does.
  package func sensitivity(of category: RecordIndex, law: Law) -> Sensitivity {
    guard let record = self.category(category) else {
      guard category.isResolved, let row = law.dataCategories.first(where: { $0.term.id == header(category).id }) else {
        return Sensitivity(isSpecial: false, isCriminal: false)
      }
      return Sensitivity(isSpecial: row.isSpecial, isCriminal: row.isCriminal)
    }
    let row = record.kindOf.given.map { law.dataCategories[Int($0.index.value)] }
    return Sensitivity(
      isSpecial: record.special.given?.value ?? row?.isSpecial ?? false,
      isCriminal: record.criminal.given?.value ?? row?.isCriminal ?? false)
  }

  /// The data of an activity, as far as they are known, are of a special category or about offences.
  package func hasSensitiveData(_ activity: Activity, law: Law) -> Bool {
    activity.data.elements().contains { entry in
      entry.category.given.map { sensitivity(of: $0.record, law: law).isSensitive } ?? false
    }
  }
}

/// The flags of a data category.
package struct Sensitivity: Sendable {
  package let isSpecial: Bool
  package let isCriminal: Bool
  package var isSensitive: Bool { isSpecial || isCriminal }
}
