"""Sample courses for papers to write on, and those papers as a build makes them."""

from __future__ import annotations

from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from msgspec import Struct

from borderdeck.documents.fonts import FontBook
from borderdeck.documents.kinds import documents_of
from borderdeck.documents.planning import Planning
from borderdeck.edition.edition import make_edition
from borderdeck.render.pdf import Rendered
from borderdeck.workspace import bundled
from tests.support.courses import small_course

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.documents.document import Document
    from borderdeck.edition.edition import Choices
    from borderdeck.render.pdf import PdfEngine

OUTLINE = """
title: A sample course
language: en
sessions: [sessions/1.yaml, sessions/2.yaml]
questionnaire:
  lead: "A sample: these questions are made up."
  questions:
    - id: colour
      question: Which colour has the sample boat?
      choices: [Red, Green, "**Neither**, as far as anybody can see from the shore"]
      answer: |
        SECRET green.

        - SECRET reason
    - id: on-board
      question: Who is on board?
      several: true
      choices: [The crew, People who were rescued]
    - id: first
      question: What would you do first?
      lines: 5
      answer: SECRET look.
    - id: why
      question: And why?
"""

ANSWERED = """
id: rescue
title: Rescue at sea
objectives:
  lead: "After this session, learners will be able to:"
  items: [Name the first steps of a sample rescue, Gather **sample** ideas]
sections:
  - id: practice
    title: Practice
    notes: SECRET of the section
    slides:
      - title: Your turn
        blocks:
          - question: What is vital?
            answer: |
              SECRET planning.

              1. SECRET first
              2. SECRET second
"""

UNANSWERED = """
id: return
title: Return
sections:
  - id: practice
    title: Practice
    slides:
      - title: Your turn
        blocks:
          - question: What is next?
"""

WRITTEN_ON = (
    "worksheets",
    "action-plan",
    "self-assessment",
    "questionnaires",
    "evaluation",
    "sign-in",
    "answers",
)
"""The kinds of papers that somebody writes on, and the keys to them."""

FILES = {"course.yaml": OUTLINE, "sessions/2.yaml": UNANSWERED}

BARE = {"course.yaml": "title: A sample course\nlanguage: en\nsessions: [sessions/1.yaml]\n"}
"""A course of one session that holds nothing to ask."""


class Paper(Struct, frozen=True, dict=True):
    """A planned paper, and the engine that prints it."""

    document: Document
    template: str
    engine: PdfEngine

    @cached_property
    def rendered(self) -> Rendered:
        """The paper, printed."""
        made = self.engine.render(self.document.plan, self.template, self.document.sheet)  # type: ignore[arg-type]  # - no deck among them
        assert isinstance(made, Rendered), made
        assert made.diagnostics == ()
        return made

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.rendered.data


def papers(
    tmp_path: Path, choices: Choices, session: str = ANSWERED, **files: str
) -> dict[str, Document]:
    """Plan the papers of a sample course, by path."""
    return {document.path: document for _, document in _planned(tmp_path, choices, session, files)}


def printed(
    engine: PdfEngine, tmp_path: Path, choices: Choices, session: str = ANSWERED, **files: str
) -> dict[str, Paper]:
    """Plan the papers of a sample course, by path, each to be printed when it is looked at."""
    planned = _planned(tmp_path, choices, session, files)
    return {doc.path: Paper(doc, template, engine) for template, doc in planned}


def _planned(
    tmp_path: Path, choices: Choices, session: str, files: dict[str, str]
) -> list[tuple[str, Document]]:
    edition, found = make_edition(small_course(tmp_path, session, **(files or FILES)), choices)
    assert edition is not None, found
    planning = Planning(_refused, FontBook(bundled("fonts")), lambda _: b"")  # type: ignore[arg-type]  # - never called
    return [(kind.template, doc) for kind, doc in documents_of(edition, planning, WRITTEN_ON)]


def _refused() -> None:
    raise AssertionError("papers need no template of slides")


def fields(data: bytes) -> dict[str, dict[str, str]]:
    """Give the fields of a form by name, in the order in which it lists them."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return {
            str(field.T): {key: str(value) for key, value in field.items() if key != "/P"}
            for field in pdf.Root.AcroForm.Fields
        }


def boxes(data: bytes) -> dict[str, tuple[int, tuple[float, float, float, float]]]:
    """Give the page of each field, from 1, and its box: left, top, right, bottom in points.

    Of buttons with one name each is a field of its own here, called by that and its state: "Day/0".
    """
    found = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            height = float(page.mediabox[3])
            for note in page.get("/Annots", []):
                left, bottom, right, top = map(float, note.Rect)
                found[_called(note)] = number, (left, height - top, right, height - bottom)
    return found


def _called(note: pikepdf.Object) -> str:
    if "/T" in note:
        return str(note.T)
    (state,) = note.AP.N.keys()
    return f"{note.Parent.T}{state}"
