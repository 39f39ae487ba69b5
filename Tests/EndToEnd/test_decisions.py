"""Decisions about findings: waivers, `ropa waive`, baselines, selections and policies on rules."""

import json
import re

import pytest
from conftest import DAY, SMALL_REGISTER, ropa

# A warning that may be accepted, one that may not, and an error that may.
WARNING = "retention-reason-missing"
LAWLESS = "lawful-basis-missing"
RETENTION = "retention/messages.yaml"
DISPOSAL = "disposal: {method: monthly job, verified: 2026-08-01}\n"

DECIDED = """
requested-by: service-lead
approved-by: head-of-service
approved: 2026-11-21
approver-role: risk-owner
"""


def check(register, *more, **options):
    return ropa("check", "--registry", register, "--as-of", DAY, *more, **options)


def report(register, *more):
    result = check(register, "--format", "json", "--fail-on", "never", *more)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def waive(register, *arguments, day=DAY):
    return ropa("waive", *arguments, "--registry", register, "--as-of", day)


@pytest.fixture
def gap(register):
    """The sound register with one warning: a retention rule without a reason."""
    (register / RETENTION).write_text("title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\n")
    (register / "people/head-of-service.yaml").write_text("title: Director of services\n")
    assert [finding["rule"] for finding in report(register)["findings"]] == [WARNING]
    return register


def decide(text):
    """What people do with a draft of an acceptance."""
    text = re.sub(r"reason: \{.*\}", "reason: The service is being replaced, and its times are settled with the new one.", text)
    text = re.sub(r"likelihood: \{.*\}", "likelihood: low", text)
    text = re.sub(r"impact-on-people: \{.*\}", "impact-on-people: low", text)
    text = re.sub(r"requested-by: \{.*\}\n", "", text)
    return text.replace("status: proposed", "status: active") + DECIDED.lstrip()


def accept(register):
    result = waive(register, WARNING, "retention/messages", "--write")
    assert result.returncode == 0, result.stderr
    path = register / f"waivers/{WARNING}-messages.yaml"
    path.write_text(decide(path.read_text()))
    return path


def test_a_draft_is_read_and_changes_nothing(gap):
    printed = waive(gap, WARNING, "retention/messages")
    assert printed.returncode == 0 and "--write" in printed.stderr
    written = waive(gap, WARNING, "retention/messages", "--write")
    path = gap / f"waivers/{WARNING}-messages.yaml"
    assert str(path) in written.stdout
    assert path.read_text() == printed.stdout
    # The finding is open as before, the questions of the draft are open questions, and nothing else is wrong with it.
    found = report(gap)
    rules = {finding["rule"] for finding in found["findings"]}
    assert rules == {WARNING, "open-question"}
    assert [waiver["standing"] for waiver in found["waivers"]] == ["proposed"]
    # The path of the file names the record as well, and a second draft replaces nothing.
    again = waive(gap, WARNING, str(gap / RETENTION), "--write")
    assert again.returncode == 0 and (gap / f"waivers/{WARNING}-messages-2.yaml").exists()
    assert path.read_text() == printed.stdout


def test_a_draft_goes_to_the_file_with_all_waivers(gap):
    shared = gap / "waivers.yaml"
    shared.write_text("# Decisions")
    assert waive(gap, WARNING, "retention/messages", "--write").returncode == 0
    assert shared.read_text().startswith(f"# Decisions\n{WARNING}-messages:\n  #")
    assert not (gap / "waivers").exists()
    assert [waiver["standing"] for waiver in report(gap)["waivers"]] == ["proposed"]


