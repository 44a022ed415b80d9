"""Build a course as a user would: by the command line, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from msgspec import Struct

ROOT = Path(__file__).parents[2]


class Finished(Struct, frozen=True):
    """What a run of `borderdeck` left behind."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """Read the report of a run with `--json`."""
        report: dict[str, Any] = json.loads(self.out)
        return report


def borderdeck(*arguments: str | Path, here: Path, **environ: str) -> Finished:
    """Run `borderdeck` with these arguments, standing in the folder `here`."""
    done = subprocess.run(
        [sys.executable, "-m", "borderdeck", *map(str, arguments)],
        cwd=here,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Finished(done.returncode, done.stdout, done.stderr)


def python(code: str, *arguments: str, here: Path) -> str:
    """Run Python code, standing in the folder `here`, and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=here,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


class Edition(Struct, frozen=True):
    """A built edition: its folder, and the report of the run that built it."""

    folder: Path
    report: dict[str, Any]

    def decks(self) -> list[bytes]:
        """Give the decks, by session."""
        return [path.read_bytes() for path in sorted((self.folder / "decks").glob("*.pptx"))]

    def deck(self, session: int) -> bytes:
        """Give the deck of a session."""
        (path,) = (self.folder / "decks").glob(f"session-{session}-*.pptx")
        return path.read_bytes()

    def papers(self) -> list[bytes]:
        """Give the papers, by name."""
        return [path.read_bytes() for path in sorted(self.folder.glob("*/*.pdf"))]

    def pdfs(self) -> dict[str, bytes]:
        """Give every PDF, by its path in the folder."""
        paths = sorted(self.folder.rglob("*.pdf"))
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in paths}

    def paper(self, name: str) -> bytes:
        """Give a paper, by its name without the folder."""
        (path,) = self.folder.glob(f"*/{name}")
        return path.read_bytes()
