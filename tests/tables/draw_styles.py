#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws tables of invented figures in the styles that reports use, one PDF a style, with their truth beside it.

    draw_styles.py OUT [STYLE...]       needs chromium, poppler-utils and fonts-wqy-microhei;
                                        writes OUT/STYLE.pdf and OUT/STYLE.truth

The truth is written from the figures that are drawn, never from what was read.
"""
import html
import pathlib
import random
import re
import subprocess
import sys

FONT = '"WenQuanYi Micro Hei"'
BASE = """@page { size: A4; margin: 20mm 18mm } body { font: 10pt FONT; margin: 0 }
h2 { font-size: 13pt; text-align: center; margin: 16pt 0 4pt; font-weight: normal } .unit { text-align: right; font-size: 9pt; margin: 0 0 2pt }
p { text-indent: 2em; line-height: 1.6; margin: 4pt 0 } .note { text-indent: 0; font-size: 9pt; margin: 2pt 0 14pt }
table { border-collapse: collapse; width: 100%; font-size: 9pt } td { padding: 2.5pt 4pt; line-height: 1.25 }
.n { text-align: right } .c { text-align: center } .i1 { padding-left: 1.4em } .i2 { padding-left: 2.8em } .t { break-inside: avoid }
""".replace("FONT", FONT)
RULE = "0.6pt solid #000"
GRID = f"td {{ border: {RULE} }}"
THREE = "table { border-top: 1.2pt solid #000; border-bottom: 1.2pt solid #000 } td.foot { border-bottom: 0.6pt solid #000 }"
STYLES = {
    "grid": GRID,
    "three-line": THREE,
    "horizontal": f"td {{ border-top: {RULE}; border-bottom: {RULE} }}",
    "shaded": "tr.even td { background: #e6e6e6 } tr.head td { background: #c8d8ee }",
    "shaded-head": "tr.head td { background: #d9e2f3 }",
    "borderless": "",
    "dashed": "td { border: 0.7pt dashed #000 }",
    "dotted": "td { border: 0.8pt dotted #444 }",
    "doubled": "td { border: 2.4pt double #000 }",
    "white-rules": "td { border: 1pt solid #fff; background: #dce6f1 } tr.head td { background: #4f81bd; color: #fff }",
    "open-sides": f"td {{ border: {RULE} }} td.first {{ border-left: none }} td.last {{ border-right: none }}",
    "cell-outlines": "table { border-collapse: separate; border-spacing: 1.2pt } td { border: 0.5pt solid #000 }",
    "light-verticals": "td { border-left: 0.25pt solid #bbb; border-right: 0.25pt solid #bbb } td.foot { border-bottom: 0.6pt solid #000 }",
    "landscape": GRID + " @page { size: A4 landscape }",
    "landscape-three-line": THREE + " @page { size: A4 landscape }",
    "sideways": GRID,        # a landscape table turned on a portrait page
    "rotated-page": GRID,    # the same, on a page that is shown turned (/Rotate 90)
    "beside": GRID,          # two tables abreast
    "beside-three-line": THREE,
    "pages": GRID,           # one table over pages, the head repeated
    "pages-no-head": GRID,   # … not repeated
    "pages-cut-row": GRID,   # … a row cut by the page break
    "pages-other-widths": GRID,
    "pages-three-line": THREE,
    "mixed": "",             # twelve tables in eleven styles
}
NAMES = ["基本工资", "津贴补贴", "奖金", "绩效工资", "住房公积金", "办公费", "印刷费", "水费", "电费", "邮电费", "差旅费", "维修（护）费", "会议费", "培训费",
         "公务接待费", "劳务费", "委托业务费", "工会经费", "公务用车运行维护费", "其他商品和服务支出"]
FUNCTIONS = ["一、一般公共服务支出", "二、公共安全支出", "三、教育支出", "四、科学技术支出", "五、社会保障和就业支出", "六、卫生健康支出", "七、农林水支出", "八、住房保障支出"]


class Table:
    def __init__(self, caption, unit, head, rows, widths, note=""):
        self.caption, self.unit, self.head, self.rows, self.widths, self.note = caption, unit, head, rows, widths, note
        self.pages, self.match = [], ""

    def truth(self):
        lines = [f"== {self.caption}"] + ([f"unit: {self.unit}"] if self.unit else []) + ([f"pages: {' '.join(map(str, self.pages))}"] if self.pages else [])
        lines += [f"match: {self.match}"] if self.match else [f"head: {len(self.head)}"]
        lines += [" | ".join(cell.lstrip("~") for cell in row).rstrip() for row in self.head + self.rows]
        return "\n".join(lines) + "\n"

    def html(self, head=True, rows=None, widths=None, caption=True, thead=True):
        def row(cells, grid, r, kind):
            out = []
            for c, text in enumerate(cells):
                if text in ("<", "^"):
                    continue
                width = 1
                while c + width < len(cells) and cells[c + width] == "<":
                    width += 1
                height = 1
                while r + height < len(grid) and grid[r + height][c] == "^":
                    height += 1
                number = re.fullmatch(r"[-\d,.%]+", text) and "." in text or text in ("—", "0")
                css = ["c" if kind == "head" else "n" if number else "c" if re.fullmatch(r"\d+|合计|总计|本年.*合计", text) else f"i{len(text) - len(text.lstrip('~'))}"]
                css += ["foot"] * (kind == "head" and r + height == len(grid))
                css += ["first"] * (c == 0) + ["last"] * (c + width == len(cells))
                spans = (f" colspan={width}" if width > 1 else "") + (f" rowspan={height}" if height > 1 else "")
                out.append(f'<td class="{" ".join(css)}"{spans}>{html.escape(text.lstrip("~"))}</td>')
            return "".join(out)
        rows = self.rows if rows is None else rows
        out = [f"<h2>{self.caption}</h2>" if caption else "", f'<div class="unit">{self.unit}</div>' if self.unit and caption else "", "<table>"]
        out += ["<colgroup>" + "".join(f'<col style="width:{w}%">' for w in widths or self.widths) + "</colgroup>"]
        if head:
            tag = "thead" if thead else "tbody"
            out += [f"<{tag}>"] + [f'<tr class="head">{row(cells, self.head, r, "head")}</tr>' for r, cells in enumerate(self.head)] + [f"</{tag}>"]
        out += ["<tbody>"] + [f'<tr class="{"even" if r % 2 else "odd"}">{row(cells, rows, r, "body")}</tr>' for r, cells in enumerate(rows)] + ["</tbody></table>"]
        return "".join(out) + (f'<p class="note">{self.note}</p>' if self.note and rows is self.rows else "")


def money(fen):
    return f"{fen // 100:,}.{fen % 100:02d}"


def amounts(rng, n, low=500, high=900000):
    return [rng.randrange(low, high) for _ in range(n)]


def comparison(rng, n=8):
    rows, budgets, actuals = [], amounts(rng, n), amounts(rng, n)
    for name, b, a in zip(NAMES, budgets, actuals):
        rows.append([name, money(b), money(a), f"{a * 100 / b:.2f}%"])
    rows.append(["合计", money(sum(budgets)), money(sum(actuals)), f"{sum(actuals) * 100 / max(1, sum(budgets)):.2f}%"])
    return Table("云岭县档案馆2023年度基本支出执行情况表", "单位：万元", [["项目", "年初预算数", "决算数", "完成率"]], rows, [40, 20, 20, 20], "注：完成率为决算数占年初预算数的比重。")


def two_sided(rng):
    income, spent = amounts(rng, 4), []
    total = sum(income)
    spent = [total // 10] * 7
    spent.append(total - sum(spent))
    names = ["一、一般公共预算财政拨款收入", "二、政府性基金预算财政拨款收入", "三、事业收入", "四、其他收入"]
    rows = [[names[k] if k < 4 else "", money(income[k]) if k < 4 else "", FUNCTIONS[k], money(spent[k])] for k in range(8)]
    rows.append(["本年收入合计", money(total), "本年支出合计", money(total)])
    rows += [["年初结转和结余", "120.50", "年末结转和结余", "120.50"], ["总计", money(total + 12050), "总计", money(total + 12050)]]
    return Table("收入支出决算总表", "单位：万元", [["收入", "<", "支出", "<"], ["项目", "决算数", "项目", "决算数"]], rows, [32, 18, 32, 18])


def code_tree(rng, classes=3):
    rows, total = [], [0, 0]
    for k in range(classes):
        items = [(f"0{i + 1}", amounts(rng, 2)) for i in range(2)]
        both = [sum(v[c] for _, v in items) for c in range(2)]
        code, group = str(201 + 7 * k), f"0{k + 1}"
        for parts, name, values in [((code, "", ""), FUNCTIONS[k][2:], both), ((code, group, ""), "~" + FUNCTIONS[k][2:-2] + "事务", both)] + [((code, group, i), "~~" + ("行政运行" if i == "01" else "机关事业单位基本养老保险缴费支出"), v) for i, v in items]:
            rows.append([*parts, name, money(sum(values)), money(values[0]), money(values[1])])
        total = [a + b for a, b in zip(total, both)]
    rows.append(["合计", "<", "<", "<", money(sum(total)), money(total[0]), money(total[1])])
    head = [["项目", "<", "<", "<", "合计", "基本支出", "项目支出"], ["功能分类科目编码", "<", "<", "科目名称", "^", "^", "^"], ["类", "款", "项", "^", "^", "^", "^"]]
    return Table("一般公共预算财政拨款支出决算表", "单位：万元", head, rows, [8, 7, 7, 33, 15, 15, 15])


def trips(rng):
    a = amounts(rng, 4, 100, 5000)
    head = [["年度", "合计", "因公出国（境）费", "公务用车购置及运行维护费", "<", "<", "公务接待费"], ["^", "^", "^", "小计", "购置费", "运行维护费", "^"]]
    rows = [[f"{year}年", money(sum(v)), money(v[0]), money(v[1] + v[2]), money(v[1]), money(v[2]), money(v[3])] for year, v in (("2021", amounts(rng, 4, 100, 5000)), ("2022", a), ("2023", amounts(rng, 4, 100, 5000)))]
    return Table("“三公”经费支出情况表", "单位：万元", head, rows, [13, 14, 15, 14, 14, 16, 14])


def indicators(rng):
    rows = []
    for level, names in (("产出指标", ["档案数字化加工数量", "库房温湿度达标率", "档案查阅接待及时完成率（在承诺的三个工作日以内答复）"]), ("效益指标", ["社会公众对档案利用服务的知晓程度", "查档群众满意度"])):
        for k, name in enumerate(names):
            target = rng.randrange(80, 99)
            rows.append([level if k == 0 else "^", name, f"≥{target}.00%", f"{target + 1}.50%", "12.50", f"{rng.randrange(900, 1250) / 100:.2f}"])
    return Table("项目支出绩效自评指标表", "", [["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]], rows, [14, 38, 14, 14, 10, 10])


PROSE = "云岭县档案馆2023年度各项支出按照预算执行，现将有关情况列表说明如下，表中数据均为决算数，因四舍五入可能存在尾差。"


def print_pdf(body, css, out):
    page = out.with_suffix(".html")
    page.write_text(f"<!doctype html><meta charset=utf-8><style>{BASE}{css}</style>{body}", encoding="utf-8")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-pdf-tagging", f"--print-to-pdf={out}", str(page)], check=True, capture_output=True)
    page.unlink()


def turn(out, rotate):
    """Sets /Rotate of every page; pdfunite writes the cross-reference anew."""
    data = out.read_bytes().replace(b"/Type /Page\n", b"/Type /Page /Rotate %d\n" % rotate)
    part = out.with_suffix(".part")
    part.write_bytes(data)
    subprocess.run(["pdfunite", str(part), str(out)], check=True, capture_output=True)
    part.unlink()


def draw(style, folder):
    rng = random.Random("crossfoot " + style)
    css, out = STYLES[style], folder / f"{style}.pdf"
    if style.startswith("pages"):
        table = comparison(rng, 0)
        for k in range(64):
            name = f"（{k + 1}）" + NAMES[k % 20]
            if style == "pages-cut-row":
                name += "（含以前年度结转资金安排的同类支出，按实际用途列示，不再在其他科目中重复反映，详见明细账）" * (1 + k % 2)
            b, a = amounts(rng, 2)
            table.rows.insert(k, [name, money(b), money(a), f"{a * 100 / b:.2f}%"])
        table.rows.pop()
        if style == "pages-other-widths":
            body = "<p>" + PROSE + "</p>" + table.html(rows=table.rows[:30]) + '<div style="break-before:page"></div>' + table.html(head=False, rows=table.rows[30:], widths=[38, 21, 21, 20], caption=False)
        else:
            css += " thead { display: table-row-group }" if style in ("pages-no-head", "pages-cut-row") else ""
            css += " td { break-inside: auto } .t, tr { break-inside: auto } tr { orphans: 1; widows: 1 }" if style == "pages-cut-row" else " tr { break-inside: avoid }"
            body = f"<p>{PROSE}</p>" + table.html()
        tables = [table]
    elif style in ("sideways", "rotated-page"):
        tables = [code_tree(rng, 4), two_sided(rng)]
        turned = "width: 250mm; height: 165mm; transform: rotate(-90deg) translateX(-250mm); transform-origin: top left; position: absolute; left: 0; top: 0"
        body = "".join(f'<div style="position: relative; height: 255mm; break-after: page"><div style="{turned}">{t.html()}</div></div>' for t in tables)
    elif style.startswith("beside"):
        left, right = comparison(rng, 6), comparison(rng, 6)
        left.caption, right.caption, right.note, left.note = "表1 2022年执行情况", "表2 2023年执行情况", "", ""
        right.rows = right.rows[2:]
        tables = [left, right]
        body = f"<p>{PROSE}</p>" + '<div style="display: flex; gap: 12mm; align-items: flex-start">' + "".join(f'<div style="flex: 1">{t.html()}</div>' for t in tables) + f"</div><p>{PROSE}</p>"
    elif style == "mixed":
        # Where no rule says how far a head reaches, only the figures are compared.
        plan = [("three-line", code_tree), ("horizontal", trips), ("shaded", indicators), ("borderless", two_sided), ("dotted", code_tree), ("light-verticals", comparison),
                ("white-rules", two_sided), ("doubled", trips), ("open-sides", code_tree), ("cell-outlines", indicators), ("borderless", code_tree), ("shaded-head", trips)]
        tables = [make(rng) for _, make in plan]
        for table, (kind, make) in zip(tables, plan):
            unruled = kind in ("three-line", "horizontal", "borderless", "shaded", "shaded-head")
            table.match = "amounts" if unruled and make in (code_tree, trips, indicators) else ""
        css = "".join(f".s{k} {{ {STYLES[kind]} }} " for k, (kind, _) in enumerate(plan))
        body = "".join(f'<div class="t s{k}"><p>{PROSE}</p>{t.html()}</div>' for k, t in enumerate(tables)) + f"<p>{PROSE}</p>"
    else:
        tables = [comparison(rng), two_sided(rng), code_tree(rng), trips(rng), indicators(rng)]
        body = "".join(f'<div class=t><p>{PROSE}</p>{t.html()}</div>' for t in tables) + f"<p>{PROSE}</p>"
    print_pdf(body, css, out)
    if style == "rotated-page":
        turn(out, 90)
    out.with_suffix(".truth").write_text("\n".join(t.truth() for t in tables), encoding="utf-8")


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or STYLES:
        draw(name, target)
