#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The files that put the kiosk on a desktop, as the desktop's own tools read them: settings, desktop file, metainfo, icons.

desktop_files.py BUILD_DATA_DIR     the folder of the build directory that holds the translated files

Prints TAP. Each check is also run on a damaged copy, which it must refuse: a check that passes everything is none.
"""

import configparser
import glob
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

sys.dont_write_bytecode = True      # no cache in the source tree

from tap import Tap       # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
APP_ID = "io.github.tenken.Tenken"
SVG = "{http://www.w3.org/2000/svg}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What the metainfo file may be blamed for: ids of applications end in a name with a capital, as GNOME's do.
BLAMES_ALLOWED = {"cid-contains-uppercase-letter"}
ICON = f"data/icons/hicolor/scalable/apps/{APP_ID}.svg"
SYMBOLIC = [f"data/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg"]
SIGNS = ["implemented", "partial", "not-implemented", "not-applicable", "excepted", "later"]


def run(*command):
    """The exit status of a program and what it said, line by line."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, stdin=subprocess.DEVNULL,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.returncode, (done.stdout + done.stderr).splitlines()


def check_schema(path):
    """The settings: what GLib's own compiler says, and texts and ranges, which it does not ask for."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(os.path.abspath(path), os.path.join(folder, f"{APP_ID}.gschema.xml"))
        status, said = run("glib-compile-schemas", "--strict", "--dry-run", folder)
    yield from said if status or said else ()
    keys = ET.parse(path).getroot().findall("schema/key")
    if not keys:
        yield "no key was found"
    for key in keys:
        for part in ("summary", "description", "default"):
            if not (key.findtext(part) or "").strip():
                yield f"{key.get('name')}: there is no {part}"
        if key.get("type") in ("i", "u", "d") and key.find("range") is None:
            yield f"{key.get('name')}: a number without a range"


def check_desktop(path):
    """The desktop file: the validator, Japanese beside English, and the names of the other files."""
    status, said = run("desktop-file-validate", path)
    yield from said if status or said else ()
    entry = configparser.ConfigParser(interpolation=None, delimiters="=", strict=True)
    entry.optionxform = str
    entry.read(path, encoding="utf-8")
    values = dict(entry["Desktop Entry"])
    for name in ("Name", "GenericName", "Comment", "Keywords"):
        if values.get(f"{name}[ja]") in (None, "", values.get(name)):
            yield f"{name} has no Japanese"
    if (values.get("Exec"), values.get("Icon")) != ("tenken", APP_ID):
        yield f"starts {values.get('Exec')} with the icon {values.get('Icon')}"


def check_metainfo(path):
    """The metainfo file: the validator, Japanese beside English, and the names of the other files."""
    status, said = run("appstreamcli", "validate", "--no-net", "--pedantic", "--no-color", path)
    blames = [line for line in said if re.match(r"[EWIP]: ", line) and not any(word in line for word in BLAMES_ALLOWED)]
    yield from blames or ([f"appstreamcli ends with {status}"] if status else [])
    root = ET.parse(path).getroot()
    for name in ("name", "summary", "description/p", "description/ul/li", "screenshots/screenshot/caption"):
        texts = root.findall(name)
        japanese = [text for text in texts if text.get(LANG) == "ja"]
        if not texts or 2 * len(japanese) != len(texts):
            yield f"{name}: {len(japanese)} of {len(texts)} texts are Japanese"
    known = (root.findtext("id"), root.findtext("launchable"), root.findtext("provides/binary"))
    if known != (APP_ID, f"{APP_ID}.desktop", "tenken"):
        yield f"is about {known}"
    pictures = [os.path.basename(image.text) for image in root.findall("screenshots/screenshot/image")]
    if not pictures:
        yield "shows no picture"
    yield from (f"data/screenshots/{name} is not there" for name in pictures
                if not os.path.exists(os.path.join(ROOT, "data", "screenshots", name)))


def check_icon(path):
    """An icon: a square drawing without text or a picture of pixels within."""
    root = ET.parse(path).getroot()
    width, height = root.get("width"), root.get("height")
    if root.tag != f"{SVG}svg" or width != height or root.get("viewBox") != f"0 0 {width} {height}":
        yield f"is no square drawing: {root.attrib}"
    shapes = [part for part in root.iter() if part is not root]
    if not shapes:
        yield "draws nothing"
    for part in shapes:
        if isinstance(part.tag, str) and part.tag.removeprefix(SVG) not in ("path", "rect", "circle", "g"):
            yield f"<{part.tag.removeprefix(SVG)}> is not drawn the same everywhere"


def check_symbolic(path):
    """A symbolic icon: GTK gives every path, rectangle and circle the colour of the text, also one that was not filled."""
    yield from check_icon(path)
    root = ET.parse(path).getroot()
    if root.get("width") != "16":
        yield f"is drawn for {root.get('width')} px, not for 16"
    for part in root.iter():
        if part.get("stroke") or part.get("style") or part.get("fill") == "none":
            yield "draws with a stroke, a style or without a fill, which GTK fills"


def refuses(check, path, old, new):
    """Yield a fault where a check finds none in a copy in which something was replaced."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if old not in text:
        yield f"{path} does not hold “{old}”"
        return
    with tempfile.TemporaryDirectory() as folder:
        damaged = os.path.join(folder, os.path.basename(path))
        with open(damaged, "w", encoding="utf-8") as file:
            file.write(text.replace(old, new))
        if not list(check(damaged)):
            yield f"passes with “{new}” for “{old}”"


