package import LocatedYAML

/// The ground on which data are used.
package final class LawfulBasis: Record, Referable {
  package static var space: Space { .lawfulBasis }
  package let common: CommonFields
  package let article6: Public<PerRegime<List<Term<LawfulBasisTable>>>>
  package let contract: Public<BasisContract>
  package let law: Public<Text>
  package let power: Public<Text>
  package let interests: Public<Text>
  package let recognisedCondition: Public<RecognisedInterest>
  package let article9: Public<PerRegime<List<Term<SpecialConditionTable>>>>
  package let article9Law: Public<Text>
  package let secrecy: Public<Text>
  package let article10: Public<PerRegime<Line>>
  package let researchSafeguards: Public<Text>
  package let assessment: Internal<Reference<AssessmentRecord>>
  package let request: Internal<Text>
  package let consent: Public<Reference<Consent>>
  package let outsidePublicTasks: Internal<Text>
  package let scope: Internal<Text>
  package let schedule1: Public<List<WholeNumber>>
  package let schedule1Exception: Public<Truth>
  package let policyDocument: Internal<Reference<AssessmentRecord>>
  package let retentionFollowsPolicy: Internal<TrueOrReason>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    article6 = fields.public("article-6", .everyday, "The basis in Art 6(1), per regime")
    contract = fields.public("contract", .when("contract"), "The contract it rests on")
    law = fields.public("law", .when("legal obligation, public task"), "Statute and section")
    power = fields.public("power", .when("public task"), "The task laid on us")
    interests = fields.public("interests", .when("legitimate interests"), "The interest, in words")
    assessment = fields.internal("assessment", .when("legitimate interests"), "The balancing assessment")
    recognisedCondition = fields.public(
      "recognised-interest", .when("recognised legitimate interests"),
      "The Annex 1 condition: public-task-disclosure, security-defence, emergency, crime, safeguarding")
    request = fields.internal(
      "request", .when("recognised interest public-task-disclosure"),
      "Who asked for the data for a task of their own, and where the request is kept")
    consent = fields.public("consent", .when("consent"), "How consent is asked")
    outsidePublicTasks = fields.internal("outside-public-tasks", .optional, "Why a public body may use it")
    scope = fields.internal("scope", .optional, "What it covers, if that is in doubt")
    article9 = fields.public("article-9", .when("special category data"), "The condition in Art 9(2), per regime")
    article9Law = fields.public("article-9-law", .optional, "National law it rests on")
    secrecy = fields.public("secrecy", .optional, "Who is bound to secrecy")
    schedule1 = fields.public("schedule-1", .optional, "Paragraphs of DPA 2018 Schedule 1")
    schedule1Exception = fields.public(
      "schedule-1-exception", .optional, "Whether the exception in that paragraph applies")
    policyDocument = fields.internal("policy-document", .optional, "The appropriate policy document")
    retentionFollowsPolicy = fields.internal("retention-follows-policy", .optional, "true, or why not")
    article10 = fields.public(
      "article-10", .when("data about offences"),
      "The word authority, or the law; under the UK GDPR the law goes to schedule-1")
    researchSafeguards = fields.public("research-safeguards", .optional, "Safeguards for research")
  }
}

extension LawfulBasis {
  /// The condition as words.
  package var recognisedInterest: Public<Line> {
    switch recognisedCondition.answer {
    case .given(let word, let range): Public(answer: .given(Line(text: word.text), range))
    case .none(let reason): Public(answer: .none(reason))
    case .notApplicable(let reason): Public(answer: .notApplicable(reason))
    case .unknown(let question): Public(answer: .unknown(question))
    case .unusable(let range): Public(answer: .unusable(range))
    case .absent: Public(answer: .absent)
    }
  }
}

/// The conditions of Annex 1 to the UK GDPR.
package enum RecognisedInterest: String, Word {
  case publicTaskDisclosure = "public-task-disclosure"
  case securityDefence = "security-defence"
  case emergency, crime, safeguarding
}

package struct BasisContract: Fielded {
  package let between: Public<List<ContractParty>>
  package let reference: Internal<Line>
  package init(from fields: inout FieldReader) {
    between = fields.public("between", .everyday, "The parties; subject is the person the data are about")
    reference = fields.internal("reference", .optional, "Number or place of the document")
  }
}

package enum ContractParty: Readable {
  case subject
  case party(Reference<Party>)
  package static var shape: ShapeDescription { .referenceOrWord(.party, ["subject"]) }

  package static func read(_ node: NodeIndex, in session: ReadingSession) -> ContractParty? {
    guard let word = session.scalar(node) else { return nil }
    if word == "subject" { return .subject }
    return session.resolve(node, space: .party, alsoWords: ["subject"])
      .map { .party(Reference(record: $0, range: session.tree.range(node))) }
  }
}
