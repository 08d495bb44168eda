# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs tenkenctl (its path in $TENKENCTL) in a folder of its own and judges how it ended.

A judging function returns the faults that it found, none if all is well.
"""

import collections
import csv
import datetime
import io
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.append(os.path.join(ROOT, "tests"))      # where tap.py is

from tap import Tap     # noqa: E402

PROGRAM = os.environ.get("TENKENCTL", "tenkenctl")
DATA = os.environ.get("TENKEN_DATA_DIR", os.path.join(ROOT, "data"))
SMALL = os.path.join(ROOT, "tests", "fixtures", "small-catalog.json")
SECONDS = 120
# What no message for a clerk may hold: control characters but the line end, and the words of a broken program.
NOT_PLAIN = re.compile("[\x00-\x09\x0b-\x1f\x7f\x80-\x9f]|GLib-|CRITICAL|WARNING|assertion|Sanitizer")
SCOPES = ("organisation", "department", "chapter", "section", "role", "control")

Result = collections.namedtuple("Result", "line code out err")


class Skip(Exception):
    """Why a test cannot be made here."""


class Place:
    """A folder in which the program runs, with nothing of the user's own around it."""

    def __init__(self, parent=None):
        self.holder = tempfile.TemporaryDirectory(prefix="tenkenctl-", dir=parent)
        self.folder = self.holder.name
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
        self.environment.update(TENKEN_DATA_DIR=DATA, XDG_DATA_HOME=self.path("xdg"), LC_ALL="C.UTF-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.holder.cleanup()

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        """Write text as UTF-8, or bytes as they are; returns the name."""
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return name

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def start(self, *arguments, prefix=(), **more):
        """Start the program without waiting for it; it has nothing to read unless stdin says otherwise."""
        environment = {**self.environment, **more.pop("environment", {})}
        return subprocess.Popen([*prefix, PROGRAM, *arguments], cwd=self.folder, env=environment,
                                **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more})

    def run(self, *arguments, **more):
        """Run the program to its end."""
        return finish(self.start(*arguments, **more), arguments)

    def must(self, *arguments, **more):
        """Run the program where the test can go on only if it is done; returns what it printed."""
        result = self.run(*arguments, **more)
        if result.code != 0:
            raise AssertionError("; ".join(done(result)))
        return result.out

    def rows(self, *arguments, **more):
        """The rows that a command prints, read from its JSON."""
        return json.loads(self.must(*arguments, "--format=json", **more))

    def scores(self, store, campaign):
        """The scores by every scope."""
        return {scope: self.rows("score", store, campaign, f"--by={scope}") for scope in SCOPES}

    def state(self, store):
        """Everything in a store, as SQL."""
        connection = sqlite3.connect(f"file:{self.path(store)}?mode=rw", uri=True)     # read-only, it would leave a WAL
        try:
            return list(connection.iterdump())
        finally:
            connection.close()

    def change(self, store, *statements):
        """Change a store behind the program's back; its triggers are dropped first. Returns how many rows changed."""
        connection = sqlite3.connect(self.path(store))
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        before = connection.total_changes
        for statement in statements:
            connection.execute(statement)
        changed = connection.total_changes - before
        connection.commit()
        connection.close()
        return changed


def finish(process, arguments=()):
    """Wait for a program that was started."""
    try:
        out, err = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        err += f"(killed after {SECONDS} seconds)".encode()
    line = shlex.join(("tenkenctl", *arguments)).encode(errors="replace").decode()
    return Result(line, process.returncode, out.decode(errors="replace"), err.decode(errors="replace"))


# How it ended

def done(result, *words):
    """Exit 0, nothing on standard error, and these words on standard output."""
    if result.code != 0:
        yield f"{result.line}: exit {result.code}, not 0: {result.err.strip() or result.out.strip()}"
    elif result.err:
        yield f"{result.line}: done, but standard error holds: {result.err.strip()}"
    yield from (f"{result.line}: “{word}” is not in: {result.out}" for word in words if word not in result.out)


def failed(result, *words):
    """Exit 1 and exactly one plain line on standard error, with these words."""
    if result.code != 1:
        yield f"{result.line}: exit {result.code}, not 1: {result.err.strip() or result.out.strip()}"
    lines = result.err.split("\n")
    if len(lines) != 2 or lines[1] or not lines[0].startswith("tenkenctl: "):
        yield f"{result.line}: not one line “tenkenctl: …” on standard error: {result.err!r}"
    if NOT_PLAIN.search(result.err):
        yield f"{result.line}: the line is not plain: {result.err!r}"
    yield from (f"{result.line}: “{word}” is not in: {result.err.strip()}" for word in words if word not in result.err)


def misused(result):
    """Exit 2, the right usage on standard error, nothing on standard output."""
    if result.code != 2:
        yield f"{result.line}: exit {result.code}, not 2: {result.err.strip() or result.out.strip()}"
    if "usage: tenkenctl" not in result.err:
        yield f"{result.line}: no usage on standard error: {result.err.strip()!r}"
    if result.out:
        yield f"{result.line}: wrong usage, but standard output holds: {result.out.strip()!r}"


def refused(place, store, *arguments, words=(), **more):
    """The command fails, and the store is what it was before."""
    before = place.state(store)
    yield from failed(place.run(*arguments, **more), *words)
    if place.state(store) != before:
        yield f"{shlex.join(arguments)}: failed, but the store has changed"


def same(what, actual, expected):
    """The two are equal."""
    if actual != expected:
        yield f"{what}: {actual!r}, should be {expected!r}"


# Small files

