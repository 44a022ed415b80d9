"""A deck's archive, read part by part and never as a whole: it may come from anywhere."""

from __future__ import annotations

import lzma
import posixpath
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree
from msgspec import Struct, field

from borderdeck.inspect.xml import every

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MEMBERS = 50_000
"""The most files that a deck's archive may hold: a thousand slides with notes need 4,000."""

PART_SIZE = 32 * 2**20
"""The most bytes that one part may unpack to."""

DECK_SIZE = 512 * 2**20
"""The most bytes that all parts which are read may unpack to."""

LEGACY = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a compound file begins: an old .ppt, or a deck with a password ([MS-CFB] 2.2)."""

BROKEN = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
"""What `zipfile` raises for an archive that is broken, has a password, or is of a rare kind."""


class UnreadableDeckError(Exception):
    """A file cannot be read as a deck; says why, and what to do in `hint`."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint or "open it in PowerPoint and save it again as .pptx, or build it again"


class Relationship(Struct, frozen=True):
    """What a part refers to: the last word of the relationship's type, and the part's name."""

    kind: str
    target: str


class Package(Struct):
    """The parts of a deck."""

    archive: ZipFile
    names: frozenset[str]
    unpacked: int = 0
    _relationships: dict[str, dict[str, Relationship]] = field(default_factory=dict)

    def xml(self, part: str) -> Element:
        """Read a part as XML.

        Raises `UnreadableDeckError` where it is missing, too large, broken, or has a DTD.
        """
        data = self._read(part)
        try:
            root = etree.fromstring(data, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableDeckError(f"its part {part} is broken") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise UnreadableDeckError(f"its part {part} has a document type, which no deck has")
        return root

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Give what a part refers to inside the package, by relationship id."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def related(self, part: str, kind: str) -> str | None:
        """Give the first part that `part` refers to by a relationship of a kind."""
        found = (each.target for each in self.relationships(part).values() if each.kind == kind)
        return next(found, None)

    def needed(self, part: str, kind: str) -> str:
        """Give the part that `part` cannot do without.

        Raises `UnreadableDeckError` where there is none.
        """
        found = self.related(part, kind)
        if found is None:
            raise UnreadableDeckError(f"its part {part or 'list'} names no {kind}")
        return found

    def _read(self, part: str) -> bytes:
        if part not in self.names:
            raise UnreadableDeckError(f"its part {part} is missing")
        try:
            size = self.archive.getinfo(part).file_size
            self.unpacked += size
            if size > PART_SIZE or self.unpacked > DECK_SIZE:
                raise UnreadableDeckError(f"its part {part} is far too large")
            return self.archive.read(part)
        except BROKEN as error:
            raise UnreadableDeckError(f"its part {part} cannot be unpacked") from error

    def _read_relationships(self, part: str) -> dict[str, Relationship]:
        folder, own = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{own}.rels")
        if listed not in self.names:
            return {}
        return {
            each.get("Id", ""): Relationship(
                each.get("Type", "").rpartition("/")[2], _resolved(folder, each.get("Target", ""))
            )
            for each in every(self.xml(listed), "rel:Relationship")
            if each.get("TargetMode") != "External"
        }


def open_package(data: bytes) -> Package:
    """Open a deck's archive, reading no more than its table of contents.

    Raises `UnreadableDeckError`.
    """
    if data.startswith(LEGACY):
        raise UnreadableDeckError(
            "it has a password, or is of PowerPoint's old kind (.ppt)",
            "open it in PowerPoint, take the password off, and save it as .pptx",
        )
    try:
        archive = ZipFile(BytesIO(data))
    except BROKEN as error:
        raise UnreadableDeckError("it is not a PowerPoint file, or only a part of one") from error
    names = archive.namelist()
    if len(names) > MEMBERS:
        raise UnreadableDeckError(f"it holds {len(names)} files, far more than a deck has")
    return Package(archive, frozenset(names))


def _resolved(folder: str, target: str) -> str:
    """Give the name of the part that a relationship's target means; absolute ones start at `/`."""
    joined = posixpath.join("/", folder, unquote(target))
    return posixpath.normpath(joined).lstrip("/")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
