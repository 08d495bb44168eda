# SPDX-License-Identifier: LGPL-2.1-or-later
"""What each letter costs that is typed to search all catalogs, beside a scan and SQLite. tests/bench/run --search starts this."""

import os

from measure import Bench, Spread, in_rounds

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROUNDS = 5
FRAME_MS = 1000 / 60
WAYS = {
    "index": "the index of the library, all hits in their order",
    "scan": "strstr over the same folded texts, only counted",
    "sqlite": "SQLite FTS5 (trigram) over the same folded texts, only counted",
}


def main():
    bench = Bench(os.path.join(ROOT, "build-bench"))
    runs = in_rounds(ROUNDS, search=lambda: bench.run(bench.program("bench-search")))["search"]
    first = runs[0].inside

    def show(name):
        return Spread(run.inside[name] for run in runs).show()

    def ratio(name):
        return Spread(run.inside["index.median"] / max(run.inside[f"{name}.median"], 1e-3) for run in runs).show()

    print(f"# Typing in {first['controls']:.0f} controls, {first['kib']:.0f} KiB of folded text, {first['letters']:.0f} letters\n")
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end. Milliseconds a letter, median (least–most) of {ROUNDS} "
          f"runs. The aim is less than a frame, {FRAME_MS:.1f} ms, in the 99th percentile; making the index takes {show('build')} ms, once.\n")
    print("| | median | 99 % | most | the index to it, median |\n| --- | ---: | ---: | ---: | ---: |")
    for way, what in WAYS.items():
        print(f"| {what} | {show(way + '.median')} | {show(way + '.p99')} | {show(way + '.most')} | {ratio(way) if way != 'index' else ''} |")


main()
