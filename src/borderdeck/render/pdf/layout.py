"""HTML to a tagged PDF: WeasyPrint, with one set of fonts, one style sheet and a locked fetcher.

Import this module after `borderdeck.render.pdf.libraries.load_weasyprint`.
"""

from __future__ import annotations

import atexit
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.render.pdf.abridging import abridge
from borderdeck.render.pdf.deadline import deadline
from borderdeck.render.pdf.decoration import mark_decoration
from borderdeck.render.pdf.fetcher import LockedFetcher
from borderdeck.render.pdf.finishing import finished
from borderdeck.render.pdf.folders import STYLE_SHEET, beside
from borderdeck.render.pdf.fonts import only_fonts_in
from borderdeck.render.pdf.messages import counted_pages, messages
from borderdeck.render.pdf.paper import MOST_BOOKMARKS, Rendered
from borderdeck.render.pdf.scoping import ScopedMatcher
from borderdeck.render.pdf.whereabouts import Pictures, lead_from_the_paper
from borderdeck.workspace import Kept, bundled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from borderdeck.render.pdf.folders import TemplateFolders
    from borderdeck.render.pdf.told import Teller

Inner = tuple[tuple[str, ...], ...]
"""The templates that each sort of paper inside a packet takes, its own last."""

LONGEST_PAGE = 20_000_000
MOST_TAGS = 400_000
"""Characters and tags of a paper's HTML: twice what 2,000 certificates take."""

SECONDS = 300
"""How long it may take to lay a paper out: WeasyPrint sets some ten pages a second."""


StyleSheet = tuple[Any, tuple[Diagnostic, ...]]
"""A style sheet as WeasyPrint has it, and what was said when it was parsed."""


class Fonts:
    """The fonts of papers, which Pango is told of when they are first needed.

    From then on Pango has a thread at work, without which a copy of this process would wait for
    ever (https://gitlab.gnome.org/GNOME/pango/-/blob/1.56.3/pango/pangofc-fontmap.c).
    """

    @cached_property
    def known(self) -> FontConfiguration:
        """Give them as WeasyPrint has them."""
        with only_fonts_in(bundled("fonts")):
            known = FontConfiguration()
        atexit.register(known.__del__)  # fonts of a course's style sheets are put in a folder
        return known

    def add_font_face(self, descriptors: Any, fetcher: Any) -> None:
        """Add one that a style sheet brings."""
        self.known.add_font_face(descriptors, fetcher)


