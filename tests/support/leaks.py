"""All words that are in a file, seen or not: pages, metadata, outlines, notes, attachments."""

from __future__ import annotations

import html
import re
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile, is_zipfile

import pikepdf

from tests.support.drawn import pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TAG = re.compile(r"<[^>]*>")
PDF = b"%PDF-"


def words_in(data: bytes) -> str:
    """Give all words of a file, also of files in it."""
    if data.startswith(PDF):
        return "\n".join(_in_pdf(data))
    if is_zipfile(BytesIO(data)):
        return "\n".join(_in_archive(data))
    text = data.decode("utf-8", "replace")
    return f"{text}\n{html.unescape(TAG.sub('', text))}"


def _in_archive(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name
            yield words_in(archive.read(name))


def _in_pdf(data: bytes) -> Iterator[str]:
    """Give what stands on the pages, every string of every object, and what is in its streams."""
    for page in pages(data):
        yield "".join(words.words for words in page.words)
    with pikepdf.open(BytesIO(data)) as pdf:
        for thing in (*pdf.objects, pdf.trailer):
            yield from _strings(thing)
            if isinstance(thing, pikepdf.Stream) and _is_read(thing):
                yield words_in(thing.read_bytes())


def _is_read(stream: pikepdf.Stream) -> bool:
    """Whether a stream holds words rather than a picture or a font."""
    return stream.get("/Subtype") != "/Image" and "/Length1" not in stream


def _strings(thing: pikepdf.Object) -> Iterator[str]:
    """Give the strings of an object, without those of others that it refers to."""
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        yield from _parts(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from _parts(thing[key] for key in thing.keys())  # noqa: SIM118 - a stream gives none


def _parts(parts: Iterable[object]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, pikepdf.Object) and not part.is_indirect:
            yield from _strings(part)
