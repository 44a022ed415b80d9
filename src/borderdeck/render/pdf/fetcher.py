"""What a paper may load: data in the paper itself, and files of the course and of borderdeck.

Import this module after `borderdeck.render.pdf.libraries.load_weasyprint`.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher, URLFetcherResponse

from borderdeck.workspace import OutsideError, real

if TYPE_CHECKING:
    from collections.abc import Mapping

    from borderdeck.workspace import Workspace

RESOURCE_LIMIT = 50_000_000
"""The bytes that an image may hold."""


class LockedFetcher(URLFetcher):  # type: ignore[misc]  # - WeasyPrint ships no types
    """Gives `data:` and files below a few folders, links followed first; refuses all the rest.

    WeasyPrint's own takes any file and any address into a paper.
    """

    def __init__(self, workspace: Workspace, folders: tuple[Path, ...]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._workspace = workspace
        self._folders = folders

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Give what `url` names.

        Raises `OutsideError` for what a paper may not load, `OSError` for what is not there, and
        `TooLargeError`; WeasyPrint reports them in its log.
        """
        if url.lower().startswith("data:"):
            return super().fetch(url, headers)
        path = file_of(url)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, self._read(path), {"Content-Type": kind})

    def _read(self, path: Path) -> bytes:
        resolved = real(path)
        for folder in self._folders:
            if resolved.is_relative_to(real(folder)):
                return self._workspace.read_inside(folder, str(path), RESOURCE_LIMIT)
        raise OutsideError(f"{path} is outside the course")


def file_of(url: str) -> Path:
    """Give the file that a `file:` URL names; raises `OutsideError` for any other URL."""
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc not in {"", "localhost"}:
        raise OutsideError(f"{url} is not a file of the course")
    return Path(url2pathname(parts.path))
