# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows of each rule that it can fail: the annotated example is broken in one place, in memory, and must be reported.

Run by `/usr/bin/python3 tests/content/test_rules.py`; prints TAP, exits 1 if anything fails.
"""

import copy
import json
import os
import sys
import tempfile

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))      # where tap.py is

import catalogs         # noqa: E402
import rules            # noqa: E402
import schemas          # noqa: E402
import source_runs      # noqa: E402
import test_content     # noqa: E402
from tap import Tap     # noqa: E402

with open(os.path.join(test_content.DATA, test_content.EXAMPLE), encoding="utf-8") as example_file:
    TEXT = example_file.read()
EXAMPLE = json.loads(TEXT)
BREAKERS = []
# A text and a name that stand in no document; the rule is tried on a source of their own.
SENTENCE = "むかしむかしあるところにおじいさんとおばあさんが住んでいました"
NAME = "みほん町の情報の取り扱いに関するたいへん長い名前の基本条例"


# Breaking the example

def breaks(name, about):
    """Make a function one that breaks a catalog such that a rule must report it."""
    def register(change):
        BREAKERS.append((name, about, change))
        return change
    return register


def control(data, wanted):
    """A control of a catalog's data, by its id."""
    return next(c for chapter in data["chapters"] for section in chapter["sections"] for c in section["controls"]
                if c["id"] == wanted)


def ask(data, ja=None, en=None):
    """Change the text of the first question."""
    text = control(data, "1.1-1")["questions"][0]["text"]
    text.update({language: value for language, value in (("ja", ja), ("en", en)) if value is not None})


def question(data, wanted):
    """A question of a catalog's data, by its own id."""
    return next(q for q in control(data, "2.1-1")["questions"] if q.get("id") == wanted)


def breaks_question(name, ja=None, en=None):
    """Add a breaker that only changes the text of a question."""
    breaks(name, ja or en)(lambda data: ask(data, ja, en))


@breaks("schema", "an unknown member")
def _(data):
    control(data, "1.1-1")["colour"] = "red"


@breaks("schema", "a missing member")
def _(data):
    del control(data, "1.1-1")["level"]


@breaks("schema", "an id with a blank")
def _(data):
    data["id"] = "example town"


@breaks("schema", "an unknown mark")
def _(data):
    control(data, "1.1-1")["duties"]["staff"] = "○"


@breaks("schema", "an effective day that is none")
def _(data):
    data["effective"] = "2025-02-30"


@breaks("schema", "a text that ends in a blank")
def _(data):
    control(data, "1.1-1")["title"]["ja"] += "　"


@breaks("schema", "an include that leaves the folder")
def _(data):
    data["chapters"][0]["sections"][0] = {"include": "../secret.json"}


@breaks("schema", "only two anchors")
def _(data):
    del question(data, "backup")["anchors"]["partial"]


@breaks("holds-something", "a section without controls")
def _(data):
    data["chapters"][0]["sections"][0]["controls"] = []


@breaks("holds-something", "a chapter without sections")
def _(data):
    data["chapters"][1]["sections"] = []


@breaks("ids-unique", "two controls of one id")
def _(data):
    control(data, "2.1-2")["id"] = "1.1-1"


@breaks("ids-unique", "two sections of one id in two chapters")
def _(data):
    data["chapters"][1]["sections"][0]["id"] = "1.1"


@breaks("ids-unique", "two roles of one id")
def _(data):
    data["roles"][1]["id"] = "staff"


@breaks("ids-unique", "a question whose id is another's by default")
def _(data):
    question(data, "restore-day")["id"] = "1.1-1/staff"


@breaks("ids-unique", "two reasons of one id")
def _(data):
    data["not_applicable_reasons"][1]["id"] = "no-occasion"


@breaks("clauses-unique", "one clause twice")
def _(data):
    control(data, "1.1-2")["clause"] = "第1条"


@breaks("clauses-unique", "ids of one clause out of order")
def _(data):
    control(data, "1.2-1.2")["id"] = "1.2-1.3"


@breaks("clauses-unique", "ids of one clause that differ before the point")
def _(data):
    control(data, "1.2-1.2")["id"] = "1.2-2.2"


@breaks("roles-known", "a duty of nobody")
def _(data):
    control(data, "2.1-2")["duties"]["mayor"] = "responsible"


