#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Edits the workbook of a plan as its readers would: fill-plan.py FILE.xlsx new N, or fill-plan.py FILE.xlsx change.

"new" writes N new actions below the others; "change" changes three cells of every action. Prints how many rows it was.
"""

import sys

import openpyxl

SHEET = "改善計画"
HEADINGS = 4    # the row that names the columns


def main():
    filename, what, *n = sys.argv[1:]
    book = openpyxl.load_workbook(filename)
    sheet = book[SHEET]
    columns = {str(cell.value).replace("\n", ""): cell.column for cell in sheet[HEADINGS] if cell.value is not None}
    at = {name: columns[name] for name in ("番号", "管理策ID", "部署", "実施すること", "担当", "期限", "優先度", "状態")}
    rows = [row for row in range(HEADINGS + 1, sheet.max_row + 1)
            if str(sheet.cell(row, at["番号"]).value or "").startswith("A")]
    if what == "new":
        # People type as they find it: all about the same, so the first row says how.
        pattern = {name: sheet.cell(rows[0], column).value for name, column in at.items()}
        rows = range(rows[-1] + 1, rows[-1] + 1 + int(n[0]))
        for count, row in enumerate(rows):
            for name in ("管理策ID", "部署", "担当"):
                sheet.cell(row, at[name]).value = pattern[name]
            sheet.cell(row, at["実施すること"]).value = f"{pattern['実施すること']}（{count + 1}）"
    else:
        # What is done, verified or withdrawn stays as it is.
        rows = [row for row in rows if sheet.cell(row, at["状態"]).value in ("提案", "計画", "実施中")]
        for row in rows:
            sheet.cell(row, at["実施すること"]).value = f"{sheet.cell(row, at['実施すること']).value}。課ごとに記録する。"
            sheet.cell(row, at["期限"]).value = "2027-12-31"
            sheet.cell(row, at["優先度"]).value = "3 低"
    book.save(filename)
    print(len(rows))


main()
