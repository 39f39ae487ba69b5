#!/usr/bin/env python3
"""Measure ropa against the floor programs, as ratios of alternating pairs.

usage: bench.py ROPA [--sizes 1000,10000] [--pairs 5] [--work DIR]

The floor for a site is a C program that pulls all libyaml events out of the same files, and then one that writes as many
files of the same mean size, each as a whole process with the same number of threads. A and B run in turn after one warm-up
each; a ratio is taken pair by pair and the median is printed with its range. Seconds drift with the machine, ratios hardly.
Standard library only.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def run(command, accept=(0,)):
    """Wall seconds and peak KiB of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in accept:
        sys.exit("failed: " + " ".join(command))
    return seconds, usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)


class Bench:
    def __init__(self, ropa, work, pairs):
        self.ropa, self.work, self.pairs = os.path.abspath(ropa), work, pairs
        self.parse, self.write = os.path.join(work, "floor_parse"), os.path.join(work, "floor_write")
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "yaml-0.1"], capture_output=True, text=True).stdout.split() or ["-lyaml"]
        subprocess.check_call(["cc", "-O2", "-pthread", "-o", self.parse, os.path.join(HERE, "floor_parse.c")] + flags)
        subprocess.check_call(["cc", "-O2", "-pthread", "-o", self.write, os.path.join(HERE, "floor_write.c")])

    def register(self, size):
        path = os.path.join(self.work, "register-%d" % size)
        subprocess.check_call([sys.executable, os.path.join(HERE, "generate.py"), path, str(size)])
        return path

    def site(self, register, threads, fresh=True):
        output = os.path.join(self.work, "site")
        if fresh:
            shutil.rmtree(output, ignore_errors=True)
        return run([self.ropa, "site", "--registry", register, "--output", output, "--jobs", str(threads), "--as-of", "2026-11-21"])

    def check(self, register, threads):
        return run([self.ropa, "check", "--registry", register, "--fail-on", "never", "--jobs", str(threads), "--as-of", "2026-11-21"])

    def floor_parse(self, register, threads):
        return run([self.parse, "parse", str(threads), register])

    def floor(self, register, threads, count, mean):
        output = os.path.join(self.work, "floor")
        shutil.rmtree(output, ignore_errors=True)
        seconds, peak = self.floor_parse(register, threads)
        return seconds + run([self.write, "openat", str(threads), str(count), str(mean), output, "16"])[0], peak

    def ratio(self, first, second):
        first(), second()
        ratios, peaks, times = [], [], []
        for _ in range(self.pairs):
            (a, peak), (b, _) = first(), second()
            ratios.append(a / b)
            peaks.append(peak)
            times.append(a)
        return Ratio(ratios), statistics.median(peaks), statistics.median(times)

    def output_size(self):
        count = total = 0
        for folder, _, names in os.walk(os.path.join(self.work, "site")):
            for name in names:
                count += 1
                total += os.path.getsize(os.path.join(folder, name))
        return count, max(1, total // max(1, count))


class Ratio:
    def __init__(self, values):
        self.median, self.low, self.high = statistics.median(values), min(values), max(values)

    def __str__(self):
        return "%6.2f [%.2f-%.2f]" % (self.median, self.low, self.high)


def row(what, value, goal, worst):
    print("%-58s %-20s %-8s %s" % (what, value, goal, worst), flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("ropa")
    arguments.add_argument("--sizes", default="1000,10000")
    arguments.add_argument("--pairs", type=int, default=5)
    arguments.add_argument("--work")
    a = arguments.parse_args()
    base = a.work or ("/dev/shm" if os.path.isdir("/dev/shm") else None)
    work = tempfile.mkdtemp(prefix="ropa-bench-", dir=base)
    try:
        bench = Bench(a.ropa, work, a.pairs)
        row("what", "median [range]", "goal", "at worst")
        peaks, times = {}, {}
        for size in [int(s) for s in a.sizes.split(",")]:
            peaks[size], times[size] = measure(bench, size)
        sizes = sorted(peaks)
        if len(sizes) > 1:
            small, large = sizes[0], sizes[-1]
            slope = (peaks[large] - peaks[small]) / (large - small)
            row("peak memory per activity, KiB, %d to %d" % (small, large), "%6.1f" % slope, "11", "16")
            row("site, %d against %d activities" % (large, small), "%6.1f" % (times[large] / times[small]), "x10.5", "x12")
        versions = [run([bench.ropa, "--version"])[0] * 1000 for _ in range(21)]
        row("ropa --version, ms", "%6.1f" % statistics.median(versions), "5", "10")
        if not shutil.which("hugo"):
            row("Hugo on the same data against ropa site", "not installed", "8", "5")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def measure(bench, size):
    register = bench.register(size)
    bench.site(register, 2)
    count, mean = bench.output_size()
    print("N = %d: %d pages of %d bytes on average" % (size, count, mean))
    site, peak, seconds = bench.ratio(lambda: bench.site(register, 2), lambda: bench.floor(register, 2, count, mean))
    row("ropa site against the floor, two threads", site, "2.0", "2.5")
    check, _, _ = bench.ratio(lambda: bench.check(register, 1), lambda: bench.floor_parse(register, 1))
    row("ropa check against the C parse, one thread", check, "1.8", "2.3")
    check, _, _ = bench.ratio(lambda: bench.check(register, 2), lambda: bench.floor_parse(register, 2))
    row("ropa check against the C parse, two threads", check, "1.8", "2.3")
    threads, _, _ = bench.ratio(lambda: bench.site(register, 2), lambda: bench.site(register, 1))
    row("ropa site, two threads against one", threads, "0.65", "0.75")
    bench.site(register, 2)
    again, _, _ = bench.ratio(lambda: bench.site(register, 2, fresh=False), lambda: bench.floor(register, 2, count, mean))
    row("ropa site with nothing changed against the floor", again, "0.15", "0.35")
    return peak, seconds


if __name__ == "__main__":
    main()
