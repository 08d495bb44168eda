# SPDX-License-Identifier: LGPL-2.1-or-later
"""Self-test of oracle.py: cases worked by hand in the comments, then properties of the random bodies.

Run by `python3 tests/property/test_oracle.py`; prints TAP, exits 1 if anything fails.
"""

import os
import subprocess
import sys
import tempfile
import traceback
from fractions import Fraction

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree

import oracle           # noqa: E402
import random_bodies    # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
SEEDS = range(300)
I, P, N, X, E = oracle.ANSWERS
COUNTS = ("items", "answered", *oracle.ANSWERS)
RATES = ("submission_rate", "answer_rate", "implementation_rate", "attainment_rate")


# Building small bodies

def control(key, roles="staff", chapter="1", mark="responsible", **more):
    """A control with one mark for some roles (names parted by blanks)."""
    return oracle.Control(key, chapter, {role: mark for role in roles.split()}, **more)


def make(controls, answers, people=None, **more):
    """A body in one department whose people are staff and have submitted, unless told otherwise.

    answers maps a person to {control: answer} (role staff) or {(role, control): answer}.
    """
    people = people or [oracle.Person(key, "d", ("staff",)) for key in answers]
    flat = {(person, *(key if isinstance(key, tuple) else ("staff", key))): answer
            for person, own in answers.items() for key, answer in own.items()}
    given = {"roles": {"staff": "職員", "ciso": "最高責任者"}, "chapters": {"1": "第1章", "2": "第2章"},
             "departments": (oracle.Department("d"),), "states": dict.fromkeys(answers, "submitted")}
    return oracle.Body(controls=tuple(controls), people=tuple(people), answers=flat, **{**given, **more})


def crowd(key, **counts):
    """Answers of a crowd to one control: crowd("c", implemented=19, partial=1)."""
    words = [word for word, count in counts.items() for _ in range(count)]
    return {f"p{number}": {key: word} for number, word in enumerate(words)}


def same(actual, **expected):
    """Check some figures of a row; exact, as a float of an exact fraction is."""
    for name, value in expected.items():
        if isinstance(value, Fraction):
            value = float(value)
        if actual[name] != value or (actual[name] is None) != (value is None):
            raise AssertionError(f"{name} is {actual[name]!r}, should be {value!r}")


def whole(body):
    """The organisation's row."""
    return oracle.scores(body)[0]


def by_id(body, by):
    """Rows of one kind of scope by id."""
    return {row["id"]: row for row in oracle.scores(body, by)}


# Cases by hand

def test_half_points():
    """implemented, partial and not implemented are 2, 1 and 0 half-points"""
    # n = 3, h = 2 + 1 + 0 = 3, s = 3/6, score 50 -> D.  One of three implemented: 1/3, below the line: 0 of 1 control.
    body = make([control("c")], crowd("c", implemented=1, partial=1, not_implemented=1))
    same(whole(body), score=50.0, grade="D", submission_rate=100.0, answer_rate=100.0,
         implementation_rate=Fraction(100, 3), attainment_rate=0.0, items=3, answered=3, implemented=1, partial=1,
         not_implemented=1, not_applicable=0, excepted=0, controls=1, controls_full=0)


def test_mean_over_controls():
    """a duty of one CISO weighs as much as a duty of four staff"""
    # c1: one CISO, not implemented, s = 0.  c2: four staff, all implemented, s = 1.  Mean 1/2, not 4/5.
    people = [oracle.Person("boss", "d", ("ciso",))] + [oracle.Person(f"s{n}", "d", ("staff",)) for n in range(4)]
    answers = {"boss": {("ciso", "c1"): N}, **{f"s{n}": {"c2": I} for n in range(4)}}
    body = make([control("c1", "ciso"), control("c2")], answers, people)
    same(whole(body), score=50.0, implementation_rate=80.0, attainment_rate=50.0, controls=2, controls_full=1)


def test_weights():
    """controls are weighed, people are not"""
    # weight 3 with s = 1, weight 2 with s = 1/2: (3 + 1) / 5 = 4/5, score 80 exactly -> B.
    body = make([control("a", weight=3), control("b", weight=2)], {"p": {"a": I, "b": P}})
    same(whole(body), score=80.0, grade="B", controls=2, controls_full=1, implementation_rate=50.0)


