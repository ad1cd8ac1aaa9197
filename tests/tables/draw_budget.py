#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the budget (部门预算) of an invented department, ten tables over sixteen pages as an office program sets
them, with its truth beside it.

    draw_budget.py OUT            needs libreoffice-writer and fonts-wqy-microhei; writes OUT/budget-2024.pdf and .truth

The truth is written from the figures that are drawn, never from what was read; the page numbers in it were looked up
by eye in the PDF.
"""
import pathlib
import random
import subprocess
import sys

from draw_styles import FONT, NAMES, Table, amounts, money

ITEMS = {"2010301": "行政运行", "2010302": "一般行政管理事务", "2010350": "事业运行", "2050803": "培训支出", "2070204": "文物保护", "2070205": "博物馆",
         "2080501": "行政单位离退休", "2080505": "机关事业单位基本养老保险缴费支出", "2080506": "机关事业单位职业年金缴费支出", "2101101": "行政单位医疗",
         "2101103": "公务员医疗补助", "2130335": "农村供水", "2210201": "住房公积金", "2210203": "购房补贴"}
CLASSES = {"201": "一般公共服务支出", "20103": "政府办公厅（室）及相关机构事务", "205": "教育支出", "20508": "进修及培训", "207": "文化旅游体育与传媒支出", "20702": "文物",
           "208": "社会保障和就业支出", "20805": "行政事业单位养老支出", "210": "卫生健康支出", "21011": "行政事业单位医疗", "213": "农林水支出", "21303": "水利",
           "221": "住房保障支出", "22102": "住房改革支出"}
PAGES = [[3], [4, 5], [6, 7], [8], [9, 10], [11, 12], [13], [14], [15], [16]]


def tree(values):
    """Rows of class, group and item: (code, name, columns)."""
    rows = []
    for code in sorted(set(ITEMS) | set(CLASSES)):
        under = [v for item, v in values.items() if item.startswith(code)]
        rows.append((code, ITEMS.get(code) or CLASSES[code], [sum(column) for column in zip(*under)]))
    return rows


def by_code(caption, columns, values):
    rows = [[code[:3], code[3:5], code[5:7], name] + [money(v) for v in figures] for code, name, figures in tree(values)]
    total = [sum(column) for column in zip(*values.values())]
    rows.append(["合计", "<", "<", "<"] + [money(v) for v in total])
    head = [["项目", "<", "<", "<"] + columns, ["功能分类科目编码", "<", "<", "科目名称"] + ["^"] * len(columns), ["类", "款", "项", "^"] + ["^"] * len(columns)]
    rest = 55 / len(columns)
    return Table(caption, "单位：元", head, rows, [7, 6, 6, 26] + [rest] * len(columns))


def tables():
    rng = random.Random("crossfoot budget")
    base = {code: amounts(rng, 1, 100000, 90000000)[0] for code in ITEMS}
    project = {code: value if code in ("2010302", "2070204", "2130335") else 0 for code, value in base.items()}
    total = sum(base.values())
    class_sums = {code: sum(v for item, v in base.items() if item.startswith(code)) for code in CLASSES if len(code) == 3}
    spent = [f"{'一二三四五六七'[k]}、{CLASSES[code]}" for k, code in enumerate(class_sums)]
    income = ["一、一般公共预算拨款收入", "二、政府性基金预算拨款收入", "三、国有资本经营预算拨款收入", "四、事业收入", "五、其他收入", "", ""]
    sides = [[income[k], money(total) if k == 0 else "", spent[k], money(v)] for k, v in enumerate(class_sums.values())]
    closing = [["本年收入合计", money(total), "本年支出合计", money(total)], ["上年结转", "", "结转下年", ""], ["收入总计", money(total), "支出总计", money(total)]]
    two_head = [["收入", "<", "支出", "<"], ["项目", "预算数", "项目", "预算数"]]
    out = [Table("部门收支总表", "单位：元", two_head, sides + closing, [30, 20, 30, 20])]
    out.append(by_code("部门收入总表", ["合计", "一般公共预算", "事业收入", "其他收入"], {c: (v, v, 0, 0) for c, v in base.items()}))
    out.append(by_code("部门支出总表", ["合计", "基本支出", "项目支出"], {c: (v, v - project[c], project[c]) for c, v in base.items()}))
    out.append(Table("财政拨款收支总表", "单位：元", [["收入", "<", "支出", "<", "<", "<"], ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算"]],
                     [[r[0], r[1], r[2], r[3], r[3], ""] for r in sides + closing], [26, 16, 22, 12, 12, 12]))
    out.append(by_code("一般公共预算支出表", ["合计", "基本支出", "项目支出"], {c: (v, v - project[c], project[c]) for c, v in base.items()}))
    staff, goods = amounts(rng, 5, 1000000, 70000000), amounts(rng, 15, 10000, 3000000)
    rows = [["301", "工资福利支出", money(sum(staff)), money(sum(staff)), ""]] + [[f"301{k + 1:02}", "~" + NAMES[k], money(v), money(v), ""] for k, v in enumerate(staff)]
    rows += [["302", "商品和服务支出", money(sum(goods)), "", money(sum(goods))]] + [[f"302{k + 1:02}", "~" + NAMES[k + 5], money(v), "", money(v)] for k, v in enumerate(goods)]
    rows += [["合计", "<", money(sum(staff + goods)), money(sum(staff)), money(sum(goods))]]
    out.append(Table("一般公共预算基本支出表", "单位：元", [["部门预算支出经济分类科目", "<", "本年一般公共预算基本支出", "<", "<"], ["科目编码", "科目名称", "合计", "人员经费", "公用经费"]], rows, [14, 32, 18, 18, 18]))
    trips = amounts(rng, 4, 10000, 900000)
    trip_head = [["合计", "因公出国（境）费", "公务用车购置及运行费", "<", "<", "公务接待费"], ["^", "^", "小计", "公务用车购置费", "公务用车运行费", "^"]]
    out.append(Table("一般公共预算“三公”经费支出表", "单位：元", trip_head, [[money(sum(trips)), money(trips[0]), money(trips[1] + trips[2]), money(trips[1]), money(trips[2]), money(trips[3])]], [18, 16, 16, 18, 18, 14]))
    fund_head = [["科目编码", "科目名称", "本年政府性基金预算支出", "<", "<"], ["^", "^", "合计", "基本支出", "项目支出"]]
    out.append(Table("政府性基金预算支出表", "单位：元", fund_head, [["", "", "", "", ""], ["", "", "", "", ""], ["合计", "<", "", "", ""]], [16, 30, 18, 18, 18], "注：本部门2024年无政府性基金预算支出，故本表无数据。"))
    names = ["档案库房安全改造", "不可移动文物保护修缮", "农村饮水工程维护", "机关信息系统运行维护"]
    costs = amounts(rng, 4, 1000000, 90000000)
    kinds = [["一次性项目", names[0], money(costs[0]), money(costs[0]), ""], ["^", names[1], money(costs[1]), money(costs[1]), ""], ["经常性项目", names[2], money(costs[2]), "", money(costs[2])], ["^", names[3], money(costs[3]), money(costs[3]), ""]]
    out.append(Table("项目支出表", "单位：元", [["项目类别", "项目名称", "合计", "财政拨款", "其他资金"]], kinds + [["合计", "<", money(sum(costs)), money(sum(costs) - costs[2]), money(costs[2])]], [16, 36, 16, 16, 16]))
    goals = [["产出指标", "数量指标", "修缮不可移动文物", "≥6处"], ["^", "质量指标", "工程验收合格率", "100%"], ["^", "时效指标", "按期完工率（以合同约定的竣工日期为准，因不可抗力顺延的除外）", "≥95%"], ["效益指标", "社会效益", "改善供水受益人口", "≥12000人"], ["满意度指标", "满意度", "群众满意度", "≥90%"]]
    out.append(Table("项目支出绩效目标表", "", [["一级指标", "二级指标", "三级指标", "指标值"]], goals, [16, 16, 48, 20]))
    return out


def document(made):
    css = f"""@page {{ size: A4 landscape; margin: 20mm 18mm }} body {{ font-family: {FONT}; font-size: 10pt }} h1 {{ font-size: 18pt; text-align: center }}
