#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares every amount of a published PDF's tables with a truth that was read from its pages by eye.

    check_amounts.py CROSSFOOT FOLDER_OF_PDFS TRUTH.amounts [...]       exit 77: a PDF is not there, nothing was compared

The PDF of NAME.amounts is FOLDER_OF_PDFS/NAME.pdf; it is no part of the project. A truth is text:

    == caption                   the tables that hold amounts, or would, in their order
    pages: 6 7                   all pages of the table
    unit: 单位：万元             as printed
    columns: 收入/决算数 | ...   heads of the columns of amounts, from the outermost to the innermost; a second such
                                 line begins the second side or block of the table
    page: 6                      of the rows that follow
    一、基本支出 | 5,916.27      a row: what its label cells say, one after another, and its amounts; those without are left out

Blanks do not count; nothing else is forgiven: an amount in another row, column, page or table is wrong, and so is one too many."""
import collections
import os
import re
import sys

from check_tables import AMOUNT, extract, folded

SKIPPED = 77


def read_truth(path):
    tables, page = [], None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        key, _, value = line.partition(": ")
        if line.startswith("== "):
            tables.append({"caption": line[3:], "pages": "", "unit": "", "blocks": []})
        elif key in ("pages", "unit"):
            tables[-1][key] = value
        elif key == "page":
            page = int(value)
        elif key == "columns":
            tables[-1]["blocks"].append({"heads": [folded(head) for head in value.split("|")], "amounts": []})
        elif line.strip() and not line.startswith("#"):
            block = tables[-1]["blocks"][-1]
            label, *amounts = [folded(cell) for cell in line.split("|")]
            assert len(amounts) <= len(block["heads"]), line
            block["amounts"] += [(page, label, head, amount) for head, amount in zip(block["heads"], amounts) if amount]
    return tables


def read_blocks(table, widths):
    """The amounts of each block of columns, `widths` being how many of its last columns hold amounts, and its other figures."""
    covering = collections.defaultdict(list)  # by row: the cells that begin there
    for cell in sorted(table["cells"], key=lambda cell: (cell["row"], cell["col"])):
        covering[cell["row"]].append(cell)

    def head_of(column):
        heads = []
        for cell in (c for row in range(table["header_rows"]) for c in covering[row]):
            text = folded(cell["text"])
            if cell["col"] <= column < cell["col"] + cell["colspan"] and text and text not in heads[-1:]:
                heads.append(text)
        return "/".join(heads)

    def in_row(row, cell):
        return cell["row"] <= row < cell["row"] + cell["rowspan"]

    ranges = table.get("blocks") or [[0, table["columns"] - 1]]
    for (first, last), width in zip(ranges, widths):
        begin = last + 1 - width
        amounts = []
        for row in range(table["header_rows"], table["rows"]):
            labels = [c for r in range(table["header_rows"], row + 1) for c in covering[r]
                      if in_row(row, c) and c["col"] < begin and c["col"] + c["colspan"] > first]
            label = "".join(folded(c["text"]) for c in sorted(labels, key=lambda c: c["col"]))
            for cell in covering[row]:
                text = folded(cell["text"])
                if begin <= cell["col"] <= last and AMOUNT.fullmatch(text):
                    amounts.append((cell["page"], label, head_of(cell["col"]), text))
        yield amounts


def compare(truth, table, say):
    name, wrong = truth["caption"], 0
    for key, read in (("caption", table["caption"]), ("unit", table["unit"]), ("pages", " ".join(map(str, table["pages"])))):
        if folded(truth[key]) != folded(read or ""):
            say(f"{name}: {key}: {truth[key]!r} was read as {read!r}")
    widths = [len(block["heads"]) for block in truth["blocks"]]
    blocks = list(read_blocks(table, widths))
    blocks += [[]] * (len(widths) - len(blocks))
    for block, read in zip(truth["blocks"], blocks):
        missing = collections.Counter(block["amounts"]) - collections.Counter(read)
        extra = collections.Counter(read) - collections.Counter(block["amounts"])
        wrong += max(missing.total(), extra.total())
        for sign, amounts in (("not found", missing), ("not there", extra)):
            for page, label, head, amount in amounts.elements():
                say(f"{name}: {sign}: page {page}, {label} × {head}: {amount}")
    return wrong


def main():
    crossfoot, folder, *truths = sys.argv[1:]
    failed = False
    for path in truths:
        pdf = os.path.join(folder, os.path.basename(path).removesuffix(".amounts") + ".pdf")
        if not os.path.exists(pdf):
            print(f"skipped: {pdf} is not there; published reports are no part of the project")
            sys.exit(SKIPPED)
        truth, complaints = read_truth(path), []
        held = [t for t in extract(crossfoot, pdf) if t["unit"]]  # tables of words have none
        if len(held) != len(truth):
            complaints.append(f"{len(truth)} tables were read as {len(held)}: {[t['caption'] for t in held]}")
        wrong = sum(compare(a, b, complaints.append) for a, b in zip(truth, held))
        count = sum(len(block["amounts"]) for table in truth for block in table["blocks"])
        print(f"{os.path.basename(path)}: {len(truth)} tables, {count} amounts, {wrong} wrong")
        for complaint in complaints[:40]:
            print("   ", complaint)
        failed = failed or bool(complaints)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
