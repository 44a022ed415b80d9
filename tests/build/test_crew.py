"""Processes that render beside the one that builds."""

from __future__ import annotations

import os
import sys
import threading
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from borderdeck.build import press as presses
from borderdeck.build.crew import Crew
from borderdeck.build.drawing import Papers, Task
from borderdeck.build.press import FORKS
from borderdeck.build.pressing import Bench, Hand
from borderdeck.render.pdf import PdfEngine
from borderdeck.render.pdf.engine import load
from borderdeck.workspace import Workspace
from tests.build.builds import Course, Meanwhile, hashes
from tests.build.crews import TASKS, data, is_there, results
from tests.support.built import borderdeck
from tests.support.courses import write_course

if TYPE_CHECKING:
    from collections.abc import Iterator


WAYS = pytest.mark.parametrize(
    "forks", [pytest.param(True, marks=pytest.mark.skipif(not FORKS, reason="Linux alone")), False]
)


@pytest.fixture
def drawn_here(tmp_path: Path) -> dict[str, bytes | None]:
    """What the tasks give in this process."""
    papers = Papers(Workspace(here=tmp_path), tmp_path)
    return data({name: papers.render(t.document, t.template, {}) for name, t in TASKS.items()})


@WAYS
@pytest.mark.parametrize("most", [2, 4])
def test_what_others_draw_is_what_would_be_drawn_here(
    tmp_path: Path, drawn_here: dict[str, bytes | None], forks: bool, most: int
) -> None:
    with Crew(tmp_path, tmp_path, most, forks=forks) as crew:
        assert data(results(crew, TASKS)) == drawn_here


def test_making_ready_tells_pango_of_no_fonts_for_which_it_would_start_a_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style_sheet = tmp_path / "templates" / "paper.css"
    style_sheet.parent.mkdir()
    style_sheet.write_text('@font-face { font-family: "Own"; src: url(own.ttf) }', encoding="utf-8")
    load()
    told: list[str] = []
    monkeypatch.setattr(
        "borderdeck.render.pdf.layout.FontConfiguration", lambda: told.append("fonts")
    )
    PdfEngine(Workspace(here=tmp_path), tmp_path).get_ready()
    assert not told


@pytest.mark.skipif(not FORKS, reason="Linux alone")
def test_a_process_with_a_thread_that_a_copy_would_lack_makes_no_copy(tmp_path: Path) -> None:
    go_on = threading.Event()
    threading.Thread(target=go_on.wait).start()
    nowhere = Path(os.devnull)
    bench = Bench((BytesIO(), BytesIO()), [(nowhere.open("rb"), nowhere.open("wb"))])
    bench._multiply(1, Hand(tmp_path, tmp_path))  # noqa: SLF001 - what a number asks for
    go_on.set()
    assert not bench.children


@pytest.mark.skipif(not FORKS, reason="Linux alone")
def test_a_copy_is_there_for_later_builds_though_the_first_has_one_paper(tmp_path: Path) -> None:
    with Crew(tmp_path, tmp_path, 2) as crew:
        results(crew, {"1.pdf": TASKS["1.pdf"]})
        assert len(crew._hands) == 2  # noqa: SLF001 - to be looked at


@WAYS
def test_a_crew_goes_on_working(
    tmp_path: Path, drawn_here: dict[str, bytes | None], forks: bool
) -> None:
    with Crew(tmp_path, tmp_path, 2, forks=forks) as crew:
        results(crew, {"1.pdf": TASKS["1.pdf"]})
        assert data(results(crew, TASKS)) == drawn_here


def test_what_was_read_to_draw_comes_back(tmp_path: Path) -> None:
    with Crew(tmp_path, tmp_path, 2) as crew:
        (rendered,) = results(crew, {"1.pdf": TASKS["1.pdf"]}).values()
    assert rendered is not None
    assert {"paper.css", "paper.html.j2"} <= {path.name for path in rendered.read}


