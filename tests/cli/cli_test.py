#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as people and scripts use it: exit codes, bad input, that data alone goes to standard output.

    cli_test.py PROGRAM
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv.pop()


def run(*arguments, env=None, cwd=None):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, cwd=cwd, check=False,
                          env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "", **(env or {})})
    return done.returncode, done.stdout.decode("utf-8", "strict"), done.stderr.decode("utf-8", "replace")


CLEAN = "青竹县水务局2023年度部门整体支出绩效自评报告\n一、基本情况\n2023年支出合计100.00万元，其中：基本支出60.00万元，项目支出40.00万元。\n"
BROKEN = CLEAN.replace("项目支出40.00", "项目支出45.00")


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name, content=None):
        path = os.path.join(self.folder.name, name)
        if content is not None:
            with open(path, "wb") as f:
                f.write(content.encode() if isinstance(content, str) else content)
        return path


class Usage(Folder):
    def test_alone_it_says_what_to_do(self):
        code, out, _ = run()
        self.assertEqual(code, 2)
        self.assertIn("crossfoot check report.pdf", out)

    def test_wrong_usage_ends_with_2_and_prints_no_data(self):
        for arguments in (["nonsense"], ["check"], ["check", "--format", "xml", "a"], ["check", "--fail-on", "maybe", "a"]):
            code, out, err = run(*arguments)
            self.assertEqual((code, out), (2, ""), arguments)
            self.assertTrue(err, arguments)

    def test_an_unknown_rule_is_wrong_usage(self):
        code, out, err = run("rules", "XYZ999")
        self.assertEqual((code, out), (2, ""))
        self.assertIn("XYZ999", err)

    def test_every_rule_can_be_explained(self):
        _, out, _ = run("rules")
        ids = [line.split()[0] for line in out.splitlines() if line and not line.startswith(" ")]
        self.assertTrue(ids)
        for rule in ids:
            code, text, _ = run("rules", rule)
            self.assertEqual(code, 0)
            for heading in ("What it checks", "Why it matters", "When it stays silent", "Source"):
                self.assertIn(heading, text, rule)


SCAN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "samples", "scanned-notice-2023.pdf")


class Pictures(Folder):
    def test_without_reading_a_scan_says_which_page_was_left(self):
        code, out, err = run("extract", "--no-ocr", SCAN)
        self.assertEqual((code, err), (0, ""))
        notes = json.loads(out)["notes"]
        self.assertEqual([(n["kind"], n["page"]) for n in notes], [("needs_ocr", 1)])

    def test_a_missing_model_names_its_package(self):
        for options, package in ((["--ocr-languages", "chi_sim+nowhere"], "tesseract-ocr-"),
                                 (["--ocr-models", self.folder.name], "tesseract-ocr-script-hans")):
            code, out, err = run("extract", *options, SCAN)
            self.assertEqual((code, err), (0, ""))
            self.assertTrue(any(n["kind"] == "needs_ocr" and package in n["message"] for n in json.loads(out)["notes"]), options)


class ExitStatus(Folder):
    def test_a_clean_report_ends_with_0_a_broken_one_with_1(self):
        clean, broken = self.path("clean.txt", CLEAN), self.path("broken.txt", BROKEN)
        self.assertEqual(run("check", clean)[0], 0)
        self.assertEqual(run("check", broken)[0], 1)
        self.assertEqual(run("check", "--fail-on", "never", broken)[0], 0)

    def test_a_finding_known_from_the_baseline_is_not_new(self):
        broken = self.path("broken.txt", BROKEN)
        _, out, _ = run("check", "--format", "json", broken)
        baseline = self.path("base.jsonl", out)
        code, out, _ = run("check", "--format", "json", "--baseline", baseline, broken)
        self.assertEqual(code, 0)
        self.assertEqual(json.loads(out)["findings"], [])

    def test_a_broken_baseline_is_wrong_usage(self):
        code, out, err = run("check", "--baseline", self.path("b", "nonsense"), self.path("clean.txt", CLEAN))
        self.assertEqual((code, out), (2, ""))
        self.assertIn("line 1", err)


