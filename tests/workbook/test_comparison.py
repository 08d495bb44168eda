#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The table of old and new wording of the two Fukushima editions, as tenkenctl writes it: openpyxl reads what became of which
clause, the source document says whether that is so, the XML says which words are marked, and LibreOffice prints it.
Prints TAP.

TENKENCTL names the program; TENKEN_SHARED the folder of the source documents and of standards/check-workbook (default:
../shared beside the project). Where the documents are not, the clauses that are kept of them are used.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

sys.dont_write_bytecode = True      # no cache in the source tree
ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "tests"), str(ROOT / "tests" / "content")]      # where tap.py and clauses.py are

import clauses          # noqa: E402
from tap import Tap     # noqa: E402

SHARED = Path(os.environ.get("TENKEN_SHARED", ROOT.parent / "shared"))
CHECKER = SHARED / "standards" / "check-workbook"
SEED = "002"
OLD, NEW = "fukushima-2021", "fukushima-2023"
TABLE, MAP = "新旧対照表", "対応表"
KEPT, RENUMBERED, REWORDED, ADDED, REMOVED = "維持", "条項変更", "内容変更", "新設", "削除"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Clauses of the new column that say the same as before in a few other words: the spelling of a word, a title for its
# abbreviation, the number of another chapter, a heading for a sentence.
SAME_MEANING = {"第6 1 (11)", "第6 6 (1) ク", "第6 6 (2) カ", "第7 6 (4) ク", "第13 1 (9)", "第10 1 (2)"}
# Clauses that stand word for word under another heading, which says of which contracts they hold now.
OTHER_HEADING = {"第10 1 (2) ソ", "第10 1 (2) タ", "第10 1 (2) チ", "第10 1 (2) ツ"}

# A clause of which both columns print both wordings, one struck through: what the text of the document does not show.
BOTH_PRINTED = {"第7 9 (10)"}


class Wording(clauses.Comparison):
    """The clauses of one column of the source document, with their text; only compared here, never kept."""

    def __init__(self, edition, text):
        super().__init__(edition)
        self.lines = {}
        self.read(text)

    def read_line(self, line):
        super().read_line(line)
        if self.found:
            self.lines.setdefault(self.found[-1], []).append(line)

    def text(self, clause):
        """The text of a clause without its number and without white space."""
        text = "".join("".join(self.lines[clause]).split())
        return text.removeprefix(clause.split(" ")[-1])


class Book:
    """The workbook as openpyxl reads it."""

    def __init__(self, file):
        import openpyxl
        self.file = file
        self.book = openpyxl.load_workbook(file)
        self.table = self.rows(TABLE)
        self.map = self.rows(MAP)

    def rows(self, name):
        """The rows below the header, by what the header calls the columns."""
        rows = list(self.book[name].iter_rows(min_row=3, values_only=True))
        header = [str(cell).replace("\n", "").split("　")[0] for cell in rows[0]]
        return [dict(zip(header, row)) for row in rows[1:] if any(row)]


def write(folder, old, new):
    file = folder / f"{old}-{new}.xlsx"
    subprocess.run([os.environ["TENKENCTL"], "catalog", "compare", old, new, "-o", file], check=True, capture_output=True, timeout=120)
    return Book(file)


def check_clauses(book):
    """every clause is one of the source, and every control of both editions stands there once"""
    for column, name in (("条項（新）", NEW), ("条項（旧）", OLD)):
        known = set(clauses.kept(name))
        found = [row[column] for row in book.map if row[column]]
        yield from (f"{name}: no clause {clause}" for clause in found if clause not in known)
        ids = [row[f"管理策ID（{column[3]}）"] for row in book.map if row[column]]
        if len(set(ids)) != len(ids) or not ids:
            yield f"{name}: a control stands there twice"


def check_counts(book):
    """it has the changes of the table, and nothing that did not change"""
    kinds = [row["区分"] for row in book.map]
    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    if counts != {KEPT: 15, RENUMBERED: 21, REWORDED: 7, ADDED: 28, REMOVED: 2}:
        yield f"{counts}"
    shown = [(row["区分"], row["管理策ID（新）"], row["管理策ID（旧）"]) for row in book.table]
    changed = [(row["区分"], row["管理策ID（新）"], row["管理策ID（旧）"]) for row in book.map if row["区分"] != KEPT]
    if shown != changed:
        yield f"the table shows {set(shown) ^ set(changed)} otherwise"


def check_source(book):
    """what the source says is what the workbook says: the same, moved, changed, new, gone"""
    text = clauses_text()
    if text is None:
        return
    old, new = Wording("old", text), Wording("new", text)
    for row in book.map:
        after, before, kind = row["条項（新）"], row["条項（旧）"], row["区分"]
        if kind == ADDED and (after not in new.lines or before):
            yield f"{after} is not new"
        elif kind == REMOVED and (before not in old.lines or after):
            yield f"{before} is not gone"
        elif kind in (KEPT, RENUMBERED, REWORDED):
            same = new.text(after) == old.text(before) or after in SAME_MEANING
            if same != (kind != REWORDED) and after not in OTHER_HEADING | BOTH_PRINTED:
                yield f"{after} and {before}: {kind}, but the source says otherwise"
            if kind == KEPT and after != before:
                yield f"{after} was {before}"