def test_not_applicable_leaves():
    """not applicable leaves n, but is answered"""
    # n = 2 of 4 items: h = 2 + 0, s = 2/4.  Answered 4 of 4; implemented 1 of the 2 that stay.
    body = make([control("c")], crowd("c", implemented=1, not_implemented=1, not_applicable=2))
    same(whole(body), score=50.0, answer_rate=100.0, implementation_rate=50.0, items=4, answered=4, not_applicable=2)


def test_excepted_leaves():
    """excepted leaves n, but is answered, also once closed"""
    # n = 1 of 3: s = 1, score 100 -> A; implemented 1 of 1, the control attains.
    body = make([control("c")], crowd("c", implemented=1, excepted=2), closed=True)
    same(whole(body), score=100.0, grade="A", answer_rate=100.0, implementation_rate=100.0, attainment_rate=100.0,
         excepted=2, controls_full=1)


def test_all_not_applicable():
    """nothing in the denominator: no score, no grade, no rate, yet everything answered"""
    # n = 0, so s, score and grade are undefined; 0 of 0 implemented; no control with a rate; 2 of 2 answered.
    body = make([control("c", critical=True)], crowd("c", not_applicable=2), closed=True)
    same(whole(body), score=None, grade=None, submission_rate=100.0, answer_rate=100.0, implementation_rate=None,
         attainment_rate=None, items=2, answered=2, controls=0, controls_full=0)


def test_undefined_control_leaves_mean():
    """a control without s does not enter the mean, nor does its weight"""
    # a: weight 5, not applicable, undefined.  b: weight 1, s = 1/2.  Score 50, not 50/6.
    body = make([control("a", weight=5), control("b")], {"p": {"a": X, "b": P}})
    same(whole(body), score=50.0, controls=1)


def test_open_unanswered():
    """open: an unanswered item leaves n"""
    # c: one implemented, one open item.  n = 1, s = 1 -> 100, A.  Answered 1 of 2.  Both submitted.
    body = make([control("c")], {"p": {"c": I}, "q": {}})
    same(whole(body), score=100.0, grade="A", answer_rate=50.0, submission_rate=100.0, implementation_rate=100.0,
         items=2, answered=1, controls_full=1)


def test_closed_unanswered():
    """closed: an unanswered item counts 0 in the score, and stays out of the implementation rate"""
    # n = 2, h = 2 + 0, s = 2/4 -> 50, D.  Implemented 1 of the 1 answered; that reaches the line.
    body = make([control("c")], {"p": {"c": I}, "q": {}}, closed=True)
    same(whole(body), score=50.0, grade="D", answer_rate=50.0, implementation_rate=100.0, attainment_rate=100.0,
         controls=1, controls_full=0)


def test_closed_silence():
    """closed and nobody answered: score 0 and D, but no implementation rate"""
    body = make([control("c")], {"p": {}, "q": {}}, closed=True, states={})
    same(whole(body), score=0.0, grade="D", submission_rate=0.0, answer_rate=0.0, implementation_rate=None,
         attainment_rate=None, controls=1, controls_full=0)


def test_open_silence():
    """open and nobody answered: no score, submission and answer rate 0"""
    body = make([control("c")], {"p": {}, "q": {}}, states={})
    same(whole(body), score=None, grade=None, submission_rate=0.0, answer_rate=0.0, implementation_rate=None,
         attainment_rate=None, items=2, controls=0)


def test_states():
    """submitted and accepted count, draft and returned do not"""
    # Four people, all implemented; two count.  Closed: h = 4 of 8, s = 1/2.  Submitted 2 of 4.
    answers = {key: {"c": I} for key in "sadr"}
    states = {"s": "submitted", "a": "accepted", "d": "draft", "r": "returned"}
    same(whole(make([control("c")], answers, states=states, closed=True)), score=50.0, submission_rate=50.0,
         answer_rate=50.0, implemented=2, items=4)
    # Open: n = 2, h = 4, s = 1.
    same(whole(make([control("c")], answers, states=states)), score=100.0, answer_rate=50.0, controls_full=1)


def test_draft_not_applicable():
    """a draft's not applicable is unanswered: closed it counts 0"""
    # n = 2: the implemented one and the draft's.  s = 2/4.
    body = make([control("c")], {"p": {"c": I}, "q": {"c": X}}, states={"p": "submitted", "q": "draft"}, closed=True)
    same(whole(body), score=50.0, answered=1, not_applicable=0)


