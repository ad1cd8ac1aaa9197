#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same report as text, in other charsets, as Markdown, as a web page and printed as PDF gives the same sections, tables, facts and findings.

    same_report_test.py [--pdf chromium,libreoffice,weasyprint] [--forge PROGRAM] [--reports 8] [--seed 50000] PROGRAM [REPORT.txt...]

Without reports: the text sample, the invented reports of tests/corpus/reports, one with tables that is written here, and with --forge as many
forged ones, which come in their own forms. What is printed is the web page, by each producer that is installed (chromium; libreoffice-writer-nogui;
weasyprint only when asked for, for it is slow; all need fonts-noto-cjk). Without any the test is shown as skipped (77).

A place that a table leaves empty and one that a merged neighbour covers are the same here: text cannot tell them apart.
"""
import argparse
import html
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "bench" / "forge" / "media"))
import print_pdf  # noqa: E402  (where it lies is known only now)

COMMANDS = {"chromium": "chromium", "libreoffice": "soffice", "weasyprint": "weasyprint"}

WITH_TABLES = """青竹县图书馆2023年度部门整体支出绩效自评报告

一、部门基本情况

青竹县图书馆2023年实有在职人员12人，编制15名，内设4个股室。

二、收支情况

2023年年初预算数为120.50万元，其中：基本支出80.50万元、项目支出40.00万元。

收入支出表

单位：万元

项目\t年初预算数\t全年执行数\t执行率
基本支出\t80.50\t79.30\t98.51%
项目支出\t40.00\t39.00\t97.50%
合计\t120.50\t118.30\t98.17%

三、绩效情况

部门整体支出绩效自评表

一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t办展次数\t≥5次\t6次\t30\t30
\t质量指标\t图书上架率\t≥95%\t96%\t30\t30
满意度指标\t服务对象满意度\t读者满意度\t≥90%\t92%\t40\t40

四、评价结论

