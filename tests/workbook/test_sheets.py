#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Two hundred self-check sheets that people filled in with openpyxl and LibreOffice, taken in at once. Prints TAP.

TENKENCTL names the program.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tap import Tap      # noqa: E402

PEOPLE = 200
BY_LIBREOFFICE = 20
SECONDS = 10
ANSWERS = {"実施済み": "implemented", "一部実施": "partial", "未実施": "not_implemented"}


def run(*arguments, good=True):
    result = subprocess.run([os.environ["TENKENCTL"], *map(str, arguments)], capture_output=True, text=True, timeout=300)
    if good and result.returncode:
        raise AssertionError(result.stderr)
    return result


def fill(blank, target):
    """Answer every question; gives what should be stored."""
    book = openpyxl.load_workbook(blank)
    person, rows = None, []
    for sheet in book:
        columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
        for row in sheet.iter_rows(min_row=2):
            if row[0].value == "person_id":
                person = row[2].value
            if "answer" not in columns or " " not in str(row[0].value or ""):
                continue
            word = list(ANSWERS)[(len(rows) + int(person)) % 3]
            sheet.cell(row[0].row, columns["answer"]).value = word
            comment = "+81 を確かめる" if len(rows) % 7 == 0 else ""
            sheet.cell(row[0].row, columns["comment"]).value = comment or None
            role, control = row[0].value.split()
            rows.append((role, control, ANSWERS[word], comment))
    book.save(target)
    return {(person, *row) for row in rows}


def save_again(folder, files):
    """The same files as LibreOffice saves them."""
    out = folder / "libreoffice"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", out, *files],
                   check=True, capture_output=True, timeout=600)
    return [out / file.name for file in files]


def prepare(folder):
    """A city with a campaign in which nobody has answered, and everybody's sheet, filled in."""
    store = folder / "city" / "tenken.db"
    run("demo", folder / "city", f"--people={PEOPLE}", "--departments=8", "--data-only")
    run("campaign", "create", store, "2099", "--catalog=mic-2020")
    run("campaign", "open", store, "2099")
    with open(folder / "city" / "departments.csv", encoding="utf-8-sig") as file:
        top = next(row["department_id"] for row in csv.DictReader(file) if not row["parent_id"])
    run("sheet", "write", store, "2099", "-o", folder / "blank", f"--department={top}")
    (folder / "filled").mkdir()
    expected = set()
    files = []
    for blank in sorted((folder / "blank").iterdir()):
        expected |= fill(blank, folder / "filled" / blank.name)
        files.append(folder / "filled" / blank.name)
    return store, files[BY_LIBREOFFICE:] + save_again(folder, files[:BY_LIBREOFFICE]), expected


def stored(folder, store):
    run("answers", "export", store, "2099", folder / "o.csv")
    with open(folder / "o.csv", encoding="utf-8-sig", newline="") as file:
        return {(row["person_id"], row["role"], row["control_id"], row["answer"], row["comment"]) for row in csv.DictReader(file)}


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store, files, expected = prepare(folder)
        broken = folder / "broken.xlsx"
        broken.write_bytes(files[0].read_bytes()[:5000])
        result = run("answers", "import", store, "2099", *files, broken, good=False)
        tap.point("with one file at fault none is taken in", [] if result.returncode == 1 and not stored(folder, store) else [result.stderr])
        start = time.monotonic()
        run("answers", "import", store, "2099", *files)
        seconds = time.monotonic() - start
        tap.point(f"{len(files)} sheets are taken in within {SECONDS} s",
                  [] if seconds < SECONDS and len(files) > PEOPLE / 2 else [f"{len(files)} sheets took {seconds:.1f} s"])
        found = stored(folder, store)
        tap.point("what was filled in is what is stored, by whichever program it was saved",
                  [f"{a} is wrong" for a in sorted(found ^ expected)[:5]] + ([] if len(expected) > 1000 else ["there is too little to compare"]))
        tap.point("the store is sound", [] if "sound" in run("verify", store).stdout else ["it is not"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
