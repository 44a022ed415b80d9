"""The drawing in ARCHITECTURE.md is the code's."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def imports_as_drawn(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the import graph of a checkout to the contracts in its pyproject.toml."""
    code = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def planted(folder: Path, room: str, line: str) -> Path:
    """Copy the checkout and add an import to one of its rooms."""
    shutil.copytree(ROOT / "src" / "borderdeck", folder / "src" / "borderdeck")
    shutil.copy(ROOT / "pyproject.toml", folder)
    with (folder / "src" / "borderdeck" / room).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    return folder


def test_a_stage_imports_only_what_stands_above_it() -> None:
    done = imports_as_drawn(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("course/text.py", "from borderdeck.edition import words"),
        ("documents/slides.py", "from borderdeck.render import pptx"),
        ("render/pdf/engine.py", "from borderdeck.render import pptx"),
        ("render/drawings/draw.py", "from borderdeck.render import pptx"),
        ("inspect/gate.py", "from borderdeck.render import pptx"),
        ("render/pptx/deck.py", "from borderdeck.inspect import gate"),
        ("build/build.py", "from borderdeck.cli import main"),
        ("diagnostics.py", "import borderdeck.terminal"),
    ],
)
def test_an_import_against_the_way_is_found(tmp_path: Path, room: str, line: str) -> None:
    assert "BROKEN" in imports_as_drawn(planted(tmp_path, room, line)).stdout


@pytest.mark.parametrize("page", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_each_path_that_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|course|templates|tools|tests|benchmarks|docs)/[\w./-]*)`", text)
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert [path for path in (*named, *linked) if not (ROOT / path).exists()] == []
