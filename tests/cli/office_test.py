#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Office files through a real LibreOffice: every format gives the same document, `check` and `run` agree.

A DOCX and an XLSX are written here part by part, with what makes office files hard: numbers that the program
counts, deleted text, hidden rows and sheets, merged cells, number formats. LibreOffice itself makes the other
formats of them. Skipped (77) where it is not installed.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

PROGRAM = sys.argv[1]
OFFICE = "http://schemas.openxmlformats.org/"
XML = '<?xml version="1.0" encoding="UTF-8"?>'


def package(path, main, main_type, parts):
    """An OOXML package: `parts` are name → (content type or None, text); relations are the caller's parts."""
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in parts.items() if kind)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", f'{XML}<Types xmlns="{OFFICE}package/2006/content-types">'
                     '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                     f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>')
        out.writestr("_rels/.rels", relations([("r1", "officeDocument", main)]))
        for name, (_, text) in parts.items():
            out.writestr(name, XML + text if not text.startswith("<?xml") else text)


def relations(items):
    return f'{XML}<Relationships xmlns="{OFFICE}package/2006/relationships">' + "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}officeDocument/2006/relationships/{kind}" Target="{target}"/>'
        for key, kind, target in items) + "</Relationships>"


def make_docx(path):
    word = f'xmlns:w="{OFFICE}wordprocessingml/2006/main" xmlns:r="{OFFICE}officeDocument/2006/relationships"'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    def paragraph(text, level=None):
        number = "" if level is None else (
            f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>')
        return f"<w:p>{number}<w:r><w:t>{text}</w:t></w:r></w:p>"

    def cell(text, extra=""):
        return f"<w:tc><w:tcPr>{extra}</w:tcPr>{paragraph(text)}</w:tc>"

    rows = ["".join([cell("项目", '<w:vMerge w:val="restart"/>'), cell("金额", '<w:gridSpan w:val="2"/>')]),
            "".join([cell("", "<w:vMerge/>"), cell("预算数"), cell("决算数")]),
            "".join([cell("基本支出"), cell("80.50"), cell("79.30")]),
            "".join([cell("项目支出"), cell("40.00"), cell("39.00")]),
            "".join([cell("合计"), cell("120.50"), cell("118.30")])]
    body = "".join([
        paragraph("青溪县水务局2023年部门整体支出绩效自评报告"),
        paragraph("部门基本情况", 0), paragraph("主要职能", 1), paragraph("负责全县水务工作。"),
        paragraph("机构设置", 1), paragraph("设办公室、规划股、监督股。"),
        paragraph("预算执行情况", 0),
        paragraph("2023年预算数120.50万元，决算数118.30万元，执行率98.17%。"),
        "<w:tbl><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>",
        "".join(f"<w:tr>{row}</w:tr>" for row in rows), "</w:tbl>",
        "<w:p><w:r><w:t>全年培训</w:t></w:r><w:del w:id='1' w:author='x'><w:r><w:delText>99</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='x'><w:r><w:t>88</w:t></w:r></w:ins><w:r><w:t>人次。</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>草稿77人次</w:t></w:r></w:p>",
        "<w:sectPr><w:headerReference w:type='default' r:id='rHead'/></w:sectPr>"])
    numbers = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>' for level, text in enumerate(["%1、", "（%2）"]))
    package(path, "word/document.xml", kind, {
        "word/document.xml": (kind + "document.main+xml", f"<w:document {word}><w:body>{body}</w:body></w:document>"),
        "word/numbering.xml": (kind + "numbering+xml",
                               f'<w:numbering {word}><w:abstractNum w:abstractNumId="0">{numbers}</w:abstractNum>'
                               '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'),
        "word/header1.xml": (kind + "header+xml", f"<w:hdr {word}>{paragraph('页眉不是正文')}</w:hdr>"),
        "word/_rels/document.xml.rels": (None, relations([("rNum", "numbering", "numbering.xml"),
                                                          ("rHead", "header", "header1.xml")])),
    })


def make_xlsx(path):
    sheet = f'xmlns="{OFFICE}spreadsheetml/2006/main"'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."

    def words(place, text):
        return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'

    def number(place, value, style):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'

    rows = [words("A1", "青溪县水务局2023年支出表"), words("A2", "编制单位：青溪县水务局") + words("D2", "单位：万元"),
            words("A3", "科目") + words("B3", "预算数") + words("D3", "执行率"),
            words("B4", "年初预算") + words("C4", "全年预算"),
            words("A5", "基本支出") + number("B5", "1234.5650000000001", 1) + number("C5", "1300", 1) +
            number("D5", "0.94966538", 2),
            words("A6", "草稿") + number("B6", "99", 1) + number("C6", "98", 1) + number("D6", "0.5", 2),
            words("A7", "项目支出") + number("B7", "-20.4", 3) + number("C7", "30", 4) + number("D7", "0.945", 5)]
    first = "<sheetData>" + "".join(
        f'<row r="{i}"{" hidden=" + chr(34) + "1" + chr(34) if i == 6 else ""}>{row}</row>'
        for i, row in enumerate(rows, 1)) + "</sheetData><mergeCells count='4'>" + "".join(
        f'<mergeCell ref="{area}"/>' for area in ("A1:D1", "A3:A4", "B3:C3", "D3:D4")) + "</mergeCells>"
    second = "<sheetData><row r='1'>" + words("A1", "机密") + words("B1", "机密") + "</row></sheetData>"
    formats = ['#,##0.00_);\\(#,##0.00\\)', '0.00"万元"']
    styles = (f'<styleSheet {sheet}><numFmts count="2">' + "".join(
        f'<numFmt numFmtId="{164 + i}" formatCode="{text.replace(chr(34), "&quot;")}"/>'
        for i, text in enumerate(formats)) +
        '</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/>' + "".join(
            f'<xf numFmtId="{n}" applyNumberFormat="1"/>' for n in (4, 10, 164, 165, 9)) + "</cellXfs></styleSheet>")
    book = (f'<workbook {sheet} xmlns:r="{OFFICE}officeDocument/2006/relationships"><sheets>'
            '<sheet name="Sheet1" sheetId="1" r:id="r1"/><sheet name="暗" sheetId="2" state="hidden" r:id="r2"/>'
            "</sheets></workbook>")
    package(path, "xl/workbook.xml", kind, {
        "xl/workbook.xml": (kind + "sheet.main+xml", book),
        "xl/styles.xml": (kind + "styles+xml", styles),
        "xl/worksheets/sheet1.xml": (kind + "worksheet+xml", f"<worksheet {sheet}>{first}</worksheet>"),
        "xl/worksheets/sheet2.xml": (kind + "worksheet+xml", f"<worksheet {sheet}>{second}</worksheet>"),
        "xl/_rels/workbook.xml.rels": (None, relations([("r1", "worksheet", "worksheets/sheet1.xml"),
                                                        ("r2", "worksheet", "worksheets/sheet2.xml"),
                                                        ("r3", "styles", "styles.xml")])),
    })


BASIC = """Sub Protect(source, target, filter)
Dim hidden(0) As New com.sun.star.beans.PropertyValue
hidden(0).Name = "Hidden"
hidden(0).Value = True
Dim stored(1) As New com.sun.star.beans.PropertyValue
stored(0).Name = "FilterName"
stored(0).Value = filter
stored(1).Name = "Password"
stored(1).Value = "secret"
document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
document.storeToURL(target, stored())
document.close(True)
End Sub"""
SCRIPT = "http://openoffice.org/2000/"


def module(name, text):
    return (f'{XML}<script:module xmlns:script="{SCRIPT}script" script:name="{name}" script:language="StarBasic">' + text.replace("&", "&amp;").replace("<", "&lt;") +
            "</script:module>")


def library(name, kind, elements):
    return (f'{XML}<library:{kind} xmlns:library="{SCRIPT}library" xmlns:xlink="http://www.w3.org/1999/xlink" library:name="{name}" library:readonly="false" '
            f'library:passwordprotected="false">{elements}</library:{kind}>')


def protect(path, targets):
    """LibreOffice itself locks `path` with a password, in each (name, filter) of `targets`."""
    profile = path.parent / "profile"
    basic = profile / "user" / "basic"
    convert(path, "txt" if path.suffix in (".docx", ".odt") else "csv")  # so that the profile is there
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "Standard" / "Module1.xba").write_text(module("Module1", BASIC), encoding="utf-8")
    (basic / "Standard" / "script.xlb").write_text(library("Standard", "library", '<library:element library:name="Module1"/>'), encoding="utf-8")
    (basic / "script.xlc").write_text(library("", "libraries", '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" '
                                              'xlink:type="simple" library:link="false"/>').replace(' library:name=""', "", 1), encoding="utf-8")
    for name, kind in targets:
        target = path.parent / name
        call = f'macro:///Standard.Module1.Protect("{path.as_uri()}","{target.as_uri()}","{kind}")'
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", call], check=True, capture_output=True, timeout=120)
        yield target


