#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Bad files and bad words: each gives one clear line that names the place, exits 1, and leaves the store as it was; odd but
right ones are taken as they are. What befalls the store itself is in test_hostile_store.py. Prints TAP."""

import json
import os
import random
import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (ANSWERS, DEPARTMENTS, NOT_PLAIN, PEOPLE, SMALL, answers, csv_rows, departments, done, failed, main,    # noqa: E402
                     make_answered, make_body, make_campaign, people, refused, same)

with open(SMALL, encoding="utf-8") as small_file:
    TEXT = small_file.read()
ROSTER = ["roster", "import", "s.db", "--departments=d.csv", "--people=p.csv"]
IMPORT = ["answers", "import", "s.db", "c", "b.csv"]
# The second byte of 表, ソ and 能 is a backslash in CP932; half-width kana are single bytes; the others are extensions.
AWKWARD = ["表ソ能 十兵衛", "ﾊﾝｶｸ ｶﾅ", "髙橋 﨑", "①Ⅲ㈱", "～－∥￠￡￢"]
ODD_NAMES = ['=HYPERLINK("x")', "+81", "-1+1", "@SUM(A1)", "%n%s%d", "<b>&amp;</b>", "🦊 👩‍👩‍👧", "שלום אבגד", "a,b;c\"d",
             "'; DROP TABLE person; --", "O’Neill \\ C:\\", "あ" * 200, "null", "0", "１２３"]
# What no name may hold: a control character, a line end, a mark that turns the direction of what follows.
BAD_NAMES = ["a\x07b", "a\x1b[31mb", "a\nb", "a\tb", "a\x7fb", "a\x85b", "a\u202eb", "a\u2066b", "あ" * 201, "", " ", "\u3000"]


def roster_refused(place, *words):
    """The roster that was written is refused, in a dry run too."""
    yield from refused(place, "s.db", *ROSTER, "--dry-run", words=words)
    yield from refused(place, "s.db", *ROSTER, words=words)


# Catalogs

def catalog_refused(place, text, *words):
    """A catalog with this text is refused by validate and by a campaign that names it."""
    place.write("bad.json", text)
    yield from failed(place.run("catalog", "validate", "bad.json"), "bad.json", *words)
    yield from refused(place, "s.db", "campaign", "create", "s.db", "c2", "--catalog=bad.json", words=["bad.json", *words])


def test_truncated_catalog(place):
    """catalog: truncated anywhere, it is refused with its line"""
    make_body(place)
    data = TEXT.encode()
    for cut in [0, 1, 100, *range(500, len(data) - 4, len(data) // 14), len(data) - 4]:
        yield from catalog_refused(place, data[:cut], *(["bad.json:"] if cut > 1 else []))


def at_line(place, last):
    """The line named in the message is that of the member, or of the object that holds it."""
    line = int((place.run("catalog", "validate", "bad.json").err.split("bad.json:")[1:] or ["0"])[0].split(":")[0])
    if not 1 <= line <= last:
        yield f"line {line} is named, should be {last}, or where the object begins that holds it"


def test_wrong_types(place):
    """catalog: wrong types and values are refused with line and path"""
    make_body(place)
    for old, new, word in (('"weight": 3', '"weight": "3"', "weight"), ('"weight": 3', '"weight": 0', "weight"),
                           ('"weight": 3', '"weight": -1', "weight"), ('"weight": 3', '"weight": 1e400', "weight"),
                           ('"critical": true', '"critical": 1', "critical"), ('"level": "required"', '"level": 5', "level"),
                           ('"level": "required"', '"level": "must"', "level"), ('"format": 1', '"format": 2', "format"),
                           ('"id": "small"', '"id": null', "id"), ('"roles": [', '"roles": {}, "x": [', "roles"),
                           ('"ciso": "responsible"', '"ciso": "does"', "duties"), ('"title": {"ja"', '"title": {"jp"', "title"),
                           ('"duties": {"manager"', '"duties": {"boss"', "boss"), ('"effective": "2026-04-01"', '"effective": "today"', "effective")):
        if old not in TEXT:
            yield f"the fixture holds no {old}"
        line = TEXT[:TEXT.index(old)].count("\n") + 1
        yield from catalog_refused(place, TEXT.replace(old, new, 1), "bad.json:", word)
        yield from at_line(place, line)


def test_duplicate_ids(place):
    """catalog: an id that stands twice is refused with the place of the second"""
    make_body(place)
    for old, new in (('"id": "contractor"', '"id": "staff"'), ('"id": "1.1-2"', '"id": "1.1-1"'), ('"id": "2.1-3"', '"id": "1.1-1"'),
                     ('"id": "1.2"', '"id": "1.1"'), ('"id": "2",', '"id": "1",'), ('"id": "no-work"', '"id": "no-system"')):
        line = TEXT[:TEXT.index(old)].count("\n") + 1
        yield from catalog_refused(place, TEXT.replace(old, new, 1), "bad.json:", new.split('"')[3])
        yield from at_line(place, line)


def test_no_catalog(place):
    """catalog: a file of another kind is refused: empty, binary, not UTF-8, other JSON, nested without end, a folder"""
    make_body(place)
    for content in (b"", b"\n", b"null", b"[]", b"{}", b"3", b"\x00" * 100, b"\xff\xfe{\x00}\x00", b"PK\x03\x04", TEXT.encode("cp932", "replace"),
                    b"[" * 200000, b'{"a":' * 200000, b'"' + b"x" * 3000000, TEXT.encode() + b"x", ANSWERS.encode()):
        yield from catalog_refused(place, content)
    for path in place.folder, "/dev/null", place.path("s.db"):
        yield from failed(place.run("catalog", "validate", path))


def test_garbled_catalog(place):
    """catalog: with random bytes changed it is taken or refused with one line, never worse"""
    rng = random.Random(20261121)
    refusals = 0
    for _ in range(150):
        data = bytearray(TEXT.encode())
        for _ in range(rng.choice((1, 1, 3, 20))):
            at = rng.randrange(len(data))
            data[at:at + rng.choice((0, 1, 1, 5))] = rng.choice((b"", b'"', b"{", b"]", b",", b"\\", b"\x00", b"\xff", b"9", b"\n", b"-1e9"))
        place.write("bad.json", bytes(data))
        result = place.run("catalog", "validate", "bad.json")
        refusals += result.code == 1
        yield from failed(result, "bad.json") if result.code != 0 else done(result, "sound")
    if refusals < 50:
        yield f"only {refusals} of 150 were refused: the test changes too little"


# Rosters

def test_bad_rosters(place):
    """roster: unknown role, unknown department or parent, ids twice are refused with their line"""
    make_body(place)
    for content, words in ((people(("1", "甲", "d0", "staff"), ("2", "乙", "d0", "staff;boss")), ["p.csv:3", "“boss”"]),
                           (people(("1", "甲", "d0", "Staff")), ["p.csv:2", "“Staff”"]),
                           (people(("1", "甲", "d9", "staff")), ["p.csv:2", "“d9”"]),
                           (people(("1", "甲", "", "staff")), ["p.csv:2", "department_id"]),
                           (people(("1", "甲", "d0", "staff"), ("1", "乙", "d0", "staff")), ["p.csv:3", "“1”", "line 2"]),
                           (people(("", "甲", "d0", "staff")), ["p.csv:2", "person_id"]),
                           (people(("a;b", "甲", "d0", "staff")), ["p.csv:2", "person_id"]),
                           (people(("1" * 65, "甲", "d0", "staff")), ["p.csv:2", "person_id"])):
        place.write("p.csv", content)
        yield from roster_refused(place, *words)


def test_circles(place):
    """roster: a circle in the department tree is refused with its line, and so are a missing parent and an id twice"""
    make_body(place)
    for rows, words in (([("a", "甲", "a")], ["d.csv:2", "circle"]), ([("a", "甲", "b"), ("b", "乙", "a")], ["d.csv:2", "circle"]),
                        ([("a", "甲", ""), ("b", "乙", "d"), ("c", "丙", "b"), ("d", "丁", "c")], ["d.csv:3", "circle"]),
                        ([("a", "甲", ""), ("b", "乙", "x")], ["d.csv:3", "“x”"]),
                        ([("a", "甲", ""), ("a", "乙", "")], ["d.csv:3", "“a”", "line 2"])):
        place.write("d.csv", departments(*rows))
        place.write("p.csv", people(("1", "甲", rows[0][0], "staff")))
        yield from roster_refused(place, *words)


def test_deep_tree(place):
    """roster: a tree 5,000 departments deep is read"""
    rows = [(f"d{n}", f"課{n}", f"d{n - 1}" if n else "") for n in range(5000)]
    place.write("d.csv", departments(*rows))
    place.write("p.csv", people(("1", "甲", "d4999", "staff")))
    place.must("init", "s.db")
    yield from done(place.run(*ROSTER), "imported 5000 departments")


def test_cp932(place):
    """roster: CP932 as Excel in Japan writes it is read right, with 表ソ能, half-width kana and the makers' characters"""
    make_body(place)
    rows = [(str(number), name, "d0", "staff") for number, name in enumerate(AWKWARD)]
    place.write("d.csv", DEPARTMENTS.encode("cp932"))
    place.write("p.csv", people(*rows).encode("cp932"))
    yield from done(place.run(*ROSTER), f"{len(rows)} people")
    stored = [line for line in place.state("s.db") if line.startswith('INSERT INTO "person" ')]
    yield from (f"{name} was not read right: {stored}" for name in AWKWARD if not any(f"'{name}'" in line for line in stored))
    yield from (f"{name} was not read right" for name in ("総務課", "徴収係") if f"'{name}'" not in "".join(place.state("s.db")))


