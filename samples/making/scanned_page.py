#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes scanned-notice-2023.pdf: one page as it comes from an office scanner, with noise, a slight skew and a red
seal over the last line. Needs python3-reportlab, python3-pil, python3-numpy, fonts-wqy-microhei, poppler-utils.

    scanned_page.py OUT.pdf
"""
import io
import math
import subprocess
import sys
import time

import numpy
from final_accounts import BODY, CELL, HEAD1, MIDDLE, NUMBER
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

# The total of the 2023 column is 11.80; the author carried 11.30. 13.10 against 11.80 is 9.92% less, not 8.92%.
ROWS = [("因公出国（境）费", "0.00", "0.00"), ("公务用车购置费", "0.00", "0.00"), ("公务用车运行维护费", "8.60", "8.20"), ("公务接待费", "4.50", "3.60"), ("合计", "13.10", "11.30")]


def page():
    out = io.BytesIO()
    table = [[Paragraph(x, MIDDLE) for x in ("项目", "2022年决算数", "2023年决算数")]]
    table += [[Paragraph(name, CELL), Paragraph(a, NUMBER), Paragraph(b, NUMBER)] for name, a, b in ROWS]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.7, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build([
        Paragraph("松溪镇人民政府2023年度“三公”经费决算公开情况说明", HEAD1), Spacer(1, 16),
        Paragraph("2023年度“三公”经费支出决算为11.80万元，其中：公务用车运行维护费8.20万元，公务接待费3.60万元。与上年支出13.10万元相比减少1.30万元，下降8.92%。", BODY),
        Spacer(1, 12), Paragraph("单位：万元", NUMBER), Spacer(1, 4), Table(table, colWidths=[180, 120, 120], style=style), Spacer(1, 40),
        Paragraph("松溪镇人民政府", NUMBER), Paragraph("2024年9月12日", NUMBER)])
    return out.getvalue()


def seal(size=300):
    layer = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    draw, red = ImageDraw.Draw(layer), (200, 30, 30, 190)
    draw.ellipse((6, 6, size - 6, size - 6), outline=red, width=9)
    points = [(size / 2 + size * (0.17 if k % 2 == 0 else 0.07) * math.sin(k * math.pi / 5), size / 2 - size * (0.17 if k % 2 == 0 else 0.07) * math.cos(k * math.pi / 5)) for k in range(10)]
    draw.polygon(points, fill=red)
    draw.text((size / 2, size * 0.82), "松溪镇", fill=red, anchor="mm", font=ImageFont.truetype("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 34))
    return layer


def main():
    ppm = subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", "-"], input=page(), capture_output=True, check=True).stdout
    image = Image.open(io.BytesIO(ppm)).convert("RGB")
    image.paste(seal(), (1010, 850), seal())
    image = image.rotate(0.5, resample=Image.BICUBIC, fillcolor=(255, 255, 255)).filter(ImageFilter.GaussianBlur(0.7))
    noise = numpy.random.default_rng(2023).normal(0, 9, (image.height, image.width, 1))
    paper = numpy.asarray(image, dtype=float) * 0.96 + noise
    Image.fromarray(numpy.clip(paper, 0, 255).astype("uint8")).save(sys.argv[1], "PDF", resolution=200, quality=55, creationDate=time.gmtime(0), modDate=time.gmtime(0))


if __name__ == "__main__":
    main()
