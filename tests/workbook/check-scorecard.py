#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Checks the workbooks that Tenken writes, as TAP.

Usage: check-scorecard.py FILE.xlsx...

Beside what can be read off the file, LibreOffice calculates every formula anew.  That it truly did is not taken on
trust: it is given a copy in which the stored result of every formula is wrong, and has to arrive at those of the original.

TENKEN_SHARED names the folder that holds standards/check-workbook (default: ../shared beside the project); where it is
absent, that test is skipped.  Missing LibreOffice or openpyxl is a failure, unless TENKEN_MAY_SKIP is set.
"""

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOLERANCE = 1e-9
WRONG = "12345.678"
ERRORS = re.compile(r"^(#(DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)|Err:\d+)$")
FUNCTIONS = {"IF", "AND", "ISNUMBER", "SUM", "COUNTIF", "SUMIF", "SUMPRODUCT", "ROUND", "REPT"}

# Kind of workbook: its sheets in order, and how many formulas it holds at the very least.
KINDS = {
    "scorecard": (["表紙", "総括", "部署", "章", "部署×章", "役割", "管理策", "不備", "改善計画", "例外措置", "推移", "集計", "集計_役割",
                   "集計_提出"], 2000),
    "audited scorecard": (["表紙", "総括", "部署", "章", "部署×章", "役割", "管理策", "不備", "改善計画", "例外措置", "監査との比較", "推移", "集計",
                           "集計_役割", "集計_提出"], 2000),
    "audit": (["表紙", "監査計画", "総括", "監査調書", "指摘・意見", "フォローアップ", "横展開", "集計"], 80),
    "department": (["概要", "提出状況", "提出者一覧", "章・節", "管理策", "不備", "コメント", "改善計画", "集計", "集計_提出"], 300),
    "large department": (["概要", "提出状況", "提出者一覧", "部署", "章・節", "管理策", "不備", "コメント", "改善計画", "集計",
                          "集計_提出"], 600),
    "person": (["受領票", "回答"], 0),
}
# Sheets that are one page to be read from the top, not a table that goes on.
SINGLE_PAGES = {"表紙", "受領票"}

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

CELL = re.compile(r'<c r="([A-Z]+)(\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
FORMULA = re.compile(r"<f[^>]*?(?:/>|>(.*?)</f>)", re.DOTALL)
VALUE = re.compile(r"<v[^>]*>(.*?)</v>", re.DOTALL)
TEXT = re.compile(r"<t(?: [^>]*)?>(.*?)</t>", re.DOTALL)


class Fault(Exception):
    """What a test found wrong."""


class Skip(Exception):
    """Why a test could not be made."""


class Book:
    """The cells of a workbook: {sheet: {place: (type, formula or None, value)}}, straight from its XML."""

    def __init__(self, path):
        self.path = Path(path)
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name).decode() for name in package.namelist()
                          if name.endswith((".xml", ".rels"))}
        self.names = [html.unescape(name) for name in
                      re.findall(r'<sheet name="([^"]*)"', self.parts["xl/workbook.xml"])]
        self.strings = ["".join(TEXT.findall(item)) for item in
                        re.findall(r"<si>(.*?)</si>", self.parts.get("xl/sharedStrings.xml", ""), re.DOTALL)]

    def part(self, sheet):
        return self.parts[f"xl/worksheets/sheet{self.names.index(sheet) + 1}.xml"]

    def cells(self, sheet):
        """Yields (column letters, row, type, formula, value)."""
        for column, row, attributes, inside in CELL.findall(self.part(sheet)):
            kind = re.search(r't="(\w+)"', attributes)
            kind = kind[1] if kind else "n"
            formula = FORMULA.search(inside)
            value = VALUE.search(inside)
            value = value[1] if value else "".join(TEXT.findall(inside))
            if kind == "s":
                value = self.strings[int(value)]
            # _x0041_ stands for A, so _x005F_ for the underscore of a text that looks like that.
            value = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), html.unescape(value))
            yield column, int(row), kind, html.unescape(formula[1] or "") if formula else None, value

    def kind(self):
        for kind, (names, _) in KINDS.items():
            if names == self.names:
                return kind
        raise Fault(f"no known workbook has the sheets {self.names}")


def check_sheets(book):
    book.kind()


def check_openpyxl(book):
    try:
        import openpyxl
    except ImportError as error:
        raise Skip("openpyxl is not installed") from error
    workbook = openpyxl.load_workbook(book.path)
    if workbook.sheetnames != book.names:
        raise Fault(f"openpyxl sees the sheets {workbook.sheetnames}")
    properties = workbook.properties
    if not (properties.title and properties.creator and properties.subject):
        raise Fault("a document property is missing")


def check_cells(book):
    """Order, each cell once, no error value among the stored ones."""
    seen = 0
    for sheet in book.names:
        last = (0, 0)
        for column, row, kind, _, value in book.cells(sheet):
            number = 0
            for letter in column:
                number = number * 26 + ord(letter) - 64
            if (row, number) <= last:
                raise Fault(f"{sheet}!{column}{row} is out of order or doubled")
            last = (row, number)
            if kind == "e" or ERRORS.match(value):
                raise Fault(f"{sheet}!{column}{row} holds the error {value}")
            seen += 1
    if seen < 50:
        raise Fault(f"only {seen} cells seen")


def check_formulas(book):
    """Only formulas of the report's own making, and enough of them."""
    seen = 0
    for sheet in book.names:
        for column, row, _, formula, _ in book.cells(sheet):
            if formula is None:
                continue
            seen += 1
            bare = re.sub(r'"[^"]*"|\'[^\']*\'', "", formula)
            strange = set(re.findall(r"([A-Za-z_.]+)\(", bare)) - FUNCTIONS
            if strange or "_xlfn" in formula:
                raise Fault(f"{sheet}!{column}{row} holds the formula {formula}")
    least = KINDS[book.kind()][1]
    if seen < least:
        raise Fault(f"only {seen} formulas seen, {least} expected")


