from __future__ import annotations

from msgspec.structs import replace

from borderdeck.course.text import Run
from borderdeck.documents.cut import cut_paragraph
from borderdeck.documents.fit import fits
from borderdeck.documents.slides import Marker, Paragraph
from tests.documents.measuring import a_box, fonts, words

SENTENCE = "This sentence takes two lines of the box."
BOX = a_box(lines=2)


def texts(paragraph: Paragraph, lines: float = 2) -> list[str]:
    parts = cut_paragraph(paragraph, a_box(lines=lines), fonts())
    return ["".join(run.text for run in part.runs) for part in parts]


def test_a_paragraph_is_cut_where_sentences_end() -> None:
    assert texts(words(f"{SENTENCE} {SENTENCE}")) == [SENTENCE, SENTENCE]


def test_an_abbreviation_is_no_end() -> None:
    assert "e.g. this" in " | ".join(texts(words("Some of them, e.g. this one, go on " * 4)))


def test_a_sentence_too_long_by_itself_is_cut_evenly_where_lines_end() -> None:
    assert (
        texts(words(" ".join(["information"] * 8)), lines=3) == [" ".join(["information"] * 4)] * 2
    )


def test_an_authors_line_break_parts_sentences() -> None:
    assert texts(words("one\ntwo\nthree\nfour")) == ["one\ntwo", "three\nfour"]


def test_ideographic_sentences_need_no_space() -> None:
    sentence = "人" * 19 + "。"
    assert texts(words(sentence * 2), lines=2.2) == [sentence] * 2


def test_a_part_that_is_longer_by_itself_is_cut_again() -> None:
    box = a_box(lines=6, margin_left=18, indent=-18)
    parts = cut_paragraph(words("нжежжежжеежн" * 40, Marker.BULLET), box, fonts())
    assert all(fits((part,), box, fonts()) for part in parts)


def test_only_the_first_part_has_the_marker() -> None:
    numbered = replace(words(f"{SENTENCE} {SENTENCE}", Marker.NUMBER), number=4)
    first, rest = cut_paragraph(numbered, BOX, fonts())
    assert (first.number, rest.number, rest.marker) == (4, None, Marker.NONE)


def test_the_rest_of_an_item_is_marked_as_continued() -> None:
    first, rest = cut_paragraph(words(f"{SENTENCE} {SENTENCE}", Marker.BULLET), BOX, fonts())
    assert (first.continued, rest.continued) == (False, True)


def test_the_rest_of_a_plain_paragraph_stands_where_that_does() -> None:
    _, rest = cut_paragraph(words(f"{SENTENCE} {SENTENCE}"), BOX, fonts())
    assert not rest.continued


def test_the_rest_keeps_its_level() -> None:
    _, rest = cut_paragraph(words(f"{SENTENCE} {SENTENCE}", level=1), BOX, fonts())
    assert rest.level == 1


def test_runs_keep_their_styles() -> None:
    runs = (Run("This sentence takes "), Run(f"two lines of the box. {SENTENCE}", bold=True))
    first, rest = cut_paragraph(Paragraph(runs), BOX, fonts())
    assert (first.runs, rest.runs) == (
        (runs[0], Run("two lines of the box.", bold=True)),
        (Run(SENTENCE, bold=True),),
    )


def test_only_the_last_part_is_kept_with_what_follows() -> None:
    lead = replace(words(f"{SENTENCE} {SENTENCE}"), keep_with_next=True)
    parts = cut_paragraph(lead, BOX, fonts())
    assert [part.keep_with_next for part in parts] == [False, True]


def test_only_the_first_part_asks_for_a_break() -> None:
    forced = replace(words(f"{SENTENCE} {SENTENCE}"), break_before=True)
    parts = cut_paragraph(forced, BOX, fonts())
    assert [part.break_before for part in parts] == [True, False]


def test_a_box_lower_than_a_line_leaves_a_paragraph_whole() -> None:
    assert texts(words(SENTENCE), lines=0.5) == [SENTENCE]
