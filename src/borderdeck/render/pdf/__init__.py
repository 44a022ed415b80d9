"""Renders plans of papers as PDF: tagged, with its fonts, the same bytes for the same plan."""

from borderdeck.render.pdf.engine import PdfEngine
from borderdeck.render.pdf.libraries import PdfLibrariesMissingError
from borderdeck.render.pdf.paper import Rendered

__all__ = ["PdfEngine", "PdfLibrariesMissingError", "Rendered"]
