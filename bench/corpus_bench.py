#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What many reports cost: throughput on 1 and 2 workers, overhead against one process, memory of the parent, an unchanged re-run.

    bench/corpus_bench.py build/release/cli/crossfoot [MANY]

Prints the machine, then figures. MANY (default 10,000) made-up reports for memory and re-run; throughput is taken on 200 longer ones.
"""
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests", "cli"))
from corpus_fixture import report  # noqa: E402


def make(folder, count, lines):
    os.makedirs(folder)
    for number in range(count):
        with open(os.path.join(folder, f"{number:06}.txt"), "w", encoding="utf-8") as f:
            f.write(report(number, lines))
    return folder


def timed(*command):
    """Seconds; the most memory of the process itself, in MiB; its processor seconds, and those of its workers."""
    begin = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, own, tick = 0, 0.0, os.sysconf("SC_CLK_TCK")
    while process.poll() is None:
        try:
            with open(f"/proc/{process.pid}/stat", encoding="ascii", errors="replace") as f:
                fields = f.read().rsplit(")", 1)[1].split()
            own = (int(fields[11]) + int(fields[12])) / tick
            with open(f"/proc/{process.pid}/status", encoding="ascii", errors="replace") as f:
                peak = max([peak] + [int(line.split()[1]) for line in f if line.startswith("VmHWM")])
        except (FileNotFoundError, ProcessLookupError, IndexError):
            pass
        time.sleep(0.005)
    assert process.returncode in (0, 3), command
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - begin, peak / 1024, own, max(used - own, 0)


def main():
    program, many = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        def run(store, reports, *options):
            return timed(program, "run", "--quiet", "--store", os.path.join(folder, store), *options, reports)

        longer = make(os.path.join(folder, "longer"), 200, 150)
        alone, _, checking, _ = timed(program, "record", longer)
        one, _, parent, workers = run("one", longer, "--jobs", "1")
        two = run("two", longer, "--jobs", "2")[0]
        print(f"200 longer reports: in one process {alone:.2f} s, 1 worker {one:.2f} s, 2 workers {two:.2f} s (scaling {one / two:.2f})")
        # What other programs do to the clock they do not do to processor time.
        print(f"processor: in one process {checking:.2f} s; parent {parent:.2f} s, workers {workers:.2f} s "
              f"(x{(parent + workers) / checking:.2f}); two cores allow a scaling of {2 * workers / (workers + parent):.2f}")
        few_memory = run("few", make(os.path.join(folder, "few"), 100, 2))[1]
        reports = make(os.path.join(folder, "many"), many, 2)
        first, memory, _, _ = run("many-store", reports)
        again = run("many-store", reports)[0]
        print(f"parent's memory: {few_memory:.0f} MiB over 100 reports, {memory:.0f} MiB over {many}")
        print(f"{many} small reports: {first:.1f} s ({many / first:.0f}/s), again unchanged {again:.2f} s")


if __name__ == "__main__":
    main()
