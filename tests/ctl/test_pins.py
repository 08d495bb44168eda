#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""First PINs and the PIN of the kiosk: who gets one, where it can be read and where never, what befalls the file of slips, and
how a PIN is typed. libsodium itself is asked whether a PIN fits its hash. Prints TAP."""

import ctypes
import html
import os
import pty
import re
import select
import signal
import sqlite3
import subprocess
import sys
import termios
import time
import zipfile

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (SMALL, csv_rows, departments, done, failed, finish, main, make_body, make_campaign, misused, people,    # noqa: E402
                     refused, same)

EVERYBODY = ["1", "2", "3", "4", "5"]
COLUMNS = ["person_id", "name", "department_id", "department", "pin"]
GOOD = "84027315"
SODIUM = ctypes.CDLL("libsodium.so.23")


class Slips:
    """The slips of a workbook: [(staff number, PIN)] in order, and its sheets."""

    def __init__(self, path):
        self.slips, self.texts = [], []
        with zipfile.ZipFile(path) as package:
            self.raw = {name: package.read(name).decode() for name in package.namelist()}
        self.sheets = [html.unescape(name) for name in re.findall(r'<sheet name="([^"]*)"', self.raw["xl/workbook.xml"])]
        for i in range(len(self.sheets)):
            self.read(self.raw[f"xl/worksheets/sheet{i + 1}.xml"])

    def read(self, sheet):
        cells = {place: html.unescape(text) for place, text in re.findall(r'<c r="([A-Z]+\d+)"[^>]*><is><t[^>]*>(.*?)</t></is></c>', sheet, re.DOTALL)}
        self.texts += cells.values()
        for place, text in cells.items():
            if place[0] in "BF" and text == "職員番号":
                column, row = chr(ord(place[0]) + 1), int(place[1:])
                self.slips.append((cells[f"{column}{row}"], cells[f"{column}{row + 1}"].replace(" ", "")))


def hashes(place, store="s.db"):
    """The hash of each person, and that of the kiosk under None."""
    connection = sqlite3.connect(f"file:{place.path(store)}?mode=rw", uri=True)
    try:
        found = dict(connection.execute("SELECT p.id, c.hash FROM credential c JOIN person p ON p.no = c.person_no"))
        found.update((None, value) for (value,) in connection.execute("SELECT value FROM meta WHERE name = 'kiosk_pin'"))
        return found
    finally:
        connection.close()


def fits(found, pin):
    return found is not None and found.startswith("$argon2id$") and \
        SODIUM.crypto_pwhash_str_verify(found.encode(), pin.encode(), ctypes.c_ulonglong(len(pin))) == 0


def all_fit(place, slips, store="s.db"):
    """Every slip has eight digits of its own that fit the hash in the store."""
    found = hashes(place, store)
    for person, pin in slips:
        if not re.fullmatch(r"\d{8}", pin):
            yield f"{person}: not eight digits: {pin}"
        if not fits(found.get(person), pin):
            yield f"{person}: the PIN on the slip does not fit the hash"
    yield from same("PINs that differ", len({pin for _, pin in slips}), len(slips))


def nowhere(place, *pins, store="s.db"):
    """None of the PINs is in the bytes of the store or of what stands beside it."""
    names = [name for name in os.listdir(place.folder) if name.startswith(store)]
    yield from same("the store was looked at", store in names, True)
    for name in names:
        data = place.read(name)
        for pin in pins:
            for form in (pin, f"{pin[:4]} {pin[4:]}"):
                if form.encode() in data or form.encode("utf-16-le") in data:
                    yield f"{name} holds a PIN"


def give(place, data, *more):
    """Run “kiosk pin” with bytes on standard input."""
    read, write = os.pipe()
    os.write(write, data)
    os.close(write)
    try:
        return place.run("kiosk", "pin", "s.db", *more, stdin=read)
    finally:
        os.close(read)


# Slips

def test_everybody(place):
    """slips: everybody without a PIN gets one that fits, by department; then nobody is left and no file is made"""
    make_body(place)
    yield from done(place.run("roster", "pins", "s.db", "-o", "o.xlsx"), "o.xlsx", "5 slips")
    slips = Slips(place.path("o.xlsx"))
    yield from same("people", [person for person, _ in slips.slips], ["1", "2", "3", "5", "4"])
    yield from same("sheets", slips.sheets, ["点検市", "総務課", "税務課", "徴収係"])
    yield from all_fit(place, slips.slips)
    yield from same("body on each", sum(text == "点検市" for text in slips.texts) >= 5, True)
    before = hashes(place)
    yield from done(place.run("roster", "pins", "s.db", "-o", "o2.xlsx"), "has a PIN already", "--replace")
    yield from same("o2.xlsx is there", os.path.exists(place.path("o2.xlsx")), False)
    yield from same("hashes stay", hashes(place) == before, True)
    yield from done(place.run("verify", "s.db"), "sound")


def test_department(place):
    """slips: a department with all below it; later the others only"""
    make_body(place)
    place.must("roster", "pins", "s.db", "--department=d2", "-o", "o.xlsx")
    yield from same("d2", sorted(person for person, _ in Slips(place.path("o.xlsx")).slips), ["4", "5"])
    first = hashes(place)
    place.must("roster", "pins", "s.db", "-o", "o2.xlsx")
    yield from same("others", sorted(person for person, _ in Slips(place.path("o2.xlsx")).slips), ["1", "2", "3"])
    yield from same("d2 keeps", {person: hashes(place)[person] for person in first}, first)
    yield from refused(place, "s.db", "roster", "pins", "s.db", "--department=d9", "-o", "o3.xlsx", words=["“d9”"])
    yield from same("o3.xlsx is there", os.path.exists(place.path("o3.xlsx")), False)


def test_replace(place):
    """slips: --replace makes new ones, and the old ones fit no more"""
    make_body(place)
    place.must("roster", "pins", "s.db", "-o", "o.xlsx")
    place.must("roster", "pins", "s.db", "-o", "o2.xlsx", "--replace")
    old, new = (Slips(place.path(name)).slips for name in ("o.xlsx", "o2.xlsx"))
    yield from same("people", sorted(person for person, _ in new), EVERYBODY)
    yield from all_fit(place, new)
    found = hashes(place)
    yield from (f"{person}: the old PIN still fits" for person, pin in old if fits(found[person], pin))


def test_person(place):
    """slips: one person's PIN is printed in every form; again only with --replace; nobody is nobody"""
    make_body(place)
    row, = place.rows("roster", "pins", "s.db", "--person=4")
    yield from same("columns", list(row), COLUMNS)
    yield from same("row", [row[name] for name in COLUMNS[:4]], ["4", "徴収 花子", "d21", "徴収係"])
    yield from all_fit(place, [("4", row["pin"])])
    yield from refused(place, "s.db", "roster", "pins", "s.db", "--person=4", words=["“4”", "--replace"])
    text = place.must("roster", "pins", "s.db", "--person=4", "--replace", "--format=csv")
    yield from same("CSV columns", text.split("\r\n")[0].split(","), COLUMNS)
    again = csv_rows(text)[0]["pin"]
    yield from same("another PIN", again == row["pin"], False)
    yield from all_fit(place, [("4", again)])
    table = place.must("roster", "pins", "s.db", "--person=4", "--replace")
    yield from same("table", re.sub(r"\d{8}", "PIN", table.splitlines()[1].split("  ")[-1]), "PIN")
    place.must("roster", "pins", "s.db", "--person=4", "--replace", "-o", "o.xlsx")
    yield from same("workbook", [person for person, _ in Slips(place.path("o.xlsx")).slips], ["4"])
    for person in "99", "", "4' OR 1=1 --", "%n", "4\n", "*kiosk*", "あ" * 300:
        yield from refused(place, "s.db", "roster", "pins", "s.db", f"--person={person}")


