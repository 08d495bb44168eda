# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds out whether a text shares a run of 25 characters with one of the source documents.

The documents themselves are not in this repository. tests/fixtures/source-runs.bin stands in for them: it holds a hash
of every run of 25 characters in them, made by make_source_runs.py, and cannot be turned back into text. Before hashing,
a text is brought into NFC and all white space is taken out, since the documents break their lines within words. The
hash is BLAKE2b with 48 bits; the file is one line of ASCII that says what follows, then the hashes, sorted, six bytes
each. Nothing in it depends on time or place: the same documents give the same bytes.

With 176,580 hashes, a run that is not in the documents is taken for one of them with a probability of 176,580 / 2^48,
or 6.3e-10; over half a million runs (mic-2020 has a quarter of a million) that is one chance in 3,000. A run that is in
them is never missed.
"""

import functools
import glob
import hashlib
import os
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURE = os.path.join(HERE, "..", "fixtures", "source-runs.bin")
NAMES = os.path.join(HERE, "allowed-runs.txt")
RUN = 25
BYTES = 6


def normalize(text):
    """Bring a text into the form in which runs are compared."""
    return "".join(unicodedata.normalize("NFC", text).split())


def run_hash(run):
    """The hash of one run."""
    return hashlib.blake2b(run.encode(), digest_size=BYTES).digest()


def runs_of(text):
    """Every run of a text in its normal form."""
    return (text[i:i + RUN] for i in range(len(text) - RUN + 1))


def hashes_of(texts):
    """The hashes of every run of some texts."""
    return {run_hash(run) for run in {run for text in texts for run in runs_of(normalize(text))}}


def pack(hashes):
    """The bytes of the fixture."""
    head = f"Tenken source runs, format 1: {RUN} characters, {8 * BYTES} bits, {len(hashes)} hashes\n"
    return head.encode() + b"".join(sorted(hashes))


def unpack(data):
    """The hashes in the bytes of the fixture. A file that is cut off, or that another rule made, is refused."""
    body = data[data.index(b"\n") + 1:]
    hashes = {body[i:i + BYTES] for i in range(0, len(body), BYTES)}
    if not hashes or len(body) % BYTES or pack(hashes) != data:
        raise ValueError("not a fixture of source runs; make it anew with make_source_runs.py")
    return hashes


def shared_folder():
    """The folder of the source documents, $TENKEN_SHARED or ../shared beside the project; None if it is not there."""
    beside = os.path.join(HERE, "..", "..", "..", "shared")
    folder = os.path.join(os.environ.get("TENKEN_SHARED") or beside, "seeds")
    return os.path.normpath(folder) if os.path.isdir(folder) else None


def seed_paths(folder):
    """The source documents in a folder."""
    paths = sorted(glob.glob(os.path.join(glob.escape(folder), "*.txt")))
    if not paths:
        raise FileNotFoundError(f"{folder} holds no document")
    return paths


def seed_hashes(folder):
    """The hashes of every run of the documents in a folder."""
    texts = []
    for path in seed_paths(folder):
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())
    return hashes_of(texts)


def read_names(path=NAMES):
    """The names that may be shared: one a line, lines that begin with # are comments."""
    with open(path, encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    return [line for line in lines if line and not line.startswith("#")]


class SourceRuns:
    """The runs of the source documents, and the names that a text may share with them."""

    def __init__(self, hashes, names=()):
        self.hashes = hashes
        self.names = [normalize(name) for name in names]

    def shared(self, text):
        """Yield each stretch that a text shares, names excepted."""
        text = normalize(text)
        named = self.named(text)
        for start, end in self.stretches(text):
            # A name does not excuse what stands around it: that counts, and what is left must be shorter than a run.
            if sum(1 for i in range(start, end) if i not in named) >= RUN:
                yield text[start:end]

    def stretches(self, text):
        """Yield where each stretch of overlapping shared runs begins and ends."""
        start = end = None
        for i, run in enumerate(runs_of(text)):
            if run_hash(run) not in self.hashes:
                continue
            if start is not None and i > end:
                yield start, end
                start = None
            start, end = i if start is None else start, i + RUN
        if start is not None:
            yield start, end

    def named(self, text):
        """The positions in a text that belong to a listed name."""
        found = set()
        for name in self.names:
            at = text.find(name)
            while at >= 0:
                found.update(range(at, at + len(name)))
                at = text.find(name, at + 1)
        return found


@functools.lru_cache(maxsize=None)
def shipped():
    """The runs in the fixture, with the names listed in allowed-runs.txt."""
    with open(FIXTURE, "rb") as file:
        return SourceRuns(unpack(file.read()), read_names())