def test_encodings(place):
    """roster: UTF-8 with and without a byte-order mark, LF and CRLF, without a last line end are one and the same"""
    make_body(place)
    expected = place.state("s.db")
    for mark in b"", b"\xef\xbb\xbf":
        for end in "\r\n", "\n":
            place.write("d.csv", mark + DEPARTMENTS.replace("\r\n", end).encode())
            place.write("p.csv", mark + PEOPLE.replace("\r\n", end).rstrip().encode())
            yield from done(place.run(*ROSTER), "0 added, 0 changed, 0 removed")
    people_of = [[line for line in state if line.startswith(('INSERT INTO "person', 'INSERT INTO "department'))]
                 for state in (expected, place.state("s.db"))]
    yield from same("people and departments", people_of[1], people_of[0])
    yield from same("how many", len(people_of[0]), 4 + 5 + 6)


def test_mixed_encodings(place):
    """roster: CP932 bytes in a UTF-8 file, UTF-16, a zero byte are refused with their line"""
    make_body(place)
    good = PEOPLE.encode()
    strange = '9,表ソ能,d0,staff\r\n'.encode("cp932")
    for content, words in ((good + strange, ["p.csv:7", "UTF-8"]), (b"\xef\xbb\xbf" + PEOPLE.splitlines(True)[0].encode() + strange, ["p.csv:2"]),
                           (PEOPLE.encode("utf-16"), ["p.csv:1"]), (good + b"9,a\x00b,d0,staff\r\n", ["p.csv:7", "zero byte"]),
                           (b"person_id,name,department_id,roles\r\n1,\x81,d0,staff\r\n", ["p.csv:2"]),
                           (b"person_id,name,department_id,roles\r\n1,\xff\xfe\xfd,d0,staff\r\n", ["p.csv:2"])):
        place.write("p.csv", content)
        yield from roster_refused(place, *words)


