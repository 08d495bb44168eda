# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random bodies for the property tests of the scores: one integer seed, always the same body.

    case = random_case(7)           # everything in memory, case.body is the oracle's view
    write_case(case, "/tmp/case7")  # the files tenkenctl reads

or `python3 random_bodies.py SEED DIR`.  Nothing here iterates over a set of strings, since their order changes from
one run of Python to the next.
"""

import csv
import json
import os
import random
import sys
from dataclasses import dataclass
from fractions import Fraction

import oracle

# Each control: weight, number of people who hold its role, half-points they get.  All means are exactly on a grade
# line, and several do not come out so in floating point, which is the point.
LINE_RECIPES = (
    (95, ((1, 20, 38),)),
    (95, ((1, 15, 29), (1, 15, 28))),
    (95, ((1, 3, 5), (3, 45, 89))),
    (80, ((1, 10, 16), (5, 5, 8))),
    (80, ((1, 3, 4), (1, 15, 28))),
    (60, ((1, 3, 2), (1, 15, 26))),
    (60, ((3, 7, 6), (4, 35, 51))),
)

# What kind of answers a body gives: chances of (implemented, partial, not_implemented, not_applicable, excepted),
# then of an item being answered, then of a person to submit, and to leave a draft.
MOODS = {
    "mixed": ((4, 3, 3, 2, 1), 0.8, 0.6, 0.2),
    "good": ((30, 2, 1, 2, 1), 0.95, 0.85, 0.1),
    "perfect": ((1, 0, 0, 0, 0), 1.0, 1.0, 0.0),
    "bad": ((1, 2, 6, 1, 1), 0.9, 0.8, 0.1),
    "all-na": ((0, 0, 0, 1, 0), 0.9, 0.8, 0.1),
    "silent": ((2, 1, 1, 1, 1), 0.7, 0.0, 0.4),
}

ROLES = ("committee", "ciso", "director", "manager", "staff", "csirt", "contractor")
DEPARTMENT_COLUMNS = ("department_id", "name", "parent_id")
PEOPLE_COLUMNS = ("person_id", "name", "department_id", "roles")
ANSWER_COLUMNS = ("person_id", "role", "control_id", "answer", "comment")

FEATURES = (
    "depth-1", "depth-2", "depth-3", "depth-4", "empty-department", "department-without-items",
    "roles-0", "roles-1", "roles-2", "roles-3", "roles-4", "roles-5",
    "weight-1", "weight-2", "weight-3", "weight-4", "weight-5", "critical", "critical-caps",
    "adopted", "not-adopted", "left-out-required", "left-out-adopted", "all-not-applicable",
    "department-outside", "role-outside",
    "control-all-not-applicable", "never-answered", "draft", "submitted", "submitted-partly", "open", "closed",
    "no-duty", "informed", "permits", "approves", "shared-question", "empty-chapter", "empty-role", "empty-control",
    "nobody-submitted", "on-line-95", "on-line-80", "on-line-60",
    "grade-A", "grade-B", "grade-C", "grade-D", "no-score",
)


@dataclass(frozen=True)
class Case:
    """A random body: the program's input as plain data, and the same as the oracle's Body."""
    seed: int
    mood: str
    catalog: dict
    departments: list
    people: list
    answers: list
    drafts: list
    adopted: list
    left_out: list
    outside: tuple      # (ids of departments, ids of roles) that the campaign leaves out
    closed: bool
    body: oracle.Body


def text(ja, en):
    """A text in both languages."""
    return {"ja": ja, "en": en}


# Catalog

def mark_groups(rng, duties):
    """Split the roles with a duty into questions; roles share a question only under the same mark, as the marks ask
    different things."""
    groups = []
    for mark in ("responsible", "informed", "permits", "approves"):
        roles = [role for role, given in duties.items() if given == mark]
        while roles:
            size = rng.randint(1, len(roles))
            groups.append((mark, roles[:size]))
            roles = roles[size:]
    return groups


def questions_of(rng, control, duties):
    """The questions of a control: every role with a duty in exactly one."""
    return [{"roles": roles,
             "text": text(f"管理策 {control} の設問 {number}（{mark}）を守っていますか。",
                          f"Do you keep question {number} ({mark}) of control {control}?")}
            for number, (mark, roles) in enumerate(mark_groups(rng, duties), 1)]


def control_json(rng, section, number, duties, level="required", weight=1, critical=False):
    """One control of the catalog; defaults are left out of the file."""
    key = f"{section}-{number}"
    control = {"id": key, "clause": f"{section} ({number})", "level": level}
    if weight != 1:
        control["weight"] = weight
    if critical:
        control["critical"] = True
    control.update(
        title=text(f"管理策 {key}", f"Control {key}"),
        guidance=text(f"管理策 {key} の解説です。", f"Guidance for control {key}."),
        evidence=text(f"管理策 {key} の記録", f"Records of control {key}"),
        improvement=text(f"管理策 {key} の手順を定めてください。", f"Write down the steps of control {key}."),
        tags=["access"], duties=duties, questions=questions_of(rng, key, duties))
    return control


def catalog_json(seed, roles, chapters):
    """A catalog; chapters is a list of chapters, each a list of sections, each a list of controls."""
    return {
        "format": 1, "id": f"random-{seed}", "edition": "1",
        "title": text("無作為の基準", "Random rules"), "publisher": text("試験", "Tests"),
        "effective": "2026-04-01", "source": text("試験用の文書", "A document for tests"),
        "licence": text("自由に使えます", "Free to use"), "languages": ["ja", "en"],
        "roles": [{"id": role, "name": text(f"役割 {role}", f"Role {role}"),
                   "description": text(f"役割 {role} の説明です。", f"What {role} does.")} for role in roles],
        "not_applicable_reasons": [{"id": "no-occasion", "text": text("該当する業務がない", "No such work here")}],
        "chapters": [{"id": str(c), "title": text(f"第{c}章", f"Chapter {c}"), "sections": [
            {"id": f"{c}.{s}", "title": text(f"第{c}.{s}節", f"Section {c}.{s}"), "controls": controls}
            for s, controls in enumerate(sections, 1)]} for c, sections in enumerate(chapters, 1)],
    }


def random_duties(rng, roles):
    """Some roles with a mark; now and then nobody, or only roles that are informed."""
    kind = rng.random()
    if kind < 0.12:
        return {}
    if kind < 0.2:
        return {role: "informed" for role in roles if rng.random() < 0.5}
    chance = rng.choice((0.3, 0.6, 0.9))
    return {role: rng.choices(("responsible", "informed", "permits", "approves"), (6, 2, 1, 1))[0]
            for role in roles if rng.random() < chance}


def random_control(rng, section, number, roles):
    """A control with random duties, level, weight and flag."""
    return control_json(rng, section, number, random_duties(rng, roles),
                        level="recommended" if rng.random() < 0.3 else "required",
                        weight=rng.choice((1, 1, 2, 3, 4, 5)), critical=rng.random() < 0.15)


def random_catalog(rng, seed):
    """A small catalog of 1 to 4 chapters."""
    roles = rng.sample(ROLES, rng.choice((1, 2, 3, 5, 5, 6, 7)))
    chapters = [[[random_control(rng, f"{c}.{s}", n, roles) for n in range(1, rng.randint(1, 4) + 1)]
                 for s in range(1, rng.randint(1, 2) + 1)] for c in range(1, rng.randint(1, 4) + 1)]
    # A campaign that requires nothing may be refused, so one control is always required and asked of somebody.
    chapters[0][0][0] = control_json(rng, "1.1", 1, {role: "responsible" for role in roles},
                                     weight=rng.randint(1, 5))
    return catalog_json(seed, roles, chapters)


def controls_in(catalog):
    """All controls of a catalog, as they are in the file."""
    return [c for chapter in catalog["chapters"] for section in chapter["sections"] for c in section["controls"]]


def random_choice_of_controls(rng, catalog, with_left_out):
    """(adopted, left out): the ids a campaign adopts, and those it leaves out, never the first control."""
    controls = controls_in(catalog)
    chance = rng.choice((0.0, 0.5, 1.0))
    adopted = [c["id"] for c in controls if c["level"] == "recommended" and rng.random() < chance]
    # Drawn even if unwanted, so that the catalog and the roster are the same with and without.
    chance = rng.choice((0.0, 0.1, 0.3))
    drawn = [c["id"] for c in controls[1:]
             if rng.random() < chance and (c["level"] == "required" or c["id"] in adopted)]
    return adopted, drawn if with_left_out else []


# Departments and people

def awkward_name(rng, name):
    """A name, sometimes with what CSV has to quote."""
    return rng.choice((name, name, f"{name}, 分室", f"{name} \"本館\""))


def random_departments(rng, single_root):
    """A tree of 1 to 4 levels, parents first; several tops unless single_root."""
    depth = rng.randint(1, 4)
    levels = {}     # id to level, in the order of the file
    rows = []

    def add(parent):
        key = f"d{len(rows) + 1:02d}"
        levels[key] = levels[parent] + 1 if parent else 1
        rows.append({"department_id": key, "name": awkward_name(rng, f"部署{len(rows) + 1}"), "parent_id": parent})
        return key

    last = ""
    for _ in range(depth):      # one branch of the full depth first, the rest wherever it falls
        last = add(last)
    for _ in range(rng.randint(0, 6)):
        parents = [key for key, level in levels.items() if level < depth] + ([] if single_root else [""])
        if parents:
            add(rng.choice(parents))
    return rows


def staffed_departments(rng, departments):
    """The departments that get people: some stay empty."""
    keys = [row["department_id"] for row in departments]
    return rng.sample(keys, rng.randint(1, len(keys)))


def person_row(rng, number, places, roles):
    """One row of people.csv."""
    return {"person_id": f"p{number:03d}", "name": awkward_name(rng, f"職員{number}"),
            "department_id": rng.choice(places), "roles": ";".join(roles)}


def random_people(rng, departments, catalog):
    """1 to 30 people with 0 to 5 roles each; now and then nobody holds one of the roles."""
    places = staffed_departments(rng, departments)
    roles = [role["id"] for role in catalog["roles"]]
    if len(roles) > 1 and rng.random() < 0.4:
        roles.remove(rng.choice(roles))
    rows = []
    for number in range(1, rng.randint(1, 30) + 1):
        held = rng.sample(roles, min(len(roles), rng.choice((0, 1, 1, 1, 2, 2, 3, 4, 5))))
        rows.append(person_row(rng, number, places, held))
    return rows


# Answers

def answer_row(rng, person, role, control, answer):
    """One row of the answers; not_applicable and excepted need a reason, the others have a comment now and then."""
    comment = rng.choice(("", "", "確認済み", "台帳, 第2版", "通称 \"共有\" を含む"))
    if answer in ("not_applicable", "excepted"):
        comment = "該当する業務がない"
    return {"person_id": person, "role": role, "control_id": control, "answer": answer, "comment": comment}


def random_outside(seed, catalog, departments, people, adopted, left_out):
    """(departments, roles) left out of the population, of every third body; never so many that nobody is asked."""
    rng = random.Random(f"outside {seed}")
    if rng.random() > 1 / 3:
        return (), ()
    outside = (tuple(row["department_id"] for row in departments if rng.random() < 0.2),
               tuple(role["id"] for role in catalog["roles"] if rng.random() < 0.25))
    asked = any(items for _, items in items_by_person(catalog, departments, people, adopted, left_out, outside))
    return outside if asked else ((), ())


def items_by_person(catalog, departments, people, adopted, left_out, outside=((), ())):
    """Pairs (person id, its (role, control) items), by the oracle's definition of an item."""
    body = oracle.body_from_data(catalog, departments, people, (), (), adopted, left_out, outside=outside)
    found = {row["person_id"]: [] for row in people}
    for item in oracle.items_of(body):
        found[item.person.id].append((item.role, item.control.id))
    return list(found.items())


