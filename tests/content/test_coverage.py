# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every coverage file against its catalog and against the clauses of its source document, in both directions.

Run by `/usr/bin/python3 tests/content/test_coverage.py [DATA_DIR]`; prints TAP. The clauses are kept in
tests/fixtures/clauses-CATALOG.txt and, where the source documents are here ($TENKEN_SHARED), compared with them. At the
end the checks themselves are tried on files that are broken in every way that they are there to find.
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
import clauses          # noqa: E402
import coverage         # noqa: E402
import schemas          # noqa: E402
import source_runs      # noqa: E402
from tap import Tap     # noqa: E402

DATA = os.path.normpath(os.path.join(HERE, "..", "..", "data"))


def json_files(data, *folders):
    """The names, without .json, of the files in a folder of the data."""
    paths = glob.glob(os.path.join(glob.escape(data), *folders, "*.json"))
    return sorted(os.path.basename(path).removesuffix(".json") for path in paths)


def read(data, name):
    """Read the coverage file of a catalog, and the catalog."""
    source = catalogs.Source.read(os.path.join(data, "catalogs", "coverage", f"{name}.json"), f"coverage/{name}.json")
    path = os.path.join(data, "catalogs", f"{name}.json")
    catalog = catalogs.read_catalog(path, f"{name}.json") if os.path.exists(path) else None
    return coverage.Coverage(source, catalog, clauses.kept(name))


def check_folder(data):
    """Yield each catalog without a coverage file, and each list of clauses that belongs to no coverage file."""
    covered = json_files(data, "catalogs", "coverage")
    shipped = json_files(data, "catalogs")
    yield from (f"{name}: no coverage/{name}.json" for name in shipped if name not in {*covered, *coverage.ELSEWHERE})
    for path in glob.glob(clauses.fixture_path("*")):
        name = os.path.basename(path).removeprefix("clauses-").removesuffix(".txt")
        if name not in covered:
            yield f"{os.path.basename(path)}: there is no coverage/{name}.json"
    if not covered:
        yield "there is no coverage file"


def check_source(name, folder):
    """Yield where the clauses that are kept are not those of the source document."""
    yield from coverage.compare(clauses.kept(name) or [], clauses.read_source(name, folder))


# Trying the checks on a small file, sound and broken

def small_catalog():
    """A catalog of two controls; the rest of it plays no part here."""
    controls = [{"id": "2-1", "clause": "第2条第1項"}, {"id": "2-2.1", "clause": "第2条第2項"},
                {"id": "2-2.2", "clause": "第2条第2項"}]
    return catalogs.from_data({"chapters": [{"sections": [{"controls": controls}]}]})


SMALL_CLAUSES = ["第1条", "第2条第1項", "第2条第1項第1号", "第2条第2項"]
SMALL = {
    "format": 1, "catalog": "small", "document": {"ja": "小さな要綱", "en": "Small rules"},
    "clauses": [
        {"clause": "第1条", "reason": "purpose", "note": {"ja": "目的", "en": "What for"}},
        {"clause": "第2条第1項", "controls": ["2-1"]},
        {"clause": "第2条第1項第1号", "controls": ["2-1"]},
        {"clause": "第2条第2項", "controls": ["2-2.1", "2-2.2"]},
    ],
    "counts": {"clauses": 4, "with_controls": 3, "controls": 3, "reasons": {"purpose": 1}},
}


def faults_of(data, kept=None):
    """What the checks say about a coverage in memory, by the check's name."""
    source = catalogs.Source("coverage/small.json", json.dumps(data, ensure_ascii=False, indent=2))
    small = coverage.Coverage(source, small_catalog(), kept or SMALL_CLAUSES)
    return {check.__name__: list(check(small)) for check in coverage.CHECKS}


def breakers():
    """Yield for each way to break the small file: the check that has to find it, what is broken, and the change."""
    yield "check_schema", "an unknown reason", lambda data: data["clauses"][0].update(reason="boring")
    yield "check_schema", "neither control nor reason", lambda data: data["clauses"][1].pop("controls")
    yield "check_schema", "both", lambda data: data["clauses"][1].update(reason="scope")
    yield "check_schema", "another catalog's name", lambda data: data.update(catalog="large")
    yield "check_clauses", "a clause is missing", lambda data: data["clauses"].pop(2)
    yield "check_clauses", "a clause stands twice", lambda data: data["clauses"].append(data["clauses"][1])
    yield "check_clauses", "a clause that the source has not", lambda data: data["clauses"][0].update(clause="第9条")
    yield "check_clauses", "clauses out of order", lambda data: data["clauses"].reverse()
    yield "check_controls_known", "a control that is not there", lambda data: data["clauses"][1].update(controls=["3"])
    yield "check_controls_known", "a control of another clause", lambda data: data["clauses"][1]["controls"].append("2-2.1")
    yield "check_controls_known", "an article between two", lambda data: data["clauses"][1].update(clause="第2条第1項の2")
    yield "check_controls_named", "a control that is not named", lambda data: data["clauses"][3]["controls"].pop()
    yield "check_counts", "a wrong sum", lambda data: data["counts"].update(controls=2)
    yield "check_counts", "a wrong reason", lambda data: data["counts"].update(reasons={"scope": 1})
    yield "check_texts", "no English", lambda data: data["clauses"][0]["note"].pop("en")


def check_found(name, change):
    """Yield a fault if a check does not find what a change breaks."""
    data = copy.deepcopy(SMALL)
    change(data)
    if not faults_of(data)[name]:
        yield f"{name} did not report it"


def check_reader():
    """Yield a fault unless the reader of articles names what stands in a small text."""
    text = """
        第１条 これは、第２
        条 ではない。
        第２条 次のとおり
        ⑴ 一 イ ではない
        イ 点
        ⑵ 二
        ２ 第二項
        ⑴ 一
        第２条の２ 枝
        ４ 次の番号ではない
        第 10 条 まだ先
        第３条 終わり
        附 則
        １ 最初
        ２ 次
        附 則
        日
    """
    wanted = ["第1条", "第2条第1項", "第2条第1項第1号", "第2条第1項第1号イ", "第2条第1項第2号", "第2条第2項",
              "第2条第2項第1号", "第2条の2", "第3条", "附則1第1項", "附則1第2項", "附則2"]
    yield from coverage.compare(clauses.articles(text), wanted)


def try_checks(tap):
    """The test points of the checks themselves."""
    tap.run("checks: a sound file passes", lambda: [fault for found in faults_of(SMALL).values() for fault in found])
    for name, about, change in breakers():
        tap.run(f"checks: {name} finds {about}", lambda name=name, change=change: check_found(name, change))
    tap.run("checks: the reader of articles", check_reader)


def main(arguments):
    """Check the data folder named on the command line, else the one of this project."""
    data = os.path.abspath(arguments[0]) if arguments else DATA
    schemas.FOLDER = pathlib.Path(data) / "schema"
    folder = source_runs.shared_folder()
    tap = Tap()
    tap.run("coverage: every catalog has its file", lambda: check_folder(data))
    for name in json_files(data, "catalogs", "coverage"):
        one = read(data, name)
        for check in coverage.CHECKS:
            tap.run(f"{name}: {check.__doc__.splitlines()[0]}", lambda check=check, one=one: check(one))
        about = f"{name}: the clauses that are kept are those of the source document"
        if folder is None:
            tap.skip(about, "../shared is not here")
        else:
            tap.run(about, lambda name=name: check_source(name, folder))
    try_checks(tap)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
