"""Write down anew what each wrong course must say: `python -m tests.bad_courses.update`.

Refuses to run where CI is set: there, an expectation that does not hold is a failure.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.bad_courses.running import case_names, expectation, run_case, written


def main() -> int:
    """Update all expectations, and name those that changed."""
    if os.environ.get("CI"):
        sys.stderr.write("expectations are not updated in CI\n")
        return 1
    for name in case_names():
        _update(name)
    return 0


def _update(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        now = written(run_case(name, Path(folder)))
    path = expectation(name)
    if not path.exists() or path.read_text(encoding="utf-8") != now:
        path.write_text(now, encoding="utf-8")
        sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    sys.exit(main())
