#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What someone meets who has never used the program: alone, help, completion, man page, errors, one page of HTML, a marked PDF."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())


def run(*arguments, lang="C.UTF-8"):
    env = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))} | {"LANG": lang}
    return subprocess.run([PROGRAM, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False)


class FirstUse(unittest.TestCase):
    def test_alone_it_says_what_to_do_in_the_users_language(self):
        english, chinese = run(), run(lang="zh_CN.UTF-8")
        self.assertEqual(english.returncode, 2)
        self.assertIn("crossfoot check report.pdf", english.stdout)
        self.assertIn("勾稽", chinese.stdout)

    def test_a_first_word_that_is_no_command_is_told_what_was_meant(self):
        for words, meant in ((["chekc", "x.pdf"], "Perhaps: crossfoot check"), (["samples"], "Perhaps: crossfoot check samples"),
                             (["zzzzzzzzz"], "crossfoot --help lists"), (["\x1b[2J" * 99], "no such command: ?[2J")):
            done = run(*words)
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn(meant, done.stderr)
            self.assertNotIn("\x1b", done.stderr)
        self.assertIn("没有这个命令", run("chekc", lang="zh_CN.UTF-8").stderr)
        self.assertEqual(run("help").stdout, run("--help").stdout)

    def test_an_error_says_what_to_do_next(self):
        done = run("check", "no-such.pdf")
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, r"no-such.pdf: No such file or directory. Check the path")

    def test_completion_knows_every_command_and_option_of_the_help(self):
        helped = run("--help-all").stdout
        for shell in ("bash", "zsh", "fish"):
            script = run("completion", shell).stdout
            for command in ("check", "record", "extract", "run", "merge", "export", "report", "review", "decisions", "rules"):
                self.assertIn(command, script)
                self.assertIn("\n" + command + "\n", helped)
            self.assertNotIn("worker", script)
        bash = run("completion", "bash").stdout
        self.assertIn("--fail-on) COMPREPLY", bash)
        self.assertEqual(subprocess.run(["bash", "-n"], input=bash, text=True, check=False).returncode, 0)
        probe = bash + "\nCOMP_WORDS=(crossfoot check --format ''); COMP_CWORD=3; _crossfoot; echo \"${COMPREPLY[*]}\"\n"
        done = subprocess.run(["bash"], input=probe, text=True, capture_output=True, check=False)
        self.assertEqual(done.stdout.strip(), "text json sarif html")

    def test_the_man_page_is_the_one_in_docs_and_is_well_formed(self):
        man = run("completion", "man").stdout
        self.assertTrue(man.startswith(".\\\""))
        self.assertIn(".SS crossfoot review", man)
        self.assertEqual(man, (ROOT / "docs" / "crossfoot.1").read_text(encoding="utf-8"))
        if shutil.which("groff"):
            done = subprocess.run(["groff", "-man", "-ww", "-Tutf8"], input=man, text=True, capture_output=True, check=False)
            self.assertEqual(done.stderr, "")

    def test_html_is_one_file_that_asks_for_nothing(self):
        page = run("check", "--format", "html", "--fail-on", "never", "samples/final-accounts-2023.pdf", "no-such.pdf")
        self.assertEqual(page.returncode, 3)
        self.assertIn("data:image/png;base64,", page.stdout)
        self.assertNotIn("src=\"http", page.stdout)
        self.assertIn("no-such.pdf", page.stdout)

    def test_mark_gives_the_pdf_back_and_says_what_it_cannot(self):
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder) / "marked.pdf"
            before = (ROOT / "samples" / "final-accounts-2023.pdf").read_bytes()
            self.assertEqual(run("check", "--mark", str(out), "samples/final-accounts-2023.pdf").returncode, 1)
            self.assertTrue(out.read_bytes().startswith(b"%PDF"))
            self.assertEqual((ROOT / "samples" / "final-accounts-2023.pdf").read_bytes(), before)
            text = run("check", "--fail-on", "never", "--mark", str(out), "samples/self-evaluation-2023.txt")
            self.assertEqual(text.returncode, 3)
            self.assertIn("no PDF", text.stderr)
            self.assertEqual(run("check", "--mark", str(out), "samples").returncode, 2)

    def test_errors_say_what_to_do_next(self):
        with tempfile.TemporaryDirectory() as folder:
            for command in (["review", "--store", folder], ["report", "--store", folder, "-o", folder], ["decisions", "--store", folder]):
                done = run(*command)
                self.assertEqual(done.returncode, 4, command)
                self.assertIn("crossfoot run --store", done.stderr)
        self.assertEqual(run("report", "--store", "x").returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
