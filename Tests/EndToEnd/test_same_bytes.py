"""The same register and the same day give the same bytes, whatever the machine, the place and the number of threads."""

import datetime
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import pytest
from conftest import DAY, MANIFEST, ROOT, SMALL_REGISTER, ropa, site, tree, write_register

SIZE, LARGE_SIZE = 1_000, 10_000


@pytest.fixture(scope="module")
def space():
    """A folder in memory where there is one, because the sites are large."""
    memory = pathlib.Path("/dev/shm")
    has_room = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2 << 30
    with tempfile.TemporaryDirectory(prefix="ropa-test-", dir=memory if has_room else None) as folder:
        yield pathlib.Path(folder)


def generate(folder, size, *options):
    folder.parent.mkdir()
    subprocess.run([sys.executable, ROOT / "Tests/Bench/generate.py", folder, str(size), "--faulty", "2", *options],
                   check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def generated(space):
    return generate(space / "small" / "registry", SIZE)


def prints(folder):
    """The hash of every file below a folder but a manifest, by path."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in set(names) - {MANIFEST}:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
    return found


def built(register, space, *more, **options):
    """The hashes of the site of a register, which is removed again."""
    output = space / "output" / "build"
    result = ropa("site", "--registry", register, "--output", output, *more, **options)
    assert result.returncode == 0, result.stdout[:2000] + result.stderr
    found = prints(output)
    shutil.rmtree(output)
    return found


def on_the_day(register, space, *more, **options):
    return built(register, space, "--as-of", DAY, *more, **options)


def report(register, *more, **options):
    """The JSON report of a register."""
    result = ropa("check", "--registry", register, "--as-of", DAY, "--fail-on", "never", "--format", "json", *more,
                  **options)
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def expected(space, generated):
    return on_the_day(generated, space)


def assert_same(one, other):
    """Says which files differ; comparing the hashes at once would print thousands."""
    assert sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))[:5] == []


def test_number_of_threads(space):
    register = generate(space / "large" / "registry", LARGE_SIZE)
    one = on_the_day(register, space, "--jobs", "1")
    assert len(one) > LARGE_SIZE
    assert_same(one, on_the_day(register, space, "--jobs", "2"))
    assert_same(one, on_the_day(register, space, "--jobs", "7"))
    reports = {hashlib.sha256(report(register, "--jobs", jobs).encode()).hexdigest() for jobs in ("1", "2", "7")}
    assert len(reports) == 1
    shutil.rmtree(register)


@pytest.mark.parametrize("environment", [
    # Swift seeds its hashes anew in every process unless it is told not to.
    {}, {"SWIFT_DETERMINISTIC_HASHING": "1"},
    {"LC_ALL": "C"}, {"LC_ALL": "de_DE.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    {"TZ": "Pacific/Auckland"}, {"TZ": "XXX+12"},
    {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "20"}, {"CLICOLOR_FORCE": "1"},
], ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()) or "again")
def test_environment(space, generated, expected, environment):
    assert_same(expected, on_the_day(generated, space, environment=environment))
    assert report(generated) == report(generated, environment=environment)


def test_today_is_the_day_in_utc(tmp_path, register):
    def home(zone):
        output = tmp_path / zone.replace("+", "west").replace("-", "east") / "build"
        assert ropa("site", "--registry", register, "--output", output, environment={"TZ": zone}).returncode == 0
        return (output / "register/index.html").read_bytes()

    def today():
        return datetime.datetime.now(datetime.timezone.utc).date().isoformat().encode()

    # At every hour of the day at least one of these clocks shows another date than UTC.
    before, pages, after = today(), {home("XXX-14"), home("XXX+12")}, today()
    assert before != after or len(pages) == 1
    assert all(before in page or after in page for page in pages)


def test_the_way_the_registry_is_named(space, generated, expected):
    folder = generated.parent
    for name, place in [("registry", folder), ("./registry/", folder), (".", generated), ("../small/registry", folder)]:
        assert_same(expected, on_the_day(name, space, cwd=place))
    link = space / "link"
    link.symlink_to(generated)
    assert_same(expected, on_the_day(link, space))


def test_order_in_which_files_were_made(space, expected):
    assert_same(expected, on_the_day(generate(space / "reversed" / "records", SIZE, "--reverse"), space))


def test_copy_with_other_times_and_permissions(space, generated, expected):
    copied = space / "copied" / "registry"
    shutil.copytree(generated, copied, copy_function=shutil.copyfile)
    for path in copied.rglob("*.yaml"):
        os.utime(path, (0, 0))
        path.chmod(0o400)
    assert_same(expected, on_the_day(copied, space))
    assert report("registry", cwd=copied.parent) == report("registry", cwd=generated.parent)


def test_day_and_commit_are_on_the_home_page_only(tmp_path):
    register = tmp_path / "work" / "registry"
    write_register(register, SMALL_REGISTER)
    assert site(register, tmp_path / "one" / "build").returncode == 0
    one = tree(tmp_path / "one" / "build")
    path = {"PATH": os.environ["PATH"]}
    subprocess.run(["git", "init", "-q", register], check=True)
    subprocess.run(["git", "-C", register, "add", "."], check=True)
    subprocess.run(["git", "-C", register, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "All"],
                   check=True)
    commit = subprocess.run(["git", "-C", register, "rev-parse", "--short=10", "HEAD"], check=True, capture_output=True)
    assert site(register, tmp_path / "two" / "build", environment=path).returncode == 0
    two = tree(tmp_path / "two" / "build")
    assert [name for name in one.keys() | two.keys() if one.get(name) != two.get(name)] == ["register/index.html"]
    assert commit.stdout.strip() in two["register/index.html"]
    assert b"uncommitted" not in two["register/index.html"]
    (register / "people/dpo.yaml").write_text("title: Another officer\n")
    assert site(register, tmp_path / "two" / "build", environment=path).returncode == 0
    assert b"uncommitted" in (tmp_path / "two/build/register/index.html").read_bytes()
