"""What WeasyPrint says, in words that help: what is wrong, and what would mend it.

Import this module after `borderdeck.render.pdf.libraries.load_weasyprint`.
"""

from __future__ import annotations

import re
from pathlib import Path

from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.css.validation.expanders import EXPANDERS

from borderdeck.course.spelling import closest, question
from borderdeck.documents.letters import CODE_POINT, HINT, NO_FONT, named
from borderdeck.render.pdf.fetcher import file_of
from borderdeck.workspace import OutsideError

MISSING_GLYPH = ".notdef glyph"
"""How WeasyPrint's warning of a letter that no font has begins."""

PLACE = re.compile(r" at (\d+):(\d+)")
"""Where something stands in a style sheet: a line and a column, each from 1."""

PICTURE = re.compile(r"Failed to load image at '([^']*)':\s*(.*)", re.DOTALL)
SHEET = re.compile(r"Failed to load stylesheet at (\S+?) ?: (.*)", re.DOTALL)
DECLARATION = re.compile(r"Ignored `(([\w-]+):[^`]*)`")
SELECTOR = re.compile(r"Invalid or unsupported selector, '([^']*?)\s*'")
FONT = re.compile(r"Font-face '([^']*)' cannot be loaded")
NO_ALTERNATIVE = re.compile(r'Image "(.*)" has no required alt description', re.DOTALL)
NO_LANGUAGE = 'Missing required "lang" attribute'

NO_FILE = "FileNotFoundError"
WHERE_PICTURES_LIE = (
    "its address begins at the folder of the template: put it there, or correct its name"
)
WHERE_SHEETS_LIE = (
    "its address begins at the folder of what takes it in: put it there, or correct its name"
)
SAVE_IT_ANEW = "open it in a program for pictures, and save it once more as PNG or JPEG"
SAY_WHAT_IT_SHOWS = (
    'say in <img …> what it shows, for those who hear the paper: alt="…"; or alt="" where it is '
    "mere decoration"
)
FONTS_FILE = "look whether its address leads to a font, from the folder of the style sheet on"
LOOK_AT_SELECTOR = "look for a wrong letter or sign in it"
BEGIN_WITH_OURS = (
    'write {% extends "paper.html.j2" %} at its top, below the head, and what is to be on the '
    "paper between {% block content %} and {% endblock %}"
)
SAY_LANGUAGE = 'write <html lang="{{ paper.head.language }}">'

PROPERTIES = sorted(
    {name.replace("_", "-") for name in (*INITIAL_VALUES, *EXPANDERS) if name[:1] != "_"}
)
"""The properties that WeasyPrint knows."""


def address_in(words: str, file: Path | None) -> str:
    """Give what stands in a file for what is said of it, as far as that can be told."""
    for addressed in (PICTURE, SHEET):
        if found := addressed.match(words):
            return _address(found[1], file)
    for quoted in (DECLARATION, SELECTOR):
        if found := quoted.match(words):
            return found[1]
    return ""


def in_our_words(said: str) -> tuple[str, str]:
    """Give a message and a hint; without a place, which is told beside them."""
    words = " ".join(PLACE.sub("", said).split()).replace(" `,", "`,")
    if picture := PICTURE.match(words):
        return _of_picture(Path(picture[1]).name, picture[2])
    if sheet := SHEET.match(words):
        url = sheet[1]
        return _of_sheet(Path(url).name if url.startswith("file:") else url, sheet[2])
    if image := NO_ALTERNATIVE.match(words):
        name = "of this template" if image[1].startswith("data:") else f'"{image[1]}"'
        return f"the picture {name} has no description", SAY_WHAT_IT_SHOWS
    if words.startswith(MISSING_GLYPH):
        letters = (chr(int(point, 16)) for point in CODE_POINT.findall(words))
        return f"{NO_FONT} {named(filter(str.strip, letters))}", HINT
    declaration = DECLARATION.match(words)
    if declaration and "unknown property" in words:
        return words, question(closest(declaration[2], PROPERTIES))
    return _of_rules(words)


def no_language(*, has_root: bool) -> str:
    """Say how a paper gets its language; `has_root` where its template writes all of the page."""
    return SAY_LANGUAGE if has_root else BEGIN_WITH_OURS


def _address(url: str, file: Path | None) -> str:
    """Give an address as a file has it, from its own folder on."""
    try:
        path = file_of(url)
    except OutsideError:
        return url
    if file is None or not path.is_relative_to(file.parent):
        return path.name
    return path.relative_to(file.parent).as_posix()


def _of_picture(file: str, reason: str) -> tuple[str, str]:
    if reason.startswith(NO_FILE):
        return f'there is no picture "{file}"', WHERE_PICTURES_LIE
    if reason.startswith(OutsideError.__name__):
        return f'the picture "{file}" is outside the course', WHERE_PICTURES_LIE
    return f'the picture "{file}" cannot be read', SAVE_IT_ANEW


def _of_sheet(file: str, reason: str) -> tuple[str, str]:
    if reason.startswith(NO_FILE):
        return f'there is no style sheet "{file}"', WHERE_SHEETS_LIE
    if reason.startswith(OutsideError.__name__):
        return f'the style sheet "{file}" is outside the course', WHERE_SHEETS_LIE
    return f'the style sheet "{file}" cannot be read', "save it as plain text"


def _of_rules(words: str) -> tuple[str, str]:
    if selector := SELECTOR.match(words):
        return f'the selector "{selector[1]}" is not known: its rule is left out', LOOK_AT_SELECTOR
    if font := FONT.match(words):
        return f'the font "{font[1]}" cannot be loaded', FONTS_FILE
    if NO_LANGUAGE in words:
        return "this paper does not say in which language it is", ""
    return words, ""
