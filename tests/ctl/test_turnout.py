#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who has handed in, whom to remind, closed departments: from the command line, on a body of five. Prints TAP."""

import os
import stat
import sys
import zipfile

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (answers, done, failed, main, make_answered, make_campaign, misused, people, refused,    # noqa: E402
                     same)

# Persons 1, 2 and 4 handed in; 3 has not begun; 5 is asked nothing.
COUNTS = ("asked", "not_begun", "draft", "returned", "submitted", "accepted")


def counts(place, *options):
    return {row["department"]: tuple(row[name] for name in COUNTS) for row in place.rows("turnout", "s.db", "c", *options)}


def states(place, *options):
    return {row["person"]: row["state"] for row in place.rows("turnout", "s.db", "c", "--by=person", *options)}


def test_departments(place):
    """turnout: each department with all below it"""
    make_answered(place)
    yield from same("all", counts(place), {"d0": (4, 1, 0, 0, 3, 0), "d1": (2, 1, 0, 0, 1, 0), "d2": (1, 0, 0, 0, 1, 0),
                                           "d21": (1, 0, 0, 0, 1, 0)})
    yield from same("d2", counts(place, "--department=d2"), {"d2": (1, 0, 0, 0, 1, 0), "d21": (1, 0, 0, 0, 1, 0)})
    yield from failed(place.run("turnout", "s.db", "c", "--department=d9"), "“d9”")
    yield from misused(place.run("turnout", "s.db", "c", "--by=role"))


def test_people(place):
    """turnout --by=person: how far each is, and the remark with which a paper came back"""
    make_answered(place)
    place.write("b.csv", answers(("3", "staff", "2.1-1", "implemented")))
    place.must("answers", "import", "s.db", "c", "b.csv", "--draft")
    place.must("questionnaire", "return", "s.db", "c", "--person=2", "--remark=2.1-1 を\n確かめて")
    place.must("questionnaire", "accept", "s.db", "c", "--person=4")
    yield from same("states", states(place), {"1": "submitted", "2": "returned", "3": "draft", "4": "accepted"})
    row = next(row for row in place.rows("turnout", "s.db", "c", "--by=person") if row["person"] == "2")
    yield from same("2", (row["name"], row["department"], row["items"], row["answered"], row["open"], row["remark"]),
                    ("総務課長", "d1", 5, 5, 0, "2.1-1 を\n確かめて"))
    place.must("questionnaire", "submit", "s.db", "c", "--person=2")
    row = next(row for row in place.rows("turnout", "s.db", "c", "--by=person") if row["person"] == "2")
    yield from same("handed in again", (row["state"], row["remark"]), ("submitted", None))


def test_accept(place):
    """department accept: what is handed in, of a department with all below it"""
    make_answered(place)
    yield from done(place.run("department", "accept", "s.db", "c", "--department=d2"), "1 questionnaires")
    yield from done(place.run("department", "accept", "s.db", "c", "--department=d0"), "2 questionnaires")
    yield from same("all", counts(place)["d0"], (4, 1, 0, 0, 0, 3))
    yield from done(place.run("verify", "s.db"), "3 questionnaires")


def test_close(place):
    """department close: nothing is handed in or returned there until it is reopened with a reason"""
    make_answered(place)
    place.write("b.csv", answers(("3", "staff", "2.1-1", "implemented")))
    close = ["department", "close", "s.db", "c", "--department=d1", "--by=2"]
    reopen = ["department", "reopen", "s.db", "c", "--department=d1"]
    yield from refused(place, "s.db", *reopen, "--reason=x", words=["is not closed"])
    yield from done(place.run(*close), "1 of 2 people handed in")
    yield from same("closed", [row["department"] for row in place.rows("turnout", "s.db", "c") if row["closed"] == "yes"], ["d1"])
    for line in (["questionnaire", "submit", "s.db", "c", "--person=3"],
                 ["questionnaire", "return", "s.db", "c", "--person=2", "--remark=x"], ["answers", "import", "s.db", "c", "b.csv"],
                 close):
        yield from refused(place, "s.db", *line, words=["d1", "closed"])
    yield from done(place.run("questionnaire", "accept", "s.db", "c", "--person=2"))
    yield from refused(place, "s.db", *reopen, "--reason= ", words=["say why"])
    yield from misused(place.run(*reopen))
    yield from done(place.run(*reopen, "--reason=早すぎた"), "open again")
    yield from done(place.run("questionnaire", "submit", "s.db", "c", "--person=3"))
    yield from done(place.run("verify", "s.db"), "4 questionnaires")


