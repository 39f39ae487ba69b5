/// What has a manual of its fields: a kind of record, or `registry.yaml`.
package enum FieldOwner: Sendable, Hashable {
  case settings
  case kind(RecordKind)

  package static let all: [FieldOwner] = [.settings] + RecordKind.allCases.map(FieldOwner.kind)

  /// The first part of a field's path: the folder's name, or `registry`.
  package var name: String {
    switch self {
    case .settings: "registry"
    case .kind(let kind): kind.rawValue
    }
  }

  package var title: String {
    switch self {
    case .settings: "The register itself"
    case .kind(let kind): kind.title
    }
  }

  /// What is written there, as a sentence.
  var purpose: String {
    switch self {
    case .settings: "Whose register this is, its languages, and intervals of its own."
    case .kind(let kind): kind.purpose.description
    }
  }

  /// Where it is written, relative to the register's folder.
  package var files: [String] {
    switch self {
    case .settings: ["registry.yaml"]
    case .kind(let kind): ["\(kind.rawValue)/<id>.yaml", "\(kind.rawValue).yaml"]
    }
  }

  package var fields: FieldSet {
    switch self {
    case .settings: .of(RegistrySettings.self)
    case .kind(let kind): kind.fields
    }
  }
}

/// A field at some depth, with the way to it from its kind.
package struct DescribedField: Sendable {
  package let owner: FieldOwner
  /// The names from the record down to this field.
  package let names: [String]
  package let field: FieldDescription
  /// The value that the field is declared in, by the name of its type; the owner's name for fields of the record itself.
  package let declaredIn: String
  /// The field, or one that it stands in, is internal.
  package let isInternal: Bool

  /// `activities.purposes.basis`.
  package var path: String { owner.name + "." + below }
  /// The path without the kind.
  package var below: String { names.joined(separator: ".") }

  /// A field of the record itself that every record may have.
  var isCommon: Bool { names.count == 1 && owner != .settings && FieldOwner.common.contains(names[0]) }
  fileprivate var isAside: Bool { isCommon && field.need == .optional }

  /// The fields that stand in this one's value.
  package var inner: [DescribedField] {
    guard let set = field.shape.innerFields else { return [] }
    return set.fields.map { field in
      DescribedField(
        owner: owner, names: names + [field.name.description], field: field, declaredIn: set.name,
        isInternal: isInternal || field.visibility == .internal)
    }
  }

  /// This field and all below it, each before those that stand in it.
  package var flattened: [DescribedField] { [self] + inner.flatMap(\.flattened) }
}

extension FieldOwner {
  /// The fields of a record in the order of their declarations; those that every record may have and few do come last.
  package var described: [DescribedField] {
    let all = fields.fields.map { field in
      DescribedField(
        owner: self, names: [field.name.description], field: field, declaredIn: name,
        isInternal: field.visibility == .internal)
    }
    return all.filter { !$0.isAside } + all.filter(\.isAside)
  }

  /// The fields that every record may have.
  static let common: [String] = {
    var reader = FieldReader(describing: ())
    _ = CommonFields(from: &reader)
    return reader.described.fields.map(\.name.description)
  }()
}

extension ShapeDescription {
  /// The fields in a value of this shape, whatever list, regime or name of its own they stand under.
  package var innerFields: FieldSet? {
    switch self {
    case .list(let inner), .perRegime(let inner), .keyed(let inner), .mapped(let inner): inner.innerFields
    case .either(let shapes): shapes.lazy.compactMap(\.innerFields).first
    case .fields(let set, _): set
    default: nil
    }
  }
}
