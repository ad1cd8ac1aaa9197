#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints forged HTML reports as PDF, by one of three producers.

    print_pdf.py chromium|libreoffice|weasyprint FOLDER     # every .html there gets a .pdf beside it

Debian: chromium; libreoffice-writer-nogui; weasyprint (which sets text with Pango; the faster with fonts-wqy-microhei). All need fonts-noto-cjk."""
import pathlib
import subprocess
import sys
import tempfile


def chromium(files):
    for source in files:
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--no-pdf-header-footer",
                            "--print-to-pdf-no-header", f"--print-to-pdf={source.with_suffix('.pdf')}", source.resolve().as_uri()],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def libreoffice(files):
    with tempfile.TemporaryDirectory() as profile:
        for begin in range(0, len(files), 50):
            # As a document, not as a web page: that loses the first heading.
            subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--infilter=HTML (StarWriter)",
                            "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(files[0].parent), *map(str, files[begin:begin + 50])],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)


def weasyprint(files):
    import weasyprint as printer
    # Large fonts are cut to what a page needs anew for each file: a small one takes a quarter of the time.
    small = printer.CSS(string='body { font-family: "WenQuanYi Micro Hei", "Noto Sans CJK SC", sans-serif !important }')
    for source in files:
        printer.HTML(filename=str(source)).write_pdf(str(source.with_suffix(".pdf")), stylesheets=[small])


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("chromium", "libreoffice", "weasyprint"):
        print(__doc__, file=sys.stderr)
        return 2
    files = sorted(path for path in pathlib.Path(sys.argv[2]).glob("*.html") if not path.with_suffix(".pdf").exists())
    if files:
        globals()[sys.argv[1]](files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
