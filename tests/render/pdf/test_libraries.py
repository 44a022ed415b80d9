"""WeasyPrint's libraries: found without detours, and missed in words that help."""

from __future__ import annotations

import ctypes.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from borderdeck.render.pdf.libraries import load_weasyprint

SRC = Path(__file__).parents[3] / "src"


def run(script: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(SRC), **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_way_to_look_up_libraries_is_put_back() -> None:
    before = ctypes.util.find_library

    load_weasyprint()

    assert ctypes.util.find_library is before


@pytest.mark.skipif(sys.platform != "linux", reason="the names are those of Linux")
def test_no_program_is_started_to_look_up_libraries() -> None:
    script = """
import sys
def refuse(event, arguments):
    if event in {"subprocess.Popen", "os.posix_spawn", "os.exec"}:
        raise RuntimeError(arguments)
sys.addaudithook(refuse)
from borderdeck.render.pdf.libraries import load_weasyprint
load_weasyprint()
"""

    assert run(script).stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="a loader path of Linux")
def test_a_missing_library_is_told_with_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "libpango-1.0.so.0").write_bytes(b"no library")
    script = """
from borderdeck.render.pdf import PdfEngine, PdfLibrariesMissingError
from borderdeck.workspace import Workspace
try:
    PdfEngine(Workspace())
except PdfLibrariesMissingError as error:
    print(error.message, error.hint)
"""

    said = run(script, LD_LIBRARY_PATH=str(tmp_path)).stdout

    assert said.startswith("papers need Pango")
    assert all(word in said for word in ("apt install", "dnf install", "brew install", "pacman -S"))


def test_what_is_rarely_needed_is_not_loaded_beforehand() -> None:
    script = """
import sys
from borderdeck.render.pdf.libraries import RARE, load_weasyprint
load_weasyprint()
print([name for name in RARE if name in sys.modules])
"""

    assert run(script).stdout.strip() == "[]"


def test_asking_for_the_engine_does_not_load_weasyprint() -> None:
    script = "import sys, borderdeck.render.pdf; print('weasyprint' in sys.modules)"

    assert run(script).stdout.strip() == "False"


def test_damaged_pictures_are_still_refused_once_weasyprint_is_loaded() -> None:
    script = """
from PIL import ImageFile
from borderdeck.render.pdf.libraries import load_weasyprint
load_weasyprint()
print(ImageFile.LOAD_TRUNCATED_IMAGES)
"""

    assert run(script).stdout.strip() == "False"
