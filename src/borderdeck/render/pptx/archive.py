"""The zip archive of a package, written so that the same content gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CONTENT_TYPES = "[Content_Types].xml"
"""The member that comes first, as PowerPoint writes it."""

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Every member's time: the earliest that a zip archive can hold."""

LEVEL = 6
"""How hard members are compressed, from 1 to 9."""


READABLE = 0o600 << 16
"""Every member's permissions."""


def rewritten(archive: bytes) -> bytes:
    """Write an archive again: members in one order, at one time, as one system would."""
    buffer = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(buffer, "w") as new:
        for name in sorted(old.namelist(), key=_place):
            new.writestr(_member(name), old.read(name), ZIP_DEFLATED, LEVEL)
    return buffer.getvalue()


def _place(name: str) -> tuple[bool, str]:
    return name != CONTENT_TYPES, name


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, EPOCH)
    member.create_system = 0  # otherwise it is the one that this runs on
    member.external_attr = READABLE
    return member
