#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same report as text, in other charsets, as a web page and as PDF gives the same sections, tables, facts and findings.

    same_report_test.py [--pdf weasyprint|chromium|none] PROGRAM [REPORT.txt...]

Without reports: the text sample, the invented reports of tests/corpus/reports and one with tables that is written here. The PDF is the web
page as python3-weasyprint prints it (fonts-noto-cjk); where it is not installed that form is left out, and the test is shown as skipped (77).
"""
import argparse
import html
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

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
        return "\n".join(lines) + table_html(table | {"caption": "", "unit": ""})
    out = [f"<p>{html.escape(table['unit'])}</p>" if table.get("unit") else "", "<table>"]
    out.append(f"<caption>{html.escape(table['caption'])}</caption>" if table.get("caption") else "")
    for row in range(max((cell["row"] for cell in table["cells"]), default=-1) + 1):
        cells = "".join(f"<td rowspan={c['rowspan']} colspan={c['colspan']}>{html.escape(c['text'])}</td>" for c in table["cells"] if c["row"] == row)
        out.append(f"<tr>{cells}</tr>")
    return "\n".join(out + ["</table>"] + [f"<p>{html.escape(note if isinstance(note, str) else note['text'])}</p>" for note in table.get("table_notes", [])])


STYLE = """<style>@page { size: A4; margin: 2.4cm } body { font: 11pt "Noto Serif CJK SC"; line-height: 1.6 } p { text-indent: 2em; margin: 0 }
h1, caption { text-indent: 0; text-align: center } table { border-collapse: collapse; width: 100% } td { border: 0.5pt solid black; font-size: 9pt }
td { text-indent: 0 } h1 { font-size: 16pt } h2 { font-size: 13pt; font-weight: bold }</style>"""


def page(document, printed=False):
    out = ['<!DOCTYPE html><html><head><meta charset="utf-8">' + STYLE + "</head><body>"]
    tables = iter(document["tables"])
    for index, block in enumerate(document["blocks"]):
        if block["kind"] == "table":
            out.append(table_html(next(tables), printed))
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
        "tables": [squeezed(f"{t['caption']}|{t['unit']}|" + "|".join(f"{c['row']},{c['col']}:{c['text']}" for c in t["cells"])) for t in record["tables"]],
        "facts": [f"{f['value']}{f['unit']}|{f['metric']}|{squeezed(f['subject'])}|{f['scope']}|{f['period']}" for f in record["facts"]],
        "figures": sorted(f"{f['value']}{f['unit']}" for f in record["facts"]),
        "findings": sorted(f"{f['rule']} {squeezed(f['evidence'][0]['text'])}" for f in record["findings"]),
    }


# What a printed page must keep, too. How its tables' heads are read may still differ: that is counted and told, not refused.
KEPT_IN_PRINT = ("identity", "figures", "findings")


def print_pdf(producer, source, target):
    if producer == "weasyprint":
        import weasyprint
        weasyprint.HTML(filename=str(source)).write_pdf(str(target))
    else:
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--no-pdf-header-footer",
                            f"--print-to-pdf={target}", source.resolve().as_uri()], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def forms(folder, text, document, producer):
    """(name, path) of each form of a report."""
    folder.mkdir()
    written = {"gb18030.txt": text.encode("gb18030"), "utf-16-le.txt": b"\xff\xfe" + text.encode("utf-16-le"), "utf-16-be.txt": text.encode("utf-16-be"),
               "utf-8-mark.txt": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "page.html": page(document).encode(),
               "gb18030.html": page(document).replace('charset="utf-8"', 'charset="gb2312"').encode("gb18030")}
    for name, data in written.items():
        (folder / name).write_bytes(data)
        yield name, folder / name
    if producer != "none":
        (folder / "printed.html").write_text(page(document, printed=True), encoding="utf-8")
        print_pdf(producer, folder / "printed.html", folder / "page.pdf")
        yield "page.pdf", folder / "page.pdf"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pdf", choices=("weasyprint", "chromium", "none"), default="weasyprint")
    parser.add_argument("program")
    parser.add_argument("report", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    skipped = False
    if options.pdf == "weasyprint":
        try:
            __import__("weasyprint")
        except ImportError:
            print("python3-weasyprint is not installed: no PDF", file=sys.stderr)
            options.pdf, skipped = "none", True
    wrong = compared = 0
    counts = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        reports = options.report
        if not reports:
            (folder / "with-tables.txt").write_text(WITH_TABLES, encoding="utf-8")
            reports = [ROOT / "samples" / "self-evaluation-2023.txt", *sorted((ROOT / "tests" / "corpus" / "reports").glob("*.txt")), folder / "with-tables.txt"]
        for report in reports:
            text = report.read_text(encoding="utf-8")
            document = run(options.program, "extract", report)[0]
            first = essence(run(options.program, "record", report)[0])
            for name, path in forms(folder / report.stem, text, document, options.pdf):
                again = essence(run(options.program, "record", path)[0])
                compared += 1
                for kind, things in first.items():
                    same = things == again[kind]
                    tally = counts.setdefault((name, kind), [0, 0, 0, 0])
                    tally[0] += 1
                    tally[1] += same
                    tally[2] += len(things)
                    tally[3] += len(set(things) & set(again[kind])) if not same else len(things)
                    if not same and (name != "page.pdf" or kind in KEPT_IN_PRINT):
                        wrong += 1
                        lost, new = [t for t in things if t not in again[kind]], [t for t in again[kind] if t not in things]
                        print(f"{report.name} as {name}: {kind} differ: lost {[t[:300] for t in lost[:3]]}, new {[t[:300] for t in new[:3]]}")
    for (name, kind), (files, same, all_things, kept) in sorted(counts.items()):
        print(f"{name:16} {kind:10} {same} of {files} reports the same, {kept} of {all_things} things")
    print(f"{compared} forms compared, {wrong} differences")
    return 1 if wrong else 77 if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
