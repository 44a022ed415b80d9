"""The course as its authors wrote it: one frozen, validated model.

Each class is one mapping of the YAML format and each field one key of it; the words beneath a field
are what `docs/course-format.md` says of that key, where `make guide` writes them, and
`borderdeck.course.decode` reads the YAML by these very annotations. A class with a `shorthand` may
be written as a bare value of that field. Blocks are told apart by their `tag`, the one key that
only they have.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from msgspec import Struct, field

from borderdeck.course.keys import Count, CoursePath, Identifier, Mapped, Minutes, Written
from borderdeck.course.text import Prose, Text

Cell = Annotated[Text, "may be empty"]
"""A text that may be empty: a table's corner often is."""


class Audience(StrEnum):
    """Who may see a thing. What is for the facilitator never reaches a participant's paper."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"


class Fit(StrEnum):
    """How a picture fills the room that it has."""

    CONTAIN = "contain"
    COVER = "cover"


class Placeholder(Mapped, frozen=True, eq=False, kw_only=True):
    """A placeholder that the course's texts use, written `[NAME]` in them."""

    shorthand: ClassVar[str] = "example"

    example: str
    """A value to show what belongs there."""
    meaning: str | None = None
    """What belongs there, in words."""


class Item(Mapped, frozen=True, eq=False, kw_only=True):
    """One item of a list. A bare text will do."""

    shorthand: ClassVar[str] = "text"

    text: Text
    """The item's words."""
    id: Identifier | None = None
    """A stable name."""
    items: tuple[Item, ...] = ()
    """Items one level further in."""
    new_slide: bool = False
    """Whether a new slide begins with it."""


class KeyMessage(Mapped, frozen=True, eq=False, kw_only=True):
    """A key message of a session. A bare text will do."""

    shorthand: ClassVar[str] = "text"

    text: Text
    """The message, to the letter."""
    id: Identifier | None = None
    """A stable name."""
    new_slide: bool = False
    """Whether a new slide begins with it."""


class Block(Mapped, frozen=True, eq=False, kw_only=True):
    """What every block of a slide may say of itself."""

    tag: ClassVar[str]

    id: Identifier | None = None
    """A stable name, by which a worksheet refers to it."""
    audience: Audience = Audience.PARTICIPANT
    """`participant`, or `facilitator` for what goes into the notes alone."""
    minutes: Minutes | None = None
    """How long it takes, in minutes."""
    notes: Prose | None = None
    """What the facilitator should know, in Markdown."""
    new_slide: bool = False
    """Whether a new slide begins with it."""


class Paragraph(Block, frozen=True, eq=False, kw_only=True):
    """A paragraph."""

    tag: ClassVar[str] = "paragraph"
    paragraph: Text
    """Its words."""


class Bullets(Block, frozen=True, eq=False, kw_only=True):
    """A list with bullets."""

    tag: ClassVar[str] = "bullets"
    bullets: tuple[Item, ...]
    """Its items; an item may have `items` of its own."""
    lead: Text | None = None
    """The sentence that introduces the list."""


class Numbered(Block, frozen=True, eq=False, kw_only=True):
    """A numbered list; the numbers are the tool's."""

    tag: ClassVar[str] = "numbered"
    numbered: tuple[Item, ...]
    """Its items; an item may have `items` of its own."""
    lead: Text | None = None
    """The sentence that introduces the list."""


class Quote(Block, frozen=True, eq=False, kw_only=True):
    """A quotation with its source."""

    tag: ClassVar[str] = "quote"
    quote: Text
    """The quoted words."""
    source: Text | None = None
    """Who says so, and where."""


class Table(Block, frozen=True, eq=False, kw_only=True):
    """A table with a header row; every row has as many cells as the header."""

    tag: ClassVar[str] = "table"
    table: tuple[tuple[Cell, ...], ...]
    """Its rows, each a list of cells."""
    header: tuple[Cell, ...]
    """The heading of each column."""
    caption: Text | None = None
    """What the table shows."""


class Image(Block, frozen=True, eq=False, kw_only=True):
    """A picture."""

    tag: ClassVar[str] = "image"
    image: CoursePath
    """The picture's file, a PNG, JPEG or SVG in the course folder. One with too few pixels for its
    room (96 to an inch) is shown smaller."""
    alt: Text
    """What it shows, for those who cannot see it."""
    caption: Text | None = None
    """Words beneath it."""
    fit: Fit = Fit.CONTAIN
    """`contain`: the whole picture is seen; `cover`: it fills its room, and what is beyond is
    cropped, which PowerPoint can undo."""


