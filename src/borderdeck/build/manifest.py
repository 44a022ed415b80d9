"""`manifest.json`: what borderdeck made of an edition's folder, and from what.

It holds no time, no absolute path and no user's name, so the same input gives the same bytes. Later
builds tell from it which files were edited since: their bytes have another hash than stands here.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from borderdeck.build.files import MANIFEST, PublishError, is_plain

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.build.files import BuiltFile

SCHEMA = 1

_SHA256 = re.compile(r"[0-9a-f]{64}")


class Entry(Struct, frozen=True):
    """A file as borderdeck built it, whatever became of it since.

    `stands_beside` is the path of an edited file that this one is the newer build of.
    """

    path: str
    sha256: str
    kind: str
    session: int | None = None
    language: str = ""
    slides: int | None = None
    pages: int | None = None
    sources: tuple[tuple[str, str], ...] = ()
    stands_beside: str | None = None

    @classmethod
    def of(cls, file: BuiltFile) -> Entry:
        """Describe a file that was just built."""
        return cls(
            path=file.path,
            sha256=file.sha256,
            kind=file.kind,
            session=file.session,
            language=file.language,
            slides=file.slides,
            pages=file.pages,
            sources=tuple(sorted(file.sources)),
        )

    def beside(self, path: str) -> Entry:
        """Give the entry of the same build, put under another name beside the edited file."""
        return replace(self, path=path, stands_beside=self.path)


class Manifest(Struct, frozen=True):
    """All that borderdeck made in an edition's folder, and the version that last did so."""

    edition: str
    version: str
    files: tuple[Entry, ...] = ()


def encode(manifest: Manifest) -> bytes:
    """Write a manifest as JSON: sorted, indented, in UTF-8."""
    document = {
        "schema": SCHEMA,
        "version": manifest.version,
        "edition": manifest.edition,
        "files": [_shown(entry) for entry in sorted(manifest.files, key=lambda e: e.path)],
    }
    text = json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False)
    return f"{text}\n".encode()


def decode(data: bytes) -> Manifest | None:
    """Read a manifest, or give None for a file that is not one of ours.

    Raises `PublishError` for one of a later schema: only a later borderdeck knows what is an edit.
    """
    try:
        document = json.loads(data)
        schema = document["schema"]
        if isinstance(schema, int) and schema > SCHEMA:
            raise _too_new(str(document.get("version", "?")))
        files = tuple(_entry(shown) for shown in document["files"])
        return Manifest(_text(document["edition"]), _text(document["version"]), files)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def read(folder: Path) -> tuple[Manifest | None, bool]:
    """Read a folder's manifest, and whether it is to the letter as borderdeck wrote it."""
    path = folder / MANIFEST
    if path.is_symlink() or not path.is_file():
        return None, False
    data = path.read_bytes()
    manifest = decode(data)
    return manifest, manifest is not None and encode(manifest) == data


def _shown(entry: Entry) -> dict[str, Any]:
    shown = {name: value for name, value in asdict(entry).items() if value is not None}
    shown["sources"] = [{"path": path, "sha256": digest} for path, digest in entry.sources]
    return shown


def _entry(shown: dict[str, Any]) -> Entry:
    sources = tuple((_text(s["path"]), _digest(s["sha256"])) for s in shown["sources"])
    beside = shown.get("stands_beside")
    return Entry(
        path=_path(shown["path"]),
        sha256=_digest(shown["sha256"]),
        kind=_text(shown["kind"]),
        session=_number(shown.get("session")),
        language=_text(shown["language"]),
        slides=_number(shown.get("slides")),
        pages=_number(shown.get("pages")),
        sources=sources,
        stands_beside=None if beside is None else _path(beside),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _path(value: object) -> str:
    path = _text(value)
    if not is_plain(path):
        raise ValueError("not a path inside the edition's folder")
    return path


def _digest(value: object) -> str:
    digest = _text(value)
    if not _SHA256.fullmatch(digest):
        raise ValueError("not a SHA-256")
    return digest


def _number(value: object) -> int | None:
    if value is not None and not isinstance(value, int):
        raise TypeError("not a number")
    return value


def _too_new(version: str) -> PublishError:
    return PublishError(
        f"This edition was built by a later version of borderdeck ({version}).",
        "Update borderdeck, or build into another folder with -o.",
    )
