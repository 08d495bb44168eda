# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every form that ships against the rules for texts, and its facts against the source documents.

Run by `/usr/bin/python3 tests/content/test_forms.py [DATA_DIR]`; prints TAP. What a form means is for the loader to check
(tests/unit/test-shipped-forms.c); here it is read as data. Telephone numbers and the example of the short text are looked
for in the source documents where these are ($TENKEN_SHARED). At the end the checks are tried on forms that are broken.
"""

import copy
import glob
import json
import os
import re
import sys

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))      # where tap.py is

import clauses          # noqa: E402
import rules            # noqa: E402
import source_runs      # noqa: E402
from tap import Tap     # noqa: E402

DATA = os.path.normpath(os.path.join(HERE, "..", "..", "data"))
MAX_LENGTH = 120
CRITERIA = "第10 2 (2)"


def walk(value, path=""):
    """Yield every value below one, with its path."""
    yield path, value
    if isinstance(value, dict):
        for name, member in value.items():
            yield from walk(member, f"{path}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from walk(member, f"{path}[{index}]")


def texts(form):
    """Yield every text in two languages, with its path."""
    return ((path, value) for path, value in walk(form) if isinstance(value, dict) and "ja" in value)


def fields(form):
    """Yield every field."""
    for section in form["sections"]:
        yield from section["fields"]


def members(form, name):
    """Yield every member of a name."""
    return (value[name] for _, value in walk(form) if isinstance(value, dict) and name in value)


# The words

def both_languages(form):
    """Every text is there in both languages, each in its own letters"""
    for path, text in texts(form):
        if not text.get("en") or not text.get("ja"):
            yield f"{path}: a language is missing"
        elif rules.JAPANESE.search(text["en"]):
            yield f"{path}: Japanese in the English text: {text['en']}"


def not_vague(form):
    """No text says that something is done properly, or where necessary"""
    for path, text in texts(form):
        for language in rules.LANGUAGES:
            found = rules.VAGUE[language].search(text.get(language, ""))
            if found:
                yield f"{path}: “{found[0]}” says nothing"


def not_long(form):
    """No text is longer than 120 Japanese characters"""
    for path, text in texts(form):
        if len(text["ja"]) > MAX_LENGTH:
            yield f"{path}: {len(text['ja'])} characters"


def not_copied(form):
    """No text shares a run of 25 characters with a source document, listed names excepted"""
    runs = source_runs.shipped()
    for path, value in walk(form):
        if isinstance(value, str) and not path.startswith("short_text"):
            for stretch in runs.shared(value):
                yield f"{path} shares with a source document: {stretch}"


def known_roles(form):
    """Whoever takes a step holds a role of some catalog that ships"""
    known = set()
    for path in glob.glob(os.path.join(DATA, "catalogs", "*.json")):
        with open(path, encoding="utf-8") as file:
            known |= {role["id"] for role in json.load(file).get("roles", ())}
    for role in members(form, "role"):
        if role not in known:
            yield f"no catalog has the role “{role}”"


def titled(form):
    """Every step and every state has a title of its own"""
    for kind in ("steps", "states"):
        titles = [one["title"]["ja"] for one in form[kind]]
        yield from (f"{kind}: “{title}” stands twice" for title in sorted(set(titles)) if titles.count(title) > 1)


CHECKS = (both_languages, not_vague, not_long, not_copied, known_roles, titled)


# The facts

def criteria_whole(form):
    """The checklist has every selection criterion of the prefecture's standard, in its order"""
    kept = [line for line in clauses.kept("fukushima-2023") if line.startswith(CRITERIA + " ")]
    wanted = [line for line in kept if not any(other.startswith(line + " ") for other in kept)]
    found = [item["clause"]["ja"] for field in fields(form) if field["id"].startswith("criteria_")
             for item in field.get("items", ())]
    found = [clause for clause in found if clause.startswith(CRITERIA)]
    if not wanted or found != wanted:
        yield f"the criteria are {found}, not {wanted}"


