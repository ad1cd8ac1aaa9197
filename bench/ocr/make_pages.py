#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pictures of invented report pages, with the truth beside them, for score.py.

    make_pages.py OUT [--pages N] [--conditions NAME,...]

Pages are typeset at each resolution anew (text and tables with rules, wrapped labels, seals), then spoilt as a scanner
would: noise, skew, shading, a red seal, JPEG. OUT/truth.json names each picture's kind, condition, text and numbers.
The same bytes each time. Needs python3-pil, python3-numpy, fonts-wqy-microhei, fonts-noto-cjk.
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

    def table(self, rng, columns, rows, size, rule, wrapped):
        left, right = self.px(60), self.image.width - self.px(60)
        label = self.px(110 if wrapped else 170)
        pitch = (right - left - label) / (columns - 1)
        edges = [left, left + label] + [left + label + pitch * (k + 1) for k in range(columns - 1)]
        font, bold = self.font(size), max(1, self.px(rule))
        heads = ["项目"] + rng.sample(HEADS, columns - 1)
        body = [[rng.choice(ITEMS)] + [amount(rng) for _ in range(columns - 1)] for _ in range(rows)]
        y, tops = self.y, []
        for k, row in enumerate([heads] + body):
            cells = [self.wrap(cell, font, edges[c + 1] - edges[c] - self.px(6)) for c, cell in enumerate(row)]
            height = max(len(c) for c in cells) * self.px(size * 1.25) + self.px(6)
            tops.append(y)
            for c, cell in enumerate(cells):
                at = y + (height - len(cell) * self.px(size * 1.25)) / 2
                for line in cell:
                    wide = font.getlength(line)
                    if k == 0:
                        x = (edges[c] + edges[c + 1] - wide) / 2
                    else:
                        x = edges[c] + self.px(3) if c == 0 else edges[c + 1] - self.px(3) - wide
                    self.draw.text((x, at), line, font=font, fill=(20, 20, 20))
                    at += self.px(size * 1.25)
            self.lines += row
            y += height
        tops.append(y)
        for top in tops:
            self.draw.line((edges[0], top, edges[-1], top), fill=(20, 20, 20), width=bold)
        for edge in edges:
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
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--conditions", default=",".join(CONDITIONS))
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    truth = []
    for condition in args.conditions.split(","):
        dpi, options = CONDITIONS[condition]
        for number in range(args.pages):
            kind = "table" if number % 2 == 0 else "prose"
            # One text for all conditions: only the picture differs.
            rng, face = random.Random(1000 + number), FACES[number // 2 % 2]
            sheet = (table_page if kind == "table" else prose_page)(rng, dpi, face)
            image = spoil(sheet.image, dpi, options, number)
            name = f"{condition}-{number:02}.{'jpg' if 'jpeg' in options else 'png'}"
            if "jpeg" in options:
                image.save(args.out / name, quality=options["jpeg"], dpi=(dpi, dpi))
            else:
                image.save(args.out / name, dpi=(dpi, dpi))
            truth.append({"file": name, "kind": kind, "condition": condition, "dpi": dpi, "text": "\n".join(sheet.lines)})
    (args.out / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
