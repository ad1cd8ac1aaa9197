#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores readings of the pages that make_pages.py made: plain tesseract (chi_sim, script HanS) beside ours.

    score.py PAGES CROSSFOOT [--engines crossfoot,HanS,chi_sim]

Prints, for each condition and kind of page, the number error (numbers with any wrong character, lost or invented, as a
share of the numbers printed), the character error (edits; blanks do not count), and CPU seconds a page.
Readings of tesseract are kept beside the pages, so that a second run costs only ours.
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unicodedata

NUMBER = re.compile(r"(?<![\d.])[-−]?\d[\d,]*(?:\.\d+)?%?")


def numbers(text):
    text = unicodedata.normalize("NFKC", text).replace("−", "-").replace("—", "-")
    return collections.Counter(re.sub(r"(?<=\d) (?=[.,%])", "", m) for m in NUMBER.findall(text))


def characters(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("−", "-")


def distance(a, b):
    """Edits between two texts, by bit-parallel columns (Myers 1999, Hyyrö 2003)."""
    if not a:
        return len(b)
    peq = collections.defaultdict(int)
    for i, c in enumerate(a):
        peq[c] |= 1 << i
    full, last = (1 << len(a)) - 1, 1 << (len(a) - 1)
    pv, mv, score = full, 0, len(a)
    for c in b:
        eq = peq[c]
        xv, xh = eq | mv, (((eq & pv) + pv) ^ pv) | eq
        ph, mh = mv | ~(xh | pv) & full, pv & xh
        score += bool(ph & last) - bool(mh & last)
        ph, mh = (ph << 1 | 1) & full, mh << 1 & full
        pv, mv = mh | ~(xv | ph) & full, ph & xv
    return score


def run(command):
    """Output and CPU seconds of a command."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
        out.seek(0)
        return out.read().decode("utf-8", "replace"), usage.ru_utime + usage.ru_stime


def read(engine, page, crossfoot):
    if engine == "crossfoot":
        return run([crossfoot, "extract", "--format", "text", str(page)])
    kept = page.with_suffix(f".{engine}.json")
    if not kept.exists():
        kept.write_text(json.dumps(run(["tesseract", str(page), "-", "-l", engine]), ensure_ascii=False))
    return json.loads(kept.read_text())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", type=pathlib.Path)
    parser.add_argument("crossfoot")
    parser.add_argument("--engines", default="crossfoot,HanS,chi_sim")
    parser.add_argument("--only", default="", help="CONDITION or FILE, …")
    parser.add_argument("--show", action="store_true", help="each wrong number")
    args = parser.parse_args()
    engines = args.engines.split(",")
    sums = collections.defaultdict(lambda: [0, 0, 0, 0, 0.0, 0])  # wrong, numbers, edits, characters, seconds, pages
    for page in json.loads((args.pages / "truth.json").read_text()):
        if args.only and not {page["condition"], page["file"]} & set(args.only.split(",")):
            continue
        for engine in engines:
            text, seconds = read(engine, args.pages / page["file"], args.crossfoot)
            want, got = numbers(page["text"]), numbers(text)
            lost, invented = want - got, got - want
            wrong = max(sum(lost.values()), sum(invented.values()))
            if args.show and wrong and engine == "crossfoot":
                print(page["file"], "lost", dict(lost), "invented", dict(invented))
            truth, ours = characters(page["text"]), characters(text)
            row = sums[page["condition"], page["kind"], engine]
            # Tables are read in another order than they were drawn by some: only running text has a character error.
            edits = distance(truth, ours) if page["kind"] == "prose" else distance("".join(sorted(truth)), "".join(sorted(ours)))
            for k, x in enumerate((wrong, sum(want.values()), edits, len(truth), seconds, 1)):
                row[k] += x
    print(f"{'condition':<12}{'kind':<7}" + "".join(f"{e + ': numbers':>20}{'chars':>8}{'s/page':>8}" for e in engines))
    for condition, kind in dict.fromkeys((c, k) for c, k, _ in sums):
        cells = ""
        for engine in engines:
            wrong, total, edits, length, seconds, pages = sums[condition, kind, engine]
            cells += f"{f'{wrong}/{total} {100 * wrong / total:.2f}%':>20}{100 * edits / length:>7.2f}%{seconds / pages:>8.2f}"
        print(f"{condition:<12}{kind:<7}{cells}")


if __name__ == "__main__":
    main()
