"""What WeasyPrint says while it works, told as borderdeck tells things: where, and what to do.

Import this module after `borderdeck.render.pdf.libraries.load_weasyprint`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound
from msgspec import Struct
from msgspec.structs import replace

from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.render.pdf.braces import unclosed
from borderdeck.render.pdf.folders import STYLE_SHEET, beside
from borderdeck.render.pdf.wording import (
    DECLARATION,
    FONT,
    MISSING_GLYPH,
    NO_ALTERNATIVE,
    NO_LANGUAGE,
    PICTURE,
    PLACE,
    SELECTOR,
    address_in,
    in_our_words,
    no_language,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderdeck.diagnostics import Position
    from borderdeck.render.pdf.braces import Unclosed
    from borderdeck.render.pdf.folders import TemplateFolders
    from borderdeck.render.pdf.messages import Said

IMPORT = re.compile(r"@import\s+(?:url\(\s*)?[\"']?([^\"')\s;]+)")
TOP = re.compile(r"(?:\s|\{#.*?#\})*", re.DOTALL)
"""What a template may have before its first tag: a head, and other comments."""

IMAGE = re.compile(r"<img\b(?:\{\{.{0,500}?\}\}|[^>]){0,2000}+>", re.DOTALL | re.IGNORECASE)
ALTERNATIVE = re.compile(r"\salt\b", re.IGNORECASE)


class Teller(Struct, frozen=True):
    """Tells what is wrong with templates and style sheets that are found in folders."""

    sources: TemplateFolders

    def of_style_sheet(self, name: str, said: Iterable[Said]) -> Iterator[Diagnostic]:
        """Tell what was said of a style sheet that has been parsed, with all that it imports.

        What is not closed in it is told, and not of the selectors which follow from that.
        """
        open_signs = [self._not_closed(name, each) for each in unclosed(self._text(name))]
        yield from open_signs
        for each in said:
            position = self._in_style_sheet(name, each.words)
            selector = SELECTOR.match(each.words)
            if not (open_signs and selector and (not position or "}" in selector[1])):
                yield _told(each, name, position)

    def of_paper(self, templates: tuple[str, ...], said: Iterable[Said]) -> Iterator[Diagnostic]:
        """Tell what was said of a paper that was made by these templates, its own last."""
        for each in said:
            position = next(filter(None, self._in_paper(templates, each.words)), None)
            told = _told(each, templates[-1], position)
            if NO_LANGUAGE in each.words:
                has_root = any("<html" in self._text(name) for name in templates)
                told = replace(told, hint=no_language(has_root=has_root))
            yield told

    def _in_style_sheet(self, name: str, words: str) -> Position | None:
        """Find what is said of a style sheet in it; None where it stands in one that it imports."""
        if place := PLACE.search(words):
            position = self._at(name, int(place[1]), int(place[2]))
            return position if _fits(words, position) else None
        if font := FONT.match(words):
            return self._font_face(name, font[1])
        written = address_in(words, self.sources.find(name))
        sheets = (name,) if SELECTOR.match(words) else self._with_imported(name)
        return next(filter(None, (self._of(sheet, written) for sheet in sheets)), None)

    def _in_paper(self, templates: tuple[str, ...], words: str) -> Iterator[Position | None]:
        """Look where what is said may stand: in templates, then in style sheets, by turns."""
        taken = templates[::-1]
        if NO_LANGUAGE in words:
            yield from (self._of(name, "<html") for name in taken)
            yield self._top(taken[0])
        elif picture := NO_ALTERNATIVE.match(words):
            yield from (self._image(name, picture[1]) for name in taken)
            yield from (self._image(name, "{{") for name in taken)
        elif written := address_in(words, self.sources.find(taken[0])):
            yield from (self._of(name, written) for name in taken)
            if PICTURE.match(words):
                yield from (self._of(sheet, written) for sheet in self._sheets(taken))

    def _sheets(self, templates: tuple[str, ...]) -> Iterator[str]:
        return self._with_imported(*map(beside, templates), STYLE_SHEET)

    def _with_imported(self, *names: str) -> Iterator[str]:
        """Give style sheets, and those that they import, each once."""
        left, seen = [*names], set[str]()
        while left:
            name = left.pop(0)
            if name not in seen:
                seen.add(name)
                yield name
                left += IMPORT.findall(self._text(name))

    def _image(self, template: str, source: str) -> Position | None:
        """Find the first picture of this source that nothing says a description of."""
        images = IMAGE.finditer(self._text(template))
        lacking = (i for i in images if source in i[0] and not ALTERNATIVE.search(i[0]))
        image = next(lacking, None)
        return self._span(template, image.start(), len(image[0])) if image else None

    def _font_face(self, name: str, family: str) -> Position | None:
        rule = rf"@font-face(?=\s*\{{[^}}]{{0,2000}}{re.escape(family)})"
        found = re.search(rule, self._text(name), re.IGNORECASE)
        return self._span(name, found.start(), len(found[0])) if found else None

    def _top(self, template: str) -> Position | None:
        top = TOP.match(self._text(template))
        return self._span(template, top.end(), 1) if top else None

    def _not_closed(self, name: str, found: Unclosed) -> Diagnostic:
        position = self._span(name, found.offset, len(found.sign))
        code = Code.PAPER_TEMPLATE
        return Diagnostic(code, found.message, found.hint, position, Severity.WARNING)

    def _of(self, name: str, written: str) -> Position | None:
        """Find words in a template or a style sheet."""
        offset = self._text(name).find(written) if written else -1
        return self._span(name, offset, len(written)) if offset >= 0 else None

    def _text(self, name: str) -> str:
        """Give what a file holds, and nothing for one that cannot be read."""
        try:
            return self.sources.read(name)[1]
        except TemplateNotFound:
            return ""

    def _span(self, name: str, offset: int, width: int) -> Position:
        """Give the place of so many characters, as far as they stand on one line."""
        before = self._text(name)[:offset]
        column = len(before) - before.rfind("\n")
        there = self._at(name, before.count("\n") + 1, column, width)
        return replace(there, width=max(1, min(width, len(there.text) - column + 1)))

    def _at(self, name: str, line: int, column: int, width: int = 1) -> Position:
        place = self.sources.line(*self.sources.read(name), line)
        return replace(place, column=column, width=width)


def _fits(words: str, position: Position) -> bool:
    """Whether what is said can stand there; if not, it stands in a style sheet that is imported."""
    declaration = DECLARATION.match(words)
    there = position.text[position.column - 1 :]
    return there.startswith(declaration[2]) if declaration else bool(there)


def _told(said: Said, name: str, position: Position | None) -> Diagnostic:
    words, hint = in_our_words(said.words)
    message = words if position else f"{name}: {words}"
    code = Code.MISSING_GLYPH if said.words.startswith(MISSING_GLYPH) else Code.PAPER_TEMPLATE
    severity = Severity.ERROR if said.is_error else Severity.WARNING
    return Diagnostic(code, message, hint, position, severity=severity)