@breaks("roles-known", "a question to a role without a duty")
def _(data):
    control(data, "1.1-1")["questions"][0]["roles"].append("manager")


@breaks("choices", "nothing to choose from")
def _(data):
    question(data, "backup-places")["choices"] = []


@breaks("choices", "two choices of one id")
def _(data):
    question(data, "backup-places")["choices"][0]["id"] = "elsewhere"


@breaks("choices", "choices for a number")
def _(data):
    question(data, "backup-generations")["choices"] = question(data, "backup-places")["choices"]


@breaks("ask-if", "a condition on a later question")
def _(data):
    question(data, "backup-interval")["ask_if"]["question"] = "restore-day"


@breaks("ask-if", "an answer that the earlier question cannot get")
def _(data):
    question(data, "backup-interval-other")["ask_if"]["answers"] = ["sometimes"]


@breaks("ask-if", "no answer at all")
def _(data):
    question(data, "backup-interval")["ask_if"]["answers"] = []


@breaks("both-languages", "no English")
def _(data):
    del control(data, "1.1-1")["guidance"]["en"]


@breaks("both-languages", "no Japanese in a place far from the questions")
def _(data):
    del data["roles"][0]["description"]["ja"]


@breaks("both-languages", "one text for both languages")
def _(data):
    control(data, "1.1-1")["title"]["en"] = control(data, "1.1-1")["title"]["ja"]


@breaks("english-without-japanese", "a Japanese word")
def _(data):
    control(data, "1.1-1")["title"]["en"] += " (画面)"


@breaks("english-without-japanese", "a full-width bracket")
def _(data):
    question(data, "backup")["anchors"]["partial"]["en"] = "Some are missing（or late)."


@breaks("asked-once", "one question in two controls")
def _(data):
    ask(data, **control(data, "1.2-1.1")["questions"][0]["text"])


@breaks("asked-once", "one English question for two Japanese ones")
def _(data):
    ask(data, en=control(data, "1.2-1.1")["questions"][0]["text"]["en"])


@breaks("anchors", "only two anchors")
def _(data):
    del question(data, "backup")["anchors"]["partial"]


@breaks("anchors", "two anchors alike")
def _(data):
    given = question(data, "backup")["anchors"]
    given["partial"]["ja"] = given["implemented"]["ja"]


@breaks("scored-duties-asked", "a duty without a question")
def _(data):
    control(data, "1.1-1")["duties"]["manager"] = "approves"


@breaks("scored-duties-asked", "a duty with an unscored question only")
def _(data):
    control(data, "1.1-1")["questions"][0]["kind"] = "date"


@breaks("scored-duties-asked", "a duty with two scored questions")
def _(data):
    question(data, "restore-day")["kind"] = "scale"


@breaks("help-given", "no guidance")
def _(data):
    del control(data, "2.1-2")["guidance"]


@breaks("help-given", "no English evidence")
def _(data):
    del control(data, "1.1-2")["evidence"]["en"]


breaks_question("question-length", ja="あ" * 119 + "か。")
breaks_question("ends-as-question", ja="席を離れるときは画面をロックします。")
breaks_question("ends-as-question", en="Lock your screen.")
breaks_question("one-sentence", ja="席を離れます。画面をロックしていますか。")
breaks_question("one-sentence", ja="画面をロックしていますか？毎回ですか。")
breaks_question("one-sentence", en="You leave your desk. Do you lock your screen?")
breaks_question("one-sentence", en="Do you lock your screen? Every time?")
breaks_question("one-ask", ja="画面をロックし、および机を片付けていますか。")
breaks_question("one-ask", ja="画面をロックし、かつ机を片付けていますか。")
breaks_question("one-ask", ja="画面をロックしていますか、机を片付けていますか。")
breaks_question("one-ask", en="Do you lock your screen, and do you clear your desk?")
breaks_question("not-negated", ja="画面を開いたままにしていませんか。")
breaks_question("not-negated", ja="画面を開いたまま席を離れたことはないですか。")
breaks_question("not-negated", ja="画面を開いたままにせずにいますか。")
breaks_question("not-negated", en="Don't you lock your screen?")
breaks_question("not-negated", en="Do you never leave your screen open?")
breaks_question("no-vague-words", ja="画面を適切にロックしていますか。")
breaks_question("no-vague-words", ja="必要に応じて画面をロックしていますか。")
breaks_question("no-vague-words", en="Do you lock your screen where necessary?")


