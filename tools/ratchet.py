#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the acceptance scorers on a build and compares with tools/ratchet.json: no figure falls back unnoticed.

    tools/ratchet.py PROGRAM SHARED_FOLDER [--update]

Each entry of ratchet.json is {"least": x} or {"most": x}; --update tightens the file to what was reached.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FILE = os.path.join(HERE, "ratchet.json")


def run(*command, out=None):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if out:
        with open(out, "wb") as f:
            f.write(done.stdout)
    return done.stdout.decode("utf-8", "replace")


def last_json(text):
    return json.loads(text.strip().splitlines()[-1])


def measure(program, shared):
    accept, gold = os.path.join(shared, "accept"), os.path.join(shared, "gold")
    figures = {}
    with tempfile.TemporaryDirectory() as tmp:
        for kind, pattern, truth in (("text", "reports/*.txt", "findings.jsonl"), ("pdf", "pdf/*.pdf", "pdf_findings.jsonl")):
            inputs = sorted(glob.glob(os.path.join(shared, pattern)))
            results = os.path.join(tmp, kind + ".jsonl")
            run(program, "check", "--format", "json", "--relations", "--fail-on", "never", *inputs, out=results)
            got = last_json(run(os.path.join(accept, "score_findings.py"), "--json", "--gold", os.path.join(gold, truth), results))
            for key in ("recall_must", "recall_should", "precision", "false", "hold_recall"):
                figures[f"{kind}.{key}"] = got[key] or 0
        records = os.path.join(tmp, "records.jsonl")
        names = ("karamay-2023", "zhongfang-2022", "longgang-2021")
        run(program, "record", *[os.path.join(shared, "reports", n + ".txt") for n in names], out=records)
        got = last_json(run(os.path.join(accept, "score_records.py"), "--gold", os.path.join(gold, "records.json"),
                            "--outline", os.path.join(gold, "outlines.json"), records))
        for key in ("identity", "facts", "yuan", "indicators", "outline_f1"):
            figures[f"record.{key}"] = got[key] or 0
        tables = {}
        for path in sorted(glob.glob(os.path.join(shared, "tables", "icdar2013", "*.pdf"))):
            try:
                tables[os.path.basename(path)] = json.loads(run(program, "extract", "--format", "json", path)).get("tables", [])
            except ValueError:
                pass
        predicted = os.path.join(tmp, "tables.json")
        with open(predicted, "w", encoding="utf-8") as f:
            json.dump(tables, f)
        got = last_json(run(os.path.join(accept, "score_tables.py"), os.path.join(shared, "tables", "icdar2013"), predicted))
        figures["tables.macro_f1"] = got["macroF1"]
        figures["tables.micro_f1"] = got["microF1"]
    return figures


def main():
    program, shared = sys.argv[1], sys.argv[2]
    with open(FILE, encoding="utf-8") as f:
        bounds = json.load(f)
    figures = measure(program, shared)
    fell = 0
    for name, value in figures.items():
        bound = bounds.setdefault(name, {"most": value} if name.endswith(".false") else {"least": value})
        bad = value > bound["most"] if "most" in bound else value < bound["least"]
        fell += bad
        side = f"<= {bound['most']}" if "most" in bound else f">= {bound['least']}"
        print(f"{'FELL' if bad else 'ok  '} {name:22} {value:<8} {side}")
        if "--update" in sys.argv:
            bounds[name] = {"most": min(value, bound["most"])} if "most" in bound else {"least": max(value, bound["least"])}
    if "--update" in sys.argv:
        with open(FILE, "w", encoding="utf-8") as f:
            json.dump(bounds, f, indent=1)
            f.write("\n")
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main())
