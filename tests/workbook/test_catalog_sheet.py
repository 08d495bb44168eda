#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A catalog as a workbook: exported, edited by openpyxl, saved again by LibreOffice, and read back by tenkenctl into a catalog of
one's own; with faults of every kind, each of which must be told with its cell. Prints TAP.

TENKENCTL names the program; TENKEN_SHARED the folder of standards/check-workbook (default: ../shared beside the project).
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True      # no cache in the source tree
ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests"))      # where tap.py is

from tap import Tap     # noqa: E402

CHECKER = Path(os.environ.get("TENKEN_SHARED", ROOT.parent / "shared")) / "standards" / "check-workbook"
BASE = "fukushima-2023"
CONTROLS, QUESTIONS, HEAD, ROLES = "管理策", "設問", "基準", "役割"
NEW = {"section": "p.s", "id": "p-77", "clause": "第1部 77", "level": "必須", "title": "新しい決まり", "guidance": "手引きです。", "evidence": "証跡です。",
       "improvement": "改善します。", "role:staff": "○"}
NEW_QUESTION = {"control": "p-77", "roles": "職員等", "text": "新しい決まりを守っていますか。"}


class Book:
    """The exported workbook in the hands of somebody who edits it."""

    def __init__(self, folder):
        import openpyxl
        self.folder = folder
        self.book = openpyxl.load_workbook(folder / "base.xlsx")

    def sheet(self, name):
        sheet = self.book[name]
        columns = {sheet.cell(1, number).value: number for number in range(1, sheet.max_column + 1)}
        rows = {sheet.cell(number, 1).value: number for number in range(4, sheet.max_row + 1)}
        return sheet, columns, rows

    def set(self, name, row, /, **cells):
        """Write into cells of the row of that id; “role__staff” stands for role:staff."""
        sheet, columns, rows = self.sheet(name)
        for key, value in cells.items():
            sheet.cell(rows[row], columns[key.replace("__", ":")]).value = value
        return self

    def place(self, name, row, key):
        """The name of a cell, as it is told in a fault."""
        sheet, columns, rows = self.sheet(name)
        return f"{name}!{sheet.cell(rows[row], columns[key]).coordinate}"

    def delete(self, name, row):
        sheet, _, rows = self.sheet(name)
        sheet.delete_rows(rows[row])
        return self

    def derive(self, file="edited.xlsx", output="own.json"):
        self.book.save(self.folder / "edited.xlsx")
        return run(self.folder, "catalog", "derive", BASE, "own", f"--workbook={file}", "-o", output, "--format=json")


def run(folder, *arguments):
    return subprocess.run([os.environ["TENKENCTL"], *map(str, arguments)], cwd=folder, capture_output=True, text=True, timeout=120)


def edited(folder):
    """Adopted, reworded, renumbered, removed, added, moved."""
    book = Book(folder)
    book.set(CONTROLS, "p-8", title="団体への助言と確認").set(CONTROLS, "6-6-1-h", use="不採用").set(CONTROLS, "10-2-1", id="10-2-99", clause="第10 2 (99)")
    book.set(CONTROLS, "p-9", guidance="手引きだけを直した。", guidance_en="Only the guidance.").set(HEAD, "title", ja="点検市の基準", en="")
    book.set(HEAD, "edition", ja="2024").set(ROLES, "staff", name="全職員")
    book.set(CONTROLS, "+1", **{key.replace(":", "__"): value for key, value in NEW.items()}).set(QUESTIONS, "+1", **{**NEW_QUESTION, "roles": "staff"})
    return book


def changes(result):
    return {(row["revision"], row["new"], row["old"]) for row in json.loads(result.stdout)}


EXPECTED = {("reworded", "p-8", "p-8"), ("removed", None, "6-6-1-h"), ("renumbered", "10-2-99", "10-2-1"), ("added", "p-77", None), ("kept", "p-9", "p-9")}


def check_edited(folder):
    """what was edited with openpyxl is what changes, and the catalog is sound"""
    result = edited(folder).derive()
    if result.returncode != 0:
        yield result.stderr
        return
    if changes(result) != EXPECTED:
        yield f"{changes(result) ^ EXPECTED}"
    sound = run(folder, "catalog", "validate", "own.json")
    if "sound" not in sound.stdout:
        yield sound.stderr
    own = json.loads((folder / "own.json").read_text(encoding="utf-8"))
    if (own["id"], own["edition"], own["title"], own["languages"]) != ("own", "2024", {"ja": "点検市の基準"}, ["ja"]):
        yield f"{own['id']}, {own['edition']}, {own['title']}, {own['languages']}"
    controls = {control["id"]: control for chapter in own["chapters"] for section in chapter["sections"] for control in section["controls"]}
    if controls["p-8"]["title"] != {"ja": "団体への助言と確認"}:
        yield f"the English of before is still there: {controls['p-8']['title']}"
    if controls["p-9"]["guidance"] != {"ja": "手引きだけを直した。", "en": "Only the guidance."}:
        yield f"{controls['p-9']['guidance']}"
    if "en" not in controls["2-9-2"]["title"]:
        yield "the English of what was not touched is gone"