def test_marks():
    """responsible, permits and approves are scored, informed and no mark are not"""
    controls = [control("r"), control("p", mark="permits"), control("a", mark="approves"),
                control("i", mark="informed"), control("none", "")]
    # Items r, p, a: s = 1, 1, 0, score 200/3 -> C.  The answer to the informed duty is no item's.
    body = make(controls, {"p": {"r": I, "p": I, "a": N, "i": N}})
    same(whole(body), score=Fraction(200, 3), grade="C", items=3, answered=3, not_implemented=1, controls=3)


def test_required_controls():
    """R: required and adopted, minus left out"""
    controls = [control("req"), control("rec", level="recommended"), control("ado", level="recommended"),
                control("out"), control("adout", level="recommended")]
    # Of the five req and ado are in R: s = 1 and 0, score 50.
    answers = {"p": {"req": I, "rec": N, "ado": N, "out": N, "adout": N}}
    body = make(controls, answers, adopted=frozenset(("ado", "adout")), left_out=frozenset(("out", "adout")))
    same(whole(body), score=50.0, items=2, controls=2)
    if list(by_id(body, "control")) != ["req", "ado"]:
        raise AssertionError("control scopes are not R")


def test_outside():
    """population: a department with all below it, and a role whoever holds it, are outside"""
    places = (oracle.Department("d"), oracle.Department("e", "d"), oracle.Department("f", "e"))
    people = [oracle.Person("1", "d", ("staff", "ciso")), oracle.Person("2", "e", ("staff",)),
              oracle.Person("3", "f", ("staff",)), oracle.Person("4", "d", ("ciso",))]
    answers = {"1": {"c": I, ("ciso", "c"): N}, "2": {"c": N}, "4": {("ciso", "c"): N}}
    # What is left is the answer of 1 as staff.
    body = make([control("c", "staff ciso")], answers, people, departments=places, outside_departments=frozenset("e"),
                outside_roles=frozenset(("ciso",)))
    same(whole(body), score=100.0, items=1, answered=1, submission_rate=100.0)


def test_two_roles():
    """a person with two roles on a control has two items, and is one person asked"""
    # staff implemented, ciso not: n = 2, s = 2/4.  One person of one submitted.
    people = [oracle.Person("p", "d", ("staff", "ciso", "staff"))]
    body = make([control("c", "staff ciso")], {"p": {("staff", "c"): I, ("ciso", "c"): N}}, people)
    same(whole(body), score=50.0, items=2, submission_rate=100.0)
    rows = by_id(body, "role")
    same(rows["staff"], score=100.0, grade="A", items=1, controls_full=1)
    same(rows["ciso"], score=0.0, grade="D", items=1)


def test_no_roles():
    """people without an item are not asked"""
    # q has no role and even a submitted questionnaire; asked is p alone, who did not submit: 0 of 1.
    people = [oracle.Person("p", "d", ("staff",)), oracle.Person("q", "d")]
    same(whole(make([control("c")], {"q": {}}, people)), submission_rate=0.0, items=1)


def test_people_not_items():
    """the submission rate counts people, not items"""
    # p has two roles, so two items, and submitted; q has one item and did not: 1 of 2 people, not 2 of 3 items.
    people = [oracle.Person("p", "d", ("staff", "ciso")), oracle.Person("q", "d", ("staff",))]
    body = make([control("c", "staff ciso")], {"p": {("staff", "c"): I, ("ciso", "c"): I}}, people)
    same(whole(body), submission_rate=50.0, answer_rate=Fraction(200, 3), items=3)


