"""Names for files that hold wherever all of them are moved to; imports as little as `answers`."""

from __future__ import annotations

import os

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

TEMPLATES = os.path.join(os.path.dirname(os.path.dirname(PACKAGE)), "templates")
"""Where the templates are in a checkout; a wheel has them in the package."""

OURS = "borderdeck://"
"""How the name of a file begins that ships with borderdeck; no path in its shortest form has it."""

AT_HOME = "home://"
"""How the name of a file begins that is in the user's own folder, and is named from elsewhere.

Output folders are passed on; what is in them is not to tell the user's name.
"""


def name_of(path: str, base: str) -> str:
    """Name a file as seen from a folder; both are absolute.

    On another drive, by its whole path.
    """
    ours = (path + os.sep).startswith((PACKAGE + os.sep, TEMPLATES + os.sep))
    if not ours and not _is_at_home(base) and _is_at_home(path):
        return without_home(path)
    try:
        way = os.path.relpath(path, PACKAGE if ours else base)
    except ValueError:
        return path
    return (OURS if ours else "") + way.replace(os.sep, "/")


def path_of(name: str, base: str) -> str:
    """Give the path of a file that was named as seen from a folder."""
    if name.startswith(OURS):
        return os.path.join(PACKAGE, name[len(OURS) :])
    if name.startswith(AT_HOME):
        return os.path.join(_home(), name[len(AT_HOME) :])
    return os.path.join(base, name)


def without_home(path: str) -> str:
    """Name a file by its whole path, from the user's own folder on if it is in there."""
    if not _is_at_home(path):
        return path
    return AT_HOME + os.path.relpath(path, _home()).replace(os.sep, "/")


def told(name: str) -> str:
    """Give the name that a file has for people: without the way to it, if it is far from here.

    What is not UTF-8 in it, as Linux allows, becomes question marks.
    """
    name = name.encode(errors="replace").decode()
    if name.startswith((OURS, AT_HOME, "..")) or os.path.isabs(name):
        return f"templates/{os.path.basename(name)}"
    return name


def _home() -> str:
    return os.path.expanduser("~")


def _is_at_home(path: str) -> bool:
    home = _home()
    return len(home) > 1 and (path + os.sep).startswith(home.rstrip(os.sep) + os.sep)
