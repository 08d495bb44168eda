#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Changes cells of the plan's workbook as another program would: edit_plan.py FILE.xlsx EDIT...

EDIT is "NUMBER COLUMN VALUE", the number of an action and the heading of a column without line ends ("A0001 期限
2026-12-31"); "NUMBER -" takes the row out.
"""

import sys

import openpyxl

SHEET = "改善計画"
HEADINGS = 4    # the row that names the columns


def main():
    filename, edits = sys.argv[1], sys.argv[2:]
    book = openpyxl.load_workbook(filename)
    sheet = book[SHEET]
    columns = {str(cell.value).replace("\n", ""): cell.column for cell in sheet[HEADINGS] if cell.value is not None}
    for edit in edits:
        number, column, *value = edit.split(" ", 2)
        row = next(cell.row for cell in sheet[chr(ord("A") + columns["番号"] - 1)] if cell.value == number)
        if column == "-":
            sheet.delete_rows(row)
        else:
            sheet.cell(row, columns[column]).value = value[0] if value else None
    book.save(filename)


main()
