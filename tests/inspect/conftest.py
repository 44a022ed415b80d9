"""A deck with a slide of each kind that the gate looks at, built as a user would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.built import borderdeck
from tests.support.courses import PNG, write_course

if TYPE_CHECKING:
    from pathlib import Path

SESSION = """
id: rescue
title: Rescue at sea
objectives:
  items: [See, Act]
sections:
  - id: one
    title: At sea
    slides:
      - title: Figures
        notes: Say slowly what the figures mean.
        blocks:
          - table: [["2025", 1], ["2026", 2]]
            header: [Year, People]
      - title: A map
        blocks:
          - image: map.png
            alt: The sea between two coasts
      - title: Two sides
        blocks:
          - columns:
              - title: One
                blocks: [paragraph: One side]
              - title: Other
                blocks: [paragraph: The other side]
      - title: In pairs
        blocks:
          - activity: [Talk, Listen]
            minutes: 10
            materials: [Paper]
      - title: Further
        blocks:
          - paragraph: See [a site](https://example.org).
"""


@pytest.fixture(scope="session")
def deck(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The deck of a small course."""
    folder = tmp_path_factory.mktemp("inspected")
    course = write_course(folder, SESSION, **{"map.png": PNG})
    done = borderdeck("build", course, "-o", "output", "--place", "Geneva", here=folder)
    assert done.code == 0, done.err
    return _only_deck(folder).read_bytes()


def _only_deck(folder: Path) -> Path:
    (path,) = folder.glob("output/*/decks/*.pptx")
    return path
