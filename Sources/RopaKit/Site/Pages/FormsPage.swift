import LocatedYAML

extension RegisterSite {
  /// The forms on sites that feed an activity, by their sites; empty where none is recorded.
  var sitesWithForms: [Site] {
    registry.records.sites.filter { site in
      (site.forms.given?.values ?? []).contains { $0.activity.given?.record.isResolved ?? false }
    }
  }

  /// For the people who build forms: what stands beside each of them while it is filled in, and the files to take it from.
  func formsPage(_ page: inout HTMLBuffer) {
    begin("Words beside forms", at: .root, .notices, &page)
    trail("", ("Words beside forms", "forms"), at: .root, &page)
    page.html(
      """
      <main id="main">
      <div class="title"><h1>Words beside forms</h1>
      <p class="lede">What people are told while they fill in a form: two to six sentences, made from the notice that covers the activity. \
      Take them from the files, which keep their addresses, so that they change with the records.</p></div>

      """)
    let published = publishedNotices(of: assessment, messages: messages)
    let shown = registry.formsByActivity()
    for site in sitesWithForms {
      page.html("<h2>")
      mention(site.common.record, from: .root, &page)
      page.html("</h2>\n")
      for form in site.forms.given?.values ?? [] {
        guard let activity = form.activity.given?.record, activity.isResolved else { continue }
        let place = shown[activity]?.first { $0.site == site.common.record && $0.formID == form.id }
        write(form, activity, place, published, &page)
      }
    }
    end(&page)
  }

  private func write(
    _ form: SiteForm, _ activity: RecordIndex, _ place: FormPlace?, _ published: [PublishedNotice],
    _ page: inout HTMLBuffer
  ) {
    page.html("<h3>Form <code>")
    page.text(form.id)
    page.html("</code></h3>\n<dl class=\"fields\"><div><dt>Feeds</dt><dd>")
    mention(activity, from: .root, &page)
    page.html("</dd></div>\n")
    var isTold = false
    for notice in published {
      guard let place, !assessment.forms(ofNotice: notice.slot, [activity: [place]]).isEmpty else { continue }
      isTold = true
      page.html("<div><dt>")
      mention(registry.records.notices[notice.slot].common.record, from: .root, &page)
      page.html("</dt><dd>")
      for language in notice.languages {
        guard let words = messages.messages(language) else { continue }
        write(place, notice, words, &page)
      }
      page.html("</dd></div>\n")
    }
    if !isTold {
      page.html("<div><dt>Words</dt><dd><b class=\"absent\">None</b>: no published notice tells of it</dd></div>\n")
    }
    page.html("</dl>\n")
  }

  private func write(_ place: FormPlace, _ notice: PublishedNotice, _ words: Messages, _ page: inout HTMLBuffer) {
    guard let composer = composer(notice.slot, of: assessment.assessed, messages: words) else { return }
    let address = composer.address(id: notice.id)
    guard let form = composer.shortForm(place, whole: address) else { return }
    form.writeFragment(into: &page)
    page.html("<p>")
    page.text(words.name)
    page.html(": <a href=\"")
    let file = "../public/\(notice.id)/\(place.fileName(words.language))"
    page.link(Link(page: file + ".fragment.html"))
    page.html("\">HTML to paste</a>, <a href=\"")
    page.link(Link(page: file + ".txt"))
    page.html("\">plain text</a>")
    if address == nil {
      page.html(". There is no link to the whole notice: give the notice its <code>url</code>, or the register")
      page.html(" the address of its notices (<code>publish</code>)")
    }
    page.html("</p>\n")
  }
}
