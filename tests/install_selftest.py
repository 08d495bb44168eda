#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows that .ci/install does what it says, with stand-ins for dpkg, apt-get and sudo. Prints TAP.

The real apt-get is not called: a machine that runs the tests has all packages already.
"""

import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True      # no cache in the source tree

from tap import Tap       # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
INSTALL = os.path.join(ROOT, ".ci", "install")
PACKAGES = os.path.join(ROOT, ".ci", "packages")
# Programs of the system that the script may use; all others are stand-ins or missing.
PLAIN = ("awk", "bash", "cat", "comm", "dirname", "env", "mktemp", "readlink", "rm", "sort", "tail", "tr", "true")

DPKG_QUERY = '''for name; do
  case "$name" in -*) ;; *) grep -qx "$name" "$STATE/installed" && echo "$name installed" || status=1 ;; esac
done
exit ${status:-0}'''
# Notes what it is called with and under which rights, and fails as often as $STATE/fail-WHAT says.
APT_GET = '''echo "$RIGHTS $*" >>"$STATE/calls"
what=install; for word; do case "$word" in update) what=update ;; --simulate) what=simulate; break ;; esac; done
left=$(cat "$STATE/fail-$what" 2>/dev/null || echo 0)
if [ "$left" -gt 0 ]; then echo $((left - 1)) >"$STATE/fail-$what"; echo "E: no luck"; exit 100; fi
[ "$what" != install ] || for word; do case "$word" in -* | *=* | */* | install) ;; *) echo "$word" >>"$STATE/installed" ;; esac; done'''
SUDO = '''[ -z "$PASSWORD_WANTED" ] || exit 1
[ "$1" = -n ] && shift; RIGHTS=sudo exec "$@"'''


class Machine:
    """A made-up machine: who the user is, what is installed, what apt-get does."""

    def __init__(self, folder, uid=0, installed=(), sudo=True, apt=True, fail=None):
        self.state = folder
        self.path = os.path.join(folder, "bin")
        os.mkdir(self.path)
        for name in PLAIN:
            os.symlink(next(p for p in (f"/usr/bin/{name}", f"/bin/{name}") if os.path.exists(p)), f"{self.path}/{name}")
        os.symlink("/bin/grep", f"{self.path}/grep")
        self.write("bin/id", f"echo {uid}")
        self.write("bin/sleep", "")
        self.write("bin/dpkg", "")
        self.write("bin/dpkg-query", DPKG_QUERY)
        if apt:
            self.write("bin/apt-get", APT_GET)
        if sudo:
            self.write("bin/sudo", SUDO)
        self.write("installed", "\n".join(installed))
        self.write("calls", "")
        for what, times in (fail or {}).items():
            self.write(f"fail-{what}", str(times))

    def write(self, name, text):
        path = os.path.join(self.state, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\n{text}\n" if name.startswith("bin/") else f"{text}\n" if text else "")
        os.chmod(path, 0o755)

    def install(self, *groups, **environment):
        run = subprocess.run(["/bin/bash", INSTALL, *groups], capture_output=True, text=True, check=False, timeout=60,
                             stdin=subprocess.DEVNULL, env={"PATH": self.path, "STATE": self.state, "RIGHTS": "own",
                                                            "PASSWORD_WANTED": "", "TMPDIR": self.state, **environment})
        with open(os.path.join(self.state, "calls"), encoding="utf-8") as file:
            return run.returncode, run.stdout, run.stderr, file.read().splitlines()


def read_packages():
    """The list as a stranger reads it: (line, group, package, why)."""
    entries = []
    with open(PACKAGES, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip() and not line.startswith("#"):
                match = re.fullmatch(r"(\w+) +([a-z0-9][a-z0-9+.-]+) +# (\S.*)\n", line)
                entries.append((number, *(match.groups() if match else (None, None, None))))
    return entries


def try_on(action, **machine):
    with tempfile.TemporaryDirectory() as folder:
        return action(Machine(folder, **machine))


def cases():
    entries = read_packages()
    bad = [number for number, group, _, _ in entries if group not in ("build", "run", "test", "bench", "tools")]
    yield "every line of the list is a group, a package and why", entries and not bad, bad
    pairs = [(group, package) for _, group, package, _ in entries]
    yield "no package stands twice in a group", len(pairs) == len(set(pairs)), pairs
    run = sorted({package for group, package in pairs if group == "run"})
    two = sorted({package for group, package in pairs if group in ("run", "bench")})

    got = try_on(lambda m: m.install("--list", "run", "bench"))
    yield "--list names the packages of the groups", (got[0], got[1].split()) == (0, two), got
    got = try_on(lambda m: m.install("run"), installed=run)
    yield "does nothing when all is there", got == (0, "", "", []), got
    got = try_on(lambda m: m.install("run"), installed=run[1:])
    yield "installs only what is missing", got[0] == 0 and len(got[3]) == 2 and got[3][-1].endswith(f" install {run[0]}"), got
    yield "asks nothing, recommends nothing, removes nothing", all(
        word in got[3][-1] for word in ("--yes", "--no-install-recommends", "--no-remove")), got
    got = try_on(lambda m: m.install("run"), fail={"simulate": 1})
    yield "fetches the lists where they are wanting", [c.split()[-1] for c in got[3]][1] == "update" and got[0] == 0, got
    got = try_on(lambda m: m.install("run"), fail={"simulate": 1, "update": 1})
    yield "tries the lists once more", got[0] == 0 and sum(c.endswith(" update") for c in got[3]) == 2, got
    got = try_on(lambda m: m.install("run"), fail={"install": 1})
    yield "tries the installation once more", got[0] == 0 and "once more" in got[2], got
    got = try_on(lambda m: m.install("run"), fail={"install": 9})
    yield "gives up and names the packages", got[0] == 1 and got[2].endswith(f"see above: {' '.join(run)}\n"), got
    got = try_on(lambda m: m.install("run"), uid=1000)
    yield "uses sudo when not root", got[0] == 0 and got[3] and all(c.startswith("sudo ") for c in got[3]), got
    for name, result in (
            ("no sudo", try_on(lambda m: m.install("run"), uid=1000, sudo=False)),
            ("a sudo that asks", try_on(lambda m: m.install("run", PASSWORD_WANTED="yes"), uid=1000)),
            ("no Debian", try_on(lambda m: m.install("run"), apt=False))):
        yield f"{name}: one line with the packages", (
            result[0] == 1 and result[2].count("\n") == 1 and " ".join(run) in result[2] and not result[3]), result
    got = try_on(lambda m: m.install("run", TENKEN_NO_INSTALL="1"), apt=False)
    yield "TENKEN_NO_INSTALL leaves all as it is", got == (0, "", "", []), got
    got = try_on(lambda m: m.install("run", "nonsense"))
    yield "a group that is not there is wrong usage", got[0] == 2 and "nonsense" in got[2] and not got[3], got
    got = try_on(lambda m: m.install())
    yield "no group is wrong usage", got[0] == 2 and not got[3], got


def main():
    tap = Tap()
    for name, good, found in cases():
        tap.point(name, [] if good else [f"found instead: {found}"])
    return tap.end()


if __name__ == "__main__":
    sys.exit(main())
