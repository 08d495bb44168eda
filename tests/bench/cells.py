# SPDX-License-Identifier: LGPL-2.1-or-later
"""The cells of a workbook as text: what another program needs to write the same ones.

The first line is the number of formats, "#NAME" begins a sheet, and a cell is a line of six fields between tabs: row,
column, kind, format, text or formula, number or result. See bench-xlsx.c for the kinds.
"""

import re
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n"})


def sheet_names(package):
    book = ElementTree.fromstring(package.read("xl/workbook.xml"))
    return [sheet.get("name") for sheet in book.iter(MAIN + "sheet")]


def n_formats(package):
    styles = ElementTree.fromstring(package.read("xl/styles.xml"))
    return int(styles.find(MAIN + "cellXfs").get("count")) - 1


def place(reference):
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", reference).groups()
    col = 0
    for letter in letters:
        col = col * 26 + ord(letter) - ord("A") + 1
    return int(row) - 1, col - 1


def describe(cell):
    """The kind of a cell, its text or formula, and its number or result."""
    kind = cell.get("t", "n")
    formula = cell.find(MAIN + "f")
    value = cell.findtext(MAIN + "v")
    if formula is not None:
        return "s" if kind == "str" else "f", "=" + formula.text, value or ""
    if kind == "inlineStr":
        return "t", "".join(cell.find(MAIN + "is").itertext()), ""
    if kind == "n":
        return ("n", "", value) if value is not None else ("b", "", "")
    raise SystemExit(f"bench: a cell of the kind “{kind}”, which cells.py does not know")


def read_cells(filename):
    """Yields the names of sheets, each followed by its cells: row, column, kind, format, text, value."""
    with zipfile.ZipFile(filename) as package:
        for number, name in enumerate(sheet_names(package), 1):
            yield name
            with package.open(f"xl/worksheets/sheet{number}.xml") as part:
                for _, element in ElementTree.iterparse(part):
                    if element.tag == MAIN + "c":
                        kind, text, value = describe(element)
                        yield (*place(element.get("r")), kind, int(element.get("s", 0)), text, value)
                    elif element.tag == MAIN + "row":
                        element.clear()


def dump(filename, target):
    """Writes the cells of a workbook into a file; gives how many they are and how many formats they have."""
    with zipfile.ZipFile(filename) as package:
        formats = n_formats(package)
    n_cells = 0
    with open(target, "w", encoding="utf-8", newline="") as out:
        out.write(f"{formats}\n")
        for cell in read_cells(filename):
            if isinstance(cell, str):
                out.write(f"#{cell.translate(ESCAPED)}\n")
                continue
            row, col, kind, style, text, value = cell
            out.write(f"{row}\t{col}\t{kind}\t{style}\t{text.translate(ESCAPED)}\t{value.translate(ESCAPED)}\n")
            n_cells += 1
    return n_cells, formats


def load(filename):
    """Reads a dump: the number of formats, and for each sheet its name and its cells."""
    unescape = re.compile(r"\\(.)")
    letters = {"n": "\n", "t": "\t", "\\": "\\"}

    def plain(text):
        return unescape.sub(lambda match: letters[match[1]], text) if "\\" in text else text

    sheets = []
    with open(filename, encoding="utf-8", newline="\n") as lines:
        formats = int(next(lines))
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                sheets.append((plain(line[1:]), []))
                continue
            row, col, kind, style, text, value = line.split("\t")
            value = plain(value) if kind == "s" else float(value or 0)
            sheets[-1][1].append((int(row), int(col), kind, int(style), plain(text), value))
    return formats, sheets


def same(filename, other):
    """Whether two workbooks hold the same cells, their formats aside."""
    ours, theirs = read_cells(filename), read_cells(other)
    for one, two in zip(ours, theirs):
        if isinstance(one, str) or isinstance(two, str):
            if one != two:
                return False
        elif one[:2] != two[:2] or one[4] != two[4] or kind_of(one) != kind_of(two):
            return False
        elif not same_value(kind_of(one), one[5], two[5]):
            return False
    return next(ours, None) is None and next(theirs, None) is None


def kind_of(cell):
    """Writers differ in what they call a formula whose result is an empty text."""
    return "f" if cell[2] == "s" and not cell[5] else cell[2]


def same_value(kind, one, two):
    """Writers print the last digit of a number in different ways."""
    if kind in "ts" or one == two or not (one and two):
        return one == two or {one, two} == {"", "0"}
    return abs(float(one) - float(two)) <= 1e-12 * max(1.0, abs(float(one)))
