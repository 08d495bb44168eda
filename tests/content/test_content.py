# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every catalog that ships, and the example, against every rule: one test point for each (file × rule).

Run by `/usr/bin/python3 tests/content/test_content.py [DATA_DIR]`; prints TAP, exits 1 if anything fails. A rule that
examined nothing in a catalog fails, and so does a folder without catalogs.
"""

import glob
import json
import os
import pathlib
import sys

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))      # where tap.py is

import catalogs         # noqa: E402
import rules            # noqa: E402
import schemas          # noqa: E402
import source_runs      # noqa: E402
from tap import Tap     # noqa: E402

DATA = os.path.normpath(os.path.join(HERE, "..", "..", "data"))
EXAMPLE = "schema/catalog-example.json"


def catalog_names(data):
    """The catalogs below the data folder, and the example."""
    found = sorted(glob.glob(os.path.join(glob.escape(data), "catalogs", "*.json")))
    return [os.path.relpath(path, data) for path in found] + [EXAMPLE]


def faults_by_file(one, catalog):
    """Apply a rule; map the name of each file in which it examined something to the number examined and the faults."""
    found = {}
    for entry, messages in rules.examine(one, catalog):
        examined, faults = found.get(entry.source.name, (0, []))
        found[entry.source.name] = (examined + 1, faults + [f"{entry}: {message}" for message in messages])
    return found


def check_rule(tap, one, catalog):
    """Print a test point for each file of a catalog."""
    found = faults_by_file(one, catalog)
    if not found:
        tap.point(f"{catalog.source.name} × {one.name}", ["the rule found nothing to examine"])
    for name, (examined, faults) in found.items():
        tap.point(f"{name} × {one.name} ({examined})", faults)


def check_names_used(texts):
    """Yield each name of allowed-runs.txt that no text holds: an exception without use hides something one day."""
    normal = [source_runs.normalize(text.get(language, "")) for text in texts for language in rules.LANGUAGES]
    # A form's file as it stands: a name that holds in its texts holds in it.
    normal += [source_runs.normalize(pathlib.Path(form).read_text(encoding="utf-8"))
               for form in glob.glob(os.path.join(DATA, "forms", "*.json"))]
    for name in source_runs.read_names():
        if not any(source_runs.normalize(name) in text for text in normal):
            yield f"no catalog and no form holds the name “{name}”; remove it from allowed-runs.txt"


def check_all_included(data, known):
    """Yield each file in the catalogs' folder that belongs to no catalog. Those of coverage/ are
    test_coverage's, those of cross/ test_cross's."""
    paths = glob.glob(os.path.join(glob.escape(data), "catalogs", "**", "*.json"), recursive=True)
    others = tuple(os.path.join("catalogs", folder, "") for folder in ("coverage", "cross"))
    for path in sorted(paths):
        if os.path.relpath(path, data) not in known and not os.path.relpath(path, data).startswith(others):
            yield f"{os.path.relpath(path, data)}: no catalog includes this file"


def check_every_member_shown(data):
    """Yield each member of the schema that the example does not show. An include would need a second file."""
    with open(os.path.join(data, "schema", "catalog-1.schema.json"), encoding="utf-8") as file:
        known = set(members_of_schema(json.load(file)))
    with open(os.path.join(data, EXAMPLE), encoding="utf-8") as file:
        text = file.read()
    shown = set(members_of(json.loads(text)))
    if not known:
        yield "the schema knows no member"
    for name in sorted(known - shown - {"include"}):
        yield f"{EXAMPLE}: no “{name}” is shown"
    for word in ("scale", "single", "multiple", "number", "date", "short-text", "long-text", "responsible", "informed",
                 "permits", "approves", "required", "recommended"):
        if f'": "{word}"' not in text:
            yield f"{EXAMPLE}: no “{word}” is shown"


def members_of_schema(part):
    """Yield the name of every member that a schema describes."""
    if isinstance(part, dict):
        yield from part.get("properties", ())
        for value in part.values():
            yield from members_of_schema(value)
    elif isinstance(part, list):
        for value in part:
            yield from members_of_schema(value)


def members_of(part):
    """Yield the name of every member in a value."""
    if isinstance(part, dict):
        yield from part
    for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from members_of(value)


def check_rates(data):
    """Yield what is wrong with the rates: schema, ids, both languages."""
    source = catalogs.Source.read(os.path.join(data, "rates.json"), "rates.json")
    if source.fault:
        yield f"rates.json: {source.fault}"
    for path, message in schemas.faults("rates-1.schema.json", source.data):
        yield f"rates.json:{source.line(path)}: {path}: {message}"
    rates = catalogs.Entry("file", source, "", source.data).children("rate", "rates")
    if not rates or len({rate.get("id") for rate in rates}) < len(rates):
        yield "rates.json: no rate, or two with one id"
    for text in (text for rate in rates for text in catalogs.texts_below(rate)):
        yield from (f"{text}: {message}" for message in rules.both_languages(text, None))


def check_source_runs(folder):
    """Yield if the fixture is not what the source documents give."""
    with open(source_runs.FIXTURE, "rb") as file:
        if file.read() != source_runs.pack(source_runs.seed_hashes(folder)):
            yield "tests/fixtures/source-runs.bin does not fit the documents; run make_source_runs.py"


def check_beside_catalogs(tap, data, read):
    """The test points that look at all catalogs together, and at what stands beside them."""
    known = {source.name for catalog in read for source in catalog.sources}
    texts = [text for catalog in read for text in catalog.entries["text"]]
    tap.run("catalogs: every file below catalogs/ belongs to one", lambda: check_all_included(data, known))
    tap.run("allowed-runs.txt: every name is in use", lambda: check_names_used(texts))
    tap.run("catalog-example.json: shows every member and every word", lambda: check_every_member_shown(data))
    tap.run("rates.json: schema, ids, both languages", lambda: check_rates(data))
    folder = source_runs.shared_folder()
    if folder is None:
        tap.skip("source-runs.bin: is what the source documents give", "../shared is not here")
    else:
        tap.run("source-runs.bin: is what the source documents give", lambda: check_source_runs(folder))


def main(arguments):
    """Check the data folder named on the command line, else the one of this project."""
    data = os.path.abspath(arguments[0]) if arguments else DATA
    schemas.FOLDER = pathlib.Path(data) / "schema"
    names = catalog_names(data)
    tap = Tap()
    tap.point("catalogs: there is one", [] if len(names) > 1 else [f"{data}/catalogs holds no catalog"])
    read = [catalogs.read_catalog(os.path.join(data, name), name) for name in names]
    for catalog in read:
        for one in rules.RULES:
            check_rule(tap, one, catalog)
    check_beside_catalogs(tap, data, read)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
