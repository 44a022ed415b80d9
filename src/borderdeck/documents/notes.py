"""What goes into a slide's notes: all that is for the facilitator, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course import model
from borderdeck.course.text import Run
from borderdeck.documents.paragraphs import paragraphs_of, written
from borderdeck.documents.slides import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.slides import Paragraphs
    from borderdeck.edition.words import Words

Timed = model.Session | model.Section | model.Slide


def opening_notes(thing: Timed, words: Words) -> Paragraphs:
    """Give what an author says of a session, a section or a slide as a whole."""
    return (*_timing(thing, words), *written(thing.notes))


def slide_notes(slide: model.Slide, words: Words) -> Paragraphs:
    """Give all that the facilitator should have before them while the slide is shown."""
    blocks = (
        p for block in slide.blocks for p in (*block_notes(block, words), *_answer(block, words))
    )
    return (*opening_notes(slide, words), *blocks)


def _timing(thing: Timed, words: Words) -> Iterator[Paragraph]:
    if thing.minutes is not None:
        minutes = words.minutes.format(count=thing.minutes)
        yield _bold(words.time.format(minutes=minutes))
    if not isinstance(thing, model.Session) and thing.optional:
        yield _bold(words.optional)


def block_notes(block: model.AnyBlock, words: Words) -> Iterator[Paragraph]:
    """Give what the facilitator should know of a block, beside the answer to a question."""
    if block.audience is model.Audience.FACILITATOR:
        yield from paragraphs_of(block)
    if block.minutes is not None and not isinstance(block, model.Activity):
        yield _bold(words.time.format(minutes=words.minutes.format(count=block.minutes)))
    yield from written(block.notes)


def _answer(block: model.AnyBlock, words: Words) -> Iterator[Paragraph]:
    if isinstance(block, model.Question | model.Activity) and block.answer is not None:
        yield _bold(words.answer)
        yield from written(block.answer)


def _bold(words: str) -> Paragraph:
    return Paragraph((Run(words, bold=True),))
