#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes PIN slips of very different bodies through tenkenctl and has others read them: openpyxl the cells, LibreOffice the
pages as they would be printed, and, where it is there, the schemas. Prints TAP.

TENKENCTL names the program; TENKEN_SHARED the folder of standards/check-workbook (default: ../shared beside the project).
"""

import csv
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True      # no cache in the source tree
ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests"))      # where tap.py is

from tap import Tap     # noqa: E402

CHECKER = Path(os.environ.get("TENKEN_SHARED", ROOT.parent / "shared")) / "standards" / "check-workbook"
SLIPS_A_PAGE = 10
LONG = "あ" * 200
HOSTILE = ['=HYPERLINK("x")', "+81", "%n %s", "<b>太字</b> & \"引用\"", "𠮷野家の👨‍👩‍👧", LONG, "'[]:*?/\\'", "History", "שלום"]


class Body:
    """A store with departments of so many people each, and the slips of all of them."""

    def __init__(self, folder, title, departments):
        self.title = title
        self.departments = departments      # [(name, number of people)]
        self.folder = folder / title.replace(" ", "-")
        self.folder.mkdir()
        self.file = self.folder / "slips.xlsx"
        self.write("d.csv", ["department_id", "name", "parent_id"], [(f"d{i}", name, "") for i, (name, _) in enumerate(departments)])
        self.write("p.csv", ["person_id", "name", "department_id", "roles"],
                   [(f"{i}-{k}", HOSTILE[k % len(HOSTILE)], f"d{i}", "staff") for k in range(max(n for _, n in departments))
                    for i, (_, n) in enumerate(departments) if k < n])
        self.run("init", "s.db", "--name=点検市")
        self.run("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv")
        self.run("campaign", "create", "s.db", "c", "--catalog=mic-2020", "--title=令和8年度 情報セキュリティ自己点検", "--closes=2026-11-30",
                 "--opens=2026-10-01")
        self.run("campaign", "open", "s.db", "c")
        self.run("roster", "pins", "s.db", "-o", self.file)

    def write(self, name, columns, rows):
        with open(self.folder / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([columns, *rows])

    def run(self, *arguments):
        subprocess.run([os.environ["TENKENCTL"], *map(str, arguments)], cwd=self.folder, check=True, capture_output=True, timeout=300)

    def pages(self):
        return sum(math.ceil(n / SLIPS_A_PAGE) for _, n in self.departments)


def check_cells(body):
    """openpyxl reads every slip, as text, in the sheet of its department"""
    import openpyxl
    book = openpyxl.load_workbook(body.file)
    if len(book.worksheets) != len(body.departments):
        yield f"{len(book.worksheets)} sheets, {len(body.departments)} departments"
    for sheet, (i, (name, n)) in zip(book.worksheets, enumerate(body.departments)):
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        yield from (f"{sheet.title}: {cell.coordinate} is no text" for cell in cells if cell.data_type not in ("s", "inlineStr"))
        texts = [str(cell.value) for cell in cells]
        found = {text for text in texts if re.fullmatch(rf"{i}-\d+", text)}
        if found != {f"{i}-{k}" for k in range(n)}:
            yield f"{sheet.title}: slips of {sorted(found)}"
        pins = [text for text in texts if re.fullmatch(r"\d{4} \d{4}", text)]
        if len(pins) != n or len(set(pins)) != n:
            yield f"{sheet.title}: {len(pins)} PINs for {n} people"
        if texts[0] != (name if len(name) <= 120 else name[:120] + "…"):
            yield f"{sheet.title}: its head is {texts[0]}"
        if sheet.page_setup.paperSize not in (9, "9") or sheet.page_setup.orientation != "portrait":
            yield f"{sheet.title}: not on A4 upright"
        if "機密性２" not in (sheet.oddHeader.right.text or ""):
            yield f"{sheet.title}: no mark at the head"


def check_pages(body):
    """LibreOffice prints ten slips a page, no page more, and nothing beside the paper"""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{body.folder.parent}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", body.folder, body.file], check=True, capture_output=True, timeout=600)
    data = (body.folder / "slips.pdf").read_bytes()
    pages = len(re.findall(rb"/Type\s*/Page\b", data))
    if pages != body.pages():
        yield f"{pages} pages, should be {body.pages()}"
    boxes = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", data))
    sizes = {tuple(round(float(side)) for side in box.split()[2:]) for box in boxes}
    if sizes != {(595, 842)}:
        yield f"pages of {sizes}"


def check_schemas(body):
    """agrees with the schemas"""
    run = subprocess.run([CHECKER, body.file], capture_output=True, text=True, timeout=600)
    if run.returncode != 0:
        yield (run.stdout + run.stderr).strip().splitlines()[0]


def main():
    tap = Tap()
    if shutil.which("soffice") is None:
        print("Bail out! LibreOffice is not installed")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        bodies = [Body(Path(folder), "one person", [("総務課", 1)]),
                  Body(Path(folder), "full pages", [("総務課", 10), ("税務課", 20), ("総務課", 11), ("出納課", 9)]),
                  Body(Path(folder), "hostile names", [(name, 1 + 7 * i) for i, name in enumerate(HOSTILE)])]
        for body in bodies:
            for check in check_cells, check_pages, check_schemas:
                name = f"{body.title}: {check.__doc__}"
                if check is check_schemas and not CHECKER.exists():
                    tap.skip(name, f"{CHECKER} is not there")
                else:
                    tap.run(name, lambda check=check, body=body: check(body))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
