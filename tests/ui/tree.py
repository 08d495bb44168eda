# SPDX-License-Identifier: LGPL-2.1-or-later
"""The accessibility tree of a program, read as a whole: one answer of the program has every thing that it has told of, with
its name, role and states. Asked for one by one over the bus, they take ten times as long, and the tree changes meanwhile."""

import json
import time

import gi

gi.require_version("Atspi", "2.0")
gi.require_version("Json", "1.0")
from gi.repository import Atspi, Gio, GLib, Json  # noqa: E402

State = Atspi.StateType
NOWHERE = "/org/a11y/atspi/null"
ROOT = "/org/a11y/atspi/accessible/root"
PROPERTIES = "org.freedesktop.DBus.Properties"
ACCESSIBLE = "org.a11y.atspi.Accessible"
# Milliseconds for one answer.
PATIENCE = 30_000
# What is read on at once, and how often a tree is read on before it is given up.
FEW = 8
ROUNDS = 30
# Seconds that GTK shows a button going down which is pressed in this way, and a little more; until then nothing happens, and
# another press is lost.
PRESS = 0.3
TABLES = (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE)


class Bus:
    """The accessibility bus, by which a program is asked."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, PATIENCE, None)
        flags = Gio.DBusConnectionFlags
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address.unpack()[0], flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION)

    def call(self, name, path, interface, method, arguments=None):
        """The answer to one question, as a GVariant."""
        return self.connection.call_sync(name, path, interface, method, arguments, None, 0, PATIENCE, None)

    def call_each(self, name, calls):
        """The answers to many, which are all on their way at once: [(path, interface, method, arguments)]."""
        answers, left = [None] * len(calls), len(calls)

        def take(connection, result, index):
            nonlocal left
            left -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()[0]
            except GLib.Error as fault:
                answers[index] = fault
        for index, (path, interface, method, arguments) in enumerate(calls):
            self.connection.call(name, path, interface, method, arguments, None, 0, PATIENCE, None, take, index)
        while left > 0:
            GLib.MainContext.default().iteration(True)
        for answer in answers:
            if isinstance(answer, GLib.Error):
                raise answer
        return answers

    def find_programs(self):
        """All programs that are on it."""
        rows = self.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren").unpack()[0]
        return [Program(self, name) for name, _path in rows]

    def get_pid(self, name):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                         GLib.Variant("(s)", (name,))).unpack()[0]


class Program:
    """A program on the bus. What is below it is read anew each time that it is asked for."""

    def __init__(self, bus, name):
        self.bus = bus
        self.address = name

    def ask(self, path, interface, method, arguments=None):
        return self.bus.call(self.address, path, f"org.a11y.atspi.{interface}", method, arguments).unpack()

    @property
    def pid(self):
        return self.bus.get_pid(self.address)

    @property
    def name(self):
        return self.ask_property("Name")

    @property
    def windows(self):
        """How many windows it has, dialogs among them."""
        return self.ask_property("ChildCount")

    def ask_property(self, name, interface="Accessible", path=ROOT):
        return self.bus.call(self.address, path, PROPERTIES, "Get",
                             GLib.Variant("(ss)", (f"org.a11y.atspi.{interface}", name))).unpack()[0]

    def read(self, tables=True, choose=None):
        """The tree as it is now. What stands in tables is left out unless it is asked for; of many children those can be
        chosen that are to be read."""
        return Reading(self, tables, choose).read()


class Reading:
    """How a tree is read. A program tells by itself of what it was asked about before; the rest is asked for level by level."""

    def __init__(self, program, tables, choose):
        self.program = program
        self.tables = tables
        self.choose = choose or (lambda role, children: children)
        self.told = {}          # path: what the program said of it
        self.below = {}         # path: the paths below it, as they were told
        self.asked = {}         # the same, as they were asked for

    def listen(self):
        """All that the program tells of, and what is below what."""
        answer = self.program.bus.call(self.program.address, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems")
        self.told, self.below = {}, {}
        # By way of JSON, which is read five times as fast as a GVariant.
        for item in json.loads(Json.gvariant_serialize_data(answer)[0])[0]:
            self.told[item[0][1]] = item
            if item[3] >= 0:
                self.below.setdefault(item[2][1], []).append((item[3], item[0][1]))

    def get_children(self, path):
        """The paths below a thing, or None where they must be asked for. A thing is known in full where as many are told of
        as it says that it has, each at a place of its own."""
        if path in self.asked:
            return self.asked[path]
        if path not in self.told or path == ROOT:
            return None
        children = sorted(self.below.get(path, []))
        if [index for index, _child in children] != list(range(self.told[path][4])):
            return None
        return [child for _index, child in children]

    def ask(self, paths):
        rows = self.program.bus.call_each(self.program.address, [(path, ACCESSIBLE, "GetChildren", None) for path in paths])
        # A page of a stack that was never shown has no path before it is asked for by its place.
        places = [(path, index) for path, row in zip(paths, rows) for index, (_name, child) in enumerate(row) if child == NOWHERE]
        late = dict(zip(places, self.program.bus.call_each(self.program.address, [
            (path, ACCESSIBLE, "GetChildAtIndex", GLib.Variant("(i)", (index,))) for path, index in places])))
        for path, row in zip(paths, rows):
            children = [late.get((path, index), (None, child))[1] for index, (_name, child) in enumerate(row)]
            self.asked[path] = [child for child in children if child != NOWHERE]

    def is_left_out(self, path):
        return not self.tables and path in self.told and self.told[path][7] in TABLES

    def explore(self):
        """Asks for what is not known; says whether there was anything new."""
        level, is_new = [ROOT], False
        while level:
            unknown = [path for path in level if self.get_children(path) is None]
            if unknown:
                self.ask(unknown)
            following = []
            for path in level:
                is_new |= path not in self.told
                following += self.choose_children(path)
            level = following
        return is_new

    def choose_children(self, path):
        """What is below a thing and wanted. Of what has much below it, it must first be known what it is."""
        children = self.get_children(path) or []
        if path not in self.told:
            return children if len(children) <= FEW else []
        return [] if self.is_left_out(path) else self.choose(self.told[path][7], children)

    def read(self):
        for _round in range(ROUNDS):
            self.listen()
            if not self.explore():
                return self.make(ROOT)
        raise LookupError("the tree does not come to rest")

    def make(self, path):
        if path not in self.told:
            raise LookupError(f"{path} went while it was read")
        return Node(self.program, self.told[path], [self.make(child) for child in self.choose_children(path)])


class Node:
    """A thing as it was when the tree was read. What is done to it reaches the thing itself."""

    def __init__(self, program, told, children):
        self.program = program
        self.path = told[0][1]
        self.interfaces = told[5]
        self.name = told[6]
        self.kind = Atspi.Role(told[7])
        self.states = told[9][0] | told[9][1] << 32
        self.children = children

    @property
    def role(self):
        """The word for what it is, such as “push button”."""
        return Atspi.role_get_name(self.kind)

    def has(self, state):
        return bool(self.states >> int(state) & 1)

    def walk(self):
        """It and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def act(self):
        """What a click does, as assistive technology has it; whether it was done."""
        done = self.program.ask(self.path, "Action", "DoAction", GLib.Variant("(i)", (0,)))[0]
        if done and self.kind == Atspi.Role.PUSH_BUTTON:
            time.sleep(PRESS)
        return done

    def count_actions(self):
        if "org.a11y.atspi.Action" not in self.interfaces:
            return 0
        return self.program.ask_property("NActions", "Action", self.path)

    def get_text(self):
        length = self.program.ask_property("CharacterCount", "Text", self.path)
        return self.program.ask(self.path, "Text", "GetText", GLib.Variant("(ii)", (0, length)))[0]

    def set_text(self, text):
        return self.program.ask(self.path, "EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))[0]

    def get_size(self):
        _x, _y, width, height = self.program.ask(self.path, "Component", "GetExtents", GLib.Variant("(u)", (1,)))[0]
        return width, height
