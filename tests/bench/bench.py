# SPDX-License-Identifier: LGPL-2.1-or-later
"""The benchmarks: what import, scoring and the workbook cost beside their floors. tests/bench/run starts this."""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import time
import zlib
import zipfile

import cells
from city import CAMPAIGN, City
from measure import MIB, Bench, Run, Spread, in_rounds, ratios, spread

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PARTS = ["roster", "import", "score", "workbook", "exports", "plan", "memory"]
SCOPES = ["organisation", "department", "chapter", "role", "control"]
PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -2048;\n"
# The aims of the project.
IMPORT_RATIO = 2.0
SCORE_SECONDS = 1.0
WORKBOOK_RATIO = 1.2
PYTHON_FACTOR = 4.0
PLAN_ROWS = 5000
PLAN_SECONDS = 10.0
# Memory or cost for each person may differ by so much and still count as the same.
TOLERANCE = 1.1

HEADS = ["", "wall s", "CPU s", "peak MiB", "ratio, wall", "ratio, CPU"]


def say(text):
    print(f"== {text}", file=sys.stderr, flush=True)


def print_table(heads, rows):
    print("| " + " | ".join(heads) + " |")
    print("| --- |" + " ---: |" * (len(heads) - 1))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


def line(what, runs, floors=None, peak=None):
    """A row of a table: what runs cost, and the ratio to their floor, pair by pair."""
    peaks = peak or Spread(run.peak / MIB for run in runs)
    row = [what, spread(runs, "wall").show(), spread(runs, "cpu").show(), f"{peaks.median:.1f}"]
    if floors is None:
        return [*row, "", ""]
    return [*row, ratios(runs, floors).show(), ratios(runs, floors, "cpu").show()]


# --- the floors ---


def import_plain(bench, city, name, columns):
    """The sqlite3 shell's .import of the same rows, all columns text."""
    store = city.path("plain.db")
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(store + suffix):
            os.unlink(store + suffix)
    fields = ", ".join(f"{column} TEXT" for column in columns)
    return bench.run("sqlite3", "-batch", store,
                     stdin=f"{PRAGMAS}CREATE TABLE plain ({fields});\n.import --csv --skip 1 '{city.path(name)}' plain\n")


def query(bench, store, sql):
    return bench.run("sqlite3", "-batch", store, stdin=sql + ";\n")


def aggregate(bench, store):
    return query(bench, store,
                 "SELECT q.department, a.duty, a.value, count(*) FROM questionnaire q "
                 "JOIN answer a ON a.questionnaire_no = q.no WHERE q.state IN ('submitted', 'accepted') "
                 "GROUP BY q.department, a.duty, a.value")


def time_of(work):
    """What a piece of work within this program costs."""
    wall, cpu = time.monotonic(), time.process_time()
    work()
    return Run({"wall": time.monotonic() - wall, "user": time.process_time() - cpu, "system": 0, "peak": 0, "written": 0},
               "")


def read_through(filename):
    buffer = bytearray(MIB)
    with open(filename, "rb", buffering=0) as file:
        while file.readinto(buffer):
            pass


def read_and_write(source, result, target):
    """Reads one file, and writes the bytes of another to the disk."""
    with open(result, "rb") as file:
        bytes_ = file.read()

    def work():
        read_through(source)
        with open(target, "wb", buffering=0) as file:
            file.write(bytes_)
            os.fsync(file.fileno())

    run = time_of(work)
    os.unlink(target)
    return run


def deflate(parts):
    """Packs the parts of a workbook once, as it must be done."""
    return time_of(lambda: [zlib.compress(part, 6) for part in parts])


# --- the parts ---


class Results:
    """What the parts found out about one city: rows for the tables, figures for the curve and the aims."""

    def __init__(self, city):
        self.city = city
        self.rows = []
        self.floors = []
        self.figures = {}
        self.aims = []

    def add_floor(self, what, runs, read, written, floors, n):
        self.floors.append([what, f"{read / MIB:.1f}", f"{written / MIB:.1f}", f"{(read + written) / n:.1f}",
                            spread(floors, "wall").show(), ratios(runs, floors).show()])

    def add_aim(self, what, aim, wall, cpu, at_most):
        """An aim is judged by the time on the clock; where the CPU time says otherwise, the machine was busy."""
        met = [value.median <= at_most if at_most > 0 else value.median >= -at_most for value in (wall, cpu)]
        word = {(True, True): "met", (False, False): "MISSED", (True, False): "met on the clock only",
                (False, True): "met in CPU time only"}[tuple(met)]
        self.aims.append([f"{what}, {self.city.n_people:,} people", aim, wall.show(), cpu.show(), word])


