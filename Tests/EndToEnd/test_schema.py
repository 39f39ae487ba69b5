"""`ropa schema` against the reader: both say the same of every file, except where a schema cannot see."""

import functools
import json
import pathlib
import re
import shutil

import jsonschema
import pytest
from conftest import DAY, ROOT, SOUND, ropa
from schema_probes import around, common, load, samples

EXAMPLES = ROOT / "Sources/RopaKit/Manual/Data/example"
IDENTIFIER = re.compile(r"(?!(?:all|none|unknown|not-applicable|subject|device|derived|public)$)[a-z0-9][a-z0-9-]*")


def schema(*arguments):
    result = ropa("schema", *arguments)
    assert (result.returncode, result.stderr) == (0, "")
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def validators():
    """A validator for each definition of the whole schema, by its name."""
    whole = schema()
    jsonschema.Draft7Validator.check_schema(whole)
    return {
        name: jsonschema.Draft7Validator({**whole, "allOf": [{"$ref": f"#/definitions/{name}"}]})
        for name in whole["definitions"]
    }


def definition(path):
    """The definition that speaks of a file of a register."""
    parts = pathlib.PurePath(path).with_suffix("").parts
    return "file." + parts[0] if len(parts) == 1 else "record." + parts[0]


@functools.cache
def reading_rules():
    """The rules that speak while files are read, and the one about ids."""
    titles = ropa("explain").stdout.split("\n\n")[0].splitlines()
    assert titles[0] == "Reading the files"
    return {line.split()[0] for line in titles[1:]} | {"dangling-reference"}


def faults(registry):
    """What the reader reports, by path. An id that is well written and leads nowhere is left out, and so is the name of a file: no
    schema knows the records, or what stands beside them."""
    report = ropa("check", "--registry", registry, "--as-of", DAY, "--fail-on", "never", "--format", "json")
    assert report.returncode == 0, report.stderr
    reading, found = reading_rules(), {}
    for finding in json.loads(report.stdout)["findings"]:
        path = finding["path"].removeprefix(f"{registry}/")
        if finding["rule"] not in reading:
            continue
        if finding["message"].startswith("There is no text file"):
            continue
        start, end = finding["start"], finding["end"]
        if finding["rule"] == "dangling-reference" and start["line"] == end["line"]:
            line = (registry / path).read_text().splitlines()[start["line"] - 1]
            named = line[start["column"] - 1:end["column"] - 1].strip("\"'")
            if IDENTIFIER.fullmatch(re.sub(r"^[a-z-]+/", "", named)):
                continue
        found.setdefault(path, []).append(f"{finding['rule']}: {finding['message']}")
    return found


def compare(registry, validators):
    """Disagreements of the schema with the reader over a folder, and how many files each refused."""
    read = faults(registry)
    wrong, refused, accepted = [], 0, 0
    for path in sorted(registry.rglob("*.yaml")):
        name = str(path.relative_to(registry))
        text = path.read_text()
        is_valid = validators[definition(name)].is_valid(load(text))
        if is_valid == (name in read):
            wrong.append(f"{name}: {text!r}: schema {'accepts' if is_valid else 'refuses'}, reader {read.get(name, 'reads')}")
        refused += not is_valid
        accepted += is_valid
    return wrong, accepted, refused


@pytest.fixture(scope="module")
def fields():
    result = ropa("fields", "--format", "json", "--as-of", DAY)
    assert result.returncode == 0, result.stderr
    return [field for kind in json.loads(result.stdout)["kinds"] for field in kind["fields"]]


def probes(fields):
    """Each place that declares a field once, with the texts of records that write a value there.

    Where a shape is met first, every common value is tried; later a quarter of them, another one each time."""
    shapes = {field["path"]: field["shape"] for field in fields}
    declared = {}
    for field in fields:
        declared.setdefault(field["declaredIn"], {})[field["path"].split(".")[-1]] = field["shape"]
    done, seen = set(), set()
    for field in fields:
        names = field["path"].split(".")
        if (field["declaredIn"], names[-1]) in done:
            continue
        done.add((field["declaredIn"], names[-1]))
        shape = json.dumps([field["shape"], field["takesAnswers"]])
        tried = common()[len(done) % 4::4] if shape in seen else common()
        seen.add(shape)
        for value in dict.fromkeys(tried + samples(field["shape"], declared)):
            text = f"{names[-1]}: {value}"
            for depth in range(len(names) - 1, 1, -1):
                text = f"{names[depth - 1]}: " + around(shapes[".".join(names[:depth])], "{" + text + "}")
            yield names[0], text + "\n"


