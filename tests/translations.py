#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every text of the screens is in the list of files to translate, and has a translation. Prints TAP."""

import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True      # no cache in the source tree

from tap import Tap     # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
IN_C = re.compile(r'\b(?:_|N_|ngettext) \("')
IN_UI = re.compile(r'translatable="yes"')
KEYWORDS = ["--keyword=_", "--keyword=N_", "--keyword=ngettext:1,2"]


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def listed():
    """The files of POTFILES.in."""
    return [line for line in read("po/POTFILES.in").splitlines() if line and not line.startswith("#")]


def with_texts():
    """The files that hold texts for the screen."""
    for folder, suffix, pattern in (("src/kiosk", ".c", IN_C), ("ui", ".ui", IN_UI)):
        for name in sorted(os.listdir(os.path.join(ROOT, folder))):
            if name.endswith(suffix) and pattern.search(read(f"{folder}/{name}")):
                yield f"{folder}/{name}"


def find_unlisted():
    files = list(with_texts())
    if len(files) < 10:
        yield f"only {len(files)} files with texts were found"
    yield from (f"{path} has texts and is not in po/POTFILES.in" for path in files if path not in listed())
    yield from (f"{path} is in po/POTFILES.in and is not there" for path in listed()
                if not os.path.isfile(os.path.join(ROOT, path)))


def extract(template):
    """All texts, as the translators would get them."""
    parts = []
    for kind, options in ((".c", KEYWORDS), (".ui", ["--language=Glade"])):
        part = f"{template}{kind}"
        subprocess.run(["xgettext", "--from-code=UTF-8", "--force-po", "-o", part, *options,
                        *(path for path in listed() if path.endswith(kind))],
                       cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
        parts.append(part)
    subprocess.run(["msgcat", "--use-first", "-o", template, *parts], check=True)


def find_untranslated(language):
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "tenken.pot")
        extract(template)
        if read(template).count("\nmsgid ") < 100:
            yield "hardly any text was found"
        done = subprocess.run(["msgcmp", os.path.join(ROOT, "po", f"{language}.po"), template], capture_output=True, text=True,
                              check=False, env=dict(os.environ, LC_ALL="C.UTF-8"))
        if done.returncode != 0:
            yield from done.stderr.splitlines()


def find_broken(language):
    """Formats that differ between text and translation, and fuzzy entries."""
    done = subprocess.run(["msgfmt", "--check", "--statistics", "-o", os.devnull, os.path.join(ROOT, "po", f"{language}.po")],
                          capture_output=True, text=True, check=False, env=dict(os.environ, LC_ALL="C.UTF-8"))
    if done.returncode != 0 or "fuzzy" in done.stderr or "untranslated" in done.stderr:
        yield from done.stderr.splitlines()


def main():
    tap = Tap()
    tap.run("every file with texts is listed", find_unlisted)
    for language in (name for name in read("po/LINGUAS").split() if len(name) == 2):
        tap.run(f"{language}: every text is translated", lambda language=language: find_untranslated(language))
        tap.run(f"{language}: no translation is broken or only guessed", lambda language=language: find_broken(language))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
