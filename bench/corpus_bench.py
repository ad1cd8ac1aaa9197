#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What many reports cost: overhead of workers and store, scaling, memory of the parent, an unchanged re-run.

    bench/corpus_bench.py build/release/cli/crossfoot [--many 10000] [--rounds 3] [--pdf FOLDER] [--texts FOLDER]

Overhead and scaling are told by processor time, which other programs move less than the clock: what `run` needs in its workers and in its parent up
to the last report that is stored, beside `record` over the same files in one process. Comparing reports with one another, which `record` does not do,
is told apart. FOLDER's files are copied under several names, each with a few bytes more, so that they count as different reports.
"""
import argparse
import os
import pathlib
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


def copies(source, folder, times, tail):
    """Every report of a folder so many times; `tail` makes each a file of its own."""
    os.makedirs(folder)
    for path in sorted(pathlib.Path(source).iterdir()):
        for number in range(times):
            with open(os.path.join(folder, f"{path.stem}-{number:03}{path.suffix}"), "wb") as f:
                f.write(path.read_bytes() + (tail % number).encode())
    return folder


def own_seconds(pid):
    try:
        with open(f"/proc/{pid}/schedstat", encoding="ascii") as f:
            return int(f.read().split()[0]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def children_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def whole(*command):
    """Processor seconds of a command with all its children, and seconds by the clock."""
    before, begin = children_seconds(), time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    assert done.returncode in (0, 3), command
    return children_seconds() - before, time.monotonic() - begin


def run(program, store, folder, jobs=1):
    """Of a run: processor seconds of its workers, of its parent while it stores, and of comparing; the parent's most memory in MiB; wall seconds."""
    before, begin = children_seconds(), time.monotonic()
    command = [program, "run", "--quiet", "--events", "--store", store, "--jobs", str(jobs), folder]
    stored = total = peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        for line in process.stdout:
            if b'"event":"report"' in line:
                stored = own_seconds(process.pid) or stored
            elif b'"event":"summary"' in line:
                total = own_seconds(process.pid) or stored
                with open(f"/proc/{process.pid}/status", encoding="ascii", errors="replace") as f:
                    peak = max([0] + [int(one.split()[1]) for one in f if one.startswith("VmHWM")]) / 1024
    assert process.returncode in (0, 3), command
    total = max(total, stored)
    return {"workers": children_seconds() - before - total, "parent": stored, "across": total - stored, "memory": peak, "wall": time.monotonic() - begin}


def least(rounds):
    return {key: min(one[key] for one in rounds) for key in rounds[0]}


def overhead(program, folder, store, rounds):
    """The figures of one set of reports; times in ms a report."""
    count = sum(1 for path in pathlib.Path(folder).iterdir() if path.is_file())
    checking = min(whole(program, "record", folder)[0] for _ in range(rounds))
    cost = least([run(program, f"{store}-{number}", folder) for number in range(rounds)])
    parent, workers = cost["parent"], cost["workers"]
    return {"reports": count, "checking": checking * 1000 / count, "workers": workers * 1000 / count, "parent": parent * 1000 / count,
            "across": cost["across"] * 1000 / count, "overhead": (workers + parent) / checking - 1, "scaling": 2 * workers / (workers + parent)}


def sets(folder, pdf, texts):
    """The folders of reports that overhead is measured on, by what they are."""
    chosen = {}
    if pdf:
        chosen["published PDFs"] = copies(pdf, os.path.join(folder, "pdf"), 4, "%%%%%06d\n")
    if texts:
        chosen["texts"] = copies(texts, os.path.join(folder, "texts"), 2, "\n（%06d）\n")
    chosen["dense made-up texts"] = make(os.path.join(folder, "dense"), 100, 150)
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pdf")
    parser.add_argument("--texts")
    options = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        for name, reports in sets(folder, options.pdf, options.texts).items():
            one = overhead(options.program, reports, os.path.join(folder, "store"), options.rounds)
            print(f"{one['reports']} {name}, ms of processor a report: in one process {one['checking']:.2f}, workers {one['workers']:.2f}, parent {one['parent']:.2f}, "
                  f"comparing {one['across']:.2f}; overhead {one['overhead']:+.1%}, two cores allow a scaling of {one['scaling']:.2f}", flush=True)
        few = run(options.program, os.path.join(folder, "few"), make(os.path.join(folder, "100"), 100, 2))
        many = make(os.path.join(folder, "many"), options.many, 2)
        first = run(options.program, os.path.join(folder, "many-store"), many)
        processor, wall = whole(options.program, "run", "--quiet", "--store", os.path.join(folder, "many-store"), many)
        print(f"parent's memory: {few['memory']:.0f} MiB over 100 reports, {first['memory']:.0f} MiB over {options.many}")
        print(f"{options.many} small reports: {first['wall']:.1f} s ({options.many / first['wall']:.0f}/s), again unchanged {wall:.2f} s ({processor:.2f} s of processor)")


if __name__ == "__main__":
    main()
