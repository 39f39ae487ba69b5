"""Values to write into fields, made from the descriptions that `ropa fields --format json` prints, and a loader that types scalars
as an editor does: YAML 1.2, of which records use null, true, false and numbers."""

import re

import yaml

# Records of the manual's example register, so that a well-formed id is not a dangling one.
IDS = {
    "activities": "appointment-reminders", "assessments": "reminders-dpia", "consents": "reminders-by-text-message",
    "controls": "access-by-role", "cookies": "visit-statistics", "data-categories": "appointment-time",
    "data-subjects": "clients", "lawful-bases": "client-contract", "notices": "client-notice",
    "organisations": "example-counselling", "people": "privacy-lead", "retention": "reminders", "sites": "website",
    "statements": "reminders-stay-here", "systems": "booking-system", "transfers": "mail-service",
    "waivers": "earlier-place",
}
TERMS = {
    "lawful-bases": "contract", "special-conditions": "vital-interests", "mechanisms": "idta", "measures": "backup",
    "data-categories": "name", "data-subjects": "customer",
}
SCALARS = {
    "text": "words in a row", "line": "words in a row", "truth": "true", "whole-number": "14", "date": "2028-02-29",
    "duration": "P1Y6M", "country": "GB", "language": "cy", "record-path": "systems/booking-system", "anything": "[1, {a: b}]",
    "inner-id": "a-name", "text-file": "reminders.md", "rule": "owner-missing", "phrase": "the end of the season",
}

# Tried in every field: some of them fit, most do not.
COMMON = """
~ | "" | words in a row | 2020 | 1.10 | -3 | true | "true" | yes | 2027-01-31 | 2027-02-29 | 1900-02-29 | 31/01/2027 | P6Y | P | PT | P1DT
P1D2Y | PT24H | P12345D | GB | XX | gb | EU | en | eng | none | unknown | all | subject | Not-An-Id | 6(1)(f)
[] | [words] | [words in a row, more] | [[words]] | [~] | [{none: why}] | [{unknown: what}] | [{unknown: }] | [true, 14]
{} | {en: Hello} | {en: Hello, cy: Helo} | {english: Hello} | {en: [a]} | {en: ~}
{unknown: what} | {unknown: } | {unknown: ~} | {unknown: ""} | {unknown: {en: what}} | {unknown: [what]}
{unknown: what, owner: privacy-lead, due: 2027-01-31, perhaps: [a], stated: b, note: c} | {unknown: what, due: soon} | {unknown: what, due: ~}
{unknown: what, owner: Not An Id} | {unknown: what, whom: x} | {unknown: what, x-own: x}
{none: why} | {none: } | {none: ""} | {none: [why]} | {none: why, stated: a, note: b} | {none: why, owner: privacy-lead}
{not-applicable: why} | {not-applicable: {en: why}} | {not-applicable: } | {not-applicable: why, due: 2027-01-31}
{uk-gdpr: words} | {uk-gdpr: ~} | {uk-gdpr: {unknown: what}} | {us-law: words} | {outside: EEA} | {outside: GB} | [{outside: EU}]
{outside: EU, by: example-cloud} | {x-own: words} | {Not An Id: words} | {a-name: words} | {a-name: ~} | {a-name: {unknown: what}}
{a-name: {none: why}} | {a-name: {x-own: 1}} | {a-name: [words]}
"""


def samples(shape, fields):
    """Values that a shape takes, and near them values that it does not."""
    kind = shape["is"]
    if kind in SCALARS:
        return [SCALARS[kind]]
    if kind == "word":
        return [*shape["words"], shape["words"][0] + "x", shape["words"][0].upper()]
    if kind == "term":
        return [TERMS[shape["table"]], TERMS[shape["table"]] + "x"]
    if kind == "reference":
        return [IDS[shape["to"]], *shape.get("words", [])]
    if kind == "either":
        return [value for inner in shape["of"] for value in samples(inner, fields)]
    if kind == "list":
        inner = samples(shape["of"], fields)
        return [*inner, f"[{inner[0]}]", f"[{inner[0]}, {inner[-1]}]", f"[{inner[0]}, {{unknown: are there more}}]", f"[{inner[0]}, ~]"]
    if kind == "per-regime":
        inner = samples(shape["of"], fields)
        return [*inner, f"{{uk-gdpr: {inner[0]}, eu-gdpr: {{none: why}}}}", f"{{eu-gdpr: {inner[-1]}}}",
                f"{{uk-gdpr: {inner[0]}, us-law: {inner[0]}}}"]
    if kind in ("keyed", "mapped"):
        inner = samples(shape["of"], fields)
        return [f"{{a-name: {value}}}" for value in inner] + [f"{{A Name: {inner[0]}}}", f"{{14: {inner[0]}}}"]
    own = fields[shape["name"]]
    first = next(iter(own))
    value = samples(own[first], fields)[0]
    found = [f"{{{first}: {value}}}", f"{{{first}: {value}, x-own: words}}", f"{{{first}: {value}, {first}x: words}}"]
    if shape["shorthand"]:
        found += samples(own[shape["shorthand"]], fields)
    return found


def common():
    """The values that are tried everywhere."""
    return [value.strip() for line in COMMON.strip().splitlines() for value in line.split(" | ")]


def around(shape, inner):
    """A value of a shape that holds a mapping with fields, written by `inner`; None where the shape holds none."""
    kind = shape["is"]
    if kind == "fields":
        return inner
    if kind in ("list", "per-regime"):
        return around(shape["of"], inner)
    if kind in ("keyed", "mapped"):
        within = around(shape["of"], inner)
        return within and f"{{a-name: {within}}}"
    if kind == "either":
        return next((found for found in (around(one, inner) for one in shape["of"]) if found), None)
    return None


def load(text):
    """The value of a YAML text, typed by YAML 1.2; keys are text whatever they look like."""
    return _value(yaml.compose(text, Loader=yaml.BaseLoader))


def _value(node):
    if node is None:
        return None
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    text = node.value
    if node.style is not None:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text
