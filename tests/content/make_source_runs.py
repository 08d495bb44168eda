# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes tests/fixtures/source-runs.bin from the source documents; see source_runs.py for what it is.

Run by `/usr/bin/python3 tests/content/make_source_runs.py` where the documents are: $TENKEN_SHARED/seeds, else
../shared/seeds beside the project. Needed only when a document is added.
"""

import sys

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree

import source_runs  # noqa: E402


def main():
    """Write the fixture."""
    folder = source_runs.shared_folder()
    if folder is None:
        print("the source documents are not here; set TENKEN_SHARED", file=sys.stderr)
        return 1
    data = source_runs.pack(source_runs.seed_hashes(folder))
    with open(source_runs.FIXTURE, "wb") as file:
        file.write(data)
    print(f"{len(source_runs.seed_paths(folder))} documents, {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
