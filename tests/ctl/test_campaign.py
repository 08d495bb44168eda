#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The main job from an empty folder to the closed campaign, on bodies that are scored by hand. Prints TAP."""

import os
import re
import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (ANSWERS, SMALL, answers, csv_rows, departments, done, failed, main, make_answered, make_body,    # noqa: E402
                     make_campaign, people, refused, same)

SCORED = {"○", "許", "承"}
# ANSWERS by hand. Items: 1.1-1 one (ciso), 1.1-2 five, 2.1-1 three, 2.1-2.1 three, 2.1-2.2 one (manager); 1, 2 and 4 of the
# four people who are asked have handed in. s: 1.1-1 2/2, 1.1-2 (1+2+2+0)/8, 2.1-1 (0+2)/4, 2.1-2.1 none, 2.1-2.2 1/2;
# 1.1-1 weighs 3.
OPEN = {"score": 100 * (3 + 5 / 8 + 2 / 4 + 1 / 2) / 6, "grade": "C", "submission_rate": 75, "answer_rate": 900 / 13,
        "implementation_rate": 50, "attainment_rate": 25, "items": 13, "answered": 9, "implemented": 4, "partial": 2,
        "not_implemented": 2, "not_applicable": 1, "excepted": 0, "controls": 4, "controls_full": 1}
# Closed, what 3 and 4 left unanswered counts 0: 1.1-2 5/10, 2.1-1 2/6, 2.1-2.1 0/4.
CLOSED = {**OPEN, "score": 100 * (3 + 5 / 10 + 2 / 6 + 0 + 1 / 2) / 7, "controls": 5}


def figures(place, expected, store="s.db", scope="organisation", key=None):
    """Compare the figures of a scope with those worked out by hand."""
    rows = [row for row in place.rows("score", store, "c", f"--by={scope}") if key is None or row["id"] == key]
    yield from same(f"rows of {scope} {key}", len(rows), 1)
    for name, value in expected.items():
        actual = rows[0][name]
        if isinstance(value, float) and actual is not None:
            actual = value if abs(actual - value) < 1e-9 else actual
        yield from same(f"{scope} {key}: {name}", actual, value)


def score(place, store="s.db"):
    """The score of the whole body."""
    return place.rows("score", store, "c")[0]["score"]


def items(place, person, store="s.db", campaign="c"):
    """The (role, control) pairs that a person is asked."""
    return [(row["role"], row["control"]) for row in place.rows("questionnaire", store, campaign, f"--person={person}")]


# The roster

def test_dry_run(place):
    """roster: a dry run lists every bad row with its line and reason, and changes nothing"""
    make_body(place)
    place.write("bad-d.csv", departments(("d0", "市", ""), ("d1", "", "d0"), ("d2", "課", "d9"), ("d0", "市", "")))
    place.write("bad-p.csv", people(("1", "甲", "d7", "staff"), ("2", "", "d0", "staff"), ("3", "丙", "d0", "boss"),
                                    ("4", "丁\x07", "d0", "staff"), ("4x", "丁" * 201, "d0", "staff"), ("6", "己", "d0", "")))
    wanted = ["bad-d.csv:3: name: the cell is empty", "bad-d.csv:4: parent_id: the department above, “d9”",
              "bad-d.csv:5: department_id: the department “d0” stands on line 2", "bad-p.csv:2: department_id:",
              "bad-p.csv:3: name: the cell is empty", "bad-p.csv:4: roles: the role “boss” is not known",
              "bad-p.csv:5: name: the cell holds a control character", "bad-p.csv:6: name: the text is longer than 200"]
    for option in ["--dry-run"], []:
        line = ["roster", "import", "s.db", "--departments=bad-d.csv", "--people=bad-p.csv", *option]
        yield from refused(place, "s.db", *line, words=["bad-d.csv:3", "7 more"])
        listed = place.run(*line).out.splitlines()
        yield from same(f"lines {option}", len(listed), len(wanted))
        yield from (f"{option}: “{text}” is not listed" for text in wanted if not any(line.startswith(text) for line in listed))


