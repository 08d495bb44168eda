# SPDX-License-Identifier: LGPL-2.1-or-later
"""An independent oracle for the scores of Tenken.

Computes every figure of `tenkenctl score --format=json` from plain Python data, written from the design's
sections 5 and 11 alone and never from the C, so that the two can disagree.  All arithmetic is exact
(fractions.Fraction); a figure becomes a float once, at the very end.

Where section 5 leaves room, this module decides as follows (search for the tag to find the place):

A1  A person who holds two roles with a duty for one control has two items, even if the roles share a question.
A2  Answers to something that is no item (role not held, informed duty, control outside R) are ignored.
A3  "Left out with a reason" wins over everything: a required or an adopted control that is left out is not in R.
A4  Adopting a required control changes nothing.
A5  An item counts as answered only if its questionnaire is submitted or accepted; so not_applicable and excepted of
    a draft are unanswered, and count 0 in a closed campaign like any other unanswered item.
A6  Submission is of the whole questionnaire: who submitted counts as submitted in every scope where they have an
    item, even if all their items there are open.  Who has no item in the scope was not asked and is not counted.
A7  Non-response never enters the implementation rate, not even in a closed campaign.  So a closed control nobody
    answered has s = 0 but no implementation rate, and stays out of the attainment rate's denominator.
A8  The cap looks at s in the scope itself: a critical control below 1 elsewhere, or undefined here, caps nothing.
    It caps in every kind of scope, also the control's own; a recommended critical control caps once adopted.
A9  `controls` counts the controls with a defined s, `controls_full` those with s = 1, weights play no part.
A10 Control scopes are the controls of R, also those without duty (items 0, score None).
A11 The organisation's id and name are not fixed by the design: None here, compare the figures only.
A12 Scopes come in the order of the catalog or of the departments; the design fixes no order, so match by id.
A13 A role named twice for one person is held once.
A14 A department that is left out of the population takes everything below it along; a role that is left out has no item,
    whoever holds it.  Their scopes are there all the same, without an item.
"""

import csv
import json
from dataclasses import dataclass, field
from fractions import Fraction

SCOPES = ("organisation", "department", "chapter", "section", "role", "control")
SCORED_MARKS = frozenset(("responsible", "permits", "approves"))
MARKS = SCORED_MARKS | {"informed"}
ANSWERS = ("implemented", "partial", "not_implemented", "not_applicable", "excepted")
HALF_POINTS = {"implemented": 2, "partial": 1, "not_implemented": 0}
COUNTED_STATES = frozenset(("submitted", "accepted"))
STATES = COUNTED_STATES | {"draft", "returned"}


@dataclass(frozen=True)
class Control:
    """One row of the matrix: duties maps role id to mark."""
    id: str
    chapter: str
    duties: dict
    level: str = "required"
    weight: int = 1
    critical: bool = False
    name: str = ""
    section: str = ""


@dataclass(frozen=True)
class Department:
    """One department; parent is None at the top."""
    id: str
    parent: str | None = None
    name: str = ""


@dataclass(frozen=True)
class Person:
    """One person: one department, any number of roles."""
    id: str
    department: str
    roles: tuple = ()


@dataclass(frozen=True)
class Body:
    """A body and one campaign of it.

    roles, chapters and sections map id to name in catalog order.  states maps person id to a questionnaire state (see STATES);
    who is missing there never touched theirs.  answers maps (person, role, control) to one of ANSWERS, whatever
    the state: which of them count is decided here.
    """
    roles: dict
    chapters: dict
    controls: tuple
    departments: tuple
    people: tuple
    states: dict = field(default_factory=dict)
    answers: dict = field(default_factory=dict)
    adopted: frozenset = frozenset()
    left_out: frozenset = frozenset()
    outside_departments: frozenset = frozenset()
    outside_roles: frozenset = frozenset()
    closed: bool = False
    attainment_line: Fraction = Fraction(95, 100)
    grade_lines: tuple = (Fraction(95), Fraction(80), Fraction(60))
    sections: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Item:
    """One (person, role, control) that is asked and scored; answer is None while unanswered to everybody else."""
    person: Person
    role: str
    control: Control
    answer: str | None


# Which items there are

def in_r(body, control):
    """Whether the campaign requires the control (A3, A4)."""
    if control.id in body.left_out:
        return False
    return control.level == "required" or control.id in body.adopted


def required_controls(body):
    """R: the controls the campaign requires, in catalog order."""
    return [control for control in body.controls if in_r(body, control)]


def counted_answer(body, person, role, control):
    """The answer everybody sees, or None: a draft or a returned questionnaire is unanswered (A5)."""
    if body.states.get(person.id) not in COUNTED_STATES:
        return None
    return body.answers.get((person.id, role, control.id))


def items_of(body):
    """Every item of the campaign (A1, A2, A13, A14)."""
    required = required_controls(body)
    outside = set().union(*(subtree(body, department) for department in body.outside_departments))
    return [Item(person, role, control, counted_answer(body, person, role, control))
            for person in body.people if person.department not in outside
            for role in dict.fromkeys(person.roles) if role not in body.outside_roles
            for control in required
            if control.duties.get(role) in SCORED_MARKS]


