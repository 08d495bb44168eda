#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Applications and reports, in the window: a service with generative AI goes from the application to the notice through
the hands of two people, who applies cannot approve, and the first report of an incident is phoned, sent and read as text.
Prints TAP; run it within tests/ui/session."""

import os
import re
import sys

sys.dont_write_bytecode = True      # no cache in the source tree
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))

import pyatspi                                          # noqa: E402

from driver import Vain, ctl, until                     # noqa: E402
from tap import Tap                                     # noqa: E402
from test_afternoon import Afternoon                    # noqa: E402

# The applicant holds the role that approves, too.
PEOPLE = ("person_id,name,department_id,roles", "1001,事務 はじめ,d0,chief", "2001,課長 みどり,d1,manager;chief;staff",
          "2002,一般 さくら,d1,staff")
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
        self.service = self.incident = None
        ctl("roster", "import", self.city.store, "--departments=" + self.city.path("departments.csv"),
            "--people=" + self.city.write("people.csv", PEOPLE))

    def list(self):
        return self.city.rows("record", "list", self.city.store)

    def state_of(self, record):
        return next(row["state"] for row in self.list() if row["record"] == record)

    @staticmethod
    def choose(there, *names):
        """There are hundreds of things on a form: they are looked for once."""
        for name in names:
            there[name].queryAction().doAction(0)

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
        self.desk.find("heading", holds="Application to use" if record == self.service else "First report")

    def take(self, step, state=None, **texts):
        """A step, by its button and its dialog."""
        self.press(step)
        dialog = until(f"the dialog “{step}”", lambda: self.desk.app[1] if self.desk.app.childCount == 2 else None)
        for name, text in texts.items():
            self.type_in_dialog(name, text)
        until(f"“{step}” to be taken", lambda: next(node for node in self.below(dialog) if node.getRoleName() == "push button" and
                                                    node.name == step).queryAction().doAction(0))
        self.wait_for_dialog_to_go()
        if state is not None:
            record = self.incident or self.service
            until(f"the state “{state}”", lambda: self.state_of(record) == state)

    @staticmethod
    def below(node):
        yield node
        for index in range(node.childCount):
            if node[index] is not None:
                yield from Records.below(node[index])

    def type_in_dialog(self, name, text):
        """By the Tab key, to the field of this name."""
        def arrived():
            focused = [node for node in self.below(self.desk.app[1]) if node.getState().contains(pyatspi.STATE_FOCUSED)]
            if focused and (focused[-1].name or "") == name.replace("_", " "):
                return True
            self.desk.key("Tab")
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
        if any(node.name in ("Approve", "Do not approve") for node in self.desk.nodes("push button")):
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
        if any(node.name == "Approve" for node in self.desk.nodes("push button")):
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
        if any(node.name == "Record that the report was sent" for node in self.desk.nodes("push button")):
            yield "it can be sent before anybody was called"
        text = notation()
        if not any(node.name == text or self.text_or_none(node) == text for node in self.desk.nodes("label")):
            yield "the short text is not that of the example"
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
                           ("an incident is phoned, reported and read as text", records.reports)):
            tap.run(name, part)
            if tap.failures:
                tap.point("what was on the screen", [records.desk.describe(), records.desk.read_log()])
                break
    finally:
        records.end()
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
