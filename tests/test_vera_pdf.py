"""Every paper of every build keeps to PDF/UA-1, as veraPDF has its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace
from tests.planted.conftest import PAGE
from tests.support import paper_plans as plans
from tests.support import verapdf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.built import Edition

pytestmark = pytest.mark.skipif(not verapdf.is_here(), reason="no Java here, or no veraPDF")

PLANTED = {
    "a skipped heading": ("<h3>Third</h3>", "7.4.2-1"),
    "a picture without words": ('<img src="data:image/svg+xml,<svg/>">', "7.3-1"),
    "two paragraphs in an item": ("<ul><li><p>one</p><p>two</p></li></ul>", "7.2-"),
}


def test_veras_rules_find_nothing_in_any_paper(
    geneva: Edition, letter: Edition, sample: Edition
) -> None:
    papers = {
        f"{edition.folder.name}/{path}": data
        for edition in (geneva, letter, sample)
        for path, data in edition.pdfs().items()
    }

    assert verapdf.breaches(papers) == []


def test_veras_rules_find_what_is_planted(tmp_path: Path) -> None:
    templates = tmp_path / "course" / "templates"
    templates.mkdir(parents=True)
    engine = PdfEngine(Workspace(here=tmp_path), templates.parent)
    papers = {}
    for name, (body, _) in PLANTED.items():
        (templates / "page.html.j2").write_text(PAGE.format(body=body, css=""))
        rendered = engine.render(plans.session_handout(1), "page.html.j2")
        assert isinstance(rendered, Rendered)
        papers[name] = rendered.data

    found = verapdf.breaches(papers)

    said = {
        name: any(line.startswith(f"{name}: {clause}") for line in found)
        for name, (_, clause) in PLANTED.items()
    }
    assert said == dict.fromkeys(PLANTED, True), found
