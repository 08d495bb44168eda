# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every form that ships, and the annotated example: schema and loader take them, and what breaks them in one place is refused
by the loader, and by the schema where a schema can see it.

Run by `/usr/bin/python3 tests/content/test_form_schema.py`; prints TAP, exits 1 if anything fails.
"""

import copy
import glob
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))      # where tap.py is

import schemas          # noqa: E402
import test_content     # noqa: E402
from tap import Tap     # noqa: E402

DATA = test_content.DATA
PROGRAM = os.environ.get("TENKENCTL", "tenkenctl")
EXAMPLE = "schema/form-example.json"
SCHEMA = "form-1.schema.json"
# Each breaks any form that has what it changes: what about it, whether the schema sees it, and how. A change that finds
# nothing to break returns False.
BREAKERS = []


def breaks(about, seen_by_schema=True):
    def register(change):
        BREAKERS.append((about, seen_by_schema, change))
        return change
    return register


def form_names(data):
    found = sorted(glob.glob(os.path.join(glob.escape(data), "forms", "*.json")))
    return [os.path.relpath(path, data) for path in found] + [EXAMPLE]


def load(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as file:
        return json.load(file)


def ask_loader(data, folder):
    """What the loader says of a form: None if it takes it."""
    path = os.path.join(folder, "form.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False)
    result = subprocess.run([PROGRAM, "form", "validate", path], capture_output=True, text=True, check=False, timeout=60)
    if result.returncode not in (0, 1) or (result.returncode == 1) != bool(result.stderr):
        return f"exit {result.returncode}: {result.stderr}"
    return result.stderr.strip() or None


def fields(form):
    return [field for section in form["sections"] for field in section["fields"]]


def find(entries, **wanted):
    """The first entry with these members, or None."""
    return next((entry for entry in entries if all(entry.get(key) == value for key, value in wanted.items())), None)


def find_with(entries, member):
    return next((entry for entry in entries if member in entry), None)


def change(entry, **members):
    """Change an entry, if there is one."""
    if entry is None:
        return False
    entry.update(members)
    return True


@breaks("an unknown member")
def _(form):
    return change(form, colour="red")


@breaks("an unknown member of a field")
def _(form):
    return change(fields(form)[0], colour="red")


@breaks("a missing title")
def _(form):
    del form["title"]


@breaks("a newer format")
def _(form):
    return change(form, format=2)


@breaks("an id with a slash")
def _(form):
    return change(form, id="a/b")


@breaks("nobody who may begin")
def _(form):
    return change(form, start=[])


@breaks("an unknown kind of field")
def _(form):
    return change(fields(form)[0], kind="figure")


@breaks("two fields of one id", False)
def _(form):
    return change(fields(form)[1], id=fields(form)[0]["id"])


@breaks("a choice without choices")
def _(form):
    return change(find(fields(form), kind="yes-no"), kind="single")


@breaks("a text that ends in a blank")
def _(form):
    return change(fields(form)[0]["label"], ja="末尾　")


@breaks("a condition about nothing")
def _(form):
    return change(find_with(fields(form), "only_if"), only_if={})


@breaks("a condition about two things")
def _(form):
    return change(find_with(fields(form), "only_if"), only_if={"all": [{"step": "submit", "taken": True}], "step": "submit", "taken": True})


@breaks("a condition about a later field", False)
def _(form):
    return change(find_with(fields(form), "only_if"), only_if={"field": fields(form)[-1]["id"], "filled": True})


@breaks("a condition about a field that there is not", False)
def _(form):
    return change(find_with(fields(form), "only_if"), only_if={"field": "nothing", "filled": True})


@breaks("a reason that is missing")
def _(form):
    field = find_with(fields(form), "forbidden")
    if field is None:
        return False
    del field["forbidden"][0]["reason"]


@breaks("an unknown kind of state")
def _(form):
    return change(form["states"][1], kind="waiting")


@breaks("a second draft", False)
def _(form):
    return change(form["states"][1], kind="draft")


@breaks("a state that nothing leads to", False)
def _(form):
    form["states"].append({"id": "lost", "kind": "open", "title": {"ja": "迷子", "en": "Lost"}})


@breaks("an unknown kind of step")
def _(form):
    return change(form["steps"][0], kind="jump")


@breaks("a step that nobody may take")
def _(form):
    return change(form["steps"][0], who=[])


@breaks("a step of two people at once")
def _(form):
    return change(form["steps"][0], who=[{"applicant": True, "role": "ciso"}])


@breaks("a step from nowhere", False)
def _(form):
    return change(form["steps"][0], **{"from": ["nowhere"]})


@breaks("a step that fills nothing that there is", False)
def _(form):
    return change(form["steps"][0], fills=["nothing"])


@breaks("an applicant who approves", False)
def _(form):
    return change(find(form["steps"], kind="approve"), who=[{"applicant": True}])


@breaks("an approval by another name", False)
def _(form):
    return change(find(form["steps"], kind="approve"), kind="other")


@breaks("an approver whom the applicant names", False)
def _(form):
    step = find(form["steps"], kind="approve")
    form["sections"][0]["fields"].append({"id": "chosen", "kind": "person", "label": {"ja": "選んだ人", "en": "Chosen"}})
    return change(step, who=[{"field": "chosen"}])


@breaks("a deadline without days")
def _(form):
    deadline = find(form.get("deadlines", []), due="days")
    if deadline is None:
        return False
    del deadline["days"]


@breaks("a deadline for a step that there is not", False)
def _(form):
    return change((form.get("deadlines") or [None])[0], step="nothing")


@breaks("a print-out of a section that there is not", False)
def _(form):
    return change(form["output"], sections=["nothing"])


@breaks("a field in the short text that there is not", False)
def _(form):
    if "short_text" not in form:
        return False
    form["short_text"]["lines"].append({"text": "{nothing}"})


@breaks("a line that is two things")
def _(form):
    if "short_text" not in form:
        return False
    form["short_text"]["lines"].append({"text": "x", "pieces": [{"text": "x"}]})


@breaks("what is permitted and not required", False)
def _(form):
    if "permits" not in form:
        return False
    return change(find(fields(form), id=form["permits"]["ends"]), required=False)


def check_sound(name, folder):
    """Yield what is wrong with a form as it is."""
    data = load(name)
    yield from (f"{path}: {message}" for path, message in schemas.faults(SCHEMA, data))
    said = ask_loader(data, folder)
    if said is not None:
        yield said
    if name != EXAMPLE and os.path.basename(name) != data["id"] + ".json":
        yield f"the file is not named after its id, {data['id']}"


def check_languages(name):
    """Yield each text of a form that ships without English, or without anything Japanese in its Japanese."""
    n = 0
    for text in texts_of(load(name)):
        n += 1
        if not text.get("en"):
            yield f"“{text.get('ja')}” has no English"
    if n == 0:
        yield "no text was found"


def texts_of(part):
    if isinstance(part, dict) and "ja" in part:
        yield part
    for value in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from texts_of(value)


def check_broken(name, seen_by_schema, breaker, folder):
    """Yield if a form that is broken in one place is taken for a sound one."""
    data = copy.deepcopy(load(name))
    if breaker(data) is False:
        return
    if ask_loader(data, folder) is None:
        yield "the loader takes it"
    if seen_by_schema and not list(schemas.faults(SCHEMA, data)):
        yield "the schema takes it"


def applies(name, breaker):
    return breaker(copy.deepcopy(load(name))) is not False


def check_every_member_shown():
    """Yield each member and each word of the schema that the example does not show."""
    with open(os.path.join(DATA, "schema", SCHEMA), encoding="utf-8") as file:
        schema = json.load(file)
    example = load(EXAMPLE)
    known, shown = set(test_content.members_of_schema(schema)), set(test_content.members_of(example))
    if not known:
        yield "the schema knows no member"
    yield from (f"{EXAMPLE}: no “{name}” is shown" for name in sorted(known - shown))
    text = json.dumps(example)
    for word in schema["$defs"]["field"]["properties"]["kind"]["enum"]:
        if f'"kind": "{word}"' not in text:
            yield f"{EXAMPLE}: no field of the kind “{word}” is shown"


def main():
    tap = Tap()
    names = form_names(DATA)
    tap.point("forms: there are some", [] if len(names) > 1 else [f"{DATA}/forms holds no form"])
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            tap.run(f"{name} × sound", lambda name=name: check_sound(name, folder))
            tap.run(f"{name} × languages", lambda name=name: check_languages(name))
        for about, seen_by_schema, breaker in BREAKERS:
            broken = [name for name in names if applies(name, breaker)]
            tap.point(f"{about}: there is a form to break", [] if broken else ["no form has what it changes"])
            for name in broken:
                tap.run(f"{name} × {about}", lambda name=name: check_broken(name, seen_by_schema, breaker, folder))
    tap.run("form-example.json: shows every member and every word", check_every_member_shown)
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
