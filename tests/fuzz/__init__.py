"""Readers fed with hostile bytes: `python -m tests.fuzz`, and the cases that it found."""