def test_bad_csv(place):
    """roster: empty files, missing and doubled columns, an open quotation mark, a folder are refused"""
    make_body(place)
    for content, words in (("", ["p.csv"]), ("\n\n", ["p.csv"]), ("person_id,name,department_id,roles\n", ["p.csv", "nobody"]),
                           ("person_id,name,department_id\n1,甲,d0\n", ["p.csv:1", "“roles”"]),
                           ("person_id,name,name,department_id,roles\n1,甲,甲,d0,\n", ["p.csv:1", "“name”", "twice"]),
                           ('person_id,name,department_id,roles\n1,"甲,d0,staff\n', ["p.csv:2", "quotation mark"]),
                           ("person_id,name,department_id,roles\n1,甲\n", ["p.csv:2", "department_id"]),
                           ("person_id,name,department_id,roles\n" + "x" * 2000000, ["p.csv:2", "longer"]),
                           (ANSWERS, ["p.csv:1", "“name”"])):
        place.write("p.csv", content)
        yield from roster_refused(place, *words)
    for file in "none.csv", ".", "s.db", "/dev/null":
        yield from refused(place, "s.db", "roster", "import", "s.db", "--departments=d.csv", f"--people={file}", words=[file])


def test_odd_names(place):
    """names: formulas, formats, markup, emoji, right-to-left and 200 characters go in and come out as they are"""
    make_body(place)
    place.write("d.csv", departments(("d0", "市", ""), *((f"x{n}", name, "d0") for n, name in enumerate(ODD_NAMES))))
    place.write("p.csv", people(*((f"p{n}", name, f"x{n}", "staff") for n, name in enumerate(ODD_NAMES))))
    yield from done(place.run(*ROSTER), f"{len(ODD_NAMES)} people")
    place.must("campaign", "create", "s.db", "c", f"--catalog={SMALL}", f"--title={ODD_NAMES[0]}")
    line = ["score", "s.db", "c", "--by=department"]
    yield from same("JSON", [row["name"] for row in place.rows(*line)], ["市", *ODD_NAMES])
    yield from same("CSV", [row["name"] for row in csv_rows(place.must(*line, "--format=csv"))], ["市", *ODD_NAMES])
    table = place.must(*line)
    yield from (f"the table lacks {name}" for name in ODD_NAMES if name not in table)
    yield from same("title", place.rows("campaign", "list", "s.db")[0]["title"], ODD_NAMES[0])


