# SPDX-License-Identifier: LGPL-2.1-or-later
"""Works the kiosk as a person does: finds things by what a screen reader says of them, and works them by keys."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time

from tree import Bus, State

PATIENCE = 30       # seconds until something that should come is given up
STEP = 2            # seconds until the focus is taken to stay where it is
MOST_READINGS = 50
PROGRAM = os.environ["TENKEN"]
CTL = os.environ["TENKENCTL"]


class Vain(Exception):
    """Something did not come."""


def until(what, condition, patience=PATIENCE):
    """Waits until a condition gives something true, and gives that. The tree may change under it at any moment. What is
    waited for is a text, or a function that gives it once it is needed."""
    end = time.monotonic() + patience
    while True:
        try:
            result = condition()
            if result:
                return result
        except Exception as fault:  # pylint: disable=broad-except  # GLib.GError and its kin, of what just went away
            if not type(fault).__module__.startswith("gi") and not isinstance(fault, (LookupError, AttributeError)):
                raise
        if time.monotonic() > end:
            raise Vain(f"waited in vain for {what if isinstance(what, str) else what()}")
        time.sleep(0.03)


def xdotool(*words):
    subprocess.run(["xdotool", *map(str, words)], check=True, timeout=60, stdout=subprocess.DEVNULL)


def ctl(*words):
    """tenkenctl, and what it printed."""
    done = subprocess.run([CTL, *map(str, words)], capture_output=True, text=True, check=False, timeout=120)
    if done.returncode != 0:
        raise Vain(f"tenkenctl {' '.join(map(str, words))}: {done.stderr.strip()}")
    return done.stdout


class Body:
    """A made-up city in a folder of its own, with people who have not handed in yet."""

    def __init__(self, people=60, departments=5):
        self.folder = tempfile.mkdtemp(prefix="tenken-ui-")
        self.store = os.path.join(self.folder, "demo", "tenken.db")
        ctl("demo", os.path.join(self.folder, "demo"), f"--people={people}", f"--departments={departments}")

    def remove(self):
        shutil.rmtree(self.folder)

    def query(self, sql):
        done = subprocess.run(["sqlite3", "-json", f"file:{self.store}?mode=ro", sql], capture_output=True, text=True,
                              check=True, timeout=60)
        return json.loads(done.stdout or "[]")

    def find_people(self, bits, state="draft"):
        """Who holds exactly these roles and is in this state, those with fewest answers first."""
        return [row["id"] for row in self.query(
            "SELECT p.id FROM questionnaire q JOIN person p ON p.no = q.person_no JOIN campaign c ON c.no = q.campaign_no "
            f"WHERE c.state = 'open' AND q.state = '{state}' AND q.role_bits = {bits} "
            "ORDER BY (SELECT count(*) FROM answer a WHERE a.questionnaire_no = q.no), p.id")]

    def answers_of(self, person):
        """What is on the disk: {duty: (value, comment)}."""
        return {row["duty"]: (row["value"], row["comment"]) for row in self.query(
            "SELECT a.duty, a.value, a.comment FROM answer a JOIN questionnaire q ON q.no = a.questionnaire_no "
            "JOIN person p ON p.no = q.person_no JOIN campaign c ON c.no = q.campaign_no "
            f"WHERE c.state = 'open' AND p.id = '{person}'")}

    def find_officer(self, office):
        """Somebody who holds an office: "department", "secretariat", "committee" or "audit"; of several managers the one
        with most people who were asked."""
        rows = self.query(
            "SELECT p.id FROM person p JOIN person_role r ON r.person_no = p.no "
            f"JOIN right_grant g ON g.holder = 'role:' || r.role AND g.kind = '{office}' "
            f"WHERE p.active = 1 AND r.role != 'director' GROUP BY p.no ORDER BY (SELECT count(*) FROM person o "
            "WHERE o.department_id = p.department_id) DESC, p.id LIMIT 1")
        if not rows:
            raise Vain(f"nobody holds the office “{office}”")
        return rows[0]["id"]

    def issue_pin(self, person):
        return json.loads(ctl("roster", "pins", self.store, f"--person={person}", "--replace", "--format=json"))[0]["pin"]


class Kiosk:
    """The running program. Settings are those of a fresh machine but for what is given."""

    def __init__(self, store, *options, settings=None, language="ja", environment=None):
        self.home = tempfile.mkdtemp(prefix="tenken-home-")
        self.log = os.path.join(self.home, "log")
        self.write_settings(dict(settings or {}, language=f"'{language}'"))
        # What belongs to the session stays; the user's own files do not.
        self.environment = dict(os.environ, HOME=self.home, XDG_CONFIG_HOME=self.home, XDG_DATA_HOME=self.home,
                                XDG_CACHE_HOME=self.home, GSETTINGS_BACKEND="keyfile", GSK_RENDERER="cairo",
                                LANG="C.UTF-8", LC_ALL="C.UTF-8", G_DEBUG="fatal-warnings")
        self.environment.update(environment or {})
        self.command = [PROGRAM, *options, store]
        self.process = None
        self.bus = Bus()
        self.app = None
        # Whether things are looked for within tables too, which have thousands of cells.
        self.tables = True
        self.start()

    def walk(self):
        """All things that there are now."""
        return self.app.read(self.tables).walk()

    def find_windows(self):
        """The window, and after it the dialogs."""
        return self.app.read(self.tables).children

    def write_settings(self, settings):
        folder = os.path.join(self.home, "glib-2.0", "settings")
        os.makedirs(folder)
        with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as file:
            file.write("[io/github/tenken/Tenken]\n")
            file.writelines(f"{key}={value}\n" for key, value in settings.items())

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command, env=self.environment, stdout=log, stderr=log)
        self.app = until("the window", self.find_app)
        until("the keys to go to the window", lambda: self.find_windows()[0].has(State.ACTIVE))

    def find_app(self):
        if self.process.poll() is not None:
            raise Vain(f"the program ended with {self.process.returncode}: {self.read_log()}")
        return next((app for app in self.bus.find_programs() if app.pid == self.process.pid and app.windows > 0), None)

    def read_log(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read().strip()

    def kill(self):
        """As when the power fails."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(20)
        shutil.rmtree(self.home, ignore_errors=True)

    # --- what is there ---

    def nodes(self, role=None):
        """All things of a role. A tree that changes while it is read is read again."""
        def read():
            return ([node for node in self.walk() if role is None or node.role == role],)
        return until("a tree that stays while it is read", read)[0]

    def names(self):
        """All that a screen reader could say."""
        return [node.name for node in self.walk() if node.name]

    def find(self, role=None, name=None, starts=None, holds=None, patience=PATIENCE, settled=False):
        """Looks for a thing by its role and its name, the start of it, or a part of it."""
        def fits(node):
            if role is not None and node.role != role:
                return False
            return ((name is None or node.name == name) and (starts is None or node.name.startswith(starts)) and
                    (holds is None or holds in node.name))
        look = self.read_settled if settled else self.walk
        return until(lambda: f"{role or 'something'} “{name or starts or holds or ''}”; there is: {self.describe()}",
                     lambda: next((node for node in look() if fits(node)), None), patience)

    def read_settled(self):
        """All things once nothing changes: what is about to be made anew would be gone before it has been pressed."""
        before = None
        for _reading in range(MOST_READINGS):
            nodes = list(self.walk())
            now = [(node.path, node.name, node.states) for node in nodes]
            if now == before:
                return nodes
            before = now
        raise LookupError("the screen does not come to rest")

    def describe(self):
        try:
            return " | ".join(self.names())[:1500]
        except Exception:  # pylint: disable=broad-except  # it is for a message only
            return "?"

    def has(self, text):
        """Whether it can be read now. A tree that changes while it is read is read again."""
        return any(text in name for name in until("a tree that stays while it is read", self.names))

    def wait_for_text(self, text, patience=PATIENCE):
        return self.find(holds=text, patience=patience)

    # --- what a person does ---

    def key(self, *keys):
        for key in keys:
            xdotool("key", key)

    def step(self, key="Tab"):
        """A key that moves the focus on. Who looks at once would see it where it was, and press once more."""
        before = self.focused_paths()
        self.key(key)
        try:
            until("the focus to move", lambda: self.focused_paths() != before, STEP)
        except Vain:
            pass        # there is nowhere else to go

    def focused_paths(self):
        return {node.path for node in self.walk() if node.has(State.FOCUSED)}

    def type(self, text):
        xdotool("type", "--delay", 15, text)

    def press(self, name=None, starts=None, role="push button"):
        """The action of a thing, as assistive technology calls it."""
        node = self.find(role, name=name, starts=starts, settled=True)
        if not until(f"{name or starts} to be pressed", node.act):
            raise Vain(f"“{name or starts}” has no action")

    def wait_for_focus(self, name):
        """The keys go to the thing of this name."""
        until(lambda: f"the focus on “{name}”; it is on {self.describe_focus()}",
              lambda: self.focused().name == name)

    def describe_focus(self):
        focused = self.focused()
        return "nothing" if focused is None else f"“{focused.name}” ({focused.role})"

    def focused(self):
        return next((node for node in self.walk() if node.has(State.FOCUSED)), None)


