"""The registers that measurements are taken on hold everything that a register can."""

import json
import subprocess
import sys

import pytest
from conftest import DAY, ROOT, ropa, tree

sys.path.insert(0, str(ROOT / "Tests/Bench"))

import described  # noqa: E402


@pytest.fixture(scope="module")
def fields(tmp_path_factory):
    path = tmp_path_factory.mktemp("fields") / "fields.json"
    path.write_text(ropa("fields", "--format", "json").stdout)
    return path


def generate(folder, size, fields, *options):
    subprocess.run([sys.executable, ROOT / "Tests/Bench/generate.py", folder, str(size), "--fields", fields, *options],
                   check=True, capture_output=True)
    return folder


def findings(register):
    report = ropa("check", "--registry", register, "--as-of", DAY, "--fail-on", "never", "--format", "json")
    assert report.returncode == 0, report.stderr
    return json.loads(report.stdout)["findings"]


def test_every_described_field_is_written(tmp_path, fields):
    register = generate(tmp_path / "registry", 20, fields)
    described_fields = json.loads(fields.read_text())
    assert described.unwritten(described_fields, register) == []
    # The comparison sees a field that is missing.
    for path in register.rglob("*.yaml"):
        path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if "clinical-safety-officer" not in line))
    missing = described.unwritten(described_fields, register)
    assert missing == ["organisations.nhs.clinical-safety-officer"]


def test_nothing_stops_the_site(tmp_path, fields):
    register = generate(tmp_path / "registry", 60, fields, "--faulty", "50")
    result = ropa("site", "--registry", register, "--output", tmp_path / "build", "--as-of", DAY)
    assert result.returncode == 0, result.stdout[:2000]


def test_faulty_share_is_asked_for(tmp_path, fields):
    def everyday(register):
        return {record for finding in findings(register) if finding["severity"] == "error" for record in finding["records"]
                if record.startswith("activities/activity-")}

    sound = everyday(generate(tmp_path / "sound", 60, fields, "--faulty", "0"))
    faulty = everyday(generate(tmp_path / "faulty", 60, fields, "--faulty", "100"))
    assert len(sound) <= 3 and len(faulty) >= 25, (sound, faulty)


def test_same_seed_same_bytes(tmp_path, fields):
    one, two = generate(tmp_path / "one", 30, fields), generate(tmp_path / "two", 30, fields)
    other = generate(tmp_path / "other", 30, fields, "--seed", "7")
    assert tree(one) == tree(two) != tree(other)