def clauses_text():
    """The source document, or None where it is not."""
    paths = sorted(SHARED.glob(f"seeds/{SEED}_*.txt"))
    return paths[0].read_text(encoding="utf-8") if paths else None


def marked(book, sheet=2):
    """The underlined words of each cell of the table, from the XML: {cell: [words]}."""
    with zipfile.ZipFile(book.file) as archive:
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
    return {cell.get("r"): [run.find(f"{MAIN}t").text for run in cell.iter(f"{MAIN}r") if run.find(f"{MAIN}rPr/{MAIN}u") is not None]
            for cell in root.iter(f"{MAIN}c")}


def check_marks(book):
    """the words that changed are underlined in both columns, and no others"""
    cells = marked(book)
    for number, row in enumerate(book.table, 4):
        new, old = cells.get(f"E{number}", []), cells.get(f"F{number}", [])
        if row["区分"] == ADDED and (old or not new):
            yield f"row {number}: a new control is not marked as a whole"
        if row["区分"] == REMOVED and (new or not old):
            yield f"row {number}: a removed control is not marked as a whole"
        if row["区分"] == REWORDED and not (new and old):
            yield f"row {number}: nothing is marked"
        if row["管理策ID（新）"] == "2-9-2" and set(new) | set(old) != {"綱", "領"}:
            yield f"2-9-2: {new} and {old} are marked"
        if row["管理策ID（新）"] == "10-2-1" and ("２" not in new or "３" not in old):
            yield f"10-2-1: {new} and {old} are marked"
        for side, words in (("新", new), ("旧", old)):
            yield from (f"row {number}: “{word}” does not stand in it" for word in words if word not in (row[side] or ""))


def check_answers(book):
    """it says of every control what happens with the answers of last year"""
    words = {KEPT: "引き継ぐ", RENUMBERED: "引き継ぐ", REWORDED: "聞き直す", ADDED: "新しく聞く", REMOVED: "なくなる"}
    yield from (f"{row['管理策ID（新）']}: {row['昨年の回答']}" for row in book.map if row["昨年の回答"] != words[row["区分"]])


def check_print(book):
    """it prints on A3 with its header on every page and the page numbers at the foot"""
    sheet = book.book[TABLE]
    if sheet.page_setup.paperSize not in (8, "8") or sheet.page_setup.orientation != "landscape":
        yield "not on A3 across"
    if sheet.print_title_rows not in ("$3:$3", "3:3"):
        yield f"repeated rows {sheet.print_title_rows}"
    if "&P" not in (sheet.oddFooter.center.text or ""):
        yield "no page number"
    if not sheet.auto_filter.ref:
        yield "no filter"
    tall = [number for number, row in sheet.row_dimensions.items() if row.height and row.height > 409]
    yield from (f"row {number} is higher than a row can be" for number in tall)


def check_pages(book):
    """LibreOffice prints every page on A3 or A4, and the words on them"""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{book.file.parent}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", book.file.parent, book.file], check=True, capture_output=True, timeout=600)
    pdf = book.file.with_suffix(".pdf")
    boxes = set(re.findall(rb"/MediaBox\s*\[([^\]]*)\]", pdf.read_bytes()))
    sizes = {tuple(round(float(side)) for side in box.split()[2:]) for box in boxes}
    if not sizes <= {(1191, 842), (595, 842), (842, 595)} or (1191, 842) not in sizes:
        yield f"pages of {sizes}"
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, timeout=60, check=True).stdout
    yield from (f"“{row['題名']}” is not printed" for row in book.map if row["題名"][:8] not in text)


def check_schemas(book):
    """agrees with the schemas"""
    run = subprocess.run([CHECKER, book.file], capture_output=True, text=True, timeout=600)
    if run.returncode != 0:
        yield (run.stdout + run.stderr).strip().splitlines()[0]


def check_same(book):
    """an edition and itself: a table that says that nothing changed"""
    if {row["区分"] for row in book.map} != {KEPT}:
        yield "something changed"
    if [row["章"] for row in book.table] != ["変更された管理策はありません。"]:
        yield f"{book.table}"


def main():
    tap = Tap()
    if shutil.which("soffice") is None:
        print("Bail out! LibreOffice is not installed")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        book, same = write(Path(folder), OLD, NEW), write(Path(folder), NEW, NEW)
        for check in check_clauses, check_counts, check_source, check_marks, check_answers, check_print, check_pages, check_schemas:
            if check is check_schemas and not CHECKER.exists():
                tap.skip(check.__doc__, f"{CHECKER} is not there")
            elif check is check_source and clauses_text() is None:
                tap.skip(check.__doc__, "the source documents are not here")
            else:
                tap.run(check.__doc__, lambda check=check: check(book))
        tap.run(check_same.__doc__, lambda: check_same(same))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
