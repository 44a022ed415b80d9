"""Decks as native, editable PPTX."""

from borderdeck.render.pptx.deck import render_deck
from borderdeck.render.pptx.guard import UnreadableTemplateError
from borderdeck.render.pptx.package import TemplateLacksError
from borderdeck.render.pptx.template import read_template

__all__ = ["TemplateLacksError", "UnreadableTemplateError", "read_template", "render_deck"]
