extension RegisterSite {
  /// The kinds of record with the pages of their fields, and how an answer is written.
  func fieldsPage(_ page: inout HTMLBuffer) {
    begin("Fields", at: .folder, .fields, isTarget: true, &page)
    trail("Fields", at: .folder, &page)
    page.html(
      """
      <main id="main">
      <div class="title"><h1>Fields</h1>
      <p class="lede">What may be written in the records: each field with its meaning, the law behind it and an example.</p></div>
      <div class="scroll" role="region" aria-label="Kinds of record" tabindex="0"><table>
      <thead><tr><th scope="col">Kind</th><th scope="col">What it holds</th><th scope="col" class="number">Fields</th></tr></thead>
      <tbody>

      """)
    for owner in FieldOwner.all {
      page.html("<tr><th scope=\"row\"><a href=\"")
      page.text(owner.name)
      page.html(".html\">")
      page.text(owner.title)
      page.html("</a> <code>")
      page.text(owner.name)
      page.html("</code></th><td>")
      page.text(owner.purpose)
      page.html("</td><td class=\"number\">")
      page.number(owner.fields.fields.count)
      page.html("</td></tr>\n")
    }
    page.html("</tbody></table></div>\n")
    answers(&page)
    end(&page)
  }

  private func answers(_ page: inout HTMLBuffer) {
    page.html(
      """
      <h2 id="answers">In place of a value</h2>
      <p>Unless its entry says otherwise, a field takes an answer where its value would stand. The word comes first, its reason or \
      question in words behind it.</p>
      <dl class="fields">
      <div><dt><code>none</code></dt><dd><code>{none: why there is nothing}</code></dd></div>
      <div><dt><code>not-applicable</code></dt><dd><code>{not-applicable: why the question does not arise}</code></dd></div>
      <div><dt><code>unknown</code></dt><dd><code>{unknown: what is to be found out, owner: who, due: 2027-01-31}</code><br>Reported until it \
      is answered, and never printed as none. <code>owner</code> and <code>due</code> fall back to those of the record, then of the register; \
      <code>perhaps</code> may name candidates.</dd></div>
      <div><dt><code>x-</code></dt><dd>A key that begins with <code>x-</code> is your own: it is kept, shown to insiders and never \
      published.</dd></div>
      </dl>
      <h2 id="rules">Rules at a field</h2>
      <p>A rule stands at a field when it was seen to depend on it: with the field left out of a sound register or of the rule’s own \
      examples, or with a question in its place, the rule judges otherwise. So the list shows what those examples try, and a rule may look at \
      more. Rules about reading, references and open questions look at every field and are not listed.</p>
      <h2 id="editors">In an editor</h2>
      <p>The same declarations make a JSON Schema, with which editors complete and check these fields: \
      <code>ropa schema activities</code>. On the command line, <code>ropa fields activities.purposes</code> prints one of these \
      entries.</p>

      """)
  }

  /// The manual of a kind's fields.
  func fieldsPage(of owner: FieldOwner, _ page: inout HTMLBuffer) {
    begin(owner.title, in: "Fields", at: .folder, .fields, &page)
    trail("Fields", (owner.title, owner.name), at: .folder, &page)
    page.html("<main id=\"main\">\n<div class=\"title\"><h1>")
    page.text(owner.title)
    page.html("</h1>\n<p class=\"lede\">")
    page.text(owner.purpose)
    page.html("</p>\n<p class=\"facts\">")
    for (position, file) in owner.files.enumerated() {
      page.html(position == 0 ? "<span>File <code>" : "<span>or many in <code>")
      page.text(file)
      page.html("</code></span>")
    }
    if case .kind(let kind) = owner {
      page.html("<span><a href=\"../")
      page.text(kind.rawValue)
      page.html("/index.html\">The records</a></span>")
    }
    page.html("</p></div>\n<div class=\"columns\"><div class=\"manual\">\n")
    let fields = owner.described
    var view = FieldView(site: self, manual: manual)
    for field in fields { view.write(field, &page) }
    page.html("</div>\n")
    contents(fields, &page)
    page.html("</div>\n")
    end(&page)
  }

  /// The fields by how much they are wanted.
  private func contents(_ fields: [DescribedField], _ page: inout HTMLBuffer) {
    page.html("<aside><h2>Fields</h2>\n")
    func list(_ title: StaticString, where isListed: (Need) -> Bool, _ page: inout HTMLBuffer) {
      let listed = fields.filter { isListed($0.field.need) }
      guard !listed.isEmpty else { return }
      page.html("<h3>")
      page.html(title)
      page.html("</h3><ul>")
      for field in listed {
        page.html("<li><a href=\"#")
        page.text(field.below)
        page.html("\"><code>")
        page.text(field.field.name.description)
        page.html("</code></a></li>")
      }
      page.html("</ul>\n")
    }
    list("In every ordinary record", where: { $0 == .everyday || $0 == .required }, &page)
    list("In some cases", where: { if case .when = $0 { true } else { false } }, &page)
    list("Optional", where: { $0 == .optional }, &page)
    page.html("</aside>")
  }
}
