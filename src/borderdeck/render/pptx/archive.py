"""The zip archive of a package: the same content gives the same bytes, with each Python.

A member that is packed already goes from one archive into another as it is: a template's forty into
each deck. The fields are those of PKWARE's APPNOTE (https://support.pkware.com/pkzip/appnote,
4.3.7, 4.3.12 and 4.3.16); all that an archive could tell of its making is a constant.
"""

from __future__ import annotations

import zlib
from struct import Struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
"""The member that comes first, as PowerPoint writes it."""

LEVEL = 6
"""How hard members are compressed, from 1 to 9."""

LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
"""What a member, its entry in the list of all, and the end of that list begin with."""

VERSION, DEFLATED, UTF8 = 20, 8, 0x800
"""The version of the format; how members are compressed; a name that is not ASCII (APPNOTE 4.4)."""

MOMENT = (0, 0x21)
"""Every member's time and day: 1 January 1980, the earliest that an archive can hold."""

READABLE = 0o600 << 16
"""Every member's permissions."""

_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")


class Packed(NamedTuple):
    """A member, compressed: its checksum, and how many bytes it unpacks to."""

    checksum: int
    size: int
    data: bytes

    def unpacked(self) -> bytes:
        """Give its bytes."""
        return zlib.decompress(self.data, -zlib.MAX_WBITS)


def packed(data: bytes) -> Packed:
    """Compress a member."""
    return Packed(zlib.crc32(data), len(data), zlib.compress(data, LEVEL, -zlib.MAX_WBITS))


def archived(members: Mapping[str, bytes | Packed]) -> bytes:
    """Write an archive: its members in one order, at one time, as one system would."""
    written, entries, place = [], [], 0
    for name in sorted(members, key=_place):
        member = members[name]
        found = member if isinstance(member, Packed) else packed(member)
        spelt = name.encode()
        fields = _fields(spelt, found)
        entries.append(_CENTRAL.pack(CENTRAL, VERSION, *fields, 0, 0, 0, READABLE, place) + spelt)
        local = _LOCAL.pack(LOCAL, *fields) + spelt + found.data
        written.append(local)
        place += len(local)
    count, length = len(entries), sum(map(len, entries))
    end = _END.pack(END, 0, 0, count, count, length, place, 0)
    return b"".join((*written, *entries, end))


def members_of(archive: bytes) -> dict[str, Packed]:
    """Give the members of an archive that `archived` wrote."""
    found: dict[str, Packed] = {}
    place = 0
    while archive.startswith(LOCAL, place):
        *_, checksum, packed_size, size, length, _ = _LOCAL.unpack_from(archive, place)
        name = place + _LOCAL.size
        start = name + length
        place = start + packed_size
        found[archive[name:start].decode()] = Packed(checksum, size, archive[start:place])
    return found


def _fields(name: bytes, member: Packed) -> tuple[int, ...]:
    """Give what stands both before a member and in the list of all."""
    flags = 0 if name.isascii() else UTF8
    sizes = (member.checksum, len(member.data), member.size)
    return (VERSION, flags, DEFLATED, *MOMENT, *sizes, len(name), 0)


def _place(name: str) -> tuple[bool, str]:
    return name != CONTENT_TYPES, name
