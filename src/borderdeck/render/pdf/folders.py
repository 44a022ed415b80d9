"""The folders of templates and style sheets, and Jinja2's way to what is in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, TemplateNotFound
from msgspec import Struct

from borderdeck.diagnostics import Position
from borderdeck.workspace import OutsideError, TooLargeError, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

TEMPLATE_LIMIT = 1_000_000
"""The bytes that a template may hold."""


STYLE_SHEET = "paper.css"
"""The style sheet of every paper; `NAME.css` is for those that take the template `NAME.html.j2`."""


class TemplateFolders(Struct, frozen=True):
    """Where templates and style sheets are looked for, the first that has one wins."""

    workspace: Workspace
    folders: tuple[Path, ...]

    def find(self, name: str) -> Path | None:
        """Give the file that `name` stands for, or None where no folder has it."""
        return next((f / name for f in self.folders if self.workspace.has(f / name)), None)

    def has_own(self, path: Path) -> bool:
        """Whether a file is the course's own, and none that ships."""
        return not path.is_relative_to(self.folders[-1])

    def read(self, name: str) -> tuple[Path, str]:
        """Give a template's file and its text.

        Raises `TemplateNotFound` where there is none, and with the reason where it cannot be read.
        """
        path = self.find(name)
        if path is None:
            raise TemplateNotFound(name, f"there is no template {name!r}")
        try:
            return path, self._read_text(path, name)
        except (OSError, OutsideError, TooLargeError, UnicodeDecodeError) as error:
            raise TemplateNotFound(name, f"{name!r} cannot be read: {reason_of(error)}") from error

    def line(self, path: Path, text: str, number: int) -> Position:
        """Give a line of a file that holds this text, with all of its words."""
        lines = text.splitlines()
        words = lines[number - 1] if number <= len(lines) else ""
        indent = len(words) - len(words.lstrip())
        width = max(1, len(words.strip()))
        return Position(self.workspace.shown(path), number, indent + 1, width, words)

    def _read_text(self, path: Path, name: str) -> str:
        folder = Path(str(path)[: -len(name)])
        return self.workspace.read_inside(folder, name, TEMPLATE_LIMIT).decode("utf-8-sig")


class FolderLoader(BaseLoader):
    """Jinja2's way to templates, through the workspace.

    Whether a compiled template is still good is found by reading its file again: so each paper's
    reads are recorded, though it was compiled for an earlier one. `texts` are those last compiled,
    and `files` say where each of them stands.
    """

    def __init__(self, folders: TemplateFolders) -> None:
        self._folders = folders
        self.texts: dict[str, str] = {}
        self.files: dict[str, Path] = {}

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja2's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """Give a template's text, its file, and a function that says whether it still holds."""
        found = self._folders.read(template)
        path, text = found
        self.texts[template], self.files[template] = text, path
        return text, str(path), lambda: self._unchanged(template, found)

    def _unchanged(self, name: str, before: tuple[Path, str]) -> bool:
        try:
            return self._folders.read(name) == before
        except TemplateNotFound:
            return False


def beside(template: str) -> str:
    """Name the style sheet beside a template."""
    return f"{template.partition('.')[0]}.css"


def reason_of(error: Exception) -> str:
    """Give an exception's words, or else its name."""
    return str(error) or type(error).__name__
