package import LocatedYAML

/// One leg on which an activity's data travel from one body to another.
package struct Leg: Sendable {
  /// The activity's place among the register's activities.
  package let activity: Int32
  package let exporter: RecordIndex
  package let importer: RecordIndex
  package let kind: FlowKind
  /// The importer works on instructions, so that what it uses itself belongs to the chain.
  package internal(set) var isProcessor: Bool
  /// The leg before this one in the chain, or -1; an index into the legs of the facts.
  package internal(set) var parent: Int32
  /// The system through which the data reach the importer; -1 when there is none.
  package internal(set) var system: RecordIndex
  /// Where the edge is written: an entry of the activity, a system's operator, a sub-processor.
  package internal(set) var range: SourceRange
  /// How sure it is that data get here: the leg itself and all before it, by the surest way.
  package internal(set) var certainty: Certainty
  package internal(set) var places: [LegPlace]
  /// Some place of the importer is an open question or not given.
  package internal(set) var hasUnknownPlace: Bool
}

/// A place that a leg reaches.
package struct LegPlace: Sendable, Equatable {
  package let territory: Territory
  package let kind: PlaceKind
  package let range: SourceRange
}

/// What happens at a place.
package enum PlaceKind: String, Sendable {
  case established, hosting, access

  /// In running text, after the name of a country: "stores data".
  package var words: String {
    switch self {
    case .established: "is established"
    case .hosting: "stores data"
    case .access: "can see data"
    }
  }
}
