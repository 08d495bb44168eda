#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows on made-up trees that layers.py passes a sound one and sees every kind of fault. Prints TAP."""

import os
import sys
import tempfile

sys.dont_write_bytecode = True      # no cache in the source tree

import layers             # noqa: E402
from tap import Tap       # noqa: E402

SOUND = {
    "src/tenken/tenken.h": '#include "tnk-text.h"\n#include <tnk-role.h>\n#include "report/tnk-scorecard.h"\n',
    "src/tenken/session/tnk-session.c": '#include "config.h"\n#include "tnk-scorecard.h"\n#include "tnk-store-private.h"\n',
    "src/tenken/base/tnk-text.h": "#include <glib-object.h>\n",
    "src/tenken/base/tnk-text.c": '#include "config.h"\n\n#include "tnk-text.h"\n/* #include "tnk-role.h" is told in prose only */\n',
    "src/tenken/catalog/tnk-role.h": '#include "tnk-text.h"\n',
    "src/tenken/catalog/tnk-json-reader-private.h": "#include <json-glib/json-glib.h>\n",
    "src/tenken/campaign/tnk-rate.c": '#include "tnk-json-reader-private.h"\n',
    "src/tenken/store/tnk-store-private.h": '#include "tnk-role.h"\n',
    "src/tenken/store/tnk-schema.c": '#include "tnk-store-private.h"\n#include "tnk-store-resources.h"\n',
    "src/tenken/store/tnk-store.gresource.xml": "",
    "src/tenken/store/tnk-sqlite-connection.c": "#include <sqlite3.h>\n",
    "src/tenken/store/tnk-secret.c": "#include <sodium.h>\n",
    "src/tenken/report/tnk-scorecard.h": '# include "tnk-role.h"\n',
    "src/tenken/report/tnk-workbook-xlsx-private.h": "#include <xlsxwriter.h>\n",
    "src/tenken/report/tnk-workbook.c": '#include "tnk-workbook-xlsx-private.h"\n',
    "src/tenken/report/tnk-xlsx-package.c": "#include <gsf/gsf-infile-zip.h>\n#include <gsf/gsf-input-memory.h>\n",
    "src/tenken/report/tnk-xlsx-xml.c": "#include <libxml/xmlreader.h>\n",
    "src/ctl/main.c": '#include <tenken.h>\n#include "demo-private.h"\n',
    "src/ctl/demo-private.h": "#include <gio/gio.h>\n",
}

