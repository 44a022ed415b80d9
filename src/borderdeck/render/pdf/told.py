"""What WeasyPrint says while it works, told as borderdeck tells things: where, and what to do.

Import this module after `borderdeck.render.pdf.libraries.load_weasyprint`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.css.validation.expanders import EXPANDERS

from borderdeck.course.spelling import closest, question
from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.documents.letters import CODE_POINT, HINT, NO_FONT, named
from borderdeck.render.pdf.fetcher import file_of
from borderdeck.workspace import OutsideError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.diagnostics import Position
    from borderdeck.render.pdf.folders import TemplateFolders
    from borderdeck.render.pdf.messages import Said

MISSING_GLYPH = ".notdef glyph"
"""How WeasyPrint's warning of a letter that no font has begins."""

PLACE = re.compile(r" at (\d+):(\d+)")
"""Where something stands in a style sheet: a line and a column, each from 1."""

PICTURE = re.compile(r"Failed to load image at '([^']*)':\s*(.*)", re.DOTALL)
DECLARATION = re.compile(r"Ignored `(([\w-]+):[^`]*)`")

NO_FILE = "FileNotFoundError"
WHERE_PICTURES_LIE = (
    "its address begins at the folder of the template: put it there, or correct its name"
)
SAVE_IT_ANEW = "open it in a program for pictures, and save it once more as PNG or JPEG"

PROPERTIES = sorted(
    {name.replace("_", "-") for name in (*INITIAL_VALUES, *EXPANDERS) if name[:1] != "_"}
)
"""The properties that WeasyPrint knows."""


class Teller(Struct, frozen=True):
    """Tells what is wrong with templates and style sheets that are found in folders."""

    sources: TemplateFolders

    def of_style_sheet(self, name: str, said: Iterable[Said]) -> Iterator[Diagnostic]:
        """Tell what was said of a style sheet that has been parsed, with all that it imports."""
        for each in said:
            place = PLACE.search(each.words)
            position = place and self._at(name, int(place[1]), int(place[2]))
            yield _told(each, name, position if position and _fits(each.words, position) else None)

    def of_paper(self, templates: tuple[str, ...], said: Iterable[Said]) -> Iterator[Diagnostic]:
        """Tell what was said of a paper that was made by these templates, its own last."""
        for each in said:
            written = _written(each.words, self.sources.find(templates[-1]))
            places = (self._of(name, written) for name in reversed(templates) if written)
            yield _told(each, templates[-1], next(filter(None, places), None))

    def _of(self, template: str, written: str) -> Position | None:
        """Find words in a template."""
        if not self.sources.find(template):
            return None
        before, found, _ = self.sources.read(template)[1].partition(written)
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        return self._at(template, line, column, len(written)) if found else None

    def _at(self, name: str, line: int, column: int, width: int = 1) -> Position:
        place = self.sources.line(*self.sources.read(name), line)
        return replace(place, column=column, width=width)


def _fits(words: str, position: Position) -> bool:
    """Whether what is said can stand there; if not, it stands in a style sheet that is imported."""
    declaration = DECLARATION.match(words)
    there = position.text[position.column - 1 :]
    return there.startswith(declaration[2]) if declaration else bool(there)


def _written(words: str, template: Path | None) -> str:
    """Give what stands in a template for what is said, as far as that can be told."""
    if picture := PICTURE.match(words):
        return _address(picture[1], template)
    declaration = DECLARATION.match(words)
    return declaration[1] if declaration else ""


def _address(url: str, template: Path | None) -> str:
    """Give the address of a picture as a template has it, from its own folder on."""
    try:
        path = file_of(url)
    except OutsideError:
        return url
    if template is None or not path.is_relative_to(template.parent):
        return path.name
    return path.relative_to(template.parent).as_posix()


def _told(said: Said, name: str, position: Position | None) -> Diagnostic:
    words, hint = _in_our_words(said.words)
    message = words if position else f"{name}: {words}"
    code = Code.MISSING_GLYPH if said.words.startswith(MISSING_GLYPH) else Code.PAPER_TEMPLATE
    severity = Severity.ERROR if said.is_error else Severity.WARNING
    return Diagnostic(code, message, hint, position, severity=severity)


def _in_our_words(said: str) -> tuple[str, str]:
    """Give a message and a hint; without a place, which is told beside them."""
    words = " ".join(PLACE.sub("", said).split()).replace(" `,", "`,")
    if picture := PICTURE.match(words):
        return _of_picture(Path(picture[1]).name, picture[2])
    if words.startswith(MISSING_GLYPH):
        letters = (chr(int(point, 16)) for point in CODE_POINT.findall(words))
        return f"{NO_FONT} {named(filter(str.strip, letters))}", HINT
    declaration = DECLARATION.match(words)
    if declaration and "unknown property" in words:
        return words, question(closest(declaration[2], PROPERTIES))
    return words, ""


def _of_picture(file: str, reason: str) -> tuple[str, str]:
    if reason.startswith(NO_FILE):
        return f'there is no picture "{file}"', WHERE_PICTURES_LIE
    if reason.startswith(OutsideError.__name__):
        return f'the picture "{file}" is outside the course', WHERE_PICTURES_LIE
    return f'the picture "{file}" cannot be read', SAVE_IT_ANEW
