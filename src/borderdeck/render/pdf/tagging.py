"""Mending what WeasyPrint's tags leave out: a pass over its PDF before that is written.

The sources are ISO 14289-1 (PDF/UA-1) and ISO 32000-1, 14.8.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pydyf
from msgspec import Struct, field

from borderdeck.render.pdf.decoration import is_decoration
from borderdeck.render.pdf.objects import at, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

GROUPING = {"/Div", "/NonStruct", "/Sect", "/Span", "/P"}
"""Elements that say nothing where they hold nothing."""

NEVER_NESTED = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}
"""Elements that WeasyPrint repeats inside themselves beside a box that is out of the flow."""

ARTEFACT = ("/Artifact", b"<</Type /Pagination>>")
"""What begins marked content of no element: a tag, and what is told of it."""

NOBODY = b"null"
"""The owner of a mark that no element has."""


class Structure(Struct):
    """A PDF, and what a walk of its structure tree found: elements that stay, by their numbers.

    `marked` holds the marks (MCIDs) that the tree reaches, by the reference of their page.
    """

    pdf: pydyf.PDF
    kept: set[int] = field(default_factory=set)
    marked: defaultdict[bytes, set[int]] = field(default_factory=lambda: defaultdict(set))
    headers: list[pydyf.Dictionary] = field(default_factory=list)


def mend_tags(pdf: pydyf.PDF, descriptions: Mapping[str, str]) -> None:
    """Make a tagged PDF easier to hear.

    Running headers, footers and mere decoration become artefacts, elements without content go,
    header cells get a scope, and a link is described by its words: `descriptions` holds them by
    address.
    """
    root = at(pdf, pdf.catalog["StructTreeRoot"])
    structure = Structure(pdf)
    _visit_kids(root, structure)
    owners = at(pdf, root["ParentTree"])["Nums"]
    owned = dict(zip(owners[::2], owners[1::2], strict=True))
    for page in pages_of(pdf):
        marked = structure.marked[page.reference]
        _hide_what_has_no_element(at(pdf, page["Contents"]), marked)
        _own(owned[page["StructParents"]], marked)
        _describe_links(page, pdf, descriptions)
    for cell in structure.headers:
        _give_scope(cell, pdf)
    _forget_what_is_in_no_tree(structure, owned.values())


def _visit_kids(element: pydyf.Dictionary, structure: Structure) -> None:
    """Visit all below an element; drop what has no content."""
    kids = [kid for kid in element["K"] if _has_content(kid, element, structure)]
    element["K"] = pydyf.Array(kids)


def _has_content(kid: bytes | int, parent: pydyf.Dictionary, structure: Structure) -> bool:
    """Visit a child of an element; say whether it is or holds content."""
    if isinstance(kid, int):
        structure.marked[parent["Pg"]].add(kid)
        return True
    element = at(structure.pdf, kid)
    if "S" not in element:
        return True
    return not is_decoration(element) and _visit(element, parent, structure)


def _visit(element: pydyf.Dictionary, parent: pydyf.Dictionary, structure: Structure) -> bool:
    """Visit an element and all below, and say whether there is content, or need be none."""
    _visit_kids(element, structure)
    kind = element["S"]
    if kind == "/TH":
        structure.headers.append(element)
    if kind in NEVER_NESTED and parent["S"] == kind:
        element["S"] = "/NonStruct"
    stays = bool(element["K"]) or kind not in GROUPING
    if stays:
        structure.kept.add(element.number)
    return stays


def _hide_what_has_no_element(content: pydyf.Stream, marked: set[int]) -> None:
    """Turn marked content that no element of the tree owns into artefacts of pagination."""
    for place, said in enumerate(content.stream):
        if isinstance(said, pydyf.Dictionary) and said["MCID"] not in marked:
            content.stream[place - 1 : place + 1] = ARTEFACT


def _own(owners: pydyf.Array, marked: set[int]) -> None:
    """Take the marks of artefacts from the elements that had them."""
    for mark in range(len(owners)):
        if mark not in marked:
            owners[mark] = NOBODY


def _describe_links(page: pydyf.Dictionary, pdf: pydyf.PDF, said: Mapping[str, str]) -> None:
    for annotation in (at(pdf, reference) for reference in page.get("Annots", ())):
        address = annotation.get("A", {}).get("URI", annotation.get("Dest"))
        if address is not None and (words := said.get(address.string)):
            annotation["Contents"] = pydyf.String(words)


def _give_scope(cell: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """Say whether a header cell heads a column or, where no head of a table holds it, a row."""
    row = at(pdf, cell["P"])
    in_head = at(pdf, row["P"]).get("S") == "/THead"
    cell["A"]["Scope"] = "/Column" if in_head else "/Row"


def _forget_what_is_in_no_tree(structure: Structure, owners: Iterable[pydyf.Array | bytes]) -> None:
    """Take elements that went out of the file: their numbers are free, as number 0 is.

    `owners` are those of the pages' marks, and of annotations; where an annotation has one that
    is in no tree, such as a link in a running header, they all stay.
    """
    pdf, kept = structure.pdf, structure.kept
    if any(at(pdf, owner).number not in kept for owner in owners if isinstance(owner, bytes)):
        return
    free = pdf.objects[0]
    for number, each in enumerate(pdf.objects):
        if isinstance(each, dict) and each.get("Type") == "/StructElem" and number not in kept:
            pdf.objects[number] = free
