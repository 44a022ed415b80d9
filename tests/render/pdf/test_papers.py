"""What stands on the papers of the bundled course, and where."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from borderdeck.course.edition_file import PaperSize
from borderdeck.documents.sheets import Sheet
from borderdeck.render.pdf import PdfEngine, Rendered
from tests.render.pdf.conftest import PAPERS
from tests.support import paper_plans as plans
from tests.support import pdf
from tests.support.seed import plain, seed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image

    from borderdeck.documents.slides import Runs

    Printed = Callable[[str], Rendered]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_the_bundled_course_gives_no_diagnostic(printed: Printed, name: str) -> None:
    assert printed(name).diagnostics == ()


def test_a_session_handout_holds_every_message_of_its_session_in_order(printed: Printed) -> None:
    messages = [plain(message) for message in seed().messages[1]]

    assert pdf.are_heard_in_order(printed("session handout").data, messages)


def test_the_course_handout_holds_the_messages_of_all_sessions_in_order(printed: Printed) -> None:
    messages = [plain(m) for messages in seed().messages.values() for m in messages]

    assert pdf.are_heard_in_order(printed("course handout").data, messages)


@pytest.mark.parametrize("number", range(1, 7))
def test_the_handout_of_one_session_is_one_page(engine: PdfEngine, number: int) -> None:
    rendered = engine.render(plans.session_handout(number), "key-messages.html.j2")

    assert isinstance(rendered, Rendered)
    assert rendered.pages == 1


def test_no_session_of_the_course_handout_is_torn_apart(printed: Printed) -> None:
    rendered = printed("course handout")

    pages = [pdf.text_of(rendered.data, n + 1) for n in range(rendered.pages)]

    for session in plans.course_handout().sessions:
        first, last = session.messages[0], session.messages[-1]
        (home,) = [page for page in pages if _start(first) in page]
        assert _start(last) in home


def _start(runs: Runs) -> str:
    words = "".join(run.text for run in runs).split()
    return " ".join(words[:3])


def test_a_session_longer_than_a_page_begins_below_the_title(engine: PdfEngine) -> None:
    plan = plans.session_handout(1)
    rendered = engine.render(
        plans.with_messages(plan, *plan.sessions[0].messages * 4), "key-messages.html.j2"
    )

    assert isinstance(rendered, Rendered)
    assert _start(plan.sessions[0].messages[0]) in pdf.text_of(rendered.data, 1)


def test_the_worksheet_takes_both_sides_of_one_sheet(printed: Printed) -> None:
    assert printed("worksheet").pages == 2


def test_the_worksheet_asks_for_a_name_and_a_date(printed: Printed) -> None:
    assert "Name Date What have you learned" in pdf.words_heard(printed("worksheet").data)


def test_the_worksheet_holds_prompts_and_questions_in_order(printed: Printed) -> None:
    words = [*seed().prompts, *seed().questions]

    assert pdf.are_heard_in_order(printed("worksheet").data, words)


def test_the_worksheet_closes_with_the_note_on_targets(printed: Printed) -> None:
    heard = pdf.words_heard(printed("worksheet").data)

    assert heard.endswith("It is good practice to set targets/time frames.")


def test_the_last_question_has_lines_with_a_target_date(printed: Printed) -> None:
    assert "by a certain time Target date" in pdf.words_heard(printed("worksheet").data)


def test_every_page_says_which_of_how_many_it_is(printed: Printed) -> None:
    rendered = printed("course handout")

    said = [f"page {n} of 3" in pdf.text_of(rendered.data, n) for n in (1, 2, 3)]

    assert said == [True, True, True]


def test_every_page_bears_place_and_date(printed: Printed) -> None:
    rendered = printed("worksheet")

    said = ["Geneva, 23–27 November 2026" in pdf.text_of(rendered.data, n) for n in (1, 2)]

    assert said == [True, True]


def test_further_pages_bear_course_and_session(printed: Printed) -> None:
    head = pdf.text_of(printed("worksheet").data, 2).strip().splitlines()[0]

    words = " ".join(head.split())
    assert words == "Training course on Human Rights at International Borders Session 7"


def test_bold_words_are_set_in_bold(printed: Printed) -> None:
    names = [font["name"] for font in pdf.fonts(printed("session handout").data)]

    assert any(name.endswith("Noto-Sans-Bold") for name in names)


def test_prompts_have_two_lines_of_nine_millimetres_and_a_gap(printed: Printed) -> None:
    image = pdf.picture(printed("worksheet").data, page_number=1, dpi=200)

    lines = pdf.ruled_lines(image, share=0.6)

    gaps = [round((below - above) / 200 * 25.4) for above, below in pairwise(lines)]
    assert gaps[:5] == [20, 20, 20, 20, 20]
    assert gaps[-2:] == [9, 9]


def test_every_line_to_write_on_is_drawn(printed: Printed) -> None:
    image = pdf.picture(printed("worksheet").data, page_number=2, dpi=200)

    full, with_date = pdf.ruled_lines(image, 0.6), pdf.ruled_lines(image, 0.4)

    assert (len(full), len(with_date)) == (3 * 3 + 2, 3 * 3 + 2 + 3)


def test_an_open_placeholder_stands_in_a_box(printed: Printed) -> None:
    boxed = pdf.picture(printed("worksheet without place and date").data)
    filled = pdf.picture(printed("worksheet").data)

    assert _lines_in_footer(boxed) == 2
    assert _lines_in_footer(filled) == 0


def _lines_in_footer(image: Image) -> int:
    width, height = image.size
    footer = image.crop((int(width * 0.24), int(height * 0.92), width, height))
    return len(pdf.ruled_lines(footer, 0.1))


def test_letter_paper_shows_the_same_lines_of_text(engine: PdfEngine) -> None:
    plan = plans.session_handout(1)
    a4 = engine.render(plan, "key-messages.html.j2")
    letter = engine.render(plan, "key-messages.html.j2", Sheet(PaperSize.LETTER))

    assert isinstance(a4, Rendered)
    assert isinstance(letter, Rendered)
    assert pdf.text_of(a4.data).split() == pdf.text_of(letter.data).split()
