"""Diagnostics, progress and reports for people at a terminal, or as JSON for scripts.

Nothing else in borderdeck formats a message.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from borderdeck.build.files import PublishedFile
    from borderdeck.build.report import Report

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where messages go, and how.

    Messages go to stderr; the report to stdout. `quiet` leaves out all but what is wrong, `as_json`
    makes the report JSON, `colour` allows colours where a terminal shows them. `moving` lets
    progress take one line that changes.
    """

    quiet: bool = False
    as_json: bool = False
    colour: bool = False
    moving: bool = False

    def say(self, line: str, *, style: Mapping[str, Any] | None = None) -> None:
        """Print a message to stderr."""
        click.echo(self.styled(line, style), err=True, color=self._colour)

    @property
    def _colour(self) -> bool | None:
        return None if self.colour else False  # click leaves them out where nobody looks

    def styled(self, text: str, style: Mapping[str, Any] | None) -> str:
        """Give the text in a style, where colours are allowed."""
        return click.style(text, **style) if self.colour and style else text

    def diagnostics(self, found: Iterable[Diagnostic]) -> None:
        """Print each with its line and caret."""
        for diagnostic in found:
            self.say("\n".join(self._diagnostic_lines(diagnostic)))

    def progress(self, done: int, total: int, path: str) -> None:
        """Tell how far a build is: one moving line on a terminal, plain lines elsewhere."""
        line = "" if done == total else f"{done + 1}/{total} {path}"
        if self.quiet:
            return
        if self.moving:
            click.echo(f"\r\x1b[K{line}", err=True, nl=False)
        elif line:
            self.say(line)

    def report(self, report: Report) -> None:
        """Print what was made, what needs attention, and one next step."""
        if self.as_json:
            click.echo(json.dumps(as_json(report), ensure_ascii=False, indent=2))
            return
        wrong = [d for d in report.diagnostics if d.severity is Severity.ERROR]
        other = [d for d in report.diagnostics if d.severity is not Severity.ERROR]
        self.diagnostics(wrong)
        self.diagnostics(d for d in other if d.code is not Code.OPEN_PLACEHOLDER)
        if not self.quiet:
            for line in self._summary(report):
                click.echo(line, color=self._colour)

    def _diagnostic_lines(self, found: Diagnostic) -> Iterator[str]:
        place = found.position
        where = f"{place.file}:{place.line}:{place.column}: " if place and place.file else ""
        kind = self.styled(
            f"{found.severity}[{found.code}]", {"fg": _COLOURS[found.severity], "bold": True}
        )
        yield f"{where}{kind}: {found.message}"
        if place and place.text.strip():
            number = f"{place.line:>5}"
            before = "".join("\t" if c == "\t" else " " for c in place.text[: place.column - 1])
            yield f"{number} | {place.text}"
            yield f"{'':>5} | {before}{'^' * place.width}"
        yield from (f"  {line}" for line in found.hint.splitlines())

    def _summary(self, report: Report) -> Iterator[str]:
        if report.output is None:
            yield from self._outcome_of_check(report)
            return
        made = ", ".join(_counts(report.files)) or "nothing"
        yield self.styled(f"Built {made} in {report.seconds:.1f} s.", {"bold": True})
        yield f"They are in {report.output}"
        yield from _kept(report.files)
        yield from self._open_placeholders(report)

    def _outcome_of_check(self, report: Report) -> Iterator[str]:
        errors = sum(d.severity is Severity.ERROR for d in report.diagnostics)
        if errors:
            yield f"{_plural(errors, 'error')}. Nothing was written."
        else:
            yield "Nothing is wrong."
            yield from self._open_placeholders(report)

    def _open_placeholders(self, report: Report) -> Iterator[str]:
        still = [d for d in report.diagnostics if d.code is Code.OPEN_PLACEHOLDER]
        if not still or any(d.severity is Severity.ERROR for d in still):
            return
        yield ""
        yield self.styled("Still open, and marked on each slide and paper:", {"bold": True})
        for found in still:
            place = found.position
            where = f" ({place.file}:{place.line}:{place.column})" if place and place.file else ""
            yield f"  {found.message}{where}"
        yield from dict.fromkeys(f"  {found.hint}" for found in still if found.hint)


def as_json(report: Report) -> dict[str, Any]:
    """Give the report as scripts read it."""
    return {
        "edition": report.edition,
        "output": report.output,
        "files": [_file_as_json(file) for file in report.files],
        "diagnostics": [_diagnostic_as_json(found) for found in report.diagnostics],
        "seconds": round(report.seconds, 2),
    }


def _file_as_json(file: PublishedFile) -> dict[str, Any]:
    described = {
        "slides": file.slides,
        "pages": file.pages,
        "sha256": file.sha256,
        "kept_beside": file.kept_beside,
        "moved_to": file.moved_to,
    }
    return {
        "path": file.path,
        "kind": file.kind,
        "session": file.session,
        "language": file.language,
        "status": str(file.status),
        **{name: value for name, value in described.items() if value is not None},
    }


def _diagnostic_as_json(found: Diagnostic) -> dict[str, Any]:
    place = found.position
    known = place is not None and bool(place.file)
    return {
        "file": place.file if place and known else None,
        "line": place.line if place and known else None,
        "column": place.column if place and known else None,
        "severity": str(found.severity),
        "code": str(found.code),
        "message": found.message,
        "hint": found.hint,
    }


def _counts(files: Iterable[PublishedFile]) -> Iterator[str]:
    kinds = Counter(file.kind for file in files)
    for kind, number in kinds.items():
        slides = sum(f.slides or 0 for f in files if f.kind == kind)
        pages = sum(f.pages or 0 for f in files if f.kind == kind)
        size = _plural(slides, "slide") if slides else _plural(pages, "page")
        yield f"{_plural(number, kind)} ({size})"


def _kept(files: Iterable[PublishedFile]) -> Iterator[str]:
    for file in files:
        if file.kept_beside is not None:
            yield f"Kept your edit of {file.path}; the new build is beside it: {file.kept_beside}"
        elif str(file.status) == "kept":
            yield f"Kept your edit of {file.path}"
        elif file.moved_to is not None:
            yield f"Replaced {file.path}; your edit is now {file.moved_to}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