def idle_controls(owned):
    """The last control asked of each role, for a body where these are not applicable to everybody."""
    return sorted({role: control for _, items in owned for role, control in items}.values())


def random_answers(rng, owned, mood, with_excepted):
    """(answers, drafts): the rows of those who submitted, and of those who left a draft."""
    chances, answering, submitting, drafting = MOODS[mood]
    if not with_excepted:
        chances = chances[:4] + (0,)
    idle = idle_controls(owned) if rng.random() < 0.3 and mood in ("mixed", "good", "bad") else []
    answers, drafts = [], []
    for person, items in owned:
        lot = rng.random()
        rows = []
        for role, control in items:
            answer = rng.choices(oracle.ANSWERS, chances)[0]
            answer = "not_applicable" if control in idle else answer
            row = answer_row(rng, person, role, control, answer)
            if rng.random() < answering:
                rows.append(row)
        # Without a row a person is not in the file at all, and so has not submitted.
        if lot < submitting:
            answers += rows
        elif lot < submitting + drafting:
            drafts += rows
    return answers, drafts


# Bodies exactly on a line

def spread(rng, people, points):
    """Answers of so many people with exactly so many half-points."""
    partial = points % 2 + 2 * rng.randint(0, min(points // 2, people - (points + 1) // 2))
    full = (points - partial) // 2
    answers = ["implemented"] * full + ["partial"] * partial + ["not_implemented"] * (people - full - partial)
    rng.shuffle(answers)
    return answers


def recipe_score(recipe):
    """The exact score of a recipe."""
    return 100 * sum(Fraction(w * h, 2 * n) for w, n, h in recipe) / sum(w for w, _, _ in recipe)


def line_case(rng, seed, single_root):
    """The parts of a body whose score is exactly on a grade line: one role for each control, everybody answers."""
    line, recipe = LINE_RECIPES[rng.randrange(len(LINE_RECIPES))]
    roles = list(ROLES[:len(recipe)])
    controls = [control_json(rng, "1.1", number, {role: "responsible"}, weight=weight)
                for number, (role, (weight, _, _)) in enumerate(zip(roles, recipe), 1)]
    catalog = catalog_json(seed, roles, [[controls]])
    departments = random_departments(rng, single_root)
    places = staffed_departments(rng, departments)
    people, answers = [], []
    for role, control, (_, count, points) in zip(roles, controls, recipe):
        # Someone to whom it does not apply must change nothing.
        given = spread(rng, count, points) + ["not_applicable"] * rng.randint(0, 2)
        for answer in given:
            people.append(person_row(rng, len(people) + 1, places, [role]))
            answers.append(answer_row(rng, people[-1]["person_id"], role, control["id"], answer))
    return f"line-{line}", catalog, departments, people, answers, [], [], [], ((), ())


def ordinary_case(rng, seed, with_excepted, with_left_out, single_root):
    """The parts of a body where everything is drawn."""
    mood = rng.choices(tuple(MOODS), (8, 5, 2, 2, 2, 1))[0]
    catalog = random_catalog(rng, seed)
    adopted, left_out = random_choice_of_controls(rng, catalog, with_left_out)
    departments = random_departments(rng, single_root)
    people = random_people(rng, departments, catalog)
    outside = random_outside(seed, catalog, departments, people, adopted, left_out) if with_left_out else ((), ())
    owned = items_by_person(catalog, departments, people, adopted, left_out, outside)
    answers, drafts = random_answers(rng, owned, mood, with_excepted)
    return mood, catalog, departments, people, answers, drafts, adopted, left_out, outside


def random_case(seed, with_excepted=False, with_left_out=True, single_root=False):
    """The body of a seed.

    with_excepted   also give excepted answers (the program refuses them without a live exception)
    with_left_out   also leave controls, departments and roles out of the campaign
    single_root     one department at the top instead of one or more
    """
    rng = random.Random(seed)
    closed = rng.random() < 0.5
    if rng.random() < 0.15:
        parts = line_case(rng, seed, single_root)
    else:
        parts = ordinary_case(rng, seed, with_excepted, with_left_out, single_root)
    mood, catalog, departments, people, answers, drafts, adopted, left_out, outside = parts
    body = oracle.body_from_data(catalog, departments, people, answers, drafts, adopted, left_out, closed, outside=outside)
    return Case(seed, mood, catalog, departments, people, answers, drafts, adopted, left_out, outside, closed, body)


# What a case covers

def tree_depth(body):
    """Levels of the department tree."""
    parents = {d.id: d.parent for d in body.departments}

    def level(key):
        return 1 + level(parents[key]) if parents[key] else 1
    return max(level(key) for key in parents)


def catalog_features(case):
    """Features that the catalog and the choice of controls show."""
    body, controls = case.body, case.body.controls
    left = [c for c in controls if c.id in body.left_out]
    yield from (f"weight-{c.weight}" for c in controls)
    yield from (mark for c in controls for mark in c.duties.values() if mark != "responsible")
    yield from ("no-duty" for c in controls if not c.duties)
    yield from ("critical" for c in controls if c.critical)
    yield from ("adopted" if c.id in body.adopted else "not-adopted" for c in controls if c.level == "recommended")
    yield from ("left-out-required" if c.level == "required" else "left-out-adopted" for c in left)
    yield from ("shared-question" for c in controls_in(case.catalog) for q in c["questions"] if len(q["roles"]) > 1)


def people_features(case):
    """Features that the roster and the questionnaires show."""
    body = case.body
    yield f"depth-{tree_depth(body)}"
    yield "closed" if body.closed else "open"
    yield from ("department-outside" for _ in body.outside_departments)
    yield from ("role-outside" for person in body.people if body.outside_roles & set(person.roles))
    yield from (f"roles-{len(person.roles)}" for person in body.people)
    used = [person.department for person in body.people]
    yield from ("empty-department" for d in body.departments if d.id not in used)
    items = oracle.items_of(body)
    asked = {item.person.id for item in items}
    yield from ("never-answered" if person not in body.states else body.states[person] for person in sorted(asked))
    yield from ("submitted-partly" for item in items
                if item.answer is None and body.states.get(item.person.id) == "submitted")
    if asked and "submitted" not in body.states.values():
        yield "nobody-submitted"


def score_features(case):
    """Features that the figures show."""
    whole = oracle.scores(case.body)[0]
    yield f"grade-{whole['grade']}" if whole["grade"] else "no-score"
    if whole["grade"] == "C" and whole["score"] >= 80:
        yield "critical-caps"
    if case.mood.startswith("line-"):
        yield f"on-{case.mood}"
    if whole["answered"] and whole["answered"] == whole["not_applicable"]:
        yield "all-not-applicable"
    for by, name in (("chapter", "empty-chapter"), ("role", "empty-role"), ("control", "empty-control"),
                     ("department", "department-without-items")):
        yield from (name for row in oracle.scores(case.body, by) if row["items"] == 0)
    yield from ("control-all-not-applicable" for row in oracle.scores(case.body, "control")
                if 0 < row["answered"] == row["not_applicable"])


def features(case):
    """The names out of FEATURES that a case shows."""
    return {*catalog_features(case), *people_features(case), *score_features(case)}


# Files

def write_rows(path, columns, rows):
    """A CSV file as RFC 4180 has it."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)


def write_lines(path, lines):
    """A file with one entry a line."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in lines)


def write_case(case, directory):
    """Write the files of a case: catalog.json, departments.csv, people.csv, answers.csv, drafts.csv, and the control
    ids adopted.txt and left_out.txt, one a line.  Files without rows are written too, with their header."""
    os.makedirs(directory, exist_ok=True)

    def at(name):
        return os.path.join(directory, name)
    with open(at("catalog.json"), "w", encoding="utf-8", newline="") as file:
        json.dump(case.catalog, file, ensure_ascii=False, indent=1)
        file.write("\n")
    write_rows(at("departments.csv"), DEPARTMENT_COLUMNS, case.departments)
    write_rows(at("people.csv"), PEOPLE_COLUMNS, case.people)
    write_rows(at("answers.csv"), ANSWER_COLUMNS, case.answers)
    write_rows(at("drafts.csv"), ANSWER_COLUMNS, case.drafts)
    write_lines(at("adopted.txt"), case.adopted)
    write_lines(at("left_out.txt"), case.left_out)


def main(arguments):
    """Write one case; prints whether its campaign is closed, which no file says."""
    if len(arguments) != 2 or not arguments[0].isdigit():
        print("usage: random_bodies.py SEED DIR", file=sys.stderr)
        return 2
    case = random_case(int(arguments[0]))
    write_case(case, arguments[1])
    print("closed" if case.closed else "open")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