2023年度部门整体支出绩效自评得分100分，评价等级为“优”。
"""


def run(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    return [json.loads(line) for line in done.stdout.splitlines()]


def table_html(table, printed=False):
    if printed:  # as reports are typeset: title, then unit, each a line of its own
        lines = [f'<p style="text-align:center;text-indent:0">{html.escape(table["caption"])}</p>' if table.get("caption") else "",
                 f'<p style="text-align:right">{html.escape(table["unit"])}</p>' if table.get("unit") else ""]
        return "\n".join(lines) + table_html(table | {"caption": "", "unit": ""}).replace("<table>", '<table border="1">')
    out = [f"<p>{html.escape(table['unit'])}</p>" if table.get("unit") else "", "<table>"]
    out.append(f"<caption>{html.escape(table['caption'])}</caption>" if table.get("caption") else "")
    for row in range(max((cell["row"] for cell in table["cells"]), default=-1) + 1):
        cells = "".join(f"<td rowspan={c['rowspan']} colspan={c['colspan']}>{html.escape(c['text'])}</td>" for c in table["cells"] if c["row"] == row)
        out.append(f"<tr>{cells}</tr>")
    return "\n".join(out + ["</table>"] + [f"<p>{html.escape(note if isinstance(note, str) else note['text'])}</p>" for note in table.get("table_notes", [])])


STYLE = """<style>@page { size: A4; margin: 2.4cm } body { font: 11pt "Noto Serif CJK SC"; line-height: 1.6 } p { text-indent: 2em; margin: 0 }
h1, caption { text-indent: 0; text-align: center } table { border-collapse: collapse; width: 100%; margin-bottom: 1em } td { border: 0.5pt solid black; font-size: 9pt }
td { text-indent: 0 } h1 { font-size: 16pt } h2 { font-size: 13pt; font-weight: bold }</style>"""


def page(document, printed=False):
    out = ['<!DOCTYPE html><html><head><meta charset="utf-8">' + STYLE + "</head><body>"]
    tables = iter(document["tables"])
    for index, block in enumerate(document["blocks"]):
        if block["kind"] == "table":
            if printed and out[-1].endswith("</table>"):
                out.append("<p>&nbsp;</p>")  # not every producer parts what only a margin parts
            out.append(table_html(next(tables), printed).rstrip())
            continue
        tag = "p"
        if block["kind"] == "heading" and not any(s["block"] == index and s["number"] for s in document["outline"]):
            tag = "h1" if index < 3 else "h2"
        out.append(f"<{tag}>{html.escape(block['text'])}</{tag}>")
    return "\n".join(out + ["</body></html>\n"])


def squeezed(words):
    return "".join(words.split())


def essence(record):
    """What must not depend on the form: kind → its things, in order."""
    document = record["document"]
    return {
        "identity": [str(document.get(key)) for key in ("entity", "title", "kind", "year", "self_score", "grade")],
        "sections": [squeezed(s["number"] + s["title"]) for s in record["outline"]],
        "tables": [squeezed(f"{t['caption']}|{t['unit']}|{t['rows']}|" + "|".join(f"{c['row']},{c['col']}:{c['text']}" for c in t["cells"] if c["text"])) for t in record["tables"]],
        "facts": [f"{f['value']}{f['unit']}|{f['metric']}|{squeezed(f['subject'])}|{f['scope']}|{f['period']}" for f in record["facts"]],
        "figures": sorted(f"{f['value']}{f['unit']}" for f in record["facts"]),
        "findings": sorted(f"{f['rule']} {squeezed(f['evidence'][0]['text'])}" for f in record["findings"]),
    }


def written_forms(folder, text, document):
    """(name, path) of each form of a report that text can be written in, and of the page to print."""
    folder.mkdir()
    forms = {"gb18030.txt": text.encode("gb18030"), "utf-16-le.txt": b"\xff\xfe" + text.encode("utf-16-le"), "utf-16-be.txt": text.encode("utf-16-be"),
             "utf-8-mark.txt": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "page.html": page(document).encode(),
             "gb18030.html": page(document).replace('charset="utf-8"', 'charset="gb2312"').encode("gb18030")}
    for name, data in forms.items():
        (folder / name).write_bytes(data)
        yield name, folder / name


def forged(program, folder, count, seed):
    """name → {form → path} of forged reports; "text" is the first."""
    reports = {}
    for medium, ending in (("text", "txt"), ("piped", "txt"), ("markdown", "md"), ("html", "html")):
        subprocess.run([program, "--out", str(folder / medium), "--reports", str(count), "--seed", str(seed), "--medium", medium], check=True)
        for path in sorted((folder / medium).glob("*." + ending)):
            reports.setdefault(path.stem, {})[medium] = path
    return reports


class Comparison:
    def __init__(self, program):
        self.program = program
        self.counts = {}
        self.forms = self.differences = 0

    def essence(self, path):
        return essence(run(self.program, "record", path)[0])

    def compare(self, report, first, form, path):
        again = self.essence(path)
        self.forms += 1
        for kind, things in first.items():
            same = things == again[kind]
            tally = self.counts.setdefault((form, kind), [0, 0, 0, 0])
            tally[0] += 1
            tally[1] += same
            tally[2] += len(things)
            tally[3] += len(things) if same else len(set(things) & set(again[kind]))
            if not same:
                self.differences += 1
                lost, new = [t for t in things if t not in again[kind]], [t for t in again[kind] if t not in things]
                print(f"{report} as {form}: {kind} differ: lost {[t[:300] for t in lost[:3]]}, new {[t[:300] for t in new[:3]]}")

    def tell(self):
        for (form, kind), (files, same, things, kept) in sorted(self.counts.items()):
            print(f"{form:16} {kind:10} {same} of {files} reports the same, {kept} of {things} things")
        print(f"{self.forms} forms compared, {self.differences} differences")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pdf", default="")
    parser.add_argument("--forge")
    parser.add_argument("--reports", type=int, default=8)
    parser.add_argument("--seed", type=int, default=50000)
    parser.add_argument("program")
    parser.add_argument("report", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    producers = [p for p in options.pdf.split(",") if p] or [p for p in ("chromium", "libreoffice") if shutil.which(COMMANDS[p])]
    comparison = Comparison(options.program)
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        reports = options.report
        if not reports:
            (folder / "with-tables.txt").write_text(WITH_TABLES, encoding="utf-8")
            reports = [ROOT / "samples" / "self-evaluation-2023.txt", *sorted((ROOT / "tests" / "corpus" / "reports").glob("*.txt")), folder / "with-tables.txt"]
        firsts = {}
        printed = {}  # name → the page to print
        for report in reports:
            firsts[report.stem] = comparison.essence(report)
            document = run(options.program, "extract", report)[0]
            for form, path in written_forms(folder / report.stem, report.read_text(encoding="utf-8"), document):
                comparison.compare(report.stem, firsts[report.stem], form, path)
            printed[report.stem] = page(document, printed=True)
        if options.forge:
            for name, paths in forged(options.forge, folder, options.reports, options.seed).items():
                firsts[name] = comparison.essence(paths.pop("text"))
                for form, path in paths.items():
                    comparison.compare(name, firsts[name], "forged " + form, path)
                printed[name] = paths["html"].read_text(encoding="utf-8")
        for producer in producers:
            pages = folder / producer
            pages.mkdir()
            for name, text in printed.items():
                (pages / (name + ".html")).write_text(text, encoding="utf-8")
            getattr(print_pdf, producer)(sorted(pages.glob("*.html")))
            for name, first in firsts.items():
                comparison.compare(name, first, producer, pages / (name + ".pdf"))
    comparison.tell()
    if not producers:
        print("chromium and libreoffice-writer-nogui are not installed: nothing was printed", file=sys.stderr)
    return 1 if comparison.differences else 0 if producers else 77


if __name__ == "__main__":
    sys.exit(main())
