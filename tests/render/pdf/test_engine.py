"""The same paper is the same bytes, wherever and whenever it is made."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from borderdeck.diagnostics import Code, Diagnostic
from borderdeck.render.pdf import PdfEngine, Rendered
from borderdeck.workspace import Workspace, bundled
from tests.support import paper_plans as plans

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
