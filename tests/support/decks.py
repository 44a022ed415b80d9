"""Read a built deck as a reader sees it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pptx import Presentation

if TYPE_CHECKING:
    from collections.abc import Iterator

FURNITURE = {"Footer", "Date", "Slide number", "Number", "Place and date"}
"""The placeholders that stand on every slide, beside what the slide says."""


def slides(data: bytes) -> list[Any]:
    """Give the slides of a deck."""
    return list(Presentation(io.BytesIO(data)).slides)


def shapes(slide: Any) -> Iterator[Any]:
    """Give the shapes of a slide that say something, in reading order."""
    yield from (shape for shape in slide.shapes if shape.name not in FURNITURE)


def runs(slide: Any) -> Iterator[Any]:
    """Give the runs of a slide's shapes, in reading order."""
    for shape in shapes(slide):
        if shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                yield from paragraph.runs


def paragraphs(slide: Any) -> Iterator[str]:
    """Give the paragraphs of a slide's shapes, in reading order, line breaks as spaces."""
    for shape in shapes(slide):
        if shape.has_text_frame:
            for paragraph in shape.text_frame.paragraphs:
                yield spaced(paragraph.text)


def titles(data: bytes) -> list[str]:
    """Give the slides' titles."""
    return [spaced(slide.shapes.title.text_frame.text) for slide in slides(data)]


def spaced(text: str) -> str:
    """Read a line break as a space, and a space where no line may break as any other."""
    return text.replace("\v", " ").replace("\u00a0", " ")


def words(data: bytes) -> str:
    """Give all that the slides say, in order."""
    return " ".join(" ".join(paragraphs(slide)) for slide in slides(data))


def numbers(data: bytes) -> list[str]:
    """Give the number that stands beside each slide's text, empty where there is none."""
    found = ({s.name: s.text_frame.text for s in slide.placeholders} for slide in slides(data))
    return [names.get("Number", "") for names in found]


def bold(slide: Any) -> Iterator[str]:
    """Give the stretches in bold of a slide's bodies; titles are bold by their layout."""
    titles = {run.text for p in slide.shapes.title.text_frame.paragraphs for run in p.runs}
    yield from (run.text for run in runs(slide) if run.font.bold and run.text not in titles)
