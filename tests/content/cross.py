# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a file of cross-references has to keep: every control of the first catalog refers to one of the second or says why not.

Each check gets a `Cross` and yields a message for everything that is wrong.
"""

import collections

import catalogs
import rules
import schemas

# How many rows of each relation a shipped file has, so that a lost or a changed line is noticed.
COUNTS = {
    "fukushima-2023--mic-2020": {"same": 20, "part": 18, "wider": 5, "related": 26, "none": 10},
    "mod-contractor-incident-2020--mic-2020": {"related": 18, "none": 6},
    "mod-external-services-2023--fukushima-2023": {"part": 4, "wider": 1, "related": 4, "none": 5},
    "mod-external-services-2023--mic-2020": {"part": 2, "related": 6, "none": 6},
    "osaka-2021--mic-2020": {"same": 160, "part": 95, "wider": 17, "related": 28, "none": 2},
}


class Cross:
    """A file of cross-references with its two catalogs, each None if it does not ship."""

    def __init__(self, source, first, second):
        self.source = source
        self.first = first
        self.second = second
        self.root = catalogs.Entry("file", source, "", source.data)
        self.rows = self.root.children("reference", "references")
        self.name = source.name.rsplit("/", 1)[-1].removesuffix(".json")


def controls_of(catalog):
    """The controls of a catalog by their ids, in its order."""
    return {control.get("id"): control for control in catalog.entries["control"]} if catalog else {}


def check_schema(cross):
    """The file is JSON, keeps to its schema, and is named after its two catalogs, which ship in these editions."""
    if cross.source.fault:
        yield cross.source.fault
    for path, message in schemas.faults("cross-1.schema.json", cross.source.data):
        yield f"{cross.source.name}:{cross.source.line(path)}: {path or 'the whole file'}: {message}"
    ends = [cross.root.get(end) or {} for end in ("from", "to")]
    name = "--".join(str(end.get("catalog")) for end in ends)
    if name != cross.name:
        yield f"{cross.source.name}: it is about {name}; name the file after that"
    for end, catalog in zip(ends, (cross.first, cross.second)):
        if catalog is None:
            yield f"{cross.source.name}: no catalog “{end.get('catalog')}” ships"
        elif catalog.root.get("edition") != end.get("edition"):
            yield f"{cross.source.name}: the edition of {end.get('catalog')} is {catalog.root.get('edition')}, not {end.get('edition')}"


def check_known(cross):
    """Every control that is named is there, and no two rows say the same."""
    seen = set()
    for row in cross.rows:
        if row.get("from") not in controls_of(cross.first):
            yield f"{row}: there is no control “{row.get('from')}” in the first catalog"
        if row.get("to") is not None and row.get("to") not in controls_of(cross.second):
            yield f"{row}: there is no control “{row.get('to')}” in the second catalog"
        if (row.get("from"), row.get("to")) in seen:
            yield f"{row}: “{row.get('from')}” and “{row.get('to')}” stand together twice"
        seen.add((row.get("from"), row.get("to")))
    if not seen:
        yield "no row is there"


def check_whole(cross):
    """Every control of the first catalog is named, in its order, with what it refers to or with why it refers to none."""
    wanted = list(controls_of(cross.first))
    named = list(dict.fromkeys(row.get("from") for row in cross.rows))
    yield from (f"{name} is not named" for name in wanted if name not in named)
    if [name for name in named if name in wanted] != [name for name in wanted if name in named]:
        yield "the rows do not stand in the order of the catalog"
    none = {row.get("from") for row in cross.rows if row.get("relation") == "none"}
    yield from (f"{row}: “{row.get('from')}” stands with none, too" for row in cross.rows
                if row.get("relation") != "none" and row.get("from") in none)
    if not wanted:
        yield "the first catalog has no control"


def is_scored(control):
    """Whether somebody is asked about a control in a way that counts."""
    marks = [duty.get("mark") if isinstance(duty, dict) else duty for duty in (control.get("duties") or {}).values()]
    return any(mark in catalogs.SCORED for mark in marks)


def check_powers(cross):
    """A power, of which nobody is asked, neither is the same as a duty nor wider than it."""
    first, second = controls_of(cross.first), controls_of(cross.second)
    for row in cross.rows:
        one, other = first.get(row.get("from")), second.get(row.get("to"))
        if one is None or other is None or row.get("relation") not in ("same", "wider"):
            continue
        if is_scored(other) and not is_scored(one):
            yield f"{row}: nobody is asked for {row.get('from')}, so that its answers cannot stand for {row.get('to')}"


def check_counts(cross, wanted=None):
    """There are as many rows of each relation as are known."""
    wanted = wanted or COUNTS.get(cross.name)
    given = dict(collections.Counter(row.get("relation") for row in cross.rows))
    if given != wanted:
        yield f"{cross.name}: {given} should be {wanted}; see COUNTS in cross.py"


def check_texts(cross):
    """The notes are there in both languages, and none is copied from a source."""
    runs = catalogs.from_data({})
    for text in catalogs.texts_below(cross.root):
        for one in (rules.both_languages, rules.english_without_japanese, rules.not_copied):
            yield from (f"{text}: {message}" for message in one(text, runs))


CHECKS = (check_schema, check_known, check_whole, check_powers, check_counts, check_texts)
