from __future__ import annotations

import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING

import pytest

from borderdeck.build.maker import (
    LIBRARIES,
    Maker,
    content,
    installed,
    known,
    mapped,
)
from borderdeck.build.reasons import Cause, Reason
from borderdeck.workspace import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOT_DRAWING = {"click", "filelock", "typing-extensions", "xlsxwriter", "packaging"} | {
    *("watchfiles", "anyio", "idna"),  # which wake a build
}
"""What is required, and what no built file depends on: python-pptx writes charts by XlsxWriter."""

NOW = Maker("1.0", "code", {"lxml": "6.0"}, {"/lib/libz.so": "1-1"})

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def required(name: str, seen: set[str]) -> Iterator[str]:
    """Give what a distribution requires, and what that requires, as far as it is installed."""
    for line in distribution(name).requires or []:
        found = re.match(r"[\w.-]+", line)
        wanted = re.sub(r"[-_.]+", "-", found[0] if found else "").lower()
        extra = "extra ==" in line and 'extra == "woff"' not in line
        if not extra and wanted not in seen and is_installed(wanted):
            seen.add(wanted)
            yield wanted
            yield from required(wanted, seen)


def is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Some files, as a package has them."""
    (tmp_path / "package" / "data").mkdir(parents=True)
    (tmp_path / "package" / "code.py").write_text("pass\n", encoding="utf-8")
    (tmp_path / "package" / "data" / "font.ttf").write_bytes(b"font")
    return tmp_path / "package"


def test_all_that_a_build_rests_on_is_among_the_libraries() -> None:
    assert set(required("borderdeck", set())) - NOT_DRAWING <= LIBRARIES


def test_the_version_of_each_library_is_the_one_that_is_installed() -> None:
    found = installed(sys.path)
    del found["python"]
    assert found == {name: distribution(name).version for name in found}


def test_a_library_is_found_wherever_python_would_find_it_first(tmp_path: Path) -> None:
    for folder, version in (("a", "2.0"), ("b", "1.0")):
        (tmp_path / folder / f"python_pptx-{version}.dist-info").mkdir(parents=True)
    folders = [str(tmp_path / "a"), str(tmp_path / "b"), str(tmp_path / "nowhere")]
    assert installed(folders)["python-pptx"] == "2.0"


def test_borderdecks_own_files_are_hashed_wherever_they_are(package: Path, tmp_path: Path) -> None:
    shutil.copytree(package, tmp_path / "elsewhere")
    assert content(tmp_path / "elsewhere") == content(package)


@pytest.mark.parametrize("name", ["code.py", "data/font.ttf", "new.py"])
def test_a_change_in_any_of_borderdecks_own_files_is_noticed(package: Path, name: str) -> None:
    before = content(package)
    (package / name).write_bytes(b"other")
    assert content(package) != before


def test_what_python_keeps_for_itself_does_not_count(package: Path) -> None:
    before = content(package)
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "code.pyc").write_bytes(b"")
    assert content(package) == before


@linux
def test_libraries_that_papers_are_laid_out_with_are_found_once_they_are_loaded() -> None:
    from borderdeck.render.pdf.libraries import load_weasyprint

    load_weasyprint()
    assert {"libpango-1.0.so.0", "libharfbuzz.so.0"} <= {
        re.sub(r"(\.so\.\d+).*", r"\1", path.rpartition("/")[2]) for path in mapped()
    }


def test_a_process_of_which_nothing_is_known_has_no_libraries() -> None:
    assert mapped("no such process") == frozenset()


def test_a_library_that_is_no_longer_there_is_forgotten(package: Path) -> None:
    there, gone = str(package / "code.py"), str(package / "gone.so")
    assert known([there, gone], ["/new.so"]) == {there, "/new.so"}


@pytest.mark.parametrize(
    ("before", "reasons"),
    [
        (NOW, ()),
        (NOW._replace(version="0.9"), (Reason(Cause.TOOL),)),
        (NOW._replace(code="other"), (Reason(Cause.TOOL),)),
        (NOW._replace(libraries={"lxml": "5.0"}), (Reason(Cause.LIBRARY, ("lxml",)),)),
        (NOW._replace(libraries={}), (Reason(Cause.LIBRARY, ("lxml",)),)),
        (NOW._replace(system={"/lib/libz.so": "1-2"}), (Reason(Cause.LIBRARY, ("libz.so",)),)),
    ],
)
def test_what_another_maker_had_is_a_reason(before: Maker, reasons: tuple[Reason, ...]) -> None:
    assert NOW.differences(before) == reasons


def test_borderdeck_has_files_of_its_own() -> None:
    assert (PACKAGE / "data" / "fonts").is_dir()
