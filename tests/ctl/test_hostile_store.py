#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What befalls the store itself: another version, another kind of file, damage, folders that cannot be written, full disks,
meddling behind the program's back, two at once, a sudden end. Each gives one clear line, and the store is what it was.
Prints TAP."""

import contextlib
import csv
import hashlib
import io
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (SMALL, Place, Skip, answers, departments, done, failed, finish, main, make_answered,    # noqa: E402
                     make_body, make_campaign, refused, same, wait_until)

IMPORT = ["answers", "import", "s.db", "c", "b.csv"]
# A root that has given up what makes it root: bound by the permissions of files like everybody else.
POWERLESS = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
# Every command that opens a store, with a campaign “c” and the person 3.
COMMANDS = (["verify", "s.db"], ["campaign", "list", "s.db"], ["campaign", "show", "s.db", "c"], ["campaign", "close", "s.db", "c"],
            ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}"], ["score", "s.db", "c"], IMPORT,
            ["roster", "import", "s.db", "--departments=d.csv", "--people=p.csv"], ["answers", "export", "s.db", "c", "o.csv"],
            ["questionnaire", "s.db", "c", "--person=3"], ["questionnaire", "submit", "s.db", "c", "--person=3"],
            ["backup", "s.db", "copy.db"], ["export", "scorecard", "s.db", "c", "-o", "o.xlsx"],
            ["roster", "pins", "s.db", "-o", "pins.xlsx"])


def everywhere(place, *words):
    """Every command fails on the store, which stays as it is, byte by byte, and nothing is left beside it."""
    files = sorted(os.listdir(place.folder))
    before = place.read("s.db")
    for line in COMMANDS:
        yield from failed(place.run(*line), "s.db", *words)
        yield from same(f"{line}: the bytes of the store are the same", place.read("s.db") == before, True)
    yield from same("files", sorted(os.listdir(place.folder)), files)


def prepared(place):
    """A store with answers, and a file with one more."""
    make_answered(place)
    place.write("b.csv", answers(("3", "staff", "2.1-1", "implemented")))


# Other files

def test_future(place):
    """store: one of a newer Tenken is refused and left alone, byte by byte"""
    prepared(place)
    connection = sqlite3.connect(place.path("s.db"))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    yield from everywhere(place, "version 99", "newer")


def test_no_store(place):
    """store: a file of another kind is refused and left alone: text, empty, binary, another program's database"""
    prepared(place)
    connection = sqlite3.connect(place.path("other.db"))
    connection.execute("CREATE TABLE a (b)")
    connection.commit()
    connection.close()
    other = place.read("other.db")
    os.remove(place.path("other.db"))
    for content in b"not a store\n", b"", bytes(range(256)) * 40, other, b"SQLite format 3\x00", other[:50]:
        place.write("s.db", content)
        yield from everywhere(place, "not a store")
    os.remove(place.path("s.db"))
    os.mkdir(place.path("s.db"))
    for line in COMMANDS:
        yield from failed(place.run(*line), "s.db")


