"""Run a case: put it where it belongs, load it, and write down what comes back."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from borderdeck.course.load import load_course
from borderdeck.course.participants import load_participants
from borderdeck.diagnostics import in_reading_order
from borderdeck.workspace import Workspace
from tests.bad_courses.generated import GENERATED, LISTS
from tests.support.courses import write_course
from tests.support.trainings import read_training

if TYPE_CHECKING:
    from borderdeck.diagnostics import Diagnostic

CASES = Path(__file__).parent / "cases"


def case_names() -> list[str]:
    """Give the name of each case, sorted; a file's with its ending."""
    files = (path.name for path in CASES.iterdir() if path.suffix != ".expected")
    return sorted([*files, *GENERATED])


def expectation(name: str) -> Path:
    """Give the file that says what must come back."""
    return CASES / f"{name.partition('.')[0]}.expected"


def run_case(name: str, tmp_path: Path) -> tuple[Diagnostic, ...]:
    """Give what is wrong with a case, as seen from `tmp_path`."""
    workspace = Workspace(here=tmp_path)
    if name.endswith(".edition.yaml"):
        path = tmp_path / "edition.yaml"
        shutil.copy(CASES / name, path)
        return in_reading_order(list(read_training(tmp_path, path)[1]))
    if name in LISTS or name.endswith(".participants.csv"):
        path = tmp_path / "participants.csv"
        path.write_bytes(LISTS[name] if name in LISTS else (CASES / name).read_bytes())
        return load_participants(workspace, path)[1]
    return load_course(workspace, _course_of(name, tmp_path))[1]


def _course_of(name: str, tmp_path: Path) -> Path:
    if name in GENERATED:
        return write_course(tmp_path, **{"sessions/2-case.yaml": GENERATED[name]})
    if name.endswith(".session.yaml"):
        case = (CASES / name).read_bytes()
        return write_course(tmp_path, **{"sessions/2-case.yaml": case})
    if name.endswith(".course.yaml"):
        return write_course(tmp_path, **{"course.yaml": (CASES / name).read_bytes()})
    return Path(shutil.copytree(CASES / name, tmp_path / "course", symlinks=True))


def written(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Write diagnostics down, each with its line, a caret and its hint."""
    return "\n".join(_written(diagnostic) for diagnostic in diagnostics)


def _written(diagnostic: Diagnostic) -> str:
    head = f"{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}\n"
    hint = f"  {diagnostic.hint}\n" if diagnostic.hint else ""
    place = diagnostic.position
    if place is None:
        return head + hint
    line = place.text.replace("\t", " ")[:100]
    caret = " " * (place.column - 1) + "^" * place.width
    where = f"{place.file}:{place.line}:{place.column}: "
    return f"{where}{head}    | {line}\n    | {caret[:100]}\n{hint}"
