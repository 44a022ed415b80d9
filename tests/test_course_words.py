"""The course's words arrive to the letter, in order, in every deck and paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.decks import bold, numbers, paragraphs, slides, titles, words
from tests.support.pdf import bold_text, words_heard
from tests.support.seed import SECTIONS, bold_spans, plain, seed, squeezed, tight

if TYPE_CHECKING:
    from tests.support.built import Edition

SEED = seed()
SESSIONS = (1, 2, 3, 4, 5, 6)


def test_the_seed_has_29_messages() -> None:
    assert sum(map(len, SEED.messages.values())) == 29


def test_the_seed_has_34_bold_spans() -> None:
    assert len(bold_spans("\n".join(SEED.lines))) == 34


def test_the_deck_of_session_7_says_what_the_seed_says_in_its_order(nowhere: Edition) -> None:
    assert squeezed(words(nowhere.deck(7))) == SEED.words


def test_the_sections_of_session_7_are_numbered(nowhere: Edition) -> None:
    beside = [number for number in numbers(nowhere.deck(7)) if number]
    assert list(dict.fromkeys(beside)) == ["7", *SECTIONS]


def test_the_deck_of_session_7_has_the_messages_in_order(nowhere: Edition) -> None:
    expected = [plain(m) for messages in SEED.messages.values() for m in messages]
    said = [p for slide in slides(nowhere.deck(7)) for p in paragraphs(slide)]
    assert [p for p in said if p in expected] == expected


@pytest.mark.parametrize("session", SESSIONS)
def test_each_deck_has_its_own_messages(geneva: Edition, session: int) -> None:
    expected = [plain(message) for message in SEED.messages[session]]
    said = [p for slide in slides(geneva.deck(session)) for p in paragraphs(slide)]
    assert [p for p in said if p in expected] == expected


def test_the_bold_phrases_are_bold_on_the_slides(geneva: Edition) -> None:
    found = [text for slide in slides(geneva.deck(7)) for text in bold(slide)]
    assert found == bold_spans("\n".join(SEED.lines))


def test_the_italic_introduction_is_italic_on_its_slide(geneva: Edition) -> None:
    (slide,) = (s for s in slides(geneva.deck(7)) if "First of all" in " ".join(paragraphs(s)))
    italic = [
        r.text
        for shape in slide.placeholders
        for p in shape.text_frame.paragraphs
        for r in p.runs
        if r.font.italic
    ]
    assert italic == ["First of all, think about what you have learned:"]


def test_the_five_questions_are_one_numbered_list(geneva: Edition) -> None:
    said = [p for slide in slides(geneva.deck(7)) for p in paragraphs(slide)]
    assert [p for p in said if p in SEED.questions] == list(SEED.questions)


def test_the_slides_of_session_7_are_titled_as_in_the_seed(nowhere: Edition) -> None:
    lines = [line for line in SEED.lines if line]
    headings = [title for title in titles(nowhere.deck(7)) if title in lines]
    assert headings == [line for line in lines if line in headings]


@pytest.mark.parametrize("session", SESSIONS)
def test_each_handout_has_its_messages_in_order(geneva: Edition, session: int) -> None:
    text = tight(words_heard(geneva.paper(f"key-messages-session-{session}.pdf")))
    places = [text.find(tight(plain(message))) for message in SEED.messages[session]]
    assert -1 not in places
    assert places == sorted(places)


def test_the_handout_of_the_course_has_all_messages_in_order(geneva: Edition) -> None:
    text = tight(words_heard(geneva.paper("key-messages.pdf")))
    places = [text.find(tight(plain(m))) for messages in SEED.messages.values() for m in messages]
    assert -1 not in places
    assert places == sorted(places)


def test_the_bold_phrases_are_bold_in_the_handout_of_the_course(geneva: Edition) -> None:
    set_in_bold = tight(bold_text(geneva.paper("key-messages.pdf")))
    assert [s for s in bold_spans("\n".join(SEED.lines)) if tight(s) not in set_in_bold] == []


def test_the_worksheet_has_the_prompts_and_questions_in_order(geneva: Edition) -> None:
    text = tight(words_heard(geneva.paper("reflection-worksheet.pdf")))
    places = [text.find(tight(words)) for words in (*SEED.prompts, *SEED.questions)]
    assert -1 not in places
    assert places == sorted(places)


def test_place_and_dates_stand_in_every_deck(geneva: Edition) -> None:
    said = [squeezed(words(deck)) for deck in geneva.decks()]
    assert all("Borders Geneva, 23–27 November 2026" in text for text in said)


def test_no_placeholder_is_left_in_a_filled_edition(geneva: Edition) -> None:
    papers = [words_heard(data) for data in geneva.papers()]
    decks = [words(deck) for deck in geneva.decks()]
    assert [text for text in papers + decks if re.search(r"\[(PLACE|DATE)", text)] == []
