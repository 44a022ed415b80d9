"""Headings of the papers inside a packet: each a level below those of the packet itself.

A paper's template says `h1` for its title wherever it stands; to those who listen, and leap from
heading to heading, it is a part of the packet (ISO 32000-1, 14.8.4.3.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.render.pdf.objects import at, elements_in

if TYPE_CHECKING:
    import pydyf

PAPER = "/Art"
"""What an `article` becomes, in which each paper of a packet stands."""

DEEPER = {f"/H{level}": f"/H{level + 1}" for level in range(1, 6)}


def nest_headings(pdf: pydyf.PDF) -> None:
    """Let headings inside papers of a packet be a level deeper."""
    _nest(pdf, at(pdf, pdf.catalog["StructTreeRoot"]), 0)


def _nest(pdf: pydyf.PDF, element: pydyf.Dictionary, depth: int) -> None:
    """Let headings below an element that stands in so many papers be as much deeper."""
    for inside in elements_in(pdf, element):
        for _ in range(depth):
            inside["S"] = DEEPER.get(inside["S"], inside["S"])
        _nest(pdf, inside, depth + (inside["S"] == PAPER))