def make_macro_odt(path, proof):
    """A text whose macro, bound to its being loaded, writes the file `proof`."""
    names = "".join(f' xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{value}:1.0"' for key, value in
                    (("office", "office"), ("text", "text"), ("script", "script"), ("manifest", "manifest"))) + (
        ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ooo="http://openoffice.org/2004/office"')
    code = f'Sub Main\nOpen "{proof}" For Output As #1\nPrint #1, "ran"\nClose #1\nEnd Sub'
    parts = {
        "content.xml": f'{XML}<office:document-content{names} office:version="1.2"><office:scripts><office:event-listeners><script:event-listener '
                       'script:language="ooo:script" script:event-name="office:load-finished" '
                       'xlink:href="vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document" xlink:type="simple"/></office:event-listeners>'
                       "</office:scripts><office:body><office:text><text:p>青溪县水务局2023年预算数120.50万元。</text:p></office:text></office:body>"
                       "</office:document-content>",
        "Basic/script-lc.xml": library("", "libraries", '<library:library library:name="Standard" library:link="false"/>').replace(' library:name=""', "", 1),
        "Basic/Standard/script-lb.xml": library("Standard", "library", '<library:element library:name="Module1"/>'),
        "Basic/Standard/Module1.xml": module("Module1", code),
    }
    kind = "application/vnd.oasis.opendocument.text"
    manifest = f'{XML}<manifest:manifest{names} manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>' + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in parts) + "</manifest:manifest>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("mimetype", kind, zipfile.ZIP_STORED)
        for name, text in {**parts, "META-INF/manifest.xml": manifest}.items():
            out.writestr(name, text)