# What is done to the sound tree, the rule that must see it, and a word of its fault. None takes a file away.
BAD = (
    ("up", {"src/tenken/base/tnk-text.c": '#include "tnk-role.h"'}, "downwards", "base may not use catalog"),
    ("up, by the path", {"src/tenken/body/b.c": '#include "../store/tnk-store-private.h"'}, "downwards", "body may not use store"),
    ("up, in angle brackets", {"src/tenken/base/tnk-text.c": "#  include <tnk-role.h>"}, "downwards", "base may not use catalog"),
    ("up, to the umbrella", {"src/tenken/body/b.c": '#include "tenken.h"'}, "downwards", "what stands above all layers"),
    ("the report and the store", {"src/tenken/report/r.c": '#include "tnk-store-private.h"'}, "downwards", "report may not use store"),
    ("a folder without a place", {"src/tenken/extra/e.c": "#include <glib.h>"}, "folders", "extra has no place"),
    ("a header that is nowhere", {"src/tenken/body/b.c": '#include "tnk-gone.h"'}, "readable", "there is no such header"),
    ("another layer's resources", {"src/tenken/body/b.c": '#include "tnk-store-resources.h"'}, "readable", "there is no such header"),
    ("a header named twice", {"src/tenken/body/tnk-role.h": "", "src/ctl/c.c": '#include "tnk-role.h"'}, "readable", "could be any of"),
    ("a header by a macro", {"src/tenken/body/b.c": "#include BODY_HEADER"}, "readable", "only a header by its name"),
    ("a second file with SQLite", {"src/tenken/store/tnk-sqlite-2.c": "#include <sqlite3.h>"}, "wrapped", "is by 2"),
    ("SQLite elsewhere", {"src/ctl/c.c": "#include <sqlite3.h>"}, "wrapped", "only src/tenken/store/tnk-sqlite* may"),
    ("SQLite nowhere", {"src/tenken/store/tnk-sqlite-connection.c": None}, "wrapped", "is by 0"),
    ("libsodium elsewhere", {"src/tenken/session/s.c": "#include <sodium.h>"}, "wrapped", "only src/tenken/store/tnk-secret* may"),
    ("libsodium in part", {"src/ctl/c.c": "#include <sodium/utils.h>"}, "wrapped", "tnk-secret* may"),
    ("the store and the session", {"src/tenken/session/tnk-session.h": "", "src/tenken/store/s.c": '#include "tnk-session.h"'}, "downwards",
     "store may not use session"),
    ("past the workbook", {"src/tenken/report/r.c": '#include "tnk-workbook-xlsx-private.h"'}, "wrapped", "tnk-workbook* may"),
    ("a part of libxlsxwriter", {"src/tenken/report/r.c": "#include <xlsxwriter/chart.h>"}, "wrapped", "tnk-workbook* may"),
    ("XML elsewhere", {"src/tenken/report/r.c": "#include <libxml/parser.h>"}, "wrapped", "tnk-xlsx-xml* may"),
    ("libgsf nowhere", {"src/tenken/report/tnk-xlsx-package.c": None}, "wrapped", "is by 0"),
    ("JSON elsewhere", {"src/tenken/report/r.c": "#include <json-glib/json-glib.h>"}, "json", "only src/tenken/catalog may"),
    ("JSON by the back door", {"src/tenken/campaign/c.c": '#include "tnk-json-reader-private.h"'}, "json", "brings json-glib along"),
    ("JSON nowhere", {"src/tenken/catalog/tnk-json-reader-private.h": ""}, "json", "nothing was looked at"),
    ("GTK", {"src/tenken/report/r.c": "#include <gtk/gtk.h>"}, "no_toolkit", "does without GTK"),
    ("a program that peeps", {"src/kiosk/k.c": '#include "tnk-store-private.h"'}, "front_ends", "private to the library"),
    ("a program in another", {"src/kiosk/k.c": '#include "demo-private.h"'}, "readable", "there is no such header"),
    ("no program", {"src/ctl/main.c": None, "src/ctl/demo-private.h": None}, "front_ends", "nothing was looked at"),
    ("private in public", {"src/tenken/store/tnk-store.h": '#include "tnk-store-private.h"'}, "public", "a private header in a public one"),
    ("left out of the umbrella", {"src/tenken/body/tnk-body.h": ""}, "umbrella", "does not include tnk-body.h"),
    ("no umbrella", {"src/tenken/tenken.h": None}, "umbrella", "there is no src/tenken/tenken.h"),
)


def judge(tree):
    """The faults that layers.py finds in a tree of made-up files, by the rule."""
    with tempfile.TemporaryDirectory() as root:
        for path, text in tree.items():
            if text is not None:
                os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                    file.write(text)
        return {rule.__name__[len("rule_"):]: faults for rule, _, faults in layers.check(root)}


def cases():
    found = {rule: faults for rule, faults in judge(SOUND).items() if faults}
    yield "a sound tree passes", not found, found
    found = judge({"data/nothing.c": "#include <glib.h>\n"})
    yield "an empty tree fails by every rule", all(found.values()), found
    for name, change, rule, word in BAD:
        found = judge({**SOUND, **change})
        yield f"seen: {name}", any(word in fault for fault in found[rule]), found


def main():
    tap = Tap()
    for name, good, found in cases():
        tap.point(name, [] if good else [f"found instead: {found}"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
