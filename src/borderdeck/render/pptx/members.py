"""What a package's archive holds: its parts, their relationships, the types of all (OPC 6.2, 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.packuri import PACKAGE_URI
from pptx.opc.spec import default_content_types

from borderdeck.render.pptx.archive import CONTENT_TYPES
from borderdeck.render.pptx.xml import maker, part_xml

if TYPE_CHECKING:
    from collections.abc import Iterable

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_T = maker("")


def members(package: Any) -> dict[str, bytes]:
    """Give the archive's members, by name.

    python-pptx can only write them into an archive of its own, with the time of day in it; to read
    that and write it again takes longer than to make all slides.
    """
    parts = tuple(package.iter_parts())
    found: dict[str, bytes] = {
        CONTENT_TYPES: content_types(parts),
        PACKAGE_URI.rels_uri.membername: package._rels.xml,  # noqa: SLF001 - it has no other name
    }
    for part in parts:
        found[part.partname.membername] = part.blob
        if part.rels:
            found[part.partname.rels_uri.membername] = part.rels.xml
    return found


def content_types(parts: Iterable[Any]) -> bytes:
    """Write the type of each part: by its name's ending where that tells, else by its name."""
    endings = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    names: dict[str, str] = {}
    for part in parts:
        ending = part.partname.ext.lower()
        if (ending, part.content_type) in default_content_types:
            endings[ending] = part.content_type
        else:
            names[part.partname] = part.content_type
    defaults = (_T.Default(Extension=key, ContentType=endings[key]) for key in sorted(endings))
    overrides = (_T.Override(PartName=key, ContentType=names[key]) for key in sorted(names))
    return part_xml(_T.Types(*defaults, *overrides), {"": _TYPES})
