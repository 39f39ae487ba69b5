"""Own text on notices, beside another implementation of CommonMark: the same text is read by both and must become the same page."""

import html.parser
import json
import os
import random
import re

from markdown_it import MarkdownIt

from conftest import site

PIECES = [
    "A", "B2", "Ä", "“Q”", " ", "  ", "\n", "\n", "\n\n", "*", "**", "***", "_", "__", "`", "``", "\\", "[", "]", "(", ")",
    "[L](https://a.example)", "[L](<https://b.example> \"T\")", "](https://c.example)", "<https://d.example/*x*>", "<E@a.example>",
    "- ", "+ ", "1. ", "2) ", "\n- ", "\n  - ", "\n    ", "\n2. ", "\n1. ", "\n   ", "# ", "\n## ", " #", ".", "!", "<", ">", "&", "\t", "-", "1",
]
# What own text does not have; another reading of it is no fault.
OUTSIDE = {"pre", "hr", "blockquote"}
# Pictures are not read, links without words dropped; and where the other implementation departs from the specification: an empty item before blank lines, blanks
# after a backslash at the end of a line, blanks before a line inside code.
APART = re.compile(r"!\[|\[\s*\]\(|^[ \t]*([-+*]|\d+[.)])[ \t]*\n[ \t]*\n|\\[ \t]+\n|`[^`]*\n[ \t][^`]*`", re.MULTILINE)
VOID = {"br", "hr"}


class Outline(html.parser.HTMLParser):
    """Markup as a list of tags and words, with blanks made equal."""

    def __init__(self, markup):
        super().__init__()
        self.parts = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attributes):
        kept = [f"{name}={value}" for name, value in attributes if name in ("href", "start")]
        self.parts.append(" ".join([tag, *kept]))

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.parts.append("/" + tag)

    def handle_data(self, data):
        if self.parts and self.parts[-1].startswith("'"):
            data = self.parts.pop()[1:] + data
        self.parts.append("'" + data)

    def outline(self):
        blocks = {"p", "ul", "ol", "li", "br", *(f"h{level}" for level in range(1, 7))}
        out = []
        for number, part in enumerate(self.parts):
            if not part.startswith("'"):
                out.append(part)
                continue
            words = re.sub(r"[ \t\n]+", " ", part[1:])
            # Blanks at the edges of blocks are not seen.
            neighbours = [self.parts[number - 1] if number else "p", self.parts[number + 1] if number + 1 < len(self.parts) else "/p"]
            if neighbours[0].split(" ")[0].strip("/") in blocks:
                words = words.lstrip(" ")
            if neighbours[1].split(" ")[0].strip("/") in blocks:
                words = words.rstrip(" ")
            if words:
                out.append("'" + words)
        return out


def reference():
    parser = MarkdownIt("commonmark", {"html": False})
    parser.disable(["image", "entity", "html_inline", "html_block", "reference", "lheading"])
    parser.validateLink = lambda address: re.match(r"(https?|mailto|tel):.", address) is not None
    parser.normalizeLink = lambda address: address
    parser.normalizeLinkText = lambda address: address
    return parser


def below_section(parts):
    """Headings as notices have them: none without words, the largest of a text right below the section's own."""
    parts = [
        part for number, part in enumerate(parts)
        if not (re.fullmatch(r"h\d", part) and parts[number + 1] == "/" + part)
        and not (re.fullmatch(r"/h\d", part) and parts[number - 1] == part[1:])
    ]
    levels = sorted({part for part in parts if re.fullmatch(r"h\d", part)})
    renamed = {level: f"h{min(3 + rank, 6)}" for rank, level in enumerate(levels)}
    # Where an empty heading stood between two of them, words are neighbours.
    for number in reversed(range(1, len(parts))):
        if parts[number].startswith("'") and parts[number - 1].startswith("'"):
            parts[number - 1 : number + 1] = [f"{parts[number - 1]} {parts[number][1:]}"]
    return ["/" + renamed[part[1:]] if part[1:] in renamed and part[0] == "/" else renamed.get(part, part) for part in parts]


def samples(count, seed):
    random_ = random.Random(seed)
    for _ in range(count):
        yield "".join(random_.choice(PIECES) for _ in range(random_.randint(1, 24)))


def published(register, output, texts):
    """The markup that each text becomes."""
    notice = register / "notices/customer-notice.yaml"
    head = notice.read_text().split("\nsections:")[0]
    # A section's own heading tells its text.
    sections = [f"  - {{heading: T{number}., text: {json.dumps(text)}}}" for number, text in enumerate(texts)]
    notice.write_text("\n".join([head, "sections:", *sections, ""]))
    result = site(register, output)
    assert result.returncode == 0, result.stdout + result.stderr
    page = (output / "public/customer-notice/en.html").read_text()
    return {int(number): body for number, body in re.findall(r"<h2>T(\d+)\.</h2>\n(.*?)</section>", page, re.DOTALL)}


def test_own_text_reads_as_commonmark(tmp_path, register):
    texts = list(samples(3000, seed=int(os.environ.get("ROPA_SEED", "20261122"))))
    pages = published(register, tmp_path / "site", texts)
    parser, compared, different = reference(), 0, []
    for number, text in enumerate(texts):
        if APART.search(text):
            continue
        expected = below_section(Outline(parser.render(text)).outline())
        if OUTSIDE & {part.split(" ")[0] for part in expected}:
            continue
        compared += 1
        actual = Outline(pages.get(number, "")).outline()
        if not any(part.startswith("'") and part.strip("' ") for part in expected):
            # A text without words is no section.
            expected = [] if not actual else expected
        if actual != expected:
            different.append((text, expected, actual))
    assert compared > len(texts) // 2
    different.sort(key=lambda found: len(found[0]))
    assert not different, f"{len(different)} of {compared}; the shortest: " + "\n".join(map(repr, different[:8]))
