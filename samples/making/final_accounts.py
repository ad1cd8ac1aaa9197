#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes final-accounts-2023.pdf: the final accounts (部门决算) of an invented county water bureau, nine tables and
the text that explains them. The world is consistent; SLIPS are what an author got wrong, each named in
samples/README.md. Needs python3-reportlab and fonts-wqy-microhei from Debian 12.

    final_accounts.py OUT.pdf [TRUTH]     TRUTH: its tables as tests/tables/check_tables.py reads them
"""
import sys

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table, TableStyle

pdfmetrics.registerFont(TTFont("Hei", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", subfontIndex=0))

ENTITY, YEAR = "青竹县水务局", 2023
BODY = ParagraphStyle("body", fontName="Hei", fontSize=11, leading=19, firstLineIndent=22, wordWrap="CJK")
HEAD1 = ParagraphStyle("h1", parent=BODY, fontSize=16, leading=26, firstLineIndent=0, alignment=TA_CENTER, spaceBefore=10, spaceAfter=8)
HEAD2 = ParagraphStyle("h2", parent=BODY, fontSize=13, leading=22, firstLineIndent=22, spaceBefore=6)
CAPTION = ParagraphStyle("caption", parent=HEAD1, fontSize=14)
UNIT = ParagraphStyle("unit", parent=BODY, fontSize=9, leading=13, firstLineIndent=0, alignment=TA_RIGHT)
CELL = ParagraphStyle("cell", fontName="Hei", fontSize=8.5, leading=11, wordWrap="CJK")
NUMBER = ParagraphStyle("number", parent=CELL, alignment=TA_RIGHT)
MIDDLE = ParagraphStyle("middle", parent=CELL, alignment=TA_CENTER)

# code: (name, opening budget, fiscal, other income, other spending, basic?); amounts in fen of 万元 (0.01).
ITEMS = {
    "2080501": ("行政单位离退休", 4200, 4210, 0, 0, True),
    "2080505": ("机关事业单位基本养老保险缴费支出", 8600, 8420, 0, 0, True),
    "2080506": ("机关事业单位职业年金缴费支出", 4300, 4200, 0, 0, True),
    "2101101": ("行政单位医疗", 4000, 3850, 0, 0, True),
    "2101103": ("公务员医疗补助", 2600, 2570, 0, 0, True),
    "2130301": ("行政运行", 71500, 70290, 0, 0, True),
    "2130304": ("水利行业业务管理", 12000, 11820, 0, 0, False),
    "2130306": ("水利工程运行与维护", 45000, 43250, 1260, 1000, False),
    "2130311": ("水资源节约管理与保护", 8800, 8600, 0, 0, False),
    "2130314": ("防汛", 15500, 15400, 0, 0, False),
    "2210201": ("住房公积金", 9000, 8810, 0, 0, True),
    "2210203": ("购房补贴", 5000, 4820, 0, 0, True),
}
NAMES = {"208": "社会保障和就业支出", "20805": "行政事业单位养老支出", "210": "卫生健康支出", "21011": "行政事业单位医疗",
         "213": "农林水支出", "21303": "水利", "221": "住房保障支出", "22102": "住房改革支出"}
ECONOMIC = [
    [("301", "工资福利支出", None), ("30101", "基本工资", 26240), ("30102", "津贴补贴", 26830), ("30103", "奖金", 9290),
     ("30108", "机关事业单位基本养老保险缴费", 8420), ("30109", "职业年金缴费", 4200), ("30110", "职工基本医疗保险缴费", 3850),
     ("30111", "公务员医疗补助缴费", 2570), ("30113", "住房公积金", 8810),
     ("303", "对个人和家庭的补助", None), ("30302", "退休费", 4210), ("30305", "生活补助", 420)],
    [("302", "商品和服务支出", None), ("30201", "办公费", 1860), ("30202", "印刷费", 340), ("30207", "邮电费", 620), ("30211", "差旅费", 2280),
     ("30213", "维修（护）费", 950), ("30216", "培训费", 410), ("30217", "公务接待费", 230), ("30228", "工会经费", 1270),
     ("30231", "公务用车运行维护费", 1140), ("30239", "其他交通费用", 2750), ("310", "资本性支出", None), ("31002", "办公设备购置", 480)],
]
FUNCTIONS = ["一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出", "文化旅游体育与传媒支出", "社会保障和就业支出",
             "卫生健康支出", "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出", "资源勘探工业信息等支出", "住房保障支出", "其他支出"]
ORDINALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六".split()
OPENING, FISCAL_CARRY = 2500, 1500
LAST_YEAR = {"total": 183650, "fiscal_total": 182000, "general": 180200}
TRIP = {"budget": (0, 0, 1400, 400), "actual": (0, 0, 1140, 230)}  # abroad, cars bought, cars run, hospitality

FISCAL = sum(i[2] for i in ITEMS.values())
INCOME = FISCAL + sum(i[3] for i in ITEMS.values())
SPENT = FISCAL + sum(i[4] for i in ITEMS.values())
BUDGET = sum(i[1] for i in ITEMS.values())


def money(fen):
    return f"{fen // 100:,}.{fen % 100:02d}" if fen else ""


def rate(part, whole):
    return f"{(part * 20000 + whole) // (2 * whole) / 100:.2f}%"


# What the author got wrong, against what the figures say.
SLIPS = {"share of 213": ("80.20%", "81.20%"), "direction of 2080505": ("小于", "大于"), "completion of trips": ("76.11%", "67.11%"),
         "part three": ("2023年度部门决算情况说明", "2022年度部门决算情况说明")}


def slip(name, right):
    assert SLIPS[name][0] == right, (name, right)
    return SLIPS[name][1]


def tree(value):
    """Rows (code, name, value) of classes, groups and items, with sums."""
    rows = []
    for cls in ("208", "210", "213", "221"):
        items = {c: value(i) for c, i in ITEMS.items() if c.startswith(cls)}
        total = [sum(column) for column in zip(*items.values())]
        group = next(iter(items))[:5]
        rows += [(cls, NAMES[cls], total), (group, NAMES[group], total)]
        rows += [(c, ITEMS[c][0], v) for c, v in items.items()]
    return rows


def cells(rows, numbers_from):
    return [[Paragraph(str(v), NUMBER if c >= numbers_from and r >= 0 else CELL) for c, v in enumerate(row)] for r, row in enumerate(rows)]


def grid(head, rows, widths, spans=(), numbers_from=1):
    data = [[Paragraph(str(v), MIDDLE) for v in row] for row in head] + cells(rows, numbers_from)
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("TOPPADDING", (0, 0), (-1, -1), 2), ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
    style += [("SPAN", *s) for s in spans]
    return Table(data, colWidths=widths, repeatRows=len(head), style=TableStyle(style))


def code_table(columns, value):
    head = [["项目", "", "", ""] + columns, ["功能分类科目编码", "", "", "科目名称"] + [""] * len(columns), ["类", "款", "项", ""] + [""] * len(columns)]
    rows = [["", "", "", "合计"] + [money(sum(value(i)[k] for i in ITEMS.values())) for k in range(len(columns))]]
    for code, name, values in tree(value):
        parts = [code[:3], code[3:5], code[5:7]]
        rows.append(parts + [name] + [money(v) for v in values])
    spans = [((0, 0), (3, 0)), ((0, 1), (2, 1)), ((3, 1), (3, 2))] + [((k, 0), (k, 2)) for k in range(4, 4 + len(columns))]
    width = 270 / len(columns)
    return grid(head, rows, [28, 24, 24, 134] + [width] * len(columns), spans, 4)


def page_number(canvas, document):
    canvas.setFont("Hei", 9)
    canvas.drawCentredString(A4[0] / 2, 30, f"— {document.page} —")


def story():
    p = lambda text, style=BODY: Paragraph(text, style)
    title = lambda text: [p(text, CAPTION), p("单位：万元", UNIT), Spacer(1, 4)]
    part = lambda code: sum(i[2] for c, i in ITEMS.items() if c.startswith(code))
    out = [Spacer(1, 200), p(ENTITY, HEAD1), p(f"{YEAR}年度部门决算", HEAD1), PageBreak()]
    out += [p(f"第一部分 {ENTITY}概况", HEAD1), p("一、主要职能", HEAD2),
            p("贯彻执行国家和省有关水利工作的方针政策，负责全县水资源的统一管理、水利工程建设与运行管理、水旱灾害防御和农村供水保障。"),
            p("二、部门决算单位构成", HEAD2), p("从预算单位构成看，青竹县水务局部门决算包括局本级决算和所属3个事业单位决算，分别是：青竹县水旱灾害防御中心、青竹县水利工程管理站、青竹县农村供水服务中心。"), PageBreak()]
    out += [p(f"第二部分 {ENTITY}{YEAR}年度部门决算表", HEAD1)]

    income = ["一、一般公共预算财政拨款收入", "二、政府性基金预算财政拨款收入", "三、国有资本经营预算财政拨款收入", "四、上级补助收入", "五、事业收入", "六、经营收入", "七、附属单位上缴收入", "八、其他收入"]
    values = {0: FISCAL, 7: INCOME - FISCAL}
    spent = {"社会保障和就业支出": part("208"), "卫生健康支出": part("210"), "农林水支出": part("213") + SPENT - FISCAL, "住房保障支出": part("221")}
    rows = [[income[k] if k < 8 else "", money(values.get(k, 0)), f"{ORDINALS[k]}、{name}", money(spent.get(name, 0))] for k, name in enumerate(FUNCTIONS)]
    rows += [["本年收入合计", money(INCOME), "本年支出合计", money(SPENT)], ["使用非财政拨款结余", "", "结余分配", ""],
             ["年初结转和结余", money(OPENING), "年末结转和结余", money(OPENING + INCOME - SPENT)], ["总计", money(OPENING + INCOME), "总计", money(OPENING + INCOME)]]
    for row in rows:
        row[1], row[3] = Paragraph(row[1], NUMBER), Paragraph(row[3], NUMBER)
    data = [[p("收入", MIDDLE), "", p("支出", MIDDLE), ""], [p(x, MIDDLE) for x in ("项目", "决算数", "项目", "决算数")]]
    data += [[p(r[0], CELL), r[1], p(r[2], CELL), r[3]] for r in rows]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 0), (1, 0)), ("SPAN", (2, 0), (3, 0)), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                        ("TOPPADDING", (0, 0), (-1, -1), 2), ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])
    out += title("收入支出决算总表") + [Table(data, colWidths=[165, 75, 165, 75], repeatRows=2, style=style), PageBreak()]
    out += title("收入决算表") + [code_table(["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"], lambda i: (i[2] + i[3], i[2], 0, 0, 0, 0, i[3])), PageBreak()]
    basic = lambda i: (i[2] + i[4], i[2] + i[4] if i[5] else 0, 0 if i[5] else i[2] + i[4], 0, 0, 0)
    out += title("支出决算表") + [code_table(["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"], basic), PageBreak()]

    fiscal_rows = [[income[k][:-2] if k < 3 else "", money(FISCAL) if k == 0 else "", f"{ORDINALS[k]}、{name}", money(part_of), money(part_of), "", ""]
                   for k, name in enumerate(FUNCTIONS) for part_of in [{"社会保障和就业支出": part("208"), "卫生健康支出": part("210"), "农林水支出": part("213"), "住房保障支出": part("221")}.get(name, 0)]]
    fiscal_rows += [["本年收入合计", money(FISCAL), "本年支出合计", money(FISCAL), money(FISCAL), "", ""],
                    ["年初财政拨款结转和结余", money(FISCAL_CARRY), "年末财政拨款结转和结余", money(FISCAL_CARRY), money(FISCAL_CARRY), "", ""],
                    ["总计", money(FISCAL + FISCAL_CARRY), "总计", money(FISCAL + FISCAL_CARRY), money(FISCAL + FISCAL_CARRY), "", ""]]
    data = [[p("收入", MIDDLE), "", p("支出", MIDDLE), "", "", "", ""], [p(x, MIDDLE) for x in ("项目", "决算数", "项目", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")]]
    data += [[Paragraph(v, CELL if k in (0, 2) else NUMBER) for k, v in enumerate(r)] for r in fiscal_rows]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 0), (1, 0)), ("SPAN", (2, 0), (6, 0)), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                        ("TOPPADDING", (0, 0), (-1, -1), 2), ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])
    out += title("财政拨款收入支出决算总表") + [Table(data, colWidths=[110, 55, 115, 55, 55, 50, 50], repeatRows=2, style=style), PageBreak()]
    out += title("一般公共预算财政拨款支出决算表") + [code_table(["合计", "基本支出", "项目支出"], lambda i: (i[2], i[2] if i[5] else 0, 0 if i[5] else i[2])), PageBreak()]

    def with_sums(block):
        return [(c, n, v if v is not None else sum(x for k, _, x in block if k != c and k.startswith(c))) for c, n, v in block]

    left, right = (with_sums(b) for b in ECONOMIC)
    staff = sum(v for c, _, v in left if len(c) == 3)
    running = sum(v for c, _, v in right if len(c) == 3)
    rows = []
    for k in range(max(len(left), len(right))):
        row = []
        for block in (left, right):
            c, n, v = block[k] if k < len(block) else ("", "", 0)
            row += [c, n, money(v)]
        rows.append(row)
    rows.append(["人员经费合计", "", money(staff), "公用经费合计", "", money(running)])
    data = [[p(x, MIDDLE) for x in ("科目编码", "科目名称", "决算数") * 2]] + [[Paragraph(v, NUMBER if k in (2, 5) else CELL) for k, v in enumerate(r)] for r in rows]
    last = len(data) - 1
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, last), (1, last)), ("SPAN", (3, last), (4, last)), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
                        ("TOPPADDING", (0, 0), (-1, -1), 2), ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])
    out += title("一般公共预算财政拨款基本支出决算表") + [Table(data, colWidths=[48, 130, 62] * 2, repeatRows=1, style=style), PageBreak()]

    def trip(k):
        abroad, bought, run, guests = TRIP[k]
        return [sum(TRIP[k]), abroad, bought + run, bought, run, guests]

    data = [[p(x, MIDDLE) for x in ("预算数", "", "", "", "", "", "决算数", "", "", "", "", "")],
            [p(x, MIDDLE) for x in ("合计", "因公出国（境）费用", "公务用车购置及运行费", "", "", "公务接待费") * 2],
            [p(x, MIDDLE) for x in ("", "", "小计", "购置费", "运行费", "") * 2],
            [Paragraph(f"{v / 100:.2f}", NUMBER) for k in ("budget", "actual") for v in trip(k)]]
    spans = [((0, 0), (5, 0)), ((6, 0), (11, 0))] + [s for b in (0, 6) for s in (((b, 1), (b, 2)), ((b + 1, 1), (b + 1, 2)), ((b + 2, 1), (b + 4, 1)), ((b + 5, 1), (b + 5, 2)))]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")] + [("SPAN", *s) for s in spans])
    out += title("财政拨款“三公”经费支出决算表") + [Table(data, colWidths=[40] * 12, style=style), Spacer(1, 30)]
    for name, columns, note in (("政府性基金预算财政拨款收入支出决算表", ["年初结转和结余", "本年收入", "本年支出", "年末结转和结余"], "青竹县水务局2023年度无政府性基金预算财政拨款收入支出，故本表无数据。"),
                                ("国有资本经营预算财政拨款支出决算表", ["合计", "基本支出", "项目支出"], "青竹县水务局2023年度无国有资本经营预算财政拨款支出，故本表无数据。")):
        out += title(name) + [grid([["科目编码", "科目名称"] + columns], [[""] * (2 + len(columns))] * 2, [70, 130] + [280 / len(columns)] * len(columns)), p("注：" + note, CELL), Spacer(1, 24)]
    out += [PageBreak(), p(f"第三部分 {ENTITY}" + slip("part three", f"{YEAR}年度部门决算情况说明"), HEAD1)]

    total = OPENING + INCOME
    grown = lambda now, before: f"增加{money(now - before)}万元，增长{rate(now - before, before)}"
    spent_basic = sum(i[2] + i[4] for i in ITEMS.values() if i[5])
    out += [p("一、收入支出决算总体情况说明", HEAD2), p(f"{YEAR}年度收入支出总计{money(total)}万元。与2022年度相比，收入支出总计{grown(total, LAST_YEAR['total'])}。主要原因是农村供水保障项目增加。"),
            p("二、收入决算情况说明", HEAD2), p(f"本年收入合计{money(INCOME)}万元，其中：财政拨款收入{money(FISCAL)}万元，占{rate(FISCAL, INCOME)}；其他收入{money(INCOME - FISCAL)}万元，占{rate(INCOME - FISCAL, INCOME)}。"),
            p("三、支出决算情况说明", HEAD2), p(f"本年支出合计{money(SPENT)}万元，其中：基本支出{money(spent_basic)}万元，占{rate(spent_basic, SPENT)}；项目支出{money(SPENT - spent_basic)}万元，占{rate(SPENT - spent_basic, SPENT)}。"),
            p("四、财政拨款收入支出决算总体情况说明", HEAD2), p(f"{YEAR}年度财政拨款收入支出总计{money(FISCAL + FISCAL_CARRY)}万元。与2022年度相比，财政拨款收入支出总计{grown(FISCAL + FISCAL_CARRY, LAST_YEAR['fiscal_total'])}。"),
            p("五、一般公共预算财政拨款支出决算情况说明", HEAD2), p("（一）一般公共预算财政拨款支出决算总体情况", HEAD2),
            p(f"一般公共预算财政拨款支出{money(FISCAL)}万元，占本年支出合计的{rate(FISCAL, SPENT)}。与2022年度相比，一般公共预算财政拨款支出{grown(FISCAL, LAST_YEAR['general'])}。"),
            p("（二）一般公共预算财政拨款支出决算结构情况", HEAD2)]
    shares = "；".join(f"{NAMES[c]}（类）{money(part(c))}万元，占{slip('share of 213', rate(part(c), FISCAL)) if c == '213' else rate(part(c), FISCAL)}" for c in ("208", "210", "213", "221"))
    out += [p(f"一般公共预算财政拨款支出{money(FISCAL)}万元，主要用于以下方面：{shares}。"), p("（三）一般公共预算财政拨款支出决算具体情况", HEAD2),
            p(f"一般公共预算财政拨款支出年初预算为{money(BUDGET)}万元，支出决算为{money(FISCAL)}万元，完成年初预算的{rate(FISCAL, BUDGET)}。其中：")]
    for k, (code, item) in enumerate(ITEMS.items(), 1):
        word = "大于" if item[2] > item[1] else "小于"
        word = slip("direction of 2080505", word) if code == "2080505" else word
        out.append(p(f"{k}．{NAMES[code[:3]]}（类）{NAMES[code[:5]]}（款）{item[0]}（项）。年初预算为{money(item[1])}万元，支出决算为{money(item[2])}万元，完成年初预算的{rate(item[2], item[1])}。决算数{word}预算数的主要原因是据实结算。"))
    out += [p("六、一般公共预算财政拨款基本支出决算情况说明", HEAD2), p(f"{YEAR}年度一般公共预算财政拨款基本支出{money(staff + running)}万元，其中：人员经费{money(staff)}万元，公用经费{money(running)}万元。"),
            p("七、财政拨款“三公”经费支出决算情况说明", HEAD2)]
    budget, actual = sum(TRIP["budget"]), sum(TRIP["actual"])
    out += [p(f"“三公”经费财政拨款支出年初预算为{money(budget)}万元，支出决算为{money(actual)}万元，完成年初预算的{slip('completion of trips', rate(actual, budget))}。其中：公务用车购置及运行维护费支出决算为{money(TRIP['actual'][2])}万元，公务接待费支出决算为{money(TRIP['actual'][3])}万元。"),
            p("八、政府性基金预算财政拨款收入支出决算情况说明", HEAD2), p(f"{ENTITY}{YEAR}年度无政府性基金预算财政拨款收入支出。"),
            p("第四部分 名词解释", HEAD1), p("一、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。"), p("二、项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。")]
    return out


def truth(flow):
    """The tables that are drawn, cell by cell: `<` belongs to the cell on its left, `^` to the one above."""
    out, said = [], []
    for flowable in flow:
        if isinstance(flowable, Paragraph):
            said.append(flowable.getPlainText())
        elif isinstance(flowable, Table):
            rows = [[v.getPlainText() if isinstance(v, Paragraph) else v for v in row] for row in flowable._cellvalues]
            for _, (left, top), (right, bottom) in flowable._spanCmds:
                for r in range(top, bottom + 1):
                    for c in range(left, right + 1):
                        if (r, c) != (top, left):
                            rows[r][c] = "<" if c > left else "^"
            # Two rows without text, each lower than a line, are drawn like one.
            rows = [row for k, row in enumerate(rows) if any(row) or k == 0 or any(rows[k - 1])]
            out.append("\n".join([f"== {said[-2]}", f"unit: {said[-1]}"] + [" | ".join(row).rstrip() for row in rows]) + "\n")
    return "\n".join(out)


def main():
    if len(sys.argv) > 2:
        open(sys.argv[2], "w", encoding="utf-8").write(truth(story()))
    document = BaseDocTemplate(sys.argv[1], pagesize=A4, leftMargin=57, rightMargin=57, topMargin=60, bottomMargin=60, title=f"{ENTITY}{YEAR}年度部门决算", author=ENTITY, invariant=1)
    document.addPageTemplates(PageTemplate(frames=[Frame(57, 60, A4[0] - 114, A4[1] - 120, 0, 0, 0, 0)], onPage=page_number))
    document.build(story())


if __name__ == "__main__":
    main()
