"""How long certificates take, each: a whole build of a thousand, as a user would start it.

Run as `python benchmarks/certificates.py [COUNT]`, from the environment that borderdeck is
installed in. Exits with 1 where the aim is missed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import measured, medians

if TYPE_CHECKING:
    from measuring import Usage

COURSE = Path(__file__).parents[1] / "course"
AIM = 10.0
"""The most milliseconds of CPU time that a certificate may take, all that a build does included."""

ROUNDS = 3


def main() -> int:
    """Measure, and print what a certificate takes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    names = "".join(f"Person {number} Example\n" for number in range(count))
    with tempfile.TemporaryDirectory(prefix="borderdeck-benchmark-") as name:
        folder = Path(name)
        (folder / "people.csv").write_text(f"name\n{names}", encoding="utf-8")
        usage = medians(_built(folder) for _ in range(ROUNDS))
        size = next(folder.glob("output/*/facilitator/certificates.pdf")).stat().st_size
    each = usage.cpu / count * 1000
    print(
        f"{count} certificates: {usage.wall:.1f} s, {usage.cpu:.1f} s of CPU, {usage.peak:.0f} MiB"
    )
    print(f"each: {each:.1f} ms of CPU (aim: {AIM:.0f}), {size / count:.0f} bytes")
    return 0 if each <= AIM else 1


def _built(folder: Path) -> Usage:
    shutil.rmtree(folder / "output", ignore_errors=True)
    command = ("build", str(COURSE), "--only", "certificates", "--participants", "people.csv")
    return measured([sys.executable, "-m", "borderdeck", *command, "-o", "output"], folder)


if __name__ == "__main__":
    sys.exit(main())
