#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The same figures from the library, from the workbooks and on the screens, of a random body. Prints TAP; run it within
tests/ui/session.

Usage: test_three.py [SEED]     a seed of its own each time, if nothing is said; it is printed

The library's are those of "tenkenctl score". Those of the workbooks are what LibreOffice calculates, after every stored result was
spoilt. Those of the screens are what a screen reader says of the committee's pages.
"""

import importlib.util
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True      # no cache in the source tree
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "ui")]

from tap import Tap     # noqa: E402

CAMPAIGN = "2026"
PIN = "48302917"
EXACT = 1e-9
SHOWN = 0.05 + 1e-9     # one decimal
RATES = ("submission_rate", "answer_rate", "implementation_rate", "attainment_rate")
# The sheet of each scope, and how the columns of its table stand.
SHEETS = {"department": "部署", "chapter": "章", "role": "役割"}
FIRST_ROW, ID, SCORE, GRADE, FIRST_RATE, CONTROLS = 5, 2, 3, 4, 7, 19
FIGURE = r"(?P<score>[\d.]+)"


def load_checks():
    """check-scorecard.py, whose name no import statement takes."""
    spec = importlib.util.spec_from_file_location("check_scorecard", HERE / "check-scorecard.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


checks = load_checks()


def ctl(*words):
    done = subprocess.run([os.environ["TENKENCTL"], *map(str, words)], capture_output=True, text=True, check=False, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(f"tenkenctl {' '.join(map(str, words))}: {done.stderr.strip()}")
    return done.stdout


class Body:
    """A made-up city, and what the library says of it: {scope: {id: figures}}."""

    def __init__(self, folder, seed):
        rng = random.Random(seed)
        self.folder = Path(folder)
        self.store = self.folder / "demo" / "tenken.db"
        ctl("demo", self.folder / "demo", f"--seed={seed}", f"--people={rng.randint(60, 160)}", f"--departments={rng.randint(4, 16)}")
        self.scores = {by: {row["id"]: row for row in self.score(by)} for by in ("organisation", "department", "chapter", "role", "control")}
        people = (self.folder / "demo" / "people.csv").read_text(encoding="utf-8").splitlines()
        self.committee = next(line.split(",")[0] for line in people if ";ciso" in line or ",ciso" in line)

    def score(self, by):
        return json.loads(ctl("score", self.store, CAMPAIGN, f"--by={by}", "--lang=en", "--format=json"))

    def export(self, kind, *options):
        path = self.folder / f"{kind}.xlsx"
        ctl("export", kind, self.store, CAMPAIGN, "-o", path, *options)
        return path


def differs(what, expected, found, tolerance):
    """A fault, or nothing. A dash stands for what is not defined."""
    if expected is None:
        return [] if found in ("–", "") else [f"{what}: {found} where the library has no figure"]
    try:
        close = abs(float(found) - expected) <= tolerance
    except (TypeError, ValueError):
        close = False
    return [] if close else [f"{what}: {found}, the library says {expected}"]


# --- the workbooks ---

def number(letters):
    """A, B … AA as 1, 2 … 27."""
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value


def calculate(path):
    """{sheet: {(row, column): value}} as LibreOffice works it out from a copy in which every result is wrong."""
    if shutil.which("soffice") is None:
        raise RuntimeError("LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "book.xlsx"
        spoilt = checks.spoil(checks.Book(path), copy)
        if spoilt < 500:
            raise RuntimeError(f"only {spoilt} formulas in {path.name}")
        fresh = checks.recalculate(copy, Path(folder))
        return {sheet: {(row, number(column)): value for column, row, _, _, value in fresh.cells(sheet)} for sheet in fresh.names}


def compare_line(what, cells, row, score):
    """A line of a table of scopes against the library."""
    yield from differs(f"{what}, score", score["score"], cells.get((row, SCORE), ""), EXACT)
    if score["grade"] is not None and cells.get((row, GRADE), "")[:1] != score["grade"]:
        yield f"{what}, grade: {cells.get((row, GRADE))}, the library says {score['grade']}"
    for index, rate in enumerate(RATES):
        yield from differs(f"{what}, {rate}", score[rate], cells.get((row, FIRST_RATE + 3 * index), ""), EXACT)
    yield from differs(f"{what}, controls", score["controls"], cells.get((row, CONTROLS), ""), 0)
    yield from differs(f"{what}, gaps", score["controls"] - score["controls_full"], cells.get((row, CONTROLS + 1), ""), 0)


def compare_table(body, cells, scope):
    """Every line of the table of a scope."""
    seen = 0
    for (row, column), value in sorted(cells.items()):
        if column != ID or row < FIRST_ROW or value not in body.scores[scope]:
            continue
        seen += 1
        yield from compare_line(f"{scope} {value}", cells, row, body.scores[scope][value])
    if seen != len(body.scores[scope]):
        yield f"{seen} lines of {scope} found, {len(body.scores[scope])} expected"


def compare_controls(body, cells):
    """Score and counts of every required control."""
    columns = {"items": 8, "implemented": 9, "partial": 10, "not_implemented": 11, "not_applicable": 12, "excepted": 13}
    seen = 0
    for (row, column), value in sorted(cells.items()):
        score = body.scores["control"].get(value)
        if column != ID or score is None:
            continue
        seen += 1
        yield from differs(f"control {value}, score", score["score"], cells.get((row, 20), ""), EXACT)
        for count, place in columns.items():
            yield from differs(f"control {value}, {count}", score[count], cells.get((row, place), ""), 0)
    if seen != len(body.scores["control"]):
        yield f"{seen} controls found, {len(body.scores['control'])} expected"


def test_scorecard(body):
    """the scorecard says what the library says"""
    book = calculate(body.export("scorecard"))
    whole = body.scores["organisation"]["organisation"]
    yield from differs("the summary's score", whole["score"], book["総括"].get((5, 1), ""), EXACT)
    yield from differs("the summary's gaps", whole["controls"] - whole["controls_full"], book["総括"].get((5, 7), ""), 0)
    yield from compare_line("the whole body", book["部署"], FIRST_ROW, whole)
    for scope, sheet in SHEETS.items():
        yield from compare_table(body, book[sheet], scope)
    yield from compare_controls(body, book["管理策"])


def test_department(body):
    """a department's workbook says what the library says"""
    department = random.Random(body.committee).choice(sorted(body.scores["department"]))
    score = body.scores["department"][department]
    cells = calculate(body.export("department", f"--department={department}"))["概要"]
    yield from differs(f"{department}, score", score["score"], cells.get((5, 1), ""), EXACT)
    for index, rate in enumerate(RATES):
        yield from differs(f"{department}, {rate}", score[rate], cells.get((9 + index, 2), ""), EXACT)


