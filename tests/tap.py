# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints results in the Test Anything Protocol, version 13."""

import traceback


class Tap:
    """Numbers the test points, prints one line each, and counts those that failed."""

    def __init__(self):
        self.count = 0
        self.failures = 0
        print("TAP version 13")

    def point(self, name, faults=()):
        """Print one test point: it passes if there are no faults; they follow as diagnostics."""
        faults = list(faults)
        self.count += 1
        self.failures += bool(faults)
        # TAP takes " # " as the beginning of a directive.
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name.replace('#', 'No.')}")
        for fault in faults:
            for line in str(fault).splitlines():
                print(f"# {line}")

    def skip(self, name, reason):
        """Print a test point that could not be examined here."""
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {reason}")

    def run(self, name, test):
        """Print the test point of a function that returns its faults; an exception is a fault too."""
        try:
            faults = list(test())
        except Exception:   # whatever it is, the other tests still run
            faults = traceback.format_exc().splitlines()
        self.point(name, faults)

    def end(self):
        """Print the plan and return the exit code. That nothing at all was examined is a failure."""
        if self.count == 0:
            self.point("something was examined", ["nothing was"])
        print(f"1..{self.count}")
        return 1 if self.failures else 0
