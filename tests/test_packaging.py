"""borderdeck outside its repository: as the wheel that `pip install .` installs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.built import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q"]
    subprocess.run([*command, "--no-index", "-w", folder, ROOT], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path) -> dict[str, str]:
    """An environment in which the wheel's files stand before the checkout's."""
    folder = wheel.parent / "site"
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return {**os.environ, "PYTHONPATH": str(folder)}


def run(*arguments: str, here: Path, environ: dict[str, str]) -> str:
    command = [sys.executable, "-m", "borderdeck", *arguments]
    done = subprocess.run(
        command, cwd=here, env=environ, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize(
    "name",
    [
        "borderdeck/data/course/course.yaml",
        "borderdeck/data/course/sessions/7-wrap-up.yaml",
        "borderdeck/data/templates/deck.pptx",
        "borderdeck/data/templates/worksheet.html.j2",
        "borderdeck/data/fonts/NotoSans-Regular.ttf",
        "borderdeck/data/fonts/OFL-NotoSans.txt",
    ],
)
def test_the_wheel_holds_all_that_a_build_needs(wheel: Path, name: str) -> None:
    assert name in ZipFile(wheel).namelist()


def test_the_installed_package_is_not_the_checkout(
    installed: dict[str, str], tmp_path: Path
) -> None:
    code = "import borderdeck; print(borderdeck.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=installed,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not Path(done.stdout.strip()).is_relative_to(ROOT / "src")


def test_the_installed_package_makes_and_builds_a_course(
    installed: dict[str, str], tmp_path: Path
) -> None:
    run("init", "mine", here=tmp_path, environ=installed)
    out = run("build", here=tmp_path / "mine", environ=installed)
    assert out.startswith(
        "Built 7 decks (36 slides), 7 session handouts (8 pages), 7 handouts (9 pages)"
    )
