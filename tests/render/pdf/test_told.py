"""What WeasyPrint says of a template or a style sheet: told where it is, and what would mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace
from tests.support import paper_plans as plans
from tests.support.courses import PNG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Own = Callable[..., PdfEngine]

NAME = "key-messages.html.j2"
SHEET = "key-messages.css"
PAGE = '<html lang="en"><head><title>t</title></head>\n<body>\n{}\n</body></html>'


def told(engine: PdfEngine, template: str = NAME) -> Diagnostic:
    result = engine.render(plans.session_handout(1), template)
    assert isinstance(result, Rendered)
    (diagnostic,) = result.diagnostics
    return diagnostic


def where(diagnostic: Diagnostic) -> tuple[str, int, int, int]:
    position = diagnostic.position
    assert position is not None
    return position.file, position.line, position.column, position.width


def test_a_picture_that_is_not_there_is_told_where_its_address_stands(own: Own) -> None:
    diagnostic = told(own(**{NAME: PAGE.format('<p><img src="map.png" alt="A sample"></p>')}))

    assert where(diagnostic) == (f"course/templates/{NAME}", 3, 14, len("map.png"))


def test_it_is_told_by_its_name_as_an_error(own: Own) -> None:
    diagnostic = told(own(**{NAME: PAGE.format('<img src="map.png" alt="A sample">')}))

    assert (diagnostic.message, diagnostic.severity) == (
        'there is no picture "map.png"',
        Severity.ERROR,
    )


def test_it_is_found_in_the_template_that_was_taken_in(own: Own) -> None:
    part = 'Words\n<img src="../pictures/map.png" alt="A sample">'
    engine = own(**{NAME: PAGE.format('{% include "part.html.j2" %}'), "part.html.j2": part})

    assert where(told(engine))[:2] == ("course/templates/part.html.j2", 2)


def test_one_whose_address_is_put_together_is_told_with_its_template(own: Own) -> None:
    text = PAGE.format("<img src=\"{{ 'm' ~ 'ap' }}.png\" alt=\"A sample\">")
    diagnostic = told(own(**{NAME: text}))

    assert (diagnostic.position, diagnostic.message) == (
        None,
        f'{NAME}: there is no picture "map.png"',
    )


def test_a_picture_that_is_damaged_is_told_as_such(own: Own, course: Path) -> None:
    (course / "templates" / "map.png").write_bytes(PNG[:40])
    diagnostic = told(own(**{NAME: PAGE.format('<img src="map.png" alt="A sample">')}))

    assert (diagnostic.message, diagnostic.hint[:7]) == (
        'the picture "map.png" cannot be read',
        "open it",
    )


def test_a_picture_outside_the_course_is_told_where_it_is_asked_for(own: Own) -> None:
    diagnostic = told(own(**{NAME: PAGE.format('<img src="/etc/map.png" alt="A sample">')}))

    assert (where(diagnostic)[:2], diagnostic.message) == (
        (f"course/templates/{NAME}", 3),
        'the picture "map.png" is outside the course',
    )


@pytest.mark.parametrize(
    ("rule", "column", "hint"),
    [
        ("h1 { colour: red }", 6, 'did you mean "color"?'),
        ("h1 { font-wieght: bold }", 6, 'did you mean "font-weight"?'),
        ("h1 { color: reddish }", 6, ""),
    ],
)
def test_what_a_style_sheet_says_in_vain_is_told_of_there(
    own: Own, rule: str, column: int, hint: str
) -> None:
    diagnostic = told(own(**{NAME: PAGE.format("<h1>A</h1>"), SHEET: f"\n{rule}\n"}))

    assert (where(diagnostic)[:3], diagnostic.hint) == (
        (f"course/templates/{SHEET}", 2, column),
        hint,
    )


def test_what_an_imported_style_sheet_says_is_told_of_in_no_wrong_place(own: Own) -> None:
    sheets = {SHEET: '@import "more.css";', "more.css": "\n\nh1 { colour: red }"}
    diagnostic = told(own(**{NAME: PAGE.format("<h1>A</h1>"), **sheets}))

    assert (diagnostic.position, diagnostic.message) == (
        None,
        f"{SHEET}: Ignored `colour: red`, unknown property.",
    )


def test_a_place_is_not_told_twice(own: Own) -> None:
    diagnostic = told(own(**{NAME: PAGE.format("<h1>A</h1>"), SHEET: "h1 { colour: red }"}))

    assert diagnostic.message == "Ignored `colour: red`, unknown property."


def test_a_style_in_a_template_is_found_there(own: Own) -> None:
    diagnostic = told(own(**{NAME: PAGE.format('<p style="colour: red">A</p>')}))

    assert where(diagnostic)[:3] == (f"course/templates/{NAME}", 3, 11)


def test_a_letter_that_no_font_has_is_told_as_that(own: Own) -> None:
    diagnostic = told(own(**{NAME: PAGE.format("<p>\U00012000</p>")}))

    assert diagnostic.code is Code.MISSING_GLYPH


def test_nothing_is_told_of_what_ships(tmp_path: Path) -> None:
    result = PdfEngine(Workspace(here=tmp_path)).render(plans.session_handout(1), NAME)

    assert isinstance(result, Rendered)
    assert result.diagnostics == ()
