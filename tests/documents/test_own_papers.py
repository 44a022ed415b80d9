"""Papers of a course's own: which templates are some, what they see, and where they go."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from borderdeck.course.kinds import Key, keys_of, meanings_of
from borderdeck.course.model import OwnTemplate
from borderdeck.course.participants import Person
from borderdeck.documents.document import OWN
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.kinds import documents_of
from borderdeck.documents.own_paper import (
    OwnPaper,
    OwnPerson,
    OwnSection,
    OwnSession,
    OwnSlide,
)
from borderdeck.documents.papers import PaperHead
from borderdeck.documents.planning import Planning
from borderdeck.documents.sheets import Sheet
from borderdeck.documents.slides import Paragraph
from borderdeck.edition.edition import Choices, make_edition
from borderdeck.edition.printing import Printing
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace, bundled
from tests.support.courses import loaded, write_course
from tests.support.pdf import text_of, ua_failures

if TYPE_CHECKING:
    from borderdeck.documents.document import Document

GUIDE = Path(__file__).parents[2] / "docs" / "own-papers.md"

HEAD = "{{#-\ntitle: Sample of [PLACE]\npurpose: A sample\n{}-#}}\n"
FACILITATORS = "audience: facilitator\n"
SECRETS = """
id: rescue
title: Rescue at sea
notes: Secret of the session
objectives:
  items: [Plan a rescue.]
key_messages: [Planning is **vital**.]
sections:
  - id: first-steps
    title: First steps
    notes: Secret of the section
    slides:
      - title: Who does what
        notes: Secret of the slide
        blocks:
          - bullets: [One boat, Two boats]
          - question: What comes first?
            answer: Secret answer
          - paragraph: Secret block
            audience: facilitator
"""
AMINA = Person(name="Amina Secret", organisation="Sample Ministry")
LISTED = Choices(people=(AMINA,))


def _refused() -> None:
    raise AssertionError("papers need no template of slides")


def papers(tmp_path: Path, choices: Choices = LISTED, **templates: str) -> dict[str, Document]:
    """Plan the course's own papers, by their paths."""
    files = {f"templates/{name}.html.j2": text for name, text in templates.items()}
    second = {"sessions/2.yaml": "id: later\ntitle: Later"}
    course = loaded(write_course(tmp_path, SECRETS, **files, **second))
    edition, _ = make_edition(course, choices)
    assert edition is not None
    planning = Planning(_refused, FontBook(bundled("fonts")), lambda _: b"")  # type: ignore[arg-type]  # - never called
    return {d.path: d for _, d in documents_of(edition, planning, [OWN])}


def plan(tmp_path: Path, head: str = "") -> OwnPaper:
    (document,) = papers(tmp_path, list=HEAD.format(head)).values()
    return cast("OwnPaper", document.plan)


def test_a_template_with_a_head_is_a_paper(tmp_path: Path) -> None:
    assert list(papers(tmp_path, list=HEAD.format(""))) == ["own/list.pdf"]


def test_the_facilitators_goes_to_the_facilitators_folder(tmp_path: Path) -> None:
    found = papers(tmp_path, list=HEAD.format(FACILITATORS))
    assert list(found) == ["facilitator/own-list.pdf"]


def test_a_paper_of_each_session_says_of_which(tmp_path: Path) -> None:
    found = papers(tmp_path, quiz=HEAD.format("each: session\n"))
    assert [(path, d.session) for path, d in found.items()] == [
        ("own/quiz-session-1.pdf", 1),
        ("own/quiz-session-2.pdf", 2),
    ]


def test_a_paper_may_lie_on_its_side(tmp_path: Path) -> None:
    (found,) = papers(tmp_path, quiz=HEAD.format("landscape: true\n")).values()
    assert found.sheet == Sheet(landscape=True)


def test_participants_get_a_large_twin(tmp_path: Path) -> None:
    choices = Choices(printing=Printing(large_print=True))
    heads = {"list": HEAD.format(""), "mine": HEAD.format(FACILITATORS)}
    assert list(papers(tmp_path, choices, **heads)) == [
        "own/list.pdf",
        "own/list-large-print.pdf",
        "facilitator/own-mine.pdf",
    ]


@pytest.mark.parametrize(
    "statement",
    [
        '{% extends "piece.html.j2" %}',
        "{%- include 'piece.html.j2' ignore missing -%}",
        '{% import "piece.html.j2" as piece %}',
        '{% from "piece.html.j2" import lines %}',
        '{% include ["absent.html.j2", "piece.html.j2"] %}',
    ],
)
def test_a_piece_of_another_template_is_no_paper(tmp_path: Path, statement: str) -> None:
    found = papers(tmp_path, list=HEAD.format("") + statement, piece="<p></p>")
    assert list(found) == ["own/list.pdf"]


def test_a_template_that_begins_with_an_underscore_is_no_paper(tmp_path: Path) -> None:
    assert papers(tmp_path, _piece="<p></p>") == {}


