"""How long papers take: borderdeck beside typst and WeasyPrint's own command, on the same words.

Run as `python benchmarks/papers.py` from the environment that borderdeck is installed in. Each tool
makes the course's handouts, tagged as PDF/UA-1, in the same fonts, as whole processes that a user
would start, in rounds one after the other; the figures are medians. typst is put into an
environment of its own, which is kept in the user's cache. poppler's pdftotext has to be there.
Exits with 1 where an aim is missed, with 2 where a tool is missing or its papers lack words.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from handouts import STYLE_SHEET, as_html, as_typst, plans, texts
from measuring import FailedError, interleaved
from msgspec import Struct

from borderdeck.render.pdf.fonts import CONFIGURATION
from borderdeck.workspace import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from measuring import Usage

VERSION = "0.15.2"
"""The release of typst that is measured against."""

OURS, BARE, TYPST, WEASYPRINT = "borderdeck", "borderdeck, bare", "typst", "WeasyPrint"
ONE = "typst, one"

AIM_MS = 80
"""The CPU milliseconds that a further handout may take in a process that has made one."""

AIM_TYPST = 2
"""How many times the CPU time of typst's whole process it may take."""

AIM_BARE = 2
"""How many times the CPU time it may take without `libharfbuzz-subset`."""

HERE = Path(__file__).parent
COURSE = HERE.parent / "course"
SUBSETTER = "libharfbuzz-subset.so.0"

COMPILE = """\
import sys, typst
for name in sys.argv[1:]:
    typst.compile(f"{name}.typ", f"typst/{name}.pdf", font_paths=["fonts"],
                  ignore_system_fonts=True, pdf_standards=["ua-1"])
"""


class Tools(Struct, frozen=True):
    """Where the programs are: commands of borderdeck's environment, and a Python with typst."""

    borderdeck: Path
    weasyprint: Path
    typst: Path

    def commands(self, names: list[str]) -> Mapping[str, tuple[str, ...]]:
        """Give each tool's command, to be run in the folder that `lay_out` filled."""
        ours = (
            str(self.borderdeck),
            "build",
            str(COURSE),
            "--only",
            "handouts",
            "--place",
            "Geneva",
        )
        dated = (*ours, "--date", "2026-11-23..2026-11-27", "-o")
        typst = (str(self.typst), "-c", COMPILE)
        return {
            OURS: (*dated, "ours"),
            BARE: ("env", "LD_LIBRARY_PATH=nothing", *dated, "bare"),
            TYPST: (*typst, *names),
            ONE: (*typst, names[0]),
            WEASYPRINT: ("sh", "-c", "\n".join(self._weasyprint(name) for name in names)),
        }

    def _weasyprint(self, name: str) -> str:
        options = f"--pdf-variant pdf/ua-1 --stylesheet {STYLE_SHEET}"
        command = f"{shlex.quote(str(self.weasyprint))} --quiet {options}"
        return f"FONTCONFIG_FILE=fonts.conf {command} {name}.html weasyprint/{name}.pdf || exit 1"


FOLDERS = {
    OURS: "ours/*/handouts",
    BARE: "bare/*/handouts",
    TYPST: "typst",
    WEASYPRINT: "weasyprint",
}
"""Where each tool's papers are, in that folder."""


def lay_out(folder: Path) -> list[str]:
    """Write the handouts as each tool wants them, and give their names."""
    made = plans()
    names = [f"key-messages-session-{n}" for n in range(1, len(made))] + ["key-messages"]
    for name, plan, html in zip(names, made, as_html(made), strict=True):
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
        (folder / f"{name}.typ").write_text(as_typst(plan), encoding="utf-8")
    shutil.copy(bundled("templates") / STYLE_SHEET, folder)
    (folder / "nothing").mkdir()
    (folder / "nothing" / SUBSETTER).touch()
    lay_out_fonts(folder)
    return names


def lay_out_fonts(folder: Path) -> None:
    """Give every tool the bundled fonts, and no other."""
    fonts = folder / "fonts"
    fonts.mkdir()
    for font in bundled("fonts").glob("NotoSans*.ttf"):
        shutil.copy(font, fonts)
    words = CONFIGURATION.format(fonts=fonts, cache=folder / "cache")
    (folder / "fonts.conf").write_text(words, encoding="utf-8")


def remove_papers(folder: Path) -> None:
    """Remove what the tools have made, so that each of them makes it anew."""
    for name in ("ours", "bare", "typst", "weasyprint"):
        shutil.rmtree(folder / name, ignore_errors=True)
    for name in ("typst", "weasyprint"):
        (folder / name).mkdir()


