"""Cut the bundled fonts from the originals that Debian packages install.

Run by hand, as `python tools/make_fonts.py [FOLDER]`, when a source or a range changes; the cuts
are committed. The same sources and the same fontTools (4.68.0) give the same bytes. Sources, as in
Debian 12:

    fonts-noto-core 20201225-1          Noto Sans 2.004, Noto Sans Symbols 2.001, Symbols2 2.003,
                                        Noto Naskh Arabic 2.004
    fonts-liberation2 2.1.5-1           Liberation Sans 2.1.5
    fonts-crosextra-carlito 20220224-1  Carlito 1.103
    fonts-hosny-amiri 0.113-1           Amiri 0.113

Noto and Amiri declare no reserved font name, so their cuts keep theirs. "Liberation" and "Carlito"
are reserved (Open Font License 1.1, clause 3): their cuts, which only measure, bear names of our
own. So does that of Noto Naskh Arabic, lest anything be set in it: it has Arabic letters and no
space, and is as high as Arial, whose Arabic it stands in for. "Noto Sans Fields" is Noto Sans for
what is typed into a form, which has to hold all of it: Latin and Cyrillic letters, and no shaping.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from msgspec import Struct

ORIGINALS = Path("/usr/share/fonts/truetype")
BUNDLED = Path(__file__).parents[1] / "src/borderdeck/data/fonts"

LATIN = [range(0x0020, 0x007F), range(0x00A0, 0x0250), range(0x1E00, 0x1F00)]
GREEK_AND_CYRILLIC = [range(0x0370, 0x0400), range(0x0400, 0x0530)]
MARKS = [range(0x02B0, 0x0370), [0x25CC]]
PUNCTUATION = [range(0x2000, 0x2070), range(0x2070, 0x20C0), range(0x2100, 0x2150), [0x2212]]
TEXT = frozenset().union(*LATIN, *GREEK_AND_CYRILLIC, *MARKS, *PUNCTUATION)
ARABIC = frozenset().union(
    *(range(0x0600, 0x0700), range(0x0750, 0x0780), range(0x08A0, 0x0900)),
    *(range(0xFB50, 0xFE00), range(0xFE70, 0xFF00)),
    [0x200C, 0x200D],
)
TYPED = frozenset().union(
    *(range(0x0020, 0x007F), range(0x00A0, 0x0180), range(0x0218, 0x021C)),
    *(range(0x0400, 0x0530), range(0x2010, 0x2027)),
    [0x2039, 0x203A, 0x20AC, 0x2116, 0x2212],
)
"""What people type into a field in Latin or Cyrillic letters."""
NAMES = frozenset().union(
    range(0x0600, 0x0700), range(0x0750, 0x0780), [0x0020, 0x00A0, 0x200C, 0x200D]
)
"""Arabic, Persian and Urdu letters, as people's names have them, and the spaces between words."""
ARROWS = frozenset(range(0x2190, 0x219A)) | frozenset(range(0x21D0, 0x21D6))
SHAPES = frozenset(range(0x25A0, 0x2600)) | frozenset(range(0x2610, 0x2613))
TICKS = frozenset(range(0x2713, 0x2719))

