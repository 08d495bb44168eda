# SPDX-License-Identifier: LGPL-2.1-or-later
"""Validates JSON against the schemas in data/schema, without the network."""

import functools
import json
import os
import pathlib

import jsonschema

# Where the schemas lie; a test of another data folder sets it.
FOLDER = pathlib.Path(os.path.abspath(__file__)).parents[2] / "data" / "schema"


@functools.lru_cache(maxsize=None)
def validator(name):
    """The validator of a schema; references to its neighbours are found beside it."""
    path = FOLDER / name
    schema = json.loads(path.read_text(encoding="utf-8"))
    kind = jsonschema.Draft202012Validator
    kind.check_schema(schema)
    return kind(schema, resolver=jsonschema.RefResolver(path.as_uri(), schema),
                format_checker=jsonschema.FormatChecker(["date"]))


def path_of(steps):
    """Write the steps to a value as the C loader does: controls[3].title.ja."""
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return path.removeprefix(".")


def faults(name, data):
    """Yield the path and the message of everything in which data does not keep to a schema."""
    for error in sorted(validator(name).iter_errors(data), key=lambda error: path_of(error.absolute_path)):
        yield path_of(error.absolute_path), error.message
