# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a coverage file has to keep: every clause of the source is a control or has a reason, and the other way round.

Each check gets a `Coverage` and yields a message for everything that is wrong.
"""

import collections
import re

import catalogs
import rules
import schemas

# Catalogs that need no coverage file, with the test that shows their completeness in another way.
ELSEWHERE = {"mic-2020": "test_matrix compares every row of the printed table"}


class Coverage:
    """A coverage file, its catalog, and the clauses of the source that are kept for it."""

    def __init__(self, source, catalog, kept):
        self.source = source
        self.catalog = catalog
        self.kept = kept
        self.root = catalogs.Entry("file", source, "", source.data)
        self.entries = self.root.children("clause", "clauses")
        self.controls = {control.get("id"): control for control in catalog.entries["control"]} if catalog else {}


def check_schema(coverage):
    """The file is JSON, keeps to its schema, and is named after its catalog, which ships."""
    if coverage.source.fault:
        yield coverage.source.fault
    for path, message in schemas.faults("coverage-1.schema.json", coverage.source.data):
        yield f"{coverage.source.name}:{coverage.source.line(path)}: {path or 'the whole file'}: {message}"
    name = coverage.root.get("catalog")
    if not coverage.source.name.endswith(f"/{name}.json"):
        yield f"{coverage.source.name}: the catalog is “{name}”; name the file after it"
    if coverage.catalog is None:
        yield f"{coverage.source.name}: no catalog “{name}” ships"


def check_clauses(coverage):
    """The clauses are those of the source, each once, in its order."""
    if not coverage.kept:
        yield f"no list of clauses is kept for {coverage.root.get('catalog')}; see clauses.py"
        return
    yield from compare([entry.get("clause") for entry in coverage.entries], coverage.kept)


def compare(listed, wanted):
    """Yield where a list of clauses is not another: what is missing, what is too much, and what stands elsewhere."""
    missing, extra = collections.Counter(wanted), collections.Counter(listed)
    yield from (f"{clause} is not listed" for clause in (missing - extra))
    yield from (f"{clause} is not a clause of the source, or stands twice" for clause in (extra - missing))
    if missing == extra:
        yield from (f"{one} stands where {other} belongs" for one, other in zip(listed, wanted)
                    if one != other)


def holds(clause, other):
    """Whether a clause is another, or the other stands below it: 第2条 holds 第2条第1項, but not 第2条の2."""
    return other.startswith(clause) and not re.match("[の0-9]", other[len(clause):])


def check_controls_known(coverage):
    """Every control that is named is in the catalog, and its clause is this one, or one above or below it."""
    named = 0
    for entry in coverage.entries:
        clause = entry.get("clause")
        for name in entry.get("controls", ()):
            named += 1
            control = coverage.controls.get(name)
            if control is None:
                yield f"{entry}: there is no control “{name}”"
            elif not (holds(control.get("clause"), clause) or holds(clause, control.get("clause"))):
                yield f"{entry}: the clause of {name} is {control.get('clause')}, not {clause}"
    if not named:
        yield "no control is named"


def check_controls_named(coverage):
    """Every control of the catalog is named by the clause that it gives as its own."""
    by_clause = {entry.get("clause"): entry.get("controls", ()) for entry in coverage.entries}
    for name, control in coverage.controls.items():
        if name not in by_clause.get(control.get("clause"), ()):
            yield f"{control}: the coverage of {control.get('clause')} does not name it"
    if not coverage.controls:
        yield "the catalog has no control"


def check_counts(coverage):
    """The counts are those of the lists."""
    reasons = collections.Counter(entry.get("reason") for entry in coverage.entries if entry.get("reason"))
    wanted = {"clauses": len(coverage.entries), "with_controls": len(coverage.entries) - sum(reasons.values()),
              "controls": len(coverage.controls), "reasons": dict(reasons)}
    given = {name: value for name, value in (coverage.root.get("counts") or {}).items() if name != "$comment"}
    if given != wanted:
        yield f"counts: {given} should be {wanted}"


def check_texts(coverage):
    """The texts are there in both languages, and none is copied from a source."""
    runs = catalogs.from_data({})
    for text in catalogs.texts_below(coverage.root):
        for one in (rules.both_languages, rules.english_without_japanese, rules.not_copied):
            yield from (f"{text}: {message}" for message in one(text, runs))


CHECKS = (check_schema, check_clauses, check_controls_known, check_controls_named, check_counts, check_texts)