# --- the screens ---

class Screens:
    """The committee's desk, as it is read aloud."""

    def __init__(self, body):
        import driver   # only here: it needs a display and a bus
        self.driver = driver
        self.kiosk = driver.Kiosk(str(body.store), language="en")
        pin = json.loads(ctl("roster", "pins", body.store, f"--person={body.committee}", "--replace", "--format=json"))[0]["pin"]
        self.kiosk.wait_for_focus("Begin")
        self.kiosk.key("Return")
        for title, text in (("Your staff number", body.committee), ("Your PIN", pin), ("Choose a PIN of your own", PIN), ("The same PIN once more", PIN)):
            self.enter(title, text)

    def enter(self, title, text):
        self.kiosk.find("heading", name=title)
        self.kiosk.wait_for_focus(title)
        self.kiosk.type(text)
        self.kiosk.key("Return")

    def read(self, role, pattern, what):
        """What the names of things of a role say, once there is one."""
        pattern = re.compile(pattern)

        def matches():
            found = [pattern.match(node.name or "") for node in self.kiosk.walk() if node.role == role]
            return [match.groupdict() for match in found if match]
        return self.driver.until(what, matches)


def same_rate(what, said, score, rate):
    """A rate with what it is made of, such as “61.7%, 74/120”."""
    if score[rate] is None:
        return
    yield from differs(what, score[rate], said["score"], SHOWN)
    if "n" in said and int(said["N"]) > 0:
        yield from differs(f"{what}, n/N", score[rate], str(100 * int(said["n"]) / int(said["N"])), EXACT)


