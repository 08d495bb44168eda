# SPDX-License-Identifier: LGPL-2.1-or-later
"""The list of the controls that Tenken itself keeps: schema, texts, controls and tests that exist. Prints TAP.

Run by `/usr/bin/python3 tests/content/test_conformance.py [FILE]`; one test point for each measure.
"""

import collections
import os
import sys

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))      # where tap.py is

import catalogs         # noqa: E402
import rules            # noqa: E402
import schemas          # noqa: E402
import source_runs      # noqa: E402
from tap import Tap     # noqa: E402

ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
FILE = os.path.join(ROOT, "data", "conformance", "kiosk.json")


def control_ids(name):
    """The ids of the controls of a shipped catalog."""
    path = os.path.join(ROOT, "data", "catalogs", f"{name}.json")
    return {entry.get("id") for entry in catalogs.read_catalog(path, f"catalogs/{name}.json").entries["control"]}


def is_named(test, source):
    """Whether a source names a test: as a whole literal if it is a GLib path, somewhere in a literal if it is a sentence."""
    if not test.startswith("/"):
        return test in source
    return f'"{test}' in source if test.endswith("/") else f'"{test}"' in source


def test_faults(test):
    """Yield what is wrong with a test that a measure names."""
    path = os.path.join(ROOT, test["file"])
    if not os.path.isfile(path):
        yield f"{test['file']} is not there"
        return
    with open(path, encoding="utf-8") as file:
        if not is_named(test["test"], file.read()):
            yield f"{test['file']} holds no test “{test['test']}”"


def measure_faults(measure, controls, runs):
    """Yield what is wrong with a measure."""
    if measure.get("control") not in controls:
        yield f"there is no control {measure.get('control')}"
    text = measure.child("text", "does")
    yield from rules.both_languages(text, None)
    yield from rules.english_without_japanese(text, None)
    for language in rules.LANGUAGES:
        yield from (f"stands in a source document: {stretch}" for stretch in runs.shared(text.get(language, "")))
    for test in measure.get("tests"):
        yield from test_faults(test)


def check_refusals(measure, controls, runs):
    """Yield each fault that a measure would be allowed to have."""
    for what, change in (("an unknown control", {"control": "0-0"}),
                         ("no English", {"does": {"ja": measure.get("does")["ja"]}}),
                         ("a file that is not there", {"tests": [{"file": "tests/none.c", "test": "/Tenken/None"}]}),
                         ("half the name of a test", {"tests": [{"file": "tests/unit/test-store.c", "test": "/Tenken/Store/back"}]})):
        damaged = catalogs.Entry("measure", measure.source, measure.path, {**measure.value, **change})
        if not list(measure_faults(damaged, controls, runs)):
            yield f"passes with {what}"


def main(arguments):
    """Check the file named on the command line, else the one of this project."""
    path = os.path.abspath(arguments[0]) if arguments else FILE
    source = catalogs.Source.read(path, os.path.basename(path))
    tap = Tap()
    tap.point("is JSON", [source.fault] if source.fault else [])
    if source.fault:
        return tap.end()
    faults = [f"{source.line(where)}: {where}: {message}"
              for where, message in schemas.faults("conformance-1.schema.json", source.data)]
    tap.point("keeps to its schema", faults)
    if faults:
        return tap.end()
    measures = catalogs.Entry("file", source, "", source.data).children("measure", "measures")
    counted = collections.Counter(measure.get("id") for measure in measures)
    tap.point("no id stands twice", [name for name, times in counted.items() if times > 1])
    controls, runs = control_ids(source.data["catalog"]), source_runs.shipped()
    tap.run("faults are seen", lambda: check_refusals(measures[0], controls, runs))
    for measure in measures:
        tap.run(f"{measure.get('control')}: {measure.get('id')}",
                lambda measure=measure: measure_faults(measure, controls, runs))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
