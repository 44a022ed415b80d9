"""LibreOffice, where it is installed: draws what PowerPoint opens, with this machine's fonts."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.render.drawings.package import with_all_slides_shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderdeck.workspace import Workspace

NAMES = ("soffice", "libreoffice", "soffice.com")

ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
"""Where its installers put it on systems whose path does not lead there."""

WITHOUT_TAGS = 'pdf:impress_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
"""The pages become figures of a paper that has tags of its own."""

PATIENCE = 120.0
"""Seconds to wait for the first deck."""

FOR_EACH = 20.0
"""Seconds more for each deck."""


class LibreOffice(Struct, frozen=True):
    """The program, by its path."""

    program: str

    @classmethod
    def found(cls, workspace: Workspace) -> LibreOffice | None:
        """Find it on this machine; where it was looked for is recorded."""
        folders = workspace.environ.get("PATH", "").split(os.pathsep)
        known = (Path(folder, name) for folder in folders if folder for name in NAMES)
        places = (*known, *map(Path, ELSEWHERE))
        program = next((str(place) for place in places if workspace.has(place)), None)
        return cls(program) if program else None

    def draw(self, decks: Sequence[bytes]) -> list[bytes | None]:
        """Make a PDF of each deck; None of one that it cannot convert."""
        with TemporaryDirectory(prefix="borderdeck-slides-") as folder:
            sources = [Path(folder, f"deck-{number}.pptx") for number in range(len(decks))]
            for source, deck in zip(sources, decks, strict=True):
                source.write_bytes(with_all_slides_shown(deck))
            self._convert(sources, Path(folder))
            made = [source.with_suffix(".pdf") for source in sources]
            return [pdf.read_bytes() if pdf.is_file() else None for pdf in made]

    def _convert(self, sources: list[Path], folder: Path) -> None:
        """Let it convert; what it does not get done is missed by who looks for the files."""
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--convert-to", WITHOUT_TAGS]
        command = [self.program, profile, *options, "--outdir", str(folder), *map(str, sources)]
        with suppress(OSError, subprocess.TimeoutExpired), _ended_at_last(command) as process:
            process.communicate(timeout=PATIENCE + FOR_EACH * len(sources))


@contextmanager
def _ended_at_last(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program, and end it in the end with all that it has started itself."""
    process = subprocess.Popen(  # noqa: S603 - the program that was found, and files of our own
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # a group of its own, where there are groups
    )
    try:
        yield process
    finally:
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.communicate()