def test_usage(place):
    """slips: neither file nor person, or both a department and a person, is wrong usage"""
    make_body(place)
    yield from misused(place.run("roster", "pins", "s.db"))
    yield from misused(place.run("roster", "pins", "s.db", "--department=d1"))
    yield from misused(place.run("roster", "pins", "s.db", "--department=d1", "--person=4", "-o", "o.xlsx"))
    yield from same("hashes", hashes(place), {})


# The file

def test_mode(place):
    """file: its owner alone can read it, whatever the umask; nothing else is left beside it"""
    make_body(place)
    place.must("roster", "pins", "s.db", "-o", "o.xlsx", umask=0)
    yield from same("mode", oct(os.stat(place.path("o.xlsx")).st_mode & 0o777), "0o600")
    yield from same("files", sorted(os.listdir(place.folder)), ["d.csv", "o.xlsx", "p.csv", "s.db"])


def test_no_overwriting(place):
    """file: nothing that is there is written over, and nobody's PIN changes: a file, a folder, a link, the store"""
    make_body(place)
    place.write("mine.xlsx", "my own")
    os.mkdir(place.path("folder.xlsx"))
    os.symlink("elsewhere.xlsx", place.path("link.xlsx"))
    for name in "mine.xlsx", "folder.xlsx", "link.xlsx", "s.db", "./s.db":
        yield from refused(place, "s.db", "roster", "pins", "s.db", "-o", name, words=[name, "another file"])
    yield from same("the file", place.read("mine.xlsx"), b"my own")
    yield from same("through the link", os.path.exists(place.path("elsewhere.xlsx")), False)


