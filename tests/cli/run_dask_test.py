#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped Dask script on loopback: a scheduler, two workers, one of them killed half-way; the merged store is the single run's.

    run_dask_test.py PROGRAM
"""
import os
import re
import subprocess
import sys
import time
import unittest

from corpus_fixture import Folder, contents

try:
    import distributed  # noqa: F401
except ImportError:
    print("skipped: needs the Debian package python3-distributed", file=sys.stderr)
    sys.exit(77)

SCRIPT = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "docs", "batch", "crossfoot_dask.py")
SHARDS = 8


class Dask(Folder):
    def start(self, *command):
        log = open(self.path(f"log{len(os.listdir(self.folder))}"), "w+b")
        self.addCleanup(log.close)
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder)
        self.addCleanup(self.stop, process)
        return process, log.name

    @staticmethod
    def stop(process):
        process.kill()
        process.wait()

    def cluster(self):
        scheduler, log = self.start(sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        deadline = time.time() + 60
        address = None
        while not address and time.time() < deadline and scheduler.poll() is None:
            with open(log, encoding="utf-8", errors="replace") as f:
                address = re.search(r"Scheduler at:\s+(tcp://\S+)", f.read())
            time.sleep(0.1)
        self.assertTrue(address, "the scheduler did not start")
        workers = [self.start(sys.executable, "-m", "distributed.cli.dask_worker", address[1], "--no-nanny", "--nthreads", "1",
                              "--no-dashboard", "--local-directory", self.path(f"scratch{i}"))[0] for i in range(2)]
        return address[1], workers

    def test_a_worker_killed_half_way_changes_nothing(self):
        reports = self.reports(40, lines=60)
        self.run_into(self.path("whole"), reports)
        address, workers = self.cluster()
        running, log = self.start(sys.executable, SCRIPT, "--scheduler", address, "--program", self.program,
                                  "--store", self.path("store"), "--shards", str(SHARDS), reports)
        deadline = time.time() + 120
        said = ""
        while "2/8 shards" not in said and time.time() < deadline and running.poll() is None:
            time.sleep(0.02)
            with open(log, encoding="utf-8", errors="replace") as f:
                said = f.read()
        self.assertIsNone(running.poll(), said)
        workers[0].kill()
        self.assertEqual(running.wait(180), 0)
        self.assertEqual(contents(self.path("store")), contents(self.path("whole")))


if __name__ == "__main__":
    Folder.program = os.path.abspath(sys.argv.pop())
    unittest.main(verbosity=1)
