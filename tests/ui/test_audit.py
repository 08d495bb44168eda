#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""An audit in the window: the audit chief plans it, somebody of the audited department is refused as its auditor, the committee
approves it, an auditor writes a work paper and a finding, the department answers, another one is asked, and the follow-up closes
it.  Prints TAP; run it within tests/ui/session."""

import csv
import json
import os
import sys

sys.dont_write_bytecode = True      # no cache in the source tree
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from driver import Body, Desk, ctl, until                  # noqa: E402
from tap import Tap                                         # noqa: E402
from tree import State                                      # noqa: E402

DEPARTMENTS = ("department_id,name,parent_id", "d0,点検市,", "d1,総務課 Soumu,d0", "d2,税務課 Zeimu,d0", "d3,監査室,d0")
PEOPLE = ("person_id,name,department_id,roles", "1001,事務 はじめ,d0,chief", "2001,課長 みどり,d1,manager;staff", "2002,一般 さくら,d1,staff",
          "3001,課長 いずみ,d2,manager;staff", "7001,統括 かんさ,d3,audit-chief", "9001,副市長 ひろし,d0,ciso")
CATALOG = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "fixtures", "small-catalog.json")
ANSWERS = ("person_id,role,control_id,answer,comment",
           "2001,staff,2.1-1,implemented,", "2002,staff,2.1-1,implemented,", "3001,staff,2.1-1,partial,")
TITLE = "Regular audit"
FINDING = "Screens stay open <b>&amp; =1+1"
EVIDENCE = "photo.png"


class City(Body):
    """A small body with a campaign under way."""

    def __init__(self):     # pylint: disable=super-init-not-called  # another body than the made-up one
        self.folder = os.path.join(os.environ["XDG_RUNTIME_DIR"], "audit")
        shelf = os.path.join(self.folder, "share", "tenken", "catalogs")
        os.makedirs(shelf)
        with open(CATALOG, encoding="utf-8") as source, open(os.path.join(shelf, "small.json"), "w", encoding="utf-8") as copy:
            copy.write(source.read())
        os.environ["XDG_DATA_HOME"] = self.path("share")
        self.store = self.path("city.db")
        ctl("init", self.store, "--name=点検市")
        ctl("roster", "import", self.store, "--departments=" + self.write("departments.csv", DEPARTMENTS),
            "--people=" + self.write("people.csv", PEOPLE))
        ctl("campaign", "create", self.store, "2026", "--catalog=small", "--title=Self-check")
        ctl("campaign", "open", self.store, "2026")
        ctl("answers", "import", self.store, "2026", self.write("answers.csv", ANSWERS))
        with open(self.path(EVIDENCE), "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xaeB`\x82")

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, lines):
        with open(self.path(name), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(csv.reader(lines))
        return self.path(name)


class Audit:
    def __init__(self):
        self.city = City()
        self.desk = Desk(self.city, environment={"XDG_DATA_HOME": self.city.path("share"), "G_DEBUG": "fatal-criticals"})

    def end(self):
        self.desk.stop()
        self.city.remove()

    # --- what people do again and again ---

    def sign_in(self, person, place):
        self.desk.sign_in(person)
        self.desk.wait_for_places()
        self.desk.go(place)

    def press(self, name):
        self.desk.press(name=name)

    def press_in_dialog(self, name):
        """The button of this name that can be pressed now and stands last in the tree: dialogs come after the window."""
        def do():
            found = [node for node in self.desk.nodes("push button") if node.name == name]
            return found and found[-1].act()
        until(f"“{name}” to be pressed", do)

    def wait_for_dialog(self):
        until("a dialog", lambda: self.desk.app.windows > 1)

    def wait_for_dialog_to_go(self):
        until("the dialog to go", lambda: self.desk.app.windows == 1)

    def walk_to(self, fits, what, key="Tab"):
        """As a keyboard user does. A dialog has a focus of its own, beside that of the window below it."""
        def arrived():
            if any(node.has(State.FOCUSED) and fits(node.name or "") for node in self.desk.walk()):
                return True
            self.desk.step(key)
            return False
        until(f"the focus on “{what}”", arrived)

    def fill(self, name, text):
        """Types into the field of this name."""
        self.walk_to(lambda found: found == name, name)
        self.desk.key("ctrl+a")
        self.desk.type(text)

    def choose(self, pick, *texts):
        """Opens a list of choices, types a part of each and takes the first one that is found."""
        self.walk_to(lambda name: name.startswith(f"{pick}: "), pick)
        self.desk.key("space")
        self.walk_to(lambda name: name == "Search", "Search")
        for typed, found in texts:
            self.desk.key("ctrl+a")
            self.desk.type(typed)
            until(f"{found} to be chosen", lambda found=found: [
                node for node in self.desk.nodes("check box") if found in (node.name or "")][0].act())
        self.desk.key("Escape")

    def see(self, text):
        """Looks for a text in the tables, too."""
        self.desk.tables = True
        node = self.desk.wait_for_text(text)
        self.desk.tables = False
        return node

    def open_row(self, text):
        """Filters the table by a text, walks to the row and opens it."""
        self.see(text)
        self.fill("Show only rows with this text", text)
        self.desk.tables = True
        until(f"the row of {text}", self.row_has_focus)
        self.desk.tables = False
        self.desk.key("Return")

    def row_has_focus(self):
        focused = self.desk.focused()
        if focused is not None and focused.role == "table row":
            return True
        self.desk.step()
        return False

    def audits(self):
        return json.loads(ctl("audit", "list", self.city.store, "2026", "--format=json"))

    def state(self):
        return self.audits()[0]["state"]

    # --- the plan ---

    def plan_is_drafted(self):
        """First with an auditor of the audited department, whom the library refuses; then with an independent one."""
        self.sign_in("7001", "Audit plans")
        self.press("Plan a new one…")
        self.wait_for_dialog()
        self.fill("Title of the audit", TITLE)
        self.fill("Purpose", "To see whether answers are true")
        self.choose("Departments that are audited", ("Soumu", "総務課"))
        self.choose("Controls that are audited", ("2.1 (1)", "2.1 (1)"))
        self.choose("Auditors", ("2002", "さくら"))
        self.desk.wait_for_text("belongs to “総務課 Soumu”, and cannot audit it.")
        self.press_in_dialog("Save the plan")
        self.desk.wait_for_text("“2002” belongs to the department")
        if self.audits():
            yield "an auditor of the audited department was taken"
        self.choose("Auditors", ("2002", "さくら"), ("7001", "かんさ"))
        self.fill("First day of the audit", "2026-11-02")
        self.fill("Last day of the audit", "2026-11-30")
        self.fill("Method", "Looking and asking")
        self.press_in_dialog("Save the plan")
        until("the plan to be stored", self.audits)
        self.wait_for_dialog_to_go()
        self.press("Submit to the committee…")
        self.wait_for_dialog()
        self.press_in_dialog("Submit")
        until("the plan to be submitted", lambda: self.state() == "submitted")
        self.desk.sign_out()

    def plan_is_approved(self):
        self.sign_in("9001", "Audit")
        self.desk.press(starts=TITLE)
        self.press("Approve the plan…")
        self.wait_for_dialog()
        self.press_in_dialog("Approve")
        until("the plan to be approved", lambda: self.state() == "approved")
        self.desk.sign_out()
        return []

    # --- what is seen ---

    def paper_is_written(self):
        self.sign_in("7001", "Audit plans")
        self.desk.press(starts=TITLE)
        self.press("Start the audit…")
        self.wait_for_dialog()
        self.press_in_dialog("Start")
        until("the audit to start", lambda: self.state() == "under_way")
        self.wait_for_dialog_to_go()
        self.desk.go("Work papers")
        self.open_row("Soumu")
        self.press("Write the work paper…")
        self.wait_for_dialog()
        self.fill("What was seen", "Three of four screens were open")
        self.fill("Evidence", "A photograph")
        self.fill("Cause", "Nobody sets it")
        self.choose_verdict("Minor nonconformity")
        self.press_in_dialog("Save")
        self.wait_for_dialog_to_go()
        self.desk.wait_for_text("Three of four screens were open")
        if self.city.query("SELECT count(*) AS n FROM work_paper")[0]["n"] != 1:
            yield "the work paper is not in the store"

    def choose_verdict(self, word):
        """In the list of verdicts, by keys."""
        self.walk_to(lambda name: name.startswith("Verdict"), "Verdict", "shift+Tab")
        self.desk.key("space")
        for _step in range(3):
            self.desk.key("Down")
        self.desk.key("Return")
        self.desk.wait_for_text(word)

    def file_is_attached(self):
        """By the name of the file; one of a kind that is not taken is refused."""
        bad = self.city.write("note.exe", ("x",))
        self.press("Attach a file…")
        self.wait_for_dialog()
        self.fill("File", bad)
        self.press_in_dialog("Attach")
        self.desk.wait_for_text("note.exe")
        self.fill("File", self.city.path(EVIDENCE))
        self.press_in_dialog("Attach")
        self.wait_for_dialog_to_go()
        self.desk.wait_for_text(EVIDENCE)
        if self.city.query("SELECT count(*) AS n FROM attachment")[0]["n"] != 1:
            yield "not just the one good file is attached"

    def finding_is_told(self):
        self.press("New finding…")
        self.wait_for_dialog()
        self.fill("Title of the finding", FINDING)
        self.fill("Recommendation", "Set it by default")
        self.fill("To be put right by", "2026-12-31")
        self.press_in_dialog("Save")
        self.wait_for_dialog_to_go()
        self.desk.find("heading", name=FINDING)
        self.press("Tell the department…")
        self.wait_for_dialog()
        self.press_in_dialog("Tell the department")
        self.wait_for_dialog_to_go()
        self.desk.wait_for_text("Issued")
        self.press("Ask other departments…")
        self.wait_for_dialog()
        self.fill("What they are to look for", "Do screens stay open?")
        self.choose("Departments to be asked", ("Zeimu", "税務課"))
        self.fill("To be answered by", "2026-12-20")
        self.press_in_dialog("Ask them")
        self.wait_for_dialog_to_go()
        self.desk.wait_for_text("税務課 Zeimu: Not answered")
        self.desk.sign_out()
        return []

    # --- the departments ---

    def department_answers(self):
        self.sign_in("2001", "Audit findings")
        self.open_row("Screens stay open")
        self.press("Answer…")
        self.wait_for_dialog()
        self.fill("What the department says to it", "It is so")
        self.fill("What will be done", "The setting is given out")
        self.fill("Until when", "2026-12-10")
        self.press_in_dialog("Send the answer")
        self.wait_for_dialog_to_go()
        self.desk.wait_for_text("It is so")
        if self.desk.has("税務課"):
            yield "the department reads whom else it was asked of"
        self.desk.sign_out()

    def other_department_confirms(self):
        self.sign_in("3001", "Audit findings")
        self.open_row("Do screens stay open?")
        if self.desk.has(FINDING) or self.desk.has("総務課"):
            yield "the department reads whose finding it was"
        self.press("Answer…")
        self.wait_for_dialog()
        self.fill("What was looked at, and what was found", "All close by themselves")
        self.press_in_dialog("Send the answer")
        self.wait_for_dialog_to_go()
        self.desk.wait_for_text("税務課 Zeimu: No problem")
        self.desk.sign_out()

    # --- the end ---

    def step(self, name, go, state):
        """Takes the audit a step further."""
        self.press(name)
        self.wait_for_dialog()
        self.press_in_dialog(go)
        until(f"the audit to be {state}", lambda: self.state() == state)
        self.wait_for_dialog_to_go()

    def follow_up_closes(self):
        self.sign_in("7001", "Audit plans")
        self.desk.press(starts=TITLE)
        self.press("Write the result as a whole…")
        self.wait_for_dialog()
        self.fill("Result as a whole", "Screens are the weak point")
        self.press_in_dialog("Save")
        self.wait_for_dialog_to_go()
        self.desk.wait_for_text("Screens are the weak point")
        self.step("Report to the committee…", "Report", "reported")
        self.desk.go("Follow-up")
        self.open_row("Screens stay open")
        self.press("Follow up…")
        self.wait_for_dialog()
        self.fill("What was seen", "All of them close now")
        self.press_in_dialog("Save")
        self.wait_for_dialog_to_go()
        self.desk.wait_for_text("Follow-up audit: Improved")
        self.desk.go("Audit plans")
        # The list comes in place of the audit that was looked at last, which stands there until it has been read.
        self.desk.press(starts=TITLE)
        self.step("Close the audit…", "Close the audit", "closed")
        self.desk.sign_out()
        done = ctl("verify", self.city.store)
        if "sound" not in done:
            yield done


def main():
    tap = Tap()
    audit = Audit()
    try:
        for name, part in (("the plan is drafted, and an auditor of the audited is refused", audit.plan_is_drafted),
                           ("the committee approves the plan", audit.plan_is_approved),
                           ("a work paper is written", audit.paper_is_written),
                           ("a file is attached", audit.file_is_attached),
                           ("the department is told of a finding, another one is asked", audit.finding_is_told),
                           ("the department answers", audit.department_answers),
                           ("the other department confirms", audit.other_department_confirms),
                           ("the follow-up closes it, and the audit ends", audit.follow_up_closes)):
            tap.run(name, part)
            if tap.failures:
                tap.point("what was on the screen", [audit.desk.describe(), audit.desk.read_log()])
                break
    finally:
        audit.end()
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