h2 {{ font-size: 14pt; text-align: center; font-weight: normal; page-break-before: always; margin-bottom: 0 }} .keep h2 {{ page-break-before: auto; margin-top: 24pt }}
.unit {{ text-align: right; font-size: 9pt }} table {{ border-collapse: collapse }} td {{ border: 0.5pt solid #000; font-size: 10pt }} .n {{ text-align: right }} .c {{ text-align: center }}
.i1 {{ padding-left: 9pt }}"""
    body = "<h1>云岭县文物局2024年部门预算</h1><p style='page-break-before: always'>一、部门职责</p><p>云岭县文物局负责全县文物保护、考古发掘和博物馆管理工作，指导文物安全和文物利用。</p><p>二、部门预算表</p>"
    for k, table in enumerate(made):
        part = table.html().replace("<table>", "<table width='100%' border=1 cellspacing=0 cellpadding=4 style='border-collapse: collapse'>").replace("class=\"n", "align=right class=\"n").replace("class=\"c", "align=center class=\"c")
        for width in table.widths:
            part = part.replace(f'<col style="width:{width}%">', f"<col width='{width:.0f}%'>")
        body += f"<div class=keep>{part}</div>" if k == 7 else part
    return f"<!doctype html><meta charset=utf-8><style>{css}</style>{body}"


def main():
    folder, made = pathlib.Path(sys.argv[1]), tables()
    page = folder / "budget-2024.html"
    page.write_text(document(made), encoding="utf-8")
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder.resolve()}/profile", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), str(page)], check=True, capture_output=True)
    for table, pages in zip(made, PAGES):
        table.pages = pages
    (folder / "budget-2024.truth").write_text("\n".join(t.truth() for t in made), encoding="utf-8")


if __name__ == "__main__":
    main()
