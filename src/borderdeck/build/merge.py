"""Who stands under which name: what was just built, or what the facilitator made of it.

borderdeck replaces and removes only bytes that it built itself, which is what the manifest's hashes
tell. Everything else in an edition's folder is the facilitator's:

- A file edited since it was built stays under its name. If what is built now differs from what the
  edit was made from, the new build goes beside it, as `<stem> (new from course).pptx`. Deleting or
  editing that copy says "seen": it comes again only when the course has changed once more. Copying
  it over the edit says "take the new one".
- With `overwrite` the edit goes to `replaced/`, under a name that is still free.
- A file that borderdeck does not know stays, whatever it is.
- A file of a former build that the edition no longer has goes, unless it was edited.
"""

from __future__ import annotations

from itertools import chain, count
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from borderdeck.build.files import (
    MANIFEST,
    REPLACED,
    PublishedFile,
    PublishError,
    Status,
    key,
)
from borderdeck.build.manifest import Entry

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from borderdeck.build.files import BuiltFile, Run
    from borderdeck.build.tree import Tree

COPY = "new from course"


class Past(Struct, frozen=True):
    """What stands in the folder, and what its manifest says that borderdeck built.

    `own_manifest`: whether its `manifest.json` is as borderdeck wrote it.
    """

    tree: Tree
    entries: tuple[Entry, ...] = ()
    own_manifest: bool = False


class Layout(Struct, frozen=True):
    """How the new folder is put together, its own manifest apart.

    `carried` leads from a path in the new folder to the one in the old folder that it is taken
    from, `written` to new bytes. `lacking` are files that have to be written and are not rendered.
    """

    carried: dict[str, str]
    written: dict[str, bytes]
    lacking: tuple[str, ...]
    entries: tuple[Entry, ...]
    published: tuple[PublishedFile, ...]


def merge(past: Past, files: Sequence[BuiltFile], run: Run) -> Layout:
    """Decide about every file, old and new.

    Raises `PublishError` where a folder stands under a file's name or a file under a folder's, and
    `ValueError` for two built files of one name.
    """
    if len({key(file.path) for file in files}) < len(files):
        raise ValueError("two built files have the same path")
    merging = _Merging(past.tree, *_settled(past))
    merging.make_room_for_the_manifest(past.own_manifest)
    for file in files:
        merging.place(file, run.overwrite)
    if not run.partial:
        merging.drop_the_rest()
    return merging.layout()


def free(path: str, taken: Container[str]) -> str:
    """Give the path itself, or the first of `<stem> (2).<suffix>` and so on that is not taken.

    `taken` holds keys of paths.
    """
    others = (_labelled(path, str(n)) for n in count(2))
    return next(name for name in chain([path], others) if key(name) not in taken)


