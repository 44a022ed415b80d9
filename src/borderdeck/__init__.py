"""One course outline in; every slide deck, handout and worksheet out, for your place and dates."""

__version__ = "0.1.0"
