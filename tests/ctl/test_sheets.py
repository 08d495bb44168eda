#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Self-check sheets out and back in, previews of a roster, and rights, with tenkenctl. Prints TAP."""

import os
import sys

import openpyxl

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (PEOPLE, csv_rows, done, failed, main, make_answered, make_campaign, misused, refused, same)     # noqa: E402


def fill(place, blank, target, answers, person=None):
    """Answer questions of a blank sheet: {"role control": (word, comment)}."""
    book = openpyxl.load_workbook(place.path(blank))
    for sheet in book:
        columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
        for row in sheet.iter_rows(min_row=2):
            if row[0].value == "person_id" and person is not None:
                row[2].value = person
            if row[0].value in answers:
                word, comment = answers[row[0].value]
                sheet.cell(row[0].row, columns["answer"]).value = word
                sheet.cell(row[0].row, columns["comment"]).value = comment
    book.save(place.path(target))
    return target


def make_sheets(place):
    """An open campaign, and a filled sheet of “3” and of “4”."""
    make_campaign(place)
    for person in "3", "4":
        place.must("sheet", "write", "s.db", "c", "-o", f"b{person}.xlsx", f"--person={person}")
    fill(place, "b3.xlsx", "3.xlsx", {"staff 1.1-2": ("一部実施", "理由, \"x\""), "staff 2.1-1": ("実施済み", None)})
    fill(place, "b4.xlsx", "4.xlsx", {"staff 1.1-2": ("未実施", None)})


def states(place):
    """How many questionnaires are in which state."""
    text = "\n".join(line for line in place.state("s.db") if line.startswith('INSERT INTO "questionnaire"'))
    return {word: text.count(f"'{word}',") for word in ("draft", "submitted", "accepted")}


def test_hand_in(place):
    """sheets: two filled ones are handed in at once, and say what they said"""
    make_sheets(place)
    rows = place.rows("answers", "import", "s.db", "c", "3.xlsx", "4.xlsx", "--dry-run")
    yield from same("kinds", [row["kind"] for row in rows], ["new"] * 3)
    yield from same("places", {row["where"].split("!")[1][0] for row in rows}, {"F"})
    yield from same("handed in by a dry run", states(place)["submitted"], 0)
    yield from done(place.run("answers", "import", "s.db", "c", "3.xlsx", "4.xlsx"), "3 answers of 2 people were handed in")
    yield from same("handed in", states(place)["submitted"], 2)
    place.must("answers", "export", "s.db", "c", "o.csv")
    found = csv_rows(place.read("o.csv").decode())
    yield from same("answers", [(row["person_id"], row["control_id"], row["answer"], row["comment"]) for row in found],
                    [("3", "1.1-2", "partial", "理由, \"x\""), ("3", "2.1-1", "implemented", ""), ("4", "1.1-2", "not_implemented", "")])
    yield from done(place.run("answers", "import", "s.db", "c", "3.xlsx", "4.xlsx"), "0 answers of 0 people")
    yield from done(place.run("verify", "s.db"), "sound")


def test_draft(place):
    """sheets: --draft leaves them drafts"""
    make_sheets(place)
    yield from done(place.run("answers", "import", "s.db", "c", "3.xlsx", "--draft"), "2 answers of 1 people were taken in as drafts")
    yield from same("handed in", states(place)["submitted"], 0)


def test_conflict(place):
    """sheets: what was answered since is not overwritten without a word"""
    make_sheets(place)
    place.write("a.csv", "person_id,role,control_id,answer,comment\r\n3,staff,1.1-2,implemented,\r\n")
    place.must("answers", "import", "s.db", "c", "a.csv", "--draft")
    line = ["answers", "import", "s.db", "c", "3.xlsx", "4.xlsx"]
    yield from refused(place, "s.db", *line, words=["1 answers", "--prefer=sheet"])
    rows = place.rows(*line, "--dry-run", "--prefer=store")
    yield from same("conflict", [(row["old"], row["new"]) for row in rows if row["kind"] == "conflict"], [("implemented", "partial")])
    yield from done(place.run(*line, "--prefer=store"), "2 answers of 2 people were handed in")
    yield from refused(place, "s.db", *line, words=["--prefer=sheet"])
    yield from done(place.run(*line, "--prefer=sheet"), "1 answers of 1 people were handed in")


def test_accepted(place):
    """sheets: an accepted questionnaire stays as it is"""
    make_sheets(place)
    place.must("answers", "import", "s.db", "c", "3.xlsx")
    place.must("questionnaire", "accept", "s.db", "c", "--person=3")
    fill(place, "b3.xlsx", "again.xlsx", {"staff 1.1-2": ("未実施", None)})
    result = place.run("answers", "import", "s.db", "c", "again.xlsx", "4.xlsx", "--prefer=sheet")
    yield from done(result, "accepted", "1 answers of 1 people were handed in", "1 sheets were left out")


def test_faults(place):
    """sheets: every fault of every file, with its sheet and cell; nothing is taken in"""
    make_sheets(place)
    fill(place, "b4.xlsx", "bad.xlsx", {"staff 1.1-2": ("対象外", None), "staff 2.1-1": ("たぶん", None)})
    fill(place, "b4.xlsx", "excepted.xlsx", {"staff 1.1-2": ("例外措置", None)}, person="3")
    place.write("no.xlsx", "no workbook")
    line = ["answers", "import", "s.db", "c", "3.xlsx", "bad.xlsx", "no.xlsx", "missing.xlsx"]
    yield from refused(place, "s.db", *line, words=["bad.xlsx", "and 3 more"])
    found = place.run(*line).out
    for words in "!G", "needs a reason", "!F", "たぶん", "no.xlsx", "missing.xlsx":
        if words not in found:
            yield f"“{words}” is not in {found}"
    yield from refused(place, "s.db", "answers", "import", "s.db", "c", "excepted.xlsx", words=["excepted.xlsx", "exception"])
    fill(place, "b4.xlsx", "nobody.xlsx", {"staff 1.1-2": ("実施済み", None)}, person="77")
    yield from refused(place, "s.db", "answers", "import", "s.db", "c", "nobody.xlsx", words=["“77” is not asked"])
    yield from refused(place, "s.db", "answers", "import", "s.db", "c", "3.xlsx", "3.xlsx", words=["has a sheet already"])


