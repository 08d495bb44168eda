#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes workbooks of very different bodies through tenkenctl and has check-scorecard.py look at all of them.

TENKENCTL names the program.  Prints what check-scorecard.py prints: TAP.
"""

import csv
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOSTILE = ['=HYPERLINK("x")', "+81", "-1+1", "@SUM(A1)", "%n %s", "<b>太字</b> & \"引用\"", "𠮷野家の👨‍👩‍👧", "あ" * 60, "'quoted"]


def run(*arguments):
    """Runs tenkenctl; a failure ends the test, since no workbook can come of it."""
    command = [os.environ["TENKENCTL"], *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if result.returncode != 0:
        print(f"Bail out! {' '.join(command)}: {result.stderr.strip()}")
        sys.exit(1)
    return result.stdout


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def hostile_roster(directory):
    """A department and a person for each hostile name; everybody is staff and a manager, so that both kinds show."""
    departments = [["department_id", "name", "parent_id"], ["top", "＝市", ""]]
    people = [["person_id", "name", "department_id", "roles"]]
    for number, name in enumerate(HOSTILE):
        departments.append([f"d{number}", name, "top"])
        people.append([f"p{number}", name, f"d{number}", "staff;manager"])
    write_csv(directory / "d.csv", departments)
    write_csv(directory / "p.csv", people)


def duties(role):
    rows = csv.DictReader(run("catalog", "matrix", "mic-2020", "--format=csv").splitlines())
    return [row["id"] for row in rows if row[role] in "○許承" and row[role] and row["level"] == "required"]


def answers(answer):
    """Every duty of staff answered alike; the comments are the hostile names."""
    rows = [["person_id", "role", "control_id", "answer", "comment"]]
    for number, name in enumerate(HOSTILE):
        rows += [[f"p{number}", "staff", control, answer, name] for control in duties("staff")]
    return rows


def make_campaign(directory, store, campaign, rows, close):
    run("campaign", "create", store, campaign, "--catalog=mic-2020", f"--title={HOSTILE[0]}")
    run("campaign", "open", store, campaign)
    if rows is not None:
        write_csv(directory / "a.csv", rows)
        run("answers", "import", store, campaign, directory / "a.csv")
    if close:
        run("campaign", "close", store, campaign)
    target = directory / f"scorecard-{campaign}.xlsx"
    run("export", "scorecard", store, campaign, "-o", target)
    return target


def hostile_body(directory):
    """Nobody answered (every figure undefined), all not applicable, all implemented, and closed with most open."""
    directory.mkdir()
    hostile_roster(directory)
    store = directory / "t.db"
    run("init", store, f"--name={HOSTILE[0]}")
    run("roster", "import", store, f"--departments={directory / 'd.csv'}", f"--people={directory / 'p.csv'}")
    files = [
        make_campaign(directory, store, "nobody", None, False),
        make_campaign(directory, store, "none", answers("not_applicable"), False),
        make_campaign(directory, store, "all", answers("implemented"), True),
        make_campaign(directory, store, "closed", answers("partial")[:200], True),
    ]
    for kind, option in (("department", "--department=d0"), ("person", "--person=p0")):
        files.append(directory / f"{kind}-closed.xlsx")
        run("export", kind, store, "closed", option, "-o", files[-1])
    return files


def demo_body(directory):
    run("demo", directory, "--people=400", "--departments=30")
    for campaign in ("2025", "2026"):
        run("export", "audit", directory / "tenken.db", campaign, "-o", directory / f"audit-{campaign}.xlsx")
    return sorted(set(directory.glob("*.xlsx")) - {directory / "pin-slips.xlsx"})      # those have a test of their own


def main():
    with tempfile.TemporaryDirectory() as name:
        files = demo_body(Path(name) / "demo") + hostile_body(Path(name) / "hostile")
        sys.stdout.flush()
        return subprocess.run(["/usr/bin/python3", HERE / "check-scorecard.py", *files]).returncode


if __name__ == "__main__":
    sys.exit(main())