def test_a_template_in_place_of_ours_is_no_further_paper(tmp_path: Path) -> None:
    assert papers(tmp_path, LISTED, **{"key-messages": "<p></p>", "paper": "<p></p>"}) == {}


def test_a_head_written_on_windows_is_read(tmp_path: Path) -> None:
    head = "\ufeff" + HEAD.format("").replace("\n", "\r\n")
    assert list(papers(tmp_path, list=head)) == ["own/list.pdf"]


def test_placeholders_in_a_head_are_filled(tmp_path: Path) -> None:
    choices = Choices(place="Geneva")
    (found,) = papers(tmp_path, choices, list=HEAD.format("")).values()
    assert found.plan.head.title == "Sample of Geneva"  # type: ignore[union-attr]  # - no deck


def test_participants_paper_holds_nothing_of_the_facilitators(tmp_path: Path) -> None:
    seen = plan(tmp_path)
    assert "Secret" not in repr(seen)
    assert seen.people == ()


def test_the_facilitators_paper_holds_it_all(tmp_path: Path) -> None:
    seen = plan(tmp_path, FACILITATORS)
    secrets = ("session", "section", "slide", "answer", "block")
    assert [secret in repr(seen.sessions) for secret in secrets] == [True] * 5
    assert [person.name for person in seen.people] == ["Amina Secret"]


def test_a_repr_of_it_shows_nobody(tmp_path: Path) -> None:
    assert "Amina" not in repr(plan(tmp_path, FACILITATORS))


def test_notes_do_not_stand_among_a_slides_words(tmp_path: Path) -> None:
    (slide,) = plan(tmp_path, FACILITATORS).sessions[0].sections[0].slides
    words = ["".join(run.text for run in paragraph.runs) for paragraph in slide.words]
    assert words == ["One boat", "Two boats", "What comes first?"]


def sample() -> str:
    """Give the template that the guide tells to write."""
    found = re.search(r"^```\n(\{#-.*?)^```$", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def printed(tmp_path: Path, template: str) -> bytes:
    (document,) = papers(tmp_path, sample=template).values()
    engine = PdfEngine(Workspace(here=tmp_path), tmp_path / "course")
    made = engine.render(cast("OwnPaper", document.plan), "sample.html.j2", document.sheet)
    assert isinstance(made, Rendered), made
    return made.data


def test_the_guides_sample_is_a_valid_paper(tmp_path: Path) -> None:
    data = printed(tmp_path, sample())
    assert ua_failures(data) == []
    assert "Planning is vital." in text_of(data)


def test_whatever_a_participants_template_asks_for_no_secret_comes(tmp_path: Path) -> None:
    greedy = """{% extends "paper.html.j2" %}{% from "macros.html.j2" import words %}
    {% block content %}<p>What there is</p>
    {% for s in paper.sessions %}{{ words(s.notes) }}{% endfor %}
    {% for person in paper.people %}{{ person.name }}{% endfor %}{% endblock %}"""
    text = text_of(printed(tmp_path, HEAD.format("") + greedy))
    assert "What there is" in text
    assert "Secret" not in text


def test_the_same_template_for_the_facilitator_would_show_them(tmp_path: Path) -> None:
    macro = '{% from "macros.html.j2" import words %}'
    greedy = "{% block content %}{% for s in paper.sessions %}{{ words(s.notes) }}{% endfor %}"
    page = f'{{% extends "paper.html.j2" %}}{macro}{greedy}{{% endblock %}}'
    assert "Secret of the session" in text_of(printed(tmp_path, HEAD.format(FACILITATORS) + page))


@pytest.mark.parametrize("key", keys_of(OwnTemplate).values(), ids=lambda key: key.name)
def test_the_guide_tells_of_each_key_of_a_head(key: Key) -> None:
    meaning = meanings_of(OwnTemplate)[key.name]
    row = f"| `{key.name}` | {meaning} | {'yes' if key.required else ''} |"
    assert row in GUIDE.read_text("utf-8")


SEEN = (OwnPaper, OwnSession, OwnSection, OwnSlide, OwnPerson, PaperHead, Sheet)


def untold(guide: str) -> set[str]:
    """Give the names that a template sees and the guide does not tell of."""
    told = set(re.findall(r"`(?:paper\.)?(\w+)`", guide))
    names = {name for kind in SEEN for name in kind.__struct_fields__}
    names |= {name for name, v in vars(Sheet).items() if isinstance(v, property)}
    return (names | {"runs", "marker", "level", "number"}) - told


def test_the_guide_tells_of_all_that_a_template_sees() -> None:
    assert untold(GUIDE.read_text("utf-8")) == set()


def test_what_the_guide_did_not_tell_of_would_be_noticed() -> None:
    assert untold(GUIDE.read_text("utf-8").replace("`organisation`", "")) == {"organisation"}


def test_what_the_guide_says_of_a_paragraph_is_there() -> None:
    assert set(Paragraph.__struct_fields__) >= {"runs", "marker", "level", "number"}
