#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The improvement plan from the command line, on a body whose gaps are worked out by hand. Prints TAP."""

import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import csv_rows, done, failed, main, make_answered, make_body, misused, refused, same    # noqa: E402

# Of 1.1-2 three of eight half-points are missing, in d0 and d21, most of them those of staff; of 2.1-1 two of four, in d1; of
# 2.1-2.2 one of two, the manager's in d1. All weigh 1, so that the burdens are 1.5, 1 and 0.5.
PROPOSED = [("A0001", "1.1-2", "d0;d21", "role:staff", 2), ("A0002", "2.1-1", "d1", "role:staff", 1),
            ("A0003", "2.1-2.2", "d1", "role:manager", 1)]


def make_plan(place, *options):
    """A store with the proposals in it."""
    make_answered(place)
    place.must("plan", "propose", "s.db", "c", *options)


def actions(place, *options):
    return place.rows("plan", "list", "s.db", "c", *options)


def ids(place, *options):
    return [row["id"] for row in actions(place, *options)]


def test_propose(place):
    """plan propose: one action for each gap, worst first, and nothing twice"""
    make_answered(place)
    yield from done(place.run("plan", "propose", "s.db", "c", "--lang=ja"), "3 actions were proposed")
    yield from same("proposals", [(row["id"], row["control"], row["departments"], row["owner"], row["priority"])
                                  for row in actions(place)], PROPOSED)
    yield from same("what", actions(place)[1]["what"], "自動で閉じる設定にする。")
    yield from done(place.run("plan", "propose", "s.db", "c"), "0 actions were proposed")
    yield from refused(place, "s.db", "plan", "propose", "s.db", "c", "--department=d9", words=["d9"])
    yield from done(place.run("verify", "s.db"), "sound")


def test_propose_department(place):
    """plan propose --department: only its gaps; the rest comes later, about the other departments"""
    make_plan(place, "--department=d2")
    yield from same("of d2", [(row["control"], row["departments"]) for row in actions(place)], [("1.1-2", "d21")])
    place.must("plan", "propose", "s.db", "c")
    yield from same("all", [(row["control"], row["departments"]) for row in actions(place)],
                    [("1.1-2", "d21"), ("1.1-2", "d0"), ("2.1-1", "d1"), ("2.1-2.2", "d1")])
    yield from done(place.run("plan", "merge", "s.db", "c", "A0001", "A0002", "--by=2"), "A0001: proposed, revision 2")
    yield from same("merged", [(row["departments"], row["status"]) for row in actions(place)][:2],
                    [("d21;d0", "proposed"), ("d0", "withdrawn")])


def test_list(place):
    """plan list: by department, status, owner and what is late; table, CSV and JSON"""
    make_plan(place)
    place.must("plan", "change", "s.db", "c", "A0001", "--due=2020-01-31")
    for options, expected in (([], ["A0001", "A0002", "A0003"]), (["--department=d0"], ["A0001", "A0002", "A0003"]),
                              (["--department=d2"], ["A0001"]), (["--department=d1"], ["A0002", "A0003"]),
                              (["--owner=role:manager"], ["A0003"]), (["--status=planned"], []), (["--overdue"], ["A0001"])):
        yield from same(f"list {options}", ids(place, *options), expected)
    yield from same("overdue", [row["overdue"] for row in actions(place)], ["yes", "no", "no"])
    yield from done(place.run("plan", "list", "s.db", "c", "--lang=ja"), "期限超過", "提案")
    yield from same("CSV", [row["id"] for row in csv_rows(place.must("plan", "list", "s.db", "c", "--format=csv"))],
                    ["A0001", "A0002", "A0003"])
    yield from misused(place.run("plan", "list", "s.db", "c", "--status=late"))
    yield from failed(place.run("plan", "list", "s.db", "c", "--department=d9"), "d9")
    yield from failed(place.run("plan", "list", "s.db", "x"), "“x”")


def test_steps(place):
    """plan move: done is not verified, and the owner cannot verify"""
    make_plan(place)
    line = ["plan", "move", "s.db", "c", "A0002"]
    yield from refused(place, "s.db", *line, "planned", words=["an owner and a day"])
    place.must("plan", "change", "s.db", "c", "A0002", "--due=2026-12-31", "--owner=person:3", "--resources=30万円")
    yield from done(place.run(*line, "planned"), "A0002: planned, revision 3")
    yield from refused(place, "s.db", *line, "verified", "--by=2", words=["cannot become verified"])
    yield from done(place.run(*line, "done", "--by=3", "--note=設定した"), "A0002: done")
    yield from refused(place, "s.db", *line, "verified", "--by=3", words=["somebody else must"])
    yield from refused(place, "s.db", *line, "verified", words=["staff number"])
    yield from refused(place, "s.db", *line, "verified", "--by=77", words=["77"])
    yield from refused(place, "s.db", *line, "verified", "--by=2", "--revision=3", words=["revision 4, yours is 3"])
    yield from done(place.run(*line, "verified", "--by=2", "--revision=4"), "A0002: verified, revision 5")
    row = actions(place)[1]
    yield from same("row", (row["done_by"], row["verified_by"], row["notes"], row["resources"]), ("3", "2", 1, "30万円"))
    yield from refused(place, "s.db", "plan", "change", "s.db", "c", "A0002", "--what=別のこと", words=["take it up again"])
    yield from misused(place.run(*line, "finished"))
    yield from done(place.run("verify", "s.db"), "sound")


