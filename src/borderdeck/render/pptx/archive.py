"""The zip archive of a package, written so that the same content gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
"""The member that comes first, as PowerPoint writes it."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Every member's time: the earliest that a zip archive can hold."""

LEVEL = 6
"""How hard members are compressed, from 1 to 9."""


READABLE = 0o600 << 16
"""Every member's permissions."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """Read an archive's members, by name."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def archived(members: Mapping[str, bytes]) -> bytes:
    """Write an archive: its members in one order, at one time, as one system would."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name in sorted(members, key=_place):
            file.writestr(_member(name), members[name], ZIP_DEFLATED, LEVEL)
    return buffer.getvalue()


def _place(name: str) -> tuple[bool, str]:
    return name != CONTENT_TYPES, name


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, EPOCH)
    member.create_system = 0  # otherwise it is the one that this runs on
    member.external_attr = READABLE
    return member
