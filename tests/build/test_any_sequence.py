"""Whatever facilitators and builds do in turn, no edit is ever lost."""

from __future__ import annotations

import tempfile
from itertools import count
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.build.edition_folders import EDITION, build, built

BUILT = ["manifest", "decks/a.pptx", "decks/b.pptx", "c.pdf"]
OWN = [
    "decks/a (new from course).pptx",
    "replaced/c.pdf",
    "manifest.json",
    "C.pdf",
    "mine.txt",
    ".DS_Store",
]
paths = st.sampled_from(BUILT + OWN)
content = st.integers(0, 2)
which = st.integers(0, 11)


class FacilitatorAndBuilds(RuleBasedStateMachine):
    """`owned` is each text that the facilitator wrote and did not write over or delete since."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.output = Path(self.folder.name)
        self.live = self.output / EDITION
        self.live.mkdir()
        self.owned: set[bytes] = set()
        self.numbers = count()

    def teardown(self) -> None:
        self.folder.cleanup()

    def files(self) -> dict[Path, bytes]:
        return {p: p.read_bytes() for p in sorted(self.live.rglob("*")) if p.is_file()}

    def some_file(self, number: int) -> Path | None:
        files = list(self.files())
        return files[number % len(files)] if files else None

    def save(self, path: Path, data: bytes) -> None:
        if path.exists():
            self.owned.discard(path.read_bytes())
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    @rule(path=paths)
    def write(self, path: str) -> None:
        data = f"written {next(self.numbers)}".encode()
        self.save(self.live / path, data)
        self.owned.add(data)

    @rule(number=which)
    def edit(self, number: int) -> None:
        if path := self.some_file(number):
            self.write(path.relative_to(self.live).as_posix())

    @rule(number=which)
    def delete(self, number: int) -> None:
        if path := self.some_file(number):
            self.owned.discard(path.read_bytes())
            path.unlink()

    @rule(one=which, other=which)
    def rename(self, one: int, other: int) -> None:
        source, target = self.some_file(one), self.some_file(other)
        if source and target and source != target:
            self.owned.discard(target.read_bytes())
            source.replace(target)

    @rule(
        contents=st.dictionaries(st.sampled_from(BUILT), content),
        partial=st.booleans(),
        overwrite=st.booleans(),
    )
    def build(self, contents: dict[str, int], partial: bool, overwrite: bool) -> None:
        files = [built(f"{path} {n}".encode(), path) for path, n in contents.items()]
        build(self.output, *files, partial=partial, overwrite=overwrite)
        once = self.files()
        build(self.output, *files, partial=partial, overwrite=overwrite)
        assert self.files() == once

    @invariant()
    def no_edit_is_lost(self) -> None:
        assert self.owned <= set(self.files().values())


TestFacilitatorAndBuilds = FacilitatorAndBuilds.TestCase
TestFacilitatorAndBuilds.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
