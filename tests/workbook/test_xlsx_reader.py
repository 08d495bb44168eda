#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The reader of workbooks beside openpyxl, over random workbooks saved by openpyxl and by LibreOffice. Prints TAP.

DUMP_XLSX names the program that prints every cell as our reader sees it.

Usage: test_xlsx_reader.py [WORKBOOKS [FIRST_SEED]]     60 workbooks, from seed 0, if nothing is said
"""

import datetime
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tap import Tap      # noqa: E402

# LibreOffice is slow to start, and reads and writes all that it is given in one go.
BY_LIBREOFFICE = 20
LETTERS = "abcXYZ 0129=+-@'\"<>&%_\\\n\t　あ漢字ｶﾅ①～髙﨑𠮷👨‍👩‍👧éß\u00a0"
FORMATS = ["General", "0.00", "#,##0", "0.00E+00", "@", '"day"0', "[Red]-0;0"]
DATE_FORMATS = ["yyyy-mm-dd", "m/d/yy", "yyyy/m/d;@", '[$-411]yyyy"年"m"月"d"日"', "mmm-yy"]


def random_text(rand):
    text = "".join(rand.choice(LETTERS) for _ in range(rand.randint(1, 40)))
    return text if text.strip() else "x"


def random_number(rand):
    return rand.choice([rand.randint(-10**6, 10**6), rand.random(), rand.uniform(-1e9, 1e9), 10**rand.randint(0, 20), 0, -1, 1e-7,
                        rand.randint(0, 10**15 - 1)])


def random_day(rand):
    return datetime.datetime(1904, 1, 2) + datetime.timedelta(days=rand.randint(0, 80000))


def fill_cell(rand, cell):
    kind = rand.randint(0, 7)
    if kind <= 2:
        cell.value = random_text(rand)
        cell.data_type = "s"        # also where it begins with =
    elif kind == 3:
        cell.value, cell.number_format = random_number(rand), rand.choice(FORMATS)
    elif kind == 4:
        cell.value, cell.number_format = random_day(rand).date(), rand.choice(DATE_FORMATS)
    elif kind == 5:
        cell.value = random_day(rand) + datetime.timedelta(seconds=rand.randint(1, 86399))
        cell.number_format = "yyyy-mm-dd h:mm:ss"
    elif kind == 6:
        cell.value = rand.choice([True, False])
    else:
        cell.value = rand.choice(["=1+1", "=A1", '="x"&"y"', "=1/0", "=TRUE()"])


def write_book(path, seed):
    rand = random.Random(seed)
    book = openpyxl.Workbook()
    book.remove(book.active)
    if rand.random() < 0.2:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for number in range(rand.randint(1, 4)):
        sheet = book.create_sheet(rand.choice(["職員等", "Sheet & <1>", "表 '引用'", "x" * 20]) + str(number))
        for _ in range(rand.randint(0, 60)):
            fill_cell(rand, sheet.cell(rand.choice([1, 2, 3, rand.randint(1, 300), 5000]), rand.choice([1, 2, rand.randint(1, 40), 16384])))
        if rand.random() < 0.3:
            sheet.merge_cells("B2:D3")
    book.save(path)


def escape(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def show_number(value):
    return "%.0f" % value if abs(value) < 1e15 and value == int(value) else "%.15g" % value


def show_date(value):
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M:%S")
    return value.strftime("%Y-%m-%d") if value.time() == datetime.time() else value.strftime("%Y-%m-%dT%H:%M:%S")


def in_1904(value, epoch):
    """To openpyxl the first day is no day in either calendar; in that of 1904 it is one."""
    if isinstance(value, datetime.time) and epoch == openpyxl.utils.datetime.CALENDAR_MAC_1904:
        return datetime.datetime.combine(epoch.date(), value)
    return value


def expect(value, kind):
    """What our reader should say of a value that openpyxl read."""
    if kind == "e":
        return "error", value
    if isinstance(value, bool):
        return "boolean", str(value).upper()
    if isinstance(value, (datetime.datetime, datetime.time)):
        return "date", show_date(value)
    if isinstance(value, (int, float)):
        return "number", "0" if value == 0 else show_number(value)
    return "text", escape(value)


def read_by_openpyxl(path):
    """(sheet, cell) → (type, text); a formula stands with its stored result."""
    results = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    cells = {}
    for sheet in formulas:
        # Not iter_rows (): that makes every cell up to the last one, which are millions here.
        for cell in list(sheet._cells.values()):
            result = results[sheet.title][cell.coordinate]
            if cell.data_type == "f" and result.value is None:
                cells[sheet.title, cell.coordinate] = ("empty", "")
            elif result.value not in (None, ""):
                cells[sheet.title, cell.coordinate] = expect(in_1904(result.value, results.epoch), result.data_type)
    return cells


def read_by_us(path):
    result = subprocess.run([os.environ["DUMP_XLSX"], path], capture_output=True, timeout=60)
    if result.returncode != 0 or result.stderr:
        raise RuntimeError(result.stderr.decode().strip())
    lines = [line.split("\t") for line in result.stdout.decode().split("\n")[:-1]]
    return {(sheet, cell): (kind, text) for _, sheet, cell, kind, _, text in lines}


def compare(path):
    """Faults, and how many cells there were."""
    theirs = read_by_openpyxl(path)
    try:
        ours = read_by_us(path)
    except RuntimeError as error:
        return [f"{path.name}: {error}"], 0
    places = sorted(theirs.keys() | ours.keys())
    return [f"{path.name}: {place[0]}!{place[1]}: openpyxl reads {theirs.get(place)}, we read {ours.get(place)}"
            for place in places if theirs.get(place) != ours.get(place)], len(places)


def convert(paths, folder):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir",
                    folder / "converted", *paths], check=True, capture_output=True, timeout=600)
    return [folder / "converted" / path.name for path in paths]


def judge(tap, name, paths, wanted):
    faults, total = [], 0
    for path in paths:
        found, count = compare(path)
        faults += found
        total += count
    if total < wanted:
        faults.append(f"only {total} cells were compared")
    tap.point(f"{name}: {len(paths)} workbooks, {total} cells", faults[:20])


def main(arguments):
    count, first = [*map(int, arguments), *[60, 0][len(arguments):]]
    tap = Tap()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"book-{seed}.xlsx" for seed in range(first, first + count)]
        for seed, path in enumerate(paths, first):
            write_book(path, seed)
        judge(tap, "saved by openpyxl", paths, 20 * count)
        converted = convert(paths[:BY_LIBREOFFICE], folder)
        judge(tap, "saved by LibreOffice", converted, 20 * len(converted))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
