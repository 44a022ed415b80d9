"""What a build hands over to be published, and what it hears back about each file."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct

from borderdeck.build import exchange
from borderdeck.diagnostics import MendableError

if TYPE_CHECKING:
    from borderdeck.build.exchange import Swap

REPLACED = "replaced"
"""The folder inside an edition's folder that edited files are moved to."""

MANIFEST = "manifest.json"

AS_IT_STANDS = "as-it-stands.json"
"""A manifest on its way, in a folder that was not put in place as a whole."""


NOTE_OF_POWERPOINT, NOTE_OF_LIBREOFFICE = "~$", ".~lock."
"""How the names begin of what office suites write beside a document that is open."""


class Status(StrEnum):
    """What became of a file; one in use is as it was, as a program has it open."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    IN_USE = "in-use"


class PublishError(MendableError):
    """An edition could not be published; what was there before is untouched."""


class LackingError(Exception):
    """Files have to be rendered before they can be published; their paths are its arguments."""


class Run(Struct, frozen=True):
    """Which version of borderdeck builds, and how it treats what is there already.

    `partial`: files that are not part of this build still belong to the edition and stay as they
    are. `overwrite`: an edited file makes room for the new one and goes to `replaced/`. `swap` puts
    the new folder in place.
    """

    version: str
    partial: bool = False
    overwrite: bool = False
    swap: Swap = exchange.swap


class BuiltFile(Struct, frozen=True, dict=True):
    """A file of an edition, as rendered, or as it would be rendered.

    `path` is relative to the edition's folder, with forward slashes; `sources` are the files that
    it was made from, as a person names them, each with its SHA-256. Where nothing has changed since
    it was last rendered, `data` is None, and `known` the SHA-256 of what it was then. Raises
    `ValueError` for a path that a built file cannot have.
    """

    path: str
    kind: str
    session: int | None
    language: str
    data: bytes | None
    slides: int | None = None
    pages: int | None = None
    sources: tuple[tuple[str, str], ...] = ()
    known: str = ""

    def __post_init__(self) -> None:
        reserved = key(PurePosixPath(self.path).parts[0]) if self.path else ""
        if not is_plain(self.path) or reserved in {REPLACED, MANIFEST}:
            raise ValueError(f"{self.path!r} cannot be the path of a built file")

    @cached_property
    def sha256(self) -> str:
        """Give the hash of the bytes, in hexadecimal."""
        return self.known if self.data is None else hashlib.sha256(self.data).hexdigest()


class PublishedFile(Struct, frozen=True):
    """A file of an edition, as it now stands in the folder.

    `sha256` is that of the bytes which stand under `path`, empty where that is a link.
    `kept_beside` is the path of the new file that was put beside an edited one; `moved_to` is where
    an edited file now lies that made room for a new one.
    """

    path: str
    kind: str
    session: int | None
    language: str
    status: Status
    sha256: str
    slides: int | None = None
    pages: int | None = None
    kept_beside: str | None = None
    moved_to: str | None = None


ODD = re.compile(r"""[\x00-\x1f\x7f\\:*?"<>|]""")
"""Signs that no file's name has on Windows; a colon there leads to another drive or stream."""

DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever ending follows."""


def is_plain(path: str) -> bool:
    """Whether a path is relative, in its shortest form, stays where it starts, on every system."""
    parts = PurePosixPath(path).parts
    return bool(parts) and "/".join(parts) == path and all(map(_is_plain_name, parts))


def _is_plain_name(name: str) -> bool:
    return not (ODD.search(name) or name.endswith((".", " ")) or DEVICE.fullmatch(name))


def key(path: str) -> str:
    """Give what is equal for two paths that some file system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
