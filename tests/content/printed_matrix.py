# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads the marks of the matrix 権限・責任等一覧表 from the extracted text of the source document (003).

The extraction kept the order of the rows and of the marks in a row, and lost the columns. A row is printed as
`５.１ (1) ④ (ア) title ○ 許`, where a number is left out while it is the same as in the row above. Around that stand the
words of merged cells, page heads and foot notes. Titles are the source's own sentences and are not kept.
"""

import collections
import re

MARKS = "○△許承"
KANA = "アイウエオカキクケコ"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
ASCII = str.maketrans("（）．０１２３４５６７８９", "().0123456789")
# The table begins here and runs to the end of the document.
FIRST_ROW = "１ (1) ① 最高情報"
PAGE_FURNITURE = ("権　限", "※", "区　　分", "（対策基準の例文")
# A title is broken into at most three lines, its marks included.
MAX_TITLE_LINES = 3
# The heading of 7.5 is a merged cell. Its only row, told by its first words, has no number and was extracted out of
# place.
ROW_OF_7_5 = "主要な法令遵守"
# Sections of one row without a number below the section's. That of 9.3 lost its label and its mark altogether.
BARE_SECTIONS = ("7.5", "9.3")

Row = collections.namedtuple("Row", "id clause marks")


class Clause(collections.namedtuple("Clause", "section number circled kana", defaults=(None,) * 4)):
    """A place among the clauses: chapter or section, (n), circled number and kana, as far as they are given."""

    def moved(self, token):
        """The place after one more printed number, which ends all finer ones; None if the token is no number."""
        token = token.translate(ASCII)
        if re.fullmatch(r"[1-9](\.[1-9])?", token):
            return Clause(token)
        if re.fullmatch(r"\([0-9]+\)", token):
            return Clause(self.section, int(token[1:-1]))
        if len(token) == 1 and token in CIRCLED:
            return Clause(self.section, self.number, CIRCLED.index(token) + 1)
        if re.fullmatch(f"\\([{KANA}]\\)", token):
            return self._replace(kana=token[1])
        return None

    def id(self):
        """The id that design.md (4) gives to the clause."""
        letter = chr(ord("a") + KANA.index(self.kana)) if self.kana else None
        return "-".join(str(part) for part in (self.section, self.number, self.circled, letter) if part)

    def printed(self):
        """The clause as it is printed: 5.1 (1) ④ (ア)."""
        parts = (self.section, self.number and f"({self.number})", self.circled and CIRCLED[self.circled - 1],
                 self.kana and f"({self.kana})")
        return " ".join(part for part in parts if part)


def is_number(token):
    """Whether a token is the number of a chapter, section, clause or sub-clause."""
    return Clause().moved(token) is not None


def take_numbers(clause, words):
    """Move on by the numbers at the beginning of a line: the new place, and the words after them."""
    for taken, word in enumerate(words):
        further = clause.moved(word)
        if further is None:
            return clause, words[taken:]
        clause = further
    return clause, []


def table_lines(text):
    """The lines of the table, without empty ones and those that stand on every page."""
    lines = [line.strip() for line in text.split("\n")]
    starts = [i for i, line in enumerate(lines) if line.startswith(FIRST_ROW)]
    if not starts:
        raise ValueError("the text holds no matrix")
    return [line for line in lines[starts[-1]:] if line and not line.startswith(PAGE_FURNITURE)]


def split_marks(line):
    """Part a line into its words and the marks at its end."""
    words = line.split(" ")
    marks = []
    while words and len(words[-1]) == 1 and words[-1] in MARKS:
        marks.insert(0, words.pop())
    return " ".join(words), "".join(marks)


def without_label(words):
    """The words of a line without that of a merged cell, which can stand before a row's number."""
    return words[1:] if len(words) > 1 and not is_number(words[0]) and is_number(words[1]) else words


class Reader:
    """Goes through the lines of the table and collects its rows."""

    def __init__(self, lines):
        self.lines = collections.deque(lines)
        self.clause = Clause()
        self.rows = []

    def read(self):
        """Read every line; return the rows as (id, clause, marks), in the order of the text."""
        while self.lines:
            self.read_line(self.lines.popleft())
        return self.rows

    def add(self, marks, clause=None):
        """Add a row at a clause, or where the reader stands."""
        clause = clause or self.clause
        self.rows.append(Row(clause.id(), clause.printed(), marks))

    def read_line(self, line):
        """Read a line, and those that belong to it."""
        words = without_label(line.split(" "))
        self.clause, rest = take_numbers(self.clause, words)
        if len(rest) == len(words):
            self.read_numberless(line)
        elif rest:
            self.add(split_marks(" ".join(rest))[1])
        elif self.clause.printed() in BARE_SECTIONS:
            self.read_bare_section()
        else:
            self.add(self.read_broken_title())

    def read_numberless(self, line):
        """Read a line without a number: a further row of the clause above, that of 7.5, or a word of a merged cell."""
        title, marks = split_marks(line)
        if title.startswith(ROW_OF_7_5):
            self.add(marks, Clause("7.5"))
        elif title and marks:
            self.add(marks)

    def read_bare_section(self):
        """Read the number of a section that has one row only: that of 7.5 comes by itself, that of 9.3 is lost."""
        if self.clause.section == "9.3":
            self.add("")

    def read_broken_title(self):
        """Read a title that stands on lines of its own, up to its marks or, in a row without marks, the next number."""
        for _ in range(MAX_TITLE_LINES):
            if is_number(self.lines[0].split(" ")[0]):
                break
            marks = split_marks(self.lines.popleft())[1]
            if marks:
                return marks
        return ""


def number_shared(rows):
    """Give the rows that share a clause their .1, .2, …."""
    shares = collections.Counter(row.id for row in rows)
    seen = collections.Counter()
    for row in rows:
        seen[row.id] += 1
        yield row._replace(id=f"{row.id}.{seen[row.id]}") if shares[row.id] > 1 else row


def read_matrix(text):
    """The rows of the matrix in the order of their sections, as (id, clause, marks from left to right)."""
    rows = number_shared(Reader(table_lines(text)).read())
    return sorted(rows, key=lambda row: [int(part) for part in row.clause.split(" ")[0].split(".")])
