"""Decks as native, editable PPTX."""

from borderdeck.render.pptx.deck import render_deck
from borderdeck.render.pptx.faults import TemplateLacksError, UnreadableTemplateError
from borderdeck.render.pptx.template import read_clean_template, read_template

__all__ = [
    "TemplateLacksError",
    "UnreadableTemplateError",
    "read_clean_template",
    "read_template",
    "render_deck",
]
