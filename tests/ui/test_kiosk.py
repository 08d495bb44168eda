#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The kiosk against forgetful, curious and hostile people. Prints TAP; run it within tests/ui/session."""

import os
import re
import sys
import time

sys.dont_write_bytecode = True      # no cache in the source tree
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from driver import Body, Kiosk, until     # noqa: E402
from tap import Tap                       # noqa: E402

STAFF_ONLY = 1 << 8
KIOSK_PIN = "48205173"      # of every made-up city
NEW_PIN = "48302917"
# What nobody else writes, so that it can be looked for wherever it might have stayed.
SECRET = "Kq7vWx9zPl3"


class Visit:
    """A kiosk with one person after another."""

    def __init__(self, body, **settings):
        self.body = body
        self.kiosk = Kiosk(body.store, "--kiosk", "--name=test", language="en",
                           settings={"advance-delay": "uint32 0", **settings})
        self.newcomers = iter(body.find_people(STAFF_ONLY))

    def __enter__(self):
        return self

    def __exit__(self, *_what):
        self.kiosk.stop()

    def enter(self, title, text, heading=None):
        self.kiosk.find("heading", name=heading or title)
        self.kiosk.wait_for_focus(title)
        self.kiosk.type(text)
        self.kiosk.key("Return")

    def sign_in(self, person=None, pin=NEW_PIN):
        """Somebody who is there for the first time, or again."""
        first = person is None
        person = person or next(self.newcomers)
        pin = self.body.issue_pin(person) if first else pin
        self.kiosk.wait_for_focus("Begin")
        self.kiosk.key("Return")
        self.enter("Your staff number", person)
        self.enter("Your PIN", pin)
        if first:
            self.enter("Choose a PIN of your own", NEW_PIN)
            self.enter("The same PIN once more", NEW_PIN)
        return person

    def go_to_first_question(self):
        until("the overview", lambda: self.kiosk.focused().name.startswith(("Begin", "Go on")))
        self.kiosk.key("Return")
        self.kiosk.wait_for_text("Why is this asked?")

    def is_in_note(self):
        focused = self.kiosk.focused()
        if focused is not None and focused.name == "What is missing? (optional)":
            return True
        self.kiosk.step()
        return False

    def texts(self):
        for node in self.kiosk.nodes("text"):
            yield node.get_text()


def memory_of(process):
    """What the program can write to and could have kept something in."""
    with open(f"/proc/{process.pid}/maps", encoding="utf-8") as maps, open(f"/proc/{process.pid}/mem", "rb", 0) as memory:
        for line in maps:
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
            if match is None:
                continue
            start, end = int(match[1], 16), int(match[2], 16)
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except OSError:
                continue        # of the kernel


def count_in_memory(process, text):
    return sum(block.count(form) for block in memory_of(process)
               for form in (text.encode("utf-8"), text.encode("utf-32-le")))


def test_idle(body):
    """Nobody touches anything: the dialog counts down, the draft stays, the screen is clear."""
    with Visit(body, **{"idle-seconds": "uint32 10", "idle-warning-seconds": "uint32 5"}) as visit:
        person = visit.sign_in()
        visit.go_to_first_question()
        visit.kiosk.key("1")
        visit.kiosk.wait_for_text("2 / 78")
        visit.kiosk.wait_for_text("Are you still there?")
        # Somebody is: the dialog goes, and the question is still there.
        visit.kiosk.press(starts="Go on")
        until("the dialog to go", lambda: not visit.kiosk.has("Are you still there?"))
        if not visit.kiosk.has("2 / 78"):
            yield "“Go on” did not go on with the question"
        began = time.monotonic()
        visit.kiosk.wait_for_text("Are you still there?")
        visit.kiosk.wait_for_text("you are signed out")
        visit.kiosk.find("push button", name="Begin")
        if time.monotonic() - began < 12:
            yield f"signed out after {time.monotonic() - began:.0f} s already, 10 and 5 were set"
        if visit.kiosk.has("2 / 78"):
            yield "the question is still on the screen"
        if len(body.answers_of(person)) != 1:
            yield "the draft was not kept"
        visit.sign_in(person)
        visit.kiosk.wait_for_focus("Go on (question 2)")


def test_exit(body):
    """The program ends for the PIN of the secretariat, and for nothing else."""
    with Visit(body) as visit:
        visit.kiosk.find("push button", name="Begin")
        for keys in ("alt+F4", "ctrl+w", "Escape", "F11", "super"):
            visit.kiosk.key(keys)
        visit.kiosk.wait_for_focus("Begin")
        visit.kiosk.key("ctrl+q")
        visit.kiosk.wait_for_text("End the kiosk")
        visit.enter("PIN of the secretariat", "11112222", "End the kiosk")
        visit.kiosk.wait_for_text("This is not the PIN.")
        if visit.kiosk.process.poll() is not None:
            yield "a wrong PIN ended it"
            return
        visit.enter("PIN of the secretariat", KIOSK_PIN, "End the kiosk")
        status = visit.kiosk.process.wait(20)
        if status != 0:
            yield f"the right PIN ended it with {status}"


