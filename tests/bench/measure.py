# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs programs, keeps what they cost, and compares two of them pair by pair."""

import os
import statistics
import subprocess
import tempfile

MIB = 1024 * 1024
# With which the window starts itself anew, see src/kiosk/main.c: what is freed is overwritten at once.
AS_THE_PROGRAM = {"G_SLICE": "always-malloc", "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0"}


class Run:
    """What one run of a program cost: seconds, bytes of memory at the peak, bytes written, and what it printed."""

    def __init__(self, figures, output):
        self.wall = figures["wall"]
        self.cpu = figures["user"] + figures["system"]
        self.peak = figures["peak"] * 1024
        self.written = figures["written"]
        self.output = output
        self.inside = read_figures(output)

    def part(self, name):
        """The figures of one part of the program, which it took itself and printed."""
        figures = {"user": self.inside[f"{name}.cpu"], "system": 0, "written": 0}
        return Run({**figures, "wall": self.inside[f"{name}.wall"], "peak": self.inside[f"{name}.peak"]}, "")


def read_figures(text):
    figures = {}
    for line in text.splitlines():
        name, equals, value = line.partition("=")
        try:
            figures[name] = float(value)
        except ValueError:
            pass  # something else that the program says
    return figures


class Bench:
    """Where the programs are. Every program runs under bench-run, which takes the figures."""

    def __init__(self, build):
        self.build = build
        self.ctl = os.path.join(build, "src", "ctl", "tenkenctl")

    def program(self, name):
        return os.path.join(self.build, name)

    def run(self, *command, stdin=None):
        # What others left to be written must not be waited for here.
        os.sync()
        with tempfile.NamedTemporaryFile("r", dir=self.build, suffix=".figures") as figures:
            done = subprocess.run([self.program("bench-run"), figures.name, *map(str, command)], input=stdin or "",
                                  capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise SystemExit(f"bench: {' '.join(map(str, command))}: {done.stderr.strip() or done.returncode}")
            return Run(read_figures(figures.read()), done.stdout)


def in_rounds(repeat, **actions):
    """Runs each action once a round, the order turned round every time, so that no action always follows the same.

    Gives for each name its runs; those of the same place in two lists were neighbours in time.
    """
    runs = {name: [] for name in actions}
    for number in range(repeat):
        names = list(actions)
        for name in names if number % 2 == 0 else reversed(names):
            runs[name].append(actions[name]())
    return runs


class Spread:
    """A median with what lies farthest from it."""

    def __init__(self, values):
        self.values = list(values)
        self.median = statistics.median(self.values)
        self.least = min(self.values)
        self.most = max(self.values)

    def show(self, digits=3):
        def number(value):
            return f"{value:.{max(0, digits - 1 - exponent(value))}f}"

        if len(self.values) == 1:
            return number(self.median)
        return f"{number(self.median)} ({number(self.least)}–{number(self.most)})"


def exponent(value):
    """The power of ten of the first digit; at most 3 digits stand behind the point."""
    power = 0
    value = abs(value)
    while value >= 10:
        value /= 10
        power += 1
    while 0 < value < 1 and power > -1:
        value *= 10
        power -= 1
    return power


def spread(runs, figure):
    return Spread(getattr(run, figure) for run in runs)


def ratios(runs, floors, figure="wall"):
    return Spread(getattr(run, figure) / max(getattr(floor, figure), 1e-9) for run, floor in zip(runs, floors))
