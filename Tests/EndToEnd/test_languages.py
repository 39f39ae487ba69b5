"""Notices in two languages, and messages of a register's own."""

import json
import shutil

import jsonschema
import pytest
import yaml
from conftest import DAY, ROOT, ropa, site, tree

FIXTURES = ROOT / "Tests/RopaKitTests/Fixtures"


@pytest.fixture
def bilingual(tmp_path):
    """The sound register with what its notice prints in English and Welsh."""
    for part in ("sound", "bilingual"):
        shutil.copytree(FIXTURES / part, tmp_path / "registry", dirs_exist_ok=True)
    return tmp_path / "registry"


def findings(register):
    result = ropa("check", "--registry", register, "--as-of", DAY, "--fail-on", "never", "--format", "json")
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)["findings"]


def test_both_languages_are_published(bilingual, tmp_path):
    assert findings(bilingual) == []
    result = site(bilingual, tmp_path / "build")
    assert result.returncode == 0, result.stderr
    public = tmp_path / "build/public"
    assert {path.name for path in public.glob("*.html")} == {"index.html", "cy.html"}
    welsh = (public / "customer-notice/cy.html").read_text()
    assert '<html lang="cy">' in welsh and "siaradwr brodorol" in welsh
    # Names are as they are in every language, and nothing else is English on the Welsh page.
    assert '<span lang="en">Example Care Ltd</span>' in welsh
    assert "siaradwr" not in (public / "customer-notice/en.html").read_text()


@pytest.mark.parametrize("environment", [{"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8", "LANG": "cy_GB.UTF-8"}])
def test_same_bytes_in_both_languages(bilingual, tmp_path, environment):
    (bilingual / "messages").mkdir()
    (bilingual / "messages/fr.yaml").write_text("title: Français\nrows: {skip: Aller au contenu}\n")
    (bilingual / "registry.yaml").write_text(
        (bilingual / "registry.yaml").read_text().replace("[en, cy]", "[en, cy, fr]"))
    assert site(bilingual, tmp_path / "one/build").returncode == 0
    result = ropa("site", "--registry", bilingual, "--output", tmp_path / "two/build", "--jobs", "7", "--as-of", DAY,
                  environment=environment)
    assert result.returncode == 0
    assert (tmp_path / "one/build/public/customer-notice/fr.html").exists()
    assert tree(tmp_path / "one/build") == tree(tmp_path / "two/build")


def test_what_is_printed_is_a_file_of_messages(bilingual, tmp_path):
    """Whoever adds a language begins with what ropa fields messages prints."""
    printed = ropa("fields", "messages")
    assert printed.returncode == 0
    # A language with the same forms of numbers as English.
    (bilingual / "messages").mkdir()
    (bilingual / "messages/sv.yaml").write_text(printed.stdout.replace("title: English", "title: Svenska"))
    assert [finding["message"] for finding in findings(bilingual) if "messages" in finding["path"]] == []
    schema = json.loads(ropa("schema", "messages").stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    sources = [printed.stdout] + [
        (ROOT / "Sources/RopaKit" / path).read_text() for path in
        ("Notices/Messages/en.yaml", "Notices/Messages/cy.yaml", "Law/Words/cy.yaml")]
    for source in sources:
        document = yaml.load(source, yaml.BaseLoader)
        # The loader leaves every scalar as text.
        document["reviewed"] = False
        jsonschema.validate(document, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"rows": {"cuort": "You can go to court."}}, schema)


def test_a_fault_in_messages_stops_the_site(bilingual, tmp_path):
    assert site(bilingual, tmp_path / "build").returncode == 0
    before = tree(tmp_path / "build")
    (bilingual / "messages").mkdir()
    (bilingual / "messages/cy.yaml").write_text("rows:\n  respond-within: Byddwn yn ateb yn fuan.\n")
    found = findings(bilingual)
    assert [(finding["rule"], finding["path"], finding["start"]["line"]) for finding in found] == [
        ("message-place-wrong", found[0]["path"], 2)]
    assert found[0]["path"].endswith("messages/cy.yaml") and "{period}" in found[0]["message"]
    assert site(bilingual, tmp_path / "build").returncode == 1
    assert tree(tmp_path / "build") == before


def test_words_of_the_register_go_first(bilingual, tmp_path):
    (bilingual / "messages").mkdir()
    (bilingual / "messages/cy.yaml").write_text(
        "reviewed: true\nrows:\n  court: Cewch fynd i'r llys hefyd.\n"
        "law:\n  regulators:\n    the Information Commission: yr ICO\n")
    assert findings(bilingual) == []
    assert site(bilingual, tmp_path / "build").returncode == 0
    page = (tmp_path / "build/public/customer-notice/cy.html").read_text()
    assert "Cewch fynd i&#39;r llys hefyd." in page and "yr ICO" in page and 'class="note"' not in page


@pytest.mark.parametrize("name, text", [
    ("messages/cy.yaml", "rows: {skip: '<script>alert(1)</script>'}\n"),
    ("messages/cy.yaml", 'rows: {skip: "a\\u0007b"}\n'),
    ("messages/cy.yaml", "law: {rights: {Right of access: \"\\u0001javascript:alert(1)\\u0003x\\u0004\"}}\n"),
    ("messages/cy.yaml", "rows: [1, 2]\n"),
    ("messages/cy.yaml", "- a list\n"),
    ("messages/cy.yaml", ""),
    ("messages/cy.yaml", "rows: {years: {one: [1], other: {a: b}}}\n"),
    ("messages/cy.yaml", "rows: {separator-and: {before: {x: [a]}}}\n"),
    ("messages/cymraeg.yaml", "title: Cymraeg\n"),
    ("messages/a/cy.yaml", "title: Cymraeg\n"),
])
def test_hostile_messages(bilingual, tmp_path, name, text):
    """Never a crash, never markup."""
    path = bilingual / name
    path.parent.mkdir(parents=True)
    path.write_text(text)
    result = ropa("check", "--registry", bilingual, "--as-of", DAY, "--fail-on", "never")
    assert result.returncode == 0, result.stderr
    if site(bilingual, tmp_path / "build").returncode == 0:
        assert "<script" not in (tmp_path / "build/public/customer-notice/cy.html").read_text()
    else:
        assert "error" in result.stdout
