# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds the line of every value in a JSON text, which the json module does not tell."""

import json
import re

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+|\n')


def tokens(text):
    """Yield the tokens of a JSON text, each with its line."""
    line = 1
    for match in TOKEN.finditer(text):
        if match[0] == "\n":
            line += 1
        else:
            yield match[0], line


def walk_members(rest, path, found):
    """Go through an object whose brace is behind us."""
    name, line = next(rest)
    while name != "}":
        if name != ",":
            where = f"{path}.{json.loads(name)}" if path else json.loads(name)
            found[where] = line
            next(rest)      # the colon
            walk(next(rest), rest, where, found)
        name, line = next(rest)


def walk_elements(rest, path, found):
    """Go through an array whose bracket is behind us."""
    index = 0
    token = next(rest)
    while token[0] != "]":
        if token[0] != ",":
            walk(token, rest, f"{path}[{index}]", found)
            index += 1
        token = next(rest)


def walk(token, rest, path, found):
    """Note the line of a value, and of all that it holds."""
    found.setdefault(path, token[1])
    if token[0] == "{":
        walk_members(rest, path, found)
    elif token[0] == "[":
        walk_elements(rest, path, found)


def lines_of(text):
    """Map the path of every value, such as controls[3].title.ja, to its line. The text must be valid JSON."""
    found = {}
    rest = tokens(text)
    walk(next(rest), rest, "", found)
    return found
