"""Nothing changed, nothing done; little changed, little written; and always the bytes of a site built from nothing."""

import os
import random
import shutil
import subprocess

import pytest
from conftest import DAY, MANIFEST, SMALL_REGISTER, program, ropa, site, stamps, tree, write_register
from register_edits import OPTION_MOVES, RECORD_MOVES, SITE_MOVES, Desk

# Rounds of the differential test; ROPA_EDIT_ROUNDS asks for more, ROPA_EDIT_SEED for others.
ROUNDS = int(os.environ.get("ROPA_EDIT_ROUNDS", 30))
SEED = int(os.environ.get("ROPA_EDIT_SEED", 1))


def is_built(result):
    """Whether a run with --timings did all the work, or saw that there was none."""
    assert ("ms  compare with the last run" in result.stderr) != ("ms  read law tables" in result.stderr), result.stderr
    return "ms  read law tables" in result.stderr


def findings(result):
    """The end of the summary, which names no folder."""
    return [line.partition("Findings: ")[2] for line in result.stderr.splitlines() if "Findings: " in line]


def timed(register, output, *more, **options):
    return site(register, output, "--timings", *more, **options)


def test_edits_one_after_the_other_give_the_site_built_from_nothing(tmp_path, register):
    chance = random.Random(SEED)
    theme, output, fresh = tmp_path / "theme", tmp_path / "site" / "build", tmp_path / "fresh" / "build"
    theme.mkdir()
    desk = Desk(chance, register, theme, output, DAY)
    deck, stopped, unbuilt = [], 0, 0
    moves_there_are = RECORD_MOVES * 3 + OPTION_MOVES * 2 + SITE_MOVES

    def run(folder):
        return ropa("site", "--registry", register, "--output", folder, "--timings", "--jobs", str(chance.choice([1, 2])),
                    *desk.options())

    assert run(output).returncode == 0
    for number in range(ROUNDS):
        # Every move comes up before one comes twice.
        moves = []
        for _ in range(chance.randint(1, 2)):
            deck = deck or chance.sample(moves_there_are, len(moves_there_are))
            moves.append(deck.pop())
        desk.is_strict = False
        saved, what = desk.saved(), f"round {number} of seed {SEED}: {' and '.join(moves)}"
        for move in moves:
            getattr(desk, move)()
            if not desk.output.exists():
                break
        before, old = (stamps(output), tree(output)) if output.exists() else ({}, {})
        shutil.rmtree(fresh, ignore_errors=True)
        reference, result = run(fresh), run(output)
        assert result.returncode == reference.returncode, f"{what}: {result.stderr}"
        assert result.stdout == reference.stdout, what
        assert findings(result) == findings(reference), what
        if not fresh.exists():
            # A reading fault: what was there stays, and the records are put back.
            assert (tree(output) or {}) == old and result.returncode == 1, what
            desk.restore(saved)
            stopped += 1
            continue
        new = tree(output)
        assert_same_trees(tree(fresh), new, what)
        after = stamps(output)
        for path in pages(new):
            is_same, is_untouched = old.get(path) == new[path], before.get(output / path) == after[output / path]
            # What a link leads to may be the same, and still the link has to go.
            assert is_same == is_untouched or "link_page" in moves, f"{what}: {path} {is_same} {is_untouched}"
        again = run(output)
        assert again.returncode == result.returncode and findings(again) == findings(result), what
        assert stamps(output) == after, f"{what}: touched although nothing changed"
        unbuilt += not is_built(again)
        # Names are told once; that there are such notices is told each time.
        said = any(words in reference.stderr for words in ("withheld:", "not published:", "published without a day:"))
        assert ("as told when this site was made" in again.stderr) == said, what
        assert not is_built(again), what
    assert unbuilt > ROUNDS / 2 and stopped < ROUNDS / 3, (unbuilt, stopped)


def pages(found):
    """The paths of the files in a tree but the marker."""
    return {path for path, data in found.items() if data is not None and path != ".ropa-site"}


def assert_same_trees(expected, found, what):
    """Says which files differ; pytest would print them."""
    different = sorted(path for path in expected.keys() | found.keys()
                       if (path in expected, expected.get(path)) != (path in found, found.get(path)))
    assert different[:5] == [], what


