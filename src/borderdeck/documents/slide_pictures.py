"""Slides as papers show them: pictures of the deck as it is built, with words that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from msgspec import Struct
from msgspec.structs import replace

from borderdeck.documents.slides import PictureContent, Role, TableContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.slides import Content, Deck, Runs, Slide

NO_WORDS = frozenset({Role.RAIL})
"""What says nothing that the title does not."""


class SlidePicture(Struct, frozen=True):
    """A slide, without its notes; `alternative` says all that is on it.

    `deck` is the identifier of its deck, `number` its place there, from 1. Where it cannot be
    drawn, papers show `slide.title` and `contents` instead.
    """

    deck: str
    number: int
    slide: Slide
    alternative: str

    @property
    def rail(self) -> str:
        """The number beside its title, "7.1"; empty where its layout has no room for one."""
        rails = (filled.content for filled in self.slide.filled if filled.role is Role.RAIL)
        return " ".join(text for content in rails for text in _texts(content))

    @property
    def contents(self) -> tuple[Content, ...]:
        """What stands on it beneath its title."""
        return tuple(_contents(self.slide))


@runtime_checkable
class ShowsSlides(Protocol):
    """The plan of a paper that shows slides."""

    @property
    def decks(self) -> tuple[Deck, ...]:
        """The decks of these slides, without their notes: so they are the same for everybody."""


def pictures_of(deck: Deck, alternative: str) -> tuple[SlidePicture, ...]:
    """Give a picture of each slide of a deck, hidden ones as well.

    `alternative` is a pattern that takes the slide's `number` and its `words`.
    """
    return tuple(
        SlidePicture(
            deck.identifier, number, slide, alternative.format(number=number, words=_words(slide))
        )
        for number, slide in enumerate(without_notes(deck).slides, start=1)
    )


def without_notes(deck: Deck) -> Deck:
    """Leave out a deck's notes."""
    return replace(
        deck,
        sections=tuple(
            replace(part, slides=tuple(replace(slide, notes=()) for slide in part.slides))
            for part in deck.sections
        ),
    )


def _contents(slide: Slide) -> Iterator[Content]:
    yield from (filled.content for filled in slide.filled if filled.role not in NO_WORDS)


def _words(slide: Slide) -> str:
    """Give all that a slide says, as one who cannot see it would hear it."""
    texts = (text for content in _contents(slide) for text in _texts(content))
    return " ".join(_ended(text) for text in (slide.title_text, *texts) if text)


def _texts(content: Content) -> Iterator[str]:
    match content:
        case TableContent():
            yield from ("; ".join(map(_plain, row)) for row in (content.header, *content.rows))
        case PictureContent():
            yield content.alternative
        case _:
            yield from (_plain(paragraph.runs) for paragraph in content)


def _plain(runs: Runs) -> str:
    return " ".join("".join(run.text for run in runs).split())


def _ended(text: str) -> str:
    """End a text with a full stop, where no other mark ends it: each is read by itself."""
    return text if text.endswith((".", "!", "?", ":", "…", ";", "。", "؟")) else f"{text}."
