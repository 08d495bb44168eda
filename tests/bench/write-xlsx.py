#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the cells of a dump with python3-xlsxwriter, as bench-xlsx does with libxlsxwriter: write-xlsx.py CELLS FILE.xlsx"""

import resource
import sys
import time

import xlsxwriter

import cells

SMALLEST_FONT = 6.0
FONT_STEP = 0.25


def write(formats, sheets, filename):
    book = xlsxwriter.Workbook(filename, {"constant_memory": True})
    styles = [None] + [book.add_format({"font_size": SMALLEST_FONT + i * FONT_STEP}) for i in range(1, formats + 1)]
    pages = [book.add_worksheet(name) for name, _ in sheets]
    n_cells = 0
    for page, (_, rows) in zip(pages, sheets):
        for row, col, kind, style, text, value in rows:
            if kind == "t":
                page.write_string(row, col, text, styles[style])
            elif kind == "n":
                page.write_number(row, col, value, styles[style])
            elif kind == "b":
                page.write_blank(row, col, None, styles[style])
            else:
                page.write_formula(row, col, text, styles[style], value)
        n_cells += len(rows)
    book.close()
    return n_cells


def say(name, wall, cpu):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{name}.wall={time.monotonic() - wall:.6f}\n{name}.cpu={time.process_time() - cpu:.6f}\n{name}.peak={peak}")


def main():
    start = time.monotonic(), time.process_time()
    formats, sheets = cells.load(sys.argv[1])
    say("load", *start)
    start = time.monotonic(), time.process_time()
    print(f"cells={write(formats, sheets, sys.argv[2])}")
    say("write", *start)


main()
