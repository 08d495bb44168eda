#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The files that make a machine a kiosk, as systemd's own tools read them: unit, user, folder of the store.

systemd_files.py UNIT     the unit that the build made

Prints TAP. Each check is also run on a damaged copy, which it must refuse. No systemd needs to run here.
"""

import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True      # no cache in the source tree

from tap import Tap       # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SYSUSERS = os.path.join(ROOT, "data", "sysusers.d", "tenken.conf")
TMPFILES = os.path.join(ROOT, "data", "tmpfiles.d", "tenken.conf")
# What systemd-analyze makes of the unit's privileges, from 0 (none) to 100 (all): 19 when this was written.
MOST_EXPOSED = 20


def run(*command):
    """The exit status of a program and what it said, line by line."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, stdin=subprocess.DEVNULL,
                          env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.returncode, (done.stdout + done.stderr).splitlines()


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def check_unit(path):
    """What systemd says of the unit. A word that it does not know it only mentions, so anything said is a fault."""
    status, said = run("systemd-analyze", "verify", "--man=no", path)
    yield from said or ([f"systemd-analyze verify ends with {status}"] if status else [])


def check_exposure(path):
    """The privileges that the unit leaves to the kiosk."""
    status, said = run("systemd-analyze", "security", "--offline=yes", f"--threshold={MOST_EXPOSED}", path)
    if not any("Overall exposure level" in line for line in said):
        yield from ["systemd-analyze gave no verdict", *said]
    elif status:
        yield said[-1]


def check_user(path):
    """What systemd says of the user."""
    status, said = run("systemd-sysusers", "--dry-run", path)
    created = [line for line in said if re.search(r"Would create user 'tenken-kiosk'|Creating user 'tenken-kiosk'", line)]
    known = subprocess.run(("getent", "passwd", "tenken-kiosk"), capture_output=True, check=False, timeout=60)
    if status or any(re.search(r":\d+: ", line) for line in said) or not (created or known.returncode == 0):
        yield from said or [f"systemd-sysusers ends with {status} and creates nobody"]


def check_together(unit):
    """Unit, user and folder name the same things, and the store is for that user alone."""
    text = read(unit)
    user = re.search(r"^User=(\S+)$", text, re.MULTILINE)[1]
    home = re.search(rf'^u {user} - ".+" (\S+) /usr/sbin/nologin$', read(SYSUSERS), re.MULTILINE)
    folder = re.search(rf"^d (\S+) 0700 {user} {user} -$", read(TMPFILES), re.MULTILINE)
    if not home or not folder:
        yield f"no user {user}, or no folder of 0700 that is this user's"
    elif home[1] != folder[1]:
        yield f"the user's home is {home[1]}, the folder {folder[1]}"
    elif f"\nReadWritePaths={folder[1]} " not in text or f"TENKEN_STORE={folder[1]}/" not in text:
        yield f"the unit cannot write to {folder[1]}, or keeps its store elsewhere"


def check_way_out(unit):
    """The kiosk comes again whatever ended it, and the only way to the login prompt leads over the program's own 0."""
    text = read(unit)
    for line in ("Restart=always", "StartLimitIntervalSec=0", "ExecCondition=+/usr/bin/test ! -e %t/tenken-kiosk/left",
                 "Conflicts=getty@tty1.service", "RuntimeDirectoryPreserve=restart"):
        if f"\n{line}\n" not in text:
            yield f"there is no line {line}"
    start = re.search(r"^ExecStart=(.*)$", text, re.MULTILINE)[1]
    if not re.search(r"/cage -d -- \S+/dbus-run-session -- .* /\S+/tenken --kiosk --name=\S+ \$\{TENKEN_STORE\}$", start):
        yield f"starts something else: {start}"
    if " -s" in start.split(" -- ")[0]:
        yield "cage lets people switch to another terminal"


def check_network(unit):
    """The kiosk speaks with the compositor, the bus and udev, and with no other machine."""
    families = re.findall(r"^RestrictAddressFamilies=(.*)$", read(unit), re.MULTILINE)
    if families != ["AF_UNIX AF_NETLINK"]:
        yield f"may open sockets of {families}"


def refuses(check, path, old, new):
    """Yield a fault where a check finds none in a copy in which something was replaced."""
    text = read(path)
    if old not in text:
        yield f"{path} does not hold “{old}”"
        return
    with tempfile.TemporaryDirectory() as folder:
        damaged = os.path.join(folder, os.path.basename(path))
        with open(damaged, "w", encoding="utf-8") as file:
            file.write(text.replace(old, new))
        if not list(check(damaged)):
            yield f"passes with “{new}” for “{old}”"


def main(arguments):
    unit = os.path.abspath(arguments[0])
    tap = Tap()
    for name, check, path in (
            ("the unit is sound", check_unit, unit),
            ("the unit leaves few privileges", check_exposure, unit),
            ("the user is sound", check_user, SYSUSERS),
            ("unit, user and folder belong together", check_together, unit),
            ("the kiosk opens no port and reaches no other machine", check_network, unit),
            ("the kiosk comes again, and is left by PIN only", check_way_out, unit)):
        tap.run(name, lambda check=check, path=path: check(path))
    for name, check, path, old, new in (
            ("a misspelt setting", check_unit, unit, "ProtectHostname=", "ProtectHostnames="),
            ("a program that is not there", check_unit, unit, "ExecStart=/usr/bin/cage", "ExecStart=/usr/bin/no-cage"),
            ("a kiosk with capabilities", check_exposure, unit, "CapabilityBoundingSet=\n", ""),
            ("a user in a wrong form", check_user, SYSUSERS, "u tenken-kiosk", "x tenken-kiosk"),
            ("another user", check_together, unit, "User=tenken-kiosk", "User=kiosk"),
            ("a kiosk on the network", check_network, unit, "AF_UNIX AF_NETLINK", "AF_UNIX AF_NETLINK AF_INET"),
            ("a kiosk that stays away", check_way_out, unit, "Restart=always", "Restart=on-failure"),
            ("a way to other terminals", check_way_out, unit, "cage -d", "cage -d -s")):
        tap.run(f"refused: {name}", lambda case=(check, path, old, new): refuses(*case))
    return tap.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
