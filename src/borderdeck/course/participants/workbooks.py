"""A workbook where a list belongs: told by how its bytes begin, and by what a packed one holds."""

from __future__ import annotations

from borderdeck.course.faults import Fault
from borderdeck.course.quoting import shortened
from borderdeck.diagnostics import Code

PACKED = b"PK\x03\x04"
"""How a zip file begins (APPNOTE.TXT, 4.3.7): Excel's, OpenDocument's and Apple's workbooks do."""

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins ([MS-CFB], 2.2): Excel's until 2003, and those with a password."""

IN_EXCEL = 'open it in Excel, choose Save As, and the type "CSV UTF-8 (Comma delimited) (*.csv)"'

MARKS = {
    b"opendocument.spreadsheet": (
        "an OpenDocument spreadsheet",
        'open it in LibreOffice, choose Save As, the type "Text CSV", and the character set UTF-8',
    ),
    b".iwa": (
        "a workbook of Numbers",
        "open it in Numbers, choose File, Export To, CSV, and the text encoding UTF-8",
    ),
    b"xl/": ("an Excel workbook", IN_EXCEL),
}
"""What names in a packed workbook tell: what it is, and how it becomes a list."""

UNKNOWN = ("a packed file", "unpack it, or open it in its own program and save it as CSV there")


def workbook(data: bytes, file: str) -> Fault | None:
    """Tell of a workbook; None for any other file."""
    if data.startswith(COMPOUND):
        return _fault(file, "an Excel workbook", IN_EXCEL)
    if not data.startswith(PACKED):
        return None
    known = (told for mark, told in MARKS.items() if mark in data)
    return _fault(file, *next(known, UNKNOWN))


def _fault(file: str, what: str, hint: str) -> Fault:
    message = f'"{shortened(file)}" is {what}, and no list of participants: that is a CSV file'
    return Fault(Code.UNREADABLE_FILE, message, f"{hint}; then name that file")