def check_icons_there():
    """The icons that the desktop and the screens ask for by name."""
    signs = [f"ui/icons/scalable/actions/tnk-{sign}-symbolic.svg" for sign in SIGNS]
    for path in [ICON, *SYMBOLIC, *signs]:
        if not os.path.exists(os.path.join(ROOT, path)):
            yield f"{path} is not there"


def main(arguments):
    built = arguments[0]
    schema = os.path.join(ROOT, "data", f"{APP_ID}.gschema.xml")
    desktop = os.path.join(built, f"{APP_ID}.desktop")
    metainfo = os.path.join(built, f"{APP_ID}.metainfo.xml")
    icon = os.path.join(ROOT, ICON)
    symbolic = os.path.join(ROOT, SYMBOLIC[0])
    tap = Tap()
    tap.run("settings: sound, each with texts and a range", lambda: check_schema(schema))
    tap.run("desktop file: sound, in both languages", lambda: check_desktop(desktop))
    tap.run("metainfo: sound, in both languages", lambda: check_metainfo(metainfo))
    tap.run("icons: each has its file", check_icons_there)
    tap.run("the icon of the application", lambda: check_icon(icon))
    for path in sorted([symbolic, *glob.glob(os.path.join(ROOT, "ui", "icons", "**", "*.svg"), recursive=True)]):
        tap.run(os.path.basename(path), lambda path=path: check_symbolic(path))
    for name, check, path, old, new in (
            ("a default outside of its range", check_schema, schema, "<default>180<", "<default>8<"),
            ("a setting without a summary", check_schema, schema, "<summary>Text size</summary>", ""),
            ("a number without a range", check_schema, schema, '<range min="100" max="200"/>', ""),
            ("a desktop file without a type", check_desktop, desktop, "Type=Application\n", ""),
            ("a desktop file without Japanese", check_desktop, desktop, "Comment[ja]", "Comment[de]"),
            ("metainfo without a licence", check_metainfo, metainfo, "<metadata_license>CC0-1.0</metadata_license>", ""),
            ("metainfo without Japanese", check_metainfo, metainfo, 'xml:lang="ja"', 'xml:lang="de"'),
            ("an icon with text", check_icon, icon, "<circle", "<text/><circle"),
            ("a sign with a stroke", check_symbolic, symbolic, "<path", '<path stroke="#000"')):
        tap.run(f"refused: {name}", lambda case=(check, path, old, new): refuses(*case))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