DESK_PIN = "48302917"

# What sidebars have under one name: which of these places is looked at is chosen above the page.
GROUPS = {
    "Campaigns and catalogs": ("Campaigns", "Catalogs"),
    "Roster and settings": ("Roster", "Settings"),
    "Results": ("Departments by chapter", "Controls", "Roles", "Trend"),
    "Audit and applications": ("Audit", "Audit findings", "Applications"),
}


class Desk(Kiosk):
    """The program in an ordinary window, with somebody at a desk. The texts are English unless a translation is given."""

    def __init__(self, body, language="en", translate=lambda text: text, environment=None):
        super().__init__(body.store, "--name=test", language=language, environment=environment)
        self.tables = False
        self.body = body
        self.translate = translate
        self.known = set()      # who has chosen a PIN

    def enter(self, title, text):
        self.find("heading", name=self.translate(title))
        self.wait_for_focus(self.translate(title))
        self.type(text)
        self.key("Return")

    def sign_in(self, person):
        """Signs somebody in, who is then at the desk, or at the own self-check."""
        self.wait_for_focus(self.translate("Begin"))
        self.key("Return")
        self.enter("Your staff number", person)
        first = person not in self.known
        self.enter("Your PIN", self.body.issue_pin(person) if first else DESK_PIN)
        if first:
            self.enter("Choose a PIN of your own", DESK_PIN)
            self.enter("The same PIN once more", DESK_PIN)
        self.known.add(person)

    def sign_in_as(self, office):
        """Signs in who holds an office, and returns the staff number."""
        person = self.body.find_officer(office)
        self.sign_in(person)
        self.wait_for_places()
        return person

    def wait_for_places(self):
        self.find(holds=self.translate("Places"))

    def visit_own_check(self, look, back):
        """To the own self-check, and back to the desk by a button."""
        self.press(name="Own self-check")
        look()
        self.press(name=back)
        self.wait_for_places()

    def list_buttons(self, part):
        """The buttons of a part of the window, "Places" or a group, by the name that it has."""
        name = self.translate(part)
        found = next((node for node in self.walk() if node.name == name and node.role != "push button"), None)
        return [] if found is None else [node for node in found.walk() if node.role == "push button" and node.name]

    def find_button(self, part, label):
        name = self.translate(label)
        return next((node for node in self.list_buttons(part) if node.name == name), None)

    def press_button(self, part, label):
        node = until(f"“{label}” in “{part}”", lambda: self.find_button(part, label))
        until(f"“{label}” to be pressed", lambda: node.act())

    def go(self, place):
        """To a place by its label, as a person goes: it stands in the sidebar, or in a group that stands there."""
        entries = [place, *(group for group, places in GROUPS.items() if place in places)]
        entry = until(f"a way to “{place}”", lambda: next((label for label in entries if self.find_button("Places", label)), None))
        self.press_button("Places", entry)
        if entry != place:
            self.press_button(entry, place)

    def sign_out(self):
        self.press(name=self.translate("Sign out"))
        self.wait_for_focus(self.translate("Begin"))