def test_unchanged_register_is_not_built_again(tmp_path, register):
    output = tmp_path / "site" / "build"
    first = timed(register, output)
    assert is_built(first) and first.returncode == 0
    before = stamps(output)
    for _ in range(2):
        again = timed(register, output)
        assert not is_built(again) and (again.returncode, again.stdout) == (0, "")
        assert f"{output} is up to date: " in again.stderr and findings(again) == findings(first)
        assert "no rule" in again.stderr
        assert stamps(output) == before
    # The number of threads and the way a folder is named are no input.
    for arguments in [("--jobs", "3"), ("--output", f"{output}/")]:
        assert not is_built(timed(register, output, *arguments))
    assert not is_built(timed(f"{register}/", output))


def test_same_bytes_in_other_files_are_unchanged(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert timed(register, output).returncode == 0
    write_register(register, dict(reversed(SMALL_REGISTER.items())))
    for path in register.rglob("*.yaml"):
        os.utime(path, (0, 0))
    assert not is_built(timed(register, output))
    register.rename(tmp_path / "records")
    assert not is_built(timed(tmp_path / "records", output))


def test_moved_site_is_still_known_and_a_copy_is_not(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert timed(register, output).returncode == 0
    output.rename(tmp_path / "site" / "other")
    assert not is_built(timed(register, tmp_path / "site" / "other"))
    shutil.copytree(tmp_path / "site" / "other", output)
    assert is_built(timed(register, output))
    assert not is_built(timed(register, output))


@pytest.mark.parametrize("move", SITE_MOVES)
def test_touched_site_is_mended(tmp_path, register, move):
    output = tmp_path / "site" / "build"
    assert timed(register, output).returncode == 0
    whole = tree(output)
    getattr(Desk(random.Random(SEED), register, tmp_path, output, DAY), move)()
    assert is_built(timed(register, output))
    assert_same_trees(whole, tree(output), move)
    assert not is_built(timed(register, output))


@pytest.mark.parametrize("change", [
    lambda desk: (desk.register / "people/dpo.yaml").write_text("title: Another officer\n"),
    lambda desk: (desk.register / "people/new.yaml").write_text("title: Somebody new\n"),
    lambda desk: (desk.register / "people/dpo.yaml").unlink(),
    lambda desk: (desk.register / "people/dpo.yaml").rename(desk.register / "people/officer.yaml"),
    lambda desk: (desk.register / "people/dpo.yaml").rename(desk.register / "processors/dpo.yaml"),
    lambda desk: setattr(desk, "day", desk.day.replace(day=1)),
    lambda desk: setattr(desk, "is_strict", True),
    lambda desk: setattr(desk, "has_theme", True),
], ids=["value", "added", "removed", "renamed", "other kind", "day", "strict", "theme"])
def test_every_input_counts(tmp_path, register, change):
    output, theme = tmp_path / "site" / "build", tmp_path / "theme"
    theme.mkdir()
    (theme / "style.css").write_text("body { color: black }\n")
    desk = Desk(random.Random(SEED), register, theme, output, DAY)

    def run():
        return ropa("site", "--registry", register, "--output", output, "--timings", *desk.options())

    assert is_built(run()) and not is_built(run())
    change(desk)
    assert is_built(run())


def test_theme_file_counts(tmp_path, register):
    output, theme = tmp_path / "site" / "build", tmp_path / "theme"
    theme.mkdir()
    for text in ["body { color: black }\n", "body { color: white }\n"]:
        (theme / "style.css").write_text(text)
        assert is_built(timed(register, output, "--theme", theme))
        assert not is_built(timed(register, output, "--theme", theme))
    (theme / "style.css").unlink()
    assert is_built(timed(register, output, "--theme", theme))
    # An empty theme folder is the built-in theme.
    assert not is_built(timed(register, output))
    theme.rmdir()
    assert timed(register, output, "--theme", theme).returncode == 2


def test_another_program_builds_again(tmp_path, register):
    output, copied = tmp_path / "site" / "build", tmp_path / "ropa"
    assert is_built(timed(register, output))
    shutil.copyfile(program(), copied)
    copied.chmod(0o755)
    arguments = ["site", "--registry", register, "--output", output, "--as-of", DAY, "--timings"]

    def run():
        return subprocess.run([copied, *map(str, arguments)], capture_output=True, text=True, timeout=120,
                              env={"PATH": "/nonexistent", "HOME": "/nonexistent"})

    result = run()
    if result.returncode == 127:
        pytest.skip("the program does not run from another folder")
    assert is_built(result) and not is_built(run())
    os.utime(copied, (1, 1))
    assert is_built(run())
    assert is_built(timed(register, output))


def test_commit_counts(tmp_path, register):
    output = tmp_path / "site" / "build"
    environment = {"PATH": os.environ["PATH"]}

    def git(*arguments):
        name = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        subprocess.run(["git", "-C", register, *name, *arguments], check=True, capture_output=True)

    assert is_built(timed(register, output, environment=environment))
    git("init", "-q")
    # Nothing is committed yet, and nothing shows.
    assert not is_built(timed(register, output, environment=environment))
    git("add", ".")
    git("commit", "-qm", "All")
    assert is_built(timed(register, output, environment=environment))
    git("commit", "-qm", "Nothing", "--allow-empty")
    result = timed(register, output, environment=environment)
    assert is_built(result) and "1 files written" in result.stderr
    (register / "notes.txt").write_text("not a record")
    assert is_built(timed(register, output, environment=environment))
    assert b"uncommitted" in (output / "register/index.html").read_bytes()
    assert not is_built(timed(register, output, environment=environment))


def test_withheld_notices_are_told_each_time(tmp_path, register):
    output = tmp_path / "site" / "build"
    notice = register / "notices/customer-notice.yaml"
    notice.write_text("".join(line for line in notice.read_text().splitlines(keepends=True) if not line.startswith("approved:")))
    result = timed(register, output, "--strict")
    assert result.returncode == 1 and "withheld: notices/customer-notice" in result.stderr
    for _ in range(2):
        again = timed(register, output, "--strict")
        assert not is_built(again) and again.returncode == 1
        assert "1 notice is not published" in again.stderr and ".ropa-manifest" in again.stderr
    (output / ".ropa-manifest").unlink()
    assert "withheld: notices/customer-notice" in timed(register, output, "--strict").stderr
    assert timed(register, output).returncode == 0
    result = timed(register, output)
    assert not is_built(result) and result.returncode == 0 and "not published" not in result.stderr


def test_reading_fault_is_told_each_time(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert timed(register, output).returncode == 0
    officer = register / "people/dpo.yaml"
    text = officer.read_text()
    officer.write_text(text + "tilte: A\n")
    for _ in range(2):
        result = timed(register, output)
        assert result.returncode == 1 and "unknown-key" in result.stdout
    # A fault of a file that was not read counts as well.
    officer.write_text(text)
    assert not is_built(timed(register, output))
    (register / "people/other.yml").write_text("title: A\n")
    assert is_built(timed(register, output))


def test_manifest_tells_nothing(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert timed(register, output).returncode == 0
    lines = (output / MANIFEST).read_text().splitlines()
    assert [line.split()[0] for line in lines] == ["ropa-manifest", "key", "inputs", "files", "pages", "findings", "notices", "check"]
    assert sorted(path.name for path in output.iterdir()) == [MANIFEST, ".ropa-site", "public", "register"]
    # Somebody else could know the key.
    (output / MANIFEST).chmod(0o644)
    assert is_built(timed(register, output))
    assert (output / MANIFEST).stat().st_mode & 0o777 == 0o600


def test_each_site_has_a_key_of_its_own(tmp_path, register):
    keys = set()
    for name in ("one", "two"):
        assert timed(register, tmp_path / name / "build").returncode == 0
        keys.add((tmp_path / name / "build" / MANIFEST).read_text())
    assert len(keys) == 2


def test_one_changed_record_rewrites_only_the_pages_that_change(tmp_path, register):
    output = tmp_path / "site" / "build"
    assert timed(register, output).returncode == 0
    before, old = stamps(output), tree(output)
    path = register / "people/service-lead.yaml"
    path.write_text("title: Head of all services\n")
    result = timed(register, output)
    after, new = stamps(output), tree(output)
    changed = {name for name in pages(new) if old.get(name) != new[name]}
    written = {name for name in pages(new) if after[output / name] != before.get(output / name)}
    assert changed and written == changed and len(changed) < len(new) / 4
    assert f"{len(changed)} files written, " in result.stderr and " 0 removed" in result.stderr
    assert all(name.startswith("register/") for name in changed)