def csv_rows(text):
    """The rows of a CSV text as dicts."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def csv_text(columns, rows, end="\r\n"):
    """A CSV text of lists of cells."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=end)
    writer.writerow(columns.split(","))
    writer.writerows(rows)
    return text.getvalue()


def departments(*rows):
    return csv_text("department_id,name,parent_id", rows)


def people(*rows):
    return csv_text("person_id,name,department_id,roles", rows)


def answers(*rows):
    """Rows without a comment may leave it out."""
    return csv_text("person_id,role,control_id,answer,comment", [(*row, "")[:5] for row in rows])


# A body that is small enough to score by hand, on the fixture small-catalog.json

DEPARTMENTS = departments(("d0", "点検市", ""), ("d1", "総務課", "d0"), ("d2", "税務課", "d0"), ("d21", "徴収係", "d2"))
PEOPLE = people(("1", "市長", "d0", "ciso"), ("2", "総務課長", "d1", "manager;staff"), ("3", "総務 太郎", "d1", "staff"),
                ("4", "徴収 花子", "d21", "staff"), ("5", "委託 次郎", "d2", "contractor"))
ANSWERS = answers(
    ("1", "ciso", "1.1-1", "implemented"), ("1", "ciso", "1.1-2", "partial", "理由, \"一部\"\nだけ"),
    ("2", "manager", "1.1-2", "implemented"), ("2", "staff", "1.1-2", "implemented"),
    ("2", "staff", "2.1-1", "not_implemented"), ("2", "staff", "2.1-2.1", "not_applicable", "媒体がない"),
    ("2", "manager", "2.1-2.2", "partial"),
    ("4", "staff", "1.1-2", "not_implemented"), ("4", "staff", "2.1-1", "implemented"))


def make_body(place, store="s.db"):
    """A store with the roster."""
    place.write("d.csv", DEPARTMENTS)
    place.write("p.csv", PEOPLE)
    place.must("init", store, "--name=点検市")
    place.must("roster", "import", store, "--departments=d.csv", "--people=p.csv")
    return store


def make_campaign(place, *options, store="s.db", campaign="c"):
    """A store with the roster and an open campaign on the small catalog."""
    make_body(place, store)
    place.must("campaign", "create", store, campaign, f"--catalog={SMALL}", *options)
    place.must("campaign", "open", store, campaign)
    return store


def make_answered(place, *options, store="s.db"):
    """The same, and most people have handed in."""
    make_campaign(place, *options, store=store)
    place.write("a.csv", ANSWERS)
    place.must("answers", "import", store, "c", "a.csv")
    return store


def make_audited(place, store="s.db"):
    """The same, and an audit of the general affairs has one of everything."""
    make_answered(place, store=store)
    place.write("e.txt", "記録\n")
    place.must("right", "grant", store, "audit", "person:4")
    place.must("audit", "plan", store, "c", "--title=監査", "--purpose=目的", "--method=方法", "--starts=2026-11-02", "--ends=2026-11-20", "--departments=d1",
               "--controls=2.1-1", "--auditors=4;3", "--exempt=3/d1=ほかに人がいない", "--by=4")
    for line in (["submit", "--by=4"], ["exempt", "--auditor=3", "--department=d1", "--by=1"], ["approve", "--by=1"], ["start", "--by=4"],
                 ["paper", "--department=d1", "--control=2.1-1", "--verdict=minor", "--seen=見た", "--by=4"],
                 ["finding", "--department=d1", "--control=2.1-1", "--title=題", "--fact=事実", "--recommendation=勧告", "--due=2999-12-31", "--by=4"],
                 ["issue", "F01", "--by=4"], ["spread", "F01", "--departments=d2", "--question=問い", "--due=2999-12-31", "--by=4"],
                 ["attach", "e.txt", "--finding=F01", "--by=4"]):
        place.must("audit", line[0], store, "c-K1", *line[1:])
    return store


def except_and_end(place, store="s.db"):
    """Person 3 answers “excepted” to 2.1-1, and the exception is ended; its record."""
    today = datetime.date.today()
    place.must("exception", "add", store, "--control=2.1-1", "--department=d1", "--reason=古い", "--substitute=施錠",
               f"--starts={today}", f"--ends={today + datetime.timedelta(days=30)}", "--applicant=2", "--approver=1")
    place.write("a3.csv", answers(("3", "staff", "1.1-2", "implemented"), ("3", "staff", "2.1-1", "excepted"),
                                  ("3", "staff", "2.1-2.1", "implemented")))
    place.must("answers", "import", store, "c", "a3.csv")
    record = f"exception-{today.year}-001"
    place.must("record", "step", store, record, "end", "--by=1", "--note=不要になった")
    return record


def make_lapsed(place, store="s.db"):
    """A store where most people have handed in, and an answer rests on an exception that was ended; its record."""
    make_answered(place, store=store)
    return except_and_end(place, store)


def wait_until(condition, seconds=30):
    """Wait for something that another program does; returns whether it came."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.002)
    return True


def judge(tap, test):
    """Run one test in a place of its own and print its line."""
    faults = []
    with Place() as place:
        try:
            for fault in test(place):
                faults.append(fault)
        except Skip as reason:
            tap.skip(test.__doc__, reason)
            return
        except Exception:   # whatever it is, the other tests still run
            faults.append(traceback.format_exc())
    tap.point(test.__doc__, faults)


def main(tests):
    """Run every test_ function of a module in its order; prints TAP."""
    if not os.access(PROGRAM, os.X_OK):
        print(f"Bail out! $TENKENCTL does not name the program: {PROGRAM}")
        return 1
    tap = Tap()
    for name, test in list(tests.items()):
        if name.startswith("test_"):
            judge(tap, test)
    return tap.end()
