"""Plant faults in packages, and make templates to plant them in."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterable

BARE_LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
"""The layout of `bare_template` that is called "Content"."""

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def members(data: bytes) -> dict[str, bytes]:
    """Give the members of an archive."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(pairs: Iterable[tuple[str, bytes]]) -> bytes:
    """Make an archive; a name may come twice."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in pairs:
            archive.writestr(name, data)
    return buffer.getvalue()


def edited(data: bytes, *edits: tuple[str, str, str]) -> bytes:
    """Replace text in members: each edit is a member's name, what stands there, what is to."""
    found = members(data)
    for name, old, new in edits:
        text = found[name].decode()
        assert old in text, f"{name} has no {old}"
        found[name] = text.replace(old, new).encode()
    return zipped(found.items())


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """Add a member, or put another in its place."""
    return zipped({**members(data), name: content}.items())


def without(data: bytes, name: str) -> bytes:
    """Take a member out."""
    found = members(data)
    del found[name]
    return zipped(found.items())


@cache
def bare_template() -> bytes:
    """python-pptx's own template, with two layouts and their placeholders under our names.

    It has a thumbnail, a printer's settings, and no notes master.
    """
    presentation = Presentation()
    title, content = list(presentation.slide_layouts)[:2]
    names = ("Title", "Body", "Date", "Footer", "Slide number")
    for layout, name in ((title, "Title"), (content, "Content")):
        layout.element.cSld.set("name", name)
        for placeholder, role in zip(layout.placeholders, names, strict=True):
            placeholder.element.nvSpPr.cNvPr.set("name", role)
    buffer = BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def with_slide(template: bytes) -> bytes:
    """Add a slide to a template."""
    presentation = Presentation(BytesIO(template))
    presentation.slides.add_slide(presentation.slide_layouts[1])
    buffer = BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def with_relationship(data: bytes, rels: str, kind: str, attributes: str) -> bytes:
    """Add a relationship to a member that holds some; `attributes` are its others, as XML."""
    written = f'<Relationship Type="{RELATIONSHIPS}/{kind}" {attributes}/>'
    return edited(data, (rels, "</Relationships>", f"{written}</Relationships>"))
