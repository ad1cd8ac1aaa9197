# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of run, merge and export share: made-up reports, a store's contents in an order of their own."""
import json
import os
import sqlite3
import subprocess
import tempfile
import unittest

VOLATILE = {"source_stat", "runs", "stale_groups"}


def report(number, lines=1):
    """A report of an invented office; every third one does not add up."""
    total, part = 100 + number, 40 + (number % 3 == 0)
    body = "".join(f"{i + 2023 - lines}年支出合计{total}.00万元，其中：基本支出60.00万元，项目支出{part + number}.00万元。\n" for i in range(1, lines + 1))
    return f"松溪县第{number}办公室2023年度部门整体支出绩效自评报告\n一、基本情况\n{body}"


def contents(store):
    """All of a store that is a result, as text: two stores with the same contents hold the same."""
    database = sqlite3.connect(f"file:{store}/corpus.db?mode=ro", uri=True)
    tables = sorted(row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"))
    lines = []
    for table in tables:
        if table not in VOLATILE:
            rows = database.execute(f"SELECT * FROM {table}").fetchall()
            lines += sorted(table + " " + repr(row) for row in rows)
    database.close()
    return "\n".join(lines)


def ask(store, sql):
    database = sqlite3.connect(f"file:{store}/corpus.db?mode=ro", uri=True)
    rows = database.execute(sql).fetchall()
    database.close()
    return rows


class Folder(unittest.TestCase):
    program = ""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def path(self, name, content=None):
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        if content is not None:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as f:
                f.write(content.encode() if isinstance(content, str) else content)
        return os.fsdecode(path)

    def reports(self, count, lines=1, folder="reports"):
        for number in range(count):
            self.path(f"{folder}/{number:04}.txt", report(number, lines))
        return self.path(folder)

    def run_program(self, *arguments, **options):
        done = subprocess.run([self.program, *arguments], capture_output=True, check=False, timeout=120,
                              env=dict(os.environ, LC_ALL="C.UTF-8"), **options)
        return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8", "replace")

    def run_into(self, store, *arguments, status=0, **options):
        """Runs into a store; the events of its reports by path, and the summary."""
        code, out, err = self.run_program("run", "--quiet", "--events", "--store", store, *arguments, **options)
        self.assertEqual(code, status, err)
        events = [json.loads(line) for line in out.splitlines()]
        return {e["path"]: e for e in events if e["event"] == "report"}, events[-1]
