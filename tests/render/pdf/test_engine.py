"""The same paper is the same bytes, wherever and whenever it is made."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest

from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace, bundled
from tests.support import paper_plans as plans
from tests.support.courses import PNG
from tests.support.pictures import photograph

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPT = """
import sys
import time
from borderdeck.render.pdf import PdfEngine
from borderdeck.workspace import Workspace
from tests.support.paper_plans import reflection_worksheet
engine = PdfEngine(Workspace())
sys.stdout.buffer.write(engine.render(reflection_worksheet(), "worksheet.html.j2").data)
"""


def made_in_a_process_of_its_own(here: Path, **environ: str) -> bytes:
    root = Path(__file__).parents[3]
    path = os.pathsep.join([str(root), str(root / "src")])
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=here,
        env={**os.environ, "PYTHONPATH": path, **environ},
        capture_output=True,
        check=True,
    )
    return done.stdout


def own_paper(course: Path, content: str) -> bytes:
    """Make a paper of a course's own in this folder, which has a picture beside its template."""
    templates = course / "templates"
    templates.mkdir(parents=True, exist_ok=True)
    (templates / "dot.png").write_bytes(PNG)
    page = f"{{% extends 'paper.html.j2' %}}{{% block content %}}{content}{{% endblock %}}"
    (templates / "own.html.j2").write_text(page, encoding="utf-8")
    engine = PdfEngine(Workspace(here=course), course)
    rendered = engine.render(plans.session_handout(1), "own.html.j2")
    assert isinstance(rendered, Rendered), rendered
    return rendered.data


def is_attached(each: object) -> bool:
    return isinstance(each, pikepdf.Stream) and each.get("/Type") == "/EmbeddedFile"


def test_a_paper_made_a_second_later_is_the_same_bytes(engine: PdfEngine) -> None:
    first = engine.render(plans.course_handout(), "key-messages.html.j2")
    time.sleep(1.1)
    second = engine.render(plans.course_handout(), "key-messages.html.j2")

    assert first == second


def test_a_paper_is_the_same_bytes_in_another_home_time_zone_and_locale(
    printed: Callable[[str], Rendered], tmp_path: Path
) -> None:
    elsewhere = made_in_a_process_of_its_own(
        tmp_path,
        HOME=str(tmp_path),
        TZ="Asia/Kathmandu",
        LC_ALL="C",
        PYTHONHASHSEED="7",
        SOURCE_DATE_EPOCH="1",
    )

    assert elsewhere == printed("worksheet").data


PICTURES = {
    "a picture": '<img src="dot.png" alt="a dot">',
    "a picture of a style sheet": '<p style="background: url(dot.png)">Words</p>',
    "a picture in a drawing": '<svg width="9" height="9"><image href="dot.png" width="9"/></svg>',
    "a link": '<a href="more/form.pdf">a form</a>',
}


@pytest.mark.parametrize("content", PICTURES.values(), ids=list(PICTURES))
def test_a_paper_of_ones_own_is_the_same_bytes_wherever_its_course_lies(
    tmp_path: Path, content: str
) -> None:
    one, other = (own_paper(tmp_path / name, content) for name in ("one", "another"))

    assert one == other


def test_two_pictures_stay_two(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "other.png").write_bytes(photograph())
    both = '<img src="dot.png" alt="a dot"><img src="other.png" alt="a coast">'

    with pikepdf.open(BytesIO(own_paper(tmp_path, both))) as paper:
        widths = {int(picture.Width) for picture in paper.pages[0].get_images().values()}

    assert len(widths) == 2


def test_a_link_to_a_file_leads_from_where_the_paper_lies(tmp_path: Path) -> None:
    data = own_paper(tmp_path, '<a href="more/a form.pdf#page=2">a form</a>')

    with pikepdf.open(BytesIO(data)) as paper:
        (link,) = paper.pages[0].Annots.as_list()
        assert str(link.A.URI) == "more/a%20form.pdf#page=2"


def test_a_file_that_is_attached_tells_no_time(tmp_path: Path) -> None:
    data = own_paper(tmp_path, '<a rel="attachment" href="dot.png">a dot</a>')

    with pikepdf.open(BytesIO(data)) as paper:
        told = [each.Params.keys() for each in paper.objects if is_attached(each)]
    assert told == [{"/CheckSum", "/Size"}]


def test_what_was_made_before_leaves_no_trace(
    engine: PdfEngine, printed: Callable[[str], Rendered]
) -> None:
    engine.render(plans.session_handout(3), "key-messages.html.j2")

    assert engine.render(plans.reflection_worksheet(), "worksheet.html.j2") == printed("worksheet")


def test_each_paper_records_its_templates_and_its_style_sheets(tmp_path: Path) -> None:
    workspace = Workspace(here=tmp_path)
    engine = PdfEngine(workspace)
    engine.render(plans.session_handout(1), "key-messages.html.j2")

    with workspace.recording() as reads:
        engine.render(plans.session_handout(2), "key-messages.html.j2")

    names = {"key-messages.html.j2", "macros.html.j2", "paper.html.j2", "paper.css"}
    assert {path.name for path in reads.digests} == names
    assert {path.parent for path in reads.digests} == {bundled("templates").resolve()}


def test_what_weasyprint_cannot_lay_out_is_told(own: Callable[..., PdfEngine]) -> None:
    sheet = "li::marker { content: 'a' } li { position: absolute }"
    engine = own(**{"paper.css": f"ul {{ position: relative }} {sheet}"})

    told = engine.render(plans.session_handout(1), "key-messages.html.j2")

    assert isinstance(told, Diagnostic)
    assert told.code is Code.PAPER_TEMPLATE
