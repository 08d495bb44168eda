#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Forms, records and exceptions: the whole way of an application, an exception that ends in the middle of a campaign and the
answer that rested on it, and who is refused on which path. Prints TAP."""

import datetime
import json
import os
import shutil
import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (DATA, Place, answers, done, failed, main, make_answered, make_body, make_lapsed, misused, people,    # noqa: E402
                     same)

TODAY = datetime.date.today()
RECORD = f"exception-{TODAY.year}-001"
FIELDS = ["controls=2.1-1;1.1-2", "departments=d1;d21", "reason=機器が古い", "substitute=金庫に入れる", f"starts={TODAY}",
          f"ends={TODAY + datetime.timedelta(days=40)}", "urgent=no"]


def days(number):
    return TODAY + datetime.timedelta(days=number)


def refused(place, *line, word):
    """The program refuses with a word, and the store is as it was."""
    before = place.state("s.db")
    yield from failed(place.run(*line), word)
    yield from same(f"{line}: store", place.state("s.db") == before, True)


def figures(place, store="s.db"):
    row = place.rows("score", store, "c")[0]
    return {key: row[key] for key in ("answered", "excepted", "controls_full")}


def form(**changes):
    """The form of exceptions as a dict, with changes."""
    with open(os.path.join(DATA, "forms", "exception.json"), encoding="utf-8") as file:
        return {**json.load(file), **changes}


# Records

def test_whole_way(place):
    """records: an exception is applied for, sent back, permitted, and ended"""
    make_answered(place)
    yield from done(place.run("record", "new", "s.db", "exception", "--by=2", *FIELDS), RECORD, "draft, revision 2")
    yield from done(place.run("record", "step", "s.db", RECORD, "submit", "--by=2"), "submitted")
    yield from same("waiting for 1", [row["record"] for row in place.rows("record", "list", "s.db", "--waiting-for=1")], [RECORD])
    yield from same("waiting for 3", place.rows("record", "list", "s.db", "--waiting-for=3"), [])
    yield from failed(place.run("record", "step", "s.db", RECORD, "return", "--by=1"), "note")
    yield from done(place.run("record", "step", "s.db", RECORD, "return", "--by=1", "--note=長い"), "draft")
    yield from done(place.run("record", "set", "s.db", RECORD, "--by=2", f"ends={days(10)}"), "draft")
    yield from done(place.run("record", "step", "s.db", RECORD, "submit", "--by=2"), "submitted")
    yield from same("exceptions", place.rows("exception", "list", "s.db"), [])
    yield from done(place.run("record", "step", "s.db", RECORD, "approve", "--by=1", "decision_note=条件なし"), "approved")
    register = place.rows("exception", "list", "s.db")
    yield from same("register", [(row["control"], row["department"], row["state"], row["days_left"], row["record"]) for row in register],
                    [(control, department, "live", 10, RECORD) for control in ("2.1-1", "1.1-2") for department in ("d1", "d21")])
    yield from same("ending within 9 days", place.rows("exception", "list", "s.db", "--ending-within=9"), [])
    yield from same("ending within 10 days", len(place.rows("exception", "list", "s.db", "--ending-within=10")), 4)
    deadlines = place.rows("record", "show", "s.db", RECORD, "--of=deadline")
    yield from same("deadline", [(row["due"], row["state"]) for row in deadlines], [(str(days(10)), "near")])
    yield from done(place.run("record", "step", "s.db", RECORD, "end", "--by=2", "--note=替えた"), "ended")
    yield from same("afterwards", {row["state"] for row in place.rows("exception", "list", "s.db")}, {"expired"})
    yield from same("history", [(row["step"], row["by"]) for row in place.rows("record", "show", "s.db", RECORD, "--of=step")],
                    [("submit", "2"), ("return", "1"), ("submit", "2"), ("approve", "1"), ("end", "2")])
    yield from done(place.run("verify", "s.db"))


def test_urgent(place):
    """records: what was begun at once is reported afterwards, by a day"""
    make_body(place)
    place.must("record", "new", "s.db", "exception", "--by=2", *FIELDS[:-1], "urgent=yes", f"begun={days(-9)}")
    faults = place.rows("record", "show", "s.db", RECORD, "--of=fault")
    yield from same("faults", [row["field"] for row in faults], ["urgency"])
    deadlines = place.rows("record", "show", "s.db", RECORD, "--of=deadline")
    yield from same("deadline", [(row["step"], row["due"], row["days_left"], row["state"]) for row in deadlines],
                    [("submit", str(days(-2)), -2, "overdue")])
    place.must("record", "set", "s.db", RECORD, "--by=2", "urgency=障害の復旧")
    yield from failed(place.run("record", "set", "s.db", RECORD, "--by=2", "begun=x"), "begun")
    place.must("record", "set", "s.db", RECORD, "--by=2", f"begun={days(1)}")
    yield from failed(place.run("record", "step", "s.db", RECORD, "submit", "--by=2"), "先の日付")
    place.must("record", "set", "s.db", RECORD, "--by=2", f"begun={TODAY}")
    yield from done(place.run("record", "step", "s.db", RECORD, "submit", "--by=2"), "submitted")
    yield from same("done", [row["state"] for row in place.rows("record", "show", "s.db", RECORD, "--of=deadline")], ["done"])
    # what is not permitted yet lets nobody answer “excepted”
    yield from same("register", place.rows("exception", "list", "s.db"), [])


def test_refused(place):
    """refusals: applicant and approver are never one person, on any path"""
    make_answered(place)
    place.write("p.csv", people(("1", "市長", "d0", "ciso;manager"), ("2", "総務課長", "d1", "manager;staff"), ("3", "総務 太郎", "d1", "staff"),
                                ("4", "徴収 花子", "d21", "staff"), ("5", "委託 次郎", "d2", "contractor")))
    place.must("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv")
    add = ["exception", "add", "s.db", "--control=2.1-1", "--department=d1", "--reason=r", "--substitute=s", f"--starts={TODAY}",
           f"--ends={days(9)}"]
    yield from refused(place, *add, "--applicant=2", "--approver=2", word="two people")
    yield from refused(place, *add, "--applicant=1", "--approver=1", word="two people")
    yield from refused(place, *add, "--applicant= 1", "--approver=1　", word="two people")
    yield from refused(place, *add, "--applicant=3", "--approver=1", word="“manager”")
    yield from refused(place, *add, "--applicant=2", "--approver=4", word="“ciso”")
    place.must("record", "new", "s.db", "exception", "--by=1", *FIELDS)
    yield from refused(place, "record", "step", "s.db", RECORD, "submit", "--by=2", word="the applicant")
    yield from refused(place, "record", "set", "s.db", RECORD, "--by=2", "reason=x", word="did not begin")
    place.must("record", "step", "s.db", RECORD, "submit", "--by=1")
    yield from refused(place, "record", "step", "s.db", RECORD, "approve", "--by=1", word="two people")
    yield from refused(place, "record", "step", "s.db", RECORD, "approve", "--by=2", word="“ciso”")
    place.must("deputy", "name", "s.db", "ciso", "1")
    yield from refused(place, "record", "step", "s.db", RECORD, "approve", "--by=1", word="two people")
    place.must("deputy", "name", "s.db", "ciso", "2", f"--starts={days(1)}")
    yield from refused(place, "record", "step", "s.db", RECORD, "approve", "--by=2", word="“ciso”")
    place.must("deputy", "name", "s.db", "ciso", "2")
    yield from done(place.run("record", "step", "s.db", RECORD, "approve", "--by=2"), "approved")
    yield from refused(place, "record", "step", "s.db", RECORD, "approve", "--by=2", word="“approved”")
    yield from done(place.run("verify", "s.db"))


def test_import(place):
    """refusals: without a live exception no answer “excepted” gets in"""
    make_answered(place)
    place.write("a3.csv", answers(("3", "staff", "2.1-1", "excepted")))
    yield from refused(place, "answers", "import", "s.db", "c", "a3.csv", word="live")
    place.must("record", "new", "s.db", "exception", "--by=2", *FIELDS)
    place.must("record", "step", "s.db", RECORD, "submit", "--by=2")
    yield from refused(place, "answers", "import", "s.db", "c", "a3.csv", word="live")
    place.must("record", "step", "s.db", RECORD, "approve", "--by=1")
    yield from done(place.run("answers", "import", "s.db", "c", "a3.csv"))


def test_bad_form(place):
    """refusals: a form that would let applicants decide is none"""
    for who in ([{"applicant": True}], [{"field": "approver"}]):
        bad = form()
        bad["sections"][0]["fields"].append({"id": "approver", "kind": "person", "label": {"ja": "許可する人", "en": "Approver"}})
        for step in bad["steps"]:
            if step["kind"] == "approve":
                step["who"] = who
        place.write("bad.json", json.dumps(bad))
        yield from failed(place.run("form", "validate", "bad.json"), "bad.json:", "who")
    other = form()
    for step in other["steps"]:
        if step["kind"] == "approve":
            step["kind"] = "other"
    place.write("other.json", json.dumps(other))
    yield from failed(place.run("form", "validate", "other.json"), "only a step of the kind “approve”")


# An exception that ends in the middle of a campaign

def test_ended(place):
    """a campaign: an answer ends with its exception, and stands again with another"""
    record = make_lapsed(place)
    yield from same("ended", figures(place), {"answered": 11, "excepted": 0, "controls_full": figures(place)["controls_full"]})
    lapsed = place.rows("exception", "lapsed", "s.db", "c")
    yield from same("lapsed", [(row["person"], row["role"], row["control"]) for row in lapsed], [("3", "staff", "2.1-1")])
    people_of = {row["person"]: row["open"] for row in place.rows("turnout", "s.db", "c", "--by=person")}
    yield from same("open items of 3", people_of["3"], 1)
    yield from done(place.run("verify", "s.db"))
    place.must("exception", "add", "s.db", "--control=2.1-1", "--department=d1", "--reason=r", "--substitute=s", f"--starts={TODAY}",
               f"--ends={TODAY}", "--applicant=2", "--approver=1")
    yield from same("again", (figures(place)["answered"], figures(place)["excepted"]), (12, 1))
    yield from same("lapsed again", place.rows("exception", "lapsed", "s.db", "c"), [])
    yield from same("record", [row["record"] for row in place.rows("record", "list", "s.db", "--state=ended")], [record])


def test_expired(place):
    """a campaign: the same when the day has come"""
    make_answered(place)
    place.must("exception", "add", "s.db", "--control=2.1-1", "--department=d1", "--reason=r", "--substitute=s", f"--starts={days(-9)}",
               f"--ends={TODAY}", "--applicant=2", "--approver=1")
    place.write("a3.csv", answers(("3", "staff", "2.1-1", "excepted")))
    place.must("answers", "import", "s.db", "c", "a3.csv")
    before = figures(place)
    shutil.copy(place.path("s.db"), place.path("tomorrow.db"))
    place.change("tomorrow.db", f"UPDATE exception SET ends = '{days(-1)}'")
    after = figures(place, "tomorrow.db")
    yield from same("today, tomorrow", (before["excepted"], after["excepted"], before["answered"] - after["answered"]), (1, 0, 1))


def test_closed(place):
    """a campaign: what does not stand at its closing counts 0 from there on"""
    make_lapsed(place)
    place.must("campaign", "close", "s.db", "c")
    before = figures(place)
    yield from same("excepted", before["excepted"], 0)
    place.must("exception", "add", "s.db", "--control=2.1-1", "--department=d1", "--reason=r", "--substitute=s", f"--starts={days(-30)}",
               f"--ends={days(30)}", "--applicant=2", "--approver=1")
    yield from same("afterwards", figures(place), before)
    yield from same("lapsed", len(place.rows("exception", "lapsed", "s.db", "c")), 1)
    yield from done(place.run("verify", "s.db"))
    place.must("campaign", "reopen", "s.db", "c", "--reason=まだ")
    yield from same("reopened", figures(place)["excepted"], 1)
    yield from done(place.run("verify", "s.db"))


# What a body brings along

def test_own_form(place):
    """forms: a body's own form is found, begun, and kept with its records"""
    make_body(place)
    own = form(id="own", title={"ja": "本市の様式", "en": "Our own form"})
    place.write(os.path.join("xdg", "tenken", "forms", "own.json"), json.dumps(own))
    origins = {row["form"]: row["origin"] for row in place.rows("form", "list")}
    yield from same("own", origins.get("own"), "user")
    yield from same("exception", origins.get("exception"), "shipped")
    place.must("record", "new", "s.db", "own", "--by=2", "reason=x")
    os.remove(place.path(os.path.join("xdg", "tenken", "forms", "own.json")))
    rows = {row["field"]: row["value"] for row in place.rows("record", "show", "s.db", f"own-{TODAY.year}-001")}
    yield from same("reason", rows["reason"], "x")
    yield from failed(place.run("record", "new", "s.db", "own", "--by=2"), "“own”")


def test_wrong(place):
    """wrong usage: what is no value, what is no row"""
    make_body(place)
    place.must("record", "new", "s.db", "exception", "--by=2")
    yield from misused(place.run("record", "set", "s.db", RECORD, "--by=2", "reason"))
    yield from misused(place.run("record", "show", "s.db", RECORD, "--of=answer"))
    yield from misused(place.run("form", "show", "exception", "--of=answer"))
    yield from failed(place.run("record", "set", "s.db", RECORD, "--by=2", "nothing=x"), "“nothing”")
    yield from failed(place.run("record", "set", "s.db", RECORD, "--by=2", "departments=d9"), "“d9”")
    yield from failed(place.run("record", "set", "s.db", RECORD, "--by=2", "decision_note=x"), "decision_note")
    yield from failed(place.run("record", "show", "s.db", "none-1"), "“none-1”")
    yield from failed(place.run("record", "text", "s.db", RECORD), "no short text")
    yield from failed(place.run("record", "step", "s.db", RECORD, "jump", "--by=2"), "“jump”")
    yield from failed(place.run("record", "new", "s.db", "exception", "--by=99"), "“99”")


if __name__ == "__main__":
    sys.exit(main(globals()))