class _Merging(Struct, dict=True):
    """The decisions so far.

    `entries` and `copies` (by the path that they stand beside) are what the old manifest says of
    files that nothing was decided about, `remaining` those files and all that are not in it.
    """

    old: Tree
    entries: dict[str, Entry]
    copies: dict[str, Entry]
    decided: list[Entry] = field(default_factory=list)
    carried: dict[str, str] = field(default_factory=dict)
    written: dict[str, bytes] = field(default_factory=dict)
    lacking: list[str] = field(default_factory=list)
    published: list[PublishedFile] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.remaining = set(self.old.files)

    def make_room_for_the_manifest(self, own: bool) -> None:
        found = self._find(MANIFEST)
        if found is not None and own:
            self.remaining.discard(found)
        elif found is not None:
            self._move_aside(found)

    def place(self, file: BuiltFile, overwrite: bool) -> None:
        found = self._find(file.path)
        base, copy = self.entries.pop(file.path, None), self.copies.pop(file.path, None)
        self._forget(copy)
        digest = None if found is None else self.old.digest(found)
        if found is None or digest in {e.sha256 for e in (base, copy) if e} | {file.sha256}:
            self._renew(file, found, digest)
        elif overwrite:
            self._renew(file, None, None, moved_to=self._move_aside(found))
        else:
            beside = self._keep(file, base, copy)
            self._report(file, Status.KEPT, sha256=digest, kept_beside=beside)

    def drop_the_rest(self) -> None:
        for copy in self.copies.values():
            self._forget(copy)
        for entry in self.entries.values():
            self._drop(entry)
        self.entries, self.copies = {}, {}

    def layout(self) -> Layout:
        carried = {path: path for path in self.remaining} | self.carried
        entries = (*self.decided, *self.entries.values(), *self.copies.values())
        lacking = tuple(self.lacking)
        return Layout(carried, self.written, lacking, entries, tuple(self.published))

    def _find(self, path: str) -> str | None:
        obstacle = self.old.obstacle(path)
        if obstacle is not None:
            raise _in_the_way(self.old.root.name, obstacle, path)
        return self.old.find(path)

    def _renew(
        self, file: BuiltFile, found: str | None, digest: str | None, moved_to: str | None = None
    ) -> None:
        """Put a file where nothing stands, or bytes that borderdeck built, now or earlier."""
        self.decided.append(Entry.of(file))
        if found is not None and digest == file.sha256:
            self._carry(found, file.path)
            self._report(file, Status.UNCHANGED)
        else:
            self.remaining.discard(found or "")
            self._write(file, file.path)
            self._report(file, Status.BUILT, moved_to=moved_to)

    def _keep(self, file: BuiltFile, base: Entry | None, copy: Entry | None) -> str | None:
        """Leave an edit; say where the new build lies, None where it is what the edit is of."""
        if base is not None and base.sha256 == file.sha256:
            self.decided.append(Entry.of(file))
            return None
        if base is not None:
            self.decided.append(base)
        path = copy.path if copy else free(_labelled(file.path, COPY), self._taken())
        self.decided.append(Entry.of(file).beside(path))
        if copy and copy.sha256 == file.sha256:
            self.carried[path] = path
        else:
            self._write(file, path)
        return path

    def _write(self, file: BuiltFile, path: str) -> None:
        if file.data is None:
            self.lacking.append(file.path)
        self.written[path] = file.data or b""

    def _forget(self, copy: Entry | None) -> None:
        if copy is not None:
            self.remaining.discard(copy.path)

    def _drop(self, entry: Entry) -> None:
        found = self.old.find(entry.path)
        if found not in self.remaining:
            return
        digest = self.old.digest(found)
        if digest == entry.sha256:
            self.remaining.discard(found)
        else:
            self.published.append(described(entry, Status.KEPT, digest))

    def _carry(self, found: str, path: str) -> None:
        self.remaining.discard(found)
        self.carried[path] = found

    def _move_aside(self, found: str) -> str:
        moved_to = free(f"{REPLACED}/{found}", self._taken())
        self._find(moved_to)
        self._carry(found, moved_to)
        return moved_to

    def _taken(self) -> set[str]:
        paths = (*self.old.files, *self.old.folders, *self.carried, *self.written)
        return {key(path) for path in paths}

    def _report(
        self,
        file: BuiltFile,
        status: Status,
        sha256: str | None = None,
        kept_beside: str | None = None,
        moved_to: str | None = None,
    ) -> None:
        shown = described(Entry.of(file), status, file.sha256 if sha256 is None else sha256)
        self.published.append(replace(shown, kept_beside=kept_beside, moved_to=moved_to))


def _settled(past: Past) -> tuple[dict[str, Entry], dict[str, Entry]]:
    """Split what the manifest says into files and copies beside them, as far as they are there.

    A copy that was deleted or edited has been seen: from now on its file counts as made from it.
    """
    entries = {e.path: e for e in past.entries if e.stands_beside is None}
    copies = {}
    for copy in past.entries:
        if copy.stands_beside is None:
            continue
        found = past.tree.find(copy.path)
        if found is not None and past.tree.digest(found) == copy.sha256:
            copies[copy.stands_beside] = replace(copy, path=found)
        else:
            entries[copy.stands_beside] = replace(copy, path=copy.stands_beside, stands_beside=None)
    return {path: e for path, e in entries.items() if past.tree.find(path) is not None}, copies


def _labelled(path: str, label: str) -> str:
    pure = PurePosixPath(path)
    return str(pure.with_name(f"{pure.stem} ({label}){pure.suffix}"))


def described(entry: Entry, status: Status, sha256: str) -> PublishedFile:
    """Tell of a file as the manifest has it."""
    return PublishedFile(
        path=entry.path,
        kind=entry.kind,
        session=entry.session,
        language=entry.language,
        status=status,
        sha256=sha256,
        slides=entry.slides,
        pages=entry.pages,
    )


def _in_the_way(edition: str, obstacle: str, path: str) -> PublishError:
    return PublishError(
        f"{edition}/{obstacle} is in the way of {edition}/{path}.",
        "Rename it or move it elsewhere, then build again.",
    )
