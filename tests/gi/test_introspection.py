#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The library as a Python script sees it, through introspection.

GI_TYPELIB_PATH and LD_LIBRARY_PATH lead to the library.
"""

import gc
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import gi                                       # noqa: E402

gi.require_version("Tenken", "1")
from gi.repository import GLib, Tenken          # noqa: E402

from tap import Tap                             # noqa: E402

SMALL = str(HERE.parent / "fixtures" / "small-catalog.json")


def example():
    """The ten lines of the README print what can be worked out by hand: (76 + 1/2) / 77 of 100 points."""
    printed = subprocess.run([sys.executable, HERE / "example.py"], capture_output=True, text=True, timeout=60)
    if printed.stdout != "77 items, 99.4 points, 1 gap\n":
        yield f"it prints {printed.stdout!r} {printed.stderr}"


def matrix():
    """Every mark can be read, and the marks add up to those of the printed matrix."""
    catalog = Tenken.CatalogLibrary.new().find("mic-2020", None)
    marks = [catalog.get_control(c).get_mark(catalog.get_role(r))
             for c in range(catalog.get_n_controls()) for r in range(catalog.get_n_roles())]
    counts = [marks.count(mark) for mark in (Tenken.Mark.RESPONSIBLE, Tenken.Mark.INFORMED, Tenken.Mark.PERMITS,
                                             Tenken.Mark.APPROVES)]
    if counts != [428, 110, 22, 3]:
        yield f"the marks are {counts}"


def tally():
    """Counts that were made elsewhere can be scored: two of two implemented, in a body read from files."""
    catalog = Tenken.Catalog.load_file(SMALL)[0]
    campaign = Tenken.Campaign.new("c", catalog)
    paper = Tenken.Questionnaire.new(campaign, "p", ["ciso"])
    paper.set_answer(0, Tenken.AnswerValue.IMPLEMENTED, None, False)
    score = paper.score(-1)
    if not score.is_defined() or score.get_score() != 100.0:
        yield f"the score is {score.get_score()}"
    if score.get_count("answered") != 1:
        yield f"{score.get_count('answered')} answers were counted"


def errors():
    """An error is an exception that names its kind."""
    try:
        Tenken.CatalogLibrary.new().find("no-such", None)
        yield "a catalog that does not exist was found"
    except GLib.Error as error:
        if not error.matches(Tenken.error_quark(), Tenken.Error.NOT_FOUND):
            yield f"it raises {error}"
    paper = Tenken.Questionnaire.new(Tenken.Campaign.new("c", Tenken.Catalog.load_file(SMALL)[0]), "p", ["ciso"])
    try:
        paper.set_answer(0, Tenken.AnswerValue.NOT_APPLICABLE, None, False)
        yield "not applicable was taken without a reason"
    except GLib.Error as error:
        if "reason" not in error.message:
            yield f"it raises {error}"


def lifetimes():
    """An entry that is held for longer than its catalog knows of no other entry any more, but does no harm."""
    catalog = Tenken.Catalog.load_file(SMALL)[0]
    control, duty = catalog.get_control(0), catalog.get_duty(0)
    name = control.get_id()
    del catalog
    gc.collect()
    if control.get_id() != name or control.get_n_duties() != 0 or duty.get_control() is not None:
        yield "the entries still point at what is gone"


def main():
    tap = Tap()
    for test in (example, matrix, tally, errors, lifetimes):
        tap.run(test.__doc__.splitlines()[0], test)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
