"""Ctrl-C, and several runs at the same time: the old site or the new one, whole, and nothing left behind after the next run."""

import os
import random
import shutil
import signal
import subprocess
import time

from conftest import DAY, ROOT, SMALL_REGISTER, program, site, tree, write_register

SAMPLE = ROOT / "registry"
ROUNDS = 40 if os.environ.get("ROPA_LONG_TESTS") else 12


def started(register, output, *more):
    # Where the tests run in the background, children begin with the signal ignored.
    return subprocess.Popen(
        [program(), "site", "--registry", str(register), "--output", str(output), "--as-of", DAY, *more],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env={"PATH": "/nonexistent"}, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))


def changed_sample(folder):
    shutil.copytree(SAMPLE, folder)
    path = folder / "registry.yaml"
    path.write_text(path.read_text().replace("title: ", "title: The other ", 1))
    return folder


def test_interrupted_at_random_times(tmp_path):
    other = changed_sample(tmp_path / "other")
    parent, output = tmp_path / "site", tmp_path / "site" / "build"
    assert site(SAMPLE, tmp_path / "one" / "build").returncode == 0
    start = time.monotonic()
    assert site(other, tmp_path / "two" / "build").returncode == 0
    span = time.monotonic() - start
    old, new = tree(tmp_path / "one" / "build"), tree(tmp_path / "two" / "build")
    assert old != new
    chance = random.Random(2026)
    interrupted = 0
    for number in range(ROUNDS):
        shutil.rmtree(parent, ignore_errors=True)
        if number % 3:
            shutil.copytree(tmp_path / "one" / "build", output)
        else:
            parent.mkdir()
        before = tree(output)
        process = started(other, output, "--jobs", str(1 + number % 4))
        time.sleep(chance.uniform(0.1, 1.1) * span)
        # As a terminal does it: to the whole group.
        try:
            os.killpg(process.pid, signal.SIGINT)
        except ProcessLookupError:
            pass
        process.communicate(timeout=60)
        # Ended by the signal: what shells tell as 130.
        assert process.returncode in (-signal.SIGINT, 0)
        interrupted += process.returncode != 0
        # How long a run takes changes with what else the machine does.
        span *= 1.1 if process.returncode else 0.6
        now = tree(output)
        assert now == before or now == new, f"round {number}"
        assert process.returncode != 0 or now == new
        assert site(other, output).returncode == 0
        assert tree(output) == new and [path.name for path in parent.iterdir()] == ["build"], f"round {number}"
    print(f"interrupted {interrupted} of {ROUNDS} runs")
    assert interrupted > 0


def test_a_shell_tells_130(tmp_path, register):
    # More records than can be read before the signal comes.
    write_register(register, {**SMALL_REGISTER, **{f"people/p{number}.yaml": "title: P\n" for number in range(5_000)}})
    script = 'set -m; "$@" & sleep 0.05; kill -INT $!; wait $!; echo "code $?"'
    result = subprocess.run(
        ["/bin/bash", "-c", script, "bash", program(), "site", "--registry", str(register), "--output", str(tmp_path / "build")],
        capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)
    assert "code 130" in result.stdout, result.stdout + result.stderr


def test_several_runs_at_the_same_time(tmp_path):
    other = changed_sample(tmp_path / "other")
    assert site(SAMPLE, tmp_path / "one" / "build").returncode == 0
    assert site(other, tmp_path / "two" / "build").returncode == 0
    wholes = {str(SAMPLE): tree(tmp_path / "one" / "build"), str(other): tree(tmp_path / "two" / "build")}
    parent, output = tmp_path / "site", tmp_path / "site" / "build"
    won = refused = 0
    for _ in range(3):
        runs = [(register, started(register, output, "--jobs", "2")) for register in [SAMPLE, other] * 2]
        ended = []
        for register, process in runs:
            _, said = process.communicate(timeout=120)
            assert process.returncode in (0, 2), said
            if process.returncode:
                assert b"another ropa site is writing" in said and b"run again" in said, said
            ended.append((str(register), process.returncode))
        won += sum(code == 0 for _, code in ended)
        refused += sum(code == 2 for _, code in ended)
        now = tree(output)
        # One of those that succeeded, as a whole.
        assert now in [wholes[register] for register, code in ended if code == 0]
        assert [path.name for path in parent.iterdir()] == ["build"]
    print(f"{won} runs published, {refused} were refused")
    assert won >= 3 and refused > 0
