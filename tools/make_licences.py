"""Write docs/licences.md: what borderdeck rests on, and under which licence it comes."""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import PackageMetadata

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "licences.md"
LOCKS = {
    "requirements.lock": "What borderdeck runs with",
    "requirements-dev.lock": "What it is tested with besides",
}

LOOKED_UP = {
    "brotlicffi": "MIT",  # for PyPy alone, so it is not installed where this runs
    "colorama": "BSD-3-Clause",  # for Windows alone
    "resvg-py": "MIT",  # its metadata is silent, its LICENSE file is not
}
"""Licences that no installed package's metadata tells."""

SPDX = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
}
"""How packages word it, and the name that https://spdx.org/licenses gives it."""

HEAD = """\
# Licences

What ships with borderdeck and is not ours, the course's texts and the fonts, is told in `NOTICE`.
The packages below are not part of borderdeck: they are installed beside it, each in the version and
with the hash that the lock file names. `make licences` writes this page anew.
"""


def locked(lock: str) -> list[tuple[str, str]]:
    """Give the packages of a lock file, and their versions."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return re.findall(r"^([a-z0-9.-]+)==([^\s;]+)", text, re.MULTILINE)


def licence_of(package: str) -> str:
    """Give a package's licence by the name that SPDX gives it. Raises `SystemExit` without one."""
    if package in LOOKED_UP:
        return LOOKED_UP[package]
    try:
        told = metadata(package)
    except PackageNotFoundError:
        sys.exit(f"{package} is not installed: look its licence up, and add it to LOOKED_UP")
    kinds = [c.rpartition(" :: ")[2] for c in told.get_all("Classifier") or [] if "License ::" in c]
    free = _field(told, "License").split("\n")[0]
    found = _field(told, "License-Expression") or " OR ".join(SPDX.get(k, k) for k in kinds)
    return found or SPDX.get(free, free) or sys.exit(f"{package} names no licence")


def _field(told: PackageMetadata, name: str) -> str:
    return str((told.get_all(name) or [""])[0])


def page() -> str:
    """Give the text of docs/licences.md."""
    seen: set[tuple[str, str]] = set()
    parts = [HEAD]
    for lock, title in LOCKS.items():
        packages = [each for each in locked(lock) if each not in seen]
        seen.update(packages)
        rows = [f"| {name} | {version} | {licence_of(name)} |" for name, version in packages]
        table = ["| Package | Version | Licence |", "| --- | --- | --- |", *rows]
        parts.append("\n".join([f"\n## {title}\n", *table, ""]))
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
