"""Builds of small courses, as `import borderdeck` makes them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from borderdeck.build.build import build
from borderdeck.build.request import Nobody, Request
from borderdeck.workspace import Workspace
from tests.support.courses import write_course

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from borderdeck.build.reasons import Reason
    from borderdeck.build.report import Report

SECOND = """
id: detention
title: Detention
key_messages:
  - Detention is a **last resort**.
"""

RESCUE = "decks/session-1-rescue-at-sea.pptx"
DETENTION = "decks/session-2-detention.pptx"
RESCUE_HANDOUT = "handouts/key-messages-session-1.pdf"
WHOLE_HANDOUT = "handouts/key-messages.pdf"
PRINT_LIST = "facilitator/print-list.pdf"


class Course(Struct):
    """A course of two sessions in `folder`/course, and its edition in `folder`/output/en."""

    folder: Path
    options: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        write_course(self.folder, **{"sessions/2.yaml": SECOND})

    @property
    def edition(self) -> Path:
        return self.folder / "output" / "en"

    def build(self, listener: Any = None, **options: Any) -> Report:
        request = Request(**{"jobs": 1, **self.options, **options})
        return build(request, Workspace(here=self.folder), listener or Nobody())

    def reasons(self, **options: Any) -> dict[str, tuple[Reason, ...]]:
        return dict(self.build(**options).reasons)

    def causes(self, **options: Any) -> dict[str, list[str]]:
        """Build, and give the causes why files were rendered."""
        reasons = self.reasons(**options)
        return {path: [str(reason.cause) for reason in found] for path, found in reasons.items()}

    def change(self, name: str, old: str, new: str) -> None:
        path = self.folder / "course" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def write(self, name: str, text: str | bytes) -> None:
        path = self.folder / "course" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def built(self, path: str) -> Path:
        return self.edition / path


def hashes(folder: Path) -> dict[str, str]:
    """Give the hash of every file below a folder, hidden ones left out."""
    return dict(_hashes(folder))


def _hashes(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield (
                path.relative_to(folder).as_posix(),
                hashlib.sha256(path.read_bytes()).hexdigest(),
            )


class Meanwhile:
    """Has something done when a file is about to be rendered, after so many others."""

    def __init__(self, do: Callable[[], object], after: int = 0) -> None:
        self.do = do
        self.after = after

    def progress(self, done: int, total: int, path: str) -> None:
        del total, path
        if done == self.after:
            self.do()

    def waiting(self, held: Path | None) -> None:
        """Hear nothing."""
