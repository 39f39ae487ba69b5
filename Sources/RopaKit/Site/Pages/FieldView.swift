/// Draws the manual of fields. A value whose fields have been shown on the page is not shown again.
struct FieldView {
  let site: RegisterSite
  let manual: FieldManual
  /// Where the fields of a value were shown first, by the name of its type.
  private var shown: [String: DescribedField] = [:]

  init(site: RegisterSite, manual: FieldManual) {
    self.site = site
    self.manual = manual
  }

  /// A field of a record, with all that stands in it.
  mutating func write(_ field: DescribedField, _ page: inout HTMLBuffer) {
    page.html("<section id=\"")
    page.text(field.below)
    page.html("\"><h2><code>")
    page.text(field.field.name.description)
    page.html("</code>")
    title(field.field.name.description, &page)
    page.html("</h2>\n<div><p>")
    page.text(field.field.meaning.description)
    page.html(".</p>\n<dl>")
    need(field.field, &page)
    row("Seen", &page)
    page.html(field.isInternal ? "internal" : "<b>public</b>")
    end(&page)
    row("Write", &page)
    page.text(field.field.shape.words)
    end(&page)
    law(field, &page)
    rules(field, &page)
    page.html("</dl></div>\n")
    if let example = manual.example(of: field) {
      page.html("<pre tabindex=\"0\"><code>")
      page.text(example)
      page.html("</code></pre>\n")
    }
    inner(field, &page)
    page.html("</section>\n")
  }

  /// How pages call the field, where that says more than its name.
  private func title(_ name: String, _ page: inout HTMLBuffer) {
    let title = label(of: name)
    let plain = name.utf8.split(separator: UInt8(ascii: "-")).map { String(Substring($0)) }.joined(separator: " ")
    guard title != sentenceCase(plain) else { return }
    page.html(" <small>")
    page.text(title)
    page.html("</small>")
  }

  // MARK: Rows

  private func row(_ name: StaticString, _ page: inout HTMLBuffer) {
    page.html("<div><dt>")
    page.html(name)
    page.html("</dt><dd>")
  }

  private func end(_ page: inout HTMLBuffer) { page.html("</dd></div>\n") }

  private func need(_ field: FieldDescription, _ page: inout HTMLBuffer) {
    row("Need", &page)
    page.text(field.need.words)
    if !field.takesAnswers { page.html("; takes no open question") }
    end(&page)
  }

  private func law(_ field: DescribedField, _ page: inout HTMLBuffer) {
    let cited = site.law.cite(manual.citations(of: field) ?? [])
    guard !cited.isEmpty else { return }
    row("Law", &page)
    page.text(cited.joined(separator: "; "))
    end(&page)
  }

  private func rules(_ field: DescribedField, _ page: inout HTMLBuffer) {
    let rules = manual.rules(reading: field)
    guard !rules.isEmpty else { return }
    page.html("<div><dt><a href=\"index.html#rules\">Rules</a></dt><dd>")
    for (position, rule) in rules.enumerated() {
      page.html(position == 0 ? "<a href=\"../rules/" : ", <a href=\"../rules/")
      page.text(rule)
      page.html(".html\">")
      page.text(rule)
      page.html("</a>")
    }
    end(&page)
  }

  // MARK: Fields in a field

  private mutating func inner(_ field: DescribedField, _ page: inout HTMLBuffer) {
    guard let set = field.field.shape.innerFields else { return }
    if let first = shown[set.name] { return again(first, &page) }
    page.html("<div class=\"scroll\" role=\"region\" aria-label=\"Fields in ")
    page.text(field.below)
    page.html("\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">Field in ")
    page.text(field.below)
    page.html("</th><th scope=\"col\">Meaning</th><th scope=\"col\">Write</th></tr></thead>\n<tbody>\n")
    rows(in: field, below: field, &page)
    page.html("</tbody></table></div>\n")
  }

  private func again(_ first: DescribedField, _ page: inout HTMLBuffer) {
    page.html("<p>Its fields are those in <a href=\"#")
    page.text(first.below)
    page.html("\"><code>")
    page.text(first.below)
    page.html("</code></a>.</p>\n")
  }

  private mutating func rows(in field: DescribedField, below top: DescribedField, _ page: inout HTMLBuffer) {
    if let set = field.field.shape.innerFields { shown[set.name] = field }
    for inner in field.inner {
      row(inner, below: top, &page)
      if let set = inner.field.shape.innerFields, shown[set.name] == nil { rows(in: inner, below: top, &page) }
    }
  }

  private func row(_ field: DescribedField, below top: DescribedField, _ page: inout HTMLBuffer) {
    page.html("<tr id=\"")
    page.text(field.below)
    page.html("\"><th scope=\"row\"><code>")
    page.text(field.names.dropFirst(top.names.count).joined(separator: "."))
    page.html("</code><small>")
    page.html(field.isInternal ? "internal" : "public")
    page.html("</small></th><td>")
    page.text(field.field.meaning.description)
    if field.field.need != .optional {
      page.html(" <small>")
      page.text(sentenceCase(field.field.need.words))
      page.html("</small>")
    }
    page.html("</td><td>")
    page.text(field.field.shape.words)
    if let set = field.field.shape.innerFields, let first = shown[set.name] {
      page.html(", as in <a href=\"#")
      page.text(first.below)
      page.html("\"><code>")
      page.text(first.below)
      page.html("</code></a>")
    }
    page.html("</td></tr>\n")
  }
}
