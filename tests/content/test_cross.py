# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every file of cross-references against its two catalogs.

Run by `/usr/bin/python3 tests/content/test_cross.py [DATA_DIR]`; prints TAP. At the end the checks themselves are tried on
files that are broken in every way that they are there to find.
"""

import copy
import glob
import json
import os
import pathlib
import sys

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))      # where tap.py is

import catalogs         # noqa: E402
import cross            # noqa: E402
import schemas          # noqa: E402
from tap import Tap     # noqa: E402

DATA = os.path.normpath(os.path.join(HERE, "..", "..", "data"))


def names_of(data):
    """The names, without .json, of the files that ship."""
    paths = glob.glob(os.path.join(glob.escape(data), "catalogs", "cross", "*.json"))
    return sorted(os.path.basename(path).removesuffix(".json") for path in paths)


def read_catalog(data, end):
    """Read one of the two catalogs of a file; None if it does not ship."""
    name = f"{(end or {}).get('catalog')}.json"
    path = os.path.join(data, "catalogs", name)
    return catalogs.read_catalog(path, name) if os.path.exists(path) else None


def read(data, name):
    """Read a file of cross-references and its catalogs."""
    source = catalogs.Source.read(os.path.join(data, "catalogs", "cross", f"{name}.json"), f"cross/{name}.json")
    return cross.Cross(source, *(read_catalog(data, source.data.get(end)) for end in ("from", "to")))


def check_folder(data):
    """Yield each file whose counts are not known, and each known one that is not there."""
    names = names_of(data)
    yield from (f"{name}: its counts do not stand in cross.py" for name in names if name not in cross.COUNTS)
    yield from (f"there is no cross/{name}.json" for name in cross.COUNTS if name not in names)


# Trying the checks on a small file, sound and broken

def small_catalog(name, controls):
    """A catalog of a few controls; the rest of it plays no part here. The last control is a power, asked of nobody."""
    rows = [{"id": one, "clause": one, "duties": {"staff": "responsible"} if one != controls[-1] else {"staff": "informed"}}
            for one in controls]
    return catalogs.from_data({"id": name, "edition": "1", "chapters": [{"sections": [{"controls": rows}]}]})


SMALL = {
    "format": 1, "from": {"catalog": "one", "edition": "1"}, "to": {"catalog": "two", "edition": "1"},
    "references": [
        {"from": "a", "relation": "same", "to": "x"},
        {"from": "a", "relation": "part", "to": "y"},
        {"from": "b", "relation": "none", "reason": "beyond", "note": {"ja": "ほかにはない", "en": "Nowhere else"}},
        {"from": "c", "relation": "related", "to": "y"},
    ],
}
SMALL_COUNTS = {"same": 1, "part": 1, "none": 1, "related": 1}


def faults_of(data):
    """What the checks say about a file in memory, by the check's name."""
    source = catalogs.Source("cross/one--two.json", json.dumps(data, ensure_ascii=False, indent=2))
    small = cross.Cross(source, small_catalog("one", ["a", "b", "c"]), small_catalog("two", ["x", "y", "z"]))
    return {check.__name__: list(check(small, SMALL_COUNTS) if check is cross.check_counts else check(small))
            for check in cross.CHECKS}


def breakers():
    """Yield for each way to break the small file: the check that has to find it, what is broken, and the change."""
    def rows(data):
        return data["references"]
    yield "check_schema", "an unknown relation", lambda data: rows(data)[0].update(relation="like")
    yield "check_schema", "an unknown reason", lambda data: rows(data)[2].update(reason="boring")
    yield "check_schema", "none without a reason", lambda data: rows(data)[2].pop("reason")
    yield "check_schema", "none that leads somewhere", lambda data: rows(data)[2].update(to="x")
    yield "check_schema", "a reference that leads nowhere", lambda data: rows(data)[0].pop("to")
    yield "check_schema", "a reason beside a reference", lambda data: rows(data)[0].update(reason="beyond")
    yield "check_schema", "another name", lambda data: data["to"].update(catalog="three")
    yield "check_schema", "another edition", lambda data: data["from"].update(edition="2")
    yield "check_known", "a control that the first has not", lambda data: rows(data)[0].update({"from": "q"})
    yield "check_known", "a control that the second has not", lambda data: rows(data)[0].update(to="q")
    yield "check_known", "a row that stands twice", lambda data: rows(data).append(dict(rows(data)[3], relation="part"))
    yield "check_known", "no row at all", lambda data: rows(data).clear()
    yield "check_whole", "a control that is not named", lambda data: rows(data).pop(2)
    yield "check_whole", "rows out of order", lambda data: rows(data).reverse()
    yield "check_whole", "none and something else", lambda data: rows(data).insert(2, {"from": "b", "relation": "part", "to": "x"})
    yield "check_powers", "a power that stands for a duty", lambda data: rows(data)[3].update(relation="same")
    yield "check_powers", "a power that is wider than a duty", lambda data: rows(data)[3].update(relation="wider")
    yield "check_counts", "a relation that was changed", lambda data: rows(data)[0].update(relation="wider")
    yield "check_counts", "a row that was lost", lambda data: rows(data).pop(1)
    yield "check_texts", "no English", lambda data: rows(data)[2]["note"].pop("en")


def check_found(name, change):
    """Yield a fault if a check does not find what a change breaks."""
    data = copy.deepcopy(SMALL)
    change(data)
    if not faults_of(data)[name]:
        yield f"{name} did not report it"


def try_checks(tap):
    """The test points of the checks themselves."""
    tap.run("checks: a sound file passes", lambda: [fault for found in faults_of(SMALL).values() for fault in found])
    for name, about, change in breakers():
        tap.run(f"checks: {name} finds {about}", lambda name=name, change=change: check_found(name, change))


def main(arguments):
    """Check the data folder named on the command line, else the one of this project."""
    data = os.path.abspath(arguments[0]) if arguments else DATA
    schemas.FOLDER = pathlib.Path(data) / "schema"
    tap = Tap()
    tap.run("cross: every file is known", lambda: check_folder(data))
    for name in names_of(data):
        one = read(data, name)
        for check in cross.CHECKS:
            tap.run(f"{name}: {check.__doc__.splitlines()[0]}", lambda check=check, one=one: check(one))
    try_checks(tap)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
