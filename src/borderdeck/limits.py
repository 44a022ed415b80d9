"""What a process may take of the machine; every process that it starts may take no more."""

from __future__ import annotations

import sys
from contextlib import suppress


def limit_memory(most: int) -> None:
    """Let this process fail rather than take more bytes of address space, or leave a core dump.

    A lower limit that holds already stays. Windows has no such limit, and macOS does not keep to it
    (getrlimit(2), RLIMIT_AS).
    """
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):  # not every system lets itself be told
        for what, limit in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CORE, 0)):
            soft, hard = resource.getrlimit(what)
            held = (limit, soft, hard)
            lowest = min(bound for bound in held if bound != resource.RLIM_INFINITY)
            resource.setrlimit(what, (lowest, hard))
