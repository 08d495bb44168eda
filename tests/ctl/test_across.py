#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What goes over all catalogs: cross-references, listed both ways, along revision maps, and checked; and search. Prints TAP."""

import json
import os
import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (DATA, SMALL, answers, done, failed, main, make_body, misused, same)     # noqa: E402

SHELF = "xdg/tenken/catalogs"
SHIPPED = os.path.join(DATA, "catalogs", "cross")


def relations(place, *arguments):
    """What `catalog cross` lists, as (control, relation, other)."""
    return [(row["control"], row["relation"], row["other"]) for row in place.rows("catalog", "cross", *arguments)]


def test_both_ways(place):
    """catalog cross: every control of the first stands with what it refers to, and the other way round the relation is turned"""
    forth, back = relations(place, "osaka-2021", "mic-2020"), relations(place, "mic-2020", "osaka-2021")
    yield from same("controls", len({row[0] for row in forth}), 282)
    yield from same("turned round", len({row[0] for row in back}), 348)
    turned = {"same": "same", "part": "wider", "wider": "part", "related": "related"}
    wanted = {(other, turned[relation], control) for control, relation, other in forth if other}
    yield from same("pairs", {row for row in back if row[2]}, wanted)
    yield from same("none", ("26_5-3.1", "none: not-held", None) in forth, True)


def test_revised(place):
    """catalog cross: an earlier edition refers to what the later one does, where nothing changed"""
    now = dict((row[0], row[1:]) for row in relations(place, "fukushima-2023", "mic-2020"))
    before = dict((row[0], row[1:]) for row in relations(place, "fukushima-2021", "mic-2020"))
    yield from same("kept", before["3-9-3"], now["3-9-3"])
    yield from same("renumbered", before["7-5-4-h"], now["7-6-4-h"])
    yield from same("reworded", (now["2-9-2"][0], before["2-9-2"][0]), ("part", "related"))
    yield from same("removed since", before["9-1-2-d"], (None, None))


def small_file(place, **changed):
    """A file of references from the small catalog, which stands on the user's shelf, to mic-2020."""
    with open(SMALL, encoding="utf-8") as file:
        catalog = json.load(file)
    place.write(f"{SHELF}/own.json", json.dumps(catalog, ensure_ascii=False))
    ids = [control["id"] for chapter in catalog["chapters"] for section in chapter["sections"] for control in section["controls"]]
    rows = [{"from": ids[0], "relation": "same", "to": "1-1-1"}]
    rows += [{"from": name, "relation": "none", "reason": "beyond"} for name in ids[1:]]
    data = {"format": 1, "from": {"catalog": "small", "edition": "2026-1"}, "to": {"catalog": "mic-2020", "edition": "2020-12"},
            "references": rows, **changed}
    return place.write(f"{SHELF}/cross/small--mic-2020.json", json.dumps(data, ensure_ascii=False, indent=1))


def test_own(place):
    """catalog cross: a catalog of one's own brings its references along, without a build"""
    small_file(place)
    yield from same("listed", relations(place, "small", "mic-2020")[0], ("1.1-1", "same", "1-1-1"))
    yield from done(place.run("catalog", "validate", f"{SHELF}/cross/small--mic-2020.json"), "sound: 1 cross-references from small")


def test_validate(place):
    """catalog validate: takes files of references too, and names every fault with its line"""
    for name in sorted(os.listdir(SHIPPED)):
        yield from done(place.run("catalog", "validate", os.path.join(SHIPPED, name)), "sound: ")
    small_file(place, references=[{"from": "1.1-1", "relation": "same", "to": "99"}])
    answer = place.run("catalog", "validate", f"{SHELF}/cross/small--mic-2020.json")
    yield from failed(answer, "there is no control “99” in mic-2020")
    yield from failed(answer, ":12: references[0]: ")
    yield from same("listed", "the control “1.1-2” is not named" in answer.out, True)
    small_file(place, references=[{"from": "1.1-1", "relation": "like", "to": "1-1-1"}])
    yield from failed(place.run("catalog", "validate", f"{SHELF}/cross/small--mic-2020.json"), "use same, part, wider, related or none")
    small_file(place, to={"catalog": "elsewhere", "edition": "1"})
    yield from done(place.run("catalog", "validate", f"{SHELF}/cross/small--mic-2020.json"), "elsewhere, edition 1, is not at hand")


