"""Write the definitions of C functions that WeasyPrint has cffi compile whenever it is imported.

cffi calls it the "out-of-line, ABI level" way (https://cffi.readthedocs.io/en/stable/cdef.html): to
load them takes 3 ms, to compile them 40. `make definitions` writes them anew, once WeasyPrint is
another.
"""

from __future__ import annotations

import contextlib
import re
import sys
import tempfile
from pathlib import Path

from weasyprint.text.ffi import ffi

from borderdeck.render.pdf.short_import import digest_of_definitions

MODULE = Path(__file__).parents[1] / "src" / "borderdeck" / "render" / "pdf" / "definitions.py"
HEAD = '''\
"""WeasyPrint's definitions of C functions, compiled. Written by `make definitions`, not by hand."""

MADE_FROM = "{made_from}"
"""The SHA-256 of WeasyPrint's module that defines them."""

COMPILED = {{
'''


def module() -> str:
    """Give the module's text, of the WeasyPrint that is installed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "compiled.py")
        ffi.set_source("compiled", None)
        with contextlib.redirect_stdout(sys.stderr):  # it tells of each file that it writes
            ffi.emit_python_code(str(path))
        compiled = path.read_text(encoding="utf-8")
    lines = re.findall(r"^ {4}(_\w+) = (.+),$", compiled, re.MULTILINE)
    body = "".join(f'    "{name}": {value},\n' for name, value in lines)
    return HEAD.format(made_from=digest_of_definitions()) + body + "}\n"


if __name__ == "__main__":
    MODULE.write_text(module(), encoding="utf-8")