def test_exit_is_not_for_staff(body):
    """With a person at the screen Ctrl+Q signs out at most."""
    with Visit(body) as visit:
        visit.sign_in()
        visit.go_to_first_question()
        visit.kiosk.key("ctrl+q")
        visit.kiosk.wait_for_text("Leave for now?")
        visit.kiosk.key("Escape")
        until("the dialog to go", lambda: not visit.kiosk.has("Leave for now?"))
        if not visit.kiosk.has("1 / 78"):
            yield "the question is gone"


def test_tries(body):
    """After three wrong PINs one waits; nobody learns whether a number exists."""
    with Visit(body) as visit:
        for number in (next(visit.newcomers), "9999999"):
            said = []
            for _attempt in range(3):
                visit.kiosk.wait_for_focus("Begin")
                visit.kiosk.key("Return")
                visit.enter("Your staff number", number)
                visit.enter("Your PIN", "71828182")
                said.append(visit.kiosk.wait_for_text("The number or the PIN is not right.").name)
                visit.kiosk.press(name="Back")
            expected = ["Please enter both once more." in said[0], "Please enter both once more." in said[1],
                        "You can try again in" in said[2]]
            if not all(expected):
                yield f"the number {number} was answered {said}"


def test_hostile_keypad(body):
    """What no PIN and no number can be is refused, and the program lives on."""
    numbers = ["0" * 3000, "'; DROP TABLE person; --", "%n%s%n", "<b>1</b>", "１２３４", "../../etc/passwd", "😀", "‮123"]
    with Visit(body) as visit:
        for number in numbers:
            visit.kiosk.wait_for_focus("Begin")
            visit.kiosk.key("Return")
            visit.kiosk.find("heading", name="Your staff number")
            entry = visit.kiosk.find("text")
            entry.set_text(number)
            visit.kiosk.key("Return")
            visit.enter("Your PIN", "<&%n>12")
            visit.kiosk.wait_for_text("The number or the PIN is not right.")
            visit.kiosk.press(name="Back")
        if not body.query("SELECT count(*) AS n FROM person")[0]["n"]:
            yield "the roster is gone"


def test_hostile_notes(body):
    """What is typed into a note is stored as it is, or refused with a reason, and shown as text."""
    notes = ["<b>太字</b> &amp; %n %s", "😀👩‍👩‍👧 絵文字", "عربي و עברית", "=1+1;@SUM(A1)", "1行目\n2行目\t終わり", "あ" * 4000]
    with Visit(body) as visit:
        person = visit.sign_in()
        visit.go_to_first_question()
        visit.kiosk.key("3")
        note = visit.kiosk.find("text", name="What is missing? (optional)")
        for text in notes:
            note.set_text(text)
            until(f"{text[:20]!r} on the disk", lambda text=text: (3, text) in body.answers_of(person).values())
        note.set_text("あ" * 100_000)
        visit.kiosk.wait_for_text("Up to 4000 fit.")
        if (3, "あ" * 4000) not in body.answers_of(person).values():
            yield "what was stored is gone"
        note.set_text("a​b‮c")
        visit.kiosk.wait_for_text("cannot be kept")


def test_memory(body):
    """After the sign-out what a person wrote and is called is nowhere in the memory of the program."""
    with Visit(body) as visit:
        person = visit.sign_in()
        with open(f"/proc/{visit.kiosk.process.pid}/environ", encoding="utf-8") as environment:
            settings = environment.read().split("\0")
        # Without them a piece stays only now and then, on a busy machine.
        if "G_SLICE=always-malloc" not in settings or not any(
                each.startswith("GLIBC_TUNABLES=") and each.endswith("glibc.malloc.tcache_count=0") for each in settings):
            yield "the program runs with memory that keeps small pieces of what was freed"
        visit.go_to_first_question()
        visit.kiosk.key("2")
        # By keys, as a person does: what comes over the bus would stay in the buffer of its connection.
        until("the focus in the note", visit.is_in_note)
        visit.kiosk.type(SECRET)
        until("the note on the disk", lambda: (2, SECRET) in body.answers_of(person).values())
        if count_in_memory(visit.kiosk.process, SECRET) == 0:
            yield "the test does not find it even while it is on the screen"
        visit.kiosk.press(name="Leave")
        visit.kiosk.wait_for_text("Leave for now?")
        visit.kiosk.press(starts="Leave", role="push button")
        visit.kiosk.key("Return")
        visit.kiosk.find("push button", name="Begin")
        until("the worker to tidy up", lambda: count_in_memory(visit.kiosk.process, SECRET) == 0, patience=10)


def main():
    tap = Tap()
    body = Body()
    try:
        for test in (test_exit, test_exit_is_not_for_staff, test_tries, test_hostile_keypad, test_hostile_notes,
                     test_memory, test_idle):
            tap.run(test.__doc__.rstrip("."), lambda test=test: test(body))
    finally:
        body.remove()
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
