#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""crossfoot run, merge and export as people and scripts use them.

    run_test.py PROGRAM
"""
import csv
import fcntl
import hashlib
import io
import json
import os
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import unittest
import zipfile

from corpus_fixture import Folder, ask, contents, report


class Run(Folder):
    def test_the_result_does_not_depend_on_order_or_workers(self):
        reports = self.reports(12)
        paths = sorted(os.path.join(reports, name) for name in os.listdir(reports))
        self.run_into(self.path("a"), "--jobs", "1", *paths)
        self.run_into(self.path("b"), "--jobs", "3", *reversed(paths))
        self.assertEqual(contents(self.path("a")), contents(self.path("b")))
        self.assertEqual(len(ask(self.path("a"), "SELECT * FROM records")), 12)

    def test_only_what_changed_is_read_again(self):
        reports, store = self.reports(6), self.path("store")
        time.sleep(0.2)  # a file changed a moment ago is not trusted to be unchanged
        self.run_into(store, reports)
        events, _ = self.run_into(store, reports)
        self.assertEqual({e["outcome"] for e in events.values()}, {"unchanged"})
        changed = self.path("reports/0003.txt", report(33))
        os.utime(self.path("reports/0004.txt"))
        self.path("reports/0006.txt", report(6))
        events, _ = self.run_into(store, reports)
        self.assertEqual(sorted(p for p, e in events.items() if e["outcome"] == "read"), [changed, self.path("reports/0006.txt")])
        self.run_into(self.path("fresh"), reports)
        self.assertEqual(contents(store), contents(self.path("fresh")))

    def test_another_version_reads_everything_again(self):
        reports, store = self.reports(3), self.path("store")
        self.run_into(store, reports)
        database = sqlite3.connect(store + "/corpus.db")
        database.execute("UPDATE sources SET versions = 'program 0.0.1 lexicon 0 rules 0'")
        database.commit()
        database.close()
        events, _ = self.run_into(store, reports)
        self.assertEqual({e["outcome"] for e in events.values()}, {"read"})

    def test_another_way_of_reading_pictures_reads_everything_again(self):
        store, reports = self.path("store"), self.reports(2)
        time.sleep(0.2)
        self.run_into(store, reports)
        versions = ask(store, "SELECT DISTINCT versions FROM sources")
        for options, read in ((["--ocr-threads", "2"], 0), (["--no-ocr"], 2), (["--no-ocr"], 0), (["--ocr-languages", "HanT"], 2), ([], 2)):
            events, _ = self.run_into(store, reports, *options)
            self.assertEqual([e["outcome"] for e in events.values()].count("read"), read, options)
        self.assertEqual(ask(store, "SELECT DISTINCT versions FROM sources"), versions)

    def test_the_union_of_the_shards_is_the_single_run(self):
        reports = self.reports(20)
        self.run_into(self.path("whole"), reports)
        parts = []
        for i in range(1, 4):
            parts.append(self.path(f"part{i}"))
            self.run_into(parts[-1], "--shard", f"{i}/3", reports)
        counts = [len(ask(part, "SELECT * FROM sources")) for part in parts]
        self.assertEqual(sum(counts), 20)
        self.assertTrue(all(counts), counts)
        for order in (parts, parts[::-1]):
            merged = self.path("merged" + str(order == parts))
            code, _, err = self.run_program("merge", "--store", merged, *order)
            self.assertEqual(code, 0, err)
            self.assertEqual(contents(merged), contents(self.path("whole")))
            self.assertEqual(self.run_program("export", "--store", merged), self.run_program("export", "--store", self.path("whole")))

    def test_a_wrong_shard_is_wrong_usage(self):
        for shard in ("0/3", "4/3", "x", "1/2/3", "1/0"):
            self.assertEqual(self.run_program("run", "--store", self.path("s"), "--shard", shard, "a")[0], 2, shard)

    def test_inputs_come_as_folders_patterns_and_lists(self):
        reports = self.reports(4)
        listed = "\n".join([reports + "/0001.txt", reports + "/0002.txt", ""])
        for name, arguments, options, count in (("folder", [reports], {}, 4), ("pattern", [reports + "/000[12].txt"], {}, 2),
                                                ("list", ["-"], {"input": listed.encode()}, 2)):
            events, _ = self.run_into(self.path(name), *arguments, **options)
            self.assertEqual(len(events), count, name)

    def test_any_file_name_is_one_source(self):
        self.path("odd/a\nb.txt", report(1))
        self.path("odd/back\\slash.txt", report(2))
        self.path(b"odd/\xff\xfe.txt", report(3))
        self.path("odd/\x1b[2J.txt", report(4))
        events, _ = self.run_into(self.path("a"), self.path("odd"))
        self.assertEqual(len(events), 4)
        names = sorted(os.path.basename(path) for path in events)
        self.assertEqual(names, ["\\x1b[2J.txt", "\\xff\\xfe.txt", "a\\x0ab.txt", "back\\x5cslash.txt"])
        listed = b"\0".join(os.path.join(os.fsencode(self.path("odd")), name) for name in os.listdir(os.fsencode(self.path("odd"))))
        self.run_into(self.path("b"), "-", input=listed)
        self.assertEqual(contents(self.path("a")), contents(self.path("b")))

    def test_plain_progress_and_a_summary(self):
        code, out, err = self.run_program("run", "--store", self.path("store"), "--lang", "en", self.reports(3))
        self.assertEqual(code, 0)
        self.assertIn("asked for, read 3", out)
        self.assertIn("SUM101", out)
        self.assertIn("3/3", err)
        self.assertNotIn("\x1b", err)


class BadInput(Folder):
    def test_what_cannot_be_read_costs_only_itself(self):
        good = self.reports(3, folder="in")
        os.symlink("nowhere", self.path("in/link.txt"))
        os.mkfifo(self.path("in/pipe.txt"))
        listener = socket.socket(socket.AF_UNIX)
        self.addCleanup(listener.close)
        listener.bind(self.path("in/socket.txt"))
        self.path("in/empty.txt", "")
        self.path("in/binary.txt", bytes(range(256)) * 40)
        self.path("in/broken.pdf", b"%PDF-1.4\nnothing\n")
        self.path("in/broken.zip", b"PK\x03\x04 nothing")
        store = self.path("store")
        _, summary = self.run_into(store, good, self.path("missing.txt"), status=3)
        self.assertEqual(summary["reports"], 3)
        codes = {os.path.basename(path): code for path, code in ask(store, "SELECT path, code FROM failures JOIN sources USING (source)")}
        self.assertIn(codes.pop("binary.txt"), ("unknown_format", "invalid_encoding"))
        self.assertEqual(codes, {"link.txt": "file_not_found", "pipe.txt": "file_unreadable", "socket.txt": "file_unreadable",
                                 "empty.txt": "empty_file", "broken.pdf": "broken_pdf",
                                 "broken.zip": "broken_markup", "missing.txt": "file_not_found"})

    def test_a_report_that_is_gone_for_now_keeps_its_record(self):
        reports, store = self.reports(2), self.path("store")
        self.run_into(store, reports)
        os.rename(reports, reports + "-away")
        self.run_into(store, os.path.join(reports, "0001.txt"), status=3)
        self.assertEqual(len(ask(store, "SELECT * FROM records")), 2)

    def test_a_failed_report_is_read_again_when_asked_or_changed(self):
        store, bad = self.path("store"), self.path("bad.pdf", b"%PDF-1.4\nnothing\n")
        time.sleep(0.2)
        self.run_into(store, bad, status=3)
        events, _ = self.run_into(store, bad, status=3)
        self.assertNotIn("code", events[bad], "not read: nothing changed")
        events, _ = self.run_into(store, "--retry-failed", bad, status=3)
        self.assertEqual(events[bad]["code"], "broken_pdf")
        self.path("bad.pdf", report(1))
        self.run_into(store, bad)
        self.assertEqual(ask(store, "SELECT * FROM failures"), [])

    def test_archives_are_read_member_by_member(self):
        with zipfile.ZipFile(self.path("in.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a/one.txt", report(1))
            archive.writestr("a/notes.md", "not a report")
            archive.writestr("inner.zip", b"PK\x05\x06" + bytes(18))
            archive.writestr("bomb.txt", b"0" * (600 << 20))
        store = self.path("store")
        events, _ = self.run_into(store, self.path("in.zip"), status=3)
        self.assertEqual({os.path.basename(p): e.get("code", "") for p, e in events.items()},
                         {"one.txt": "", "inner.zip": "unknown_format", "bomb.txt": "limit_exceeded"})
        self.assertIn(self.path("in.zip") + "!/a/one.txt", events)

    def test_a_small_memory_limit_costs_only_the_large_report(self):
        good = self.reports(2, folder="in")
        self.path("in/large.txt", report(1) + "无数据的一段文字，只为占用空间。\n" * 1_500_000)
        store = self.path("store")
        events, summary = self.run_into(store, "--memory", "128", "--jobs", "1", good, status=3)
        self.assertEqual(summary["reports"], 2)
        self.assertIn(events[self.path("in/large.txt")]["code"], ("limit_exceeded", "worker_crashed"))


class BadStore(Folder):
    def refuse(self, store, words, status=4, **options):
        before = self.digests(store)
        code, _, err = self.run_program("run", "--store", store, self.reports(1), **options)
        self.assertEqual(code, status, err)
        self.assertIn(words, err)
        self.assertEqual(len(err.splitlines()), 1, err)
        self.assertEqual(before, self.digests(store), "the store is left as it was")

    def digests(self, store):
        out = {}
        for name in ("corpus.db", "decisions.db"):
            if os.path.exists(os.path.join(store, name)):
                with open(os.path.join(store, name), "rb") as f:
                    out[name] = hashlib.sha256(f.read()).hexdigest()
        return out

    def test_two_runs_on_one_store(self):
        store = self.path("store")
        self.run_into(store, self.reports(1))
        with open(store + "/lock", "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.refuse(store, "another run")
            self.assertEqual(self.run_program("export", "--store", store)[0], 0, "reading goes on")

    def test_a_store_of_a_newer_version(self):
        store = self.path("store")
        self.run_into(store, self.reports(1))
        database = sqlite3.connect(store + "/corpus.db")
        database.execute("PRAGMA user_version = 99")
        database.close()
        self.refuse(store, "newer crossfoot")
        self.assertEqual(self.run_program("export", "--store", store)[0], 4)

    def test_a_database_of_something_else(self):
        os.mkdir(self.path("store"))
        database = sqlite3.connect(self.path("store/corpus.db"))
        database.execute("CREATE TABLE mine (x)")
        database.commit()
        database.close()
        self.refuse(self.path("store"), "something else")

    def test_a_corrupt_store(self):
        self.path("store/corpus.db", b"no database " * 1000)
        self.refuse(self.path("store"), "not a database")

    def test_no_store_at_all(self):
        code, _, err = self.run_program("export", "--store", self.path("nothing"))
        self.assertEqual((code, len(err.splitlines())), (4, 1), err)
        self.assertFalse(os.path.exists(self.path("nothing")))

    @unittest.skipIf(os.getuid() != 0, "needs root rights, to become someone without")
    def test_a_read_only_folder(self):
        os.chmod(self.folder, 0o755)
        store = self.path("store")
        self.run_into(store, self.reports(1))
        # The checkout may lie where only root may look; the other user gets a copy of the program.
        self.program = shutil.copy(self.program, self.path("crossfoot"))
        code, out, _ = self.run_program("export", "--store", store, user=65534)
        self.assertEqual((code, len(out.splitlines())), (0, 1), "reading needs no right to write")
        self.refuse(store, "ermission denied", user=65534)

    def test_a_full_disk_loses_nothing_that_was_stored(self):
        reports, store = self.reports(200, lines=6), self.path("store")
        self.run_into(self.path("whole"), reports)
        room = os.path.getsize(self.path("whole/corpus.db")) * 3 // 4

        def little_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        code, _, err = self.run_program("run", "--quiet", "--store", store, reports, preexec_fn=little_room)
        self.assertEqual(code, 4, err)
        stored = len(ask(store, "SELECT * FROM records"))
        self.assertTrue(0 < stored < 200, stored)
        self.run_into(store, reports)
        self.assertEqual(contents(store), contents(self.path("whole")))


class Workers(Folder):
    def children(self, parent):
        with open(f"/proc/{parent}/task/{parent}/children", encoding="ascii") as f:
            return [int(word) for word in f.read().split()]

    def test_a_worker_that_hangs_is_ended_and_its_report_read_again_alone(self):
        reports = self.reports(2)
        running = subprocess.Popen([self.program, "run", "--quiet", "--jobs", "1", "--timeout", "1", "--store", self.path("store"), "-"],
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        running.stdin.write((reports + "\n").encode())
        running.stdin.close()
        deadline = time.time() + 20
        while time.time() < deadline and not self.children(running.pid):
            pass
        for child in self.children(running.pid):
            os.kill(child, signal.SIGSTOP)
        self.assertEqual(running.wait(60), 0)
        self.assertEqual(len(ask(self.path("store"), "SELECT * FROM records")), 2)

    def test_workers_do_not_outlive_the_run(self):
        self.path("in/large.txt", report(1, lines=3000))
        running = subprocess.Popen([self.program, "run", "--quiet", "--store", self.path("store"), self.path("in")])
        deadline = time.time() + 20
        workers = []
        while time.time() < deadline and not workers:
            workers = self.children(running.pid)
        running.kill()
        running.wait()
        while time.time() < deadline and any(os.path.exists(f"/proc/{worker}") for worker in workers):
            time.sleep(0.01)
        self.assertFalse([worker for worker in workers if os.path.exists(f"/proc/{worker}")])


class Export(Folder):
    def setUp(self):
        super().setUp()
        self.store = self.path("store")
        self.path("in/a.txt", report(0).replace("项目支出", "=HYPERLINK(1)项目支出"))
        self.path("in/b.txt", report(1))
        self.path("in/bad.txt", "")
        self.run_into(self.store, self.path("in"), status=3)

    def export(self, *arguments):
        code, out, err = self.run_program("export", "--store", self.store, *arguments)
        self.assertEqual(code, 0, err)
        return out

    def test_records_are_what_record_prints(self):
        ours = self.export().splitlines()
        self.assertEqual(len(ours), 3)
        theirs = self.run_program("record", self.path("in/a.txt"))[1].splitlines()
        self.assertEqual(ours[:1], theirs)
        self.assertEqual(json.loads(ours[2])["error"]["code"], "empty_file")

    def test_csv_has_the_columns_of_the_dictionary_and_no_formulas(self):
        package = self.path("package")
        self.export("--format", "datapackage", "--out", package)
        with open(package + "/datapackage.json", encoding="utf-8") as f:
            described = json.load(f)
        self.assertIn("facts", [resource["name"] for resource in described["resources"]])
        for resource in described["resources"]:
            text = self.export("--format", "csv", "--table", resource["name"])
            rows = list(csv.reader(io.StringIO(text)))
            self.assertEqual(rows[0], [field["name"] for field in resource["schema"]["fields"]])
            self.assertTrue(all(field["description"] for field in resource["schema"]["fields"]), resource["name"])
            for row in rows[1:]:
                self.assertEqual(len(row), len(rows[0]))
                self.assertFalse([value for value in row if value.startswith(("=", "@", "+"))])

    def test_a_byte_order_mark_on_request(self):
        self.assertFalse(self.export("--format", "csv").startswith("\ufeff"))
        self.assertTrue(self.export("--format", "csv", "--bom").startswith("\ufeffpath,"))

    def test_only_confirmed_facts(self):
        rows = list(csv.DictReader(io.StringIO(self.export("--format", "csv", "--only", "confirmed"))))
        self.assertTrue(rows)
        self.assertEqual({row["status"] for row in rows}, {"confirmed"})
        statuses = {fact["status"] for line in self.export("--only", "confirmed").splitlines() for fact in json.loads(line).get("facts", [])}
        self.assertEqual(statuses, {"confirmed"})

    def test_a_workbook_for_auditors(self):
        book = self.path("book.xlsx")
        self.export("--format", "xlsx", "--lang", "en", "--out", book)
        with zipfile.ZipFile(book) as archive:
            self.assertIsNone(archive.testzip())
            names = archive.read("xl/workbook.xml").decode()
            sheets = [archive.read(f"xl/worksheets/sheet{i}.xml").decode() for i in range(1, 7)]
        for sheet in ("Overview", "Findings", "Across reports", "Facts", "Not checked", "Failures"):
            self.assertIn(f'name="{sheet}"', names)
        for mark in ("<autoFilter", 'state="frozen"', "<dataValidation", "<hyperlink", "Decision", "Note"):
            self.assertIn(mark, sheets[1])
        for mark in ("Other report", 'orientation="landscape"', 'fitToHeight="0"', 'ht="60" customHeight="1"'):
            self.assertIn(mark, sheets[1])
        self.assertFalse([sheet for sheet in sheets if "<f>" in sheet], "no formula anywhere")
        self.export("--format", "xlsx", "--lang", "en", "--out", self.path("again.xlsx"))
        with open(book, "rb") as a, open(self.path("again.xlsx"), "rb") as b:
            self.assertEqual(a.read(), b.read(), "same store, same bytes")

    def test_wrong_usage(self):
        for arguments in (["--format", "xlsx"], ["--format", "csv", "--table", "nothing"], ["--table", "facts"], ["--format", "xml"]):
            code, out, err = self.run_program("export", "--store", self.store, *arguments)
            self.assertEqual((code, out), (2, ""), arguments)
            self.assertTrue(err)

    def test_an_export_that_cannot_be_written_says_so(self):
        code, _, err = self.run_program("export", "--store", self.store, "--out", self.path("no/such/folder"))
        self.assertEqual((code, len(err.splitlines())), (4, 1), err)


if __name__ == "__main__":
    Folder.program = sys.argv.pop()
    unittest.main(verbosity=1)
