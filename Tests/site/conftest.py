"""What the browser tests share: the sample published once, a browser, and the pages by kind."""

import os
import pathlib
import shutil
import subprocess

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]

# The pages of the register with two languages that are Welsh, and the register's page that measures both.
WELSH_PAGES = ["public/cy.html", "public/customer-notice/cy.html", "register/notices/customer-notice.html"]

# One page of each kind, for checks that look at a page in several sizes and colours.
PAGE_KINDS = [
    "register/index.html",
    "register/findings.html",
    "register/activities/index.html",
    "register/activities/hub-registration.html",
    "register/processors/kineo.html",
    "register/organisations/ieso.html",
    "register/statements/hub-stays-in-uk.html",
    "register/notices/index.html",
    "register/notices/external-referring-clinician-hub.html",
    "register/reviews/index.html",
    "register/reviews/hub-registration.html",
    "register/rules/index.html",
    "register/rules/notice-denies-recorded-transfer.html",
    "register/rules/open-question.html",
    "register/law/index.html",
    "register/law/adequacy.html",
    "register/law/lawful-bases.html",
    "register/law/storage-routes.html",
    "register/fields/index.html",
    "register/fields/organisations.html",
    "public/index.html",
    "public/external-referring-clinician-hub/en.html",
    "public/external-referring-clinician-hub/2020-05-04/en.html",
    "public/external-referring-clinician-hub/2026-10-01/en.html",
    "public/external-referring-clinician-hub/changes/en.html",
]


def program():
    """The built program: named by ROPA, or the release build of this folder."""
    path = pathlib.Path(os.environ.get("ROPA", ROOT / ".build/release/ropa"))
    assert path.exists(), f"{path} is not built: run `make build`"
    return str(path)


def with_versions(registry):
    """Gives the notice of a copy of the sample a second version, so that there are pages of both and of what changed."""
    def keep():
        subprocess.run([program(), "keep", "--registry", registry], check=True, capture_output=True)

    keep()
    notice = registry / "notices/external-referring-clinician-hub.yaml"
    text = notice.read_text()
    for old, new in [
        ("effective: 2020-05-04\n", "effective: 2026-10-01\nsummary: Shorter on passwords, longer on links.\n"
                                    "history: [{effective: 2020-05-04, summary: The first version}]\n"),
        ("  - heading: What about your password?\n    statements: password-duty\n", ""),
        ("  - links\n", "  - section: links\n    text: These may help you.\n"),
    ]:
        assert old in text
        text = text.replace(old, new)
    notice.write_text(text)
    keep()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder with the published sample and a second version of its notice. SITE names one that is published already."""
    if "SITE" in os.environ:
        return pathlib.Path(os.environ["SITE"])
    output = tmp_path_factory.mktemp("site") / "build"
    registry = tmp_path_factory.mktemp("records") / "registry"
    shutil.copytree(ROOT / "registry", registry)
    with_versions(registry)
    subprocess.run([program(), "site", "--registry", registry, "--output", output], check=True, capture_output=True)
    return output


@pytest.fixture(scope="session")
def bilingual(tmp_path_factory):
    """A register with a notice in English and Welsh, published: the sound register of the tests with translations over it."""
    folder = tmp_path_factory.mktemp("bilingual")
    fixtures = ROOT / "Tests/RopaKitTests/Fixtures"
    for part in ("sound", "bilingual"):
        shutil.copytree(fixtures / part, folder / "registry", dirs_exist_ok=True)
    subprocess.run(
        [program(), "site", "--registry", folder / "registry", "--output", folder / "build"], check=True, capture_output=True)
    return folder / "build"


@pytest.fixture(scope="session")
def pages(site):
    """Every page, relative to the folder. What is made to be pasted into other pages is none."""
    found = sorted(str(path.relative_to(site)) for path in site.rglob("*.html") if not path.name.endswith(".fragment.html"))
    assert len(found) > 100 and set(PAGE_KINDS) <= set(found)
    return found


@pytest.fixture(scope="session")
def host_pages(site, tmp_path_factory):
    """Somebody else's pages, each with one of our fragments pasted into it, by the fragments' names."""
    folder = tmp_path_factory.mktemp("hosts")
    hosts = {}
    for path in sorted(site.rglob("*.fragment.html")):
        host = folder / f"{len(hosts)}.html"
        host.write_text(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Another site</title></head>\n<body><main><h1>Another site</h1>\n"
            + path.read_text() + "</main></body></html>\n")
        hosts[path.name] = host
    assert hosts
    return hosts


@pytest.fixture(scope="session")
def browser():
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert chromium, "no chromium: run `make test-browser`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def tab(browser, request):
    """A page of the browser; a test may ask for context options by `@pytest.mark.parametrize("tab", ..., indirect=True)`."""
    context = browser.new_context(**getattr(request, "param", {}))
    yield context.new_page()
    context.close()
