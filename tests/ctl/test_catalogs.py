#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Catalogs that a body puts beside those that ship: found without a build, never taken unseen, compared. Prints TAP."""

import json
import os
import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (DATA, SMALL, departments, done, failed, main, make_body, people, same)    # noqa: E402

with open(SMALL, encoding="utf-8") as small_file:
    TEXT = small_file.read()
SHELF = "xdg/tenken/catalogs"


def put(place, name, text=TEXT, **changed):
    """Put a catalog, with some members changed, on the user's shelf."""
    data = {**json.loads(text), **changed} if changed else None
    return place.write(f"{SHELF}/{name}", json.dumps(data, ensure_ascii=False) if data else text)


def listed(place):
    """The catalogs that the program lists, as (id, edition, origin)."""
    return [(row["id"], row["edition"], row["origin"]) for row in place.rows("catalog", "list")]


def shipped(place):
    """The catalogs that ship, as `listed` gives them."""
    folder = os.path.join(place.environment["TENKEN_DATA_DIR"], "catalogs")
    found = []
    for name in sorted(name for name in os.listdir(folder) if name.endswith(".json")):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            data = json.load(file)
        found.append((data["id"], data["edition"], "shipped"))
    return found


def titled(place, *arguments):
    """The first title that `catalog show` prints in a table."""
    return place.must("catalog", "show", *arguments).split(" (")[0]


def test_found(place):
    """a catalog on the user's shelf is listed, shown, compared and asked, without a build"""
    yield from same("before", listed(place), shipped(place))
    yield from same("mic-2020 ships", ("mic-2020", "2020-12", "shipped") in shipped(place), True)
    put(place, "own.json")
    yield from same("after", listed(place), [*shipped(place), ("small", "2026-1", "user")])
    yield from done(place.run("catalog", "show", "small"), "試験用の小さな基準")
    yield from same("rows of the matrix", len(place.rows("catalog", "matrix", "small")), 7)
    make_body(place)
    place.must("campaign", "create", "s.db", "c", "--catalog=small")
    yield from done(place.run("campaign", "open", "s.db", "c"), "4 people are asked")


def test_default_folder(place):
    """without XDG_DATA_HOME the shelf is ~/.local/share/tenken/catalogs"""
    place.write("home/.local/share/tenken/catalogs/own.json", TEXT)
    del place.environment["XDG_DATA_HOME"]
    found = place.must("catalog", "list", "--format=csv", environment={"HOME": place.path("home")})
    yield from same("small is listed", "small,2026-1," in found, True)


def test_own_roles(place):
    """a roster can name the roles of a catalog on the shelf, and after a campaign was made those of its catalog"""
    text = TEXT.replace('"contractor"', '"night-guard"')
    shelf = put(place, "own.json", text)
    place.write("d.csv", departments(("d", "市", "")))
    place.write("p.csv", people(("1", "甲", "d", "staff"), ("2", "乙", "d", "night-guard")))
    place.must("init", "s.db")
    line = ["roster", "import", "s.db", "--departments=d.csv", "--people=p.csv"]
    yield from done(place.run(*line), "2 people")
    place.must("campaign", "create", "s.db", "c", "--catalog=small")
    os.remove(place.path(shelf))
    yield from done(place.run(*line), "0 changed")


def test_edition(place):
    """the same id in another edition is taken only when its edition is named"""
    put(place, "mic-2020.json", id="mic-2020", edition="2026-4", title={"ja": "改訂版", "en": "Revised"})
    yield from same("listed", listed(place), [*shipped(place), ("mic-2020", "2026-4", "user")])
    yield from same("rows without --edition", len(place.rows("catalog", "matrix", "mic-2020")), 348)
    yield from same("rows of 2020-12", len(place.rows("catalog", "matrix", "mic-2020", "--edition=2020-12")), 348)
    yield from same("rows of 2026-4", len(place.rows("catalog", "matrix", "mic-2020", "--edition=2026-4")), 7)
    yield from same("title", titled(place, "mic-2020", "--edition=2026-4"), "改訂版")
    yield from failed(place.run("catalog", "show", "mic-2020", "--edition=2027-4"), "“2027-4”")
    make_body(place)
    for campaign, options, edition in (("a", [], "2020-12"), ("b", ["--edition=2026-4"], "2026-4")):
        place.must("campaign", "create", "s.db", campaign, "--catalog=mic-2020", *options)
        yield from same(campaign, place.rows("campaign", "show", "s.db", campaign)[0]["edition"], edition)


def test_same_edition(place):
    """the same id in the same edition: the user's is taken only when the edition is named"""
    put(place, "a.json", id="mic-2020", edition="2020-12", title={"ja": "わがまちの写し", "en": "Our copy"})
    yield from same("rows without --edition", len(place.rows("catalog", "matrix", "mic-2020")), 348)
    yield from same("title with it", titled(place, "mic-2020", "--edition=2020-12"), "わがまちの写し")