def test_no_way(place):
    """catalog cross: says that there are none, and where they would stand"""
    yield from failed(place.run("catalog", "cross", "osaka-2021", "mod-contractor-incident-2020"), "catalogs/cross")
    yield from failed(place.run("catalog", "cross", "osaka-2021", "nothing"), "there is no catalog “nothing”")


def found(place, *arguments):
    """What `catalog search` finds, as (catalog, control)."""
    return [(row["catalog"], row["control"]) for row in place.rows("catalog", "search", *arguments)]


def test_search(place):
    """catalog search: finds however width, case and kana are written, the number itself first, in all catalogs or in one"""
    for words in ("ぱすわーど", "パスワード", "ﾊﾟｽﾜｰﾄﾞ", "パスワド"):
        yield from same(words, found(place, words, "--limit=500"), found(place, "パスワード", "--limit=500"))
    yield from same("both", {row[0] for row in found(place, "パスワード", "--limit=500")} >= {"mic-2020", "osaka-2021"}, True)
    for words in ("5.4(3)①", "5.4-3-1", "５．４（３）１", "5.4ー3ー1"):
        yield from same(words, found(place, words)[0], ("mic-2020", "5.4-3-1"))
    yield from same("catalog", {row[0] for row in found(place, "password", "--catalog=osaka-2021@2021-11")}, {"osaka-2021"})
    yield from same("limit", len(found(place, "a", "--limit=3")), 3)
    yield from same("nothing", found(place, "xyzzy"), [])
    row = place.rows("catalog", "search", "password leaked", "--lang=en")[0]
    yield from same("where", (row["where"], row["text"]), ("title", row["title"]))


def test_search_filters(place):
    """catalog search: by chapter, role and mark, as the matrix has them"""
    matrix = place.rows("catalog", "matrix", "mic-2020")
    wanted = {row["id"] for row in matrix if row["manager"] == "許"}
    given = found(place, "", "--catalog=mic-2020", "--role=manager", "--mark=permits", "--limit=500")
    yield from same("permits", {row[1] for row in given}, wanted)
    yield from same("some", len(wanted) > 5, True)
    given = found(place, "", "--catalog=mic-2020", "--chapter=3", "--limit=500")
    yield from same("chapter", {row[1] for row in given}, {row["id"] for row in matrix if row["id"].startswith("3-")})
    yield from misused(place.run("catalog", "search", "x", "--mark=maybe"))
    yield from misused(place.run("catalog", "search", "x", "--limit=0"))


def test_search_damaged(place):
    """catalog search: a damaged catalog is named, and the others are searched all the same"""
    place.write(f"{SHELF}/broken.json", "{")
    answer = place.run("catalog", "search", "パスワード")
    yield from failed(answer, "broken.json")
    yield from same("others", "mic-2020" in answer.out, True)


def test_against(place):
    """score --against: each control of the other catalog with those that speak for it, whose figures are those of --by=control"""
    make_body(place)
    catalog = os.path.join(DATA, "catalogs", "osaka-2021.json")
    place.must("campaign", "create", "s.db", "c", f"--catalog={catalog}")
    place.must("campaign", "open", "s.db", "c")
    place.write("a.csv", answers(("4", "staff", "46-2-1", "implemented"), ("3", "staff", "46-2-1", "partial")))
    place.must("answers", "import", "s.db", "c", "a.csv")
    rows = place.rows("score", "s.db", "c", "--against=mic-2020")
    yield from same("controls", len({row["control"] for row in rows}), 348)
    scores = {row["id"]: row["score"] for row in place.rows("score", "s.db", "c", "--by=control")}
    row, = [row for row in rows if row["control"] == "5.4-3-1"]
    yield from same("row", [row[name] for name in ("coverage", "own", "relation", "in_force")], ["covered", "46-2-1", "same", "yes"])
    yield from same("scores", [(row["own"], row["score"]) for row in rows if row["in_force"] == "yes" and row["score"] != scores[row["own"]]], [])
    yield from same("a power", {row["coverage"] for row in rows if row["control"] == "7.4-1"}, {"none"})
    yield from same("nothing", [row["own"] for row in rows if row["control"] == "5.4-1-2"], [None])
    table = place.must("score", "s.db", "c", "--against=mic-2020")
    yield from same("sums", "required controls: covered " in table, True)
    yield from failed(place.run("score", "s.db", "c", "--against=mod-contractor-incident-2020"), "there are no cross-references")
    yield from misused(place.run("score", "s.db", "c", "--against=mic-2020", "--by=role"))


if __name__ == "__main__":
    sys.exit(main(globals()))
