# SPDX-License-Identifier: LGPL-2.1-or-later
"""What it takes to have filled self-check sheets back in. tests/bench/run --sheets starts this."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CTL = ROOT / "build-bench" / "src" / "ctl" / "tenkenctl"
FILL = ROOT / "tests" / "ui" / "fill_sheets.py"
SIZES = [200, 1000]
AIM = 10.0


def run(*arguments):
    start = time.monotonic()
    subprocess.run([CTL, *map(str, arguments)], check=True, capture_output=True)
    return time.monotonic() - start


def measure(people, folder):
    store = folder / "city" / "tenken.db"
    run("demo", folder / "city", f"--people={people}", "--departments=8", "--data-only")
    run("campaign", "create", store, "2099", "--catalog=mic-2020")
    run("campaign", "open", store, "2099")
    top = (folder / "city" / "departments.csv").read_text(encoding="utf-8-sig").splitlines()[1].split(",")[0]
    written = run("sheet", "write", store, "2099", "-o", folder / "sheets", f"--department={top}")
    files = sorted((folder / "sheets").iterdir())
    subprocess.run(["/usr/bin/python3", FILL, *files], check=True)
    shown = run("answers", "import", store, "2099", *files, "--dry-run")
    return len(files), written, shown, run("answers", "import", store, "2099", *files)


def main():
    os.environ.update(TENKEN_DATA_DIR=str(ROOT / "data"), LC_ALL="C.UTF-8")
    print("| sheets | written, s | read and compared, s | taken in, s |")
    print("| ---: | ---: | ---: | ---: |")
    for people in SIZES:
        with tempfile.TemporaryDirectory() as name:
            n, *seconds = measure(people, Path(name))
        print(f"| {n} | " + " | ".join(f"{value:.2f}" for value in seconds) + " |", flush=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"\nThe aim is {AIM:.0f} s for 200 sheets; the peak of all of it was {peak:.0f} MiB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
