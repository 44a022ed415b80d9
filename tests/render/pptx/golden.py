"""A deck as it should be, part by part: `python -m tests.render.pptx.golden` writes it anew.

Look at what changed (`git diff tests/render/pptx/golden`) before it is kept: this is what all decks
are made of. The command refuses to run in CI, where nobody looks.
"""

from __future__ import annotations

import os
import shutil
import sys
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from borderdeck.render.pptx import render_deck
from tests.render.pptx.plans import full_deck, template
from tests.support.opc import Package

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

FOLDER = Path(__file__).with_name("golden")


def written_parts(deck: bytes) -> dict[str, bytes]:
    """Give the XML that the renderer wrote: every member that the template does not have, too."""
    carried = Package(template().data).members
    return {
        name: data
        for name, data in Package(deck).members.items()
        if carried.get(name) != data and not name.startswith("ppt/media/")
    }


def golden_parts(folder: Path = FOLDER) -> dict[str, bytes]:
    """Give the XML that is expected."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differences(expected: dict[str, bytes], found: dict[str, bytes]) -> list[str]:
    """Say how parts differ from what is expected: which part, at which XPath, and how."""
    missing = [f"{name}: missing" for name in sorted(expected.keys() - found.keys())]
    new = [f"{name}: not expected" for name in sorted(found.keys() - expected.keys())]
    both = sorted(expected.keys() & found.keys())
    return [*missing, *new, *(line for name in both for line in _part(name, expected, found))]


def _part(name: str, expected: dict[str, bytes], found: dict[str, bytes]) -> Iterator[str]:
    roots = (etree.fromstring(expected[name]), etree.fromstring(found[name]))
    yield from (f"{name}: {line}" for line in _elements(*roots))


def _elements(expected: Element, found: Element) -> Iterator[str]:
    """Compare two elements and what is in them; nothing below a difference is looked at."""
    path = found.getroottree().getpath(found)
    if expected.tag != found.tag:
        yield f"{path}: {found.tag} instead of {expected.tag}"
    elif _attributes(expected) != _attributes(found):
        yield f"{path}: {_attributes(found)} instead of {_attributes(expected)}"
    elif _text(expected) != _text(found):
        yield f"{path}: {_text(found)!r} instead of {_text(expected)!r}"
    else:
        for left, right in zip_longest(expected, found):
            if left is None or right is None:
                yield f"{path}: {len(found)} children instead of {len(expected)}"
                return
            yield from _elements(left, right)


def _attributes(element: Element) -> dict[str, str]:
    return {str(key): str(value) for key, value in element.attrib.items()}


def _text(element: Element) -> str:
    """Give an element's own text; what stands between children only sets them apart."""
    return "" if len(element) else element.text or ""


def _indented(data: bytes) -> bytes:
    root = etree.fromstring(data)
    etree.indent(root)
    shown: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return shown + b"\n"


def update(folder: Path) -> None:
    """Write the parts anew."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in written_parts(render_deck(full_deck(), template())).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_indented(data))


if __name__ == "__main__":
    if os.environ.get("CI"):
        sys.exit("golden files are not written in CI: somebody has to look at what changed")
    update(FOLDER)
