#!/usr/bin/env python3
"""Measure ropa against the floor programs, as ratios of alternating pairs.

usage: bench.py ROPA [--sizes 1000,10000] [--pairs 5] [--patience 60] [--work DIR]

The floor for a site is a C program that pulls all libyaml events out of the same files, and then one that writes as many files of
the same mean size, each as a whole process with the same number of threads. A and B run in turn after one warm-up each; the ratio
is taken pair by pair, and the median is printed with its range, and beside it the median ratio of user and system time. Before each
pair it waits until the machine is idle, for at most PATIENCE seconds altogether, and pairs that other processes disturbed are left
out; where all were, they are used and said to be. 50,000 activities take some minutes: --sizes 1000,10000,50000.
Standard library only; with PyYAML it also sees that the records write every field there is.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import described
import hugo
from pairs import Bench, median, run

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = "2026-11-21"
# The sizes at which instructions are counted and at which Hugo is asked: both take long.
COUNTED, HUGO_LARGEST = 1000, 10000


class Programs:
    """The programs that are compared, as functions that run them."""

    def __init__(self, ropa, work):
        self.ropa, self.work = os.path.abspath(ropa), work
        self.output, self.number = os.path.join(work, "site"), 0
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "yaml-0.1"], capture_output=True, text=True).stdout.split()
        for name in ("floor_parse", "floor_write"):
            subprocess.check_call(["cc", "-O2", "-pthread", "-o", self.path(name), os.path.join(HERE, name + ".c"),
                                   *(flags or ["-lyaml"])])

    def path(self, name):
        return os.path.join(self.work, name)

    def site(self, register, threads):
        shutil.rmtree(self.output, ignore_errors=True)
        return self.again(register, threads)

    def again(self, register, threads):
        return run(self.site_command(register, threads))

    def site_command(self, register, threads):
        return [self.ropa, "site", "--registry", register, "--output", self.output, "--jobs", str(threads), "--as-of", DAY]

    def edited(self, register, threads):
        """A site after the title of one activity has changed."""
        self.number += 1
        path = os.path.join(register, "activities", "activity-00001.yaml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(re.sub(r"\((1|edit \d+)\)$", "(edit %d)" % self.number, text, count=1, flags=re.MULTILINE))
        return self.again(register, threads)

    def check(self, register, threads):
        return run(self.check_command(register, threads))

    def check_command(self, register, threads):
        return [self.ropa, "check", "--registry", register, "--fail-on", "never", "--jobs", str(threads), "--as-of", DAY]

    def parse(self, register, threads):
        return run([self.path("floor_parse"), "parse", str(threads), register])

    def floor(self, register, threads, pages):
        output = self.path("floor")
        shutil.rmtree(output, ignore_errors=True)
        write = [self.path("floor_write"), "openat", str(threads), str(pages[0]), str(pages[1]), output, "16"]
        return self.parse(register, threads) + run(write)

    def hugo(self, source):
        output = self.path("hugo-output")
        shutil.rmtree(output, ignore_errors=True)
        return run(["hugo", "--quiet", "-s", source, "-d", output])

    def pages(self):
        """Files of the site, their mean size, and their bytes altogether."""
        sizes = [os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(self.output) for name in names]
        return len(sizes), max(1, sum(sizes) // len(sizes)), sum(sizes)

    def instructions(self, command):
        """Instructions by callgrind, on one thread; None where it fails."""
        shutil.rmtree(self.output, ignore_errors=True)
        # Older valgrinds stop at debugging information that they do not know; counting needs none.
        bare = self.path("bare-" + os.path.basename(command[0]))
        if subprocess.run(["strip", "-o", bare, command[0]], capture_output=True).returncode != 0:
            shutil.copy(command[0], bare)
        result = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", bare, *command[1:]], capture_output=True, text=True,
            env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"})
        # A process that asks git counts on its own until it becomes git; the program's own count is the largest.
        found = [int(number) for number in re.findall(r"Collected : (\d+)", result.stderr)]
        return max(found) if result.returncode == 0 and found else None


def row(what, value, goal="", worst="", note=""):
    print(("%-52s %-24s %-6s %-9s %s" % (what, value, goal, worst, note)).rstrip(), flush=True)


def show(what, ratio, goal, worst):
    row(what, "%5.2f [%.2f-%.2f]  %5.2f" % (ratio.wall, ratio.low, ratio.high, ratio.cpu), goal, worst, ratio.note())


def generate(programs, size, fields):
    """Writes the register of a size and says what is in it."""
    register = programs.path("register-%d" % size)
    subprocess.check_call([sys.executable, os.path.join(HERE, "generate.py"), register, str(size), "--fields", fields],
                          stderr=subprocess.DEVNULL)
    sizes = [os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(register) for name in names]
    print("\n%d activities: %d files, %d bytes, %d for each activity" % (size, len(sizes), sum(sizes), sum(sizes) // size))
    return register


def tell_findings(programs, register, size):
    """Says how many of the activities have findings. None may be a fault of reading: such a register has no site."""
    report = programs.path("findings.json")
    run([*programs.check_command(register, 2), "--output", "json=" + report])
    with open(report, encoding="utf-8") as file:
        findings = json.load(file)["findings"]
    os.remove(report)
    counts = {}
    for finding in findings:
        counts[finding["severity"]] = counts.get(finding["severity"], 0) + 1
    concerned = {record for finding in findings for record in finding["records"] if record.startswith("activities/")}
    print("findings: %s; %.1f %% of the activities have some" % (
        ", ".join("%d %s" % (counts.get(name, 0), name) for name in ("error", "warning", "advice")), 100 * len(concerned) / size))


def measure(bench, programs, register, size):
    """The pairs of one size; returns the runs of the site with two threads."""
    programs.site(register, 2)
    pages = programs.pages()
    print("site: %d files, %d bytes on average, %d for each activity" % (pages[0], pages[1], pages[2] // size))
    row("", "wall [range]         cpu", "goal", "at worst")
    site = bench.ratio(lambda: programs.site(register, 2), lambda: programs.floor(register, 2, pages))
    show("site / floor, two threads", site, "2.0", "2.5")
    for threads, name in [(1, "one thread"), (2, "two threads")]:
        show("check / C parse, " + name, bench.ratio(
            lambda: programs.check(register, threads), lambda: programs.parse(register, threads)), "1.8", "2.3")
    show("site, two threads / one", bench.ratio(
        lambda: programs.site(register, 2), lambda: programs.site(register, 1)), "0.65", "0.75")
    programs.site(register, 2)
    show("site with nothing changed / floor", bench.ratio(
        lambda: programs.again(register, 2), lambda: programs.floor(register, 2, pages)), "0.15", "0.35")
    show("site with one changed record / floor", bench.ratio(
        lambda: programs.edited(register, 2), lambda: programs.floor(register, 2, pages)), "1.5", "1.8")
    if shutil.which("hugo") is None:
        row("Hugo / site, two threads", "Hugo is not installed", "8", "5")
    elif size <= HUGO_LARGEST:
        source = programs.path("hugo-%d" % size)
        hugo.write_site(register, source)
        show("Hugo / site, two threads", bench.ratio(
            lambda: programs.hugo(source), lambda: programs.site(register, 2), pairs=min(3, bench.pairs)), "8", "5")
        shutil.rmtree(source)
        shutil.rmtree(programs.path("hugo-output"))
    row("seconds of the site: wall, cpu; peak MiB", "%.3f, %.3f; %.0f" % (
        median(site.first), median(site.first, "cpu"), median(site.first, "peak") / 1024))
    row("seconds of the floor: wall, cpu", "%.3f, %.3f" % (median(site.second), median(site.second, "cpu")))
    return site.first


def tell_growth(sites):
    """How time and memory grow from each size to the next."""
    for small, large in zip(sorted(sites), sorted(sites)[1:]):
        of, to = sites[small], sites[large]
        share = (large / small) / 10
        row("time, %d / %d activities: wall, cpu" % (large, small), "%.1f, %.1f" % (
            median(to) / median(of), median(to, "cpu") / median(of, "cpu")), "x%.1f" % (10.5 * share), "x%.1f" % (12 * share))
        row("peak memory for each activity more, KiB", "%.1f" % (
            (median(to, "peak") - median(of, "peak")) / (large - small)), "11", "16")


def tell_instructions(programs, register):
    if shutil.which("valgrind") is None:
        return row("instructions", "valgrind is not installed")
    parse = programs.instructions([programs.path("floor_parse"), "parse", "1", register])
    for name, command, goal, worst in [("check", programs.check_command(register, 1), "1.4", "1.8"),
                                       ("site", programs.site_command(register, 1), "1.6", "2.0")]:
        count = programs.instructions(command)
        row("instructions, %s / C parse, %d activities" % (name, COUNTED),
            "%.2f" % (count / parse) if count and parse else "valgrind failed", goal, worst,
            "%.1f million" % (count / 1e6) if count else "")


def tell_costs(programs, register, size):
    """The time of each stage on one thread, and of the rules that take most."""
    shutil.rmtree(programs.output, ignore_errors=True)
    lines = subprocess.run([*programs.site_command(register, 1), "--timings"], capture_output=True, text=True).stderr.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("rules, "))
    stages = [re.match(r" *([\d.]+) ms  (.*)", line) for line in lines[:start]]
    rules = [re.match(r" *([\d.]+) ms  ([a-z0-9-]+): (\d+) judged", line) for line in lines[start + 1:]]
    rules = [(float(found[1]), found[2], int(found[3])) for found in rules if found]
    print("\nstages at %d activities, one thread, one run:" % size)
    for found in filter(None, stages):
        print("%10.2f ms  %s" % (float(found[1]), found[2]))
    print("rules: %.2f ms altogether; those that take most, with nanoseconds for each record judged:" % sum(rule[0] for rule in rules))
    for milliseconds, name, judged in rules[:12]:
        print("%10.2f ms %8.0f ns  %s" % (milliseconds, 1e6 * milliseconds / max(1, judged), name))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("ropa")
    arguments.add_argument("--sizes", default="1000,10000")
    arguments.add_argument("--pairs", type=int, default=5)
    arguments.add_argument("--patience", type=float, default=60)
    arguments.add_argument("--work")
    a = arguments.parse_args()
    work = tempfile.mkdtemp(prefix="ropa-bench-", dir=a.work or ("/dev/shm" if os.path.isdir("/dev/shm") else None))
    try:
        programs, bench, sites = Programs(a.ropa, work), Bench(a.pairs, a.patience), {}
        fields = programs.path("fields.json")
        with open(fields, "w", encoding="utf-8") as file:
            subprocess.check_call([programs.ropa, "fields", "--format", "json"], stdout=file)
        for size in sorted(int(number) for number in a.sizes.split(",")):
            register = generate(programs, size, fields)
            if not sites:
                tell_fields(fields, register)
            tell_findings(programs, register, size)
            sites[size] = measure(bench, programs, register, size)
            if size == COUNTED:
                tell_instructions(programs, register)
            last = register
        print()
        tell_growth(sites)
        starts = [run([programs.ropa, "--version"]).wall * 1000 for _ in range(21)]
        row("ropa --version, ms", "%.1f" % statistics.median(starts), "5", "10")
        tell_costs(programs, last, max(sites))
    finally:
        shutil.rmtree(work, ignore_errors=True)


def tell_fields(fields, register):
    """Stops where a described field is in no record: what is not there costs nothing, and the figures would flatter."""
    with open(fields, encoding="utf-8") as file:
        described_fields = json.load(file)
    missing = described.unwritten(described_fields, register)
    count = sum(len(kind["fields"]) for kind in described_fields["kinds"])
    if missing:
        sys.exit("no generated record writes: " + ", ".join(missing))
    print("each of %d described fields is written" % count if missing == [] else "not compared with the fields: PyYAML is not installed")


if __name__ == "__main__":
    main()
