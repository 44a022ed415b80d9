"""A sheet for each activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from borderdeck.course.edition_file import OptionalParts
from borderdeck.documents.activities import ActivitySheet
from borderdeck.documents.passages import Listing, Words
from borderdeck.edition.edition import NO_CHOICES, Choices
from tests.support.courses import write_course
from tests.support.papers import documents

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.documents.document import Document

HEAD = "id: rescue\ntitle: Rescue\nsections:\n  - id: one\n    title: One\n    slides:\n"


def sheets(tmp_path: Path, *slides: str, choices: Choices = NO_CHOICES) -> dict[str, Document]:
    """Plan the activity sheets of these slides, each in one line of YAML."""
    session = HEAD + "".join(f"      - {slide}\n" for slide in slides)
    found = documents(write_course(tmp_path, session), "activities", choices=choices)
    return {path: document for path, (_, document) in found.items()}


def sheet(document: Document) -> ActivitySheet:
    assert isinstance(document.plan, ActivitySheet)
    return document.plan


def test_each_activity_has_a_sheet_named_after_its_slide(tmp_path: Path) -> None:
    found = sheets(tmp_path, "{title: In pairs, blocks: [{activity: [Look]}, {paragraph: P}]}")

    assert list(found) == ["activities/session-1-in-pairs.pdf"]


def test_two_activities_of_one_title_are_told_apart(tmp_path: Path) -> None:
    slide = "{title: In pairs, blocks: [{activity: [Look]}, {activity: [Listen]}]}"
    found = sheets(tmp_path, slide)

    assert list(found) == [
        "activities/session-1-in-pairs.pdf",
        "activities/session-1-in-pairs-2.pdf",
    ]
    assert [sheet(document).head.title for document in found.values()] == [
        "In pairs",
        "In pairs (2)",
    ]


def test_long_titles_that_begin_alike_are_told_apart(tmp_path: Path) -> None:
    title = "A title that is long " * 5
    slides = [f"{{title: {title}{end}, blocks: [{{activity: [Look]}}]}}" for end in ("A", "B")]

    assert len(sheets(tmp_path, *slides)) == 2


def test_a_sheet_holds_the_case_and_the_instructions(tmp_path: Path) -> None:
    slide = '{title: T, blocks: [{activity: [Read], case: "A boat.\\n\\n- It is night."}]}'
    (document,) = sheets(tmp_path, slide).values()

    plan = sheet(document)
    assert [type(passage) for passage in plan.case] == [Words, Listing]
    assert len(plan.task.steps.entries) == 1


def test_a_facilitators_activity_has_no_sheet(tmp_path: Path) -> None:
    slide = "{title: T, blocks: [{activity: [Look], audience: facilitator}]}"

    assert sheets(tmp_path, slide) == {}


def test_what_is_kept_at_hand_has_a_sheet_that_is_in_no_packet(tmp_path: Path) -> None:
    slide = "{title: T, optional: true, blocks: [{activity: [Look]}]}"
    found = [
        document.packet
        for optional in (OptionalParts.SHOWN, OptionalParts.HIDDEN)
        for document in sheets(tmp_path, slide, choices=Choices(optional=optional)).values()
    ]

    assert [place is None for place in found] == [False, True]