def make_bomb(path, honest):
    """A DOCX of a few megabytes whose text is a gigabyte of blanks; `honest`: whether its directory says so."""
    make_docx(path)
    with zipfile.ZipFile(path) as docx:
        parts = {name: docx.read(name) for name in docx.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            if name != "word/document.xml":
                out.writestr(name, data)
                continue
            head, tail = data.split(b"</w:t>", 1)
            with out.open(name, "w", force_zip64=False) as part:
                part.write(head)
                for _ in range(1000):
                    part.write(b" " * 1_000_000)
                part.write(b"</w:t>" + tail)
    if not honest:
        whole = bytearray(path.read_bytes())
        for mark, field in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
            at = whole.find(mark)
            while at >= 0:
                if int.from_bytes(whole[at + field:at + field + 4], "little") > 900_000_000:
                    whole[at + field:at + field + 4] = (5000).to_bytes(4, "little")
                at = whole.find(mark, at + 4)
        path.write_bytes(whole)


def convert(path, suffix):
    profile = path.parent / "profile"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", suffix,
                    "--outdir", str(path.parent), str(path)], check=True, capture_output=True, timeout=120)
    return path.with_suffix("." + suffix)


def extract(path):
    done = subprocess.run([PROGRAM, "extract", "--format", "markdown", str(path)], capture_output=True, text=True)
    assert done.returncode == 0, (path.name, done.stderr)
    return done.stdout


def failure(path):
    done = subprocess.run([PROGRAM, "check", "--format", "json", str(path)], capture_output=True, text=True)
    return json.loads(done.stdout)["error"]


def expect(condition, what):
    if not condition:
        print("FAILED:", what)
        sys.exit(1)


