"""Templates that loop, swell or reach for what they may not have: planted, and run."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import pytest

from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.render.pdf import PdfEngine, environment, layout, messages
from borderdeck.render.pdf.deadline import TooSlowError, deadline
from tests.support import paper_plans as plans
from tests.support import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from borderdeck.render.pdf import Rendered

    Own = Callable[..., PdfEngine]

NAME = "key-messages.html.j2"
PAGE = '<html lang="en"><head><title>t</title>{}</head><body><p>{}</p></body></html>'
MACRO = "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}"
OFTEN = "{% for i in range(99999) %}"
END = "{% endfor %}"

SWELLING = {
    "a text times a number": '{{ "x" * 10 ** 9 }}',
    "a number times a text": '{{ 10 ** 9 * "x" }}',
    "a list times a number": "{% set a = [0] * 10 ** 9 %}",
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a power of products": "{% set a = 9 ** 999 %}{% set a = a * a %}{{ a * a * a }}",
    "a format": '{{ "%999999999d" | format(1) }}',
    "a format of percent": '{{ "%999999999d" % 1 }}',
    "a format from elsewhere": '{{ "%*d" | format(999999999, 1) }}',
    "a format in braces": '{{ "{:999999999}".format(1) }}',
    "a format in a format": '{{ "{:{}}".format(1, 999999999) }}',
    "a text that is padded": '{{ "x".ljust(999999999) }}',
    "tabs that are widened": '{{ "\t".expandtabs(999999999) }}',
    "a text put between letters": '{{ ("y" * 9999).join("x" * 99999) }}',
    "a filter that pads": '{{ "x" | center(999999999) }}',
    "a filter that repeats": "{{ lipsum(n=9999999) }}",
    "letters replaced by texts": '{{ ("x" * 99999) | replace("x", "y" * 99999) }}',
    "a text between many": '{{ range(99999) | join("x" * 99999) }}',
    "rows that are filled up": "{{ [1] | batch(999999999, 0) | list | length }}",
    "a text doubled": '{% set x = "x" %}' + "{% set x = x ~ x %}" * 40,
    "a text added to itself": '{% set x = "x" %}' + "{% set x = x + x %}" * 40,
    "a block doubled": '{% set x = "x" %}' + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
    "a macro of macros": MACRO + "{{ " + "twice(" * 40 + '"x"' + ")" * 40 + " }}",
    "a list of itself": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a }}",
    "a list as a text": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a ~ 1 }}",
    "a list by a filter": "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a | string }}",
    "lists added up": "{% set a = [[1] * 99999] * 99999 %}{{ a | sum(start=[]) | length }}",
    "lists compared": "{% set a = [1] %}{% set b = [1] %}"
    + "{% set a = [a, a] %}{% set b = [b, b] %}" * 40
    + "{{ a == b }}",
    "a loop of loops": OFTEN * 3 + "x" + END * 3,
    "a loop of loops without a word": OFTEN * 3 + END * 3,
    "a page in every step": OFTEN + "x" * 5000 + END,
    "a template within itself": f'{{% include "{NAME}" %}}',
    "a macro within itself": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "brackets without end": "{{ " + "(" * 50_000 + "1" + ")" * 50_000 + " }}",
    "conditions without end": "{% if 1 %}" * 5000 + "{% endif %}" * 5000,
}

REACHING = {
    "a class": "{{ paper.__class__ }}",
    "a class by its name": '{{ paper["__class__"] }}',
    "a class by a filter": '{{ paper | attr("__class__") }}',
    "classes of many": '{{ [paper] | map(attribute="__class__") | list }}',
    "classes joined": '{{ [paper] | join(attribute="__class__") }}',
    "classes added up": '{{ [paper] | sum(attribute="__class__") }}',
    "a class in a format": '{{ "{0.__class__.__mro__}".format(paper) }}',
    "a class in a format of markup": '{{ ("{0.__class__}" | safe).format(paper) }}',
    "a format by a filter": '{{ ("{0.__class__}" | attr("format"))(paper) }}',
    "a format by a mapping": '{{ "{x.__class__}".format_map({"x": paper}) }}',
    "a function's globals": "{{ range.__globals__ }}",
    "a macro's own": "{% macro f() %}{% endmacro %}{{ f.__init__.__globals__ }}",
    "the template's environment": "{{ self.__init__.__globals__ }}",
    "a loop's own": "{% for i in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "a list that is changed": "{{ [1].append(2) }}",
    "a plan that is changed": "{% set paper.head = 1 %}",
}


def made(own: Own, body: str, head: str = "") -> Rendered | Diagnostic:
    return own(**{NAME: PAGE.format(head, body)}).render(plans.session_handout(1), NAME)


@pytest.mark.parametrize("body", SWELLING.values(), ids=SWELLING)
def test_a_template_that_swells_is_refused(own: Own, body: str) -> None:
    result = made(own, body)
    assert isinstance(result, Diagnostic)
    assert result.code is Code.PAPER_TEMPLATE


@pytest.mark.parametrize("body", REACHING.values(), ids=REACHING)
def test_a_template_that_reaches_for_python_gets_nothing(own: Own, body: str) -> None:
    result = made(own, body)
    words = result.message if isinstance(result, Diagnostic) else pdf.text_of(result.data)
    assert "<class" not in words
    assert isinstance(result, Diagnostic) or not words.strip()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('{{ "%.2f" | format(1.5) }}', "1.50"),
        ('{{ "{} of {}".format(1, 2) }}', "1 of 2"),
        ('{{ ["a", "b"] | join("-") }}', "a-b"),
        ('{{ "a/b" | replace("/", "-") }}', "a-b"),
        ('{{ "<" | string }}', "<"),
        ("{{ [1, 2, 3] | sum }}", "6"),
        (
            "{% for i in [1, 2] %}{{ i }}/{{ loop.length }}{{ ',' if not loop.last }}{% endfor %}",
            "1/2,2/2",
        ),
        ("{% for row in [1, 2, 3] | batch(2) %}({{ row | join }}){% endfor %}", "(12)(3)"),
        ('{% set x %}<b>{{ "&" }}</b>{% endset %}{{ x ~ 1 }}', "&1"),
        ("{% set x | upper %}a{% endset %}{{ x }}", "A"),
        ("{{ 1 if [1, 2] == [1, 2] }}", "1"),
        ("{% for i in [[1]] recursive %}{{ loop(i) if i is iterable else i }}{% endfor %}", "1"),
    ],
)
def test_what_templates_need_still_works(own: Own, body: str, words: str) -> None:
    result = made(own, body)
    assert not isinstance(result, Diagnostic), result
    assert pdf.text_of(result.data).strip() == words


def test_a_template_that_takes_too_long_is_stopped(
    own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "SECONDS", 0.2)
    monkeypatch.setattr(environment, "MOST", 10**15)
    result = made(own, OFTEN * 3 + END * 3)
    assert isinstance(result, Diagnostic)
    assert result.message == f"{NAME}: it takes longer than 0.2 seconds"


def test_a_deadline_holds_off_the_main_thread() -> None:
    stopped: list[Exception] = []

    def endless() -> None:
        try:
            with deadline(0.1):
                while True:
                    pass
        except TooSlowError as error:
            stopped.append(error)

    thread = Thread(target=endless)
    thread.start()
    thread.join()
    assert len(stopped) == 1


def test_a_deadline_is_not_taken_for_a_fault() -> None:
    def swallowing() -> None:
        while True:
            try:
                while True:
                    pass
            except Exception:  # noqa: S112 - this is what is planted
                continue

    with pytest.raises(TooSlowError), deadline(0.1):
        swallowing()


def test_a_block_that_is_in_time_is_left_alone() -> None:
    with deadline(60):
        done = sum(range(1000))
    assert done == 499500


def test_a_page_of_far_too_many_tags_is_refused(own: Own) -> None:
    often = f"{{% for i in range({layout.MOST_TAGS // 2}) %}}<b></b>{{% endfor %}}"
    result = made(own, often.replace("range(200000)", "range(99999)") * 3)
    assert isinstance(result, Diagnostic)
    assert "far more than any paper holds" in result.message


def test_a_paper_of_far_too_many_pages_is_refused(
    own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "MOST_PAGES", 20)
    result = made(own, "word " * 900, "<style>@page { size: 30mm; margin: 5mm }</style>")
    assert isinstance(result, Diagnostic)
    assert "more than 20 pages" in result.message


def test_a_paper_that_takes_too_long_to_lay_out_is_stopped(
    own: Own, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "SECONDS", 0.3)
    result = made(own, "<table><tr><td>" * 15 + "word " * 20_000)
    assert isinstance(result, Diagnostic)
    assert "longer than" in result.message