def test_what_cannot_be_done_comes_back_undone(tmp_path: Path) -> None:
    no_plan: Any = sys.stdout
    task = replace(TASKS["1.pdf"], document=replace(TASKS["1.pdf"].document, plan=no_plan))
    with Crew(tmp_path, tmp_path, 2) as crew:
        assert results(crew, {"1.pdf": task}) == {"1.pdf": None}


@WAYS
def test_what_is_left_when_all_have_died_comes_back_undone(tmp_path: Path, forks: bool) -> None:
    with Crew(tmp_path, tmp_path, 2, forks=forks) as crew:
        crew.get_ready()
        for press in crew._presses:  # noqa: SLF001 - to be killed
            press.process.kill()
        assert results(crew, TASKS) == dict.fromkeys(TASKS)


@WAYS
@pytest.mark.parametrize("tasks", [{}, TASKS])
def test_nobody_is_left_behind(tmp_path: Path, forks: bool, tasks: dict[str, Task]) -> None:
    with Crew(tmp_path, tmp_path, 3, forks=forks) as crew:
        crew.get_ready()
        results(crew, tasks)
        group = [press.process.pid for press in crew._presses]  # noqa: SLF001 - to be looked for
    assert [pid for pid in group if is_there(pid)] == []


def test_one_that_works_alone_starts_nobody(tmp_path: Path) -> None:
    with Crew(tmp_path, tmp_path, 1) as crew:
        crew.get_ready()
        assert results(crew, TASKS) == dict.fromkeys(TASKS)
        assert crew._presses == []  # noqa: SLF001 - none


def test_tasks_that_nobody_has_begun_are_taken_back(tmp_path: Path) -> None:
    tasks = {**TASKS, "a.pptx": TASKS["1.pdf"], "b.pptx": TASKS["2.pdf"]}
    with Crew(tmp_path, tmp_path, 2) as crew:
        shared = crew.share(tasks)
        taken = list(shared.take_back(".pptx"))
        done = [name for name, _ in shared.results()]
    assert taken == ["b.pptx", "a.pptx"]
    assert sorted(done) == sorted(TASKS)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A small course that has not been built."""
    return Course(tmp_path)


@pytest.fixture
def alone(course: Course) -> dict[str, str]:
    """The hashes of what one process makes of the course, which is removed again."""
    course.build(jobs=1, output=course.folder / "alone")
    return hashes(course.folder / "alone" / "en")


@pytest.mark.parametrize("jobs", [2, 5, None])
def test_several_processes_make_the_same_files(
    course: Course, alone: dict[str, str], jobs: int | None
) -> None:
    course.build(jobs=jobs)
    assert hashes(course.edition) == alone


def test_decks_are_shared_out_where_there_are_many_slides(
    course: Course, alone: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("borderdeck.build.rendering.MANY", 0)
    course.build(jobs=2)
    assert hashes(course.edition) == alone


def test_a_build_goes_on_where_no_process_can_be_started(
    course: Course, alone: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(course.folder / "nowhere"))
    course.build(jobs=2)
    assert hashes(course.edition) == alone


def test_a_build_goes_on_where_processes_die_at_once(
    course: Course, alone: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presses, "START", "import os; os.abort()")
    course.build(jobs=2)
    assert hashes(course.edition) == alone


def test_a_build_that_is_interrupted_leaves_nobody_behind(course: Course) -> None:
    started: list[Crew] = []

    def stop() -> None:
        started.extend(c for c in everything() if isinstance(c, Crew))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        course.build(Meanwhile(stop), jobs=2)
    (crew,) = started
    assert [p.process.poll() is not None for p in crew._presses] == [True]  # noqa: SLF001 - theirs


def everything() -> Iterator[object]:
    import gc

    yield from gc.get_objects()


@pytest.mark.skipif(not FORKS, reason="a loader path of Linux")
def test_a_library_that_is_missing_is_told_as_ever(tmp_path: Path) -> None:
    write_course(tmp_path)
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libpango-1.0.so.0").write_bytes(b"no library")
    done = borderdeck("build", "-j", "2", here=tmp_path, LD_LIBRARY_PATH=str(tmp_path / "lib"))
    assert done.code == 2
    assert "apt install libpango" in done.err
