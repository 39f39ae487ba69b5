"""`ropa check` and `ropa explain`: exit codes, forms of the report, colours, closed pipes and hostile text."""

import json
import os
import subprocess

import pytest
from conftest import DAY, ROOT, program, ropa

SAMPLE = ROOT / "registry"

# One change of the sound register each, by the gravest finding that it makes.
ADVICE = ("organisations/clinics.yaml", "category: clinics", "category: {unknown: which kind of clinics}")
WARNING = ("processors/mailer.yaml", "category: e-mail service", "category: TBC")
ERROR = ("processors/mailer.yaml", "owner: service-lead", "owner: nobody")
READING_FAULT = ("processors/mailer.yaml", "category: e-mail service", "categroy: e-mail service")


def change(register, changed):
    name, old, new = changed
    path = register / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def check(register, *more, **options):
    return ropa("check", "--registry", register, "--as-of", DAY, *more, **options)


def findings(register, *more):
    result = check(register, "--fail-on", "never", "--format", "json", *more)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)["findings"]


@pytest.mark.parametrize("changed, gravest, failing", [
    (None, None, []),
    (ADVICE, "advice", ["advice"]),
    (WARNING, "warning", ["advice", "warning"]),
    (ERROR, "error", ["advice", "warning", "error"]),
    (READING_FAULT, "error", ["advice", "warning", "error"]),
])
def test_exit_code_follows_the_gravest_finding(register, changed, gravest, failing):
    if changed:
        change(register, changed)
    assert [finding["severity"] for finding in findings(register)][:1] == ([gravest] if gravest else [])
    for level in ["error", "warning", "advice", "never"]:
        result = check(register, "--fail-on", level)
        assert (result.returncode, result.stderr) == (int(level in failing), ""), level
    assert check(register).returncode == int("error" in failing)


def test_findings_name_file_line_column_rule_and_fix(register):
    change(register, ERROR)
    lines = (register / "processors/mailer.yaml").read_text().splitlines()
    line = lines.index("owner: nobody") + 1
    result = check(register)
    assert f"{register}/processors/mailer.yaml:{line}:8: error: 'nobody' is not a person" in result.stdout
    assert "[dangling-reference]" in result.stdout and "people/nobody.yaml" in result.stdout
    [finding] = findings(register)
    assert finding["rule"] == "dangling-reference" and finding["path"] == f"{register}/processors/mailer.yaml"
    assert finding["start"] == {"line": line, "column": 8} and finding["end"] == {"line": line, "column": 14}
    assert finding["records"] == ["processors/mailer"]


def test_reports_to_files_and_to_standard_output(tmp_path, register):
    change(register, ERROR)
    as_json, as_text = tmp_path / "a=b.json", tmp_path / "report.txt"
    as_json.write_text("x" * 100_000)
    result = check(register, "--output", f"json={as_json}", "--output", f"text={as_text}", "--color", "always")
    # With files to write, nothing is printed unless it is asked for.
    assert (result.returncode, result.stdout, result.stderr) == (1, "", "")
    assert as_json.read_text() == check(register, "--format", "json").stdout
    assert as_text.read_text() == check(register).stdout
    both = check(register, "--format", "json", "--format", "text", "--output", f"json={as_json}")
    assert both.stdout == as_json.read_text() + as_text.read_text()


def test_report_that_cannot_be_written_is_a_failure(tmp_path, register):
    target = tmp_path / "nothere" / "report.json"
    result = check(register, "--output", f"json={target}")
    assert result.returncode == 2 and str(target) in result.stderr and "--output" in result.stderr


def test_day_moves_the_law_on_the_sample():
    rules = {}
    for day in ["2020-05-04", DAY]:
        result = ropa("check", "--registry", SAMPLE, "--as-of", day, "--format", "json", "--fail-on", "never")
        report = json.loads(result.stdout)
        assert report["asOf"] == day
        rules[day] = {finding["rule"] for finding in report["findings"]}
    assert all("notice-denies-recorded-transfer" in rules[day] for day in rules)
    catalogue = ropa("explain").stdout
    group = catalogue[catalogue.index("\nTransfers\n"):].split("\n\n")[0].strip().splitlines()[1:]
    transfers = {line.split()[0] for line in group}
    assert "transfer-without-mechanism" in transfers
    assert not rules["2020-05-04"] & transfers
    assert rules[DAY] & transfers


def test_day_before_the_law_tables_judges_references_only(register):
    change(register, ERROR)
    (register / "activities/hosted-records.yaml").write_text("title: Hosting\n")
    result = check(register, "--as-of", "2018-05-24")
    assert "[dangling-reference]" in result.stdout and "2018-05-25" in result.stdout
    assert "[data-categories-missing]" not in result.stdout
    assert "[data-categories-missing]" in check(register, "--as-of", "2018-05-25").stdout