def test_dry_run_sound(place):
    """roster: a dry run of sound files says what would change, and changes nothing"""
    make_body(place)
    place.write("p2.csv", people(("1", "市長", "d0", "ciso"), ("2", "総務課長", "d2", "manager;staff"), ("9", "新人", "d1", "staff")))
    before = place.state("s.db")
    line = ["roster", "import", "s.db", "--departments=d.csv", "--people=p2.csv"]
    yield from done(place.run(*line, "--dry-run"), "would import 4 departments, 3 people: 1 added, 1 changed, 3 removed")
    yield from same("the store is the same", place.state("s.db") == before, True)
    yield from done(place.run(*line), "imported 4 departments, 3 people: 1 added, 1 changed, 3 removed")
    yield from done(place.run(*line), "0 added, 0 changed, 0 removed")
    back = place.run("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv")
    yield from done(back, "5 people: 3 added, 1 changed, 1 removed")


# Who is asked what

def test_questionnaire_order(place):
    """questionnaire: who holds several roles gets each duty once, in catalog order, and only own ones"""
    place.write("d.csv", departments(("d", "市", "")))
    roles = "staff; manager ;ciso;staff;system-manager"
    place.write("p.csv", people(("1", "兼務", "d", roles), ("2", "一般", "d", "staff"), ("3", "無役", "d", "")))
    place.must("init", "s.db")
    place.must("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv")
    matrix = csv_rows(place.must("catalog", "matrix", "mic-2020", "--format=csv"))
    for option in [], ["--adopt=all"], ["--informed"]:
        campaign = "c" + "".join(option).strip("-").replace("=", "-")
        place.must("campaign", "create", "s.db", campaign, "--catalog=mic-2020", *option)
        preview = items(place, "1", campaign=campaign)
        place.must("campaign", "open", "s.db", campaign)
        for person, held in ("1", set(re.findall(r"[a-z-]+", roles))), ("2", {"staff"}):
            wanted = [(role, row["id"]) for row in matrix for role in list(row)[4:]
                      if role in held and row[role] in SCORED | ({"△"} if "--informed" in option else set())
                      and (row["level"] == "required" or "--adopt=all" in option)]
            yield from same(f"{option} {person}", items(place, person, campaign=campaign), wanted)
            if len(wanted) < 60:
                yield f"{option} {person}: only {len(wanted)} items: the catalog has shrunk"
        yield from same(f"{option}: before and after the opening", preview, items(place, "1", campaign=campaign))
        yield from failed(place.run("questionnaire", "s.db", campaign, "--person=3"), "“3” is not asked")


def test_adopt_and_leave_out(place):
    """campaign: adopts and leaves out what the files say, with the reason; a wrong line is named"""
    make_body(place)
    place.write("adopt.txt", "# 推奨\n1.2-1\n\n")
    place.write("out.txt", "1.1-2, 別の規程による\n2.1-2.1\t媒体を使わない\n")
    place.must("campaign", "create", "s.db", "c", f"--catalog={SMALL}", "--adopt=adopt.txt", "--leave-out=out.txt")
    shown = place.must("campaign", "show", "s.db", "c")
    for text in ("adopted   1.2-1", "left out  1.1-2", "別の規程による", "left out  2.1-2.1", "媒体を使わない", "5 required"):
        if text not in re.sub(" +", " ", shown) and text not in shown:
            yield f"campaign show lacks “{text}”: {shown}"
    place.must("campaign", "open", "s.db", "c")
    yield from same("asked", items(place, "2"), [("manager", "1.2-1"), ("staff", "1.2-1"), ("staff", "2.1-1"), ("manager", "2.1-2.2")])
    for option, text, word in (("--adopt", "9.9", "9.9"), ("--leave-out", "9.9, x", "9.9"), ("--leave-out", "1.1-1", "reason"),
                               ("--adopt", b"\x93\xfa", "UTF-8")):
        place.write("wrong.txt", text)
        line = ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", f"{option}=wrong.txt"]
        yield from refused(place, "s.db", *line, words=["wrong.txt", word])


