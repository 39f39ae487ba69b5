"""The forms in which a notice is published beside its page, read by programs that are not ours."""

import hashlib
import html.parser
import json
import pathlib
import re

import jsonschema
import pytest
from markdown_it import MarkdownIt

from conftest import DAY, ROOT, ropa, site
from test_own_text import Outline, samples

SCHEMA = json.loads((pathlib.Path(__file__).parent / "tilt/tilt-schema.json").read_text())
SAMPLE = "external-referring-clinician-hub"
FORMS = """\
title: Our website
kind: web
address: https://example.org/
visitors: uk
system: office-files
banner: {not-applicable: nothing is stored}
forms:
  remind-me:
    fields: {Your name: name, Your e-mail address: email}
    activity: appointment-messages
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """The public trees of the sample register and of the sound one, with a form on a site of the latter."""
    folder = tmp_path_factory.mktemp("formats")
    trees = {}
    for name, source in (("sample", ROOT / "registry"), ("sound", ROOT / "Tests/RopaKitTests/Fixtures/sound")):
        register = folder / name / "registry"
        for path in source.rglob("*"):
            if path.is_file():
                (register / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
                (register / path.relative_to(source)).write_bytes(path.read_bytes())
        if name == "sound":
            (register / "sites").mkdir()
            (register / "sites/website.yaml").write_text(FORMS)
        result = ropa("site", "--registry", register, "--output", folder / name / "site", "--as-of", DAY)
        assert result.returncode == 0, result.stdout + result.stderr
        trees[name] = folder / name / "site/public"
    return trees


NOTICES = [("sample", SAMPLE), ("sound", "customer-notice")]


def read(published, notice, ending):
    register, name = notice
    return (published[register] / name / f"en.{ending}").read_text()


# Transparency Information Language


def value_at(document, pointer):
    for part in pointer.split("/")[1:]:
        document = document[int(part)] if isinstance(document, list) else document[part]
    return document


@pytest.mark.parametrize("notice", NOTICES)
def test_tilt_validates(published, notice):
    document = json.loads(read(published, notice, "tilt.json"))
    validator = jsonschema.Draft7Validator(SCHEMA)
    assert [error.message for error in validator.iter_errors(document)] == []
    # Where an address is demanded and none is stated there is no address; nothing else may be out of form.
    strict = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
    missing = document["meta"]["notStated"]
    for error in strict.iter_errors(document):
        assert "/" + "/".join(map(str, error.absolute_path)) in missing, error.message
    for pointer in missing:
        value = value_at(document, pointer)
        for part in value.values() if isinstance(value, dict) else [value]:
            assert part in ("", "ZZ", "0000", False), pointer
    # What is empty where the schema demands something is listed.
    for pointer in ["/controller/name", "/controller/address", "/dataProtectionOfficer/email", "/meta/created"]:
        assert value_at(document, pointer) not in ("", "ZZ", "0000") or pointer in missing


def test_a_schema_that_is_not_met_is_seen(published):
    document = json.loads(read(published, NOTICES[1], "tilt.json"))
    del document["controller"]["country"]
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(document)


@pytest.mark.parametrize("notice", NOTICES)
def test_tilt_hash_is_of_the_document(published, notice):
    text = read(published, notice, "tilt.json")
    stated = json.loads(text)["meta"]["_hash"]
    assert hashlib.sha256(text.replace(stated, "0" * 64).encode()).hexdigest() == stated


def test_tilt_says_what_the_notice_says(published):
    document = json.loads(read(published, NOTICES[1], "tilt.json"))
    assert document["meta"]["_id"] == "customer-notice/en" and document["meta"]["modified"] == "2026-09-01"
    assert document["controller"]["name"] == "Example Care Ltd" and document["controller"]["country"] == "GB"
    assert document["dataProtectionOfficer"]["email"] == "privacy@example.org"
    entries = {entry["category"]: entry for entry in document["dataDisclosed"]}
    assert len(entries) == 5
    paid = [entry for entry in entries.values() if any("Companies Act" in base["description"] or base["reference"] == "UKGDPR-6-1-c"
                                                      for base in entry["legalBases"])]
    assert len(paid) == 1 and paid[0]["storage"][0]["temporal"][0]["ttl"] == "P6Y"
    studied = [entry for entry in entries.values() if entry["legitimateInterests"]]
    assert len(studied) == 1 and "fewer appointments are missed" in studied[0]["legitimateInterests"][0]["reasoning"]
    assert {"name": "Mesure Exemple SAS", "country": "FR", "category": "Research partner"} in studied[0]["recipients"]
    assert all(entry["nonDisclosure"]["contractualRegulation"] for entry in entries.values())
    transfer = {place["country"]: place for place in document["thirdCountryTransfers"]}["FR"]
    assert transfer["adequacyDecision"]["available"] and "standardDataProtectionClause" not in transfer
    assert document["rightToDataPortability"]["available"] and not document["rightToWithdrawConsent"]["available"]
    assert "inUse" not in document["automatedDecisionMaking"] and document["sources"] == []


# Markdown


def plain(parts):
    """An outline without emphasis, which has no sign of its own everywhere, and with neighbouring words as one."""
    joined = []
    for part in parts:
        if part.split(" ")[0].strip("/") in ("em", "strong", "time", "div", "section", "article", "p", "address"):
            continue
        if part.startswith("'") and joined and joined[-1].startswith("'"):
            joined[-1] += part[1:]
        elif part.startswith("'") and not part[1:].strip():
            continue
        else:
            joined.append(part)
    return [re.sub(r"\s+", "", part) if part.startswith("'") else part for part in joined]


class AsMarkdown(html.parser.HTMLParser):
    """The fragment of a notice as the Markdown file should read: headings one level up, terms and cells as items of lists."""

    def __init__(self, markup):
        super().__init__()
        self.parts, self.columns, self.cell, self.texts, self.links = [], [], 0, None, []
        self.feed(markup)
        self.close()

    def add(self, part):
        (self.parts if self.texts is None else self.texts).append(part)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("h2", "h3", "h4", "h5", "h6"):
            self.add("h" + str(int(tag[1]) - 1))
        elif tag == "table":
            self.columns, self.cell = [], 0
        elif tag == "tbody" or tag == "dl":
            self.add("ul")
        elif tag == "tr" and self.columns:
            self.add("li")
            self.cell, self.cells = 0, False
        elif tag in ("th", "td", "dt"):
            self.texts = []
        elif tag == "div":
            self.add("li")
        elif tag == "a":
            # An address in the words of a link is no link of its own.
            if not attributes["href"].startswith("#") and not any(self.links):
                self.add("a href=" + attributes["href"])
                self.links.append(True)
            else:
                self.links.append(False)
        elif tag in ("ul", "ol", "li", "br", "code"):
            self.add(tag + "".join(f" {k}={v}" for k, v in attributes.items() if k == "start"))

    def handle_endtag(self, tag):
        if tag in ("h2", "h3", "h4", "h5", "h6"):
            self.add("/h" + str(int(tag[1]) - 1))
        elif tag == "tbody" or tag == "dl":
            self.add("/ul")
        elif tag == "tr" and self.columns and self.cell:
            if self.cells:
                self.add("/ul")
            self.add("/li")
        elif tag == "dt":
            texts, self.texts = self.texts, None
            self.parts += texts + ["'" + self.colon(texts)]
        elif tag in ("th", "td"):
            self.end_cell(tag)
        elif tag == "div":
            self.add("/li")
        elif tag == "a":
            if self.links.pop():
                self.add("/a")
        elif tag in ("ul", "ol", "li", "code"):
            self.add("/" + tag)

    def end_cell(self, tag):
        texts, self.texts = self.texts, None
        if not self.parts or self.parts[-1] != "li" and not self.cell:
            self.columns.append(texts)
            return
        if self.cell == 0:
            # Several texts of a first cell stand below each other.
            items = [part for part in texts if part not in ("ul", "/ul", "/li")]
            lines = [part for number, part in enumerate(items) if part != "li" or number]
            self.parts += ["br" if part == "li" else part for part in lines]
        elif texts:
            if not self.cells:
                self.parts.append("ul")
                self.cells = True
            label = self.columns[self.cell]
            self.parts += ["li", *label, "'" + self.colon(label), *texts, "/li"]
        self.cell += 1

    @staticmethod
    def colon(term):
        words = "".join(part[1:] for part in term if part.startswith("'")).rstrip()
        return "" if words.endswith((":", "?")) else ":"

    def handle_data(self, data):
        self.add("'" + data)


def rendered(markdown):
    """Markdown as another implementation reads it, without any of its extensions."""
    parser = MarkdownIt("commonmark")
    parser.normalizeLink = lambda address: address
    parser.normalizeLinkText = lambda address: address
    return parser.render(markdown)


@pytest.mark.parametrize("notice", NOTICES)
def test_markdown_reads_as_the_fragment(published, notice):
    expected = plain(AsMarkdown(read(published, notice, "fragment.html")).parts)
    actual = plain(Outline(rendered(read(published, notice, "md"))).parts)
    assert actual == expected


def test_any_text_stays_text(tmp_path, register):
    """Random own text and random values of records: what is read from the Markdown is what stands on the page."""
    texts = [text for text in samples(1500, seed=20261122) if text.strip()]
    notice = register / "notices/customer-notice.yaml"
    head = notice.read_text().split("\nsections:")[0]
    sections = [f"  - {{heading: {json.dumps('T' + str(number) + '. ' + text)}, text: {json.dumps(text)}}}"
                for number, text in enumerate(texts)]
    notice.write_text("\n".join([head, "sections:", *sections, ""]))
    result = site(register, tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    folder = tmp_path / "site/public/customer-notice"
    # A break at the edge of a paragraph breaks nothing, so breaks are left out here.
    expected, actual = (
        plain(part for part in parts if part != "br")
        for parts in (AsMarkdown((folder / "en.fragment.html").read_text()).parts,
                      Outline(rendered((folder / "en.md").read_text())).parts))
    assert len(actual) > 3000
    for number, (one, other) in enumerate(zip(actual, expected)):
        assert one == other, (actual[number - 4:number + 4], expected[number - 4:number + 4])
    assert len(actual) == len(expected)


@pytest.mark.parametrize("text", [
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](https://example.org/x.png)", "<https://example.org>", "&lt;b&gt;",
    "# no heading", "- no item", "1. no item", "> no quote", "```", "    no code", "a\n===", "| a | b |\n|---|---|", "*no* **emphasis** _at_ __all__",
    "[a]: https://example.org", "~~gone~~", "\\*", "a  \nb", "---", "***", "+", "=", "#", "!", "2)",
])
def test_values_of_records_become_no_markup(tmp_path, register, text):
    """A title is no own text: every sign in it is a sign."""
    path = register / "activities/appointment-messages.yaml"
    path.write_text(path.read_text().replace("title: Messages about appointments", "title: " + json.dumps(text)))
    result = site(register, tmp_path / "site")
    assert result.returncode == 0, result.stdout + result.stderr
    markdown = (tmp_path / "site/public/customer-notice/en.md").read_text()
    parts = Outline(rendered(markdown)).parts
    words = "".join(part[1:] for part in parts if part.startswith("'"))
    assert re.sub(r"\s+", " ", text).strip().lower() in re.sub(r"\s+", " ", words).lower()
    tags = {part.split(" ")[0].strip("/") for part in parts if not part.startswith("'")}
    assert tags <= {"h1", "h2", "h3", "p", "ul", "li", "strong", "a", "br", "em"}, tags
    assert all(re.match(r"a href=(https?|mailto|tel):", part) for part in parts if part.startswith("a "))


# Plain text


@pytest.mark.parametrize("notice", NOTICES)
def test_text_says_the_same_words(published, notice):
    lines = read(published, notice, "txt").splitlines()
    assert all(len(line) <= 72 or " " not in line.strip(" -") for line in lines)
    assert all(line == line.rstrip() and "\t" not in line for line in lines)
    words = []
    for line in lines:
        if not re.fullmatch(r"[=-]+", line):
            words.append(re.sub(r"^( *- )+|^ *\d+\. ", "", line))
    parts = Outline(rendered(read(published, notice, "md"))).parts
    expected, link, shown = "", None, ""
    for part in parts:
        if part.startswith("a href="):
            link, shown = part[7:], ""
        elif part == "/a":
            if shown != re.sub("^mailto:", "", link) and not link.startswith("tel:"):
                expected += f"({link})"
            link = None
        elif part.startswith("'"):
            expected += part[1:]
            shown += part[1:]
    assert re.sub(r"\s+", "", "".join(words)) == re.sub(r"\s+", "", expected)


# HTML fragments


class Tags(html.parser.HTMLParser):
    def __init__(self, markup):
        super().__init__()
        self.tags = []
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))


@pytest.mark.parametrize("notice", NOTICES)
def test_fragment_fits_into_another_page(published, notice):
    tags = Tags(read(published, notice, "fragment.html")).tags
    names = [tag for tag, _ in tags]
    assert not {"html", "head", "body", "main", "header", "footer", "nav", "h1", "script", "style", "link", "img", "meta"} & set(names)
    levels = [int(name[1]) for name in names if re.fullmatch(r"h\d", name)]
    assert levels[0] == 2 and all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids)) > 10 and all(name.startswith(f"privacy-notice-{notice[1]}-") for name in ids)
    for _, attributes in tags:
        assert set(attributes) <= {"id", "class", "href", "lang", "scope", "datetime", "aria-labelledby", "start"}
        for name in attributes.get("class", "").split():
            assert name.startswith("privacy-notice")
        if attributes.get("href", "").startswith("#"):
            assert attributes["href"][1:] in ids
    assert tags[0][1]["lang"] == "en"


def test_words_beside_a_form(published):
    folder = published["sound"] / "customer-notice/forms"
    assert sorted(path.name for path in folder.iterdir()) == ["website.remind-me.en.fragment.html", "website.remind-me.en.txt"]
    text = " ".join((folder / "website.remind-me.en.txt").read_text().split())
    assert text.startswith("Example Care Ltd uses what you enter here for this:")
    sentences = re.findall(r"[.!?](?= |$)", text)
    assert 2 <= len(sentences) <= 6, text
    assert "Remind customers of their appointments" in text and "study" not in text and "paid" not in text
    assert "We keep the data for 1 year after our last contact with you." in text
    assert "(https://example.org/privacy)" in text
    fragment = (folder / "website.remind-me.en.fragment.html").read_text()
    assert 'href="https://example.org/privacy"' in fragment and fragment.startswith('<div class="privacy-notice-short" lang="en">')
    register = (published["sound"].parent / "register/forms.html").read_text()
    assert "../public/customer-notice/forms/website.remind-me.en.fragment.html" in register
