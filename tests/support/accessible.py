"""What a screen reader would miss in a PDF, beyond what PDF/UA's validators look for.

Each function gives the faults that it finds, in words; `RULES` names them all.
"""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf

from tests.support.drawn import pages
from tests.support.structure import tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.structure import Element

HEADING = re.compile(r"H([1-6])")

INSIDE_LISTS = {"LI", "L", "Caption"}
"""What a list may hold (ISO 32000-1, 14.8.4.3.3)."""


def headings_out_of_order(data: bytes) -> list[str]:
    """Find headings that are deeper by more than one level, and an H1 below another heading.

    A packet's parts, and each of many certificates, have an H1 of their own, which begins a page.
    """
    found = [e for e in tree(data).walk() if HEADING.fullmatch(e.kind) and e.words]
    levels = pairwise([0, *(int(heading.kind[1]) for heading in found)])
    steps = zip(found, levels, strict=True)
    skipped = [heading.words for heading, (above, level) in steps if level > above + 1]
    amid = [
        heading.words
        for before, heading in pairwise(found)
        if heading.kind == "H1" and _page_of(before) == _page_of(heading)
    ]
    return skipped + amid if found else ["there is no heading"]


def _page_of(element: Element) -> int:
    return next(element.lines()).page


def pages_stand_alone(data: bytes) -> bool:
    """Whether each page of several is a paper by itself: it has an H1."""
    titled = [line.page for e in tree(data).walk() if e.kind == "H1" for line in e.lines()]
    return len(pages(data)) > 1 and set(titled) == set(range(1, len(pages(data)) + 1))


def broken_lists(data: bytes) -> list[str]:
    """Find lists that hold what is no item, and items outside lists or without a body."""
    found = []
    for element in tree(data).walk():
        kinds = [child.kind for child in element.children()]
        if element.kind == "L" and not set(kinds) <= INSIDE_LISTS:
            found.append(f"a list holds {kinds}")
        if element.kind == "LI" and (element.parent is None or element.parent.kind != "L"):
            found.append(f"an item outside a list: {element.words}")
        if element.kind == "LI" and "LBody" not in kinds:
            found.append(f"an item without a body: {element.words}")
    return found


def tables_without_headers(data: bytes) -> list[str]:
    """Find tables in which no cell heads another, and heads that do not say what they head."""
    found = []
    for element in tree(data).walk():
        heads = [inner for inner in element.walk() if inner.kind == "TH"]
        if element.kind == "Table" and not heads:
            found.append(f"a table without headers: {element.words[:60]}")
        if element.kind == "TH" and not element.scope:
            found.append(f"a header without a scope: {element.words}")
    return found


def figures_without_words(data: bytes) -> list[str]:
    """Find pictures without words in their place, or with the name of a file."""
    figures = [element for element in tree(data).walk() if element.kind == "Figure"]
    return [
        f"a figure without words: {figure.alternative!r}"
        for figure in figures
        if not figure.alternative or re.search(r"\.(png|jpe?g|svg)$", figure.alternative)
    ]


def running_words_read_aloud(data: bytes) -> list[str]:
    """Find words of headers and footers that are read aloud: the same on each of several pages."""
    if pages_stand_alone(data):
        return []
    said = [
        {(w.words, round(w.box.bottom)) for w in p.words if w.mark is not None} for p in pages(data)
    ]
    repeated = set.intersection(*said) if len(said) > 1 else set()
    aloud = [words for words, _ in repeated if not words.isspace() and len(words) > 3]
    counted = [e.words for e in tree(data).walk() if e.kind == "P" and COUNTED.search(e.words)]
    return sorted(aloud) + counted


COUNTED = re.compile(r"^page \d+ of \d+$")


def links_without_words(data: bytes) -> list[str]:
    """Find links that do not say where they lead."""
    said = _notes(data, "/Link", "/Contents")
    return [f"a link of {len(said)} has no words" for (words,) in said if not words]


def fields_without_names(data: bytes) -> list[str]:
    """Find fields of a form that do not say what to type into them, or have no name."""
    said = _notes(data, "/Widget", "/T", "/TU")
    return [f"name {name!r}, tip {tip!r}" for name, tip in said if not (name and tip)]


def untold(data: bytes) -> list[str]:
    """Find what a paper does not say of itself: its title, its language."""
    with pikepdf.open(BytesIO(data)) as pdf:
        told = {
            "title": pdf.docinfo.get("/Title"),
            "language": pdf.Root.get("/Lang"),
            "title shown": "/ViewerPreferences" in pdf.Root
            and pdf.Root.ViewerPreferences.get("/DisplayDocTitle"),
        }
        return [f"no {name}" for name, value in told.items() if not value]


def _notes(data: bytes, kind: str, *keys: str) -> list[list[str]]:
    """Give what the annotations of a kind say of themselves, page by page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        return [[_said(note, key) for key in keys] for note in notes if note.Subtype == kind]


def _said(note: pikepdf.Object, key: str) -> str:
    """Give what an annotation, or the field that it is of, says."""
    holder = note if key in note else note.get("/Parent", pikepdf.Dictionary())
    return str(holder.get(key, ""))


RULES: dict[str, Callable[[bytes], list[str]]] = {
    rule.__name__: rule
    for rule in (
        headings_out_of_order,
        broken_lists,
        tables_without_headers,
        figures_without_words,
        running_words_read_aloud,
        links_without_words,
        fields_without_names,
        untold,
    )
}
