"""What a process may take, held by the system itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

from borderdeck.cli.main import MEMORY
from borderdeck.documents import drawing

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not hold a process to it"
)


def after(code: str) -> str:
    """Run Python code, and give what it says on stderr last."""
    done = subprocess.run(
        [sys.executable, "-c", code], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return done.stderr.decode().splitlines()[-1]


def address_space(code: str) -> str:
    """Run Python code, and give the limit of bytes that its process has at its end."""
    limit = "__import__('resource').getrlimit(__import__('resource').RLIMIT_AS)[0]"
    return after(f"import sys\ntry:\n    {code}\nfinally:\n    sys.exit(str({limit}))")


def limited_to(most: int) -> str:
    return f"from borderdeck.limits import limit_memory; limit_memory({most})"


def test_a_process_that_wants_more_memory_fails() -> None:
    assert after(f"{limited_to(1 << 30)}; bytes(1 << 30)") == "MemoryError"


def test_a_process_has_the_memory_that_it_may_take() -> None:
    assert (
        after(f"{limited_to(1 << 30)}; bytes(1 << 28); sys = __import__('sys'); sys.exit('had')")
        == "had"
    )


def test_a_lower_limit_stays() -> None:
    assert address_space(f"{limited_to(1 << 30)}; limit_memory(1 << 31)") == str(1 << 30)


def test_the_command_is_held_to_its_limit() -> None:
    command = "from borderdeck.cli.main import command; command(['--version'])"
    assert address_space(command) == str(MEMORY)


def test_a_drawing_is_held_to_a_limit_of_its_own() -> None:
    command = "from borderdeck.documents.drawing import main; main('1', '1')"
    assert address_space(command) == str(drawing.MEMORY)
