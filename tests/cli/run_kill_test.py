#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A run that is killed again and again, and its workers with it, ends with exactly the undisturbed result.

    run_kill_test.py PROGRAM          CROSSFOOT_KILLS=100 by default
"""
import os
import random
import signal
import subprocess
import sys
import time
import unittest

from corpus_fixture import Folder, contents

KILLS = int(os.environ.get("CROSSFOOT_KILLS", "100"))
LIMIT = 400  # seconds


class Killed(Folder):
    def start(self, store, reports):
        return subprocess.Popen([self.program, "run", "--quiet", "--jobs", "2", "--store", store, reports],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def test_a_run_killed_at_random_moments_ends_with_the_undisturbed_result(self):
        reports = self.reports(60, lines=20)
        begin = time.monotonic()
        self.assertEqual(self.start(self.path("whole"), reports).wait(120), 0)
        length = time.monotonic() - begin
        whole = contents(self.path("whole"))
        dice = random.Random(8)
        kills = finished = 0
        begin = time.monotonic()
        while kills < KILLS and time.monotonic() - begin < LIMIT:
            store, done = self.path(f"store{finished}"), False
            while not done and kills < KILLS:
                running = self.start(store, reports)
                try:
                    # Early kills mostly, so that a store sees many of them.
                    done = running.wait(dice.random() ** 2 * length) == 0
                except subprocess.TimeoutExpired:
                    running.kill()
                    running.wait()
                    kills += 1
            self.assertEqual(self.start(store, reports).wait(120), 0)
            self.assertEqual(contents(store), whole)
            finished += 1
        print(f"killed {kills} times, over {finished} stores", file=sys.stderr)
        self.assertGreaterEqual(kills, KILLS)

    def test_workers_killed_at_random_moments_change_nothing(self):
        reports, store = self.reports(60, lines=20), self.path("store")
        self.assertEqual(self.start(self.path("whole"), reports).wait(120), 0)
        dice = random.Random(88)
        running = self.start(store, reports)
        kills = 0
        while running.poll() is None:
            try:
                with open(f"/proc/{running.pid}/task/{running.pid}/children", encoding="ascii") as f:
                    children = [int(word) for word in f.read().split()]
                # A report is tried twice: killed both times it is a failure, rightly. So few are killed, one in a while.
                if children and kills < 3:
                    os.kill(dice.choice(children), signal.SIGKILL)
                    kills += 1
            except (FileNotFoundError, ProcessLookupError):
                pass
            time.sleep(dice.random() * 0.2)
        self.assertEqual(running.returncode, 0)
        self.assertEqual(contents(store), contents(self.path("whole")))


if __name__ == "__main__":
    Folder.program = sys.argv.pop()
    unittest.main(verbosity=1)