def test_an_accepted_finding_is_listed_apart_and_no_longer_fails(gap):
    before = report(gap)
    assert check(gap, "--fail-on", "warning").returncode == 1
    path = accept(gap)
    assert check(gap, "--fail-on", "advice").returncode == 0
    after = report(gap)
    [finding] = after["findings"]
    assert finding["state"] == "accepted" and finding["waiver"] == f"waivers/{WARNING}-messages"
    assert {key: finding[key] for key in ("rule", "message", "facts", "severity")} == {
        key: before["findings"][0][key] for key in ("rule", "message", "facts", "severity")}
    assert before["counts"]["states"]["open"] == 1 and after["counts"]["states"]["accepted"] == 1
    assert after["counts"]["warning"] == 0
    text = check(gap).stdout
    assert "1 accepted" in text and "The service is being replaced" in text and "Director of services" in text
    assert "0 open, 0 acknowledged, 1 accepted, 0 dismissed" in text
    # A renewal names the decision that it renews.
    renewal = waive(gap, WARNING, "retention/messages")
    assert f"supersedes: {path.stem}" in renewal.stdout


def test_a_decision_lapses_with_its_day_and_with_the_facts(gap):
    accept(gap)
    late = ropa("check", "--registry", gap, "--as-of", "2028-01-01", "--format", "json", "--fail-on", "never")
    rules = {finding["rule"]: finding["state"] for finding in json.loads(late.stdout)["findings"]}
    assert rules["waiver-expired"] == "open" and rules[WARNING] == "open"
    (gap / RETENTION).write_text(
        "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: {none: always so}\n")
    found = {finding["rule"]: finding for finding in report(gap)["findings"]}
    assert found[WARNING]["state"] == "open"
    assert "the facts have changed" in found["waiver-invalid"]["message"]
    (gap / RETENTION).write_text(
        "title: Messages\nperiod: P1Y\nstarts: last-contact\naction: delete\ndisposal: {method: monthly job, verified: 2026-08-01}\nreason: Customers ask.\n")
    assert [finding["rule"] for finding in report(gap)["findings"]] == ["waiver-unused"]


def test_lines_quotes_and_comments_are_no_facts(gap):
    accept(gap)
    (gap / RETENTION).write_text(
        "# Times\n\n'title': \"Messages\"\n" + DISPOSAL + "action: delete   # at once\nstarts: last-contact\nperiod: 'P1Y'\n")
    assert [finding["state"] for finding in report(gap)["findings"]] == ["accepted"]


@pytest.mark.parametrize("arguments, words", [
    (["retention-reasons-missing", "retention/messages"], "did you mean 'retention-reason-missing'?"),
    ([WARNING, "retention/mesages"], "did you mean 'retention/messages'?"),
    ([WARNING, "retentions/messages"], "did you mean 'retention'?"),
    ([WARNING, "messages"], "activities/payroll"),
    ([WARNING, "retention/accounts"], "nothing to decide"),
    (["owner-missing", "retention/messages"], f"what is found there: {WARNING}"),
    ([LAWLESS, "activities/hosted-records"], "--kind acknowledge"),
    (["waiver-invalid", "retention/messages"], "about decisions themselves"),
    (["unknown-key", "retention/messages"], "--kind acknowledge"),
    ([WARNING, "retention/messages", "--kind", "forgive"], "acknowledge"),
])
def test_what_cannot_be_waived_is_refused_with_the_reason(gap, arguments, words):
    before = sorted(gap.rglob("*"))
    result = waive(gap, *arguments, "--write")
    assert (result.returncode, result.stdout) == (2, "")
    assert words in result.stderr, result.stderr
    assert sorted(gap.rglob("*")) == before


