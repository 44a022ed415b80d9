"""What a template prints that is no text: refused, with what to write, never as Python has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.course.text import Run
from borderdeck.diagnostics import Diagnostic
from borderdeck.documents.own_paper import OwnPaper, OwnPerson, OwnSession
from borderdeck.documents.slides import Paragraph
from borderdeck.render.pdf import Rendered
from tests.support import paper_plans as plans
from tests.support import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from borderdeck.render.pdf import PdfEngine

    Own = Callable[..., PdfEngine]

NAME = "sample.html.j2"
PAGE = '<html lang="en"><head><title>t</title></head>\n<body><p>{}</p></body></html>'
WORDS = (Run("Planning is "), Run("vital", bold=True))
SESSION = OwnSession(
    number=1,
    label="Session 1",
    title=WORDS,
    lead=(),
    objectives=(),
    messages=(WORDS, WORDS),
    minutes=90,
    sections=(),
    notes=(Paragraph(WORDS),),
)
PERSON = OwnPerson("A Sample", "", "", "en", large_print=False)


def made(own: Own, body: str) -> Rendered | Diagnostic:
    """Print with `s`, a session, and `person`."""
    named = "{% set s = paper.sessions[0] %}{% set person = paper.people[0] %}"
    plan = OwnPaper(plans.session_handout(1).head, (SESSION,), (PERSON,))
    return own(**{NAME: PAGE.format(named + body)}).render(plan, NAME)


def refused(own: Own, body: str) -> Diagnostic:
    result = made(own, body)
    assert isinstance(result, Diagnostic)
    return result


PRINTED = {
    "as it is": "{{ s.title }}",
    **{
        name: f"{{{{ s.title | {name} }}}}"
        for name in (
            *("capitalize", "e", "escape", "float", "int", "lower", "safe", "string"),
            *("striptags", "title", "trim", "truncate(9)", "upper", "urlencode", "wordcount"),
            *('replace("a", "b")', "join", "first", "default('')", "upper | lower", "list"),
        )
    },
    "each of several": '{{ s.messages | map("upper") | join }}',
    "joined": '{{ s.messages | join(", ") }}',
    "put after a text": '{{ "On " ~ s.title }}',
    "added to a text": '{{ "On " + s.title }}',
    "a text added": '{{ s.title + " it was" }}',
    "in a format": '{{ "%s" | format(s.title) }}',
    "in a format of percent": '{{ "%s" % s.title[:1] }}',
    "in a format in braces": '{{ "{}".format(s.title) }}',
    "in a format by name": '{{ "{a}".format(a=s.title) }}',
    "by a macro": "{% macro shown(x) %}{{ x | upper }}{% endmacro %}{{ shown(s.title) }}",
}


@pytest.mark.parametrize("body", PRINTED.values(), ids=PRINTED)
def test_words_in_their_styles_are_refused_however_they_are_printed(own: Own, body: str) -> None:
    diagnostic = refused(own, body)

    assert diagnostic.message == "words that may be bold or a link cannot be printed as they are"
    assert diagnostic.hint.startswith('write "| runs" after them')


def test_they_are_told_with_their_line(own: Own) -> None:
    position = refused(own, "\n  {{ s.title | upper }}").position

    assert position is not None
    assert (position.file, position.line, position.column) == (f"course/templates/{NAME}", 3, 3)


@pytest.mark.parametrize(
    ("body", "message", "hint"),
    [
        ("{{ s }}", "a session cannot be printed", "which part of it is meant: number, label"),
        ("{{ s | upper }}", "a session cannot be printed", "number, label"),
        ("{{ paper }}", "a paper cannot be printed", "head, sessions, people"),
        ("{{ person ~ 1 }}", "a person cannot be printed", "name, organisation"),
        ("{{ s.messages | upper }}", "a list of words that may be bold", "{{ each | runs }}"),
        ("{{ s.notes | trim }}", "a list of paragraphs cannot be printed", "{{ words(…) }}"),
        ("{{ s.lead }}", "a list cannot be printed", "{{ … | runs }}"),
        ("{{ [1, 2] | string }}", "a list cannot be printed", "{% for each in … %}"),
        ('{{ s.messages | map("runs") }}', "neither a text nor a number", ""),
        ("{{ range }}", "neither a text nor a number", ""),
        ("{{ s.label | runs }}", "this is a text", 'write it without "| runs"'),
        ("{{ s.minutes | runs }}", "this is a number", ""),
        ("{{ s.messages | runs }}", "this is a list", "{{ each | runs }}"),
        ("{{ s | runs }}", "this is a session", "number, label"),
    ],
)
def test_what_else_is_no_text_is_told_with_what_to_write(
    own: Own, body: str, message: str, hint: str
) -> None:
    diagnostic = refused(own, body)

    assert message in diagnostic.message
    assert hint in diagnostic.hint


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("{{ s.title | runs }}", "Planning is vital"),
        ("{{ s.lead | runs }}", ""),
        ("{{ s.title | runs | upper }}", "PLANNING IS VITAL"),
        ("{% for each in s.messages %}{{ each | runs }}. {% endfor %}", "Planning is vital. " * 2),
        ('{{ s.messages | map("runs") | join(", ") }}', "Planning is vital, Planning is vital"),
        ('{% from "macros.html.j2" import words %}{{ words(s.notes) }}', "Planning is vital"),
        ('{{ s.label | upper ~ ": " ~ s.minutes }}', "SESSION 1: 90"),
        ('{{ s.label + "!" }}', "Session 1!"),
        ('{{ "%s, %s" | format(s.label, s.number) }}', "Session 1, 1"),
        ('{{ {"a": 1} | urlencode }}', "a=1"),
        ("{{ s.label | truncate(5, leeway=0) }}", "Se..."),
        ("{{ nobody | default(s.label) }}", "Session 1"),
    ],
)
def test_what_is_told_to_be_written_prints(own: Own, body: str, words: str) -> None:
    result = made(own, body)

    assert isinstance(result, Rendered), result
    assert pdf.text_of(result.data).strip() == words.strip()


def test_a_name_that_is_not_there_is_no_text_either(own: Own) -> None:
    assert refused(own, "{{ s.titel | upper }}").message == 'a session has no "titel"'
