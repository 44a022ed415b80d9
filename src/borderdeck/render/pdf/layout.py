"""HTML to a tagged PDF: WeasyPrint, with one set of fonts, one style sheet and a locked fetcher.

Import this module after `borderdeck.render.pdf.libraries.load_weasyprint`.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from borderdeck.diagnostics import Code, Diagnostic, Severity
from borderdeck.render.pdf.abridging import abridge
from borderdeck.render.pdf.fetcher import LockedFetcher
from borderdeck.render.pdf.fields import finish_fields
from borderdeck.render.pdf.paper import Rendered
from borderdeck.render.pdf.restoring import restore
from borderdeck.render.pdf.tagging import mend_tags
from borderdeck.workspace import Once

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from borderdeck.render.pdf.environment import TemplateFolders

STYLE_SHEET = "paper.css"
"""The style sheet of every paper; `NAME.css` is for those that take the template `NAME.html.j2`."""

MISSING_GLYPH = ".notdef glyph"
"""How WeasyPrint's warning of a letter that no font has begins."""


class Typesetter:
    """WeasyPrint, and what it should do but once."""

    def __init__(self, sources: TemplateFolders, folders: tuple[Path, ...]) -> None:
        self._sources = sources
        self._fonts = FontConfiguration()
        self._fetcher = LockedFetcher(sources.workspace, folders)
        self._parsed: dict[str, tuple[tuple[Path, str], Once[Any]]] = {}

    def typeset(self, html: str, templates: tuple[str, ...]) -> Rendered | Diagnostic:
        """Lay out the HTML that the last of these templates gave with the others; make it a PDF."""
        abridged = abridge(html)
        if abridged is not None:
            made = self._made(abridged.documents, templates)
            if isinstance(made, Rendered) and (data := restore(made.data, abridged.count)):
                return replace(made, data=data, pages=abridged.count)
        return self._made((html,), templates)

    def _made(self, parts: tuple[str, ...], templates: tuple[str, ...]) -> Rendered | Diagnostic:
        name = templates[-1]
        try:
            with _messages(name) as diagnostics:
                documents = [self._lay_out(html, templates) for html in parts]
                document = documents[0].copy([p for d in documents for p in d.pages])
                data = document.write_pdf(pdf_variant="pdf/ua-1")
        except Exception as error:  # what a template asks for may be more than WeasyPrint can do
            return _cannot_be_laid_out(name, error)
        mended = mend_tags(data, _link_texts(document))
        if any(fields for page in document.pages for fields in page.forms.values()):
            mended = finish_fields(mended)
        return Rendered(mended, len(document.pages), tuple(dict.fromkeys(diagnostics)))

    def _lay_out(self, html: str, templates: tuple[str, ...]) -> Any:
        base = str(self._sources.find(templates[-1]))
        source = HTML(string=html, base_url=base, url_fetcher=self._fetcher)
        return source.render(font_config=self._fonts, stylesheets=self._style_sheets(templates))

    def _style_sheets(self, templates: tuple[str, ...]) -> list[Any]:
        beside = (f"{template.partition('.')[0]}.css" for template in templates)
        names = dict.fromkeys((STYLE_SHEET, *beside))
        return [self._style_sheet(name) for name in names if self._sources.find(name)]

    def _style_sheet(self, name: str) -> Any:
        """Give a style sheet; it is read each time, so that it is recorded, and parsed once."""
        source = self._sources.read(name)
        known = self._parsed.get(name)
        if known is None or known[0] != source:
            parsed = Once(self._sources.workspace, partial(self._parse, *source))
            known = self._parsed[name] = source, parsed
        return known[1]()

    def _parse(self, path: Path, text: str) -> Any:
        return CSS(
            string=text,
            base_url=str(path),
            font_config=self._fonts,
            url_fetcher=self._fetcher,
        )


def _cannot_be_laid_out(name: str, error: Exception) -> Diagnostic:
    """Say that WeasyPrint gave up; its own words are all there is to go by."""
    message = f"{name}: WeasyPrint cannot lay this out ({type(error).__name__}: {error})"
    hint = f"Undo the latest changes to the template or to {STYLE_SHEET}, one by one."
    return Diagnostic(Code.PAPER_TEMPLATE, message, hint)


def _link_texts(document: Any) -> dict[str, str]:
    """Give the words of the links that lead out of a document, by their addresses."""
    texts: dict[str, dict[str, None]] = {}
    for page in document.pages:
        for kind, target, _, box in page.links:
            if kind == "external":
                words = " ".join("".join(box.element.itertext()).split())
                texts.setdefault(target, {})[words] = None
    return {target: "; ".join(words) for target, words in texts.items()}


class _Collector(logging.Handler):
    """Turns WeasyPrint's log into diagnostics of the template that it works on."""

    def __init__(self, name: str) -> None:
        super().__init__(logging.WARNING)
        self._name = name
        self.diagnostics: list[Diagnostic] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take one message."""
        words = record.getMessage()
        code = Code.MISSING_GLYPH if words.startswith(MISSING_GLYPH) else Code.PAPER_TEMPLATE
        severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
        self.diagnostics.append(Diagnostic(code, f"{self._name}: {words}", severity=severity))


@contextmanager
def _messages(name: str) -> Iterator[list[Diagnostic]]:
    """Collect what WeasyPrint logs inside the block."""
    logger = logging.getLogger("weasyprint")
    collector = _Collector(name)
    logger.addHandler(collector)
    try:
        yield collector.diagnostics
    finally:
        logger.removeHandler(collector)
