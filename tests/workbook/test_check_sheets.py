#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Self-check sheets that go out, are filled in by other programs, and come back. Prints TAP.

CHECK_SHEETS names the program that writes and reads them, TENKEN_DATA_DIR the folder with the catalogs.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tap import Tap      # noqa: E402

CATALOG = Path(os.environ["TENKEN_DATA_DIR"]) / "catalogs" / "mic-2020.json"
ANSWERS = {
    "ja": ["実施済み", "一部実施", "未実施", "対象外", "例外措置"],
    "en": ["Implemented", "Partial", "Not implemented", "Not applicable", "Excepted"],
}
WORDS = ["implemented", "partial", "not_implemented", "not_applicable", "excepted"]
COMMENTS = ["理由は次のとおり", "=1+1 は文字", "二行\n目", "𠮷野家 & <b>", "+81"]


def run(*arguments):
    return subprocess.run([os.environ["CHECK_SHEETS"], *map(str, arguments)], capture_output=True, text=True, timeout=120)


def convert(path, kind, folder, target):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", target, path],
                   check=True, capture_output=True, timeout=300)
    return target / f"{path.stem}.{kind.split(':')[0]}"


def fill(blank, target, language):
    """Answers every question with openpyxl. Gives what should be read."""
    book = openpyxl.load_workbook(blank)
    expected = []
    for sheet in book:
        for row in sheet.iter_rows(min_row=2):
            if row[0].value == "person_id":
                row[2].value = "00123"
            if not row[0].value or " " not in str(row[0].value):
                continue
            number = len(expected)
            row[5].value = ANSWERS[language][number % 5]
            row[6].value = COMMENTS[number % len(COMMENTS)]
            row[6].data_type = "s"
            role, control = row[0].value.split()
            expected.append([role, control, WORDS[number % 5], COMMENTS[number % len(COMMENTS)].replace("\n", "\\n")])
    book.save(target)
    return expected


def judge(path, expected):
    """The faults of a filled sheet as it is read."""
    result = run("read", CATALOG, path)
    if result.returncode != 0:
        return [result.stderr.strip()]
    rows = [line.split("\t") for line in result.stdout.splitlines()]
    found = [row[1:5] for row in rows]
    faults = [f"{a} was filled in, {b} was read" for a, b in zip(expected, found) if a != b][:5]
    if len(found) != len(expected) or len(found) < 50:
        faults.append(f"{len(expected)} answers were filled in, {len(found)} read")
    return faults + [f"{row[0]} is not the staff number" for row in rows if row[0] != "00123"][:1]


def judge_open_cells(path):
    """Nothing can be changed but the staff number, the name, and three cells a question."""
    faults = []
    for sheet in openpyxl.load_workbook(path):
        if not sheet.protection.sheet:
            faults.append(f"{sheet.title} is not protected")
        for row in sheet.iter_rows():
            known = row[0].value and (" " in str(row[0].value) or str(row[0].value).startswith("person_")) and row[0].row > 1
            columns = {6, 7, 8} if known and " " in row[0].value else {3} if known else set()
            if sheet.sheet_state == "hidden":
                columns = set()
            open_ = {cell.column for cell in row if not cell.protection.locked}
            if open_ != columns:
                faults.append(f"{sheet.title}, row {row[0].row}: open are the columns {sorted(open_)}, not {sorted(columns)}")
    return faults[:10]


def play(tap, folder, language):
    blank = folder / f"blank-{language}.xlsx"
    roles = ["staff", "manager", "ciso"] if language == "en" else []
    result = run("write", CATALOG, language, blank, *roles)
    tap.point(f"{language}: a blank sheet is written", [result.stderr] if result.returncode else [])
    tap.point(f"{language}: only the cells for answers are open", judge_open_cells(blank))
    filled = folder / f"filled-{language}.xlsx"
    expected = fill(blank, filled, language)
    tap.point(f"{language}: saved by openpyxl", judge(filled, expected))
    saved = convert(filled, "xlsx", folder, folder / "libreoffice")
    tap.point(f"{language}: saved by LibreOffice", judge(saved, expected))
    # There and back: what Excel users of LibreOffice colleagues send.
    strict = folder / f"again-{language}.xlsx"
    openpyxl.load_workbook(saved).save(strict)
    tap.point(f"{language}: saved by LibreOffice, then by openpyxl", judge(strict, expected))
    for kind, word in (("ods", "(.ods)"), ("xls", "(.xls)")):
        other = convert(filled, kind, folder, folder / kind)
        result = run("read", CATALOG, other)
        good = result.returncode == 1 and word in result.stderr and result.stderr.count("\n") == 1
        tap.point(f"{language}: saved as {kind}, it is refused with the way out", [] if good else [result.stderr])


def main():
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        for language in ANSWERS:
            play(tap, Path(name), language)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
