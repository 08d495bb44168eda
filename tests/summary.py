#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Counts what tests/run has run, from the runner's own logs, and says so in the last line.

summary.py [--check NAME STATUS]... [--run NAME STATUS LOGS]...

A check is one test that tests/run made itself, a run is one `meson test`: its exit status and its folder of logs. Exits 1
when something failed, when a run held no test at all, and in CI (CI=true) when something was skipped.

Meson's JUnit file alone tells too little: a program that timed out, crashed or broke off after its first subtests is
listed there with nothing but passes. Its JSON log has the verdict on the whole program, so both are read.
"""

import json
import os
import re
import sys
import xml.etree.ElementTree as ET

GOOD = ("OK", "SKIP", "EXPECTEDFAIL")
MAX_DETAILS = 20
PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"
# What a test prints may hold control characters, which meson writes into its XML as they are.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Case:
    def __init__(self, program, name, outcome, reason=""):
        self.program = program
        self.name = name
        self.outcome = outcome
        self.reason = reason
        self.run = None             # the run of meson, where there was one
        self.details = []           # what a program that speaks TAP said of a failure

    def __str__(self):
        text = self.program if self.name == self.program else f"{self.program}: {self.name}"
        return f"{text} ({self.reason})" if self.reason else text


def last_line(text):
    lines = [line.strip() for line in (text or "").splitlines() if line.strip()]
    return lines[-1] if lines else ""


def read_cases(path, programs):
    """The test cases of a JUnit file as meson writes it of these programs."""
    with open(path, encoding="utf-8", errors="replace") as file:
        root = ET.fromstring(NOT_XML.sub("\N{REPLACEMENT CHARACTER}", file.read()).encode())
    cases = []
    for suite in root.iter("testsuite"):
        # `project.program` holds the subtests of one program, `project` alone all the programs without any.
        program = max((name for name in programs if suite.get("name").endswith("." + name)), key=len, default=None)
        for element in suite.iter("testcase"):
            if element.find("failure") is not None or element.find("error") is not None:
                outcome = FAILED
            else:
                outcome = SKIPPED if element.find("skipped") is not None else PASSED
            reason = last_line(element.findtext("system-out")) if outcome == SKIPPED else ""
            cases.append(Case(program or element.get("name"), element.get("name"), outcome, reason))
    return cases


def read_programs(path):
    """What meson noted of each program as a whole."""
    with open(path, encoding="utf-8", errors="replace") as file:
        return {entry["name"]: entry for entry in map(json.loads, file)}


def read_details(tap):
    """The diagnostics right after each failed point, by its number. Meson shows only what a program wrote to stderr."""
    details = {}
    current = None
    for line in tap.splitlines():
        point = re.match(r"not ok (\d+)", line)
        if point:
            current = details.setdefault(point[1], [])
        elif current is not None and line.startswith("#"):
            current.append(line.lstrip("# "))
        else:
            current = None
    return details


def read_run(name, status, logs):
    """The cases of one run of meson, with a failed one for all that no case shows."""
    try:
        programs = read_programs(os.path.join(logs, "testlog.json"))
        cases = read_cases(os.path.join(logs, "testlog.junit.xml"), programs)
    except (OSError, ET.ParseError, ValueError, KeyError) as error:
        return [Case(name, name, FAILED, f"no log to count from: {error}")]
    for program, entry in programs.items():
        verdict = entry["result"]
        own = [case for case in cases if case.program == program]
        details = read_details(entry.get("stdout") or "")
        for case in own:
            case.details = details.get(case.name.split()[0], [])
        if verdict in GOOD or any(case.outcome == FAILED for case in own):
            continue
        if [case.name for case in own] == [program]:
            cases.remove(own[0])
        cases.append(Case(program, program, FAILED, f"the program as a whole: {verdict}"))
    if not cases:
        cases.append(Case(name, name, FAILED, "no test was run"))
    elif status and not any(case.outcome == FAILED for case in cases):
        cases.append(Case(name, name, FAILED, f"the runner ended with {status}, and no log says why"))
    return cases


def read_arguments(arguments):
    cases = []
    rest = list(arguments)
    while rest:
        if rest[0] == "--check" and len(rest) >= 3:
            cases.append(Case(rest[1], rest[1], FAILED if int(rest[2]) else PASSED))
            del rest[:3]
        elif rest[0] == "--run" and len(rest) >= 4:
            run = read_run(rest[1], int(rest[2]), rest[3])
            for case in run:
                case.run = rest[1]
            cases += run
            del rest[:4]
        else:
            sys.exit(f"summary.py: cannot make sense of {rest}")
    return cases


def main(arguments):
    cases = read_arguments(arguments)
    count = {outcome: sum(case.outcome == outcome for case in cases) for outcome in (PASSED, FAILED, SKIPPED)}
    for outcome in (SKIPPED, FAILED):
        for case in cases:
            if case.outcome == outcome:
                print(f"{outcome}: {case}" + (f" [{case.run}]" if case.run else ""))
                for line in case.details[:MAX_DETAILS]:
                    print(f"    {line}")
                if len(case.details) > MAX_DETAILS:
                    print(f"    and {len(case.details) - MAX_DETAILS} lines more")
    bad = count[FAILED] > 0
    if not count[PASSED] + count[FAILED]:
        print("nothing was tested")
        bad = True
    if count[SKIPPED] and os.environ.get("CI", "").lower() in ("true", "1"):
        print("in CI a skipped test is a failure")
        bad = True
    print(f"{count[PASSED]} passed, {count[FAILED]} failed, {count[SKIPPED]} skipped")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
