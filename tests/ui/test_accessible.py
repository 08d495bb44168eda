#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a screen reader gets of every page: whatever can be reached must have a name, a role that says what it is, and an
action. Looked at from outside, through the accessibility bus, as a screen reader does.

Usage: test_accessible.py SHOW-PAGES"""

import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

sys.dont_write_bytecode = True      # no cache in the source tree
from tree import Bus, State  # noqa: E402

# Roles that say nothing about what something is.
GENERIC = {
    Atspi.Role.INVALID, Atspi.Role.UNKNOWN, Atspi.Role.FILLER, Atspi.Role.PANEL, Atspi.Role.REDUNDANT_OBJECT,
    Atspi.Role.EXTENDED, Atspi.Role.GLASS_PANE, Atspi.Role.ROOT_PANE, Atspi.Role.LAYERED_PANE,
}
# Roles that somebody acts on, whether or not the focus comes to them.
INTERACTIVE = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON, Atspi.Role.ENTRY,
    Atspi.Role.PASSWORD_TEXT, Atspi.Role.TEXT, Atspi.Role.COMBO_BOX, Atspi.Role.SLIDER, Atspi.Role.SPIN_BUTTON,
    Atspi.Role.LIST_ITEM, Atspi.Role.MENU_ITEM, Atspi.Role.LINK, Atspi.Role.PAGE_TAB, Atspi.Role.PUSH_BUTTON_MENU,
}
# Writing and moving are actions of their own.
WRITTEN = {Atspi.Role.ENTRY, Atspi.Role.PASSWORD_TEXT, Atspi.Role.TEXT}
# What only shows something, and is to be told by its name.
PICTURES = {Atspi.Role.IMAGE, Atspi.Role.PROGRESS_BAR, Atspi.Role.CHART}
# What GTK says for something that nobody has named.
TYPE_NAME = re.compile(r"(Gtk|Adw|Tenken)[A-Z]\w+")
MOST_FAULTS = 12
# How many rows of a long list are looked at, at its start and at its end.
ROWS = 8
# How often a tree is read until it stays as it is.
MOST_READINGS = 100


def choose_children(role, children):
    """Of a long list its start and its end: what stands between is made by the same hand, and there can be hundreds."""
    if len(children) <= 2 * ROWS or role not in (Atspi.Role.LIST, Atspi.Role.TABLE, Atspi.Role.TREE_TABLE):
        return children
    return [*children[:ROWS], *children[-ROWS:]]


def walk(node, path=()):
    """All nodes below one, with those above each."""
    yield node, path
    for child in node.children:
        yield from walk(child, path + (node,))


def describe(node, path):
    """A node in words: its role and name, and those of what is around it."""
    around = (node, *reversed(path[-3:]))
    return " in ".join(f"{one.role} “{one.name[:30]}”" for one in around)


def has_name(node):
    return bool(node.name.strip()) and not TYPE_NAME.fullmatch(node.name)


def holds(node, condition):
    """Whether something below a node is so."""
    return any(condition(one) for one, path in walk(node) if path)


def is_acted_on(node):
    return node.kind in INTERACTIVE and node.count_actions() > 0


def is_reached(node):
    """Whether the focus comes to a node, or somebody acts on it without."""
    role = node.kind
    if not node.has(State.SENSITIVE):
        return False
    if role == Atspi.Role.SCROLL_PANE:
        # The focus comes to what scrolls only where there is nothing in it to come to.
        return not holds(node, lambda one: one.has(State.FOCUSABLE))
    if node.has(State.FOCUSABLE):
        return True
    # A case around a button, such as GTK has around the button of a menu, is not pressed itself.
    return role in INTERACTIVE and not holds(node, is_acted_on)


def is_close_of_toast(path):
    """The button that closes a toast is made by libadwaita, without a name up to 1.2; what the toast says is spoken."""
    return bool(path) and path[-1].name == "AdwToastWidget"


def find_faults(node, path):
    """What is wrong with one node."""
    role = node.kind
    # A picture must speak for itself, unless it stands in a button, whose name says all.
    if role in PICTURES and not has_name(node) and not any(one.kind in INTERACTIVE for one in path):
        yield "no name"
    if not is_reached(node):
        return
    if role in GENERIC:
        yield "a role that says nothing"
    if not has_name(node) and not is_close_of_toast(path):
        yield "no name"
    if role in WRITTEN:
        if "org.a11y.atspi.EditableText" not in node.interfaces and node.has(State.EDITABLE):
            yield "nothing can be written"
    elif role == Atspi.Role.TABLE_ROW:
        # A row of GtkColumnView can have no action; what stands first in it has the row's name and opens it.
        if not holds(node, lambda one: is_acted_on(one) and one.name == node.name):
            yield "no action"
    elif role != Atspi.Role.SCROLL_PANE and node.count_actions() == 0:
        yield "no action"


class Program:
    """The program that shows the pages."""

    def __init__(self, command):
        self.process = subprocess.Popen([command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.names = []
        while line := self.process.stdout.readline().strip():
            if not line.startswith("#"):
                self.names.append(line)

    def show(self, name):
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        while answer.startswith("#"):
            answer = self.process.stdout.readline().strip()
        return answer == "shown"

    def end(self):
        self.process.stdin.close()
        return self.process.wait(timeout=20)

    def find(self):
        """It as it is on the bus."""
        bus, end = Bus(), time.monotonic() + 10
        while time.monotonic() < end:
            for program in bus.find_programs():
                if program.pid == self.process.pid:
                    return program
            time.sleep(0.05)
        raise SystemExit("the program is not on the accessibility bus")


def read_still(program):
    """The tree once it stays as it is: a long list is filled little by little after its page is shown."""
    before = None
    for _reading in range(MOST_READINGS):
        tree = program.read(choose=choose_children)
        paths = [node.path for node in tree.walk()]
        if paths == before:
            return tree
        before = paths
        time.sleep(0.05)
    raise LookupError("the tree does not come to rest")


def look(program):
    """The faults of the page that is shown, and how many nodes it has that somebody acts on."""
    faults, n_nodes, n_acted = [], 0, 0
    for node, path in walk(read_still(program)):
        n_nodes += 1
        n_acted += node.kind in INTERACTIVE
        faults += [f"{fault}: {describe(node, path)}" for fault in find_faults(node, path)]
    return faults, n_nodes, n_acted


def look_until_still(program):
    """The same; a tree that changes while it is read is read again."""
    for _ in range(5):
        try:
            return look(program)
        except (GLib.Error, LookupError):
            time.sleep(0.2)
    return ["the tree does not come to rest"], 0, 0


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    program = Program(sys.argv[1])
    chosen = os.environ.get("TENKEN_PAGE")
    names = [name for name in program.names if chosen in (None, name)]
    print(f"1..{len(names)}", flush=True)
    on_bus, failed = None, False
    for number, name in enumerate(names, 1):
        if not program.show(name):
            faults, n_nodes, n_acted = ["it cannot be shown"], 0, 0
        else:
            on_bus = on_bus or program.find()
            faults, n_nodes, n_acted = look_until_still(on_bus)
        # A check that has seen nothing has checked nothing. Only where the program waits there is nothing to press.
        if n_nodes < 5 or (n_acted == 0 and not name.startswith("welcome-")):
            faults.append(f"only {n_nodes} nodes, {n_acted} of them to act on")
        for fault in faults[:MOST_FAULTS]:
            print(f"# {name}: {fault}")
        failed |= bool(faults)
        print(f"{'not ' if faults else ''}ok {number} {name} - {n_nodes} nodes, {n_acted} to act on", flush=True)
    if program.end() != 0:
        raise SystemExit("the program did not end well")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
