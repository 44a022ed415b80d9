"""Look into an Office package as it is on disk: its members, their types and relationships."""

from __future__ import annotations

import posixpath
from collections import Counter
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

from lxml import etree
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Element

CONTENT_TYPES = "[Content_Types].xml"
NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
PRESENTATION = "ppt/presentation.xml"


class Relationship(Struct, frozen=True):
    """A relationship of a part; `target` is a member's name unless it is external."""

    source: str
    id: str
    kind: str
    written: str
    external: bool

    @property
    def target(self) -> str:
        """The member that it leads to."""
        base = "/" + posixpath.dirname(self.source)
        return posixpath.normpath(posixpath.join(base, self.written)).lstrip("/")


class Package:
    """An Office package, read member by member."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.names = archive.namelist()
            self.members = {name: archive.read(name) for name in self.names}

    @property
    def parts(self) -> list[str]:
        """All members that are parts: neither types nor relationships."""
        return [name for name in self.members if name != CONTENT_TYPES and not _is_rels(name)]

    def xml(self, name: str) -> Element:
        """Parse a member; an empty element stands for one that is missing."""
        return etree.fromstring(self.members.get(name, b"<missing/>"))

    def every(self, name: str, path: str) -> list[Element]:
        """Find all elements of a member at an XPath."""
        found = self.xml(name).xpath(path, namespaces=NAMESPACES)
        return cast("list[Element]", found)

    def values(self, name: str, path: str) -> list[str]:
        """Find all attributes of a member at an XPath."""
        found = self.xml(name).xpath(path, namespaces=NAMESPACES)
        return [str(value) for value in cast("Iterable[object]", found)]

    def content_type(self, name: str) -> str:
        """Give a member's content type; empty where none is declared."""
        extension = name.rpartition(".")[2].lower()
        return self.overrides.get("/" + name) or self.defaults.get(extension, "")

    @cached_property
    def overrides(self) -> dict[str, str]:
        """The types that are declared for parts, by their name with its slash."""
        elements = self.every(CONTENT_TYPES, "ct:Override")
        return {e.get("PartName", ""): e.get("ContentType", "") for e in elements}

    @cached_property
    def defaults(self) -> dict[str, str]:
        """The types that are declared for file extensions."""
        elements = self.every(CONTENT_TYPES, "ct:Default")
        return {e.get("Extension", "").lower(): e.get("ContentType", "") for e in elements}

    @cached_property
    def relationships(self) -> list[Relationship]:
        """Every relationship in the package."""
        return [found for name in self.members if _is_rels(name) for found in self._read(name)]

    def related(self, source: str, kind: str) -> list[str]:
        """Give the members that a part is related to in a way, such as `slideLayout`."""
        return [r.target for r in self.relationships if r.source == source and r.kind == kind]

    def of_type(self, kind: str) -> list[str]:
        """Give the parts of a type, such as `slide` or `notesSlide`."""
        return [name for name in self.parts if self.content_type(name).endswith(f".{kind}+xml")]

    def _read(self, name: str) -> Iterator[Relationship]:
        folder, _, file = name.rpartition("_rels/")
        for element in self.every(name, "rel:Relationship"):
            yield Relationship(
                source=folder + file.removesuffix(".rels"),
                id=element.get("Id", ""),
                kind=element.get("Type", "").rpartition("/")[2],
                written=element.get("Target", ""),
                external=element.get("TargetMode") == "External",
            )


def _is_rels(name: str) -> bool:
    return name.endswith(".rels")


def repeated(values: Iterable[object]) -> list[str]:
    """Give those that are there more than once."""
    return [str(value) for value, count in Counter(values).items() if count > 1]
