#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A campaign on one edition closed, the next one opened on the edition after it: suggestions, what is asked anew and the trend
follow the revision map. Prints TAP."""

import json
import os
import sqlite3
import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import departments, done, failed, main, misused, people, same    # noqa: E402

OLD, NEW = "fukushima-2021", "fukushima-2023"
COUNTS = {"carried": 36, "anew": 7, "new": 28, "gone": 2}
# A role of each kind that the two editions ask, and somebody in each.
ROLES = ("staff", "manager", "system-manager", "audit-chief")
WORDS = {"implemented": 1, "partial": 2, "not_implemented": 3}


def rows_of(place, catalog):
    """What the old edition asks each person, as the program has it."""
    return {person: place.rows("questionnaire", "s.db", catalog, f"--person={person}") for person in people_of()}


def people_of():
    return {str(number): role for number, role in enumerate(ROLES, 1)}


def make(place):
    """A body whose people answered everything on the old edition, a third of it badly; the next campaign is prepared."""
    place.write("d.csv", departments(("d0", "県", ""), ("d1", "課", "d0")))
    place.write("p.csv", people(*((number, f"職員{number}", "d1", role) for number, role in people_of().items())))
    place.must("init", "s.db", "--name=県")
    place.must("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv")
    place.must("campaign", "create", "s.db", "2021", f"--catalog={OLD}", "--adopt=all")
    place.must("campaign", "open", "s.db", "2021")
    words = list(WORDS)
    lines = [(person, row["role"], row["control"], words[number % 3], f"理由{row['control']}")
             for person, rows in rows_of(place, "2021").items() for number, row in enumerate(rows)]
    place.write("a.csv", "person_id,role,control_id,answer,comment\n" + "".join(",".join(line) + "\n" for line in lines))
    place.must("answers", "import", "s.db", "2021", "a.csv")
    place.must("campaign", "close", "s.db", "2021")
    place.must("campaign", "create", "s.db", "2023", f"--catalog={NEW}", "--adopt=all")
    return {(person, role, control): (answer, comment) for person, role, control, answer, comment in lines}


def test_opening(place):
    """opening says what is carried over, asked anew, new and gone, and “campaign carried” names each control"""
    make(place)
    rows = place.rows("campaign", "carried", "s.db", "2023")
    yield from same("in preparation", {word: [row["answers"] for row in rows].count(word) for word in COUNTS}, COUNTS)
    yield from done(place.run("campaign", "open", "s.db", "2023"),
                    "answers of “2021”: suggested for 36 controls; 7 changed and are asked anew, 28 are new, 2 are gone")
    table = place.must("campaign", "carried", "s.db", "2023")
    yield from same("the sentence", table.splitlines()[-1].startswith("answers of “2021”"), True)
    by_control = {row["control"]: (row["before"], row["answers"]) for row in rows}
    yield from same("renumbered", by_control["7-5-1"], ("10-5-1", "carried"))
    yield from same("reworded", by_control["10-2-1"], ("10-4-1", "anew"))
    yield from same("added", by_control["p-8"], (None, "new"))
    yield from same("gone", [row["before"] for row in rows if row["answers"] == "gone"], ["9-1-2-d", "10-4-2"])
    yield from done(place.run("campaign", "carried", "s.db", "2021"), "no campaign before")
    yield from failed(place.run("campaign", "carried", "s.db", "2099"), "“2099”")


def test_choices(place):
    """what a campaign leaves out is gone, whatever the catalog says"""
    make(place)
    place.write("out.txt", "7-5-1 使っていない\n")
    place.must("campaign", "change", "s.db", "2023", "--leave-out=out.txt")
    rows = place.rows("campaign", "carried", "s.db", "2023")
    yield from same("gone", [row["before"] for row in rows if row["answers"] == "gone"].count("10-5-1"), 1)
    yield from same("not asked", [row for row in rows if row["control"] == "7-5-1"], [])


def test_suggestions(place):
    """last year's answer is suggested exactly where the control goes on, under its new number"""
    given = make(place)
    place.must("campaign", "open", "s.db", "2023")
    carry = {row["control"]: row for row in place.rows("campaign", "carried", "s.db", "2023")}
    seen = {word: 0 for word in COUNTS}
    for person, rows in rows_of(place, "2023").items():
        for row in rows:
            known = carry[row["control"]]
            before = given.get((person, row["role"], known["before"]))
            expected = before if known["answers"] == "carried" else None
            yield from same(f"{person} {row['control']}", (row["previous"], row["previous_comment"]), expected or ("", None))
            yield from same(f"{row['control']}", row["carry"], known["answers"])
            seen[known["answers"]] += 1
    yield from (f"nobody was asked anything that is {word}" for word in ("carried", "anew", "new") if not seen[word])
    yield from same("nothing is answered yet", {row["answer"] for rows in rows_of(place, "2023").values() for row in rows}, {""})


