"""`ropa review`: its forms, its exit codes, its options, and that nothing of it is public."""

import json
import re
import subprocess

import pytest
from conftest import DAY, ROOT, SMALL_REGISTER, ropa, site, write_register

SAMPLE = ROOT / "registry"
ACTIVITY = "activities/appointment-messages.yaml"


def review(register, *more, **options):
    return ropa("review", "--registry", register, "--as-of", DAY, *more, **options)


def change(register, old, new, name=ACTIVITY):
    path = register / name
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))


def reviews(register, *more):
    result = review(register, "--format", "json", "--fail-on", "never", *more)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("old, new, gate, failing", [
    ("title:", "title:", "clear of recorded errors", []),
    ("reviewed: 2026-09-01", "reviewed: 2020-01-01", "attention", ["attention"]),
    ("scale: small", "scale: large", "blocked", ["blocked", "attention"]),
])
def test_exit_code_follows_the_worst_gate(register, old, new, gate, failing):
    change(register, old, new)
    found = {entry["activity"]: entry["measures"]["gate"]["word"] for entry in reviews(register)["reviews"]}
    assert found["activities/appointment-messages"] == gate
    for level in ["blocked", "attention", "never"]:
        result = review(register, "--fail-on", level)
        assert (result.returncode, result.stderr) == (int(level in failing), ""), level
    assert review(register).returncode == int("blocked" in failing)
    # Only what is asked for counts.
    assert review(register, "hosted-records", "--fail-on", "attention").returncode == 0


def test_one_several_and_all(register):
    one = review(register, "hosted-records")
    assert one.stdout.startswith("# Review: Keeping rotas for clinics\n")
    assert review(register, "activities/hosted-records").stdout == one.stdout
    assert review(register, f"{register}/activities/hosted-records.yaml").stdout == one.stdout
    assert review(register, "hosted-records", "hosted-records").stdout == one.stdout
    both = review(register, "hosted-records", "appointment-messages")
    assert both.stdout.startswith("# Reviews\n") and both.stdout.count("\n# Review: ") == 2
    assert review(register).stdout == both.stdout
    assert one.stdout.split("\n## ", 1)[1] in both.stdout


def test_parts_of_the_report_in_their_order(register):
    headings = [line for line in review(register, "hosted-records").stdout.splitlines() if line.startswith("## ")]
    assert [int(line.split()[1].rstrip(".")) for line in headings] == list(range(17))


def test_json_has_the_promised_form(register):
    change(register, "scale: small", "scale: large")
    report = reviews(register)
    assert report["version"] == 1 and report["asOf"] == DAY and report["commit"] is None
    assert report["rules"] > 200 and re.fullmatch(r"\d{4}-\d\d-\d\d", report["lawTablesChecked"])
    assert report["program"] == ropa("--version").stdout.strip()
    [first, second] = report["reviews"]
    assert [first["activity"], second["activity"]] == ["activities/appointment-messages", "activities/hosted-records"]
    assert [section["section"] for section in first["sections"]] == list(range(17))
    [stops] = [block for block in first["sections"][1]["blocks"] if block.get("list") == "stops"]
    [stop] = stops["findings"]
    assert stop["rule"] == "screening-contradicts-record" and stop["path"].endswith(ACTIVITY) and stop["line"] > 1
    assert "large-scale" in stop["quotation"]
    [triggers] = [block for block in first["sections"][3]["blocks"] if block.get("table") == "triggers"]
    rows = {row["trigger"]["text"].split(" (")[0]: row for row in triggers["rows"]}
    assert rows["Large scale"]["declared"]["text"] == "Ruled out"
    assert rows["Large scale"]["difference"]["text"] == "Records conflict"
    states = {cell["state"] for section in first["sections"] for block in section["blocks"] for row in block.get("rows", [])
              for cell in row.values()}
    assert states <= {"recorded", "none", "not-applicable", "open", "not-recorded"}


def test_reports_to_files(tmp_path, register):
    markdown, as_json = tmp_path / "a=b.md", tmp_path / "review.json"
    result = review(register, "--output", f"markdown={markdown}", "--output", f"json={as_json}")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert markdown.read_text() == review(register).stdout
    assert as_json.read_text() == review(register, "--format", "json").stdout
    missing = review(register, "--output", f"json={tmp_path / 'nothere' / 'a.json'}")
    assert missing.returncode == 2 and "nothere" in missing.stderr


