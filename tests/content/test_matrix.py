# SPDX-License-Identifier: LGPL-2.1-or-later
"""The catalog mic-2020 against the matrix that its source prints: every row, clause, level and sequence of marks.

The sequences, being facts, are kept in tests/fixtures/mic-2020-printed-marks.csv (level from 【推奨事項】 in the clauses).
They are compared with the catalog's files, with the output of tenkenctl (its path in $TENKENCTL), and, where the source
document is here, with its table. Run by `/usr/bin/python3 tests/content/test_matrix.py [DATA_DIR]`; prints TAP.
"""

import collections
import csv
import glob
import io
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))      # where tap.py is

import catalogs         # noqa: E402
import printed_matrix   # noqa: E402
import source_runs      # noqa: E402
from tap import Tap     # noqa: E402

FIXTURE = os.path.join(HERE, "..", "fixtures", "mic-2020-printed-marks.csv")
ROLES = ["committee", "ciso", "chief", "director", "manager", "system-manager", "system-operator", "audit-chief",
         "staff", "csirt", "related-rules", "contractor"]
PRINTED_TOTALS = {"○": 427, "△": 110, "許": 22, "承": 3}
ROWS = 348
RECOMMENDED = 18
# The one row whose marks are not printed in the extracted text; its clause makes the committee responsible.
LOST_ROW = "9.3"
LOST_MARKS = {"committee": "○"}

# id, clause and level as they are; cells maps a role to its mark, and is None where only the sequence is known
Row = collections.namedtuple("Row", "id clause level marks cells title")


def make_row(row_id, clause, level, cells, title):
    """A row whose columns are known."""
    marked = {role: mark for role, mark in cells.items() if mark}
    return Row(row_id, clause, level, "".join(marked.values()), marked, title)


# The four places from which the rows come

def fixture_rows():
    """The rows as printed."""
    with open(FIXTURE, encoding="utf-8", newline="") as file:
        return [Row(line["id"], line["clause"], line["level"], line["marks"], None, None)
                for line in csv.DictReader(file)]


def catalog_rows(catalog):
    """The rows of the catalog's files."""
    return [make_row(control.get("id"), control.get("clause"), control.get("level"),
                     dict(zip(catalog.role_ids, catalogs.marks_of(catalog, control))), control.get("title"))
            for control in catalog.entries["control"]]


def program_table(program, data):
    """What tenkenctl prints, as a list of lists."""
    output = subprocess.run([program, "catalog", "matrix", "mic-2020", "--format=csv"], check=True, timeout=60,
                            stdout=subprocess.PIPE, env={**os.environ, "TENKEN_DATA_DIR": data}).stdout
    return list(csv.reader(io.StringIO(output.decode("utf-8"), newline=""), strict=True))


def program_rows(table):
    """The rows of what tenkenctl prints."""
    return [make_row(line[0], line[1], line[3], dict(zip(table[0][4:], line[4:])), line[2]) for line in table[1:]]


def seed_text(folder):
    """The text of the source document."""
    paths = glob.glob(os.path.join(glob.escape(folder), "003_*.txt"))
    if len(paths) != 1:
        raise FileNotFoundError(f"{folder} holds {len(paths)} texts of document 003")
    with open(paths[0], encoding="utf-8") as file:
        return file.read()


# The checks

def check_totals(rows, totals):
    """Yield what differs in the number of rows, of recommended ones, and of each mark."""
    found = collections.Counter("".join(row.marks for row in rows))
    if len(rows) != ROWS:
        yield f"{len(rows)} rows, should be {ROWS}"
    if found != totals:
        yield f"marks {dict(found)}, should be {dict(totals)}"
    recommended = sum(row.level == "recommended" for row in rows)
    if recommended != RECOMMENDED or len(rows) - recommended != sum(row.level == "required" for row in rows):
        yield f"{recommended} recommended rows, should be {RECOMMENDED}, and all others required"


def check_ids(rows):
    """Yield each id that does not spell its clause, or stands twice."""
    shares = collections.Counter(row.clause for row in rows)
    seen = collections.Counter()
    for row in rows:
        seen[row.clause] += 1
        clause, rest = printed_matrix.take_numbers(printed_matrix.Clause(), row.clause.split(" "))
        wanted = clause.id() + (f".{seen[row.clause]}" if shares[row.clause] > 1 else "")
        if rest or clause.printed() != row.clause or row.id != wanted:
            yield f"{row.id}: the clause “{row.clause}” makes the id {wanted}"