# Answers and scores

def test_scores(place):
    """score: as worked out by hand, open and closed, whole and in parts"""
    make_answered(place)
    yield from figures(place, OPEN)
    # d1 holds 2 and 3. 1.1-2: 4/4 of 2, 2.1-1: 0/2, 2.1-2.1 none, 2.1-2.2: 1/2.
    yield from figures(place, {"name": "総務課", "items": 8, "answered": 5, "score": 50.0, "grade": "D", "submission_rate": 50,
                               "controls": 3, "controls_full": 1}, scope="department", key="d1")
    # d2 holds nobody with a duty but for 4, below it.
    yield from figures(place, {"items": 3, "answered": 2, "score": 50.0, "submission_rate": 100}, scope="department", key="d2")
    yield from figures(place, {"score": 100 * (3 + 5 / 8) / 4, "grade": "B"}, scope="chapter", key="1")
    yield from figures(place, {"score": None, "grade": None, "items": 0, "submission_rate": None}, scope="role", key="contractor")
    yield from figures(place, {"score": 62.5, "items": 5, "answered": 4}, scope="control", key="1.1-2")
    yield from same("controls", [row["id"] for row in place.rows("score", "s.db", "c", "--by=control")],
                    ["1.1-1", "1.1-2", "2.1-1", "2.1-2.1", "2.1-2.2", "2.1-3"])
    yield from done(place.run("campaign", "close", "s.db", "c"), "3 of 4 people submitted")
    yield from figures(place, CLOSED)


def test_trend(place):
    """trend: a row for each campaign, the oldest first, with the figures that score prints; a department, and one that is not there"""
    make_answered(place)
    place.must("campaign", "close", "s.db", "c")
    place.must("campaign", "create", "s.db", "c2", f"--catalog={SMALL}")
    place.must("campaign", "open", "s.db", "c2")
    for option in [], ["--department=d1"]:
        rows = place.rows("trend", "s.db", "c2", *option)
        yield from same("campaigns", [row.pop("campaign") for row in rows], ["c", "c2"])
        for campaign, row in zip(("c", "c2"), rows):
            wanted = [score for score in place.rows("score", "s.db", campaign, "--by=department" if option else "--by=organisation")
                      if not option or score["id"] == "d1"]
            figures_of = {key: value for key, value in wanted[0].items() if key not in ("scope", "id", "name")}
            yield from same(f"title of {campaign}", row.pop("title"), campaign)
            yield from same(f"figures of {campaign} {option}", row, figures_of)
    yield from same("earlier campaigns alone", [row["campaign"] for row in place.rows("trend", "s.db", "c")], ["c"])
    yield from failed(place.run("trend", "s.db", "c2", "--department=d9"), "d9")
    yield from failed(place.run("trend", "s.db", "c9"), "c9")


def test_drafts(place):
    """answers: a draft counts nowhere until it is handed in; after the closing it never does"""
    make_answered(place)
    place.write("draft.csv", answers(("3", "staff", "1.1-2", "implemented"), ("3", "staff", "2.1-1", "implemented")))
    yield from done(place.run("answers", "import", "--draft", "s.db", "c", "draft.csv"), "2 answers of 1 people were taken in as drafts")
    yield from figures(place, OPEN)
    yield from same("own view", [row["answer"] for row in place.rows("questionnaire", "s.db", "c", "--person=3")],
                    ["implemented", "implemented", ""])
    place.must("answers", "export", "--draft", "s.db", "c", "o.csv")
    yield from same("exported drafts", place.read("o.csv"), place.read("draft.csv"))
    place.must("backup", "s.db", "closed.db")
    place.must("campaign", "close", "closed.db", "c")
    yield from figures(place, CLOSED, store="closed.db")
    yield from done(place.run("questionnaire", "submit", "s.db", "c", "--person=3"), "submitted")
    yield from figures(place, {"answered": 11, "submission_rate": 100, "implemented": 6})


