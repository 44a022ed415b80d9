"""The objects of a PDF that WeasyPrint has made and not written yet: pydyf's.

There a name is `"/P"`, a key has no stroke, null is `b"null"`, a reference `b"12 0 R"`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pydyf


def at(pdf: pydyf.PDF, reference: bytes) -> Any:
    """Give the object that a reference leads to."""
    return pdf.objects[int(reference.partition(b" ")[0])]


def pages_of(pdf: pydyf.PDF) -> Iterator[pydyf.Dictionary]:
    """Give the pages, in order; each kid of their tree is a number, a generation and a letter."""
    for number in pdf.pages["Kids"][::3]:
        yield pdf.objects[number]


def elements_in(pdf: pydyf.PDF, element: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
    """Give the elements right inside one; what else there is are marks and annotations."""
    for kid in element["K"]:
        if isinstance(kid, bytes) and "S" in (found := at(pdf, kid)):
            yield found
