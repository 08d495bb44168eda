#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The way of a member of staff through the kiosk, by keyboard alone, with the power cut in the middle. Prints TAP.

test_way.py LANGUAGE    ja or en; run it within tests/ui/session
"""

import gettext
import os
import re
import sys

sys.dont_write_bytecode = True      # no cache in the source tree
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from driver import PATIENCE, Body, Kiosk, Vain, until     # noqa: E402
from tap import Tap                                       # noqa: E402

LANGUAGE = sys.argv[1]
TEXTS = gettext.translation("tenken", os.environ["TENKEN_LOCALE_DIR"], [LANGUAGE], fallback=LANGUAGE == "en")
_ = TEXTS.gettext
NEW_PIN = "48302917"
STAFF_ONLY = 1 << 8     # the column of the staff in mic-2020
# Words that a person might write, and that no program may take for something else.
MARKER = "zzq7 <b>&amp; %n 日本語"
# Which answers are given: keys 1 to 4, so that every kind of them stands in the questionnaire.
PLAN = "1112113111411"
CUT = 30                # after so many answers the power goes


class Way:
    """What one run of the way through saw, part by part; the parts are the test points."""

    def __init__(self):
        self.body = Body()
        self.person, self.other = self.body.find_people(STAFF_ONLY)[:2]
        self.pin = self.body.issue_pin(self.person)
        self.other_pin = self.body.issue_pin(self.other)
        self.name = self.body.query(f"SELECT name FROM person WHERE id = '{self.person}'")[0]["name"]
        self.kiosk = Kiosk(self.body.store, "--kiosk", "--name=test", language=LANGUAGE,
                           settings={"advance-delay": "uint32 0"})
        self.given = {}         # step: the key that was pressed, once the screen said that it is stored

    def end(self):
        self.kiosk.stop()
        self.body.remove()

    # --- sign-in ---

    def enter(self, title, text):
        self.kiosk.find("heading", name=title)
        self.kiosk.wait_for_focus(title)
        self.kiosk.type(text)
        self.kiosk.key("Return")

    def sign_in(self, person, pin):
        self.kiosk.wait_for_focus(_("Begin"))
        self.kiosk.key("Return")
        self.enter(_("Your staff number"), person)
        self.enter(_("Your PIN"), pin)

    def choose_pin(self, pin):
        self.enter(_("Choose a PIN of your own"), "123456")
        self.kiosk.wait_for_text(_("This repeats itself or counts on, which others guess first. Please choose another."))
        self.enter(_("Choose a PIN of your own"), pin)
        self.enter(_("The same PIN once more"), pin)

    def first_time(self):
        self.sign_in(self.person, "99999999")
        self.kiosk.wait_for_text(_("The number or the PIN is not right. Please enter both once more."))
        self.enter(_("Your staff number"), self.person)
        self.enter(_("Your PIN"), self.pin)
        self.choose_pin(NEW_PIN)
        self.kiosk.wait_for_text(_("This is your first sign-in."))
        if not self.kiosk.has(self.name):
            yield "the overview does not say whose it is"

    # --- answering ---

    def find_place(self):
        """The step that is shown and how many there are, as the screen says."""
        for name in self.kiosk.names():
            match = re.fullmatch(r"(\d+) / (\d+)", name)
            if match:
                return int(match[1]) - 1, int(match[2])
        return None

    def wait_for_step(self, step):
        until(f"question {step + 1}", lambda: (self.find_place() or (-1,))[0] == step)

    def wait_until_saved(self):
        saved = _("Saved %s").split("%s")[0].strip()
        until("the word that it is saved", lambda: self.kiosk.has(_("Check before handing in")) or
              (self.kiosk.has(saved) and not self.kiosk.has(_("Saving…"))))

    def give_answer(self, step, key):
        self.kiosk.key(key)
        if key == "4":
            self.kiosk.wait_for_text(_("Why does it not apply to you?"))
            self.kiosk.key("space")     # a ready reason has the focus, last year's if there was one
        self.wait_until_saved()
        if key != "1":
            self.kiosk.key("ctrl+Return")   # goes on also from within a field of text
        self.given[step] = key

    def begin(self):
        self.kiosk.wait_for_focus(_("Begin"))
        self.kiosk.key("Return")
        step, n = until("the first question", self.find_place)
        if step != 0:
            yield f"the first question is number {step + 1}"
        if n < 60:
            yield f"a member of staff gets {n} questions only"
        self.n = n

    def answer_from(self, first, end):
        for step in range(first, end):
            self.wait_for_step(step)
            self.give_answer(step, PLAN[step % len(PLAN)])

    def answer_first_part(self):
        self.answer_from(0, CUT)
        self.wait_for_step(CUT)
        # A note with words that are no markup, which must come back as they were typed.
        self.kiosk.key("2")
        self.kiosk.find("text", name=_("What is missing? (optional)"))
        until("the focus in the note", lambda: self.focus_on("text"))
        self.kiosk.type(MARKER)
        until("the note on the disk", lambda: any(comment == MARKER for _value, comment in self.stored().values()))
        self.given[CUT] = "2"
        return self.compare("before the power cut")

    def focus_on(self, role):
        if self.kiosk.focused() is not None and self.kiosk.focused().role == role:
            return True
        self.kiosk.step()
        return False

    def stored(self):
        return self.body.answers_of(self.person)

    def compare(self, when):
        """Each answer that the screen called saved is on the disk."""
        kinds = [str(value) for value, _comment in self.stored().values()]
        if len(kinds) != len(self.given):
            yield f"{when}: {len(self.given)} answers were called saved, {len(kinds)} are on the disk"
        for key in "1234":
            expected = sum(given == key for given in self.given.values())
            if kinds.count(key) != expected:
                yield f"{when}: {expected} times {key} was pressed, {kinds.count(key)} times it is on the disk"

    def cut_power(self):
        self.kiosk.kill()
        yield from self.compare("after the power cut")
        self.kiosk.start()
        self.sign_in(self.person, NEW_PIN)
        self.kiosk.wait_for_focus(_("Go on (question %u)") % (CUT + 1))
        self.kiosk.key("Return")
        step, _n = until("the question", self.find_place)
        if step != CUT:
            yield f"left at question {CUT + 1}, came back to question {step + 1}"
        if not any(MARKER in text for text in self.texts()):
            yield "the note that was typed is not shown any more"

    def texts(self):
        for node in self.kiosk.nodes("text"):
            yield node.get_text()

    def answer_the_rest(self):
        self.kiosk.key("Return")        # the focus is on the answer, not in the note
        self.answer_from(CUT + 1, self.n)
        until("the last answer on the disk", lambda: len(self.stored()) == self.n)
        return self.compare("at the end")

    # --- handing in ---

    def hand_in(self):
        self.kiosk.wait_for_text(_("Check before handing in"))
        self.kiosk.press(name=_("Go on to the result"))
        self.kiosk.find("push button", name=_("Hand in"))
        self.kiosk.press(name=_("Hand in"))
        self.kiosk.wait_for_text(_("Thank you. It is handed in."))
        row = self.body.query("SELECT state, reference FROM questionnaire q JOIN person p ON p.no = q.person_no "
                              f"WHERE p.id = '{self.person}' ORDER BY q.no DESC LIMIT 1")[0]
        if row["state"] != "submitted":
            yield f"the questionnaire is {row['state']}"
        if not self.kiosk.has(row["reference"]):
            yield f"the reference {row['reference']} is not on the screen"

    # --- the next person ---

    def next_person(self):
        self.kiosk.press(starts=_("Sign out"))
        self.kiosk.find("push button", name=_("Begin"))
        yield from self.look_for_traces("the welcome")
        self.sign_in(self.other, self.other_pin)
        self.choose_pin("70418365")
        self.kiosk.wait_for_text(_("This is your first sign-in."))
        yield from self.look_for_traces("the next person's overview")
        self.kiosk.wait_for_focus(_("Begin"))
        self.kiosk.key("Return")
        until("the first question", self.find_place)
        yield from self.look_for_traces("the next person's question")

    def look_for_traces(self, where):
        seen = " ".join(self.kiosk.names() + list(self.texts()))
        for trace in (self.name, self.person, MARKER):
            if trace in seen:
                yield f"{where} shows “{trace}” of the one before"


def main():
    tap = Tap()
    way = Way()
    try:
        for name, part in (("first sign-in with a wrong PIN, a weak PIN and a PIN of one's own", way.first_time),
                           ("the first question", way.begin),
                           ("answers by keys, each on the disk when the screen says so", way.answer_first_part),
                           ("kill -9, and going on at the same question with every answer", way.cut_power),
                           ("the rest of the questionnaire", way.answer_the_rest),
                           ("check, result, handing in", way.hand_in),
                           ("the next person sees nothing of the one before", way.next_person)):
            tap.run(f"{LANGUAGE}: {name}", part)
            if tap.failures:
                tap.point("what was on the screen", [way.kiosk.describe(), way.kiosk.read_log()])
                break
    finally:
        way.end()
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
