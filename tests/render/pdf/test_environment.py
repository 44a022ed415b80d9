"""Templates: whose is taken, and what is said of a wrong one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from borderdeck.course.text import Run
from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace
from tests.support import paper_plans as plans
from tests.support import pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Own = Callable[..., PdfEngine]

NAME = "key-messages.html.j2"
PAGE = '<html lang="en"><head><title>t</title></head><body><p>{}</p></body></html>'


def rendered(engine: PdfEngine) -> Rendered:
    result = engine.render(plans.session_handout(1), NAME)
    assert isinstance(result, Rendered), result
    return result


def told(engine: PdfEngine) -> Diagnostic:
    result = engine.render(plans.session_handout(1), NAME)
    assert isinstance(result, Diagnostic)
    return result


def where(diagnostic: Diagnostic) -> tuple[str, int, int]:
    assert diagnostic.position is not None
    position = diagnostic.position
    return position.file, position.line, position.column


def test_a_template_of_the_course_wins_over_the_bundled_one(own: Own) -> None:
    engine = own(**{NAME: PAGE.format("Our own paper")})

    assert pdf.text_of(rendered(engine).data).strip() == "Our own paper"


def test_a_template_of_the_course_may_fill_in_the_bundled_page(own: Own) -> None:
    text = '{% extends "paper.html.j2" %}{% block content %}<p>Our words</p>{% endblock %}'

    assert "Our words" in pdf.text_of(rendered(own(**{NAME: text})).data)


def test_a_style_sheet_of_the_course_wins_over_the_bundled_one(own: Own) -> None:
    engine = own(**{"paper.css": "li { display: none }"})

    assert "duty-bearers" not in pdf.text_of(rendered(engine).data)


PIECES = {
    "pieces.html.j2": '{% macro said() %}<p class="said">Our words</p>{% endmacro %}',
    "pieces.css": ".said { display: none } li { display: none }",
}


def test_a_style_sheet_beside_an_imported_template_is_taken(own: Own) -> None:
    text = """{% from "pieces.html.j2" import said %}{% extends "paper.html.j2" %}
      {% block content %}{{ said() }}{% endblock %}"""

    assert "Our words" not in pdf.text_of(rendered(own(**PIECES, **{NAME: text})).data)


def test_a_style_sheet_beside_a_template_that_is_not_imported_is_left(own: Own) -> None:
    assert "duty-bearers" in pdf.text_of(rendered(own(**PIECES)).data)


def test_a_template_that_was_changed_is_read_again(own: Own) -> None:
    engine = own(**{NAME: PAGE.format("Before")})
    rendered(engine)
    own(**{NAME: PAGE.format("After")})

    assert pdf.text_of(rendered(engine).data).strip() == "After"


def test_a_style_sheet_that_was_changed_is_read_again(own: Own) -> None:
    engine = own(**{"paper.css": "li { display: none }"})
    rendered(engine)
    own(**{"paper.css": ""})

    assert "duty-bearers" in pdf.text_of(rendered(engine).data)


IMPORTING = {
    NAME: '{% from "middle.html.j2" import word %}<p>{{ word() }}</p>',
    "other.html.j2": '{% from "middle.html.j2" import word %}<p>{{ word() }}</p>',
    "middle.html.j2": '{% from "inner.html.j2" import said %}'
    "{% macro word() %}{{ said }}{% endmacro %}",
    "inner.html.j2": '{% set said = "before" %}',
}
"""Two templates that import one, which imports another one."""


def test_what_an_imported_template_imports_is_read_again_when_it_has_changed(
    own: Own, course: Path
) -> None:
    engine = own(**IMPORTING)
    rendered(engine)
    inner = course / "templates" / "inner.html.j2"
    inner.write_text('{% set said = "after" %}', encoding="utf-8")

    assert "after" in pdf.text_of(rendered(engine).data)


def test_what_an_imported_template_imports_is_recorded_for_each_paper(
    own: Own, course: Path
) -> None:
    own(**IMPORTING)
    workspace = Workspace(here=course.parent)
    engine = PdfEngine(workspace, course)
    engine.render(plans.session_handout(1), "other.html.j2")

    with workspace.recording() as reads:
        rendered(engine)

    assert course / "templates" / "inner.html.j2" in reads.digests


def test_a_template_may_include_itself(own: Own) -> None:
    text = f'{{{{ n }}}}{{% if n < 3 %}}{{% set n = n + 1 %}}{{% include "{NAME}" %}}{{% endif %}}'
    engine = own(**{NAME: f"{{% set n = n | default(1) %}}{text}"})

    assert "123" in pdf.text_of(rendered(engine).data)


def test_a_template_may_do_without_one_that_is_not_there(own: Own) -> None:
    engine = own(**{NAME: '{% include "nowhere.html.j2" ignore missing %}<p>words</p>'})

    assert "words" in pdf.text_of(rendered(engine).data)


def test_what_a_style_sheet_says_of_itself_is_told_for_each_paper(own: Own) -> None:
    engine = own(**{"paper.css": "p { no-such-property: 1 }"})

    first, second = rendered(engine).diagnostics, rendered(engine).diagnostics

    assert first == second != ()


def test_what_a_style_sheet_imports_is_read_again_when_it_has_changed(
    own: Own, course: Path
) -> None:
    engine = own(**{"paper.css": '@import "more.css";', "more.css": "li { display: none }"})
    rendered(engine)
    (course / "templates" / "more.css").write_text("", encoding="utf-8")

    assert "duty-bearers" in pdf.text_of(rendered(engine).data)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{% if %}", "Expected an expression"),
        ("{{ paper.head.titel }}", "titel"),
        ("{{ nobody.name }}", "'nobody' is undefined"),
        ("{{ 1 / 0 }}", "division by zero"),
        ('{% include "absent.html.j2" %}', "there is no template 'absent.html.j2'"),
        ('{% include "../secret.html.j2" %}', "secret"),
        ("{{ paper | shout }}", "shout"),
        ("{{ paper.__class__.__mro__ }}", "unsafe"),
    ],
)
def test_a_wrong_template_is_told_of_with_its_line(own: Own, line: str, message: str) -> None:
    diagnostic = told(own(**{NAME: f"<p>\n</p>\n  {line}\n"}))

    assert diagnostic.code is Code.PAPER_TEMPLATE
    assert message in diagnostic.message
    assert where(diagnostic) == (f"course/templates/{NAME}", 3, 3)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("{{ paper.head.titel }}", 'did you mean "title"? there is: title, course_title,'),
        ("{{ paper.haed }}", 'did you mean "head"? there is: head, sessions'),
        ("{{ sheet.milimetres }}", 'did you mean "millimetres"?'),
        ("{{ papr.head }}", 'did you mean "paper"?'),
        ("{% for session in paper.sessions %}{{ sesion }}{% endfor %}", 'mean "session"?'),
        ("{% set total = 1 %}{{ totl }}", 'did you mean "total"?'),
        ('{% from "macros.html.j2" import rail %}{{ rial(1) }}', 'did you mean "rail"?'),
        ("{{ paper.head.title | runns }}", 'did you mean "runs"?'),
        ("{{ nobody.name }}", "docs/own-papers.md"),
    ],
)
def test_a_name_that_is_not_there_is_told_with_those_that_are(
    own: Own, line: str, hint: str
) -> None:
    assert hint in told(own(**{NAME: f"<p>\n{line}\n"})).hint


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("{% endfr %}", 'did you mean "endfor"?'),
        ("{% for x in paper.sessions %}{% endfr %}", 'did you mean "endfor"?'),
        ("{% repeat %}", "the tags are: block, call"),
        ("{% fro x in paper.sessions %}{% endfor %}", 'did you mean "for"?'),
        ("{% for x fro paper.sessions %}{% endfor %}", 'did you mean "in"?'),
        ("{% for x %}{% endfor %}", '"in" is missing in this tag'),
        ('{% from "macros.html.j2" imprt words %}', 'did you mean "import"?'),
        ("{{ paper.head.title }", 'between "{{" and "}}"'),
        ("{% if paper.head }", 'between "{%" and "%}"'),
        ('{% include "macro.html.j2" %}', 'did you mean "macros.html.j2"?'),
        ('<img src="nowhere.png" alt="A sample">', "begins at the folder of the template"),
    ],
)
def test_what_is_not_to_be_read_is_told_with_what_would_mend_it(
    own: Own, line: str, hint: str
) -> None:
    result = own(**{NAME: f"<p>\n{line}\n"}).render(plans.session_handout(1), NAME)
    found = [result] if isinstance(result, Diagnostic) else result.diagnostics

    assert hint in found[0].hint


NOT_CLOSED = {
    "a loop in a block": (
        "{% block a %}\n {% for x in [1] %}\n{{ x }}\n{% endblock %}",
        (
            2,
            '"{% for … %}" is not closed',
            'write "{% endfor %}" before "{% endblock %}" in line 4',
        ),
    ),
    "the inner one of two": (
        "{% for x in [1] %}\n{% if x %}\n{% if x %}{% endif %}\n{% endfor %}",
        (2, '"{% if … %}" is not closed', 'write "{% endif %}" before "{% endfor %}" in line 4'),
    ),
    "up to the end": (
        "\n{% if 1 %}\n{% for x in [1] %}{% endfor %}",
        (2, '"{% if … %}" is not closed', 'write "{% endif %}" where it is to end'),
    ),
    "a block among what only looks like one": (
        (
            "{% set a = 1 %}{# {% if %} #}{% raw %}{% if %}{% endraw %}\n"
            "{% set b %}x{% endset %}{% with %}\n{{ a }}\n{% block c %}{% endblock %}"
        ),
        (2, '"{% with … %}" is not closed', 'write "{% endwith %}" where it is to end'),
    ),
    "what is not open": (
        "{% block a %}\n{% endif %}{% endblock %}",
        (2, '"{% endif %}" stands where nothing is open that it belongs to', "delete it, or"),
    ),
    "the other case of none": (
        "\n{% else %}",
        (2, '"{% else %}" stands where nothing is open that it belongs to', "delete it, or"),
    ),
    "a loop that is closed twice": (
        "{% for x in [1] %}{% endfor %}\n{% endfor %}",
        (2, '"{% endfor %}" stands where nothing is open that it belongs to', "delete it, or"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), NOT_CLOSED.values(), ids=NOT_CLOSED)
def test_a_tag_that_is_not_closed_is_told_where_it_was_opened(
    own: Own, text: str, expected: tuple[int, str, str]
) -> None:
    diagnostic = told(own(**{NAME: text}))
    line, message, hint = expected

    assert (where(diagnostic)[1], diagnostic.message) == (line, message)
    assert diagnostic.hint.startswith(hint)


def test_a_name_that_another_template_sets_is_told_as_that_which_may_be_meant(own: Own) -> None:
    text = '{% for people in paper.head.title %}{% include "part.html.j2" %}{% endfor %}'

    assert told(own(**{NAME: text, "part.html.j2": "{{ peple }}"})).hint == (
        'did you mean "people"?'
    )


def test_a_name_that_is_not_there_is_told_without_words_of_python(own: Own) -> None:
    message = told(own(**{NAME: "{{ paper.head.titel }}"})).message

    assert message == 'a paper head has no "titel"'


def test_what_is_wrong_in_an_included_template_is_told_of_there(own: Own) -> None:
    engine = own(**{NAME: '{% include "part.html.j2" %}', "part.html.j2": "\n{{ nobody }}"})

    assert where(told(engine)) == ("course/templates/part.html.j2", 2, 1)


def test_a_diagnostic_of_a_template_shows_the_line(own: Own) -> None:
    position = told(own(**{NAME: "  {{ nobody }}  "})).position

    assert position is not None
    assert (position.text, position.width) == ("  {{ nobody }}  ", len("{{ nobody }}"))


def test_a_template_that_is_not_there_is_told_of(engine: PdfEngine) -> None:
    result = engine.render(plans.session_handout(1), "certificate.html.j2")

    assert isinstance(result, Diagnostic)
    assert result.message == "there is no template 'certificate.html.j2'"


def test_a_template_that_is_not_utf_8_is_told_of(own: Own, course: Path) -> None:
    (course / "templates" / NAME).write_bytes(b"\xff\xfe")

    assert "cannot be read" in told(own()).message


def test_a_template_that_leads_out_of_its_folder_is_refused(own: Own, course: Path) -> None:
    (course.parent / "secret").write_text("secret", encoding="utf-8")
    (course / "templates" / NAME).symlink_to(course.parent / "secret")

    assert "cannot be read" in told(own()).message


def test_words_of_the_course_are_never_taken_for_markup(engine: PdfEngine) -> None:
    plan = plans.with_messages(plans.session_handout(1), (Run("<b>bold</b> & {{ paper }}"),))

    result = engine.render(plan, NAME)

    assert isinstance(result, Rendered)
    assert "<b>bold</b> & {{ paper }}" in pdf.text_of(result.data)


def test_a_title_is_never_taken_for_markup(engine: PdfEngine) -> None:
    plan = plans.session_handout(1)
    head = replace(plan.head, course_title="<b>Borders</b> & {{ paper }}")

    result = engine.render(replace(plan, head=head), NAME)

    assert isinstance(result, Rendered)
    assert "<b>Borders</b> & {{ paper }}" in pdf.text_of(result.data)
