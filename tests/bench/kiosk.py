# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a person at the kiosk waits for, beside an empty window in the same run. tests/bench/run --kiosk starts this."""

import os
import shutil
import statistics
import subprocess
import time

from measure import AS_THE_PROGRAM, read_figures

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, "build-bench")
PROGRAM = os.path.join(BUILD, "tests", "bench", "bench-kiosk")
CTL = os.path.join(BUILD, "src", "ctl", "tenkenctl")
PEOPLE, DEPARTMENTS = 10_000, 100
ROUNDS = 9          # of starts
VISITS = 5          # of people who answer everything
STAFF_ONLY = 1 << 8
NEW_PIN = "48302917"
FRAME_MS = 1000 / 60


def run(environment, *arguments):
    """One run of the program, and the figures that it prints."""
    start = str(time.monotonic_ns() // 1000)
    done = subprocess.run([PROGRAM, *arguments], env=dict(environment, BENCH_START_US=start), capture_output=True, text=True,
                          check=False, timeout=300)
    if done.returncode != 0:
        raise SystemExit(f"bench: bench-kiosk {' '.join(arguments)}: {done.stderr.strip() or done.returncode}")
    return read_figures(done.stdout)


def make_environment(folder):
    """Settings of a fresh machine, but that an answer moves on at once: the blink is for the eye, and nobody waits for it."""
    settings = os.path.join(folder, "glib-2.0", "settings")
    os.makedirs(settings)
    with open(os.path.join(settings, "keyfile"), "w", encoding="utf-8") as file:
        file.write("[io/github/tenken/Tenken]\nadvance-delay=uint32 0\n")
    return dict(os.environ, XDG_CONFIG_HOME=folder, GSETTINGS_BACKEND="keyfile", GSK_RENDERER="cairo", GTK_A11Y="none",
                GDK_BACKEND="x11", DBUS_SESSION_BUS_ADDRESS="disabled:", LANG="C.UTF-8", LC_ALL="C.UTF-8")


def find_newcomers(store):
    query = ("SELECT p.id FROM questionnaire q JOIN person p ON p.no = q.person_no JOIN campaign c ON c.no = q.campaign_no "
             f"WHERE c.state = 'open' AND q.state = 'draft' AND q.role_bits = {STAFF_ONLY} "
             "AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.questionnaire_no = q.no) ORDER BY p.id "
             f"LIMIT {VISITS}")
    return subprocess.run(["sqlite3", store, query], capture_output=True, text=True, check=True).stdout.split()


def issue_pin(store, person):
    row = subprocess.run([CTL, "roster", "pins", store, f"--person={person}", "--replace", "--format=csv"],
                         capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    return row.strip().rsplit(",", 1)[1]


def show(values, unit):
    return f"{statistics.median(values):.0f} {unit} ({min(values):.0f}–{max(values):.0f})"


def ratios(ours, floors):
    values = [one / other for one, other in zip(ours, floors)]
    return f"{statistics.median(values):.2f} × ({min(values):.2f}–{max(values):.2f})"


def main():
    folder = os.path.join(BUILD, "kiosk")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    store = os.path.join(folder, "demo", "tenken.db")
    subprocess.run([CTL, "demo", os.path.dirname(store), "--data-only", f"--people={PEOPLE}", f"--departments={DEPARTMENTS}"],
                   check=True, stdout=subprocess.DEVNULL)
    environment = make_environment(os.path.join(folder, "config"))
    program = dict(environment, **AS_THE_PROGRAM)
    starts = [(run(environment, "empty"), run(program, "start", store)) for _round in range(ROUNDS)]
    # A first run may pay for what the later ones find ready.
    empty, ours = zip(*starts[1:])
    visits = [run(program, "way", store, person, issue_pin(store, person), NEW_PIN) for person in find_newcomers(store)]
    shutil.rmtree(folder)

    def column(runs, name):
        return [figures[name] for figures in runs]

    resident = [kib / 1024 for kib in column(visits, "way.resident_kib")]
    floor = [kib / 1024 for kib in column(empty, "start.resident_kib")]
    print(f"# The kiosk on a store of {PEOPLE:,} people\n")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end; drawn by software (cairo) on Xvfb, 1280 × 800. "
          "Median (least–most); ratios are taken pair by pair.\n")
    print("| | the kiosk | an empty window | ratio | aim |\n| --- | ---: | ---: | ---: | ---: |")
    print(f"| start to the first frame | {show(column(ours, 'first_frame.ms'), 'ms')} | "
          f"{show(column(empty, 'first_frame.ms'), 'ms')} | "
          f"{ratios(column(ours, 'first_frame.ms'), column(empty, 'first_frame.ms'))} | ≤ 1.5 × |")
    print(f"| resident memory on the first screen | {show([k / 1024 for k in column(ours, 'start.resident_kib')], 'MiB')} | "
          f"{show(floor, 'MiB')} | {ratios(column(ours, 'start.resident_kib'), column(empty, 'start.resident_kib'))} | ≤ 1.5 × |")
    print(f"| resident memory after a whole questionnaire | {show(resident, 'MiB')} | {show(floor, 'MiB')} | "
          f"{ratios(resident, floor)} | ≤ 1.5 × |")
    print(f"| PIN entered to the overview, choosing the first PIN included | {show(column(visits, 'overview.ms'), 'ms')} | | | |")
    print(f"| overview to the first question | {show(column(visits, 'question.ms'), 'ms')} | | | |")
    print(f"| answer to stored and next question painted, p50 | {show(column(visits, 'answers.p50_ms'), 'ms')} | | | |")
    print(f"| the same, p99 of {int(visits[0]['answers.n'])} | {show(column(visits, 'answers.p99_ms'), 'ms')} | | "
          f"| ≤ {FRAME_MS:.1f} ms |")


main()