def papers_of(tool: str, folder: Path) -> list[Path]:
    """Give the papers that a tool has made, by name."""
    return sorted(path for place in folder.glob(FOLDERS[tool]) for path in place.glob("*.pdf"))


def check_papers(folder: Path, names: list[str]) -> None:
    """See that every tool has made all papers, with all their words. Raises `FailedError`."""
    wanted = dict(zip(names, map(texts, plans()), strict=True))
    for tool in FOLDERS:
        papers = papers_of(tool, folder)
        if {path.stem for path in papers} != set(names):
            raise FailedError(f"{tool} made {len(papers)} papers of {len(names)}")
        for path in papers:
            said = letters(words_of(path))
            missing = [text for text in wanted[path.stem] if letters(text) not in said]
            if missing:
                raise FailedError(f"{tool}: {path.name} lacks {missing[0]!r}")


def words_of(path: Path) -> str:
    """Give the words of a PDF."""
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return done.stdout


def letters(text: str) -> str:
    """Leave out what the end of a line changes: spaces and hyphens."""
    return "".join(filter(str.isalnum, text))


def sizes(folder: Path) -> dict[str, float]:
    """Give the KiB of each tool's papers."""
    return {t: sum(p.stat().st_size for p in papers_of(t, folder)) / 1024 for t in FOLDERS}


def further() -> float:
    """Give the median CPU milliseconds of a further handout in one process."""
    command = [sys.executable, str(HERE / "further.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return median(json.loads(done.stdout))


def find_tools() -> Tools:
    """Find the programs. Raises `FailedError` where one is missing."""
    ours = Path(sys.executable).with_name("borderdeck")
    if not ours.exists():
        raise FailedError(f"there is no {ours}: run this with the Python of borderdeck's own .venv")
    if shutil.which("pdftotext") is None:
        raise FailedError("pdftotext is not here: install poppler's programs (poppler-utils)")
    return Tools(ours, ours.with_name("weasyprint"), typst())


def typst() -> Path:
    """Give a Python that has typst, installed now if that has not been done before."""
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = caches / "borderdeck-benchmarks" / f"typst-{VERSION}"
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        print(f"installing typst {VERSION} into {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"typst=={VERSION}"], check=True)
        (folder / "complete").touch()
    return python


def report(found: Mapping[str, Usage], size: Mapping[str, float]) -> Iterator[str]:
    """Give the table, and how each tool's figures compare with borderdeck's."""
    heads = ("wall s", "CPU s", "peak MiB", "KiB")
    yield f"{'':<18}" + "".join(f"{h:>10}" for h in heads) + "   ours / its: wall, CPU, peak, KiB"
    ours = figures(found[OURS], size[OURS])
    for tool in FOLDERS:
        its = figures(found[tool], size[tool])
        shown = f"{tool:<18}{its[0]:10.2f}{its[1]:10.2f}{its[2]:10.0f}{its[3]:10.0f}"
        compared = "".join(f"{own / other:8.2f}" for own, other in zip(ours, its, strict=True))
        yield shown if tool == OURS else shown + compared


def figures(usage: Usage, size: float) -> tuple[float, float, float, float]:
    """Give what is compared of a tool."""
    return usage.wall, usage.cpu, usage.peak, size


def aims(found: Mapping[str, Usage], warm: float) -> Iterator[tuple[str, bool]]:
    """Say each aim, with what was found, and whether it is met."""
    yield f"a further handout in {AIM_MS} ms of CPU: {warm:.0f}", warm <= AIM_MS
    its = found[ONE].cpu * 1000
    told = f"within {AIM_TYPST} times of typst's process for one ({its:.0f} ms): {warm / its:.2f}"
    yield told, warm <= AIM_TYPST * its
    bare = found[BARE].cpu / found[OURS].cpu
    yield f"less than {AIM_BARE} times without {SUBSETTER}: {bare:.2f}", bare < AIM_BARE


def main() -> int:
    """Measure, print the table and the aims, and say whether all are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each tool runs (5)")
    rounds = parser.parse_args().rounds
    try:
        tools = find_tools()
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            names = lay_out(folder)
            found = interleaved(
                tools.commands(names), folder, rounds, lambda: remove_papers(folder)
            )
            check_papers(folder, names)
            size = sizes(folder)
        warm = median(further() for _ in range(rounds))
    except FailedError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{len(names)} handouts\n\n" + "\n".join(report(found, size)), end="\n\n")
    judged = list(aims(found, warm))
    for aim, met in judged:
        print(f"{'met' if met else 'MISSED':<8}{aim}")
    return 0 if all(met for _, met in judged) else 1


if __name__ == "__main__":
    sys.exit(main())
