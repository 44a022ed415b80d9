"""How well `borderdeck.documents.fit` agrees with LibreOffice about lines and heights.

Run as `PYTHONPATH=src python benchmarks/fit.py`. Text boxes and tables with sample texts, and with
their words shuffled, are made by python-pptx alone, printed by LibreOffice and read back. Needs
`soffice`, `fc-list`, and fonts: Debian's fonts-liberation2, fonts-wqy-microhei, and for Calibri
fonts-crosextra-carlito; Arabic is printed with the bundled stand-in for Arial's. Exits with 1 where
less than 99% of a language's line counts agree, or where a text that was said to fit did not; with
2 where a font is missing.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from functools import partial
from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING

from boxes import ROW_MARK, Chance, Fonts, Hand, Writing
from msgspec import Struct
from msgspec.structs import asdict, replace
from printing import MissingFontsError, Press, bare
from samples import texts

from borderdeck.documents.fit import LINE_HEIGHT, flow_of, height, line_width
from borderdeck.documents.flow import flow
from borderdeck.documents.fonts import FontBook
from borderdeck.documents.scripts import has_east_asian
from borderdeck.documents.tables import SIDE_INSET, TOP_INSET, header_height, row_heights
from borderdeck.workspace import bundled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from boxes import Case, TableCase
    from printing import Row

    from borderdeck.documents.slides import Runs

WRITINGS = tuple(
    Writing(name, tag, texts(name), rtl=tag == "ar-SA")
    for name, tag in (
        ("English", "en-GB"),
        ("French", "fr-FR"),
        ("Spanish", "es-ES"),
        ("Russian", "ru-RU"),
        ("Arabic", "ar-SA"),
        ("Chinese", "zh-CN"),
    )
)

STAND_INS = {"Arial": "Liberation Sans", "Calibri": "Carlito"}
"""Which family LibreOffice sets in place of one that a deck names."""

ARABIC = "Borderdeck Naskh Metric"
EAST_ASIAN = "WenQuanYi Micro Hei"

PACKAGES = {
    "Liberation Sans": "fonts-liberation2",
    "Carlito": "fonts-crosextra-carlito",
    "WenQuanYi Micro Hei": "fonts-wqy-microhei",
}
"""Debian's package for each family."""

BOXES, TABLES = "boxes", "tables"

TABLE_LINE = {False: 1.117, True: 1.172}
"""How high LibreOffice sets a table's lines, in em: as the font says, Liberation Sans, or WenQuanYi
Micro Hei where there is East Asian text. In other boxes no font's own height counts."""

WANTED = 0.99
"""The share of paragraphs whose line counts have to agree."""

TOLERANCE = 0.5
"""What heights may differ by, in points: LibreOffice rounds to hundredths of a millimetre."""


class Outcome(Struct, frozen=True):
    """What was found in one box: lines by paragraph, and the height in points, said and seen.

    `promised_height` is that on lines a little narrower, in PowerPoint's line height where that is
    greater: what planning counts on.
    """

    said: list[int]
    seen: list[int]
    said_height: float
    seen_height: float
    promised_height: float


class Figures(Struct, frozen=True):
    """What agrees in a language's boxes, how far off heights are, and what overflows."""

    boxes: int
    paragraphs: int
    same_lines: int
    too_few: int
    furthest_height: float
    overflowing: int


def by_paragraph(case: Case, lines: Iterable[Row]) -> list[int]:
    """Count the printed lines of each paragraph: as many as its characters are found on."""
    counts = []
    rest = iter(lines)
    for paragraph in case.paragraphs:
        number = f"{paragraph.number}." if paragraph.number else ""
        left, count = bare(number + "".join(run.text for run in paragraph.runs)), 0
        while left:
            line = next(rest).characters
            if not line <= left:
                raise ValueError(f"{line} is not all of {left}")
            left, count = left - line, count + 1
        counts.append(count)
    return counts


def compare(case: Case, lines: Sequence[Row], fonts: FontBook) -> Outcome:
    """Set a box's text on lines of the full width, and see what LibreOffice made of it."""
    style = case.box.style(0)
    said = [
        sum(1 for _ in flow_of(p, case.box, fonts).lines(line_width(p, case.box)))
        for p in case.paragraphs
    ]
    line = LINE_HEIGHT * style.size * style.line_spacing
    gaps = (style.space_before + style.space_after) * (len(said) - 1)
    return Outcome(
        said=said,
        seen=by_paragraph(case, lines),
        said_height=sum(said) * line + gaps,
        seen_height=lines[-1].baseline - lines[0].baseline + line,
        promised_height=height(case.paragraphs, case.box, fonts),
    )


def compare_table(case: TableCase, lines: Sequence[Row], fonts: FontBook) -> Outcome:
    """Compare a table's rows but the last: each ends where the next one's number stands."""
    style, table = case.box.style(0), case.table
    cells = (table.header, *table.rows)
    seen = [lower - upper for upper, lower in pairwise(_tops(lines))]
    said = [_row_lines(row, case, fonts, bold=row is table.header) for row in cells[:-1]]
    line = TABLE_LINE[any(map(has_east_asian, _texts(cells)))] * style.size * style.line_spacing
    promised = [header_height(table, case.box, fonts), *row_heights(table, case.box, fonts)]
    return Outcome(
        said=said,
        seen=[round((row - 2 * TOP_INSET) / line) for row in seen],
        said_height=sum(count * line + 2 * TOP_INSET for count in said),
        seen_height=sum(seen),
        promised_height=sum(promised[:-1]),
    )


def _tops(lines: Iterable[Row]) -> list[float]:
    """Find where the first line of each row stands."""
    return [piece.at for line in lines for piece in line.pieces if ROW_MARK in piece.characters]


