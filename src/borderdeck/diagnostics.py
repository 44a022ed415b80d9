"""What is wrong with a course, as values: where, what, and what to do.

A user's mistake is never an exception in flight. Each stage returns the diagnostics that it found,
all of them in one pass; only `borderdeck.terminal` formats them and only the command line exits.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Any, ClassVar

from msgspec import Struct
from msgspec.structs import replace


class ExitCode(IntEnum):
    """What the process tells its caller."""

    BUILT = 0
    COURSE_HAS_ERRORS = 1
    WRONG_USE = 2
    INTERRUPTED = 130


class MendableError(Exception):
    """Something that no course is to blame for, and that the person at the keyboard can mend.

    `message` says what is wrong, `hint` what to do.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Severity(StrEnum):
    """Whether a build may go on."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """The stable name of each kind of diagnostic; scripts rely on these.

    `tests/bad_courses/` holds a case for each code that a course file can cause.
    """

    # course files as text
    UNREADABLE_FILE = "unreadable-file"
    FILE_TOO_LARGE = "file-too-large"
    NOT_UTF8 = "not-utf8"
    CONTROL_CHARACTER = "control-character"
    YAML_SYNTAX = "yaml-syntax"
    TOO_DEEP = "too-deep"
    ALIAS = "alias"
    TAG = "tag"
    # values
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    UNQUOTED_PLACEHOLDER = "unquoted-placeholder"
    EMPTY_TEXT = "empty-text"
    BAD_VALUE = "bad-value"
    NO_SUCH_DATE = "no-such-date"
    MARKUP = "markup"
    # across files
    DUPLICATE_ID = "duplicate-id"
    DANGLING_REFERENCE = "dangling-reference"
    UNKNOWN_PLACEHOLDER = "unknown-placeholder"
    MISSING_FILE = "missing-file"
    OUTSIDE_COURSE = "outside-course"
    BAD_PICTURE = "bad-picture"
    UNUSED_FILE = "unused-file"
    # the participants' list
    BAD_QUOTES = "bad-quotes"
    MISSING_COLUMN = "missing-column"
    UNKNOWN_COLUMN = "unknown-column"
    MISSING_NAME = "missing-name"
    TOO_MANY_CELLS = "too-many-cells"
    TEXT_TOO_LONG = "text-too-long"
    DUPLICATE_PERSON = "duplicate-person"
    # times
    MINUTES_DIFFER = "minutes-differ"
    MINUTES_MISSING = "minutes-missing"
    DAY_TOO_LONG = "day-too-long"
    DAY_TOO_SHORT = "day-too-short"
    NOT_IN_TIMETABLE = "not-in-timetable"
    # editions, documents and built decks: no course file causes these by what it holds
    OPEN_PLACEHOLDER = "open-placeholder"
    OVERFLOW = "overflow"
    MISSING_GLYPH = "missing-glyph"
    TEMPLATE_LACKS = "template-lacks"
    UNREADABLE_TEMPLATE = "unreadable-template"
    FONT_SUBSTITUTED = "font-substituted"
    PAPER_TEMPLATE = "paper-template"
    SLIDES_NOT_DRAWN = "slides-not-drawn"
    SLIDES_MAY_DIFFER = "slides-may-differ"
    UNREADABLE_DECK = "unreadable-deck"
    SLIDE_WITHOUT_TITLE = "slide-without-title"
    TITLE_NOT_UNIQUE = "title-not-unique"
    READING_ORDER = "reading-order"
    MISSING_ALTERNATIVE = "missing-alternative"
    TABLE_WITHOUT_HEADER = "table-without-header"
    LANGUAGE_MISSING = "language-missing"
    SECTION_WITHOUT_NAME = "section-without-name"
    SLIDE_WITHOUT_SECTION = "slide-without-section"
    PROPERTIES_MISSING = "properties-missing"
    LOW_CONTRAST = "low-contrast"
    CONTRAST_UNKNOWN = "contrast-unknown"
    TEXT_TOO_SMALL = "text-too-small"
    FILE_IN_USE = "file-in-use"


class Position(Struct, frozen=True, order=True):
    """A place in a file that a person edits.

    `line` and `column` count from 1, in characters; `width` is how many characters a caret should
    underline on that line, at least 1; `text` is that line, without its line break.
    """

    file: str
    line: int
    column: int
    width: int = 1
    text: str = ""

    def pointing_at(self, letter: str) -> Position:
        """Narrow it to a letter on its line, from here on or before; it stays where there is none.

        A text may go on on lines below; in a list, another cell may have the letter first.
        """
        column = self.text.find(letter, self.column - 1)
        column = column if column >= 0 else self.text.find(letter)
        return replace(self, column=column + 1, width=1) if column >= 0 else self


class Placed(Struct, frozen=True, eq=False):
    """A value that knows where it stands in a file, which does not count when two are compared.

    `place_field` is the name of the field that says so.
    """

    place_field: ClassVar[str] = "position"

    def __eq__(self, other: object) -> bool:
        """Whether another is of the same class, and alike but for its place."""
        return type(self) is type(other) and _counted(self) == _counted(other)

    def __hash__(self) -> int:
        """Hash what counts."""
        return hash(_counted(self))


def counted(kind: type[Struct]) -> tuple[str, ...]:
    """Name the fields of a class that count when two are compared."""
    place = kind.place_field if issubclass(kind, Placed) else None
    return tuple(name for name in kind.__struct_fields__ if name != place)


def _counted(value: Placed) -> tuple[Any, ...]:
    return tuple(getattr(value, name) for name in counted(type(value)))


class Diagnostic(Struct, frozen=True):
    """One thing that somebody has to know or to mend.

    `message` says what is wrong, `hint` what to do; `position` is None where no line of a file is
    to blame.
    """

    code: Code
    message: str
    hint: str = ""
    position: Position | None = None
    severity: Severity = Severity.ERROR


def in_reading_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file and line; those without a place come last, as found; each distinct one once."""
    distinct = dict.fromkeys(diagnostics)
    placed = [(d.position, d.code, d) for d in distinct if d.position is not None]
    others = (d for d in distinct if d.position is None)
    return (*(d for _, _, d in sorted(placed, key=lambda found: found[:2])), *others)


def has_errors(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> bool:
    """Whether any of them forbids going on."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
