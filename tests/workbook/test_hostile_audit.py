#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The report of an audit and the register of exceptions, of a body whose every name and text is as bad as it may be: LibreOffice prints
them, and every word must be on the paper. Prints TAP.

TENKENCTL names the program.
"""

import csv
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True      # no cache in the source tree

HERE = Path(__file__).resolve().parent
SMALL = HERE.parent / "fixtures" / "small-catalog.json"
# Formulas, markup, a string of format, an emoji of several parts, Hebrew and Arabic, a word without end, and several lines.
HOSTILE = ['=HYPERLINK("http://x.example","押す")', "+81-3", "-1+1", "@SUM(A1)", "%n %s", '<b>太字</b> & "引用" \'', "𠮷野家の👨‍👩‍👧",
           "שלום עולם", "مرحبا بالعالم", "w" * 90, "&R&P&A", "_x0041_"]
LONG = "終わりのない文章です。" * 90 + "ここまで"
LINES = "一行目\n=2+2\n\n四行目\tタブ"
AUDIT = "c-K1"


def tenkenctl(*arguments, good=True):
    command = [os.environ["TENKENCTL"], *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if good and result.returncode != 0:
        print(f"Bail out! {' '.join(command)[:300]}: {result.stderr.strip()}")
        sys.exit(1)
    return result


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def make_body(folder):
    """A department, a person and a manager for each hostile name; 90 audits, 91 approves."""
    departments = [["department_id", "name", "parent_id"], ["top", "=市", ""], ["audit", "監査室", "top"]]
    people = [["person_id", "name", "department_id", "roles"], ["90", HOSTILE[0], "audit", "staff"], ["91", HOSTILE[6], "top", "ciso"]]
    for number, name in enumerate(HOSTILE):
        departments.append([f"d{number}", name, "top"])
        people.append([f"m{number}", name, f"d{number}", "manager;staff"])
    write_csv(folder / "d.csv", departments)
    write_csv(folder / "p.csv", people)
    store = folder / "t.db"
    tenkenctl("init", store, f"--name={HOSTILE[0]}")
    tenkenctl("roster", "import", store, f"--departments={folder / 'd.csv'}", f"--people={folder / 'p.csv'}")
    tenkenctl("campaign", "create", store, "c", f"--catalog={SMALL}", f"--title={HOSTILE[0]}")
    tenkenctl("campaign", "open", store, "c")
    tenkenctl("right", "grant", store, "audit", "person:90")
    return store


def make_audit(store):
    """A paper and a finding for each hostile text, with an answer to each."""
    ids = [f"d{number}" for number in range(len(HOSTILE))]
    tenkenctl("audit", "plan", store, "c", f"--title={HOSTILE[0]}", f"--purpose={LONG}", f"--method={LINES}", "--starts=2026-11-02", "--ends=2026-11-20",
              f"--departments={';'.join(ids)}", "--controls=1.1-2;2.1-1", "--auditors=90", "--by=90")
    for verb, by in ("submit", "90"), ("approve", "91"), ("start", "90"):
        tenkenctl("audit", verb, store, AUDIT, f"--by={by}")
    for number, text in enumerate(HOSTILE):
        where = [f"--department=d{number}", "--control=2.1-1", "--by=90"]
        long = LONG if number == 0 else LINES if number == 1 else text
        tenkenctl("audit", "paper", store, AUDIT, *where, "--verdict=major", f"--seen={long}", f"--evidence={text}", f"--cause={text}")
        tenkenctl("audit", "finding", store, AUDIT, *where, f"--title={text}", f"--fact={long}", f"--recommendation={text}", "--due=2027-01-31")
        tenkenctl("audit", "issue", store, AUDIT, f"F{number + 1:02}", "--by=90")
        tenkenctl("audit", "respond", store, AUDIT, f"F{number + 1:02}", f"--text={long}", f"--action={text}", "--due=2026-12-20", f"--by=m{number}")
    tenkenctl("audit", "change", store, AUDIT, f"--summary={LONG}", "--by=90")


def make_exceptions(store):
    """Two pages of them."""
    for number, text in [*enumerate(HOSTILE)] * 3:
        long = LONG if number == 0 else LINES if number == 1 else text
        tenkenctl("exception", "add", store, "--control=2.1-1", f"--department=d{number}", f"--reason={long}", f"--substitute={text}",
                  "--starts=2026-04-01", "--ends=2027-03-31", f"--applicant=m{number}", "--approver=91")


def convert(path, kind):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{path.parent}/profile", "--headless", "--convert-to", kind, "--outdir", path.parent, path],
                   capture_output=True, timeout=300, check=True)
    return path.with_suffix("." + kind)


def bare(text):
    """What is left where lines are broken and letters are laid out from the right: each letter's plain form, without any space."""
    return re.sub(r"\s|[\u200b-\u200f\u202a-\u202e]", "", unicodedata.normalize("NFKC", text))


