#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the linker's version script: the functions of the public headers, and nothing else."""

import re
import sys


def functions(header):
    """The names of the functions that a header declares, with the type functions that its macros declare."""
    with open(header, encoding="utf-8") as file:
        text = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
    names = set(re.findall(r"\b(tnk_[a-z0-9_]+) \(", text))
    for name in re.findall(r"G_DECLARE_FINAL_TYPE \(\w+, (tnk_\w+),", text):
        names.add(name + "_get_type")
    return names


def main(headers, output):
    names = set().union(*(functions(header) for header in headers))
    if not names:
        sys.exit("symbols.py: no function found in the headers")
    with open(output, "w", encoding="utf-8") as file:
        file.write("{\nglobal:\n" + "".join(f"  {name};\n" for name in sorted(names)) + "local:\n  *;\n};\n")


if __name__ == "__main__":
    main(sys.argv[1:-1], sys.argv[-1])