class BadInput(Folder):
    def check_unreadable(self, path, code_name):
        good = self.path("good.txt", CLEAN)
        code, out, err = run("check", "--format", "json", path, good)
        self.assertEqual(code, 3, path)
        first, second = (json.loads(line) for line in out.splitlines())
        self.assertEqual(first["status"], "failed")
        self.assertEqual(first["error"]["code"], code_name, first)
        self.assertEqual(second["status"], "ok", "the other inputs are still done")
        self.assertEqual(len(err.splitlines()), 1, err)
        self.assertIn(os.path.basename(path).encode("ascii", "replace").decode().split("?")[0], err)

    def test_a_missing_file(self):
        self.check_unreadable(self.path("missing.txt"), "file_not_found")

    def test_a_folder_without_reports(self):
        os.mkdir(self.path("empty"))
        self.check_unreadable(self.path("empty"), "is_a_directory")

    def test_an_empty_file(self):
        self.check_unreadable(self.path("empty.txt", ""), "empty_file")

    def test_a_broken_pdf(self):
        self.check_unreadable(self.path("broken.pdf", b"%PDF-1.4\nnothing else\n"), "broken_pdf")

    def test_a_pdf_without_pages(self):
        self.check_unreadable(self.path("none.pdf", PDF_WITHOUT_PAGES), "no_pages")

    def test_an_encrypted_pdf(self):
        self.check_unreadable(self.path("locked.pdf", ENCRYPTED_PDF), "encrypted_pdf")

    def test_a_binary(self):
        self.check_unreadable(self.path("binary.txt", bytes(range(256)) * 40), "unknown_format")

    def test_text_that_is_no_known_charset(self):
        self.check_unreadable(self.path("bad.txt", "预算 \xff\xfe 万元 ".encode("latin-1", "replace") + b"\x81\xff\x80\xff\xfe\x80" * 9), "invalid_encoding")

    def test_a_pipe_is_not_waited_for(self):
        os.mkfifo(self.path("pipe.txt"))
        self.check_unreadable(self.path("pipe.txt"), "file_unreadable")

    def test_a_file_name_cannot_write_to_the_terminal(self):
        code, _, err = run("check", self.path("a\x1b[2J\nb.txt"))
        self.assertEqual(code, 3)
        self.assertNotIn("\x1b", err)
        self.assertEqual(len(err.splitlines()), 1)

    def test_what_the_report_says_cannot_write_to_the_terminal(self):
        hostile = self.path("hostile.txt", BROKEN.replace("项目支出", "项目\x1b[31m\u202e支出"))
        _, out, _ = run("check", "--verbose", hostile)
        self.assertNotIn("\x1b", out)
        self.assertNotIn("\u202e", out)


class Output(Folder):
    def test_the_same_input_gives_the_same_bytes_in_any_locale(self):
        broken = self.path("broken.txt", BROKEN)
        outs = {run("record", broken, env={"LC_NUMERIC": value, "LANG": value})[1] for value in ("C", "de_DE.UTF-8", "zh_CN.UTF-8")}
        self.assertEqual(len(outs), 1)

    def test_numerals_are_listed_with_what_they_were_taken_for(self):
        path = self.path("numerals.txt", "青竹县水务局2023年度部门决算\n\n二、一般公共预算支出12.5万元，附件3。\n")
        status, out, _ = run("record", "--numerals", path)
        self.assertEqual(status, 0)
        lines = [line.split("\t") for line in out.splitlines()]
        self.assertEqual([(line[1], line[2]) for line in lines],
                         [("year", "2023年"), ("ordinal", "二、"), ("word", "一"), ("fact", "12.5万元"), ("ordinal", "3")])
        self.assertEqual(lines[3][0], path + ":3:11")
        self.assertEqual(lines[3][4], "二、一般公共预算支出【12.5万元】，附件3。")

    def test_messages_follow_the_language(self):
        broken = self.path("broken.txt", BROKEN)
        self.assertIn("勾稽", run("check", "--lang", "zh", broken)[1])
        self.assertIn("relations", run("check", "--lang", "en", broken)[1])
        self.assertIn("勾稽", run("check", broken, env={"LC_ALL": "zh_CN.UTF-8"})[1])

    def test_a_report_s_findings_stand_apart_from_the_status_line_above(self):
        broken, clean = self.path("broken.txt", BROKEN), self.path("clean.txt", CLEAN)
        lines = run("check", "--lang", "en", clean, broken, clean)[1].splitlines()
        first = next(i for i, line in enumerate(lines) if "error[" in line)
        self.assertEqual(lines[first - 1], "")
        self.assertIn("1 violated (1 root cause) ", "\n".join(lines))
        self.assertNotEqual(lines[-2], "", "a clean report takes one line")

    def test_why_something_was_not_checked_is_said_in_the_readers_language(self):
        zero = self.path("zero.txt", "青竹县水务局2023年度部门决算\n2023年其他收入5.00万元，上年其他收入0.00万元，增加5.00万元，增长100%。\n")
        self.assertIn("基数为零", run("check", "-v", "--lang", "zh", zero)[1])
        self.assertIn("base is zero", run("check", "-v", "--lang", "en", zero)[1])

    def test_sarif_is_one_json_object(self):
        _, out, _ = run("check", "--format", "sarif", self.path("broken.txt", BROKEN))
        log = json.loads(out)
        self.assertEqual(log["version"], "2.1.0")
        self.assertTrue(log["runs"][0]["results"])

    def test_a_folder_gives_its_reports_in_order(self):
        for name in ("b.txt", "a.txt", "notes.md", ".hidden.txt"):
            self.path(name, CLEAN)
        _, out, _ = run("check", "--format", "json", self.folder.name)
        self.assertEqual([os.path.basename(json.loads(line)["source"]["path"]) for line in out.splitlines()], ["a.txt", "b.txt"])

    def test_extract_prints_each_format(self):
        clean = self.path("clean.txt", CLEAN)
        self.assertTrue(json.loads(run("extract", clean)[1])["blocks"])
        for form in ("markdown", "text"):
            self.assertIn("基本支出60.00万元", run("extract", "--format", form, clean)[1])
        self.assertEqual(run("extract", "--format", "csv", clean)[:2], (0, ""))


def pdf(*objects, trailer=b"", version=b"1.4"):
    """A PDF of the given objects, the first of which is its catalogue."""
    out, offsets = b"%PDF-" + version + b"\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


PDF_WITHOUT_PAGES = pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")
# A standard security handler whose keys fit no password.
ENCRYPTED_PDF = pdf(
    b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    trailer=b"/Encrypt 4 0 R /ID [<00><00>]")

if __name__ == "__main__":
    unittest.main(verbosity=1)
