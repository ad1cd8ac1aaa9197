#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the tables extracted from a PDF, cell by cell, with a truth written down beside it.

    check_tables.py CROSSFOOT FILE.pdf FILE.truth [...more pairs]
    check_tables.py --score CROSSFOOT FILE.pdf FILE.truth [...]     a line of figures a file, always exit 0

A truth is text, one table after another:

    == caption
    unit: 单位：万元          as printed; may be left out, as may the others
    pages: 3 4
    head: 2                   header rows
    match: amounts            only amounts are compared, the head may have a row more or less: for tables
                              whose heads are drawn without rules, so that none can say how far they reach
    收入 | < | 支出 | <       a row; `<` belongs to the cell on its left, `^` to the cell above
    项目 | 决算数 | 项目 | 决算数

Blanks do not count in a comparison, nothing else is forgiven. Tables are compared in their order.
An amount is a cell of digits: it must stand in its own row and column and be the same to the digit.
"""
import json
import re
import subprocess
import sys
import unicodedata

AMOUNT = re.compile(r"[-−(（]?[\d,，]*\.?\d+[)）]?[%％]?")


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def read_truth(path):
    tables = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("== ") or line == "==":
            tables.append({"caption": line[3:], "rows": []})
        elif re.match(r"(unit|pages|head|match): ", line):
            key, value = line.split(": ", 1)
            tables[-1][key] = value
        elif line.strip() and not line.startswith("#"):
            tables[-1]["rows"].append([cell.strip() for cell in re.split(r" ?\| ?", line)])
    return tables


def truth_cells(table):
    """(row, column) of each cell's first place → text, and its spans."""
    rows, cells = table["rows"], {}
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            width = 1
            while c + width < len(row) and row[c + width] == "<":
                width += 1
            height = 1
            while r + height < len(rows) and rows[r + height][c] == "^":
                height += 1
            cells[r, c] = (folded(text), height, width)
    return cells


def read_cells(table):
    return {(c["row"], c["col"]): (folded(c["text"]), c["rowspan"], c["colspan"]) for c in table["cells"]}


def extract(crossfoot, path):
    out = subprocess.run([crossfoot, "extract", "--format", "json", path], capture_output=True, check=True).stdout
    return json.loads(out)["tables"]


def compare(truth, read, say):
    """(amounts, amounts wrong, other cells, other cells wrong); `read` is None where no table was found."""
    want, got = truth_cells(truth), read_cells(read) if read else {}
    name, counts = truth["caption"] or "(no caption)", [0, 0, 0, 0]
    if truth.get("match") == "amounts":
        counts[0] = sum(bool(AMOUNT.fullmatch(cell[0])) for cell in want.values())
        counts[1] = unbound(truth, read)
        if counts[1]:
            say(f"{name}: {counts[1]} amounts are not in their row and column")
        want = got = {}
    for place, (text, height, width) in want.items():
        kind = 0 if AMOUNT.fullmatch(text) else 2
        counts[kind] += 1
        if got.get(place) != (text, height, width):
            counts[kind + 1] += 1
            say(f"{name}: row {place[0]} column {place[1]}: {(text, height, width)} was read as {got.get(place)}")
    for place, cell in got.items():
        if place not in want:
            counts[3] += 1
            say(f"{name}: row {place[0]} column {place[1]}: {cell} is no cell")
    if read:
        for key, value in (("caption", read["caption"]), ("unit", read["unit"]), ("head", str(read["header_rows"])),
                           ("pages", " ".join(str(p) for p in read["pages"]))):
            if key in truth and folded(truth[key]) != folded(value or ""):
                counts[3] += 1
                say(f"{name}: {key}: {truth[key]!r} was read as {value!r}")
    return counts


def unbound(truth, read):
    """Amounts that do not stand in their column and with their row, though the head may have a row more or less."""
    want = [(r, c, cell[0]) for (r, c), cell in truth_cells(truth).items() if AMOUNT.fullmatch(cell[0])]
    got = {place: cell[0] for place, cell in read_cells(read).items()} if read else {}
    return min(sum(got.get((r + shift, c)) != text for r, c, text in want) for shift in range(-3, 4))


def likest(truth, tables):
    """Those tables of a file with a table too many or too few that are most like the true ones."""
    left, chosen = list(tables), []
    for table in truth:
        want = truth_cells(table)
        best = max(left, default=None, key=lambda t: sum(want.get(p) == c for p, c in read_cells(t).items()))
        if best is not None:
            left.remove(best)
        chosen.append(best)
    return chosen, len(left)


def main():
    score = sys.argv[1] == "--score"
    crossfoot, *files = sys.argv[2 if score else 1:]
    failed = False
    for pdf, path in zip(files[::2], files[1::2]):
        complaints, total, loose = [], [0, 0, 0, 0], 0
        truth, tables = read_truth(path), extract(crossfoot, pdf)
        if len(truth) != len(tables):
            complaints.append(f"{len(truth)} tables were read as {len(tables)}: {[t['caption'] for t in tables]}")
        chosen, extra = (tables, 0) if len(truth) == len(tables) else likest(truth, tables)
        for table, read in zip(truth, chosen):
            total = [a + b for a, b in zip(total, compare(table, read, complaints.append))]
            loose += unbound(table, read)
        print(f"{path}: {len(truth)} tables ({extra} too many), {total[0]} amounts ({total[1]} wrong, {loose} torn "
              f"from their row or column), {total[2]} other cells ({total[3]} wrong)")
        for complaint in complaints[: 8 if score else 40]:
            print("   ", complaint)
        failed = failed or bool(complaints)
    return 1 if failed and not score else 0


if __name__ == "__main__":
    sys.exit(main())
