"""Runs the program under limits of time and memory."""

import json
import os
import signal
import subprocess
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


def limited(*arguments, seconds=20, mebibytes=400, before=(), cwd=None):
    """Runs the program; fails where it is ended by a signal, or needs more time or memory than stated."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        process = subprocess.Popen([*before, program(), *map(str, arguments)], stdout=out, stderr=err, cwd=cwd,
                                   stdin=subprocess.DEVNULL, env={"PATH": "/nonexistent", "HOME": "/nonexistent"})
        while True:
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            elapsed = time.monotonic() - start
            if ended:
                break
            if elapsed > seconds * SLOWNESS:
                process.send_signal(signal.SIGKILL)
                os.wait4(process.pid, 0)
                process.returncode = -signal.SIGKILL
                pytest.fail(f"not done after {elapsed:.1f} s")
            time.sleep(0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        run = Run(process.returncode, out.read(), err.read(), elapsed, usage.ru_maxrss / 1024)
    assert run.code in (0, 1, 2), f"ended by {run.code}: {run.stderr[-2000:]}"
    assert "Fatal error" not in run.stderr
    assert run.mebibytes < mebibytes * max(1, SLOWNESS / 4), f"{run.mebibytes:.0f} MiB"
    return run


def checked(register, **limits):
    """The JSON report of a register."""
    run = limited("check", "--registry", register, "--as-of", DAY, "--format", "json", **limits)
    assert run.code != 2, run.stderr
    return run
