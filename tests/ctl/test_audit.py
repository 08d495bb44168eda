#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Audits from the command line: one from its plan to its last follow-up, who is kept out of what, and files that are attached.
Prints TAP."""

import hashlib
import os
import shutil
import stat
import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (ANSWERS, SMALL, csv_rows, departments, done, failed, main, misused, people, refused, same)    # noqa: E402

DEPARTMENTS = departments(("d0", "点検市", ""), ("d1", "総務課", "d0"), ("d2", "税務課", "d0"), ("d21", "徴収係", "d2"), ("d3", "監査室", "d0"),
                          ("d4", "市民課", "d0"))
# 6 plans audits, 7 audits, 1 and 10 are the committee, 2, 8 and 9 answer for their departments.
PEOPLE = people(("1", "市長", "d0", "ciso"), ("2", "総務課長", "d1", "manager;staff"), ("3", "総務 太郎", "d1", "staff"),
                ("4", "徴収 花子", "d21", "staff"), ("5", "委託 次郎", "d2", "contractor"), ("6", "監査 六郎", "d3", "contractor"),
                ("7", "監査 七子", "d3", "staff"), ("8", "税務課長", "d2", "manager"), ("9", "市民課長", "d4", "manager"),
                ("10", "副市長", "d0", "contractor"))
AUDIT = "c-K1"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
PLAN = ["--title=税務課の監査", "--purpose=離席時の画面の管理を確かめる", "--method=聞き取りと現場の確認。窓口を止めない時間に行う",
        "--starts=2026-11-02", "--ends=2026-11-20", "--departments=d2", "--controls=1.1-2;2.1-1", "--auditors=7", "--by=6"]


def make_city(place, store="s.db"):
    """A store whose campaign c has answers."""
    place.write("d.csv", DEPARTMENTS)
    place.write("p.csv", PEOPLE)
    place.write("a.csv", ANSWERS)
    place.must("init", store, "--name=点検市")
    place.must("roster", "import", store, "--departments=d.csv", "--people=p.csv")
    place.must("campaign", "create", store, "c", f"--catalog={SMALL}")
    place.must("campaign", "open", store, "c")
    place.must("answers", "import", store, "c", "a.csv")
    place.must("right", "grant", store, "audit", "person:6")
    place.must("right", "grant", store, "committee", "person:10")
    return store


def audit(place, verb, *arguments, store="s.db"):
    return place.run("audit", verb, store, AUDIT, *arguments)


def must(place, verb, *arguments):
    return place.must("audit", verb, "s.db", AUDIT, *arguments)


def rows(place, what, *options):
    return place.rows("audit", what, "s.db", AUDIT, *options)


def fact(place, name):
    return next(row["value"] for row in rows(place, "show") if row["field"] == name)


def make_approved(place):
    make_city(place)
    place.must("audit", "plan", "s.db", "c", *PLAN)
    must(place, "submit", "--by=6")
    must(place, "approve", "--by=1")


def make_under_way(place):
    make_approved(place)
    must(place, "start", "--by=7")


def make_finding(place):
    """A finding about the tax office that it was told of."""
    make_under_way(place)
    must(place, "paper", "--department=d2", "--control=2.1-1", "--verdict=major", "--seen=席を離れても画面が開いたままだった", "--by=7")
    must(place, "finding", "--department=d2", "--control=2.1-1", "--title=離席時の画面", "--fact=3台の画面が開いたままだった",
         "--recommendation=自動で閉じる設定にする", "--due=2027-01-31", "--by=7")
    must(place, "issue", "F01", "--by=7")


# From the plan to the last follow-up

def test_whole(place):
    """an audit from its plan to its last follow-up, with a finding that is spread"""
    make_city(place)
    yield from done(place.run("audit", "plan", "s.db", "c", *PLAN), "c-K1: draft, revision 1")
    yield from done(audit(place, "submit", "--by=6"), "submitted")
    yield from done(audit(place, "return", "--by=1", "--remark=目的をもう少し詳しく"), "draft")
    yield from done(audit(place, "change", "--purpose=離席時の画面の管理と、窓口の書類の管理を確かめる", "--by=6"), "draft")
    yield from done(audit(place, "submit", "--by=6"), "submitted")
    yield from done(audit(place, "approve", "--by=1"), "approved")
    yield from done(audit(place, "start", "--by=7"), "under_way")
    for control, verdict, seen in (("1.1-2", "conforms", "台帳を見た"), ("2.1-1", "major", "画面が開いたままだった")):
        yield from done(audit(place, "paper", "--department=d2", f"--control={control}", f"--verdict={verdict}", f"--seen={seen}",
                              "--evidence=写真3枚", "--day=2026-11-05", "--by=7"), f"{control}/d2: {verdict}, revision 1")
    place.write("photo.png", PICTURE)
    yield from done(audit(place, "attach", "photo.png", "--department=d2", "--control=2.1-1", "--by=7"), "T01: photo.png")
    yield from done(audit(place, "finding", "--department=d2", "--control=2.1-1", "--title=離席時の画面", "--fact=3台が開いたまま",
                          "--recommendation=自動で閉じる設定にする", "--due=2027-01-31", "--by=7"), "F01: draft")
    yield from done(audit(place, "finding", "--kind=opinion", "--department=d2", "--control=1.1-2", "--title=台帳の置き場所", "--fact=棚の上にあった",
                          "--recommendation=共有フォルダに置くとよい", "--by=7"), "F02: draft")
    yield from done(audit(place, "issue", "F01", "--by=7"), "F01: issued")
    yield from done(audit(place, "issue", "F02", "--by=7"), "F02: issued")
    yield from done(audit(place, "spread", "F01", "--departments=d1;d4", "--question=離席時に画面が閉じますか", "--due=2026-12-25", "--by=1"), "F01")
    yield from done(audit(place, "respond", "F01", "--text=ご指摘のとおりです", "--action=5分で閉じる設定にする", "--due=2026-12-20", "--by=8"), "answered")
    yield from done(audit(place, "respond", "F02", "--text=棚には鍵があり、今のままとします", "--by=8"), "answered")
    yield from done(audit(place, "change", "--summary=おおむね守られているが、離席時の管理に重大な不備があった", "--by=7"), "under_way")
    yield from done(audit(place, "report", "--by=7"), "reported")
    yield from done(audit(place, "followup", "F01", "--verdict=partly", "--seen=2台はまだ開いたままだった", "--by=7"), "F01: issued")
    yield from done(audit(place, "respond", "F01", "--text=残りも直します", "--action=残り2台も設定する", "--due=2027-01-20", "--by=8"), "answered")
    yield from done(audit(place, "followup", "F01", "--verdict=improved", "--seen=すべて閉じた", "--by=7"), "F01: closed")
    yield from done(audit(place, "followup", "F02", "--verdict=accepted", "--seen=鍵を確かめた", "--by=7"), "F02: closed")
    yield from refused(place, "s.db", "audit", "close", "s.db", AUDIT, "--by=6", words=["2 departments have not answered"])
    yield from done(audit(place, "answer", "F01", "--department=d1", "--answer=none", "--text=すべて閉じます", "--by=2"), "F01")
    yield from done(audit(place, "answer", "F01", "--department=d4", "--answer=same", "--text=1台ありました", "--action=設定する", "--due=2027-01-15",
                          "--by=9"), "F01")
    yield from done(audit(place, "close", "--by=6"), "closed")
    yield from same("steps", [(row["step"], row["by"]) for row in rows(place, "steps")],
                    [("draft", "6"), ("submit", "6"), ("return", "1"), ("change", "6"), ("submit", "6"), ("approve", "1"), ("start", "7"), ("report", "7"),
                     ("close", "6")])
    yield from same("papers", [(row["control_id"], row["verdict"], row["auditor"], row["attachments"]) for row in rows(place, "papers")],
                    [("1.1-2", "conforms", "7", 0), ("2.1-1", "major", "7", 1)])
    yield from same("findings", [(row["id"], row["kind"], row["state"], row["follow_up"]) for row in rows(place, "findings")],
                    [("F01", "finding", "closed", "improved"), ("F02", "opinion", "closed", "accepted")])
    yield from same("spreads", [(row["department"], row["answer"], row["answered_by"]) for row in rows(place, "spreads")],
                    [("d1", "none", "2"), ("d4", "same", "9")])
    yield from done(place.run("verify", "s.db"), "sound")
    for line in (["paper", "--department=d2", "--control=2.1-1", "--verdict=minor", "--by=7"], ["change", "--summary=別", "--by=7"],
                 ["respond", "F01", "--text=x", "--action=y", "--due=2027-01-01", "--by=8"], ["resume", "--remark=x", "--by=1"],
                 ["answer", "F01", "--department=d4", "--answer=none", "--text=x", "--by=9"], ["attach", "photo.png", "--finding=F01", "--by=7"]):
        yield from refused(place, "s.db", "audit", line[0], "s.db", AUDIT, *line[1:], words=["closed"])


def test_agreement(place):
    """agreement: verdicts beside self-answers, in integers; a nearer verdict takes its answers with it"""
    make_under_way(place)
    # In d2 with d21 one person answered: 1.1-2 not implemented, 2.1-1 implemented.
    must(place, "paper", "--department=d2", "--control=1.1-2", "--verdict=minor", "--seen=x", "--by=7")
    must(place, "paper", "--department=d2", "--control=2.1-1", "--verdict=major", "--seen=x", "--by=7")
    keys = ("papers", "answers", "agreeing", "overstated", "understated")
    yield from same("all", [tuple(row[key] for key in keys) for row in rows(place, "agreement")], [(2, 2, 1, 1, 0)])
    yield from same("rate", rows(place, "agreement")[0]["rate"], 50)
    yield from same("chapters", [(row["id"], *(row[key] for key in keys)) for row in rows(place, "agreement", "--by=chapter")],
                    [("1", 1, 1, 1, 0, 0), ("2", 1, 1, 0, 1, 0)])
    must(place, "paper", "--department=d21", "--control=2.1-1", "--verdict=conforms", "--seen=x", "--by=7")
    yield from same("departments", [(row["id"], *(row[key] for key in keys)) for row in rows(place, "agreement", "--by=department")],
                    [("d2", 2, 1, 1, 0, 0), ("d21", 1, 1, 1, 0, 0)])
    must(place, "paper", "--department=d21", "--control=2.1-1", "--verdict=not_examined", "--by=7")
    yield from same("not examined", [(row["id"], *(row[key] for key in keys)) for row in rows(place, "agreement", "--by=department")],
                    [("d2", 2, 2, 1, 1, 0), ("d21", 0, 0, 0, 0, 0)])
    scores = place.scores("s.db", "c")
    must(place, "paper", "--department=d2", "--control=1.1-2", "--verdict=conforms", "--seen=x", "--by=7")
    yield from same("the scores stay", place.scores("s.db", "c"), scores)
    yield from misused(audit(place, "agreement", "--by=role"))


# Who is kept out

def test_own_department(place):
    """independence: nobody audits where he belongs, answers, or holds the role that answers"""
    make_city(place)
    plan = [option for option in PLAN if not option.startswith(("--auditors", "--departments", "--controls"))]
    for auditor, department, control, words in (("4", "d2", "2.1-1", ["“4” belongs to"]), ("4", "d21", "2.1-1", ["“4” belongs to"]),
                                                ("8", "d21", "2.1-1", ["“8” answers for"]), ("1", "d2", "1.1-1", ["the role “ciso”", "1.1-1"]),
                                                ("7", "d0", "2.1-1", ["“7” belongs to"]), ("99", "d2", "2.1-1", ["“99”"]),
                                                ("7;4", "d1;d2", "2.1-1", ["“4” belongs to"])):
        yield from refused(place, "s.db", "audit", "plan", "s.db", "c", *plan, f"--auditors={auditor}", f"--departments={department}", f"--controls={control}",
                           words=words)
    place.must("right", "grant", "s.db", "department", "person:7", "--department=d2")
    yield from refused(place, "s.db", "audit", "plan", "s.db", "c", *PLAN, words=["“7” answers for"])
    place.must("right", "revoke", "s.db", "department", "person:7", "--department=d2")
    yield from done(place.run("audit", "plan", "s.db", "c", *PLAN), AUDIT)
    # Another department, where the same person is independent: each audits the other’s.
    yield from done(place.run("audit", "plan", "s.db", "c", *plan, "--auditors=4", "--departments=d1", "--controls=2.1-1"), "c-K2")


def test_moved_auditor(place):
    """independence: it is asked for again with every paper, finding and follow-up, whatever was approved"""
    make_finding(place)
    place.must("right", "grant", "s.db", "department", "person:7", "--department=d21")
    place.write("papers.csv", "department_id,control_id,verdict,seen\nd2,1.1-2,conforms,台帳\nd2,2.1-1,conforms,画面\n")
    place.write("photo.png", PICTURE)
    for line in (["paper", "--department=d2", "--control=1.1-2", "--verdict=conforms", "--seen=x", "--by=7"],
                 ["finding", "--department=d2", "--control=1.1-2", "--title=x", "--by=7"], ["withdraw", "F01", "--remark=x", "--by=7"],
                 ["attach", "photo.png", "--finding=F01", "--by=7"], ["attach", "photo.png", "--department=d2", "--control=2.1-1", "--by=7"]):
        yield from refused(place, "s.db", "audit", line[0], "s.db", AUDIT, *line[1:], words=["“7” answers for"])
    before = place.state("s.db")
    result = audit(place, "import", "papers.csv", "--by=7")
    yield from same("import: exit", result.code, 1)
    yield from same("import: rows named", [f"papers.csv:{line}:" in result.out for line in (2, 3)], [True, True])
    yield from same("import: nothing stored", place.state("s.db"), before)
    must(place, "respond", "F01", "--text=x", "--action=y", "--due=2027-01-01", "--by=8")
    place.must("right", "revoke", "s.db", "department", "person:7", "--department=d21")
    must(place, "change", "--summary=x", "--by=6")
    must(place, "report", "--by=6")
    place.write("p.csv", PEOPLE.replace("7,監査 七子,d3,", "7,監査 七子,d21,"))
    place.must("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv")
    yield from refused(place, "s.db", "audit", "followup", "s.db", AUDIT, "F01", "--verdict=improved", "--seen=x", "--by=7", words=["“7” belongs to"])
    yield from same("conflicts", [(row["auditor"], row["department"], row["kind"], row["approver"]) for row in rows(place, "conflicts")],
                    [("7", "d2", "member", None)])


def test_exemption(place):
    """independence: a recorded reason and the committee’s approval let it pass, and neither alone"""
    make_city(place)
    plan = [option for option in PLAN if not option.startswith("--auditors")] + ["--auditors=4"]
    yield from refused(place, "s.db", "audit", "plan", "s.db", "c", *plan, "--exempt=4/d21=別の部署", words=["“4” belongs to"])
    yield from refused(place, "s.db", "audit", "plan", "s.db", "c", *plan, "--exempt=4=d2", words=["PERSON/DEPARTMENT=REASON"])
    yield from done(place.run("audit", "plan", "s.db", "c", *plan, "--exempt=4/d2=職員が少なく、ほかに分かる者がいない"), "draft")
    must(place, "submit", "--by=6")
    yield from refused(place, "s.db", "audit", "approve", "s.db", AUDIT, "--by=1", words=["has not approved the exemption"])
    exempt = ["--auditor=4", "--department=d2"]
    for by, word in (("6", "for the committee"), ("4", "for the committee"), ("8", "for the committee")):
        yield from refused(place, "s.db", "audit", "exempt", "s.db", AUDIT, *exempt, f"--by={by}", words=[word])
    yield from refused(place, "s.db", "audit", "exempt", "s.db", AUDIT, "--auditor=7", "--department=d2", "--by=1", words=["no exemption"])
    must(place, "exempt", *exempt, "--by=1")
    must(place, "return", "--remark=もう一度", "--by=10")
    must(place, "submit", "--by=6")
    yield from refused(place, "s.db", "audit", "approve", "s.db", AUDIT, "--by=1", words=["has not approved the exemption"])
    must(place, "exempt", *exempt, "--by=1")
    yield from done(audit(place, "approve", "--by=1"), "approved")
    must(place, "start", "--by=4")
    yield from done(audit(place, "paper", "--department=d21", "--control=2.1-1", "--verdict=conforms", "--seen=x", "--by=4"), "conforms")
    yield from same("conflicts", [(row["auditor"], row["reason"], row["approver"]) for row in rows(place, "conflicts")],
                    [("4", "職員が少なく、ほかに分かる者がいない", "1")])
    yield from done(place.run("verify", "s.db"), "sound")


def test_deciders(place):
    """committee: a plan is approved by somebody with its right who neither wrote it nor audits"""
    make_city(place)
    place.must("right", "grant", "s.db", "audit", "person:1")
    place.must("right", "grant", "s.db", "committee", "person:7")
    place.must("right", "grant", "s.db", "committee", "person:6")
    place.must("audit", "plan", "s.db", "c", *PLAN)
    must(place, "change", "--title=税務課の監査（改）", "--by=1")
    must(place, "submit", "--by=6")
    before = place.state("s.db")
    for verb in ("approve", "return"):
        for by, word in (("1", "wrote or submitted"), ("6", "wrote or submitted"), ("7", "is an auditor"), ("8", "for the committee"),
                         ("99", "“99”")):
            yield from refused(place, "s.db", "audit", verb, "s.db", AUDIT, f"--by={by}", "--remark=x", words=[word])
    yield from misused(audit(place, "approve"))
    yield from same("state", place.state("s.db"), before)
    yield from done(audit(place, "approve", "--by=10"), "approved")
    must(place, "start", "--by=6")
    yield from refused(place, "s.db", "audit", "resume", "s.db", AUDIT, "--by=10", "--remark=x", words=["under_way"])


def test_offices(place):
    """rights: planning, judging and answering are for different people"""
    make_city(place)
    yield from refused(place, "s.db", "audit", "plan", "s.db", "c", *PLAN[:-1], "--by=8", words=["the right to audit"])
    place.must("audit", "plan", "s.db", "c", *PLAN)
    for verb, by, word in (("submit", "7", "the right to audit"), ("submit", "1", "the right to audit"), ("approve", "6", "committee")):
        yield from refused(place, "s.db", "audit", verb, "s.db", AUDIT, f"--by={by}", words=[word])
    must(place, "submit", "--by=6")
    must(place, "approve", "--by=1")
    yield from refused(place, "s.db", "audit", "start", "s.db", AUDIT, "--by=8", words=["the auditors of this audit"])
    must(place, "start", "--by=7")
    paper = ["--department=d2", "--control=2.1-1", "--verdict=minor", "--seen=x"]
    for by in ("6", "8", "1"):
        yield from refused(place, "s.db", "audit", "paper", "s.db", AUDIT, *paper, f"--by={by}", words=["is not an auditor"])
    must(place, "paper", *paper, "--by=7")
    must(place, "finding", "--department=d2", "--control=2.1-1", "--title=t", "--fact=f", "--recommendation=r", "--due=2027-01-31", "--by=7")
    yield from refused(place, "s.db", "audit", "respond", "s.db", AUDIT, "F01", "--text=x", "--action=y", "--due=2027-01-01", "--by=8", words=["draft"])
    yield from refused(place, "s.db", "audit", "spread", "s.db", AUDIT, "F01", "--departments=d1", "--question=q", "--due=2027-01-01", "--by=7", words=["draft"])
    must(place, "issue", "F01", "--by=7")
    for by in ("2", "7", "4", "1"):
        yield from refused(place, "s.db", "audit", "respond", "s.db", AUDIT, "F01", "--text=x", "--action=y", "--due=2027-01-01", f"--by={by}",
                           words=["answers for the department"])
    for target, word in (("d2", "itself"), ("d21", "itself"), ("d9", "d9"), ("d1;d2", "itself"), ("", "name the departments")):
        yield from refused(place, "s.db", "audit", "spread", "s.db", AUDIT, "F01", f"--departments={target}", "--question=q", "--due=2027-01-01", "--by=7",
                           words=[word])
    must(place, "spread", "F01", "--departments=d1", "--question=q", "--due=2027-01-01", "--by=7")
    yield from refused(place, "s.db", "audit", "spread", "s.db", AUDIT, "F01", "--departments=d1", "--question=q", "--due=2027-01-01", "--by=7",
                       words=["already"])
    yield from refused(place, "s.db", "audit", "answer", "s.db", AUDIT, "F01", "--department=d1", "--answer=none", "--text=x", "--by=8",
                       words=["answers for the department"])
    yield from refused(place, "s.db", "audit", "answer", "s.db", AUDIT, "F01", "--department=d4", "--answer=none", "--text=x", "--by=9",
                       words=["was not asked"])
    yield from refused(place, "s.db", "audit", "answer", "s.db", AUDIT, "F01", "--department=d1", "--answer=same", "--text=x", "--by=2",
                       words=["improvement action"])


# What may be done when

def test_states(place):
    """states: nothing changes where it may not"""
    make_city(place)
    place.must("audit", "plan", "s.db", "c", "--title=途中", "--by=6")
    yield from refused(place, "s.db", "audit", "submit", "s.db", AUDIT, "--by=6", words=["purpose"])
    must(place, "change", *PLAN)
    must(place, "submit", "--by=6")
    for line in (["change", "--title=x", "--by=6"], ["start", "--by=6"], ["report", "--by=6"], ["close", "--by=6"], ["submit", "--by=6"],
                 ["paper", "--department=d2", "--control=2.1-1", "--verdict=minor", "--seen=x", "--by=7"],
                 ["finding", "--department=d2", "--control=2.1-1", "--title=x", "--by=7"]):
        yield from refused(place, "s.db", "audit", line[0], "s.db", AUDIT, *line[1:], words=["submitted"])
    yield from refused(place, "s.db", "audit", "return", "s.db", AUDIT, "--by=1", words=["remark"])
    must(place, "approve", "--by=1")
    yield from refused(place, "s.db", "audit", "change", "s.db", AUDIT, "--auditors=6", "--by=6", words=["approved"])
    must(place, "revise", "--remark=日程", "--by=6")
    must(place, "change", "--ends=2026-11-27", "--by=6")
    yield from refused(place, "s.db", "audit", "start", "s.db", AUDIT, "--by=6", words=["draft"])
    must(place, "submit", "--by=6")
    must(place, "approve", "--by=1")
    must(place, "start", "--by=7")
    yield from refused(place, "s.db", "audit", "report", "s.db", AUDIT, "--by=7", words=["nothing was examined"])
    yield from refused(place, "s.db", "audit", "change", "s.db", AUDIT, "--summary=x", "--title=y", "--by=7", words=["under_way"])
    must(place, "paper", "--department=d2", "--control=2.1-1", "--verdict=minor", "--seen=x", "--by=7")
    yield from refused(place, "s.db", "audit", "report", "s.db", AUDIT, "--by=7", words=["summary"])
    must(place, "change", "--summary=x", "--by=7")
    must(place, "finding", "--department=d2", "--control=2.1-1", "--title=t", "--by=7")
    yield from refused(place, "s.db", "audit", "report", "s.db", AUDIT, "--by=7", words=["F01", "draft"])
    yield from refused(place, "s.db", "audit", "issue", "s.db", AUDIT, "F01", "--by=7", words=["what was found"])
    must(place, "finding", "--finding=F01", "--fact=f", "--recommendation=r", "--by=7")
    yield from refused(place, "s.db", "audit", "issue", "s.db", AUDIT, "F01", "--by=7", words=["day until which"])
    must(place, "finding", "--finding=F01", "--due=2027-01-31", "--by=7")
    must(place, "issue", "F01", "--by=7")
    yield from refused(place, "s.db", "audit", "finding", "s.db", AUDIT, "--finding=F01", "--fact=別", "--by=7", words=["issued"])
    yield from refused(place, "s.db", "audit", "followup", "s.db", AUDIT, "F01", "--verdict=improved", "--seen=x", "--by=7", words=["under_way"])
    must(place, "report", "--by=7")
    yield from refused(place, "s.db", "audit", "paper", "s.db", AUDIT, "--department=d2", "--control=2.1-1", "--verdict=conforms", "--seen=x", "--by=7",
                       words=["reported"])
    yield from refused(place, "s.db", "audit", "followup", "s.db", AUDIT, "F01", "--verdict=improved", "--seen=x", "--by=7", words=["issued"])
    must(place, "respond", "F01", "--text=x", "--action=y", "--due=2027-01-01", "--by=8")
    yield from refused(place, "s.db", "audit", "followup", "s.db", AUDIT, "F01", "--verdict=accepted", "--seen=x", "--by=7", words=["opinions"])
    yield from refused(place, "s.db", "audit", "close", "s.db", AUDIT, "--by=6", words=["1 findings are open"])
    must(place, "resume", "--remark=もう一度見てください", "--by=1")
    must(place, "withdraw", "F01", "--remark=対象外の機器だった", "--by=7")
    must(place, "report", "--by=7")
    yield from done(audit(place, "close", "--by=6"), "closed")
    yield from done(place.run("verify", "s.db"), "sound")


def test_revisions(place):
    """parallel writers: who saw an older revision is told so"""
    make_city(place)
    place.must("audit", "plan", "s.db", "c", *PLAN)
    must(place, "change", "--title=新しい題", "--by=6")
    yield from refused(place, "s.db", "audit", "change", "s.db", AUDIT, "--title=古い題", "--revision=1", "--by=6", words=["revision 2, yours is 1"])
    yield from refused(place, "s.db", "audit", "submit", "s.db", AUDIT, "--revision=1", "--by=6", words=["revision 2, yours is 1"])
    must(place, "submit", "--revision=2", "--by=6")
    must(place, "approve", "--by=1")
    must(place, "start", "--by=7")
    paper = ["--department=d2", "--control=2.1-1", "--by=7"]
    must(place, "paper", *paper, "--verdict=minor", "--seen=x")
    must(place, "paper", *paper, "--seen=y")
    yield from refused(place, "s.db", "audit", "paper", "s.db", AUDIT, *paper, "--seen=z", "--revision=1", words=["revision 2, yours is 1"])
    place.write("old.csv", "department_id,control_id,verdict,seen,revision\nd2,2.1-1,major,古い,1\n")
    yield from refused(place, "s.db", "audit", "import", "s.db", AUDIT, "old.csv", "--by=7", words=["old.csv:2", "revision 2, yours is 1"])
    yield from same("paper", [(row["verdict"], row["seen"], row["revision"]) for row in rows(place, "papers")], [("minor", "y", 2)])
    must(place, "finding", "--department=d2", "--control=2.1-1", "--title=t", "--fact=f", "--recommendation=r", "--due=2027-01-31", "--by=7")
    must(place, "issue", "F01", "--revision=1", "--by=7")
    must(place, "respond", "F01", "--text=x", "--action=y", "--due=2027-01-01", "--by=8")
    yield from refused(place, "s.db", "audit", "respond", "s.db", AUDIT, "F01", "--text=z", "--action=y", "--due=2027-01-01", "--revision=2", "--by=8",
                       words=["revision 3, yours is 2"])


def test_import(place):
    """audit import: every row is checked, all are stored or none; what audit papers prints goes in again"""
    make_under_way(place)
    place.write("bad.csv", "department_id,control_id,verdict,seen,evidence\nd2,2.1-1,minor,画面,\nd1,2.1-1,conforms,x,\nd2,9.9,conforms,x,\nd2,1.1-2,fine,x,\n"
                "d2,1.1-2,conforms,,\nd2,2.1-1,major,二度目,\nd21,2.1-1,conforms,\u202ex,\nd21,1.1-2,major,,写真\n")
    before = place.state("s.db")
    result = audit(place, "import", "bad.csv", "--by=7")
    yield from same("exit", result.code, 1)
    for line, word in ((3, "does not cover"), (4, "no such control"), (5, "no verdict"), (6, "neither what was seen"), (7, "twice"), (8, "direction mark"),
                       (9, "not what was seen")):
        if not any(text.startswith(f"bad.csv:{line}:") and word in text for text in result.out.splitlines()):
            yield f"line {line} is not said to be “{word}”: {result.out}"
    if "bad.csv:2:" in result.out:
        yield "the good row is called bad"
    yield from same("state", place.state("s.db"), before)
    place.write("good.csv", "department_id,control_id,verdict,seen,evidence,cause,day\r\nd2,2.1-1,minor,\"画面, 3台\",写真,忙しさ,2026-11-05\r\n"
                "d21,1.1-2,conforms,,台帳,,\r\n")
    yield from done(audit(place, "import", "good.csv", "--by=7"), "2 work papers were stored")
    first = rows(place, "papers")
    place.write("again.csv", must(place, "papers", "--format=csv"))
    yield from done(audit(place, "import", "again.csv", "--by=7"), "2 work papers were stored")
    yield from same("again", [{**row, "revision": row["revision"] - 1} for row in rows(place, "papers")], first)
    yield from same("CSV", [row["control_id"] for row in csv_rows(must(place, "papers", "--format=csv"))], [row["control_id"] for row in first])
    yield from failed(audit(place, "import", "none.csv", "--by=7"), "none.csv")
    yield from refused(place, "s.db", "audit", "import", "s.db", AUDIT, "good.csv", "--by=8", words=["the auditors of this audit"])


def test_tampered(place):
    """verify: whatever is changed behind the log shows"""
    make_finding(place)
    must(place, "spread", "F01", "--departments=d1", "--question=q", "--due=2027-01-01", "--by=7")
    must(place, "respond", "F01", "--text=x", "--action=y", "--due=2027-01-01", "--by=8")
    place.write("photo.png", PICTURE)
    must(place, "attach", "photo.png", "--finding=F01", "--by=8")
    yield from done(place.run("verify", "s.db"), "sound")
    for number, (statement, word) in enumerate((
            ("UPDATE audit SET title = 'x'", AUDIT), ("UPDATE audit_auditor SET person_id = '4'", AUDIT), ("DELETE FROM audit_step WHERE position = 2", AUDIT),
            ("UPDATE work_paper SET verdict = 'conforms'", "2.1-1/d2"), ("DELETE FROM work_paper", "2.1-1/d2"), ("UPDATE finding SET due = '2030-01-01'", "F01"),
            ("UPDATE finding_response SET text = 'z'", "F01"), ("UPDATE finding_spread SET answer = 'none'", "F01"), ("UPDATE attachment SET name = 'b.png'", "T01"),
            ("UPDATE attachment SET hash = '../../s.db'", "T01"), ("DELETE FROM attachment", "T01"))):
        shutil.copy(place.path("s.db"), place.path(f"{number}.db"))
        shutil.copytree(place.path("s.db.files"), place.path(f"{number}.db.files"))
        yield from same(statement, place.change(f"{number}.db", statement), 1)
        yield from failed(place.run("verify", f"{number}.db"), word)


# Files

def kept(place, store="s.db"):
    folder = place.path(f"{store}.files")
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def test_attach(place):
    """attachments: kept once under their hash, given out as they were, and taken along by a backup"""
    make_finding(place)
    digest = hashlib.sha256(PICTURE).hexdigest()
    place.write("photo.png", PICTURE)
    place.write("同じ写真.PNG", PICTURE)
    place.write("memo.txt", "聞き取りの記録\n".encode("cp932"))
    yield from done(audit(place, "attach", "photo.png", "--department=d2", "--control=2.1-1", "--by=7"), "T01: photo.png", digest)
    yield from done(audit(place, "attach", "同じ写真.PNG", "--finding=F01", "--by=7"), "T02: 同じ写真.PNG", digest)
    yield from done(audit(place, "attach", "memo.txt", "--finding=F01", "--by=8"), "T03: memo.txt")
    memo = hashlib.sha256("聞き取りの記録\n".encode("cp932")).hexdigest()
    yield from same("kept", kept(place), sorted([digest, memo]))
    yield from same("mode of the folder", stat.S_IMODE(os.stat(place.path("s.db.files")).st_mode), 0o700)
    yield from same("mode of a file", stat.S_IMODE(os.stat(place.path(f"s.db.files/{digest}")).st_mode), 0o600)
    yield from same("rows", [(row["name"], row["media_type"], row["size"], row["added_by"]) for row in rows(place, "attachments")],
                    [("photo.png", "image/png", len(PICTURE), "7"), ("同じ写真.PNG", "image/png", len(PICTURE), "7"), ("memo.txt", "text/plain", 15, "8")])
    yield from done(audit(place, "fetch", "T02", "-o", "out.png"), "out.png")
    yield from same("content", place.read("out.png"), PICTURE)
    yield from failed(audit(place, "fetch", "T02", "-o", "s.db"), "the store itself")
    yield from failed(audit(place, "fetch", "T02", "-o", f"s.db.files/{memo}"), "the store itself")
    yield from failed(audit(place, "fetch", "T99", "-o", "out2.png"), "T99")
    yield from failed(audit(place, "fetch", "T02", "-o", "none/out.png"), "none/out.png")
    place.must("backup", "s.db", "copy.db")
    yield from same("backup", kept(place, "copy.db"), kept(place))
    os.rename(place.path("s.db.files"), place.path("away"))
    yield from done(place.run("verify", "copy.db"), "sound")
    yield from failed(place.run("verify", "s.db"), "s.db.files")
    yield from failed(place.run("backup", "s.db", "other.db"), "s.db.files")
    yield from same("no half of a backup", os.path.exists(place.path("other.db")), False)


def test_bad_files(place):
    """attachments: wrong kind, wrong content, too long, links, folders and pipes are told apart, and nothing is kept"""
    make_finding(place)
    zipped = b"PK\x03\x04[Content_Types].xml"
    place.write("empty.txt", b"")
    place.write("program.exe", b"MZ\x90")
    place.write("script.sh", b"#!/bin/sh\n")
    place.write("noname", b"text")
    place.write("picture.png", b"MZ\x90\x00 not a picture")
    place.write("paper.pdf", b"%!PS-Adobe")
    place.write("book.xlsx", zipped + b"word/document.xml")
    place.write("macros.xlsx", zipped + b"xl/workbook.xml" + b"xl/vbaProject.bin")
    place.write("binary.txt", b"a\0b")
    place.write("escape.csv", b"a,\x1b[31m\n")
    place.write("photo.png", PICTURE)
    with open(place.path("long.pdf"), "wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(20 * 1024 * 1024 + 1)
    os.symlink("photo.png", place.path("link.png"))
    os.mkdir(place.path("folder.png"))
    os.mkfifo(place.path("pipe.png"))
    before = place.state("s.db")
    for name, word in (("empty.txt", "empty"), ("program.exe", "cannot be attached"), ("script.sh", "cannot be attached"), ("noname", "cannot be attached"),
                       ("picture.png", "not what the name says"), ("paper.pdf", "not what the name says"), ("book.xlsx", "not what the name says"),
                       ("macros.xlsx", "not what the name says"), ("binary.txt", "not what the name says"), ("escape.csv", "not what the name says"),
                       ("long.pdf", "20 MiB"), ("link.png", "a link"), ("folder.png", "regular file"), ("pipe.png", "regular file"), ("none.png", "none.png"),
                       ("/dev/null", "regular file")):
        yield from failed(audit(place, "attach", name, "--finding=F01", "--by=7"), word)
    yield from same("state", place.state("s.db"), before)
    yield from same("kept", kept(place), [])
    for options in ([], ["--finding=F01", "--department=d2", "--control=2.1-1"], ["--department=d2"]):
        yield from misused(audit(place, "attach", "photo.png", *options, "--by=7"))
    yield from failed(audit(place, "attach", "photo.png", "--finding=F09", "--by=7"), "F09")
    yield from failed(audit(place, "attach", "photo.png", "--department=d2", "--control=1.1-2", "--by=7"), "no work paper")
    yield from failed(audit(place, "attach", "photo.png", "--finding=F01", "--by=2"), "is not an auditor")
    yield from same("kept after all", kept(place), [])


def test_bad_names(place):
    """attachments: a name is data; nothing is written outside the folder of the store"""
    make_finding(place)
    os.makedirs(place.path("deep/er"))
    names = {"deep/er/../../photo.png": "photo.png", "con.png": "_con.png", "..png": None, "a\x1b[31mb.png": "a_[31mb.png", "\u202egnp.exe.png": "_gnp.exe.png",
             "a\nb.png": "a_b.png", "=1+1.png": "=1+1.png", "あ" * 60 + ".png": "あ" * 48 + ".png", "back\\slash.png": "slash.png", " .hidden.png": "hidden.png",
             "zero\u200bwidth.png": "zero_width.png", "<script>.png": "_script_.png"}
    for number, (name, clean) in enumerate(names.items()):
        with open(os.path.join(place.folder, name), "wb") as file:
            file.write(PICTURE + str(number).encode())
        result = audit(place, "attach", name, "--finding=F01", "--by=7")
        if clean is None:
            yield from failed(result, "cannot be attached")
        else:
            yield from done(result, clean)
    yield from same("names", [row["name"] for row in rows(place, "attachments")], [clean for clean in names.values() if clean is not None])
    yield from same("kept are hashes", [name for name in kept(place) if len(name) != 64 or set(name) - set("0123456789abcdef")], [])
    yield from same("how many", len(kept(place)), len(names) - 1)
    yield from done(place.run("verify", "s.db"), "sound")


def test_folder(place):
    """attachments: a link in the place of the folder or of a file in it is not followed"""
    make_finding(place)
    place.write("photo.png", PICTURE)
    os.mkdir(place.path("elsewhere"))
    os.symlink("elsewhere", place.path("s.db.files"))
    yield from failed(audit(place, "attach", "photo.png", "--finding=F01", "--by=7"), "s.db.files")
    yield from same("elsewhere", os.listdir(place.path("elsewhere")), [])
    os.remove(place.path("s.db.files"))
    must(place, "attach", "photo.png", "--finding=F01", "--by=7")
    kept_file = place.path("s.db.files/" + hashlib.sha256(PICTURE).hexdigest())
    os.rename(kept_file, place.path("elsewhere/a"))
    os.symlink("../elsewhere/a", kept_file)
    yield from failed(place.run("verify", "s.db"), "attached file")
    yield from failed(audit(place, "fetch", "T01", "-o", "out.png"), "attached file")
    os.remove(kept_file)
    place.write("s.db.files/" + os.path.basename(kept_file), PICTURE[:-1])
    yield from failed(place.run("verify", "s.db"), "not the one that was kept")
    yield from failed(audit(place, "fetch", "T01", "-o", "out.png"), "not the one that was kept")
    yield from same("no file", os.path.exists(place.path("out.png")), False)
    must(place, "attach", "photo.png", "--finding=F01", "--by=7")
    yield from done(place.run("verify", "s.db"), "sound")


def test_no_room(place):
    """attachments: a disk that is full, or a folder that cannot be written, leaves nothing behind"""
    make_finding(place)
    place.write("photo.png", PICTURE * 2000)
    before = place.state("s.db")
    result = place.run("audit", "attach", "s.db", AUDIT, "photo.png", "--finding=F01", "--by=7",
                       prefix=("bash", "-c", 'trap "" XFSZ; ulimit -f 1000; exec "$@"', "-"))
    yield from failed(result, "nothing was kept")
    yield from same("state", place.state("s.db"), before)
    yield from same("kept", kept(place), [])


def test_words(place):
    """words: what looks like SQL, markup or formulas stays words, and what a terminal obeys is refused"""
    make_city(place)
    for number, text in enumerate(("'); DROP TABLE audit; --", "=HYPERLINK(\"x\")", "<b>%n%s</b> & \"引用\"", "𠮷👨‍👩‍👧", "\"rows\":[[")):
        place.must("audit", "plan", "s.db", "c", f"--title={text}", f"--purpose={text}", "--by=6")
        yield from same(text, [row["title"] for row in place.rows("audit", "list", "s.db", "c")][number], text)
    for option in ("--title=\x1b[31m", "--purpose=\u202e", "--title=" + "あ" * 201, "--purpose=" + "あ" * 4001, "--title=　", "--starts=tomorrow",
                   "--departments=d9", "--controls=9.9", "--auditors=99"):
        yield from failed(place.run("audit", "plan", "s.db", "c", "--title=x", "--by=6", option))
    yield from failed(place.run("audit", "plan", "s.db", "c", "--title=x", "--starts=2026-12-02", "--ends=2026-12-01", "--by=6"), "before it starts")
    yield from done(place.run("verify", "s.db"), "sound")


if __name__ == "__main__":
    sys.exit(main(globals()))