class Print:
    """A workbook as LibreOffice prints it."""

    def __init__(self, path, headers):
        self.path = path
        self.headers = headers
        pdf = convert(path, "pdf")
        text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, timeout=120, check=True).stdout
        self.pages = text.split("\f")[:-1]
        self.whole = bare(text)


def check_frames(printed):
    """Every page bears the mark and its number."""
    if len(printed.pages) < 2:
        yield f"only {len(printed.pages)} pages were seen"
    for number, page in enumerate(printed.pages, 1):
        if "機密性2" not in bare(page):
            yield f"page {number} lacks the mark of class 2"
        if not re.search(rf"\b{number} ?/ ?{len(printed.pages)}\b", page):
            yield f"page {number} lacks its number"


def check_words(printed):
    """Nothing is missing: every name and every text is on the paper.

    What is written from the right comes out of the file in another order, so that only its letters are looked for."""
    for text in [*HOSTILE, "四行目", "=2+2"]:
        if re.search(r"[\u0590-\u06ff]", text):
            missing = sorted(set(bare(text)) - set(printed.whole))
            if missing:
                yield f"letters of {text} are missing: {missing}"
        elif "👨" in text:
            if "野家の" not in printed.whole:
                yield f"{text} is not there"
        elif bare(text) not in printed.whole:
            yield f"{text} is not there"


def check_long(printed):
    """The longest text to its last sentence."""
    found = printed.whole.count("終わりのない文章です。")
    if found < 90 or "ここまで" not in printed.whole:
        yield f"{found} of at least 90 sentences are there, the end {'too' if 'ここまで' in printed.whole else 'not'}"


def boxes(printed):
    """Each page's words as (left, top, right, bottom, text)."""
    result = subprocess.run(["pdftotext", "-bbox", printed.path.with_suffix(".pdf"), "-"], capture_output=True, text=True, timeout=120, check=True)
    for page in result.stdout.split("<page ")[1:]:
        yield [(*map(float, match[:4]), match[4]) for match in
               re.findall(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', page)]


def check_overprint(printed):
    """What does not fit into a cell is clipped, but still in the file, where it lies over the words of other cells: there is none."""
    seen = 0
    for number, words in enumerate(boxes(printed), 1):
        long = [word for word in words if "文章" in word[4]]
        seen += len(long)
        for one in long:
            for other in words:
                width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
                if other is not one and width > 1 and height > 0.6 * min(one[3] - one[1], other[3] - other[1]):
                    yield f"page {number}: “{one[4][:12]}” lies over “{other[4][:12]}”"
                    break
    if seen == 0:
        yield "no line of the long text was seen"


def check_headers(printed):
    """The header row stands on each page of a table that goes on."""
    for words, least in printed.headers:
        n = sum(all(bare(word) in bare(page) for word in words) for page in printed.pages)
        if n < least:
            yield f"{words} stand on {n} pages, not on {least}"


def check_refused(store):
    """What cannot be printed is not taken: control characters and marks that turn the direction."""
    for text in "鈴\u0007", "鈴\u202e逆", "\u0085":
        result = tenkenctl("exception", "add", store, "--control=2.1-1", "--department=d0", f"--reason={text}", "--substitute=s", "--starts=2026-04-01",
                           "--ends=2027-03-31", "--applicant=m0", "--approver=91", good=False)
        if result.returncode != 1 or "reason" not in result.stderr:
            yield f"{text!r}: exit {result.returncode}: {result.stderr.strip()}"


def report(number, what, faults):
    faults = list(faults)
    print(f"{'not ' if faults else ''}ok {number} - {what}")
    for fault in faults[:20]:
        print(f"# {fault}")
    return not faults


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(os.environ.get("TENKEN_KEEP", name))
        store = make_body(folder)
        make_audit(store)
        make_exceptions(store)
        tenkenctl("export", "audit", store, "c", "-o", folder / "audit.xlsx")
        tenkenctl("exception", "export", store, "-o", folder / "exceptions.xlsx")
        good, number = report(1, "control characters and direction marks are refused", check_refused(store)), 1
        for file, headers in ("audit", [(["条項", "確認した事実", "勧告"], 1)]), ("exceptions", [(["理由", "代わりの措置", "申請者"], 2)]):
            printed = Print(folder / f"{file}.xlsx", headers)
            for check in check_frames, check_words, check_long, check_overprint, check_headers:
                number += 1
                good &= report(number, f"{file}: {check.__doc__.splitlines()[0]}", check(printed))
        print(f"1..{number}")
        sys.stdout.flush()
        return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
