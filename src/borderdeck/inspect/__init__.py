"""The gate: what a reader of a built deck would stumble over, found in the file itself."""

from borderdeck.inspect.gate import inspect_deck

__all__ = ["inspect_deck"]