def test_closed(place):
    """sheets: a closed campaign takes none in"""
    make_sheets(place)
    place.must("campaign", "close", "s.db", "c")
    yield from refused(place, "s.db", "answers", "import", "s.db", "c", "3.xlsx", words=["closed"])


def test_write(place):
    """sheets: for a role, for a person, for a department into a folder"""
    make_campaign(place)
    yield from done(place.run("sheet", "write", "s.db", "c", "-o", "role.xlsx", "--role=manager", "--role=staff"), "1 sheets")
    yield from same("roles", [sheet.sheet_state for sheet in openpyxl.load_workbook(place.path("role.xlsx"))], ["visible"] * 3 + ["hidden"])
    yield from done(place.run("sheet", "write", "s.db", "c", "-o", "all", "--department=d2"), "all: 1 sheets")
    yield from same("folder", os.listdir(place.path("all")), ["4_徴収_花子.xlsx"])
    yield from failed(place.run("sheet", "write", "s.db", "c", "-o", "all", "--department=d2"), "4_徴収_花子.xlsx", "already")
    yield from failed(place.run("sheet", "write", "s.db", "c", "-o", "x.xlsx", "--person=5"), "“5”")
    yield from failed(place.run("sheet", "write", "s.db", "c", "-o", "x.xlsx", "--role=boss"), "boss")
    yield from failed(place.run("sheet", "write", "s.db", "c", "-o", "x", "--department=d9"), "d9")
    yield from failed(place.run("sheet", "write", "s.db", "c", "-o", "s.db"), "the store itself")
    yield from misused(place.run("sheet", "write", "s.db", "c", "-o", "x.xlsx", "--person=3", "--role=staff"))
    yield from misused(place.run("sheet", "write", "s.db", "c"))


def test_usage(place):
    """sheets: no mixture of files, no options that go with the others"""
    make_sheets(place)
    place.write("a.csv", "")
    for words in (["a.csv", "3.xlsx"], ["a.csv", "a.csv"], ["a.csv", "--dry-run"], ["a.csv", "--prefer=sheet"], ["3.xlsx", "--prefer=both"]):
        yield from misused(place.run("answers", "import", "s.db", "c", *words))


def test_preview(place):
    """roster: a dry run shows every change and what follows from it"""
    make_answered(place)
    place.write("a.csv", "person_id,role,control_id,answer,comment\r\n3,staff,1.1-2,implemented,\r\n")
    place.must("answers", "import", "s.db", "c", "a.csv", "--draft")
    place.write("p.csv", PEOPLE.replace("3,総務 太郎,d1,staff", "6,新人,d2,staff").replace("徴収 花子,d21", "徴収 葉子,d2"))
    line = ["roster", "import", "s.db", "--departments=d.csv", "--people=p.csv", "--dry-run"]
    before = place.state("s.db")
    rows = place.rows(*line)
    yield from same("rows", [(row["kind"], row["id"], row["old"], row["new"], row["campaign"], row["answers"]) for row in rows],
                    [("person_added", "6", None, "d2", None, 0), ("person_renamed", "4", "徴収 花子", "徴収 葉子", None, 0),
                     ("person_moved", "4", "d21", "d2", None, 0), ("person_removed", "3", "d1", None, None, 0),
                     ("not_asked", "3", None, None, "c", 1), ("asked", "6", None, None, "c", 0)])
    yield from done(place.run(*line), "would import 4 departments, 5 people: 1 added, 1 changed, 1 removed", "not_asked")
    if place.state("s.db") != before:
        yield "a dry run changed the store"
    yield from done(place.run(*line[:-1]), "imported 4 departments, 5 people: 1 added, 1 changed, 1 removed")


def test_rights(place):
    """rights: listed, granted, revoked"""
    make_campaign(place)
    yield from done(place.run("right", "grant", "s.db", "department", "person:3", "--department=d1"), "person:3")
    row = {"right": "department", "holder": "person:3", "department": "d1"}
    if row not in place.rows("right", "list", "s.db"):
        yield "what was granted is not in the list"
    yield from failed(place.run("right", "revoke", "s.db", "department", "person:3"), "person:3")
    yield from done(place.run("right", "revoke", "s.db", "department", "person:3", "--department=d1"), "person:3")
    if row in place.rows("right", "list", "s.db"):
        yield "what was taken away is in the list"
    yield from failed(place.run("right", "grant", "s.db", "audit", "person:9"), "“9”")
    yield from failed(place.run("right", "grant", "s.db", "audit", "3"), "role:ID")
    yield from failed(place.run("right", "grant", "s.db", "audit", "person:3", "--department=d1"), "whole body")
    yield from failed(place.run("right", "grant", "s.db", "department", "person:3", "--department=d9"), "d9")
    yield from misused(place.run("right", "grant", "s.db", "king", "person:3"))
    yield from done(place.run("verify", "s.db"), "sound")


if __name__ == "__main__":
    sys.exit(main(globals()))
