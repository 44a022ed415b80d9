"""Mending what WeasyPrint's tags leave out: a pass over the finished PDF.

The sources are ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.8.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct, field
from pikepdf import Array, Dictionary, Name, NumberTree, Object, ObjectStreamMode, Pdf, String

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pikepdf import Page

GROUPING = {"/Div", "/NonStruct", "/Sect", "/Span", "/P"}
"""Elements that say nothing where they hold nothing."""

NEVER_NESTED = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}
"""Elements that WeasyPrint repeats inside themselves beside a box that is out of the flow."""

BEGIN = re.compile(rb"/\w+\s<</MCID (\d+)>>\sBDC")
"""How WeasyPrint begins marked content; all text around it is in hexadecimal figures."""

ARTEFACT = b"/Artifact\n<</Type /Pagination>>\nBDC"


class Structure(Struct):
    """What a walk of the structure tree found.

    `marked` holds the marks (MCIDs) that the tree reaches, by their page's object number.
    """

    marked: defaultdict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    headers: list[Object] = field(default_factory=list)


def mend_tags(data: bytes, descriptions: Mapping[str, str]) -> bytes:
    """Make a tagged PDF easier to hear: the same bytes for the same input.

    Running headers and footers become artefacts, elements without content go, header cells get a
    scope, and a link is described by its words: `descriptions` holds them by address.
    """
    with Pdf.open(io.BytesIO(data)) as pdf:
        structure = _walk(pdf)
        for page in pdf.pages:
            _hide_what_has_no_element(pdf, page, structure.marked[page.obj.objgen[0]])
            _describe_links(page, descriptions)
        for cell in structure.headers:
            _give_scope(cell)
        return _save(pdf)


def _save(pdf: Pdf) -> bytes:
    file = io.BytesIO()
    pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return file.getvalue()


def _walk(pdf: Pdf) -> Structure:
    structure = Structure()
    root = pdf.Root.StructTreeRoot
    for kid in _kids(root):
        _has_content(kid, root, structure)
    return structure


def _has_content(kid: Object | int, parent: Object, structure: Structure) -> bool:
    """Visit a child of an element; say whether it is or holds content."""
    if isinstance(kid, int):
        structure.marked[parent.Pg.objgen[0]].add(kid)
        return True
    return "/S" not in kid or _visit(kid, structure)


def _visit(element: Object, structure: Structure) -> bool:
    """Visit an element and all below; drop what has no content, and say whether any was left."""
    kids = [kid for kid in _kids(element) if _has_content(kid, element, structure)]
    element.K = Array(kids)
    kind = str(element.S)
    if kind == "/TH":
        structure.headers.append(element)
    if kind in NEVER_NESTED and element.P.get("/S") == kind:
        element.S = Name.NonStruct
    return bool(kids) or kind not in GROUPING


def _kids(element: Object) -> Iterator[Object | int]:
    """Give an element's children: elements, references to objects, marks."""
    kids = element.get("/K", Array())
    yield from kids if isinstance(kids, Array) else (kids,)


def _hide_what_has_no_element(pdf: Pdf, page: Page, marked: set[int]) -> None:
    """Turn marked content that no element of the tree owns into artefacts of pagination."""
    content = page.Contents.read_bytes()
    hidden = BEGIN.sub(lambda mark: mark[0] if int(mark[1]) in marked else ARTEFACT, content)
    page.Contents.write(hidden)
    owners = NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(page.StructParents)]
    for mark in range(len(owners)):
        if mark not in marked:
            owners[mark] = None


def _describe_links(page: Page, descriptions: Mapping[str, str]) -> None:
    for annotation in page.get("/Annots", Array()):
        address = str(annotation.get("/A", Dictionary()).get("/URI", annotation.get("/Dest", "")))
        if words := descriptions.get(address):
            annotation.Contents = String(words)


def _give_scope(cell: Object) -> None:
    """Say whether a header cell heads a column or, where no head of a table holds it, a row."""
    attributes = cell.A if "/A" in cell else Dictionary(O=Name.Table)
    in_head = cell.P.get("/P", Dictionary()).get("/S") == Name.THead
    attributes.Scope = Name.Column if in_head else Name.Row
    cell.A = attributes