FEATURES = ("ccmp", "locl", "kern", "mark", "mkmk", "liga", "subs", "sups", "frac")
JOINING = ("ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "mark", "mkmk")


ARIAL_HEIGHT = (0.905, 0.212)
"""How far Arial's lines reach above and below the baseline, in em."""


class Cut(Struct, frozen=True):
    """One file to make: from which original, which characters, under which family name.

    `family` is None where the font may keep its own name. `features` are those of OpenType's that
    shaping its characters needs. `height` is what it stands above and below the baseline, in em,
    where that is not to stay the original's.
    """

    original: str
    name: str
    characters: frozenset[int]
    family: str | None = None
    features: tuple[str, ...] = FEATURES
    height: tuple[float, float] | None = None


STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
CUTS = (
    *(Cut(f"noto/NotoSans-{style}.ttf", f"NotoSans-{style}.ttf", TEXT) for style in STYLES),
    Cut("noto/NotoSans-Regular.ttf", "NotoSansFields-Regular.ttf", TYPED, "Noto Sans Fields", ()),
    Cut("noto/NotoSansSymbols-Regular.ttf", "NotoSansSymbols-Regular.ttf", ARROWS),
    Cut("noto/NotoSansSymbols2-Regular.ttf", "NotoSansSymbols2-Regular.ttf", SHAPES | TICKS),
    *(
        Cut(
            f"liberation2/LiberationSans-{style}.ttf",
            f"GrotesqueMetric-{style}.ttf",
            TEXT | ARROWS | SHAPES,
            "Borderdeck Grotesque Metric",
        )
        for style in STYLES
    ),
    *(
        Cut(
            f"crosextra/Carlito-{style}.ttf",
            f"HumanistMetric-{style}.ttf",
            TEXT | ARROWS | SHAPES,
            "Borderdeck Humanist Metric",
        )
        for style in STYLES
    ),
    *(
        Cut(
            f"noto/NotoNaskhArabic-{style}.ttf",
            f"NaskhMetric-{style}.ttf",
            ARABIC,
            "Borderdeck Naskh Metric",
            JOINING,
            ARIAL_HEIGHT,
        )
        for style in ("Regular", "Bold")
    ),
    *(
        Cut(
            f"../opentype/fonts-hosny-amiri/Amiri-{style}.ttf",
            f"Amiri-{style}.ttf",
            NAMES,
            features=JOINING,
        )
        for style in ("Regular", "Bold")
    ),
)


def subsetting(features: tuple[str, ...]) -> Options:
    """Keep what shaping needs; drop hints, which neither PDF nor measuring uses."""
    options = Options()
    options.layout_features = list(features)
    options.hinting = False
    options.legacy_kern = True
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.drop_tables += ["FFTM"]
    options.recalc_timestamp = False
    return options


def rename(font: TTFont, family: str) -> None:
    """Put `family` wherever a name of the font is shown; copyright and licence stay."""
    names = font["name"]
    style = names.getDebugName(2)
    full = f"{family} {style}"
    shown = {1: family, 3: f"{full}; {names.getDebugName(5)}", 4: full, 16: family}
    shown[6] = full.replace(" ", "")
    for record in list(names.names):
        if record.nameID in shown:
            names.setName(shown[record.nameID], *_key(record))


def _key(record: object) -> tuple[int, int, int, int]:
    fields = ("nameID", "platformID", "platEncID", "langID")
    name, platform, encoding, language = (getattr(record, field) for field in fields)
    return name, platform, encoding, language


def set_height(font: TTFont, above: float, below: float) -> None:
    """Let lines reach so far above and below the baseline, in em, by each table that says it."""
    em = font["head"].unitsPerEm
    across, windows = font["hhea"], font["OS/2"]
    across.ascent = windows.sTypoAscender = windows.usWinAscent = round(above * em)
    windows.usWinDescent = round(below * em)
    across.descent = windows.sTypoDescender = -windows.usWinDescent
    across.lineGap = windows.sTypoLineGap = 0


def cut(plan: Cut, folder: Path) -> Path:
    """Write one cut into `folder`."""
    font = TTFont(ORIGINALS / plan.original, recalcTimestamp=False)
    subsetter = Subsetter(subsetting(plan.features))
    subsetter.populate(unicodes=plan.characters)
    subsetter.subset(font)
    if plan.family:
        rename(font, plan.family)
    if plan.height:
        set_height(font, *plan.height)
    written = folder / plan.name
    font.save(written)
    return written


def main() -> None:
    """Write every cut into the folder named on the command line, else into the package."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else BUNDLED
    folder.mkdir(parents=True, exist_ok=True)
    for plan in CUTS:
        written = cut(plan, folder)
        print(f"{written.stat().st_size:>8} {written.name}")


if __name__ == "__main__":
    main()
