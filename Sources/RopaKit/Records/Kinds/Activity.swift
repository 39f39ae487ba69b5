package import LocatedYAML

/// An entry of the record of processing activities, Art 30(1) or, when we act for somebody else, Art 30(2).
package final class Activity: Record, Referable {
  package static var space: Space { .activity }
  package let common: CommonFields
  package let controller: Public<List<Reference<Party>>>
  package let processor: Public<Reference<Party>>
  package let description: Public<Text>
  package let status: Internal<Settled<ActivityStatus>>
  package let subjects: Public<List<Reference<DataSubjects>>>
  package let purposes: Public<Keyed<Purpose>>
  package let basis: Public<List<Reference<LawfulBasis>>>
  /// The key of a basis that has no value.
  package let emptyBasis: SourceRange?
  package let data: Public<List<DataEntry>>
  package let sources: Public<List<Source>>
  package let systems: Public<List<Reference<System>>>
  package let recipients: Public<List<RecipientEntry>>
  package let retention: Public<List<Reference<RetentionRule>>>
  package let controls: Public<List<Reference<Control>>>
  package let provision: Public<Provision>
  package let jointArrangement: Public<JointArrangement>
  package let automatedDecisions: Public<AutomatedDecisions>
  package let regimes: Internal<List<Regime>>
  package let noticeExempt: Internal<NoticeExemption>
  package let processing: Public<List<Text>>
  package let customerBasis: Internal<Text>
  package let start: Internal<Day>
  package let end: Internal<Day>
  package let permissions: Public<List<Reference<Consent>>>
  package let scale: Internal<Scale>
  package let screening: Internal<Screening>
  package let frequency: Internal<Frequency>
  package let coreActivity: Internal<Truth>
  package let profiling: Internal<Truth>
  package let matching: Internal<Truth>
  package let monitoring: Internal<Monitoring>
  package let artificialIntelligence: Public<ArtificialIntelligence>
  package let marketing: Public<Marketing>
  package let children: Public<ChildrenService>
  package let rights: Public<ActivityRights>
  package let smallBodyExemption: Internal<Text>
  package let changed: Internal<Day>
  package let healthService: Internal<HealthServiceUse>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields, owner: .everyday, reviewed: .everyday)
    controller = fields.public("controller", .everyday, "Who decides; several are joint controllers")
    processor = fields.public(
      "processor", .when("we act for the controller"), "Our organisation, when it acts for the controller")
    processing = fields.public(
      "processing", .when("we act for the controller"), "Categories of processing done for the controller")
    customerBasis = fields.internal("customer-basis", .optional, "The controller's basis, for information")
    jointArrangement = fields.public("joint-arrangement", .when("joint controllers"), "The arrangement of Art 26")
    description = fields.public("description", .optional, "One public sentence or more")
    status = fields.internal("status", .optional, "active (default), planned, suspended, retired")
    start = fields.internal("start", .optional, "First day")
    end = fields.internal("end", .optional, "Last day")
    subjects = fields.public("subjects", .everyday, "Whose data")
    purposes = fields.public("purposes", .when("controller"), "What the data are used for: an id and a sentence")
    basis = fields.public("basis", .when("controller"), "Lawful basis of every purpose that names none")
    emptyBasis = basis.answer.isAbsent ? fields.emptyKey("basis") : nil
    data = fields.public("data", .everyday, "Which data")
    sources = fields.public(
      "sources", .everyday, "Where the data come from: subject, device, derived, public, or a body")
    systems = fields.public("systems", .everyday, "Where the data sit")
    recipients = fields.public("recipients", .everyday, "Who else gets data, besides the operators of the systems")
    retention = fields.public("retention", .when("controller"), "How long data are kept")
    permissions = fields.public("permissions", .optional, "Consents that are asked but are not the basis")
    controls = fields.public("controls", .optional, "Measures for this activity alone")
    scale = fields.internal("scale", .everyday, "small, medium, large")
    screening = fields.internal("screening", .when("controller"), "Whether a DPIA is needed, and why")
    frequency = fields.internal("frequency", .optional, "continuous (default), regular, occasional")
    provision = fields.public(
      "provision", .when("collected from the person"), "Whether people must give the data, and what if not")
    coreActivity = fields.internal("core-activity", .optional, "Whether it is a core activity of the organisation")
    profiling = fields.internal("profiling", .optional, "Whether people are profiled")
    matching = fields.internal("matching", .optional, "Whether data sets are matched")
    monitoring = fields.internal("monitoring", .optional, "Whether people are monitored")
    artificialIntelligence = fields.public("ai", .optional, "Artificial intelligence that is used")
    automatedDecisions = fields.public("automated-decisions", .optional, "Decisions taken by automated means")
    marketing = fields.public("marketing", .optional, "Direct marketing")
    children = fields.public("children", .optional, "Services used by children")
    rights = fields.public("rights", .optional, "Departures from the organisation's procedure")
    noticeExempt = fields.internal("notice-exempt", .optional, "Why no notice is given")
    smallBodyExemption = fields.internal("exempt-30-5", .optional, "Claim under Art 30(5); never relied on")
    regimes = fields.internal("regimes", .optional, "Only if narrower than the controller's")
    changed = fields.internal("changed", .optional, "Day of the last material change")
    healthService = fields.internal("nhs", .when("profile nhs"), "Confidentiality and opt-out")
  }

  /// Planned, active and suspended activities are judged; retired ones are not.
  package var runs: Bool { status.given?.value != .retired && !common.isExample }
  /// Data are being processed now.
  package var isLive: Bool { runs && status.given?.value != .planned }
  /// Our organisation decides, alone or jointly; false where it acts for somebody else.
  package var isControllerRecord: Bool { processor.answer.isAbsent }
}