def test_damaged(place):
    """store: a damaged or truncated file gives one line whatever is done, and verify finds it"""
    prepared(place)
    sound = place.read("s.db")
    rng = random.Random(20261121)
    found = 0
    for number in range(16):
        data = bytearray(sound)
        if number % 4 == 0:
            del data[rng.randrange(1024, len(data)):]
        else:
            at = rng.randrange(1, len(data) // 4096) * 4096
            data[at:at + 2048] = rng.randbytes(2048) if number % 4 > 1 else bytes(2048)
        for line in COMMANDS:
            place.write("s.db", bytes(data))
            result = place.run(*line)
            if result.code != 0:
                yield from failed(result)
            found += line[0] == "verify" and result.code == 1
            for name in "s.db-wal", "s.db-shm", "c2", "copy.db", "o.csv", "o.xlsx":
                if os.path.exists(place.path(name)):
                    os.remove(place.path(name))
    # What was overwritten can have been free space.
    if found < 12:
        yield f"verify found {found} of 16 damaged stores"


def test_birth(place):
    """init: over a file, or in a folder that is not there, leaves everything as it is"""
    prepared(place)
    before = place.state("s.db")
    files = sorted(os.listdir(place.folder))
    for name in "s.db", "b.csv", ".", "none/new.db", "s.db/new.db":
        yield from failed(place.run("init", name), name)
    yield from same("the store", place.state("s.db") == before, True)
    yield from same("files", sorted(os.listdir(place.folder)), files)


# Folders and disks

@contextlib.contextmanager
def read_only(place, folder=0o555, file=0o444):
    """The folder and the store in it with these permissions."""
    os.chmod(place.path("s.db"), file)
    os.chmod(place.folder, folder)
    try:
        probe = [*POWERLESS, "sh", "-c", 'test -w "$0"', place.path("s.db") if file == 0o444 else place.folder]
        if subprocess.run(probe, check=False).returncode == 0:
            raise Skip("this user can write everywhere")
        yield
    finally:
        os.chmod(place.folder, 0o755)
        os.chmod(place.path("s.db"), 0o644)


def test_read_only(place):
    """read-only: a folder, a file, both: one clear line, nothing changed, nothing left behind"""
    prepared(place)
    before = place.read("s.db")
    files = sorted(os.listdir(place.folder))
    for folder, file in (0o555, 0o444), (0o555, 0o644), (0o755, 0o444):
        with read_only(place, folder, file):
            for line in COMMANDS:
                result = place.run(*line, prefix=POWERLESS)
                # To read and to write elsewhere may be possible.
                if result.code != 0 or line in (IMPORT, COMMANDS[3], COMMANDS[4]):
                    yield from failed(result)
            if folder == 0o555:
                for line in ["init", "new.db"], ["demo", "city", "--data-only"]:
                    yield from failed(place.run(*line, prefix=POWERLESS), line[1])
        for name in set(os.listdir(place.folder)) - set(files) - {"copy.db", "o.csv", "o.xlsx"}:
            yield f"{folder:o} {file:o}: {name} was left behind"
        yield from same(f"{folder:o} {file:o}: the bytes of the store", place.read("s.db") == before, True)


def test_unreadable(place):
    """permissions: a file that may not be read is named in one line"""
    prepared(place)
    for name, line in (("s.db", ["verify", "s.db"]), ("b.csv", IMPORT),
                       ("p.csv", ["roster", "import", "s.db", "--departments=d.csv", "--people=p.csv"])):
        os.chmod(place.path(name), 0)
        if subprocess.run([*POWERLESS, "cat", place.path(name)], capture_output=True, check=False).returncode == 0:
            raise Skip("this user can read everything")
        yield from failed(place.run(*line, prefix=POWERLESS), name)
        os.chmod(place.path(name), 0o644)


def make_demo(place, folder="city"):
    """A demonstration whose roster and answers are more than a small disk holds; its campaign is made anew in s.db."""
    place.must("demo", folder, "--data-only", "--people=400", "--departments=20")


def make_empty_campaign(place, roster):
    """A store with an open campaign for the answers of a demonstration."""
    place.must("init", "s.db")
    place.must("roster", "import", "s.db", f"--departments={roster}/departments.csv", f"--people={roster}/people.csv")
    place.must("campaign", "create", "s.db", "c", "--catalog=mic-2020")
    place.must("campaign", "open", "s.db", "c")


@contextlib.contextmanager
def small_disk(megabytes):
    """A place on a disk of its own."""
    with Place() as outer:
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", outer.folder]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
            raise Skip("no disk can be mounted here")
        try:
            with Place(outer.folder) as place:
                yield place
        finally:
            subprocess.run(["umount", "-l", outer.folder], check=True)


def fill(place, spare):
    """Fill the disk but for some bytes."""
    room = os.statvfs(place.folder)
    size = room.f_bavail * room.f_frsize - spare
    place.write("ballast", b"x" * max(0, size))


def test_full_disk(place):
    """full disk: one line that says so, the store as it was, no half-written file"""
    make_demo(place)
    roster = place.path("city")
    with small_disk(8) as disk:
        make_empty_campaign(disk, roster)
        before = disk.state("s.db")
        fill(disk, 200 * 1024)
        files = sorted(os.listdir(disk.folder))
        for line in (["answers", "import", "s.db", "c", f"{roster}/answers-2025.csv"], ["backup", "s.db", "copy.db"],
                     ["answers", "export", f"{roster}/tenken.db", "2025", "o.csv"],
                     ["export", "scorecard", f"{roster}/tenken.db", "2025", "-o", "o.xlsx"]):
            result = disk.run(*line)
            yield from failed(result)
            if not any(word in result.err for word in ("is full", "No space left")):
                yield f"{line}: the line does not say that the disk is full: {result.err}"
            yield from same(f"{line}: files", sorted(os.listdir(disk.folder)), files)
        yield from same("the store", disk.state("s.db") == before, True)
        os.remove(disk.path("ballast"))
        yield from done(disk.run("verify", "s.db"), "sound")


def test_brimful_disk(place):
    """full disk: with not a byte left every command still gives one line, and the store is whole afterwards"""
    with small_disk(4) as disk:
        prepared(disk)
        before = disk.state("s.db")
        fill(disk, 0)
        for line in *COMMANDS, ["init", "new.db"], ["demo", "city", "--data-only"]:
            result = disk.run(*line)
            yield from failed(result) if result.code != 0 else ()
        yield from same("a store was begun", [name for name in os.listdir(disk.folder) if name.startswith("new.db")], [])
        os.remove(disk.path("ballast"))
        yield from done(disk.run("verify", "s.db"), "sound")
        yield from same("the store", disk.state("s.db") == before, True)


def test_size_limit(place):
    """full disk: the same where a limit on the size of files stands in for it"""
    make_demo(place)
    make_empty_campaign(place, "city")

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (500 * 1024, 500 * 1024))
    yield from refused(place, "s.db", "answers", "import", "s.db", "c", "city/answers-2025.csv", preexec_fn=limit)
    for line in (["backup", "s.db", "copy.db"], ["answers", "export", "city/tenken.db", "2025", "o.csv"],
                 ["demo", "big", "--data-only", "--people=2000"]):
        yield from failed(place.run(*line, preexec_fn=limit))
    yield from same("files", sorted(set(os.listdir(place.folder)) - {"xdg", "big"}), ["city", "s.db"])
    yield from done(place.run("verify", "s.db"), "sound")