def test_trend(place):
    """the trend goes on where the control was kept or renumbered, breaks where it was reworded, begins where it was added"""
    make(place)
    place.must("campaign", "open", "s.db", "2023")
    lines = [(person, row["role"], row["control"], "implemented", "") for person, rows in rows_of(place, "2023").items() for row in rows]
    place.write("b.csv", "person_id,role,control_id,answer,comment\n" + "".join(",".join(line) + "\n" for line in lines))
    place.must("answers", "import", "s.db", "2023", "b.csv")
    place.must("campaign", "close", "s.db", "2023")
    asked, seen = {line[2] for line in lines}, set()
    for row in place.rows("campaign", "carried", "s.db", "2023"):
        if row["control"] not in asked:
            continue
        before, now = place.rows("trend", "s.db", "2023", f"--control={row['control']}")
        yield from same(f"{row['control']}", (before["campaign"], now["campaign"], now["score"]), ("2021", "2023", 100))
        yield from same(f"{row['control']} before", before["control"], row["before"])
        yield from same(f"{row['control']} broken", now["asked"], "anew" if row["answers"] == "anew" else "")
        seen.add((row["answers"], before["score"] is not None))
    yield from same("what was seen", seen, {("carried", True), ("anew", True), ("new", False)})
    yield from failed(place.run("trend", "s.db", "2023", "--control=10-5-1"), "no control “10-5-1”")


EDITS = {"format": 1, "edition": "2024", "title": {"ja": "点検市の基準"}, "controls": [
    {"remove": "p-9"}, {"change": "3-9-2", "id": "3-9-9", "clause": "第3 9 (9)"},
    {"change": "2-9-2", "title": {"ja": "監査の計画", "en": "Audit plan"}},
    {"add": {"id": "p-99", "clause": "第1部 99", "level": "required", "title": {"ja": "新しい決まり"}, "guidance": {"ja": "手引き。"},
             "evidence": {"ja": "証跡。"}, "improvement": {"ja": "改善する。"}, "duties": {"staff": "responsible"},
             "questions": [{"roles": ["staff"], "text": {"ja": "新しい決まりを守っていますか。"}}]}, "section": "p.s"}]}


def test_derive(place):
    """derive: adopts, renumbers, rewords, removes and adds; shows what changes; the catalog is sound with its map"""
    place.write("e.json", json.dumps(EDITS))
    rows = place.rows("catalog", "derive", NEW, "own", "--edits=e.json", "--dry-run")
    yield from same("what changes", {(row["revision"], row["new"], row["old"]) for row in rows},
                    {("removed", None, "p-9"), ("renumbered", "3-9-9", "3-9-2"), ("reworded", "2-9-2", "2-9-2"), ("added", "p-99", None)})
    yield from same("nothing written", os.listdir(place.folder), ["e.json"])
    yield from done(place.run("catalog", "derive", NEW, "own", "--edits=e.json", "-o", "own.json"), "1 renumbered, 1 reworded, 1 added, 1 removed", "own.json: catalog own, edition 2024")
    yield from done(place.run("catalog", "validate", "own.json"), "sound", "catalog own")
    place.write("bad.json", json.dumps({**EDITS, "controls": [{"remove": "none"}, {"change": "2-9-2", "level": "nice"}]}))
    bad = place.run("catalog", "derive", NEW, "own", "--edits=bad.json", "-o", "bad-own.json")
    yield from failed(bad, "controls[0].remove", "no control “none”")
    yield from same("nothing written", os.path.exists(place.path("bad-own.json")), False)
    yield from failed(place.run("catalog", "derive", NEW, NEW, "-o", "x.json", "--edits=same.json"), "same.json")
    place.write("same.json", json.dumps({"format": 1, "edition": "2023-06"}))
    yield from failed(place.run("catalog", "derive", NEW, NEW, "-o", "x.json", "--edits=same.json"), "is the base itself")
    yield from misused(place.run("catalog", "derive", NEW, "own"))
    yield from misused(place.run("catalog", "derive", NEW, "own", "--dry-run", "--edits=e.json", "--workbook=e.xlsx"))


def test_own_campaign(place):
    """a campaign on a body's own catalog follows the answers of one on the catalog that it was made from"""
    make(place)
    place.write("e.json", json.dumps({**EDITS, "controls": [{"remove": "9-1-2-d"}, {"change": "2-9-2", "id": "2-9-8", "clause": "第2 9 (8)"},
                                                            {"change": "4-1", "title": {"ja": "別の題名"}}]}))
    place.must("catalog", "derive", OLD, "own", "--edits=e.json", "-o", "own.json")
    place.must("campaign", "create", "s.db", "own", "--catalog=own.json", "--adopt=all")
    yield from done(place.run("campaign", "open", "s.db", "own"), "answers of “2021”", "1 changed and are asked anew, 0 are new, 1 are gone")
    rows = {row["control"]: row for row in place.rows("campaign", "carried", "s.db", "own")}
    yield from same("renumbered", (rows["2-9-8"]["before"], rows["2-9-8"]["answers"]), ("2-9-2", "carried"))
    yield from same("reworded", rows["4-1"]["answers"], "anew")
    asked = [row for row in place.rows("questionnaire", "s.db", "own", "--person=4") if row["control"] == "2-9-8"]
    yield from same("suggested", [row["previous_comment"] for row in asked], ["理由2-9-2"])


def test_store(place):
    """the store is whole after it"""
    make(place)
    place.must("campaign", "open", "s.db", "2023")
    yield from done(place.run("verify", "s.db"))
    with sqlite3.connect(f"file:{place.path('s.db')}?mode=rw", uri=True) as store:
        yield from same("catalogs that are kept", store.execute("SELECT count(*) FROM catalog").fetchone(), (2,))


if __name__ == "__main__":
    sys.exit(main(globals()))
