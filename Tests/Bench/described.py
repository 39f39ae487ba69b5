"""Records in which every described field is written: numbered copies of the register that the manual of fields is cut from, and for
each kind a record put together from its description, field by field. Standard library only, but for `unwritten`."""

import json
import os
import re

MANUAL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Sources/RopaKit/Manual/Data/example")
# What all copies have in common: bodies that are ours, people, measures and words.
SHARED = {"registry", "organisations", "people", "controls", "data-categories", "data-subjects"}


def manual():
    """The records of the manual's register: (kind, id) and the lines of the record."""
    found = {}
    for name in sorted(os.listdir(MANUAL)):
        kind, identifier = name.removesuffix(".yaml"), None
        if kind == "registry":
            continue
        with open(os.path.join(MANUAL, name), encoding="utf-8") as file:
            for line in file.read().splitlines():
                if re.match(r"[a-z0-9]", line):
                    identifier = line.partition(":")[0]
                    found[kind, identifier] = []
                elif identifier is not None:
                    found[kind, identifier].append(line[2:])
    return found


def put_copies(register, count):
    """The manual's register as it is, and copies of it with numbered ids."""
    register.put("notices/reminders.md", ["We remind you of your appointments."])
    records = manual()
    own = [identifier for kind, identifier in records if kind not in SHARED]
    mention = re.compile(r"(?<=[\[ ,{/])(%s)(?=[,\]}]|$)" % "|".join(map(re.escape, own)))
    everything = "[%s]" % ", ".join(identifier for kind, identifier in records if kind == "activities")
    for number in range(count):
        ending = "-%04d" % number if number else ""
        for (kind, identifier), lines in records.items():
            if kind in SHARED and number:
                continue
            if kind not in SHARED:
                # A notice over all of a large register is a page that nobody would publish.
                lines = ["activities: " + everything if line == "activities: all" else line for line in lines]
                lines = [line + ending.replace("-", " ") if line.startswith("title: ") else mention.sub(r"\g<1>" + ending, line)
                         for line in lines]
                identifier += ending
            register.put("%s/%s.yaml" % (kind, identifier), lines)


def settings(own):
    """registry.yaml of the manual, for the body `own` as well."""
    with open(os.path.join(MANUAL, "registry.yaml"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    return [re.sub(r"^organisations: (\S+)$", r"organisations: [%s, \1]" % own, line) for line in lines]


def put_complete(register, described, count):
    """Records with every field of their kind, nested ones too; not sound, because no real record has all of them."""
    for kind in described["kinds"]:
        if kind["kind"] == "registry":
            continue
        lines = complete(kind["fields"])
        for number in range(1, count + 1):
            register.put("%s/every-field-of-%s-%04d.yaml" % (kind["kind"], kind["kind"], number), lines)


def complete(fields):
    """The lines of a record with these fields. Each is written as its example says; one with fields inside holds all of them."""
    inside = {}
    for field in fields:
        inside.setdefault(field["path"].rpartition(".")[0], []).append(field)

    def lines(field):
        if field["path"] not in inside:
            return field["example"].splitlines()
        # Text in a file stands in place of text in the record, never beside it.
        within = [line for child in inside[field["path"]] if child["shape"]["is"] != "text-file" for line in lines(child)]
        return [field["path"].rpartition(".")[2] + ":"] + around(field["shape"], within)

    root = fields[0]["path"].partition(".")[0]
    return [line for field in inside[root] for line in lines(field)]


def around(shape, lines):
    kind = shape["is"]
    if kind == "list":
        return ["  - " + lines[0]] + ["    " + line for line in lines[1:]]
    if kind in ("keyed", "mapped"):
        return ["  one:"] + ["    " + line for line in lines]
    if kind == "per-regime":
        return ["  uk-gdpr:"] + ["    " + line for line in lines]
    if kind == "either":
        return around(next(inner for inner in shape["of"] if inner["is"] not in ("word", "term") and "fields" in json.dumps(inner)), lines)
    return ["  " + line for line in lines]


def unwritten(described, folder):
    """The described fields that no record of a register writes, as paths, or None where PyYAML is not installed."""
    try:
        import yaml
    except ImportError:
        return None
    fields = {field["path"]: field for kind in described["kinds"] for field in kind["fields"]}
    written = set()

    def record(value, prefix):
        for key, inner in value.items() if isinstance(value, dict) else []:
            path = "%s.%s" % (prefix, key)
            if path in fields:
                written.add(path)
                answer(inner, fields[path]["shape"], path)

    def answer(value, shape, path):
        kind = shape["is"]
        if kind == "fields":
            record(value, path)
        elif kind == "either":
            for inner in shape["of"]:
                answer(value, inner, path)
        elif kind in ("keyed", "mapped", "per-regime") and isinstance(value, dict):
            for inner in value.values():
                answer(inner, shape["of"], path)
        elif kind in ("list", "per-regime"):
            for inner in value if isinstance(value, list) else [value]:
                answer(inner, shape["of"], path)

    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.relpath(os.path.join(place, name), folder)
            with open(os.path.join(place, name), encoding="utf-8") as file:
                value = yaml.load(file, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
            kind, slash, _ = path.removesuffix(".yaml").partition(os.sep)
            for one in [value] if slash or kind == "registry" else value.values():
                record(one, kind)
    return sorted(fields.keys() - written)