@pytest.mark.parametrize("arguments, words", [
    (["hosted-recodrs"], "did you mean 'hosted-records'?"),
    (["processors/mailer"], "only activities are reviewed"),
    (["--format", "html"], "markdown"),
    (["--output", "text=a"], "markdown, json"),
    (["--output", "json"], "markdown=review.md"),
    (["--fail-on", "error"], "attention"),
    (["--as-of", "2026-02-30"], "--as-of 2026-03-31"),
])
def test_wrong_usage(register, arguments, words):
    result = ropa("review", "--registry", register, *arguments)
    assert (result.returncode, result.stdout) == (2, "") and words in result.stderr


def test_registry_that_is_not_there(tmp_path):
    result = ropa("review", cwd=tmp_path)
    assert result.returncode == 2 and "registry" in result.stderr


def test_help_says_what_the_gate_means():
    text = " ".join(ropa("help", "review").stdout.split())
    for words in ["gate", "blocked", "attention", "clear of recorded errors", "completeness", "--as-of", "--output", "--fail-on", "Exit codes"]:
        assert words in text, words


def test_day_moves_the_law():
    then = ropa("review", "hub-registration", "--registry", SAMPLE, "--as-of", "2020-05-04", "--fail-on", "never")
    now = ropa("review", "hub-registration", "--registry", SAMPLE, "--as-of", DAY, "--fail-on", "never")
    assert "Judged as at 2020-05-04" in then.stdout and "Judged as at 2026-11-21" in now.stdout
    nowhere = "No place in a third country was found"
    assert nowhere in then.stdout and nowhere not in now.stdout
    assert "DPA s.164A" in now.stdout and "DPA s.164A" not in then.stdout


def test_commit_is_named_in_the_report_and_not_on_pages(tmp_path, register):
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    for arguments in [["init", "-q"], ["add", "."], ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x"]]:
        subprocess.run(["git", "-C", register, *arguments], check=True, env=environment)
    head = subprocess.run(["git", "-C", register, "rev-parse", "--short=10", "HEAD"], check=True, env=environment,
                          capture_output=True, text=True).stdout.strip()
    report = review(register, "hosted-records", environment=environment)
    assert f"commit {head}" in report.stdout
    assert site(register, tmp_path / "build", environment=environment).returncode == 0
    for page in (tmp_path / "build/register/reviews").glob("*.html"):
        assert head not in page.read_text()


def test_pages_of_the_register_and_nothing_in_public(tmp_path, register):
    change(register, "scale: small", "scale: large")
    assert site(register, tmp_path / "build").returncode == 0
    pages = {path.name for path in (tmp_path / "build/register/reviews").iterdir()}
    assert pages == {"index.html", "appointment-messages.html", "hosted-records.html"}
    page = (tmp_path / "build/register/reviews/appointment-messages.html").read_text()
    assert '<b class="error">Blocked</b>' in page and "Records conflict" in page and "Sign-off" in page
    assert '<a href="../reviews/appointment-messages.html">Review</a>' in (
        tmp_path / "build/register/activities/appointment-messages.html").read_text()
    for path in (tmp_path / "build/public").rglob("*"):
        if path.is_file():
            text = path.read_text(errors="replace").lower()
            for words in ["review of the activity", "stop list", "reviews/", "clear of recorded errors", "sign-off"]:
                assert words not in text or path.name == "style.css", (path, words)
    assert site(register, tmp_path / "build", "--reviews", "none").returncode == 0
    assert {path.name for path in (tmp_path / "build/register/reviews").iterdir()} == {"index.html"}
    again = site(register, tmp_path / "build", "--reviews", "none")
    assert "up to date" in again.stderr
    assert "up to date" not in site(register, tmp_path / "build", "--reviews", "all").stderr


def test_a_large_register_has_pages_where_the_question_is_raised(tmp_path):
    files = dict(SMALL_REGISTER)
    for number in range(600):
        files[f"activities/rota-{number}.yaml"] = SMALL_REGISTER["activities/hosted-records.yaml"]
    files["activities/asked.yaml"] = SMALL_REGISTER[ACTIVITY].replace("scale: small", "scale: large")
    write_register(tmp_path / "registry", files)
    assert site(tmp_path / "registry", tmp_path / "build").returncode == 0
    assert {path.name for path in (tmp_path / "build/register/reviews").iterdir()} == {"index.html", "asked.html"}
    assert "ropa site --reviews all" in (tmp_path / "build/register/reviews/index.html").read_text()
    assert review(tmp_path / "registry", "rota-17").stdout.startswith("# Review: ")


def test_hostile_words_of_records_stay_words(register):
    change(register, "description: We send", r'description: "<script>alert(1)</script> [x](javascript:y) \e[31m We send')
    change(register, "messages about your appointments.\nc", 'messages."\nc')
    result = review(register, "appointment-messages")
    assert "\x1b" not in result.stdout and "<script>" not in result.stdout and "[x](" not in result.stdout
    assert "alert(1)" in result.stdout
