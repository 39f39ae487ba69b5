"""Files whose bytes are made to break a reader: each is a finding at its place, within little time and memory."""

import json

import pytest
from conftest import DAY, SMALL_REGISTER, ropa, site, write_register
from limits import checked, limited

MEBIBYTE = 1 << 20
RECORD = "activities/hostile.yaml"


def lines(count, form):
    return "".join(form.format(number) for number in range(count))


def bomb():
    """Nine aliases of nine aliases, twenty times over."""
    names = "abcdefghijklmnopqrstu"
    return "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip(names, names[1:]))


# By name: where the file stands, its text, and a rule that speaks of it; no rule where the text is only large.
TEXTS = {
    "brackets": (RECORD, "[" * (MEBIBYTE - 1), "nested-too-deeply"),
    "braces": (RECORD, "{a: " * (MEBIBYTE // 4), "nested-too-deeply"),
    "dashes": (RECORD, "- " * (MEBIBYTE // 2), "nested-too-deeply"),
    "steps": (RECORD, "".join(" " * depth + "a:\n" for depth in range(1_400)), "nested-too-deeply"),
    "questions": (RECORD, "? " * (MEBIBYTE // 2), "nested-too-deeply"),
    "questions with names": (RECORD, "? a\n" * 200_000, "duplicate-key"),
    "100,000 unknown keys": (RECORD, "title: X\n" + lines(100_000, "k{}:\n"), "unknown-key"),
    "100,000 unknown keys on one line": (RECORD, "{title: X, " + lines(100_000, "k{}: ,") + "}", "unknown-key"),
    "100,000 own keys": (RECORD, "title: X\n" + lines(100_000, "x-{}: \n"), None),
    "one key 100,000 times": (RECORD, "title: X\n" + "a: 1\n" * 100_000, "duplicate-key"),
    "100,000 words in a list": (RECORD, "title: X\ndata: [" + "name, " * 100_000 + "name]\n", None),
    "100,000 words of no meaning": (RECORD, "title: X\ndata: [" + "qqqqq, " * 100_000 + "name]\n", "dangling-reference"),
    "100,000 different words": (RECORD, "title: X\ndata: [" + lines(100_000, "q{}, ") + "name]\n", "dangling-reference"),
    "100,000 records in a file": ("people.yaml", lines(70_000, "p{}: {{}}\n"), None),
    "50,000 records with a title": ("people.yaml", lines(45_000, "p{}: {{title: a}}\n"), None),
    "90,000 purposes": (RECORD, "title: X\npurposes:\n" + lines(70_000, "  p{}: a\n"), None),
    "a title of a mebibyte": (RECORD, "title: " + "a" * (MEBIBYTE - 9), None),
    "a key of a mebibyte": (RECORD, "? " + "a" * (MEBIBYTE - 9) + "\n: 1", "unknown-key"),
    "a key too long for YAML": (RECORD, "a" * (MEBIBYTE - 9) + ": 1", "yaml-syntax"),
    "an id of a mebibyte": ("people.yaml", "? " + "a" * (MEBIBYTE - 99) + "\n: {title: x}", "id-malformed"),
    "an id of 101 letters": ("people.yaml", "a" * 101 + ": {title: x}", "id-malformed"),
    "a reference of a mebibyte": (RECORD, "title: X\nowner: " + "a" * (MEBIBYTE - 99), "dangling-reference"),
    "a word of a mebibyte": (RECORD, "title: X\nscale: " + "small" * 200_000, "unknown-word"),
    "a day of a mebibyte": (RECORD, "title: X\nreviewed: " + "2" * (MEBIBYTE - 99), None),
    "a period of a mebibyte": ("retention/hostile.yaml", "title: X\nperiod: P" + "2" * (MEBIBYTE - 99) + "Y", None),
    "escapes": (RECORD, 'title: "' + "\\x41" * 250_000 + '"', None),
    "a block of lines": (RECORD, "title: |\n" + "  a\n" * 250_000, None),
    "a block of empty lines": (RECORD, "title: |\n" + "\n" * (MEBIBYTE - 99), None),
    "a folded block": (RECORD, "title: >\n" + "  a\n\n" * 200_000, None),
    "a question of a mebibyte": (RECORD, "title: X\ndata: {unknown: " + "a b. " * 200_000 + "}", None),
    "alias bomb": (RECORD, bomb(), "alias-used"),
    "50,000 anchors": (RECORD, lines(50_000, "k{0}: &a{0} x\n"), "anchor-used"),
    "60,000 tags": (RECORD, lines(60_000, "k{}: !!str x\n"), "tag-used"),
    "250,000 aliases": (RECORD, "a: [" + "*a, " * 250_000 + "a]", "alias-used"),
    "a merge": (RECORD, "a: &a {b: c}\nd: {<<: *a}\n", "merge-key"),
    "an anchor of a mebibyte": (RECORD, "a: &" + "a" * (MEBIBYTE - 99) + " x", "anchor-used"),
    "a tag of a mebibyte": (RECORD, "a: !<" + "a" * (MEBIBYTE - 99) + "> x", "tag-used"),
    "200,000 documents": (RECORD, "---\n" * 200_000, "several-documents"),
    "colons": (RECORD, ":" * (MEBIBYTE - 1), None),
    "colons and blanks": (RECORD, "a: " * 300_000, "yaml-syntax"),
    "apostrophes": (RECORD, "'" * (MEBIBYTE - 1), None),
    "percent signs": (RECORD, "%A\n" * 300_000, None),
    "exclamation marks": (RECORD, "!" * (MEBIBYTE - 1), None),
    "stars": (RECORD, "*" * (MEBIBYTE - 1), None),
    "a comment of a mebibyte": (RECORD, "#" * (MEBIBYTE - 1), "empty-record"),
    "blanks": (RECORD, " " * (MEBIBYTE - 1), "empty-record"),
    "line ends": (RECORD, "\n" * (MEBIBYTE - 1), "empty-record"),
    "one byte too many": (RECORD, "#" * (MEBIBYTE + 1), "file-too-large"),
}


# What the reader of own text could stumble over; as long as a file may be.
OWN_TEXTS = {
    "stars": "*", "stars and letters": "*a ", "both stars": "**a *b ", "brackets": "[", "links": "[a](", "closed links": "[a](b) ",
    "backticks": "`", "backticks of all lengths": "".join("`" * number + " " for number in range(400)), "angles": "<a ",
    "comments": "<!-- ", "backslashes": "\\\\", "entities": "&amp;", "underscores": "_a_", "quotations": "> ", "dashes": "- ",
    "numbers": "1. ", "hashes": "# ", "lists": "- a\n", "nested lists": "".join("  " * number + "- a\n" for number in range(200)),
    "paragraphs": "a\n\n", "tables": "| a | b |\n| - | - |\n", "fences": "```\n", "rulers": "***\n", "blanks": "a  \n",
}


@pytest.mark.parametrize("name", OWN_TEXTS)
def test_own_text_without_end(tmp_path, register, name):
    text = OWN_TEXTS[name]
    lines = (text * (400_000 // len(text))).split("\n")
    # A block keeps the lines as they are.
    block = "".join(f"      {line}\n" for line in lines)[:900_000].rsplit("\n", 1)[0] + "\n"
    notice = register / "notices/customer-notice.yaml"
    before, _, after = notice.read_text().partition("sections:\n")
    assert after
    after = after.replace("  - changes\n", "")
    notice.write_text(f"{before}sections:\n  - section: changes\n    text: |2\n{block}{after}")
    checked(register, seconds=20, mebibytes=800)
    built = limited("site", "--registry", register, "--output", tmp_path / "site" / "build", "--as-of", DAY,
                    seconds=20, mebibytes=800)
    assert built.code in (0, 1), built.stderr


@pytest.mark.parametrize("name", TEXTS)
def test_large_and_twisted_texts(register, name):
    path, text, rule = TEXTS[name]
    file = register / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    run = checked(register, seconds=20, mebibytes=400)
    found = run.rules(path)
    assert found if rule is None and run.code else rule is None or rule in found, found
    # What is quoted from a file is cut, and a flood of faults is counted. Rules speak as often as they have something to say.
    assert rule is None or len(run.stdout) < MEBIBYTE


def texts_with(characters):
    return {f"people/c{ord(character):x}.yaml": f"title: Per{character}son\n" for character in characters}


def test_every_control_character_is_named_at_its_place(register):
    # Tab and line feed are text; a carriage return is odd unless a line feed follows.
    controls = [chr(code) for code in [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, *range(0x80, 0x85), *range(0x86, 0xA0)]]
    breaks = ["\r", "\x85", "\u2028", "\u2029"]
    expected = {**{ord(c): "control-character" for c in [*controls, "\ufeff", "\ufffe", "\uffff"]},
                **{ord(c): "odd-line-break" for c in breaks}}
    for path, text in texts_with(map(chr, expected)).items():
        (register / path).write_bytes(text.encode())
    run = checked(register)
    for code, rule in expected.items():
        path = f"people/c{code:x}.yaml"
        [finding] = [finding for finding in run.findings() if finding["path"].endswith(path)]
        assert finding["rule"] == rule and finding["start"] == {"line": 1, "column": 11}, path
    # Nothing of them reaches a terminal.
    text = ropa("check", "--registry", register, "--fail-on", "never").stdout
    assert {character for character in text if ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0} == {"\n"}


@pytest.mark.parametrize("content, rule", [
    (b"\xff\xfe" + "title: X\n".encode("utf-16-le"), "not-utf8"),
    (b"\xfe\xff" + "title: X\n".encode("utf-16-be"), "not-utf8"),
    ("title: X\n".encode("utf-16-le"), "not-utf8"),
    ("title: X\n".encode("utf-16-be"), "not-utf8"),
    ("title: X\n".encode("utf-32-le"), "not-utf8"),
    ("title: X\n".encode("utf-32-be"), "not-utf8"),
    ("title: Zoë\n".encode("latin-1"), "not-utf8"),
    (b"title: \xc0\xaf\n", "not-utf8"),
    (b"title: \xed\xa0\x80\n", "not-utf8"),
    (b"title: \xf4\x90\x80\x80\n", "not-utf8"),
    (b"title: \xe2\x82", "not-utf8"),
    (bytes(range(0x20, 256)), "not-utf8"),
    (bytes(range(256)), "control-character"),
    (b"\x00" * 1000, "control-character"),
    (b"\x7fELF" + bytes(100), "control-character"),
    (b"\x1f\x8b\x08\x00", "not-utf8"),
    (b"", "empty-record"),
    (b"\xef\xbb\xbf", "empty-record"),
    (b"\xef\xbb\xbf\xef\xbb\xbftitle: X\n", "control-character"),
    (b"title: X\r\nnote: y\r", "odd-line-break"),
], ids=lambda value: None if isinstance(value, str) else repr(bytes(value[:12])))
def test_other_encodings_and_no_text_at_all(register, content, rule):
    (register / "people/hostile.yaml").write_bytes(content)
    assert rule in checked(register).rules("people/hostile.yaml")


@pytest.mark.parametrize("change", [
    lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text, lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    lambda text: text.rstrip("\n"),
], ids=["CRLF", "byte order mark", "both", "no line end"])
def test_ordinary_varieties_are_read_as_before(tmp_path, register, change):
    assert site(register, tmp_path / "one" / "build").returncode == 0
    before = json.loads(checked(register).stdout)
    for path in register.rglob("*.yaml"):
        path.write_text(change(path.read_text()), newline="")
    assert json.loads(checked(register).stdout) == before
    assert site(register, tmp_path / "one" / "build").returncode == 0


@pytest.mark.parametrize("form", ["file", "key"])
def test_no_id_is_a_device_or_leaves_its_folder(tmp_path, form):
    devices = ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
    others = ["..", ".", "a/b", "../x", "a\\b", "a:b", "a.b", "A", "-a", "", " ", "a ", "~", "a" * 101, "é", "%2e%2e", "none"]
    names = devices + others
    if form == "file":
        names = [name for name in names if "/" not in name and not name.startswith(".") and name]
        extra = {f"people/{name}.yaml": "title: X\n" for name in names}
    else:
        extra = {"people.yaml": "".join(f"{json.dumps(name)}: {{title: X}}\n" for name in names)}
        extra["people.yaml"] = extra["people.yaml"].replace('"": {title: X}\n', '"": {title: X}\n')
    register = tmp_path / "registry"
    write_register(register, {**SMALL_REGISTER, **extra})
    findings = [finding for finding in checked(register).findings() if finding["rule"] == "id-malformed"]
    assert len(findings) == len(names)
    # The device is told from other reasons.
    assert sum("Windows" in finding["message"] for finding in findings) == len(devices)
