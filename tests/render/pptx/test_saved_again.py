"""Decks go through other programs' hands: opened and saved again, they lose nothing."""

from __future__ import annotations

from collections import Counter
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from borderdeck.render.pptx import render_deck
from tests.gallery.building import rendered
from tests.render.pptx.plans import full_deck, template
from tests.support.decks import paragraphs, slides
from tests.support.libreoffice import saved_again
from tests.support.package_invariants import violations

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def decks() -> Mapping[str, bytes]:
    """A deck with one of everything, and a long one."""
    return {
        "full": render_deck(full_deck(), template()),
        "gallery": rendered("overfull", "deck.pptx"),
    }


def by_python_pptx(deck: bytes) -> bytes:
    """Open a deck with python-pptx, and save it."""
    buffer = BytesIO()
    Presentation(BytesIO(deck)).save(buffer)
    return buffer.getvalue()


def said(deck: bytes) -> list[tuple[list[str], list[str]]]:
    """Give what each slide says, and its notes, whatever the order of its boxes."""
    return [
        (
            sorted(text for text in paragraphs(slide) if text),
            slide.notes_slide.notes_text_frame.text.split() if slide.has_notes_slide else [],
        )
        for slide in slides(deck)
    ]


each_deck = pytest.mark.parametrize("name", ["full", "gallery"])


@each_deck
def test_what_python_pptx_saves_is_sound(name: str) -> None:
    assert violations(by_python_pptx(decks()[name])) == []


@each_deck
def test_python_pptx_loses_no_word(name: str) -> None:
    assert said(by_python_pptx(decks()[name])) == said(decks()[name])


@each_deck
def test_libreoffice_loses_no_word(name: str) -> None:
    """It gives placeholders other names, so that what stands at the foot is there as well."""
    before, after = said(decks()[name]), said(saved_again(decks()[name]))
    lost = [Counter(old) - Counter(new) for (old, _), (new, _) in zip(before, after, strict=True)]
    assert not any(lost)


@each_deck
def test_libreoffice_loses_no_note(name: str) -> None:
    again = saved_again(decks()[name])
    assert [notes for _, notes in said(again)] == [notes for _, notes in said(decks()[name])]
