"""Cases that would not do as files in a repository: their name, and the session's bytes."""

from __future__ import annotations

from borderdeck.course.source import DEEPEST, LIMIT

GENERATED: dict[str, bytes] = {
    "file-of-more-than-a-mebibyte": b"id: rescue\ntitle: " + b"x" * LIMIT,
    "more-values-than-any-outline-needs": b"[" + b"x," * 200_000 + b"x]",
    "saved-as-utf-16": "id: rescue\ntitle: Rescue\n".encode("utf-16"),
    "saved-by-an-old-windows-editor": "id: rescue\ntitle: Détention\n".encode("cp1252"),
    "a-nul-and-an-escape": b"id: rescue\ntitle: Re\x00scue \x1b[31m\n",
    "too-many-brackets": b"id: rescue\ntitle: " + b"[" * (DEEPEST + 1),
}
