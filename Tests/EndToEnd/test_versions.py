"""Texts of notices are kept with the records, approved, compared, and published at addresses that stay; the feed is read by a feed reader."""

import re

import feedparser
import pytest
from conftest import DAY, ropa, site, tree

NOTICE = "notices/customer-notice.yaml"
KEPT = "notices/versions/customer-notice/2026-09-01.en.yaml"


def keep(register, *more):
    return ropa("keep", *more, "--registry", register, "--as-of", DAY)


def rules(register):
    report = ropa("check", register, "--as-of", DAY, "--fail-on", "never").stdout
    return sorted(re.findall(r"\[([a-z0-9-]+)\]$", report, re.MULTILINE))


def edit(register, path, old, new):
    file = register / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def change_a_record(register):
    edit(register, "retention/messages.yaml", "title:", "text: We keep messages for a week.\ntitle:")


def renew(register, address=""):
    """A second version: the first in the history, both texts kept."""
    assert keep(register).returncode == 0
    change_a_record(register)
    edit(register, NOTICE, "effective: 2026-09-01\nversion: 3",
         "effective: 2026-11-01\nversion: 4\nsummary: We say how long <b>messages</b> & mails are kept.\n"
         "history:\n  - {effective: 2026-09-01, version: 3, summary: The first one}")
    if address:
        settings = register / "registry.yaml"
        settings.write_text(settings.read_text() + f"publish: {{notices: \"{address}\"}}\n")
    assert keep(register).returncode == 0


def test_what_is_kept_is_found_again(register):
    result = keep(register)
    assert result.returncode == 0 and result.stdout == f"{register}/{KEPT}: kept\n" and "Commit it" in result.stderr
    before = tree(register)
    assert keep(register, "customer-notice").stdout == f"{register}/{KEPT}: kept already\n"
    assert tree(register) == before
    assert "How long do we keep your data?" in (register / KEPT).read_text()
    assert rules(register) == []


def test_a_change_needs_a_new_day(register):
    keep(register)
    change_a_record(register)
    assert rules(register) == ["notice-changed-without-version"]
    before = tree(register)
    refused = keep(register)
    assert refused.returncode == 2 and refused.stdout == "" and "How long do we keep your data?" in refused.stderr
    assert tree(register) == before


def test_versions_stay_at_their_addresses(tmp_path, register):
    output = tmp_path / "site" / "build"
    keep(register)
    assert site(register, output).returncode == 0
    first = (output / "public/customer-notice/2026-09-01/en.html").read_text()
    renew(register)
    assert rules(register) == []
    assert site(register, output).returncode == 0
    old = (output / "public/customer-notice/2026-09-01/en.html").read_text()
    start = "<div class=\"text\">"
    assert old[old.index(start):] == first[first.index(start):] and "Another one has held since" in old
    changes = (output / "public/customer-notice/changes/en.html").read_text()
    assert changes.index("1 November 2026") < changes.index("1 September 2026")
    assert "We say how long &lt;b&gt;messages&lt;/b&gt; &amp; mails are kept." in changes
    # A second run, and one with more threads, change nothing.
    before = tree(output)
    assert "up to date" in site(register, output).stderr
    (output / ".ropa-manifest").unlink()
    assert ropa("site", "--registry", register, "--output", output, "--as-of", DAY, "--jobs", "7").returncode == 0
    assert tree(output) == before


@pytest.mark.parametrize("address", ["", "https://example.org/privacy"])
def test_the_feed_is_read(tmp_path, register, address):
    output = tmp_path / "site" / "build"
    renew(register, address)
    result = site(register, output)
    assert result.returncode == 0, result.stderr
    feed = feedparser.parse((output / "public/feed/en.xml").read_bytes())
    assert not feed.bozo and feed.version == "atom10"
    assert feed.feed.updated == "2026-11-01T00:00:00Z" and feed.feed.language == "en" and feed.feed.author
    assert [entry.updated for entry in feed.entries] == ["2026-11-01T00:00:00Z", "2026-09-01T00:00:00Z"]
    assert len({entry.id for entry in feed.entries} | {feed.feed.id}) == 3
    newest = feed.entries[0]
    assert newest.author == "Example Care" and newest.title.startswith("How we use your data")
    # Plain text: what looks like markup in a record is words.
    assert newest.summary_detail.type == "text/plain"
    assert newest.summary.startswith("We say how long <b>messages</b> & mails are kept. Changed: ")
    page = "customer-notice/2026-11-01/en.html"
    assert newest.link == (f"{address}/{page}" if address else f"../{page}")
    for entry in feed.entries:
        place = entry.link.removeprefix(address + "/").removeprefix("../").split("#")[0]
        assert (output / "public" / place).is_file(), entry.link
    assert newest.id == newest.link if address else newest.id.startswith("urn:uuid:")
    assert (output / "public" / page).is_file()
    for name in ["index.html", "customer-notice/en.html", "customer-notice/changes/en.html"]:
        assert 'type="application/atom+xml"' in (output / "public" / name).read_text()