def test_grade_lines():
    """95, 80 and 60 belong to the better grade, anything below does not"""
    # n = 100, h half-points of 200: 190 -> 95 A, 189 -> 94.5 B, 160 -> 80 B, 159 C, 120 -> 60 C, 119 D.
    for points, grade in ((190, "A"), (189, "B"), (160, "B"), (159, "C"), (120, "C"), (119, "D")):
        odd = points % 2
        answers = crowd("c", implemented=points // 2, partial=odd, not_implemented=100 - points // 2 - odd)
        same(whole(make([control("c")], answers)), score=Fraction(points, 2), grade=grade)


def test_exact_line():
    """a mean of thirds and fifteenths is exactly on the line"""
    # a: three people, 2 of 6 half-points, 1/3.  b: fifteen, 26 of 30, 13/15.  5/15 + 13/15 = 18/15; half is 3/5: 60, C.
    people = [oracle.Person(f"a{n}", "d", ("ciso",)) for n in range(3)]
    people += [oracle.Person(f"b{n}", "d", ("staff",)) for n in range(15)]
    answers = {f"a{n}": {("ciso", "a"): I if n == 0 else N} for n in range(3)}
    answers |= {f"b{n}": {"b": I if n < 13 else N} for n in range(15)}
    same(whole(make([control("a", "ciso"), control("b")], answers, people)), score=60.0, grade="C")


def test_cap():
    """a critical control below 1 caps A and B at C, and leaves D alone"""
    # Twenty people, one partial: s = 39/40, score 97.5: A, but C if critical.
    answers = crowd("c", implemented=19, partial=1)
    same(whole(make([control("c")], answers)), score=97.5, grade="A")
    same(whole(make([control("c", critical=True)], answers)), score=97.5, grade="C")
    # 17 of 20: 85, B becomes C.  1 of 4: 25, D stays D.  All: 100, s = 1, no cap.
    same(whole(make([control("c", critical=True)], crowd("c", implemented=17, not_implemented=3))), grade="C")
    same(whole(make([control("c", critical=True)], crowd("c", implemented=1, not_implemented=3))), grade="D")
    same(whole(make([control("c", critical=True)], crowd("c", implemented=4))), grade="A")


def test_cap_in_scope():
    """only a critical control that is below 1 in the scope itself caps there"""
    # x: weight 1, critical; the CISO's is partial: s = 1/2.  y: weight 5, s = 1.  (1/2 + 5) / 6 = 11/12: B, capped C.
    people = [oracle.Person("boss", "top", ("ciso",)), oracle.Person("p", "low", ("staff",))]
    answers = {"boss": {("ciso", "x"): P}, "p": {"y": I}}
    body = make([control("x", "ciso", critical=True), control("y", chapter="2", weight=5)], answers, people,
                departments=(oracle.Department("top"), oracle.Department("low", "top")))
    same(whole(body), score=Fraction(1100, 12), grade="C")
    same(by_id(body, "department")["top"], grade="C", items=2)
    same(by_id(body, "department")["low"], score=100.0, grade="A", items=1)
    same(by_id(body, "chapter")["2"], score=100.0, grade="A")
    same(by_id(body, "control")["x"], score=50.0, grade="D", controls=1)
    # Not applicable: the critical control has no s, and caps nothing.
    body = make([control("x", critical=True), control("y")], {"p": {"x": X, "y": I}})
    same(whole(body), score=100.0, grade="A")


def test_cap_closed():
    """an unanswered critical item caps once closed, not before"""
    # Twenty people, one silent.  Open: 19 of 19, A.  Closed: 38 of 40, 95 exactly, A capped at C.
    answers = {**crowd("c", implemented=19), "silent": {}}
    same(whole(make([control("c", critical=True)], answers)), score=100.0, grade="A")
    same(whole(make([control("c", critical=True)], answers, closed=True)), score=95.0, grade="C")


def test_attainment_line():
    """an implementation rate of exactly the line reaches it, just below does not"""
    # 19/20 = 95 % reaches; 18/19 = 94.7 % does not; partial does not implement: 19/20 with the rest partial reaches.
    same(whole(make([control("c")], crowd("c", implemented=19, not_implemented=1))), attainment_rate=100.0)
    same(whole(make([control("c")], crowd("c", implemented=18, not_implemented=1))), attainment_rate=0.0)
    same(whole(make([control("c")], crowd("c", implemented=19, partial=1))), attainment_rate=100.0)
    same(whole(make([control("c")], crowd("c", implemented=18, not_implemented=1),
                    attainment_line=Fraction(18, 19))), attainment_rate=100.0)


def test_attainment_denominator():
    """controls without an implementation rate leave the attainment rate, also once closed"""
    # a implemented: 100 %.  b partial: 0 %.  d not applicable, e unanswered: no rate.  1 of 2 attain.
    controls = [control(key) for key in "abde"]
    body = make(controls, {"p": {"a": I, "b": P, "d": X}}, closed=True)
    # s: 1, 1/2, undefined, 0: score (3/2)/3 = 50 over three controls; 1 of 2 implemented; 3 of 4 answered.
    same(whole(body), score=50.0, attainment_rate=50.0, implementation_rate=50.0, answer_rate=75.0, controls=3,
         controls_full=1)


def test_departments():
    """a department has its whole subtree; an empty one has nothing"""
    # top > mid > low, top > bare; p in top implemented, q in low not.  top: 1 of 2; mid = low: 0; bare: nobody.
    departments = (oracle.Department("top"), oracle.Department("low", "mid"), oracle.Department("mid", "top"),
                   oracle.Department("bare", "top"))
    people = [oracle.Person("p", "top", ("staff",)), oracle.Person("q", "low", ("staff",))]
    body = make([control("c")], {"p": {"c": I}, "q": {"c": N}}, people, departments=departments, closed=True)
    rows = by_id(body, "department")
    same(rows["top"], score=50.0, items=2, submission_rate=100.0)
    same(rows["mid"], score=0.0, items=1, grade="D")
    same(rows["low"], score=0.0, items=1)
    same(rows["bare"], score=None, grade=None, items=0, answered=0, controls=0, controls_full=0,
         **dict.fromkeys(RATES))


def test_submission_by_scope():
    """submission is of the whole questionnaire, counted among those with an item in the scope"""
    # p (staff) submitted with chapter 2 left open, q (ciso, chapter 2 only) did not: chapter 1: 1 of 1; 2: 1 of 2.
    people = [oracle.Person("p", "d", ("staff",)), oracle.Person("q", "d", ("ciso",))]
    body = make([control("a"), control("b", "staff ciso", chapter="2")], {"p": {"a": I}}, people)
    rows = by_id(body, "chapter")
    same(rows["1"], submission_rate=100.0, answer_rate=100.0, score=100.0)
    same(rows["2"], submission_rate=50.0, answer_rate=0.0, score=None, items=2)
    same(by_id(body, "role")["ciso"], submission_rate=0.0)


def test_empty_scopes():
    """chapters and roles of the catalog and controls of R are there without any item"""
    # Chapter 2 holds only a control without duty, nobody is ciso.
    body = make([control("a"), control("b", "", chapter="2")], {"p": {"a": I}}, closed=True)
    for row in (by_id(body, "chapter")["2"], by_id(body, "role")["ciso"], by_id(body, "control")["b"]):
        same(row, score=None, grade=None, items=0, **dict.fromkeys(RATES))
    same(whole(body), score=100.0, controls=1)


def test_nothing_required():
    """a campaign that requires nothing has one row without figures, and no control scopes"""
    body = make([control("c", level="recommended")], {"p": {"c": I}}, closed=True)
    same(whole(body), score=None, grade=None, items=0, **dict.fromkeys(RATES))
    if oracle.scores(body, "control"):
        raise AssertionError("a control scope without R")


def test_one_third():
    """figures are unrounded"""
    # Weights 1 and 2, s = 1/3 (one of three) and 2/3: (1/3 + 4/3) / 3 = 5/9.
    answers = {"p": {"a": I, "b": I}, "q": {"a": N, "b": I}, "r": {"a": N, "b": N}}
    same(whole(make([control("a"), control("b", weight=2)], answers)), score=Fraction(500, 9), grade="D")


def test_refuses_nonsense():
    """bodies that contradict themselves are refused"""
    good = {"controls": [control("c")], "answers": {"p": {"c": I}}}
    round_about = (oracle.Department("d", "e"), oracle.Department("e", "d"))
    for bad in ({"answers": {"p": {"nope": I}}}, {"answers": {"p": {"c": "yes"}}}, {"departments": round_about},
                {"states": {"p": "done"}}, {"controls": [control("c"), control("c")]}):
        body = make(**{**good, **bad})
        try:
            oracle.scores(body)
        except ValueError:
            continue
        raise AssertionError(f"accepted {bad}")


# Properties of the random bodies

def cases():
    """The random bodies, with and without excepted answers."""
    for seed in SEEDS:
        yield random_bodies.random_case(seed)
        yield random_bodies.random_case(seed, with_excepted=True)


def test_counts_add_up():
    """random: roles, chapters, controls and top departments add up to the organisation"""
    for case in cases():
        total = whole(case.body)
        tops = [d.id for d in case.body.departments if d.parent is None]
        for by in oracle.SCOPES:
            rows = by_id(case.body, by)
            rows = [rows[key] for key in tops] if by == "department" else list(rows.values())
            same(total, **{name: sum(row[name] for row in rows) for name in COUNTS})
            for row in rows:
                same(row, answered=sum(row[word] for word in oracle.ANSWERS))


def test_mean_of_controls():
    """random: the organisation's score is the weighted mean of its controls' scores"""
    for case in cases():
        rows = by_id(case.body, "control")
        defined = [(c.weight, rows[c.id]["score"]) for c in oracle.required_controls(case.body)
                   if rows[c.id]["score"] is not None]
        total = whole(case.body)
        same(total, controls=len(defined), controls_full=sum(1 for _, score in defined if score == 100.0))
        if defined:
            mean = sum(w * score for w, score in defined) / sum(w for w, _ in defined)
            if abs(mean - total["score"]) > 1e-9:
                raise AssertionError(f"seed {case.seed}: {mean} is not {total['score']}")


def test_recipes():
    """random: the bodies on a line are exactly there, closed or open"""
    for line, recipe in random_bodies.LINE_RECIPES:
        if random_bodies.recipe_score(recipe) != line:
            raise AssertionError(f"recipe {recipe} is not {line}")
    for case in cases():
        if case.mood.startswith("line-"):
            line = float(case.mood.removeprefix("line-"))
            same(whole(case.body), score=line, grade={95.0: "A", 80.0: "B", 60.0: "C"}[line])


def test_coverage():
    """random: the bodies cover every feature"""
    seen = set()
    for seed in SEEDS:
        seen |= random_bodies.features(random_bodies.random_case(seed))
    if seen != set(random_bodies.FEATURES):
        raise AssertionError(f"never: {sorted(set(random_bodies.FEATURES) - seen)}, "
                             f"unknown: {sorted(seen - set(random_bodies.FEATURES))}")


def test_options():
    """random: excepted answers, left-out controls and several tops come only when asked for"""
    for seed in SEEDS:
        case = random_bodies.random_case(seed, with_left_out=False, single_root=True)
        if case.left_out or any(case.outside) or any(row["answer"] == E for row in case.answers + case.drafts):
            raise AssertionError(f"seed {seed}: not as asked")
        if sum(1 for row in case.departments if not row["parent_id"]) != 1:
            raise AssertionError(f"seed {seed}: several tops")
    if not any(row["answer"] == E for case in cases() for row in case.answers):
        raise AssertionError("no excepted answer at all")


def test_catalog_rules():
    """random: every role with a duty is in exactly one question, reasons stand with not applicable"""
    for case in cases():
        for c in random_bodies.controls_in(case.catalog):
            asked = [role for question in c["questions"] for role in question["roles"]]
            if sorted(asked) != sorted(c["duties"]) or c.get("weight") == 1 or c.get("critical") is False:
                raise AssertionError(f"seed {case.seed}: control {c['id']}")
        for row in case.answers + case.drafts:
            if row["answer"] in (X, E) and not row["comment"]:
                raise AssertionError(f"seed {case.seed}: no reason")


def test_files():
    """random: the files read back give the same body"""
    for seed in range(40):
        case = random_bodies.random_case(seed)
        with tempfile.TemporaryDirectory() as directory:
            random_bodies.write_case(case, directory)
            paths = [os.path.join(directory, name) for name in
                     ("catalog.json", "departments.csv", "people.csv", "answers.csv", "drafts.csv")]
            again = oracle.body_from_files(*paths, case.adopted, case.left_out, case.closed, outside=case.outside)
        if again != case.body:
            raise AssertionError(f"seed {seed}: not the same body")


def test_deterministic():
    """random: a seed gives the same bytes in another run of Python"""
    def written(hash_seed):
        with tempfile.TemporaryDirectory() as directory:
            for seed in range(12):
                subprocess.run([sys.executable, "-B", os.path.join(HERE, "random_bodies.py"), str(seed),
                                os.path.join(directory, str(seed))], check=True, stdout=subprocess.DEVNULL,
                               env={**os.environ, "PYTHONHASHSEED": hash_seed})
            found = {}
            for folder, _, names in os.walk(directory):
                for name in names:
                    with open(os.path.join(folder, name), "rb") as file:
                        found[os.path.relpath(os.path.join(folder, name), directory)] = file.read()
            return found
    if written("1") != written("2"):
        raise AssertionError("two runs differ")


# TAP

def run(number, test):
    """Run one test and print its line; returns whether it passed."""
    try:
        test()
    except Exception:   # whatever it is, the other tests still run
        print(f"not ok {number} - {test.__doc__}")
        for line in traceback.format_exc().splitlines():
            print(f"# {line}")
        return False
    print(f"ok {number} - {test.__doc__}")
    return True


def main():
    """Run every test_ function in the order of the file."""
    tests = [thing for name, thing in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    results = [run(number, test) for number, test in enumerate(tests, 1)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
