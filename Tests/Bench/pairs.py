"""Alternating pairs of runs on a machine that others use as well. Standard library only."""

import os
import statistics
import subprocess
import sys
import time

# Other processes may use so much of a core, and so many seconds (two ticks of the clock that counts them), beside a run.
OTHERS, TICKS = 0.08, 0.02
IDLE_SLICE = 0.25


class Run:
    """What a command took: wall seconds, user and system seconds, peak KiB; runs one after the other add up."""

    def __init__(self, wall, cpu, peak):
        self.wall, self.cpu, self.peak = wall, cpu, peak

    def __add__(self, other):
        return Run(self.wall + other.wall, self.cpu + other.cpu, max(self.peak, other.peak))


def run(command):
    """Runs a command to its end; stops everything where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("failed with %d: %s" % (process.returncode, " ".join(command)))
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1))


def busy():
    """Seconds that all processes, and other machines on the same hardware, have used; None where the system does not say."""
    try:
        with open("/proc/stat", encoding="ascii") as file:
            fields = file.readline().split()
    except OSError:
        return None
    # user nice system idle iowait irq softirq steal
    return sum(int(fields[index]) for index in (1, 2, 3, 6, 7, 8)) / os.sysconf("SC_CLK_TCK")


class Bench:
    """Measures pairs, and waits before each until the machine is idle, for at most `patience` seconds altogether."""

    def __init__(self, pairs, patience):
        self.pairs, self.patience = pairs, patience

    def wait(self):
        while busy() is not None and self.patience > 0:
            before = busy()
            time.sleep(IDLE_SLICE)
            self.patience -= IDLE_SLICE
            if busy() - before <= max(OTHERS * IDLE_SLICE, TICKS):
                return

    def pair(self, first, second):
        """Both runs, and whether other processes kept quiet meanwhile."""
        self.wait()
        before, start = busy(), time.perf_counter()
        own = os.times()
        a, b = first(), second()
        if before is None:
            return a, b, True
        # What is done between the runs, such as removing an output, is ours as well.
        now = os.times()
        ours = sum(now[:4]) - sum(own[:4])
        others = busy() - before - ours
        return a, b, others <= max(OTHERS * (time.perf_counter() - start), TICKS)

    def ratio(self, first, second, pairs=None):
        """Pairs after a warm-up of both; up to twice as many are tried where some are disturbed."""
        pairs = pairs or self.pairs
        first(), second()
        quiet, disturbed = [], []
        for _ in range(2 * pairs):
            a, b, is_quiet = self.pair(first, second)
            (quiet if is_quiet else disturbed).append((a, b))
            # Where others never rest, more pairs would not help.
            if len(quiet) >= pairs or not quiet and len(disturbed) >= pairs:
                break
        return Ratio(quiet or disturbed, bool(quiet), len(disturbed))


class Ratio:
    """Pairs as ratios: medians, with the range by wall time."""

    def __init__(self, pairs, is_quiet, disturbed):
        self.first, self.second = [a for a, _ in pairs], [b for _, b in pairs]
        walls = [a.wall / b.wall for a, b in pairs]
        self.wall, self.low, self.high = statistics.median(walls), min(walls), max(walls)
        self.cpu = statistics.median(a.cpu / max(b.cpu, 1e-3) for a, b in pairs)
        self.is_quiet, self.disturbed = is_quiet, disturbed

    def note(self):
        """How the pairs were come by; empty where all is well."""
        if self.is_quiet:
            return "%d disturbed left out" % self.disturbed if self.disturbed else ""
        return "all %d disturbed" % self.disturbed


def median(runs, what="wall"):
    return statistics.median(getattr(one, what) for one in runs)