def measure_roster(bench, city, repeat, results):
    def ours():
        city.clone("empty.db", "ours.db")
        return city.import_roster("ours.db")

    runs = in_rounds(repeat, ours=ours,
                     floor=lambda: import_plain(bench, city, "people.csv", ["person_id", "name", "department_id", "roles"]))
    results.rows += [line("roster import", runs["ours"], runs["floor"]), line("— `.import` of the same rows", runs["floor"])]
    results.figures["roster import"] = runs["ours"]


def measure_import(bench, city, repeat, results):
    def ours():
        run = city.import_answers(city.clone("prepared.db", "ours.db"), "answers.csv")
        check_count(city, run)
        return run

    def disk():
        return read_and_write(city.path("answers.csv"), city.path("ours.db"), city.path("copy"))

    columns = ["person_id", "role", "control_id", "answer", "comment"]
    runs = in_rounds(repeat, ours=ours, floor=lambda: import_plain(bench, city, "answers.csv", columns))
    runs["disk"] = in_rounds(repeat, disk=disk)["disk"]
    results.rows += [line("answers import", runs["ours"], runs["floor"]),
                     line("— `.import` of the same rows", runs["floor"])]
    results.figures["answers import"] = runs["ours"]
    results.add_floor("answers import: the CSV read, the store written once", runs["ours"], city.size("answers.csv"),
                      city.size("ours.db"), runs["disk"], city.n_answers)
    results.add_aim("import beside `.import`", f"≤ {IMPORT_RATIO}", ratios(runs["ours"], runs["floor"]),
                    ratios(runs["ours"], runs["floor"], "cpu"), IMPORT_RATIO)
    say(f"import writes {runs['ours'][0].written / MIB:.0f} MiB, the sqlite3 shell {runs['floor'][0].written / MIB:.0f} MiB")


def check_count(city, run):
    if not run.output.startswith(f"{city.n_answers} answers of {city.n_people} people"):
        raise SystemExit(f"bench: {city.n_answers} answers went in, but: {run.output}")


def measure_score(bench, city, repeat, results):
    store = full_store(city)
    actions = {scope: lambda scope=scope: bench.run(bench.ctl, "score", store, CAMPAIGN, f"--by={scope}")
               for scope in SCOPES}
    runs = in_rounds(repeat, **actions, inside=lambda: bench.run(bench.program("bench-score"), store, CAMPAIGN),
                     floor=lambda: aggregate(bench, store),
                     scan=lambda: query(bench, store, "SELECT sum (value) FROM answer"),
                     disk=lambda: time_of(lambda: read_through(store)))
    inside = [add_runs(run.part("tally"), run.part("score")) for run in runs["inside"]]
    results.rows += [line(f"`score --by={scope}`", runs[scope], runs["floor"]) for scope in SCOPES]
    results.rows += [line("all five scopes within one program", inside, runs["floor"]),
                     line("— of which the scores, once counted", [run.part("score") for run in runs["inside"]]),
                     line("— the bare aggregate query", runs["floor"]),
                     line("— one pass over the answers, `sum (value)`", runs["scan"])]
    results.figures["all scopes"] = inside
    results.add_floor("all scopes: the store read once", inside, city.size("full.db"), 0, runs["disk"], city.n_answers)
    a_million = 1e6 / city.n_answers
    results.add_aim("all scopes of a million answers, in s", f"< {SCORE_SECONDS}",
                    Spread(run.wall * a_million for run in inside), Spread(run.cpu * a_million for run in inside),
                    SCORE_SECONDS)


def add_runs(one, other):
    return Run({"wall": one.wall + other.wall, "user": one.cpu + other.cpu, "system": 0, "written": 0,
                "peak": max(one.peak, other.peak) / 1024}, "")


def full_store(city):
    """The store with everything in it, made once."""
    if not os.path.exists(city.path("full.db")):
        check_count(city, city.import_answers(city.clone("prepared.db", "full.db"), "answers.csv"))
    return city.path("full.db")