def check_same(rows, printed, names):
    """Yield each row that differs from the printed one in one of the named fields, and each row too many or too few."""
    by_id = {row.id: row for row in rows}
    for row in printed:
        own = by_id.get(row.id)
        if own is None:
            yield f"{row.id}: the row is missing"
            continue
        for name in names:
            if getattr(own, name) != getattr(row, name):
                yield f"{row.id}: {name} is “{getattr(own, name)}”, should be “{getattr(row, name)}”"
    yield from (f"{row_id}: no such row is printed" for row_id in by_id.keys() - {row.id for row in printed})
    if not rows or [row.id for row in rows] != [row.id for row in printed]:
        yield "the rows do not stand in the order of the clauses"


def with_lost_row(printed):
    """The printed rows, with the marks of the row that lost them."""
    return [row._replace(marks="".join(LOST_MARKS.values())) if row.id == LOST_ROW else row for row in printed]


def check_lost_row(rows):
    """Yield if the row without printed marks is not as its clause says."""
    found = [row.cells for row in rows if row.id == LOST_ROW]
    if found != [LOST_MARKS]:
        yield f"{LOST_ROW} has {found}, should have {LOST_MARKS}"


def check_rows(rows, printed):
    """Yield all that is wrong with the rows of the catalog or of the program."""
    totals = {**PRINTED_TOTALS, "○": PRINTED_TOTALS["○"] + 1}
    yield from check_totals(rows, totals)
    yield from check_ids(rows)
    yield from check_same(rows, with_lost_row(printed), ["clause", "level", "marks"])
    yield from check_lost_row(rows)


def check_printed(printed):
    """Yield what is wrong with the fixture itself."""
    yield from check_totals(printed, PRINTED_TOTALS)
    yield from check_ids(printed)
    yield from (f"{row.id}: a mark that is none: {row.marks}" for row in printed
                if not re.fullmatch(f"[{printed_matrix.MARKS}]*", row.marks))
    if [row.marks for row in printed if row.id == LOST_ROW] != [""]:
        yield f"{LOST_ROW} has marks"


def check_columns(found):
    """Yield if the columns are not the twelve roles in their order."""
    if found != ROLES:
        yield f"columns {found}, should be {ROLES}"


def check_table(table):
    """Yield what is wrong with the shape of the program's table."""
    head = ["id", "clause", "title", "level"]
    if not table or table[0][:4] != head:
        yield f"the table begins with {table[:1]}, should with {head}"
    else:
        yield from check_columns(table[0][4:])
    yield from (f"{line[:1]}: {len(line)} cells" for line in table if len(line) != len(head) + len(ROLES))
    yield from (f"{line[0]}: “{cell}” is no mark" for line in table[1:] for cell in line[4:]
                if cell not in ("", *printed_matrix.MARKS))


def check_same_cells(rows, own):
    """Yield each cell and title of the program's rows that is not the catalog's."""
    by_id = {row.id: row for row in own}
    for row in (row for row in rows if row.id in by_id):
        if row.cells != by_id[row.id].cells:
            yield f"{row.id}: {row.cells}, should be {by_id[row.id].cells}"
        if row.title not in by_id[row.id].title.values():
            yield f"{row.id}: the title is “{row.title}”"


def check_program(program, data, printed, own):
    """Yield all that is wrong with what tenkenctl prints."""
    table = program_table(program, data)
    faults = list(check_table(table))
    yield from faults
    if not faults:
        rows = program_rows(table)
        yield from check_rows(rows, printed)
        yield from check_same_cells(rows, own)


def check_document(folder, printed):
    """Yield each row in which the document's own table differs from the fixture."""
    text = seed_text(folder)
    rows = [Row(row.id, row.clause, None, row.marks, None, None) for row in printed_matrix.read_matrix(text)]
    yield from check_same(rows, printed, ["clause", "marks"])
    # Every recommended clause says so in the model text (part 2) and once more where it is explained (part 3).
    said = "".join(text.split()).count("【推奨事項】")
    if said != 2 * RECOMMENDED:
        yield f"【推奨事項】 stands {said} times in the document, should be {2 * RECOMMENDED}"


