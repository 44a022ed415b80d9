"""Write the tables of keys in docs/course-format.md anew, from the model that reads them.

Everything else on that page is written by hand and stays.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeGuard

from borderdeck.course import edition_file, model, timetable
from borderdeck.course.keys import Mapped
from borderdeck.course.kinds import called, keys_of, meanings_of

PAGE = Path(__file__).parents[1] / "docs" / "course-format.md"
TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
HEAD = "| Key | What it holds | Needed |\n| --- | --- | --- |\n"
COMMON = (model.Block, timetable.Part)
"""Classes whose keys others have, too; they are described there alone."""


def main() -> None:
    """Write the page."""
    written = [
        value for module in (model, edition_file, timetable) for value in vars(module).values()
    ]
    kinds = {title(kind): kind for kind in written if is_written(kind)}
    intro, *chapters = re.split(r"^(?=### )", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    PAGE.write_text(intro + "".join(renewed(chapter, kinds) for chapter in chapters), "utf-8")


def is_written(kind: object) -> TypeGuard[type[Mapped]]:
    """Whether somebody writes this class of the model as YAML."""
    return isinstance(kind, type) and issubclass(kind, Mapped) and bool(keys_of(kind))


def title(kind: type) -> str:
    """Give the title of a class's chapter."""
    words = called(kind).replace('"', "`")
    return words[0].upper() + words[1:]


def renewed(chapter: str, kinds: dict[str, type[Mapped]]) -> str:
    """Give a chapter with its table of keys made anew."""
    kind = kinds.get(chapter[4:].partition("\n")[0])
    return chapter if kind is None else TABLE.sub(lambda _: table(kind), chapter, count=1)


def table(kind: type[Mapped]) -> str:
    """Give the keys of a class as a table; those common to all blocks, or parts, stand once."""
    common = {name for base in COMMON if base in kind.__bases__ for name in keys_of(base)}
    keys = [key for key in keys_of(kind).values() if key.name not in common]
    told = meanings_of(kind)
    rows = (f"| `{k.name}` | {told[k.name]} | {'yes' if k.required else ''} |\n" for k in keys)
    return HEAD + "".join(rows)


if __name__ == "__main__":
    main()
