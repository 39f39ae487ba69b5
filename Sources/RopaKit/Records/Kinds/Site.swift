import LocatedYAML

/// A website or app, with what it asks and loads.
package final class Site: Record, Referable {
  package static var space: Space { .site }
  package let common: CommonFields
  package let kind: Public<Settled<SiteKind>>
  package let address: Public<Line>
  package let visitors: Internal<Visitors>
  package let system: Internal<Reference<System>>
  package let banner: Public<Banner>
  package let scan: Internal<SiteScan>
  package let cookieList: Public<CookieListExtent>
  package let forms: Public<Keyed<SiteForm>>
  package let embeds: Public<List<Embed>>
  package let links: Public<List<SiteLink>>
  package let nationalTolerance: Internal<List<NationalTolerance>>

  package init(from fields: inout FieldReader) {
    common = CommonFields(from: &fields)
    kind = fields.public("kind", .everyday, "web or app")
    address = fields.public("address", .everyday, "Its address")
    visitors = fields.internal("visitors", .everyday, "Where its visitors are: uk, eu, both")
    system = fields.internal("system", .everyday, "The system that it is")
    banner = fields.public(
      "banner", .when("cookies with the route consent"), "How consent is asked; none with a reason where nothing asks")
    scan = fields.internal("scan", .optional, "What a scan of it found")
    cookieList = fields.public(
      "cookie-list", .optional, "complete (default), or illustrative: a difference to a scan is then advice")
    forms = fields.public("forms", .optional, "Forms that people fill in")
    embeds = fields.public("embeds", .optional, "Parts of its pages that come from other bodies")
    links = fields.public("links", .optional, "Links that pass something on, such as share buttons")
    nationalTolerance = fields.internal(
      "national-tolerance", .optional, "Rule of one country that allows what its law else forbids")
  }
}

package enum SiteKind: String, Word { case web, app }
package enum Visitors: String, Word { case uk, eu, both }
package enum CookieListExtent: String, Word { case complete, illustrative }

/// What visitors see before anything that needs consent is stored.
package struct Banner: Fielded {
  package let buttons: Public<List<Text>>
  package let rejectFirstLayer: Public<Truth>
  package let preticked: Public<Truth>
  package let withdraw: Public<Text>
  package let effect: Public<Text>

  package init(from fields: inout FieldReader) {
    buttons = fields.public("buttons", .everyday, "Words on its buttons")
    rejectFirstLayer = fields.public("reject-first-layer", .everyday, "Whether one can refuse on its first layer")
    preticked = fields.public("preticked", .everyday, "Whether a choice is made in advance")
    withdraw = fields.public("withdraw", .everyday, "How one changes one's mind")
    effect = fields.public("effect", .optional, "What refusing does")
  }
}

package struct SiteScan: Fielded {
  package let date: Internal<Day>
  package let items: Internal<List<Line>>
  package let early: Internal<List<Line>>
  package let kinds: Internal<List<CookieKind>>

  package init(from fields: inout FieldReader) {
    date = fields.internal("date", .everyday, "Day of the scan")
    items = fields.internal("items", .everyday, "Names that were found")
    early = fields.internal("early", .optional, "Names that were found before consent")
    kinds = fields.internal(
      "kinds", .optional, "Sorts of things that it looked for besides cookies; what was found has a record")
  }
}

/// A form, with what each of its fields asks.
package struct SiteForm: Fielded {
  package let id: String
  package let fields: Public<Mapped<Reference<DataCategory>>>
  package let activity: Public<Reference<Activity>>
  package let consents: Public<List<Reference<Consent>>>

  package init(from reader: inout FieldReader) {
    id = reader.id
    fields = reader.public("fields", .everyday, "The label of each field and the data category it asks")
    activity = reader.public("activity", .everyday, "The activity that the answers feed")
    consents = reader.public("consents", .optional, "Consents asked on it")
  }
}

package struct Embed: Fielded {
  package let party: Public<Reference<Party>>
  package let what: Public<Text>
  package let pages: Public<Text>

  package init(from fields: inout FieldReader) {
    party = fields.public("party", .required, "Whose it is")
    what = fields.public("what", .everyday, "What is embedded")
    pages = fields.public("pages", .optional, "some, or which pages in words")
  }
  package static var shorthand: StaticString? { "party" }
}

package struct SiteLink: Fielded {
  package let to: Public<Reference<Party>>
  package let kind: Public<SiteLinkKind>
  package let url: Public<Line>

  package init(from fields: inout FieldReader) {
    to = fields.public("to", .required, "Whose page it leads to")
    kind = fields.public("kind", .optional, "share where the link passes the page on; plain unless said")
    url = fields.public("url", .optional, "Its address")
  }
  package static var shorthand: StaticString? { "to" }
}

package enum SiteLinkKind: String, Word { case plain, share }

package struct NationalTolerance: Fielded {
  package let country: Internal<Territory>
  package let cite: Internal<Line>

  package init(from fields: inout FieldReader) {
    country = fields.internal("country", .everyday, "The country")
    cite = fields.internal("cite", .required, "The rule, cited")
  }
  package static var shorthand: StaticString? { "cite" }
}
