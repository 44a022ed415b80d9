"""Fuzz one target, or each in turn: `python -m tests.fuzz [TARGET] [--seconds N]`.

What is found is written into `tests/fuzz_cases/TARGET/`, where the tests replay it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.targets import LARGEST_SEED, ROOT, TARGETS, seeds

CASES = ROOT / "tests" / "fuzz_cases"
INPUT_SECONDS = 10
MEBIBYTES = 1024


def main() -> int:
    """Fuzz what is asked for; give the code to exit with."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("target", nargs="?", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    names = [given.target] if given.target else list(TARGETS)
    return max(_in_a_process(name, given.seconds) for name in names)


def _in_a_process(name: str, seconds: int) -> int:
    (CASES / name).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(name)):
            (Path(folder) / f"{number}").write_bytes(seed)
        options = (f"-max_total_time={seconds}", f"-max_len={LARGEST_SEED}", "-print_final_stats=1")
        limits = (f"-timeout={INPUT_SECONDS}", f"-rss_limit_mb={MEBIBYTES}")
        command = [sys.executable, "-m", "tests.fuzz.inside", name, *options, *limits]
        sys.stdout.write(f"{name}:\n")
        sys.stdout.flush()
        done = subprocess.run(
            [*command, f"-artifact_prefix={CASES / name}/", folder], check=False, cwd=ROOT
        )
    return min(done.returncode, 1)


if __name__ == "__main__":
    sys.exit(main())