def test_damaged(place):
    """a damaged file on the shelf is named in one line and hides no other catalog"""
    put(place, "broken.json", TEXT[:3000])
    put(place, "own.json")
    put(place, ".hidden.json", "{")
    put(place, "notes.txt", "no catalog")
    put(place, "old.json~", "{")
    result = place.run("catalog", "list", "--format=csv")
    yield from failed(result, "broken.json:")
    for start in "mic-2020,2020-12,", "small,2026-1,":
        yield from same(f"{start} is listed", f"\n{start}" in result.out, True)
    yield from done(place.run("catalog", "show", "mic-2020"))
    yield from done(place.run("catalog", "show", "small"))
    make_body(place)
    yield from done(place.run("campaign", "create", "s.db", "c", "--catalog=small"))
    yield from failed(place.run("catalog", "show", "broken"), "broken.json:")
    yield from failed(place.run("catalog", "show", "other"), "no catalog “other”")


def test_kept(place):
    """a campaign keeps its catalog: neither an edit of the file nor its removal changes what is asked or scored"""
    shelf = put(place, "own.json")
    make_body(place)
    place.must("campaign", "create", "s.db", "c", "--catalog=small")
    place.must("campaign", "open", "s.db", "c")
    asked = place.rows("questionnaire", "s.db", "c", "--person=2")
    put(place, "own.json", TEXT.replace("持ち出す前に承認を得ていますか。", "書き換えた設問ですか。"))
    yield from same("after an edit", place.rows("questionnaire", "s.db", "c", "--person=2"), asked)
    os.remove(place.path(shelf))
    yield from same("after the removal", place.rows("questionnaire", "s.db", "c", "--person=2"), asked)
    yield from done(place.run("verify", "s.db"), "sound")


def changed_text():
    """The small catalog with a control more, one less and three changed."""
    data = json.loads(TEXT)
    first, second = data["chapters"][0]["sections"]
    last = data["chapters"][1]["sections"][0]["controls"]
    first["controls"][0]["title"]["ja"] = "方針を定める"
    first["controls"][1]["duties"]["staff"] = "informed"
    second["controls"][0].update(level="required", weight=4)
    last.append({**last[1], "id": "2.1-9", "clause": "2.1 (9)"})
    del last[2]
    return json.dumps(data, ensure_ascii=False)


def test_diff(place):
    """diff: what was added, removed and changed, and in which members"""
    place.write("old.json", TEXT)
    place.write("new.json", changed_text())
    rows = {row["control"]: row for row in place.rows("catalog", "diff", "old.json", "new.json")}
    yield from same("changes", {key: row["change"] for key, row in rows.items()},
                    {"1.1-1": "changed", "1.1-2": "changed", "1.2-1": "changed", "2.1-2.2": "removed", "2.1-9": "added"})
    yield from same("members of 1.1-1", rows["1.1-1"]["what"].split(), ["title"])
    yield from same("members of 1.1-2", rows["1.1-2"]["what"].split(), ["duties"])
    yield from same("members of 1.2-1", sorted(rows["1.2-1"]["what"].split()), ["level", "weight"])
    back = {row["control"]: row["change"] for row in place.rows("catalog", "diff", "new.json", "old.json")}
    yield from same("the other way round", back, {"1.1-1": "changed", "1.1-2": "changed", "1.2-1": "changed", "2.1-2.2": "added", "2.1-9": "removed"})


def test_diff_names(place):
    """diff: takes files, ids, and ids with an edition; one with itself differs in nothing"""
    put(place, "own.json", changed_text(), edition="2027-1")
    place.write("old.json", TEXT)
    for old, new, count in (("old.json", "small", 5), ("old.json", "small@2027-1", 5), ("small@2027-1", "small", 0), ("mic-2020", "mic-2020@2020-12", 0),
                            ("mic-2020", "old.json", 355)):
        yield from same(f"{old} {new}", len(place.rows("catalog", "diff", old, new)), count)
    yield from same("CSV without rows", place.must("catalog", "diff", "small", "small", "--format=csv"), "change,control,clause,what,title,old,revision\r\n")
    yield from failed(place.run("catalog", "diff", "small@1", "small"), "“1”")


MAP = {"catalog": "small", "edition": "2026-1", "controls": [
    {"change": "renumbered", "from": "2.1-1", "to": "2.9-1"}, {"change": "reworded", "from": "1.1-2", "to": "1.1-2"}]}