def test_bad_names(place):
    """names: control characters, turned directions, 201 characters, blanks alone are refused with their line"""
    make_body(place)
    for name in BAD_NAMES:
        place.write("d.csv", DEPARTMENTS)
        place.write("p.csv", people(("1", "甲", "d0", "staff"), ("2", name, "d0", "staff")))
        yield from roster_refused(place, "p.csv:3", "name")
        place.write("d.csv", departments(("d0", "市", ""), ("d1", name, "d0")))
        place.write("p.csv", people(("1", "甲", "d0", "staff")))
        yield from roster_refused(place, "d.csv:3", "name")
    for ident in "1\x07", "1\n2", "1\u202e":
        place.write("d.csv", DEPARTMENTS)
        place.write("p.csv", people((ident, "甲", "d0", "staff")))
        yield from roster_refused(place, "p.csv:2", "person_id")
        place.write("p.csv", people(("1", "甲", ident, "staff")))
        yield from roster_refused(place, "p.csv:2", "department_id")
        place.write("p.csv", people(("1", "甲", "d0", f"st{ident}")))
        yield from roster_refused(place, "p.csv:2", "role")


def test_garbled_roster(place):
    """roster: with random bytes changed it is taken or refused with one line, never worse"""
    make_body(place)
    rng = random.Random(20261121)
    refusals = 0
    for _ in range(60):
        data = bytearray(PEOPLE.encode(rng.choice(("utf-8", "cp932"))))
        for _ in range(rng.choice((1, 2, 8))):
            at = rng.randrange(len(data))
            data[at:at + rng.choice((0, 1, 4))] = rng.choice((b"", b'"', b",", b"\r", b"\n", b"\x00", b"\x81", b"\xe3", b";", b"\x1b"))
        place.write("p.csv", bytes(data))
        before = place.state("s.db")
        result = place.run(*ROSTER, "--dry-run")
        refusals += result.code == 1
        yield from failed(result, "p.csv") if result.code != 0 else done(result, "would import")
        yield from same("the store is the same", place.state("s.db") == before, True)
    if refusals < 20:
        yield f"only {refusals} of 60 were refused: the test changes too little"


# Answers

