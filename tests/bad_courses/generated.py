"""Cases that would not do as files in a repository: their names, and the bytes of the file."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from borderdeck.course.decode import LONGEST_TEXT, LONGEST_VALUE
from borderdeck.course.participants.reading import MOST_LINES, MOST_PEOPLE
from borderdeck.course.source import DEEPEST, LIMIT

_NAMES = "".join(f"Person {number} Example\n" for number in range(MOST_PEOPLE + 1))


def packed(*names: str, **files: str) -> bytes:
    """Give a zip file that holds files of these names, empty, and those with their words."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, words in {**dict.fromkeys(names, ""), **files}.items():
            archive.writestr(ZipInfo(name), words)
    return data.getvalue()


LISTS: dict[str, bytes] = {
    "list-saved-by-an-old-excel": "name\nZoé Example\nÅsa Example\n".encode("cp1252"),
    "list-in-an-excel-workbook": packed("[Content_Types].xml", "xl/workbook.xml"),
    "list-in-a-workbook-of-an-old-excel": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504,
    "list-in-a-workbook-of-numbers": packed("Index/Document.iwa"),
    "list-in-an-opendocument-spreadsheet": packed(
        mimetype="application/vnd.oasis.opendocument.spreadsheet"
    ),
    "list-in-a-packed-file": packed("participants.csv"),
    "list-of-too-many": f"name\n{_NAMES}".encode(),
    "list-of-nothing-but-lines": b"\n" * MOST_LINES,
    "names-that-no-badge-holds": f"name\n{'W' * 121}\nQ{chr(0x332) * 7}\n".encode(),
}
"""Lists of participants."""

GENERATED: dict[str, bytes] = {
    **LISTS,
    "file-of-more-than-a-mebibyte": b"id: rescue\ntitle: " + b"x" * LIMIT,
    "more-values-than-any-outline-needs": b"[" + b"x," * 200_000 + b"x]",
    "saved-as-utf-16": "id: rescue\ntitle: Rescue\n".encode("utf-16"),
    "saved-by-an-old-windows-editor": "id: rescue\ntitle: Détention\n".encode("cp1252"),
    "a-nul-and-an-escape": b"id: rescue\ntitle: Re\x00scue \x1b[31m\n",
    "a-text-of-a-mebibyte-of-asterisks": b"id: rescue\ntitle: x" + b"*" * (LIMIT - 20),
    "a-text-longer-than-any-page": b"id: rescue\ntitle: x" + b"x" * LONGEST_TEXT,
    "an-id-longer-than-any-name": b"title: Rescue\nid: " + b"x" * (LONGEST_VALUE + 1),
    "too-many-brackets": b"id: rescue\ntitle: " + b"[" * (DEEPEST + 1),
}
