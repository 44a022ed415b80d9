"""What is fuzzed: each takes any bytes, and raises nothing."""

from __future__ import annotations

import contextlib
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from borderdeck.build import manifest
from borderdeck.build.files import PublishError
from borderdeck.course.decode import decode
from borderdeck.course.edition_file import EditionFile
from borderdeck.course.load import load_course
from borderdeck.course.model import Outline, Session
from borderdeck.course.participants.reading import read_participants
from borderdeck.course.pictures import examine
from borderdeck.course.source import read_source
from borderdeck.render.pptx import UnreadableTemplateError, read_template
from borderdeck.render.pptx.guard import opened
from borderdeck.workspace import Workspace
from tests.support.courses import PNG, SESSION

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
LARGEST_SEED = 60_000


def course_file(data: bytes) -> None:
    """Read a file as each kind of file that a course has."""
    source = read_source(data, "course.yaml")
    if source.root is not None:
        for kind in (Outline, Session, EditionFile):
            decode(kind, source.root, source.lines)


def course_folder(data: bytes) -> None:
    """Load a course whose session is these bytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sessions").mkdir()
        (folder / "course.yaml").write_text(
            "title: A\nlanguage: en\nsessions: [sessions/1.yaml]\n", encoding="utf-8"
        )
        (folder / "sessions" / "1.yaml").write_bytes(data)
        load_course(Workspace(here=folder), folder)


def participants(data: bytes) -> None:
    """Read a list of participants."""
    read_participants(data, "participants.csv")


def picture(data: bytes) -> None:
    """Examine a picture of any kind."""
    examine(data, "map.svg")


def svg(data: bytes) -> None:
    """Examine what stands inside a drawing."""
    words = data.decode("utf-8", errors="replace")
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    examine(f'{head} viewBox="0 0 9 9">{words}</svg>'.encode(), "map.svg")


def template(data: bytes) -> None:
    """Look into a template."""
    with contextlib.suppress(UnreadableTemplateError):
        opened(data)


def template_part(data: bytes) -> None:
    """Read a template whose master or layout, by the first byte, is the rest of the bytes."""
    if not data:
        return
    parts = dict(_template_parts())
    names = [n for n in parts if n.startswith(("ppt/slide", "ppt/presentation", "[Content"))]
    parts[names[data[0] % len(names)]] = data[1:]
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with contextlib.suppress(UnreadableTemplateError):
        read_template(file.getvalue())


def manifest_file(data: bytes) -> None:
    """Read a manifest."""
    with contextlib.suppress(PublishError):
        manifest.decode(data)


def _template_parts() -> dict[str, bytes]:
    with zipfile.ZipFile(ROOT / "templates" / "deck.pptx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


TARGETS: dict[str, Callable[[bytes], None]] = {
    "course-file": course_file,
    "course-folder": course_folder,
    "participants": participants,
    "picture": picture,
    "svg": svg,
    "template": template,
    "template-part": template_part,
    "manifest": manifest_file,
}


def seeds(name: str) -> list[bytes]:
    """Give what a target's fuzzing starts from."""
    cases = ROOT / "tests" / "bad_courses" / "cases"
    texts = [SESSION.encode()]
    texts += [path.read_bytes() for path in sorted(cases.glob("*.yaml"))]
    people = [path.read_bytes() for path in sorted(cases.glob("*.csv"))]
    shown = b'{"schema": 1, "version": "1", "edition": "a", "files": [{"path": "a.pdf", "sha256": "'
    shown += b"0" * 64 + b'", "kind": "deck", "language": "en", "sources": []}]}'
    drawings = [b'<g><text x="1">a</text><image href="data:image/png;base64,AA=="/></g>']
    drawings.append(b'<style>a { fill: url(#b) }</style><use xlink:href="#a"/>')
    decks = [path.read_bytes() for path in (ROOT / "templates").glob("*.pptx")]
    parts = [bytes([i]) + part for i, part in enumerate(_template_parts().values())]
    known = {
        "participants": people,
        "picture": [PNG],
        "svg": drawings,
        "template": decks,
        "template-part": parts,
        "manifest": [shown],
    }
    return [seed for seed in known.get(name, texts) if len(seed) <= LARGEST_SEED]
