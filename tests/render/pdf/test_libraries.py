"""WeasyPrint's libraries: found without detours, and missed in words that help."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from borderdeck.render.pdf import definitions
from borderdeck.render.pdf.libraries import load_weasyprint
from borderdeck.render.pdf.short_import import digest_of_definitions
from tests.support.built import python

ROOT = Path(__file__).parents[3]
SRC = ROOT / "src"


def run(script: str, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(SRC), **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_is_changed_while_weasyprint_is_imported_is_put_back() -> None:
    script = """
import ctypes.util, mimetypes, sys, tinycss2
from borderdeck.render.pdf.libraries import load_weasyprint
from borderdeck.render.pdf.short_import import RARE
def changed():
    rare = [name for name in ("cffi", *RARE) if name in sys.modules]
    return ctypes.util.find_library, tinycss2.parse_stylesheet, mimetypes.inited, rare
before = changed()
load_weasyprint()
print(changed() == before)
"""

    assert run(script).stdout.strip() == "True"


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
from borderdeck.render.pdf.libraries import load_weasyprint
from borderdeck.render.pdf.short_import import RARE
load_weasyprint()
print([name for name in RARE if name in sys.modules])
"""

    assert run(script).stdout.strip() == "[]"


def test_the_definitions_of_c_functions_are_those_of_the_weasyprint_that_is_installed() -> None:
    load_weasyprint()

    assert digest_of_definitions() == definitions.MADE_FROM


def test_they_are_what_cffi_makes_of_them() -> None:
    code = "from make_definitions import module; print(module(), end='')"

    written = Path(definitions.__file__).read_text(encoding="utf-8")
    assert python(code, here=ROOT / "tools") == written


@pytest.mark.parametrize(("made_from", "used"), [("", "True"), (definitions.MADE_FROM, "False")])
def test_cffi_compiles_them_for_another_weasyprint_alone(made_from: str, used: str) -> None:
    script = f"""
import sys
from borderdeck.render.pdf import definitions
definitions.MADE_FROM = {made_from!r}
from borderdeck.render.pdf.libraries import load_weasyprint
load_weasyprint()
print("pycparser" in sys.modules)
"""

    assert run(script).stdout.strip() == used


def test_a_paper_is_the_same_however_they_were_compiled() -> None:
    script = """
import sys
from hashlib import sha256
from borderdeck.render.pdf import PdfEngine, definitions
from borderdeck.workspace import Workspace
from tests.support import paper_plans
definitions.MADE_FROM = sys.argv[1] if sys.argv[1:] else definitions.MADE_FROM
paper = PdfEngine(Workspace()).render(paper_plans.session_handout(1), "key-messages.html.j2")
print(sha256(paper.data).hexdigest())
"""

    assert run(script).stdout == run(script, "another").stdout != ""


def test_ghostscript_is_never_started_for_a_picture() -> None:
    script = """
from borderdeck.render.pdf.libraries import load_weasyprint
load_weasyprint()
from weasyprint import HTML
eps = "%!PS-Adobe-3.0 EPSF-3.0%0A%25%25BoundingBox: 0 0 9 9%0A%25%25EndComments%0A"
HTML(string=f"<img src='data:,{eps}'>").write_pdf()
from PIL import EpsImagePlugin
print(EpsImagePlugin.gs_binary)
"""

    assert run(script).stdout.strip() == "False"


def test_whatever_was_not_loaded_beforehand_is_there_when_it_is_used() -> None:
    script = """
import sys
from borderdeck.render.pdf.libraries import load_weasyprint
load_weasyprint()
modules = [module for name, module in sys.modules.items() if name.startswith("weasyprint")]
values = [value for module in modules for value in vars(module).values()]
later = [value for value in values if "short_import._Name" in str(type(value))]
print(len(later) > 3 and all(value.__doc__ or value for value in [name._meant for name in later]))
"""

    assert run(script).stdout.strip() == "True"


def test_an_error_of_a_module_that_was_not_loaded_beforehand_can_be_caught() -> None:
    script = """
from borderdeck.render.pdf.libraries import load_weasyprint
load_weasyprint()
from weasyprint.pdf import fonts
try:
    fonts.TTFont("/no/font.ttf")
except fonts.TTLibError:
    print("caught")
"""

    assert run(script).stdout.strip() == "caught"


@pytest.mark.parametrize(("of", "read"), [("PH", "False"), ("UA", "True"), ("UA_FORM", "True")])
def test_the_style_sheet_of_what_attributes_mean_alone_is_not_read(of: str, read: str) -> None:
    script = f"""
from borderdeck.render.pdf.libraries import load_weasyprint
load_weasyprint()
from weasyprint import html
print(html.{of}_STYLESHEET.matcher.order > 0)
"""

    assert run(script).stdout.strip() == read


def test_asking_for_the_engine_does_not_load_weasyprint() -> None:
    script = "import sys, borderdeck.render.pdf; print('weasyprint' in sys.modules)"

    assert run(script).stdout.strip() == "False"


def test_a_damaged_picture_is_still_told_once_papers_were_made() -> None:
    script = """
from io import BytesIO
from PIL import Image
from borderdeck.course.pictures import examine
from borderdeck.render.pdf import PdfEngine
from borderdeck.workspace import Workspace
PdfEngine(Workspace())
file = BytesIO()
Image.effect_noise((99, 99), 50).save(file, "PNG")
print(examine(file.getvalue()[:4000], "map.png") is None)
"""
    assert run(script).stdout.strip() == "False"
