#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pictures of invented report pages, with the truth beside them, for score.py.

    make_pages.py OUT [--set first|fresh] [--seed N] [--pages N] [--conditions NAME,...]

Pages are typeset at each resolution anew (text and tables with rules, wrapped labels, seals), then spoilt as a scanner
would: noise, skew, shading, a red seal, JPEG. OUT/truth.json names each picture's kind, condition, text and numbers.
The same bytes each time. `first` has the texts that reading was tuned on, the same under each condition; `fresh` (the
default) has other words, faces and table styles, and no text twice: what is measured on it was not tuned on it. With
another --seed it has other texts and faces still.
Needs python3-pil, python3-numpy, fonts-noto-cjk, fonts-wqy-microhei, fonts-wqy-zenhei, fonts-arphic-uming,
fonts-arphic-ukai.
"""
import argparse
import io
import json
import math
import pathlib
import random

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FACES = [("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2), ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0)]
PLACES = ["松溪镇", "临湖县", "青屏市", "白杨区", "云台乡", "石渠县"]
BODIES = ["财政局", "农业农村局", "教育局", "水务局", "人力资源和社会保障局", "交通运输局", "文化馆"]
ITEMS = ["一般公共服务支出", "教育支出", "科学技术支出", "文化旅游体育与传媒支出", "社会保障和就业支出", "卫生健康支出", "节能环保支出", "城乡社区支出", "农林水支出",
         "交通运输支出", "住房保障支出", "灾害防治及应急管理支出", "工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出", "办公费", "印刷费", "差旅费", "维修（护）费",
         "培训费", "公务接待费", "公务用车运行维护费", "其他商品和服务支出", "行政事业单位离退休人员经费", "机关事业单位基本养老保险缴费支出"]
HEADS = ["年初预算数", "调整预算数", "决算数", "上年决算数", "增减额", "增减（%）", "合计", "基本支出", "项目支出"]

# The fresh set.
FRESH_FACES = [("/usr/share/fonts/truetype/arphic/uming.ttc", 0), ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
               ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0), ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
               ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2), ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0)]
FRESH_PLACES = ["苍梧岭县", "双桥湾区", "望江坪镇", "榆林沟乡", "北渡口市", "紫竹街道"]
FRESH_BODIES = ["林业和草原局", "市场监督管理局", "退役军人事务局", "疾病预防控制中心", "融媒体中心", "应急救援大队", "妇幼保健院", "第三中学", "供销合作社联合社"]
FRESH_ITEMS = ["森林管护补助", "退耕还林后续补贴", "食品抽检经费", "特种设备检验费", "优抚对象医疗补助", "烈士纪念设施修缮", "疫苗冷链运维", "实验室试剂耗材", "广播发射台电费", "救援装备购置",
               "免费婚检补助", "校舍安全加固工程", "学生营养改善计划", "绩效奖励", "职业年金缴费", "物业管理费", "劳务费", "委托业务费", "因公出国（境）费用", "无线网络改造",
               "农村电商服务站建设", "冷库租赁费", "档案数字化加工", "信访维稳工作经费", "村级动物防疫员补贴", "河道清淤疏浚", "病险水库除险加固", "高标准农田管护", "公益性岗位补贴", "其他支出"]
FRESH_HEADS = ["预算批复数", "下达数", "实际支付数", "结余数", "支付进度", "上年同期", "中央资金", "省级资金", "县级配套", "自筹资金", "完成量", "计划量", "单价（元）", "分值", "得分"]
FRESH_WORDS = ["针对短板弱项逐条制定整改台账", "统筹兼顾、突出重点，压减一般性开支", "组织专家评审并出具书面意见", "通过政府网站向社会公示", "严格履行集体决策和签批手续", "坚持先有预算、后有支出",
               "因连续降雨工期有所延误", "部分供应商未能按期交货", "经费支出标准参照同级单位执行", "建立了资金使用全过程台账", "工程质量经第三方检测合格", "档案资料尚需进一步规范"]

# name: (dpi, spoil options)
CONDITIONS = {
    "clean150": (150, {}),
    "clean200": (200, {}),
    "clean300": (300, {}),
    "scan200": (200, {"noise": 6, "skew": 0.4, "shade": 0.12, "jpeg": 75}),
    "skew200": (200, {"noise": 5, "skew": -2.0, "jpeg": 75}),
    "seal200": (200, {"noise": 5, "skew": 0.3, "seal": True, "jpeg": 75}),
    "jpeg200": (200, {"noise": 4, "jpeg": 50}),
    "scan300": (300, {"noise": 8, "skew": 1.1, "shade": 0.1, "jpeg": 60}),
    "scan150": (150, {"noise": 5, "skew": 0.4, "jpeg": 75}),
    "hard200": (200, {"noise": 22, "speckle": 0.0012, "skew": -0.9, "jpeg": 45}),
}


def amount(rng):
    form = rng.random()
    if form < 0.12:
        return "0.00"
    value = round(rng.lognormvariate(4.5, 1.8), 2)
    if form < 0.2:
        return f"-{value:,.2f}"
    return f"{value:,.2f}" if form < 0.8 else f"{value:.2f}"


def sentence(rng):
    a, b = rng.uniform(50, 9000), rng.uniform(50, 9000)
    item, other = rng.sample(ITEMS, 2)
    return rng.choice([
        f"2023年度收入总计{a:.2f}万元，支出总计{b:.2f}万元，与上年相比增加{abs(a - b):.2f}万元，增长{rng.uniform(0.1, 40):.2f}%。",
        f"{item}年初预算为{a:,.2f}万元，支出决算为{b:,.2f}万元，完成年初预算的{b / a * 100:.2f}%，主要原因是年中追加了{rng.choice(ITEMS)}。",
        f"截至2023年12月31日，共有车辆{rng.randint(1, 60)}辆，其中机要通信用车{rng.randint(1, 9)}辆，单价100万元以上设备{rng.randint(0, 20)}台（套）。",
        f"其中：{item}{a:.2f}万元，占{rng.uniform(1, 99):.1f}%；{other}{b:.2f}万元，占{rng.uniform(1, 99):.1f}%。",
        f"本单位下设{rng.randint(2, 12)}个科室，编制{rng.randint(10, 99)}人，年末实有在职{rng.randint(10, 99)}人，离退休{rng.randint(1, 40)}人。",
        f"全年开展培训{rng.randint(2, 60)}场次，受益群众{rng.randint(100, 90000)}人次，群众满意度达到{rng.uniform(85, 99.9):.1f}%，高于目标值90%。",
        f"年初结转和结余{a:.2f}万元，年末结转和结余{b:.2f}万元，自评得分{rng.uniform(80, 100):.2f}分，等级为“优”。"])


def fresh_figure(rng):
    """A cell of a fresh table: money, counts, rates, codes, blanks."""
    form, value = rng.random(), rng.lognormvariate(5, 2.2)
    if form < 0.55:
        return f"{value:,.2f}" if form < 0.35 else f"{value:.2f}"
    if form < 0.67:
        return str(round(value))
    if form < 0.75:
        return f"{rng.uniform(0, 120):.1f}%"
    if form < 0.81:
        return f"{value:.4f}"
    if form < 0.86:
        return f"{round(value * 10000):,}"
    return f"-{value:.2f}" if form < 0.92 else rng.choice(["", "0", "100", "/"])


def fresh_sentence(rng):
    a, b, n, m = rng.lognormvariate(6, 1.6), rng.lognormvariate(5, 1.6), rng.randint(2, 98), rng.randint(3, 990)
    item, other = rng.sample(FRESH_ITEMS, 2)
    return rng.choice([
        f"{rng.choice(FRESH_WORDS)}，{item}项目下达资金{a:.2f}万元，实际支付{b:.2f}万元，支付进度{rng.uniform(20, 100):.2f}%，结余{abs(a - b):.2f}万元按规定收回。",
        f"根据《关于下达2022年专项资金的通知》（苍财农〔2022〕{m}号），安排{item}{a:.4f}万元，其中省级{b:.2f}万元、县级配套{n}万元。",
        f"{other}涉及{n}个行政村、{m}户、{m * 3 + 1}人，户均补助{rng.randint(300, 9800)}元，人均{rng.uniform(80, 900):.2f}元。",
        f"截至2022年11月{rng.randint(1, 30)}日，完成清淤{rng.uniform(1, 60):.1f}公里、加固{n}处、铺设管线{rng.randint(1000, 90000)}米，超计划{rng.uniform(0.5, 9):.1f}%。",
        f"发放问卷{m + 20}份，收回{m}份，“满意”和“基本满意”合计{m - 1}份，满意度{(m - 1) / m * 100:.2f}%；{rng.choice(FRESH_WORDS)}。",
        f"固定资产原值{a:,.2f}元，累计折旧{b:,.2f}元，净值{abs(a - b):,.2f}元，其中房屋建筑面积{rng.uniform(200, 9000):.2f}平方米。",
        f"{item}指标分值{rng.randint(3, 20)}分，自评{rng.uniform(2, 20):.1f}分；{other}扣{rng.uniform(0.1, 3):.2f}分，原因是{rng.choice(FRESH_WORDS)}。",
        f"全年受理投诉{m}件，办结{m - 1}件，办结率{(m - 1) / m * 100:.1f}%，同比下降{rng.uniform(0.1, 30):.2f}个百分点，平均用时{rng.uniform(1, 9):.1f}天。"])


class Sheet:
    """A page under construction: draws, and remembers what it drew."""

    def __init__(self, dpi, face):
        self.dpi, self.face = dpi, face
        self.image = Image.new("RGB", (round(8.27 * dpi), round(11.69 * dpi)), "white")
        self.draw = ImageDraw.Draw(self.image)
        self.lines, self.y = [], self.px(72)

    def px(self, points):
        return round(points * self.dpi / 72)

    def font(self, size):
        return ImageFont.truetype(self.face[0], self.px(size), index=self.face[1])

    def paragraph(self, text, size, leading, center=False, indent=0):
        font, left, right = self.font(size), self.px(72), self.image.width - self.px(72)
        x, line, begin = left + self.px(indent), "", left + self.px(indent)
        rows = []
        for c in text:
            width = font.getlength(line + c)
            if begin + width > right and c not in "，。；：、）%”" and not (c in "0123456789.," and line and line[-1] in "0123456789.,"):
                rows.append((begin, line))
                line, begin = "", left
            line += c
        rows.append((begin, line))
        for begin, line in rows:
            x = (left + right - font.getlength(line)) / 2 if center else begin
            self.draw.text((x, self.y), line, font=font, fill=(20, 20, 20))
            self.y += self.px(leading)
        self.lines.append(text)

    def table(self, rng, columns, rows, size, rule, wrapped, style="grid", words=(ITEMS, HEADS, amount), centered=False):
        left, right = self.px(60), self.image.width - self.px(60)
        label = self.px(110 if wrapped else 170)
        pitch = (right - left - label) / (columns - 1)
        edges = [left, left + label] + [left + label + pitch * (k + 1) for k in range(columns - 1)]
        font, bold = self.font(size), max(1, self.px(rule))
        items, head_words, figure = words
        heads = ["项目"] + rng.sample(head_words, columns - 1)
        body = [[rng.choice(items)] + [figure(rng) for _ in range(columns - 1)] for _ in range(rows)]
        y, tops = self.y, []
        for k, row in enumerate([heads] + body):
            cells = [self.wrap(cell, font, edges[c + 1] - edges[c] - self.px(6)) for c, cell in enumerate(row)]
            height = max(len(c) for c in cells) * self.px(size * 1.25) + self.px(6)
            tops.append(y)
            for c, cell in enumerate(cells):
                at = y + (height - len(cell) * self.px(size * 1.25)) / 2
                for line in cell:
                    wide = font.getlength(line)
                    if k == 0 or (centered and c > 0):
                        x = (edges[c] + edges[c + 1] - wide) / 2
                    else:
                        x = edges[c] + self.px(3) if c == 0 else edges[c + 1] - self.px(3) - wide
                    self.draw.text((x, at), line, font=font, fill=(20, 20, 20))
                    at += self.px(size * 1.25)
            self.lines += row
            y += height
        tops.append(y)
        level = [tops[0], tops[1], tops[-1]] if style == "three" else tops
        upright = {"grid": edges, "open": edges[1:-1]}.get(style, [])
        for top in level:
            self.draw.line((edges[0], top, edges[-1], top), fill=(20, 20, 20), width=bold)
        for edge in upright:
            self.draw.line((edge, tops[0], edge, tops[-1]), fill=(20, 20, 20), width=bold)
        self.y = y + self.px(12)

    @staticmethod
    def wrap(text, font, width):
        lines = [""]
        for c in text:
            if font.getlength(lines[-1] + c) > width and not text[0] in "-0123456789":
                lines.append("")
            lines[-1] += c
        return lines


def prose_page(rng, dpi, face):
    sheet = Sheet(dpi, face)
    sheet.paragraph(f"{rng.choice(PLACES)}{rng.choice(BODIES)}2023年度部门决算情况说明", 18, 34, center=True)
    for part, title in zip("一二三", rng.sample(["收入支出决算总体情况说明", "支出决算具体情况", "预算绩效情况说明", "国有资产占用情况"], 3)):
        sheet.paragraph(f"{part}、{title}", 14, 26)
        for _ in range(3):
            sheet.paragraph("".join(sentence(rng) for _ in range(2)), rng.choice([12, 14]) if part == "二" else 12, 22, indent=24)
    return sheet


def table_page(rng, dpi, face):
    sheet = Sheet(dpi, face)
    sheet.paragraph(f"{rng.choice(PLACES)}{rng.choice(BODIES)}2023年度支出决算表", 16, 30, center=True)
    sheet.paragraph("单位：万元", 10.5, 18)
    columns = rng.randint(4, 7)
    sheet.table(rng, columns, rng.randint(12, 24), 9 if columns > 5 else rng.choice([9, 10.5]), rng.choice([0.5, 0.75, 1]), wrapped=rng.random() < 0.4)
    return sheet


def fresh_prose_page(rng, dpi, face):
    sheet = Sheet(dpi, face)
    sheet.paragraph(f"{rng.choice(FRESH_PLACES)}{rng.choice(FRESH_BODIES)}专项资金绩效自评报告", 17, 34, center=True)
    size = rng.choice([10.5, 12, 14])
    for part, title in zip("一二三", rng.sample(["项目基本情况", "资金安排和使用情况", "绩效目标完成情况", "存在的问题及原因分析", "下一步改进措施"], 3)):
        if sheet.y < sheet.image.height - sheet.px(72 + 8 * 1.75 * size):
            sheet.paragraph(f"（{part}）{title}", size + 1, 26)
        for _ in range(3):
            if sheet.y < sheet.image.height - sheet.px(72 + 6 * 1.75 * size):
                sheet.paragraph("".join(fresh_sentence(rng) for _ in range(2)), size, size * 1.75, indent=2 * size)
    return sheet


def fresh_table_page(rng, dpi, face):
    sheet = Sheet(dpi, face)
    sheet.paragraph(f"{rng.choice(FRESH_PLACES)}{rng.choice(FRESH_BODIES)}项目支出明细表", 15, 30, center=True)
    sheet.paragraph(rng.choice(["单位：万元", "金额单位：元"]), 10.5, 18)
    columns, style = rng.randint(4, 7), rng.choice(["grid", "grid", "open", "level", "three"])
    sheet.table(rng, columns, rng.randint(12, 24), 9 if columns > 5 else rng.choice([9, 10.5]), rng.choice([0.4, 0.75, 1.2]), rng.random() < 0.4, style,
                (FRESH_ITEMS, FRESH_HEADS, fresh_figure), rng.random() < 0.4)
    return sheet


def seal(dpi):
    size = round(40 / 25.4 * dpi)
    layer = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    draw, red = ImageDraw.Draw(layer), (214, 40, 44, 255)
    draw.ellipse((4, 4, size - 4, size - 4), outline=red, width=max(3, size // 40))
    points = [(size / 2 + size * (0.15 if k % 2 == 0 else 0.06) * math.sin(k * math.pi / 5), size / 2 - size * (0.15 if k % 2 == 0 else 0.06) * math.cos(k * math.pi / 5)) for k in range(10)]
    draw.polygon(points, fill=red)
    draw.text((size / 2, size * 0.8), "财务专用章", fill=red, anchor="mm", font=ImageFont.truetype(FACES[1][0], size // 9))
    return layer


def stamp(image, layer, at):
    """Ink upon ink: each takes its share of the light."""
    area = (at[0], at[1], at[0] + layer.width, at[1] + layer.height)
    under = numpy.asarray(image.crop(area), dtype=float)
    over = numpy.asarray(layer, dtype=float)
    alpha = over[..., 3:] / 255 * 0.85
    image.paste(Image.fromarray((under * (1 - alpha + alpha * over[..., :3] / 255)).astype("uint8")), at)


def spoil(image, dpi, options, seed):
    rng = numpy.random.default_rng(seed)
    if options.get("seal"):
        stamp(image, seal(dpi), (round(image.width * 0.62), round(image.height * 0.3)))
    if options:
        image = image.filter(ImageFilter.GaussianBlur(0.3 * dpi / 100))
    if "skew" in options:
        image = image.rotate(options["skew"], resample=Image.BICUBIC, fillcolor=(255, 255, 255))
    paper = numpy.asarray(image, dtype=float)
    if "shade" in options:
        paper *= numpy.linspace(1, 1 - options["shade"], image.width)[None, :, None]
    if "noise" in options:
        paper = paper * 0.95 + rng.normal(0, options["noise"], paper.shape[:2])[..., None]
    if "speckle" in options:
        paper[rng.random(paper.shape[:2]) < options["speckle"]] = 30
    return Image.fromarray(numpy.clip(paper, 0, 255).astype("uint8"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--set", choices=["first", "fresh"], default="fresh")
    parser.add_argument("--seed", type=int, default=0, help="of the fresh set")
    parser.add_argument("--pages", type=int, default=4, help="of each condition")
    parser.add_argument("--conditions", default=",".join(CONDITIONS))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    truth = []
    for turn, condition in enumerate(CONDITIONS):
        if condition not in args.conditions.split(","):
            continue
        dpi, options = CONDITIONS[condition]
        for number in range(args.pages):
            kind = "table" if number % 2 == 0 else "prose"
            if args.set == "first":
                # One text for all conditions: only the picture differs.
                rng, face = random.Random(1000 + number), FACES[number // 2 % 2]
                sheet = (table_page if kind == "table" else prose_page)(rng, dpi, face)
            else:
                rng, face = random.Random(9000 + 10000 * args.seed + 100 * turn + number), FRESH_FACES[(turn + number // 2 + args.seed) % len(FRESH_FACES)]
                sheet = (fresh_table_page if kind == "table" else fresh_prose_page)(rng, dpi, face)
            image = spoil(sheet.image, dpi, options, number + 1000 * args.seed)
            name = f"{condition}-{number:02}.{'jpg' if 'jpeg' in options else 'png'}"
            if "jpeg" in options:
                image.save(args.out / name, quality=options["jpeg"], dpi=(dpi, dpi))
            else:
                image.save(args.out / name, dpi=(dpi, dpi))
            truth.append({"file": name, "kind": kind, "condition": condition, "dpi": dpi, "text": "\n".join(sheet.lines)})
    (args.out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
