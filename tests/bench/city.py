# SPDX-License-Identifier: LGPL-2.1-or-later
"""A made-up city in which everybody answers every item, and the store that waits for the answers."""

import csv
import io
import os
import random
import shutil

CAMPAIGN = "bench"
REASON = "この課では該当する業務がありません"
REMARK = "手順はありますが、まだ全員には行き渡っていません。"
# How often out of 100 each answer is given, and with what comment.
ANSWERS = [(66, "implemented", ""), (14, "partial", ""), (6, "partial", REMARK), (9, "not_implemented", ""),
           (5, "not_applicable", REASON)]


class City:
    """The files of one size. `n_answers` is known once they are written."""

    def __init__(self, bench, folder, n_people, n_departments):
        self.bench = bench
        self.folder = folder
        self.n_people = n_people
        self.n_departments = n_departments
        self.n_answers = 0
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def size(self, name):
        return os.path.getsize(self.path(name))

    def ctl(self, *words):
        return self.bench.run(self.bench.ctl, *words)

    def make(self):
        self.ctl("demo", self.path("demo"), "--data-only", f"--people={self.n_people}",
                 f"--departments={self.n_departments}")
        for name in ("people.csv", "departments.csv"):
            shutil.move(self.path(f"demo/{name}"), self.path(name))
        shutil.rmtree(self.path("demo"))
        self.n_answers = self.write_answers("answers.csv", 1)
        self.write_answers("quarter.csv", 4)
        self.ctl("init", self.path("empty.db"), "--name=見晴市")
        self.clone("empty.db", "prepared.db")
        self.import_roster("prepared.db")
        self.ctl("campaign", "create", self.path("prepared.db"), CAMPAIGN, "--catalog=mic-2020", "--adopt=all",
                 "--informed", "--opens=2026-10-01", "--closes=2026-11-30")
        self.ctl("campaign", "open", self.path("prepared.db"), CAMPAIGN)

    def clone(self, name, copy):
        """A fresh copy of a store, on the disk before anything is measured."""
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(self.path(copy + suffix)):
                os.unlink(self.path(copy + suffix))
        shutil.copyfile(self.path(name), self.path(copy))
        return self.path(copy)

    def import_roster(self, store):
        return self.ctl("roster", "import", self.path(store), f"--departments={self.path('departments.csv')}",
                        f"--people={self.path('people.csv')}")

    def import_answers(self, store, answers):
        return self.ctl("answers", "import", store, CAMPAIGN, self.path(answers))

    # --- answers ---

    def read_items(self):
        """For each role the controls that it is asked about: with --adopt=all and --informed every mark."""
        rows = csv.DictReader(io.StringIO(self.ctl("catalog", "matrix", "mic-2020", "--format=csv").output))
        items = {role: [] for role in rows.fieldnames[4:]}
        for row in rows:
            for role, controls in items.items():
                if row[role]:
                    controls.append(row["id"])
        return items

    def write_answers(self, name, step):
        """Writes every step-th item of everybody."""
        items = self.read_items()
        chance = random.Random(self.n_people)
        tails = [f"{answer},{comment}\n" for share, answer, comment in ANSWERS for _ in range(share)]
        n_rows = 0
        with open(self.path("people.csv"), encoding="utf-8-sig", newline="") as people, \
                open(self.path(name), "w", encoding="utf-8", newline="") as out:
            out.write("person_id,role,control_id,answer,comment\n")
            for person in csv.DictReader(people):
                pairs = [f"{role},{control}," for role in person["roles"].split(";") if role for control in items[role]]
                pairs = pairs[::step]
                out.writelines(f"{person['person_id']},{pair}{tail}"
                               for pair, tail in zip(pairs, chance.choices(tails, k=len(pairs))))
                n_rows += len(pairs)
        return n_rows
