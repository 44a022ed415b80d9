"""Nothing that is for the facilitator is in any file that participants get."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, get_args

import yaml

from borderdeck.course import model
from borderdeck.course.edition_file import EditionFile
from borderdeck.course.keys import Mapped
from borderdeck.course.kinds import keys_of, meanings_of
from borderdeck.course.text import Prose, Text
from borderdeck.documents.kinds import every_kind
from borderdeck.edition.audience import FACILITATORS
from tests.support.built import Edition, borderdeck
from tests.support.courses import write_course
from tests.support.leaks import words_in
from tests.support.sample import EDITION, FACILITATOR, LEFT_OUT, SECRET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from borderdeck.course.kinds import Key

SECRETS = re.compile(rf"{SECRET}\d+")

AUDIENCES = {kind.noun: kind.audience for kind in every_kind()}


def participants(edition: Edition) -> Iterator[Path]:
    """Give every file of an edition but those of kinds that are the facilitator's."""
    kinds = {file["path"]: file["kind"] for file in edition.report["files"]}
    for path in sorted(edition.folder.rglob("*")):
        kind = kinds.get(path.relative_to(edition.folder).as_posix(), "")
        if path.is_file() and AUDIENCES.get(kind) is not model.Audience.FACILITATOR:
            yield path


def leaks(edition: Edition) -> dict[str, list[str]]:
    """Give the secret words of participants' files, by file."""
    found = {p.name: SECRETS.findall(words_in(p.read_bytes())) for p in participants(edition)}
    return {name: words for name, words in found.items() if words}


def test_no_file_of_participants_holds_a_word_that_is_for_the_facilitator(sample: Edition) -> None:
    assert leaks(sample) == {}


def test_the_sample_has_every_kind_of_document(sample: Edition) -> None:
    assert {file["kind"] for file in sample.report["files"]} == {kind.noun for kind in every_kind()}


def test_the_samples_edition_has_every_key() -> None:
    written = yaml.safe_load(EDITION)
    assert written.keys() | LEFT_OUT == keys_of(EditionFile).keys()


def test_secret_words_reach_the_facilitator(sample: Edition) -> None:
    files = [path for path in sample.folder.rglob("*") if path.is_file()]
    told = {word for path in files for word in SECRETS.findall(words_in(path.read_bytes()))}
    assert len(told) > 100


def test_a_leak_is_found(tmp_path: Path) -> None:
    session = f"id: rescue\ntitle: Rescue\nkey_messages:\n  - {SECRET}1 is in a message.\n"
    course = write_course(tmp_path, session)
    done = borderdeck("build", course, "-o", "out", "--json", here=tmp_path)

    found = leaks(Edition(tmp_path / done.report["output"], done.report))

    assert found.keys() == {
        "key-messages-session-1.pdf",
        "key-messages.pdf",
        "packet.pdf",
        "session-1.pdf",
        "slides-session-1-six-to-a-page.pdf",
        "slides-session-1-three-to-a-page.pdf",
    }


def _texts(key: Key) -> bool:
    """Whether a key's value is words, or has any in it."""
    return bool({Text, Prose} & set(_parts(key.annotation)))


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


@cache
def _facilitators_keys() -> set[str]:
    """Give the keys of the format whose meaning says that their words are for the facilitator."""
    classes = (value for value in vars(model).values() if isinstance(value, type))
    kinds = (kind for kind in classes if issubclass(kind, Mapped))
    keys = ((meanings_of(kind)[key.name], key) for kind in kinds for key in keys_of(kind).values())
    return {key.name for meaning, key in keys if FACILITATOR in meaning and _texts(key)}


def test_every_key_that_is_for_the_facilitator_is_left_out_of_their_papers() -> None:
    assert _facilitators_keys() == FACILITATORS