# Meddling

def tampered(place, what, *statements, words=()):
    """After these statements verify finds that the store was meddled with."""
    shutil.copy(place.path("s.db"), place.path("x.db"))
    if place.change("x.db", *statements) == 0:
        yield f"{what}: nothing was changed: {statements}"
    result = place.run("verify", "x.db")
    yield from (f"{what}: {fault}" for fault in failed(result, "x.db", *words))


def test_tampered_answers(place):
    """verify: finds an answer that was changed, removed or added after it was handed in"""
    make_answered(place)
    one = "questionnaire_no = (SELECT questionnaire_no FROM answer LIMIT 1)"
    for what, statement in (("value", f"UPDATE answer SET value = value % 5 + 1 WHERE {one}"), ("comment", f"UPDATE answer SET comment = 'x' WHERE {one}"),
                            ("comment taken away", "UPDATE answer SET comment = NULL WHERE comment IS NOT NULL"),
                            ("row moved", f"UPDATE answer SET duty = duty + 100 WHERE {one}"), ("removed", f"DELETE FROM answer WHERE {one}"),
                            ("added", "INSERT INTO answer (questionnaire_no, duty, value) SELECT max (questionnaire_no), 0, 1 FROM answer")):
        yield from tampered(place, what, statement, words=["handed in"])


