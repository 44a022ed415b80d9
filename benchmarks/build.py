"""How long a build takes: the whole course, a build with nothing to do, and one changed message.

Run as `python benchmarks/build.py` from the environment that borderdeck is installed in, on two
cores. borderdeck makes the course's seven decks and eight papers, and a ninth to type into, beside
what a user would script: pandoc for the decks and typst for the papers, and markdown-pptx and
WeasyPrint's own command, two commands at a time. Each is a whole process, in rounds one after the
other; the figures are medians. pandoc has to be there; typst and markdown-pptx are put into
environments of their own, which are kept in the user's cache. Exits with 1 where an aim is missed,
with 2 where a tool is missing or does not make its files.
"""

from __future__ import annotations

import argparse
import shlex
import shutil
import sys
import tempfile
import time
from math import nan
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import decks
import papers
from handouts import STYLE_SHEET
from measuring import FailedError, Usage, interleaved, medians
from msgspec import Struct
from watching import watching
from whole_course import KINDS, WORKSHEET, decks_and_papers, for_markdown_pptx

from borderdeck.workspace import bundled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

COLD, AGAIN, CHANGED = "borderdeck", "borderdeck, nothing changed", "borderdeck, a message changed"
WATCHED = "borderdeck, saved to published"
HELP = "borderdeck --help"
QUICK, SLOW = "pandoc and typst", "markdown-pptx and WeasyPrint"
THE_FOUR = "pandoc and typst, those four"
FOUR_BESIDE = "those four, in turn with watching"
CLICK, CLICK_AND_YAML = "import click", "import click, yaml"

AT_ONCE = 2
"""How many commands are run at once."""

DAYS = "2026-11-23..2026-11-27"
TOUCHED = ("deck-7", "deck-3", "handouts", "handout-3")
"""What a key message of session 3 stands in, the longest work first."""

MESSAGE = "sessions/3-interception-rescue-assistance.yaml"
WORDS = ('text: "', 'text: "Today: ')
"""How a key message begins in that file, and how it begins once it is changed."""

TYPESET = """\
import sys, typst
name = sys.argv[1]
typst.compile(f"{name}.typ", f"quick/{name}.pdf", font_paths=["fonts"],
              ignore_system_fonts=True, pdf_standards=["ua-1"])
"""

SETTLED = 2.5
"""Seconds after which a file's stamp tells of each change."""

PEAK_MIB = 120
"""The most memory that a process may take, in MiB."""


class Commands(Struct, frozen=True):
    """Every tool's command, to be run in the folder that `lay_out` filled."""

    folder: Path
    python: str
    pandoc: str
    typst: str
    markdown_pptx: str
    weasyprint: str

    def cold(self) -> dict[str, tuple[str, ...]]:
        """Give those that make everything."""
        names = sorted(path.stem for path in self.folder.glob("*.typ"))
        marked = sorted(path.stem for path in self.folder.glob("deck-?.md"))
        every = [*marked[::-1], "handouts", WORKSHEET, *(n for n in names if "handout-" in n)]
        return {
            COLD: self._build("cold"),
            QUICK: self._scripted("quick", map(self._quick, every)),
            SLOW: self._scripted("slow", map(self._slow, every)),
        }

    def warm(self) -> dict[str, tuple[str, ...]]:
        """Give those that make little or nothing, once everything is there."""
        return {
            AGAIN: self._build("again"),
            CHANGED: self._build("changed"),
            THE_FOUR: self._scripted("four", map(self._quick, TOUCHED)),
            HELP: (self._ours, "--help"),
            CLICK: (self.python, "-c", "import click"),
            CLICK_AND_YAML: (self.python, "-c", "import click, yaml"),
        }

    def _scripted(self, name: str, commands: Iterable[str]) -> tuple[str, ...]:
        """Have commands run, two at a time, as one would script it; one that fails ends it all."""
        script = self.folder / f"{name}.txt"
        script.write_text("".join(f"{c} || exit 255\n" for c in commands), encoding="utf-8")
        return ("sh", "-c", f"xargs -P {AT_ONCE} -d '\\n' -I {{}} sh -c {{}} < {script.name}")

    @property
    def _ours(self) -> str:
        return str(Path(self.python).with_name("borderdeck"))

    def watched(self) -> tuple[str, ...]:
        """Give the command that watches the course whose message changes, when told to."""
        return self._build("watched")

    def _build(self, output: str) -> tuple[str, ...]:
        course = "course-changed" if output in {"changed", "watched"} else "course"
        only = [word for kind in KINDS for word in ("--only", kind)]
        place = ("--place", "Geneva", "--date", DAYS)
        return (self._ours, "build", course, "-o", output, *place, *only)

    def _quick(self, name: str) -> str:
        if name.startswith("deck-"):
            return f"{shlex.quote(self.pandoc)} {name}.md -o quick/{name}.pptx"
        return f"{shlex.quote(self.typst)} typeset.py {name}"

    def _slow(self, name: str) -> str:
        if name.startswith("deck-"):
            return f"{shlex.quote(self.markdown_pptx)} flat-{name}.md slow/{name}.pptx"
        options = f"--quiet --pdf-variant pdf/ua-1 --stylesheet {STYLE_SHEET}"
        command = f"{shlex.quote(self.weasyprint)} {options} {name}.html slow/{name}.pdf"
        return f"FONTCONFIG_FILE=fonts.conf {command}"


