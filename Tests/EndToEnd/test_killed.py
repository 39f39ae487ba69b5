"""Whenever the program is killed, the output is the old site or the new one, and the next run clears up."""

import os
import re
import shutil
import signal
import subprocess

import pytest
from conftest import DAY, ROOT, SMALL_REGISTER, ropa, tree, write_register

CALLS = ["mkdir", "mkdirat", "openat", "write", "pwrite64", "linkat", "rename", "renameat", "renameat2", "unlink",
         "unlinkat", "rmdir", "fchmod", "ftruncate", "close"]

# So many moments of one call are tried, spread over the run, and so many at its end; ROPA_KILL_ALL=1 tries every one.
MOMENTS = {"small": (12, 5), "sample": (2, 2)}
MOST_ATTEMPTS = 4

CHANGED_REGISTER = {
    **{name: text for name, text in SMALL_REGISTER.items() if name != "controls/leavers.yaml"},
    "people/service-lead.yaml": "title: Head of all services\nactive: true\n",
    "people/stand-in.yaml": "title: Stand-in\nactive: true\n",
}


SAMPLE = {str(path.relative_to(ROOT / "registry")): path.read_text() for path in sorted((ROOT / "registry").rglob("*.yaml"))}
CHANGED_SAMPLE = {
    **SAMPLE, "registry.yaml": SAMPLE["registry.yaml"].replace("title: ", "title: The other ", 1),
    "people/stand-in.yaml": "title: Stand-in\nactive: true\n",
}


def site(register, output, jobs, **options):
    return ropa("site", "--registry", register, "--output", output, "--jobs", jobs, "--as-of", DAY, **options)


def tracer():
    """The path of strace; installed where that is permitted, else the test is skipped."""
    if shutil.which("strace") is None and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-q"], capture_output=True)
        subprocess.run(["apt-get", "install", "-qy", "strace"], capture_output=True)
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed")
    if subprocess.run([found, "-o", "/dev/null", "/bin/true"], capture_output=True).returncode != 0:
        pytest.skip("strace may not trace here")
    return found


def moments(log):
    """The numbers, by call, of those calls that come after the output was locked. Each thread counts its own."""
    counts, after, locked = {}, {}, False
    for line in log.read_text(errors="replace").splitlines():
        match = re.match(r"(\d+) +(\w+)\(", line)
        if not match:
            continue
        thread, call = match.groups()
        locked = locked or call == "flock"
        counts[thread, call] = counts.get((thread, call), 0) + 1
        if locked and call in CALLS:
            after.setdefault(call, set()).add(counts[thread, call])
    assert locked, "the program did not lock the output"
    return {call: sorted(numbers) for call, numbers in after.items()}


def chosen(numbers, spread, last):
    if os.environ.get("ROPA_KILL_ALL") or len(numbers) <= spread + last:
        return numbers
    step = len(numbers) / spread
    return sorted({numbers[int(index * step)] for index in range(spread)} | set(numbers[-last:]))


def debris(parent, output):
    return [path.name for path in parent.iterdir() if path != output]


@pytest.mark.parametrize("has_old", [False, True], ids=["first site", "changed site"])
@pytest.mark.parametrize("size, jobs", [("small", 1), ("sample", 1), ("sample", 4)], ids=["small", "sample", "sample, 4 threads"])
def test_killed_at_every_writing_call(tmp_path, register, has_old, size, jobs):
    if size == "sample" and (jobs == 1 or not has_old) and not os.environ.get("ROPA_LONG_TESTS"):
        pytest.skip("one form of the sample is enough for every day; set ROPA_LONG_TESTS=1 for all")
    strace = tracer()
    parent = tmp_path / "site"
    output, reference, log = parent / "build", tmp_path / "reference" / "build", tmp_path / "log"
    if size == "sample":
        write_register(register, SAMPLE)
    assert site(register, tmp_path / "before" / "build", jobs).returncode == 0
    old = tree(tmp_path / "before" / "build") if has_old else None
    if has_old:
        write_register(register, CHANGED_SAMPLE if size == "sample" else CHANGED_REGISTER)
    assert site(register, reference, jobs).returncode == 0
    new = tree(reference)
    assert new != old

    def prepare():
        shutil.rmtree(parent, ignore_errors=True)
        parent.mkdir()
        if has_old:
            shutil.copytree(tmp_path / "before" / "build", output)

    prepare()
    traced = site(register, output, jobs, before=[strace, "-f", "-o", log, "-e", "trace=flock," + ",".join(
        f"?{call}" for call in CALLS)])
    assert traced.returncode == 0, traced.stderr
    assert tree(output) == new and not debris(parent, output)
    found = moments(log)
    assert found.get("write") and found.get("openat")
    assert found.get("renameat2" if has_old else "renameat") or found.get("renameat2")

    killed, survived, kept_old, came_new = 0, 0, 0, 0
    for call, numbers in found.items():
        for number in chosen(numbers, *MOMENTS[size]):
            # The work may fall to another thread than in the run that was counted; then the moment never comes.
            for _ in range(MOST_ATTEMPTS):
                prepare()
                run = site(register, output, jobs, before=[
                    strace, "-f", "-o", "/dev/null", "-e", f"trace={call}",
                    "-e", f"inject={call}:signal=KILL:when={number}"])
                if run.returncode != 0:
                    break
            moment = f"{call} number {number}"
            assert run.returncode in (-signal.SIGKILL, 0), f"at {moment}: {run.returncode} {run.stderr}"
            killed += run.returncode != 0
            survived += run.returncode == 0
            now = tree(output)
            assert now == old or now == new, f"neither the old site nor the new one after {moment}"
            kept_old += now == old
            came_new += now == new
            again = site(register, output, jobs)
            assert again.returncode == 0, f"the run after {moment} failed: {again.stderr}"
            assert tree(output) == new, f"the run after {moment} made another site"
            assert not debris(parent, output), f"left behind after {moment}: {debris(parent, output)}"
    print(f"killed {killed} times, survived {survived} times: old site {kept_old}, new site {came_new}")
    assert kept_old > 0
    # With several threads no run divides the work as the one that was counted did.
    assert killed > (9 if jobs == 1 else 1) * survived
    # Only an old site has to be removed after the exchange.
    assert came_new > 0 or not has_old