def test_tampered_questionnaires(place):
    """verify: finds a questionnaire that was handed in behind the program's back, or taken back, or made to vanish"""
    make_answered(place)
    yield from tampered(place, "handed in", "UPDATE questionnaire SET state = 'submitted' WHERE state = 'draft'")
    yield from tampered(place, "accepted", "UPDATE questionnaire SET state = 'accepted' WHERE state = 'draft'")
    yield from tampered(place, "taken back", "UPDATE questionnaire SET state = 'draft' WHERE state = 'submitted'")
    yield from tampered(place, "vanished", "DELETE FROM answer WHERE questionnaire_no = 1", "DELETE FROM questionnaire WHERE no = 1")


def test_tampered_log(place):
    """verify: finds an entry of the log that was changed, removed, replaced or added, and a log that was cut short"""
    make_answered(place)
    for column in "at", "actor", "kind", "subject", "detail", "previous", "hash":
        yield from tampered(place, column, f"UPDATE log SET {column} = {column} || 'x' WHERE seq = 3", words=["entry 3", "log"])
    yield from tampered(place, "removed", "DELETE FROM log WHERE seq = 3", words=["log"])
    yield from tampered(place, "renumbered", "DELETE FROM log WHERE seq = 3", "UPDATE log SET seq = seq - 1 WHERE seq > 3", words=["log"])
    yield from tampered(place, "cut short", "DELETE FROM log WHERE seq > 4")
    yield from tampered(place, "emptied", "DELETE FROM log")
    yield from tampered(place, "added", "INSERT INTO log SELECT max (seq) + 1, at, actor, kind, subject, detail, hash, hash FROM log")
    yield from tampered(place, "replaced", "INSERT OR REPLACE INTO log SELECT seq, at, 'x', kind, subject, detail, previous, hash FROM log WHERE seq = 2")


def test_tampered_catalog(place):
    """verify: finds a catalog that was changed, also where its fingerprint was made to fit"""
    make_answered(place)
    easier = "replace (content, '\"required\"', '\"recommended\"')"
    yield from tampered(place, "content", f"UPDATE catalog SET content = {easier}", words=["small"])
    shutil.copy(place.path("s.db"), place.path("x.db"))
    connection = sqlite3.connect(place.path("x.db"))
    (content,) = connection.execute(f"SELECT {easier} FROM catalog").fetchone()
    connection.execute("UPDATE catalog SET content = ?, fingerprint = ?", (content, hashlib.sha256(content.encode()).hexdigest()))
    connection.commit()
    connection.close()
    yield from failed(place.run("verify", "x.db"), "x.db", "catalog")


def test_triggers(place):
    """log: UPDATE and DELETE are refused by the database itself"""
    make_answered(place)
    before = place.state("s.db")
    connection = sqlite3.connect(place.path("s.db"))
    for statement in ("UPDATE log SET detail = '{}'", "UPDATE log SET seq = seq + 100 WHERE seq = 1", "DELETE FROM log",
                      "DELETE FROM log WHERE seq = (SELECT max (seq) FROM log)"):
        try:
            connection.execute(statement)
            yield f"{statement}: was done"
        except sqlite3.DatabaseError as error:
            yield from same(statement, "append-only" in str(error), True)
        connection.rollback()
    connection.close()
    yield from same("the store", place.state("s.db") == before, True)


# Two at once, and a sudden end