def test_what_may_only_be_acknowledged_stays_open_at_its_severity(gap):
    (gap / RETENTION).write_text(SMALL_REGISTER[RETENTION])
    activity = gap / "activities/appointment-messages.yaml"
    lines = [line for line in activity.read_text().splitlines(keepends=True)]
    start = next(index for index, line in enumerate(lines) if line.startswith("data:"))
    end = next(index for index in range(start + 1, len(lines) + 1) if index == len(lines) or lines[index][0].isalpha())
    activity.write_text("".join(lines[:start] + lines[end:]))
    result = waive(gap, "data-categories-missing", "activities/appointment-messages", "--kind", "acknowledge", "--write")
    assert result.returncode == 0, result.stderr
    path = gap / "waivers/data-categories-missing-appointment-messages.yaml"
    text = re.sub(r"reason: \{.*\}", "reason: The list of data is being drawn up with the suppliers of the service.", path.read_text())
    text = re.sub(r"fix-by: \{.*\}", "fix-by: 2026-12-15", text)
    text = re.sub(r"fix-owner: \{.*\}", "fix-owner: service-lead", text)
    path.write_text(text.replace("status: proposed", "status: active"))
    found = [finding for finding in report(gap)["findings"] if finding["rule"] == "data-categories-missing"]
    assert [(finding["state"], finding["severity"]) for finding in found] == [("acknowledged", "error")]
    assert check(gap).returncode == 1 and "being mended by 2026-12-15" in check(gap).stdout
    # The same record as an acceptance has no effect, and says why.
    path.write_text(path.read_text().replace("kind: acknowledge", "kind: accept"))
    rules = {finding["rule"]: finding for finding in report(gap)["findings"]}
    assert "may only be acknowledged" in rules["waiver-invalid"]["message"]
    assert rules["data-categories-missing"]["state"] == "open"


def many(register, count=30):
    """Adds findings of several rules: retention rules without reasons that nothing names, placeholders."""
    for number in range(count):
        (register / f"retention/rule-{number:02}.yaml").write_text(
            f"title: Rule {number}\nperiod: P{number + 1}Y\nstarts: last-contact\naction: delete\n{DISPOSAL}")
        (register / f"people/person-{number:02}.yaml").write_text(f"title: Person {number}\nnote: TBC\n")


def test_a_baseline_hides_what_was_there_and_nothing_new(tmp_path, register):
    many(register)
    file = tmp_path / "baseline.yaml"
    written = check(register, "--write-baseline", file)
    assert written.returncode == 0 and "90 findings written" in written.stdout
    text = file.read_text()
    entries = [line for line in text.splitlines() if line.startswith("  - ")]
    assert len(entries) == 90 and entries == sorted(entries) and str(tmp_path) not in text
    quiet = check(register, "--baseline", file, "--fail-on", "advice")
    assert quiet.returncode == 0 and "90 known from the baseline" in quiet.stdout, quiet.stdout
    states = report(register, "--baseline", file)
    assert states["counts"]["states"]["baseline"] == 90 and states["baseline"] == {"known": 90, "stale": []}
    assert {finding["state"] for finding in states["findings"]} == {"baseline"}
    # What is new is reported, also of a rule and on a record that the baseline knows.
    (register / "people/person-00.yaml").write_text("title: Person 0\nnote: TBC\naliases: [TODO]\n")
    (register / "people/new.yaml").write_text("title: New\nnote: TBC\n")
    new = check(register, "--baseline", file, "--fail-on", "warning")
    assert new.returncode == 1 and "people/new.yaml:2:7: warning" in new.stdout
    assert "people/person-00.yaml" in new.stdout and "people/person-01.yaml" not in new.stdout


def test_a_baseline_survives_moved_lines_and_renamed_files(tmp_path, register):
    many(register, 5)
    file = tmp_path / "baseline.yaml"
    check(register, "--write-baseline", file)
    for path in sorted(register.glob("retention/rule-*.yaml")):
        path.write_text("# moved\n\n" + path.read_text().replace("P1Y", "'P1Y'"))
        path.rename(path.with_name("renamed-" + path.name))
    people = [register / f"people/person-{number:02}.yaml" for number in range(5)]
    (register / "people.yaml").write_text(
        "".join(f"{path.stem}: {{title: {path.stem}, note: TBC}}\n" for path in people))
    for path in people:
        path.unlink()
    result = check(register, "--baseline", file, "--fail-on", "advice")
    assert result.returncode == 0 and "15 known from the baseline" in result.stdout, result.stdout
    assert "nothing any more" not in result.stdout


