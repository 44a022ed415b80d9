"""Publish generation after generation until somebody kills this process."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from borderdeck.build import exchange
from tests.build.edition_folders import build, generation


def main(output: Path, way: str) -> None:
    for number in count():
        build(output, *generation(number), swap=getattr(exchange, way))
        if number == 1:
            sys.stdout.write("ready\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