def _row_lines(row: tuple[Runs, ...], case: TableCase, fonts: FontBook, *, bold: bool) -> int:
    """Count the lines of a row's longest cell, set in the full width."""
    style = replace(case.box.style(0), bold=bold)
    widths = (share * case.box.width - 2 * SIDE_INSET for share in case.table.widths)
    return max(
        sum(1 for _ in flow(cell, style, fonts).lines(width))
        for cell, width in zip(row, widths, strict=True)
    )


def _texts(rows: Iterable[tuple[Runs, ...]]) -> Iterator[str]:
    yield from (run.text for row in rows for cell in row for run in cell)


def outcomes(kind: str, writing: Writing, asked: Asked, folder: Path) -> Iterator[Outcome]:
    """Make boxes, or tables, print them and compare."""
    chance, fonts = Chance(asked.seed), FontBook(bundled("fonts"))
    hand = Hand(writing, Fonts(asked.typeface, ARABIC, EAST_ASIAN))
    press = Press(folder, (STAND_INS.get(asked.typeface, asked.typeface), *families(writing)))
    deck = folder / f"{kind}-{writing.tag}.pptx"
    if kind == TABLES:
        tables = [chance.table(writing, asked.typeface) for _ in range(asked.tables)]
        hand.write_tables(tables, deck)
        yield from map(partial(compare_table, fonts=fonts), tables, press.printed(deck))
    else:
        boxes = [chance.case(writing, asked.typeface) for _ in range(asked.boxes)]
        hand.write(boxes, deck)
        yield from map(partial(compare, fonts=fonts), boxes, press.printed(deck))


def families(writing: Writing) -> tuple[str, ...]:
    """Give the families that print a language besides the Latin one."""
    return {"ar-SA": (ARABIC,), "zh-CN": (EAST_ASIAN,)}.get(writing.tag, ())


def figures_of(found: Sequence[Outcome]) -> Figures:
    """Count what agrees, and how far off the rest is."""
    pairs = [pair for one in found for pair in zip(one.said, one.seen, strict=True)]
    agreeing = (one for one in found if one.said == one.seen)
    return Figures(
        boxes=len(found),
        paragraphs=len(pairs),
        same_lines=sum(said == seen for said, seen in pairs),
        too_few=sum(said < seen for said, seen in pairs),
        furthest_height=max(abs(one.said_height - one.seen_height) for one in agreeing),
        overflowing=sum(one.seen_height > one.promised_height + TOLERANCE for one in found),
    )


def table(results: Mapping[str, Figures]) -> Iterator[str]:
    """Write the figures as a table, a line for each language and kind."""
    yield (
        f"{'':<18}{'boxes':>6}{'paragraphs':>12}{'same lines':>12}{'':>8}{'too few':>9}"
        f"{'furthest pt':>13}{'overflowing':>13}"
    )
    for name, found in results.items():
        share = found.same_lines / found.paragraphs
        yield (
            f"{name:<18}{found.boxes:>6}{found.paragraphs:>12}{found.same_lines:>12}{share:>8.1%}"
            f"{found.too_few:>9}{found.furthest_height:>13.2f}{found.overflowing:>13}"
        )


class Asked(Struct, frozen=True):
    """What the command line asks for: how many boxes and tables in each language, and of which."""

    boxes: int
    tables: int
    seed: int
    typeface: str
    languages: list[str]
    json: bool
    each: bool


def asked_for() -> Asked:
    """Read the command line."""
    names = [writing.name for writing in WRITINGS]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--boxes", type=int, default=200, help="in each language")
    parser.add_argument("--tables", type=int, default=40, help="in each language")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--typeface", default="Arial")
    parser.add_argument("--languages", nargs="+", choices=names, default=names)
    parser.add_argument("--json", action="store_true", help="figures for a program to read")
    parser.add_argument("--each", action="store_true", help="list what disagrees, as JSON")
    return Asked(**vars(parser.parse_args()))


def main() -> int:
    """Compare, print what was found, and say whether it will do."""
    asked = asked_for()
    found: dict[str, list[Outcome]] = {}
    chosen = (writing for writing in WRITINGS if writing.name in asked.languages)
    with tempfile.TemporaryDirectory() as folder:
        for writing, kind in product(chosen, (BOXES, TABLES)):
            try:
                outcome = list(outcomes(kind, writing, asked, Path(folder)))
            except MissingFontsError as missing:
                return missing_fonts(missing)
            if outcome:
                found[f"{writing.name}, {kind}"] = outcome
    results = {name: figures_of(outcome) for name, outcome in found.items()}
    if asked.json:
        print(json.dumps({name: asdict(figures) for name, figures in results.items()}, indent=2))
    else:
        print("\n".join(table(results)))
    if asked.each:
        for name, outcome in found.items():
            wrong = (asdict(one) for one in outcome if one.said != one.seen)
            print("\n".join(f"{name}: {json.dumps(one)}" for one in wrong))
    return 0 if all(will_do(language, found) for language in asked.languages) else 1


def will_do(language: str, found: Mapping[str, list[Outcome]]) -> bool:
    """Whether enough of a language's boxes and tables agrees, and none overflows."""
    outcome = [one for name in found if name.startswith(f"{language},") for one in found[name]]
    figures = figures_of(outcome)
    enough = figures.same_lines >= WANTED * figures.paragraphs
    return enough and not figures.overflowing


def missing_fonts(missing: MissingFontsError) -> int:
    """Say what to install."""
    packages = " ".join(PACKAGES.get(family, family) for family in missing.args)
    print(f"Fonts are missing: {', '.join(missing.args)}", file=sys.stderr)
    print(f"  sudo apt-get install {packages}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
