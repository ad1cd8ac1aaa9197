#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes scans of PDFs: each page as a picture, turned a little, with noise, uneven light and, on the first, a red seal.

    scan_pdf.py FROM TO [--dpi 200]      # every .pdf of FROM becomes a picture-only .pdf in TO

The same file gives the same scan. Debian: poppler-utils python3-pil python3-numpy."""
import argparse
import pathlib
import subprocess
import tempfile
import zlib

import numpy
from PIL import Image, ImageDraw


def degrade(page, random, seal):
    page = page.rotate(random.uniform(-0.8, 0.8), resample=Image.BICUBIC, fillcolor=(255, 255, 255))
    if seal:
        size = page.width // 6
        stamp = Image.new("RGBA", page.size, (0, 0, 0, 0))
        left, top = page.width * 3 // 5, page.height // 12
        ImageDraw.Draw(stamp).ellipse((left, top, left + size, top + size), outline=(210, 30, 30, 150), width=max(page.width // 250, 2))
        page = Image.alpha_composite(page.convert("RGBA"), stamp).convert("RGB")
    pixels = numpy.asarray(page, dtype=numpy.float32)
    light = numpy.linspace(0.97, 1.0, page.width, dtype=numpy.float32)[None, :, None]
    pixels = pixels * light + random.normal(0, 6, pixels.shape).astype(numpy.float32)
    return Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))


def scan(source, target, dpi):
    random = numpy.random.default_rng(zlib.crc32(source.name.encode()))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), str(source), f"{folder}/page"], check=True, stderr=subprocess.DEVNULL)
        pages = [degrade(Image.open(path).convert("RGB"), random, number == 0)
                 for number, path in enumerate(sorted(pathlib.Path(folder).glob("page*.ppm")))]
    pages[0].save(target, save_all=True, append_images=pages[1:], resolution=dpi, quality=85)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("target", type=pathlib.Path)
    parser.add_argument("--dpi", type=int, default=200)
    options = parser.parse_args()
    options.target.mkdir(parents=True, exist_ok=True)
    for path in sorted(options.source.glob("*.pdf")):
        scan(path, options.target / path.name, options.dpi)


if __name__ == "__main__":
    main()
