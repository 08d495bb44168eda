#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The demonstration in the smallest bodies that there are. Prints TAP."""

import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import done, main    # noqa: E402


def test_tiny(place):
    """demo: one to five people in one to three departments: nobody verifies what is the own"""
    for people in range(1, 6):
        for departments in range(1, 4):
            name = f"tiny-{people}-{departments}"
            yield from done(place.run("demo", name, f"--people={people}", f"--departments={departments}"), f"{people} p")
            yield from done(place.run("verify", f"{name}/tenken.db"), "sound")


if __name__ == "__main__":
    sys.exit(main(globals()))