class Columns(Block, frozen=True, eq=False, kw_only=True):
    """Two columns side by side."""

    tag: ClassVar[str] = "columns"
    columns: tuple[Column, Column]
    """The two columns, each with a `title` and `blocks`."""


class Question(Block, frozen=True, eq=False, kw_only=True):
    """One question to the room, set large."""

    tag: ClassVar[str] = "question"
    question: Text
    """The question."""
    answer: Prose | None = None
    """What the facilitator should hear; in the notes alone."""


class Prompts(Block, frozen=True, eq=False, kw_only=True):
    """Prompts to think along."""

    tag: ClassVar[str] = "prompts"
    prompts: tuple[Item, ...]
    """The prompts."""
    lead: Text | None = None
    """The sentence that introduces them."""


class Activity(Block, frozen=True, eq=False, kw_only=True):
    """Something that the group does."""

    tag: ClassVar[str] = "activity"
    activity: tuple[Item, ...]
    """The instructions, in order."""
    group_size: Count | None = None
    """How many people work together."""
    materials: tuple[Text, ...] = ()
    """What has to be at hand."""
    case: Prose | None = None
    """What the group reads, in Markdown; on its sheet of paper, not on the slide."""
    cards: tuple[Text, ...] = ()
    """Texts to print on cards and cut out."""
    answer: Prose | None = None
    """What the facilitator should hear; in the notes alone."""


class Recap(Block, frozen=True, eq=False, kw_only=True):
    """The key messages of earlier sessions, taken from there."""

    tag: ClassVar[str] = "recap"
    recap: tuple[Identifier, ...]
    """The `id`s of the sessions, in order."""


AnyBlock = (
    Paragraph
    | Bullets
    | Numbered
    | Quote
    | Table
    | Image
    | Columns
    | Question
    | Prompts
    | Activity
    | Recap
)
"""Every kind of block."""


class Column(Mapped, frozen=True, eq=False, kw_only=True):
    """One of two columns."""

    blocks: tuple[Paragraph | Bullets | Numbered, ...]
    """What stands in it."""
    title: Text | None = None
    """Its heading."""


class Slide(Mapped, frozen=True, eq=False, kw_only=True):
    """A slide as its author thinks of it; what does not fit goes on to a next one by itself."""

    title: Text | None = None
    """The slide's title. Only a slide with nothing but a `recap` or a `paragraph` has none."""
    id: Identifier | None = None
    """A stable name."""
    blocks: tuple[AnyBlock, ...] = ()
    """What stands on it, from top to bottom."""
    minutes: Minutes | None = None
    """How long it takes, in minutes."""
    notes: Prose | None = None
    """What the facilitator should know, in Markdown."""
    optional: bool = False
    """Whether it can be left out when time is short."""
    keep_together: bool = False
    """Whether it must stay on one slide; if it cannot, you are told."""


class Section(Mapped, frozen=True, eq=False, kw_only=True):
    """A section of a session. Its number (7.1, 7.2) is the tool's."""

    id: Identifier
    """A stable name."""
    title: Text
    """Its title."""
    slides: tuple[Slide, ...] = ()
    """Its slides, in order."""
    minutes: Minutes | None = None
    """How long it takes, in minutes."""
    notes: Prose | None = None
    """What the facilitator should know, in Markdown."""
    optional: bool = False
    """Whether it can be left out when time is short."""


class Objectives(Mapped, frozen=True, eq=False, kw_only=True):
    """What learners will be able to do."""

    items: tuple[Item, ...]
    """The objectives."""
    lead: Text | None = None
    """The sentence that introduces them."""


class AnswerSpace(Mapped, frozen=True, eq=False, kw_only=True):
    """Room for an answer under a question of a worksheet."""

    label: Text | None = None
    """Words before the lines."""
    lines: Count = Count(3)
    """How many lines to write on."""
    target_date: bool = False
    """Whether each line has room for a target date."""


class WorksheetAnswer(Mapped, frozen=True, eq=False, kw_only=True):
    """How one item of a list is answered, where it differs from the others."""

    item: Identifier
    """The `id` of the item."""
    spaces: tuple[AnswerSpace, ...]
    """The rooms for its answer, in order."""


