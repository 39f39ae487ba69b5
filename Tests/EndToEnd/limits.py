"""Runs the program under limits of time and memory."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time

import pytest
from conftest import DAY, program

# For builds and machines that are slow by design: a debug build needs about 10.
SLOWNESS = float(os.environ.get("ROPA_SLOWNESS", "1"))

# Tests that take minutes run where this is set.
IS_LONG = bool(os.environ.get("ROPA_LONG_TESTS"))


class Run:
    """What became of a run: exit code, both streams as text, seconds and mebibytes at the peak."""

    def __init__(self, code, stdout, stderr, elapsed, mebibytes):
        self.code, self.stdout, self.stderr = code, stdout.decode(), stderr.decode()
        self.elapsed, self.mebibytes = elapsed, mebibytes

    def findings(self):
        return json.loads(self.stdout)["findings"]

    def rules(self, path):
        """The rules that speak of a file, by its path in the register."""
        return {finding["rule"] for finding in self.findings() if finding["path"].endswith("/" + path)}


# The system counts the memory of whoever starts a program as the program's own until it runs; a test runner has hundreds
# of mebibytes, so a process that has few starts it, and tells exit status and KiB at the peak on its last argument.
LAUNCHER = """
import os, sys
process = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
status, usage = os.wait4(process, 0)[1:]
peak = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
os.write(int(sys.argv[1]), b"%d %d" % (os.waitstatus_to_exitcode(status), peak))
"""


def limited(*arguments, seconds=20, mebibytes=400, cwd=None):
    """Runs the program; fails where it is ended by a signal, or needs more time or memory than stated."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, tempfile.TemporaryFile() as usage:
        start = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-ISc", LAUNCHER, str(usage.fileno()), program(), *map(str, arguments)],
            stdout=out, stderr=err, cwd=cwd, stdin=subprocess.DEVNULL, pass_fds=[usage.fileno()],
            env={"PATH": "/nonexistent", "HOME": "/nonexistent"}, start_new_session=True)
        try:
            process.wait(seconds * SLOWNESS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            pytest.fail(f"not done after {seconds * SLOWNESS:.1f} s")
        elapsed = time.monotonic() - start
        out.seek(0), err.seek(0), usage.seek(0)
        code, peak = map(int, usage.read().split())
        run = Run(code, out.read(), err.read(), elapsed, peak / 1024)
    assert run.code in (0, 1, 2), f"ended by {run.code}: {run.stderr[-2000:]}"
    assert "Fatal error" not in run.stderr
    assert run.mebibytes < mebibytes * max(1, SLOWNESS / 4), f"{run.mebibytes:.0f} MiB"
    return run


def checked(register, **limits):
    """The JSON report of a register."""
    run = limited("check", "--registry", register, "--as-of", DAY, "--format", "json", **limits)
    assert run.code != 2, run.stderr
    return run
