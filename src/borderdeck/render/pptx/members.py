"""What python-pptx has read or made, as the files of an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.packuri import PACKAGE_URI
from pptx.opc.spec import default_content_types

from borderdeck.render.pptx.archive import CONTENT_TYPES
from borderdeck.render.pptx.parts import Types

if TYPE_CHECKING:
    from collections.abc import Iterable


def members(package: Any) -> dict[str, bytes]:
    """Give the archive's members, by name.

    python-pptx can only write them into an archive of its own, with the time of day in it.
    """
    parts = tuple(package.iter_parts())
    found: dict[str, bytes] = {
        CONTENT_TYPES: _types(parts),
        PACKAGE_URI.rels_uri.membername: package._rels.xml,  # noqa: SLF001 - it has no other name
    }
    for part in parts:
        found[part.partname.membername] = part.blob
        if part.rels:
            found[part.partname.rels_uri.membername] = part.rels.xml
    return found


def _types(parts: Iterable[Any]) -> bytes:
    """Write the type of each part: by its name's ending where that tells, else by its name."""
    types = Types({"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML})
    for part in parts:
        ending = part.partname.ext.lower()
        if (ending, part.content_type) in default_content_types:
            types.by_ending[ending] = part.content_type
        else:
            types.by_name[part.partname] = part.content_type
    return types.written()
