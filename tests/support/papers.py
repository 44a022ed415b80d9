"""Plan and print the papers of real small courses, as a build does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from borderdeck.documents.fonts import FontBook
from borderdeck.documents.kinds import documents_of
from borderdeck.documents.planning import Planning
from borderdeck.edition.edition import NO_CHOICES, make_edition
from borderdeck.render.pdf import Rendered
from borderdeck.workspace import Workspace, bundled
from tests.support.courses import loaded

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.documents.document import Document, Kind
    from borderdeck.edition.edition import Choices, Edition
    from borderdeck.render.pdf import PdfEngine


def edition_of(folder: Path, choices: Choices = NO_CHOICES) -> Edition:
    """Make the edition of a course in which nothing is wrong."""
    edition, found = make_edition(loaded(folder), choices)
    assert edition is not None, found
    return edition


def planning_for(folder: Path) -> Planning:
    """Give what papers are planned with; they need no template of slides."""
    read = partial(Workspace().read_inside, folder)
    return Planning(_refused, FontBook(bundled("fonts")), read)  # type: ignore[arg-type]  # - never called


def documents(
    folder: Path, *kinds: str, choices: Choices = NO_CHOICES
) -> dict[str, tuple[Kind, Document]]:
    """Plan the papers of these kinds, by their paths."""
    planned = documents_of(edition_of(folder, choices), planning_for(folder), kinds)
    return {document.path: (kind, document) for kind, document in planned}


def printed(
    engine: PdfEngine, folder: Path, *kinds: str, choices: Choices = NO_CHOICES
) -> dict[str, Rendered]:
    """Print the papers of these kinds, by their paths."""
    return {
        path: rendered(engine, kind, document)
        for path, (kind, document) in documents(folder, *kinds, choices=choices).items()
    }


def rendered(engine: PdfEngine, kind: Kind, document: Document) -> Rendered:
    """Print one document, in which nothing is wrong."""
    result = engine.render(document.plan, kind.template, document.sheet)  # type: ignore[arg-type]  # - no deck
    assert isinstance(result, Rendered), result
    assert result.diagnostics == ()
    return result


def _refused() -> None:
    raise AssertionError("papers need no template of slides")