def test_bad_answers(place):
    """answers: whatever is wrong with a row, it is refused with its line, and so are all others"""
    make_answered(place)
    good = ("3", "staff", "2.1-1", "implemented", "")
    for row, *words in ((("9", "staff", "2.1-1", "implemented"), "person_id", "“9”"), (("5", "contractor", "1.2-1", "implemented"), "“5”"),
                        (("3", "boss", "2.1-1", "implemented"), "“boss”"), (("3", "manager", "2.1-2.2", "implemented"), "role", "“manager”"),
                        (("3", "staff", "9.9", "implemented"), "“9.9”"), (("3", "ciso", "2.1-1", "implemented"), "“ciso”"),
                        (("3", "staff", "1.2-1", "implemented"), "“1.2-1”"), (("2", "manager", "1.1-1", "implemented"), "“1.1-1”"),
                        (("3", "staff", "2.1-2.1", "yes"), "answer", "“yes”"), (("3", "staff", "2.1-2.1", ""), "answer"),
                        (("3", "staff", "2.1-2.1", "unanswered"), "answer"), (("3", "staff", "2.1-2.1", "Implemented"), "answer"),
                        (("3", "staff", "2.1-2.1", "partial", "あ" * 4001), "comment", "4000"), (good[:4], "already", "“2.1-1”"),
                        (("3",), "control"), ((), None)):
        if words == [None]:
            continue
        place.write("b.csv", answers(good, row))
        yield from refused(place, "s.db", *IMPORT, words=["b.csv:3", *words])
        yield from refused(place, "s.db", *IMPORT[:2], "--draft", *IMPORT[2:], words=["b.csv:3", *words])


def test_every_bad_answer(place):
    """answers: every bad row is listed with its line"""
    make_answered(place)
    place.write("b.csv", answers(*(("9", "staff", "2.1-1", "x"), ("3", "staff", "2.1-1", "implemented")) * 20))
    yield from refused(place, "s.db", *IMPORT, words=["b.csv:2:", "38 more"])
    listed = place.run(*IMPORT).out.splitlines()
    yield from same("lines listed", [line.split(":")[1] for line in listed],
                    [str(line) for line in range(2, 42) if line != 3])


def test_bad_answer_files(place):
    """answers: a file of another kind, or in two encodings, is refused"""
    make_answered(place)
    for content, *words in ((b"", "b.csv"), (PEOPLE.encode(), "b.csv:1"), (ANSWERS.encode() + "3,staff,2.1-1,partial,表\r\n".encode("cp932"), "b.csv:"),
                            (b"person_id,role,control_id,answer\r\n", "“comment”"), (ANSWERS.encode("utf-16"), "b.csv:1"), (b"\x00", "b.csv:1"),
                            (b'person_id,role,control_id,answer,comment\r\n3,staff,2.1-1,partial,"', "b.csv:2", "quotation mark")):
        place.write("b.csv", content)
        yield from refused(place, "s.db", *IMPORT, words=words)
    for file in ".", "s.db", "none.csv", "/dev/null":
        yield from refused(place, "s.db", "answers", "import", "s.db", "c", file, words=[file])


def test_odd_comments(place):
    """answers: comments in CP932, with line ends, quotes, formulas, 4,000 characters come out as they went in"""
    make_campaign(place)
    items = [(person, "staff", control) for person in "234" for control in ("1.1-2", "2.1-1", "2.1-2.1")]
    texts = ['=HYPERLINK("x")', "一行\n二行\r\n三行", "+81 \"引用\"", "%n%s", "🦊 שלום", "あ" * 4000, "タブ\tも", "<b>", "\\0"]
    for encoding, chosen in ("utf-8", texts), ("cp932", AWKWARD):
        place.write("b.csv", answers(*((*item, "partial", text) for item, text in zip(items, chosen))).encode(encoding))
        yield from done(place.run(*IMPORT))
        place.must("answers", "export", "s.db", "c", "o.csv")
        exported = [row["comment"] for row in csv_rows(place.read("o.csv").decode())][:len(chosen)]
        yield from same(f"comments from {encoding}", exported, chosen)
        shown = [row["comment"] for row in place.rows("questionnaire", "s.db", "c", "--person=2")]
        yield from same(f"JSON from {encoding}", [text for text in shown if text], [text for item, text in zip(items, chosen) if item[0] == "2"])


# Words on the command line, and what comes to the terminal

def test_one_line(place):
    """messages: line ends and escape sequences in files and names never reach standard error"""
    make_answered(place)
    for bad in "a\nb", "a\x1b[31m\rb\x9b":
        for row in ((bad, "staff", "2.1-1", "partial"), ("3", bad, "2.1-1", "partial"), ("3", "staff", bad, "partial"), ("3", "staff", "2.1-1", bad)):
            place.write("b.csv", answers(row))
            yield from refused(place, "s.db", *IMPORT, words=["b.csv:2"])
        for line in (["campaign", "show", "s.db", bad], ["campaign", "create", "s.db", bad, f"--catalog={SMALL}"], ["verify", bad],
                     ["questionnaire", "s.db", "c", f"--person={bad}"], ["catalog", "show", bad], ["catalog", "validate", bad]):
            yield from failed(place.run(*line))


