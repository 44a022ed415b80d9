"""One made-up outline, of as many slides as one likes, as each tool wants it written.

Its words are the course's own, shuffled, so that words are as long and lines break as they do in
practice, and no line occurs twice.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLE = "Sample course, made up to measure speed"
SESSION = "A session of many slides"
AGENDA = "Session 1 content"
"""The title that borderdeck gives the slide that lists a session's sections."""

SECTIONS = 5
"""How many sections there are, whatever the number of slides: their list has to fit on one."""

LEAST = 2 + 2 * SECTIONS
"""The fewest slides that make an outline: the title, the list, and each section with one."""

BULLETS = 4
"""How many bullets stand on a slide."""

WORDS = (8, 15)
"""The fewest and the most words in a bullet: four such bullets fit on one slide in each tool."""

MESSAGE = re.compile(r"text: \"(.+)\"$", re.MULTILINE)
WORD = re.compile(r"[A-Za-z][A-Za-z/-]*[a-z],?")
"""A word that is written alike in YAML and Markdown, whatever stands around it."""


class Bullet(Struct, frozen=True):
    """A bullet's words: those in bold, which come first, and the others."""

    bold: str
    plain: str

    @property
    def markdown(self) -> str:
        """Give it as inline Markdown, which all three tools read."""
        return f"**{self.bold}** {self.plain}"

    @property
    def text(self) -> str:
        """Give its words alone."""
        return f"{self.bold} {self.plain}"


class Page(Struct, frozen=True):
    """A slide: its title and its bullets."""

    title: str
    bullets: tuple[Bullet, ...]


class Part(Struct, frozen=True):
    """A section, for which each tool makes a slide of its own, and its slides."""

    title: str
    pages: tuple[Page, ...]


class Outline(Struct, frozen=True):
    """A course of one session: a title slide, a list of its sections, and these."""

    parts: tuple[Part, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All that a deck of it has to say, slide by slide."""
        return (TITLE, AGENDA, *self._spoken())

    def _spoken(self) -> Iterator[str]:
        for part in self.parts:
            yield part.title
            for page in part.pages:
                yield page.title
                yield from (bullet.text for bullet in page.bullets)


def words_of(course: Path) -> tuple[str, ...]:
    """Give the words of a course's key messages, as often as they occur."""
    texts = (file.read_text(encoding="utf-8") for file in sorted(course.glob("sessions/*.yaml")))
    messages = (message for text in texts for message in MESSAGE.findall(text))
    return tuple(word for message in messages for word in message.split() if WORD.fullmatch(word))


def outline(slides: int, words: tuple[str, ...], seed: int = 1) -> Outline:
    """Make up an outline that gives so many slides in all; the same seed gives the same one."""
    chance = random.Random(seed)  # noqa: S311 - it makes up words
    count = slides - 2 - SECTIONS
    pages = iter([_page(number, words, chance) for number in range(1, count + 1)])
    cuts = [count * part // SECTIONS for part in range(SECTIONS + 1)]
    return Outline(
        tuple(
            Part(
                f"Section {_sentence(3, words, chance)}",
                tuple(next(pages) for _ in range(cuts[part], cuts[part + 1])),
            )
            for part in range(SECTIONS)
        )
    )


def as_course(made: Outline) -> dict[str, str]:
    """Write it as a course of borderdeck's: the files of a folder, by their names."""
    return {
        "course.yaml": f"title: {TITLE}\nlanguage: en\nsessions:\n  - session.yaml\n",
        "session.yaml": "\n".join(_session(made)) + "\n",
    }


def as_pandoc(made: Outline) -> str:
    """Write it as pandoc's Markdown: sections are headings of level 1, slides of level 2."""
    return "\n".join(_pandoc(made)) + "\n"


def as_markdown_pptx(made: Outline) -> str:
    """Write it as markdown-pptx's Markdown: every heading of level 1 is a slide."""
    return "\n".join(_markdown_pptx(made)) + "\n"


def _page(number: int, words: tuple[str, ...], chance: random.Random) -> Page:
    bullets = (
        Bullet(
            _sentence(2, words, chance),
            " ".join(chance.choices(words, k=chance.randint(*WORDS) - 2)).strip(",") + ".",
        )
        for _ in range(BULLETS)
    )
    return Page(f"{number} {_sentence(4, words, chance)}", tuple(bullets))


def _sentence(count: int, words: tuple[str, ...], chance: random.Random) -> str:
    return " ".join(chance.choices(words, k=count)).strip(",").capitalize()


def _session(made: Outline) -> Iterator[str]:
    yield from ("id: sample", f"title: {SESSION}", "sections:")
    for number, part in enumerate(made.parts, start=1):
        yield from (f"  - id: part-{number}", f'    title: "{part.title}"', "    slides:")
        for page in part.pages:
            yield from (f'      - title: "{page.title}"', "        blocks:", "          - bullets:")
            yield from (f'              - "{bullet.markdown}"' for bullet in page.bullets)


def _pandoc(made: Outline) -> Iterator[str]:
    yield from ("---", f"title: {TITLE}", f"subtitle: {SESSION}", "---", "")
    yield from (f"## {AGENDA}", "", *(f"- {part.title}" for part in made.parts), "")
    for part in made.parts:
        yield from (f"# {part.title}", "")
        for page in part.pages:
            yield from (f"## {page.title}", "", *_bullets(page), "")


def _markdown_pptx(made: Outline) -> Iterator[str]:
    yield from (f"# {TITLE}", "", f"## {SESSION}", "")
    yield from (f"# {AGENDA}", "", *(f"- {part.title}" for part in made.parts), "")
    for part in made.parts:
        yield from (f"# {part.title}", "")
        for page in part.pages:
            yield from (f"# {page.title}", "", *_bullets(page), "")


def _bullets(page: Page) -> Iterator[str]:
    yield from (f"- {bullet.markdown}" for bullet in page.bullets)
