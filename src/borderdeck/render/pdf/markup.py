"""From runs of text to HTML."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec.structs import replace

from borderdeck.course.text import Run, is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderdeck.documents.slides import Runs

NO_BREAK_SPACE = "\u00a0"

END = Run("")
"""What stands after the last run."""


def runs_to_html(runs: Runs) -> Markup:
    """Mark up runs, each in its style; what they say is escaped."""
    return Markup("").join(_run_to_html(run) for run in _led_by_spaces(runs))


def heading_to_html(heading: Runs | str) -> Markup:
    """Mark up a heading so that no word stands alone on its last line; it may be empty."""
    if not heading:
        return Markup("")
    *first, last = (Run(heading),) if isinstance(heading, str) else heading
    joined = NO_BREAK_SPACE.join(last.text.rsplit(" ", 1))
    return runs_to_html((*first, replace(last, text=joined)))


def counters_to_html(pattern: str) -> Markup:
    """Mark up a pattern such as "page {page} of {pages}": CSS counts where the braces are."""
    html = Markup("{}").format(pattern)
    for name in ("page", "pages"):
        html = html.replace(f"{{{name}}}", Markup('<span class="{}"></span>').format(name))
    return Markup(html)  # noqa: S704 - the pattern was escaped above


def _led_by_spaces(runs: Runs) -> Iterator[Run]:
    """Move the spaces that a run ends with to the start of the next one.

    WeasyPrint 70 breaks a line far too early where a run would fit into it but for the space at its
    end. A link and an open placeholder keep theirs outside, as they are underlined and boxed; so
    do words that are written from right to left, behind which it would stand.
    """
    carried = ""
    for run, following in pairwise((*runs, END)):
        text = carried + run.text
        stays = following is END or following.link is not None or following.open
        stays = stays or _runs_back(following)
        words = text if stays else text.rstrip(" ")
        carried = text[len(words) :]
        if words:
            yield replace(run, text=words)


def _runs_back(run: Run) -> bool:
    return run.language is not None and is_right_to_left(run.language)


def _run_to_html(run: Run) -> Markup:
    """Mark up one run.

    A link stands inside the bold, not around it: PDF/UA takes no other element into a link. What
    tells the language of its words, and so the side of their punctuation, is around all.
    """
    html = Markup("<br>").join(run.text.split("\n"))
    if run.link is not None:
        html = Markup('<a href="{}">{}</a>').format(run.link, html)
    if run.italic:
        html = Markup("<em>{}</em>").format(html)
    if run.bold:
        html = Markup("<strong>{}</strong>").format(html)
    if run.language:
        side = Markup(' dir="rtl"') if _runs_back(run) else ""
        html = Markup('<span lang="{}"{}>{}</span>').format(run.language, side, html)
    return Markup('<mark class="open">{}</mark>').format(html) if run.open else html