def test_no_folder(place):
    """file: where none can be written, one line says so before any PIN is made"""
    make_body(place)
    names = ["none/o.xlsx", "d.csv/o.xlsx", "/proc/o.xlsx", "", "x" * 300 + ".xlsx"]
    if os.geteuid() != 0:
        os.mkdir(place.path("locked"), 0o500)
        names.append("locked/o.xlsx")
    for name in names:
        yield from refused(place, "s.db", "roster", "pins", "s.db", "-o", name)


def test_lost(place):
    """file: where writing fails after all, one line says that --replace makes others, and no file is in the way of that"""
    make_body(place)
    nothing = {"environment": {"TMPDIR": place.path("none")}}
    yield from failed(place.run("roster", "pins", "s.db", "-o", "o.xlsx", **nothing), "lost", "--replace")
    yield from same("o.xlsx is there", os.path.exists(place.path("o.xlsx")), False)
    yield from done(place.run("roster", "pins", "s.db", "-o", "o.xlsx", "--replace"), "5 slips")
    yield from all_fit(place, Slips(place.path("o.xlsx")).slips)


def test_campaign(place):
    """file: the slips bear the title and the last day of the open campaign, or of the one named"""
    make_body(place)
    for name, more in ("c", ["--title=春の点検", "--opens=2026-04-01", "--closes=2026-05-29"]), ("later", ["--title=秋の点検"]):
        place.must("campaign", "create", "s.db", name, f"--catalog={SMALL}", *more)
    place.must("campaign", "open", "s.db", "c")
    for option, title, closes in ([], "点検市　春の点検", True), (["--campaign=later"], "点検市　秋の点検", False):
        name = f"o{len(option)}.xlsx"
        place.must("roster", "pins", "s.db", "-o", name, "--replace", *option)
        texts = Slips(place.path(name)).texts
        yield from same(f"{title}: slips", texts.count(title), 5)
        yield from same(f"{title}: last day", sum("2026年5月29日（金）まで" in text for text in texts), 5 * closes)
    yield from refused(place, "s.db", "roster", "pins", "s.db", "-o", "o3.xlsx", "--campaign=c9", words=["“c9”"])


def test_hostile_names(place):
    """file: names are text as they are, in cells and sheets"""
    names = ['=HYPERLINK("x")', "+81", "%n%s%d", "<b>&amp;</b>", "🦊 👩‍👩‍👧", "שלום", "'[]:*?/\\'", "History", "あ" * 200, "&L&G", "_x0041_"]
    place.write("d.csv", departments(("d", "市", ""), *((f"d{i}", name, "d") for i, name in enumerate(names))))
    place.write("p.csv", people(*((f"p{i}", name, f"d{i}", "staff") for i, name in enumerate(names))))
    place.must("init", "s.db", "--name==1+1")
    place.must("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv")
    yield from done(place.run("roster", "pins", "s.db", "-o", "o.xlsx"), "11 slips")
    slips = Slips(place.path("o.xlsx"))
    yield from all_fit(place, slips.slips)
    yield from same("sheets", len(set(name.casefold() for name in slips.sheets)), len(names))
    yield from same("formulas", sum(raw.count("<f>") for raw in slips.raw.values()), 0)
    texts = [text.replace("_x005F_", "_") for text in slips.texts]
    # In its department's head, as the department and as the person.
    yield from (f"{name} stands {texts.count(name)} times" for name in names if len(name) < 41 and texts.count(name) != 3)


