"""Every template once, and the decks that are built with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.libreoffice import pdfs
from tests.templates.building import Built, built_with
from tests.templates.makers import made_by_hand, saved_by_libreoffice

if TYPE_CHECKING:
    from collections.abc import Mapping

Decks = dict[tuple[str, str], Built]


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every template, by what is odd about it."""
    return {**made_by_hand(), **saved_by_libreoffice(tmp_path_factory.mktemp("libreoffice"))}


@pytest.fixture(scope="session")
def decks(templates: Mapping[str, bytes]) -> Decks:
    """Each template's decks, by the template and the course."""
    return {
        (name, course): built
        for name, data in templates.items()
        for course, built in built_with(data).items()
    }


@pytest.fixture(scope="session")
def pages(decks: Decks) -> Mapping[tuple[str, str], bytes]:
    """What LibreOffice makes of the decks, as PDF."""
    names = {f"{template}-{course}": (template, course) for template, course in decks}
    made = pdfs({name: decks[key].data for name, key in names.items()})
    return {names[name]: data for name, data in made.items()}
