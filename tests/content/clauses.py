# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lists the clauses of a source document, from its extracted text, under the names that catalogs print.

Only numbers are taken, never wording. A catalog whose document is read here has an entry in READERS; the list that the
reader gives is kept in tests/fixtures/clauses-CATALOG.txt, one clause a line, so that coverage can be checked where the
documents are not. Run by `/usr/bin/python3 tests/content/clauses.py CATALOG` where they are, it prints that list.
"""

import difflib
import glob
import os
import re
import sys

sys.dont_write_bytecode = True      # before the imports, so that no cache is left in the source tree

import source_runs  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "fixtures")
DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
PARENTHESIZED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
IROHA = "イロハニホヘト"
SUPPLEMENT = "附則"


class Articles:
    """Walks through a text of articles 第n条(のm), paragraphs, items ⑴ and points イ, and collects their names.

    A number counts only if it is the next one: the text breaks its lines anywhere, also before a number that belongs to
    a sentence.
    """

    def __init__(self):
        self.found = []
        self.base = None            # the article, or the supplement, that is being read
        self.article = (0, 0)
        self.supplements = 0
        self.first = 0              # where it begins in the list
        self.paragraph = self.item = self.point = 0

    def begin(self, base):
        """Begin an article or a supplement."""
        self.base, self.first = base, len(self.found)
        self.paragraph, self.item, self.point = 1, 0, 0
        self.found.append(base)

    def here(self):
        """The name of the current paragraph. The first has a number only once a second has come."""
        return self.base if self.paragraph == 1 else f"{self.base}第{self.paragraph}項"

    def read_heading(self, line):
        """Take a line that begins the next article, the next one between two, or a supplement."""
        given = re.match(r"第\s*([0-9]+)\s*条(?:の([0-9]+))?\s+\S", line)
        article = (int(given[1]), int(given[2] or 1)) if given else None
        if article in ((self.article[0] + 1, 1), (self.article[0], self.article[1] + 1)):
            self.article = article
            self.begin(f"第{given[1]}条" + (f"の{given[2]}" if given[2] else ""))
        elif re.fullmatch(r"附\s*則", line):
            self.supplements += 1
            self.begin(f"{SUPPLEMENT}{self.supplements}")
        else:
            return False
        return True

    def read_paragraph(self, line):
        """Take a line that begins the next paragraph; what was read of the article so far becomes its first."""
        given = re.match(r"([0-9]+)\s+\S", line)
        if not given or int(given[1]) != self.paragraph + 1:
            return False
        if self.paragraph == 1:
            for i in range(self.first, len(self.found)):
                self.found[i] = self.found[i].replace(self.base, f"{self.base}第1項", 1)
        self.paragraph, self.item, self.point = self.paragraph + 1, 0, 0
        self.found.append(self.here())
        return True

    def read_item(self, line):
        """Take a line that begins the next item, or the next point of an item."""
        if line[0] in PARENTHESIZED and PARENTHESIZED.index(line[0]) == self.item:
            self.item, self.point = self.item + 1, 0
            self.found.append(f"{self.here()}第{self.item}号")
        elif self.item and re.match(r"\S\s+\S", line) and line[0] == IROHA[self.point]:
            self.found.append(f"{self.here()}第{self.item}号{line[0]}")
            self.point += 1

    def read(self, text):
        """Read a text and return the names of its clauses in order."""
        for line in (line.strip().translate(DIGITS) for line in text.splitlines()):
            if line and not self.read_heading(line) and self.base and not self.read_paragraph(line):
                self.read_item(line)
        return self.found


def articles(text):
    """The clauses of a text of articles, to the finest: 第12条第3項第4号, and 附則1第2項 for its supplements."""
    return Articles().read(text)


def paragraphs(text):
    """The clauses of a notice of numbered paragraphs, which begin after 記, and their items: 第3項第2号."""
    found, paragraph, item = [], 0, 0
    for line in (line.strip().translate(DIGITS) for line in text.split("記 \n", 1)[1].splitlines()):
        given = re.match(r"([0-9]+)\s+\S", line)
        if given and int(given[1]) == paragraph + 1:
            paragraph, item = paragraph + 1, 0
            found.append(f"第{paragraph}項")
        elif paragraph and line and line[0] in PARENTHESIZED and PARENTHESIZED.index(line[0]) == item:
            item += 1
            found.append(f"第{paragraph}項第{item}号")
    return found


KANA = "アイウエオカキクケコサシスセソ"
BASIS = re.compile(r"\t(ガイドライン第9\(1\)[ア-エ]|情報セキュリティ基準第12\(1\)[ア-エ](?:\([ア-エ]\))?)$")


class FirstReport:
    """Walks through the notice on first reports: paragraphs with items (1) and points ア, the rows of its two charts by the
    clause that they rest on, the table of contact points, the fields and notes of the form, and the guide to it."""

    def __init__(self):
        self.found = []
        self.paragraph = self.item = self.point = self.field = self.note = 0

    def read_body(self, line):
        """Take a line that begins the next paragraph, item or point."""
        given = re.match(r"(?:- )?([0-9]+) \S", line)
        if given and int(given[1]) == self.paragraph + 1:
            self.paragraph, self.item, self.point = self.paragraph + 1, 0, 0
            self.found.append(f"第{self.paragraph}項")
        elif self.paragraph and line.startswith(f"({self.item + 1}) "):
            self.item, self.point = self.item + 1, 0
            self.found.append(f"第{self.paragraph}項第{self.item}号")
        elif self.item and re.match(f"(?:- )?{KANA[self.point]} ", line):
            self.found.append(f"第{self.paragraph}項第{self.item}号{KANA[self.point]}")
            self.point += 1

    def read_annex(self, line):
        """Take the row of a chart, the head of the table, a field or a note of the form, or its guide."""
        basis = BASIS.search(line)
        if basis:
            self.found.append(f"別図第{1 if basis[1].startswith('ガ') else 2} {basis[1]}")
        elif line.startswith("機関等\t"):
            self.found.append("付表")
        elif line.startswith(f"- ※{self.note + 1} "):
            self.note += 1
            self.found.append(f"様式 ※{self.note}")
        elif line == "(記入要領)":
            self.found.append("記入要領")
        for given in re.findall("[①-⑦]", line):
            if "①②③④⑤⑥⑦".index(given) == self.field:
                self.field += 1
                self.found.append(f"様式 {given}")

    def read(self, text):
        """Read a text and return the names of its clauses in order."""
        body, annex = text.split("添付書類", 1)
        for line in body.split("## 記", 1)[1].splitlines():
            self.read_body(line.strip())
        for line in annex.splitlines():
            self.read_annex(line.strip())
        return self.found


def first_report(text):
    """The clauses of the notice on first reports."""
    return FirstReport().read(text)


class Comparison:
    """Takes one edition out of a comparison table 新|旧, whose extracted text gives each page's left column, then its right.

    What marked a change on paper, underline and strike-through, is lost: each column also prints what only the other
    edition has. Which blocks those are was found by reading, from the numbers that would stand twice or not follow; they are
    listed in STRUCK, from a line that begins so to the next that begins so, within a part of the rules.
    """

    STRUCK = {
        "new": [("第9", "エ 再発防止", "エ 大規模"), ("第10", "(1) 情報システムの運用", "ア～ス"),
                ("第10", "(2) クラウドサービスを", "ソ "), ("第10", "(3) パブリック", "チ "),
                ("第10", "(2) 約款による", "(2) 外部サービスの選定"), ("第10", "5 ソーシャル", "4 職員等以外")],
        "old": [("第1部", "8 公社等", "8 職員等"), ("第6", "(8) 異なる", "(8) 持ち出し"), ("第7", "5 ソーシャル", "5 ユーザ"),
                ("第10", "1 業務委託", "1 外部委託先"), ("第10", "(2) 外部サービスの選定", "5 ソーシャル")],
    }
    # The signs of a clause, from the widest to the finest. A sign ends all that is finer.
    SIGNS = [re.compile(sign) for sign in (
        r"第[12]部(?=\s)", r"第\s?[0-9]+(?:～[0-9]+)?(?=\s)", r"[0-9]+(?:～[0-9]+)?(?=\s)",
        r"\([0-9]+\)(?:～\([0-9]+\))?", r"[①-⑳]", r"[ア-ン](?:～[ア-ン])?(?=\s)", r"\([ｱ-ﾝ]\)")]

    def __init__(self, edition):
        self.edition = edition
        self.struck = list(self.STRUCK[edition])
        self.until = None           # the line that ends what is struck
        self.path = [""] * len(self.SIGNS)
        self.found = []

    @staticmethod
    def pages(text):
        """The lines of each page. A page begins with one space before its first word."""
        page = []
        for line in text.splitlines():
            if re.match(r" \S", line):
                yield page
                page = []
            line = line.strip().translate(DIGITS)
            if line and line not in ("資料3－2", "新 旧"):
                page.append(line)
        yield page

    def column(self, page):
        """One column of a page: the halves are where both sides are most alike."""
        def likeness(split):
            return difflib.SequenceMatcher(None, "".join(page[:split]), "".join(page[split:]), False).quick_ratio() - \
                abs(len(page) - 2 * split) / (4 * len(page))
        splits = range(len(page) // 3, len(page) - len(page) // 3 + 1)
        split = max((split for split in splits if split), key=likeness, default=0)
        return page[:split] if self.edition == "new" else page[split:]

    def is_struck(self, line):
        """Whether the line belongs to the other edition."""
        if self.until and line.startswith(self.until):
            self.until = None
        elif not self.until:
            part = self.path[1] or self.path[0]
            for block in self.struck:
                if block[0] == part and line.startswith(block[1]):
                    self.until = block[2]
                    self.struck.remove(block)
                    break
        return self.until is not None

    def read_line(self, line):
        """Take a line: a clause if it begins with a sign."""
        for level, sign in enumerate(self.SIGNS):
            given = sign.match(line)
            if given and (level < 2 or self.path[0]):
                self.path[level:] = [given[0].replace(" ", "")] + [""] * (len(self.SIGNS) - level - 1)
                self.found.append(" ".join(part for part in self.path[1 if self.path[1] else 0:] if part))
                return

    def read(self, text):
        """Read a text and return the names of its clauses in order, up to the supplements."""
        for page in self.pages(text):
            for line in self.column(page) if page else []:
                if re.match(r"附\s*則", line):
                    return self.found
                if not self.is_struck(line):
                    self.read_line(line)
        return self.found


def new_edition(text):
    """The clauses of the new edition in a comparison table."""
    return Comparison("new").read(text)


def old_edition(text):
    """The clauses of the old edition in a comparison table."""
    return Comparison("old").read(text)


# catalog: the number with which the name of its source document begins, and what reads it
READERS = {"fukushima-2021": ("002", old_edition), "fukushima-2023": ("002", new_edition),
           "mod-contractor-incident-2020": ("001", first_report), "mod-external-services-2023": ("000", paragraphs),
           "osaka-2021": ("004", articles)}


def fixture_path(catalog):
    """Where the list of a catalog's clauses is kept."""
    return os.path.join(FIXTURES, f"clauses-{catalog}.txt")


def kept(catalog):
    """The list that is kept for a catalog, or None."""
    if not os.path.exists(fixture_path(catalog)):
        return None
    with open(fixture_path(catalog), encoding="utf-8") as file:
        return file.read().splitlines()


def read_source(catalog, folder):
    """The clauses of a catalog's source document in a folder."""
    number, read = READERS[catalog]
    paths = glob.glob(os.path.join(glob.escape(folder), f"{number}_*.txt"))
    if len(paths) != 1:
        raise FileNotFoundError(f"{folder} holds {len(paths)} documents {number}")
    with open(paths[0], encoding="utf-8") as file:
        return read(file.read())


def main(arguments):
    """Print the clauses of the source of the catalog named."""
    folder = source_runs.shared_folder()
    if len(arguments) != 1 or arguments[0] not in READERS:
        print(f"usage: clauses.py {'|'.join(READERS)}", file=sys.stderr)
        return 2
    if folder is None:
        print("the source documents are not here; set TENKEN_SHARED", file=sys.stderr)
        return 1
    print("\n".join(read_source(arguments[0], folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
