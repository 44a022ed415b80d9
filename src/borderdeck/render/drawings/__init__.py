"""Draws decks: a PDF for each, page n of which shows slide n, to be put into papers.

What is drawn is the deck as it was built, so that it looks as the slides do in whatever template.
"""

from borderdeck.render.drawings.draw import Drawing, draw

__all__ = ["Drawing", "draw"]
