"""docs/course-format.md tells of every key, and its sample course is right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from borderdeck.course import edition_file, model, timetable
from borderdeck.course.keys import Mapped
from borderdeck.course.kinds import called, keys_of, meanings_of
from borderdeck.course.load import load_edition
from borderdeck.edition.edition import choices_from, make_edition
from borderdeck.workspace import Workspace
from tests.support.courses import PNG, loaded

GUIDE = Path(__file__).parents[2] / "docs" / "course-format.md"
ROW = re.compile(r"^\| `(?P<key>\w+)` \| (?P<meaning>.+?) \| (?P<needed>yes)? ?\|$", re.MULTILINE)
SAMPLE = re.compile(r"^```yaml\n# (?P<name>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)

BLOCKS: tuple[type[model.Block], ...] = get_args(model.AnyBlock)


def kinds_of_the_format() -> list[type[Mapped]]:
    """Give the model's classes that somebody writes as YAML."""
    classes = [
        c
        for module in (model, edition_file, timetable)
        for c in vars(module).values()
        if isinstance(c, type) and c.__module__ == module.__name__
    ]
    return [c for c in classes if issubclass(c, Mapped) and keys_of(c)]


def rows(text: str) -> dict[str, list[tuple[str, str, bool]]]:
    """Give the keys that each chapter of the guide describes, by the chapter's title."""
    chapters = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    return {
        chapter.partition("\n")[0]: [
            (m["key"], m["meaning"], bool(m["needed"])) for m in ROW.finditer(chapter)
        ]
        for chapter in chapters
    }


def described(kind: type[Mapped]) -> list[tuple[str, str, bool]]:
    """Give what the guide should say of a class: what all blocks, or parts, have stands once."""
    bases = [base for base in (model.Block, timetable.Part) if base in kind.__bases__]
    common = {name for base in bases for name in keys_of(base)}
    told = meanings_of(kind)
    keys = (key for key in keys_of(kind).values() if key.name not in common)
    return [(key.name, told[key.name], key.required) for key in keys]


def title(kind: type) -> str:
    words = called(kind).replace('"', "`")
    return words[0].upper() + words[1:]


@pytest.mark.parametrize("kind", kinds_of_the_format(), ids=lambda kind: kind.__name__)
def test_the_guide_tells_of_each_key(kind: type) -> None:
    told = rows(GUIDE.read_text("utf-8")).get(title(kind))
    assert told == described(kind), "`make guide` writes the tables anew"


def test_the_guide_tells_of_nothing_besides() -> None:
    assert set(rows(GUIDE.read_text("utf-8"))) == {title(kind) for kind in kinds_of_the_format()}


def test_a_key_that_the_guide_lacks_would_be_noticed() -> None:
    text = GUIDE.read_text("utf-8").replace("| `thanks` |", "| thanks |")
    assert rows(text)["A session"] != described(model.Session)


def sample(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    for match in SAMPLE.finditer(GUIDE.read_text("utf-8")):
        path = folder / match["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(match["text"], encoding="utf-8")
    (folder / "pictures").mkdir()
    (folder / "pictures/harbour.png").write_bytes(PNG)
    return folder


def test_the_sample_course_uses_every_kind_of_block(tmp_path: Path) -> None:
    course = loaded(sample(tmp_path))
    slides = [slide for s in course.sessions for section in s.sections for slide in section.slides]
    assert {type(block) for slide in slides for block in slide.blocks} == set(BLOCKS)


def test_the_sample_edition_is_right(tmp_path: Path) -> None:
    folder = sample(tmp_path)
    file, found = load_edition(Workspace(here=tmp_path), folder / "edition.yaml")
    assert file is not None
    assert (found, make_edition(loaded(folder), choices_from(file))[1]) == ((), ())