def check_texts(book):
    """What begins like a formula is a text cell."""
    for sheet in book.names:
        for column, row, kind, formula, value in book.cells(sheet):
            if formula is None and re.match(r"[=+@]|-[^0-9.]|-$", value) and kind not in ("inlineStr", "s"):
                raise Fault(f"{sheet}!{column}{row} is no text: {value}")


def check_pages(book):
    """Paper, fitting, head and foot, frozen panes, repeated rows."""
    names = book.parts["xl/workbook.xml"]
    for index, sheet in enumerate(book.names):
        part = book.part(sheet)
        for pattern, what in ((r'<pageSetup [^>]*paperSize="(8|9)"', "paper of A3 or A4"),
                              (r'fitToHeight="0"', "a fit to the width"),
                              (r"<oddHeader>[^<]*&amp;R[^<]*\S+</oddHeader>", "a classification at the head"),
                              (r"<oddFooter>[^<]*&amp;A[^<]*&amp;P / &amp;N", "sheet and page at the foot")):
            if not re.search(pattern, part):
                raise Fault(f"{sheet} lacks {what}")
        if sheet in SINGLE_PAGES:
            continue
        if 'state="frozen"' not in part:
            raise Fault(f"{sheet} has no frozen panes")
        if not re.search(rf'_xlnm.Print_Titles" localSheetId="{index}"', names):
            raise Fault(f"{sheet} repeats no rows")


def check_names(book):
    if book.kind() in ("person", "audit"):
        return
    for name in ("等級線A", "等級線B", "等級線C", "到達線", "締切後"):
        if f'<definedName name="{name}">' not in book.parts["xl/workbook.xml"]:
            raise Fault(f"the name {name} is missing")


def spoil(book, path):
    """Writes a copy whose formulas all have a wrong stored result."""
    spoilt = 0
    with zipfile.ZipFile(book.path) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text, n = re.subn(r"(</f>)<v>[^<]*</v>", rf"\1<v>{WRONG}</v>", data.decode())
                spoilt += n
                data = text.encode()
            target.writestr(name, data)
    return spoilt


def recalculate(path, folder):
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE)
    out = folder / "out"
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx",
               "--outdir", str(out), str(path)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=900)
    if not (out / path.name).exists():
        raise Fault(f"LibreOffice made nothing of it: {run.stderr.strip()[-200:]}")
    return Book(out / path.name)


def same(stored, found):
    """Texts alike, figures within the tolerance."""
    if stored == found:
        return True
    try:
        one, other = float(stored), float(found)
    except ValueError:
        return False
    return abs(one - other) <= TOLERANCE * max(1, abs(one))


def compare(book, fresh):
    """Every cell of the original against what LibreOffice made; returns how many formulas were among them."""
    seen = 0
    for sheet in book.names:
        found = {}
        for column, row, kind, _, value in fresh.cells(sheet):
            if kind == "e" or ERRORS.match(value):
                raise Fault(f"{sheet}!{column}{row} becomes the error {value}")
            found[column, row] = value
        for column, row, _, formula, value in book.cells(sheet):
            seen += formula is not None
            if not same(value, found.get((column, row), "")):
                raise Fault(f"{sheet}!{column}{row} {'=' + formula if formula else 'text'} is stored as {value!r} "
                            f"but becomes {found.get((column, row), '')!r}")
    return seen


def check_recalculation(book):
    if shutil.which("soffice") is None:
        raise Skip("LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        copy = folder / "book.xlsx"
        spoilt = spoil(book, copy)
        seen = compare(book, recalculate(copy, folder))
    if seen != spoilt or seen < KINDS[book.kind()][1]:
        raise Fault(f"{seen} formulas compared, {spoilt} spoilt, at least {KINDS[book.kind()][1]} expected")
    print(f"# {book.path.name}: {seen} formulas recalculated")


def check_schema(book):
    shared = Path(os.environ.get("TENKEN_SHARED", ROOT.parent / "shared"))
    checker = shared / "standards" / "check-workbook"
    if not checker.exists():
        raise Absent(f"{checker} is not there")
    run = subprocess.run([str(checker), str(book.path)], capture_output=True, text=True)
    if run.returncode != 0:
        raise Fault((run.stdout + run.stderr).strip().splitlines()[0])


class Absent(Skip):
    """A check that is allowed to be missing in a clone by itself."""


CHECKS = (("has the sheets it should", check_sheets), ("is read by openpyxl", check_openpyxl),
          ("holds each cell once and no error", check_cells), ("holds only its own formulas", check_formulas),
          ("keeps text as text", check_texts), ("is set up for print", check_pages),
          ("names its settings", check_names), ("stays the same when calculated anew", check_recalculation),
          ("agrees with the schemas", check_schema))


def run_check(check, book):
    """Returns (passed, directive)."""
    try:
        check(book)
    except Absent as reason:
        return True, f" # SKIP {reason}"
    except Skip as reason:
        return ("TENKEN_MAY_SKIP" in os.environ), f" # SKIP {reason}"
    except Fault as fault:
        return False, f" - {fault}"
    return True, ""


def main(paths):
    if not paths:
        print("1..0\nBail out! no workbook was named")
        return 1
    print(f"1..{len(paths) * len(CHECKS)}")
    number, failed = 0, 0
    for path in paths:
        book = Book(path)
        for what, check in CHECKS:
            number += 1
            passed, remark = run_check(check, book)
            failed += not passed
            print(f"{'ok' if passed else 'not ok'} {number} {Path(path).name} {what}{remark}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