class WorksheetPart(Mapped, frozen=True, eq=False, kw_only=True):
    """A part of a worksheet: a block of this session's slides, with room to write."""

    block: Identifier
    """The `id` of the block whose words it takes."""
    lines: Count | None = None
    """How many lines to write on, under each item."""
    answers: tuple[WorksheetAnswer, ...] = ()
    """Items that are answered in another way."""


class Worksheet(Mapped, frozen=True, eq=False, kw_only=True):
    """A paper for participants to write on, made from blocks of this session's slides."""

    id: Identifier
    """A stable name, and the file's: `reflection` gives `reflection-worksheet`."""
    title: Text
    """Its title."""
    parts: tuple[WorksheetPart, ...]
    """Its parts, in order."""


class Session(Mapped, frozen=True, eq=False, kw_only=True):
    """One session of the course."""

    derived_fields: ClassVar[frozenset[str]] = frozenset({"number"})

    id: Identifier
    """A stable name, by which other sessions refer to it."""
    title: Text
    """Its title, without its number."""
    objectives: Objectives | None = None
    """What learners will be able to do."""
    key_messages: tuple[KeyMessage, ...] = ()
    """Its key messages, each written here once."""
    sections: tuple[Section, ...] = ()
    """Its sections, in order."""
    worksheet: Worksheet | None = None
    """A paper to write on."""
    minutes: Minutes | None = None
    """How long it takes, in minutes."""
    notes: Prose | None = None
    """What the facilitator should know, in Markdown."""
    thanks: Text | None = None
    """The words of its very last slide."""
    number: int = 0
    """From 1, by its place in the course's `sessions`; set while loading, never written."""


class QuestionnaireQuestion(Mapped, frozen=True, eq=False, kw_only=True):
    """A question that is asked before the training and again after it."""

    id: Identifier
    """A stable name, by which answers before and after are compared."""
    question: Text
    """The question."""
    choices: tuple[Text, ...] = ()
    """What can be ticked; without it the question is open."""
    several: bool = False
    """Whether more than one choice may be ticked."""
    lines: Count | None = None
    """How many lines to write on; else 3 where nothing is ticked."""
    answer: Prose | None = None
    """What is right; on the facilitator's answer key alone."""


class Questionnaire(Mapped, frozen=True, eq=False, kw_only=True):
    """What is asked before the training and again after it, word for word."""

    questions: tuple[QuestionnaireQuestion, ...]
    """Its questions, in order."""
    lead: Text | None = None
    """The sentence that introduces them."""


class Outline(Mapped, frozen=True, eq=False, kw_only=True):
    """`course.yaml`: what holds for the course as a whole."""

    called: ClassVar[str] = "the course outline"

    title: Text
    """The course's title, as on the first slide."""
    language: Written
    """The language of the texts, as a BCP 47 tag: `en`, `en-GB`, `fr`."""
    sessions: tuple[CoursePath, ...]
    """The sessions' files, in order."""
    closing: Text | None = None
    """The line on each deck's closing slide."""
    venue: tuple[Text, ...] = ()
    """What is to be checked where the training takes place."""
    questionnaire: Questionnaire | None = None
    """What is asked before the training and after it."""
    placeholders: dict[str, Placeholder] = field(default_factory=dict)
    """The placeholders that the texts use, by name (capitals), with an example."""


class Each(StrEnum):
    """How often a paper is made."""

    COURSE = "course"
    SESSION = "session"


class OwnTemplate(Mapped, frozen=True, eq=False, kw_only=True):
    """The head of a paper of the course's own; `name` is its template's, without the ending."""

    called: ClassVar[str] = "the head of a paper"
    derived_fields: ClassVar[frozenset[str]] = frozenset({"name"})

    title: Text
    """Its title."""
    purpose: Text
    """What it is for, in one line."""
    audience: Audience = Audience.PARTICIPANT
    """`participant`, or `facilitator` for a paper that may hold notes, answers and names."""
    each: Each = Each.COURSE
    """`course`: made once; `session`: made for each session."""
    landscape: bool = False
    """Whether the sheet lies on its side."""
    name: str = ""


class Course(Struct, frozen=True, kw_only=True):
    """The whole course: the outline, the sessions that it names, and papers of its own."""

    outline: Outline
    sessions: tuple[Session, ...]
    papers: tuple[OwnTemplate, ...] = ()