def measure_workbook(bench, city, repeat, results):
    store = full_store(city)
    dump, book = city.path("cells.tsv"), city.path("scorecard.xlsx")
    bare, python = city.path("bare.xlsx"), city.path("python.xlsx")
    bench.run(bench.ctl, "export", "scorecard", store, CAMPAIGN, "-o", book)
    n_cells, n_formats = cells.dump(book, dump)
    with zipfile.ZipFile(book) as package:
        parts = [package.read(name) for name in package.namelist()]
    runs = in_rounds(repeat, ours=lambda: bench.run(bench.ctl, "export", "scorecard", store, CAMPAIGN, "-o", book),
                     inside=lambda: bench.run(bench.program("bench-score"), store, CAMPAIGN, city.path("inside.xlsx")),
                     bare=lambda: bench.run(bench.program("bench-xlsx"), dump, bare),
                     python=lambda: bench.run("/usr/bin/python3", "-B", os.path.join(ROOT, "tests/bench/write-xlsx.py"),
                                              dump, python),
                     deflate=lambda: deflate(parts))
    for name in (bare, python):
        if not cells.same(book, name):
            raise SystemExit(f"bench: {name} does not hold the cells of {book}")
    report_workbook(runs, n_cells, n_formats, results)
    results.add_floor(f"scorecard: its {sum(map(len, parts)) / MIB:.1f} MiB of XML packed by zlib, level 6",
                      [run.part("write") for run in runs["inside"]], 0, os.path.getsize(book), runs["deflate"], n_cells)


def report_workbook(runs, n_cells, n_formats, results):
    inside = [run.part("write") for run in runs["inside"]]
    bare = [run.part("write") for run in runs["bare"]]
    python = [run.part("write") for run in runs["python"]]
    results.rows += [
        line(f"scorecard of {n_cells:,} cells in {n_formats} formats, the writing alone", inside, bare),
        line("— bare libxlsxwriter, the writing alone", bare, peak=beyond_load(runs["bare"])),
        line("— python3-xlsxwriter, the writing alone; ratio to ours", python, inside, peak=beyond_load(runs["python"])),
        line("`export scorecard`, the whole program, with the counting", runs["ours"], runs["bare"]),
        line("— bare libxlsxwriter, the whole program, with reading the cells", runs["bare"]),
        line("— python3-xlsxwriter, the whole program; ratio to ours", runs["python"], runs["ours"])]
    results.figures["scorecard"] = inside
    results.figures["`export scorecard`"] = runs["ours"]
    results.add_aim("scorecard beside bare libxlsxwriter", f"≤ {WORKBOOK_RATIO}", ratios(inside, bare),
                    ratios(inside, bare, "cpu"), WORKBOOK_RATIO)
    results.add_aim("python3-xlsxwriter beside the scorecard", f"≥ {PYTHON_FACTOR}", ratios(python, inside),
                    ratios(python, inside, "cpu"), -PYTHON_FACTOR)


def first(bench, store, sql):
    return query(bench, store, sql + " LIMIT 1").output.strip()


def list_exports(bench, store):
    """Every other workbook: what it is called here, and the command but for the file."""
    top = first(bench, store, "SELECT id FROM campaign_department WHERE parent_id IS NULL")
    leaf = first(bench, store, "SELECT id FROM campaign_department d WHERE NOT EXISTS (SELECT 1 FROM campaign_department c "
                               "WHERE c.campaign_no = d.campaign_no AND c.parent_id = d.id)")
    person = first(bench, store, "SELECT p.id FROM person p JOIN questionnaire q ON q.person_no = p.no "
                                 "WHERE q.state IN ('submitted', 'accepted')")
    return [("`export department` of the top, with all below it", ("export", "department", store, CAMPAIGN, f"--department={top}")),
            ("`export department` of one with none below it", ("export", "department", store, CAMPAIGN, f"--department={leaf}")),
            ("`export person`", ("export", "person", store, CAMPAIGN, f"--person={person}")),
            ("`export plan`", ("export", "plan", store, CAMPAIGN)),
            ("`reminders`", ("reminders", store, CAMPAIGN))]