class Typesetter:
    """WeasyPrint, and what it should do but once."""

    def __init__(self, sources: TemplateFolders, folders: tuple[Path, ...]) -> None:
        self._sources = sources
        self._fonts = Fonts()
        self._fetcher = LockedFetcher(sources.workspace, folders)
        self._parsed: dict[tuple[str, str], Kept[StyleSheet]] = {}

    def get_ready(self) -> None:
        """Parse the style sheet of every paper ahead; not a course's own, which may bring fonts."""
        path, _ = self._sources.read(STYLE_SHEET)
        if not self._sources.has_own(path):
            self._style_sheet(STYLE_SHEET, "")

    def typeset(
        self, html: str, templates: tuple[str, ...], inner: Inner = ()
    ) -> Rendered | Diagnostic:
        """Lay out the HTML that the last of these templates gave with the others; make it a PDF.

        The style sheets of a paper `inner` hold for what stands in an element that has the name of
        its template, without the ending, as a class.
        """
        if len(html) > LONGEST_PAGE or html.count("<") > MOST_TAGS:
            return _far_too_much(templates[-1])
        rendered = self._typeset(html, templates, inner)
        if isinstance(rendered, Diagnostic) or rendered.bookmarks <= MOST_BOOKMARKS:
            return rendered
        from borderdeck.render.pdf.bookmarks import group_bookmarks

        return replace(rendered, data=group_bookmarks(rendered.data))

    def _typeset(
        self, html: str, templates: tuple[str, ...], inner: Inner
    ) -> Rendered | Diagnostic:
        abridged = abridge(html)
        if abridged is not None:
            made = self._made(abridged.documents, templates, inner)
            if isinstance(made, Rendered) and (whole := _restored(made, abridged.count)):
                return whole
        return self._made((html,), templates, inner)

    def _made(
        self, parts: tuple[str, ...], templates: tuple[str, ...], inner: Inner
    ) -> Rendered | Diagnostic:
        name = templates[-1]
        try:
            sheets = [self._style_sheet(*named) for named in self._sheets_of(templates, inner)]
            parsed = [sheet for sheet, _ in sheets]
            with messages() as said, counted_pages(), deadline(SECONDS):
                pictures = Pictures()
                documents = [self._lay_out(html, name, parsed, pictures) for html in parts]
                document = documents[0].copy([p for d in documents for p in d.pages])
                lead_from_the_paper(document)
                data = finished(document, is_packet=bool(inner))
        except Exception as error:  # what a template asks for may be more than WeasyPrint can do
            return _cannot_be_laid_out(name, error)
        taken = (*chain.from_iterable(inner), *templates)
        told = tuple(self._teller.of_paper(taken, said)) if said else ()
        bookmarks = sum(len(page.bookmarks) for page in document.pages)
        of_sheets = chain.from_iterable(found for _, found in sheets)
        return Rendered(
            data, len(document.pages), tuple(dict.fromkeys((*of_sheets, *told))), bookmarks
        )

    def _lay_out(self, html: str, name: str, sheets: list[Any], pictures: Pictures) -> Any:
        base = str(self._sources.find(name))
        source = HTML(string=html, base_url=base, url_fetcher=self._fetcher)
        mark_decoration(source.etree_element, html)
        fonts = self._fonts.known
        return source.render(font_config=fonts, stylesheets=sheets, cache=pictures)

    def _sheets_of(self, templates: tuple[str, ...], inner: Inner) -> Iterator[tuple[str, str]]:
        """Name what holds for all of a paper, then what for each one inside it, then its own.

        Beside a style sheet stands its scope, empty for one that holds everywhere.
        """
        *shared, own = dict.fromkeys((STYLE_SHEET, *map(beside, templates)))
        yield from ((name, "") for name in shared if self._sources.find(name))
        for taken in inner:
            scope = taken[-1].partition(".")[0]
            others = (name for name in map(beside, taken) if name not in shared)
            yield from ((name, scope) for name in others if self._sources.find(name))
        if self._sources.find(own):
            yield own, ""

    def _style_sheet(self, name: str, scope: str) -> StyleSheet:
        """Give a style sheet, parsed once with all that it takes in."""
        if (name, scope) not in self._parsed:
            parse = partial(self._parse, name, scope)
            self._parsed[name, scope] = Kept(self._sources.workspace, parse)
        return self._parsed[name, scope]()

    def _parse(self, name: str, scope: str) -> StyleSheet:
        """Parse a style sheet; one that is scoped says nothing of pages."""
        path, text = self._sources.read(name)
        with messages() as said:
            parsed = CSS(
                string=text,
                base_url=str(path),
                font_config=self._fonts,
                url_fetcher=self._fetcher,
                matcher=ScopedMatcher(scope) if scope else None,
            )
        if scope:
            parsed.page_rules.clear()
        told = said or self._sources.has_own(path)
        return parsed, tuple(self._teller.of_style_sheet(name, said)) if told else ()

    @property
    def _teller(self) -> Teller:
        """Tells what WeasyPrint has said; it is loaded where there is something to tell."""
        from borderdeck.render.pdf.told import Teller

        return Teller(self._sources)


def _restored(made: Rendered, count: int) -> Rendered | None:
    """Make a paper of so many pages whole again, if it can be."""
    from borderdeck.render.pdf.restoring import restore

    data = restore(made.data, count)
    return None if data is None else replace(made, data=data, pages=count)


def _cannot_be_laid_out(name: str, error: Exception) -> Diagnostic:
    """Say that WeasyPrint gave up; its own words are all there is to go by."""
    message = f"{name}: WeasyPrint cannot lay this out ({type(error).__name__}: {error})"
    hint = f"Undo the latest changes to the template or to {STYLE_SHEET}, one by one."
    return Diagnostic(Code.PAPER_TEMPLATE, message, hint)


def _far_too_much(name: str) -> Diagnostic:
    message = f"{name}: this makes far more than any paper holds"
    hint = "Look in the template for a loop that goes round too often."
    return Diagnostic(Code.PAPER_TEMPLATE, message, hint)
