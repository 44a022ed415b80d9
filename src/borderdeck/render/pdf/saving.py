"""A PDF that pikepdf has changed, as bytes: the same ones for the same objects."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pikepdf import ObjectStreamMode

if TYPE_CHECKING:
    from pikepdf import Pdf


def saved(pdf: Pdf) -> bytes:
    """Give the file, whose identifier comes of what is in it."""
    file = BytesIO()
    pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return file.getvalue()
