"""One engine for all tests of papers, and the papers of the bundled course, rendered once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace
from tests.support import paper_plans as plans

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from borderdeck.documents.papers import Paper

TEMPLATES = {
    "KeyMessagesHandout": "key-messages.html.j2",
    "ReflectionWorksheet": "worksheet.html.j2",
}

PAPERS: dict[str, Callable[[], Paper]] = {
    "session handout": lambda: plans.session_handout(1),
    "course handout": plans.course_handout,
    "worksheet": plans.reflection_worksheet,
    "worksheet without place and date": lambda: plans.reflection_worksheet(plans.NOWHERE),
}


@pytest.fixture(scope="session")
def engine() -> PdfEngine:
    """An engine for the bundled templates."""
    return PdfEngine(Workspace())


@pytest.fixture(scope="session")
def printed(engine: PdfEngine) -> Callable[[str], Rendered]:
    """Render a paper by its name in `PAPERS`."""

    @cache
    def render(name: str) -> Rendered:
        plan = PAPERS[name]()
        rendered = engine.render(plan, TEMPLATES[type(plan).__name__])
        assert isinstance(rendered, Rendered), rendered
        return rendered

    return render


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course's folder, with a folder of templates of its own."""
    (tmp_path / "course" / "templates").mkdir(parents=True)
    return tmp_path / "course"


@pytest.fixture
def own(course: Path) -> Callable[..., PdfEngine]:
    """Write templates and style sheets of the course's own, and make an engine for them."""

    def write(**files: str) -> PdfEngine:
        for name, text in files.items():
            (course / "templates" / name).write_text(text, encoding="utf-8")
        return PdfEngine(Workspace(here=course.parent), course)

    return write