# Figures of one set of items

def ratio(numerator, denominator):
    """The exact quotient, or None when there is nothing to divide by."""
    return None if denominator == 0 else Fraction(numerator, denominator)


def half_points(item, closed):
    """The item's half-points, or None when it is outside the score's denominator."""
    if item.answer is None:
        return 0 if closed else None
    return HALF_POINTS.get(item.answer)


def control_score(items, closed):
    """s(c,S) of one control's items in the scope, a Fraction of 0..1, or None for n = 0."""
    points = [h for h in (half_points(item, closed) for item in items) if h is not None]
    return ratio(sum(points), 2 * len(points))


def implementation_rate(items):
    """Implemented over answered items that stay in the denominator, or None (A7)."""
    rated = [item.answer for item in items if item.answer in HALF_POINTS]
    return ratio(rated.count("implemented"), len(rated))


def items_by_control(items):
    """Pairs (control, its items)."""
    groups = {}
    for item in items:
        groups.setdefault(item.control.id, (item.control, []))[1].append(item)
    return list(groups.values())


def defined_scores(items, closed):
    """Pairs (control, s) of the controls with a defined s."""
    pairs = ((control, control_score(group, closed)) for control, group in items_by_control(items))
    return [(control, s) for control, s in pairs if s is not None]


def total_score(defined):
    """The weighted mean of the control scores, an exact 0..100, or None."""
    mean = ratio(sum((control.weight * s for control, s in defined), Fraction(0)),
                 sum(control.weight for control, _ in defined))
    return None if mean is None else 100 * mean


def attainment_rate(items, line):
    """Controls whose implementation rate reaches the line over those that have one; exact comparison, equal reaches."""
    rates = [implementation_rate(group) for _, group in items_by_control(items)]
    rates = [rate for rate in rates if rate is not None]
    return ratio(sum(1 for rate in rates if rate >= line), len(rates))


def submission_rate(body, items):
    """People who submitted over people asked, both among those with an item in the scope (A6)."""
    asked = {item.person.id for item in items}
    handed_in = [person for person in asked if body.states.get(person) in COUNTED_STATES]
    return ratio(len(handed_in), len(asked))


def grade_of(score, defined, lines):
    """A, B, C or D on the exact score, at most C below a critical control that is not full (A8); None without score."""
    if score is None:
        return None
    letter = next((letter for letter, line in zip("ABC", lines) if score >= line), "D")
    capped = any(control.critical and s < 1 for control, s in defined)
    return max(letter, "C") if capped else letter   # letters sort from good to bad, so max is the worse


def percent(rate):
    """A rate as it is printed: an unrounded percentage, or None."""
    return None if rate is None else float(100 * rate)


def figures(body, items):
    """All figures of one scope, given its items (A9)."""
    defined = defined_scores(items, body.closed)
    score = total_score(defined)
    counts = {word: sum(1 for item in items if item.answer == word) for word in ANSWERS}
    answered = sum(counts.values())
    return {
        "score": None if score is None else float(score),
        "grade": grade_of(score, defined, body.grade_lines),
        "submission_rate": percent(submission_rate(body, items)),
        "answer_rate": percent(ratio(answered, len(items))),
        "implementation_rate": percent(implementation_rate(items)),
        "attainment_rate": percent(attainment_rate(items, body.attainment_line)),
        "items": len(items),
        "answered": answered,
        **counts,
        "controls": len(defined),
        "controls_full": sum(1 for _, s in defined if s == 1),
    }


# Scopes

def subtree(body, department):
    """The ids of a department and of everything below it."""
    found = {department}
    while True:
        below = {d.id for d in body.departments if d.parent in found} - found
        if not below:
            return found
        found |= below


def scopes_of(body, by):
    """Triples (id, name, predicate over items) of one kind of scope (A10, A11, A12)."""
    if by == "organisation":
        return [(None, None, lambda item: True)]
    if by == "department":
        return [(d.id, d.name, lambda item, inside=subtree(body, d.id): item.person.department in inside)
                for d in body.departments]
    if by == "chapter":
        return [(key, name, lambda item, key=key: item.control.chapter == key) for key, name in body.chapters.items()]
    if by == "section":
        return [(key, name, lambda item, key=key: item.control.section == key) for key, name in body.sections.items()]
    if by == "role":
        return [(key, name, lambda item, key=key: item.role == key) for key, name in body.roles.items()]
    if by == "control":
        return [(c.id, c.name, lambda item, key=c.id: item.control.id == key) for c in required_controls(body)]
    raise ValueError(f"no such scope: {by}")


def scores(body, by="organisation"):
    """What `tenkenctl score --format=json --by=BY` prints, as a list of dicts."""
    check(body)
    items = items_of(body)
    return [{"scope": by, "id": key, "name": name, **figures(body, [item for item in items if inside(item)])}
            for key, name, inside in scopes_of(body, by)]


