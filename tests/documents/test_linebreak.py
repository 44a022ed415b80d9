from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_units

from borderdeck.documents.linebreak import breaks

TRICKY = "ab éЖЯω.,;:!?'\"“”’()[]-–→%$12 \u00a0\u0301界。（عـ،"  # noqa: RUF001 - Chinese punctuation


def units(text: str) -> list[str]:
    return [text[a:b] for a, b in zip((0, *breaks(text)), breaks(text), strict=False)]


@given(st.text(st.sampled_from(TRICKY), min_size=1, max_size=40))
def test_the_short_cut_gives_what_the_annex_does(text: str) -> None:
    assert breaks(text) == tuple(accumulate(map(len, line_break_units(text))))


@given(st.text(st.sampled_from("ab1é-., "), min_size=1, max_size=20))
def test_the_short_cut_for_hyphens_and_digits_gives_what_the_annex_does(text: str) -> None:
    assert breaks(text) == tuple(accumulate(map(len, line_break_units(text))))


@given(st.text(st.sampled_from("a1→ \u00a0.,:!?()[]“”‘’'\"–-"), min_size=1, max_size=12))
def test_the_short_cut_for_signs_gives_what_the_annex_does(text: str) -> None:
    assert breaks(text) == tuple(accumulate(map(len, line_break_units(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", ["plain ", "words"]),
        ("non-custodial means", ["non-", "custodial ", "means"]),
        ("23–27 November", ["23–", "27 ", "November"]),
        ("→ in\u00a0detention", ["→ ", "in\u00a0detention"]),
        ("of “refugee”, it", ["of ", "“refugee”, ", "it"]),
        ("colleagues/senior officials", ["colleagues/senior ", "officials"]),
        ("人权培训", ["人", "权", "培", "训"]),
        ("人权（2026年），培训。", ["人", "权", "（2026", "年），", "培", "训。"]),  # noqa: RUF001 - Chinese punctuation
        ("人——权……", ["人", "—", "—", "权…", "…"]),
        ("الإعلان (المادة 14)، ثم", ["الإعلان ", "(المادة ", "14)، ", "ثم"]),
    ],
)
def test_a_text_is_parted_where_a_line_may_end(text: str, expected: list[str]) -> None:
    assert units(text) == expected


def test_no_words_hold_no_opportunity() -> None:
    assert breaks("") == ()
