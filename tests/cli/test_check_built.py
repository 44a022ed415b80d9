"""`borderdeck check --built`, and what `--final` refuses."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation
from pptx.util import Pt

from tests.support.built import Finished, borderdeck
from tests.support.courses import write_course

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A small course, built; the folder that holds it."""
    write_course(tmp_path)
    borderdeck("build", "-q", here=tmp_path)
    return tmp_path


def spoil(folder: Path) -> None:
    """Make the words of a built deck too small to be read from the back of a room."""
    (path,) = folder.rglob("*.pptx")
    deck = Presentation(io.BytesIO(path.read_bytes()))
    for shape in deck.slides[1].placeholders:
        for paragraph in shape.text_frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(9)
    deck.save(str(path))


def test_a_built_deck_passes(built: Path) -> None:
    assert borderdeck("check", "--built", here=built).code == 0


def test_a_deck_that_was_spoilt_by_hand_is_told(built: Path) -> None:
    spoil(built)
    assert "error[text-too-small]" in borderdeck("check", "--built", here=built).err


def test_a_deck_that_was_spoilt_by_hand_ends_with_1(built: Path) -> None:
    spoil(built)
    assert borderdeck("check", "--built", here=built).code == 1


def test_what_was_moved_aside_is_not_looked_at(built: Path) -> None:
    spoil(built)
    borderdeck("build", "-q", "--overwrite", here=built)
    assert borderdeck("check", "--built", here=built).code == 0


def test_where_nothing_is_built_it_says_so(tmp_path: Path) -> None:
    write_course(tmp_path)
    assert "build first" in borderdeck("check", "--built", here=tmp_path).err


def test_it_takes_nothing_that_tells_of_one_edition(built: Path) -> None:
    done = borderdeck("check", "--built", "--place", "Geneva", here=built)
    assert (done.code, "every edition in the output folder" in done.err) == (2, True)


@pytest.fixture
def pale(tmp_path: Path) -> Finished:
    """What is said for the printer of a template whose feet are pale, as PowerPoint's own are."""
    write_course(tmp_path)
    Presentation().save(str(tmp_path / "pale.pptx"))
    options = ("--template", "pale.pptx", "--place", "Geneva", "--date", "2026-11-23")
    return borderdeck("build", "--final", "--only", "decks", *options, here=tmp_path)


@pytest.mark.plants
def test_what_cannot_be_read_is_refused_for_the_printer(pale: Finished) -> None:
    assert (pale.code, "error[low-contrast]" in pale.err) == (1, True)


@pytest.mark.plants
def test_what_the_template_says_at_every_foot_is_told_once(pale: Finished) -> None:
    words = [line.partition(": ")[2] for line in pale.err.splitlines() if "at the foot" in line]
    assert len(words) == len(set(words)) > 0


@pytest.mark.plants
def test_of_a_foot_the_hint_leads_to_the_template(pale: Finished) -> None:
    assert "View > Slide Master: best in the template itself" in pale.err
