"""Why a file is made anew, as data."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Cause(StrEnum):
    """What kind of thing is another one than when the file was last made."""

    NEW = "new"
    PLAN = "plan"
    FILE = "file"
    TOOL = "tool"
    LIBRARY = "library"
    OUTPUT_MISSING = "output-missing"
    OUTPUT_CHANGED = "output-changed"
    NOT_INSPECTED = "not-inspected"
    LIBREOFFICE = "libreoffice"


class Reason(NamedTuple):
    """Why a file is made anew.

    `names` are the files whose change is behind a new plan, the files that it is drawn with and
    that changed, or the libraries whose version did, each as a person names it.
    """

    cause: Cause
    names: tuple[str, ...] = ()