def test_export_import(place):
    """answers: what is exported and imported elsewhere gives the same scores; nothing is lost on the way"""
    make_answered(place)
    yield from done(place.run("answers", "export", "s.db", "c", "o.csv"), "9 answers")
    yield from same("rows", sorted(csv_rows(place.read("o.csv").decode()), key=str), sorted(csv_rows(ANSWERS), key=str))
    make_campaign(place, store="t.db")
    yield from done(place.run("answers", "import", "t.db", "c", "o.csv"), "9 answers of 3 people were handed in")
    yield from same("scores", place.scores("t.db", "c"), place.scores("s.db", "c"))
    place.must("answers", "export", "t.db", "c", "o2.csv")
    yield from same("the file again", place.read("o2.csv"), place.read("o.csv"))


def test_import_again(place):
    """answers: a second import replaces what it holds, keeps the rest, and the log holds what was replaced"""
    make_answered(place)
    place.write("b.csv", answers(("4", "staff", "2.1-1", "partial", "改めた")))
    yield from done(place.run("answers", "import", "s.db", "c", "b.csv"), "1 answers of 1 people")
    yield from figures(place, {"answered": 9, "implemented": 3, "partial": 3})
    log = [line for line in place.state("s.db") if 'INTO "log"' in line][-1]
    yield from same("the replaced answer is in the log", '"replaced":[[' in log, True)
    yield from done(place.run("verify", "s.db"), "3 questionnaires handed in")


def test_column_order(place):
    """answers: columns in any order, other columns left alone, LF as well as CRLF"""
    make_campaign(place)
    rows = csv_rows(ANSWERS)
    text = "memo,answer,comment,control_id,role,person_id\n"
    for row in rows:
        comment = row["comment"].replace('"', '""')
        text += f'メモ,{row["answer"]},"{comment}",{row["control_id"]},{row["role"]},{row["person_id"]}\n'
    place.write("a.csv", text)
    place.must("answers", "import", "s.db", "c", "a.csv")
    yield from figures(place, OPEN)


def test_any_order_of_people(place):
    """answers: rows of a person need not stand together"""
    make_campaign(place)
    rows = [tuple(row.values()) for row in csv_rows(ANSWERS)]
    place.write("a.csv", answers(*rows[::2], *rows[1::2]))
    yield from done(place.run("answers", "import", "s.db", "c", "a.csv"), "9 answers of 3 people")
    yield from figures(place, OPEN)
    yield from done(place.run("verify", "s.db"), "3 questionnaires")


# States

def test_return_and_accept(place):
    """states: returned does not count, can be mended and handed in again, accepted counts and stands fast"""
    make_answered(place)
    move = ["s.db", "c", "--person=2"]
    yield from refused(place, "s.db", "questionnaire", "return", *move, "--remark=", words=["remark"])
    yield from done(place.run("questionnaire", "return", *move, "--remark=2.1-1を確かめてください"), "returned")
    yield from figures(place, {"answered": 4, "submission_rate": 50, "score": 100 * (3 + 1 / 4 + 1) / 5})
    yield from refused(place, "s.db", "questionnaire", "accept", *move, words=["returned", "accepted"])
    place.write("b.csv", answers(("2", "staff", "2.1-1", "implemented")))
    yield from done(place.run("answers", "import", "s.db", "c", "b.csv"), "1 answers of 1 people were handed in")
    yield from figures(place, {"answered": 9, "implemented": 5, "not_implemented": 1})
    yield from done(place.run("questionnaire", "accept", *move), "accepted")
    yield from figures(place, {"answered": 9, "submission_rate": 75})
    yield from refused(place, "s.db", "answers", "import", "s.db", "c", "b.csv", words=["b.csv:2", "accepted", "returned first"])
    yield from refused(place, "s.db", "questionnaire", "submit", *move, words=["accepted"])
    yield from done(place.run("questionnaire", "return", *move, "--remark=もう一度"), "returned")
    yield from done(place.run("questionnaire", "submit", *move), "submitted")
    yield from done(place.run("verify", "s.db"), "3 questionnaires")