def main():
    if not shutil.which("soffice"):
        print("needs libreoffice-writer-nogui and libreoffice-calc-nogui")
        sys.exit(77)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="crossfoot-office-"))
    try:
        inputs = folder / "in"
        inputs.mkdir()
        make_docx(inputs / "report.docx")
        make_xlsx(inputs / "sheet.xlsx")

        text = extract(inputs / "report.docx")
        for line in ["# 一、部门基本情况", "## （一）主要职能", "## （二）机构设置", "# 二、预算执行情况",
                     '<tr><th rowspan="2">项目</th><th colspan="2">金额</th></tr>',
                     "<tr><td>合计</td><td>120.50</td><td>118.30</td></tr>", "全年培训88人次。"]:
            expect(line in text.splitlines(), f"{line!r} in\n{text}")
        expect("页眉" not in text and "草稿" not in text and "99" not in text, text)

        sheet = extract(inputs / "sheet.xlsx")
        for line in ["**青溪县水务局2023年支出表**", "单位：万元",
                     "<tr><td>基本支出</td><td>1,234.57</td><td>1,300.00</td><td>94.97%</td></tr>",
                     "<tr><td>项目支出</td><td>(20.40)</td><td>30.00万元</td><td>95%</td></tr>"]:
            expect(line in sheet.splitlines(), f"{line!r} in\n{sheet}")
        expect("草稿" not in sheet and "机密" not in sheet, sheet)

        # The older and the open formats say the same.
        for suffix in ("doc", "odt"):
            other = extract(convert(inputs / "report.docx", suffix))
            expect(other == text, f"{suffix}:\n{other}\ninstead of\n{text}")
        # LibreOffice writes Chinese list marks into RTF as question marks; what it reads is then all there is.
        other = extract(convert(inputs / "report.docx", "rtf"))
        marks = ("一", "二", "（一", "（二", "(一", "(二")

        def unnumbered(lines):
            return [line for line in lines.splitlines() if line and not line.lstrip("# ").startswith(marks)]
        expect(unnumbered(other) == unnumbered(text), f"rtf:\n{other}")
        for suffix in ("xls", "ods"):
            other = extract(convert(inputs / "sheet.xlsx", suffix))
            expect(other == sheet, f"{suffix}:\n{other}\ninstead of\n{sheet}")
        # WPS writes the same files under names of its own, and what a file is told by is not its name.
        for old, new in (("report.doc", "report.wps"), ("report.docx", "report-x.wps"), ("sheet.xls", "sheet.et"), ("report.doc", "report.pdf")):
            shutil.copy(inputs / old, folder / new)
            expect(extract(folder / new) == extract(inputs / old), new)

        locked = [*protect(inputs / "report.docx", [("locked.doc", "MS Word 97"), ("locked.odt", "writer8")]),
                  *protect(inputs / "sheet.xlsx", [("locked.xls", "MS Excel 97"), ("locked.ods", "calc8")])]
        for path in locked:
            error = failure(path)
            expect(error["code"] == "encrypted_pdf" and "password" in error["message"], (path.name, error))
            path.unlink()
        for left in ("report.txt", "sheet.csv"):
            (inputs / left).unlink()
        shutil.rmtree(inputs / "profile")

        # Macros do not run.
        proof = pathlib.Path(tempfile.gettempdir()) / f"{folder.name}.proof"
        make_macro_odt(folder / "macro.odt", proof)
        expect("120.50万元" in extract(folder / "macro.odt"), "the text beside a macro")
        expect(not proof.exists(), "a macro ran")

        make_bomb(folder / "bomb.docx", True)
        expect(failure(folder / "bomb.docx")["code"] == "limit_exceeded", "a bomb")
        make_bomb(folder / "liar.docx", False)
        expect(failure(folder / "liar.docx")["code"] in ("limit_exceeded", "broken_markup"), "a bomb that lies")

        # What cannot be read says why.
        whole = (inputs / "report.docx").read_bytes()
        (folder / "cut.docx").write_bytes(whole[: len(whole) // 2])
        expect(failure(folder / "cut.docx")["code"] in ("broken_markup", "unknown_format"), "cut off")
        (folder / "damaged.doc").write_bytes((inputs / "report.doc").read_bytes()[:3000])
        expect(failure(folder / "damaged.doc")["code"] in ("broken_markup", "unknown_format"), "damaged")

        # Workers may start no program; the broker does it for them.
        inside = folder / "all.zip"
        with zipfile.ZipFile(inside, "w") as out:
            out.write(inputs / "report.docx", "report.docx")
        shutil.copy(inside, inputs / "all.zip")
        store = folder / "store"
        done = subprocess.run([PROGRAM, "run", "--store", str(store), str(inputs)], capture_output=True, text=True)
        expect(done.returncode == 0, done.stderr)
        rows = subprocess.run([PROGRAM, "export", "--store", str(store), "--format", "jsonl", "--out",
                               str(folder / "out")], capture_output=True, text=True)
        expect(rows.returncode == 0, rows.stderr)
        again = subprocess.run([PROGRAM, "run", "--store", str(store), str(inputs)], capture_output=True, text=True)
        expect(again.returncode == 0, again.stderr)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("ok")


main()
