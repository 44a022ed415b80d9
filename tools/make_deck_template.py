"""Make the deck template that ships with borderdeck, `templates/deck.pptx`.

Run by hand, as `python tools/make_deck_template.py [FILE]`, when a figure of `docs/look.md`
changes; the template is committed, and a test holds it to this script.
"""

from __future__ import annotations

import sys
from pathlib import Path

from deck_template.package import template

SHIPPED = Path(__file__).parents[1] / "templates/deck.pptx"


def main() -> None:
    """Write the template to the file named on the command line, else where it ships from."""
    written = Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED
    written.write_bytes(template())
    print(f"{written.stat().st_size:>8} {written.name}")


if __name__ == "__main__":
    main()
