#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The desk from outside, by keyboard and through the accessibility tree. Prints TAP; run it within tests/ui/session."""

import os
import sys

sys.dont_write_bytecode = True      # no cache in the source tree
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from driver import Body, Desk, until     # noqa: E402
from tap import Tap                            # noqa: E402
from tree import State                         # noqa: E402


class Visit:
    def __init__(self):
        self.body = Body(people=120, departments=6)
        self.desk = Desk(self.body)

    def end(self):
        self.desk.stop()
        self.body.remove()

    def name_of(self, person):
        return self.body.query(f"SELECT name FROM person WHERE id = '{person}'")[0]["name"]

    def manager(self):
        """Lands at the desk, sees who is at it, and walks by keys."""
        person = self.desk.sign_in_as("department")
        if not self.desk.has(self.name_of(person)):
            yield "the desk does not say whose it is"
        places = self.find_places()
        if not 1 <= len(places) <= 7:
            yield f"there are {len(places)} places: {places}"
        for number, place in enumerate(places):
            self.desk.key(f"ctrl+{number + 1}")
            until(f"“{place}” to be shown", lambda label=place: self.is_pressed(label))
        self.desk.key("ctrl+1")
        until("the first place", lambda: self.is_pressed(places[0]))

    def find_places(self):
        return [node.name for node in self.desk.list_buttons("Places")
                if node.name not in ("Own self-check", "Sign out") and not node.name.startswith("Office")]

    def group(self):
        """By keys through the places of a group, away from it, and back to the one that was looked at last."""
        self.desk.sign_in_as("department")
        until("the keys to go to the page", lambda: self.desk.focused().name not in ("", *self.find_places()))
        self.go_by_key("Audit and applications")
        until("the first of its places", lambda: self.is_pressed("Audit findings"))
        self.desk.key("ctrl+Next")
        until("the place beside", lambda: self.is_pressed("Applications"))
        self.desk.key("ctrl+Prior")
        until("the place before", lambda: self.is_pressed("Audit findings"))
        self.desk.wait_for_focus("Open findings: 0")
        self.desk.key("shift+Tab")
        self.desk.wait_for_focus("Applications")
        self.desk.key("Left")
        self.desk.wait_for_focus("Audit findings")
        self.desk.key("Right", "space")
        until("the place that was chosen", lambda: self.is_pressed("Applications"))
        self.desk.key("ctrl+1")
        until("the bar to go", lambda: not self.desk.list_buttons("Audit and applications"))
        self.go_by_key("Audit and applications")
        until("the place that was looked at last", lambda: self.is_pressed("Applications"))
        yield from ()

    def go_by_key(self, label):
        self.desk.key(f"ctrl+{self.find_places().index(label) + 1}")
        until(f"“{label}” to be shown", lambda: self.is_pressed(label) and self.desk.list_buttons(label))

    def find_by_name(self):
        """Each place is found by its own name, also one of a group."""
        self.desk.key("ctrl+k")
        until("the search", lambda: self.desk.focused().role in ("text", "entry"))
        self.desk.type("findings")
        self.desk.wait_for_text("Audit findings")
        self.desk.key("Return")
        until("the place that was found", lambda: self.is_pressed("Audit findings"))
        self.desk.key("ctrl+1")
        yield from ()

    def is_pressed(self, label):
        return self.desk.find("push button", name=label).has(State.PRESSED)

    def own_check(self):
        """To the own self-check and back, as the last thing before signing out."""
        self.desk.visit_own_check(lambda: self.desk.find("push button", name="To the desk"), "To the desk")
        yield from ()

    def next_person(self):
        before = self.name_of(self.body.find_officer("department"))
        self.desk.sign_out()
        if self.desk.has(before):
            yield "the welcome shows who was there before"
        person = self.desk.sign_in_as("secretariat")
        if not self.desk.has(self.name_of(person)):
            yield "the desk does not say whose it is"
        if self.desk.has(before):
            yield "the desk shows who was there before"
        self.desk.sign_out()

    def forgotten(self):
        """Where the one before was in a group, the next one is not led."""
        self.desk.sign_out()
        self.desk.sign_in_as("department")
        self.go_by_key("Audit and applications")
        until("the first of its places", lambda: self.is_pressed("Audit findings"))
        self.desk.sign_out()
        yield from ()


def main():
    tap = Tap()
    visit = Visit()
    try:
        for name, part in (("a manager walks through the places by keys", visit.manager),
                           ("the search finds each place by its own name", visit.find_by_name),
                           ("to the own self-check and back", visit.own_check),
                           ("the next person sees nothing of the one before", visit.next_person),
                           ("a group by keys, and the place that was looked at last", visit.group),
                           ("a group begins anew with the next sign-in", visit.forgotten)):
            tap.run(name, part)
            if tap.failures:
                tap.point("what was on the screen", [visit.desk.describe(), visit.desk.read_log()])
                break
    finally:
        visit.end()
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
