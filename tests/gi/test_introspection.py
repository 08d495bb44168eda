#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The library as a Python script sees it, through introspection.

GI_TYPELIB_PATH and LD_LIBRARY_PATH lead to the library.
"""

import gc
import subprocess
import sys
import tempfile
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


def write(folder, name, *rows):
    path = Path(folder) / name
    path.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return str(path)


def store():
    """A campaign is led through a store: one of two people hands in, everything implemented but one."""
    with tempfile.TemporaryDirectory() as folder:
        body = Tenken.Body.read_roster(
            write(folder, "d.csv", "department_id,name,parent_id", "d,市,"),
            write(folder, "p.csv", "person_id,name,department_id,roles", "1,甲,d,staff", "2,乙,d,staff"), None)[0]
        keep = Tenken.Store.create(f"{folder}/s.db", "点検市", "python", None)
        keep.import_roster(body, False, None, None)
        keep.create_campaign(Tenken.Campaign.new("c", Tenken.CatalogLibrary.new().find("mic-2020", None)))
        if keep.open_campaign("c").n_people != 2:
            yield "not two people are asked"
        paper = keep.load_questionnaire("c", "1")
        duties = [paper.get_duty(item) for item in range(paper.get_n_items())]
        rows = [f"1,{duty.get_role().get_id()},{duty.get_control().get_id()},{'implemented' if item else 'partial'},"
                for item, duty in enumerate(duties)]
        taken = keep.import_answers("c", write(folder, "a.csv", "person_id,role,control_id,answer,comment", *rows), False, None, None)
        if (taken.n_rows, taken.n_people) != (77, 1):
            yield f"it took in {taken}"
        counts = keep.tally("c", None)
        if abs(counts.score_organisation().get_score() - 100 * 76.5 / 77) > 1e-9:
            yield f"the score is {counts.score_organisation().get_score()}"
        yield from arrays(keep, counts)


def arrays(keep, counts):
    """What comes as an array lives as long as Python holds it."""
    chapters = counts.score_all(Tenken.ScopeKind.CHAPTER, "en")
    rates = Tenken.Rate.load_default()
    campaigns = keep.list_campaigns()
    small = Tenken.Catalog.load_file(SMALL)[0]
    changes = small.diff(small)
    gc.collect()
    if [score.get_id() for score in chapters] != [str(number) for number in range(1, 10)]:
        yield f"the chapters are {chapters}"
    submission = rates[0].of(counts.score_organisation())
    if (rates[0].get_id(), submission.percent, submission.numerator, submission.denominator) != ("submission", 50, 1, 2):
        yield f"the first rate is {rates[0].get_id()} {submission}"
    if [campaign.get_id() for campaign in campaigns] != ["c"] or changes:
        yield f"the campaigns are {campaigns}, the changes {changes}"


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
    for test in (example, matrix, tally, store, errors, lifetimes):
        tap.run(test.__doc__.splitlines()[0], test)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
