"""Small editions in real folders."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from borderdeck.build import exchange
from borderdeck.build.files import MANIFEST, BuiltFile, PublishedFile, Run
from borderdeck.build.manifest import decode
from borderdeck.build.publish import publish

if TYPE_CHECKING:
    from pathlib import Path

    from borderdeck.build.exchange import Swap

EDITION = "geneva"
DECK = "decks/session-1.pptx"
BESIDE = "decks/session-1 (new from course).pptx"


def built(data: bytes, path: str = DECK) -> BuiltFile:
    sources = (("course.yaml", hashlib.sha256(data).hexdigest()),)
    return BuiltFile(path, "deck", 1, "en", data, slides=3, sources=sources)


def build(
    output: Path,
    *files: BuiltFile,
    partial: bool = False,
    overwrite: bool = False,
    swap: Swap = exchange.swap,
) -> tuple[PublishedFile, ...]:
    return publish(output, EDITION, files, Run("1.0", partial, overwrite, swap))


def build_deck(output: Path, data: bytes, *, overwrite: bool = False) -> PublishedFile:
    return build(output, built(data), overwrite=overwrite)[0]


def write(output: Path, path: str, data: bytes) -> Path:
    """Save a file as a facilitator's program would."""
    target = output / EDITION / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return target


def contents(output: Path) -> dict[str, bytes]:
    """Give every file of the edition but the manifest."""
    live = output / EDITION
    files = {path.relative_to(live).as_posix(): path for path in live.rglob("*")}
    return {
        name: path.read_bytes()
        for name, path in sorted(files.items())
        if path.is_file() and name != MANIFEST
    }


def hidden(output: Path) -> list[str]:
    """Name what stands in the output folder beside editions and locks."""
    names = sorted(path.name for path in output.iterdir())
    return [name for name in names if name.startswith(".") and not name.endswith(".lock")]


# An edition of which each build has files of its own, to see whether two were ever mixed.


def generation(number: int) -> tuple[BuiltFile, ...]:
    names = ["decks/a.pptx", "decks/b.pptx", f"handouts/only-{number % 3}.pdf"]
    return tuple(built(f"{name} of {number}".encode() * 500, name) for name in names)


def whole_generation(output: Path) -> int | None:
    """Tell which generation stands in the folder; None where it is mixed, broken or absent."""
    found = contents(output)
    number = int(found.get("decks/a.pptx", b"x of -1").split()[2].removesuffix(b"decks/a.pptx"))
    manifest = decode((output / EDITION / MANIFEST).read_bytes()) if found else None
    if manifest is None:
        return None
    listed = {e.path: e.sha256 for e in manifest.files}
    hashes = {path: hashlib.sha256(data).hexdigest() for path, data in found.items()}
    expected = {file.path: file.sha256 for file in generation(number)}
    return number if listed == hashes == expected else None