# Refusing bodies that mean nothing: a typo in a test must not pass as an unanswered item

def unique(what, keys):
    """Raise if one of the ids comes twice; returns them as a set."""
    keys = list(keys)
    if len(set(keys)) != len(keys):
        raise ValueError(f"{what}: an id comes twice")
    return set(keys)


def require(what, used, known):
    """Raise if something is used that is not known."""
    strange = set(used) - set(known)
    if strange:
        raise ValueError(f"{what}: unknown {sorted(map(str, strange))}")


def check_tree(departments):
    """Raise for an unknown parent or a department that is its own ancestor."""
    parents = {d.id: d.parent for d in departments}
    require("parent department", (p for p in parents.values() if p is not None), parents)
    for start in parents:
        seen, at = set(), start
        while at is not None:
            if at in seen:
                raise ValueError(f"department {start}: a circle")
            seen.add(at)
            at = parents[at]


def check(body):
    """Raise ValueError for a body that contradicts itself."""
    controls = unique("control", (c.id for c in body.controls))
    departments = unique("department", (d.id for d in body.departments))
    people = unique("person", (p.id for p in body.people))
    check_tree(body.departments)
    for control in body.controls:
        require("chapter of a control", [control.chapter], body.chapters)
        require("role of a duty", control.duties, body.roles)
        require("mark", control.duties.values(), MARKS)
        require("level", [control.level], ("required", "recommended"))
        if control.weight < 1:
            raise ValueError(f"control {control.id}: weight {control.weight}")
    for person in body.people:
        require("department of a person", [person.department], departments)
        require("role of a person", person.roles, body.roles)
    require("person of a state", body.states, people)
    require("state", body.states.values(), STATES)
    require("person of an answer", (key[0] for key in body.answers), people)
    require("role of an answer", (key[1] for key in body.answers), body.roles)
    require("control of an answer", (key[2] for key in body.answers), controls)
    require("answer", body.answers.values(), ANSWERS)
    require("adopted control", body.adopted, controls)
    require("left-out control", body.left_out, controls)
    require("department outside", body.outside_departments, departments)
    require("role outside", body.outside_roles, body.roles)


# From the program's own input formats

def controls_of_catalog(catalog, lang):
    """The catalog's controls in order."""
    return tuple(Control(c["id"], chapter["id"], c.get("duties", {}), c["level"], c.get("weight", 1),
                         c.get("critical", False), c["title"].get(lang, ""), section["id"])
                 for chapter in catalog["chapters"] for section in chapter["sections"] for c in section["controls"])


def answers_of_rows(rows):
    """(person, role, control) to answer; a second row for one item is refused, for which would count is not defined."""
    keys = [(row["person_id"], row["role"], row["control_id"]) for row in rows]
    unique("answer", keys)
    return dict(zip(keys, (row["answer"] for row in rows)))


def states_of_rows(answers, drafts):
    """Who has a row among the answers submitted, who has one among the drafts has a draft, nobody has both."""
    submitted = {row["person_id"] for row in answers}
    drafting = {row["person_id"] for row in drafts}
    if submitted & drafting:
        raise ValueError(f"both submitted and draft: {sorted(submitted & drafting)}")
    return {**dict.fromkeys(submitted, "submitted"), **dict.fromkeys(drafting, "draft")}


def body_from_data(catalog, departments, people, answers, drafts=(), adopted=(), left_out=(), closed=False,
                   lang="ja", outside=((), ())):
    """A Body from a parsed catalog and from rows (dicts keyed by the CSV columns of section 11)."""
    answers, drafts = list(answers), list(drafts)
    body = Body(
        roles={role["id"]: role["name"].get(lang, "") for role in catalog["roles"]},
        chapters={chapter["id"]: chapter["title"].get(lang, "") for chapter in catalog["chapters"]},
        sections={section["id"]: section["title"].get(lang, "")
                  for chapter in catalog["chapters"] for section in chapter["sections"]},
        controls=controls_of_catalog(catalog, lang),
        departments=tuple(Department(row["department_id"], row["parent_id"] or None, row["name"])
                          for row in departments),
        people=tuple(Person(row["person_id"], row["department_id"], tuple(r for r in row["roles"].split(";") if r))
                     for row in people),
        states=states_of_rows(answers, drafts),
        answers=answers_of_rows(answers + drafts),
        adopted=frozenset(adopted), left_out=frozenset(left_out), closed=closed,
        outside_departments=frozenset(outside[0]), outside_roles=frozenset(outside[1]))
    check(body)
    return body


def read_rows(path):
    """The rows of a CSV file as dicts."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def body_from_files(catalog, departments, people, answers, drafts=None, adopted=(), left_out=(), closed=False,
                    lang="ja", outside=((), ())):
    """A Body from files: the first five arguments are paths (drafts may be None), the others as in body_from_data."""
    with open(catalog, encoding="utf-8") as file:
        parsed = json.load(file)
    return body_from_data(parsed, read_rows(departments), read_rows(people), read_rows(answers),
                          read_rows(drafts) if drafts else (), adopted, left_out, closed, lang, outside)