def measure_exports(bench, city, repeat, results):
    """The other workbooks, each beside bare libxlsxwriter with the same cells."""
    store = full_store(city)
    dump, book, bare = city.path("cells.tsv"), city.path("book.xlsx"), city.path("bare.xlsx")
    for what, command in list_exports(bench, store):
        bench.run(bench.ctl, *command, "-o", book)
        n_cells, n_formats = cells.dump(book, dump)
        runs = in_rounds(repeat, ours=lambda command=command: bench.run(bench.ctl, *command, "-o", book),
                         bare=lambda: bench.run(bench.program("bench-xlsx"), dump, bare))
        if not cells.same(book, bare):
            raise SystemExit(f"bench: {bare} does not hold the cells of {book}")
        results.rows += [line(f"{what}: {n_cells:,} cells in {n_formats} formats", runs["ours"], runs["bare"]),
                         line("— bare libxlsxwriter, the whole program", runs["bare"])]
        results.figures[what] = runs["ours"]


def make_plan(bench, city):
    """A store whose plan has so many actions that can still be changed, and its workbook with three cells of each changed."""
    store, book = city.clone("full.db", "plan.db"), city.path("plan.xlsx")
    edit = ("/usr/bin/python3", "-B", os.path.join(ROOT, "tests/bench/fill-plan.py"), book)
    bench.run(bench.ctl, "plan", "propose", store, CAMPAIGN)
    n_proposed = int(query(bench, store, "SELECT count(*) FROM action").output)
    bench.run(bench.ctl, "export", "plan", store, CAMPAIGN, "-o", book)
    bench.run(*edit, "new", str(PLAN_ROWS - n_proposed))
    bench.run(bench.ctl, "plan", "import", store, CAMPAIGN, book)
    bench.run(bench.ctl, "export", "plan", store, CAMPAIGN, "-o", book)
    if int(bench.run(*edit, "change").output) != PLAN_ROWS:
        raise SystemExit(f"bench: {book} does not hold {PLAN_ROWS} actions")
    return book


def measure_plan(bench, city, repeat, results):
    full_store(city)
    book = make_plan(bench, city)

    def ours():
        run = bench.run(bench.ctl, "plan", "import", city.clone("plan.db", "changed.db"), CAMPAIGN, book, "--by=bench")
        if f"{PLAN_ROWS} actions were changed" not in run.output:
            raise SystemExit(f"bench: not every action was changed: {run.output[-200:]}")
        return run

    store = city.path("plan.db")
    runs = in_rounds(repeat, ours=ours,
                     read=lambda: bench.run(bench.ctl, "plan", "import", store, CAMPAIGN, book, "--dry-run"),
                     shown=lambda: bench.run(bench.ctl, "plan", "list", store, CAMPAIGN),
                     written=lambda: bench.run(bench.ctl, "export", "plan", store, CAMPAIGN, "-o", city.path("again.xlsx")))
    results.rows += [line(f"plan of {PLAN_ROWS:,} actions: read back and taken in", runs["ours"]),
                     line("— of which read and compared", runs["read"]), line("— the plan listed", runs["shown"]),
                     line("— the plan written as a workbook", runs["written"])]
    results.add_aim(f"{PLAN_ROWS:,} edited rows of a plan taken in, in s", f"< {PLAN_SECONDS:.0f}", spread(runs["ours"], "wall"),
                    spread(runs["ours"], "cpu"), PLAN_SECONDS)


def beyond_load(runs):
    """The memory beyond the cells, which the bare programs are handed and ours makes as it goes."""
    return Spread((run.part("write").peak - run.part("load").peak) / MIB for run in runs)


def measure_memory(bench, city, repeat, results):
    """The same people with a quarter of the answers and with all: what grows only with the answers shows here."""
    peaks = {}
    for name in ("quarter", "answers"):
        store = city.clone("prepared.db", f"{name}.db")
        peaks[name] = [city.import_answers(store, f"{name}.csv").peak,
                       bench.run(bench.ctl, "score", store, CAMPAIGN).peak,
                       bench.run(bench.ctl, "export", "scorecard", store, CAMPAIGN, "-o", city.path("memory.xlsx")).peak]
    for what, quarter, full in zip(("import", "`score`", "`export scorecard`"), peaks["quarter"], peaks["answers"]):
        met = "met" if full <= TOLERANCE * quarter else "MISSED"
        results.aims.append([f"memory of {what}, all answers beside a quarter of them, {city.n_people:,} people",
                             f"≤ {TOLERANCE}", f"{full / quarter:.2f} ({quarter / MIB:.1f} → {full / MIB:.1f} MiB)", "",
                             met])


