"""Before anything is exchanged the program looks at its own public tree: what should not be there keeps the site before."""

import pytest
from conftest import site, tree

NOTE = "Nobody has asked this supplier yet whether the copies are deleted when the contract ends"


def refused(tmp_path, register, files, *words):
    """A theme with these files is refused, with and without a site before, and nothing is left behind."""
    theme, output = tmp_path / "theme", tmp_path / "site" / "build"
    theme.mkdir()
    for has_old in (False, True):
        if has_old:
            assert site(register, output).returncode == 0
        before = tree(tmp_path / "site")
        for name, text in files.items():
            (theme / name).write_text(text)
        result = site(register, output, "--theme", theme)
        assert (result.returncode, result.stdout) == (2, ""), result.stderr
        for word in words:
            assert word in result.stderr, result.stderr
        assert tree(tmp_path / "site") == (before if has_old else {})
        assert "\x1b" not in result.stderr


@pytest.mark.parametrize("text", [
    "@import 'https://example.org/style.css';", "a { background: url(//example.org/x.png) }", "a { background: \\75 rl(/x) }",
    "@font-face { font-family: x; src: url('data:font/woff2;base64,AAAA') }", "a { background: url(../register/icon.svg) }",
])
def test_style_sheet_that_fetches(tmp_path, register, text):
    refused(tmp_path, register, {"style.css": f"body {{ color: black }}\n{text}\n"}, "'public/style.css'", "nothing was published")


@pytest.mark.parametrize("text", [
    "<svg><script>alert(1)</script></svg>", "<svg onload='alert(1)'/>", "<svg><image href='https://example.org/x.png'/></svg>",
    "<svg>\x1b[2J<image href='\x1b[31m'/></svg>",
])
def test_image_that_runs_or_fetches(tmp_path, register, text):
    refused(tmp_path, register, {"icon.svg": text}, "'public/icon.svg'", "plain shapes")


def test_internal_words_in_a_theme(tmp_path, register):
    path = register / "processors/mailer.yaml"
    path.write_text(path.read_text() + f"note: {NOTE}\n")
    lines = path.read_text().splitlines()
    refused(tmp_path, register, {"style.css": f"/* {NOTE} */\n"}, "'public/style.css'",
            f"processors/mailer.yaml:{len(lines)}:7", "internal words", "this supplier yet whether")


def test_the_same_words_said_in_public_pass(tmp_path, register):
    path = register / "processors/mailer.yaml"
    path.write_text(path.read_text() + f"note: {NOTE}\n")
    (register / "statements/said.yaml").write_text(f"text: {NOTE}, and we say so.\n")
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "style.css").write_text(f"/* {NOTE} */\n")
    result = site(register, tmp_path / "site" / "build", "--theme", theme)
    assert result.returncode == 0, result.stderr


HOSTILE = ["</p><script src=//example.org/x.js></script>", "<img src=x onerror=alert(1)>", "\" onclick=\"alert(1)", "<!--",
           "javascript:alert(1)", "]]>", "&lt;script&gt;", "<style>@import 'x'</style>", "<base href=//example.org>"]


def test_hostile_words_of_records_are_published_as_words(tmp_path, register):
    notice = register / "notices/customer-notice.yaml"
    text = notice.read_text()
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    hostile = " ".join(HOSTILE).replace("\\", "\\\\").replace('"', '\\"')
    notice.write_text(text.replace(title, f'title: "{hostile}"'))
    result = site(register, tmp_path / "site" / "build")
    assert result.returncode == 0, result.stdout + result.stderr
    page = (tmp_path / "site/build/public/customer-notice/en.html").read_text()
    assert "&lt;script src=//example.org" in page and "<script" not in page and "<img src=x" not in page