def check_office(folder):
    """saved again by LibreOffice it says the same, to the byte"""
    first = edited(folder).derive(output="first.json")
    (folder / "office").mkdir(exist_ok=True)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", folder / "office",
                    folder / "edited.xlsx"], check=True, capture_output=True, timeout=600)
    again = run(folder, "catalog", "derive", BASE, "own", "--workbook=office/edited.xlsx", "-o", "again.json", "--format=json")
    if first.returncode != 0 or again.returncode != 0:
        yield first.stderr + again.stderr
    elif (folder / "first.json").read_bytes() != (folder / "again.json").read_bytes():
        yield "the two catalogs differ"


def check_untouched(folder):
    """every catalog that ships comes back as it went out"""
    for catalog in ("mic-2020", "osaka-2021", "fukushima-2021", "mod-external-services-2023", "mod-contractor-incident-2020"):
        out = run(folder, "catalog", "export", catalog, "-o", "same.xlsx")
        back = run(folder, "catalog", "derive", catalog, "own", "--workbook=same.xlsx", "--dry-run", "--format=json")
        if out.returncode != 0 or back.returncode != 0 or json.loads(back.stdout):
            yield f"{catalog}: {out.stderr}{back.stderr}{back.stdout[:200]}"


FAULTS = [
    (CONTROLS, "p-9", "level", "たぶん", "is no level"), (CONTROLS, "p-9", "weight", "0", "is no weight"), (CONTROLS, "p-9", "critical", "はい", "write ○"),
    (CONTROLS, "p-9", "title", "", "is empty"), (CONTROLS, "p-9", "id", "p-8", "ids must differ"), (CONTROLS, "p-9", "id", "だめ", "cannot be an id"),
    (CONTROLS, "p-9", "clause", "", "clause is empty"), (CONTROLS, "p-9", "section", "none", "no section"), (CONTROLS, "p-9", "use", "?", "choose 採用"),
    (CONTROLS, "p-9", "role:staff", "×", "is not a mark"), (CONTROLS, "p-9", "role:ciso", "○", "asked no question"),
    (CONTROLS, "p-9", "guidance", "一行目\n二行目", "line break"), (CONTROLS, "p-9", "guidance", "長" * 4001, "longer than 4000"),
    (QUESTIONS, "p-9/staff", "roles", "nobody", "no role"), (QUESTIONS, "p-9/staff", "roles", "", "no role is named"),
    (QUESTIONS, "p-9/staff", "roles", "staff ciso", "has no mark"), (QUESTIONS, "p-9/staff", "text", "", "question is empty"),
    (QUESTIONS, "p-9/staff", "use", "?", "choose 採用"), (HEAD, "edition", "ja", "", "is empty"), (ROLES, "staff", "name", "", "is empty"),
]


def check_faults(folder):
    """every fault is told with its sheet and cell, and nothing is written"""
    for name, row, key, value, words in FAULTS:
        book = Book(folder)
        place = book.place(name, row, key)
        result = book.set(name, row, **{key.replace(":", "__"): value}).derive(output="none.json")
        told = result.stdout + result.stderr
        if result.returncode != 1 or f"edited.xlsx: {place}: " not in told or words not in told:
            yield f"{place} = {value[:20]!r}: {result.returncode}: {told[:300]}"
        if (folder / "none.json").exists():
            yield f"{place} = {value[:20]!r}: something was written"


def check_many(folder):
    """several faults are told in one pass"""
    result = Book(folder).set(CONTROLS, "p-9", level="?", weight="?").set(CONTROLS, "p-8", title="").set(QUESTIONS, "p-9/staff", roles="x").derive(output="none.json")
    if "(and 4 more)" not in result.stderr:      # p-9 is asked by nobody then
        yield result.stderr


def check_deleted(folder):
    """a row that was deleted is more likely lost than meant"""
    for name, row in ((CONTROLS, "p-9"), (QUESTIONS, "p-9/staff")):
        result = Book(folder).delete(name, row).derive(output="none.json")
        if result.returncode != 1 or f"“{row}” is gone" not in result.stdout + result.stderr:
            yield f"{name} {row}: {result.stderr}"


def check_schemas(folder):
    """agrees with the schemas"""
    result = subprocess.run([CHECKER, folder / "base.xlsx"], capture_output=True, text=True, timeout=600)
    if result.returncode != 0:
        yield (result.stdout + result.stderr).strip().splitlines()[0]


def main():
    tap = Tap()
    if shutil.which("soffice") is None:
        print("Bail out! LibreOffice is not installed")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(folder, "catalog", "export", BASE, "-o", "base.xlsx")
        for check in check_edited, check_office, check_untouched, check_faults, check_many, check_deleted, check_schemas:
            if check is check_schemas and not CHECKER.exists():
                tap.skip(check.__doc__, f"{CHECKER} is not there")
            else:
                tap.run(check.__doc__, lambda check=check: check(folder))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
