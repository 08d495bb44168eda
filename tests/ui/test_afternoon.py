#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The whole afternoon, in the window: the secretariat takes a roster in and sets a campaign up, staff answer, a manager sends
one paper back and closes the department, the plan goes out, through two other programs and back in, and the committee sees it.
Prints TAP; run it within tests/ui/session."""

import csv
import io
import json
import os
import subprocess
import sys

sys.dont_write_bytecode = True      # no cache in the source tree
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import openpyxl                                            # noqa: E402

from driver import Body, Desk, ctl, until             # noqa: E402
from tap import Tap                                         # noqa: E402
from tree import State                                      # noqa: E402

CATALOG = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "fixtures", "small-catalog.json")
DEPARTMENTS = ("department_id,name,parent_id", "d0,点検市,", "d1,総務課,d0", "d2,税務課,d0")
SECRETARY = "1001,事務 はじめ,d0,chief"
PEOPLE = ("person_id,name,department_id,roles", SECRETARY, "2001,課長 みどり,d1,manager;staff", "2002,一般 さくら,d1,staff",
          "2003,一般 あおい,d1,staff", "3001,課長 いずみ,d2,manager;staff", "3002,一般 ゆう,d2,staff", "9001,副市長 ひろし,d0,ciso")
# Everybody but 2002, who answers in the window, and 3002, who never does.
ANSWERS = ("person_id,role,control_id,answer,comment",
           "2001,manager,1.1-2,implemented,", "2001,staff,1.1-2,implemented,", "2001,staff,2.1-1,implemented,",
           "2001,staff,2.1-2.1,implemented,", "2001,manager,2.1-2.2,partial,一部の端末だけ",
           "2003,staff,1.1-2,partial,急ぐときに忘れる", "2003,staff,2.1-1,not_implemented,", "2003,staff,2.1-2.1,implemented,",
           "3001,manager,1.1-2,implemented,", "3001,staff,1.1-2,implemented,", "3001,staff,2.1-1,partial,",
           "3001,staff,2.1-2.1,implemented,", "3001,manager,2.1-2.2,implemented,", "9001,ciso,1.1-1,implemented,")
REMARK = "Please look at the screen lock again."
WHAT = "自動で閉じる設定を、全員の端末に入れる。 <b>&amp; =1+1"
TITLE = "Self-check of 2026"


class City(Body):
    """A store with the secretary alone in it, as it is on the first day, and the small catalog on the shelf."""

    def __init__(self):     # pylint: disable=super-init-not-called  # another body than the made-up one
        self.folder = os.path.join(os.environ["XDG_RUNTIME_DIR"], "afternoon")
        shelf = os.path.join(self.folder, "share", "tenken", "catalogs")
        os.makedirs(shelf)
        with open(CATALOG, encoding="utf-8") as source, open(os.path.join(shelf, "small.json"), "w", encoding="utf-8") as copy:
            copy.write(source.read())
        self.store = self.path("city.db")
        ctl("init", self.store, "--name=点検市")
        ctl("roster", "import", self.store, "--departments=" + self.write("departments.csv", DEPARTMENTS),
            "--people=" + self.write("first.csv", (PEOPLE[0], SECRETARY)))

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, lines):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        return self.path(name)

    def rows(self, *words):
        return json.loads(ctl(*words, "--format=json"))


class Afternoon:
    def __init__(self):
        self.city = City()
        os.environ["XDG_DATA_HOME"] = self.city.path("share")
        # GTK's own file dialog warns when the field for a path goes while it has the focus; that is not ours to mend.
        self.desk = Desk(self.city, environment={"XDG_DATA_HOME": self.city.path("share"), "G_DEBUG": "fatal-criticals"})
        self.reference = None

    def end(self):
        self.desk.stop()
        self.city.remove()

    # --- what people do again and again ---

    def choose_file(self, path):
        """In the dialog that asks for a file: a slash opens the field for a path."""
        self.desk.find(name="GtkFileChooserWidget")
        self.desk.key("slash")
        self.desk.type(path[1:])
        self.desk.key("Return")
        self.wait_for_dialog_to_go()

    def wait_for_dialog_to_go(self):
        until("the dialog to go", lambda: not self.desk.has("GtkFileChooserWidget"))

    def walk_to(self, name):
        """By the Tab key, as somebody without a mouse."""
        def arrived():
            focused = self.desk.focused()
            if focused is not None and (focused.name or "").startswith(name):
                return focused
            self.desk.step()
            return None
        return until(f"the focus on “{name}”", arrived)

    def fill(self, name, text):
        """Types into the field of this name."""
        field = self.walk_to(name)
        self.desk.key("ctrl+a")
        self.desk.type(text)
        until(f"“{text}” in “{name}”", lambda: self.text_of(field) == text)

    @staticmethod
    def text_of(node):
        return node.get_text()

    def press(self, name):
        self.desk.press(name=name)

    def decide(self, name):
        """Presses the answer of a dialog. libadwaita names such a button by its label and, once more, by the label in it."""
        self.press(f"{name} {name}")

    def see(self, text):
        """Looks for a text in the tables, too."""
        self.desk.tables = True
        node = self.desk.wait_for_text(text)
        self.desk.tables = False
        return node

    def sees(self, text):
        self.desk.tables = True
        seen = self.desk.has(text)
        self.desk.tables = False
        return seen

    def sign_in(self, person, place=None):
        self.desk.sign_in(person)
        if place is not None:
            self.desk.wait_for_places()
            self.desk.go(place)

    # --- the secretariat ---

    def take_roster_in(self):
        """From two CSV files, with a preview: one bad row first, and nothing is taken in."""
        bad = self.city.write("bad.csv", (*PEOPLE, "4001,余分 な人,d9,staff"))
        good = self.city.write("people.csv", PEOPLE)
        departments = self.city.path("departments.csv")
        self.sign_in("1001", "Roster")
        self.press("Import a roster…")
        self.choose_rosters(departments, bad)
        self.press("Preview")
        self.see("d9")
        if self.city.query("SELECT count(*) AS n FROM person")[0]["n"] != 1:
            yield "a roster with a bad row was taken in"
        self.press("Choose other files")
        self.choose_rosters(departments, good)
        self.press("Preview")
        self.desk.wait_for_text("People: 6 new")
        self.press("Import")
        self.desk.wait_for_text("3 departments and 7 people")
        if self.city.query("SELECT count(*) AS n FROM person WHERE active = 1")[0]["n"] != 7:
            yield "the people of the file are not in the roster"

    def choose_rosters(self, *paths):
        for number, path in enumerate(paths):
            until("a button to choose a file by", lambda place=number: [
                node for node in self.desk.nodes("push button") if node.name == "Choose…"][place].act())
            self.choose_file(path)

    def set_campaign_up(self):
        """By the assistant, from the first step to the opened campaign."""
        self.desk.go("Campaigns")
        self.press("Set a new one up")
        until("the small catalog", lambda: self.desk.find(starts="Small catalog for tests").act())
        self.fill("Id, such as 2026", "2026")
        self.fill("Title that people see", TITLE)
        for _step in range(4):
            self.press("Next")
        self.desk.wait_for_text("What people will see")
        if self.city.query("SELECT count(*) AS n FROM campaign")[0]["n"] != 0:
            yield "there is a campaign before the last step"
        self.press("Next")
        self.press("Open it now")
        until("the campaign to be open", lambda: self.city.query("SELECT state FROM campaign") == [{"state": "open"}])
        self.desk.sign_out()

    # --- staff ---

    def staff_answer(self):
        """One in the window, by keys; the others by a file."""
        self.sign_in("2002")
        self.desk.wait_for_focus("Begin")
        self.desk.key("Return")
        for key in "121":
            self.answer(key)
        self.hand_in()
        ctl("answers", "import", self.city.store, "2026", self.city.write("answers.csv", ANSWERS))
        yield from self.check_states({"2001": "submitted", "2002": "submitted", "2003": "submitted", "3001": "submitted",
                                      "3002": "draft", "9001": "submitted"})

    def answer(self, key):
        before = len(self.city.query("SELECT duty FROM answer"))
        self.desk.key(key)
        until("the answer on the disk", lambda: len(self.city.query("SELECT duty FROM answer")) == before + 1)
        self.desk.key("ctrl+Return")

    def hand_in(self):
        self.desk.wait_for_text("Check before handing in")
        self.press("Go on to the result")
        self.press("Hand in")
        self.desk.wait_for_text("Thank you. It is handed in.")
        self.desk.press(starts="Sign out")
        self.desk.wait_for_focus("Begin")

    def check_states(self, expected):
        found = {row["id"]: row["state"] for row in self.city.query(
            "SELECT p.id, q.state FROM questionnaire q JOIN person p ON p.no = q.person_no")}
        if found != expected:
            yield f"the questionnaires are {found}, not {expected}"

    # --- the manager ---

    def manager_compiles(self):
        """Sends one paper back, gets it again, accepts all, and closes the department. The other department is not there."""
        self.sign_in("2001", "Handing in")
        self.see("一般 さくら")
        if self.sees("一般 ゆう"):
            yield "a manager sees somebody of another department"
        self.open_paper("2002")
        self.desk.wait_for_text("reference code")
        self.press("Send back…")
        until("the focus in the remark", self.in_text)
        self.desk.type(REMARK)
        self.decide("Send back")
        until("the paper to be returned", lambda: self.state_of("2002") == "returned")
        self.desk.sign_out()

        self.sign_in("2002")
        self.desk.wait_for_text(REMARK)
        self.press("Go on to the check")
        self.hand_in()

        self.sign_in("2001", "Handing in")
        self.press("Accept all…")
        self.decide("Accept all")
        until("all but the own to be accepted", lambda: (self.state_of("2002"), self.state_of("2003")) == ("accepted", "accepted"))
        if self.state_of("2001") != "submitted":
            yield "a manager accepted the own paper"
        self.press("Close the department…")
        self.decide("Close it")
        until("the department to be closed", lambda: self.city.query("SELECT count(*) AS n FROM department_closing")[0]["n"] == 1)
        self.desk.sign_out()

    def in_text(self):
        """A dialog has a focus of its own, beside that of the window below it."""
        return any(node.has(State.FOCUSED) for node in self.desk.nodes("text"))

    def open_paper(self, name):
        self.see(name)
        self.fill("Show only rows with this text", name)
        self.desk.tables = True
        until(f"the row of {name}", lambda: self.row_has_focus(name))
        self.desk.tables = False
        self.desk.key("Return")

    def row_has_focus(self, name):
        focused = self.desk.focused()
        if focused is not None and focused.role == "table row" and focused.name.startswith(name):
            return True
        self.desk.step()
        return False

    def state_of(self, person):
        return self.city.query("SELECT q.state FROM questionnaire q JOIN person p ON p.no = q.person_no "
                               f"WHERE p.id = '{person}'")[0]["state"]

    # --- the plan ---

    def plan_goes_round(self):
        """Proposed from the gaps, written, edited by two programs, previewed and taken in."""
        self.sign_in("1001", "Improvement plan")
        self.press("Propose from gaps…")
        self.desk.press(starts="Add ")
        until("actions", self.actions)
        out, back = self.city.path("plan.xlsx"), self.city.path("edited")
        self.press("Export workbook…")
        self.save_file(out)
        until("the workbook", lambda: os.path.exists(out))
        edit(out, WHAT)
        convert(out, back)
        self.press("Read workbook…")
        self.choose_file(os.path.join(back, "plan.xlsx"))
        self.desk.wait_for_text("What the workbook changes")
        if self.is_edited():
            yield "the plan changed before anybody said so"
        self.press("Take in")
        until(lambda: f"the plan as it was edited; it is {self.actions()}", self.is_edited)
        self.desk.sign_out()

    def actions(self):
        return self.city.rows("plan", "list", self.city.store, "2026")

    def is_edited(self):
        return any(action["what"] == WHAT for action in self.actions())

    def save_file(self, path):
        self.desk.find(name="GtkFileChooserWidget")
        self.desk.key("ctrl+a")
        self.desk.type(path)
        self.desk.key("Return")
        self.wait_for_dialog_to_go()

    # --- the committee ---

    def committee_sees(self):
        """The same figure as the command line, and the plan as it came back."""
        self.sign_in("9001", "Standing")
        score = self.city.rows("score", self.city.store, "2026", "--by=organisation")[0]["score"]
        self.desk.wait_for_text(f"{score:.1f}")
        self.desk.go("Improvement plan")
        self.see(WHAT)
        for name in ("一般 さくら", "一般 あおい"):
            if self.sees(name):
                yield f"the committee sees the name {name}"
        self.desk.sign_out()
        done = ctl("verify", self.city.store)
        if "sound" not in done:
            yield done


def edit(path, what):
    """As somebody does with openpyxl: the first action says something else."""
    book = openpyxl.load_workbook(path)
    sheet = next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
    header = next(row for row in sheet.iter_rows() if any(cell.value == "実施すること" for cell in row))
    column = next(cell.column for cell in header if cell.value == "実施すること")
    sheet.cell(header[0].row + 1, column).value = what
    book.save(path)


def convert(path, folder):
    """As LibreOffice saves it again."""
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}-profile", "--convert-to", "xlsx", "--outdir",
                    folder, path], check=True, timeout=180, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    tap = Tap()
    afternoon = Afternoon()
    try:
        for name, part in (("the secretariat takes the roster in", afternoon.take_roster_in),
                           ("the secretariat sets the campaign up", afternoon.set_campaign_up),
                           ("staff answer", afternoon.staff_answer),
                           ("a manager returns a paper and closes the department", afternoon.manager_compiles),
                           ("the plan goes out and comes back", afternoon.plan_goes_round),
                           ("the committee sees it", afternoon.committee_sees)):
            tap.run(name, part)
            if tap.failures:
                tap.point("what was on the screen", [afternoon.desk.describe(), afternoon.desk.read_log()])
                break
    finally:
        afternoon.end()
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
