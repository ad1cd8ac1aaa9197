#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The static pages and the review in Chromium. Skipped (77), with the reason, where a browser or playwright-core is missing."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
HOSTILE = "<img src=x onerror=alert(1)>"

# Places that do not exist; the second one's file name and words are an attack on whoever shows them.
HONEST = """青禾县水文监测中心2023年度部门整体支出绩效自评报告

一、基本情况
2023年基本支出331.20万元，其中：工资福利支出268.90万元、商品和服务支出54.10万元、对个人和家庭的补助8.30万元。
全年共发布预警信息386条，其中：蓝色预警271条、黄色预警98条、橙色预警14条、红色预警5条。
"""
ATTACK = f"""青禾县档案馆2023年度部门整体支出绩效自评报告

一、基本情况
2023年基本支出331.20万元，其中：工资福利支出268.90万元、商品和服务支出54.10万元、对个人和家庭的补助9.20万元。
备注：{HOSTILE}“</script><script>alert(2)</script>”
"""


def node(script, *arguments):
    shots = os.environ.get("CROSSFOOT_SCREENSHOTS", "")
    return subprocess.run(["node", str(HERE / script), *arguments], capture_output=True, text=True, timeout=240, check=False,
                          env=os.environ | {"CROSSFOOT_SCREENSHOTS": shots})


class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="crossfoot-browser-"))
        reports = cls.folder / "reports"
        reports.mkdir()
        (reports / "honest.txt").write_text(HONEST, encoding="utf-8")
        (reports / f"attack {HOSTILE}.txt").write_text(ATTACK, encoding="utf-8")
        for name in ("final-accounts-2023.pdf", "self-evaluation-2023.txt"):
            shutil.copy(ROOT / "samples" / name, reports)
        cls.store = str(cls.folder / "store")
        subprocess.run([PROGRAM, "run", "-q", "--store", cls.store, str(reports)], check=True, capture_output=True)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def passes(self, script, *arguments):
        done = node(script, *arguments)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_static_pages_work_from_a_file(self):
        site = self.folder / "site"
        subprocess.run([PROGRAM, "report", "--lang", "zh", "--store", self.store, "--out", str(site)], check=True, capture_output=True)
        single = self.folder / "single.html"
        with single.open("wb") as out:
            subprocess.run([PROGRAM, "check", "--format", "html", "--lang", "zh", "--fail-on", "never", str(self.folder / "reports")],
                           check=True, stdout=out)
        self.passes("site.mjs", site.as_uri() + "/index.html", single.as_uri())

    def test_a_doubtful_figure_is_shown_as_it_stands_in_the_picture(self):
        done = subprocess.run([PROGRAM, "check", "--format", "html", "--lang", "zh", "--fail-on", "never",
                               str(ROOT / "samples" / "scanned-notice-2023.pdf")], check=True, capture_output=True, text=True)
        # The sample is read without a doubt: one is put in, at its total.
        page = done.stdout.replace('"notes":[', '"notes":[{"kind":"doubtful_reading","message":"doubt","page":1,'
                                   '"bbox":[480.0,284.0,505.0,296.0]},{"kind":"doubtful_reading","message":"no place"},', 1)
        self.assertNotEqual(page, done.stdout)
        scanned = self.folder / "scanned.html"
        scanned.write_text(page, encoding="utf-8")
        self.passes("clip.mjs", scanned.as_uri())

    def test_review_decides_by_keyboard(self):
        server = subprocess.Popen([PROGRAM, "review", "--lang", "zh", "--who", "tester", "--store", self.store],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            self.passes("review.mjs", server.stdout.readline().strip())
        finally:
            server.terminate()
            server.wait(10)
            server.stdout.close()
        listed = subprocess.run([PROGRAM, "decisions", "--store", self.store, "--format", "json"], check=True, capture_output=True, text=True)
        self.assertIn('"reason":"not_meant"', listed.stdout)
        self.assertIn('"who":"tester"', listed.stdout)
        # What was decided outlives a new run.
        subprocess.run([PROGRAM, "run", "-q", "--again", "--store", self.store, str(self.folder / "reports")], check=True, capture_output=True)
        again = subprocess.run([PROGRAM, "decisions", "--store", self.store, "--format", "json"], check=True, capture_output=True, text=True)
        self.assertEqual(listed.stdout, again.stdout)


def missing():
    if shutil.which("chromium") is None:
        return "Chromium is missing: apt-get install chromium"
    if shutil.which("node") is None:
        return "node is missing: apt-get install nodejs npm"
    if not (HERE / "node_modules" / "playwright-core").is_dir():
        return "playwright-core is missing: npm ci --prefix tests/browser"
    return ""


if __name__ == "__main__":
    reason = missing()
    if reason:
        print("skipped: " + reason)
        sys.exit(77)
    unittest.main(argv=[sys.argv[0]])
