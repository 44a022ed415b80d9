"""Papers that are wrong on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace
from tests.support import paper_plans as plans

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = """<!DOCTYPE html>
<html lang="en" class="a4"><head><title>A page</title>
<style>@page {{ size: 210mm 297mm; margin: 29mm 18mm 28mm 52mm }} {css}</style></head>
<body><h1>A page</h1>{body}</body></html>"""

Print = "Callable[..., bytes]"


@pytest.fixture
def printed(tmp_path: Path) -> Callable[..., bytes]:
    """Print a body of HTML, with CSS of its own."""
    templates = tmp_path / "course" / "templates"
    templates.mkdir(parents=True)

    def render(body: str, css: str = "") -> bytes:
        (templates / "page.html.j2").write_text(PAGE.format(body=body, css=css), encoding="utf-8")
        engine = PdfEngine(Workspace(here=tmp_path), templates.parent)
        rendered = engine.render(plans.session_handout(1), "page.html.j2")
        assert isinstance(rendered, Rendered), rendered
        return rendered.data

    return render