# The checks can fail: each is tried on rows with one fault

def broken(rows):
    """Yield lists of rows with one fault each, and what it is."""
    first, second, *rest = rows
    yield "a row is missing", [first, *rest]
    yield "a row is there twice", [first, first, second, *rest]
    yield "two rows are exchanged", [second, first, *rest]
    yield "a mark is missing", [first._replace(marks=""), second, *rest]
    yield "a mark is another", [first._replace(marks="△"), second, *rest]
    yield "a level is another", [first._replace(level="recommended"), second, *rest]
    yield "a clause is another", [first._replace(clause="1 (1) ⑨"), second, *rest]
    yield "an id is another", [first._replace(id="1-1-9"), second, *rest]
    yield "the lost row is in another column", [row._replace(cells={"ciso": "○"}) if row.id == LOST_ROW else row
                                                for row in rows]
    yield "there is no row", []


def check_checks(rows, printed):
    """Yield each broken list of rows that passes."""
    for about, bad in broken(rows):
        if not list(check_rows(bad, printed)):
            yield f"{about}: passed"
    if not list(check_columns(list(reversed(ROLES)))):
        yield "columns in another order: passed"


def small_table():
    """A table as the document prints it, made up, with each of the reader's cases, and the rows that it should give."""
    text = ("１ (1) ① 最高情報の見本 ○\n組織 ② (ア) 見本 ○ △\n権　限　の見出し\n(イ)\n長い題名の\n続き\n許 ○\n"
            "もう一つの行 承\n(2) ①\n印のない長い\n題名\n② 印のない行\n見本の\n７ ７．５\n７．６ (1) 見本 △\n主要な法令遵守の行 ○\n９．３\n")
    return text, [("1-1-1", "1 (1) ①", "○"), ("1-1-2-a", "1 (1) ② (ア)", "○△"), ("1-1-2-b.1", "1 (1) ② (イ)", "許○"),
                  ("1-1-2-b.2", "1 (1) ② (イ)", "承"), ("1-2-1", "1 (2) ①", ""), ("1-2-2", "1 (2) ②", ""),
                  ("7.5", "7.5", "○"), ("7.6-1", "7.6 (1)", "△"), ("9.3", "9.3", "")]


def check_reader():
    """Yield if the reader of the document's table misreads a small one."""
    text, wanted = small_table()
    found = [tuple(row) for row in printed_matrix.read_matrix(text)]
    yield from (f"{row} should be {other}" for row, other in zip(found, wanted) if row != other)
    if len(found) != len(wanted):
        yield f"{len(found)} rows, should be {len(wanted)}"


def run_or_skip(tap, name, needed, reason, test):
    """Run a test that needs something, or say that it is not here."""
    if needed is None:
        tap.skip(name, reason)
    else:
        tap.run(name, test)


def main(arguments):
    """Compare the four."""
    data = os.path.abspath(arguments[0] if arguments else os.path.join(HERE, "..", "..", "data"))
    printed = fixture_rows()
    catalog = catalogs.read_catalog(os.path.join(data, "catalogs", "mic-2020.json"), "mic-2020.json")
    own = catalog_rows(catalog)
    folder, program = source_runs.shared_folder(), os.environ.get("TENKENCTL") or None
    tap = Tap()
    tap.run("fixture: 348 rows, their totals, clauses and ids", lambda: check_printed(printed))
    tap.run("catalog: twelve columns in their order", lambda: check_columns(catalog.role_ids))
    tap.run("catalog: every row as printed", lambda: check_rows(own, printed))
    run_or_skip(tap, "tenkenctl catalog matrix: every row as printed, every cell as in the catalog", program,
                "TENKENCTL is not set", lambda: check_program(program, data, printed, own))
    run_or_skip(tap, "document 003: its table gives the fixture", folder, "../shared is not here",
                lambda: check_document(folder, printed))
    tap.run("the checks: report whatever is changed", lambda: check_checks(own, printed))
    tap.run("the reader: reads a small table", check_reader)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
