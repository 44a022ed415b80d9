"""What WeasyPrint says of a template or a style sheet: told where it is, and what would mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.render.pdf.braces import MOST
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


def test_a_picture_without_a_description_is_told_where_it_stands(own: Own, course: Path) -> None:
    (course / "templates" / "map.png").write_bytes(PNG)
    described = '<img src="map.png" alt="A sample">\n'
    diagnostic = told(own(**{NAME: PAGE.format(f'{described}<img src="map.png">')}))

    assert (where(diagnostic), diagnostic.message) == (
        (f"course/templates/{NAME}", 4, 1, len('<img src="map.png">')),
        'the picture "map.png" has no description',
    )
    assert 'alt="…"' in diagnostic.hint


@pytest.mark.parametrize("source", ["{{ 'map' ~ '.png' }}", "{{ 'map.png' if 2 > 1 }}"])
def test_one_whose_address_is_put_together_is_found_as_well(
    own: Own, course: Path, source: str
) -> None:
    (course / "templates" / "map.png").write_bytes(PNG)
    text = PAGE.format(f'<p>map.png\n<img width="9"\n src="{source}"></p>')

    assert where(told(own(**{NAME: text})))[1:3] == (4, 1)


HEAD = "{#-\ntitle: Sample\n-#}\n"


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        (f"{HEAD}<p>Words</p>", 4, 'write {% extends "paper.html.j2" %} at its top'),
        ("<p>Words</p>", 1, 'write {% extends "paper.html.j2" %} at its top'),
        (f"{HEAD}\n<html><head><title>t</title></head></html>", 5, "write <html lang="),
        ('{% include "part.html.j2" %}', 1, 'write {% extends "paper.html.j2" %} at its top'),
    ],
)
def test_a_paper_of_no_language_is_told_what_it_lacks(
    own: Own, text: str, line: int, hint: str
) -> None:
    diagnostic = told(own(**{NAME: text, "part.html.j2": "<p>Words</p>"}))

    assert diagnostic.message == "this paper does not say in which language it is"
    assert where(diagnostic)[:2] == (f"course/templates/{NAME}", line)
    assert diagnostic.hint.startswith(hint)


@pytest.mark.parametrize(
    ("sheet", "message", "place"),
    [
        ('\n@import "more.css";', 'there is no style sheet "more.css"', (2, 10, 8)),
        ("@import url(more.css);", 'there is no style sheet "more.css"', (1, 13, 8)),
        ('@import "../../x.css";', 'the style sheet "x.css" is outside the course', (1, 16, 5)),
        (
            "@import url(https://example.org/a.css);",
            'the style sheet "https://example.org/a.css" is outside the course',
            (1, 13, 25),
        ),
        ("p { color: red }\n p { background: url(map.png) }", "no picture", (2, 22, 7)),
        (
            "\n@font-face { font-family: A; src: url(a.ttf) }",
            'the font "A" cannot be loaded',
            (2, 1, 10),
        ),
        ("\n p:hoover { color: red }", 'the selector "p:hoover" is not known', (2, 2, 8)),
    ],
)
def test_what_a_style_sheet_takes_in_or_means_in_vain_is_told_there(
    own: Own, sheet: str, message: str, place: tuple[int, int, int]
) -> None:
    diagnostic = told(own(**{NAME: PAGE.format("<p>A</p>"), SHEET: sheet}))

    assert message in diagnostic.message
    assert diagnostic.hint
    assert where(diagnostic) == (f"course/templates/{SHEET}", *place)


@pytest.mark.parametrize(
    ("rule", "text"),
    [("p { background: url(map.png) }", "map.png"), ('@import "map.css";', "map.css")],
)
def test_it_is_told_in_the_style_sheet_that_is_imported(own: Own, rule: str, text: str) -> None:
    sheets = {SHEET: '@import "more.css";', "more.css": f"\n\n{rule}"}
    diagnostic = told(own(**{NAME: PAGE.format("<p>A</p>"), **sheets}))

    assert where(diagnostic)[:2] == ("course/templates/more.css", 3)
    assert text in diagnostic.message


def test_a_style_sheet_that_a_template_asks_for_is_told_there(own: Own) -> None:
    diagnostic = told(own(**{NAME: PAGE.format('<link rel="stylesheet" href="no.css">')}))

    assert where(diagnostic) == (f"course/templates/{NAME}", 3, 30, len("no.css"))


NOT_CLOSED = {
    "a rule": ("\np { color: red\n\nh2 { color: blue }\n", '"{" is not closed', (2, 3)),
    "one after a semicolon": ("p { color: red;\n\nh2 { color: blue }\n", '"{" is', (1, 3)),
    "one within another": (
        "@media print {\n p { color: red\n b { color: blue }\n}\n h2 { color: red }",
        '"{" is',
        (2, 4),
    ),
    "the last one": ("p { color: red }\n h2 { color: blue", '"{" is not', (2, 5)),
    "a comment": ("p { color: red }\n /* A sample\n h2 { color: red }", '"/*" is not', (2, 2)),
    "a text": ('p::before { content: "A }\n h2 { color: red }', "this quotation mark", (1, 22)),
    "what is not open": ("p { color: red } }\n h2 { color: red }", '"}" closes nothing', (1, 18)),
}


@pytest.mark.parametrize(("sheet", "message", "place"), NOT_CLOSED.values(), ids=NOT_CLOSED)
def test_what_is_not_closed_in_a_style_sheet_is_told_where_it_was_opened(
    own: Own, sheet: str, message: str, place: tuple[int, int]
) -> None:
    diagnostic = told(own(**{NAME: PAGE.format("<p>A</p>"), SHEET: sheet}))

    assert diagnostic.message.startswith(message)
    assert (diagnostic.severity, diagnostic.hint != "") == (Severity.WARNING, True)
    assert where(diagnostic)[:3] == (f"course/templates/{SHEET}", *place)


@pytest.mark.parametrize(
    "sheet",
    [
        "p { color: red; & b { color: blue } }",
        "p { color: red;\n b { color: blue } }",
        'p::before { content: "}" } /* { */ b::before { content: "\\"{" }',
        ".nobody { background: url(data:;{,) }",
        "@media print {\n a:link { color: red }\n}\n",
        "",
    ],
)
def test_nothing_is_told_of_what_is_closed(own: Own, sheet: str) -> None:
    result = own(**{NAME: PAGE.format("<p>A</p>"), SHEET: sheet}).render(
        plans.session_handout(1), NAME
    )

    assert isinstance(result, Rendered)
    assert result.diagnostics == ()


def test_style_sheets_that_import_each_other_are_each_looked_into_once(own: Own) -> None:
    text = PAGE.format('<img src="map.png" alt="A sample">').replace("map.png", "{{ 'map' }}.png")
    sheets = {
        SHEET: "",
        "paper.css": "/* @import 'more.css' */",
        "more.css": "/* @import 'paper.css' */",
    }

    assert told(own(**{NAME: text, **sheets})).position is None


def test_no_more_is_told_of_a_style_sheet_than_helps(own: Own) -> None:
    engine = own(**{NAME: PAGE.format("<p>A</p>"), SHEET: "}\n" * 1000 + "p { color: red }"})
    result = engine.render(plans.session_handout(1), NAME)

    assert isinstance(result, Rendered)
    assert len(result.diagnostics) == MOST


def test_a_tag_without_an_end_is_looked_for_in_no_time_that_grows(own: Own, course: Path) -> None:
    (course / "templates" / "map.png").write_bytes(PNG)
    endless = "<img " + "{{ '' }}" * 60
    text = PAGE.format(f'<img src="map.png"><!-- {endless} -->')

    assert where(told(own(**{NAME: text})))[1:3] == (3, 1)