def test_explain_shows_the_manual_and_guesses_what_was_meant():
    manual = ropa("explain", "owner-missing")
    assert manual.returncode == 0 and "owner-missing" in manual.stdout and "Art " in manual.stdout
    wrong = ropa("explain", "owner-misisng")
    assert (wrong.returncode, wrong.stdout) == (2, "") and "did you mean 'owner-missing'?" in wrong.stderr
    far = ropa("explain", "qqqqqqqqqqqq")
    assert far.returncode == 2 and "did you mean" not in far.stderr and "ropa explain" in far.stderr


def test_every_rule_of_the_list_has_a_manual():
    names = [line.split()[0] for line in ropa("explain").stdout.splitlines() if line.startswith("  ")]
    assert len(names) > 50 and len(set(names)) == len(names)
    for name in names:
        assert ropa("explain", name).stdout.startswith(name), name


@pytest.mark.parametrize("arguments, environment, has_color", [
    ([], {}, False),
    (["--color", "always"], {}, True),
    (["--color", "always"], {"NO_COLOR": "1"}, True),
    ([], {"CLICOLOR_FORCE": "1"}, True),
    ([], {"CLICOLOR_FORCE": "0"}, False),
    ([], {"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, False),
    ([], {"CLICOLOR_FORCE": "1", "NO_COLOR": ""}, True),
    (["--color", "never"], {"CLICOLOR_FORCE": "1"}, False),
])
def test_colour(register, arguments, environment, has_color):
    change(register, ERROR)
    plain = check(register).stdout
    colored = check(register, *arguments, environment=environment).stdout
    assert ("\x1b[" in colored) == has_color
    for code in ["31;1", "1", "2", "0"]:
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == plain
    assert "\x1b" not in check(register, "--color", "always", "--format", "json").stdout


def test_closed_pipe_ends_the_program_quietly(register):
    # More than a pipe holds, so that the program is still writing when the reader goes.
    for number in range(3_000):
        (register / f"people/p{number}.yaml").write_text("title: TBC\nnote: TBC\n")
    for arguments in [["check"], ["check", "--format", "json"], ["explain"]]:
        common = ["--registry", str(register)] if arguments[0] == "check" else []
        process = subprocess.Popen([program(), *arguments, *common], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout.read(1)
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=60) in (-13, 0, 1, 2), arguments
        assert b"Fatal" not in said and b"rash" not in said and said.count(b"\n") <= 1, said


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["check"], ["explain"], ["explain", "owner-missing"]])
def test_output_that_cannot_be_written_is_a_failure(register, arguments):
    for target, reason in [(">/dev/full", "No space left"), (">&-", "Bad file descriptor")]:
        result = subprocess.run(["/bin/sh", "-c", f'exec "$@" {target}', "sh", program(), *arguments],
                                cwd=register.parent, capture_output=True, text=True)
        assert result.returncode == 2 and reason in result.stderr, (target, result.stderr)


def test_hostile_text_reaches_neither_terminal_nor_message_raw(register):
    hostile = r"\e[2J\x9b31m\r\b\u202e\u2028\0\x7f\e]0;x\a"
    change(register, ("processors/mailer.yaml", "owner: service-lead", f'owner: "{hostile}"'))
    change(register, ("people/dpo.yaml", "title: Data protection officer", f'title: "{hostile}"\nnote: TBC'))
    change(register, ("processors/mailer.yaml", "hosting: GB", f'hosting: "{hostile}"'))
    (register / "people" / "\x1b[31mred.yaml").write_text("title: Red\n")
    (register / "people" / "\x1b[31mold.yml").write_text("title: Old\n")
    for options in [["--format", "text"], ["--format", "json"], ["--format", "text", "--timings"]]:
        result = check(register, *options)
        assert result.returncode == 1
        for text in [result.stdout, result.stderr]:
            strange = {char for char in text if ord(char) < 32 or 127 <= ord(char) < 160 or ord(char) in (0x202E, 0x2028)}
            assert strange <= {"\n"}, options
    assert "U+001B" in check(register).stdout
    json.loads(check(register, "--format", "json").stdout)


def test_timings_go_to_standard_error(register):
    plain, timed = check(register), check(register, "--timings")
    assert timed.stdout == plain.stdout
    lines = timed.stderr.splitlines()
    assert any(line.endswith("ms  read files") for line in lines)
    rules = lines[lines.index("rules, all threads together:") + 1:]
    assert any(" ms  owner-missing: " in line and " judged, " in line for line in rules)
    assert len(rules) > 10


def test_output_is_utf8_where_no_language_is_set(register):
    (register / "people/zoe.yaml").write_text("title: Zoë\nnote: TBC\n")
    assert check(register, environment={"LC_ALL": "C"}).stdout == check(register).stdout
