"""The process that is fuzzed: `python -m tests.fuzz.inside TARGET`, with libFuzzer's options."""

from __future__ import annotations

import sys

import atheris


def main() -> None:
    """Fuzz a target until libFuzzer has had enough; it ends the process."""
    with atheris.instrument_imports(include=["borderdeck", "markdown_it"]):
        from tests.fuzz.targets import TARGETS
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