MEASURES = {"roster": measure_roster, "import": measure_import, "score": measure_score, "workbook": measure_workbook,
            "exports": measure_exports, "plan": measure_plan, "memory": measure_memory}


# --- the tables ---


def describe_machine():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((text.split(":")[1].strip() for text in info if text.startswith("model name")), platform.machine())
    packages = ["libsqlite3-0", "libxlsxwriter4", "python3-xlsxwriter", "libglib2.0-0"]
    shown = subprocess.run(["dpkg-query", "--show", "--showformat=${Package} ${Version}, ", *packages],
                           capture_output=True, text=True, check=False).stdout.strip(", ")
    return (f"{os.cpu_count()} × {model}, load {os.getloadavg()[0]:.1f} at the start; {shown}. "
            "Median (least–most) of paired runs; a ratio is taken pair by pair. CPU is user and system time together.")


def print_city(results):
    city = results.city
    print(f"## {city.n_people:,} people, {city.n_departments} departments, {city.n_answers:,} answers\n")
    print_table(HEADS, results.rows)
    if results.floors:
        print_table(["what cannot be avoided", "MiB read", "MiB written", "bytes for each", "wall s", "ours, times that"],
                    results.floors)


def per_person(results, name):
    return spread(results.figures[name], "cpu").median / results.city.n_people


def print_curve(all_results):
    """How the cost for each person, and the memory, go with the number of people."""
    print("## The curve\n")
    sizes = [f"{results.city.n_people:,} people" for results in all_results]
    rows = []
    for name in all_results[0].figures:
        costs = [per_person(results, name) * 1e6 for results in all_results]
        rows.append([f"{name}, CPU µs a person", *(f"{cost:.1f}" for cost in costs)])
        rows.append([f"{name}, peak MiB",
                     *(f"{max(run.peak for run in results.figures[name]) / MIB:.1f}" for results in all_results)])
    print_table(["", *sizes], rows)


def curve_aims(all_results):
    """From each size to the next: does the cost for each person grow?"""
    aims = []
    for smaller, larger in zip(all_results, all_results[1:]):
        for name in smaller.figures:
            growth = per_person(larger, name) / per_person(smaller, name)
            aims.append([f"{name}, CPU a person, from {smaller.city.n_people:,} to {larger.city.n_people:,} people",
                         f"≤ {TOLERANCE}", "", f"{growth:.2f}", "met" if growth <= TOLERANCE else "MISSED"])
    return aims


def parse_arguments():
    parser = argparse.ArgumentParser(prog="tests/bench/run", add_help=False, allow_abbrev=False)
    parser.add_argument("--people", default="1000,10000,80000")
    parser.add_argument("--departments", type=int, default=100)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    try:
        arguments.people = sorted({int(size) for size in arguments.people.split(",")})
    except ValueError:
        parser.error("--people wants numbers, such as 1000,10000")
    arguments.only = arguments.only.split(",")
    if not set(arguments.only) <= set(PARTS):
        parser.error(f"--only knows {', '.join(PARTS)}")
    if arguments.repeat < 1 or arguments.people[0] < 1 or arguments.departments < 1:
        parser.error("numbers must be above 0")
    return arguments


def main():
    arguments = parse_arguments()
    bench = Bench(os.path.join(ROOT, "build-bench"))
    all_results = []
    print(f"# Benchmarks\n\n{describe_machine()}\n", flush=True)
    for n_people in arguments.people:
        city = City(bench, os.path.join(bench.build, f"city-{n_people}"), n_people, arguments.departments)
        say(f"a city of {n_people:,} people")
        city.make()
        results = Results(city)
        for part in PARTS:
            if part in arguments.only:
                say(f"{n_people:,} people: {part}")
                MEASURES[part](bench, city, arguments.repeat, results)
        print_city(results)
        all_results.append(results)
        if not arguments.keep:
            shutil.rmtree(city.folder)
    if len(all_results) > 1 and all_results[0].figures:
        print_curve(all_results)
    print("## The aims\n")
    print_table(["", "aim", "measured", "in CPU time", ""],
                [aim for results in all_results for aim in results.aims] + curve_aims(all_results))


main()