def test_bad_texts(place):
    """options: titles, names, remarks, comments and reasons with control characters are refused"""
    make_answered(place)
    for bad in "a\x1b[31mb", "a\x07b", "a\u202eb":
        yield from failed(place.run("init", "new.db", f"--name={bad}"))
        yield from same("new.db is there", os.path.exists(place.path("new.db")), False)
        if os.path.exists(place.path("new.db")):
            os.remove(place.path("new.db"))
        yield from refused(place, "s.db", "campaign", "create", "s.db", f"c{ord(bad[1])}", f"--catalog={SMALL}", f"--title={bad}")
        place.write("b.csv", answers(("3", "staff", "2.1-1", "partial", bad)))
        yield from refused(place, "s.db", *IMPORT, words=["b.csv:2", "comment"])
    place.write("b.csv", answers(("3", "staff", "2.1-1", "partial", "二行\nも\tよい")))
    yield from done(place.run(*IMPORT))


def test_not_utf8(place):
    """options: words that are not UTF-8 are refused, with exit 1 or 2, in a line that is UTF-8"""
    make_answered(place)
    for bad in b"\xff\xfe", b"a\xf0", b"\xe3\x81", b"\xc3\x28":
        for line in (["campaign", "show", "s.db", bad], ["questionnaire", "s.db", "c", b"--person=" + bad], ["verify", bad],
                     ["campaign", "create", "s.db", bad, f"--catalog={SMALL}"], ["init", "new.db", b"--name=" + bad], [bad],
                     ["catalog", bad], ["catalog", "show", bad], ["catalog", "list", bad]):
            process = place.start(*line)
            out, err = process.communicate(timeout=60)
            yield from same(f"{line}: exit", (process.returncode in (1, 2), out), (True, b""))
            try:
                plain = not NOT_PLAIN.search(err.decode())
            except UnicodeDecodeError:
                plain = False
            if not err.startswith(b"tenkenctl: ") or not plain:
                yield f"{line}: {err!r}"


def test_own_store(place):
    """outputs: nothing is written over the store itself"""
    make_answered(place)
    os.symlink("s.db", place.path("link.db"))
    for target in "s.db", "./s.db", "link.db":
        for line in (["backup", "s.db", target], ["answers", "export", "s.db", "c", target],
                     ["export", "scorecard", "s.db", "c", "-o", target], ["export", "person", "s.db", "c", "--person=2", "-o", target]):
            before = place.read("s.db")
            result = place.run(*line)
            # What is written takes the place of the link, which does no harm; the store itself must be refused.
            yield from failed(result, target) if target != "link.db" else ()
            yield from same(f"{line}: the store is the same", place.read("s.db") == before, True)
            place.write("s.db", before)


def test_no_file(place):
    """init: a name that makes no file is refused"""
    for name in "", "sqlite:", ":memory:", "sqlite::memory:":
        result = place.run("init", name)
        if result.code == 0:
            yield from same(f"init {name!r} made a file", os.listdir(place.folder), [name.removeprefix("sqlite:")])
        else:
            yield from failed(result)


def test_json_of_names(place):
    """json: what is printed parses whatever is in it"""
    place.write("d.csv", departments(("d0", 'a"b\\c', ""), ("d1", "\u2028\u2029\ufeff", "d0"), ("d2", "</script>", "d0")))
    place.write("p.csv", people(("1", "甲", "d0", "staff")))
    place.must("init", "s.db")
    place.must(*ROSTER)
    place.must("campaign", "create", "s.db", "c", f"--catalog={SMALL}")
    rows = json.loads(place.must("score", "s.db", "c", "--by=department", "--format=json"))
    yield from same("first", rows[0]["name"], 'a"b\\c')
    yield from same("departments", len(rows), 3)


if __name__ == "__main__":
    sys.exit(main(globals()))
