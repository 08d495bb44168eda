#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The kiosk under the compositor of a real one, without a screen: all by the actions that assistive technology has.

Prints TAP; run it within tests/ui/cage.
"""

import os
import sys

sys.dont_write_bytecode = True      # no cache in the source tree
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import driver                                # noqa: E402
from driver import Body, Kiosk, until        # noqa: E402
from tap import Tap                          # noqa: E402

STAFF_ONLY = 1 << 8
NEW_PIN = "48302917"


class Caged(Kiosk):
    """The program as the only client of cage. No key reaches it, so nothing is waited for that only keys need."""

    def start(self):
        with open(self.log, "ab") as log:
            # As a process group: cage itself aborts when it is told to end.
            self.process = driver.subprocess.Popen(["cage", "--", *self.command], env=self.environment, stdout=log,
                                                   stderr=log, start_new_session=True)
        self.app = until("the window", self.find_app)

    def find_app(self):
        if self.process.poll() is not None:
            raise driver.Vain(f"cage ended with {self.process.returncode}: {self.read_log()}")
        return next((app for app in self.bus.find_programs() if app.name == "tenken" and app.windows > 0), None)

    def stop(self):
        try:
            os.killpg(self.process.pid, driver.signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait(20)
        driver.shutil.rmtree(self.home, ignore_errors=True)


class Visit:
    def __init__(self):
        self.body = Body()
        self.person = self.body.find_people(STAFF_ONLY)[0]
        self.pin = self.body.issue_pin(self.person)
        self.kiosk = Caged(self.body.store, "--kiosk", "--name=cage", language="en",
                           settings={"advance-delay": "uint32 0"})

    def end(self):
        self.kiosk.stop()
        self.body.remove()

    def enter(self, title, text):
        self.kiosk.find("heading", name=title)
        entry = until(f"the field “{title}”", lambda: next(
            node for node in self.kiosk.nodes() if node.role in ("text", "password text") and node.name == title))
        entry.set_text(text)
        self.kiosk.press(name="Next")

    def fills_the_screen(self):
        width, height = self.kiosk.find_windows()[0].get_size()
        if (width, height) != (1280, 720):
            yield f"the window is {width} × {height}, the screen 1280 × 720"

    def sign_in(self):
        self.kiosk.press(name="Begin")
        self.enter("Your staff number", self.person)
        self.enter("Your PIN", self.pin)
        self.enter("Choose a PIN of your own", NEW_PIN)
        self.enter("The same PIN once more", NEW_PIN)
        self.kiosk.wait_for_text("This is your first sign-in.")
        return []

    def answer(self):
        self.kiosk.press(name="Begin")
        for step in range(1, 4):
            self.kiosk.wait_for_text(f"{step} / 78")
            card = self.kiosk.find("radio button", starts="Implemented")
            until("the answer to be chosen", lambda card=card: card.act())
        self.kiosk.wait_for_text("4 / 78")
        until("three answers on the disk", lambda: len(self.body.answers_of(self.person)) == 3)
        return []

    def leave(self):
        self.kiosk.press(name="Leave")
        self.kiosk.wait_for_text("Leave for now?")
        # The dialog has its buttons twice, for a wide and for a narrow window; the first ones are shown.
        self.kiosk.press(starts="Leave Leave")
        self.kiosk.find("push button", name="Begin")
        if self.kiosk.has("4 / 78"):
            yield "the question is still on the screen"


def main():
    tap = Tap()
    visit = Visit()
    try:
        for name, part in (("the window fills the screen", visit.fills_the_screen), ("sign-in with a new PIN", visit.sign_in),
                           ("answers reach the disk", visit.answer), ("signing out", visit.leave)):
            tap.run(f"under cage: {name}", part)
            if tap.failures:
                tap.point("what was there", [visit.kiosk.describe(), visit.kiosk.read_log()])
                break
    finally:
        visit.end()
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