def test_close_below(place):
    """department close: with all below it; the campaign closes over it"""
    make_answered(place)
    place.must("department", "close", "s.db", "c", "--department=d0")
    yield from refused(place, "s.db", "department", "close", "s.db", "c", "--department=d21", words=["d0"])
    yield from refused(place, "s.db", "department", "reopen", "s.db", "c", "--department=d21", "--reason=x", words=["d0"])
    place.must("campaign", "close", "s.db", "c")
    yield from refused(place, "s.db", "department", "reopen", "s.db", "c", "--department=d0", "--reason=x", words=["closed"])
    yield from done(place.run("verify", "s.db"), "sound")


def test_tampered(place):
    """verify: a department that was closed or reopened behind the log"""
    make_answered(place)
    place.must("department", "close", "s.db", "c", "--department=d1")
    place.change("s.db", "DELETE FROM department_closing")
    yield from failed(place.run("verify", "s.db"), "c/d1")


def test_reminders(place):
    """reminders: who is missing, by department, as text"""
    make_campaign(place, "--closes=2099-03-31")
    text = place.must("reminders", "s.db", "c", "--lang=ja")
    yield from same("departments", [line for line in text.splitlines() if line.endswith("人") and not line.startswith("まだ")],
                    ["点検市　1人", "総務課　2人", "徴収係　1人"])
    yield from (f"{word} is not in the text: {text}" for word in ("2099年3月31日（火）", "　3　総務 太郎　未着手（未回答3問）") if word not in text)
    place.must("department", "close", "s.db", "c", "--department=d1")
    english = place.must("reminders", "s.db", "c", "--lang=en")
    yield from (f"{word} is in the text: {english}" for word in ("総務",) if word in english)
    yield from (f"{word} is not in the text: {english}" for word in ("2 people", "31 March 2099", "Not begun", "days left") if word not in english)
    yield from failed(place.run("reminders", "s.db", "c", "--department=d9"), "“d9”")


def test_reminders_late(place):
    """reminders: after the closing day"""
    make_campaign(place, "--closes=2020-03-31")
    text = place.must("reminders", "s.db", "c", "--lang=ja")
    yield from (f"“日超過” is not in {text}" for _ in [0] if "日超過" not in text)


def test_workbook(place):
    """reminders -o: a workbook that nobody else can read, whole or not at all"""
    make_answered(place)
    yield from done(place.run("reminders", "s.db", "c", "-o", "r.xlsx"), "r.xlsx")
    yield from same("mode", stat.S_IMODE(os.stat(place.path("r.xlsx")).st_mode), 0o600)
    yield from failed(place.run("reminders", "s.db", "c", "-o", "none/r.xlsx"), "none")
    yield from failed(place.run("reminders", "s.db", "c", "-o", "s.db"), "s.db")


def test_hostile_names(place):
    """reminders: a name that looks like a formula stays a name"""
    make_campaign(place)
    place.write("p.csv", people(("3", "=1+1", "d1", "staff"), ("4", "\"太郎\"; rm", "d1", "staff")))
    place.must("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv")
    yield from done(place.run("reminders", "s.db", "c"), "=1+1")
    yield from done(place.run("reminders", "s.db", "c", "-o", "r.xlsx"))
    with zipfile.ZipFile(place.path("r.xlsx")) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "worksheets/" in name]
    yield from (f"a name has become a formula: {sheet}" for sheet in sheets if "<f>1+1" in sheet)


if __name__ == "__main__":
    sys.exit(main(globals()))
