"""What is asked of a build, and who hears how it goes on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from borderdeck.build.places import name_of, path_of
from borderdeck.build.press import cores
from borderdeck.documents.deck import DECKS
from borderdeck.documents.kinds import kinds_named
from borderdeck.edition.edition import NO_CHOICES, Choices
from borderdeck.workspace import absolute

if TYPE_CHECKING:
    from borderdeck.documents.document import Document, Kind
    from borderdeck.workspace import Workspace


class Request(Struct, frozen=True, kw_only=True):
    """What to build. Relative paths start at the workspace's folder.

    `sessions` and `kinds` choose which files are made in this run, empty for all; they do not
    change what an edition comprises. `final` makes whatever is open or does not fit an error.
    `dry_run` finds out what would be built, and writes nothing. `jobs` is how many processes may
    render at once, None for one on each core; with 1, this process does all by itself.
    """

    course: Path | None = None
    output: Path | None = None
    edition_file: Path | None = None
    choices: Choices = NO_CHOICES
    sessions: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    final: bool = False
    overwrite: bool = False
    dry_run: bool = False
    jobs: int | None = None

    @property
    def partial(self) -> bool:
        """Whether only some of an edition's files are asked for."""
        return bool(self.sessions or self.kinds)

    @property
    def processes(self) -> int:
        """How many processes may render at once."""
        return cores() if self.jobs is None else self.jobs

    @property
    def may_take_long(self) -> bool:
        """Whether there may be papers to render, which takes preparing."""
        return not self.dry_run and self.kinds != (DECKS.name,)

    @property
    def tells_of_others(self) -> bool:
        """Whether papers are asked for that are made when all others have been made."""
        return not self.sessions and any(kinds_named(self.kinds, closing=True))

    def asks_for(self, kind: Kind, document: Document) -> bool:
        """Whether a document is among the files to be made."""
        return (not self.kinds or kind.name in self.kinds) and (
            not self.sessions or document.session in self.sessions
        )


class Order(Struct, frozen=True):
    """A request, once it is known of which course it is, and where its editions go.

    `course` and `output` are absolute.
    """

    request: Request
    workspace: Workspace
    course: Path
    output: Path

    def name(self, path: Path) -> str:
        """Name a file as `State` does."""
        return name_of(str(absolute(path)), str(self.course))

    def find(self, name: str) -> Path:
        """Give the file that has this name."""
        return Path(path_of(name, str(self.course)))


class Listener(Protocol):
    """Hears how a build goes on."""

    def progress(self, done: int, total: int, path: str) -> None:
        """Hear how many files are rendered, of how many, and which one comes next."""

    def waiting(self, held: Path | None) -> None:
        """Hear that another build of the same edition has to end first.

        `held` is the file that says so, on a drive without locks.
        """


class Nobody:
    """Hears nothing."""

    def progress(self, done: int, total: int, path: str) -> None:
        """Do nothing."""

    def waiting(self, held: Path | None) -> None:
        """Do nothing."""
