"""How long decks take: borderdeck beside pandoc and markdown-pptx, on the same outline.

Run as `python benchmarks/decks.py`, with `--quick` for small decks alone, from the environment that
borderdeck is installed in. Each tool runs as a whole process, as a user would start it, in rounds
one after the other; the figures are medians. pandoc has to be there (apt-get install pandoc);
markdown-pptx is put into an environment of its own, which is kept in the user's cache. Exits with 1
where an aim is missed, with 2 where a tool is missing or its deck does not hold the outline.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from measuring import FailedError, interleaved
from msgspec import Struct
from outlines import as_course, as_markdown_pptx, as_pandoc, outline, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from measuring import Usage
    from outlines import Outline

SIZES = (30, 100, 500, 1000)
QUICK = (30, 100)

OURS, PANDOC, MARKDOWN_PPTX = "borderdeck", "pandoc", "markdown-pptx"

VERSION = "3.0.0"
"""The release of markdown-pptx that is measured against."""

FASTER_FROM = 100
"""From how many slides on borderdeck is to be faster than pandoc."""

HALF_AT = 500
"""At how many slides it is to take at most half of pandoc's time."""

GROWTH = 2.2
"""What twice as many slides may cost at most, 1,000 beside 500."""

COURSE = Path(__file__).parents[1] / "course"
SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
PARAGRAPH = re.compile(r"<a:p>.*?</a:p>|<a:p .*?</a:p>", re.DOTALL)
WORDS = re.compile(r"<a:t>([^<]*)</a:t>")

Results = dict[int, dict[str, "Usage"]]
"""What each tool took, by name, for each number of slides."""


class Tools(Struct, frozen=True):
    """Where the programs are."""

    borderdeck: str
    pandoc: str
    markdown_pptx: str

    def commands(self) -> Mapping[str, tuple[str, ...]]:
        """Give each tool's command, to be run in the folder that `lay_out` filled."""
        build = ("build", "course", "-o", "output", "--only", "decks")
        return {
            OURS: (self.borderdeck, *build),
            PANDOC: (self.pandoc, "pandoc.md", "-o", "pandoc.pptx"),
            MARKDOWN_PPTX: (self.markdown_pptx, "deck.md", "deck.pptx"),
        }


DECKS = {
    OURS: "output/en/decks/*.pptx",
    PANDOC: "pandoc.pptx",
    MARKDOWN_PPTX: "deck.pptx",
}
"""Where each tool's deck is, in that folder."""


def lay_out(made: Outline, folder: Path) -> None:
    """Write an outline as each tool wants it."""
    files = {f"course/{name}": text for name, text in as_course(made).items()}
    files |= {"pandoc.md": as_pandoc(made), "deck.md": as_markdown_pptx(made)}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def remove_decks(folder: Path) -> None:
    """Remove what the tools have made, so that each of them makes it anew."""
    shutil.rmtree(folder / "output", ignore_errors=True)
    for tool in (PANDOC, MARKDOWN_PPTX):
        (folder / DECKS[tool]).unlink(missing_ok=True)


def check_decks(made: Outline, slides: int, folder: Path) -> None:
    """See that every tool has made all the slides, with all their words. Raises `FailedError`."""
    for tool, pattern in DECKS.items():
        (deck,) = folder.glob(pattern)
        texts = slide_texts(deck)
        if len(texts) != slides:
            raise FailedError(f"{tool} made {len(texts)} slides of {slides}")
        said = {words for text in texts for words in paragraphs(text)}
        missing = [words for words in made.paragraphs if words not in said]
        if missing:
            raise FailedError(f"{tool} left out {len(missing)} texts; the first: {missing[0]!r}")


def slide_texts(deck: Path) -> list[str]:
    """Give the XML of a deck's slides."""
    with ZipFile(deck) as archive:
        names = [name for name in archive.namelist() if SLIDE.fullmatch(name)]
        return [archive.read(name).decode() for name in names]


def paragraphs(slide: str) -> Iterator[str]:
    """Give the words of a slide, paragraph by paragraph; no-break spaces read as any other."""
    for paragraph in PARAGRAPH.findall(slide):
        yield unescape("".join(WORDS.findall(paragraph))).replace("\N{NO-BREAK SPACE}", " ")


def measure(tools: Tools, slides: int, rounds: int) -> dict[str, Usage]:
    """Measure one size, and check what was made."""
    made = outline(slides, words_of(COURSE))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(made, folder)
        found = interleaved(tools.commands(), folder, rounds, lambda: remove_decks(folder))
        check_decks(made, slides, folder)
    return found


def find_tools() -> Tools:
    """Find the programs. Raises `FailedError` where one is missing."""
    ours = Path(sys.executable).with_name("borderdeck")
    if not ours.exists():
        raise FailedError(f"there is no {ours}: run this with the Python of borderdeck's own .venv")
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        raise FailedError("pandoc is not here: install it, on Debian with apt-get install pandoc")
    return Tools(str(ours), pandoc, str(markdown_pptx()))


def markdown_pptx() -> Path:
    """Give markdown-pptx's command, installed now if that has not been done before."""
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = caches / "borderdeck-benchmarks" / f"markdown-pptx-{VERSION}"
    command = folder / "bin" / "markdown-pptx"
    if not command.exists():
        print(f"installing markdown-pptx {VERSION} into {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        install = (folder / "bin" / "python", "-m", "pip", "install", "--quiet")
        subprocess.run([*install, f"markdown-pptx=={VERSION}"], check=True)
    return command


def report(results: Results) -> Iterator[str]:
    """Give the table, and how each tool's time compares with borderdeck's."""
    heads = ("tool", "wall s", "CPU s", "peak MiB", "ours / its")
    yield f"{'slides':>6}  {heads[0]:<14}" + "".join(f"{head:>12}" for head in heads[1:])
    for slides, found in results.items():
        for tool, usage in found.items():
            figures = f"{usage.wall:12.2f}{usage.cpu:12.2f}{usage.peak:12.0f}"
            compared = "" if tool == OURS else f"{found[OURS].wall / usage.wall:12.2f}"
            yield f"{slides:6}  {tool:<14}{figures}{compared}"


def aims(results: Results) -> Iterator[tuple[str, bool]]:
    """Say each aim, with what was found, and whether it is met."""
    for slides, found in results.items():
        ratio = found[OURS].wall / found[PANDOC].wall
        if slides >= FASTER_FROM:
            yield f"faster than pandoc at {slides} slides: {ratio:.2f} of its time", ratio < 1
        if slides == HALF_AT:
            yield f"half of pandoc's time at {slides} slides: {ratio:.2f}", ratio <= 1 / 2
    if {500, 1000} <= results.keys():
        growth = results[1000][OURS].wall / results[500][OURS].wall
        yield f"1000 slides cost at most {GROWTH} times 500: {growth:.2f}", growth <= GROWTH


def main() -> int:
    """Measure, print the table and the aims, and say whether all are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="30 and 100 slides alone")
    parser.add_argument("--rounds", type=int, default=5, help="how often each tool runs (5)")
    asked = parser.parse_args()
    results: Results = {}
    try:
        tools = find_tools()
        for slides in QUICK if asked.quick else SIZES:
            results[slides] = measure(tools, slides, asked.rounds)
    except FailedError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(report(results)), end="\n\n")
    judged = list(aims(results))
    for aim, met in judged:
        print(f"{'met' if met else 'MISSED':<8}{aim}")
    return 0 if all(met for _, met in judged) else 1


if __name__ == "__main__":
    sys.exit(main())