def lay_out(folder: Path) -> None:
    """Write the course as each tool wants it."""
    for name in ("course", "course-changed"):
        shutil.copytree(bundled("course"), folder / name)
    marked, typst, html = decks_and_papers(folder / "course")
    for name, text in marked.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
        (folder / f"flat-{name}.md").write_text(for_markdown_pptx(text), encoding="utf-8")
    for ending, texts in (("typ", typst), ("html", html)):
        for name, text in texts.items():
            (folder / f"{name}.{ending}").write_text(text, encoding="utf-8")
    for style_sheet in bundled("templates").glob("*.css"):
        shutil.copy(style_sheet, folder)
    (folder / "typeset.py").write_text(TYPESET, encoding="utf-8")
    papers.lay_out_fonts(folder)


def remove_all(folder: Path) -> None:
    """Remove what the tools have made, so that each of them makes it anew."""
    for name in ("cold", "quick", "slow"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).mkdir()


def change_the_message(folder: Path) -> None:
    """Change a key message, or change it back."""
    path = folder / "course-changed" / MESSAGE
    text = path.read_text(encoding="utf-8")
    before, after = WORDS if WORDS[1] not in text else WORDS[::-1]
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def check_files(folder: Path, documents: int) -> None:
    """See that every tool has made every file. Raises `FailedError`."""
    for tool, place in ((COLD, "cold/*"), (QUICK, "quick"), (SLOW, "slow")):
        paths = [p for found in folder.glob(place) for p in found.rglob("*.p*") if p.stat().st_size]
        files = [path for path in paths if path.suffix in {".pdf", ".pptx"}]
        if len(files) < documents:
            raise FailedError(f"{tool} made {len(files)} files of {documents}")


def find_tools(folder: Path) -> Commands:
    """Find the programs. Raises `FailedError` where one is missing."""
    found = decks.find_tools()
    python = sys.executable
    weasyprint = str(Path(python).with_name("weasyprint"))
    return Commands(
        folder, python, found.pandoc, str(papers.typst()), found.markdown_pptx, weasyprint
    )


def measure(rounds: int) -> dict[str, Usage]:
    """Measure all tools, and check what was made."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder)
        commands = find_tools(folder)
        cold = commands.cold()
        found = interleaved(cold, folder, rounds, lambda: remove_all(folder))
        check_files(folder, len((folder / "quick.txt").read_text(encoding="utf-8").splitlines()))
        warm = commands.warm()
        for tool in (AGAIN, CHANGED, AGAIN):
            interleaved({tool: warm[tool]}, folder, 1, lambda: time.sleep(SETTLED))
        found |= interleaved(warm, folder, rounds, lambda: change_the_message(folder))
        return found | saved_to_published(commands, folder, rounds)


def saved_to_published(commands: Commands, folder: Path, rounds: int) -> dict[str, Usage]:
    """Measure a build that watches, in turn with the others' way to those four files."""
    four = {THE_FOUR: commands.warm()[THE_FOUR]}
    ours, theirs = [], []
    with watching(commands.watched(), folder) as time_of:
        for _ in range(rounds):
            ours.append(time_of(lambda: change_the_message(folder)))
            theirs.append(interleaved(four, folder, 1, lambda: None)[THE_FOUR])
    return {WATCHED: Usage(median(ours), nan, nan), FOUR_BESIDE: medians(theirs)}


def report(found: Mapping[str, Usage]) -> Iterator[str]:
    """Give the table."""
    yield f"{'':<34}" + "".join(f"{head:>10}" for head in ("wall s", "CPU s", "peak MiB"))
    for tool, usage in found.items():
        yield f"{tool:<34}{usage.wall:10.3f}{usage.cpu:10.3f}{usage.peak:10.0f}"


def aims(found: Mapping[str, Usage]) -> Iterator[tuple[str, float, float]]:
    """Say each aim, with the ratio or the figure that was found, and the one to reach."""
    wall = {tool: usage.wall for tool, usage in found.items()}
    cpu = found[COLD].cpu / found[QUICK].cpu
    again = wall[AGAIN] / wall[CLICK_AND_YAML]
    yield f"(a) whole course: wall time of {QUICK}", wall[COLD] / wall[QUICK], 1.0
    yield f"(a) whole course: CPU time of {QUICK}", cpu, 1.2
    yield f"(a) whole course: wall time of {SLOW}", wall[COLD] / wall[SLOW], 0.2
    yield f"(b) nothing changed: wall time of {QUICK}", wall[AGAIN] / wall[QUICK], 0.15
    yield f"(b) nothing changed: wall time of {CLICK_AND_YAML}", again, 2.5
    yield "(c) a message changed: wall time of those four", wall[CHANGED] / wall[THE_FOUR], 1.5
    watched = wall[WATCHED] / wall[FOUR_BESIDE]
    yield "(c) with --watch, from saved to published: wall time of those four", watched, 0.75
    yield "(d) peak memory of a process, MiB", max(found[t].peak for t in (COLD, CHANGED)), PEAK_MIB
    yield f"(e) --help: wall time of {CLICK}", wall[HELP] / wall[CLICK], 2.0


def main() -> int:
    """Measure, print the table and the aims, and say whether all are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7, help="how often each tool runs (7)")
    try:
        found = measure(parser.parse_args().rounds)
    except FailedError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(report(found)), end="\n\n")
    judged = list(aims(found))
    for aim, value, most in judged:
        print(f"{'met' if value <= most else 'MISSED':<8}{aim}: {value:.2f}, at most {most:g}")
    return 0 if all(value <= most for _, value, most in judged) else 1


if __name__ == "__main__":
    sys.exit(main())