def test_a_feed_of_texts_that_nobody_kept_leads_somewhere(tmp_path, register):
    output = tmp_path / "site" / "build"
    for history in ["", "\nhistory: [{effective: 2025-01-01, summary: The first one}]"]:
        edit(register, NOTICE, "version: 3", "version: 3" + history)
        assert site(register, output).returncode == 0
        feed = feedparser.parse((output / "public/feed/en.xml").read_bytes())
        assert len(feed.entries) == (2 if history else 1)
        for entry in feed.entries:
            assert (output / "public" / entry.link.removeprefix("../").split("#")[0]).is_file(), entry.link


def test_an_edited_text_is_not_published(tmp_path, register):
    output = tmp_path / "site" / "build"
    renew(register)
    assert site(register, output).returncode == 0
    before = tree(output)
    for broken in ["text: [unclosed", "title: x\n", "", "- a\n", "title: \"[x](javascript:alert(1))\"\norganisation: a\nfoot: b\n"]:
        (register / KEPT).write_text(broken)
        result = site(register, output)
        assert result.returncode == 1 and "Nothing was published" in result.stderr, broken
        assert KEPT in result.stdout
        assert tree(output) == before


def test_hostile_words_stay_words_in_every_version(tmp_path, register):
    hostile = "</p><script>alert(1)</script> ]]> <!-- [x](javascript:alert(1)) `a` \\\\n **b"
    edit(register, NOTICE, "title: How we use your data", f"title: \"{hostile}\"")
    renew(register)
    output = tmp_path / "site" / "build"
    result = site(register, output)
    assert result.returncode == 0, result.stdout + result.stderr
    pages = [path for path in (output / "public").rglob("*") if path.suffix in {".html", ".xml"}]
    assert len(pages) >= 6
    for page in pages:
        text = page.read_text()
        assert "<script" not in text and "href=\"javascript" not in text, page
    assert not feedparser.parse((output / "public/feed/en.xml").read_bytes()).bozo


def test_only_what_was_approved_is_published_strictly(tmp_path, register):
    output = tmp_path / "site" / "build"
    result = site(register, output, "--strict")
    assert result.returncode == 1 and "its approval names no content; ropa approve customer-notice prints it" in result.stderr
    draft = ropa("approve", "customer-notice", register, "--as-of", DAY)
    assert draft.returncode == 0 and "Read the notice" in draft.stderr
    content = re.search(r'content: "([0-9a-f]{40})"', draft.stdout)[1]
    edit(register, NOTICE, "date: 2026-08-28}", f"date: 2026-08-28, content: {content}}}")
    assert rules(register) == []
    assert site(register, output, "--strict").returncode == 0
    assert (output / "public/customer-notice/en.html").is_file()
    keep(register)
    change_a_record(register)
    assert rules(register) == ["approval-outdated", "notice-changed-without-version"]
    result = site(register, output, "--strict")
    assert result.returncode == 1 and "it says other things than what was approved on 2026-08-28; changed since:" in result.stderr
    assert not (output / "public/customer-notice").exists() and not (output / "public/feed").exists()
    again = ropa("approve", "customer-notice", register, "--as-of", DAY)
    assert "Changed since the last approval" in again.stderr and content not in again.stdout


@pytest.mark.parametrize("command", ["keep", "approve"])
def test_a_notice_that_is_not_there(register, command):
    result = ropa(command, "custmer-notice", register)
    assert result.returncode == 2 and "did you mean 'customer-notice'?" in result.stderr and result.stdout == ""


def test_nothing_is_written_outside_of_the_registry(tmp_path, register):
    outside = tmp_path / "outside"
    outside.mkdir()
    (register / "notices/versions").symlink_to(outside)
    result = keep(register)
    assert result.returncode == 2 and "could not be read" in result.stderr
    assert list(outside.iterdir()) == []