# Trying the rules

def faults_of(catalog, name=None):
    """What the rules, or one of them, say about a catalog."""
    return [f"{one.name}: {entry}: {message}" for one in rules.RULES if name in (None, one.name)
            for entry, messages in rules.examine(one, catalog) for message in messages]


def check_reported(name, change):
    """Yield a fault if a rule does not report what a change breaks."""
    data = copy.deepcopy(EXAMPLE)
    change(data)
    if data == EXAMPLE:
        yield "the breaker changed nothing"
    if not faults_of(catalogs.from_data(data), name):
        yield "the rule did not report it"


def check_every_rule_tried():
    """Yield each rule that nothing above and below shows to fail."""
    tried = {name for name, _, _ in BREAKERS} | {"readable", "not-copied"}
    yield from (f"no broken catalog for the rule {one.name}" for one in rules.RULES if one.name not in tried)
    yield from (f"there is no rule {name}" for name in tried if name not in {one.name for one in rules.RULES})


def check_harmless():
    """Yield each question at which a rule cries wolf."""
    for ja, en in (
            ("パソコンおよび書類を鍵のかかる所に置いていますか。", "Are your computer and papers kept under lock and key?"),
            ("管理区域は外壁に窓のない造りですか。", "Are the controlled areas built with outer walls that have no windows?"),
            ("かつて使っていた端末を返しましたか。", "Have you returned the devices (e.g. PCs) that you had before?"),
            ("漏れがないかどうかを毎月確かめていますか。", "Do you check every month whether anything is missing, and by whom?")):
        data = copy.deepcopy(EXAMPLE)
        ask(data, ja, en)
        yield from faults_of(catalogs.from_data(data))


def check_unreadable(text):
    """Yield a fault if a text passes as a catalog."""
    if not faults_of(catalogs.Catalog(catalogs.Source("memory.json", text)), "readable"):
        yield "the rule did not report it"


def check_lines():
    """Yield a fault unless a message names the line of the bad entry, in the file where it stands."""
    with tempfile.TemporaryDirectory() as folder:
        data = copy.deepcopy(EXAMPLE)
        section = data["chapters"][0]["sections"][0]
        section["controls"][0]["title"]["en"] = "画面"
        data["chapters"][0]["sections"][0] = {"include": "one/1.1.json"}
        os.mkdir(os.path.join(folder, "one"))
        for name, value in (("one.json", data), ("one/1.1.json", section)):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                json.dump(value, file, ensure_ascii=False, indent=2)
        with open(os.path.join(folder, "one", "1.1.json"), encoding="utf-8") as file:
            line = next(number for number, text in enumerate(file, 1) if '"en": "画面"' in text)
        found = faults_of(catalogs.read_catalog(os.path.join(folder, "one.json"), "one.json"))
    # The bad entry is the whole title, which begins three lines above its English text.
    wanted = f"one/1.1.json:{line - 3}: controls[0].title (1.1-1): "
    if len(found) != 1 or wanted not in found[0]:
        yield f"{found} does not say {wanted}"


