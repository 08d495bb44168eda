# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads a catalog with the files that it includes, and lists what it holds, for the content tests.

It reads what the C loader reads (src/tenken/catalog/tnk-catalog-loader.c) but judges nothing beyond the syntax:
whatever else is wrong, the rules shall be able to say so.
"""

import collections
import functools
import json
import os
import re

import json_lines
import source_runs

MARKS = {"responsible": "○", "informed": "△", "permits": "許", "approves": "承"}
CONTROL_PATH = re.compile(r"controls\[[0-9]+\]$")
SCORED = ("responsible", "permits", "approves")


def unique_members(pairs):
    """Build an object, as json.loads does, but refuse a member that stands twice."""
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError("stands twice: " + ", ".join(sorted({name for name in names if names.count(name) > 1})))
    return members


def refuse_constant(word):
    """Refuse NaN and Infinity, which json.loads would take."""
    raise ValueError(f"{word} is not JSON")


class Source:
    """One JSON file: its name for messages, its text, its data, and what is wrong with its syntax."""

    def __init__(self, name, text):
        self.name = name
        self.text = text
        self.data = {}
        self.fault = None
        try:
            data = json.loads(text, object_pairs_hook=unique_members, parse_constant=refuse_constant)
        except ValueError as error:
            self.fault = str(error)
            return
        if isinstance(data, dict):
            self.data = data
        else:
            self.fault = "an object {…} is expected"

    @classmethod
    def read(cls, path, name):
        """Read a file; that it cannot be read is a fault of it, too."""
        try:
            with open(path, encoding="utf-8") as file:
                return cls(name, file.read())
        except (OSError, UnicodeDecodeError) as error:
            source = cls(name, "{}")
            source.fault = str(error)
            return source

    @functools.cached_property
    def lines(self):
        """The line of every path; worked out when the first fault is to be shown."""
        return json_lines.lines_of(self.text) if self.fault is None else {}

    def line(self, path):
        """The line of a path, or of its nearest ancestor that is there."""
        while path and path not in self.lines:
            path = path[:max(path.rfind("."), path.rfind("["), 0)]
        return self.lines.get(path, 1)


class Entry:
    """A value of a catalog and where it stands. Two entries are equal if they are the same place."""

    def __init__(self, kind, source, path, value, parent=None):
        self.kind = kind
        self.source = source
        self.path = path
        self.value = value
        self.parent = parent

    def get(self, name, default=None):
        """A member of the value, or the default if there is none."""
        return self.value.get(name, default) if isinstance(self.value, dict) else default

    def child(self, kind, *steps):
        """The entry of a member, or of an element of a member."""
        value, path = self.value, self.path
        for step in steps:
            value = value[step]
            path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
        return Entry(kind, self.source, path, value, self)

    def children(self, kind, name):
        """The entries of a list, or none if it is missing or no list."""
        elements = self.get(name)
        return [self.child(kind, name, i) for i in range(len(elements))] if isinstance(elements, list) else []

    def control_id(self):
        """The id of the control that this is, or is a part of."""
        entry = self
        while entry is not None and not CONTROL_PATH.search(entry.path):
            entry = entry.parent
        return entry.get("id") if entry is not None else None

    def __eq__(self, other):
        return isinstance(other, Entry) and (self.source.name, self.path) == (other.source.name, other.path)

    def __hash__(self):
        return hash((self.source.name, self.path))

    def __str__(self):
        control = self.control_id()
        about = f" ({control})" if control else ""
        return f"{self.source.name}:{self.source.line(self.path)}" + (f": {self.path}{about}" if self.path else "")


def texts_below(entry):
    """Every {"ja": …, "en": …} at or below an entry."""
    if isinstance(entry.value, list):
        steps = range(len(entry.value))
    elif isinstance(entry.value, dict):
        if "ja" in entry.value or "en" in entry.value:
            entry.kind = "text"
            yield entry
            return
        steps = [name for name in entry.value if name != "$comment"]
    else:
        steps = ()
    for step in steps:
        yield from texts_below(entry.child("part", step))


class Catalog:
    """A catalog: its files, and all that stands in them, listed by kind in the catalog's order."""

    def __init__(self, source, includes=()):
        self.source = source
        self.sources = [source, *includes]
        self.root = Entry("catalog", source, "", source.data)

    @functools.cached_property
    def entries(self):
        """All entries by kind: file, catalog, role, reason, chapter, section, control, duty, question, text."""
        found = {
            "file": [Entry("file", source, "", source.data) for source in self.sources],
            "catalog": [self.root],
            "role": self.root.children("role", "roles"),
            "reason": self.root.children("reason", "not_applicable_reasons"),
            "chapter": self.root.children("chapter", "chapters"),
        }
        found["section"] = [section for chapter in found["chapter"] for section in self.sections_of(chapter)]
        found["control"] = [control for section in found["section"]
                            for control in section.children("control", "controls")]
        found["duty"] = [duty for control in found["control"] for duty in duties_of(control)]
        found["question"] = [question for control in found["control"]
                             for question in control.children("question", "questions")]
        found["text"] = [text for file in found["file"] for text in texts_below(file)]
        return found

    def sections_of(self, chapter):
        """The sections of a chapter, each where it really stands."""
        by_name = {source.name: source for source in self.sources}
        for entry in chapter.children("section", "sections"):
            name = include_name(self.source, entry.value)
            if name is None:
                yield entry
            elif name in by_name:
                yield Entry("section", by_name[name], "", by_name[name].data)

    @functools.cached_property
    def role_ids(self):
        """The ids of the roles, in column order."""
        return [role.get("id") for role in self.entries["role"]]

    def id_of(self, entry):
        """The id of an entry; that of a question without one is made as the C loader makes it."""
        if entry.kind != "question" or entry.get("id") is not None:
            return entry.get("id")
        first = [role for role in self.role_ids if role in entry.get("roles", ())]
        return f"{entry.parent.get('id')}/{first[0]}" if first else entry.parent.get("id")

    @functools.cached_property
    def first_of(self):
        """The first entry that has an id, by kind and id."""
        found = {}
        for kind in ("role", "reason", "chapter", "section", "control", "question"):
            for entry in self.entries[kind]:
                found.setdefault((kind, self.id_of(entry)), entry)
        return found

    @functools.cached_property
    def rows_of(self):
        """The controls of each clause, in the catalog's order."""
        found = collections.defaultdict(list)
        for control in self.entries["control"]:
            found[control.get("clause")].append(control)
        return found

    @functools.cached_property
    def first_asked(self):
        """The first question that asks a role something in a language."""
        found = {}
        for question in self.entries["question"]:
            for role in question.get("roles", ()):
                for language in ("ja", "en"):
                    found.setdefault((role, language, (question.get("text") or {}).get(language, "")), question)
        return found

    @functools.cached_property
    def source_runs(self):
        """The runs of the source documents that no text may share."""
        return source_runs.shipped()