# Secrecy

def test_nowhere_else(place):
    """secrecy: no PIN is in the bytes of the store, in its log, in what is printed beside it, or in a temporary file"""
    make_campaign(place)
    os.mkdir(place.path("tmp"))
    own = {"environment": {"TMPDIR": place.path("tmp")}}
    result = place.run("roster", "pins", "s.db", "-o", "o.xlsx", **own)
    yield from done(result)
    pins = [pin for _, pin in Slips(place.path("o.xlsx")).slips]
    yield from same("PINs", len(pins), 5)
    yield from (f"a PIN was printed: {result.out}" for pin in pins if pin in result.out)
    pins.append(place.rows("roster", "pins", "s.db", "--person=1", "--replace")[0]["pin"])
    given = give(place, GOOD.encode() + b"\n")
    yield from done(given, "was set")
    yield from same("kiosk PIN was printed", GOOD in given.out + given.err, False)
    yield from nowhere(place, *pins, GOOD)
    yield from same("temporary files", os.listdir(place.path("tmp")), [])
    log = [line for line in place.state("s.db") if line.startswith('INSERT INTO "log"')]
    kinds = [kind for kind in ("pins.issued", "kiosk.pin-set") if any(f"'{kind}'" in line for line in log)]
    yield from same("kinds in the log", kinds, ["pins.issued", "kiosk.pin-set"])
    yield from done(place.run("verify", "s.db"), "sound")


# The PIN of the kiosk

def test_kiosk_line(place):
    """kiosk: one line of standard input, with or without its end; what follows is not for us"""
    make_body(place)
    for data in b"84027315\n", b"84027315", b"84027315\r\n", b"84027315\n90817263\n":
        yield from done(give(place, data), "was set")
        yield from same(f"{data!r}: the hash fits", fits(hashes(place)[None], GOOD), True)
    yield from done(give(place, b"602841\n"))
    yield from same("the new one alone fits", [fits(hashes(place)[None], pin) for pin in (GOOD, "602841")], [False, True])


def test_kiosk_refused(place):
    """kiosk: what is no PIN, or too easy, is refused, the line is not repeated, and nothing changes"""
    make_body(place)
    give(place, GOOD.encode())
    for data in (b"", b"\n", b"\r\n", b"12345\n", b"1234567890123\n", b"abcdefgh\n", b"8402731x\n", b" 84027315\n", b"8402 7315\n",
                 "８４０２７３１５\n".encode(), b"84027315\x00\n", b"\x00", b"\xff\xfe\n", b"123456\n", b"11111111\n", b"19900101\n",
                 b"%n%s%d\n", b"8" * 60000, b"-84027315\n"):
        before = place.state("s.db")
        result = give(place, data)
        yield from failed(result)
        yield from same(f"{data[:20]!r}: the store stays", place.state("s.db") == before, True)
        word = data.decode(errors="replace").strip()
        if len(word) > 4 and word in result.out + result.err:
            yield f"{word[:20]!r} was repeated"
    yield from misused(place.run("kiosk", "pin", "s.db", GOOD))


