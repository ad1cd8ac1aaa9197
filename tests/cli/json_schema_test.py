#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of JSON line that the program prints is what docs/schema says, by a validator that is not ours.

    json_schema_test.py PROGRAM
"""
import json
import os
import sys
import unittest

from corpus_fixture import Folder, report

try:
    import jsonschema
except ImportError:
    print("skipped: needs the Debian package python3-jsonschema", file=sys.stderr)
    sys.exit(77)

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLES = os.path.join(ROOT, "samples")


def validator(name):
    with open(os.path.join(ROOT, "docs", "schema", name + ".schema.json"), encoding="utf-8") as f:
        schema = json.load(f)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class Schemas(Folder):
    def check(self, name, text, least):
        lines = text.splitlines()
        self.assertGreaterEqual(len(lines), least)
        checker = validator(name)
        for line in lines:
            value = json.loads(line)
            error = jsonschema.exceptions.best_match(checker.iter_errors(value))
            if error:
                self.fail(f"{name}: {list(error.absolute_path)}: {error.message[:300]}")

    def inputs(self):
        self.path("in/bad.txt", "")
        self.path("in/a.txt", report(0, lines=3))
        return [SAMPLES, self.path("in"), self.path("missing.txt")]

    def test_records(self):
        self.check("record", self.run_program("record", *self.inputs())[1], 5)

    def test_checks(self):
        for options in ([], ["--relations"]):
            self.check("check", self.run_program("check", "--format", "json", *options, *self.inputs())[1], 5)

    def test_events_and_exported_records(self):
        store = self.path("store")
        self.check("event", self.run_program("run", "--events", "--store", store, *self.inputs())[1], 7)
        self.check("record", self.run_program("export", "--store", store)[1], 5)
        self.check("record", self.run_program("export", "--store", store, "--only", "confirmed")[1], 5)

    def test_a_schema_refuses_what_is_something_else(self):
        for name in ("record", "check", "event"):
            self.assertFalse(validator(name).is_valid({"status": "ok"}))
        line = json.loads(self.run_program("record", os.path.join(SAMPLES, "self-evaluation-2023.txt"))[1])
        self.assertTrue(validator("record").is_valid(line))
        line["facts"][0]["value"] = 1
        self.assertFalse(validator("record").is_valid(line))


if __name__ == "__main__":
    Folder.program = sys.argv.pop()
    unittest.main(verbosity=1)
