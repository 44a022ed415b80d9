"""Fill in a form as Firefox does: pdf.js, run through node, which `make test` installs."""

from __future__ import annotations

import json
import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "node_modules/pdfjs-dist"

PROGRAM = """
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
process.getBuiltinModule ??= createRequire(`${process.cwd()}/`)  // Node 18 has none
const { AnnotationMode, getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
const [folder, scale] = process.argv.slice(1)
const data = new Uint8Array(readFileSync(`${folder}/form.pdf`))
const answers = JSON.parse(readFileSync(`${folder}/answers.json`, 'utf8'))
const pdf = await getDocument({ data, verbosity: 0 }).promise
const fields = await pdf.getFieldObjects()
for (const [name, value] of Object.entries(answers)) {
  const parts = fields[name].filter(field => field.type)  // what is joined is none
  const answer = at => (typeof value === 'number' ? at === value : value)
  parts.forEach((field, at) => pdf.annotationStorage.setValue(field.id, { value: answer(at) }))
}
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number)
  const viewport = page.getViewport({ scale: Number(scale) })
  const { canvas, context } = pdf.canvasFactory.create(viewport.width, viewport.height)
  const annotationMode = AnnotationMode.ENABLE_STORAGE
  const printAnnotationStorage = pdf.annotationStorage.print
  const how = { canvasContext: context, viewport, annotationMode, printAnnotationStorage }
  await page.render({ ...how, intent: 'print' }).promise
  writeFileSync(`${folder}/page-${number}.png`, canvas.toBuffer('image/png'))
}
writeFileSync(`${folder}/saved.pdf`, await pdf.saveDocument())
"""


class ViewerMissingError(Exception):
    """pdf.js is not installed."""


class FilledIn(Struct, frozen=True):
    """A form as pdf.js prints it, page by page, in grey, and as it saves it."""

    pages: list[Image.Image]
    saved: bytes


def fill_in(form: bytes, answers: Mapping[str, str | int | bool], dpi: int = 100) -> FilledIn:
    """Fill in the fields of these names, print, and save: type a text, choose by number, or tick.

    Raises `ViewerMissingError` where pdf.js is not there.
    """
    if not PACKAGE.is_dir():
        raise ViewerMissingError("pdfjs-dist is missing: run `make test`, or `npm ci`")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "form.pdf").write_bytes(form)
        (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
        command = ["node", "--input-type=module", "-e", PROGRAM, str(folder), str(dpi / 72)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        count = len(list(folder.glob("page-*.png")))
        pages = [_grey(folder / f"page-{n}.png") for n in range(1, count + 1)]
        return FilledIn(pages, (folder / "saved.pdf").read_bytes())


def _grey(path: Path) -> Image.Image:
    return Image.open(BytesIO(path.read_bytes())).convert("L")
