"""Make the deck templates that ship with borderdeck, `templates/deck.pptx` and `deck-4x3.pptx`.

Run by hand, as `python tools/make_deck_template.py [FOLDER]`, when a figure of `docs/look.md`
changes; the templates are committed, and a test holds them to this script.
"""

from __future__ import annotations

import sys
from pathlib import Path

from deck_template.measures import PAGES
from deck_template.package import template

SHIPPED = Path(__file__).parents[1] / "templates"


def main() -> None:
    """Write the templates to the folder named on the command line, else where they ship from."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED
    for page in PAGES:
        written = folder / page.file
        written.write_bytes(template(page))
        print(f"{written.stat().st_size:>8} {written.name}")


if __name__ == "__main__":
    main()