class Terminal:
    """The program at a terminal of its own, whose other end is ours."""

    def __init__(self, place):
        self.ours, self.theirs = pty.openpty()
        self.shown = ""
        self.process = place.start("kiosk", "pin", "s.db", stdin=self.theirs, stderr=self.theirs, start_new_session=True,
                                   preexec_fn=lambda: __import__("fcntl").ioctl(self.theirs, termios.TIOCSCTTY, 0))

    def see(self, word, seconds=30):
        """Wait until the terminal shows a word."""
        end = time.monotonic() + seconds
        while word not in self.shown and time.monotonic() < end:
            if select.select([self.ours], [], [], 0.1)[0]:
                self.shown += os.read(self.ours, 4096).decode(errors="replace")
        if word not in self.shown:
            raise AssertionError(f"the terminal shows {self.shown!r}, not “{word}”")

    def type(self, text):
        os.write(self.ours, text.encode())

    def echoes(self):
        return bool(termios.tcgetattr(self.theirs)[3] & termios.ECHO)

    def end(self):
        """The exit code and all that was shown."""
        out = self.process.communicate(timeout=60)[0].decode()
        while select.select([self.ours], [], [], 0.1)[0]:
            self.shown += os.read(self.ours, 4096).decode(errors="replace")
        echoes = self.echoes()
        os.close(self.theirs)
        os.close(self.ours)
        return self.process.returncode, out, self.shown, echoes


def test_kiosk_terminal(place):
    """kiosk: at a terminal it is typed twice and not shown"""
    make_body(place)
    terminal = Terminal(place)
    terminal.see("6 to 12 digits: ")
    yield from same("echo while it is typed", terminal.echoes(), False)
    terminal.type(GOOD + "\n")
    terminal.see("again: ")
    terminal.type(GOOD + "\n")
    code, out, shown, echoes = terminal.end()
    yield from same("exit, echo afterwards", (code, echoes), (0, True))
    yield from same("it was shown", GOOD in shown + out, False)
    yield from same("the hash fits", fits(hashes(place)[None], GOOD), True)


def test_kiosk_mistyped(place):
    """kiosk: two that differ set nothing"""
    make_body(place)
    terminal = Terminal(place)
    terminal.see("6 to 12 digits: ")
    terminal.type(GOOD + "\n")
    terminal.see("again: ")
    terminal.type("84027316\n")
    code, _, shown, echoes = terminal.end()
    yield from same("exit, echo afterwards", (code, echoes), (1, True))
    yield from same("it says so", "not the same" in shown, True)
    yield from same("hashes", hashes(place), {})


def test_kiosk_interrupted(place):
    """kiosk: Ctrl-C, a hang-up or an end leaves a terminal that shows what is typed, and sets nothing"""
    make_body(place)
    for number in None, signal.SIGTERM, signal.SIGHUP:
        terminal = Terminal(place)
        terminal.see("6 to 12 digits: ")
        terminal.type(GOOD[:4])
        if number is None:
            terminal.type("\x03")
        else:
            terminal.process.send_signal(number)
        code, _, shown, echoes = terminal.end()
        yield from same(f"{number}: exit, echo afterwards", (code, echoes), (1, True))
        yield from same(f"{number}: it says so", "interrupted" in shown, True)
    yield from same("hashes", hashes(place), {})


# The demonstration

def test_demo(place):
    """demo: a few people can sign in, among them a plain staff member, a manager and the CISO, and the kiosk can be left"""
    out = place.must("demo", "city", "--people=200", "--departments=12")
    line, = [line for line in out.splitlines() if "pin-slips.xlsx" in line]
    slips = Slips(place.path("city/pin-slips.xlsx")).slips
    yield from all_fit(place, slips, "city/tenken.db")
    roles = {row["person_id"]: row["roles"].split(";") for row in csv_rows(place.read("city/people.csv").decode())}
    held = [roles[person] for person, _ in slips]
    yield from same("plain staff", ["staff"] in held, True)
    yield from (f"no {role}" for role in ("manager", "ciso") if not any(role in some for some in held))
    yield from same("few", 3 <= len(slips) < 40, True)
    yield from same("the kiosk's fits", fits(hashes(place, "city/tenken.db")[None], re.search(r"\b\d{8}\b", line)[0]), True)
    yield from done(place.run("verify", "city/tenken.db"), "sound")
    place.must("demo", "bare", "--people=20", "--departments=3", "--data-only")
    yield from same("data only: hashes", hashes(place, "bare/tenken.db"), {})


if __name__ == "__main__":
    sys.exit(main(globals()))
