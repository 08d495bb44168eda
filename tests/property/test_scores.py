#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The scores of random bodies, compared with an oracle that was written from the design alone.

TENKENCTL names the program.  Each body goes the whole way: roster, campaign, answers, drafts, closing, scores by every
scope.  Counts and grades must be the same, figures must agree to 1e-9.

Usage: test_scores.py [BODIES [FIRST_SEED]]     1000 bodies, from seed 0, if nothing is said
"""

import concurrent.futures
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import oracle            # noqa: E402
import random_bodies     # noqa: E402
from tap import Tap      # noqa: E402

SCOPES = oracle.SCOPES
TOLERANCE = 1e-9
LABELS = ("scope", "id", "name")
BATCH = 50
# Every so manieth body also answers “excepted”, which costs a start of the program for each exception it needs.
EXCEPTED_EVERY = 10
# Who applies for exceptions and who permits them: people of a department that the campaign leaves out, so that no figure of
# the body changes by them.
OFFICE = {"department_id": "exceptions-office", "name": "例外措置の窓口", "parent_id": ""}
APPLICANT = {"person_id": "exceptions-manager", "name": "申請", "department_id": OFFICE["department_id"], "roles": "manager"}
APPROVER = {"person_id": "exceptions-ciso", "name": "許可", "department_id": OFFICE["department_id"], "roles": "ciso"}


def tenkenctl(environment, *arguments):
    command = [os.environ["TENKENCTL"], *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120)
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(command[1:3])}: {result.stderr.strip()}")
    return result.stdout


def prepare(folder, case):
    """Writes the files of a body, and puts its catalog where roles are learnt from."""
    random_bodies.write_case(case, folder)
    (folder / "left_out_reasons.txt").write_text("".join(f"{c} 対象業務がない\n" for c in case.left_out), encoding="utf-8")
    shelf = folder / "data" / "tenken" / "catalogs"
    shelf.mkdir(parents=True)
    (shelf / "random.json").write_bytes((folder / "catalog.json").read_bytes())
    return dict(os.environ, XDG_DATA_HOME=str(folder / "data"), LC_ALL="C.UTF-8")


def exceptions(case, store):
    """The commands that enter an exception for every control that somebody answers with “excepted”."""
    parents = {row["department_id"]: row["parent_id"] for row in case.departments}
    places = {row["person_id"]: row["department_id"] for row in case.people}

    def top(place):
        return top(parents[place]) if parents[place] else place
    needed = dict.fromkeys((row["control_id"], top(places[row["person_id"]]))
                           for row in case.answers + case.drafts if row["answer"] == "excepted")
    return [("exception", "add", store, f"--control={control}", f"--department={place}", "--reason=機器の更新前", "--substitute=施錠",
             "--starts=2000-01-01", "--ends=2999-12-31", f"--applicant={APPLICANT['person_id']}", f"--approver={APPROVER['person_id']}")
            for control, place in needed]


def play(folder, case, environment):
    """Leads a body through its campaign."""
    store = folder / "t.db"
    grants = exceptions(case, store)
    if grants:
        case = dataclasses.replace(case, departments=[*case.departments, OFFICE], people=[*case.people, APPLICANT, APPROVER],
                                   outside=((*case.outside[0], OFFICE["department_id"]), case.outside[1]))
        random_bodies.write_case(case, folder)
    steps = [
        ("init", store),
        ("roster", "import", store, f"--departments={folder}/departments.csv", f"--people={folder}/people.csv"),
        ("campaign", "create", store, "c", f"--catalog={folder}/catalog.json", f"--adopt={folder}/adopted.txt",
         f"--leave-out={folder}/left_out_reasons.txt",
         *(f"--without-department={id}" for id in case.outside[0]), *(f"--without-role={id}" for id in case.outside[1])),
        ("campaign", "open", store, "c"),
        *grants,
        ("answers", "import", store, "c", folder / "answers.csv"),
        ("answers", "import", "--draft", store, "c", folder / "drafts.csv"),
    ]
    for step in steps + ([("campaign", "close", store, "c")] if case.closed else []):
        tenkenctl(environment, *step)
    return store


def same(got, want):
    if isinstance(want, float) and isinstance(got, (int, float)):
        return abs(got - want) <= TOLERANCE
    return got == want


def compare(by, got, want):
    """The differences between what the program printed and what the oracle says of one kind of scope."""
    if by == "organisation":     # the oracle names the whole body None
        got, want = {None: got[0]}, {None: want[0]}
    else:
        got, want = ({row["id"]: row for row in rows if row["id"] != OFFICE["department_id"]} for rows in (got, want))
    if set(got) != set(want):
        yield f"{by}: scopes differ: {sorted(set(got) ^ set(want))}"
        return
    for scope, row in want.items():
        for key, value in row.items():
            if key not in LABELS and not same(got[scope].get(key), value):
                yield f"{by} {scope}: {key} is {got[scope].get(key)}, the oracle says {value}"


def compare_trend(environment, store, case):
    """The differences between the trend of a department and the oracle."""
    rows = oracle.scores(case.body, "department")
    want = rows[case.seed % len(rows)]
    got = json.loads(tenkenctl(environment, "trend", store, "c", f"--department={want['id']}", "--format=json"))
    yield from compare("trend", [{"id": want["id"], **row} for row in got], [want])


def check(seed):
    """The faults of one body, and what it covered."""
    case = random_bodies.random_case(seed)
    if seed % EXCEPTED_EVERY == 0:
        case = random_bodies.random_case(seed, with_excepted=True)
    faults = []
    with tempfile.TemporaryDirectory(prefix="tenken-body-") as name:
        folder = Path(name)
        environment = prepare(folder, case)
        try:
            store = play(folder, case, environment)
        except RuntimeError as error:
            # Where nobody holds a role that is asked anything, the program rightly refuses to open the campaign.
            if "nobody would be asked" in str(error) and oracle.scores(case.body, "organisation")[0]["items"] == 0:
                return [], {"nobody asked"}
            return [f"seed {seed}: {error}"], set()
        for by in SCOPES:
            got = json.loads(tenkenctl(environment, "score", store, "c", f"--by={by}", "--format=json"))
            faults += [f"seed {seed}: {fault}" for fault in compare(by, got, oracle.scores(case.body, by))]
        faults += [f"seed {seed}: {fault}" for fault in compare_trend(environment, store, case)]
    excepted = {"excepted"} if oracle.scores(case.body)[0]["excepted"] else set()
    return faults, set(random_bodies.features(case)) | excepted | {"compared"}


def main(arguments):
    bodies = int(arguments[0]) if arguments else 1000
    first = int(arguments[1]) if len(arguments) > 1 else 0
    tap, covered = Tap(), Counter()
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for start in range(first, first + bodies, BATCH):
            seeds = range(start, min(start + BATCH, first + bodies))
            faults = []
            for found, features in pool.map(check, seeds):
                faults += found
                covered.update(features)
            tap.point(f"bodies {seeds[0]} to {seeds[-1]} agree with the oracle", faults)
    rare = [f"only {covered['compared']} of {bodies} were compared"] if covered["compared"] < bodies * 0.9 else []
    tap.point("nearly every body could be compared", rare)
    if bodies >= 100:
        tap.point("every feature came up, and excepted answers too",
                  [f"no body with {name}" for name in (*random_bodies.FEATURES, "excepted") if not covered[name]])
    for feature, count in sorted(covered.items()):
        print(f"# {feature}: {count}")
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
