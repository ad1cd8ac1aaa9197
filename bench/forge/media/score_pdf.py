#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores the slips of forged reports as text and as PDF, for the same seeds: what a page layout costs.

    score_pdf.py chromium|libreoffice|weasyprint [--build build/release] [--reports 16] [--seed 30000] [--slips 1] [--folder FOLDER]

Forges HTML, prints it (print_pdf.py), and lets crossfoot_eval score both. With --folder the PDFs are kept, and printed only where missing."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]


def score(program, order, target, *more):
    subprocess.run([program, *order, "--json", str(target), *more], check=True, stdout=subprocess.DEVNULL)
    return json.loads(target.read_text(encoding="utf-8"))


def rates(card):
    counts = card["all"]["all"]
    yield "clean reports: error findings", str(card["clean_errors"])
    yield "clean reports: warnings", str(card["clean_warnings"])
    for part, whole in (("detected", "observable"), ("located", "locatable"), ("diagnosed", "diagnosable")):
        yield f"{whole} slips {part}", f"{counts[part]} of {counts[whole]}: {counts[part] / max(counts[whole], 1):.3f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("producer", choices=("chromium", "libreoffice", "weasyprint"))
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "release")
    parser.add_argument("--reports", default="16")
    parser.add_argument("--seed", default="30000")
    parser.add_argument("--slips", default="1")
    parser.add_argument("--folder", type=pathlib.Path)
    options = parser.parse_args()
    forge, evaluate = (options.build / "bench" / "forge" / name for name in ("crossfoot_forge", "crossfoot_eval"))
    order = ["--reports", options.reports, "--seed", options.seed, "--slips", options.slips]
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or pathlib.Path(scratch) / "pdf"
        subprocess.run([forge, "--out", str(folder), *order, "--medium", "html"], check=True)
        subprocess.run([sys.executable, str(HERE / "print_pdf.py"), options.producer, str(folder)], check=True)
        text = score(evaluate, order, pathlib.Path(scratch) / "text.json")
        page = score(evaluate, order, pathlib.Path(scratch) / "pdf.json", "--rendered", str(folder))
        printed = sum(1 for _ in folder.glob("*.pdf"))
    print(f"seeds from {options.seed}, {options.reports} reports, {printed} PDFs by {options.producer}\n\n| | text | PDF |\n|---|--:|--:|")
    for (name, of_text), (_, of_page) in zip(rates(text), rates(page)):
        print(f"| {name} | {of_text} | {of_page} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
