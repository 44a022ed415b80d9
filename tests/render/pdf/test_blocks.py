"""Blocks that nothing shows: Jinja2 leaves them out without a word, and a paper stays empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import Code, Severity
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.render.pdf.blocks import Blocks
from borderdeck.render.pdf.bounds import BoundedEnvironment
from borderdeck.render.pdf.folders import TemplateFolders
from borderdeck.workspace import Workspace, bundled
from tests.support import paper_plans as plans

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from borderdeck.diagnostics import Diagnostic

    Own = Callable[..., PdfEngine]

NAME = "key-messages.html.j2"
EXTENDS = '{% extends "paper.html.j2" %}\n'
WRONG = f"{EXTENDS}  {{% block contents %}}<p>Our words</p>{{% endblock %}}\n"


def found(engine: PdfEngine) -> tuple[Diagnostic, ...]:
    result = engine.render(plans.session_handout(1), NAME)
    assert isinstance(result, Rendered), result
    return result.diagnostics


def test_a_block_that_no_template_above_has_is_told_as_a_warning(own: Own) -> None:
    (diagnostic,) = found(own(**{NAME: WRONG}))

    assert (diagnostic.code, diagnostic.severity, diagnostic.message) == (
        Code.PAPER_TEMPLATE,
        Severity.WARNING,
        '"paper.html.j2" has no block "contents": what stands in this one is left out',
    )


def test_it_is_told_with_the_place_of_its_name(own: Own) -> None:
    (diagnostic,) = found(own(**{NAME: WRONG}))

    position = diagnostic.position
    assert position is not None
    assert (position.file, position.line, position.column, position.width) == (
        f"course/templates/{NAME}",
        2,
        12,
        len("contents"),
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("contents", 'did you mean "content"?'),
        ("oppening", 'did you mean "opening"?'),
        ("quiz", "its blocks are: running, opening, rail, fill_in, content, end"),
    ],
)
def test_it_is_told_with_the_block_that_may_be_meant(own: Own, name: str, hint: str) -> None:
    (diagnostic,) = found(own(**{NAME: WRONG.replace("contents", name)}))

    assert diagnostic.hint == hint


def test_it_is_told_of_each_time_the_paper_is_made(own: Own) -> None:
    engine = own(**{NAME: WRONG})

    assert found(engine) == found(engine) != ()


def test_it_is_told_in_the_template_in_between_where_it_stands(own: Own) -> None:
    pieces = {NAME: '{% extends "middle.html.j2" %}', "middle.html.j2": WRONG}
    (diagnostic,) = found(own(**pieces))

    assert diagnostic.position is not None
    assert diagnostic.position.file == "course/templates/middle.html.j2"


@pytest.mark.parametrize(
    "text",
    [
        "{% block content %}{% block quiz %}<p>Words</p>{% endblock %}{% endblock %}",
        "{% block rail %}{% endblock %}",
        "{% if sheet.grey %}{% block content %}{% endblock %}{% endif %}",
        "{% block quiz %}Words{% endblock %}{% block content %}{{ self.quiz() }}{% endblock %}",
    ],
)
def test_a_block_that_is_shown_is_not_told_of(own: Own, text: str) -> None:
    assert found(own(**{NAME: EXTENDS + text})) == ()


def test_a_block_of_the_template_in_between_is_there_to_be_filled(own: Own) -> None:
    middle = f"{EXTENDS}{{% block content %}}{{% block quiz %}}{{% endblock %}}{{% endblock %}}"
    text = '{% extends "middle.html.j2" %}{% block quiz %}<p>Words</p>{% endblock %}'

    assert found(own(**{NAME: text, "middle.html.j2": middle})) == ()


@pytest.mark.parametrize(
    "extends",
    [
        '{% extends "pa" ~ "per.html.j2" %}',
        (
            '{% if sheet.grey %}{% extends "absent.html.j2" %}{% else %}'
            '{% extends "paper.html.j2" %}{% endif %}'
        ),
    ],
)
def test_nothing_is_told_where_it_is_not_known_what_is_extended(own: Own, extends: str) -> None:
    assert found(own(**{NAME: WRONG.replace(EXTENDS, extends)})) == ()


def test_a_template_that_extends_nothing_names_its_blocks_as_it_likes(own: Own) -> None:
    page = '<html lang="en"><head><title>t</title></head><body>{}</body></html>'
    text = page.format("{% block quiz %}<p>Words</p>{% endblock %}")

    assert found(own(**{NAME: text})) == ()


@pytest.mark.parametrize("path", sorted(bundled("templates").glob("*.j2")), ids=lambda p: p.stem)
def test_no_template_that_ships_has_a_block_in_vain(path: Path) -> None:
    folder = bundled("templates")
    texts = {each.name: each.read_text("utf-8") for each in folder.glob("*.j2")}
    blocks = Blocks(TemplateFolders(Workspace(), (folder,)), BoundedEnvironment(), texts)

    assert list(blocks.in_vain(path.name)) == []
