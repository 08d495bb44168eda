#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the #include lines of src/ and fails where one points the wrong way. Prints TAP, one point a rule.

layers.py [ROOT]    ROOT is the checkout
"""

import os
import re
import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from tap import Tap    # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
# From the ground up: a layer may include itself and what stands before it. Files of src/tenken/ itself may include all.
LAYERS = ("base", "catalog", "body", "campaign", "followup", "store", "report", "session")
# Pairs that the order would allow.
APART = {("report", "store")}
LIBRARY = "src/tenken"
FRONT_ENDS = ("src/ctl", "src/kiosk")
UMBRELLA = "tenken.h"
# Headers that the build makes, which no source tree holds.
GENERATED = {"config.h"}
# Foreign headers that exactly one file includes: the rest of the library does not know who does the work. That file and
# all that include it in turn are the wrapper, which its name shows.
WRAPPED = {"xlsxwriter.h": "report/tnk-workbook", "sqlite3.h": "store/tnk-sqlite", "sodium.h": "store/tnk-secret",
           "gsf.h": "report/tnk-xlsx-package", "libxml.h": "report/tnk-xlsx-xml"}
# The one reader of JSON, and who may look through it.
JSON_LAYER = "catalog"
JSON_READER = "tnk-json-reader-private.h"
JSON_GUESTS = {"src/tenken/campaign/tnk-rate.c", "src/tenken/followup/tnk-form-loader-private.h"}
NOT_IN_LIBRARY = re.compile(r"^(gtk|gdk|adwaita|graphene)")

INCLUDE = re.compile(r"^[ \t]*#[ \t]*(?:include|include_next|import)\b[ \t]*(.*)$", re.MULTILINE)
TARGET = re.compile(r'^(?:"([^"]+)"|<([^>]+)>)')


class Include:
    def __init__(self, file, line, name, quoted):
        self.file = file            # "src/tenken/body/tnk-body.c"
        self.line = line
        self.name = name            # as written between the quotes
        self.quoted = quoted
        self.target = None          # the file of the tree that is meant, if it is one

    def says(self, fault):
        return f"{self.file}:{self.line}: #include {self.name}: {fault}"


class Tree:
    """The C files below src/ and their includes."""

    def __init__(self, root):
        paths = sorted(os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
                       for folder, _, names in os.walk(os.path.join(root, "src")) for name in names)
        self.files = [path for path in paths if path.endswith((".c", ".h"))]
        # What glib-compile-resources makes of one of these is for the files beside it.
        self.resources = {path.replace(".gresource.xml", "-resources.h") for path in paths if path.endswith(".gresource.xml")}
        self.by_name = {}
        for path in self.files:
            self.by_name.setdefault(os.path.basename(path), []).append(path)
        self.faults = []            # includes that cannot be followed, and so not judged
        self.includes = [include for path in self.files for include in self.read(root, path)]
        for include in self.includes:
            include.target = self.resolve(include)

    def read(self, root, path):
        with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
            text = file.read()
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            target = TARGET.match(match[1])
            if target:
                yield Include(path, line, target[1] or target[2], target[1] is not None)
            else:
                self.faults.append(f"{path}:{line}: #include {match[1].strip()}: only a header by its name can be judged")

    def resolve(self, include):
        """The compiler looks beside the file, then in the folders of the same program and of the library, where it finds a header
        by its last name."""
        name = os.path.basename(include.name)
        candidates = self.by_name.get(name, [])
        beside = [path for path in candidates if os.path.dirname(path) == os.path.dirname(include.file)]
        own = "/".join(include.file.split("/")[:2])
        candidates = beside or [path for path in candidates if path.startswith((own + "/", LIBRARY + "/"))]
        if len(candidates) > 1:
            self.faults.append(include.says(f"could be any of {', '.join(candidates)}"))
        made = name in GENERATED or f"{os.path.dirname(include.file)}/{name}" in self.resources
        if not candidates and include.quoted and not made:
            self.faults.append(include.says("there is no such header beside it, in its program or in the library"))
        return candidates[0] if candidates else None

    def library(self):
        return [path for path in self.files if path.startswith(LIBRARY + "/")]

    def headers(self):
        """The public ones."""
        return [path for path in self.library() if path.endswith(".h") and not is_private(path)]


def is_private(path):
    return path.endswith("-private.h")


def layer_of(path):
    """The folder of a file of the library; None for the files above all layers, and for those outside."""
    parts = path.split("/")
    return parts[2] if path.startswith(LIBRARY + "/") and len(parts) > 3 else None


def may_include(here, there):
    if here is None:
        return True
    if there not in LAYERS or here not in LAYERS:
        return False
    return LAYERS.index(there) <= LAYERS.index(here) and (here, there) not in APART


# The rules. Each gives the number of things it looked at, and the faults.

def rule_readable(tree):
    """every include can be followed"""
    return len(tree.includes), tree.faults


def rule_folders(tree):
    """every folder of the library is a layer with a place in the order"""
    folders = {path.split("/")[2] for path in tree.library() if layer_of(path)}
    return len(folders), [f"{LIBRARY}/{folder} has no place in the order of layers" for folder in sorted(folders - set(LAYERS))]


def rule_downwards(tree):
    """no layer includes one above it"""
    inside = [i for i in tree.includes if layer_of(i.file) and i.target]
    return len(inside), [
        i.says(f"{layer_of(i.file)} may not use {layer_of(i.target) or 'what stands above all layers'}")
        for i in inside if not may_include(layer_of(i.file), layer_of(i.target))]


def rule_wrapped(tree):
    """one file each knows libxlsxwriter, SQLite, libsodium, libgsf and libxml2"""
    seen = 0
    faults = []
    for header, wrapper in WRAPPED.items():
        users = [i for i in tree.includes if i.target is None and i.name.split("/")[0] in (header, header[:-2])]
        files = sorted({i.file for i in users})
        seen += bool(users)
        if len(files) != 1:
            faults.append(f"{header} is to be included by one file, and is by {len(files)}: {', '.join(files) or 'none'}")
        through = [i for i in tree.includes if i.target in files]
        faults += [i.says(f"only {LIBRARY}/{wrapper}* may") for i in users + through
                   if not i.file.startswith(f"{LIBRARY}/{wrapper}")]
    return seen, faults


def rule_json(tree):
    """json-glib stays in the catalog layer"""
    direct = [i for i in tree.includes if i.name.startswith("json-glib/") and i.file.startswith(LIBRARY + "/")]
    through = [i for i in tree.includes if i.target and os.path.basename(i.target) == JSON_READER]
    faults = [i.says(f"only {LIBRARY}/{JSON_LAYER} may include it") for i in direct if layer_of(i.file) != JSON_LAYER]
    faults += [i.says("it brings json-glib along") for i in through
               if layer_of(i.file) != JSON_LAYER and i.file not in JSON_GUESTS]
    return len(direct), faults


def rule_no_toolkit(tree):
    """no file of the library knows of GTK"""
    inside = [i for i in tree.includes if i.file.startswith(LIBRARY + "/")]
    return len(inside), [i.says("the library does without GTK") for i in inside
                         if i.target is None and NOT_IN_LIBRARY.match(i.name)]


def rule_front_ends(tree):
    """the programs use public headers only"""
    outside = [i for i in tree.includes if i.file.startswith(FRONT_ENDS)]
    return len(outside), [i.says("private to the library") for i in outside
                          if i.target and i.target.startswith(LIBRARY + "/") and is_private(i.target)]


def rule_public(tree):
    """no public header includes a private one"""
    public = set(tree.headers())
    return len(public), [i.says("a private header in a public one") for i in tree.includes
                         if i.file in public and is_private(i.name)]


def rule_umbrella(tree):
    """tenken.h includes every public header"""
    umbrella = f"{LIBRARY}/{UMBRELLA}"
    wanted = set(tree.headers()) - {umbrella}
    if umbrella not in tree.files:
        return len(wanted), [f"there is no {umbrella}"]
    held = {i.target for i in tree.includes if i.file == umbrella}
    return len(wanted), [f"{umbrella} does not include {os.path.basename(path)}" for path in sorted(wanted - held)]


RULES = (rule_readable, rule_folders, rule_downwards, rule_wrapped, rule_json, rule_no_toolkit, rule_front_ends, rule_public,
         rule_umbrella)


def check(root):
    """What each rule found: (rule, number of things looked at, faults). A rule that looked at nothing has a fault."""
    tree = Tree(root)
    results = []
    for rule in RULES:
        seen, faults = rule(tree)
        results.append((rule, seen, faults if seen else faults + [f"nothing was looked at in {root}"]))
    return results


def main(arguments):
    root = os.path.abspath(arguments[0] if arguments else os.path.join(HERE, ".."))
    tap = Tap()
    for rule, seen, faults in check(root):
        tap.point(f"{rule.__doc__} ({seen})", faults)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