def test_add(place):
    """plan add: an action of one's own, with every field checked"""
    make_answered(place)
    line = ["plan", "add", "s.db", "c", "--departments=d1;d2", "--what=研修を行う"]
    yield from misused(place.run(*line))
    yield from refused(place, "s.db", *line, "--control=9.9", words=["9.9"])
    line.append("--control=1.1-1")
    for option, word in (("--due=tomorrow", "tomorrow"), ("--priority=0", "priority"), ("--owner=mayor", "mayor"),
                         ("--owner=person:99", "99"), ("--departments=d1;d9", "d9"), ("--what=\x1b[31m", "control character"),
                         ("--note=　", "progress note")):
        yield from refused(place, "s.db", *line, option, words=[word])
    yield from done(place.run(*line, "--owner=role:ciso", "--due=2026-12-31", "--priority=1", "--note=市長の指示"), "A0001: proposed")
    row = actions(place)[0]
    yield from same("row", [row[key] for key in ("control", "departments", "what", "owner", "due", "priority", "notes", "revision")],
                    ["1.1-1", "d1;d2", "研修を行う", "role:ciso", "2026-12-31", 1, 1, 1])


def test_hostile(place):
    """plan: words that look like SQL, markup or formulas stay words"""
    make_plan(place)
    for text in ("'); DROP TABLE action; --", "=HYPERLINK(\"x\")", "<b>%n%s</b> & \"引用\"", "𠮷👨‍👩‍👧", "あ" * 2000):
        place.must("plan", "change", "s.db", "c", "A0001", f"--what={text}", f"--note={text}")
        yield from same(text[:20], actions(place)[0]["what"], text)
    yield from refused(place, "s.db", "plan", "change", "s.db", "c", "A0001", "--what=" + "あ" * 2001, words=["2000"])
    yield from done(place.run("export", "plan", "s.db", "c", "-o", "p.xlsx"), "cells were written")
    yield from done(place.run("plan", "import", "s.db", "c", "p.xlsx"), "0 actions")
    yield from done(place.run("verify", "s.db"), "sound")


def test_files(place):
    """export plan, plan import: files that are none of ours"""
    make_plan(place)
    place.must("export", "plan", "s.db", "c", "-o", "p.xlsx")
    place.must("export", "scorecard", "s.db", "c", "-o", "sc.xlsx")
    place.write("junk.xlsx", b"PK\x03\x04 no workbook")
    yield from refused(place, "s.db", "plan", "import", "s.db", "c", "sc.xlsx", words=["sc.xlsx", "choose"])
    yield from refused(place, "s.db", "plan", "import", "s.db", "c", "junk.xlsx", words=["junk.xlsx"])
    yield from refused(place, "s.db", "plan", "import", "s.db", "c", "none.xlsx", words=["none.xlsx"])
    yield from misused(place.run("plan", "import", "s.db", "c", "p.xlsx", "--prefer=me"))
    yield from misused(place.run("export", "plan", "s.db", "c"))
    yield from refused(place, "s.db", "export", "plan", "s.db", "c", "-o", "s.db", words=["the store itself"])
    yield from failed(place.run("export", "plan", "s.db", "c", "-o", "x.xlsx", "--department=d9"), "d9")
    make_body(place, "t.db")
    place.must("campaign", "create", "t.db", "other", "--catalog=mic-2020")
    yield from refused(place, "t.db", "plan", "import", "t.db", "other", "p.xlsx", words=["“c”", "other"])


def test_demo(place):
    """demo: a plan that was lived with for a year, and somebody of each office to try the program as"""
    printed = place.must("demo", "city", "--people=120", "--departments=6")
    for office in ("a member of staff who has not begun", "a section's manager", "the secretariat", "the committee"):
        if f" as {office}\n" not in printed:
            yield f"nobody to try as {office}: {printed}"
    plan = place.rows("plan", "list", "city/tenken.db", "2025")
    statuses = {row["status"] for row in plan}
    yield from same("statuses", statuses, {"proposed", "planned", "under_way", "done", "verified", "withdrawn"})
    late = [row for row in plan if row["due"] != "" and row["status"] in ("planned", "under_way")]
    if not late:
        yield "nothing in the plan has a day that can be missed"
    yield from done(place.run("verify", "city/tenken.db"), "sound")


if __name__ == "__main__":
    sys.exit(main(globals()))
