"""Diagnostics, progress and reports for people at a terminal, or as JSON for scripts.

Nothing else in borderdeck formats a message.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from borderdeck.build.files import PublishedFile
    from borderdeck.build.reasons import Reason
    from borderdeck.build.report import Report

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}

_STAYED = {"in-use": "kept"}
"""What scripts are told of a file that a program has open: it stayed; a diagnostic says why."""

MOST_NAMES = 3
"""How many of the files are named that have changed."""

_BECAUSE = {
    "new": "nothing is known of an earlier one",
    "plan": "it says something else",
    "file": "what it is drawn with has changed",
    "tool": "borderdeck itself has changed",
    "library": "a library has changed",
    "output-missing": "it was gone",
    "output-changed": "it is not as it was built",
    "not-inspected": "it has not been looked over for the printer",
    "libreoffice": "LibreOffice is there now, and draws its slides",
}
"""Why a file is made anew, by the `Cause`."""


class Terminal(Struct, frozen=True):
    """Where messages go, and how.

    Messages go to stderr; the report to stdout. `quiet` leaves out all but what is wrong, `as_json`
    makes the report JSON, `colour` allows colours where a terminal shows them. `moving` lets
    progress take one line that changes. `explain` says why each file was made. With `again`, more
    reports follow: as JSON, each is one line.
    """

    quiet: bool = False
    as_json: bool = False
    colour: bool = False
    moving: bool = False
    explain: bool = False
    again: bool = False

    def say(self, line: str, *, style: Mapping[str, Any] | None = None) -> None:
        """Print a message to stderr."""
        click.echo(self.styled(line, style), err=True, color=self._colour)

    @property
    def _colour(self) -> bool | None:
        return None if self.colour else False  # click leaves them out where nobody looks

    def styled(self, text: str, style: Mapping[str, Any] | None) -> str:
        """Give the text in a style, where colours are allowed."""
        return click.style(text, **style) if self.colour and style else text

    def progress(self, done: int, total: int, path: str) -> None:
        """Tell how far a build is: one moving line on a terminal, plain lines elsewhere."""
        line = "" if done == total else f"{done + 1}/{total} {path}"
        if self.quiet:
            return
        if self.moving:
            click.echo(f"\r\x1b[K{line}", err=True, nl=False)
        elif line:
            self.say(line)

    def waiting(self, held: Path | None) -> None:
        """Tell that another build of the edition is not done yet, and what keeps it if it died."""
        if self.quiet:
            return
        self.say("Another build of this edition is running; this one goes on when it is done.")
        if held is not None:
            self.say(f"If you are sure that none is, on no machine, delete {held.as_posix()}")

    def watching(self) -> None:
        """Tell that files are being watched now."""
        if not self.quiet:
            self.say("Waiting for the next change. Ctrl-C ends this.")

    def changed(self, names: Sequence[str], closed: Sequence[str] = ()) -> None:
        """Tell what has changed, of which there may be much, and what is no longer open."""
        if self.quiet:
            return
        for verb, some in (("Changed", names), ("Closed", closed)):
            more = f" and {_plural(len(some) - MOST_NAMES, 'other')}" if some[MOST_NAMES:] else ""
            if some:
                self.say(f"\n{verb}: {', '.join(some[:MOST_NAMES])}{more}")

    def report(self, report: Report) -> None:
        """Print what was made, what needs attention, and one next step."""
        out, err = self.told(report)
        click.echo(err, err=True, color=self._colour, nl=False)
        click.echo(out, color=self._colour, nl=False)

    def told(self, report: Report) -> tuple[str, str]:
        """Give what is to be said of a report on stdout, and on stderr."""
        if self.as_json:
            indent = None if self.again else 2
            return f"{json.dumps(as_json(report), ensure_ascii=False, indent=indent)}\n", ""
        summary = () if self.quiet else self._summary(report)
        messages = self._messages(report.diagnostics)
        return "".join(f"{line}\n" for line in summary), "".join(f"{line}\n" for line in messages)

    def _messages(self, found: Sequence[Diagnostic]) -> Iterator[str]:
        """Give what is wrong, and then what somebody should know, each with its line and caret."""
        wrong = [d for d in found if d.severity is Severity.ERROR]
        other = [d for d in found if d.severity is not Severity.ERROR]
        for diagnostic in (*wrong, *(d for d in other if d.code is not Code.OPEN_PLACEHOLDER)):
            yield from self._diagnostic_lines(diagnostic)

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
        yield self.styled(_headline(report), {"bold": True})
        if report.files:
            yield f"{'They go to' if report.dry_run else 'They are in'} {report.output}"
        else:
            yield "This edition has no file of what was asked for with --only and --session."
        yield from _kept(report.files)
        if self.explain:
            yield from _explained(report)
        yield from self._open_placeholders(report)

    def _outcome_of_check(self, report: Report) -> Iterator[str]:
        errors = sum(d.severity is Severity.ERROR for d in report.diagnostics)
        told = [d for d in report.diagnostics if d.code is not Code.OPEN_PLACEHOLDER]
        if errors:
            yield f"{_plural(errors, 'error')}. Nothing was written."
        else:
            yield f"No error; {_plural(len(told), 'warning')}." if told else "Nothing is wrong."
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
        "dry_run": report.dry_run,
        "files": [_file_as_json(file, report.reasons.get(file.path, ())) for file in report.files],
        "diagnostics": [_diagnostic_as_json(found) for found in report.diagnostics],
        "seconds": round(report.seconds, 2),
    }


def _file_as_json(file: PublishedFile, reasons: Iterable[Reason]) -> dict[str, Any]:
    described = {
        "slides": file.slides,
        "pages": file.pages,
        "sha256": file.sha256,
        "kept_beside": file.kept_beside,
        "moved_to": file.moved_to,
        "reasons": [{"cause": str(r.cause), "names": list(r.names)} for r in reasons] or None,
    }
    return {
        "path": file.path,
        "kind": file.kind,
        "session": file.session,
        "language": file.language,
        "status": _STAYED.get(file.status, str(file.status)),
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


def _headline(report: Report) -> str:
    """Say what was made, or would be, and how much need not be."""
    made = [file for file in report.files if file.status == "built"]
    counted = ", ".join(_counts(made or report.files)) or "nothing"
    if report.dry_run:
        return f"Would build {counted}." if made else "Nothing would be built."
    if report.files and not made:
        return f"Nothing has changed. Up to date: {counted}."
    others = len(report.files) - len(made)
    rest = f"; {_plural(others, 'other file')} as before" if others else ""
    return f"Built {counted} in {report.seconds:.1f} s{rest}."


def _explained(report: Report) -> Iterator[str]:
    """Say of each file that was made why that was, and of the others that it was not."""
    for path, reasons in report.reasons.items():
        yield f"  {path}: {'; '.join(map(_because, reasons))}"
    others = len(report.files) - len(report.reasons)
    if others:
        yield f"  {_plural(others, 'file')}: nothing has changed that they are made from"


def _because(reason: Reason) -> str:
    names = ", ".join(reason.names)
    return f"{_BECAUSE[reason.cause]}: {names}" if names else _BECAUSE[reason.cause]


def _counts(files: Sequence[PublishedFile]) -> Iterator[str]:
    kinds = Counter(file.kind for file in files)
    for kind, number in kinds.items():
        slides = sum(f.slides or 0 for f in files if f.kind == kind)
        pages = sum(f.pages or 0 for f in files if f.kind == kind)
        size = _plural(slides, "slide") if slides else _plural(pages, "page")
        yield f"{_plural(number, kind)} ({size})" if slides or pages else _plural(number, kind)


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