def next_text(revises):
    """The small catalog under another id, with a control renumbered, one reworded and a revision map."""
    text = TEXT.replace('"id": "2.1-1"', '"id": "2.9-1"').replace("持ち出す前に承認を得ていますか。", "持ち出す前に申請していますか。")
    return json.dumps({**json.loads(text), "id": "small-next", "edition": "2027-1", "revises": revises}, ensure_ascii=False)


def test_revision(place):
    """validate and diff: follow a revision map, and find where it is not true"""
    place.write("small.json", TEXT)
    place.write("next.json", next_text(MAP))
    yield from done(place.run("catalog", "validate", "next.json"), "sound", "small-next")
    rows = {row["control"]: (row["change"], row["old"], row["revision"]) for row in place.rows("catalog", "diff", "small.json", "next.json")}
    yield from same("what became of them", rows, {"1.1-2": ("changed", "1.1-2", "reworded"), "2.9-1": ("changed", "2.1-1", "renumbered")})
    for number, words in ((0, "“2.9-1” is not named"), (1, "“1.1-2” is not named, but")):
        wrong = {**MAP, "controls": [row for i, row in enumerate(MAP["controls"]) if i != number]}
        place.write("wrong.json", next_text(wrong))
        yield from failed(place.run("catalog", "validate", "wrong.json"), words)
    os.remove(place.path("small.json"))
    alone = place.run("catalog", "validate", "next.json")
    yield from done(alone, "sound")
    yield from same("said that it was not compared", "not at hand" in alone.out, True)
    yield from done(place.run("catalog", "validate", os.path.join(DATA, "catalogs", "fukushima-2023.json")), "71 controls")
    changes = [row["revision"] for row in place.rows("catalog", "diff", "fukushima-2021", "fukushima-2023")]
    yield from same("Fukushima", {kind: changes.count(kind) for kind in set(changes)}, {"added": 28, "renumbered": 21, "reworded": 7, "removed": 2})


def test_compare(place):
    """compare: every control of both editions once, what became of it, and what happens with last year's answers"""
    place.write("small.json", TEXT)
    place.write("next.json", next_text(MAP))
    rows = {(row["new"], row["old"]): (row["revision"], row["answers"], row["what"]) for row in place.rows("catalog", "compare", "small.json", "next.json")}
    yield from same("rows", len(rows), 7)
    yield from same("kept", rows["1.1-1", "1.1-1"], ("kept", "carried", ""))
    yield from same("renumbered", rows["2.9-1", "2.1-1"], ("renumbered", "carried", "id"))
    yield from same("reworded", rows["1.1-2", "1.1-2"], ("reworded", "anew", "questions"))
    fukushima = place.rows("catalog", "compare", "fukushima-2021", "fukushima-2023@2023-06")
    answers = [row["answers"] for row in fukushima]
    yield from same("Fukushima", {word: answers.count(word) for word in set(answers)}, {"carried": 36, "anew": 7, "new": 28, "gone": 2})
    yield from same("behind what stood before it", [row["old"] for row in fukushima if row["answers"] == "gone"], ["9-1-2-d", "10-4-2"])
    yield from failed(place.run("catalog", "compare", "next.json", "small.json"), "older one first")
    yield from failed(place.run("catalog", "compare", "small.json", "osaka-2021"), "does not revise")
    yield from done(place.run("catalog", "compare", "small.json", "next.json", "-o", "c.xlsx"), "c.xlsx: 2 controls changed")
    yield from same("a workbook", place.read("c.xlsx")[:2], b"PK")
    yield from failed(place.run("catalog", "compare", "small.json", "next.json", "-o", "none/c.xlsx"), "none")


def test_validate(place):
    """validate: says what is in a sound file, and names every fault of another with its line"""
    place.write("a.json", TEXT)
    yield from done(place.run("catalog", "validate", "a.json"), "a.json: sound: catalog small, edition 2026-1, 4 roles, 7 controls")
    place.write("b.json", TEXT.replace('"weight": 3', '"weight": 0').replace('"level": "recommended"', '"level": "nice"'))
    result = place.run("catalog", "validate", "b.json")
    yield from failed(result, "b.json:", "1 more")
    yield from same("lines", len(result.out.splitlines()), 2)
    for word in "weight", "nice":
        yield from same(f"{word} is listed", word in result.out, True)


def test_shipped(place):
    """every catalog that ships, and the example, is sound"""
    data = place.environment["TENKEN_DATA_DIR"]
    files = [os.path.join(data, "catalogs", name) for name in sorted(os.listdir(os.path.join(data, "catalogs"))) if name.endswith(".json")]
    for file in [*files, os.path.join(data, "schema", "catalog-example.json")]:
        yield from done(place.run("catalog", "validate", file), "sound")
    yield from same("files", bool(files), True)


if __name__ == "__main__":
    sys.exit(main(globals()))