def check_missing_include():
    """Yield a fault unless a section file that is not there is reported."""
    with tempfile.TemporaryDirectory() as folder:
        data = copy.deepcopy(EXAMPLE)
        data["chapters"][0]["sections"][0] = {"include": "one/1.1.json"}
        path = os.path.join(folder, "one.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(data, file)
        if not faults_of(catalogs.read_catalog(path, "one.json"), "readable"):
            yield "the rule did not report it"


# The rule about the source documents, on a source made up here

def copied(text, names=()):
    """What the rule says about the example with a text in one of its places."""
    data = copy.deepcopy(EXAMPLE)
    control(data, "1.1-1")["guidance"]["ja"] = text
    catalog = catalogs.from_data(data)
    catalog.source_runs = source_runs.SourceRuns(source_runs.hashes_of([f"{SENTENCE}。{NAME}に従う。"]), names)
    return faults_of(catalog, "not-copied")


def check_copied():
    """Yield what the rule does not find, or finds where nothing is."""
    cases = (
        ("a whole sentence", copied(SENTENCE), True),
        ("25 characters amid others", copied(f"はじめに{SENTENCE[3:28]}おわり"), True),
        ("25 characters, broken by white space", copied(f"は {SENTENCE[:9]}　{SENTENCE[9:25]}"), True),
        ("24 characters", copied(SENTENCE[:24] + "ね"), False),
        ("a name that is not listed", copied(NAME), True),
        ("a name that is listed", copied(f"この文は{NAME}による。", [NAME]), False),
        ("a sentence beside a listed name", copied(f"{SENTENCE}。{NAME}", [NAME]), True),
        ("a text of its own", copied("席を離れる前に、画面をロックします。"), False),
    )
    for about, found, wanted in cases:
        if bool(found) != wanted:
            yield f"{about}: {'not reported' if wanted else found}"


def check_fixture():
    """Yield a fault unless the fixture knows a run of the documents: the guideline's name stands in them."""
    runs = source_runs.shipped()
    name = next(name for name in source_runs.read_names() if len(name) >= source_runs.RUN)
    if not list(source_runs.SourceRuns(runs.hashes).shared(name)):
        yield f"the fixture does not know {name}"
    if list(runs.shared(name)):
        yield f"the list of names does not excuse {name}"


def check_cut_fixture():
    """Yield a fault if a fixture that is cut off, or not in order, is taken."""
    data = source_runs.pack(source_runs.hashes_of([SENTENCE]))
    for about, bad in (("cut off", data[:-1]), ("a hash short", data[:-6]), ("empty", data[:data.index(b"\n") + 1]),
                       ("out of order", data[:-12] + data[-6:] + data[-12:-6])):
        try:
            source_runs.unpack(bad)
            yield f"{about}: taken"
        except ValueError:
            pass


# The checks of the schema of the rates, and of what stands beside the catalogs

def check_rates_schema():
    """Yield each broken list of rates that the schema takes."""
    rate = {"id": "r", "name": {"ja": "率"}, "definition": {"ja": "何÷何"}, "numerator": ["items"],
            "denominator": ["answered"]}
    if list(schemas.faults("rates-1.schema.json", {"format": 1, "rates": [rate]})):
        yield "a good list is refused"
    for change in ({"numerator": []}, {"denominator": ["money"]}, {"name": {"en": "Rate"}}, {"colour": "red"}):
        if not list(schemas.faults("rates-1.schema.json", {"format": 1, "rates": [{**rate, **change}]})):
            yield f"taken: {change}"


def check_empty_folder():
    """Yield a fault unless a data folder without a catalog, or with a stray file, is reported."""
    with tempfile.TemporaryDirectory() as folder:
        if test_content.catalog_names(folder) != [test_content.EXAMPLE]:
            yield "a catalog in an empty folder"
        os.makedirs(os.path.join(folder, "catalogs", "old"))
        with open(os.path.join(folder, "catalogs", "old", "1.json"), "w", encoding="utf-8") as file:
            file.write("{}")
        if not list(test_content.check_all_included(folder, set())):
            yield "a stray file is not reported"


def main():
    """Try every breaker, then the rest."""
    tap = Tap()
    tap.run("the example keeps every rule", lambda: faults_of(catalogs.Catalog(catalogs.Source("example", TEXT))))
    tap.run("every rule is tried", check_every_rule_tried)
    for name, about, change in BREAKERS:
        tap.run(f"{name}: {about}", lambda name=name, change=change: check_reported(name, change))
    tap.run("questions: what is harmless passes", check_harmless)
    for about, text in (("a text that is cut off", TEXT[:-20]), ("a list", "[]"), ("nothing", ""),
                        ("a member twice", TEXT.replace('"format": 1,', '"format": 1, "format": 1,', 1)),
                        ("a comment", TEXT + "// end"), ("a number that is none", '{"weight": NaN}')):
        tap.run(f"readable: {about}", lambda text=text: check_unreadable(text))
    tap.run("readable: an included file that is missing", check_missing_include)
    tap.run("a message names file, line and control", check_lines)
    tap.run("not-copied: finds runs and excuses names", check_copied)
    tap.run("not-copied: the fixture knows the documents", check_fixture)
    tap.run("not-copied: a damaged fixture is refused", check_cut_fixture)
    tap.run("rates: the schema refuses what is broken", check_rates_schema)
    tap.run("catalogs: none, or a stray file, is reported", check_empty_folder)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
