"""Look into a template before any library opens it: it may come from anywhere."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.constants import CONTENT_TYPE as CT

from borderdeck.render.pptx.archive import CONTENT_TYPES, archived
from borderdeck.render.pptx.faults import UnreadableTemplateError

if TYPE_CHECKING:
    from collections.abc import Mapping

MEMBERS = 10_000
"""The most files that its archive may hold."""

UNPACKED = 512 * 2**20
"""The most bytes that all of them may unpack to."""

XML = 64 * 2**20
"""The most bytes that all XML may unpack to: read as a tree, it takes many times as much."""

RATIO = 200
"""How many times its packed size a file may have, once it is larger than `SMALL`."""

SMALL = 4 * 2**20

LEGACY = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a compound file begins: an old .ppt, or one with a password ([MS-CFB] 2.2)."""

BROKEN = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    PythonPptxError,
    RuntimeError,
    SyntaxError,  # lxml's errors of syntax are of this kind
    TypeError,
    ValueError,
    zlib.error,
)
"""What libraries raise on a package that is broken; python-pptx's own is seldom."""

_MAIN = re.compile(rb'ContentType="([^"]*\.main\+xml)"')
_DTD = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_MARKS = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_OTHER_ENCODING = re.compile(
    rb"""[^<]|<\?xml[^>]*encoding\s*=\s*["'](?!utf-?8|utf-?16|us-ascii)""", re.IGNORECASE
)
"""A part is in UTF-8 or UTF-16 (OPC 8.1); in another encoding it would hide from this look."""

_DECK: bytes = CT.PML_PRESENTATION_MAIN.encode()
_OTHERS: tuple[bytes, ...] = (CT.PML_TEMPLATE_MAIN.encode(), CT.PML_SLIDESHOW_MAIN.encode())


def opened(data: bytes) -> Any:
    """Open a template with python-pptx; one of PowerPoint's kind for templates (.potx), too.

    Raises `UnreadableTemplateError`.
    """
    members = _members(data)
    types = members.get(CONTENT_TYPES, b"")
    kind = _kind(types)
    try:
        if kind != _DECK:
            members[CONTENT_TYPES] = types.replace(kind, _DECK)
            data = archived(members)
        return Presentation(BytesIO(data))
    except BROKEN as error:
        raise UnreadableTemplateError("it is broken") from error


def _members(data: bytes) -> dict[str, bytes]:
    if data.startswith(LEGACY):
        raise UnreadableTemplateError(
            "it has a password, or is of PowerPoint's old kind (.ppt)",
            "open it in PowerPoint, take the password off, and save it as .pptx",
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive)
            found = {info.filename: archive.read(info) for info in archive.infolist()}
    except BROKEN as error:
        raise UnreadableTemplateError(
            "it is not a PowerPoint file, or only a part of one"
        ) from error
    _check_text(found)
    return found


def _check_sizes(archive: ZipFile) -> None:
    infos = archive.infolist()
    if len(infos) > MEMBERS:
        raise UnreadableTemplateError(f"it holds {len(infos)} files, far more than a template has")
    text = sum(info.file_size for info in infos if _is_xml(info.filename))
    if sum(info.file_size for info in infos) > UNPACKED or text > XML:
        raise UnreadableTemplateError("it is far too large once it is unpacked")
    for info in infos:
        if info.file_size > max(SMALL, RATIO * info.compress_size):
            raise UnreadableTemplateError(f"{info.filename} in it is packed far too densely")


def _check_text(members: Mapping[str, bytes]) -> None:
    for name, data in members.items():
        if not _is_xml(name):
            continue
        words = data.replace(b"\0", b"").lstrip(_MARKS)  # what is left of UTF-16 is ASCII
        if _DTD.search(words):
            raise UnreadableTemplateError(f"{name} in it has a document type, which no deck has")
        if _OTHER_ENCODING.match(words):
            raise UnreadableTemplateError(f"{name} in it is neither in UTF-8 nor in UTF-16")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _kind(types: bytes) -> bytes:
    """Give the content type of its main part. Raises where that is none of a presentation."""
    kinds = set(_MAIN.findall(types))
    if any(b"macroEnabled" in kind for kind in kinds) or b"vbaProject" in types:
        raise UnreadableTemplateError(
            "it holds macros", "save it without them: as .pptx or .potx, not as .pptm or .potm"
        )
    for kind in (_DECK, *_OTHERS):
        if kind in kinds:
            return kind
    raise UnreadableTemplateError("it is not a PowerPoint presentation", "save it as .pptx")