def test_not_applicable(place):
    """answers: not applicable needs a reason"""
    make_campaign(place)
    for reason in "", "  ", "\u3000":
        place.write("b.csv", answers(("3", "staff", "2.1-1", "not_applicable", reason)))
        yield from refused(place, "s.db", "answers", "import", "s.db", "c", "b.csv", words=["b.csv:2", "reason"])
    place.write("b.csv", answers(("3", "staff", "2.1-1", "not_applicable", "端末を使わない")))
    yield from done(place.run("answers", "import", "s.db", "c", "b.csv"))
    yield from figures(place, {"not_applicable": 1, "score": None})


def add_exception(place, starts="2000-01-01", ends="2999-12-31", department="d1", applicant="2", approver="1", **more):
    """The command line that enters an exception."""
    options = {"control": "2.1-1", "reason": "古い端末", "substitute": "部屋に鍵", **more}
    return ["exception", "add", "s.db", f"--department={department}", f"--starts={starts}", f"--ends={ends}",
            f"--applicant={applicant}", f"--approver={approver}", *(f"--{key}={value}" for key, value in options.items())]


def test_excepted(place):
    """exceptions: excepted is refused, and taken once an exception is live for the department or one above it"""
    make_campaign(place)
    place.write("b.csv", answers(("3", "staff", "2.1-1", "excepted", "")))
    line = ["answers", "import", "s.db", "c", "b.csv"]
    yield from refused(place, "s.db", *line, words=["b.csv:2", "exception"])
    for wrong in {"ends": "2001-12-31"}, {"starts": "2998-01-01"}, {"department": "d2"}, {"control": "1.1-2"}:
        yield from done(place.run(*add_exception(place, **wrong)), "the exception from")
        yield from refused(place, "s.db", *line, words=["b.csv:2", "exception"])
    yield from done(place.run(*add_exception(place, department="d0")))
    yield from done(place.run(*line))
    yield from figures(place, {"excepted": 1, "answered": 1, "score": None, "implementation_rate": None})


def test_exception_rules(place):
    """exceptions: applicant and approver are two people; reason, substitute, days, department and control must be right"""
    make_campaign(place)
    for wrong, word in (({"approver": "2"}, "two people"), ({"reason": ""}, "reason"), ({"substitute": ""}, "substitute"),
                        ({"starts": "2026-02-30"}, "2026-02-30"), ({"ends": "1999-01-01"}, "1999-01-01"),
                        ({"department": "d9"}, "d9"), ({"applicant": ""}, "applicant"), ({"ends": "2026/12/31"}, "2026/12/31"),
                        ({"control": "9.9-9"}, "9.9-9"), ({"approver": "nobody"}, "nobody")):
        yield from refused(place, "s.db", *add_exception(place, **wrong), words=[word])


