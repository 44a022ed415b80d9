"""A whole build reaches no network, and no file that it makes tells who made it, or where."""

from __future__ import annotations

import getpass
import os
import re
import socket
import subprocess
import sys
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest

from tests.support.built import ROOT

FORBIDDEN = """
import socket, sys

def refuse(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__":
        with open(LOG, "a") as log:
            log.write(f"{event} {arguments}\\n")
        raise PermissionError(f"{event} is forbidden here")

LOG = %r
sys.addaudithook(refuse)
"""
"""Python raises these before any look-up (https://docs.python.org/3/library/audit_events.html)."""

USER = "quxauser"
HOST = "quxahost"
LIST = "name;organisation;e-mail\nAmina Example;Sample Ministry;amina@example.org\n"


class Machine:
    """A folder that stands for somebody's machine, with a home of its own."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "home" / USER
        self.log = folder / "network.log"
        self.site = folder / "site"
        self.site.mkdir(parents=True)
        self.home.mkdir(parents=True)
        (self.site / "sitecustomize.py").write_text(FORBIDDEN % str(self.log), encoding="utf-8")
        copytree(ROOT / "course", self.home / "course")
        (self.home / "people.csv").write_text(LIST, encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        names = dict.fromkeys(("USER", "LOGNAME", "USERNAME"), USER)
        places = {"HOME": str(self.home), "HOSTNAME": HOST, "PYTHONPATH": str(self.site)}
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.home,
            env={**os.environ, **names, **places},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine(tmp_path_factory.mktemp("machine"))


@pytest.fixture(scope="module")
def edition(machine: Machine) -> Path:
    """All decks and papers of the bundled course, for a place, dates and people."""
    options = ("--place", "Geneva", "--date", "2026-11-23..2026-11-27", "--large-print")
    done = machine.run(
        *("-m", "borderdeck", "build", "course", *options),
        *("--participants", "people.csv", "-o", "output"),
    )
    assert done.returncode == 0, done.stderr
    return next((machine.home / "output").glob("geneva-*"))


def unpacked(data: bytes) -> bytes:
    """Give a file's bytes, and with them all that is packed inside."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = [unpacked(archive.read(info)) for info in archive.infolist()]
            heads = [repr(info).encode() + info.extra + info.comment for info in archive.infolist()]
            return b"\n".join([data, archive.comment, *heads, *parts])
    if data.startswith(b"%PDF"):
        with pikepdf.open(BytesIO(data)) as paper:
            streams = [each for each in paper.objects if isinstance(each, pikepdf.Stream)]
            return b"\n".join([data, *map(_content, streams), *map(_shown, paper.objects)])
    return data


def _content(stream: pikepdf.Stream) -> bytes:
    return stream.read_raw_bytes() if "/Width" in stream else stream.read_bytes()


def _shown(each: pikepdf.Object) -> bytes:
    return each.unparse()


def traces(data: bytes, words: tuple[str, ...]) -> list[str]:
    """Give those of the words that stand in a file, in any of the usual encodings."""
    inside = unpacked(data)
    encodings = ("utf-8", "utf-16-le", "utf-16-be")
    return [w for w in words if any(w.encode(code) in inside for code in encodings)]


def telling(machine: Machine) -> tuple[str, ...]:
    """Give what would tell of this machine: its user and host, its home, the checkout's folder."""
    own = [name for name in (socket.gethostname(),) if len(name) > 5]  # "vm" stands in any file
    names = (USER, HOST, *own, str(machine.home), str(ROOT), sys.prefix)
    return (*names, str(Path.home()), "people.csv", f"/{getpass.getuser()}/", "amina@example.org")


def test_a_whole_build_reaches_no_network(machine: Machine, edition: Path) -> None:
    assert edition.is_dir()
    assert not machine.log.exists()


def test_a_look_up_would_be_noticed(machine: Machine) -> None:
    code = "import socket; socket.getaddrinfo('example.org', 80)"
    done = machine.run("-c", code)
    asked = machine.log.read_text(encoding="utf-8")
    machine.log.unlink()
    assert done.returncode
    assert "socket.getaddrinfo" in asked


def test_a_whole_build_makes_decks_and_papers(edition: Path) -> None:
    kinds = {path.suffix for path in edition.rglob("*") if path.is_file()}
    assert {".pptx", ".pdf", ".json"} <= kinds


def test_no_built_file_tells_who_made_it_or_where(machine: Machine, edition: Path) -> None:
    words = telling(machine)
    files = [path for path in sorted(edition.rglob("*")) if path.is_file()]
    told = {path.name: traces(path.read_bytes(), words) for path in files}
    assert {name: found for name, found in told.items() if found} == {}


def test_no_built_file_tells_when_it_was_made(edition: Path) -> None:
    year = re.compile(rb"CreationDate|ModDate|xmp:CreateDate|xmp:ModifyDate")
    papers = sorted(edition.rglob("*.pdf"))
    assert [path.name for path in papers if year.search(unpacked(path.read_bytes()))] == []


@pytest.mark.parametrize("kind", ["deck", "paper"])
def test_a_trace_would_be_found(kind: str) -> None:
    file = BytesIO()
    if kind == "deck":
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("docProps/core.xml", f"<dc:creator>{USER}</dc:creator>")
    else:
        paper = pikepdf.new()
        paper.docinfo["/Author"] = USER
        paper.Root.Extra = paper.make_stream(zlib.compress(b"x"))
        paper.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert traces(file.getvalue(), (USER, HOST)) == [USER]
