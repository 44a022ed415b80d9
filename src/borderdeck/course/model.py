"""The course as its authors wrote it: one frozen, validated model.

Each class is one mapping of the YAML format and each field one key of it; the text beside a field
(`key(...)`) is what `docs/course-format.md` says of that key, and `borderdeck.course.decode` reads
the YAML by these very annotations. A class with a `shorthand` may be written as a bare value of
that field. Blocks are told apart by their `tag`, the one key that only they have.
"""
# ruff: noqa: RUF009 - key() and where() are dataclasses.field() with this format's metadata
# ruff: noqa: TC001 - the decoder resolves the annotations

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar

from borderdeck.course.keys import Count, CoursePath, Identifier, Minutes, key, where
from borderdeck.course.text import Prose, Text
from borderdeck.diagnostics import Position

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """A placeholder that the course's texts use, written `[NAME]` in them."""

    shorthand: ClassVar[str] = "example"

    example: str = key("A value to show what belongs there.")
    meaning: str | None = key("What belongs there, in words.", None)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list. A bare text will do."""

    shorthand: ClassVar[str] = "text"

    text: Text = key("The item's words.")
    id: Identifier | None = key("A stable name.", None)
    items: tuple[Item, ...] = key("Items one level further in.", ())
    new_slide: bool = key("Whether a new slide begins with it.", False)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyMessage:
    """A key message of a session. A bare text will do."""

    shorthand: ClassVar[str] = "text"

    text: Text = key("The message, to the letter.")
    id: Identifier | None = key("A stable name.", None)
    new_slide: bool = key("Whether a new slide begins with it.", False)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What every block of a slide may say of itself."""

    tag: ClassVar[str]

    id: Identifier | None = key("A stable name, by which a worksheet refers to it.", None)
    audience: Audience = key(
        "`participant`, or `facilitator` for what goes into the notes alone.", Audience.PARTICIPANT
    )
    minutes: Minutes | None = key("How long it takes, in minutes.", None)
    notes: Prose | None = key("What the facilitator should know, in Markdown.", None)
    new_slide: bool = key("Whether a new slide begins with it.", False)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """A paragraph."""

    tag: ClassVar[str] = "paragraph"
    paragraph: Text = key("Its words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets(Block):
    """A list with bullets."""

    tag: ClassVar[str] = "bullets"
    bullets: tuple[Item, ...] = key("Its items; an item may have `items` of its own.")
    lead: Text | None = key("The sentence that introduces the list.", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered(Block):
    """A numbered list; the numbers are the tool's."""

    tag: ClassVar[str] = "numbered"
    numbered: tuple[Item, ...] = key("Its items; an item may have `items` of its own.")
    lead: Text | None = key("The sentence that introduces the list.", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Block):
    """A quotation with its source."""

    tag: ClassVar[str] = "quote"
    quote: Text = key("The quoted words.")
    source: Text | None = key("Who says so, and where.", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table with a header row; every row has as many cells as the header."""

    tag: ClassVar[str] = "table"
    table: tuple[tuple[Cell, ...], ...] = key("Its rows, each a list of cells.")
    header: tuple[Cell, ...] = key("The heading of each column.")
    caption: Text | None = key("What the table shows.", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Image(Block):
    """A picture."""

    tag: ClassVar[str] = "image"
    image: CoursePath = key(
        "The picture's file, a PNG, JPEG or SVG in the course folder. One with too few pixels for "
        "its room (96 to an inch) is shown smaller."
    )
    alt: Text = key("What it shows, for those who cannot see it.")
    caption: Text | None = key("Words beneath it.", None)
    fit: Fit = key(
        "`contain`: the whole picture is seen; `cover`: it fills its room, and what is beyond is "
        "cropped, which PowerPoint can undo.",
        Fit.CONTAIN,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Block):
    """Two columns side by side."""

    tag: ClassVar[str] = "columns"
    columns: tuple[Column, Column] = key("The two columns, each with a `title` and `blocks`.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Block):
    """One question to the room, set large."""

    tag: ClassVar[str] = "question"
    question: Text = key("The question.")
    answer: Prose | None = key("What the facilitator should hear; in the notes alone.", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompts(Block):
    """Prompts to think along."""

    tag: ClassVar[str] = "prompts"
    prompts: tuple[Item, ...] = key("The prompts.")
    lead: Text | None = key("The sentence that introduces them.", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Block):
    """Something that the group does."""

    tag: ClassVar[str] = "activity"
    activity: tuple[Item, ...] = key("The instructions, in order.")
    group_size: Count | None = key("How many people work together.", None)
    materials: tuple[Text, ...] = key("What has to be at hand.", ())
    case: Prose | None = key(
        "What the group reads, in Markdown; on its sheet of paper, not on the slide.", None
    )
    cards: tuple[Text, ...] = key("Texts to print on cards and cut out.", ())
    answer: Prose | None = key("What the facilitator should hear; in the notes alone.", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap(Block):
    """The key messages of earlier sessions, taken from there."""

    tag: ClassVar[str] = "recap"
    recap: tuple[Identifier, ...] = key("The `id`s of the sessions, in order.")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One of two columns."""

    blocks: tuple[Paragraph | Bullets | Numbered, ...] = key("What stands in it.")
    title: Text | None = key("Its heading.", None)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide as its author thinks of it; what does not fit goes on to a next one by itself."""

    title: Text | None = key(
        "The slide's title. Only a slide with nothing but a `recap` or a `paragraph` has none.",
        None,
    )
    id: Identifier | None = key("A stable name.", None)
    blocks: tuple[AnyBlock, ...] = key("What stands on it, from top to bottom.", ())
    minutes: Minutes | None = key("How long it takes, in minutes.", None)
    notes: Prose | None = key("What the facilitator should know, in Markdown.", None)
    optional: bool = key("Whether it can be left out when time is short.", False)
    keep_together: bool = key(
        "Whether it must stay on one slide; if it cannot, you are told.", False
    )
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of a session. Its number (7.1, 7.2) is the tool's."""

    id: Identifier = key("A stable name.")
    title: Text = key("Its title.")
    slides: tuple[Slide, ...] = key("Its slides, in order.", ())
    minutes: Minutes | None = key("How long it takes, in minutes.", None)
    notes: Prose | None = key("What the facilitator should know, in Markdown.", None)
    optional: bool = key("Whether it can be left out when time is short.", False)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Objectives:
    """What learners will be able to do."""

    items: tuple[Item, ...] = key("The objectives.")
    lead: Text | None = key("The sentence that introduces them.", None)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSpace:
    """Room for an answer under a question of a worksheet."""

    label: Text | None = key("Words before the lines.", None)
    lines: Count = key("How many lines to write on.", Count(3))
    target_date: bool = key("Whether each line has room for a target date.", False)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetAnswer:
    """How one item of a list is answered, where it differs from the others."""

    item: Identifier = key("The `id` of the item.")
    spaces: tuple[AnswerSpace, ...] = key("The rooms for its answer, in order.")
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetPart:
    """A part of a worksheet: a block of this session's slides, with room to write."""

    block: Identifier = key("The `id` of the block whose words it takes.")
    lines: Count | None = key("How many lines to write on, under each item.", None)
    answers: tuple[WorksheetAnswer, ...] = key("Items that are answered in another way.", ())
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """A paper for participants to write on, made from blocks of this session's slides."""

    id: Identifier = key(
        "A stable name, and the file's: `reflection` gives `reflection-worksheet`."
    )
    title: Text = key("Its title.")
    parts: tuple[WorksheetPart, ...] = key("Its parts, in order.")
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of the course."""

    id: Identifier = key("A stable name, by which other sessions refer to it.")
    title: Text = key("Its title, without its number.")
    objectives: Objectives | None = key("What learners will be able to do.", None)
    key_messages: tuple[KeyMessage, ...] = key("Its key messages, each written here once.", ())
    sections: tuple[Section, ...] = key("Its sections, in order.", ())
    worksheet: Worksheet | None = key("A paper to write on.", None)
    minutes: Minutes | None = key("How long it takes, in minutes.", None)
    notes: Prose | None = key("What the facilitator should know, in Markdown.", None)
    thanks: Text | None = key("The words of its very last slide.", None)
    position: Position = where()
    number: int = field(default=0, metadata={"derived": True})
    """From 1, by its place in the course's `sessions`; set while loading, never written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionnaireQuestion:
    """A question that is asked before the training and again after it."""

    id: Identifier = key("A stable name, by which answers before and after are compared.")
    question: Text = key("The question.")
    choices: tuple[Text, ...] = key("What can be ticked; without it the question is open.", ())
    several: bool = key("Whether more than one choice may be ticked.", False)
    lines: Count | None = key("How many lines to write on; else 3 where nothing is ticked.", None)
    answer: Prose | None = key("What is right; on the facilitator's answer key alone.", None)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """What is asked before the training and again after it, word for word."""

    questions: tuple[QuestionnaireQuestion, ...] = key("Its questions, in order.")
    lead: Text | None = key("The sentence that introduces them.", None)
    position: Position = where()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """`course.yaml`: what holds for the course as a whole."""

    called: ClassVar[str] = "the course outline"

    title: Text = key("The course's title, as on the first slide.")
    language: str = key("The language of the texts, as a BCP 47 tag: `en`, `en-GB`, `fr`.")
    sessions: tuple[CoursePath, ...] = key("The sessions' files, in order.")
    closing: Text | None = key("The line on each deck's closing slide.", None)
    venue: tuple[Text, ...] = key("What is to be checked where the training takes place.", ())
    questionnaire: Questionnaire | None = key(
        "What is asked before the training and after it.", None
    )
    placeholders: dict[str, Placeholder] = field(
        default_factory=dict,
        metadata={
            "meaning": "The placeholders that the texts use, by name (capitals), with an example."
        },
    )
    position: Position = where()


class Each(StrEnum):
    """How often a paper is made."""

    COURSE = "course"
    SESSION = "session"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTemplate:
    """The head of a paper of the course's own; `name` is its template's, without the ending."""

    called: ClassVar[str] = "the head of a paper"

    title: Text = key("Its title.")
    purpose: Text = key("What it is for, in one line.")
    audience: Audience = key(
        "`participant`, or `facilitator` for a paper that may hold notes, answers and names.",
        Audience.PARTICIPANT,
    )
    each: Each = key("`course`: made once; `session`: made for each session.", Each.COURSE)
    landscape: bool = key("Whether the sheet lies on its side.", False)
    position: Position = where()
    name: str = field(default="", metadata={"derived": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The whole course: the outline, the sessions that it names, and papers of its own."""

    outline: Outline
    sessions: tuple[Session, ...]
    papers: tuple[OwnTemplate, ...] = ()