def test_close(place):
    """closing: a closed campaign takes no answers, moves no questionnaire, neither opens nor closes again"""
    make_body(place)
    place.must("campaign", "create", "s.db", "c", f"--catalog={SMALL}")
    place.write("a.csv", ANSWERS)
    yield from refused(place, "s.db", "answers", "import", "s.db", "c", "a.csv", words=["prepared"])
    yield from refused(place, "s.db", "campaign", "close", "s.db", "c", words=["prepared"])
    place.must("campaign", "open", "s.db", "c")
    place.must("answers", "import", "s.db", "c", "a.csv")
    place.must("campaign", "close", "s.db", "c")
    scores = place.scores("s.db", "c")
    for line in (["answers", "import", "s.db", "c", "a.csv"], ["answers", "import", "--draft", "s.db", "c", "a.csv"],
                 ["questionnaire", "submit", "s.db", "c", "--person=3"],
                 ["questionnaire", "return", "s.db", "c", "--person=2", "--remark=x"],
                 ["questionnaire", "accept", "s.db", "c", "--person=2"], ["campaign", "open", "s.db", "c"],
                 ["campaign", "close", "s.db", "c"]):
        yield from refused(place, "s.db", *line, words=["closed"])
    place.write("p.csv", people(("7", "別人", "d0", "staff")))
    place.must("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv")
    yield from same("scores after another roster", place.scores("s.db", "c"), scores)


def test_roster_while_open(place):
    """roster: an open campaign follows; what was handed in stays with its department, also one that is gone"""
    make_answered(place)
    place.write("d.csv", departments(("d0", "点検市", ""), ("d1", "総務課", "d0"), ("d3", "新しい課", "d0")))
    place.write("p.csv", people(("1", "市長", "d0", "ciso"), ("2", "総務課長", "d3", "staff"), ("3", "総務 太郎", "d3", "staff"),
                                ("6", "新人", "d3", "manager")))
    yield from done(place.run("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv"), "1 added, 2 changed, 2 removed")
    yield from figures(place, {"answered": 9, "score": OPEN["score"], "submission_rate": 60})
    yield from figures(place, {"answered": 5, "items": 5}, scope="department", key="d1")
    yield from figures(place, {"answered": 0, "items": 5}, scope="department", key="d3")
    yield from figures(place, {"answered": 2, "items": 3}, scope="department", key="d21")
    yield from done(place.run("verify", "s.db"), "3 questionnaires")


# The store as a whole

def test_campaign_list(place):
    """campaign: list and show tell of state, catalog, period and title"""
    make_body(place)
    place.must("campaign", "create", "s.db", "c", f"--catalog={SMALL}", "--opens=2026-10-01", "--closes=2026-11-30", "--title=令和8年度")
    place.must("campaign", "create", "s.db", "c2", f"--catalog={SMALL}")
    place.must("campaign", "open", "s.db", "c2")
    first = {"id": "c", "state": "prepared", "catalog": "small", "edition": "2026-1", "opens": "2026-10-01",
             "closes": "2026-11-30", "title": "令和8年度"}
    listed = place.rows("campaign", "list", "s.db")
    yield from same("the first", listed[0], first)
    yield from same("the second", [listed[1][key] for key in ("id", "state", "opens", "title")], ["c2", "open", None, "c2"])
    yield from same("show", place.rows("campaign", "show", "s.db", "c"), [first])


def test_verify_and_backup(place):
    """store: verify finds it sound; a backup opens, scores the same and has the same end of the log"""
    make_answered(place)
    sound = place.run("verify", "s.db")
    yield from done(sound, "s.db: sound: ", "3 questionnaires handed in; head ")
    yield from same("what verify prints", bool(re.fullmatch(r"s\.db: sound: \d+ log entries, 3 questionnaires handed in; head [0-9a-f]{64}\n", sound.out)), True)
    place.write("copy.db", "what was there")
    yield from done(place.run("backup", "s.db", "copy.db"), "copy.db")
    yield from same("verify", place.must("verify", "copy.db")[len("copy.db"):], sound.out[len("s.db"):])
    yield from same("scores", place.scores("copy.db", "c"), place.scores("s.db", "c"))
    yield from same("content", place.state("copy.db"), place.state("s.db"))
    yield from same("a URI", place.must("verify", "sqlite:s.db"), sound.out)
    yield from same("files", [name for name in sorted(os.listdir(place.folder)) if ".db" in name], ["copy.db", "s.db"])


