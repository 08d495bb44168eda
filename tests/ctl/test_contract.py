#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What scripts rely on: commands and options, exit codes, what is printed on which stream and in which form; and that the
man page and the bash completion tell of the same commands and options as the program. Prints TAP."""

import datetime
import json
import os
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True      # no cache in the source tree

from program import (DATA, DEPARTMENTS, PEOPLE, PROGRAM, ROOT, SCOPES, SMALL, Place, Skip, csv_rows, done, except_and_end, failed,    # noqa: E402
                     main, make_answered, make_audited, make_body, misused, same)

MAN = os.path.join(ROOT, "data", "man", "tenkenctl.1")
COMPLETION = os.path.join(ROOT, "data", "completions", "tenkenctl")
HERE = os.path.dirname(os.path.abspath(__file__))
# From design.md, section 11; the others have come since.
PROMISED = {"catalog list", "catalog show", "catalog matrix", "catalog validate", "catalog diff", "catalog cross", "catalog search", "init", "roster import",
            "campaign create", "campaign open", "campaign close", "campaign list", "campaign show", "answers import",
            "answers export", "questionnaire", "score", "export scorecard", "export department", "export person",
            "export plan", "plan list", "plan import", "verify", "backup", "demo"}
SCORE_KEYS = ["scope", "id", "name", "score", "grade", "submission_rate", "answer_rate", "implementation_rate",
              "attainment_rate", "items", "answered", "implemented", "partial", "not_implemented", "not_applicable",
              "excepted", "controls", "controls_full"]
MATRIX_COLUMNS = ["id", "clause", "title", "level", "committee", "ciso", "chief", "director", "manager", "system-manager",
                  "system-operator", "audit-chief", "staff", "csirt", "related-rules", "contractor"]
COMMON_OPTIONS = {"--help", "--format", "--lang"}
# The first record of a store.
RECORD = f"exception-{datetime.date.today().year}-001"
EXCEPTION = os.path.join(DATA, "forms", "exception.json")
# Every command that prints rows.
ROWS = {
    "catalog list": [], "catalog show": ["mic-2020"], "catalog matrix": ["mic-2020"],
    "catalog compare": [SMALL, "other.json"],
    "catalog cross": ["osaka-2021", "mic-2020"], "catalog search": ["password"], "catalog diff": [SMALL, "other.json"], "campaign list": ["s.db"], "campaign show": ["s.db", "c"],
    "campaign log": ["s.db", "c"],
    "questionnaire": ["s.db", "c", "--person=2"], "score": ["s.db", "c", "--by=department"], "trend": ["s.db", "c"], "plan list": ["s.db", "c"],
    "right list": ["s.db"], "exception list": ["s.db"], "exception lapsed": ["s.db", "c"], "deputy list": ["s.db"],
    "form list": [], "form show": ["exception"], "record list": ["s.db"], "record show": ["s.db", RECORD],
    "turnout": ["s.db", "c", "--by=person"],
    "audit list": ["s.db"], "audit show": ["s.db", "c-K1"], "audit steps": ["s.db", "c-K1"], "audit conflicts": ["s.db", "c-K1"],
    "audit papers": ["s.db", "c-K1"], "audit findings": ["s.db", "c-K1"], "audit spreads": ["s.db", "c-K1"], "audit attachments": ["s.db", "c-K1"],
    "audit agreement": ["s.db", "c-K1"],
}
# What each command needs besides its words; every line is right but for what a test breaks.
RIGHT = {
    **ROWS, "campaign carried": ["s.db", "c"], "catalog export": [SMALL, "-o", "o.xlsx"], "catalog derive": [SMALL, "own", "--dry-run"],
    "catalog validate": [SMALL], "init": ["new.db"], "roster import": ["s.db", "--departments=d.csv", "--people=p.csv"],
    "roster pins": ["s.db", "--person=3"], "right grant": ["s.db", "audit", "person:3"],
    "right revoke": ["s.db", "audit", "role:audit-chief"], "sheet write": ["s.db", "c", "-o", "o.xlsx"],
    "kiosk pin": ["s.db"], "verify": ["s.db"], "backup": ["s.db", "copy.db"],
    "campaign create": ["s.db", "c2", f"--catalog={SMALL}"],
    "campaign open": ["s.db", "c2"], "campaign close": ["s.db", "c2"], "campaign change": ["s.db", "c", "--closes=2999-12-31"],
    "campaign discard": ["s.db", "c2"], "campaign reopen": ["s.db", "c", "--reason=x"], "answers import": ["s.db", "c", "a.csv"],
    "answers export": ["s.db", "c", "o.csv"], "questionnaire submit": ["s.db", "c", "--person=3"],
    "questionnaire return": ["s.db", "c", "--person=3", "--remark=x"],
    "questionnaire accept": ["s.db", "c", "--person=2"], "department accept": ["s.db", "c", "--department=d1"],
    "reminders": ["s.db", "c"], "department close": ["s.db", "c", "--department=d1"],
    "department reopen": ["s.db", "c", "--department=d1", "--reason=x"], "export scorecard": ["s.db", "c", "-o", "o.xlsx"],
    "export department": ["s.db", "c", "-o", "o.xlsx", "--department=d1"],
    "export person": ["s.db", "c", "-o", "o.xlsx", "--person=2"],
    "export audit": ["s.db", "c", "-o", "o.xlsx"], "export plan": ["s.db", "c", "-o", "o.xlsx"], "plan propose": ["s.db", "c"],
    "plan add": ["s.db", "c", "--control=1.1-1", "--departments=d1", "--what=x"],
    "plan change": ["s.db", "c", "A0001", "--priority=1"], "plan move": ["s.db", "c", "A0001", "withdrawn", "--note=x"],
    "plan merge": ["s.db", "c", "A0001", "A0002"], "plan import": ["s.db", "c", "p.xlsx"],
    "exception add": ["s.db", "--control=1.1-2", "--department=d1", "--reason=r", "--substitute=s",
                      "--starts=2026-01-01", "--ends=2026-12-31", "--applicant=2", "--approver=1"],
    "deputy name": ["s.db", "ciso", "3"], "deputy drop": ["s.db", "ciso", "3"], "form validate": [EXCEPTION],
    "record new": ["s.db", "exception", "--by=2"], "record set": ["s.db", RECORD, "--by=2", "reason=x"],
    "record step": ["s.db", RECORD, "withdraw", "--by=2"], "record text": ["s.db", RECORD],
    "record export": ["s.db", RECORD, "-o", "o.xlsx"], "exception export": ["s.db", "-o", "o.xlsx"],
    "audit plan": ["s.db", "c", "--title=x", "--by=1"], "audit change": ["s.db", "c-K1", "--summary=x", "--by=1"],
    **{f"audit {step}": ["s.db", "c-K1", "--by=1", "--remark=x"] for step in ("submit", "return", "approve", "revise", "start", "report", "resume", "close")},
    "audit exempt": ["s.db", "c-K1", "--auditor=3", "--department=d1", "--by=1"],
    "audit paper": ["s.db", "c-K1", "--department=d1", "--control=2.1-1", "--verdict=minor", "--seen=x", "--by=3"],
    "audit import": ["s.db", "c-K1", "w.csv", "--by=3"],
    "audit finding": ["s.db", "c-K1", "--department=d1", "--control=2.1-1", "--title=x", "--by=3"], "audit issue": ["s.db", "c-K1", "F01", "--by=3"],
    "audit withdraw": ["s.db", "c-K1", "F01", "--remark=x", "--by=3"], "audit respond": ["s.db", "c-K1", "F01", "--text=x", "--by=2"],
    "audit followup": ["s.db", "c-K1", "F01", "--verdict=improved", "--seen=x", "--by=3"],
    "audit spread": ["s.db", "c-K1", "F01", "--departments=d2", "--question=x", "--due=2999-12-31", "--by=1"],
    "audit answer": ["s.db", "c-K1", "F01", "--department=d2", "--answer=none", "--text=x", "--by=2"],
    "audit attach": ["s.db", "c-K1", "e.txt", "--finding=F01", "--by=3"], "audit fetch": ["s.db", "c-K1", "T01", "-o", "o.txt"],
    "demo": ["demo", "--data-only", "--people=3", "--departments=2"],
}


# What the program, the man page and the completion tell of

def commands(place):
    """The words of each command in the program's own help."""
    return re.findall(r"^  ([a-z]+(?: [a-z]+)*)", place.must("--help"), re.MULTILINE)


