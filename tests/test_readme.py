"""What the README says, done."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support.built import ROOT, borderdeck

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.built import Edition

README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = "\n".join(README.split("```")[1::2])
COMMANDS = sorted(
    {
        *re.findall(r"^borderdeck (.+)$", FENCED, re.MULTILINE),
        *re.findall(r"`borderdeck ([^`]+)`", README),
    }
)
TARGETS = sorted(set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE)))
SAMPLES = re.findall(r"^```yaml\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
FOLDERS = re.findall(r"^\| `(\w+)/` \|", README, re.MULTILINE)


@pytest.fixture
def newcomer(tmp_path: Path, geneva: Edition) -> Path:
    """A folder with the course, one edition of it, an edition file as the README shows, a list."""
    shutil.copytree(ROOT / "course", tmp_path / "course")
    shutil.copytree(geneva.folder, tmp_path / "output" / geneva.folder.name)
    (tmp_path / "geneva.yaml").write_text(SAMPLES[0], encoding="utf-8")
    (tmp_path / "participants.csv").write_text("Name\nAmina Example\n", encoding="utf-8")
    return tmp_path


def test_commands_are_found_in_the_readme() -> None:
    assert "build --place Geneva --date 2026-11-23..2026-11-27" in COMMANDS


@pytest.mark.parametrize("command", [c for c in COMMANDS if "--watch" not in c])
def test_a_command_of_the_readme_works(newcomer: Path, command: str) -> None:
    done = borderdeck(*shlex.split(command), here=newcomer)
    assert done.code == 0, done.err


def test_what_goes_on_until_it_is_ended_is_tried_elsewhere() -> None:
    assert [c for c in COMMANDS if "--watch" in c] == ["build --watch"]  # tests/cli/test_watch.py


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_of_the_readme_is_in_the_makefile(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_of_the_readme_is_in_the_edition(newcomer: Path, folder: str) -> None:
    borderdeck("build", "--place", "Geneva", "--date", "2026-11-23", "-q", here=newcomer)
    assert (newcomer / "output" / "geneva-2026-11-23-en" / folder).is_dir()


def test_the_mistake_that_the_readme_shows_is_told_so(newcomer: Path) -> None:
    shown = re.search(
        r"^(course/\S+yaml):(\d+):\d+: error.*?(?=^```)", README, re.MULTILINE | re.DOTALL
    )
    assert shown is not None
    path = newcomer / shown[1]
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[int(shown[2]) - 1] = lines[int(shown[2]) - 1].replace("key_messages", "key_mesages")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert shown[0] in borderdeck("check", here=newcomer).err