def test_home(body, screens):
    """the committee's first page says what the library says"""
    whole = body.scores["organisation"]["organisation"]
    said = screens.read("push button", rf"Score: {FIGURE} points, (?P<grade>[A-D]).*?(?P<full>\d+)/(?P<all>\d+) controls", "the score")[0]
    yield from differs("the score", whole["score"], said["score"], SHOWN)
    if (said["grade"], int(said["full"]), int(said["all"])) != (whole["grade"], whole["controls_full"], whole["controls"]):
        yield f"grade and controls: {said}, the library says {whole}"
    for rate in RATES:
        name = rate.replace("_", " ").capitalize()
        said = screens.read("push button", rf"{name}: {FIGURE}%, (?P<n>\d+)/(?P<N>\d+)", name)[0]
        yield from same_rate(name, said, whole, rate)
    for score in body.scores["chapter"].values():
        if score["score"] is None:
            continue
        name = re.escape(f"{score['id']} {score['name']}")
        said = screens.read("push button", rf"{name}, {FIGURE} points.*?(?P<full>\d+)/(?P<all>\d+) controls", name)[0]
        yield from differs(name, score["score"], said["score"], SHOWN)
        if (int(said["full"]), int(said["all"])) != (score["controls_full"], score["controls"]):
            yield f"{name}: {said}, the library says {score['controls_full']}/{score['controls']}"


def compare_rows(screens, scores, pattern):
    """A table of the screens, whose lines are known by their names: those that two bear are left out."""
    said = {row["name"]: row for row in screens.read("table row", pattern, "the table")}
    names = [score["name"] for score in scores.values()]
    seen = 0
    for score in scores.values():
        row = said.get(score["name"])
        if row is None or names.count(score["name"]) > 1 or score["score"] is None:
            continue
        seen += 1
        yield from differs(score["name"], score["score"], row["score"], SHOWN)
        if (int(row["full"]), int(row["all"])) != (score["controls_full"], score["controls"]):
            yield f"{score['name']}: {row}, the library says {score['controls_full']}/{score['controls']}"
        if int(row["N"]) > 0:
            yield from differs(f"{score['name']}, handed in", score["submission_rate"], str(100 * int(row["n"]) / int(row["N"])), EXACT)
    if seen < 2:
        yield f"only {seen} lines could be compared; there are {sorted(said)}"


def test_departments(body, screens):
    """the committee's departments are those of the library"""
    screens.kiosk.key("ctrl+2")
    screens.kiosk.press(name="As a list", role="page tab")
    yield from compare_rows(screens, body.scores["department"],
                            rf"　*(?P<name>[^　].*?), Points {FIGURE}, .*?kept (?P<full>\d+)/(?P<all>\d+), .*?Handed in (?P<n>\d+)/(?P<N>\d+)")


def test_roles(body, screens):
    """the committee's roles are those of the library"""
    screens.kiosk.key("ctrl+Page_Down", "ctrl+Page_Down")
    yield from compare_rows(screens, body.scores["role"],
                            rf"(?P<name>.*?), Handed in (?P<n>\d+)/(?P<N>\d+), Points {FIGURE}, .*?kept (?P<full>\d+)/(?P<all>\d+)")


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.SystemRandom().randrange(1, 10000)
    tap = Tap()
    print(f"# the body is that of the seed {seed}")
    with tempfile.TemporaryDirectory(prefix="tenken-three-") as folder:
        body = Body(folder, seed)
        for test in (test_scorecard, test_department):
            tap.run(test.__doc__, lambda test=test: test(body))
        screens = Screens(body)
        try:
            for test in (test_home, test_departments, test_roles):
                tap.run(test.__doc__, lambda test=test: test(body, screens))
        finally:
            screens.kiosk.stop()
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