def options_of(place, command):
    """The long options in a command's help."""
    return set(re.findall(r"--[a-z-]+(?==| )", place.must(*command.split(), "--help").split("Help Options:")[1]))


def man_entries():
    """Map each command in the man page to the options that its entry tells of."""
    with open(MAN, encoding="utf-8") as file:
        text = file.read().replace("\\-", "-")
    section = text.split("\n.SH COMMANDS\n")[1].split("\n.SH ")[0]
    entries = re.split(r"^\.TP\n(?:\.B |\\fB)([a-z]+(?: [a-z]+)*)(?=\\fR|\n)", section, flags=re.MULTILINE)[1:]
    return {name: set(re.findall(r"--[a-z-]+", body)) for name, body in zip(entries[::2], entries[1::2])}


def complete(place, *lines):
    """What bash offers at the end of each line, with the program in its path."""
    if not os.path.exists("/usr/share/bash-completion/bash_completion"):
        raise Skip("bash-completion is not installed")
    path = os.path.dirname(PROGRAM) + ":" + place.environment["PATH"]
    run = subprocess.run(["bash", os.path.join(HERE, "complete.bash"), COMPLETION], cwd=place.folder, check=True,
                         input="".join(f"{line}\n" for line in lines), capture_output=True, text=True, timeout=120,
                         env={**place.environment, "PATH": path})
    if run.stderr:
        raise AssertionError(run.stderr)
    return [line.split() for line in run.stdout.splitlines()]


