"""How often builds are killed and courses edited: little in all tests, much by `make torture`."""

from __future__ import annotations

import os

_ASKED = os.environ.get("BORDERDECK_KILLS")

KILLS = int(_ASKED or 45)
"""Kills of a process that does nothing but publish."""

WHOLE_KILLS = int(_ASKED or 6)
"""Kills of the whole command, which takes a second each."""

EDITS = int(os.environ.get("BORDERDECK_EDITS") or 5)
"""Sequences of edits, each of which takes some ten builds."""
