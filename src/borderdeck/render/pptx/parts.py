"""A package as its archive holds it: parts as bytes, how they are related, the types of all.

It knows of the Open Packaging Conventions (ECMA-376 part 2, 6 and 7) what a clean package needs,
and reads no part that nobody asks for: a template's forty are carried into each deck as they are.
"""

from __future__ import annotations

from functools import lru_cache
from posixpath import dirname, join, normpath, relpath
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, fromstring

from msgspec import Struct, field

from borderdeck.render.pptx.archive import CONTENT_TYPES
from borderdeck.render.pptx.xml import attributes, maker, part_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from borderdeck.render.pptx.archive import Packed

RELATIONSHIP_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""What the type of every relationship that is read or made here begins with."""

PACKAGE = "/"
"""What the package itself is called where it stands in a part's place."""

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_R = maker("")
_T = maker("")


class Relationship(NamedTuple):
    """Where a part points: to another part by its name, or to an address outside."""

    kind: str
    target: str
    external: bool = False


Relationships = dict[str, Relationship]
"""A part's relationships, by their ids."""


class Part(Struct):
    """A part that is made here; its name starts with a slash (ECMA-376 part 2, 6.2.2)."""

    name: str
    content_type: str
    data: bytes = b""
    relationships: Relationships = field(default_factory=dict)

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Point to a part by its name, or to an address; give the relationship's id.

        `kind` is the last word of its type, such as `slideLayout`.
        """
        wanted = Relationship(f"{RELATIONSHIP_TYPES}/{kind}", target, external)
        for key, known in self.relationships.items():
            if known == wanted:
                return key
        key = f"rId{len(self.relationships) + 1}"
        self.relationships[key] = wanted
        return key


class Package(Struct, frozen=True, eq=False):
    """A package that is read; `members` are its archive's files."""

    members: Mapping[str, Packed]

    def data(self, part: str) -> bytes:
        """Give the bytes of a part."""
        return self.members[part[1:]].unpacked()

    def element(self, part: str) -> Element:
        """Read a part. No template with a document type comes so far (`guard`): none can expand."""
        return fromstring(self.data(part))  # noqa: S314 - the same

    def relationships(self, part: str = PACKAGE) -> Relationships:
        """Give a part's relationships, or the package's own."""
        member = self.members.get(member_of_relationships(part))
        if member is None:
            return {}
        return {
            str(each.get("Id")): _relationship(each, part)
            for each in fromstring(member.unpacked())  # noqa: S314 - as above
        }

    def related(self, part: str, kind: str) -> str | None:
        """Name the part that a part, or the package, points to in this way, if there is one."""
        wanted = f"{RELATIONSHIP_TYPES}/{kind}"
        found = (each.target for each in self.relationships(part).values() if each.kind == wanted)
        return next(found, None)

    def needed(self, part: str, kind: str) -> str:
        """Name the part that a part has to point to in this way. Raises `LookupError`."""
        found = self.related(part, kind)
        if found is None:
            raise LookupError(f"{part} has no {kind}")
        return found

    @property
    def presentation(self) -> str:
        """The name of the presentation's part."""
        return self.needed(PACKAGE, "officeDocument")

    def types(self) -> Types:
        """Give the types of all parts."""
        found = Types()
        for each in self.element(f"/{CONTENT_TYPES}"):
            given = str(each.get("ContentType"))
            if "Extension" in each.attrib:
                found.by_ending[each.attrib["Extension"]] = given
            else:
                found.by_name[each.attrib["PartName"]] = given
        return found


class Types(Struct):
    """The types of parts: by their names' endings, by names where those do not tell."""

    by_ending: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)

    def written(self) -> bytes:
        """Write them, sorted."""
        endings, names = sorted(self.by_ending.items()), sorted(self.by_name.items())
        return part_xml(
            _T.Types(
                *(_T.Default(Extension=ending, ContentType=given) for ending, given in endings),
                *(_T.Override(PartName=name, ContentType=given) for name, given in names),
            ),
            {"": _TYPES},
        )


def written_relationships(relationships: Relationships, part: str) -> bytes:
    """Write a part's relationships, in the order of their numbers."""
    found = sorted(relationships.items(), key=lambda item: (number_of(item[0]), item[0]))
    return part_xml(
        _R.Relationships(*(_R.Relationship(_attributes(*each, part)) for each in found)),
        {"": _RELATIONSHIPS},
    )


def members_of(parts: Iterable[Part]) -> dict[str, bytes]:
    """Give the files of parts and of their relationships."""
    found: dict[str, bytes] = {}
    for part in parts:
        found[part.name[1:]] = part.data
        if part.relationships:
            name = member_of_relationships(part.name)
            found[name] = written_relationships(part.relationships, part.name)
    return found


def member_of_relationships(part: str) -> str:
    """Name the file that holds a part's relationships, or the package's own."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"[1:]


def number_of(relationship_id: str) -> int:
    """Give the number of an id such as `rId7`, 0 for others."""
    digits = relationship_id.removeprefix("rId")
    return int(digits) if digits.isdecimal() else 0


@lru_cache(maxsize=64)
def _relative(target: str, folder: str) -> str:
    inside = folder.rstrip("/") + "/"
    return target.removeprefix(inside) if target.startswith(inside) else relpath(target, folder)


def _relationship(written: Element, part: str) -> Relationship:
    target = written.get("Target", "")
    external = written.get("TargetMode") == "External"
    resolved = target if external else normpath(join(dirname(part), target))
    return Relationship(written.get("Type", ""), resolved, external)


def _attributes(key: str, relationship: Relationship, part: str) -> dict[str, str]:
    target = relationship.target
    mode = "External" if relationship.external else None
    if not relationship.external:
        target = _relative(target, dirname(part))
    return attributes(Id=key, Type=relationship.kind, Target=target, TargetMode=mode)
