"""The Jinja2 side of a paper: finding its template, filling it in, saying what is wrong with it."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, meta

from borderdeck.course.spelling import closest, question
from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.render.pdf.bounds import BoundedEnvironment
from borderdeck.render.pdf.budget import MOST, Budget, bounded
from borderdeck.render.pdf.contents import content_to_html, paragraphs_to_html
from borderdeck.render.pdf.deadline import TooSlowError, deadline
from borderdeck.render.pdf.filters import of_words
from borderdeck.render.pdf.folders import FolderLoader, TemplateFolders, reason_of
from borderdeck.render.pdf.markup import counters_to_html, heading_to_html, runs_to_html
from borderdeck.render.pdf.names import Named, UnknownNameError, meant, unknown_filter
from borderdeck.render.pdf.syntax import amendment

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from borderdeck.diagnostics import Position
    from borderdeck.documents.slide_pictures import SlidePicture

HINT = (
    "a template sees the plan of its paper as `paper`, and what it is printed on as `sheet`: "
    "docs/own-papers.md says what is in them"
)

SECONDS = 20
"""How long a template may take; 2,000 certificates take about one second."""


class PaperTemplates:
    """The templates of papers, compiled once.

    `picture` gives the address of a slide's picture, empty for none: its words are shown instead.
    """

    def __init__(self, folders: TemplateFolders, picture: Callable[[SlidePicture], str]) -> None:
        self._folders = folders
        self._loader = FolderLoader(folders)
        self._made_of: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._environment = BoundedEnvironment(
            loader=self._loader,
            autoescape=True,
            undefined=Named,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "runs": of_words(runs_to_html),
            "heading": heading_to_html,
            "counters": counters_to_html,
            "paragraphs": paragraphs_to_html,
            "content": content_to_html,
            "picture": picture,
        }

    def get_ready(self, names: Iterable[str]) -> None:
        """Compile templates ahead. Raises as Jinja2 does; whoever fills them in is told better."""
        for name in names:
            self._environment.get_template(name)

    def fill(
        self, name: str, context: dict[str, Any], inner: tuple[str, ...] = ()
    ) -> str | Diagnostic:
        """Give the HTML of a paper, or what is wrong with its template.

        `inner` are templates that it takes by names in its plan.
        """
        try:
            with bounded(Budget(MOST)), deadline(SECONDS):
                return self._filled((name, *inner), context)
        except TooSlowError as error:
            return self._diagnose(f"{name}: {error}", None, 0)
        except TemplateSyntaxError as error:
            return self._unreadable(error)
        except TemplateNotFound as error:
            place = self._place_in_template(error)
            return self._diagnose(error.message or "", *place, self._other_template(error))
        except Exception as error:  # a template may do whatever Python can do wrong
            place = self._place_in_template(error)
            hint = getattr(error, "hint", "") or self._meant(error, place[0], name, context)
            return self._diagnose(reason_of(error), *place, hint)

    def _unreadable(self, error: TemplateSyntaxError) -> Diagnostic:
        hint = unknown_filter(error, self._environment)
        wrong = amendment(error, self._source(error.filename), self._environment)
        return self._diagnose(wrong.message, error.filename, wrong.line, hint or wrong.hint)

    def _meant(self, error: Exception, file: str | None, name: str, given: Collection[str]) -> str:
        """Say which name somebody may have meant, where a name is what is wrong.

        Names that another template of this paper sets may be seen in the one that `file` holds.
        """
        if not isinstance(error, UnknownNameError):
            return unknown_filter(error, self._environment)
        others = (self._loader.texts.get(each, "") for each in reversed(self.made_of(name)))
        return meant(error, self._environment, (self._source(file), *others), given)

    def _source(self, file: str | None) -> str:
        return self._folders.workspace.read(Path(file)).decode("utf-8-sig") if file else ""

    def _other_template(self, error: TemplateNotFound) -> str:
        """Say which template somebody may have meant, where there is none of that name."""
        workspace, folders = self._folders.workspace, self._folders.folders
        known = (name for folder in folders for name in workspace.names_in(folder))
        guess = closest(str(error.name), known)
        return question(guess) if guess != error.name else ""

    def _filled(self, names: tuple[str, ...], context: dict[str, Any]) -> str:
        html = self._environment.get_template(names[0]).render(context)
        outdated = [self._is_outdated(name) for name in names]  # all are asked, and so recorded
        if any(outdated) and self._environment.cache:
            self._environment.cache.clear()
            html = self._environment.get_template(names[0]).render(context)
        return html

    def _is_outdated(self, name: str) -> bool:
        """Whether one of the templates that a filled one takes was compiled from other words.

        Jinja2 keeps what a template imports for as long as the template itself stays. All are read
        for this, and so they are all recorded, each for every paper that takes it.
        """
        taken = self.made_of(name)
        now = [self._text(inner) for inner in taken]
        return now != [self._loader.texts.get(inner) for inner in taken]

    def _text(self, name: str) -> str | None:
        try:
            return self._folders.read(name)[1]
        except TemplateNotFound:
            return None

    def made_of(self, name: str, within: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Name the templates that a filled one takes, the innermost first, then itself.

        Those that it stands `within` are not gone into: a template may include itself.
        """
        around = (*within, name)
        others = (each for each in self._taken(name) if each not in around)
        taken = (inner for each in others for inner in self.made_of(each, around))
        return tuple(dict.fromkeys((*taken, name)))

    def in_vain(self, names: Iterable[str]) -> tuple[Diagnostic, ...]:
        """Tell of blocks that nothing shows, in those of these templates that the course has."""
        files = self._loader.files
        own = [n for n in names if n in files and self._folders.has_own(files[n])]
        if not own:
            return ()

        from borderdeck.render.pdf.blocks import Blocks

        blocks = Blocks(self._folders, self._environment, self._loader.texts)
        return tuple(found for name in own for found in blocks.in_vain(name))

    def _taken(self, name: str) -> tuple[str, ...]:
        text = self._loader.texts.get(name, "")
        known = self._made_of.get(name)
        if known is None or known[0] != text:
            found = meta.find_referenced_templates(self._environment.parse(text))
            known = self._made_of[name] = text, tuple(filter(None, found))
        return known[1]

    def _place_in_template(self, error: Exception) -> tuple[str | None, int]:
        """Find the innermost template, and its line, that an error came through."""
        frames = traceback.extract_tb(error.__traceback__)
        inside = [f for f in frames if self._is_template(f.filename)]
        return (inside[-1].filename, inside[-1].lineno or 1) if inside else (None, 0)

    def _is_template(self, filename: str) -> bool:
        return any(Path(filename).is_relative_to(folder) for folder in self._folders.folders)

    def _diagnose(
        self, message: str, filename: str | None, line: int, hint: str = ""
    ) -> Diagnostic:
        position = self._position(filename, line) if filename else None
        return Diagnostic(Code.PAPER_TEMPLATE, message, hint or HINT, position)

    def _position(self, filename: str, line: int) -> Position:
        return self._folders.line(Path(filename), self._source(filename), line)
