#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Applications and reports, in the window: a service with generative AI goes from the application to the notice through
the hands of two people, who applies cannot approve, and the first report of an incident is phoned, sent and read as text.
Who holds no right but a role that a form asks for applies for an exception from beside the own self-check, sees it permitted
while the window stays open, and nothing of what others applied for; a deputy without a right decides; an exception ends in the
middle of the campaign, and the answer that rested on it is seen and mended; nobody else has a way in.
Prints TAP; run it within tests/ui/session."""

import os
import re
import sqlite3
import sys

sys.dont_write_bytecode = True      # no cache in the source tree
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))

from driver import Desk, Vain, ctl, until               # noqa: E402
from tap import Tap                                     # noqa: E402
from test_afternoon import Afternoon                    # noqa: E402
from tree import State                                  # noqa: E402

# The applicant holds the role that approves, too.
PEOPLE = ("person_id,name,department_id,roles", "1001,事務 はじめ,d0,chief", "2001,課長 みどり,d1,manager;chief;staff",
          "2002,一般 さくら,d1,staff", "2004,課長 かえで,d1,manager", "3001,運用 まもる,d2,system-manager;staff", "3002,規則 ただし,d2,related-rules",
          "3003,代理 けい,d2,related-rules", "9001,副市長 ひろし,d0,ciso")
EXCEPTION = "Application for an exception"
TO_RECORDS = "Applications"
CHOICES = ("Kind of service: Translation", "Kind of service: Generative AI", "Way of using it: From our own systems")
ANSWERS = ("Is it procured?: No", "Is business data handled?: No", "Do people of contracted companies use it too?: No",
           "Beginning: It was in use before the notice came into force")
TEXTS = {"name": "Drafting helper", "provider": "Example Inc.", "purpose": "Faster drafts", "scope": "Public notices", "contents": "Published text", "users": "5",
         "ai_part": "Drafts of notices", "ai_inputs": "Published text; staff edit what comes"}
# The entries of the document's example.
EXAMPLE = {"body": "atla", "event": "server", "company": "○○(株) ○○事業所", "contact": "○○課 ○○", "phone": "03-○○○○-○○○○",
           "extension": "○○○○", "content": "a", "details": "○○に関するデータの流出の可能性あり", "measures": "a;b;c", "notified_to": "npa",
           "other_measure": "社内対策会議を緊急召集", "contracts": "a;b", "contract_a": "○○式○○に関する契約", "office_a": "装備庁○○官",
           "contract_b": "○○の補用品", "office_b": "陸自○○補給処"}


def notation():
    """The example as the document prints it; the test of the forms compares it with the document."""
    with open(os.path.join(os.path.dirname(HERE), "unit", "test-shipped-forms.c"), encoding="utf-8") as file:
        return "".join(re.findall('"([^"]*)"', re.search(r"notation\[\] =(.*?);", file.read(), re.DOTALL)[1]))


class Records(Afternoon):
    def __init__(self):
        super().__init__()
        self.service = self.incident = self.exception = None
        ctl("roster", "import", self.city.store, "--departments=" + self.city.path("departments.csv"),
            "--people=" + self.city.write("people.csv", PEOPLE))

    def list(self):
        return self.city.rows("record", "list", self.city.store)

    def state_of(self, record):
        return next(row["state"] for row in self.list() if row["record"] == record)

    def offers(self, starts):
        """Whether a button is there. A tree that changes while it is read is read again."""
        names = until("a tree that stays while it is read", lambda: [node.name or "" for node in self.desk.nodes("push button")])
        return any(name.startswith(starts) for name in names)

    @staticmethod
    def choose(there, *names):
        """There are hundreds of things on a form: they are looked for once."""
        for name in names:
            there[name].act()

    def begin(self, title):
        """Begins a record; returns its number once its page is there."""
        before = {row["record"] for row in self.list()}
        self.press(f"New: {title}")
        record = until("a new record", lambda: ({row["record"] for row in self.list()} - before or {None}).pop())
        self.desk.wait_for_text(record)
        return record

    def open(self, record):
        self.desk.go("Applications")
        self.see(record)
        self.fill("Show only rows with this text", record)
        self.desk.tables = True
        until(f"the row of {record}", lambda: self.row_has_focus(record))
        self.desk.tables = False
        self.desk.key("Return")
        titles = {self.service: "Application to use", self.incident: "First report", self.exception: EXCEPTION}
        self.desk.find("heading", holds=titles[record])

    def take(self, step, state=None, **texts):
        """A step, by its button and its dialog."""
        self.press(step)
        until(f"the dialog “{step}”", self.find_dialog)
        for name, text in texts.items():
            self.type_in_dialog(name, text)
        until(f"“{step}” to be taken", lambda: next(
            (node for node in self.find_dialog().walk() if node.role == "push button" and node.name == step), None).act())
        self.wait_for_dialog_to_go()
        if state is not None:
            record = self.exception or self.incident or self.service
            until(f"the state “{state}”", lambda: self.state_of(record) == state)

    def wait_for_dialog_to_go(self):
        until("the dialog to go", lambda: self.desk.app.windows == 1)

    def find_dialog(self):
        windows = self.desk.find_windows()
        return windows[1] if len(windows) == 2 else None

    def type_in_dialog(self, name, text):
        """By the Tab key, to the field of this name."""
        def arrived():
            focused = [node for node in self.find_dialog().walk() if node.has(State.FOCUSED)]
            if focused and (focused[-1].name or "") == name.replace("_", " "):
                return True
            self.desk.step()
            return False
        until(f"the focus on “{name}”", arrived)
        self.desk.key("ctrl+a")
        self.desk.type(text)

    # --- the service ---

    def applies(self):
        """The applicant fills the form in the window: what is asked follows what is chosen, what is forbidden is said at once."""
        self.sign_in("2001", "Applications")
        self.service = self.begin("Application to use an external service")
        there = {node.name: node for node in self.desk.nodes() if node.name}
        if "What the generative AI does" in there:
            yield "the branch of generative AI is there before it is chosen"
        self.choose(there, *CHOICES)
        self.desk.wait_for_text("What the generative AI does")
        self.choose(there, "Is business data handled?: Yes")
        self.desk.wait_for_text("may not be handled in an external service")
        self.choose(there, *ANSWERS, *(name for name in there if name.endswith(": ✓ Met")))
        self.desk.wait_for_text("Saved at")
        self.press("Apply")
        self.desk.wait_for_text("still to be filled in or mended")
        self.desk.sign_out()
        ctl("record", "set", self.city.store, self.service, "--by=2001", *(f"{field}={text}" for field, text in TEXTS.items()))
        self.sign_in("2001", "Applications")
        self.open(self.service)
        self.take("Apply", "applied")

    def cannot_approve(self):
        """Who applied holds the role, and is offered no decision; the library refuses it as well."""
        self.desk.wait_for_text("somebody else decides")
        if self.offers("Approve") or self.offers("Do not approve"):
            yield "who applied is offered the decision"
        self.desk.sign_out()
        try:
            ctl("record", "step", self.city.store, self.service, "approve", "--by=2001", "decision_reason=x")
            yield "who applied approved on the command line"
        except Vain as fault:
            if "two people" not in str(fault):
                yield f"refused for another reason: {fault}"

    def is_decided(self):
        """Advice and the report to the AI strategy team come before the decision; then the result is told."""
        self.sign_in("1001", "Applications")
        self.open(self.service)
        self.take("Record that advice was asked for")
        self.take("Record the advice", **{"The advice": "Keep the settings narrow"})
        if self.offers("Approve"):
            yield "it can be approved before it is reported"
        self.take("Record the report to the AI strategy team")
        self.take("Approve", "approved", Reasons="Terms and place were checked")
        self.take("Record that the result was told")
        self.desk.sign_out()
        steps = [row["step"] for row in self.city.rows("record", "show", self.city.store, self.service, "--of=step")]
        if steps != ["apply", "ask_advice", "advise", "report_ai", "approve", "notify"]:
            yield f"the steps are {steps}"

    # --- the incident ---

    def reports(self):
        """The numbers stand first; the call is recorded before the form is sent; the text is that of the document's example."""
        self.sign_in("2001", "Applications")
        self.incident = self.begin("First report of an incident")
        self.desk.sign_out()
        learnt = self.city.query("SELECT date('now', 'localtime') AS d")[0]["d"] + "T09:05"
        ctl("record", "set", self.city.store, self.incident, "--by=2001", f"learnt={learnt}",
            *(f"{field}={text}" for field, text in EXAMPLE.items()))
        self.sign_in("2001", "Applications")
        self.open(self.incident)
        for number in ("03-3268-3111", "080-8420-0628"):
            self.desk.wait_for_text(number)
        if self.offers("Record that the report was sent"):
            yield "it can be sent before anybody was called"
        text = notation()
        until("the short text of the example", lambda: any(
            node.name == text or self.text_or_none(node) == text for node in self.desk.nodes("label")))
        self.desk.sign_out()
        ctl("record", "step", self.city.store, self.incident, "call", "--by=2001", "called=Duty officer", f"called_at={learnt}")
        self.sign_in("2001", "Applications")
        self.open(self.incident)
        self.desk.find("push button", name="Record that the report was sent")
        ctl("record", "step", self.city.store, self.incident, "send", "--by=2001", "sent_by=text")
        if ctl("record", "text", self.city.store, self.incident).strip() != text:
            yield "the command line prints another text"
        self.desk.sign_out()
        done = ctl("verify", self.city.store)
        if "sound" not in done:
            yield done

    # --- without a right ---

    def opens_campaign(self):
        """From now on there is a self-check to begin with."""
        ctl("campaign", "create", self.city.store, "2026", "--catalog=mic-2020", "--title=Self-check")
        ctl("campaign", "open", self.city.store, "2026")

    def places(self):
        side = self.desk.find(name="Places", role=None)
        return [node.name for node in side.walk() if node.role == "push button" and node.name]

    def names_control(self, typed):
        self.walk_to("Controls that cannot be kept")
        self.desk.key("space")
        until("the focus in the list", lambda: self.desk.focused().name == "Search")
        self.desk.type(typed)
        self.desk.find("check box", starts=typed)
        self.desk.key("Return")
        self.desk.find(starts=f"Controls that cannot be kept: {typed}")
        self.desk.key("Escape")

    def applies_without_right(self):
        """From the self-check to the own applications: nothing else is there, and nothing of anybody else’s."""
        self.opens_campaign()
        self.desk.sign_in("3001")
        self.press(TO_RECORDS)
        self.desk.wait_for_places()
        if self.places() != ["Applications", "Own self-check", "Sign out"]:
            yield f"the places are {self.places()}"
        for name in ("Campaign", "Department", "Office", "Search", "Exceptions"):
            if self.offers(name):
                yield f"there is “{name}”"
        self.desk.find("push button", name=f"New: {EXCEPTION}")
        for record in (self.service, self.incident):
            if self.sees(record):
                yield f"the record {record} of somebody else is seen"
        self.desk.visit_own_check(lambda: self.desk.find("push button", name="Begin"), TO_RECORDS)
        self.exception = self.begin(EXCEPTION)
        self.names_control("5.4 (3)")
        self.desk.wait_for_text("Saved at")
        self.desk.sign_out()
        ends = self.city.query("SELECT date('now', 'localtime', '+100 days') AS d")[0]["d"]
        ctl("record", "set", self.city.store, self.exception, "--by=3001", "reason=Old machine", "substitute=The room is locked", f"ends={ends}",
            "urgent=no")
        self.desk.sign_in("3001")
        self.press(TO_RECORDS)
        self.open(self.exception)
        self.take("Apply", "submitted")
        self.desk.wait_for_text("Waiting for a decision")

    def sees_it_permitted(self):
        """The CISO decides at another window; the applicant touches nothing and reads it, and sees it in the list."""
        applicant = self.desk
        self.desk = Desk(self.city, environment={"XDG_DATA_HOME": self.city.path("share")})
        try:
            self.sign_in("9001", "Applications")
            self.open(self.exception)
            self.take("Permit", "approved")
        finally:
            self.desk.stop()
            self.desk = applicant
        self.desk.wait_for_text("Permitted")
        if self.offers("Permit"):
            yield "the applicant is offered the decision"
        self.desk.go("Applications")
        self.see("Permitted")
        self.desk.sign_out()

    def names_deputy(self, holder, person, called):
        """Whoever holds the role does, at the own desk."""
        self.sign_in(holder, "Applications")
        self.press("Deputies")
        self.press("Name a deputy…")
        until("the dialog", lambda: self.desk.app.windows == 2)
        self.type_in_dialog("Staff_number", person)
        self.press("Name the deputy")
        until("the dialog to go", lambda: self.desk.app.windows == 1)
        self.see(called)
        self.desk.sign_out()

    def deputy_decides(self):
        """Who stands in for the CISO, holds no right and is asked nothing comes to what waits for a decision at once."""
        ctl("record", "new", self.city.store, "exception", "--by=3001")
        second = self.list()[-1]["record"]
        ends = self.city.query("SELECT date('now', 'localtime', '+50 days') AS d")[0]["d"]
        ctl("record", "set", self.city.store, second, "--by=3001", "controls=5.1-1-1", "reason=Old machine", "substitute=By hand",
            f"ends={ends}", "urgent=no")
        ctl("record", "step", self.city.store, second, "submit", "--by=3001")
        self.names_deputy("9001", "3003", "代理 けい")
        self.exception = second
        self.desk.sign_in("3003")
        self.desk.wait_for_places()
        if self.offers("New:"):
            yield "who only stands in can begin a record"
        self.open(second)
        self.take("Permit", "approved")
        self.desk.wait_for_text("Permitted")
        self.desk.sign_out()

    # --- in the middle of the campaign ---

    def ends_in_between(self):
        """An answer rests on the exception, whose last day is then over. The date is set back behind the program's back."""
        self.city.write("excepted.csv", ("person_id,role,control_id,answer,comment", "3001,staff,5.1-1-1,excepted,"))
        ctl("answers", "import", self.city.store, "2026", self.city.path("excepted.csv"))
        connection = sqlite3.connect(self.city.store)
        connection.execute("UPDATE exception SET starts = date('now', 'localtime', '-9 days'), ends = date('now', 'localtime', '-1 day') "
                           "WHERE control_id = '5.1-1-1'")
        connection.commit()
        connection.close()

    def is_seen_by_secretariat(self):
        """On the first page, in the list with the name, and from there to the questionnaire."""
        self.ends_in_between()
        self.desk.sign_in("1001")
        self.desk.wait_for_places()
        self.press("⚠ Self-check: 1 answer rests on an exception that has ended")
        self.desk.wait_for_text("These answers count as unanswered")
        self.see("運用 まもる (3001)")
        self.desk.tables = True
        until("the row", lambda: self.row_has_focus("5.1 (1)"))
        self.desk.tables = False
        self.desk.key("Return")
        self.desk.find("push button", name="Send back…")
        self.desk.wait_for_text("運用 まもる")
        self.desk.sign_out()
        yield from ()

    def is_seen_by_others(self):
        """The committee sees how many, and no name; whoever answers for another department sees none."""
        self.desk.sign_in("9001")
        self.desk.wait_for_places()
        self.press("⚠ 1 answer rests on an exception that has ended")
        self.see("1 answer")
        if self.sees("3001") or self.sees("運用 まもる"):
            yield "the committee is told whose answer it is"
        if self.offers("Open the questionnaire"):
            yield "the committee is offered the questionnaire"
        self.desk.sign_out()
        self.sign_in("2004", "Applications")
        self.press("Answers on ended exceptions")
        self.see("No answer rests on an exception that has ended.")
        self.desk.sign_out()

    def is_renewed(self):
        """Another exception, permitted, takes it off the list while it is looked at."""
        self.sign_in("1001", "Applications")
        self.press("Answers on ended exceptions")
        self.see("運用 まもる (3001)")
        last = self.city.query("SELECT date('now', 'localtime', '+50 days') AS d, date('now', 'localtime') AS today")[0]
        ctl("exception", "add", self.city.store, "--control=5.1-1-1", "--department=d2", "--reason=Old machine", "--substitute=By hand",
            f"--starts={last['today']}", f"--ends={last['d']}", "--applicant=3001", "--approver=9001")
        self.see("No answer rests on an exception that has ended.")
        self.desk.sign_out()
        yield from ()

    def has_no_way_in(self):
        """Is asked nothing, and told so; there is no desk behind it."""
        self.desk.sign_in("3002")
        self.desk.wait_for_text("There is nothing for you to answer")
        self.desk.wait_for_focus("Begin")
        if self.desk.has("Places") or self.desk.has(TO_RECORDS):
            yield "there is a way to a desk"

    @staticmethod
    def text_or_none(node):
        try:
            return Afternoon.text_of(node)
        except Exception:  # pylint: disable=broad-except  # a label without a text
            return None


def main():
    tap = Tap()
    records = Records()
    try:
        for name, part in (("a service with generative AI is applied for", records.applies),
                           ("who applied does not decide", records.cannot_approve),
                           ("it is advised, reported, approved and told", records.is_decided),
                           ("an incident is phoned, reported and read as text", records.reports),
                           ("a system manager without a right applies for an exception", records.applies_without_right),
                           ("the applicant sees it permitted", records.sees_it_permitted),
                           ("a deputy without a right decides", records.deputy_decides),
                           ("an exception ends, and the secretariat sees the answer", records.is_seen_by_secretariat),
                           ("the committee sees how many, another department none", records.is_seen_by_others),
                           ("another exception takes it off the list", records.is_renewed),
                           ("who holds no such role has no way in", records.has_no_way_in)):
            tap.run(name, part)
            if tap.failures:
                tap.point("what was on the screen", [records.desk.describe(), records.desk.read_log()])
                break
    finally:
        records.end()
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