def events_whole(form):
    """The examples are all those of paragraph 3, and the kinds of report those of the charts"""
    kept = clauses.kept("mod-contractor-incident-2020")
    cases = next(field for field in fields(form) if field["id"] == "cases")["choices"]
    wanted = [line for line in kept if re.fullmatch("第3項第[1-3]号.|第3項第4号", line)]
    found = [choice["clause"]["ja"] for choice in cases]
    if not wanted or found != wanted:
        yield f"the examples are {found}, not {wanted}"
    event = next(field for field in fields(form) if field["id"] == "event")
    wanted = sorted({re.sub("^別図第[12] ", "", line) for line in kept if re.match("別図第[12] .*[ア-エ)]$", line)})
    found = sorted(choice["clause"]["ja"] for choice in event["choices"])
    if not wanted or found != wanted:
        yield f"the kinds of report are {found}, not {wanted}"


def contacts_true(form, folder):
    """Every office and every number of the contact points stands in the source document"""
    text = source_text(folder, "別図第1")
    table = next(table for table in form["tables"] if table["id"] == "contacts")
    seen = 0
    for cells in (*(row["cells"] for row in table["rows"]), table["default"]):
        for value in cells.values():
            plain = value["ja"] if isinstance(value, dict) else value
            for part in re.findall(r"[0-9-]{9,}|\d{3,}|[^（）0-9、～]{5,}", source_runs.normalize(plain)):
                seen += 1
                if part not in text:
                    yield f"“{part}” of “{plain}” is not in the document"
    if len(table["rows"]) != 19 or seen < 60:
        yield f"{len(table['rows'])} contact points and {seen} facts, too few to be all"


def example_true(folder):
    """The example that the short text is tried on is the document's own, to the character"""
    with open(os.path.join(HERE, "..", "unit", "test-shipped-forms.c"), encoding="utf-8") as file:
        code = file.read()
    tried = "".join(re.findall('"([^"]*)"', re.search(r"notation\[\] =(.*?);", code, re.DOTALL)[1]))
    for path in source_runs.seed_paths(folder):
        with open(path, encoding="utf-8") as file:
            if tried in file.read().splitlines():
                return
    yield "no document has this line"


def source_text(folder, words):
    """The source document that holds some words, in the form in which runs are compared."""
    for path in source_runs.seed_paths(folder):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if words in text and "緊急窓口" in text:
            return source_runs.normalize(text)
    raise LookupError(f"no source document holds “{words}”")


# Trying the checks on broken forms

def breakers(form):
    """Yield for each check a form in which it must find something."""
    def broken(change):
        other = copy.deepcopy(form)
        change(other)
        return other
    yield both_languages, broken(lambda one: one["title"].pop("en"))
    yield both_languages, broken(lambda one: one["title"].update(en="申請"))
    yield not_vague, broken(lambda one: one["title"].update(ja="適切な申請"))
    yield not_long, broken(lambda one: one["title"].update(ja="あ" * (MAX_LENGTH + 1)))
    yield known_roles, broken(lambda one: one["start"].append({"role": "nobody"}))
    yield titled, broken(lambda one: one["steps"].append(one["steps"][0]))


def try_checks(tap, form):
    """The test points of the checks themselves."""
    for check, broken in breakers(form):
        tap.point(f"checks: {check.__name__} finds what is broken", [] if list(check(broken)) else ["it found nothing"])


def main(arguments):
    """Check the data folder named on the command line, else the one of this project."""
    data = os.path.abspath(arguments[0]) if arguments else DATA
    folder = source_runs.shared_folder()
    tap = Tap()
    forms = {}
    for path in sorted(glob.glob(os.path.join(glob.escape(data), "forms", "*.json"))):
        with open(path, encoding="utf-8") as file:
            forms[os.path.basename(path).removesuffix(".json")] = json.load(file)
    for name, form in forms.items():
        for check in CHECKS:
            tap.run(f"{name}: {check.__doc__}", lambda check=check, form=form: check(form))
    tap.run(f"external-service: {criteria_whole.__doc__}", lambda: criteria_whole(forms["external-service"]))
    tap.run(f"incident-report: {events_whole.__doc__}", lambda: events_whole(forms["incident-report"]))
    for check, given in ((contacts_true, (forms["incident-report"], folder)), (example_true, (folder,))):
        if folder is None:
            tap.skip(f"incident-report: {check.__doc__}", "../shared is not here")
        else:
            tap.run(f"incident-report: {check.__doc__}", lambda check=check, given=given: check(*given))
    try_checks(tap, forms["external-service"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
