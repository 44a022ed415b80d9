"""Words are measured one by one, and stand where they do in a text that is shaped as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderdeck.course.text import Run
from borderdeck.documents.flow import flow
from borderdeck.documents.fonts import FontStyle
from borderdeck.documents.layouts import LevelStyle
from borderdeck.documents.scripts import Script
from tests.documents.measuring import fonts

SIGNS = "’“”.,-–/:1 "
LATIN, CYRILLIC = f"ALPTVY AWafiotvwyé{SIGNS}", f"ЖТУА Гдурсо{SIGNS}"
"""Characters that stand nearer to each other, or join: of one script, for letters join otherwise
in a text that begins in another."""

TYPEFACES = ("Arial", "Calibri", "Noto Sans")


@pytest.mark.parametrize("typeface", TYPEFACES)
@given(
    st.one_of([st.text(st.sampled_from(a), min_size=1, max_size=40) for a in (LATIN, CYRILLIC)]),
    st.booleans(),
)
def test_words_stand_where_they_do_in_the_whole(typeface: str, text: str, bold: bool) -> None:
    measured = flow((Run(text),), LevelStyle(typeface, 100, bold=bold), fonts())
    whole = fonts().face(FontStyle(typeface, bold), Script.WESTERN).positions(text)
    expected = [100 * em for em in whole]
    assert [measured.position(i) for i in range(len(whole))] == pytest.approx(expected)


@given(st.text(st.sampled_from(LATIN), min_size=1, max_size=40))
def test_each_end_of_a_line_has_the_place_of_what_is_seen_before_it(text: str) -> None:
    measured = flow((Run(text),), LevelStyle("Arial", 100), fonts())
    seen = [len(text[:end].rstrip()) for end in measured.ends]
    expected = [measured.position(offset) for offset in seen]
    assert measured.edges == pytest.approx(expected)
