"""What borderdeck is made of: locked, licensed, audited, and built the same anywhere."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from shutil import copytree, ignore_patterns
from typing import TYPE_CHECKING

import pytest

from tests.support.built import ROOT, python

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-fuzz.lock",
    "requirements-audit.lock",
)
STRONG = re.compile(r"\bA?GPL")
"""Licences that would ask something of those who pass borderdeck on."""

BUILD = "from hatchling import build as b; print(b.build_wheel(OUT), b.build_sdist(OUT))"
ELSEWHERE = (
    {"TZ": "Pacific/Kiritimati", "HOME": "/nowhere", "PYTHONHASHSEED": "1", "LANG": "C"},
    {"TZ": "America/Lima", "HOME": "/", "PYTHONHASHSEED": "2", "LANG": "fr_FR.UTF-8"},
)


def requirements(lock: str) -> list[str]:
    """Give the entries of a lock file, each with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    lines = [
        line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")
    ]
    return re.split(r"\n(?=\S)", "\n".join(lines))


@pytest.mark.parametrize("lock", LOCKS)
def test_each_package_is_locked_with_its_hash(lock: str) -> None:
    loose = [
        each for each in requirements(lock) if "--hash=sha256:" not in each or "==" not in each
    ]
    assert loose == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_file_says_where_packages_come_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"--(?:extra-)?index-url|--find-links|https?://|file:", text) == []


def test_the_page_of_licences_is_that_of_the_lock_files() -> None:
    code = "from make_licences import page; print(page(), end='')"
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert python(code, here=ROOT / "tools") == page


def licences() -> dict[str, str]:
    text = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| ([a-z0-9.-]+) \| [^|]+ \| ([^|]+) \|$", text, re.MULTILINE))


def binds(told: str) -> bool:
    """Whether there is no choice but a licence that binds."""
    return all(map(STRONG.search, told.split(" OR ")))


def test_no_package_binds_those_who_pass_borderdeck_on() -> None:
    bound = {name: told for name, told in licences().items() if binds(told)}
    assert bound == {}


def test_a_licence_that_binds_would_be_noticed() -> None:
    assert binds("GPL-3.0-only OR AGPL-3.0-only")


def test_each_font_has_its_licence_beside_it() -> None:
    folder = ROOT / "src" / "borderdeck" / "data" / "fonts"
    families = {path.stem.partition("-")[0] for path in folder.glob("*.ttf")}
    licensed = {path.stem.removeprefix("OFL-") for path in folder.glob("OFL-*.txt")}
    assert {each for each in families if not any(map(each.startswith, licensed))} == set()


def packaged(folder: Path, number: int) -> dict[str, str]:
    """Build wheel and sdist in a folder of another name, time and mask; give their hashes."""
    source = folder / f"source-{number}" / ("deep" * number)
    unwanted = ("node_modules", ".*", "output", "__pycache__", "dist", "*.egg-info")
    copytree(ROOT, source, ignore=ignore_patterns(*unwanted))
    for path in source.rglob("*"):
        os.utime(path, (10**9 * number, 10**9 * number))
        path.chmod((0o755 if path.is_dir() else 0o644) & (0o700 if number == 2 else 0o755))
    out = folder / f"out-{number}"
    out.mkdir()
    subprocess.run(
        [sys.executable, "-c", f"OUT = {str(out)!r}; {BUILD}"],
        cwd=source,
        env={"PATH": os.environ["PATH"], **ELSEWHERE[number - 1]},
        check=True,
        capture_output=True,
        umask=0o077 if number == 2 else 0o022,
    )
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in out.iterdir()}


def test_wheel_and_sdist_are_the_same_bytes_wherever_they_are_built(tmp_path: Path) -> None:
    assert packaged(tmp_path, 1) == packaged(tmp_path, 2)


def audited(tmp_path: Path, says: str) -> subprocess.CompletedProcess[str]:
    """Audit with a pip-audit that says so."""
    answer = tmp_path / "answer"
    answer.write_text(f"#!/bin/sh\ncat <<'END'\n{says}\nEND\n", encoding="utf-8")
    answer.chmod(0o755)
    command = [sys.executable, "tools/audit.py", str(answer)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_known_weakness_fails_the_audit(tmp_path: Path) -> None:
    weak = {"name": "pillow", "version": "1.0", "vulns": [{"id": "CVE-2020-1"}]}
    done = audited(tmp_path, json.dumps({"dependencies": [weak]}))
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "pillow: CVE-2020-1")


def test_an_audit_without_data_tells_so_and_goes_on(tmp_path: Path) -> None:
    skipped = {"name": "pillow", "skip_reason": "not found"}
    done = audited(tmp_path, json.dumps({"dependencies": [skipped]}))
    assert (done.returncode, "of 1 nothing could be learnt" in done.stdout) == (0, True)


def test_an_audit_without_network_tells_so_and_goes_on(tmp_path: Path) -> None:
    done = audited(tmp_path, "")
    assert (done.returncode, done.stdout.startswith("Not audited")) == (0, True)
