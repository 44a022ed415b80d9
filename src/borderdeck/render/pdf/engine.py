"""Papers to PDF: a Jinja2 template filled in, laid out by WeasyPrint, its tags mended."""

from __future__ import annotations

import gc
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from borderdeck.diagnostics import Diagnostic
from borderdeck.documents.packet import Packet
from borderdeck.documents.sheets import PLAIN, Sheet
from borderdeck.render.pdf.environment import PaperTemplates
from borderdeck.render.pdf.folders import TemplateFolders
from borderdeck.render.pdf.libraries import load_weasyprint
from borderdeck.render.pdf.stamps import Stamps
from borderdeck.workspace import PACKAGE, Workspace, bundled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from borderdeck.documents.papers import Paper
    from borderdeck.documents.sheets import Imposition
    from borderdeck.documents.slide_pictures import SlidePicture
    from borderdeck.render.pdf.paper import Rendered

TEMPLATES = "templates"
"""The folder of the templates, below the course's folder and among what ships with borderdeck."""


PARTS = ("paper.html.j2", "macros.html.j2")
"""The templates that papers take beside their own."""

NO_DRAWINGS: Mapping[str, bytes] = MappingProxyType({})
"""Of no deck: the words of slides are shown instead."""


@cache
def load() -> None:
    """Import WeasyPrint, and change what papers need otherwise: once for each process.

    Raises `PdfLibrariesMissingError` where this machine lacks what papers are made with.
    """
    load_weasyprint()
    from borderdeck.render.pdf.spoken import tell_languages
    from borderdeck.render.pdf.subsetting import cut_fonts_alike

    cut_fonts_alike()
    tell_languages()


class PdfEngine:
    """All that papers share: compiled templates, style sheet, fonts. Made once for each process.

    A template and `paper.css` are looked for in the course's own `templates` first. Raises
    `PdfLibrariesMissingError` where this machine lacks what papers are made with.
    """

    def __init__(self, workspace: Workspace, course: Path | None = None) -> None:
        own = () if course is None else (course,)
        folders = (*(folder / TEMPLATES for folder in own), bundled(TEMPLATES))
        sources = TemplateFolders(workspace, folders)
        self._stamps = Stamps({})
        self._templates = PaperTemplates(sources, self._stamp)
        load()
        from borderdeck.render.pdf.layout import Typesetter

        self._typesetter = Typesetter(sources, (*own, *folders, PACKAGE))
        gc.freeze()  # looking what is loaded over for garbage is a tenth of a paper's time

    def get_ready(self) -> None:
        """Read what every paper takes: so copies of this process need not, each by itself.

        No thread is started, which a copy would lack.
        """
        self._templates.get_ready(PARTS)
        self._typesetter.get_ready()

    def render(
        self,
        paper: Paper,
        template: str,
        sheet: Sheet = PLAIN,
        drawings: Mapping[str, bytes] = NO_DRAWINGS,
    ) -> Rendered | Diagnostic:
        """Make a PDF of a paper by the template of that name, or say what is wrong with it.

        `drawings` are decks as PDFs whose pages are their slides, by identifier.
        """
        self._stamps = Stamps(drawings)
        inner = _inner(paper)
        html = self._templates.fill(template, {"paper": paper, "sheet": sheet}, inner)
        if isinstance(html, Diagnostic):
            return html
        made_of = self._templates.made_of
        parts = tuple(map(made_of, inner))
        taken = made_of(template)
        rendered = self._typesetter.typeset(html, taken, parts)
        if isinstance(rendered, Diagnostic):
            return rendered
        in_vain = self._templates.in_vain(dict.fromkeys(chain(taken, *parts)))
        stamped = replace(
            rendered,
            data=self._stamps.replaced(rendered.data, grey=sheet.grey),
            diagnostics=(*rendered.diagnostics, *in_vain),
        )
        return _imposed(stamped, paper, sheet.imposition) if sheet.imposition else stamped

    def _stamp(self, picture: SlidePicture) -> str:
        return self._stamps.stamp(picture)


def _inner(paper: Paper) -> tuple[str, ...]:
    """Name the templates of the papers inside a packet, each once."""
    if not isinstance(paper, Packet):
        return ()
    return tuple(dict.fromkeys(entry.template for entry in paper.entries))


def _imposed(rendered: Rendered, paper: Paper, imposition: Imposition) -> Rendered:
    """Lay pages of half a sheet out on sheets; what is counted then is their sides."""
    from borderdeck.render.pdf.imposition import impose

    right_to_left = paper.head.direction == "rtl"
    data, sides = impose(rendered.data, imposition, right_to_left=right_to_left)
    return replace(rendered, data=data, pages=sides)
