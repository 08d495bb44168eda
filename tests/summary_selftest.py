#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows that summary.py counts right, on what meson itself logs of a made-up project. Prints TAP."""

import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True      # no cache in the source tree

from tap import Tap       # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))

# A program of each kind: how it is declared, what it does, and what it adds to passed, failed, skipped.
PROGRAMS = {
    "plain-good": ("exitcode", "exit 0", (1, 0, 0)),
    "plain-bad": ("exitcode", "exit 3", (0, 1, 0)),
    "plain-skip": ("exitcode", "echo no such thing here; exit 77", (0, 0, 1)),
    "plain-error": ("exitcode", "exit 99", (0, 1, 0)),
    "plain-crash": ("exitcode", "kill -SEGV $$", (0, 1, 0)),
    "plain-late": ("exitcode", "sleep 60", (0, 1, 0)),
    "tap-good": ("tap", "echo 1..2; echo ok 1 /a; echo ok 2 /b", (2, 0, 0)),
    "tap-mixed": ("tap", "echo 1..3; echo ok 1 /a; echo not ok 2 /b; echo '# because'; echo 'ok 3 /c # SKIP no ../shared'; exit 1", (1, 1, 1)),
    "tap-skip": ("tap", "echo '1..0 # SKIP nothing to do'", (0, 0, 1)),
    "tap-short": ("tap", "echo 1..3; echo ok 1 /a", (1, 1, 0)),
    "tap-bail": ("tap", "echo 1..3; echo ok 1 /a; echo 'Bail out! broken'; kill -ABRT $$", (1, 1, 0)),
    "tap-late": ("tap", "echo 1..2; echo ok 1 /a; sleep 60", (1, 1, 0)),
    "tap-status": ("tap", "echo 1..1; echo ok 1 /a; exit 1", (1, 1, 0)),
    "tap-bytes": ("tap", r"printf '1..1\nok 1 /\033[1mloud\001\n'", (1, 0, 0)),
}


def run_meson(folder, programs):
    """Lets meson test a project of these programs; its exit status and its logs."""
    build = os.path.join(folder, "build")
    with open(os.path.join(folder, "meson.build"), "w", encoding="utf-8") as file:
        file.write("project('made.up', meson_version: '>= 1.0.0')\n")
        for name in programs:
            protocol, script, _ = PROGRAMS[name]
            with open(os.path.join(folder, name), "w", encoding="utf-8") as program:
                program.write(f"#!/bin/sh\n{script}\n")
            os.chmod(program.name, 0o755)
            file.write(f"test('{name}', find_program('./{name}'), protocol: '{protocol}', timeout: 2)\n")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
    subprocess.run(["meson", "setup", build, folder], check=True, **quiet)
    status = subprocess.run(["meson", "test", "-C", build, "--no-rebuild"], check=False, timeout=120, **quiet).returncode
    return status, os.path.join(build, "meson-logs")


def summarize(*arguments, ci=False):
    """The exit status and the lines of summary.py."""
    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    if ci:
        environment["CI"] = "true"
    run = subprocess.run([sys.executable, "-B", os.path.join(HERE, "summary.py"), *map(str, arguments)],
                         env=environment, capture_output=True, text=True, check=False)
    return run.returncode, (run.stdout + run.stderr).splitlines()


def counted(result, passed, failed, skipped, status):
    return result[0] == status and result[1][-1:] == [f"{passed} passed, {failed} failed, {skipped} skipped"]


def cases():
    with tempfile.TemporaryDirectory() as folder:
        status, logs = run_meson(folder, PROGRAMS)
        result = summarize("--run", "suite", status, logs)
        want = [sum(counts[i] for _, _, counts in PROGRAMS.values()) for i in range(3)]
        yield "every kind of program is counted", counted(result, *want, 1), result
        for name, (_, _, (_, failed, skipped)) in PROGRAMS.items():
            told = [sum(line.startswith(f"{word}: {name}") for line in result[1]) for word in ("failed", "skipped")]
            yield f"{name} is named", told == [failed, skipped], result
        yield "a skipped test is shown with its reason", "skipped: tap-mixed: 3 /c (no ../shared) [suite]" in result[1], result
        yield "a failed test is shown with what it said", "    because" in result[1], result
        yield "a skipped program is shown with its reason", any("no such thing here" in line for line in result[1]), result

    good = [name for name, (_, _, (_, failed, _)) in PROGRAMS.items() if not failed]
    with tempfile.TemporaryDirectory() as folder:
        status, logs = run_meson(folder, good)
        result = summarize("--check", "format", 0, "--run", "suite", status, logs)
        yield "good programs and a good check", counted(result, 5, 0, 2, 0), result
        result = summarize("--run", "suite", status, logs, ci=True)
        yield "in CI a skipped test fails", counted(result, 4, 0, 2, 1), result
        result = summarize("--check", "format", 1, "--run", "suite", status, logs)
        yield "a bad check fails", counted(result, 4, 1, 2, 1), result
        result = summarize("--run", "suite", 1, logs)
        yield "a bad status that no log explains fails", counted(result, 4, 1, 2, 1), result
        result = summarize("--run", "suite", 0, logs, "--run", "sanitizers", 0, os.path.join(folder, "none"))
        yield "a run without logs fails", counted(result, 4, 1, 2, 1), result
        for name in os.listdir(logs):
            with open(os.path.join(logs, name), "r+b") as file:
                file.truncate(os.path.getsize(file.name) // 2)
        result = summarize("--run", "suite", status, logs)
        yield "logs cut short fail", counted(result, 0, 1, 0, 1), result

    with tempfile.TemporaryDirectory() as folder:
        status, logs = run_meson(folder, [])
        result = summarize("--check", "format", 0, "--run", "suite", status, logs)
        yield "a run without a test fails", counted(result, 1, 1, 0, 1), result
    with tempfile.TemporaryDirectory() as folder:
        status, logs = run_meson(folder, ["plain-skip"])
        result = summarize("--run", "suite", status, logs)
        yield "nothing but skips fails", counted(result, 0, 0, 1, 1), result
    result = summarize()
    yield "nothing at all fails", counted(result, 0, 0, 0, 1), result


def main():
    tap = Tap()
    for name, good, found in cases():
        tap.point(name, [] if good else [f"found instead: {found}"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