@contextlib.contextmanager
def locked(place):
    """Somebody else is writing to the store."""
    connection = sqlite3.connect(place.path("s.db"), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    finally:
        connection.rollback()
        connection.close()


def test_lock(place):
    """two at once: a writer waits for another one, a reader does not; who waits too long gets one clear line"""
    prepared(place)
    before = place.state("s.db")
    with locked(place):
        begun = time.monotonic()
        yield from done(place.run("score", "s.db", "c"))
        if time.monotonic() - begun > 5:
            yield f"a reader waited {time.monotonic() - begun:.1f} s"
        yield from failed(place.run(*IMPORT), "s.db", "another program is writing")
    yield from same("the store", place.state("s.db") == before, True)
    with locked(place):
        process = place.start(*IMPORT)
        time.sleep(1)
        yield from same("it waits", process.poll(), None)
    yield from done(finish(process, IMPORT), "1 answers of 1 people")


def test_two_imports(place):
    """two at once: imports at the same moment are both done whole, one after the other"""
    make_campaign(place)
    sheets = [(person, "staff", control, "implemented") for person in "234" for control in ("1.1-2", "2.1-1", "2.1-2.1")]
    for number, rows in enumerate((sheets[:3], sheets[3:6], sheets[6:])):
        place.write(f"{number}.csv", answers(*rows))
    lines = [["answers", "import", "s.db", "c", f"{number}.csv"] for number in range(3)]
    processes = [place.start(*line) for line in lines]
    for process, line in zip(processes, lines):
        yield from done(finish(process, line), "3 answers of 1 people were handed in")
    yield from done(place.run("verify", "s.db"), "3 questionnaires handed in")
    yield from same("answered", place.rows("score", "s.db", "c")[0]["answered"], 9)


def test_kill(place):
    """a sudden end: kill -9 in the middle of an import leaves the store as it was, or with all of it"""
    make_demo(place)
    make_empty_campaign(place, "city")
    place.must("backup", "s.db", "before.db")
    line = ["answers", "import", "s.db", "c", "city/answers-2025.csv"]
    begun = time.monotonic()
    place.must(*line)
    seconds = time.monotonic() - begun
    scores = {place.must("score", "before.db", "c", "--format=json"): "before", place.must("score", "s.db", "c", "--format=json"): "after"}
    ends = []
    for share in [0.2, 0.5, 0.7, 0.8, 0.9, "wal", "wal", "wal"]:
        shutil.copy(place.path("before.db"), place.path("s.db"))
        process = place.start(*line)
        if share == "wal":      # the moment at which the first page of the change is being written
            wait_until(lambda: process.poll() is not None or (os.path.exists(place.path("s.db-wal")) and os.path.getsize(place.path("s.db-wal")) > 0))
        else:
            time.sleep(share * seconds)
        process.kill()
        finish(process)
        ends.append(scores.get(place.must("score", "s.db", "c", "--format=json"), "between"))
        yield from done(place.run("verify", "s.db"), "sound")
        if ends[-1] == "before":
            yield from same(f"killed at {share}: the store", place.state("s.db") == place.state("before.db"), True)
        for name in "s.db-wal", "s.db-shm":
            if os.path.exists(place.path(name)):
                os.remove(place.path(name))
    yield from same("half an import is there", "between" in ends, False)
    if ends.count("before") < 4:
        yield f"only {ends.count('before')} of 8 were killed before the end: {ends}"


def test_kill_roster(place):
    """a sudden end: kill -9 in the middle of a roster leaves the old one"""
    make_body(place)
    rows = [(f"p{number}", f"職員{number}", "d0", "staff") for number in range(60000)]
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("person_id", "name", "department_id", "roles"), *rows])
    place.write("big.csv", text.getvalue())
    place.write("d.csv", departments(("d0", "市", "")))
    before = place.state("s.db")
    line = ["roster", "import", "s.db", "--departments=d.csv", "--people=big.csv"]
    for _ in range(3):
        process = place.start(*line)
        wait_until(lambda: process.poll() is not None or (os.path.exists(place.path("s.db-wal")) and os.path.getsize(place.path("s.db-wal")) > 0))
        process.kill()
        result = finish(process)
        if result.code == 0:
            raise Skip("the import was too fast to be killed")
        yield from done(place.run("verify", "s.db"), "sound")
        yield from same("the store", place.state("s.db") == before, True)
    yield from done(place.run(*line), "60000 people")


def test_interrupt(place):
    """a sudden end: interrupted from the keyboard, an import leaves the store as it was"""
    make_demo(place)
    make_empty_campaign(place, "city")
    before = place.state("s.db")
    with locked(place):
        process = place.start("answers", "import", "s.db", "c", "city/answers-2025.csv")
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        yield from same("it is not done", finish(process).code == 0, False)
    yield from same("the store", place.state("s.db") == before, True)
    yield from done(place.run("verify", "s.db"), "sound")


if __name__ == "__main__":
    sys.exit(main(globals()))