def test_stale_entries_are_told_and_no_selection_makes_any(tmp_path, register):
    many(register, 3)
    file = tmp_path / "baseline.yaml"
    check(register, "--write-baseline", file)
    (register / "people/person-01.yaml").write_text("title: Person 1\n")
    result = check(register, "--baseline", file, "--fail-on", "advice")
    assert result.returncode == 0
    assert "1 entry of the baseline matches nothing any more" in result.stdout
    assert "  placeholder-text on people/person-01\n" in result.stdout
    [stale] = report(register, "--baseline", file)["baseline"]["stale"]
    assert (stale["rule"], stale["record"], stale["count"]) == ("placeholder-text", "people/person-01", 1)
    for selection in [["--select", "retention"], ["--ignore", WARNING]]:
        narrowed = report(register, "--baseline", file, *selection)["baseline"]["stale"]
        assert [entry["record"] for entry in narrowed] == ["people/person-01"], selection
    # Writing anew takes the entry out and keeps the rest.
    check(register, "--baseline", file, "--write-baseline", file)
    assert "people/person-01" not in file.read_text() and "people/person-02" in file.read_text()


def test_a_baseline_never_hides_what_may_only_be_acknowledged(tmp_path, register):
    many(register, 2)
    (register / "activities/letters.yaml").write_text("title: Letters\nowner: dpo\n")
    file = tmp_path / "baseline.yaml"
    written = check(register, "--write-baseline", file)
    assert "stay open: their rules may only be acknowledged" in written.stdout
    assert f"1 of {LAWLESS}" in written.stdout or "of data-categories-missing" in written.stdout
    assert "data-categories-missing" not in file.read_text()
    result = check(register, "--baseline", file)
    assert result.returncode == 1 and "[data-categories-missing]" in result.stdout
    assert "[retention-reason-missing]" not in result.stdout
    # By hand it does not go in either.
    file.write_text(file.read_text() + "  - {rule: data-categories-missing, record: activities/letters, facts: \"0\", severity: error}\n")
    assert "[data-categories-missing]" in check(register, "--baseline", file).stdout


@pytest.mark.parametrize("text, words", [
    ("", "this is no baseline"),
    ("findings: []\n", "this is no baseline"),
    ("version: 2\nfindings: []\n", "baseline.yaml:1:10: version '2'"),
    ("version: 1\n", "no findings:"),
    ("version: 1\nfindings:\n  - {rule: a, record: b, severity: error}\n", "baseline.yaml:3:5: an entry has no facts:"),
    ("version: 1\nfindings:\n  - {rule: a, record: b, facts: c, severity: bad}\n", "'bad' is no severity"),
    ("version: 1\nfindings:\n  - {rule: a, record: b, facts: c, severity: error, count: x}\n", "'x' is no count"),
    ("version: 1\nversion: 1\nfindings: []\n", "baseline.yaml:2:1"),
])
def test_a_damaged_baseline_is_a_failure_with_a_place(tmp_path, register, text, words):
    file = tmp_path / "baseline.yaml"
    file.write_text(text)
    result = check(register, "--baseline", file)
    assert (result.returncode, result.stdout) == (2, "") and words in result.stderr, result.stderr


def test_a_baseline_that_is_not_there_or_in_the_way_is_a_failure(tmp_path, register):
    missing = check(register, "--baseline", tmp_path / "nothere.yaml")
    assert missing.returncode == 2 and "--write-baseline" in missing.stderr
    inside = check(register, "--write-baseline", register / "baseline.yaml")
    assert inside.returncode == 2 and "beside it" in inside.stderr and not (register / "baseline.yaml").exists()
    narrowed = check(register, "--write-baseline", tmp_path / "b.yaml", "--select", "cookies")
    assert narrowed.returncode == 2 and "of all rules" in narrowed.stderr and not (tmp_path / "b.yaml").exists()
    folder = check(register, "--baseline", tmp_path)
    assert folder.returncode == 2