def test_every_value_in_every_field(tmp_path, fields, validators):
    registry = tmp_path / "registry"
    wrong, total, accepted, refused = [], 0, 0, 0
    written = list(probes(fields))
    records = [probe for probe in written if probe[0] != "registry"]
    # A register of all of them would be slow for its own reasons: each id that leads nowhere is compared with all there are.
    for start in range(0, len(records), 1000):
        shutil.rmtree(registry, ignore_errors=True)
        shutil.copytree(EXAMPLES, registry)
        for number, (kind, text) in enumerate(records[start:start + 1000]):
            (registry / kind).mkdir(exist_ok=True)
            (registry / kind / f"probe-{number}.yaml").write_text(text)
        found = compare(registry, validators)
        wrong, accepted, refused = wrong + found[0], accepted + found[1], refused + found[2]
    total = len(records)
    # registry.yaml is one file, so each value needs a register of its own; every seventh is tried.
    for _, text in [probe for probe in written if probe[0] == "registry"][::7]:
        shutil.rmtree(registry)
        registry.mkdir()
        for name in ("organisations", "people"):
            shutil.copy(EXAMPLES / f"{name}.yaml", registry)
        (registry / "registry.yaml").write_text(text)
        wrong += [message for message in compare(registry, validators)[0] if message.startswith("registry.yaml")]
    assert not wrong, f"{len(wrong)} of {total}:\n" + "\n".join(wrong[:60])
    assert total > 20_000 and accepted > total / 8 and refused > total / 3, (total, accepted, refused)


@pytest.mark.parametrize("registry", [ROOT / "registry", SOUND, EXAMPLES], ids=["sample", "sound", "examples"])
def test_whole_registers(registry, validators):
    wrong, accepted, refused = compare(registry, validators)
    assert (wrong, refused) == ([], 0) and accepted > 10


def test_each_kind_alone_says_the_same(validators):
    for path in sorted(EXAMPLES.glob("*.yaml")):
        value = load(path.read_text())
        alone = schema(path.stem) if path.stem == "registry" else schema(path.stem, "--many")
        jsonschema.Draft7Validator(alone).validate(value)
        if path.stem != "registry":
            for record in value.values():
                jsonschema.Draft7Validator(schema(path.stem)).validate(record)
            assert not jsonschema.Draft7Validator(schema(path.stem)).is_valid(value)


def test_ids_of_a_register_are_offered():
    offered = schema("activities", "--registry", EXAMPLES)["definitions"]["id.systems"]
    assert offered["anyOf"][0]["enum"] == ["booking-system"]
    # A record may be written later.
    validator = jsonschema.Draft7Validator(schema("activities", "--registry", EXAMPLES))
    assert validator.is_valid({"systems": ["booking-system", "one-more"]}) and not validator.is_valid({"systems": "One More"})
    assert ropa("schema", "--registry", "nowhere").returncode == 2


# Files that the reader refuses and a schema cannot, with what it would need to see. The list is complete as far as the probes go.
UNSEEN = {
    "an id that leads nowhere: the other records": ("systems/x.yaml", "title: X\noperator: exampel-cloud\n"),
    "a text that is not there: the other files": ("notices/x.yaml", "title: X\nsections: [{heading: More, file: more.md}]\n"),
    "an id written twice: the other files": ("people/privacy-lead.yaml", "title: Head of privacy\n"),
    "a key written twice: editors load the last one": ("systems/x.yaml", "title: X\ntitle: Y\n"),
    "an answer whose word is not the first key: mappings have no order": (
        "systems/x.yaml", "title: X\noperator: {due: 2027-01-31, unknown: who runs it}\n"),
    "an anchor, which is no part of the value": ("systems/x.yaml", "title: &name X\n"),
    "a tag, which is no part of the value": ("systems/x.yaml", "title: !!str X\n"),
    "True, which is true to an editor": ("systems/x.yaml", "title: X\ninternet-facing: True\n"),
}


@pytest.mark.parametrize("reason", UNSEEN)
def test_what_a_schema_cannot_see(tmp_path, validators, reason):
    name, text = UNSEEN[reason]
    registry = tmp_path / "registry"
    shutil.copytree(EXAMPLES, registry)
    (registry / name).parent.mkdir()
    (registry / name).write_text(text)
    report = ropa("check", "--registry", registry, "--as-of", DAY, "--fail-on", "never", "--format", "json")
    assert [f for f in json.loads(report.stdout)["findings"] if f["path"].endswith(name) and f["severity"] == "error"]
    value = load(text.replace("True", "true"))
    assert validators[definition(name)].is_valid(value)


def test_errors_of_usage():
    assert ropa("schema", "activties").stderr == "ropa: there is no kind 'activties'; did you mean 'activities'?\n"
    assert ropa("schema", "--many").returncode == 2
    assert ropa("fields", "activities.purpose").returncode == 2
    assert ropa("fields", "activities", "--format", "json").returncode == 2
