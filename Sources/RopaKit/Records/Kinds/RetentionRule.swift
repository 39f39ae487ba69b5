import LocatedYAML

/// How long data are kept, and what happens then.
package final class RetentionRule: Record, Referable {
  package static var space: Space { .retention }
  package let common: CommonFields
  package let period: Public<Period>
  package let starts: Public<Event>
  package let ends: Public<List<Event>>
  package let criterion: Public<Text>
  package let minimum: Public<Period>
  package let maximum: Public<Period>
  package let backStop: Public<Period>
  package let action: Public<List<RetentionAction>>
  package let reason: Public<Text>
  package let law: Public<Text>
  package let appliesTo: Public<RetentionScope>
  package let reviewInterval: Public<Period>
  package let backups: Public<Period>
  package let source: Public<List<RetentionSource>>
  package let disposal: Internal<Disposal>
  package let hold: Internal<Hold>
  package let scheme: Internal<Line>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    period = fields.public("period", .when("no ends"), "Duration after starts")
    starts = fields.public("starts", .when("period, minimum, maximum"), "The event that starts the period")
    ends = fields.public("ends", .when("no period"), "Events, any of which ends storage")
    criterion = fields.public("criterion", .optional, "The test in words when there is neither")
    minimum = fields.public("minimum", .optional, "Floor; alone it is no limit")
    maximum = fields.public("maximum", .optional, "Ceiling")
    backStop = fields.public(
      "back-stop", .when("ends by request, by the person, by need"), "Latest end when the event never comes")
    action = fields.public("action", .everyday, "delete, anonymise, archive, return")
    source = fields.public("source", .optional, "law, code, contract, customer, policy")
    reason = fields.public("reason", .everyday, "Why this long, in a sentence")
    law = fields.public("law", .optional, "The law that sets it")
    appliesTo = fields.public("applies-to", .optional, "Only these data, subjects, purposes, parties")
    reviewInterval = fields.public("review-interval", .optional, "How often the rule is looked at; not a period")
    backups = fields.public("backups", .optional, "How long copies live on in backups")
    disposal = fields.internal("disposal", .optional, "How deletion is done and proved")
    hold = fields.internal("hold", .optional, "A legal hold")
    scheme = fields.internal("scheme", .optional, "Schedule it comes from")
  }
}

package enum RetentionAction: String, Word { case delete, anonymise, archive, `return` }
package enum RetentionSource: String, Word { case law, code, contract, customer, policy }

/// Something that happens and starts or ends a period.
package struct Event: Fielded {
  package let event: Public<EventName>
  package let of: Public<Reference<Party>>
  package init(from fields: inout FieldReader) {
    event = fields.public("event", .required, "What happens: a word for it, or own words that can follow 'until'")
    of = fields.public("of", .optional, "Whose: a body")
  }
  package static var shorthand: StaticString? { "event" }
}

package struct RetentionScope: Fielded {
  package let data: Public<List<Reference<DataCategory>>>
  package let subjects: Public<List<Reference<DataSubjects>>>
  package let purposes: Public<List<InnerID>>
  package let parties: Public<List<Reference<Party>>>

  package init(from fields: inout FieldReader) {
    data = fields.public("data", .optional, "Data categories")
    subjects = fields.public("subjects", .optional, "Data subjects")
    purposes = fields.public("purposes", .optional, "Purposes, by their ids in the activities that use the rule")
    parties = fields.public("parties", .optional, "Bodies")
  }
}

package final class Disposal: Fielded {
  package let method: Internal<Text>
  package let verified: Internal<Day>

  package init(from fields: inout FieldReader) {
    method = fields.internal("method", .everyday, "How")
    verified = fields.internal("verified", .everyday, "Day it was last verified")
  }
  package static var shorthand: StaticString? { "method" }
}

package final class Hold: Fielded {
  package let reason: Internal<Text>
  package let since: Internal<Day>
  package let reviewBy: Internal<Day>

  package init(from fields: inout FieldReader) {
    reason = fields.internal("reason", .required, "Why")
    since = fields.internal("since", .required, "Since when")
    reviewBy = fields.internal("review-by", .required, "Until when it is looked at again")
  }
}