def test_workbooks(place):
    """export: the three workbooks are written and their cells counted"""
    make_answered(place)
    for kind, option in ("scorecard", []), ("department", ["--department=d1"]), ("person", ["--person=2"]):
        result = place.run("export", kind, "s.db", "c", *option, "-o", f"{kind}.xlsx")
        yield from done(result, f"{kind}.xlsx: ", " cells were written")
        if result.code == 0:
            yield from same(f"{kind}.xlsx is a workbook", place.read(f"{kind}.xlsx")[:4], b"PK\x03\x04")


# Setting up, and what comes after

def test_population(place):
    """campaign: who is left out by department or role is not asked, and what is listed says so"""
    make_body(place)
    place.must("campaign", "create", "s.db", "c", f"--catalog={SMALL}", "--without-department=d1", "--without-role=ciso")
    shown = place.must("campaign", "show", "s.db", "c", "--format=table")
    yield from (f"“{words}” is not shown" for words in ("without department d1", "without role ciso") if words not in shown)
    whole = csv_rows(place.read("p.csv").decode())
    parents = {row["department_id"]: row["parent_id"] for row in csv_rows(place.read("d.csv").decode())}

    def outside(department):
        return department == "d1" or (parents[department] != "" and outside(parents[department]))
    place.must("campaign", "open", "s.db", "c")
    for row in whole:
        roles = {role for role, _ in items(place, row["person_id"])} if asked(place, row["person_id"]) else set()
        if outside(row["department_id"]) and roles:
            yield f"{row['person_id']} of {row['department_id']} is asked"
        if "ciso" in roles:
            yield f"{row['person_id']} is asked as ciso"


def asked(place, person):
    """Whether the campaign asks a person at all."""
    return place.run("questionnaire", "s.db", "c", f"--person={person}").code == 0


def test_changes(place):
    """campaign: what is prepared can be changed and discarded; the log says what it was"""
    make_body(place)
    place.must("campaign", "create", "s.db", "c", f"--catalog={SMALL}", "--without-department=d1", "--informed")
    place.write("adopt.txt", "1.2-1\n")
    yield from done(place.run("campaign", "change", "s.db", "c", "--adopt=adopt.txt", "--everybody", "--no-informed",
                              "--closes=2999-12-31", "--grade-lines=90,70.5,50", "--attainment=80", "--visibility=counts"))
    shown = place.must("campaign", "show", "s.db", "c", "--format=table")
    yield from (f"“{words}” is not shown" for words in
                ("adopted   1.2-1", "departments see counts", "grades from 90, 70.5, 50", "attained from 80 %") if words not in shown)
    yield from same("everybody", "without" in shown, False)
    log = place.rows("campaign", "log", "s.db", "c")
    yield from same("steps", [row["step"] for row in log], ["created", "changed"])
    yield from (f"“{words}” is not in the log" for words in
                ("adopted: “” → “1.2-1”", "without-departments: “d1” → “”", "informed: “yes” → “no”") if words not in log[1]["text"])
    place.must("campaign", "change", "s.db", "c", "--adopt=none")
    yield from same("adopts nothing", "adopted" in place.must("campaign", "show", "s.db", "c", "--format=table"), False)
    yield from done(place.run("campaign", "discard", "s.db", "c"))
    yield from same("campaigns", place.rows("campaign", "list", "s.db"), [])
    yield from done(place.run("verify", "s.db"), "sound")


def test_close_and_reopen(place):
    """campaign: drafts are taken in where that is asked for; a closed campaign opens again for a reason"""
    make_campaign(place)
    place.write("a.csv", answers(("3", "staff", "1.1-2", "implemented", "")))
    place.must("answers", "import", "s.db", "c", "a.csv", "--draft")
    yield from done(place.run("campaign", "close", "s.db", "c", "--take-drafts"), "1 of 4 people submitted", "1 drafts were taken in")
    yield from failed(place.run("campaign", "reopen", "s.db", "c", "--reason= "), "say why")
    yield from done(place.run("campaign", "reopen", "s.db", "c", "--reason=停電のため", "--closes=2999-12-31"), "open again")
    yield from done(place.run("campaign", "change", "s.db", "c", "--closes=2999-12-30", "--visibility=counts"))
    log = place.rows("campaign", "log", "s.db", "c")
    yield from same("steps", [row["step"] for row in log], ["created", "opened", "closed", "reopened", "extended", "visibility"])
    yield from same("drafts", log[2]["drafts"], 1)
    yield from same("the reason", log[3]["text"].startswith("停電のため; closes:"), True)
    yield from done(place.run("verify", "s.db"), "sound")