def duties_of(control):
    """The duties of a control: one entry for each role, its value the mark's word."""
    duties = control.get("duties")
    if not isinstance(duties, dict):
        return []
    return [control.child("duty", "duties", role) for role in duties if role != "$comment"]


def duty_role(duty):
    """The role of a duty."""
    return duty.path[len(f"{duty.parent.path}.duties."):]


def include_name(source, section):
    """The name, for messages, of the file that a section is read from, or None for one that stands here."""
    name = section.get("include") if isinstance(section, dict) else None
    return f"{os.path.dirname(source.name)}/{name}".lstrip("/") if isinstance(name, str) else None


def read_catalog(path, name):
    """Read a catalog file and the files that it includes."""
    source = Source.read(path, name)
    includes = []
    for chapter in Catalog(source).entries["chapter"]:
        for section in chapter.children("section", "sections"):
            other = include_name(source, section.value)
            if other is not None:
                includes.append(Source.read(os.path.join(os.path.dirname(path), section.value["include"]), other))
    return Catalog(source, includes)


def from_data(data, name="memory.json"):
    """Make a catalog of a value in memory, as if it had been read from a file."""
    return Catalog(Source(name, json.dumps(data, ensure_ascii=False, indent=2)))


def marks_of(catalog, control):
    """The marks of a control in column order: one symbol or nothing for each role."""
    duties = control.get("duties", {})
    return [MARKS.get(duties.get(role), "") for role in catalog.role_ids]