package enum ActivityStatus: String, Word { case active, planned, suspended, retired }
package enum Scale: String, Word { case small, medium, large }
package enum Frequency: String, Word { case continuous, regular, occasional }

/// What some rules ask of a purpose beyond its words.
package enum PurposeTag: String, Word {
  case research, marketing
  case aiTraining = "ai-training"
}

/// One use of the data.
package final class Purpose: Fielded {
  package let id: String
  package let range: SourceRange
  package let text: Public<Text>
  package let basis: Public<List<Reference<LawfulBasis>>>
  /// The key of a basis that has no value.
  package let emptyBasis: SourceRange?
  package let data: Public<List<Reference<DataCategory>>>
  package let retention: Public<List<Reference<RetentionRule>>>
  package let isExample: Public<Truth>
  package let openEnded: Internal<Truth>
  package let added: Internal<Day>
  package let compatibility: Internal<Reference<AssessmentRecord>>
  package let tags: Internal<List<PurposeTag>>

  package init(from fields: inout FieldReader) {
    id = fields.id
    range = fields.anchor
    text = fields.public("text", .required, "The purpose, as a sentence")
    basis = fields.public("basis", .optional, "Its lawful basis, if not the activity's")
    emptyBasis = basis.answer.isAbsent ? fields.emptyKey("basis") : nil
    data = fields.public("data", .optional, "Which data serve it")
    retention = fields.public("retention", .optional, "Its own retention, if not the activity's")
    isExample = fields.public("example", .optional, "Named as an example only")
    openEnded = fields.internal("open-ended", .optional, "The wording leaves room for more")
    added = fields.internal("added", .optional, "Day it was added")
    compatibility = fields.internal("compatibility", .optional, "Assessment of a further purpose")
    tags = fields.internal("tags", .optional, "research, marketing, ai-training")
    fields.internal("stated", .optional, "Words as published", as: Text.self)
    fields.internal("origin", .optional, "Where the fact was found", as: Line.self)
  }
  package static var shorthand: StaticString? { "text" }
}

package struct DataEntry: Fielded {
  package let category: Public<Reference<DataCategory>>
  package let special: Public<Truth>
  package let reason: Internal<Text>
  package let whyNeeded: Internal<Text>
  package init(from fields: inout FieldReader) {
    category = fields.public("category", .required, "The data category")
    special = fields.public(
      "special", .optional,
      "Whether it is special category data here; false where it is neither that nor about offences")
    reason = fields.internal("reason", .optional, "Why it is not, or is")
    whyNeeded = fields.internal("why-needed", .optional, "Why it is needed")
  }
  package static var shorthand: StaticString? { "category" }
}

/// Where data come from.
package enum Origin: Readable {
  case subject, device, derived, publicSource
  case party(Reference<Party>)

  static let words = ["subject", "device", "derived", "public"]
  package static var shape: ShapeDescription { .referenceOrWord(.party, words) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> Origin? {
    guard let word = session.scalar(node) else { return nil }
    switch word {
    case "subject": return .subject
    case "device": return .device
    case "derived": return .derived
    case "public": return .publicSource
    default:
      return session.resolve(node, space: .party, alsoWords: words)
        .map { .party(Reference(record: $0, range: session.tree.range(node))) }
    }
  }
}

package struct Source: Fielded {
  package let origin: Public<Origin>
  package let data: Public<List<Reference<DataCategory>>>
  package let when: Public<Text>
  package let form: Public<Line>
  package init(from fields: inout FieldReader) {
    origin = fields.public("from", .required, "subject, device, derived, public, or a body")
    data = fields.public("data", .optional, "Which data")
    when = fields.public("when", .optional, "The moment, in words that go after \"when\"")
    form = fields.public("form", .optional, "The form used")
  }
  package static var shorthand: StaticString? { "from" }
}

/// Somebody else who gets data.
package final class RecipientEntry: Fielded {
  package let party: Public<Reference<Party>>
  package let role: Public<RecipientRole>
  package let data: Public<List<Reference<DataCategory>>>
  package let services: Public<Text>
  package let anonymous: Public<DataState>
  package let when: Public<Text>
  package let certainty: Public<Certainty>
  package let range: SourceRange
  package let purposes: Public<List<InnerID>>
  package let agreement: Internal<InnerID>

  package init(from fields: inout FieldReader) {
    range = fields.anchor
    party = fields.public("party", .required, "The body")
    role = fields.public("role", .optional, "controller, joint, processor, public-body, internal")
    data = fields.public("data", .optional, "Which data")
    purposes = fields.public("purposes", .optional, "For which purposes of the activity, by their ids")
    services = fields.public("services", .optional, "Which services")
    anonymous = fields.public("state", .optional, "anonymous makes it no recipient of personal data")
    when = fields.public("when", .optional, "When")
    certainty = fields.public("certainty", .optional, "How sure this is")
    agreement = fields.internal("agreement", .optional, "Which of the agreements with the body, by its id")
  }
  package static var shorthand: StaticString? { "party" }
}

package enum RecipientRole: String, Word {
  case controller, joint, processor, `internal`
  case publicBody = "public-body"
}
package enum DataState: String, Word { case identified, pseudonymised, anonymised, anonymous, inferred }