def test_promised(place):
    """help: every command that was promised, and none twice"""
    found = commands(place)
    yield from (f"“{command}” is not in --help" for command in sorted(PROMISED - set(found)))
    yield from (f"“{command}” is in --help twice" for command in sorted(set(found)) if found.count(command) > 1)
    yield from (f"“{command}” is not in these tests" for command in sorted(set(found) - set(RIGHT)))


def test_help(place):
    """help: every command explains itself on standard output and exits 0"""
    for command in commands(place):
        result = place.run(*command.split(), "--help")
        yield from done(result, f"tenkenctl {command}", "--format", "--lang")
        yield from same(f"{command} --help", place.run(*command.split(), "-h").out, result.out)
    yield from done(place.run("--version"), "tenkenctl ")


def test_man_commands(place):
    """man page: the same commands with the same options as the program"""
    entries = man_entries()
    for command in sorted(set(commands(place)) - set(entries)):
        yield f"“{command}” is not in the man page"
    for command in sorted(set(entries) - set(commands(place))):
        yield f"“{command}” is in the man page only"
    for command in sorted(set(commands(place)) & set(entries)):
        yield from same(f"options of {command}", sorted(entries[command]), sorted(options_of(place, command) - COMMON_OPTIONS))


def test_man_sections(place):
    """man page: every section, the common options, the columns of the files, the environment"""
    with open(MAN, encoding="utf-8") as file:
        text = file.read().replace("\\-", "-")
    wanted = ["NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "FILES", "ENVIRONMENT", "EXIT STATUS", "EXAMPLES", "SEE ALSO"]
    yield from same("sections", re.findall(r"^\.SH (.*)$", text, re.MULTILINE), wanted)
    columns = re.findall(r"\w+", DEPARTMENTS.split()[0] + "," + PEOPLE.split()[0])
    for word in [*sorted(COMMON_OPTIONS), *columns, "implemented", "TENKEN_DATA_DIR", "XDG_DATA_HOME", "/etc/tenken/catalogs"]:
        if word not in text:
            yield f"“{word}” is not in the man page"


def test_man_clean(place):
    """man page: groff has no warning"""
    if shutil.which("groff") is None:
        raise Skip("groff is not installed")
    run = subprocess.run(["groff", "-ww", "-man", "-Tutf8", "-z", MAN], capture_output=True, text=True, timeout=60)
    yield from same("exit", run.returncode, 0)
    yield from run.stderr.splitlines()


def test_completion_commands(place):
    """completion: the same commands with the same options as the program"""
    names = commands(place)
    firsts = sorted({name.split()[0] for name in names})
    lines = [f"tenkenctl {first} " for first in firsts] + [f"tenkenctl {name} --" for name in names]
    offered, *rest = complete(place, "tenkenctl ", *lines)
    yield from same("first words", sorted(offered), sorted([*firsts, "--help", "--version"]))
    for first, found in zip(firsts, rest):
        seconds = {name.split()[1] for name in names if name.startswith(first + " ")}
        yield from same(f"words after {first}", sorted(seconds & set(found)), sorted(seconds))
    for name, found in zip(names, rest[len(firsts):]):
        yield from same(f"options of {name}", sorted(option.rstrip("=") for option in found), sorted(options_of(place, name)))


def test_completion_values(place):
    """completion: values of options, catalogs, the campaigns of the store named, files"""
    make_body(place, "my.db")
    place.must("campaign", "create", "my.db", "spring", f"--catalog={SMALL}")
    shipped = place.rows("catalog", "list")
    wanted = {
        "score my.db spring --by=": [*SCOPES], "score my.db spring --by=c": ["chapter", "control"], "trend my.db ": ["spring"],
        "score my.db spring --by r": ["role"], "catalog list --format=": ["table", "csv", "json"],
        "catalog list --lang=": ["ja", "en"], "campaign create my.db x --adopt=a": ["all"],
        "catalog show ": sorted({row["id"] for row in shipped}),
        "catalog show mic-2020 --edition=": sorted({row["edition"] for row in shipped}),
        "campaign create my.db x --catalog=mic": ["mic-2020"], "score my.db ": ["spring"], "campaign show my.db ": ["spring"],
        "score --by=role my.db s": ["spring"], "answers import --draft my.db ": ["spring"], "score my.db x ": [],
        "questionnaire my.db ": ["spring"], "questionnaire submit my.db --person=1 ": ["spring"], "score ": None,
        "campaign show none.db ": [], "answers export my.db spring d": ["d.csv"], "verify m": ["my.db"],
        "verify sqlite:m": ["my.db"], "nonsense ": [], "plan list my.db spring --status=w": ["withdrawn"],
        "plan import my.db spring --prefer=": ["sheet", "store"], "turnout my.db spring --by=": ["department", "person"], "plan move my.db spring x p": ["proposed", "planned"],
        "audit paper my.db x --verdict=m": ["major", "minor"], "audit agreement my.db x --by=c": ["chapter", "control"],
        "audit plan my.db ": ["spring"], "audit show my.db ": [],
        "plan change my.db ": ["spring"], "plan change my.db spring ": [],
    }
    for (line, offers), found in zip(wanted.items(), complete(place, *(f"tenkenctl {line}" for line in wanted))):
        yield from same(line, sorted(found), sorted(offers if offers is not None else os.listdir(place.folder)))


# Exit codes

def test_usage(place):
    """wrong usage: unknown option, format or language, too few or too many arguments, of every command, exits 2"""
    make_answered(place)
    for command, arguments in RIGHT.items():
        words = command.split()
        for wrong in ["--bogus"], ["--format=xml"], ["--lang=fr"], ["--format"], ["x"] * 8:
            yield from misused(place.run(*words, *arguments, *wrong))
        if arguments:
            yield from misused(place.run(*words))
    yield from same("files", sorted(name for name in os.listdir(place.folder) if "new" in name or name == "demo"), [])


def test_missing_options(place):
    """wrong usage: a needed option is missing, or has a value that there is not"""
    make_answered(place)
    for command in ("roster import", "campaign create", "questionnaire", "questionnaire submit", "questionnaire return",
                    "questionnaire accept", "export scorecard", "export department", "export person", "export plan", "plan add",
                    "exception add", "exception export", "record export", "record new", "record set", "record step", "roster pins", "campaign reopen", "department accept", "department close",
                    "department reopen"):
        plain = [argument for argument in RIGHT[command] if not argument.startswith("-") and not argument.endswith("xlsx")]
        yield from misused(place.run(*command.split(), *plain))
    for wrong in ("--people=0", "--people=100001", "--people=x", "--departments=0", "--departments=401", "--seed=x"):
        yield from misused(place.run("demo", wrong, "demo"))
    yield from misused(place.run("score", "s.db", "c", "--by=person"))


def test_no_command(place):
    """wrong usage: no command, an unknown one, the beginning of one"""
    for words in [], ["nonsense"], ["catalog"], ["campaign", "frobnicate"], ["--bogus"], [""]:
        result = place.run(*words)
        yield from same(f"{result.line}: exit, output", (result.code, result.out), (2, ""))
        if not result.err.startswith("tenkenctl: ") or ("--help" not in result.err and "campaign" not in result.err
                                                        and "catalog" not in result.err):
            yield f"{result.line}: standard error does not tell what there is: {result.err!r}"


def test_failures(place):
    """failures: exit 1 and one line on standard error"""
    make_answered(place)
    for command, arguments in RIGHT.items():
        if arguments[:1] == ["s.db"]:
            yield from failed(place.run(*command.split(), "none.db", *arguments[1:]), "none.db", "no such store")
    for command, arguments in RIGHT.items():
        if arguments[:2] == ["s.db", "c"]:
            yield from failed(place.run(*command.split(), "s.db", "c9", *arguments[2:]), "s.db", "“c9”")
    for line in (["init", "s.db"], ["catalog", "show", "none"], ["catalog", "matrix", "mic-2020", "--edition=1999"],
                 ["catalog", "validate", "none.json"], ["catalog", "diff", "none", "mic-2020"],
                 ["campaign", "create", "s.db", "c2", "--catalog=none"], ["campaign", "create", "s.db", "c", f"--catalog={SMALL}"],
                 ["campaign", "create", "s.db", "c/2", f"--catalog={SMALL}"], ["campaign", "open", "s.db", "c"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--opens=2026-13-01", "--closes=2026-12-01"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--opens=2026-12-02", "--closes=2026-12-01"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--adopt=none.txt"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--without-department=d9"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--without-department="],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--without-role=mayor"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--visibility=all"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--grade-lines=90,80"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--grade-lines=60,80,95"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--grade-lines=a,b,c"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--attainment=101"],
                 ["campaign", "create", "s.db", "c2", f"--catalog={SMALL}", "--attainment="],
                 ["campaign", "change", "s.db", "c", "--title=x"], ["campaign", "change", "s.db", "c", "--closes=2000-01-01"],
                 ["campaign", "change", "s.db", "c", "--visibility=none"], ["campaign", "discard", "s.db", "c"],
                 ["campaign", "reopen", "s.db", "c", "--reason=x"],
                 ["questionnaire", "s.db", "c", "--person=99"], ["answers", "import", "s.db", "c", "none.csv"],
                 ["answers", "export", "s.db", "c", "none/o.csv"], ["backup", "s.db", "none/copy.db"],
                 ["export", "department", "s.db", "c", "--department=d9", "-o", "o.xlsx"], ["verify", "postgresql://host/db"],
                 ["export", "person", "s.db", "c", "--person=99", "-o", "o.xlsx"], ["demo", "s.db"]):
        yield from failed(place.run(*line))


# Forms

def test_formats(place):
    """forms: the same rows as CSV and as JSON, of every command that prints rows"""
    make_audited(place)
    except_and_end(place)
    place.must("deputy", "name", "s.db", "ciso", "3")
    changed = json.loads(open(SMALL, encoding="utf-8").read())
    changed["chapters"][0]["sections"][0]["controls"][0]["title"]["ja"] = "改めた \"題\", 一"
    place.write("other.json", json.dumps(changed))
    place.must("plan", "propose", "s.db", "c")
    for command, arguments in ROWS.items():
        rows = place.rows(*command.split(), *arguments)
        text = place.must(*command.split(), *arguments, "--format=csv")
        table = place.must(*command.split(), *arguments, "--format=table")
        yield from same(f"{command}: --format=table is the default", table, place.must(*command.split(), *arguments))
        if not rows:
            yield f"{command}: no rows to compare"
        yield from same(f"{command}: rows", [{key: as_text(row[key]) for key in row} for row in csv_rows(text)],
                        [{key: as_text(row[key]) for key in row} for row in rows])
        yield from (f"{command}: the table lacks {row['id']}" for row in rows if row.get("id", "") not in table)


def as_text(value):
    """A cell of CSV or JSON so that the two can be compared: figures by value, nothing as an empty text."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return "" if value is None else value


def test_rfc_4180(place):
    """forms: CSV has a header, CRLF after every record, quotes only where they are needed, UTF-8 in any locale"""
    make_answered(place)
    for command in ("questionnaire", "score"):
        raw = place.start(*command.split(), *ROWS[command], "--format=csv").communicate()[0].decode()
        records = re.findall(r'((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n', raw)
        yield from same(f"{command}: records", "".join(record + "\r\n" for record in records), raw)
        if len(records) < 3:
            yield f"{command}: {len(records)} records"
    text = place.must("catalog", "list", "--format=csv", "--lang=ja")
    for locale in "C", "POSIX", "ja_JP.eucJP":
        result = place.run("catalog", "list", "--format=csv", "--lang=ja", environment={"LC_ALL": locale})
        yield from same(f"LC_ALL={locale}", result.out, text)


def test_any_locale(place):
    """forms: Japanese names go in and out in the plain C locale too, as under cron"""
    c = {"environment": {"LC_ALL": "C"}}
    yield from done(place.run("init", "s.db", "--name=点検市", **c))
    place.write("d.csv", DEPARTMENTS)
    place.write("p.csv", PEOPLE)
    yield from done(place.run("roster", "import", "s.db", "--departments=d.csv", "--people=p.csv", **c))
    place.must("campaign", "create", "s.db", "c", f"--catalog={SMALL}")
    result = place.run("score", "s.db", "c", "--by=department", "--format=csv", **c)
    yield from done(result, "総務課")


def test_matrix(place):
    """forms: the columns of the matrix are id, clause, title, level and the twelve roles; its cells are marks"""
    text = place.must("catalog", "matrix", "mic-2020", "--format=csv")
    rows = csv_rows(text)
    yield from same("columns", text.split("\r\n")[0].split(","), MATRIX_COLUMNS)
    yield from same("rows", len(rows), 348)
    yield from same("marks", sorted({row[role] for row in rows for role in MATRIX_COLUMNS[4:]}), ["", "△", "○", "承", "許"])
    yield from same("levels", sorted({row["level"] for row in rows}), ["recommended", "required"])


def test_score_keys(place):
    """forms: the keys of score are those of the contract in their order, with the right types"""
    make_answered(place)
    for scope, rows in place.scores("s.db", "c").items():
        for row in rows:
            yield from same(f"{scope}: keys", list(row), SCORE_KEYS)
            yield from same(f"{scope}: scope", row["scope"], scope)
            for key in SCORE_KEYS[1:3]:
                yield from same(f"{scope}: {key} is a text", type(row[key]), str)
            for key in SCORE_KEYS[9:]:
                yield from same(f"{scope}: {key} is a whole number", type(row[key]), int)
            yield from same(f"{scope}: no score, no grade", row["score"] is None, row["grade"] is None)
    yield from same("CSV header", place.must("score", "s.db", "c", "--format=csv").split("\r\n")[0].split(","), SCORE_KEYS)


def test_languages(place):
    """forms: --lang chooses the language; without it the locale does"""
    make_answered(place)
    question = {language: place.rows("questionnaire", "s.db", "c", "--person=3", f"--lang={language}")[0]["question"]
                for language in ("ja", "en")}
    yield from same("en", question["en"], "Do you get approval before taking data out?")
    yield from same("ja", question["ja"], "持ち出す前に承認を得ていますか。")
    plain = place.rows("questionnaire", "s.db", "c", "--person=3")[0]["question"]
    yield from same("in the C locale", plain, question["ja"])
    english = place.rows("questionnaire", "s.db", "c", "--person=3", environment={"LC_ALL": "", "LANGUAGE": "en_GB", "LANG": "C.UTF-8"})
    yield from same("LANGUAGE=en_GB", english[0]["question"], question["en"])


def test_data_found(place):
    """data: TENKEN_DATA_DIR comes first when set; a folder without the data gives a clear line"""
    yield from same("origin", {row["origin"] for row in place.rows("catalog", "list")}, {"shipped"})
    nowhere = {"environment": {"TENKEN_DATA_DIR": place.path("nowhere")}}
    yield from failed(place.run("catalog", "show", "mic-2020", **nowhere), "mic-2020")
    with Place() as other:
        make_answered(other)
        yield from failed(other.run("score", "s.db", "c", **nowhere), "rates.json", "TENKEN_DATA_DIR")
    shutil.copytree(os.path.join(DATA, "catalogs"), place.path("moved/catalogs"))
    moved = place.run("catalog", "list", environment={"TENKEN_DATA_DIR": place.path("moved")})
    yield from done(moved, "mic-2020")


if __name__ == "__main__":
    sys.exit(main(globals()))
