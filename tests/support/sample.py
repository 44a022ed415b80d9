"""A sample course with a word in every place where an author can put one, made from the model.

A new key of the format is filled in by its type. Words of keys that are for the facilitator, as
the key's own meaning says, and of blocks that are, begin with `Secret`; all others with `Shown`.
"""

from __future__ import annotations

import itertools
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

import yaml
from msgspec import Struct, field

from borderdeck.course import model
from borderdeck.course.keys import Count, CoursePath, Identifier, Mapped, Minutes, Written
from borderdeck.course.kinds import keys_of, meanings_of, tag_of
from borderdeck.course.text import Prose, Text
from tests.support.pictures import photograph

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from borderdeck.course.kinds import Key

SECRET, SHOWN = "Secret", "Shown"

FACILITATOR = "facilitator"
"""The word by which a key's meaning tells that it is not for participants."""

DEEPEST = 1
"""How many levels of items there are inside items."""

SINGLE: dict[Any, Any] = {Count: 2, Minutes: 5, CoursePath: "picture.jpg", bool: True}
"""What is written for single values that need no words."""

NO_ITEMS = frozenset({"items"})

EDITION = f"""\
place: Geneva
date: 2026-11-23..2026-11-24
sessions: [session-1, session-2]
placeholders: {{HOST: {SHOWN}9001 host}}
large_print: 2
participants: participants.csv
participants_expected: 3
facilitators: [{SHOWN}9002 Leader, {SHOWN}9003 Leader]
venue: ["{SECRET}9004 words to be checked"]
days:
  - start: 09:00
    end: 12:00
    parts:
      - {{title: "{SHOWN}9005 opening by [HOST]", minutes: 30, lead: {SHOWN}9002 Leader}}
      - {{session: session-1, minutes: 90, lead: {SHOWN}9003 Leader}}
      - {{break: {SHOWN}9006 coffee, minutes: 20}}
      - {{session: session-2, minutes: 40}}
  - start: 09:00
    parts:
      - {{title: {SHOWN}9007 visit, minutes: 60}}
"""
"""An edition of it; its words are the sample's own, too."""

LEFT_OUT = {"name", "language", "optional", "template", "slides", "paper", "greyscale", "booklet"}
"""The keys of an edition that it does not use: they change how papers look, not what they hold."""

PARTICIPANTS = f"""\
Name,Organisation,Role,Large print,Language
{SECRET}9008 Person,{SECRET}9009 Agency,{SECRET}9009 Officer,yes,en
{SECRET}9010 Person,{SECRET}9011 Agency,{SECRET}9012 Officer,,fr
"""
"""Who takes part: personal data, of which nothing may be in a participant's paper."""


class Sample(Struct):
    """Writes values of the model, each text with a number of its own."""

    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def mapping(
        self, kind: type[Mapped], *, secret: bool = False, depth: int = 0
    ) -> dict[str, Any]:
        """Write a class of the model with all its keys."""
        keys = keys_of(kind).values()
        return {
            key.name: self.value(key.annotation, _Where(kind, key, secret, depth))
            for key in keys
            if not (key.name in NO_ITEMS and kind is model.Item and depth > DEEPEST)
        }

    def value(self, annotation: Any, where: _Where) -> Any:
        """Write a value of a type of the model."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in (Union, UnionType):
            (first, *_) = (a for a in arguments if a is not type(None))
            return self.value(first, where)
        if origin is tuple:
            return [self.value(a, where) for a in (arguments[0], arguments[0])]
        if origin is dict:
            return {"HOST": self.value(arguments[1], where)}
        return self._single(arguments[0] if origin is Annotated else annotation, where)

    def _single(self, kind: Any, where: _Where) -> Any:
        if kind in SINGLE:
            return SINGLE[kind]
        if kind is Identifier:
            return f"name-{next(self.numbers)}"
        if kind in (Text, Written, str):
            return self.words(where)
        if kind is Prose:
            return f"{self.words(where)}\n\n- {self.words(where)}\n- {self.words(where)}"
        if issubclass(kind, Enum):
            return next(iter(kind)).value
        if isinstance(kind, type) and issubclass(kind, Mapped):
            return self.mapping(kind, secret=where.secret, depth=where.depth + 1)
        raise TypeError(f"the sample has no {kind} ({where.key.name})")

    def words(self, where: _Where) -> str:
        """Write words of which one is like no other."""
        mark = SECRET if where.is_secret else SHOWN
        tag = tag_of(where.kind) or where.kind.__name__.lower()
        return f"{mark}{next(self.numbers)} words of the {where.key.name} of a sample {tag}"


class _Where(Struct, frozen=True):
    """Where a value stands: in which class, at which key, and whether all in it is secret."""

    kind: type[Mapped]
    key: Key
    secret: bool
    depth: int

    @property
    def is_secret(self) -> bool:
        return self.secret or FACILITATOR in meanings_of(self.kind)[self.key.name]


def sample_course(folder: Path) -> Path:
    """Write the sample course of two sessions below a folder, and give its own.

    An edition of it lies beside it, as `edition.yaml`, with a list of participants.
    """
    sample = Sample()
    course = folder / "course"
    sessions = {f"sessions/{n}.yaml": _session(sample, n) for n in (1, 2)}
    outline = sample.mapping(model.Outline) | {"language": "en", "sessions": list(sessions)}
    for name, content in {"course.yaml": outline, **sessions}.items():
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    (course / SINGLE[CoursePath]).write_bytes(photograph())
    (folder / "edition.yaml").write_text(EDITION, encoding="utf-8")
    (folder / "participants.csv").write_text(PARTICIPANTS, encoding="utf-8")
    return course


def _session(sample: Sample, number: int) -> dict[str, Any]:
    """Write a session: a section with a slide for each kind of block."""
    session = sample.mapping(model.Session) | {"id": f"session-{number}"}
    slides = [_slide(sample, kind, f"session-{number}") for kind in get_args(model.AnyBlock)]
    section = session["sections"][0] | {"slides": slides}
    worksheet = session["worksheet"] | {"parts": list(_parts(sample, slides))}
    return session | {"sections": [section], "worksheet": worksheet}


def _slide(sample: Sample, kind: type, session: str) -> dict[str, Any]:
    """Write a slide with a block for participants and one for the facilitator."""
    shown, hidden = sample.mapping(kind), sample.mapping(kind, secret=True)
    hidden["audience"] = model.Audience.FACILITATOR.value
    if kind is model.Recap:
        shown["recap"], hidden["recap"] = [session], [session]
    return sample.mapping(model.Slide) | {"blocks": [shown, hidden], "keep_together": False}


def _parts(sample: Sample, slides: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Write the parts of a worksheet that refer to what it can take."""
    for slide in slides:
        block = slide["blocks"][0]
        items = block.get("prompts") or block.get("numbered") or block.get("bullets")
        if items:
            part = sample.mapping(model.WorksheetPart)
            answer = part["answers"][0] | {"item": items[0]["id"]}
            yield part | {"block": block["id"], "answers": [answer]}
