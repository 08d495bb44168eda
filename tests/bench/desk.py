# SPDX-License-Identifier: LGPL-2.1-or-later
"""What somebody at a desk waits for on a body of 10,000 people, all of whom answered everything, twice. tests/bench/run --desk
starts this."""

import csv
import os
import shutil

from city import CAMPAIGN, City
from measure import MIB, Bench, Spread, in_rounds

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PEOPLE, DEPARTMENTS = 10_000, 100
ROUNDS = 5
CONTROL = "5.1-1-1"     # one that everybody is asked about
NEXT = "bench-next"
AIM_MS = 200
PARTS = {
    "whole": "results of the whole body: score, rates, chapters, sections, controls, gaps",
    "department": "the same of one department",
    "trend": "trend of the whole body over two campaigns",
    "items": "the answers behind one control, whole body",
    "comments": "all comments of one department",
}


def make_store(city):
    """The store with one closed campaign and one open one, and who works with it."""
    store = city.clone("prepared.db", "full.db")
    city.import_answers(store, "answers.csv")
    city.ctl("campaign", "close", store, CAMPAIGN)
    city.ctl("campaign", "create", store, NEXT, "--catalog=mic-2020", "--adopt=all", "--informed")
    city.ctl("campaign", "open", store, NEXT)
    city.ctl("answers", "import", store, NEXT, city.path("answers.csv"))
    with open(city.path("people.csv"), encoding="utf-8-sig", newline="") as file:
        person = next(csv.DictReader(file))["person_id"]
    city.ctl("right", "grant", store, "secretariat", f"person:{person}")
    return store, person


def choose_department(city):
    """One in the middle, by how many people it has."""
    with open(city.path("people.csv"), encoding="utf-8-sig", newline="") as file:
        people = [row["department_id"] for row in csv.DictReader(file)]
    sizes = sorted((people.count(department), department) for department in set(people))
    size, department = sizes[len(sizes) // 2]
    return department, size


def forget(store):
    """Takes the store out of the memory of the machine, so that it is read from the disk again."""
    os.sync()
    for name in (store, store + "-wal"):
        if os.path.exists(name):
            with open(name, "rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def query(bench, store, sql):
    return bench.run("sqlite3", "-batch", store, stdin=f".timer off\n{sql};\n")


def aggregate(bench, store, where="1"):
    return query(bench, store,
                 "SELECT q.department, a.duty, a.value, count(*) FROM questionnaire q "
                 f"JOIN answer a ON a.questionnaire_no = q.no JOIN campaign c ON c.no = q.campaign_no WHERE c.id = '{NEXT}' "
                 f"AND q.state IN ('submitted', 'accepted') AND {where} GROUP BY q.department, a.duty, a.value")


def read_all(store):
    """Reads the file once, and nothing else."""
    buffer = bytearray(MIB)
    with open(store, "rb", buffering=0) as file:
        while file.readinto(buffer):
            pass


def show(runs, part, figure="wall"):
    return Spread(run.inside[f"{part}.{figure}"] * 1000 for run in runs).show()


def ratio(runs, part, floors):
    return Spread(run.inside[f"{part}.cpu"] / max(floor.cpu, 1e-9) for run, floor in zip(runs, floors)).show()


def print_tables(runs, city, department, size):
    warm, cold = runs["warm"], runs["cold"]
    floors = {"whole": runs["floor"], "department": runs["department"], "trend": runs["floor"]}
    print(f"# A desk on {city.n_people:,} people, {city.n_answers:,} answers in each of two campaigns\n")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end. Milliseconds from the call to the figures, median "
          f"(least–most) of {ROUNDS}; the department is {department} with {size} people. Ratios are CPU time to the bare aggregate "
          "query of the sqlite3 shell in the same round.\n")
    print("| | first time | store read from the disk | opened again | CPU | ratio | aim |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for part, what in PARTS.items():
        aim = f"< {AIM_MS} ms" if part in ("whole", "department", "items") else ""
        times = ratio(warm, part, floors[part]) if part in floors else ""
        print(f"| {what} | {show(warm, part)} | {show(cold, part)} | {show(warm, part + '.again')} | {show(warm, part, 'cpu')} | {times} | {aim} |")
    print("\n| what it could cost at least | CPU ms |\n| --- | ---: |")
    print(f"| the bare aggregate query, whole body | {Spread(run.cpu * 1000 for run in runs['floor']).show()} |")
    print(f"| the same for the department | {Spread(run.cpu * 1000 for run in runs['department']).show()} |")
    print(f"| one pass over all answers of both, `sum (value)` | {Spread(run.cpu * 1000 for run in runs['scan']).show()} |")
    print(f"\nMemory of the program with everything above: {Spread(run.peak / MIB for run in warm).show()} MiB. "
          f"The store has {os.path.getsize(city.path('full.db')) / MIB:.0f} MiB.")


def main():
    bench = Bench(os.path.join(ROOT, "build-bench"))
    city = City(bench, os.path.join(bench.build, "desk-city"), PEOPLE, DEPARTMENTS)
    city.make()
    store, person = make_store(city)
    department, size = choose_department(city)

    def ours():
        return bench.run(bench.program("bench-desk"), store, NEXT, person, department, CONTROL)

    def cold():
        forget(store)
        return ours()

    read_all(store)
    runs = in_rounds(ROUNDS, warm=ours, cold=cold, floor=lambda: aggregate(bench, store),
                     department=lambda: aggregate(bench, store, f"q.department = (SELECT position FROM campaign_department d "
                                                  f"WHERE d.campaign_no = q.campaign_no AND d.id = '{department}')"),
                     scan=lambda: query(bench, store, "SELECT sum (value) FROM answer"))
    print_tables(runs, city, department, size)
    shutil.rmtree(city.folder)


main()