# The demonstration

def test_demo(place):
    """demo: two campaigns, one closed, every file that it names, a sound store"""
    result = place.run("demo", "city", "--people=60", "--departments=8")
    yield from done(result, "city/tenken.db: ", "8 departments, 60 people, campaigns 2025 (closed) and 2026 (open)")
    named = [line.split(": ")[0] for line in result.out.splitlines() if line.startswith("city/")]
    yield from same("files", sorted(os.listdir(place.path("city"))),
                    sorted({"tenken.db.files", "answers-2025.csv", "answers-2026.csv", "departments.csv", "people.csv"} | {os.path.basename(name) for name in named}))
    yield from done(place.run("verify", "city/tenken.db"), "sound")
    yield from same("campaigns", [(row["id"], row["state"]) for row in place.rows("campaign", "list", "city/tenken.db")],
                    [("2025", "closed"), ("2026", "open")])
    rows = csv_rows(place.read("city/people.csv").decode())
    yield from same("people", len({row["person_id"] for row in rows}), 60)
    yield from refused(place, "city/tenken.db", "demo", "city", words=["city/"])


def test_demo_deterministic(place):
    """demo: a seed gives the same files, the same scores and the same log, wherever and in whatever zone; another does not"""
    heads = {}
    for name, seed, zone in ("a", 7, "Asia/Tokyo"), ("b", 7, "America/New_York"), ("c", 8, "Asia/Tokyo"):
        place.must("demo", name, "--data-only", "--people=80", "--departments=9", f"--seed={seed}", environment={"TZ": zone})
        heads[name] = place.must("verify", f"{name}/tenken.db").split("head ")[1]
    for file in "departments.csv", "people.csv", "answers-2025.csv", "answers-2026.csv":
        yield from same(f"{file} of one seed", place.read(f"a/{file}") == place.read(f"b/{file}"), True)
    yield from same("head of one seed", heads["a"], heads["b"])
    for campaign in "2025", "2026":
        yield from same(f"scores of {campaign}", place.scores("a/tenken.db", campaign), place.scores("b/tenken.db", campaign))
    yield from same("another seed is another city", heads["a"] == heads["c"] or place.read("a/people.csv") == place.read("c/people.csv"), False)


def test_demo_files(place):
    """demo: its own files, imported by hand, give its scores"""
    place.must("demo", "city", "--data-only", "--people=60", "--departments=8")
    place.must("init", "s.db")
    yield from done(place.run("roster", "import", "s.db", "--departments=city/departments.csv", "--people=city/people.csv"))
    place.must("campaign", "create", "s.db", "2025", "--catalog=mic-2020")
    place.must("campaign", "open", "s.db", "2025")
    yield from done(place.run("answers", "import", "s.db", "2025", "city/answers-2025.csv"))
    place.must("campaign", "close", "s.db", "2025")
    yield from same("scores", place.scores("s.db", "2025"), place.scores("city/tenken.db", "2025"))


def test_demo_careful(place):
    """demo: writes over no file that is there"""
    place.write("mine/departments.csv", "my own")
    result = place.run("demo", "mine", "--data-only", "--people=3", "--departments=2")
    yield from failed(result, "departments.csv")
    yield from same("the file", place.read("mine/departments.csv"), b"my own")


if __name__ == "__main__":
    sys.exit(main(globals()))
