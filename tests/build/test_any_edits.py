"""Whatever is done to a course and its edition in turn, a clean build makes the same files."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from msgspec.structs import replace

from borderdeck.build.judging import Judge
from borderdeck.build.state import recall, remember
from borderdeck.course.keys import Written
from borderdeck.edition.edition import Choices
from borderdeck.workspace import bundled
from tests.build.builds import Course, hashes
from tests.support.courses import PNG
from tests.support.torture import EDITS

SESSION = """
id: {id}
title: {title}
key_messages:
  - {message}
sections:
  - id: practice
    title: Practice
    slides:
      - id: coast
        title: The coast
        blocks:
          - image: map.png
            alt: A map
      - id: recap
        blocks:
          - recap: [rescue]
"""

KINDS = ("decks", "handouts", "print-list")

RED = (bundled("course") / "../docs/pictures/papers.png").read_bytes()
"""Another picture than `PNG`."""

words = st.sampled_from(["Planning is **vital**.", "Ask first.", "Ask *then* listen. " * 30])
number = st.integers(0, 1)


class EditsAndBuilds(RuleBasedStateMachine):
    """`course` is built again and again; `check` builds it anew, into another folder."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = tempfile.TemporaryDirectory()
        self.course = Course(Path(self.temporary.name))
        self.texts = [("rescue", "Rescue at sea", "Go."), ("detention", "Detention", "Do not.")]
        self.course.write("map.png", PNG)
        self.save()

    def teardown(self) -> None:
        try:
            self.build_as_if_for_the_first_time()
        finally:
            self.temporary.cleanup()

    def save(self) -> None:
        for index, (name, title, message) in enumerate(self.texts, 1):
            text = SESSION.format(id=name, title=title, message=message)
            self.course.write(f"sessions/{index}.yaml", text)

    def some_file(self, choice: int) -> Path | None:
        files = [path for path in sorted(self.course.edition.rglob("*.*")) if path.is_file()]
        return files[choice % len(files)] if files else None

    @rule(index=number, message=words)
    def change_a_message(self, index: int, message: str) -> None:
        name, title, _ = self.texts[index]
        self.texts[index] = (name, title, message)
        self.save()

    @rule(index=number, title=st.sampled_from(["Detention", "A new title"]))
    def change_a_title(self, index: int, title: str) -> None:
        name, _, message = self.texts[index]
        self.texts[index] = (name, title, message)
        self.save()

    @rule()
    def add_a_comment(self) -> None:
        self.course.change("course.yaml", "title:", "# A comment.\ntitle:")

    @rule(picture=st.sampled_from([PNG, RED]))
    def change_the_picture(self, picture: bytes) -> None:
        self.course.write("map.png", picture)

    @rule(colour=st.sampled_from(["red", "blue"]))
    def change_the_papers_design(self, colour: str) -> None:
        sheet = (bundled("templates") / "paper.css").read_text(encoding="utf-8")
        self.course.write("templates/paper.css", f"{sheet}\nh1 {{ color: {colour} }}")

    @rule()
    def take_the_bundled_design(self) -> None:
        shutil.rmtree(self.course.folder / "course" / "templates", ignore_errors=True)

    @rule(language=st.sampled_from([None, "en-GB", "en-US"]))
    def change_an_option(self, language: str | None) -> None:
        self.course.options["choices"] = Choices(
            name="en", language=Written(language) if language else None
        )

    @rule(choice=st.integers(0, 9))
    def delete_a_built_file(self, choice: int) -> None:
        if path := self.some_file(choice):
            path.unlink()

    @rule(choice=st.integers(0, 9))
    def edit_a_built_file(self, choice: int) -> None:
        if path := self.some_file(choice):
            path.write_bytes(path.read_bytes() + b"mine")

    @rule()
    def install_another_version(self) -> None:
        output = self.course.folder / "output"
        if state := recall(output, "en"):
            remember(output, "en", replace(state, maker=state.maker._replace(version="0.0.9")))

    @rule(kinds=st.sampled_from([KINDS, ("decks",), ("handouts",)]), overwrite=st.booleans())
    def build(self, kinds: tuple[str, ...], overwrite: bool) -> None:
        self.course.build(kinds=kinds, overwrite=overwrite)

    @rule()
    def build_as_if_for_the_first_time(self) -> None:
        """Build what an edition comprises twice: with all that is known, and with nothing known."""
        known = self.course.folder / "known"
        shutil.rmtree(known, ignore_errors=True)
        if (self.course.folder / "output").exists():
            shutil.copytree(self.course.folder / "output", known, symlinks=True)
        shutil.rmtree(known / ".borderdeck", ignore_errors=True)
        self.course.build(kinds=KINDS)
        self.course.build(kinds=KINDS, output=known)
        assert hashes(self.course.edition) == hashes(known / "en")


TestEditsAndBuilds = EditsAndBuilds.TestCase
TestEditsAndBuilds.settings = settings(max_examples=EDITS, stateful_step_count=12, deadline=None)


def test_a_build_that_overlooked_a_change_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = EditsAndBuilds()
    machine.build((), overwrite=False)
    monkeypatch.setattr(Judge, "_reasons", lambda *_: iter(()))
    machine.change_a_message(0, "Ask first.")
    with pytest.raises(AssertionError):
        machine.teardown()
