"""Fonts are cut to the letters of a paper, on every machine alike."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace
from tests.support import paper_plans as plans
from tests.support import pdf
from tests.support.fonts import variable_font

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCRIPT = """
import sys
from borderdeck.render.pdf import PdfEngine
from borderdeck.workspace import Workspace
from tests.support.paper_plans import session_handout
rendered = PdfEngine(Workspace()).render(session_handout(1), "key-messages.html.j2")
assert rendered.diagnostics == (), rendered.diagnostics
sys.stdout.buffer.write(rendered.data)
"""


def font_files(data: bytes) -> Iterator[TTFont]:
    with pikepdf.open(BytesIO(data)) as paper:
        for thing in paper.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/FontFile2" in thing:
                yield TTFont(BytesIO(thing.FontFile2.read_bytes()))


@pytest.mark.skipif(sys.platform != "linux", reason="a loader path of Linux")
def test_a_machine_without_the_library_for_it_makes_the_same_bytes(
    printed: Callable[[str], Rendered], tmp_path: Path
) -> None:
    (tmp_path / "libharfbuzz-subset.so.0").touch()
    root = Path(__file__).parents[3]
    hidden = {"LD_LIBRARY_PATH": str(tmp_path), "PYTHONPATH": f"{root}{os.pathsep}{root / 'src'}"}

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, **hidden},
        capture_output=True,
        check=True,
    )

    assert done.stdout == printed("session handout").data


def test_a_paper_holds_the_outlines_of_no_more_letters_than_it_shows(
    printed: Callable[[str], Rendered],
) -> None:
    rendered = printed("session handout")
    drawn = [
        sum(font["glyf"][name].numberOfContours != 0 for name in font.getGlyphOrder())
        for font in font_files(rendered.data)
    ]

    assert max(drawn) <= len(set(pdf.text_of(rendered.data)))


def test_a_paper_holds_no_tables_that_only_shaping_uses(
    printed: Callable[[str], Rendered],
) -> None:
    fonts = font_files(printed("worksheet").data)

    assert set().union(*(font.keys() for font in fonts)).isdisjoint({"GDEF", "GPOS", "GSUB"})


def test_a_variable_font_of_the_courses_own_is_set_as_a_fixed_one(
    course: Path, own: Callable[..., PdfEngine]
) -> None:
    (course / "templates" / "own.ttf").write_bytes(variable_font("A Own Sample"))
    face = '@font-face { font-family: "A Own Sample"; src: url(own.ttf) }'
    page = f"""<!DOCTYPE html><html lang="en">
      <head><title>A</title><style>{face} p {{ font-family: "A Own Sample" }}</style></head>
      <body><p>AAA</p></body></html>"""

    rendered = own(**{"page.html.j2": page}).render(plans.session_handout(1), "page.html.j2")

    assert isinstance(rendered, Rendered)
    assert ["fvar" in font for font in font_files(rendered.data)] == [False]


def test_what_is_no_font_stays_as_it_is() -> None:
    PdfEngine(Workspace())
    from borderdeck.render.pdf.subsetting import KEPT, cut

    assert cut(b"no font", 0, [1], KEPT) == b"no font"