def test_select_and_ignore_take_rules_and_groups(register):
    many(register, 2)
    def rules(*more):
        return sorted(finding["rule"] for finding in report(register, *more)["findings"])
    both = [["placeholder-text"] * 2, [WARNING] * 2]
    unused = ["unused-record"] * 2
    assert rules() == both[0] + both[1] + unused
    assert rules("--select", "retention") == both[1]
    assert rules("--select", f"owner-missing, {WARNING}", "--select", "cookies") == both[1]
    assert rules("--ignore", "retention") == both[0] + unused
    assert rules("--select", "retention,integrity", "--ignore", "placeholder-text") == both[1] + unused
    narrowed = report(register, "--select", "cookies")
    assert narrowed["findings"] == [] and narrowed["counts"]["states"]["notSelected"] == 6
    assert sum(entry["count"] for entry in narrowed["hidden"]) == 6
    text = check(register, "--select", "cookies", "--fail-on", "warning")
    assert text.returncode == 0 and "Not selected in this run: 6 findings of 3 rules" in text.stdout
    assert check(register, "--ignore", "cookies", "--fail-on", "warning").returncode == 1


def test_groups_are_listed(register):
    groups = ropa("explain").stdout.split("policies: ")[1].splitlines()[0].split(",")
    assert len(groups) > 10
    for group in groups:
        assert check(register, "--select", group.strip()).returncode == 0, group


def test_faults_of_reading_are_always_reported(register):
    (register / "people/dpo.yaml").write_text("tilte: Data protection officer\n")
    assert "[unknown-key]" in check(register, "--select", "cookies").stdout
    refused = check(register, "--ignore", "unknown-key")
    assert refused.returncode == 2 and "cannot be ignored" in refused.stderr


@pytest.mark.parametrize("arguments, words", [
    (["--select", "transferss"], "did you mean 'transfers'?"),
    (["--ignore", "owner-misisng"], "did you mean 'owner-missing'?"),
    (["--select", "qqqqqqqqqqqqqqq"], "ropa explain"),
    (["--select", "transfers,"], "--select transfers,owner-missing"),
    (["--ignore", ""], "--ignore transfers,owner-missing"),
])
def test_unknown_names_of_rules_are_refused(register, arguments, words):
    result = check(register, *arguments)
    assert (result.returncode, result.stdout) == (2, "") and words in result.stderr


def test_a_policy_lowers_and_leaves_out_and_is_told(register):
    many(register, 2)
    settings = register / "registry.yaml"
    settings.write_text(settings.read_text() + f"policy:\n  severity: {{{WARNING}: advice}}\n  ignore: {{placeholder-text: Notes are cleaned in spring.}}\n")
    found = report(register)
    assert {(finding["rule"], finding["severity"], finding["judgedSeverity"]) for finding in found["findings"]} == {
        (WARNING, "advice", "warning"), ("unused-record", "advice", "advice")}
    assert found["counts"]["states"]["ignoredByPolicy"] == 2
    assert found["hidden"] == [{"rule": "placeholder-text", "count": 2, "reason": "Notes are cleaned in spring."}]
    assert check(register, "--fail-on", "warning").returncode == 0
    assert "2 of placeholder-text: Notes are cleaned in spring." in check(register).stdout
    site = ropa("site", "--registry", register, "--output", register.parent / "site", "--as-of", DAY, "--jobs", "1")
    assert site.returncode == 0, site.stderr
    page = (register.parent / "site/register/findings.html").read_text()
    assert "Ignored by policy" in page and "Notes are cleaned in spring." in page


def test_decisions_are_in_the_register_and_not_in_public(gap):
    accept(gap)
    output = gap.parent / "site"
    assert ropa("site", "--registry", gap, "--output", output, "--as-of", DAY, "--jobs", "1").returncode == 0
    words = "The service is being replaced, and its times are settled with the new one."
    for page in ["findings.html", "retention/messages.html", f"rules/{WARNING}.html",
                 f"waivers/{WARNING}-messages.html", "retention/index.html", "index.html"]:
        text = (output / "register" / page).read_text()
        assert "1 accepted" in text or "Accepted" in text or "In force" in text, page
    assert words in (output / "register/findings.html").read_text()
    assert "Director of services" in (output / "register/waivers/index.html").read_text()
    public = b"".join(path.read_bytes() for path in (output / "public").rglob("*") if path.is_file())
    assert words.encode() not in public and WARNING.encode() not in public and b"accepted until" not in public.lower()
