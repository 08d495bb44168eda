#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""How the kiosk is started, as far as no display is needed for it. Prints TAP."""

import os
import subprocess
import sys

sys.dont_write_bytecode = True      # no cache in the source tree
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from tap import Tap     # noqa: E402

WITHOUT_DISPLAY = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}


def judge(arguments, status, stdout="", stderr="", lines=None):
    """Run the program; yield how it ended otherwise than it should."""
    done = subprocess.run([os.environ["TENKEN"], *arguments], capture_output=True, text=True, check=False, timeout=30,
                          env=dict(WITHOUT_DISPLAY, GSETTINGS_BACKEND="memory", G_DEBUG="fatal-criticals"))
    if done.returncode != status:
        yield f"ended with {done.returncode}, not {status}: {done.stderr.strip()}"
    if stdout not in done.stdout:
        yield f"does not print “{stdout}”: {done.stdout.strip()}"
    if stderr not in done.stderr:
        yield f"does not say “{stderr}”: {done.stderr.strip()}"
    if lines is not None and len(done.stderr.splitlines()) != lines:
        yield f"says more or less than {lines} lines: {done.stderr.strip()}"


def main():
    tap = Tap()
    tap.run("--version", lambda: judge(["--version"], 0, stdout="tenken 0."))
    tap.run("--help names the options", lambda: judge(["--help"], 0, stdout="--kiosk"))
    tap.run("without a store", lambda: judge([], 2, stderr="tenken demo/tenken.db", lines=1))
    tap.run("with two stores", lambda: judge(["a.db", "b.db"], 2, stderr="b.db", lines=1))
    tap.run("without a store as a kiosk", lambda: judge(["--kiosk", "--name=hall-2"], 2, stderr="tenken demo/tenken.db", lines=1))
    tap.run("an option that does not exist", lambda: judge(["--no-such-option", "a.db"], 1, stderr="--no-such-option"))
    tap.run("without a display", lambda: judge(["a.db"], 1, stderr="display"))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
