#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/packs.md does what it says: its files, its commands, and what they print; and broken files of users end cleanly.

    pack_test.py PROGRAM PAGE
    pack_test.py --write PROGRAM PAGE      puts what the commands print into the page
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PAGE = pathlib.Path(sys.argv.pop())
PROGRAM = os.path.abspath(sys.argv.pop())
BLOCK = re.compile(r"<!-- (file|run): (.*?) -->\n```\w*\n(.*?)```\n", re.S)


def run(command, folder):
    done = subprocess.run([PROGRAM, *command.split()[1:]], capture_output=True, cwd=folder, check=False,
                          env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": ""})
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def play(page, folder, told):
    """Writes the page's files into the folder and tells what each command printed."""
    for kind, name, text in BLOCK.findall(page):
        if kind == "file":
            (folder / name).write_text(text, encoding="utf-8")
        else:
            command, status = re.fullmatch(r"(.*) \(status (\d+)\)", name).groups()
            code, out, err = run(command, folder)
            told(command, int(status), text, code, err + out)


class Pack(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.commands = 0

    def test_the_page_does_what_it_says(self):
        def told(command, status, expected, code, printed):
            self.commands += 1
            self.assertEqual(code, status, command + "\n" + printed)
            self.assertEqual(printed, expected, command)
        play(PAGE.read_text(encoding="utf-8"), self.folder, told)
        self.assertEqual(self.commands, 2)

    def page_files(self):
        play(PAGE.read_text(encoding="utf-8"), self.folder, lambda *told: None)

    def test_without_the_pack_the_report_is_consistent(self):
        self.page_files()
        code, out, _ = run("crossfoot check --lang en report.txt", self.folder)
        self.assertEqual(code, 0, out)

    def test_packs_are_laid_one_over_the_other(self):
        self.page_files()
        (self.folder / "off.toml").write_text('off = ["SUM103", "EQU110"]\n', encoding="utf-8")
        code, out, _ = run("crossfoot record --pack port.toml --pack off.toml report.txt", self.folder)
        record = json.loads(out)
        self.assertEqual(code, 0)
        self.assertEqual(record["findings"], [])
        states = {rule["rule"]: rule["state"] for rule in record["rules"]}
        self.assertEqual((states["SUM103"], states["EQU110"]), ("off", "off"))
        self.assertIn("port.1", record["versions"]["rules"])

    def test_a_metric_of_the_users_lexicon_is_known(self):
        self.page_files()
        (self.folder / "calls.txt").write_text("青竹县港务局2023年度部门决算\n\n2023年靠港船舶120艘次。\n", encoding="utf-8")
        _, out, _ = run("crossfoot record --lexicon port-words.toml calls.txt", self.folder)
        facts = json.loads(out)["facts"]
        self.assertEqual([(f["metric"], f["unit"]) for f in facts], [("port.calls", "艘次")])

    def test_broken_files_are_wrong_usage_and_nothing_is_read(self):
        self.page_files()
        for option, text, message in [
                ("--pack", "[[table_identity]]\nsource = \"s\"\n", "own.toml: line 1: name"),
                ("--pack", "off = [\"SUM999\"]\n", "own.toml: line 1: off"),
                ("--pack", "x = \n", "own.toml: line 1"),
                ("--lexicon", "[[metric]]\nnames = [\"a\"]\n", "own.toml: line 1"),
                ("--suppress", "[[suppress]]\nid = \"a\"\n", "own.toml: line 1: reason")]:
            (self.folder / "own.toml").write_text(text, encoding="utf-8")
            code, out, err = run(f"crossfoot check {option} own.toml report.txt", self.folder)
            self.assertEqual((code, out), (2, ""), text)
            self.assertIn(message, err)
        code, out, err = run("crossfoot check --pack missing.toml report.txt", self.folder)
        self.assertEqual((code, out), (2, ""))
        self.assertIn("missing.toml", err)

    def test_run_reads_with_the_pack_and_again_when_it_changes(self):
        self.page_files()
        counts = []
        for text in ((self.folder / "port.toml").read_text(encoding="utf-8"), 'off = ["SUM103", "EQU110"]\n'):
            (self.folder / "port.toml").write_text(text, encoding="utf-8")
            code, _, err = run("crossfoot run --quiet --store s --pack port.toml report.txt", self.folder)
            self.assertEqual(code, 0, err)
            _, out, _ = run("crossfoot export --store s", self.folder)
            counts.append(len(json.loads(out)["findings"]))
        self.assertEqual(counts, [2, 0])
        code, _, err = run("crossfoot run --quiet --store s --pack missing.toml report.txt", self.folder)
        self.assertEqual(code, 2)

    def test_suppressed_findings_are_kept_for_programs_and_fit_a_baseline(self):
        self.page_files()
        with_both = "crossfoot check --format {} --pack port.toml --suppress looked-at.toml {} report.txt"
        _, out, _ = run(with_both.format("json", ""), self.folder)
        checked = json.loads(out)
        findings = {f["rule"]: f for f in checked["findings"]}
        self.assertIn("December", findings["EQU110"]["suppressed"])
        self.assertNotIn("suppressed", findings["SUM103"])
        counts = checked["summary"]["findings"]
        self.assertEqual((sum(counts[severity] for severity in ("error", "warning", "info")), counts["suppressed"]), (len(findings) - 1, 1))
        _, sarif, _ = run(with_both.format("sarif", ""), self.folder)
        results = {r["ruleId"]: r for r in json.loads(sarif)["runs"][0]["results"]}
        self.assertIn("December", results["EQU110"]["suppressions"][0]["justification"])
        self.assertNotIn("suppressions", results["SUM103"])
        (self.folder / "base.jsonl").write_text(out, encoding="utf-8")
        code, out, err = run(with_both.format("json", "--baseline base.jsonl"), self.folder)
        self.assertEqual(code, 0)
        self.assertEqual(json.loads(out)["findings"], [])
        self.assertEqual(err.count("nothing was suppressed"), 1, "the entry that meets the baseline is used")


if __name__ == "__main__":
    if "--write" in sys.argv:
        page = PAGE.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            told = []
            play(page, pathlib.Path(folder), lambda command, status, expected, code, printed: told.append((expected, printed)))
        for expected, printed in told:
            page = page.replace(expected, printed)
        PAGE.write_text(page, encoding="utf-8")
    else:
        unittest.main()
