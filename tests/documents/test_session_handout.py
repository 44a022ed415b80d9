"""What a session's handout holds, and what it leaves to other papers."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING, Any

import pytest

from borderdeck.course.edition_file import OptionalParts
from borderdeck.documents.passages import (
    Asked,
    Begun,
    Entry,
    Figure,
    Grid,
    Listing,
    Quotation,
    SideBySide,
    Task,
    Words,
)
from borderdeck.documents.session_handout import SessionHandout
from borderdeck.documents.slides import Run
from borderdeck.edition.edition import NO_CHOICES, Choices
from borderdeck.edition.printing import Printing
from tests.support.courses import SESSION, write_course
from tests.support.papers import documents
from tests.support.pictures import photograph, read

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.documents.passages import Passage
    from borderdeck.documents.slides import Runs

PLANNING = "id: planning\ntitle: Planning\nsections:\n  - id: one\n    title: One\n    slides:\n"


def handout(tmp_path: Path, session: str, choices: Choices = NO_CHOICES) -> SessionHandout | None:
    """Plan the handout of session 1; a picture is at hand."""
    folder = write_course(tmp_path, session, **{"photograph.jpg": photograph(40, 30)})
    found = documents(folder, "session-handouts", choices=choices)
    if "handouts/session-1.pdf" not in found:
        return None
    plan = found["handouts/session-1.pdf"][1].plan
    assert isinstance(plan, SessionHandout)
    return plan


def passages(tmp_path: Path, *blocks: str, rest: str = "") -> list[Passage]:
    """Plan a slide of these blocks; `rest` is what else the session has."""
    slide = "      - title: A slide\n        blocks:\n"
    indented = "".join(f"          {line}\n" for block in blocks for line in block.splitlines())
    plan = handout(tmp_path, PLANNING + slide + indented + rest)
    assert plan is not None
    return [p for s in plan.sections for slide_ in s.slides for p in slide_.passages]


def runs(words: str) -> Runs:
    return (Run(words),)


def words(entries: tuple[Entry, ...]) -> list[str]:
    return ["".join(run.text for run in entry.runs) for entry in entries]


def test_a_session_of_a_title_alone_has_none(tmp_path: Path) -> None:
    assert handout(tmp_path, "id: rescue\ntitle: Rescue") is None


def test_of_a_slide_with_facilitators_blocks_alone_only_the_title_is_there(tmp_path: Path) -> None:
    blocks = "      - title: T\n        blocks: [{paragraph: P, audience: facilitator}]\n"
    plan = handout(tmp_path, PLANNING + blocks)

    assert plan is not None
    assert plan.sections[0].slides[0].passages == (Words(runs("T")),)


def test_objectives_and_messages_stand_first(tmp_path: Path) -> None:
    plan = handout(tmp_path, SESSION + "objectives: {lead: 'To:', items: [plan]}\n")

    assert plan is not None
    assert plan.objectives == Listing((Entry(runs("plan")),), lead=runs("To:"))
    assert [run.text for message in plan.messages for run in message] == [
        "Planning is ",
        "vital",
        ".",
    ]


def test_sections_bear_their_numbers(tmp_path: Path) -> None:
    plan = handout(tmp_path, PLANNING + "      - title: T\n        blocks: [{paragraph: P}]\n")

    assert plan is not None
    assert [section.number for section in plan.sections] == ["1.1"]


def test_a_title_with_nothing_beneath_it_is_a_sentence(tmp_path: Path) -> None:
    plan = handout(tmp_path, PLANNING + "      - title: Stop.\n")

    assert plan is not None
    (slide,) = plan.sections[0].slides
    assert (slide.title, slide.passages) == ((), (Words(runs("Stop.")),))


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("- paragraph: P", Words),
        ("- bullets: [B]", Listing),
        ("- numbered: [N]", Listing),
        ("- quote: Q\n  source: S", Quotation),
        ("- header: [H]\n  table: [[C]]", Grid),
        ("- image: photograph.jpg\n  alt: A photograph of nothing", Figure),
        ("- columns: [{blocks: [{bullets: [B]}]}, {blocks: [{bullets: [B]}]}]", SideBySide),
        ("- question: Q?", Asked),
        ("- prompts: [P...]", Begun),
        ("- activity: [A]", Task),
    ],
)
def test_each_kind_of_block_is_set(tmp_path: Path, block: str, kind: type) -> None:
    (found,) = passages(tmp_path, block)

    assert isinstance(found, kind)


def test_items_keep_the_items_within_them(tmp_path: Path) -> None:
    (found,) = passages(tmp_path, "- bullets: [{text: A, items: [B]}]")

    assert found == Listing((Entry(runs("A"), (Listing((Entry(runs("B")),)),)),))


def test_an_activity_says_how_long_how_many_and_with_what(tmp_path: Path) -> None:
    block = "- activity: [Look]\n  minutes: 5\n  group_size: 3\n  materials: [pens, paper]"
    (found,) = passages(tmp_path, block)

    assert isinstance(found, Task)
    said = [(fact.label, "".join(run.text for run in fact.runs)) for fact in found.facts]
    assert said == [("", "5 min"), ("", "Groups of 3"), ("Materials", "pens, paper")]


def test_a_question_has_lines_for_its_answer(tmp_path: Path) -> None:
    (found,) = passages(tmp_path, "- question: Why?")

    assert found == Asked(runs("Why?"), 3)


def test_what_the_worksheet_has_room_for_has_none_here(tmp_path: Path) -> None:
    worksheet = (
        "worksheet: {id: w, title: W, parts: [{block: q, lines: 2}, {block: p, lines: 1}]}\n"
    )
    blocks = ("- question: Why?\n  id: q", "- prompts: [New...]\n  id: p")
    question, prompts = passages(tmp_path, *blocks, rest=worksheet)

    assert question == Asked(runs("Why?"), 0)
    assert prompts == Listing((Entry(runs("New...")),))


RECAP = "id: wrap-up\ntitle: Wrap-up\nsections:\n  - id: m\n    title: M\n    slides:\n"


def test_a_recap_names_the_sessions_and_leaves_their_messages_to_their_handouts(
    tmp_path: Path,
) -> None:
    recap = RECAP + "      - blocks: [{recap: [rescue]}]\n"
    folder = write_course(tmp_path, SESSION, **{"sessions/2.yaml": recap})
    plan: Any = documents(folder, "session-handouts")["handouts/session-2.pdf"][1].plan

    (listing,) = plan.sections[0].slides[0].passages
    assert words(listing.entries) == ["Session 1: Rescue at sea"]


def test_a_recap_of_a_sessions_own_messages_is_not_needed(tmp_path: Path) -> None:
    sections = RECAP.partition("sections:")[2]
    recap = SESSION + "sections:" + sections + "      - blocks: [{recap: [rescue]}]\n"
    plan = handout(tmp_path, recap)

    assert plan is not None
    assert plan.sections == ()


def test_what_is_kept_at_hand_is_left_out(tmp_path: Path) -> None:
    slides = (
        "      - {title: A, optional: true, blocks: [{paragraph: P}]}\n"
        "      - {title: B, blocks: [{paragraph: P}]}\n"
    )
    plan = handout(tmp_path, PLANNING + slides, Choices(optional=OptionalParts.HIDDEN))

    assert plan is not None
    assert [slide.title for slide in plan.sections[0].slides] == [runs("B")]


def test_columns_too_long_for_a_page_stand_beneath_each_other(tmp_path: Path) -> None:
    short = "- columns: [{blocks: [{bullets: [B]}]}, {blocks: [{bullets: [B]}]}]"
    long = short.replace("[B]", "[" + ", ".join(["Look at it again"] * 25) + "]", 1)
    found = passages(tmp_path, short, long)

    assert [isinstance(p, SideBySide) and p.stacked for p in found] == [False, True]


def test_pictures_have_no_colour_where_the_edition_is_grey(tmp_path: Path) -> None:
    slides = "      - {title: T, blocks: [{image: photograph.jpg, alt: A photograph of nothing}]}\n"
    grey = Choices(printing=Printing(grey=True))
    plans = [handout(tmp_path, PLANNING + slides, choices) for choices in (NO_CHOICES, grey)]

    assert [_colours(plan) for plan in plans] == ["RGB", "L"]


def _colours(plan: SessionHandout | None) -> str:
    assert plan is not None
    (figure,) = plan.sections[0].slides[0].passages
    assert isinstance(figure, Figure)
    return read(b64decode(figure.url.partition(",")[2])).mode
